import { describe, expect, it } from 'vitest';
import {
  chiSquaredDensity,
  chiSquaredLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from '../../../src/statistics/chiSquared.js';
import { normalUpperTail } from '../../../src/statistics/normal.js';
import { normalQuantile } from '../../../src/statistics/normalQuantile.js';
import { expectRelative } from './relative.js';

describe('chi-squared', () => {
  it.each([1e-12, 0.3, 2, 60, 1300])('with df 2 is exponential: %s', (x) => {
    expectRelative(chiSquaredDensity(x, 2), Math.exp(-x / 2) / 2);
    expectRelative(chiSquaredUpperTail(x, 2), Math.exp(-x / 2));
    expectRelative(chiSquaredLowerTail(x, 2), -Math.expm1(-x / 2));
  });

  it.each([0.01, 0.5, 1, 4, 12, 37])('with df 1 is the square of a normal variable: %s', (z) => {
    expectRelative(chiSquaredUpperTail(z * z, 1), 2 * normalUpperTail(z));
  });

  it.each([1e-300, 1e-10, 0.05, 0.5, 0.95])('has closed quantiles for df 1 and 2: %s', (p) => {
    expectRelative(chiSquaredUpperQuantile(p, 2), -2 * Math.log(p));
    expectRelative(chiSquaredQuantile(p, 2), -2 * Math.log1p(-p));
    expectRelative(chiSquaredUpperQuantile(p, 1), normalQuantile(p / 2) ** 2, 1e-11);
  });

  it('keeps its tails for a million degrees of freedom', () => {
    const upper = chiSquaredUpperQuantile(1e-200, 1e6);
    expectRelative(chiSquaredUpperTail(upper, 1e6), 1e-200, 1e-11);
    // SciPy 1.17: chi2.isf(0.025, 1e6).
    expectRelative(chiSquaredUpperQuantile(0.025, 1e6), 1002773.7014, 1e-9);
  });

  it('has its ends', () => {
    expect([1, 2, 3].map((df) => chiSquaredDensity(0, df))).toEqual([Infinity, 0.5, 0]);
    expect([-1, Infinity].map((x) => chiSquaredDensity(x, 3))).toEqual([0, 0]);
    expect([-1, 0, Infinity].map((x) => chiSquaredLowerTail(x, 3))).toEqual([0, 0, 1]);
    expect([-1, 0, Infinity].map((x) => chiSquaredUpperTail(x, 3))).toEqual([1, 1, 0]);
    expect([0, 1].map((p) => chiSquaredQuantile(p, 3))).toEqual([0, Infinity]);
    expect([0, 1].map((p) => chiSquaredUpperQuantile(p, 3))).toEqual([Infinity, 0]);
  });

  it.each([
    [NaN, 1],
    [0.5, 0],
    [0.5, -1],
    [0.5, NaN],
    [0.5, Infinity],
  ])('is NaN at %s with df %s', (x, df) => {
    for (const f of [
      chiSquaredDensity,
      chiSquaredLowerTail,
      chiSquaredUpperTail,
      chiSquaredQuantile,
      chiSquaredUpperQuantile,
    ]) {
      expect(f(x, df)).toBeNaN();
    }
  });
});
