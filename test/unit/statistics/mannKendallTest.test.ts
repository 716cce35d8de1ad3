import { describe, expect, it } from 'vitest';
import { discordanceDistribution } from '../../../src/statistics/kendallScoreDistribution.js';
import { mannKendallTest } from '../../../src/statistics/mannKendallTest.js';
import { pettittTest } from '../../../src/statistics/pettittTest.js';
import { seasonalMannKendallTest } from '../../../src/statistics/seasonalMannKendallTest.js';
import { theilSenSlope } from '../../../src/statistics/theilSenSlope.js';

/** All orders of the values, by brute force. */
function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) => orders(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]));
}

function discordantPairs(values: readonly number[]): number {
  return values.reduce((total, value, i) => total + values.slice(i + 1).filter((later) => later < value).length, 0);
}

describe('discordanceDistribution', () => {
  it.each([[[1, 2, 3, 4, 5]], [[1, 1, 2, 3, 3]], [[1, 1, 1, 2, 2, 2]], [[4, 4, 4]]])(
    'counts the orders of %j',
    (values) => {
      const all = orders(values).map(discordantPairs);
      const counts = [...new Set(values)].map((value) => values.filter((own) => own === value).length);
      const got = discordanceDistribution(counts);
      expect(got).toHaveLength(Math.max(...all) + 1);
      got.forEach((probability, pairs) => {
        expect(probability).toBeCloseTo(all.filter((own) => own === pairs).length / all.length, 14);
      });
    },
  );

  it('is certain of nothing', () => {
    expect(discordanceDistribution([])).toEqual(Float64Array.of(1));
  });
});

describe('mannKendallTest', () => {
  it.each([
    [2, 1],
    [3, 2 / 6],
    [4, 2 / 24],
    [5, 2 / 120],
  ])('with %d values can give no p-value below %d', (size, smallest) => {
    const rising = Array.from({ length: size }, (_, i) => i);
    const { pValue, smallestPValue } = mannKendallTest(rising);
    expect(smallestPValue).toBeCloseTo(smallest, 14);
    expect(pValue).toBeCloseTo(smallest, 14);
    expect(mannKendallTest(rising, { alternative: 'greater' }).smallestPValue).toBeCloseTo(smallest / 2, 14);
  });

  it('is exact up to ten values without ties', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(mannKendallTest(ten).method).toBe('exact');
    expect(mannKendallTest([...ten, 11]).method).toBe('normal');
    expect(mannKendallTest([1, 1, 2]).method).toBe('normal');
    expect(mannKendallTest([1, 1, 2], { method: 'exact' }).method).toBe('exact');
    expect(mannKendallTest(ten, { method: 'normal' }).method).toBe('normal');
  });

  it('counts orders with ties when asked to', () => {
    // Of the three orders of 1, 1, 2 one is as high, with score 2.
    const rising = mannKendallTest([1, 1, 2], { method: 'exact', alternative: 'greater' });
    expect(rising.pValue).toBeCloseTo(1 / 3, 14);
    expect(rising.smallestPValue).toBeCloseTo(1 / 3, 14);
    expect(mannKendallTest([1, 1, 2], { method: 'exact' }).pValue).toBeCloseTo(2 / 3, 14);
    expect(mannKendallTest([2, 1, 1], { method: 'exact', alternative: 'greater' }).pValue).toBeCloseTo(1, 14);
    expect(mannKendallTest([1, 2, 1], { method: 'exact' }).pValue).toBe(1);
  });

  it('takes the side it is told to', () => {
    const falling = [9.1, 8.7, 8.9, 8.2, 7.7, 7.9, 7.1];
    const { pValue } = mannKendallTest(falling);
    expect(mannKendallTest(falling, { alternative: 'less' }).pValue).toBeCloseTo(pValue / 2, 14);
    const normal = mannKendallTest(falling, { method: 'normal' });
    expect(mannKendallTest(falling, { method: 'normal', alternative: 'less' }).pValue).toBeCloseTo(
      normal.pValue / 2,
      12,
    );
    // (17 - (-1)) / √(133/3) on the wrong side: pnorm(18 / √(133/3)) in R.
    const wrong = mannKendallTest(falling, { method: 'normal', alternative: 'greater' });
    expect(wrong.pValue).toBeCloseTo(0.996568102507, 10);
    expect(mannKendallTest(falling, { alternative: 'greater' }).pValue).toBeGreaterThan(0.99);
  });

  it('has a smallest p-value for the normal form too', () => {
    const { smallestPValue } = mannKendallTest([3, 1, 2], { method: 'normal' });
    // (3 - 1) / √(11/3).
    expect(smallestPValue).toBeCloseTo(0.2962698, 6);
    for (const alternative of ['less', 'greater'] as const) {
      const oneSided = mannKendallTest([3, 1, 2], { method: 'normal', alternative });
      expect(oneSided.smallestPValue).toBeCloseTo(0.1481349, 6);
    }
  });

  it('finds nothing in a constant series', () => {
    for (const method of ['auto', 'exact', 'normal'] as const) {
      for (const alternative of ['two-sided', 'greater'] as const) {
        const test = mannKendallTest([4, 4, 4], { method, alternative });
        expect(test).toMatchObject({ score: 0, variance: 0, statistic: 0, tauA: 0 });
        expect(test.pValue).toBe(method === 'exact' || alternative === 'two-sided' ? 1 : 0.5);
        expect(test.tauB).toBeNaN();
      }
    }
  });

  it.each([[[]], [[1]], [[1, NaN, 2]]])('is NaN for %j', (values) => {
    for (const method of ['auto', 'exact', 'normal'] as const) {
      const { score, variance, statistic, pValue, smallestPValue, tauA, tauB } = mannKendallTest(values, { method });
      for (const got of [score, variance, statistic, pValue, smallestPValue, tauA, tauB]) expect(got).toBeNaN();
    }
  });
});

