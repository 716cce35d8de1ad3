import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareResults } from '../../../src/measures/compareResults.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { toMix } from '../../../src/segmentation/mixShares.js';
import { standardizeMix } from '../../../src/segmentation/standardizeMix.js';
import { jackknifeStandardError } from '../../../src/statistics/jackknife.js';
import { bySector, cutRows, nps, type SectorKey } from './segmentTallies.js';

const SAMPLE = bySector({ a: [60, 30, 10], b: [20, 40, 40] });
const target = (a: number, b: number, c = 0) => [
  { key: { sector: 'b' }, share: b },
  { key: { sector: 'a' }, share: a },
  ...(c > 0 ? [{ key: { sector: 'c' }, share: c }] : []),
];
const options = { measure: nps };

describe('toMix', () => {
  it('gives the shares in order, segments without an answer left out', () => {
    const tally = bySector({ b: [1, 0, 0], a: [2, 1, 0], z: [0, 0, 0] });
    expect(toMix(tally, options)).toEqual([
      { key: { sector: 'a' }, share: 0.75 },
      { key: { sector: 'b' }, share: 0.25 },
    ]);
    expect(toMix(bySector({ a: [0, 0, 0] }), options)).toEqual([]);
  });

  it('counts weights', () => {
    const mean = defineMean<SectorKey & { value: number; weight: number }>({
      id: 'm',
      value: 'value',
      weight: 'weight',
    });
    const rows = [
      { sector: 'a', value: 1, weight: 3 },
      { sector: 'b', value: 1, weight: 1 },
    ];
    expect(toMix(cutRows(rows, mean), { measure: mean }).map(({ share }) => share)).toEqual([0.75, 0.25]);
  });

  it('refuses what it cannot read', () => {
    expect(() => toMix(SAMPLE, {} as never)).toThrow('toMix: option "measure" must be a measure of a mean');
    expect(() => toMix(SAMPLE, undefined as never)).toThrow('toMix: option "measure"');
    expect(() => toMix(null as never, options)).toThrow('toMix: tally must be { dimensions, keys, tallies }');
  });
});

