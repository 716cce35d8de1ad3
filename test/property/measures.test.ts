import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntervalResult, MetricResult } from '../../src/core/result.js';
import { comparePairs } from '../../src/measures/comparePairs.js';
import { compareResults } from '../../src/measures/compareResults.js';
import { compareTallies } from '../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { defineComposite } from '../../src/measures/defineComposite.js';
import { defineMean } from '../../src/measures/defineMean.js';
import { defineProportion } from '../../src/measures/defineProportion.js';
import { defineScale } from '../../src/measures/defineScale.js';
import type { Measure } from '../../src/measures/measure.js';
import { readTally, storeTally } from '../../src/measures/storedTally.js';
import { cesMeasure, computeCes } from '../../src/metrics/perception/ces.js';
import { cesNetMeasure, computeCesNet } from '../../src/metrics/perception/cesNet.js';
import { cesShareMeasure, computeCesShare } from '../../src/metrics/perception/cesShare.js';
import { CES_1 } from '../../src/metrics/perception/cesVersion.js';
import { computeCsat, csatMeasure } from '../../src/metrics/perception/csat.js';
import { csatMeanMeasure } from '../../src/metrics/perception/csatMean.js';
import { csatNetMeasure } from '../../src/metrics/perception/csatNet.js';
import { dsiMeasure } from '../../src/metrics/perception/dsi.js';
import { netSentimentMeasure } from '../../src/metrics/perception/netSentiment.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { reviewRatingMeasure } from '../../src/metrics/perception/reviewRating.js';
import { satisfactionIndexMeasure } from '../../src/metrics/perception/satisfactionIndex.js';
import { deepFreeze, expectSound } from '../tools/soundness.js';

/** A row that every measure below can read. */
interface Row {
  readonly nps: number | null;
  readonly five: number | null;
  readonly seven: number | null;
  readonly amount: number | null;
  readonly ok: boolean | null;
  readonly w: number | null;
}
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    nps: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }),
    five: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }),
    seven: fc.option(fc.integer({ min: 1, max: 7 }), { freq: 8 }),
    amount: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 8 }),
    ok: fc.option(fc.boolean(), { freq: 8 }),
    w: fc.option(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e3, noNaN: true })), { freq: 8 }),
  }),
  { maxLength: 30 },
);

type AnyMeasure = Measure<Row, never, IntervalResult>;
const items = [
  { id: 'a', score: 'five', weight: 2, minimum: 1, maximum: 5 },
  { id: 'b', score: 'seven', weight: 1, minimum: 1, maximum: 7 },
] as const;
const dimensions = [
  { id: 'x', weight: 3, items: [{ id: 'a', score: 'five', maximum: 5 }] },
  { id: 'y', weight: 1, items: [{ id: 'b', score: 'seven', maximum: 7 }] },
] as const;
const MEASURES: readonly [string, AnyMeasure][] = [
  ['nps', npsMeasure<Row>({ score: 'nps' })],
  ['nps, weighted', npsMeasure<Row>({ score: 'nps', weight: 'w' })],
  ['csat', csatMeasure<Row>({ score: 'five' })],
  ['csat, weighted', csatMeasure<Row>({ score: 'five', weight: 'w' })],
  ['csat mean', csatMeanMeasure<Row>({ score: 'five' })],
  ['csat net', csatNetMeasure<Row>({ score: 'five' })],
  ['ces', cesMeasure<Row>({ score: 'seven' })],
  ['ces 1, weighted', cesMeasure<Row>({ score: 'five', version: CES_1, weight: 'w' })],
  ['ces share', cesShareMeasure<Row>({ score: 'five', version: CES_1 })],
  ['ces share, weighted', cesShareMeasure<Row>({ score: 'five', version: CES_1, weight: 'w' })],
  ['ces net, weighted', cesNetMeasure<Row>({ score: 'five', version: CES_1, weight: 'w' })],
  [
    'net sentiment',
    netSentimentMeasure<Row>({ sentiment: ({ ok }) => (ok === null ? null : ok ? 'positive' : 'negative') }),
  ],
  ['review rating', reviewRatingMeasure<Row>({ score: 'five', replied: 'ok', prior: { rating: 4, reviews: 5 } })],
  [
    'satisfaction index',
    satisfactionIndexMeasure<Row>({
      items: [
        { id: 'a', score: 'nps', minimum: 0 },
        { id: 'b', score: 'seven', maximum: 7 },
      ],
    }),
  ],
  ['dsi', dsiMeasure<Row>({ dimensions, minimumItems: 1 })],
  ['proportion', defineProportion<Row>({ id: 'p', success: 'ok' })],
  ['proportion, weighted', defineProportion<Row>({ id: 'p', success: 'ok', weight: 'w' })],
  ['mean', defineMean<Row>({ id: 'm', value: 'amount' })],
  ['mean, weighted', defineMean<Row>({ id: 'm', value: 'amount', weight: 'w' })],
  ['mean, bounded', defineMean<Row>({ id: 'm', value: 'amount', minimum: -1e6, maximum: 1e6 })],
  ['scale', defineScale<Row>({ id: 's', minimum: 0, maximum: 10, statistic: 'mean', score: 'nps' })],
  ['composite', defineComposite<Row>({ id: 'c', items })],
  ['composite, lenient and weighted', defineComposite<Row>({ id: 'c', items, minimumItems: 1, weight: 'w' })],
] as never;

