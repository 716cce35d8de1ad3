import { correctClusters, correctedDegreesOfFreedom, type ClusterRobustMethod } from './clusterCorrection.js';
import type { ClusterSums } from './clusterSums.js';
import { sum } from './sum.js';

/** A mean with its cluster-robust standard error. */
export interface ClusterRobustMean {
  /** The weighted mean. */
  readonly estimate: number;
  /** Its standard error, robust to any dependence within clusters. */
  readonly standardError: number;
  /** Satterthwaite's degrees of freedom, a fraction: for `tInterval`. */
  readonly degreesOfFreedom: number;
  /** Number of clusters with weight. */
  readonly clusters: number;
}

/**
 * A weighted mean whose standard error lets answers of one cluster depend on each other in any way.
 *
 * Use it for several answers per account. With few or unequal clusters CR2 with its degrees of freedom keeps the promised
 * coverage where `linearizedMean` (the same as CR1) with clusters less one is too sure of itself.
 *
 * @param clusters - The five sums of each cluster; clusters of weight 0 do not count.
 * @param method - `'cr2'` by default.
 * @returns Mean, standard error, degrees of freedom and number of clusters. Below two clusters the standard error and degrees of
 * freedom are NaN; the degrees of freedom can be below 1 when a few clusters hold almost all the weight. All NaN without weight
 * or when a sum is negative or not finite.
 * @remarks Bell, R. and McCaffrey, D. (2002), Bias Reduction in Standard Errors for Linear Regression with Multi-Stage Samples,
 * Survey Methodology 28, 169-181; Pustejovsky, J. and Tipton, E. (2018), Small-Sample Methods for Cluster-Robust Variance
 * Estimation, Journal of Business & Economic Statistics 36, 672-683, https://doi.org/10.1080/07350015.2016.1247004, with an
 * identity working covariance. For a mean the adjustment matrix of a cluster differs from the identity in the plane of 1 and w
 * only, so that five sums per cluster are enough and time is linear in the clusters.
 * @example
 * ```ts
 * import { clusterRobustMean, clusterSums } from 'cx-scoring/statistics';
 * const sums = clusterSums([9, 10, 6, 7, 5, 10], ['a', 'a', 'b', 'b', 'b', 'c']);
 * clusterRobustMean(sums); // ~> { estimate: 7.8333, standardError: 1.5166, degreesOfFreedom: 1.6667, clusters: 3 }
 * ```
 */
export function clusterRobustMean(
  clusters: Iterable<ClusterSums>,
  method: ClusterRobustMethod = 'cr2',
): ClusterRobustMean {
  const own = Array.from(clusters).filter(({ weight }) => weight !== 0);
  const mean = correctClusters(own, method);
  const { estimate, parts } = mean;
  const isKnown = !Number.isNaN(estimate);
  if (own.length < 2 || !isKnown) {
    const isUsable = isKnown || own.length === 0;
    return { estimate, standardError: NaN, degreesOfFreedom: NaN, clusters: isUsable ? own.length : NaN };
  }
  const factor = method === 'cr1' ? own.length / (own.length - 1) : 1;
  return {
    estimate,
    standardError: Math.sqrt(factor * sum(parts.map(({ score }) => score * score))),
    degreesOfFreedom: correctedDegreesOfFreedom([mean]),
    clusters: own.length,
  };
}
