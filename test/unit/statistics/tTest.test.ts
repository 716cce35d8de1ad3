import { describe, expect, it } from 'vitest';
import { oneSampleTTest, pairedTTest, tInterval, twoSampleTTest } from '../../../src/statistics/tTest.js';

const first = [5, 4, 4, 3, 5, 2, 4];
const second = [3, 2, 4, 3, 1, 3, 2, 4, 3];

describe('oneSampleTTest', () => {
  it('divides by the sample standard deviation', () => {
    const test = oneSampleTTest([1, 2, 3, 4, 5, 6], { hypothesized: 3.385 });
    expect(test.statistic).toBeCloseTo(0.1505703443, 9);
  });

  it('tests against 0 at 95 % by default', () => {
    const test = oneSampleTTest([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]);
    expect(test).toEqual(
      oneSampleTTest([7, 6, 6, 5, 7, 4, 6, 2, 5, 7], { hypothesized: 0, confidence: 0.95, alternative: 'two-sided' }),
    );
    expect(test.degreesOfFreedom).toBe(9);
    expect(test.interval.lower).toBeCloseTo(4.3689214186, 9);
    expect(test.interval.upper).toBeCloseTo(6.6310785814, 9);
  });

  it('knows only the mean of one value', () => {
    const nothing = { lower: NaN, upper: NaN };
    expect(oneSampleTTest([3])).toEqual({
      mean: 3,
      standardError: NaN,
      statistic: NaN,
      degreesOfFreedom: 0,
      pValue: NaN,
      interval: nothing,
    });
    expect(oneSampleTTest({ n: 1, mean: 3, standardDeviation: 2 })).toMatchObject({ pValue: NaN, interval: nothing });
  });

  it('has no p-value without spread, and an interval of no width', () => {
    expect(oneSampleTTest([0.1, 0.1, 0.1])).toEqual({
      mean: 0.1,
      standardError: 0,
      statistic: NaN,
      degreesOfFreedom: 2,
      pValue: NaN,
      interval: { lower: 0.1, upper: 0.1 },
    });
  });

  it('is NaN without values', () => {
    expect(oneSampleTTest([])).toMatchObject({ mean: NaN, standardError: NaN, statistic: NaN, pValue: NaN });
  });

  it.each([0, 1, 95, -0.1, NaN])('has no interval at confidence %d', (confidence) => {
    const test = oneSampleTTest([1, 2, 4], { confidence });
    expect(test.interval).toEqual({ lower: NaN, upper: NaN });
    expect(test.pValue).toBeGreaterThan(0);
  });
});