/** Holds two results against each other: all counts exactly, all other numbers but for their last digits. */
function expectAlike(a: unknown, b: unknown, path = 'result'): void {
  if (typeof a === 'number' && typeof b === 'number') {
    const allowed = Number.isInteger(a) && Number.isInteger(b) ? 0 : 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
    expect(Math.abs(a - b), `${path}: ${a} and ${b}`).toBeLessThanOrEqual(allowed);
  } else if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    expect(Object.keys(a), path).toEqual(Object.keys(b));
    for (const [key, value] of Object.entries(a))
      expectAlike(value, (b as Record<string, unknown>)[key], `${path}.${key}`);
  } else expect(a, path).toBe(b);
}

describe.each(MEASURES)('%s', (_name, measure) => {
  it('gives plain data within the range of its definition, and does not change its rows', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (given, confidence) => {
        const result = expectSound(computeMeasure(deepFreeze(given), measure, { confidence }));
        const { value, interval, sampleSize, effectiveSampleSize, standardError, definition } = result;
        expect(value === null).toBe(sampleSize === 0);
        expect(standardError === null).toBe(sampleSize < 2);
        expect(effectiveSampleSize).toBeLessThanOrEqual(sampleSize * (1 + 1e-12));
        if (interval) {
          expect(interval.lower).toBeLessThanOrEqual(interval.upper);
          expect(interval.lower).toBeLessThanOrEqual((value ?? NaN) + 1e-9);
          expect(interval.upper).toBeGreaterThanOrEqual((value ?? NaN) - 1e-9);
          if (definition.range) {
            expect(interval.lower).toBeGreaterThanOrEqual(definition.range.minimum);
            expect(interval.upper).toBeLessThanOrEqual(definition.range.maximum);
          }
        }
      }),
    );
  });

  it('counts every row once: used, or left out for one reason', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { sampleSize, excluded } = computeMeasure(given, measure);
        const out = Object.values(excluded).reduce((sum, count) => sum + count, 0);
        expect(sampleSize + out).toBe(given.length);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given.map((row) => [keys.next().value as number, row] as const).sort(([a], [b]) => a - b);
        expectAlike(
          computeMeasure(
            shuffled.map(([, row]) => row),
            measure,
          ),
          computeMeasure(given, measure),
        );
      }),
    );
  });

  it('merges tallies to the tally of all, in any grouping', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const [one, two, three] = [a, b, c].map((part) => tallyRows(part, measure)) as [never, never, never];
        measure.mergeTallies(one, two);
        measure.mergeTallies(one, three);
        expectAlike(measure.toResult(one), computeMeasure([...a, ...b, ...c], measure));
        const [first, second, third] = [a, b, c].map((part) => tallyRows(part, measure)) as [never, never, never];
        measure.mergeTallies(second, third);
        measure.mergeTallies(second, first);
        expectAlike(measure.toResult(second), measure.toResult(one));
      }),
    );
  });

  it('takes an empty tally for nothing', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const tally = tallyRows(given, measure);
        measure.mergeTallies(tally, measure.createTally());
        expect(tally).toEqual(tallyRows(given, measure));
        const empty = measure.createTally();
        measure.mergeTallies(empty, tally);
        expectAlike(measure.toResult(empty), measure.toResult(tally));
      }),
    );
  });

  it('comes back from a stored tally as it was', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const tally = tallyRows(given, measure);
        const stored = JSON.parse(JSON.stringify(expectSound(storeTally(measure, tally)))) as unknown;
        expectAlike(measure.toResult(readTally(measure, stored)), measure.toResult(tally));
      }),
    );
  });

  it('reads a stream, an array and one row after the other alike', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const tally = measure.createTally();
        given.forEach((row, index) => measure.addRow(tally, row, index));
        expect(tallyRows(given, measure)).toEqual(tally);
        expect(tallyRows(given.values(), measure)).toEqual(tally);
      }),
    );
  });

  it('is never narrower at a higher confidence', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 0.98, noNaN: true }), (given, confidence) => {
        const narrow = computeMeasure(given, measure, { confidence }).interval;
        const wide = computeMeasure(given, measure, { confidence: confidence + 0.01 }).interval;
        if (narrow && wide) {
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower + 1e-9);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - 1e-9);
        }
        expect(wide === null).toBe(narrow === null);
      }),
    );
  });

  it('is certain at a census, and never wider in a smaller population', () => {
    fc.assert(
      fc.property(rows, fc.nat(50), (given, silent) => {
        const { definition, sampleSize, value, interval: open } = computeMeasure(given, measure);
        fc.pre(sampleSize > 0);
        const census = expectSound(computeMeasure(given, measure, { population: sampleSize })).interval;
        expect(census?.lower).toBeCloseTo(value ?? NaN, 9);
        expect(census?.upper).toBeCloseTo(value ?? NaN, 9);
        const known = expectSound(computeMeasure(given, measure, { population: sampleSize + silent })).interval;
        // A net score has fewer pseudo-answers in a smaller population, and so may be less steady there.
        if (definition.statistic !== 'net' && known && open)
          expect(known.upper - known.lower).toBeLessThanOrEqual(open.upper - open.lower + 1e-9);
      }),
    );
  });

  it('compares with the opposite sign when swapped', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [one, other] = [computeMeasure(a, measure), computeMeasure(b, measure)] as [MetricResult, MetricResult];
        const forth = expectSound(compareResults(one, other));
        const back = expectSound(compareResults(other, one));
        expect(back.difference).toBe(forth.difference === null ? null : 0 - forth.difference);
        expectAlike(back.pValue, forth.pValue);
        expectAlike(back.standardError, forth.standardError);
        expect(compareTallies(measure, tallyRows(a, measure), tallyRows(b, measure))).toEqual(forth);
        if (forth.interval) expect(forth.interval.lower).toBeLessThanOrEqual(forth.interval.upper);
      }),
    );
  });
});

