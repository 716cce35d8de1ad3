import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { countChart, proportionChart, rateChart } from '../../src/statistics/attributeCharts.js';
import { controlChartConstants } from '../../src/statistics/controlChartConstants.js';
import { cusumChart } from '../../src/statistics/cusumChart.js';
import { ewmaChart } from '../../src/statistics/ewmaChart.js';
import { individualsChart } from '../../src/statistics/individualsChart.js';
import { laneyPChart } from '../../src/statistics/laneyPChart.js';
import { runRules } from '../../src/statistics/runRules.js';
import type { RunRule } from '../../src/statistics/runRules.js';
import { rangeChart, standardDeviationChart, subgroupMeanChart } from '../../src/statistics/subgroupCharts.js';

interface Counts {
  counts: number[];
  n: number[];
}

const RULES: Record<string, RunRule> = {
  beyond3: 'one-beyond-3',
  nineSameSide: 'nine-on-one-side',
  eightSameSide: 'eight-on-one-side',
  sixTrend: 'six-in-a-trend',
  fourteenAlternating: 'fourteen-alternating',
  twoOfThreeBeyond2: 'two-of-three-beyond-2',
  fourOfFiveBeyond1: 'four-of-five-beyond-1',
  fifteenWithin1: 'fifteen-within-1',
  eightOutside1: 'eight-beyond-1',
};

describe('spc.json', () => {
  it('is covered in full', () => {
    const prefixes = ['constants', 'p chart', 'u chart', 'c chart', 'XmR', 'xbar', 'ewma', 'cusum', 'run rules'];
    expect(prefixes.map((prefix) => goldenCases('spc', prefix).length)).toEqual([5, 1, 1, 1, 1, 1, 1, 1, 2]);
    expect(goldenCases('spc', '')).toHaveLength(14);
  });

  it.each(goldenCases<{ n: number }, object>('spc', 'constants'))('$name', ({ input: { n }, expected, tolerance }) => {
    const got = controlChartConstants(n);
    expect(Object.keys(expected).sort()).toEqual(Object.keys(got).sort());
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Counts, { outside: number[] }>('spc', 'p chart'))(
    '$name',
    ({ input: { counts, n }, expected, tolerance }) => {
      const laney = laneyPChart(counts, n);
      const got = {
        ...proportionChart(counts, n),
        laneySigmaZ: laney.variationRatio,
        laneyLower: laney.lower,
        laneyUpper: laney.upper,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got).sort((a, b) => order(expected, a) - order(expected, b)));
      expect(got.outside).toEqual(expected.outside);
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Counts, { outside: number[] }>('spc', 'u chart'))(
    '$name',
    ({ input: { counts, n }, expected, tolerance }) => {
      const got = rateChart(counts, n);
      expect(got.outside).toEqual(expected.outside);
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Counts, object>('spc', 'c chart'))('$name', ({ input: { counts }, expected, tolerance }) => {
    const { center, lower, upper } = countChart(counts);
    for (let i = 0; i < counts.length; i++)
      expectGolden({ center, lower: lower[i], upper: upper[i] }, expected, tolerance);
  });

  it.each(goldenCases<{ x: number[] }, { outside: number[] }>('spc', 'XmR'))(
    '$name',
    ({ input: { x }, expected, tolerance }) => {
      const exact = individualsChart(x);
      const printed = individualsChart(x, { constants: 'tables' });
      const got = {
        center: exact.center,
        averageMovingRange: exact.movingRange,
        sigma: exact.sigma,
        lower: exact.lower[0],
        upper: exact.upper[0],
        lower266: printed.lower[0],
        upper266: printed.upper[0],
        mrUpper: exact.movingRangeUpper,
        mrUpper3267: printed.movingRangeUpper,
        medianMrSigma: individualsChart(x, { movingRange: 'median' }).sigma,
        outside: exact.outside,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expect(got.outside).toEqual(expected.outside);
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ groups: number[][] }, object>('spc', 'xbar'))(
    '$name',
    ({ input: { groups }, expected, tolerance }) => {
      const limits = ({ lower, upper }: { lower: number[]; upper: number[] }): object => ({
        lower: lower[0],
        upper: upper[0],
      });
      const byRange = subgroupMeanChart(groups);
      const byDeviation = subgroupMeanChart(groups, { dispersion: 'standard-deviation' });
      const got = {
        grandMean: byRange.center,
        rBar: rangeChart(groups).center,
        sBar: standardDeviationChart(groups).center,
        xbarR: { sigma: byRange.sigma, ...limits(byRange) },
        xbarS: { sigma: byDeviation.sigma, ...limits(byDeviation) },
        rChart: limits(rangeChart(groups)),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface Monitored {
    x: number[];
    target: number;
    sigma: number;
    lambda: number;
    L: number;
    k: number;
    h: number;
  }
  it.each(goldenCases<Monitored, { outside: number[] }>('spc', 'ewma'))(
    '$name',
    ({ input: { x, target, sigma, lambda, L }, expected, tolerance }) => {
      const { averages, lower, upper, outside } = ewmaChart(x, target, sigma, { share: lambda, sigmas: L });
      expect(outside).toEqual(expected.outside);
      expectGolden({ z: averages, lower, upper, outside }, expected, tolerance);
    },
  );

  it.each(goldenCases<Monitored, { signals: number[] }>('spc', 'cusum'))(
    '$name',
    ({ input: { x, target, sigma, k, h }, expected, tolerance }) => {
      const got = cusumChart(x, target, sigma, { slack: k, limit: h });
      expect(got.signals).toEqual(expected.signals);
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ z: number[] }, Record<string, number[]>>('spc', 'run rules'))(
    '$name',
    ({ input: { z }, expected }) => {
      const names = Object.keys(expected);
      expect(names.sort()).toEqual(Object.keys(RULES).sort());
      const matches = runRules(z, names.map((name) => RULES[name] ?? 'one-beyond-3')); // prettier-ignore
      expect(Object.fromEntries(matches.map(({ points }, i) => [names[i], points]))).toEqual(expected);
    },
  );
});

function order(expected: object, key: string): number {
  return Object.keys(expected).indexOf(key);
}
