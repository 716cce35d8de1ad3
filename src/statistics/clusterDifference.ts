import { correctClusters, correctedDegreesOfFreedom } from './clusterCorrection.js';
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

/**
 * The difference of two weighted means, first minus second, with an error for few clusters, which may have rows on both sides.
 *
 * Use it in place of {@link clusterDifference} below about 40 clusters: the linearised error is too sure of itself there, above all
 * where one side holds few of them.
 *
 * @param first - The sums of each cluster on the first side.
 * @param second - The sums of the same clusters, in the same order, on the second side; all zero where a cluster has no rows.
 * @returns The difference, its CR2 standard error and Satterthwaite's degrees of freedom; all NaN when the lists differ in length, a
 * weight is negative or a side has no weight; error and degrees of freedom are NaN when a side lies in one cluster.
 * @remarks CR2 of the contrast of two group means in one weighted regression, identity working covariance: Bell and McCaffrey (2002),
 * Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), https://doi.org/10.1080/07350015.2016.1247004. The two groups meet in no
 * row, so that their corrections are those of two means.
 * @example
 * ```ts
 * import { clusterRobustDifference, clusterSums } from 'cx-scoring/statistics';
 * const before = clusterSums([6, 8, 7, 9], ['a', 'b', 'c', 'd']);
 * const after = clusterSums([7, 9, 9, 9], ['a', 'b', 'c', 'd']);
 * clusterRobustDifference(after, before); // ~> { estimate: 1, standardError: 0.4082483, degreesOfFreedom: 3 }
 * ```
 */
export function clusterRobustDifference(first: readonly ClusterSums[], second: readonly ClusterSums[]): DesignEstimate {
  const unknown = { estimate: NaN, standardError: NaN, degreesOfFreedom: NaN };
  if (first.length !== second.length) return unknown;
  const [a, b] = [correctClusters(first, 'cr2'), correctClusters(second, 'cr2')];
  const estimate = a.estimate - b.estimate;
  if (Number.isNaN(estimate)) return unknown;
  const isAlone = [first, second].some((side) => side.filter(({ weight }) => weight > 0).length < 2);
  if (isAlone) return { ...unknown, estimate: estimate + 0 };
  const scores = a.parts.map(({ score }, i) => score - (b.parts[i] as (typeof b.parts)[number]).score);
  return {
    estimate: estimate + 0,
    standardError: Math.sqrt(sum(scores.map((score) => score * score))),
    degreesOfFreedom: correctedDegreesOfFreedom([a, b]),
  };
}
