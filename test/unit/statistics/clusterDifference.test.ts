import { describe, expect, it } from 'vitest';
import { clusterDifference } from '../../../src/statistics/clusterDifference.js';
import { clusterSums, type ClusterSums } from '../../../src/statistics/clusterSums.js';

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
