import type { ClusterSums } from './clusterSums.js';
import { sum } from './sum.js';

/**
 * How a cluster's residuals are corrected for having helped to fit the mean: `'cr0'` not at all, `'cr1'` by `G/(G - 1)` for G
 * clusters, `'cr2'` cluster by cluster, so that the variance is unbiased when rows are independent with equal variance.
 */
export type ClusterRobustMethod = 'cr0' | 'cr1' | 'cr2';

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

/** A cluster's corrected weights, `α + β w`, by the sums that matter: over themselves, times the weights, squared. */
interface CorrectedWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly sum: number;
  readonly weighted: number;
  readonly squares: number;
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
  const isUsable = own.every(({ count, weight, squaredWeight }) => count > 0 && weight > 0 && squaredWeight > 0);
  const weight = isUsable ? sum(own.map((cluster) => cluster.weight)) : NaN;
  const estimate = sum(own.map((cluster) => cluster.weightedTotal)) / weight;
  const squaredWeight = sum(own.map((cluster) => cluster.squaredWeight));
  if (own.length < 2 || Number.isNaN(estimate)) {
    const count = isUsable ? own.length : NaN;
    return { estimate, standardError: NaN, degreesOfFreedom: NaN, clusters: count };
  }
  const share = squaredWeight / weight ** 2;
  const corrected = own.map((cluster) => correctedWeights(cluster, method, weight, share));
  const scores = own.map((cluster, i) => {
    const { alpha, beta } = corrected[i] as CorrectedWeights;
    const residual = cluster.total - cluster.count * estimate;
    const weightedResidual = cluster.weightedTotal - cluster.weight * estimate;
    return (alpha * residual + beta * weightedResidual) / weight;
  });
  const factor = method === 'cr1' ? own.length / (own.length - 1) : 1;
  return {
    estimate,
    standardError: Math.sqrt(factor * sum(scores.map((score) => score * score))),
    degreesOfFreedom: satterthwaite(corrected, weight, share),
    clusters: own.length,
  };
}

function correctedWeights(
  cluster: ClusterSums,
  method: ClusterRobustMethod,
  total: number,
  share: number,
): CorrectedWeights {
  const { count, weight, squaredWeight } = cluster;
  let alpha = 0;
  let beta = 1;
  if (method === 'cr2') {
    // The matrix to take the inverse square root of is I - (1w' + w1')/W + 11' Σw²/W². On the plane of 1 and w it has these:
    const corner = 1 - (2 * weight) / total + count * share;
    const determinant = (1 - weight / total) ** 2 + count * (share - squaredWeight / total ** 2);
    const root = Math.sqrt(determinant);
    const divisor = root * Math.sqrt(corner + 1 + 2 * root);
    alpha = (squaredWeight / total - weight * share) / divisor;
    beta = (weight / total + corner + root) / divisor;
  }
  return {
    alpha,
    beta,
    sum: alpha * count + beta * weight,
    weighted: alpha * weight + beta * squaredWeight,
    squares: alpha * alpha * count + 2 * alpha * beta * weight + beta * beta * squaredWeight,
  };
}

/**
 * `(tr P)² / tr P²` of the quadratic form P behind the variance. Off the diagonal P has rank two, so that its squares add up
 * without a look at every pair.
 */
function satterthwaite(corrected: readonly CorrectedWeights[], total: number, share: number): number {
  // Weights as shares of the total: the degrees of freedom have no unit.
  const s = corrected.map((cluster) => cluster.sum / total);
  const t = corrected.map((cluster) => cluster.weighted / total ** 2);
  const offDiagonal = s.map((own, i) => own * (share * own - 2 * (t[i] as number)));
  const diagonal = offDiagonal.map((value, i) => value + (corrected[i] as CorrectedWeights).squares / total ** 2);
  const squaresOf = (values: readonly number[]): number => sum(values.map((value) => value * value));
  const ss = squaresOf(s);
  const tt = squaresOf(t);
  const st = sum(s.map((own, i) => own * (t[i] as number)));
  const everyPair = 2 * (tt * ss + st * st) - 4 * share * st * ss + (share * ss) ** 2;
  return sum(diagonal) ** 2 / (everyPair + squaresOf(diagonal) - squaresOf(offDiagonal));
}
