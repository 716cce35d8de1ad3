import type { ClusterSums } from './clusterSums.js';
import { sum } from './sum.js';

/**
 * How a cluster's residuals are corrected for having helped to fit the mean: `'cr0'` not at all, `'cr1'` by `G/(G - 1)` for G
 * clusters, `'cr2'` cluster by cluster, so that the variance is unbiased when rows are independent with equal variance.
 */
export type ClusterRobustMethod = 'cr0' | 'cr1' | 'cr2';

/**
 * A cluster's part in the error of a mean: its score, and what its corrected weights, `α + β w`, add up to over themselves, times the
 * weights and squared, in shares of all weight.
 *
 * @internal
 */
export interface CorrectedCluster {
  /** Corrected residual, as a share of the whole. */
  readonly score: number;
  /** Sum of the corrected weights. */
  readonly s: number;
  /** Sum of the corrected weights times the weights. */
  readonly t: number;
  /** Sum of the squares of the corrected weights. */
  readonly squares: number;
}

/**
 * A mean with the part of each cluster in its error.
 *
 * @internal
 */
export interface CorrectedMean {
  /** The weighted mean. */
  readonly estimate: number;
  /** Sum of the squared weights over the square of their sum. */
  readonly share: number;
  /** The clusters in their order; one without weight has no part. */
  readonly parts: readonly CorrectedCluster[];
}

/**
 * Corrects the clusters of a mean. For a mean the adjustment matrix of a cluster differs from the identity in the plane of 1 and w
 * only, so that five sums per cluster are enough and time is linear in the clusters. NaN throughout when a sum is out of place.
 *
 * @internal
 */
export function correctClusters(clusters: readonly ClusterSums[], method: ClusterRobustMethod): CorrectedMean {
  const isUsable = clusters.every(
    ({ count, weight, squaredWeight }) => weight === 0 || (count > 0 && weight > 0 && squaredWeight > 0),
  );
  const total = isUsable ? sum(clusters.map(({ weight }) => weight)) : NaN;
  const estimate = sum(clusters.map(({ weightedTotal }) => weightedTotal)) / total;
  const share = sum(clusters.map(({ squaredWeight }) => squaredWeight)) / total ** 2;
  const parts = clusters.map((cluster) => {
    const { count, weight, squaredWeight } = cluster;
    if (weight === 0) return { score: 0, s: 0, t: 0, squares: 0 };
    const [alpha, beta] = method === 'cr2' ? correction(cluster, total, share) : [0, 1];
    const residual = cluster.total - count * estimate;
    const weightedResidual = cluster.weightedTotal - weight * estimate;
    return {
      score: (alpha * residual + beta * weightedResidual) / total,
      s: (alpha * count + beta * weight) / total,
      t: (alpha * weight + beta * squaredWeight) / total ** 2,
      squares: (alpha * alpha * count + 2 * alpha * beta * weight + beta * beta * squaredWeight) / total ** 2,
    };
  });
  return { estimate, share, parts };
}

function correction({ count, weight, squaredWeight }: ClusterSums, total: number, share: number): [number, number] {
  // The matrix to take the inverse square root of is I - (1w' + w1')/W + 11' Σw²/W². On the plane of 1 and w it has these:
  const corner = 1 - (2 * weight) / total + count * share;
  const determinant = (1 - weight / total) ** 2 + count * (share - squaredWeight / total ** 2);
  const root = Math.sqrt(determinant);
  const divisor = root * Math.sqrt(corner + 1 + 2 * root);
  return [(squaredWeight / total - weight * share) / divisor, (weight / total + corner + root) / divisor];
}

/**
 * `(tr P)² / tr P²` of the quadratic form P behind the variance of a sum of independent sides, each a mean over the same clusters. Off
 * the diagonal P has rank two on each side, so that its squares add up without a look at every pair.
 *
 * @internal
 */
export function correctedDegreesOfFreedom(sides: readonly CorrectedMean[]): number {
  const size = sides[0]?.parts.length ?? 0;
  const offDiagonal = new Float64Array(size);
  const diagonal = new Float64Array(size);
  for (const { share, parts } of sides)
    parts.forEach(({ s, t, squares }, i) => {
      const off = s * (share * s - 2 * t);
      (offDiagonal[i] as number) += off;
      (diagonal[i] as number) += off + squares;
    });
  const squaresOf = (values: Float64Array): number => sum(Array.from(values, (value) => value * value));
  let everyPair = 0;
  for (const a of sides) {
    for (const b of sides) {
      const products = (x: 's' | 't', y: 's' | 't'): number =>
        sum(a.parts.map((part, i) => part[x] * (b.parts[i] as CorrectedCluster)[y]));
      const [ss, st, ts, tt] = [products('s', 's'), products('s', 't'), products('t', 's'), products('t', 't')];
      everyPair += a.share * b.share * ss * ss - 2 * ss * (a.share * st + b.share * ts) + 2 * (ss * tt + st * ts);
    }
  }
  const trace = sum(Array.from(diagonal));
  return trace ** 2 / (everyPair + squaresOf(diagonal) - squaresOf(offDiagonal));
}
