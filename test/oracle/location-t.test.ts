import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { mean } from '../../src/statistics/sum.js';
import { oneSampleTTest, pairedTTest, tInterval, twoSampleTTest } from '../../src/statistics/tTest.js';
import type { SampleSummary } from '../../src/statistics/tTest.js';
import { standardDeviation, variance } from '../../src/statistics/variance.js';
import { varianceInterval } from '../../src/statistics/varianceInterval.js';

function summaryOf(values: readonly number[]): SampleSummary {
  return { n: values.length, mean: mean(values), standardDeviation: standardDeviation(values) };
}

describe('t tests of location.json', () => {
  it('selects every t test', () => {
    const prefixes = ['one-sample t ', 'two-sample t ', 'paired t'];
    expect(prefixes.map((prefix) => goldenCases('location', prefix).length)).toEqual([12, 5, 1]);
  });

  interface OneSample {
    x: number[];
    mu: number;
    confidence: number;
  }
  it.each(goldenCases<OneSample, object>('location', 'one-sample t '))('$name', ({ input, expected, tolerance }) => {
    const { x, mu: hypothesized, confidence } = input;
    for (const sample of [x, summaryOf(x)]) {
      const test = oneSampleTTest(sample, { hypothesized, confidence });
      const got = {
        n: test.degreesOfFreedom + 1,
        mean: test.mean,
        sd: standardDeviation(x),
        se: test.standardError,
        t: test.statistic,
        df: test.degreesOfFreedom,
        p: test.pValue,
        ci: test.interval,
        varianceCi: varianceInterval(variance(x), test.degreesOfFreedom, confidence),
        pLess: oneSampleTTest(sample, { hypothesized, confidence, alternative: 'less' }).pValue,
        pGreater: oneSampleTTest(sample, { hypothesized, confidence, alternative: 'greater' }).pValue,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
      expect(tInterval(test.mean, test.standardError, test.degreesOfFreedom, confidence)).toEqual(test.interval);
    }
  });

  interface TwoSamples {
    x: number[];
    y: number[];
    confidence: number;
  }
  interface TwoSampleExpected {
    difference: number;
    welch: object;
    pooled: object;
  }
  it.each(goldenCases<TwoSamples, TwoSampleExpected>('location', 'two-sample t '))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { x, y, confidence } = input;
      for (const [first, second] of [[x, y] as const, [summaryOf(x), summaryOf(y)] as const]) {
        const welch = twoSampleTTest(first, second, { confidence });
        const pooled = twoSampleTTest(first, second, { confidence, variances: 'pooled' });
        const got = {
          difference: welch.difference,
          welch: {
            t: welch.statistic,
            df: welch.degreesOfFreedom,
            p: welch.pValue,
            ci: welch.interval,
            se: welch.standardError,
          },
          pooled: { t: pooled.statistic, df: pooled.degreesOfFreedom, p: pooled.pValue, ci: pooled.interval },
        };
        const { difference, welch: expectedWelch, pooled: expectedPooled } = expected;
        expect(Object.keys(expectedWelch)).toEqual(Object.keys(got.welch));
        expect(Object.keys(expectedPooled)).toEqual(Object.keys(got.pooled));
        expectGolden(got, { difference, welch: expectedWelch, pooled: expectedPooled }, tolerance);
      }
    },
  );

  interface PairedExpected {
    t: number;
    df: number;
    p: number;
    meanDifference: number;
    ci: object;
    dz: number;
  }
  it.each(goldenCases<TwoSamples, PairedExpected>('location', 'paired t'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const test = pairedTTest(input.x, input.y, { confidence: input.confidence });
      const got = {
        t: test.statistic,
        df: test.degreesOfFreedom,
        p: test.pValue,
        meanDifference: test.difference,
        ci: test.interval,
        dz: test.statistic / Math.sqrt(input.x.length),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
