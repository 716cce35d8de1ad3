import { describe, expect, it } from 'vitest';
import { clusterIntraclass } from '../../../src/statistics/clusterIntraclass.js';
import { clusterRobustMean } from '../../../src/statistics/clusterRobustMean.js';
import { clusterSums } from '../../../src/statistics/clusterSums.js';
import { clusterJackknife, jackknifeReplicates, jackknifeStandardError } from '../../../src/statistics/jackknife.js';
import { linearizedMean } from '../../../src/statistics/linearizedEstimate.js';
import { mean } from '../../../src/statistics/sum.js';

const values = [9, 10, 6, 7, 5, 10, 3, 8];
const clusters = ['a', 'a', 'b', 'b', 'b', 'c', 'd', 'd'];
const weights = [1, 2, 0.5, 1, 3, 1, 2, 1];

describe('clusterSums', () => {
  it('adds up by cluster, in the order of first appearance', () => {
    expect(clusterSums([5, 1, 2], ['z', 'a', 'z'], [2, 1, 3])).toEqual([
      { count: 2, total: 7, weight: 5, weightedTotal: 16, squaredWeight: 13 },
      { count: 1, total: 1, weight: 1, weightedTotal: 1, squaredWeight: 1 },
    ]);
  });

  it('leaves out rows of weight 0 and tells 1 from "1"', () => {
    expect(clusterSums([5, NaN], ['a', 'b'], [1, 0])).toHaveLength(1);
    expect(clusterSums([5, 6], [1, '1'])).toHaveLength(2);
  });

  it('is empty outside its domain', () => {
    expect(clusterSums([5, 6], ['a'])).toEqual([]);
    expect(clusterSums([5, 6], ['a', 'b'], [1])).toEqual([]);
    expect(clusterSums([5, 6], ['a', 'b'], [1, -1])).toEqual([]);
    expect(clusterSums([], [])).toEqual([]);
  });
});

describe('clusterRobustMean', () => {
  it('is s / √n with n - 1 degrees of freedom when every row is a cluster', () => {
    const sums = clusterSums(values, values.map((_, i) => i)); // prettier-ignore
    const simple = linearizedMean(values);
    for (const method of ['cr1', 'cr2'] as const) {
      const { estimate, standardError, degreesOfFreedom } = clusterRobustMean(sums, method);
      expect(estimate).toBe(simple.estimate);
      expect(standardError).toBeCloseTo(simple.standardError, 12);
      expect(degreesOfFreedom).toBeCloseTo(7, 10);
    }
  });

  it('is the linearised error as CR1, and less by √((G - 1)/G) as CR0', () => {
    const sums = clusterSums(values, clusters, weights);
    const linearized = linearizedMean(values, { weights, clusters });
    expect(clusterRobustMean(sums, 'cr1').standardError).toBeCloseTo(linearized.standardError, 12);
    expect(clusterRobustMean(sums, 'cr0').standardError).toBeCloseTo(linearized.standardError * Math.sqrt(3 / 4), 12);
    expect(clusterRobustMean(sums).clusters).toBe(4);
  });

  it('is CR2 unless told otherwise', () => {
    const sums = clusterSums(values, clusters);
    expect(clusterRobustMean(sums)).toEqual(clusterRobustMean(sums, 'cr2'));
    expect(clusterRobustMean(sums)).not.toEqual(clusterRobustMean(sums, 'cr1'));
  });

  it('is s / √n between clusters of equal size', () => {
    // Cluster means 1, 3 and 8: their variance is 13.
    const sums = clusterSums([0, 2, 3, 3, 7, 9], [1, 1, 2, 2, 3, 3]);
    const { standardError, degreesOfFreedom } = clusterRobustMean(sums);
    expect(standardError).toBeCloseTo(Math.sqrt(13 / 3), 12);
    expect(degreesOfFreedom).toBeCloseTo(2, 12);
  });

  it('does not count clusters of weight 0', () => {
    const sums = clusterSums(values, clusters);
    const nothing = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0 };
    expect(clusterRobustMean([nothing, ...sums])).toEqual(clusterRobustMean(sums));
    expect(clusterJackknife([nothing, ...sums])).toEqual(clusterJackknife(sums));
  });

  it('has no standard error for one cluster', () => {
    const got = clusterRobustMean(clusterSums([4, 6], ['a', 'a']));
    expect(got).toEqual({ estimate: 5, standardError: NaN, degreesOfFreedom: NaN, clusters: 1 });
  });

  it('is zero when all values are equal', () => {
    expect(clusterRobustMean(clusterSums([4, 4, 4], ['a', 'a', 'b'])).standardError).toBeCloseTo(0, 12);
  });

  it('is NaN without weight, and with sums out of range', () => {
    expect(clusterRobustMean([])).toEqual({ estimate: NaN, standardError: NaN, degreesOfFreedom: NaN, clusters: 0 });
    const [first, second] = clusterSums([4, 6], ['a', 'b']);
    for (const wrong of [{ weight: -1 }, { weight: NaN }, { count: 0 }, { squaredWeight: 0 }, { weightedTotal: NaN }]) {
      const got = clusterRobustMean([{ ...first!, ...wrong }, second!]);
      expect(got.estimate).toBeNaN();
      expect(got.standardError).toBeNaN();
    }
  });
});

