import { describe, expect, it } from 'vitest';
import { normalPValue } from '../../../src/statistics/alternative.js';
import { exactBinomialTest, proportionScoreTest } from '../../../src/statistics/proportionTest.js';

describe('exactBinomialTest', () => {
  // SciPy 1.17, binomtest.
  it.each([
    [3, 20, 0.4, 0.022427038142043255],
    [12, 20, 0.4, 0.10747832022841954],
    [20, 20, 0.5, 1.9073486328125e-6],
    [1, 4, 0.5, 0.625],
    [450, 1000, 0.5, 0.0017305360849763027],
    [5, 10, 0.1, 0.0016349374],
    [0, 30, 0.1, 0.0682179469371261],
    [8, 30, 0.1, 0.00778361923792132],
    [500020000, 1e9, 0.5, 0.20591454810171667],
  ])('of %d in %d against %d is %d', (successes, n, hypothesized, expected) => {
    expect(exactBinomialTest(successes, n, hypothesized) / expected).toBeCloseTo(1, 10);
  });

  it('is 1 at the expected number', () => {
    expect(exactBinomialTest(4, 10, 0.4)).toBe(1);
    expect(exactBinomialTest(5, 10, 0.5)).toBe(1);
  });

  it('counts from the observed outcome on, one-sided', () => {
    expect(exactBinomialTest(0, 10, 0.5, 'greater')).toBe(1);
    expect(exactBinomialTest(10, 10, 0.5, 'less')).toBe(1);
    expect(exactBinomialTest(10, 10, 0.5, 'greater')).toBeCloseTo(2 ** -10, 15);
    expect(exactBinomialTest(0, 10, 0.5, 'less')).toBeCloseTo(2 ** -10, 15);
  });

  it('is sure of 0 and 1', () => {
    expect(exactBinomialTest(0, 10, 0)).toBe(1);
    expect(exactBinomialTest(1, 10, 0)).toBe(0);
    expect(exactBinomialTest(10, 10, 1)).toBe(1);
    expect(exactBinomialTest(9, 10, 1)).toBe(0);
  });

  it.each<[number, number, number]>([
    [-1, 10, 0.5],
    [11, 10, 0.5],
    [2.5, 10, 0.5],
    [2, 10.5, 0.5],
    [0, 0, 0.5],
    [2, 10, -0.1],
    [2, 10, 1.1],
    [2, 10, NaN],
    [NaN, 10, 0.5],
  ])('is NaN for %d in %d against %d', (successes, n, hypothesized) => {
    for (const alternative of ['two-sided', 'less', 'greater'] as const) {
      expect(exactBinomialTest(successes, n, hypothesized, alternative)).toBeNaN();
    }
  });
});

describe('proportionScoreTest', () => {
  it('is signed and takes a side', () => {
    const test = proportionScoreTest(7, 10, 0.5, { alternative: 'greater' });
    expect(test.estimate).toBe(0.7);
    expect(test.standardError).toBeCloseTo(Math.sqrt(0.025), 15);
    expect(test.statistic).toBeCloseTo(0.2 / Math.sqrt(0.025), 14);
    expect(test.pValue).toBeCloseTo(0.10295160536603426, 13);
    expect(proportionScoreTest(3, 10, 0.5).statistic).toBeCloseTo(-0.2 / Math.sqrt(0.025), 14);
    expect(proportionScoreTest(3, 10, 0.5, { alternative: 'less' }).pValue).toBeCloseTo(0.10295160536603426, 13);
  });

  it('corrects towards the hypothesis, never beyond it', () => {
    expect(proportionScoreTest(7, 10, 0.5, { continuity: 'yates' }).statistic).toBeCloseTo(0.15 / Math.sqrt(0.025), 14);
    expect(proportionScoreTest(3, 10, 0.5, { continuity: 'yates' }).statistic).toBeCloseTo(
      -0.15 / Math.sqrt(0.025),
      14,
    );
    const near = proportionScoreTest(5.2, 10, 0.5, { continuity: 'yates' });
    expect(near).toMatchObject({ statistic: 0, pValue: 1 });
    expect(proportionScoreTest(7, 10, 0.5, { continuity: 'none' })).toEqual(proportionScoreTest(7, 10, 0.5));
  });

  it('gives no negative zero', () => {
    expect(proportionScoreTest(5, 10, 0.5).statistic).toBe(0);
    expect(proportionScoreTest(4.8, 10, 0.5, { continuity: 'yates' }).statistic).toBe(0);
  });

  it.each<[number, number, number]>([
    [-1, 10, 0.5],
    [11, 10, 0.5],
    [1, 0, 0.5],
    [2, 10, 0],
    [2, 10, 1],
    [2, 10, NaN],
  ])('is NaN for %d in %d against %d', (successes, n, hypothesized) => {
    expect(proportionScoreTest(successes, n, hypothesized)).toMatchObject({
      standardError: NaN,
      statistic: NaN,
      pValue: NaN,
    });
  });
});

describe('normalPValue', () => {
  it.each([
    ['two-sided', 0.04999579029644087],
    ['greater', 0.024997895148220435],
    ['less', 0.9750021048517795],
  ] as const)('of 1.96 is, %s, %d', (alternative, expected) => {
    expect(normalPValue(1.96, alternative)).toBeCloseTo(expected, 14);
  });

  it('is two-sided by default, symmetric, and 1 at zero', () => {
    expect(normalPValue(-1.96)).toBe(normalPValue(1.96));
    expect(normalPValue(1.96)).toBe(normalPValue(1.96, 'two-sided'));
    expect(normalPValue(0)).toBe(1);
    expect(normalPValue(NaN)).toBeNaN();
  });
});
