import { describe, expect, it } from 'vitest';
import { chiSquaredUpperTail } from '../../../src/statistics/chiSquared.js';
import { fDensity, fLowerTail, fQuantile, fUpperQuantile, fUpperTail } from '../../../src/statistics/fDistribution.js';
import { studentTUpperQuantile, studentTUpperTail } from '../../../src/statistics/studentT.js';
import { expectRelative } from './relative.js';

describe('F', () => {
  it.each([1e-300, 1e-8, 0.3, 1, 7, 1e8, 1e300])('with 2 and 2 degrees of freedom has closed forms: %s', (x) => {
    expectRelative(fLowerTail(x, 2, 2), x / (1 + x));
    expectRelative(fUpperTail(x, 2, 2), 1 / (1 + x));
    if (x < 1e100) expectRelative(fDensity(x, 2, 2), (1 + x) ** -2);
  });

  it.each([1e-300, 1e-10, 0.3, 0.5, 0.9])('with 2 and 2 degrees of freedom has closed quantiles: %s', (p) => {
    expectRelative(fQuantile(p, 2, 2), p / (1 - p));
    expectRelative(fUpperQuantile(p, 2, 2), (1 - p) / p);
  });

  it.each([0.2, 1, 3, 20])('with 1 degree of freedom is the square of t: %s', (t) => {
    for (const df of [0.7, 5, 100, 1e6]) expectRelative(fUpperTail(t * t, 1, df), 2 * studentTUpperTail(t, df));
  });

  it.each([1e-200, 0.01, 0.5, 0.9])('with 1 degree of freedom has squared t quantiles: %s', (p) => {
    for (const df of [5, 100]) expectRelative(fUpperQuantile(p, 1, df), studentTUpperQuantile(p / 2, df) ** 2);
  });

  it('changes sides when its degrees of freedom do', () => {
    expectRelative(fLowerTail(0.25, 5, 9), fUpperTail(4, 9, 5));
    expectRelative(fQuantile(0.03, 5, 9), 1 / fUpperQuantile(0.03, 9, 5));
    expectRelative(fDensity(0.25, 5, 9), 16 * fDensity(4, 9, 5));
  });

  it('of one law has its median at 1', () => {
    for (const df of [0.5, 3, 1e6, 1e9]) {
      expectRelative(fUpperTail(1, df, df), 0.5);
      expectRelative(fQuantile(0.5, df, df), 1);
    }
  });

  it('with infinite df2 is chi-squared over df1', () => {
    expect(fUpperTail(3, 4, Infinity)).toBe(chiSquaredUpperTail(12, 4));
    // df 4: P(χ² > 12) = e^-6 (1 + 6), density e^-6 · 12 / 4, and P + Q = 1.
    expectRelative(fUpperTail(3, 4, Infinity), 7 * Math.exp(-6));
    expectRelative(fLowerTail(3, 4, Infinity), 1 - 7 * Math.exp(-6));
    expectRelative(fDensity(3, 4, Infinity), 4 * 3 * Math.exp(-6));
    expectRelative(fQuantile(1 - 7 * Math.exp(-6), 4, Infinity), 3, 1e-11);
    expectRelative(fUpperQuantile(7 * Math.exp(-6), 4, Infinity), 3);
    expectRelative(fUpperTail(3, 4, 1e15), 7 * Math.exp(-6));
  });

  // mpmath at 40 digits.
  it.each([
    [0.97, 200, 300, 3.0952292155783219],
    [1.03, 200, 300, 2.9193380674948774],
    [0.9, 30, 40, 1.2287324156049188],
    [1.1, 30, 40, 1.0136260564561067],
    [1.7e308, 40, 4, 0],
  ])('has its density at %s with df %s and %s', (x, df1, df2, expected) => {
    expectRelative(fDensity(x, df1, df2), expected, 1e-10);
  });

  it('keeps its digits at both ends of the doubles', () => {
    expectRelative(fLowerTail(1e-309, 0.01, 0.01), 0.01425567331615086574);
    expectRelative(fUpperTail(1.7e308, 1, 0.01), 0.027916128296963026);
    expect(fUpperTail(1e-309, 4, 5)).toBe(1);
    expect(fLowerTail(1.7e308, 400, 2)).toBe(1);
    expect(fUpperTail(-100, 4, 5)).toBe(1);
    expect(fLowerTail(-100, 4, 5)).toBe(0);
  });

  it('has its ends', () => {
    expect([1, 2, 3].map((df) => fDensity(0, df, 5))).toEqual([Infinity, 1, 0]);
    expect([1, 2, 3].map((df) => fDensity(0, df, Infinity))).toEqual([Infinity, 1, 0]);
    expect([-1, Infinity].map((x) => fDensity(x, 3, 5))).toEqual([0, 0]);
    for (const df2 of [5, Infinity]) {
      expect([-1, 0, Infinity].map((x) => fLowerTail(x, 3, df2))).toEqual([0, 0, 1]);
      expect([-1, 0, Infinity].map((x) => fUpperTail(x, 3, df2))).toEqual([1, 1, 0]);
      expect([0, 1].map((p) => fQuantile(p, 3, df2))).toEqual([0, Infinity]);
      expect([0, 1].map((p) => fUpperQuantile(p, 3, df2))).toEqual([Infinity, 0]);
    }
  });

  it.each([
    [NaN, 1, 1],
    [0.5, 0, 1],
    [0.5, -1, 1],
    [0.5, NaN, 1],
    [0.5, Infinity, 1],
    [0.5, Infinity, Infinity],
    [0.5, 1, 0],
    [0.5, 1, -1],
    [0.5, 1, NaN],
    [0, 0, 1],
    [NaN, 1, Infinity],
  ])('is NaN at %s with df %s and %s', (x, df1, df2) => {
    for (const f of [fDensity, fLowerTail, fUpperTail, fQuantile, fUpperQuantile]) expect(f(x, df1, df2)).toBeNaN();
  });

  it.each([-1e-300, 1.0000000000000002])('has no quantile at probability %s', (p) => {
    expect(fQuantile(p, 3, 5)).toBeNaN();
    expect(fUpperQuantile(p, 3, 5)).toBeNaN();
    expect(fQuantile(p, 3, Infinity)).toBeNaN();
  });
});
