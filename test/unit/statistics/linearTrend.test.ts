import { describe, expect, it } from 'vitest';
import { linearTrend } from '../../../src/statistics/linearTrend.js';
import { classicalDecomposition } from '../../../src/statistics/seasonalDecomposition.js';
import { exponentialSmoothing, trailingMean } from '../../../src/statistics/smoothing.js';
import { stlDecomposition } from '../../../src/statistics/stlDecomposition.js';

const all = (count: number): number[] => Array.from({ length: count }, () => NaN);

describe('linearTrend', () => {
  it('knows a straight line', () => {
    const line = linearTrend([3, 5, 7, 9]);
    expect(line).toMatchObject({ slope: 2, intercept: 1, standardError: 0, rSquared: 1, degreesOfFreedom: 2 });
    expect(line.interval).toEqual({ lower: 2, upper: 2 });
    expect(line.prediction).toEqual({ value: 11, lower: 11, upper: 11 });
    expect(line.statistic).toBeNaN();
    expect(line.pValue).toBeNaN();
  });

  it('is by hand for three values', () => {
    // Residuals 1/2, -1, 1/2 about a slope of 1/2: squares 3/2 on one degree of freedom.
    const line = linearTrend([1, 0, 2], { lag: 0 });
    expect(line.slope).toBe(0.5);
    expect(line.residualDeviation).toBeCloseTo(Math.sqrt(1.5), 12);
    expect(line.standardError).toBeCloseTo(Math.sqrt(0.75), 12);
    expect(line.rSquared).toBeCloseTo(0.25, 12);
    expect(line.durbinWatson).toBeCloseTo(3, 12);
    // Scores -1/2, 0, 1/2; leverages leave 1/6, 2/3, 1/6.
    expect(line.neweyWestError).toBeCloseTo(Math.sqrt(0.5) / 2, 12);
    expect(line.robustError).toBeCloseTo(Math.sqrt(2 * 9) / 2, 12);
    expect(line.prediction.value).toBeCloseTo(2, 12);
  });

  it('looks one period back for serial correlation unless told otherwise', () => {
    const series = [1, 3, 2, 5, 4, 8];
    expect(linearTrend(series).neweyWestError).toBe(linearTrend(series, { lag: 1 }).neweyWestError);
    expect(linearTrend(series).neweyWestError).not.toBe(linearTrend(series, { lag: 0 }).neweyWestError);
  });

  it('takes times of its own', () => {
    const line = linearTrend([1, 5, 3], { times: [0, 4, 2] });
    expect(line.slope).toBe(1);
    expect(line.prediction.value).toBe(4);
  });

  it('explains nothing of a constant series', () => {
    const line = linearTrend([4, 4, 4]);
    expect(line.slope).toBe(0);
    expect(line.rSquared).toBeNaN();
  });

  it.each([
    ['two values', [1, 2], {}],
    ['equal times', [1, 2, 3], { times: [1, 1, 1] }],
    ['unequal lengths', [1, 2, 3], { times: [1, 2] }],
    ['a value that is not a number', [1, NaN, 3], {}],
    ['a time that is not finite', [1, 2, 3], { times: [1, 2, Infinity] }],
    ['a lag below 0', [1, 3, 2], { lag: -1 }],
    ['a lag that is no whole number', [1, 3, 2], { lag: 0.5 }],
  ])('is NaN with %s', (_, values, options) => {
    const { slope, standardError, pValue, interval, prediction } = linearTrend(values, options);
    expect([slope, standardError, pValue, interval.lower, prediction.value]).toEqual(all(5));
  });

  it.each([0, 1, NaN])('has no interval for a confidence of %d', (confidence) => {
    const { slope, interval, prediction } = linearTrend([1, 3, 2], { confidence });
    expect(slope).toBe(0.5);
    expect([interval.lower, interval.upper, prediction.lower, prediction.upper]).toEqual(all(4));
  });
});

describe('exponentialSmoothing', () => {
  it('follows the series for a share of 1', () => {
    expect(exponentialSmoothing([3, 1, 2], 1)).toEqual([3, 1, 2]);
    expect(exponentialSmoothing([8, 4, 0], 0.25)).toEqual([8, 7, 5.25]);
    expect(exponentialSmoothing([], 0.5)).toEqual([]);
  });

  it.each([0, -0.1, 1.1, NaN])('is NaN for a share of %d', (share) => {
    expect(exponentialSmoothing([3, 1], share)).toEqual([NaN, NaN]);
  });

  it('is NaN from a missing value on', () => {
    expect(exponentialSmoothing([3, NaN, 2], 0.5)).toEqual([3, NaN, NaN]);
  });
});

