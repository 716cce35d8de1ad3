import { describe, expect, it } from 'vitest';
import { addToMoments, createMoments, mergeMoments } from '../../../src/statistics/moments.js';
import {
  momentsEffectiveSize,
  momentsMean,
  momentsSquares,
  momentsStandardError,
  momentsSums,
  momentsVariance,
} from '../../../src/statistics/momentsSummary.js';
import type { Moments } from '../../../src/statistics/moments.js';

function momentsOf(values: readonly number[], weights?: readonly number[]): Moments {
  const moments = createMoments();
  values.forEach((value, i) => {
    addToMoments(moments, value, weights?.[i]);
  });
  return moments;
}

/** The variance of doubles in exact arithmetic: they are whole multiples of 2^-60. */
function exactVariance(values: readonly number[]): number {
  const scaled = values.map(
    (value) => BigInt(Math.round(value)) * 2n ** 60n + BigInt((value - Math.round(value)) * 2 ** 60),
  );
  const n = BigInt(values.length);
  const total = scaled.reduce((a, b) => a + b, 0n);
  const squares = scaled.reduce((a, b) => a + b * b, 0n);
  const digits = 10n ** 30n;
  return Number(((n * squares - total * total) * digits) / (n * (n - 1n) * 2n ** 120n)) / 1e30;
}

function numAcc(first: number, second: number, third: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? second : third))];
}

describe('NIST StRD univariate summary statistics', () => {
  it.each<[string, number[], number, number, number]>([
    ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1, 15],
    ['NumAcc2', numAcc(1.2, 1.1, 1.3), 1.2, 0.1, 14],
    // The decimals of the last two are not doubles: with the values rounded, no arithmetic can give more digits.
    ['NumAcc3', numAcc(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 9],
    ['NumAcc4', numAcc(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1, 8],
  ])('%s', (_, values, certifiedMean, certifiedDeviation, digits) => {
    const moments = momentsOf(values);
    expect(momentsMean(moments)).toBe(certifiedMean);
    const deviation = Math.sqrt(momentsVariance(moments));
    expect(Math.abs(deviation - certifiedDeviation) / certifiedDeviation).toBeLessThan(10 ** -digits);
    const exact = exactVariance(values);
    expect(Math.abs(momentsVariance(moments) - exact)).toBeLessThanOrEqual(4 * Number.EPSILON * exact);
  });
});

describe('moments', () => {
  it('start empty', () => {
    const moments = createMoments();
    expect(moments).toEqual({
      count: 0,
      unitCount: 0,
      minimum: 0,
      maximum: 0,
      sums: Array.from({ length: 18 }, () => 0),
    });
    expect(momentsMean(moments)).toBeNaN();
    expect(momentsVariance(moments)).toBeNaN();
    expect(momentsStandardError(moments)).toBeNaN();
    expect(momentsEffectiveSize(moments)).toBe(0);
  });

  it('do not share their sums', () => {
    addToMoments(createMoments(), 3);
    expect(createMoments().sums).toEqual(Array.from({ length: 18 }, () => 0));
  });

  it('know one value', () => {
    const moments = momentsOf([4.2]);
    expect(momentsMean(moments)).toBe(4.2);
    expect(momentsVariance(moments)).toBeNaN();
    expect(momentsVariance(moments, 'frequency')).toBeNaN();
    expect(momentsVariance(moments, 'mle')).toBe(0);
    expect(momentsStandardError(moments)).toBeNaN();
    expect(momentsEffectiveSize(moments)).toBe(1);
  });

  it('know one value of weight 5', () => {
    const moments = momentsOf([4.2], [5]);
    expect(momentsMean(moments)).toBe(4.2);
    expect(momentsVariance(moments)).toBeNaN();
    expect(momentsVariance(moments, 'frequency')).toBe(0);
    expect(momentsStandardError(moments)).toBeNaN();
    expect(momentsEffectiveSize(moments)).toBe(1);
  });

  it('remember extremes and counts', () => {
    const moments = momentsOf([4, -2, 9, 3], [1, 2, 1, 0.5]);
    expect(moments).toMatchObject({ count: 4, unitCount: 2, minimum: -2, maximum: 9 });
  });

  it('take the values of a sample variance', () => {
    expect(momentsVariance(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))).toBe(30);
    expect(momentsStandardError(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))).toBe(Math.sqrt(7.5));
  });

  it.each([0.1, 1 / 3, -7.7e9])('see no spread in equal values of %d', (value) => {
    for (const weights of [undefined, [1.1, 2.3, 0.7]]) {
      const moments = momentsOf([value, value, value], weights);
      expect(momentsMean(moments)).toBe(value);
      expect(momentsVariance(moments)).toBe(0);
      expect(momentsStandardError(moments)).toBe(0);
    }
  });

  // Exact rational arithmetic.
  it.each([
    [[10, 9, 7, 3, 0, 8], [0.4, 1.3, 2.2, 0.9, 1.6, 1], 5.648648648648649, 1.6467190981177444],
    [[1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16], [0.4, 1.3, 2.2, 0.9], 1000000011.1875, 2.049163134782438],
  ])('linearise the standard error of a weighted mean: %j', (values, weights, expectedMean, expectedError) => {
    const moments = momentsOf(values, weights);
    expect(momentsMean(moments)).toBeCloseTo(expectedMean, 13);
    expect(momentsStandardError(moments) / expectedError).toBeCloseTo(1, 14);
  });

  it('divide by what the weights mean', () => {
    const moments = momentsOf([1, 2, 3, 4, 5], [5, 10, 20, 40, 25]);
    expect(momentsVariance(moments, 'mle')).toBe(1.21);
    expect(momentsVariance(moments, 'frequency')).toBe(11 / 9);
    expect(momentsVariance(moments)).toBe(momentsVariance(moments, 'reliability'));
    expect(momentsVariance(moments)).toBeCloseTo(1.6689655172413793, 14);
  });

  it('have no frequency variance up to a total weight of 1', () => {
    expect(momentsVariance(momentsOf([1, 2], [0.5, 0.5]), 'frequency')).toBeNaN();
    expect(momentsVariance(momentsOf([1, 2], [0.5, 0.25]), 'frequency')).toBeNaN();
  });

  it('ignore weight zero', () => {
    const moments = momentsOf([5, 1, 100, NaN], [2, 1, 0, 0]);
    expect(moments).toMatchObject({ count: 2, unitCount: 1, minimum: 1, maximum: 5 });
    expect(momentsMean(moments)).toBeCloseTo(11 / 3, 15);
  });

  it.each<[number, number]>([
    [3, -1],
    [3, NaN],
    [3, Infinity],
    [NaN, 1],
    [NaN, 2],
    [Infinity, 1],
    [-Infinity, 2],
  ])('are NaN after value %d with weight %d', (value, weight) => {
    for (const moments of [momentsOf([value, 1, 2], [weight, 1, 1]), momentsOf([1, 2, value], [1, 1, weight])]) {
      expect(momentsMean(moments)).toBeNaN();
      expect(momentsVariance(moments)).toBeNaN();
      expect(momentsStandardError(moments)).toBeNaN();
    }
  });

  it('never give negative zero', () => {
    expect(momentsMean(momentsOf([-0]))).toBe(0);
    expect(momentsMean(momentsOf([-1, 1], [2, 2]))).toBe(0);
  });
});