describe('twoSampleTTest', () => {
  // SciPy 1.17, ttest_ind.
  it.each([
    ['less', undefined, 0.9707411012926763],
    ['greater', undefined, 0.02925889870732366],
    ['less', 'pooled', 0.9733767388206445],
    ['greater', 'pooled', 0.026623261179355547],
  ] as const)('has the p-value of alternative %s with variances %s', (alternative, variances, expected) => {
    expect(twoSampleTTest(first, second, { alternative, variances }).pValue).toBeCloseTo(expected, 13);
  });

  it('tests a hypothesised difference and leaves the interval where it is', () => {
    const test = twoSampleTTest(first, second, { hypothesized: 0.5 });
    expect(test.statistic).toBeCloseTo(1.118716469120252, 12);
    expect(test.pValue).toBeCloseTo(0.2845296513570503, 12);
    expect(test.interval).toEqual(twoSampleTTest(first, second).interval);
  });

  it('is Welch by default', () => {
    expect(twoSampleTTest(first, second)).toEqual(twoSampleTTest(first, second, { variances: 'welch' }));
    expect(twoSampleTTest(first, second).degreesOfFreedom).toBeCloseTo(12.361564163078937, 11);
    expect(twoSampleTTest(first, second, { variances: 'pooled' }).degreesOfFreedom).toBe(14);
  });

  it('takes one sample without spread', () => {
    const test = twoSampleTTest([1, 2, 3], [5, 5, 5, 5]);
    expect(test.degreesOfFreedom).toBeCloseTo(2, 14);
    expect(test.statistic).toBeCloseTo(-3 / Math.sqrt(1 / 3), 13);
  });

  it('has no p-value without any spread', () => {
    for (const variances of ['welch', 'pooled'] as const) {
      const test = twoSampleTTest([1, 1], [5, 5], { variances });
      expect(test).toMatchObject({ difference: -4, standardError: 0, statistic: NaN, pValue: NaN });
    }
  });

  it('knows only the difference when a sample has one value', () => {
    expect(twoSampleTTest([3], second)).toMatchObject({ standardError: NaN, statistic: NaN, pValue: NaN });
    expect(twoSampleTTest(second, [3], { variances: 'pooled' }).interval).toEqual({ lower: NaN, upper: NaN });
  });

  it('keeps the degrees of freedom of tiny variances', () => {
    const tiny = twoSampleTTest(
      first.map((value) => value * 1e-100),
      second.map((value) => value * 1e-100),
    );
    expect(tiny.degreesOfFreedom).toBeCloseTo(12.361564163078937, 11);
    expect(tiny.pValue).toBeCloseTo(0.05851779741464723, 12);
  });

  it('accepts very large samples by summary', () => {
    const test = twoSampleTTest(
      { n: 1e9, mean: 1, standardDeviation: 2 },
      { n: 1e9, mean: 1.0001, standardDeviation: 2 },
    );
    expect(test.standardError).toBeCloseTo(Math.sqrt(8e-9), 18);
    expect(test.pValue).toBeCloseTo(0.2635525, 6);
  });
});

describe('pairedTTest', () => {
  it('is the one-sample test of the differences', () => {
    const test = pairedTTest([5, 7, 3, 6, 9, 4], [6, 7, 5, 6, 10, 3], { alternative: 'less' });
    expect(test.difference).toBe(-0.5);
    expect(test.pValue).toBeCloseTo(0.1477793223672643, 12);
    expect(test.degreesOfFreedom).toBe(5);
  });

  it.each([
    [
      [1, 2, 3],
      [1, 2],
    ],
    [
      [1, 2],
      [1, 2, 3],
    ],
  ])('is NaN for %j and %j', (a, b) => {
    expect(pairedTTest(a, b)).toMatchObject({ difference: NaN, standardError: NaN, pValue: NaN });
  });
});

describe('tInterval', () => {
  it('is symmetric about the estimate and 95 % by default', () => {
    const { lower, upper } = tInterval(10, 2, 5);
    expect(upper).toBeCloseTo(10 + 2 * 2.5705818356363137, 12);
    expect(lower).toBeCloseTo(10 - 2 * 2.5705818356363137, 12);
  });

  it('takes a fraction of a degree of freedom', () => {
    expect(tInterval(0, 1, 6.431728969).upper).toBeCloseTo(0.7263 / 0.272004496 - 0.0714285714 / 0.272004496, 3);
  });

  it('has no width without standard error', () => {
    expect(tInterval(10, 0, 5)).toEqual({ lower: 10, upper: 10 });
  });

  it.each<[number, number, number, number]>([
    [NaN, 1, 5, 0.95],
    [0, -1, 5, 0.95],
    [0, NaN, 5, 0.95],
    [0, 1, 0, 0.95],
    [0, 1, -1, 0.95],
    [0, 1, NaN, 0.95],
    [0, 1, 5, 0],
    [0, 1, 5, 1],
    [0, 1, 5, NaN],
  ])('is NaN for mean %d, error %d, df %d, confidence %d', (mean, standardError, df, confidence) => {
    expect(tInterval(mean, standardError, df, confidence)).toEqual({ lower: NaN, upper: NaN });
  });
});
