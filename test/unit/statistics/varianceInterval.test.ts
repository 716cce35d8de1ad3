import { describe, expect, it } from 'vitest';
import { varianceInterval } from '../../../src/statistics/varianceInterval.js';

describe('varianceInterval', () => {
  // SciPy 1.17, chi2.
  it('gives the chi-square limits', () => {
    const { lower, upper } = varianceInterval(30, 3, 0.9);
    expect(lower).toBeCloseTo(11.5167157595541, 11);
    expect(upper).toBeCloseTo(255.79349693275668, 10);
    expect(varianceInterval(30, 3)).toEqual(varianceInterval(30, 3, 0.95));
  });

  it('is zero for no variance', () => {
    expect(varianceInterval(0, 3)).toEqual({ lower: 0, upper: 0 });
  });

  it.each<[number, number, number]>([
    [-1, 3, 0.95],
    [NaN, 3, 0.95],
    [30, 0, 0.95],
    [30, NaN, 0.95],
    [30, 3, 0],
    [30, 3, 1],
    [30, 3, NaN],
  ])('is NaN for variance %d, df %d, confidence %d', (variance, df, confidence) => {
    expect(varianceInterval(variance, df, confidence)).toEqual({ lower: NaN, upper: NaN });
  });
});
