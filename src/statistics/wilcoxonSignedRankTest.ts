import { normalPValue } from './alternative.js';
import { exactPValue } from './exactPValue.js';
import { MOST_EXACT, standardizedRank } from './rankTest.js';
import type { RankTestOptions } from './rankTest.js';
import { sortedCopy } from './sortedCopy.js';
import { signedSumDistribution } from './subsetSums.js';
import { countBelow, hasNoNaN, tieTable, tieTerm } from './tieTable.js';

/** Outcome of `wilcoxonSignedRankTest`. */
export interface WilcoxonSignedRankTest {
  /** Sum of the ranks, by size, of the differences above zero. */
  readonly positiveRankSum: number;
  /** Number of differences that are not zero: only they take part. */
  readonly nonZero: number;
  /** Signed z of the normal approximation, with its continuity correction; NaN when all differences are zero. */
  readonly statistic: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
  /** How the p-value was computed. */
  readonly method: 'exact' | 'normal';
}

/**
 * Wilcoxon's signed-rank test: do paired differences lie around zero?
 *
 * Use it for the same units measured twice, when differences can be ordered by size. For the size of the change see
 * `pseudoMedian`.
 *
 * @param differences - One difference for each pair, such as after minus before.
 * @param options - Alternative, method and continuity correction.
 * @returns Rank sum, number of differences, z, p-value and method. When all differences are zero z is NaN and the p-value 1 (NaN
 * when the approximation was asked for); all are NaN without differences or with a NaN among them.
 * @remarks Wilcoxon, F. (1945), Individual comparisons by ranking methods, Biometrics Bulletin 1, 80-83,
 * https://doi.org/10.2307/3001968; zeros are left out, as he did. `positiveRankSum` is R's `V`.
 * @example
 * ```ts
 * import { wilcoxonSignedRankTest } from 'cx-scoring/statistics';
 * const test = wilcoxonSignedRankTest([-1.5, -0.2, -2, 0.5, -3, 0.9, -0.7]);
 * test.positiveRankSum; // => 6
 * test.pValue; // ~> 0.21875
 * ```
 */
export function wilcoxonSignedRankTest(
  differences: Iterable<number>,
  options: RankTestOptions = {},
): WilcoxonSignedRankTest {
  const { alternative = 'two-sided', method = 'auto', continuity = 'half' } = options;
  const all = sortedCopy(differences);
  if (all.length === 0 || !hasNoNaN(all)) {
    return { positiveRankSum: NaN, nonZero: NaN, statistic: NaN, pValue: NaN, method: 'normal' };
  }
  const values = all.filter((value) => value !== 0);
  const n = values.length;
  const table = tieTable(sortedCopy(values.map(Math.abs)));
  const ranks = Array.from(values, (value) => table.ranks[countBelow(table.values, Math.abs(value))] as number);
  const positiveRankSum = ranks.reduce((sum, rank, i) => ((values[i] as number) > 0 ? sum + rank : sum), 0);
  const mean = (n * (n + 1)) / 4;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(table) / 48);
  const statistic = standardizedRank(positiveRankSum - mean, deviation, alternative, continuity);
  const isExact =
    method === 'exact' || (method === 'auto' && n <= MOST_EXACT && (n === 0 || table.values.length === n));
  // Twice the ranks, as they may be halves.
  const distribution = isExact ? signedSumDistribution(ranks.map((rank) => 2 * rank)) : undefined;
  const exact =
    distribution === undefined ? NaN : exactPValue(distribution, 2 * positiveRankSum, 2 * mean, alternative);
  return {
    positiveRankSum,
    nonZero: n,
    statistic,
    pValue: Number.isNaN(exact) ? normalPValue(statistic, alternative) : exact,
    method: Number.isNaN(exact) ? 'normal' : 'exact',
  };
}
