import { clusterSums } from './clusterSums.js';
import { addToMoments, createMoments } from './moments.js';
import { momentsMean, momentsVariance } from './momentsSummary.js';
import { sum } from './sum.js';

/** How alike the values of one cluster are. */
export interface ClusterIntraclass {
  /** Intraclass correlation from the analysis of variance: at most 1, below 0 when clusters differ less than chance would have it. */
  readonly correlation: number;
  /** Cluster size that unequal clusters amount to. */
  readonly effectiveClusterSize: number;
  /** What clustering does to the variance of a mean: `1 + (size - 1) correlation`. */
  readonly designEffect: number;
}

/**
 * The intraclass correlation of clusters of unequal size, with the design effect it implies.
 *
 * Use it to plan: how many answers per account are worth asking for. For a result, the standard error of `clusterRobustMean` says
 * more.
 *
 * @param values - One finite value for each row.
 * @param clusters - Cluster of each row.
 * @returns Correlation, cluster size and design effect; NaN when the columns do not match, below two clusters, without two rows in
 * any of them, or when all values are equal.
 * @remarks Donner, A. (1986), A Review of Inference Procedures for the Intraclass Correlation Coefficient in the One-Way Random
 * Effects Model, International Statistical Review 54, 67-82, https://doi.org/10.2307/1403259, equations 2.1 to 2.3.
 * @example
 * ```ts
 * import { clusterIntraclass } from 'cx-scoring/statistics';
 * clusterIntraclass([9, 8, 4, 5], ['a', 'a', 'b', 'b']).correlation; // ~> 0.939394
 * ```
 */
export function clusterIntraclass(values: ArrayLike<number>, clusters: ArrayLike<string | number>): ClusterIntraclass {
  const groups = clusterSums(values, clusters);
  const rows = values.length;
  const moments = createMoments();
  for (let i = 0; i < rows; i++) addToMoments(moments, values[i] as number);
  const center = momentsMean(moments);
  const between = sum(groups.map(({ count, total }) => count * (total / count - center) ** 2));
  const within = Math.max(0, momentsVariance(moments) * (rows - 1) - between);
  const betweenMean = between / (groups.length - 1);
  const withinMean = within / (rows - groups.length);
  const size = (rows - sum(groups.map(({ count }) => count * count)) / rows) / (groups.length - 1);
  const isUsable = groups.length > 1 && rows > groups.length && momentsVariance(moments) > 0;
  const correlation = isUsable ? (betweenMean - withinMean) / (betweenMean + (size - 1) * withinMean) : NaN;
  return {
    correlation,
    effectiveClusterSize: groups.length > 1 ? size : NaN,
    designEffect: 1 + (size - 1) * correlation,
  };
}
