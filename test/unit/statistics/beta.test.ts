import { describe, expect, it } from 'vitest';
import {
  betaDensity,
  betaLowerTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from '../../../src/statistics/beta.js';
import { expectRelative } from './relative.js';

describe('beta', () => {
  it.each([0.01, 0.3, 1, 2, 50])('with b = 1 is a power: a = %s', (a) => {
    for (const x of [1e-5, 0.2, 0.5, 0.9]) {
      expectRelative(betaDensity(x, a, 1), a * x ** (a - 1));
      expectRelative(betaLowerTail(x, a, 1), x ** a);
      expectRelative(betaUpperTail(x, a, 1), -Math.expm1(a * Math.log(x)));
      expectRelative(betaUpperTail(x, 1, a), Math.exp(a * Math.log1p(-x)));
    }
    for (const p of [0.001, 0.3, 0.5, 0.8]) {
      expectRelative(betaQuantile(p, a, 1), p ** (1 / a), 1e-11);
      expectRelative(betaUpperQuantile(p, 1, a), -Math.expm1(Math.log(p) / a));
    }
  });

  it('has the density 12 x (1 - x)² for shapes 2 and 3', () => {
    for (const x of [1e-100, 0.2, 0.5, 0.9]) expectRelative(betaDensity(x, 2, 3), 12 * x * (1 - x) ** 2);
  });

  it.each([1e-300, 1e-20, 0.01, 0.4999, 0.5, 0.6, 0.99])('quantiles undo tails at %s', (p) => {
    for (const a of [0.3, 1, 2.5, 40, 1e4, 1e6]) {
      for (const b of [0.9, 3, 50]) {
        const lower = betaQuantile(p, a, b);
        // Where x nears 1 its spacing, not the search, limits what the tail can give back.
        if (lower > 0 && lower < 0.9) expectRelative(betaLowerTail(lower, a, b), p, 1e-11);
        const upper = betaUpperQuantile(p, b, a);
        if (upper > 0 && upper < 0.9) expectRelative(betaUpperTail(upper, b, a), p, 1e-11);
      }
    }
  });

  it('quantiles of a symmetric law mirror each other', () => {
    for (const shape of [0.4, 1, 7, 1e6]) {
      expectRelative(betaQuantile(0.5, shape, shape), 0.5);
      expectRelative(betaQuantile(0.2, shape, shape), 1 - betaUpperQuantile(0.2, shape, shape));
    }
  });

  it('finds quantiles at the ends of the interval', () => {
    expect(betaQuantile(0.001, 1e-3, 1)).toBe(0);
    expect(betaUpperQuantile(0.001, 1, 1e-3)).toBe(1);
    expectRelative(betaQuantile(1e-300, 1, 1), 1e-300);
    expectRelative(betaQuantile(0.7, 0.002, 1), 0.7 ** 500, 1e-10);
  });

  it('has its ends', () => {
    expect([0.5, 1, 2].map((a) => betaDensity(0, a, 3))).toEqual([Infinity, 3, 0]);
    expect([0.5, 1, 2].map((b) => betaDensity(1, 3, b))).toEqual([Infinity, 3, 0]);
    expect([-1e-300, 1.0000000000000002].map((x) => betaDensity(x, 0.5, 0.5))).toEqual([0, 0]);
    expect([-1, 0, 1, 2].map((x) => betaLowerTail(x, 2, 3))).toEqual([0, 0, 1, 1]);
    expect([-1, 0, 1, 2].map((x) => betaUpperTail(x, 2, 3))).toEqual([1, 1, 0, 0]);
    expect([0, 1].map((p) => betaQuantile(p, 2, 3))).toEqual([0, 1]);
    expect([0, 1].map((p) => betaUpperQuantile(p, 2, 3))).toEqual([1, 0]);
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
    [0, 1, 0],
  ])('is NaN at %s for shapes %s and %s', (x, a, b) => {
    for (const f of [betaDensity, betaLowerTail, betaUpperTail, betaQuantile, betaUpperQuantile]) {
      expect(f(x, a, b)).toBeNaN();
    }
  });

  it.each([-1e-300, 1.0000000000000002])('has no quantile at probability %s', (p) => {
    expect(betaQuantile(p, 2, 3)).toBeNaN();
    expect(betaUpperQuantile(p, 2, 3)).toBeNaN();
  });
});
