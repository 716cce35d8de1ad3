import { describe, expect, it } from 'vitest';
import { exactKolmogorovTail, kolmogorovUpperTail } from '../../../src/statistics/kolmogorovLaw.js';
import {
  kolmogorovSmirnovTest,
  twoSampleKolmogorovSmirnovTest,
} from '../../../src/statistics/kolmogorovSmirnovTest.js';
import { normalLowerTail } from '../../../src/statistics/normal.js';
import { expectRelative } from './relative.js';

describe('kolmogorovUpperTail', () => {
  // SciPy 1.17.1 kstwobign.
  it.each([
    [0.4, 0.9971923267772983],
    [0.9, 0.3927307079406543],
    [1.1, 0.1777181926064012],
    [3, 3.045995948942526e-8],
    [0, 1],
    [-1, 1],
    [Infinity, 0],
  ])('of %d is %d', (x, expected) => {
    expectRelative(kolmogorovUpperTail(x), expected, 1e-13);
  });

  it('meets itself where the two series change, and is NaN for NaN', () => {
    expectRelative(kolmogorovUpperTail(1 - 1e-15), kolmogorovUpperTail(1), 1e-13);
    expect(kolmogorovUpperTail(NaN)).toBeNaN();
  });
});

describe('exactKolmogorovTail', () => {
  // The algorithm of Marsaglia, Tsang and Wang in 40 digits (mpmath 1.3).
  it.each([
    [0.3, 5, 0.664],
    [0.12, 50, 0.43376796613102323],
    [0.2, 50, 0.031438777769534506],
    [0.1, 50, 0.66231127046581854],
    [0.05, 300, 0.42744162239180205],
    [0.15, 300, 2.3391599430116943e-6],
    [0.06, 10, 0.99999999996284109],
    [0.6, 10, 0.0005681672],
  ])('of %d for %d values is %d', (d, n, expected) => {
    expectRelative(exactKolmogorovTail(d, n), expected, 1e-12);
  });

  // SciPy 1.17.1 kstwo, where n d is less than half above a whole number.
  it.each([
    [0.4, 3, 0.5946666666666665],
    [0.23, 10, 0.5885983746197224],
    [0.11, 20, 0.947170832537681],
  ])('of %d for %d values is %d too', (d, n, expected) => {
    expectRelative(exactKolmogorovTail(d, n), expected, 1e-11);
  });

  it('loses three digits at most where the complement is smallest', () => {
    expectRelative(exactKolmogorovTail(0.34, 40), 0.00012493875695486875, 1e-10);
  });

  it('is 1 as long as any sample is that far, and 0 from 1 on', () => {
    expect(exactKolmogorovTail(0.05, 10)).toBe(1);
    expect(exactKolmogorovTail(0.05 + 1e-6, 10)).toBeLessThan(1 + 1e-15);
    expect(exactKolmogorovTail(1, 10)).toBe(0);
    expect(exactKolmogorovTail(0, 10)).toBe(1);
    // One value: P(max(u, 1 - u) >= d) = 2 (1 - d).
    expectRelative(exactKolmogorovTail(0.7, 1), 0.6);
    expectRelative(exactKolmogorovTail(0.5, 1), 1);
  });

  it('does not break where the method changes', () => {
    // n d² = 6, and d = 1/2.
    for (const [n, d] of [[100, Math.sqrt(0.06)], [12, 0.5], [20, 0.5]] as const) {
      const below = exactKolmogorovTail(d * (1 - 1e-10), n);
      expectRelative(exactKolmogorovTail(d * (1 + 1e-10), n), below, 1e-7);
    } // prettier-ignore
  });

  it('stays within the range of doubles for thousands of values', () => {
    expectRelative(exactKolmogorovTail(0.02, 3000), kolmogorovUpperTail(0.02 * Math.sqrt(3000)), 0.03);
  });
});

