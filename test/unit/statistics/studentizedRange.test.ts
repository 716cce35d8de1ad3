import { describe, expect, it } from 'vitest';
import { studentTUpperTail } from '../../../src/statistics/studentT.js';
import { studentizedRangeUpperQuantile, studentizedRangeUpperTail } from '../../../src/statistics/studentizedRange.js';
import { expectRelative } from './relative.js';

describe('studentizedRangeUpperTail', () => {
  // One integral: mpmath 1.3 with 40 to 90 digits.
  it.each([
    [3.5, 3, 0.035557041863160375],
    [20, 4, 1.2530925502575263e-44],
    [0.5, 10, 0.99999858661948426],
    [5, 100, 0.47854770644698747],
    [1, 3, 0.75928735877066123],
  ])('of %d for %d means of known spread is %d', (q, groups, expected) => {
    expectRelative(studentizedRangeUpperTail(q, groups, Infinity), expected, 1e-13);
  });

  // Two integrals: Gauss-Legendre on 60 x 20 panels of 40 points (NumPy), good to about 1e-13.
  it.each([
    [3.5, 3, 20, 0.05589184908174914],
    [30, 5, 8, 1.8391393144712403e-7],
    [1, 3, 60, 0.7602468964266142],
    [3.5, 3, 1, 0.35987526963605165],
    [4.5, 10, 5, 0.22964035159821328],
    [3.5, 4, 2000, 0.06418826717782797],
  ])('of %d for %d means on %d degrees of freedom is %d', (q, groups, df, expected) => {
    expectRelative(studentizedRangeUpperTail(q, groups, df), expected, 1e-11);
  });

  it.each([0.3, 1, 2.5, 7, 40, 1e4, 1e7])('is the t test for two means on %d degrees of freedom', (df) => {
    for (const q of [1e-6, 0.1, 1, 3, 8, 30, 200]) {
      const expected = 2 * studentTUpperTail(q / Math.SQRT2, df);
      if (expected > 1e-290) expectRelative(studentizedRangeUpperTail(q, 2, df), expected, 1e-10);
    }
  });

  it('approaches the law of a known spread', () => {
    const known = studentizedRangeUpperTail(3.5, 5, Infinity);
    expectRelative(studentizedRangeUpperTail(3.5, 5, 1e9), known, 1e-8);
  });

  it('is 1 at zero and below, 0 at infinity', () => {
    expect(studentizedRangeUpperTail(0, 3, 10)).toBe(1);
    expect(studentizedRangeUpperTail(-1, 3, 10)).toBe(1);
    expect(studentizedRangeUpperTail(Infinity, 3, 10)).toBe(0);
    expect(studentizedRangeUpperTail(1e-9, 3, 10)).toBeCloseTo(1, 12);
    expect(studentizedRangeUpperTail(1e-9, 3, 10)).toBeLessThanOrEqual(1);
  });

  it.each([
    [NaN, 3, 10],
    [3, 1, 10],
    [3, 2.5, 10],
    [3, Infinity, 10],
    [3, 3, 0],
    [3, 3, -1],
    [3, 3, NaN],
  ])('is NaN for %d, %d, %d', (q, groups, df) => {
    expect(studentizedRangeUpperTail(q, groups, df)).toBeNaN();
    if (!Number.isNaN(q)) expect(studentizedRangeUpperQuantile(0.05, groups, df)).toBeNaN();
  });
});

describe('studentizedRangeUpperQuantile', () => {
  // Printed tables: Pearson and Hartley (1954), Biometrika Tables for Statisticians, table 29.
  it.each([
    [0.05, 2, 10, 3.15],
    [0.05, 3, 20, 3.58],
    [0.01, 5, 10, 6.14],
    [0.05, 10, 60, 4.65],
    [0.01, 20, 120, 5.83],
  ])('at %d for %d means and %d degrees of freedom is %d', (p, groups, df, expected) => {
    expect(Math.round(studentizedRangeUpperQuantile(p, groups, df) * 100) / 100).toBe(expected);
  });

  it.each([1e-12, 0.001, 0.3, 0.9, 0.999])('inverts the tail at %d', (p) => {
    for (const [groups, df] of [[2, 3], [6, 30], [4, Infinity]] as const) {
      expectRelative(studentizedRangeUpperTail(studentizedRangeUpperQuantile(p, groups, df), groups, df), p, 1e-11);
    } // prettier-ignore
  });

  it.each([0, 1, -0.1, 1.1, NaN])('is NaN at %d', (p) => {
    expect(studentizedRangeUpperQuantile(p, 3, 10)).toBeNaN();
  });
});