describe('clusterIntraclass', () => {
  it('is 1 when values agree within clusters, and at least -1/(n - 1)', () => {
    const alike = clusterIntraclass([1, 1, 5, 5], [1, 1, 2, 2]);
    expect(alike).toEqual({ correlation: 1, effectiveClusterSize: 2, designEffect: 2 });
    expect(clusterIntraclass([1, 5, 1, 5], [1, 1, 2, 2]).correlation).toBeCloseTo(-1, 12);
  });

  it('has its size from unequal clusters', () => {
    // (6 - (1 + 4 + 9)/6) / 2.
    const { effectiveClusterSize } = clusterIntraclass([1, 2, 3, 4, 5, 6], [1, 2, 2, 3, 3, 3]);
    expect(effectiveClusterSize).toBeCloseTo((6 - 14 / 6) / 2, 12);
  });

  it.each([
    ['one cluster', [1, 2], [1, 1]],
    ['single rows', [1, 2], [1, 2]],
    ['equal values', [2, 2, 2], [1, 1, 2]],
    ['unequal lengths', [1, 2], [1]],
    ['a value that is not a number', [1, 2, NaN], [1, 1, 2]],
    ['nothing', [], []],
  ])('is NaN with %s', (_, own, labels) => {
    expect(clusterIntraclass(own, labels).correlation).toBeNaN();
    expect(clusterIntraclass(own, labels).designEffect).toBeNaN();
  });
});

describe('jackknife', () => {
  it('gives s / √n for the mean', () => {
    const replicates = jackknifeReplicates(values, mean);
    expect(replicates).toHaveLength(8);
    expect(jackknifeStandardError(replicates)).toBeCloseTo(linearizedMean(values).standardError, 12);
  });

  it('leaves out whole clusters', () => {
    const counted = jackknifeReplicates(values, (rest) => rest.length, clusters);
    expect(counted).toEqual([6, 5, 7, 6]);
    const direct = jackknifeStandardError(jackknifeReplicates(values, mean, clusters));
    expect(clusterJackknife(clusterSums(values, clusters)).standardError).toBeCloseTo(direct, 12);
  });

  it('has clusters less one degrees of freedom', () => {
    expect(clusterJackknife(clusterSums(values, clusters))).toMatchObject({ estimate: 7.25, degreesOfFreedom: 3 });
  });

  it('is empty or NaN outside its domain', () => {
    expect(jackknifeReplicates([1, 2], mean, [1])).toEqual([]);
    expect(jackknifeReplicates([], mean)).toEqual([]);
    expect(jackknifeStandardError([])).toBeNaN();
    expect(jackknifeStandardError([1])).toBeNaN();
    expect(jackknifeStandardError([1, NaN])).toBeNaN();
    expect(jackknifeStandardError([1, 1])).toBe(0);
    expect(clusterJackknife([])).toEqual({ estimate: NaN, standardError: NaN, degreesOfFreedom: NaN });
    const one = clusterSums([4, 6], ['a', 'a']);
    expect(clusterJackknife(one)).toEqual({ estimate: 5, standardError: NaN, degreesOfFreedom: 0 });
    expect(clusterJackknife([{ ...one[0]!, weight: -1 }, ...one]).estimate).toBeNaN();
  });
});
