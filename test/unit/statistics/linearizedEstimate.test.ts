import { describe, expect, it } from 'vitest';
import { designEffect } from '../../../src/statistics/designEffect.js';
import { designProportionInterval } from '../../../src/statistics/designProportionInterval.js';
import { clopperPearsonInterval } from '../../../src/statistics/exactProportionInterval.js';
import { linearizedCovariance } from '../../../src/statistics/linearizedCovariance.js';
import {
  linearizedMean,
  linearizedRatio,
  linearizedTotal,
  ratioInfluence,
} from '../../../src/statistics/linearizedEstimate.js';
import type { SurveyDesign } from '../../../src/statistics/surveyDesign.js';

const values = [1, 2, 4, 9];

const broken: [string, SurveyDesign][] = [
  ['fewer weights than rows', { weights: [1, 1] }],
  ['a negative weight', { weights: [1, 1, 1, -1] }],
  ['a weight that is not a number', { weights: [1, 1, 1, NaN] }],
  ['fewer strata than rows', { strata: [1, 1] }],
  ['fewer clusters than rows', { clusters: [1, 1] }],
  ['fewer populations than rows', { population: [9, 9] }],
  ['a population smaller than the sample', { population: 3 }],
  ['a population of nothing', { population: 0 }],
  ['a population that is not a number', { population: NaN }],
  ['a population that differs within a stratum', { population: [9, 9, 9, 8] }],
  ['a stratum larger than its population', { strata: [1, 1, 2, 2], population: [2, 2, 1, 1] }],
];

describe('linearizedMean', () => {
  it('is s / √n for independent rows', () => {
    const { estimate, standardError, degreesOfFreedom } = linearizedMean(values);
    expect(estimate).toBe(4);
    // Squares 9 + 4 + 0 + 25.
    expect(standardError).toBeCloseTo(Math.sqrt(38 / 3 / 4), 12);
    expect(degreesOfFreedom).toBe(3);
  });

  it('uses cluster totals', () => {
    const { standardError, degreesOfFreedom } = linearizedMean(values, { clusters: ['a', 'a', 'b', 'c'] });
    // Distances -3, -2 | 0 | 5: totals -5, 0, 5.
    expect(standardError).toBeCloseTo(Math.sqrt((3 / 2) * 50) / 4, 12);
    expect(degreesOfFreedom).toBe(2);
  });

  it('takes a cluster label in two strata for two clusters', () => {
    const { degreesOfFreedom } = linearizedMean(values, { strata: [1, 1, 2, 2], clusters: [1, 2, 1, 2] });
    expect(degreesOfFreedom).toBe(2);
  });

  it('varies within strata only', () => {
    const { standardError } = linearizedMean(values, { strata: ['s', 's', 't', 't'] });
    // Within: ±0.5 and ±2.5, each with factor 2.
    expect(standardError).toBeCloseTo(Math.sqrt(2 * 0.5 + 2 * 12.5) / 4, 12);
  });

  it('shrinks in a finite population, to zero in a census', () => {
    const whole = linearizedMean(values).standardError;
    expect(linearizedMean(values, { population: 16 }).standardError).toBeCloseTo(whole * Math.sqrt(12 / 16), 12);
    expect(linearizedMean(values, { population: 4 }).standardError).toBe(0);
    expect(linearizedMean(values, { population: Infinity }).standardError).toBe(whole);
    const strata = [1, 1, 2, 2];
    const half = linearizedMean(values, { strata, population: [2, 2, Infinity, Infinity] });
    expect(half.standardError).toBeCloseTo(Math.sqrt(2 * 12.5) / 4, 12);
  });

  it('does not read rows of weight 0, but keeps their clusters', () => {
    const design = { weights: [1, 1, 0, 1], clusters: [1, 2, 3, 4] };
    const { estimate, degreesOfFreedom } = linearizedMean([1, 2, NaN, 9], design);
    expect(estimate).toBe(4);
    expect(degreesOfFreedom).toBe(3);
  });

  it('has no standard error for a single row or cluster', () => {
    expect(linearizedMean([7])).toEqual({ estimate: 7, standardError: NaN, degreesOfFreedom: 0 });
    expect(linearizedMean(values, { clusters: [1, 1, 1, 1] }).standardError).toBeNaN();
    expect(linearizedMean([7], { population: 1 }).standardError).toBe(0);
  });

  it('is zero for equal values', () => {
    expect(linearizedMean([3, 3, 3])).toEqual({ estimate: 3, standardError: 0, degreesOfFreedom: 2 });
  });

  it.each(broken)('is NaN with %s', (_, design) => {
    const nothing = { estimate: NaN, standardError: NaN, degreesOfFreedom: NaN };
    expect(linearizedMean(values, design)).toEqual(nothing);
    expect(linearizedTotal(values, design)).toEqual(nothing);
    expect(linearizedRatio(values, values, design)).toEqual(nothing);
  });

  it('is NaN without rows, without weight and with a value that is not a number', () => {
    expect(linearizedMean([]).estimate).toBeNaN();
    expect(linearizedTotal([]).estimate).toBeNaN();
    expect(linearizedMean(values, { weights: [0, 0, 0, 0] }).estimate).toBeNaN();
    expect(linearizedMean([1, NaN]).estimate).toBeNaN();
    expect(linearizedMean([1, NaN]).standardError).toBeNaN();
  });

  it('gives no negative zero', () => {
    expect(linearizedMean([-0, -0]).estimate).toBe(0);
  });
});