describe('kolmogorovSmirnovTest', () => {
  it('looks at both sides of each step', () => {
    const uniform = (value: number): number => value;
    // 0.9 - 1/2 above the step before the last value, 1/2 - 0.1 below the step at the first.
    expect(kolmogorovSmirnovTest([0.2, 0.9], uniform).statistic).toBeCloseTo(0.4, 15);
    expect(kolmogorovSmirnovTest([0.1, 0.8], uniform).statistic).toBeCloseTo(0.4, 15);
  });

  it('agrees with SciPy', () => {
    const test = kolmogorovSmirnovTest([2.1, -0.4, 0.1, 0.6, 1.2], normalLowerTail);
    expectRelative(test.statistic, 0.3445782583896758);
    expectRelative(test.pValue, 0.48994068566963);
    expect(test.method).toBe('exact');
  });

  it('measures from both sides of a step', () => {
    const uniform = (value: number): number => value;
    expect(kolmogorovSmirnovTest([0.9], uniform)).toMatchObject({ statistic: 0.9 });
    expect(kolmogorovSmirnovTest([0.1], uniform)).toMatchObject({ statistic: 0.9 });
    expect(kolmogorovSmirnovTest([0.5, 0.5], uniform)).toMatchObject({ statistic: 0.5 });
    expect(kolmogorovSmirnovTest([1, 1], uniform)).toMatchObject({ statistic: 1, pValue: 0 });
  });

  it('is exact up to 500 values, or as asked', () => {
    const values = (n: number): number[] => Array.from({ length: n }, (_, i) => ((i + 0.5) / n) ** 1.1);
    const uniform = (value: number): number => value;
    expect(kolmogorovSmirnovTest(values(500), uniform).method).toBe('exact');
    expect(kolmogorovSmirnovTest(values(501), uniform).method).toBe('asymptotic');
    expect(kolmogorovSmirnovTest(values(501), uniform, { method: 'exact' }).method).toBe('exact');
    const { statistic, pValue } = kolmogorovSmirnovTest(values(9), uniform, { method: 'asymptotic' });
    expect(pValue).toBe(kolmogorovUpperTail(3 * statistic));
  });

  it.each<[number[], (value: number) => number]>([
    [[], normalLowerTail],
    [[1, NaN], normalLowerTail],
    [[1], () => NaN],
    [[1], () => 1.1],
    [[1], () => -0.1],
  ])('is NaN for %j', (values, distribution) => {
    expect(kolmogorovSmirnovTest(values, distribution)).toEqual({ statistic: NaN, pValue: NaN, method: 'asymptotic' });
  });
});

describe('twoSampleKolmogorovSmirnovTest', () => {
  const x = [0.346, 0.822, 0.33, -1.303, 0.905, 0.446, -0.537, 0.581, 0.365, 0.294, 0.028, 0.547];
  const y = [
    -0.673, 0.474, -0.164, 1.998, 0.879, 0.215, -0.764, 0.286, 0.816, 0.249, 3.388, 2.813, -4.622, -2.978, 0.45,
  ];

  it('agrees with SciPy', () => {
    const test = twoSampleKolmogorovSmirnovTest(x, y);
    expectRelative(test.statistic, 0.2833333333333333);
    expectRelative(test.pValue, 0.5589656152315998);
    expect(twoSampleKolmogorovSmirnovTest(y, x)).toEqual(test);
  });

  it('counts arrangements by hand', () => {
    expectRelative(twoSampleKolmogorovSmirnovTest([1, 2, 3], [4, 5, 6, 7]).pValue, 2 / 35);
    expect(twoSampleKolmogorovSmirnovTest([1], [2])).toEqual({ statistic: 1, pValue: 1, method: 'exact' });
    // 1, 2, 2, 3 in two and two: the distance is a half for {1, 2} and {2, 3} (4 ways of 6), and for {1, 3} and {2, 2} as well.
    expect(twoSampleKolmogorovSmirnovTest([1, 2], [2, 3])).toMatchObject({ statistic: 0.5, pValue: 1 });
    // 1, 1, 2, 2: {1, 1} is 1 apart (2 ways of 6), {1, 2} not at all.
    expectRelative(twoSampleKolmogorovSmirnovTest([1, 1], [2, 2]).pValue, 1 / 3);
    expect(twoSampleKolmogorovSmirnovTest([1, 2], [2, 1])).toMatchObject({ statistic: 0, pValue: 1 });
    expect(twoSampleKolmogorovSmirnovTest([5, 5], [5, 5, 5])).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it('is exact up to a million pairs, or as asked', () => {
    const values = (n: number, shift: number): number[] => Array.from({ length: n }, (_, i) => i / n + shift);
    expect(twoSampleKolmogorovSmirnovTest(values(1000, 0), values(1000, 0.03)).method).toBe('exact');
    const large = twoSampleKolmogorovSmirnovTest(values(1000, 0), values(1001, 0.03));
    expect(large.method).toBe('asymptotic');
    const exact = twoSampleKolmogorovSmirnovTest(values(1000, 0), values(1001, 0.03), { method: 'exact' });
    expect(exact.method).toBe('exact');
    expectRelative(large.pValue, exact.pValue, 0.05);
    expect(twoSampleKolmogorovSmirnovTest(x, y, { method: 'asymptotic' }).method).toBe('asymptotic');
  });

  it.each<[number[], number[]]>([
    [[], [1]],
    [[1], []],
    [[NaN], [1]],
    [[1], [NaN]],
  ])('is NaN for %j and %j', (first, second) => {
    expect(twoSampleKolmogorovSmirnovTest(first, second)).toEqual({
      statistic: NaN,
      pValue: NaN,
      method: 'asymptotic',
    });
  });

  it('takes infinite values for the order they have', () => {
    expect(twoSampleKolmogorovSmirnovTest([-Infinity, 0], [0, Infinity])).toMatchObject({ statistic: 0.5 });
  });
});
