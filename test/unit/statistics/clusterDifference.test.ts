import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { clusterCovariance } from '../../../src/statistics/clusterCovariance.js';
import { clusterDifference, clusterRobustDifference } from '../../../src/statistics/clusterDifference.js';
import { clusterSums, type ClusterSums } from '../../../src/statistics/clusterSums.js';
import { leastSquares } from '../../../src/statistics/leastSquares.js';

const NONE: ClusterSums = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0 };
const one = (...values: number[]): ClusterSums[] =>
  clusterSums(
    values,
    values.map((_, at) => at),
  );

describe('clusterDifference', () => {
  it('is the paired t error where every cluster has one row on both sides', () => {
    // Differences 1, 1, 2, 0: mean 1, sample variance 2/3, over 4.
    const { estimate, standardError, degreesOfFreedom } = clusterDifference(one(7, 9, 9, 9), one(6, 8, 7, 9));
    expect([estimate, degreesOfFreedom]).toEqual([1, 2]);
    expect(standardError).toBeCloseTo(Math.sqrt(2 / 3 / 4), 14);
  });

  it('is the linearised error of two samples without clusters in common', () => {
    const [a, b] = [one(1, 2, 6), one(4, 8)];
    const { estimate, standardError, degreesOfFreedom } = clusterDifference(
      [...a, NONE, NONE],
      [NONE, NONE, NONE, ...b],
    );
    expect([estimate, degreesOfFreedom]).toEqual([-3, 3]);
    // Σ of (x - 3)² / 9 is 14/9, and of (y - 6)² / 4 is 2, times 5/4.
    expect(standardError).toBeCloseTo(Math.sqrt((5 / 4) * (14 / 9 + 2)), 14);
  });

  it('leaves clusters out that have rows on neither side', () => {
    const full = clusterDifference(one(7, 9, 9), one(6, 8, 7));
    expect(clusterDifference([...one(7, 9, 9), NONE], [...one(6, 8, 7), NONE])).toEqual(full);
  });

  it('has no error below two clusters, and no estimate without rows on a side', () => {
    expect(clusterDifference(one(3), one(1))).toEqual({ estimate: 2, standardError: NaN, degreesOfFreedom: -1 });
    expect(clusterDifference(one(3, 4), [NONE, NONE]).estimate).toBeNaN();
    expect(clusterDifference([], []).estimate).toBeNaN();
  });

  it('is not defined for lists of other lengths and for weights below zero', () => {
    expect(clusterDifference(one(3, 4), one(3))).toEqual({ estimate: NaN, standardError: NaN, degreesOfFreedom: NaN });
    const bad = [{ ...NONE, count: 1, weight: -1 }, ...one(3)];
    expect(clusterDifference(bad, one(3, 4)).estimate).toBeNaN();
    expect(clusterDifference(one(3, 4), bad).standardError).toBeNaN();
  });
});

describe('clusterRobustDifference', () => {
  it('is the paired t test where every cluster has one row on both sides', () => {
    const { estimate, standardError, degreesOfFreedom } = clusterRobustDifference(one(7, 9, 9, 9), one(6, 8, 7, 9));
    expect(estimate).toBe(1);
    expect(standardError).toBeCloseTo(Math.sqrt(2 / 3 / 4), 14);
    expect(degreesOfFreedom).toBeCloseTo(3, 12);
  });

  it('is Welch’s error of two samples of single rows, with the degrees of freedom that equal variances would give it', () => {
    const [a, b] = [one(1, 2, 6), one(4, 8)];
    const found = clusterRobustDifference([...a, NONE, NONE], [NONE, NONE, NONE, ...b]);
    // Variances 7 and 8 over 3 and 2.
    expect(found.estimate).toBe(-3);
    expect(found.standardError).toBeCloseTo(Math.sqrt(7 / 3 + 8 / 2), 14);
    // (1/3 + 1/2)² / ((1/3)²/2 + (1/2)²/1), for equal variances.
    expect(found.degreesOfFreedom).toBeCloseTo((5 / 6) ** 2 / (1 / 18 + 1 / 4), 12);
  });

  it('is that of a regression, of unequal clusters on both sides', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 40 }, (_, at) => ({
      cluster: (at * 7) % 9,
      first: at % 3 === 0 || (at * 7) % 9 === 2 ? 1 : 0,
      value: Math.round(random() * 10),
    }));
    const sums = [1, 0].map((side) =>
      Array.from({ length: 9 }, (_, cluster) => {
        const own = rows.filter((row) => row.first === side && row.cluster === cluster);
        const [sum] = clusterSums(
          own.map(({ value }) => value),
          own.map(() => 0),
        );
        return sum ?? NONE;
      }),
    );
    const design = [rows.map(({ first }) => first)];
    const fit = leastSquares(
      design,
      rows.map(({ value }) => value),
      { intercept: true },
    );
    const robust = clusterCovariance(
      fit,
      design,
      rows.map(({ cluster }) => cluster),
      'CR2',
    );
    const found = clusterRobustDifference(sums[0]!, sums[1]!);
    expect(found.standardError).toBeCloseTo(robust.standardErrors[1]!, 10);
    expect(found.degreesOfFreedom).toBeCloseTo(robust.degreesOfFreedom[1]!, 8);
  });

  it('does not depend on clusters without rows, and swaps sign with the sides', () => {
    const [a, b] = [one(7, 9, 9), one(6, 8, 7)];
    const full = clusterRobustDifference(a, b);
    expect(clusterRobustDifference([...a, NONE], [...b, NONE])).toEqual(full);
    expect(clusterRobustDifference(b, a).estimate).toBe(-full.estimate);
  });

  it('has no error when a side lies in one cluster, and nothing without rows, in lists of unequal length or with negative weight', () => {
    const alone = clusterRobustDifference([...one(3), NONE], one(1, 2));
    expect(alone).toEqual({ estimate: 1.5, standardError: NaN, degreesOfFreedom: NaN });
    const unknown = { estimate: NaN, standardError: NaN, degreesOfFreedom: NaN };
    expect(clusterRobustDifference(one(3, 4), [NONE, NONE])).toEqual(unknown);
    expect(clusterRobustDifference(one(3, 4), one(3))).toEqual(unknown);
    expect(clusterRobustDifference(one(3, 4), [{ ...NONE, count: 1, weight: -1 }, ...one(2)])).toEqual(unknown);
  });
});
