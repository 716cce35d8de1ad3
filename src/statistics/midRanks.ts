import { sortedCopy } from './sortedCopy.js';
import { countBelow, hasNoNaN, tieTable } from './tieTable.js';

/**
 * Ranks from 1 for the smallest value, equal values sharing the mean of the places they take.
 *
 * @param values - Numbers in any order; left as they are.
 * @returns One rank for each value, in the order given; all NaN with a NaN among the values.
 * @remarks Kendall, M. (1945), The treatment of ties in ranking problems, Biometrika 33, 239-251,
 * https://doi.org/10.1093/biomet/33.3.239
 * @example
 * ```ts
 * import { midRanks } from 'cx-scoring/statistics';
 * midRanks([9, 7, 9, 10]); // => [2.5, 1, 2.5, 4]
 * ```
 */
export function midRanks(values: ArrayLike<number>): number[] {
  const numbers = Array.from(values);
  const sorted = sortedCopy(numbers);
  if (!hasNoNaN(sorted)) return numbers.map(() => NaN);
  const table = tieTable(sorted);
  return numbers.map((value) => table.ranks[countBelow(table.values, value)] as number);
}
