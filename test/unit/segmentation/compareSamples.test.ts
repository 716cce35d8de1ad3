import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { compareSamples } from '../../../src/segmentation/compareSamples.js';

interface Row {
  readonly score: number | null;
  readonly country: string | null;
  readonly sector: string;
  readonly unit: string;
  readonly account: string;
}
const rows = (scores: readonly number[], country: string | null, sector = 'retail'): Row[] =>
  scores.map((score, at) => ({ score, country, sector, unit: 'heating', account: `a${at % 6}` }));
const measure = npsMeasure<Row>({ score: 'score' });
const options = {
  measure,
  country: 'country',
  instrument: { a: 'q', b: 'q' },
  attributes: { sector: { kind: 'category', field: 'sector' } },
} as const;
const FIRST = [10, 9, 9, 8, 10, 9, 4];
const SECOND = [6, 7, 9, 3, 5, 8, 6];

describe('compareSamples', () => {
  it('gives the comparison of the tallies with the report of the gate', () => {
    const [a, b] = [rows(FIRST, 'FR'), rows(SECOND, 'FR')];
    const { comparability, ...comparison } = compareSamples(a, b, options);
    expect(comparison).toEqual(compareTallies(measure, tallyRows(a, measure), tallyRows(b, measure)));
    expect(comparability.isComparable).toBe(true);
  });

  it('hands on the confidence', () => {
    const found = compareSamples(rows(FIRST, 'FR'), rows(SECOND, 'FR'), { ...options, confidence: 0.8 });
    expect(found.interval?.confidence).toBe(0.8);
  });

  it('knows accounts on both sides with a clustered measure', () => {
    const [a, b] = [rows(FIRST, 'FR'), rows(SECOND, 'FR')];
    const clustered = clusterBy(measure, 'account');
    const { comparability, ...comparison } = compareSamples(a, b, { ...options, measure: clustered });
    expect(comparison).toEqual(compareTallies(clustered, tallyRows(a, clustered), tallyRows(b, clustered)));
    expect(comparison.interval?.method).toBe('cr2');
    expect(comparability.isComparable).toBe(true);
  });

  it('does not compare two countries, also within one business unit', () => {
    const [a, b] = [rows(FIRST, 'FR'), rows(SECOND, 'DE')];
    expect(new Set([...a, ...b].map(({ unit }) => unit)).size).toBe(1);
    const found = compareSamples(a, b, options);
    expect(found).toMatchObject({
      definition: measure.definition,
      difference: null,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      pValue: null,
      minimumDetectableDifference: null,
      verdict: 'unknown',
      sampleSizes: [7, 7],
      warnings: [{ code: 'not-comparable', reason: 'country' }],
    });
    expect(found.comparability.isComparable).toBe(false);
  });

  it.each([
    [{ country: { a: 'FR', b: null } }, ['country']],
    [{ instrument: { a: 'q', b: 'r' } }, ['instrument']],
    [{ scale: { a: '0-10', b: '1-10' } }, ['definition']],
    [{ definition: { a: 'x', b: 'y' }, scale: { a: '0-10', b: '1-10' } }, ['definition']],
    [{ country: { a: 'FR', b: 'DE' }, instrument: { a: 'q', b: 'r' } }, ['country', 'instrument']],
    [{ attributes: { unit: { kind: 'category', field: (row: Row) => `${row.unit}${row.country ?? ''}` } } }, ['mix']],
  ])('warns of %j', (own, reasons) => {
    const found = compareSamples(rows(FIRST, 'FR'), rows(SECOND, 'DE'), {
      ...options,
      country: { a: 'FR', b: 'FR' },
      ...own,
    } as unknown as typeof options);
    expect(found.difference).toBeNull();
    expect(found.warnings).toEqual(reasons.map((reason) => ({ code: 'not-comparable', reason })));
  });

  it('gives the difference with an override, and records it', () => {
    const override = { reason: 'same group, same policy' };
    const found = compareSamples(rows(FIRST, 'FR'), rows(SECOND, 'DE'), { ...options, override });
    const same = compareSamples(rows(FIRST, 'FR'), rows(SECOND, 'FR'), options);
    expect(found.difference).toBe(same.difference);
    expect(found.difference).not.toBeNull();
    expect(found.warnings).toEqual([]);
    expect(found.comparability.overridden).toEqual({ ...override, attributes: ['country'] });
  });

  it('gives plain JSON', () => {
    const found = compareSamples(rows(FIRST, 'FR'), rows(SECOND, 'DE'), options);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it.each([
    [{ measure: undefined }, 'compareSamples: option "measure" must be a measure'],
    [{ measure: {} }, 'compareSamples: option "measure" must be a measure'],
    [{ confidence: 95 }, 'compareSamples: option "confidence" must be between 0 and 1'],
    [{ country: undefined }, 'compareSamples: option "country" must be'],
  ])('refuses %j', (own, message) => {
    const call = (): unknown => compareSamples(rows(FIRST, 'FR'), [], { ...options, ...own } as never);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION' }) as Error);
  });

  it('refuses no options, and sides that are no rows', () => {
    expect(() => compareSamples([], [], undefined as never)).toThrow('compareSamples: option "measure"');
    expect(() => compareSamples([], 'ab' as never, options)).toThrow('compareSamples: b must be an iterable of rows');
  });
});
