import { normalPValue } from './alternative.js';
import { adjustPValues } from './adjustPValues.js';
import type { PValueAdjustment } from './adjustPValues.js';
import { rankGroups } from './rankedGroups.js';

/** One pair of groups in `dunnTest`. */
export interface DunnComparison {
  /** Place of the first group, from 0. */
  readonly first: number;
  /** Place of the second group. */
  readonly second: number;
  /** Mean rank of the first group minus that of the second. */
  readonly difference: number;
  /** The difference in standard errors. */
  readonly statistic: number;
  /** Two-sided p-value of this pair alone. */
  readonly pValue: number;
  /** The p-value adjusted for the number of pairs. */
  readonly adjustedPValue: number;
}

/**
 * Dunn's test: which groups differ, after a Kruskal-Wallis test has found that some do.
 *
 * @param groups - Two or more samples.
 * @param adjustment - How p-values are adjusted for the number of pairs, `'holm'` by default.
 * @returns One comparison for each pair, first groups first; z and p-values are NaN when all values are equal, and everything is
 * NaN with an empty group or a NaN among the values.
 * @remarks Dunn, O. (1964), Multiple comparisons using rank sums, Technometrics 6, 241-252,
 * https://doi.org/10.1080/00401706.1964.10490181; ties corrected.
 * @example
 * ```ts
 * import { dunnTest } from 'cx-scoring/statistics';
 * const pairs = dunnTest([[5, 5, 4, 3, 2], [1, 2, 2, 3, 4, 4], [5, 5, 5, 4]]);
 * pairs.map(({ first, second }) => [first, second]); // => [[0, 1], [0, 2], [1, 2]]
 * pairs[2]?.adjustedPValue; // ~> 0.0383780615
 * ```
 */
export function dunnTest(
  groups: readonly Iterable<number>[],
  adjustment: PValueAdjustment = 'holm',
): readonly DunnComparison[] {
  const { sizes, meanRanks, variance } = rankGroups(groups);
  const pairs = meanRanks.flatMap((meanRank, first) =>
    meanRanks.slice(first + 1).map((other, i) => {
      const second = first + 1 + i;
      const standardError = Math.sqrt(variance * (1 / (sizes[first] as number) + 1 / (sizes[second] as number)));
      const difference = meanRank - other;
      const statistic = standardError > 0 ? difference / standardError : NaN;
      return { first, second, difference, statistic, pValue: normalPValue(statistic) };
    }),
  );
  const adjusted = adjustPValues(
    pairs.map(({ pValue }) => pValue),
    adjustment,
  );
  return pairs.map((pair, i) => ({ ...pair, adjustedPValue: adjusted[i] as number }));
}
