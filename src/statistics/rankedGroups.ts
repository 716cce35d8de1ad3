import { sortedCopy } from './sortedCopy.js';
import { countBelow, hasNoNaN, tieTable, tieTerm } from './tieTable.js';

/**
 * Groups of values ranked together.
 *
 * @internal
 */
export interface RankedGroups {
  /** Number of values of all groups; NaN outside the domain. */
  readonly size: number;
  /** Number of values of each group. */
  readonly sizes: readonly number[];
  /** Mean rank of each group. */
  readonly meanRanks: readonly number[];
  /** Variance of a rank drawn at random: `(N³ - N - Σ(t³ - t)) / (12 (N - 1))`, 0 when all values are equal. */
  readonly variance: number;
}

/**
 * Ranks the values of two groups or more together; everything is NaN with fewer, with an empty one or with a NaN.
 *
 * @internal
 */
export function rankGroups(groups: readonly Iterable<number>[]): RankedGroups {
  const lists = groups.map((group) => Array.from(group));
  const pooled = sortedCopy(lists.flat());
  const sizes = lists.map(({ length }) => length);
  const isInDomain = groups.length > 1 && sizes.every((size) => size > 0) && hasNoNaN(pooled);
  const size = isInDomain ? pooled.length : NaN;
  const table = tieTable(pooled);
  const meanRanks = lists.map((list) => {
    const rankSum = list.reduce((sum, value) => sum + (table.ranks[countBelow(table.values, value)] as number), 0);
    return isInDomain ? rankSum / list.length : NaN;
  });
  const isConstant = table.values.length === 1;
  const variance = isConstant ? 0 * size : (size * (size + 1) - tieTerm(table) / (size - 1)) / 12;
  return { size, sizes, meanRanks, variance };
}
