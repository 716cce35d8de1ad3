import { describe, expect, it } from 'vitest';
import { geometricMean, harmonicMean, trimmedMean } from '../../../src/statistics/means.js';

describe('trimmedMean', () => {
  it.each([
    [0, 22],
    [0.19, 22],
    [0.2, 3],
    [0.39, 3],
    [0.4, 3],
    [0.5, 3],
  ])('leaves out a share of %d at each end', (share, expected) => {
    expect(trimmedMean([100, 1, 2, 3, 4], share)).toBe(expected);
  });

  it('takes a decimal share for what it says', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i < 29 ? -1e6 : i));
    // 29 at each end: the mean of 29 to 70.
    expect(trimmedMean(values, 0.29)).toBe(49.5);
  });

  it('is the median at 0.5, also of an even number', () => {
    expect(trimmedMean([1, 2, 4, 100], 0.5)).toBe(3);
  });

  it.each<[number[], number]>([
    [[], 0.1],
    [[], 0.5],
    [[1, NaN], 0.1],
    [[1, 2], -0.1],
    [[1, 2], 0.51],
    [[5], 0.51],
    [[1, 2, 3, NaN], 0.25],
    [[1, 2], NaN],
  ])('is NaN for %j and share %d', (values, share) => {
    expect(trimmedMean(values, share)).toBeNaN();
  });
});

describe('geometricMean and harmonicMean', () => {
  it('give the textbook values', () => {
    expect(geometricMean([1, 2, 4])).toBeCloseTo(2, 14);
    expect(harmonicMean([40, 60])).toBeCloseTo(48, 13);
    expect(geometricMean([1e200, 1e-200])).toBeCloseTo(1, 13);
  });

  it.each([[[]], [[1, 0]], [[1, -2]], [[1, NaN]]])('are NaN for %j', (values: number[]) => {
    expect(geometricMean(values)).toBeNaN();
    expect(harmonicMean(values)).toBeNaN();
  });
});
