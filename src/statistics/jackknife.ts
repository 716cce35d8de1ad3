import type { ClusterSums } from './clusterSums.js';
import type { DesignEstimate } from './linearizedEstimate.js';
import { sum } from './sum.js';

/**
 * The values a statistic takes when one row, or one whole cluster, at a time is left out.
 *
 * Use it for the standard error of a statistic that has no formula (`jackknifeStandardError`) and for the acceleration of a BCa
 * interval (`jackknifeAcceleration`).
 *
 * @param values - The rows: numbers or records.
 * @param statistic - The statistic; it gets a new array each time.
 * @param clusters - Cluster of each row; each row on its own unless given.
 * @returns One value for each row or cluster, clusters in the order in which they first appear; empty when the clusters do not
 * match the rows.
 * @remarks Tukey, J. (1958), Bias and Confidence in Not-quite Large Samples, Annals of Mathematical Statistics 29, 614.
 * @example
 * ```ts
 * import { jackknifeReplicates } from 'cx-scoring/statistics';
 * jackknifeReplicates([1, 2, 6], (rest) => Math.max(...rest)); // => [6, 6, 2]
 * ```
 */
export function jackknifeReplicates<Value>(
  values: readonly Value[],
  statistic: (rest: readonly Value[]) => number,
  clusters?: ArrayLike<string | number>,
): number[] {
  if (clusters === undefined) return values.map((_, left) => statistic(values.filter((_value, i) => i !== left)));
  if (clusters.length !== values.length) return [];
  return Array.from(new Set(Array.from(clusters)), (left) => statistic(values.filter((_, i) => clusters[i] !== left)));
}

/**
 * The jackknife standard error from the replicates of `jackknifeReplicates`.
 *
 * @param replicates - The statistic without each row or cluster.
 * @returns The standard error, in the unit of the statistic; NaN below two replicates or when one is not finite.
 * @remarks `√((G - 1)/G Σ(θ₍ᵢ₎ - θ̄)²)`: Efron, B. and Stein, C. (1981), The Jackknife Estimate of Variance, Annals of Statistics
 * 9, 586-596, https://doi.org/10.1214/aos/1176345462. Not for medians and other quantiles, where it is inconsistent.
 * @example
 * ```ts
 * import { jackknifeStandardError } from 'cx-scoring/statistics';
 * // Means of 1, 2 and 6 without one of them.
 * jackknifeStandardError([4, 3.5, 1.5]); // ~> 1.527525
 * ```
 */
export function jackknifeStandardError(replicates: ArrayLike<number>): number {
  const size = replicates.length;
  if (size < 2) return NaN;
  const own = Array.from(replicates);
  const center = sum(own) / size;
  return Math.sqrt(((size - 1) / size) * sum(own.map((value) => (value - center) ** 2)));
}

/**
 * A weighted mean with its delete-one-cluster jackknife standard error, in time linear in the clusters.
 *
 * Use it as a cautious alternative to `clusterRobustMean`: it is close to CR3 and tends to be a little large.
 *
 * @param clusters - The sums of each cluster; clusters of weight 0 do not count.
 * @returns Mean, standard error and degrees of freedom (clusters less one); the standard error is NaN below two clusters, all is
 * NaN without weight or when a weight is negative.
 * @remarks JK1 of R's `survey`. Rust, K. and Rao, J. (1996), Variance Estimation for Complex Surveys Using Replication Techniques,
 * Statistical Methods in Medical Research 5, 283-310, https://doi.org/10.1177/096228029600500305
 * @example
 * ```ts
 * import { clusterJackknife, clusterSums } from 'cx-scoring/statistics';
 * clusterJackknife(clusterSums([9, 10, 6, 7, 5, 10], ['a', 'a', 'b', 'b', 'b', 'c'])).standardError; // ~> 1.660581
 * ```
 */
export function clusterJackknife(clusters: Iterable<ClusterSums>): DesignEstimate {
  const own = Array.from(clusters).filter(({ weight }) => weight !== 0);
  const weight = own.every((cluster) => cluster.weight > 0) ? sum(own.map((cluster) => cluster.weight)) : NaN;
  const total = sum(own.map((cluster) => cluster.weightedTotal));
  const replicates = own.map((cluster) => (total - cluster.weightedTotal) / (weight - cluster.weight));
  return {
    estimate: total / weight,
    standardError: jackknifeStandardError(replicates),
    degreesOfFreedom: weight > 0 ? own.length - 1 : NaN,
  };
}
