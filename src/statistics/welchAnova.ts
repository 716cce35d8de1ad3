import { upperFTest } from './fTest.js';
import type { FTest } from './fTest.js';
import { areGroups, groupMoments } from './groupMoments.js';
import { sum } from './sum.js';
import type { Sample } from './tTest.js';

/**
 * Welch's analysis of variance: do the means of several groups differ, whatever their spreads?
 *
 * Use it in place of `anova` unless the groups are known to spread alike; with two groups it is Welch's t test.
 *
 * @param groups - Two or more samples of two values or more, as values or as size, mean and standard deviation.
 * @returns F, degrees of freedom and p-value; NaN outside the domain or when a group has no spread.
 * @remarks Welch, B. (1951), On the comparison of several mean values: an alternative approach, Biometrika 38, 330-336,
 * https://doi.org/10.1093/biomet/38.3-4.330
 * @example
 * ```ts
 * import { welchAnova } from 'cx-scoring/statistics';
 * const test = welchAnova([[7, 8, 9, 6, 10], [5, 6, 7, 4, 5, 8], [9, 9, 10, 8]]);
 * test.statistic; // ~> 8.7527215151
 * test.denominatorDegreesOfFreedom; // ~> 7.8085316176
 * ```
 */
export function welchAnova(groups: readonly Sample[]): FTest {
  const moments = groupMoments(groups);
  const isInDomain = areGroups(moments, 2) && moments.every(({ variance }) => variance > 0);
  const count = isInDomain ? groups.length : NaN;
  const precisions = moments.map(({ n, variance }) => n / variance);
  const total = sum(precisions);
  const shares = precisions.map((precision) => precision / total);
  const center = sum(moments.map(({ offset }, i) => (shares[i] as number) * offset));
  const between = sum(moments.map(({ offset }, i) => (precisions[i] as number) * (offset - center) ** 2)) / (count - 1);
  const slack = sum(moments.map(({ n }, i) => (1 - (shares[i] as number)) ** 2 / (n - 1))) / (count * count - 1);
  return upperFTest(between / (1 + 2 * (count - 2) * slack), count - 1, 1 / (3 * slack));
}