describe('a stratum with one unit', () => {
  const strata = ['s', 's', 's', 't'];
  // Distances from 4: -3, -2, 0 within s; 5 in t. Within s about -5/3: squares add up to 42/9.
  const within = (3 / 2) * (42 / 9);

  it.each([
    ['certainty', within],
    ['adjust', within + 25],
    ['average', 2 * within],
  ] as const)('counts as %s says', (lonelyStratum, expected) => {
    const { standardError } = linearizedMean(values, { strata, lonelyStratum });
    expect(standardError).toBeCloseTo(Math.sqrt(expected) / 4, 12);
  });

  it('has no variance unless something is said', () => {
    expect(linearizedMean(values, { strata })).toEqual({ estimate: 4, standardError: NaN, degreesOfFreedom: 2 });
    expect(linearizedMean(values, { strata, lonelyStratum: 'nan' }).standardError).toBeNaN();
  });

  it('needs nothing said when it is taken in full', () => {
    const population = [Infinity, Infinity, Infinity, 1];
    for (const lonelyStratum of ['nan', 'certainty', 'adjust', 'average'] as const) {
      const { standardError } = linearizedMean(values, { strata, population, lonelyStratum });
      expect(standardError).toBeCloseTo(Math.sqrt(within) / 4, 12);
    }
  });

  it('has no average when all strata have one unit', () => {
    expect(linearizedMean([1, 2], { strata: [1, 2], lonelyStratum: 'average' }).standardError).toBeNaN();
    expect(linearizedMean([1, 2], { strata: [1, 2], lonelyStratum: 'certainty' }).standardError).toBe(0);
  });
});

describe('linearizedRatio', () => {
  it('knows a perfect ratio', () => {
    const { estimate, standardError } = linearizedRatio([2, 4, 6], [1, 2, 3]);
    expect(estimate).toBe(2);
    expect(standardError).toBe(0);
  });

  it('is NaN where the denominators add up to nothing or do not match', () => {
    expect(linearizedRatio([1, 2], [1, -1])).toEqual({ estimate: NaN, standardError: NaN, degreesOfFreedom: 1 });
    expect(linearizedRatio([1, 2], [1]).estimate).toBeNaN();
    expect(linearizedRatio([1, 2], [1, 1, 1]).standardError).toBeNaN();
    expect(linearizedRatio([0, 0], [0, 0]).estimate).toBeNaN();
  });
});

describe('ratioInfluence', () => {
  it('adds up to zero and weighs', () => {
    expect(ratioInfluence([1, 4], [1, 1], [2, 1])).toEqual([-2 / 3, 2 / 3]);
    expect(ratioInfluence([NaN, 1, 3], [1, 1, 1], [0, 1, 1])).toEqual([0, -0.5, 0.5]);
  });

  it.each([
    [[1, 2], [1], undefined],
    [[1, 2], [1, -1], undefined],
    [[1, 2], [1, 1], [1]],
    [
      [1, 2],
      [1, 1],
      [1, -1],
    ],
    [
      [1, 2],
      [1, 1],
      [0, 0],
    ],
  ])('is NaN outside its domain (%j, %j, %j)', (numerators, denominators, weights) => {
    expect(ratioInfluence(numerators, denominators, weights)).toEqual([NaN, NaN]);
  });
});

describe('linearizedTotal', () => {
  it('is N² (1 - n/N) s²/n', () => {
    const { estimate, standardError, degreesOfFreedom } = linearizedTotal(values, {
      weights: [3, 3, 3, 3],
      population: 12,
    });
    expect(estimate).toBe(48);
    expect(standardError).toBeCloseTo(Math.sqrt(144 * (8 / 12) * (38 / 3 / 4)), 10);
    expect(degreesOfFreedom).toBe(3);
  });

  it('does not read rows of weight 0', () => {
    expect(linearizedTotal([NaN, 2], { weights: [0, 5] }).estimate).toBe(10);
  });
});

