import { describe, expect, it } from 'vitest';
import { randomEffectsMean } from '../../../src/statistics/betweenVariance.js';

const UNKNOWN = { betweenVariance: NaN, mean: NaN, standardError: NaN };

describe('randomEffectsMean', () => {
  it.each(['paule-mandel', 'reml', 'dersimonian-laird'] as const)(
    'of equal errors is the sample variance less that error squared: %s',
    (method) => {
      // Mean 10, sample variance (18² + 2² + 13² + 3²)/3 = 506/3; less 25.
      const { betweenVariance, mean, standardError } = randomEffectsMean([28, 8, -3, 7], [5, 5, 5, 5], method);
      expect(betweenVariance).toBeCloseTo(506 / 3 - 25, 9);
      expect(mean).toBeCloseTo(10, 12);
      expect(standardError).toBeCloseTo(Math.sqrt(506 / 12), 9);
    },
  );

  it('takes the method of Paule and Mandel unless told otherwise', () => {
    const [y, errors] = [
      [1, 4, 9],
      [1, 2, 1],
    ];
    expect(randomEffectsMean(y, errors)).toEqual(randomEffectsMean(y, errors, 'paule-mandel'));
    expect(randomEffectsMean(y, errors)).not.toEqual(randomEffectsMean(y, errors, 'reml'));
  });

  it('of two groups solves the equation of Paule and Mandel in closed form', () => {
    // Q = d²/(V1 + V2 + 2A) = 1 gives A = (d² - V1 - V2)/2 = (100 - 5)/2.
    expect(randomEffectsMean([0, 10], [1, 2]).betweenVariance).toBeCloseTo(47.5, 10);
    expect(randomEffectsMean([0, 10], [1, 2], 'dersimonian-laird').betweenVariance).toBeCloseTo(47.5, 10);
    expect(randomEffectsMean([0, 10], [1, 2], 'reml').betweenVariance).toBeCloseTo(47.5, 9);
  });

  it.each(['paule-mandel', 'reml', 'dersimonian-laird'] as const)(
    'is 0 where the values differ by no more than chance: %s',
    (method) => {
      const { betweenVariance, mean, standardError } = randomEffectsMean([1, 2, 3], [2, 2, 2], method);
      expect(betweenVariance).toBe(0);
      expect(mean).toBeCloseTo(2, 12);
      expect(standardError).toBeCloseTo(Math.sqrt(4 / 3), 12);
      expect(randomEffectsMean([7, 7], [1, 3], method).betweenVariance).toBe(0);
    },
  );

  it.each([1e-150, 1e120])('keeps its digits in units of %d', (unit) => {
    const { betweenVariance, mean } = randomEffectsMean([0, 10 * unit], [unit, 2 * unit]);
    expect(betweenVariance / unit / unit).toBeCloseTo(47.5, 10);
    // Weights 1/48.5 and 1/51.5.
    expect(mean / unit).toBeCloseTo((10 * 48.5) / 100, 10);
  });

  it('never gives -0', () => {
    expect(randomEffectsMean([-0, -0], [1, 1]).mean).toBe(0);
  });

  it.each([
    ['one group', [1], [1]],
    ['none', [], []],
    ['errors of another length', [1, 2], [1]],
    ['a value that is not finite', [1, Infinity], [1, 1]],
    ['a value that is NaN', [1, NaN], [1, 1]],
    ['an error of 0', [1, 2], [1, 0]],
    ['an error below 0', [1, 2], [1, -1]],
    ['an infinite error', [1, 2], [1, Infinity]],
    ['an error that is NaN', [1, 2], [1, NaN]],
  ])('is unknown for %s', (_, values, errors) => {
    expect(randomEffectsMean(values, errors)).toEqual(UNKNOWN);
  });
});
