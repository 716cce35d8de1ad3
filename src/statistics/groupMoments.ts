import { addToMoments, createMoments } from './moments.js';
import { momentsMean, momentsVariance } from './momentsSummary.js';
import type { Sample } from './tTest.js';

/**
 * What comparisons of several means need to know of a group.
 *
 * @internal
 */
export interface GroupMoments {
  /** Number of values. */
  readonly n: number;
  /** Mean of the values, as a distance from the origin that all groups share. */
  readonly offset: number;
  /** Sample variance (divisor n - 1); NaN below two values. */
  readonly variance: number;
}

/**
 * Sizes, means and variances of groups, the means as distances from the first value (or mean) of the first group.
 *
 * Distances of near values are exact, so that a large common level costs no digits.
 *
 * @internal
 */
export function groupMoments(groups: readonly Sample[]): GroupMoments[] {
  let origin: number | undefined;
  return groups.map((group) => {
    if (!(Symbol.iterator in group)) {
      origin ??= group.mean;
      return { n: group.n, offset: group.mean - origin, variance: group.standardDeviation ** 2 };
    }
    const moments = createMoments();
    for (const value of group) {
      origin ??= value;
      addToMoments(moments, value - origin);
    }
    return { n: moments.count, offset: momentsMean(moments), variance: momentsVariance(moments) };
  });
}

/**
 * Whether there are two groups or more, each with at least so many values and finite moments.
 *
 * @internal
 */
export function areGroups(groups: readonly GroupMoments[], smallest: number): boolean {
  const isGroup = ({ n, offset, variance }: GroupMoments): boolean =>
    n >= smallest && n < Infinity && Number.isFinite(offset) && (n === 1 || variance >= 0);
  return groups.length > 1 && groups.every(isGroup);
}
