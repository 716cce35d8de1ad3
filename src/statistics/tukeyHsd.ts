import type { Bounds } from '../core/interval.js';
import { areGroups, groupMoments } from './groupMoments.js';
import { studentizedRangeUpperQuantile, studentizedRangeUpperTail } from './studentizedRange.js';
import { sum } from './sum.js';
import type { Sample } from './tTest.js';

/** One pair of groups in `tukeyHsd`. */
export interface TukeyComparison {
  /** Place of the first group, from 0. */
  readonly first: number;
  /** Place of the second group. */
  readonly second: number;
  /** Mean of the first group minus that of the second. */
  readonly difference: number;
  /** Interval of the difference; all of them hold at once with the confidence asked for. */
  readonly interval: Bounds;
  /** P-value adjusted for all pairs. */
  readonly adjustedPValue: number;
}

/**
 * Tukey's honest significant differences: which means of several groups differ, after `anova`.
 *
 * It takes the spreads of the groups as equal. Groups of different sizes are compared by Kramer's form.
 *
 * @param groups - Two or more samples, as values or as size, mean and standard deviation.
 * @param confidence - Of all intervals together, strictly between 0 and 1, 0.95 by default.
 * @returns One comparison for each pair, first groups first. Without spread within the groups the p-values are NaN; so are limits
 * and p-values without a group of two values, and everything with an empty group.
 * @remarks Tukey, J. (1953), The Problem of Multiple Comparisons; Kramer, C. (1956), Extension of multiple range tests to group
 * means with unequal numbers of replications, Biometrics 12, 307-310, https://doi.org/10.2307/3001469
 * @example
 * ```ts
 * import { tukeyHsd } from 'cx-scoring/statistics';
 * const pairs = tukeyHsd([[7, 8, 9, 6, 10], [5, 6, 7, 4, 5, 8], [9, 9, 10, 8]]);
 * pairs.map(({ first, second }) => [first, second]); // => [[0, 1], [0, 2], [1, 2]]
 * pairs[0]?.difference; // ~> 2.1666667
 * pairs[0]?.adjustedPValue; // ~> 0.0569152624
 * ```
 */
export function tukeyHsd(groups: readonly Sample[], confidence = 0.95): readonly TukeyComparison[] {
  const moments = groupMoments(groups);
  const isInDomain = areGroups(moments, 1);
  const degreesOfFreedom = isInDomain ? sum(moments.map(({ n }) => n)) - groups.length : NaN;
  const within = sum(moments.map(({ n, variance }) => (n === 1 ? 0 : (n - 1) * variance)));
  // Twice the variance of a mean is that of a difference of two, and the range is counted in standard errors of one.
  const variance = within / degreesOfFreedom / 2;
  const critical = studentizedRangeUpperQuantile(1 - confidence, groups.length, degreesOfFreedom);
  return moments.flatMap((a, first) =>
    moments.slice(first + 1).map((b, i) => {
      const difference = isInDomain ? a.offset - b.offset : NaN;
      const standardError = Math.sqrt(variance * (1 / a.n + 1 / b.n));
      const reach = critical * standardError;
      const q = standardError > 0 ? Math.abs(difference) / standardError : NaN;
      return {
        first,
        second: first + 1 + i,
        difference,
        interval: { lower: difference - reach, upper: difference + reach },
        adjustedPValue: studentizedRangeUpperTail(q, groups.length, degreesOfFreedom),
      };
    }),
  );
}