describe('trailingMean', () => {
  it('waits until the window is full', () => {
    expect(trailingMean([3, 1, 5], 1)).toEqual([3, 1, 5]);
    expect(trailingMean([3, 1, 5], 3)).toEqual([NaN, NaN, 3]);
    expect(trailingMean([3, 1, 5], 4)).toEqual(all(3));
  });

  it('forgets a missing value when it leaves the window', () => {
    expect(trailingMean([NaN, 1, 5], 2)).toEqual([NaN, NaN, 3]);
  });

  it.each([0, -1, 1.5, NaN])('is NaN for a width of %d', (width) => {
    expect(trailingMean([3, 1], width)).toEqual([NaN, NaN]);
  });
});

describe('classicalDecomposition', () => {
  it('finds a season on a line', () => {
    const values = Array.from({ length: 9 }, (_, i) => i + [0, 3, -3][i % 3]!);
    const { seasonalFigure, seasonal, trend, remainder } = classicalDecomposition(values, 3);
    expect(seasonalFigure).toEqual([0, 3, -3]);
    expect(seasonal).toEqual([0, 3, -3, 0, 3, -3, 0, 3, -3]);
    expect(trend).toEqual([NaN, 1, 2, 3, 4, 5, 6, 7, NaN]);
    expect(remainder).toEqual([NaN, 0, 0, 0, 0, 0, 0, 0, NaN]);
  });

  it('multiplies when asked to', () => {
    const { seasonalFigure, remainder } = classicalDecomposition([1, 3, 1, 3, 1, 3], 2, 'multiplicative');
    expect(seasonalFigure).toEqual([0.5, 1.5]);
    expect(remainder).toEqual([NaN, 1, 1, 1, 1, NaN]);
  });

  it.each([
    [[1, 2, 3], 2],
    [[1, 2, 3, 4], 1],
    [[1, 2, 3, 4], 1.5],
    [[1, 2, 3, 4], NaN],
    [[1, 2, NaN, 4], 2],
  ])('is NaN for %j with period %d', (values, period) => {
    const nothing = all(values.length);
    const got = classicalDecomposition(values, period);
    expect(got).toEqual({ seasonalFigure: [], seasonal: nothing, trend: nothing, remainder: nothing });
  });

  it('needs two full cycles', () => {
    expect(classicalDecomposition([1, 3, 1, 3], 2).seasonalFigure).toEqual([-1, 1]);
  });
});

describe('stlDecomposition', () => {
  const values = Array.from({ length: 16 }, (_, i) => i / 2 + [0, 4, -3, -1][i % 4]!);

  it.each(['plain', 'robust'] as const)('finds a season on a line (%s)', (fit) => {
    const { seasonal, trend, remainder } = stlDecomposition(values, 4, { fit });
    for (let i = 4; i < 16; i++) expect(seasonal[i]).toBe(seasonal[i - 4]);
    values.forEach((value, i) => {
      expect(Math.abs(trend[i]! - i / 2)).toBeLessThan(0.12);
      expect(seasonal[i]! + trend[i]! + remainder[i]!).toBeCloseTo(value, 12);
    });
  });

  it('does not follow a wild value when robust', () => {
    const wild = values.map((value, i) => (i === 6 ? value + 100 : value));
    const { remainder } = stlDecomposition(wild, 4, { fit: 'robust' });
    expect(remainder[6]).toBeGreaterThan(95);
    expect(Math.abs(remainder[7]!)).toBeLessThan(1);
  });

  it('leaves nothing of a constant series', () => {
    const { seasonal, trend, remainder } = stlDecomposition(Array.from({ length: 9 }, () => 5), 4, { fit: 'robust' }); // prettier-ignore
    for (const value of [...seasonal, ...remainder]) expect(value).toBeCloseTo(0, 12);
    for (const value of trend) expect(value).toBeCloseTo(5, 12);
  });

  it.each([
    ['two cycles only', values.slice(0, 8), 4, {}],
    ['a period of 1', values, 1, {}],
    ['a period that is no whole number', values, 2.5, {}],
    ['a value that is not a number', [...values, NaN], 4, {}],
    ['an even seasonal window', values, 4, { seasonalWindow: 8 }],
    ['a small seasonal window', values, 4, { seasonalWindow: 5 }],
    ['an even trend window', values, 4, { trendWindow: 6 }],
    ['a small trend window', values, 4, { trendWindow: 1 }],
  ])('is NaN with %s', (_, own, period, options) => {
    const nothing = all(own.length);
    expect(stlDecomposition(own, period, options)).toEqual({ seasonal: nothing, trend: nothing, remainder: nothing });
  });

  it('takes the smallest windows', () => {
    expect(stlDecomposition(values, 4, { seasonalWindow: 7, trendWindow: 3 }).trend[0]).not.toBeNaN();
    expect(stlDecomposition(values.slice(0, 9), 4).trend[0]).not.toBeNaN();
  });
});