describe('weight 2', () => {
  it.each([
    ['share', (given: Row[], weight?: (row: Row) => number) => computeCsat(given, { score: 'five', weight })],
    ['mean', (given: Row[], weight?: (row: Row) => number) => computeCes(given, { score: 'seven', weight })],
    ['net', (given: Row[], weight?: (row: Row) => number) => computeCesNet(given, { score: 'seven', weight })],
    [
      'value',
      (given: Row[], weight?: (row: Row) => number) =>
        computeMeasure(given, defineMean<Row>({ id: 'm', value: 'amount', weight })),
    ],
    [
      'index',
      (given: Row[], weight?: (row: Row) => number) =>
        computeMeasure(given, defineComposite<Row>({ id: 'c', items, weight })),
    ],
  ])('counts a row twice in a %s', (_name, compute) => {
    fc.assert(
      fc.property(rows, (given) => {
        const isTwice = (row: Row): boolean => row.ok === true;
        const repeated = given.flatMap((row) => (isTwice(row) ? [row, row] : [row]));
        expectAlike(compute(given, (row) => (isTwice(row) ? 2 : 1)).value, compute(repeated).value);
      }),
    );
  });
});

describe('CES 1.0', () => {
  it('read backwards is the ease of another scale: shares stay, the net score stays', () => {
    const fives = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fives, (given) => {
        const turned = given.map((score) => 6 - score);
        const share = defineScale({ id: 'x', minimum: 1, maximum: 5, statistic: 'share', from: 4 });
        const net = defineScale({ id: 'x', minimum: 1, maximum: 5, statistic: 'net', from: 4, negativeTo: 2 });
        const options = { version: CES_1 };
        expect(computeCesShare(given, options)).toMatchObject({ ...computeMeasure(turned, share), definition: {} });
        expect(computeCesNet(given, options)).toMatchObject({ ...computeMeasure(turned, net), definition: {} });
        expect(computeCes(given, options).value).toBeCloseTo(6 - (computeCes(turned, options).value ?? NaN), 10);
      }),
    );
  });
});

describe('a paired comparison', () => {
  const pairs = fc.array(fc.record({ before: fc.option(fc.nat(10)), after: fc.option(fc.nat(10)) }), { maxLength: 30 });

  it('is the difference of the scores over complete pairs, sound, and of opposite sign when swapped', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const measure = npsMeasure();
        const forth = expectSound(comparePairs(given, { measure, first: 'after', second: 'before' }));
        const back = comparePairs(given, { measure, first: 'before', second: 'after' });
        const complete = given.filter(({ before, after }) => before !== null && after !== null);
        expect(forth.sampleSizes).toEqual([complete.length, complete.length]);
        if (complete.length === 0) {
          expect(forth.difference).toBeNull();
          return;
        }
        const of = (key: 'before' | 'after'): number =>
          computeMeasure(
            complete.map((row) => row[key]),
            measure,
          ).value ?? NaN;
        expect(forth.difference).toBeCloseTo(of('after') - of('before'), 9);
        expect(back.difference).toBe(0 - (forth.difference ?? NaN));
        expectAlike(back.pValue, forth.pValue);
      }),
    );
  });
});
