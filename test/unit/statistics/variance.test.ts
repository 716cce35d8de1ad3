import { describe, expect, it } from 'vitest';
import { standardDeviation, variance } from '../../../src/statistics/variance.js';

describe('variance and standardDeviation', () => {
  it('divide by n - 1', () => {
    expect(variance([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBeCloseTo(55 / 6, 14);
    expect(standardDeviation([1, 3])).toBe(Math.SQRT2);
  });

  it('survive a large offset', () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
  });

  it.each([[[]], [[1]], [[1, NaN]], [[1, Infinity]]])('are NaN for %j', (values: number[]) => {
    expect(variance(values)).toBeNaN();
    expect(standardDeviation(values)).toBeNaN();
  });

  it('are exactly zero for equal values', () => {
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
    expect(standardDeviation(new Set([0.1, 0.1]).values())).toBeNaN();
  });
});