describe('seasonalMannKendallTest', () => {
  it('is the plain test for a period of 1', () => {
    const values = [5, 6, 6, 7, 5, 8, 8, 9, 7, 9];
    const plain = mannKendallTest(values, { method: 'normal' });
    const { score, variance, statistic, pValue, slopePerCycle } = seasonalMannKendallTest(values, 1);
    expect([score, variance, statistic, pValue]).toEqual([plain.score, plain.variance, plain.statistic, plain.pValue]);
    expect(slopePerCycle).toBe(theilSenSlope(values).slope);
    for (const alternative of ['less', 'greater'] as const) {
      const own = mannKendallTest(values, { method: 'normal', alternative });
      expect(seasonalMannKendallTest(values, 1, alternative).pValue).toBe(own.pValue);
    }
  });

  it('compares within seasons only', () => {
    // Up by one each cycle, with a season of ten.
    const got = seasonalMannKendallTest([0, 10, 1, 11, 2, 12], 2);
    expect(got.score).toBe(6);
    expect(got.variance).toBeCloseTo((2 * 3 * 2 * 11) / 18, 12);
    expect(got.slopePerCycle).toBe(1);
  });

  it('weighs a fall like a rise', () => {
    const values = [5, 6, 6, 7, 5, 8, 8, 9, 7, 9];
    const rise = seasonalMannKendallTest(values, 2);
    const fall = seasonalMannKendallTest([...values].reverse(), 2);
    expect(fall).toEqual({
      ...rise,
      score: -rise.score,
      statistic: -rise.statistic,
      slopePerCycle: -rise.slopePerCycle,
    });
  });

  it('bears a last cycle that is not full', () => {
    expect(seasonalMannKendallTest([0, 10, 1], 2)).toMatchObject({ score: 1, slopePerCycle: 1 });
  });

  it('finds nothing in a series that only has a season', () => {
    expect(seasonalMannKendallTest([1, 5, 1, 5, 1, 5], 2)).toEqual({
      score: 0,
      variance: 0,
      statistic: 0,
      pValue: 1,
      slopePerCycle: 0,
    });
    expect(seasonalMannKendallTest([1, 5, 1, 5], 2, 'greater').pValue).toBe(0.5);
  });

  it.each([
    [[1, 2, 3], 3],
    [[1, 2, 3], 0],
    [[1, 2, 3], 1.5],
    [[1, 2, 3], NaN],
    [[1, NaN, 3], 1],
    [[1, Infinity, 3], 1],
    [[], 1],
  ])('is NaN for %j with period %d', (values, period) => {
    expect(seasonalMannKendallTest(values, period)).toEqual({
      score: NaN,
      variance: NaN,
      statistic: NaN,
      pValue: NaN,
      slopePerCycle: NaN,
    });
  });
});

