import { describe, expect, it } from 'vitest';
import {
  gammaDensity,
  gammaLowerTail,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from '../../../src/statistics/gamma.js';
import { lowerRegularizedGamma, upperRegularizedGamma } from '../../../src/statistics/incompleteGamma.js';
import { expectRelative } from './relative.js';

describe('gamma', () => {
  it.each([0.001, 0.5, 3, 40])('of shape 1 is the exponential law: rate %s', (rate) => {
    for (const x of [1e-10, 0.3, 2, 30]) {
      expectRelative(gammaDensity(x, 1, rate), rate * Math.exp(-rate * x));
      expectRelative(gammaUpperTail(x, 1, rate), Math.exp(-rate * x));
      expectRelative(gammaLowerTail(x, 1, rate), -Math.expm1(-rate * x));
    }
    for (const p of [1e-300, 1e-20, 0.1, 0.5, 0.9]) {
      expectRelative(gammaUpperQuantile(p, 1, rate), -Math.log(p) / rate);
      expectRelative(gammaQuantile(p, 1, rate), -Math.log1p(-p) / rate);
    }
  });

  it('scales with its rate', () => {
    expectRelative(gammaLowerTail(3, 2.5, 4), lowerRegularizedGamma(2.5, 12));
    expectRelative(gammaUpperTail(3, 2.5, 4), upperRegularizedGamma(2.5, 12));
    // x² e^-x / 2 at x = 6, times the rate.
    expectRelative(gammaDensity(2, 3, 3), 3 * 18 * Math.exp(-6));
  });

  it.each([1e-310, 1e-300, 1e-9, 0.01, 0.4999, 0.5, 0.6, 0.99, 1 - 1e-12])('quantiles undo tails at %s', (p) => {
    for (const shape of [0.5, 0.9, 1, 1.1, 3, 70, 1e4, 1e6]) {
      // The quantiles of shapes below 1 underflow before their tails do.
      if (shape < 1 && p < 1e-100) continue;
      expectRelative(gammaLowerTail(gammaQuantile(p, shape, 2), shape, 2), p, p < 1e-305 ? 1e-8 : 1e-11);
      expectRelative(gammaUpperTail(gammaUpperQuantile(p, shape, 2), shape, 2), p, p < 1e-305 ? 1e-8 : 1e-11);
    }
  });

  // mpmath 1.3 at 50 digits.
  it.each([
    [1e5, 99845.04839465175, 0.31235037769693635618],
    [1e5, 99857.69750529242, 0.3266583317670105717],
    [1e5, 100142.30249470758, 0.67394781417264963271],
    [1e5, 100154.95160534825, 0.68821643318994481459],
    [2e5, 199865.83592135002, 0.3823472954470112477],
  ])('of shape %d has all digits near its mean, at %d', (shape, x, lower) => {
    expectRelative(gammaLowerTail(x, shape, 1), lower, 2e-15);
    expectRelative(gammaUpperTail(x, shape, 1), 1 - lower, 3e-15);
  });

  it('finds quantiles far below the mean of a small shape', () => {
    // (p Γ(1 + shape))^(1 / shape), by mpmath; 0.001^1000 is below the smallest double.
    expectRelative(gammaQuantile(0.5, 0.01, 1), 4.465535018910355e-31, 1e-13);
    expectRelative(gammaQuantile(0.52, 0.001, 1), 5.6626416070028554e-285);
    expect(gammaQuantile(0.001, 0.001, 1)).toBe(0);
    expect(gammaUpperQuantile(0.999, 0.001, 1)).toBe(0);
  });

  it.each([0.5, 1, 3])('has its ends for shape %s', (shape) => {
    expect(gammaDensity(-1e-300, shape, 2)).toBe(0);
    expect(gammaDensity(0, shape, 2)).toBe(shape < 1 ? Infinity : shape === 1 ? 2 : 0);
    expect(gammaDensity(Infinity, shape, 2)).toBe(0);
    expect([-1, 0, Infinity].map((x) => gammaLowerTail(x, shape, 2))).toEqual([0, 0, 1]);
    expect([-1, 0, Infinity].map((x) => gammaUpperTail(x, shape, 2))).toEqual([1, 1, 0]);
    expect([0, 1].map((p) => gammaQuantile(p, shape, 2))).toEqual([0, Infinity]);
    expect([0, 1].map((p) => gammaUpperQuantile(p, shape, 2))).toEqual([Infinity, 0]);
  });

  it.each([
    [NaN, 1, 1],
    [0.5, 0, 1],
    [0.5, -1, 1],
    [0.5, NaN, 1],
    [0.5, Infinity, 1],
    [0.5, 1, 0],
    [0.5, 1, -1],
    [0.5, 1, NaN],
    [0.5, 1, Infinity],
    [0, -1, 1],
  ])('is NaN at %s for shape %s and rate %s', (x, shape, rate) => {
    for (const f of [gammaDensity, gammaLowerTail, gammaUpperTail, gammaQuantile, gammaUpperQuantile]) {
      expect(f(x, shape, rate)).toBeNaN();
    }
  });

  it.each([-1e-300, 1.0000000000000002])('has no quantile at probability %s', (p) => {
    expect(gammaQuantile(p, 2, 1)).toBeNaN();
    expect(gammaUpperQuantile(p, 2, 1)).toBeNaN();
  });
});