describe('standardizeMix', () => {
  it('weights the segments as the target does', () => {
    const found = standardizeMix(SAMPLE, target(80, 20), options);
    expect(found.crude).toBe(15);
    expect(found.value).toBeCloseTo(0.8 * 50 - 0.2 * 20, 12);
    // Shares of promoters and detractors .6, .1 and .2, .4.
    const [va, vb] = [(0.7 - 0.25) / 100, (0.6 - 0.04) / 100];
    expect(found.standardError).toBeCloseTo(100 * Math.sqrt(0.64 * va + 0.04 * vb), 1);
    expect(found.segments).toEqual([
      { key: { sector: 'a' }, share: 0.8, ownShare: 0.5, value: 50 },
      { key: { sector: 'b' }, share: 0.2, ownShare: 0.5, value: -20 },
    ]);
    expect(found).toMatchObject({ sampleSize: 200, accounts: null, withoutData: [], outsideTarget: [], warnings: [] });
    expect(found.excluded).toEqual({ missing: 0, offScale: 0, missingWeight: 0, zeroWeight: 0, outsideTarget: 0 });
    // (Σw)² / Σw², rows of the first weighing four times those of the second.
    expect(found.effectiveSampleSize).toBeCloseTo(500 ** 2 / 1700, 10);
  });

  it('has Satterthwaite’s degrees of freedom and an interval of Student’s t', () => {
    const { value, standardError, degreesOfFreedom, interval } = standardizeMix(SAMPLE, target(80, 20), options);
    const [first, second] = [0.64 * (0.7 - 0.25), 0.04 * (0.6 - 0.04)];
    expect(degreesOfFreedom).toBeCloseTo((first + second) ** 2 / ((first ** 2 + second ** 2) / 99), 6);
    expect(interval).toMatchObject({ confidence: 0.95, method: 'stratified-t' });
    // qt(.975, 113.9) = 1.98102.
    expect(((interval?.upper ?? NaN) - (value ?? NaN)) / (standardError ?? NaN)).toBeCloseTo(1.981, 3);
    expect(standardizeMix(SAMPLE, target(80, 20), { ...options, confidence: 0.9 }).interval?.confidence).toBe(0.9);
  });

  it('keeps the interval within the range of the metric', () => {
    const tally = bySector({ a: [19, 1, 0], b: [20, 1, 0] });
    const { interval } = standardizeMix(tally, target(1, 1), options);
    expect(interval?.upper).toBe(100);
    const low = standardizeMix(bySector({ a: [0, 1, 19], b: [0, 1, 20] }), target(1, 1), options);
    expect(low.interval?.lower).toBe(-100);
  });

  it('gives back the value under its own mix', () => {
    const own = standardizeMix(SAMPLE, toMix(SAMPLE, options), options);
    expect(own.value).toBeCloseTo(own.crude ?? NaN, 12);
  });

  it('says in its definition to which mix, in whichever order and unit it came', () => {
    const found = standardizeMix(SAMPLE, target(80, 20), options);
    expect(found.definition).toEqual({
      ...nps.definition,
      parameters: {
        standardizedTo: [
          { key: { sector: 'a' }, share: 0.8 },
          { key: { sector: 'b' }, share: 0.2 },
        ],
      },
    });
    expect(standardizeMix(SAMPLE, target(8, 2).reverse(), options)).toEqual(found);
  });

  it('is compared with results of the same target only', () => {
    const other = bySector({ a: [50, 30, 20], b: [30, 40, 30] });
    const [x, y] = [SAMPLE, other].map((tally) => standardizeMix(tally, target(1, 1), options)) as [never, never];
    expect(compareResults(x, y).difference).toBeCloseTo(0, 10);
    expect(() => compareResults(x, standardizeMix(other, target(1, 2), options) as never)).toThrow('definition');
    expect(() => compareResults(x, nps.toResult(other.tallies[0]!) as never)).toThrow('definition');
  });

  it('compares standardised sides with the errors of both', () => {
    const other = bySector({ a: [50, 30, 20], b: [30, 40, 30] });
    const [x, y] = [standardizeMix(SAMPLE, target(4, 1), options), standardizeMix(other, target(4, 1), options)];
    const found = compareResults(x, y);
    expect(found.standardError).toBeCloseTo(Math.hypot(x.standardError ?? NaN, y.standardError ?? NaN), 10);
    expect(found.interval?.method).toBe('welch');
  });

  it('gives no value where a segment of the target has no answer, and names it', () => {
    const found = standardizeMix(SAMPLE, target(50, 25, 25), options);
    expect(found).toMatchObject({
      value: null,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      crude: 15,
      sampleSize: 200,
      withoutData: [{ sector: 'c' }],
      warnings: [{ code: 'not-comparable', reason: 'mix' }],
    });
    expect(found.segments[2]).toEqual({ key: { sector: 'c' }, share: 0.25, ownShare: 0, value: null });
  });

  it('renormalises when asked, under another definition', () => {
    const found = standardizeMix(SAMPLE, target(60, 20, 20), { ...options, withoutData: 'renormalize' });
    const plain = standardizeMix(SAMPLE, target(75, 25), options);
    expect(found.value).toBeCloseTo(plain.value ?? NaN, 12);
    expect(found.definition).toEqual(plain.definition);
    expect(found.withoutData).toEqual([{ sector: 'c' }]);
    expect(found.warnings).toEqual([]);
  });

  it('leaves out segments that the target leaves out, and counts their answers', () => {
    const found = standardizeMix(
      SAMPLE,
      [
        { key: { sector: 'a' }, share: 1 },
        { key: { sector: 'b' }, share: 0 },
      ],
      options,
    );
    expect(found).toMatchObject({ value: 50, sampleSize: 100, outsideTarget: [{ sector: 'b' }] });
    expect(found.excluded).toMatchObject({ outsideTarget: 100 });
    expect(found.segments.map(({ key }) => key.sector)).toEqual(['a']);
  });

  it.each(['unknown', 'renormalize'] as const)('knows nothing without any answer: %s', (withoutData) => {
    const found = standardizeMix(bySector({ a: [0, 0, 0] }), target(1, 1), { ...options, withoutData });
    expect(found).toMatchObject({ value: null, crude: null, sampleSize: 0, effectiveSampleSize: 0, interval: null });
    expect(found.warnings).toEqual([{ code: 'no-data' }]);
    expect(found.withoutData).toEqual([{ sector: 'a' }, { sector: 'b' }]);
  });

  it('knows no error where a segment has a single answer', () => {
    const found = standardizeMix(bySector({ a: [30, 20, 10], b: [1, 0, 0] }), target(1, 1), options);
    expect(found).toMatchObject({ standardError: null, degreesOfFreedom: null, interval: null });
    expect(found.value).not.toBeNull();
    expect(found.warnings).toContainEqual({ code: 'no-interval', reason: 'single-answer' });
    const aside = standardizeMix(bySector({ a: [30, 20, 10], b: [1, 0, 0] }), target(1, 0), options);
    expect(aside.interval).not.toBeNull();
  });

  it('has no interval where all answers of each segment are equal', () => {
    const found = standardizeMix(bySector({ a: [30, 0, 0], b: [0, 0, 30] }), target(1, 1), options);
    expect(found).toMatchObject({ value: 0, standardError: 0, interval: null });
    expect(found.warnings).toEqual([{ code: 'no-interval', reason: 'no-variation' }]);
  });

  describe('with accounts', () => {
    interface Row extends SectorKey {
      readonly account: string;
      readonly score: number;
    }
    const measure = npsMeasure<Row>({ score: 'score' });
    const clustered = clusterBy(measure, 'account');
    const rows = (accounts: number): Row[] => {
      const random = createRandom(5);
      return Array.from({ length: accounts }, (_, account) => account).flatMap((account) =>
        Array.from({ length: 1 + Math.floor(random() * 5) }, (__, at) => ({
          account: `k${account}`,
          sector: (account + (at === 0 ? 1 : 0)) % 2 === 0 ? 'a' : 'b',
          score: Math.round(5 + (account % 5) + random()),
        })),
      );
    };
    const run = (own: readonly Row[]) => standardizeMix(cutRows(own, clustered), target(3, 1), { measure: clustered });

    it('has the error that leaving out each account shows', () => {
      const all = rows(50);
      const found = run(all);
      const replicates = [...new Set(all.map(({ account }) => account))].map(
        (left) => run(all.filter(({ account }) => account !== left)).value ?? NaN,
      );
      const ratio = (found.standardError ?? NaN) / jackknifeStandardError(replicates);
      expect(ratio).toBeGreaterThan(0.93);
      expect(ratio).toBeLessThan(1.01);
      expect(found).toMatchObject({ accounts: 50, degreesOfFreedom: 49, interval: { method: 'linearized' } });
      expect(found.value).toBeCloseTo(
        standardizeMix(cutRows(all, measure), target(3, 1), { measure }).value ?? NaN,
        12,
      );
    });

    it.each([
      [4, null],
      [5, 'linearized'],
    ])('of %d has the interval %s', (accounts, method) => {
      const found = run(rows(accounts));
      expect(found.interval?.method ?? null).toBe(method);
      expect(
        found.warnings.some((warning) => warning.code === 'no-interval' && warning.reason === 'few-accounts'),
      ).toBe(accounts < 5);
    });

    it('counts only the accounts of the target', () => {
      const own: Row[] = [...rows(8), { account: 'alone', sector: 'z', score: 3 }];
      expect(run(own).accounts).toBe(8);
    });
  });

  it('gives plain JSON', () => {
    const found = standardizeMix(SAMPLE, target(50, 25, 25), options);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it.each<[unknown, unknown, unknown, string]>([
    [SAMPLE, target(1, 1), {}, 'option "measure" must be a measure of a mean'],
    [SAMPLE, target(1, 1), undefined, 'option "measure" must be a measure of a mean'],
    [
      SAMPLE,
      target(1, 1),
      { ...options, withoutData: 'zero' },
      'option "withoutData" must be "unknown" or "renormalize"',
    ],
    [SAMPLE, target(1, 1), { ...options, confidence: 1 }, 'option "confidence" must be between 0 and 1'],
    [SAMPLE, null, options, 'target mix must be a list of { key, share }'],
    [SAMPLE, [null], options, 'target mix at 0: key must be of sector'],
    [SAMPLE, [{ key: {}, share: 1 }], options, 'target mix at 0: key must be of sector'],
    [SAMPLE, [{ key: { sector: 'a' } }], options, 'target mix at 0: share must be a number from 0'],
    [
      SAMPLE,
      [...target(1, 1), { key: { sector: 'c' }, share: -1 }],
      options,
      'target mix at 2: share must be a number from 0',
    ],
    [SAMPLE, [{ key: { sector: 'a' }, share: NaN }], options, 'target mix at 0: share must be a number from 0'],
    [SAMPLE, [...target(1, 1), ...target(1, 1)], options, 'target mix at 2: key must be there once'],
    [SAMPLE, target(0, 0), options, 'total of the target mix must be above 0'],
    [SAMPLE, [], options, 'total of the target mix must be above 0'],
    [{}, target(1, 1), options, 'tally must be { dimensions, keys, tallies }'],
  ])('refuses %#', (tally, mix, own, message) => {
    expect(() => standardizeMix(tally as typeof SAMPLE, mix as never, own as never)).toThrow(
      `standardizeMix: ${message}`,
    );
  });
});