describe('mergeMoments', () => {
  it('equals adding everything to one', () => {
    const into = momentsOf([3, 9, 4], [1, 2, 0.5]);
    mergeMoments(into, momentsOf([-5, 7], [1.5, 1]));
    expect(into).toEqual(momentsOf([3, 9, 4, -5, 7], [1, 2, 0.5, 1.5, 1]));
  });

  it('leaves the other as it is', () => {
    const from = momentsOf([1, 2], [1, 3]);
    const before = structuredClone(from);
    mergeMoments(momentsOf([5]), from);
    expect(from).toEqual(before);
  });

  it('changes nothing when the other is empty', () => {
    const into = momentsOf([3, 9]);
    mergeMoments(into, createMoments());
    expect(into).toEqual(momentsOf([3, 9]));
  });

  it('takes over the extremes when it was empty itself', () => {
    const into = createMoments();
    mergeMoments(into, momentsOf([3, 9]));
    expect(into).toEqual(momentsOf([3, 9]));
  });

  it('takes over extremes below zero', () => {
    const into = createMoments();
    mergeMoments(into, momentsOf([-3, -9]));
    expect(into).toMatchObject({ minimum: -9, maximum: -3 });
  });

  it('survives JSON', () => {
    const moments = momentsOf([0.1, 0.7, 1e9], [1, 0.3, 1]);
    const revived = JSON.parse(JSON.stringify(moments)) as Moments;
    expect(momentsVariance(revived)).toBe(momentsVariance(moments));
    expect(revived).toEqual(moments);
  });
});

describe('momentsSums and momentsSquares', () => {
  // 9 with weight 1, 5 with weight 3, -2 with weight 1/2.
  const mixed = momentsOf([9, 5, -2], [1, 3, 0.5]);

  it('add up values, weights, weighted values and squared weights', () => {
    expect(momentsSums(mixed)).toEqual({ count: 3, total: 12, weight: 4.5, weightedTotal: 23, squaredWeight: 10.25 });
    // 81 + 3 × 25 + 4 / 2.
    expect(momentsSquares(mixed)).toBe(158);
  });

  it('are 0 without values, and never -0', () => {
    const none = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0 };
    expect(momentsSums(createMoments())).toEqual(none);
    expect(momentsSquares(createMoments())).toBe(0);
    expect(momentsSums(momentsOf([-0], [2])).total).toBe(0);
  });

  it('add up over a merge, and lose no digits', () => {
    const into = momentsOf([1e16, 1], [2, 1]);
    mergeMoments(into, momentsOf([-1e16, 3], [2, 4]));
    expect(momentsSums(into)).toEqual({ count: 4, total: 4, weight: 9, weightedTotal: 13, squaredWeight: 25 });
  });
});
