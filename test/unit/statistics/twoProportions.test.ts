import { describe, expect, it } from 'vitest';
import {
  agrestiCaffoInterval,
  newcombeInterval,
  waldDifferenceInterval,
} from '../../../src/statistics/proportionDifferenceInterval.js';
import { cohenH, oddsRatio, riskRatio } from '../../../src/statistics/ratioInterval.js';
import { meeInterval, miettinenNurminenInterval } from '../../../src/statistics/scoreDifferenceInterval.js';
import { twoProportionTest } from '../../../src/statistics/twoProportionTest.js';

const outside: [number, number, number, number][] = [
  [-1, 10, 3, 10],
  [11, 10, 3, 10],
  [3, 0, 3, 10],
  [NaN, 10, 3, 10],
  [3, 10, -1, 10],
  [3, 10, 11, 10],
  [3, 10, 0, 0],
  [3, 10, 3, NaN],
  [3, Infinity, 3, 10],
];
const differences = {
  newcombeInterval,
  agrestiCaffoInterval,
  waldDifferenceInterval,
  miettinenNurminenInterval,
  meeInterval,
};

describe('twoProportionTest', () => {
  it('is the N - 1 test by default', () => {
    expect(twoProportionTest(56, 70, 48, 80)).toEqual(twoProportionTest(56, 70, 48, 80, { method: 'n-1' }));
    expect(twoProportionTest(56, 70, 48, 80).statistic).toBeCloseTo(2.6413232723, 9);
    expect(twoProportionTest(56, 70, 48, 80).pValue).toBeCloseTo(0.0082582879, 9);
  });

  it('does not pool in the Wald form', () => {
    const test = twoProportionTest(56, 70, 48, 80, { method: 'wald' });
    expect(test.standardError).toBeCloseTo(0.072702917999997, 14);
    expect(test.statistic).toBeCloseTo(2.7509212216215073, 12);
    expect(test.pValue).toBeCloseTo(0.00594279330420278, 13);
  });

  it('is signed and takes a side', () => {
    expect(twoProportionTest(48, 80, 56, 70).statistic).toBe(-twoProportionTest(56, 70, 48, 80).statistic);
    expect(twoProportionTest(56, 70, 48, 80, { alternative: 'greater' }).pValue).toBeCloseTo(0.0041291439646187695, 11);
    expect(twoProportionTest(48, 80, 56, 70, { alternative: 'less' }).pValue).toBeCloseTo(0.0041291439646187695, 11);
  });

  it('sees no difference of equal proportions', () => {
    for (const method of ['n-1', 'pooled', 'yates', 'wald'] as const) {
      expect(twoProportionTest(1, 3, 10, 30, { method })).toMatchObject({ difference: 0, statistic: 0, pValue: 1 });
    }
  });

  it('corrects a negative difference upwards, never beyond zero', () => {
    expect(twoProportionTest(9, 10, 3, 10, { method: 'yates' }).statistic).toBeCloseTo(
      Math.sqrt(5.208333333333334),
      13,
    );
    expect(twoProportionTest(3, 10, 9, 10, { method: 'yates' }).statistic).toBeCloseTo(
      -Math.sqrt(5.208333333333334),
      13,
    );
    expect(twoProportionTest(5, 10, 51, 100, { method: 'yates' })).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it('has no statistic where the standard error is zero', () => {
    const nobody = twoProportionTest(0, 10, 0, 20);
    expect(nobody).toEqual({ difference: 0, standardError: 0, statistic: NaN, pValue: NaN });
    expect(twoProportionTest(10, 10, 0, 10, { method: 'wald' })).toMatchObject({ difference: 1, statistic: NaN });
  });

  it.each(outside)('is NaN for %d of %d against %d of %d', (x1, n1, x2, n2) => {
    const missing = { difference: NaN, standardError: NaN, statistic: NaN, pValue: NaN };
    expect(twoProportionTest(x1, n1, x2, n2)).toMatchObject({ difference: NaN, statistic: NaN, pValue: NaN });
    expect(twoProportionTest(x1, n1, x2, n2, { method: 'pooled' })).toEqual(missing);
  });
});

describe.each(Object.entries(differences))('%s', (name, interval) => {
  it.each(outside)('is NaN for %d of %d minus %d of %d', (x1, n1, x2, n2) => {
    expect(interval(x1, n1, x2, n2)).toEqual({ lower: NaN, upper: NaN });
  });

  it.each([0, 1, 95, NaN])('is NaN at confidence %d', (confidence) => {
    expect(interval(3, 10, 5, 10, confidence)).toEqual({ lower: NaN, upper: NaN });
  });

  it('is 95 % by default', () => {
    expect(interval(3, 10, 5, 12)).toEqual(interval(3, 10, 5, 12, 0.95));
  });

  it('turns round with the groups', () => {
    for (const [x1, n1, x2, n2] of [
      [3, 10, 5, 12],
      [0, 10, 12, 12],
      [0, 10, 0, 20],
      [1, 1e9, 3, 1e9],
    ] as const) {
      const there = interval(x1, n1, x2, n2);
      const back = interval(x2, n2, x1, n1);
      expect(back.lower).toBeCloseTo(-there.upper, 12);
      expect(back.upper).toBeCloseTo(-there.lower, 12);
    }
  });

  if (name !== 'agrestiCaffoInterval') {
    it('reaches but does not pass 1 between opposites', () => {
      expect(interval(10, 10, 0, 10).upper).toBe(1);
      expect(interval(0, 10, 10, 10).lower).toBe(-1);
      expect(interval(3, 3, 0, 7).upper).toBe(1);
    });
  }
});

describe('meeInterval and miettinenNurminenInterval', () => {
  // 40 digits, mpmath.
  it('agree for one trial each with the inflated variance', () => {
    expect(miettinenNurminenInterval(1, 1, 0, 1).lower).toBeCloseTo(-0.586901371245525, 13);
    expect(meeInterval(1, 1, 0, 1).lower).toBeCloseTo(-0.3152395449866936, 13);
  });

  // 40 digits, mpmath, the likelihood maximised by bisection of its slope.
  it.each([
    [3, 10, 10, 10, -0.8949649210051076, -0.3341069800113184, -0.892208732593699, -0.3481186456803196],
    [7, 10, 0, 10, 0.3341069800113184, 0.8949649210051076, 0.3481186456803196, 0.892208732593699],
    [5, 9, 9, 9, -0.7395038695027545, -0.06689486278641976, -0.733348706504507, -0.08220619762165144],
    [2, 10, 12, 12, -0.9448329206528887, -0.4718685344321014, -0.9433178485456247, -0.4838484192117629],
  ])('keep proportions within 0 and 1: %d of %d against %d of %d', (x1, n1, x2, n2, ...limits) => {
    const [lower, upper, meeLower, meeUpper] = limits;
    expect(miettinenNurminenInterval(x1, n1, x2, n2).lower).toBeCloseTo(lower, 13);
    expect(miettinenNurminenInterval(x1, n1, x2, n2).upper).toBeCloseTo(upper, 13);
    expect(meeInterval(x1, n1, x2, n2).lower).toBeCloseTo(meeLower, 13);
    expect(meeInterval(x1, n1, x2, n2).upper).toBeCloseTo(meeUpper, 13);
  });

  it.each([
    [0.1, 0.4, 0.2, 0.4],
    [0.1, 0.5, 0.2, 0.5],
  ])('have no inflated variance of a single trial or less: %d of %d against %d of %d', (x1, n1, x2, n2) => {
    expect(miettinenNurminenInterval(x1, n1, x2, n2)).toEqual({ lower: NaN, upper: NaN });
    expect(meeInterval(x1, n1, x2, n2).lower).toBeLessThan(0);
  });
});

describe('oddsRatio and riskRatio', () => {
  it.each(outside)('are NaN for %d of %d against %d of %d', (x1, n1, x2, n2) => {
    const missing = { estimate: NaN, lower: NaN, upper: NaN };
    expect(oddsRatio(x1, n1, x2, n2)).toEqual(missing);
    expect(riskRatio(x1, n1, x2, n2)).toEqual(missing);
  });

  it('are 1 for equal groups, with limits that mirror each other', () => {
    for (const ratio of [oddsRatio(5, 10, 5, 10), riskRatio(5, 10, 5, 10)]) {
      expect(ratio.estimate).toBe(1);
      expect(ratio.lower * ratio.upper).toBeCloseTo(1, 14);
    }
  });

  it.each([
    [0, 10, 5, 10],
    [10, 10, 5, 10],
    [5, 10, 0, 10],
    [5, 10, 10, 10],
  ])('odds are NaN with an empty cell: %d of %d, %d of %d', (x1, n1, x2, n2) => {
    expect(oddsRatio(x1, n1, x2, n2).estimate).toBeNaN();
  });

  it('risk is NaN only without successes', () => {
    expect(riskRatio(0, 10, 5, 10).estimate).toBeNaN();
    expect(riskRatio(5, 10, 0, 10).estimate).toBeNaN();
    expect(riskRatio(10, 10, 5, 10).estimate).toBe(2);
  });

  it('are NaN in their limits at confidence 1', () => {
    expect(oddsRatio(5, 10, 3, 10, 1)).toMatchObject({ lower: NaN, upper: NaN });
    expect(riskRatio(5, 10, 3, 10, 0)).toMatchObject({ lower: NaN, upper: NaN });
    expect(riskRatio(5, 10, 3, 10)).toEqual(riskRatio(5, 10, 3, 10, 0.95));
    expect(oddsRatio(5, 10, 3, 10)).toEqual(oddsRatio(5, 10, 3, 10, 0.95));
  });
});

describe('cohenH', () => {
  it.each([
    [0.5, 0.4, 0.2013579208],
    [0.8, 0.6, 0.442143188],
    [1, 0, Math.PI],
    [0, 1, -Math.PI],
    [0.3, 0.3, 0],
  ])('of %d and %d is %d', (p1, p2, expected) => {
    expect(cohenH(p1, p2)).toBeCloseTo(expected, 9);
  });

  it('keeps its digits near 1', () => {
    // 2 asin(√(1 - 1e-12)) = π - 2e-6 to 1e-18.
    expect(cohenH(1, 1 - 1e-12) / 2e-6).toBeCloseTo(1, 4);
  });

  it.each([
    [-0.1, 0.5],
    [1.1, 0.5],
    [0.5, -0.1],
    [0.5, 1.1],
    [NaN, 0.5],
  ])('of %d and %d is NaN', (p1, p2) => {
    expect(cohenH(p1, p2)).toBeNaN();
  });
});
