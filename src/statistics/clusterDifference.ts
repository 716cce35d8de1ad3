import type { ClusterSums } from './clusterSums.js';
import type { DesignEstimate } from './linearizedEstimate.js';
import { sum } from './sum.js';

/** A mean over clusters and the influence of each cluster on it. */
function influences(clusters: readonly ClusterSums[]): { readonly estimate: number; readonly scores: number[] } {
  const isUsable = clusters.every(({ weight, count }) => weight >= 0 && count >= 0);
  const weight = isUsable ? sum(clusters.map((cluster) => cluster.weight)) : NaN;
  const estimate = sum(clusters.map((cluster) => cluster.weightedTotal)) / weight;
  return { estimate, scores: clusters.map((own) => (own.weightedTotal - own.weight * estimate) / weight) };
}

/**
 * The difference of two weighted means, first minus second, where clusters may have rows on both sides.
 *
 * Use it for two segments or two periods with accounts in common: what moves both sides of an account together cancels, which
 * two separate standard errors cannot know.
 *
 * @param first - The sums of each cluster on the first side.
 * @param second - The sums of the same clusters, in the same order, on the second side; all zero where a cluster has no rows.
 * @returns The difference, its linearised standard error, and clusters less two as degrees of freedom; all NaN when the lists differ
 * in length, a weight is negative or a side has no weight; the standard error is NaN below two clusters.
 * @remarks The difference of two domain means by Taylor linearisation, as `svyby(..., covmat = TRUE)` with `svycontrast`, and its test
 * as `svyttest`, of R's `survey`: Lumley, T. (2010), Complex Surveys, section 2.4. Clusters without rows on either side do not count.
 * @example
 * ```ts
 * import { clusterDifference, clusterSums } from 'cx-scoring/statistics';
 * const before = clusterSums([6, 8, 7, 9], ['a', 'b', 'c', 'd']);
 * const after = clusterSums([7, 9, 9, 9], ['a', 'b', 'c', 'd']);
 * const { estimate, standardError } = clusterDifference(after, before);
 * estimate; // => 1
 * standardError; // ~> 0.4082483
 * ```
 */
export function clusterDifference(first: readonly ClusterSums[], second: readonly ClusterSums[]): DesignEstimate {
  if (first.length !== second.length) return { estimate: NaN, standardError: NaN, degreesOfFreedom: NaN };
  const [a, b] = [influences(first), influences(second)];
  const estimate = a.estimate - b.estimate;
  if (Number.isNaN(estimate)) return { estimate, standardError: NaN, degreesOfFreedom: NaN };
  const scores = a.scores.map((score, i) => score - (b.scores[i] as number));
  const size = first.filter(({ count }, i) => count > 0 || (second[i] as ClusterSums).count > 0).length;
  const squares = sum(scores.map((score) => score * score));
  const standardError = size < 2 ? NaN : Math.sqrt((size / (size - 1)) * squares);
  return { estimate: estimate + 0, standardError, degreesOfFreedom: size - 2 };
}
