import { describe, expect, it } from 'vitest';
import { mcNemarExactTest, mcNemarTest } from '../../../src/statistics/mcNemar.js';

describe('mcNemarTest', () => {
  it('is the same both ways', () => {
    expect(mcNemarTest(5, 12)).toEqual(mcNemarTest(12, 5));
    expect(mcNemarTest(5, 12, 'edwards')).toEqual(mcNemarTest(12, 5, 'edwards'));
    expect(mcNemarTest(12, 5)).toEqual(mcNemarTest(12, 5, 'none'));
  });

  it('takes pairs that all changed one way', () => {
    expect(mcNemarTest(5, 0).statistic).toBe(5);
    expect(mcNemarTest(0, 5).statistic).toBe(5);
  });

  it('corrects by one pair, not below zero', () => {
    expect(mcNemarTest(4, 2, 'edwards').statistic).toBeCloseTo(1 / 6, 15);
    expect(mcNemarTest(3, 2, 'edwards')).toEqual({ statistic: 0, pValue: 1 });
    expect(mcNemarTest(3, 3, 'edwards')).toEqual({ statistic: 0, pValue: 1 });
    expect(mcNemarTest(3, 2.9, 'edwards').statistic).toBe(0);
  });

  it('has the p-value of its chi-square', () => {
    // SciPy 1.17, chi2.sf(0.5, 1).
    expect(mcNemarTest(5, 3)).toMatchObject({ statistic: 0.5 });
    expect(mcNemarTest(5, 3).pValue).toBeCloseTo(0.47950012218695337, 13);
  });

  it.each<[number, number]>([
    [0, 0],
    [-1, 5],
    [5, -1],
    [NaN, 5],
    [5, NaN],
  ])('is NaN for %d and %d', (gained, lost) => {
    expect(mcNemarTest(gained, lost)).toEqual({ statistic: NaN, pValue: NaN });
  });
});

describe('mcNemarExactTest', () => {
  it.each([
    [0, 6, 'exact', 1 / 32],
    [0, 6, 'mid-p', 1 / 64],
    [2, 1, 'exact', 1],
    [2, 1, 'mid-p', 0.625],
    [3, 3, 'exact', 1],
    [3, 3, 'mid-p', 1],
    [1, 0, 'exact', 1],
    [1, 0, 'mid-p', 0.5],
    [0, 0, 'exact', 1],
    [0, 0, 'mid-p', 1],
  ] as const)('of %d and %d (%s) is %d', (gained, lost, variant, expected) => {
    expect(mcNemarExactTest(gained, lost, variant)).toBeCloseTo(expected, 14);
    expect(mcNemarExactTest(lost, gained, variant)).toBeCloseTo(expected, 14);
  });

  it('is exact by default', () => {
    expect(mcNemarExactTest(12, 5)).toBe(mcNemarExactTest(12, 5, 'exact'));
  });

  it.each<[number, number]>([
    [-1, 5],
    [5, -1],
    [1.5, 5],
    [5, 1.5],
    [2.5, 2.5],
    [3, -1],
    [-1, 3],
    [NaN, 5],
    [5, Infinity],
  ])('is NaN for %d and %d', (gained, lost) => {
    expect(mcNemarExactTest(gained, lost)).toBeNaN();
  });
});