describe('linearizedCovariance', () => {
  it('is symmetric, with what two estimates share', () => {
    const [a, b] = linearizedCovariance([[1, -1, 0], [0, 2, -2]]); // prettier-ignore
    expect(a).toEqual([3, -3]);
    expect(b).toEqual([-3, 12]);
  });

  it('is NaN when columns differ in length', () => {
    expect(linearizedCovariance([[1, -1], [1]])).toEqual([
      [NaN, NaN],
      [NaN, NaN],
    ]);
    expect(linearizedCovariance([])).toEqual([]);
  });
});

describe('designEffect', () => {
  it('compares with s²/n', () => {
    // s² of 1, 2, 4, 9 is 38/3.
    expect(designEffect(38 / 12, values)).toBeCloseTo(1, 12);
    expect(designEffect(38 / 6, values, [2, 2, 2, 2])).toBeCloseTo(2, 12);
    expect(designEffect(0, values)).toBe(0);
  });

  it('compares with a sample from Σw units', () => {
    expect(designEffect(38 / 12, values, [2, 2, 2, 2], 'without-replacement')).toBeCloseTo(2, 12);
    expect(designEffect(38 / 12, values, [1, 1, 1, 1], 'without-replacement')).toBe(Infinity);
    expect(designEffect(0, values, [1, 1, 1, 1], 'without-replacement')).toBeNaN();
    expect(designEffect(1, values, [1, 1, 1, 0.5], 'without-replacement')).toBeNaN();
  });

  it('does not count rows of weight 0', () => {
    expect(designEffect(1, [1, 3, 99], [1, 1, 0])).toBeCloseTo(1, 12);
  });

  it('is NaN outside its domain', () => {
    expect(designEffect(-1, values)).toBeNaN();
    expect(designEffect(NaN, values)).toBeNaN();
    expect(designEffect(1, [5])).toBeNaN();
    expect(designEffect(1, [])).toBeNaN();
    expect(designEffect(1, [5, 5])).toBeNaN();
    expect(designEffect(1, [5, 6], [1])).toBeNaN();
    expect(designEffect(1, [5, 6], [1, -1])).toBeNaN();
  });
});

describe('designProportionInterval', () => {
  it('mirrors with the share', () => {
    for (const method of ['logit', 'korn-graubard'] as const) {
      const options = { method, sampleSize: 50 };
      const there = designProportionInterval(0.2, 0.07, 12, options);
      const back = designProportionInterval(0.8, 0.07, 12, options);
      expect(back.lower).toBeCloseTo(1 - there.upper, 12);
      expect(back.upper).toBeCloseTo(1 - there.lower, 12);
    }
  });

  it('is Clopper and Pearson for shares of 0 and 1', () => {
    const options = { method: 'korn-graubard', sampleSize: 40 } as const;
    expect(designProportionInterval(0, 0, 10, options)).toEqual(clopperPearsonInterval(0, 40, 0.95));
    expect(designProportionInterval(1, 0, 10, options)).toEqual(clopperPearsonInterval(40, 40, 0.95));
  });

  it('is a point without a standard error', () => {
    const point = { lower: expect.closeTo(0.25, 12) as number, upper: expect.closeTo(0.25, 12) as number };
    expect(designProportionInterval(0.25, 0, 10)).toEqual(point);
    expect(designProportionInterval(0.25, 0, 10, { method: 'korn-graubard', sampleSize: 40 })).toEqual(point);
  });

  it.each([
    [-0.1, 0.1, 5, {}],
    [1.1, 0.1, 5, {}],
    [NaN, 0.1, 5, {}],
    [0.5, -0.1, 5, {}],
    [0.5, NaN, 5, {}],
    [0.5, 0.1, 0, {}],
    [0.5, 0.1, NaN, {}],
    [0.5, 0.1, 5, { confidence: 0 }],
    [0.5, 0.1, 5, { confidence: 1 }],
    [0, 0, 5, {}],
    [1, 0, 5, {}],
    [0.5, 0.1, 5, { method: 'korn-graubard' }],
    [0.5, 0.1, 5, { method: 'korn-graubard', sampleSize: 1 }],
  ] as const)('is NaN outside its domain (%d, %d, %d, %j)', (share, error, degreesOfFreedom, options) => {
    expect(designProportionInterval(share, error, degreesOfFreedom, options)).toEqual({ lower: NaN, upper: NaN });
  });
});
