import { startingWeights } from './weightingMargin.js';

/** The sums over the rows of one cluster that a cluster-robust mean needs. */
export interface ClusterSums {
  /** Number of rows. */
  readonly count: number;
  /** Sum of the values. */
  readonly total: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Sum of weight times value. */
  readonly weightedTotal: number;
  /** Sum of the squared weights. */
  readonly squaredWeight: number;
}

/**
 * Sums rows by cluster, for `clusterRobustMean` and `clusterJackknife`.
 *
 * For a ratio of amounts, hand over the single ratios as values and the denominators as weights: complaints per order with the
 * orders as weights.
 *
 * @param values - One value for each row; rows of weight 0 are left out.
 * @param clusters - Cluster of each row.
 * @param weights - Weight of each row, zero or more; 1 unless given.
 * @returns One record for each cluster with weight, in the order in which they first appear; empty when columns do not match or a
 * weight is negative.
 * @example
 * ```ts
 * import { clusterSums } from 'cx-scoring/statistics';
 * clusterSums([9, 5, 7], ['a', 'b', 'a']).map(({ total }) => total); // => [16, 5]
 * ```
 */
export function clusterSums(
  values: ArrayLike<number>,
  clusters: ArrayLike<string | number>,
  weights?: ArrayLike<number>,
): ClusterSums[] {
  const start = startingWeights(values.length, weights);
  if (start === null || clusters.length !== values.length) return [];
  const sums = new Map<string | number, { -readonly [Key in keyof ClusterSums]: number }>();
  for (let row = 0; row < values.length; row++) {
    const weight = start[row] as number;
    if (weight === 0) continue;
    const cluster = clusters[row] as string | number;
    const value = values[row] as number;
    let own = sums.get(cluster);
    if (own === undefined) {
      own = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0 };
      sums.set(cluster, own);
    }
    own.count++;
    own.total += value;
    own.weight += weight;
    own.weightedTotal += weight * value;
    own.squaredWeight += weight * weight;
  }
  return Array.from(sums.values());
}
