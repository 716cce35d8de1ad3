import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import { rankGroups } from './rankedGroups.js';

/** Outcome of `kruskalWallisTest`. */
export interface KruskalWallisTest extends ChiSquareTest {
  /** Mean rank of each group, in the order given. */
  readonly meanRanks: readonly number[];
  /** Share of the spread of the ranks that lies between the groups, 0 to 1; too large in small samples. */
  readonly epsilonSquared: number;
  /** The same without that bias, `(H - k + 1) / (N - k)`; below zero when H is below k - 1; NaN with one value a group. */
  readonly etaSquared: number;
}

/**
 * The Kruskal-Wallis test: do the values of several groups tend to differ in size?
 *
 * Use it for scores of which only the order counts; `dunnTest` says which groups differ.
 *
 * @param groups - Two or more samples.
 * @returns H (corrected for ties), degrees of freedom, p-value, mean ranks and effect sizes; H, its p-value and the effects are NaN
 * when all values are equal, and all are NaN with fewer than two groups, an empty one, or a NaN among the values.
 * @remarks Kruskal, W. and Wallis, W. (1952), Use of ranks in one-criterion variance analysis, JASA 47, 583-621,
 * https://doi.org/10.1080/01621459.1952.10483441; Tomczak, M. and Tomczak, E. (2014) for the effect sizes.
 * @example
 * ```ts
 * import { kruskalWallisTest } from 'cx-scoring/statistics';
 * const test = kruskalWallisTest([[2.9, 3, 2.5, 2.6, 3.2], [3.8, 2.7, 4, 2.4], [2.8, 3.4, 3.7, 2.2, 2]]);
 * test.statistic; // ~> 0.7714285714
 * test.pValue; // ~> 0.6799647736
 * ```
 */
export function kruskalWallisTest(groups: readonly Iterable<number>[]): KruskalWallisTest {
  const { size, sizes, meanRanks, variance } = rankGroups(groups);
  const count = size > 0 ? groups.length : NaN;
  let squares = 0;
  for (const [i, meanRank] of meanRanks.entries()) squares += (sizes[i] as number) * (meanRank - (size + 1) / 2) ** 2;
  const statistic = variance > 0 ? squares / variance : NaN;
  return {
    ...upperChiSquareTest(statistic, count - 1),
    meanRanks,
    epsilonSquared: statistic / (size - 1),
    etaSquared: size > count ? (statistic - count + 1) / (size - count) : NaN,
  };
}
