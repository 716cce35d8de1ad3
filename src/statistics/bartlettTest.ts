import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import { areGroups, groupMoments } from './groupMoments.js';
import { sum } from './sum.js';
import type { Sample } from './tTest.js';

/**
 * Bartlett's test: do several groups of normal data have the same variance?
 *
 * It takes every departure from normality for a difference of variances; for scores use `leveneTest`.
 *
 * @param groups - Two or more samples of two values or more, as values or as size, mean and standard deviation.
 * @returns Chi-square, degrees of freedom and p-value; NaN outside the domain or when a group has no spread.
 * @remarks Bartlett, M. (1937), Properties of sufficiency and statistical tests, Proceedings of the Royal Society A 160, 268-282,
 * https://doi.org/10.1098/rspa.1937.0109
 * @example
 * ```ts
 * import { bartlettTest } from 'cx-scoring/statistics';
 * const test = bartlettTest([[7, 8, 9, 6, 10], [5, 6, 7, 4, 5, 8], [9, 9, 10, 8]]);
 * test.statistic; // ~> 1.2582632574
 * test.pValue; // ~> 0.5330544893
 * ```
 */
export function bartlettTest(groups: readonly Sample[]): ChiSquareTest {
  const moments = groupMoments(groups);
  const isInDomain = areGroups(moments, 2) && moments.every(({ variance }) => variance > 0);
  const count = isInDomain ? groups.length : NaN;
  const freedom = isInDomain ? sum(moments.map(({ n }) => n - 1)) : NaN;
  const pooled = sum(moments.map(({ n, variance }) => (n - 1) * variance)) / freedom;
  // Logarithms of ratios near 1 instead of differences of logarithms; the sum cannot be below zero.
  const ratio = Math.max(0, sum(moments.map(({ n, variance }) => (n - 1) * Math.log(pooled / variance))));
  const inverses = sum(moments.map(({ n }) => 1 / (n - 1)));
  const correction = 1 + (inverses - 1 / freedom) / (3 * (count - 1));
  return upperChiSquareTest(ratio / correction, count - 1);
}
