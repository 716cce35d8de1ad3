import { upperFTest } from './fTest.js';
import type { FTest } from './fTest.js';
import { areGroups, groupMoments } from './groupMoments.js';
import { sum } from './sum.js';
import type { Sample } from './tTest.js';

/** Outcome of `anova`. */
export interface Anova extends FTest {
  /** Sum of squares of the group means about the mean of all, in squared units. */
  readonly sumOfSquaresBetween: number;
  /** Sum of squares of the values about their group's mean, in squared units. */
  readonly sumOfSquaresWithin: number;
  /** Share of the total sum of squares that lies between the groups, 0 to 1; too large in small samples. */
  readonly etaSquared: number;
  /** Hays' estimate of that share in the population; below zero when F is below 1. */
  readonly omegaSquared: number;
  /** Kelley's estimate of that share in the population; below zero when F is below 1. */
  readonly epsilonSquared: number;
}

/**
 * The one-way analysis of variance: do the means of several groups differ, with the spread taken as equal?
 *
 * Use `welchAnova` when groups differ in both size and spread, `kruskalWallisTest` when only the order of scores counts, and
 * `tukeyHsd` to see which groups differ.
 *
 * @param groups - Two or more samples, as values or as size, mean and standard deviation.
 * @returns F, degrees of freedom, p-value, sums of squares and effect sizes. F, its p-value, omega and epsilon need a group of
 * two values; without spread within the groups F and its p-value are NaN; all are NaN with fewer than two groups or with an
 * empty one.
 * @remarks Fisher, R. (1925), Statistical Methods for Research Workers, chapter VII; Hays (1963) for omega squared, Kelley (1935),
 * https://doi.org/10.1073/pnas.21.9.554, for epsilon squared. Values are taken as distances from the first, so that a large
 * common level costs no digits.
 * @example
 * ```ts
 * import { anova } from 'cx-scoring/statistics';
 * const test = anova([[7, 8, 9, 6, 10], [5, 6, 7, 4, 5, 8], [9, 9, 10, 8]]);
 * test.statistic; // ~> 7.0335766423
 * test.pValue; // ~> 0.0095175648
 * test.etaSquared; // ~> 0.5396505376
 * ```
 */
export function anova(groups: readonly Sample[]): Anova {
  const moments = groupMoments(groups);
  const isInDomain = areGroups(moments, 1);
  const count = isInDomain ? groups.length : NaN;
  const size = isInDomain ? sum(moments.map(({ n }) => n)) : NaN;
  const center = sum(moments.map(({ n, offset }) => n * offset)) / size;
  const between = sum(moments.map(({ n, offset }) => n * (offset - center) ** 2)) + 0 * size;
  const within = sum(moments.map(({ n, variance }) => (n === 1 ? 0 : (n - 1) * variance))) + 0 * size;
  const numerator = count - 1;
  const denominator = size - count;
  const meanSquare = within / denominator;
  const total = between + within;
  const explained = between - numerator * meanSquare;
  return {
    ...upperFTest(meanSquare > 0 ? between / numerator / meanSquare : NaN, numerator, denominator),
    sumOfSquaresBetween: between,
    sumOfSquaresWithin: within,
    etaSquared: between / total,
    omegaSquared: explained / (total + meanSquare),
    epsilonSquared: explained / total,
  };
}
