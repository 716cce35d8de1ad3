import { describe, expect, it } from 'vitest';
import { autocorrelation, crossCorrelation, partialAutocorrelation } from '../../../src/statistics/autocorrelation.js';
import { durbinWatson, ljungBoxTest } from '../../../src/statistics/portmanteauTest.js';

const series = [41, 44, 43, 47, 50, 49, 52, 55, 51, 56, 58, 60];

describe('autocorrelation', () => {
  it('of an alternating series falls by one part a lag', () => {
    expect(autocorrelation([1, -1, 1, -1], 3)).toEqual([1, -0.75, 0.5, -0.25]);
  });

  it.each([-1, 4, 0.5, NaN])('knows no lag %d of four periods', (lag) => {
    expect(autocorrelation([1, -1, 1, -1], lag)).toEqual([]);
  });

  it('is NaN for a constant and with NaN', () => {
    expect(autocorrelation([0.1, 0.1, 0.1], 1)).toEqual([NaN, NaN]);
    expect(autocorrelation([1, NaN, 3], 1)).toEqual([NaN, NaN]);
  });
});

describe('partialAutocorrelation', () => {
  it('starts with the autocorrelation at lag 1', () => {
    const [first, second] = partialAutocorrelation(series, 2);
    const r = autocorrelation(series, 2) as [number, number, number];
    expect(first).toBe(r[1]);
    expect(second).toBeCloseTo((r[2] - r[1] ** 2) / (1 - r[1] ** 2), 14);
  });

  it('is empty off the range of lags', () => {
    expect(partialAutocorrelation(series, 0)).toEqual([]);
    expect(partialAutocorrelation(series, 12)).toEqual([]);
  });
});

describe('crossCorrelation', () => {
  it('finds the lag of a shifted series', () => {
    const later = [0, 0, 9, 0, 0, 0];
    const earlier = [0, 9, 0, 0, 0, 0];
    const best = crossCorrelation(later, earlier, 2).reduce((a, b) => (b.coefficient > a.coefficient ? b : a));
    expect(best.lag).toBe(1);
    expect(crossCorrelation(earlier, later, 2).reduce((a, b) => (b.coefficient > a.coefficient ? b : a)).lag).toBe(-1);
  });

  it('is empty for different lengths and off the range of lags', () => {
    expect(crossCorrelation([1, 2, 3], [1, 2], 1)).toEqual([]);
    expect(crossCorrelation([1, 2, 3], [1, 2, 4], 3)).toEqual([]);
    expect(crossCorrelation([1, 2, 3], [3, 3, 3], 0)).toEqual([{ lag: 0, coefficient: NaN }]);
  });
});

describe('ljungBoxTest', () => {
  it('adds up the squares of the autocorrelations', () => {
    // 4 × 6 × (.75² / 3 + .5² / 2)
    expect(ljungBoxTest([1, -1, 1, -1], 2)).toMatchObject({ statistic: 7.5, degreesOfFreedom: 2 });
    expect(ljungBoxTest([1, -1, 1, -1], 2, { method: 'box-pierce' }).statistic).toBe(3.25);
    expect(ljungBoxTest([1, -1, 1, -1], 2).pValue).toBeCloseTo(Math.exp(-3.75), 14);
  });

  it('takes fitted coefficients from the degrees of freedom', () => {
    expect(ljungBoxTest(series, 3, { fitted: 1 })).toMatchObject({ degreesOfFreedom: 2 });
    expect(ljungBoxTest(series, 3, { fitted: 3 })).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
  });

  it.each([
    ['a constant', [5, 5, 5, 5], 2],
    ['no lag', series, 0],
    ['a lag off the range', series, 12],
  ])('is NaN for %s', (_, values, lags) => {
    expect(ljungBoxTest(values, lags)).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
  });
});

describe('durbinWatson', () => {
  it.each([
    [[1, -1, 1, -1], 3],
    [[1, 1, -1, -1], 1],
    [[2e200, 2e200, -2e200, -2e200], 1],
  ])('of %j is %d', (residuals, statistic) => {
    expect(durbinWatson(residuals)).toBe(statistic);
  });

  it.each([[[]], [[1]], [[0, 0, 0]], [[1, NaN, 2]]])('is NaN for %j', (residuals) => {
    expect(durbinWatson(residuals)).toBeNaN();
  });
});
