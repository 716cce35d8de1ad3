import { describe, expect, it } from 'vitest';
import { countChart, proportionChart, rateChart } from '../../../src/statistics/attributeCharts.js';
import type { ControlChart } from '../../../src/statistics/controlChart.js';
import { controlChartConstants } from '../../../src/statistics/controlChartConstants.js';
import { cusumChart } from '../../../src/statistics/cusumChart.js';
import { ewmaChart } from '../../../src/statistics/ewmaChart.js';
import { individualsChart } from '../../../src/statistics/individualsChart.js';
import { laneyPChart } from '../../../src/statistics/laneyPChart.js';
import { meanChart } from '../../../src/statistics/meanChart.js';
import { rangeChart, standardDeviationChart, subgroupMeanChart } from '../../../src/statistics/subgroupCharts.js';

function expectNoChart(chart: ControlChart, points: number): void {
  const nothing = Array.from({ length: points }, () => NaN);
  expect(chart).toMatchObject({ center: NaN, lower: nothing, upper: nothing, outside: [] });
}

describe('controlChartConstants', () => {
  it.each([
    // Montgomery (2012), appendix VI: d2, d3, c4, A2, A3, D3, D4, B3, B4.
    [2, 1.128, 0.853, 0.7979, 1.88, 2.659, 0, 3.267, 0, 3.267],
    [3, 1.693, 0.888, 0.8862, 1.023, 1.954, 0, 2.574, 0, 2.568],
    [5, 2.326, 0.864, 0.94, 0.577, 1.427, 0, 2.114, 0, 2.089],
    [7, 2.704, 0.833, 0.9594, 0.419, 1.182, 0.076, 1.924, 0.118, 1.882],
    [25, 3.931, 0.708, 0.9896, 0.153, 0.606, 0.459, 1.541, 0.565, 1.435],
  ])('are those of the tables for n = %d', (size, d2, d3, c4, A2, A3, D3, D4, B3, B4) => {
    const got = controlChartConstants(size);
    const wanted = { d2, d3, c4, A2, A3, D3, D4, B3, B4 };
    for (const [name, value] of Object.entries(wanted)) {
      expect(Math.abs(got[name as keyof typeof got] - value), name).toBeLessThanOrEqual(0.0006);
    }
  });

  it('are known in closed form for small n', () => {
    expect(controlChartConstants(2).d2).toBeCloseTo(2 / Math.sqrt(Math.PI), 14);
    expect(controlChartConstants(2).d3).toBeCloseTo(Math.sqrt(2 - 4 / Math.PI), 14);
    expect(controlChartConstants(3).d2).toBeCloseTo(3 / Math.sqrt(Math.PI), 14);
    expect(controlChartConstants(2).c4).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
  });

  it('know ranges up to 25 values and standard deviations beyond', () => {
    const { d2, d3, A2, D3, D4, c4 } = controlChartConstants(26);
    expect([d2, d3, A2, D3, D4]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(c4).toBeCloseTo(0.99005, 5);
  });

  it.each([1, 0, -2, 2.5, NaN])('are NaN for n = %d', (size) => {
    expect(Object.values(controlChartConstants(size))).toEqual(Array.from({ length: 9 }, () => NaN));
  });
});

describe('proportionChart', () => {
  it('has limits within 0 and 1', () => {
    const { lower, upper, center } = proportionChart([1, 9], [10, 10]);
    expect(center).toBe(0.5);
    expect(lower[0]).toBeCloseTo(0.5 - 3 * Math.sqrt(0.025), 12);
    expect(upper[1]).toBeCloseTo(0.5 + 3 * Math.sqrt(0.025), 12);
    expect(proportionChart([1], [10]).lower).toEqual([0]);
    expect(proportionChart([9], [10]).upper).toEqual([1]);
  });

  it('does not flag a point on a limit', () => {
    // 0.5 ± 1 × 0.25.
    const chart = proportionChart([1, 3, 0, 4], [4, 4, 4, 4], { sigmas: 1 });
    expect(chart.upper).toEqual([0.75, 0.75, 0.75, 0.75]);
    expect(chart.outside).toEqual([2, 3]);
  });

  it('takes a known share', () => {
    expect(proportionChart([1], [4], { center: 0.5 }).center).toBe(0.5);
    expect(proportionChart([0, 0], [4, 4])).toEqual({ center: 0, lower: [0, 0], upper: [0, 0], outside: [] });
  });

  it.each([
    ['unequal lengths', [1], [2, 2], {}],
    ['nothing', [], [], {}],
    ['a negative count', [-1, 1], [2, 2], {}],
    ['a count above its size', [3, 1], [2, 2], {}],
    ['a count that is not a number', [NaN, 1], [2, 2], {}],
    ['a size of 0', [0, 1], [0, 2], {}],
    ['an infinite size', [0, 1], [Infinity, 2], {}],
    ['a centre above 1', [1, 1], [2, 2], { center: 1.1 }],
    ['a centre below 0', [1, 1], [2, 2], { center: -0.1 }],
    ['a centre that is not a number', [1, 1], [2, 2], { center: NaN }],
    ['no width', [1, 1], [2, 2], { sigmas: 0 }],
    ['a width that is not a number', [1, 1], [2, 2], { sigmas: NaN }],
  ])('has no limits with %s', (_, counts, sizes, options) => {
    expectNoChart(proportionChart(counts, sizes, options), counts.length);
    expectNoChart(laneyPChart(counts, sizes, options), counts.length);
    expect(laneyPChart(counts, sizes, options).variationRatio).toBeNaN();
  });
});

describe('laneyPChart', () => {
  it('stretches the limits of the p chart', () => {
    const counts = [30, 60, 40, 50];
    const sizes = [100, 100, 100, 100];
    const plain = proportionChart(counts, sizes);
    const { variationRatio, upper, center } = laneyPChart(counts, sizes);
    // Scores move by 0.3, 0.2, 0.1 in units of √(0.45 × 0.55 / 100).
    const deviation = Math.sqrt((0.45 * 0.55) / 100);
    expect(variationRatio).toBeCloseTo((0.2 / deviation) * (Math.sqrt(Math.PI) / 2), 12);
    expect(upper[0]! - center).toBeCloseTo((plain.upper[0]! - center) * variationRatio, 12);
  });

  it('has no variation when all shares are 0, and no limits for one point', () => {
    expect(laneyPChart([0, 0], [5, 9])).toMatchObject({ variationRatio: 0, center: 0, upper: [0, 0] });
    expectNoChart(laneyPChart([1], [5]), 1);
  });
});

describe('rateChart and countChart', () => {
  it('follow the exposure', () => {
    const { center, lower, upper, outside } = rateChart([4, 16, 40], [10, 40, 10]);
    expect(center).toBe(1);
    expect(upper).toEqual([1 + 3 * Math.sqrt(0.1), 1 + 3 * Math.sqrt(1 / 40), 1 + 3 * Math.sqrt(0.1)]);
    expect(lower[0]).toBeCloseTo(1 - 3 * Math.sqrt(0.1), 12);
    expect(outside).toEqual([1, 2]);
  });

  it('take a known rate', () => {
    expect(countChart([3, 5], { center: 9, sigmas: 2 })).toEqual({
      center: 9,
      lower: [3, 3],
      upper: [15, 15],
      outside: [],
    });
    expect(countChart([0, 0]).upper).toEqual([0, 0]);
  });

  it.each([
    ['unequal lengths', [1], [2, 2], {}],
    ['nothing', [], [], {}],
    ['a negative count', [-1, 1], [2, 2], {}],
    ['an exposure of 0', [1, 1], [0, 2], {}],
    ['a negative centre', [1, 1], [2, 2], { center: -1 }],
    ['no width', [1, 1], [2, 2], { sigmas: 0 }],
  ])('have no limits with %s', (_, counts, exposures, options) => {
    expectNoChart(rateChart(counts, exposures, options), counts.length);
  });
});

describe('individualsChart', () => {
  const series = [4, 6, 5, 9, 6];
  // Moving ranges 2, 1, 4, 3: mean and median 2.5.

  it('has limits from the moving range', () => {
    const { center, movingRange, sigma, lower, upper, movingRangeUpper, outside, jumps } = individualsChart(series);
    expect(center).toBe(6);
    expect(movingRange).toBe(2.5);
    expect(sigma).toBeCloseTo((2.5 * Math.sqrt(Math.PI)) / 2, 12);
    expect(upper[0]).toBeCloseTo(6 + 3 * sigma, 12);
    expect(lower[4]).toBeCloseTo(6 - 3 * sigma, 12);
    expect(movingRangeUpper).toBeCloseTo(3.26653192 * 2.5, 6);
    expect([outside, jumps]).toEqual([[], []]);
  });

  it('has the printed factors of the tables', () => {
    const byMean = individualsChart(series, { constants: 'tables' });
    expect(byMean.upper[0]).toBeCloseTo(6 + 2.66 * 2.5, 12);
    expect(byMean.movingRangeUpper).toBeCloseTo(3.267 * 2.5, 12);
    const byMedian = individualsChart(series, { constants: 'tables', movingRange: 'median' });
    expect(byMedian.upper[0]).toBeCloseTo(6 + 3.145 * 2.5, 12);
    expect(byMedian.movingRangeUpper).toBeCloseTo(3.865 * 2.5, 12);
    const exact = individualsChart(series, { movingRange: 'median' });
    expect(exact.upper[0]).toBeCloseTo(6 + (3 / 0.954) * 2.5, 12);
    expect(exact.movingRangeUpper / 2.5).toBeCloseTo(3.8636, 4);
  });

  it('takes a known centre and another width', () => {
    const { center, upper } = individualsChart(series, { center: 5, sigmas: 1 });
    expect(center).toBe(5);
    expect(upper[0]).toBeCloseTo(5 + (2.5 * Math.sqrt(Math.PI)) / 2, 12);
  });

  it('flags points and jumps', () => {
    const { outside, jumps } = individualsChart([4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 12, 11]);
    // Mean 70/13, mean moving range 19/12: limits ± 4.21, jumps beyond 5.17.
    expect(outside).toEqual([11, 12]);
    expect(jumps).toEqual([11]);
  });

  it.each([
    ['one value', [5], {}],
    ['a value that is not finite', [5, Infinity], {}],
    ['a value that is not a number', [5, NaN, 5], {}],
    ['a centre that is not a number', [5, 6], { center: NaN }],
    ['no width', [5, 6], { sigmas: 0 }],
  ])('has no limits with %s', (_, values, options) => {
    const chart = individualsChart(values, options);
    expectNoChart(chart, values.length);
    expect(chart).toMatchObject({ movingRange: NaN, sigma: NaN, movingRangeUpper: NaN, jumps: [] });
  });
});

describe('subgroup charts', () => {
  const groups = [[4, 6], [5, 9], [6, 6]]; // prettier-ignore

  it('plot means, ranges and standard deviations', () => {
    expect(subgroupMeanChart(groups).points).toEqual([5, 7, 6]);
    expect(rangeChart(groups).points).toEqual([2, 4, 0]);
    expect(rangeChart(groups).center).toBe(2);
    expect(standardDeviationChart(groups).points).toEqual([Math.SQRT2, 2 * Math.SQRT2, 0]);
  });

  it('share one sigma', () => {
    const { sigma } = subgroupMeanChart(groups);
    expect(sigma).toBeCloseTo(Math.sqrt(Math.PI), 12);
    expect(rangeChart(groups).sigma).toBeCloseTo(sigma, 12);
    expect(subgroupMeanChart(groups, { dispersion: 'standard-deviation' }).sigma).toBeCloseTo(sigma, 12);
    expect(standardDeviationChart(groups).sigma).toBeCloseTo(sigma, 12);
  });

  it('take a known centre and another width', () => {
    const means = subgroupMeanChart(groups, { center: 5, sigmas: 2 });
    expect(means.center).toBe(5);
    expect(means.lower[0]).toBeCloseTo(5 - (2 * Math.sqrt(Math.PI)) / Math.SQRT2, 12);
    expect(rangeChart(groups, { center: 1 }).upper[0]).toBeCloseTo(controlChartConstants(2).D4, 12);
    const narrow = rangeChart(groups, { sigmas: 1 });
    expect(narrow.lower[0]).toBeCloseTo(2 - (2 * controlChartConstants(2).d3) / controlChartConstants(2).d2, 12);
    expect(rangeChart(groups).lower).toEqual([0, 0, 0]);
    // c4 of two values is √(2/π), so that B4 is 1 + 3 √(π/2 - 1).
    const spreads = standardDeviationChart(groups, { center: 1 });
    expect(spreads.upper[0]).toBeCloseTo(1 + 3 * Math.sqrt(Math.PI / 2 - 1), 12);
  });

  it('flag a point outside', () => {
    const shifted = [[5, 6], [6, 5], [5, 6], [20, 21]]; // prettier-ignore
    expect(subgroupMeanChart(shifted).outside).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['unequal sizes', [[1, 2], [1, 2, 3]], {}], // prettier-ignore
    ['single values', [[1], [2]], {}],
    ['nothing', [], {}],
    ['a value that is not a number', [[1, NaN], [1, 2]], {}], // prettier-ignore
    ['a value that is not finite', [[1, Infinity], [1, 2]], {}], // prettier-ignore
    ['a centre that is not a number', groups, { center: NaN }],
    ['no width', groups, { sigmas: 0 }],
  ])('have no limits with %s', (_, own, options) => {
    for (const chart of [subgroupMeanChart, rangeChart, standardDeviationChart]) {
      expectNoChart(chart(own, options), own.length);
      expect(chart(own, options).sigma).toBeNaN();
    }
    expectNoChart(subgroupMeanChart(own, { ...options, dispersion: 'standard-deviation' }), own.length);
  });

  it('have no ranges beyond 25 values', () => {
    const large = [1, 2].map((shift) => Array.from({ length: 26 }, (_, i) => i + shift));
    expectNoChart(subgroupMeanChart(large), 2);
    expectNoChart(rangeChart(large), 2);
    expect(standardDeviationChart(large).sigma).toBeGreaterThan(7);
  });
});

describe('meanChart', () => {
  it('follows the sizes', () => {
    const { center, lower, upper, outside } = meanChart([1, 4], [4, 16], 2);
    expect(center).toBe(3.4);
    expect(lower[0]).toBeCloseTo(0.4, 14);
    expect(lower[1]).toBeCloseTo(1.9, 14);
    expect(upper).toEqual([6.4, 4.9]);
    expect(outside).toEqual([]);
  });

  it('takes a known centre and another width', () => {
    const { center, lower, outside } = meanChart([1, 4], [4, 16], 2, { center: 3, sigmas: 1 });
    expect(center).toBe(3);
    expect(lower).toEqual([2, 2.5]);
    expect(outside).toEqual([0, 1]);
  });

  it('has no width without spread', () => {
    expect(meanChart([1, 1], [4, 16], 0).outside).toEqual([]);
  });

  it.each([
    ['unequal lengths', [1, 2], [4], 1, {}],
    ['nothing', [], [], 1, {}],
    ['a size of 0', [1, 2], [4, 0], 1, {}],
    ['an infinite size', [1, 2], [4, Infinity], 1, {}],
    ['a mean that is not a number', [1, NaN], [4, 4], 1, {}],
    ['a negative deviation', [1, 2], [4, 4], -1, {}],
    ['an infinite deviation', [1, 2], [4, 4], Infinity, {}],
    ['a deviation that is not a number', [1, 2], [4, 4], NaN, {}],
    ['no width', [1, 2], [4, 4], 1, { sigmas: 0 }],
  ])('has no limits with %s', (_, means, sizes, deviation, options) => {
    expectNoChart(meanChart(means, sizes, deviation, options), means.length);
  });
});

describe('ewmaChart', () => {
  it('begins at the target with growing limits', () => {
    const { averages, upper, lower } = ewmaChart([12, 10], 10, 2, { share: 0.5, sigmas: 3 });
    expect(averages).toEqual([11, 10.5]);
    expect(upper[0]).toBeCloseTo(10 + 3 * 2 * 0.5, 12);
    expect(lower[1]).toBeCloseTo(10 - 6 * Math.sqrt(0.3125), 12);
  });

  it('has 0.2 and 2.962 by default', () => {
    const { averages, upper } = ewmaChart([15], 10, 1);
    expect(averages).toEqual([11]);
    expect(upper[0]).toBeCloseTo(10 + 2.962 * 0.2, 12);
  });

  it('is the series itself for a share of 1', () => {
    const { averages, upper, outside } = ewmaChart([12, 14], 10, 1, { share: 1, sigmas: 3, limits: 'asymptotic' });
    expect(averages).toEqual([12, 14]);
    expect(upper).toEqual([13, 13]);
    expect(outside).toEqual([1]);
  });

  it.each([
    [[1, 2], 0, 1, { share: 0 }],
    [[1, 2], 0, 1, { share: 1.1 }],
    [[1, 2], 0, 1, { share: NaN }],
    [[1, 2], 0, 1, { sigmas: 0 }],
    [[1, 2], 0, 0, {}],
    [[1, 2], 0, -1, {}],
    [[1, 2], 0, Infinity, {}],
    [[1, 2], NaN, 1, {}],
    [[1, 2], Infinity, 1, {}],
    [[1, NaN], 0, 1, {}],
  ])('has no limits for %j, target %d, sigma %d, %j', (values, target, sigma, options) => {
    const chart = ewmaChart(values, target, sigma, options);
    expectNoChart(chart, 2);
    expect(chart.averages).toEqual([NaN, NaN]);
  });
});

describe('cusumChart', () => {
  it('adds up what exceeds the slack, on both sides', () => {
    const { upper, lower, signals } = cusumChart([12, 8, 8, 8], 10, 2, { limit: 1 });
    expect(upper).toEqual([0.5, 0, 0, 0]);
    expect(lower).toEqual([0, 0.5, 1, 1.5]);
    expect(signals).toEqual([3]);
  });

  it('has a slack of 0.5 and a limit of 5 by default', () => {
    const { upper, signals } = cusumChart([5.5, 0.5, 0.6], 0, 1);
    expect(upper[0]).toBe(5);
    expect(signals).toEqual([2]);
  });

  it('begins at a head start', () => {
    const { upper, lower } = cusumChart([0], 0, 1, { slack: 1, headStart: 2.5 });
    expect(upper).toEqual([1.5]);
    expect(lower).toEqual([1.5]);
    expect(cusumChart([0], 0, 1, { slack: 0, headStart: 5 }).upper).toEqual([5]);
  });

  it.each([
    [[1, 2], 0, 1, { slack: -0.1 }],
    [[1, 2], 0, 1, { slack: NaN }],
    [[1, 2], 0, 1, { limit: 0 }],
    [[1, 2], 0, 1, { headStart: -0.1 }],
    [[1, 2], 0, 1, { headStart: 5.1 }],
    [[1, 2], 0, 0, {}],
    [[1, 2], 0, Infinity, {}],
    [[1, 2], NaN, 1, {}],
    [[1, NaN], 0, 1, {}],
  ])('is NaN for %j, target %d, sigma %d, %j', (values, target, sigma, options) => {
    const got = cusumChart(values, target, sigma, options);
    expect(got).toEqual({ upper: [NaN, NaN], lower: [NaN, NaN], signals: [] });
  });
});