describe('theilSenSlope', () => {
  it('leaves out pairs at one time', () => {
    const { slope, pairs } = theilSenSlope([1, 3, 5], { times: [1, 1, 2] });
    // Slopes 4 and 2.
    expect(slope).toBe(3);
    expect(pairs).toBe(2);
  });

  it('is not moved by a wild value', () => {
    const { slope, intercept } = theilSenSlope([1, 2, 3, 400, 5, 6, 7]);
    expect(slope).toBe(1);
    expect(intercept).toBe(0);
  });

  it('has its limits at rounded ranks', () => {
    const { interval } = theilSenSlope([4, 4, 4]);
    expect(interval).toEqual({ lower: 0, upper: 0 });
    // N = 6, n = 4: z √(26/3) = 3 at confidence 0.6918...; 1.5 and 5.5 become 2 and 6.
    const confidence = 0.69183;
    const slopes = [0, 1, 5, 2]
      .flatMap((y, j, all) => all.slice(0, j).map((x, i) => (y - x) / (j - i)))
      .sort((a, b) => a - b);
    const wide = theilSenSlope([0, 1, 5, 2], { confidence: confidence + 0.01 });
    expect(wide.interval).toEqual({ lower: slopes[0], upper: slopes[5] });
    const narrow = theilSenSlope([0, 1, 5, 2], { confidence: confidence - 0.01 });
    expect(narrow.interval).toEqual({ lower: slopes[1], upper: slopes[4] });
  });

  it.each([
    ['nothing', [], {}],
    ['one value', [5], {}],
    ['equal times', [5, 6], { times: [1, 1] }],
    ['unequal lengths', [5, 6], { times: [1] }],
    ['a value that is not a number', [5, NaN], {}],
    ['an infinite value', [5, Infinity], {}],
    ['a time that is not finite', [5, 6], { times: [1, Infinity] }],
  ])('is NaN with %s', (_, values, options) => {
    const { slope, intercept, interval } = theilSenSlope(values, options);
    expect([slope, intercept, interval.lower, interval.upper]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it.each([0, 1, -1, NaN])('has no interval for a confidence of %d', (confidence) => {
    const { slope, interval } = theilSenSlope([1, 2, 4], { confidence });
    expect(slope).toBe(1.5);
    expect(interval).toEqual({ lower: NaN, upper: NaN });
  });
});

describe('pettittTest', () => {
  it('scores falling pairs less rising pairs across each split', () => {
    expect(pettittTest([3, 1, 2]).scores).toEqual([2, 0]);
    expect(pettittTest([1, 2]).scores).toEqual([-1]);
  });

  it('takes the first of equal splits, and caps the p-value', () => {
    const { changePoint, statistic, pValue } = pettittTest([1, 2, 1, 2]);
    expect(statistic).toBe(2);
    expect(changePoint).toBe(1);
    expect(pValue).toBe(1);
  });

  it('finds nothing in a constant series', () => {
    expect(pettittTest([4, 4, 4])).toEqual({ statistic: 0, changePoint: 1, pValue: 1, scores: [0, 0] });
  });

  it.each([[[]], [[1]], [[1, NaN]]])('is NaN for %j', (values) => {
    expect(pettittTest(values)).toEqual({ statistic: NaN, changePoint: NaN, pValue: NaN, scores: [] });
  });
});
