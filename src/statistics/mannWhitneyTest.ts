import { normalPValue } from './alternative.js';
import type { CountDistribution } from './countDistribution.js';
import { exactPValue } from './exactPValue.js';
import { MOST_EXACT, standardizedRank } from './rankTest.js';
import type { RankTestOptions } from './rankTest.js';
import { sortedCopy } from './sortedCopy.js';
import { subsetSumDistribution } from './subsetSums.js';
import { countBelow, hasNoNaN, tieTable, tieTerm } from './tieTable.js';
import type { TieTable } from './tieTable.js';

/** Outcome of `mannWhitneyTest`. */
export interface MannWhitneyTest {
  /** Number of pairs in which the first sample's value is the larger, ties counting one half. */
  readonly firstWins: number;
  /** Number of pairs in which the second sample's value is the larger, ties counting one half. */
  readonly secondWins: number;
  /** Signed z of the normal approximation, with its continuity correction; NaN when all values are equal. */
  readonly statistic: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
  /** How the p-value was computed. */
  readonly method: 'exact' | 'normal';
}

/**
 * The Mann-Whitney test (Wilcoxon's rank-sum test): does one sample tend to be larger than the other?
 *
 * Use it for scores of which only the order counts. Where the samples may also differ in spread or shape use
 * `brunnerMunzelTest`; for the size of the difference see `hodgesLehmannShift`, `varghaDelaneyA` and `cliffsDelta`.
 *
 * @param first - Values of the first sample.
 * @param second - Values of the second sample.
 * @param options - Alternative, method and continuity correction.
 * @returns Both counts of pairs won, z, p-value and method. When all values are equal z is NaN and the p-value 1 (NaN when the
 * approximation was asked for); all are NaN with an empty sample or a NaN among the values.
 * @remarks Mann, H. and Whitney, D. (1947), Annals of Mathematical Statistics 18, 50-60, https://doi.org/10.1214/aoms/1177730491.
 * Two-sided exact p-values count the arrangements at least as far from the mean; `firstWins` is R's `W`.
 * @example
 * ```ts
 * import { mannWhitneyTest } from 'cx-scoring/statistics';
 * const test = mannWhitneyTest([1.1, 2.2, 3.3, 4.4], [0.5, 2.7, 3.9, 5.1, 6]);
 * test.firstWins; // => 7
 * test.pValue; // ~> 0.5555555556
 * mannWhitneyTest([10, 9, 9, 8, 7, 10, 6], [5, 9, 8, 7, 3, 10]).method; // => 'normal'
 * ```
 */
export function mannWhitneyTest(
  first: Iterable<number>,
  second: Iterable<number>,
  options: RankTestOptions = {},
): MannWhitneyTest {
  const { alternative = 'two-sided', method = 'auto', continuity = 'half' } = options;
  const x = Array.from(first);
  const y = Array.from(second);
  const pooled = sortedCopy([...x, ...y]);
  if (x.length === 0 || y.length === 0 || !hasNoNaN(pooled)) {
    return { firstWins: NaN, secondWins: NaN, statistic: NaN, pValue: NaN, method: 'normal' };
  }
  const table = tieTable(pooled);
  const ranks = (values: readonly number[]): number[] =>
    values.map((value) => table.ranks[countBelow(table.values, value)] as number);
  const rankSum = ranks(x).reduce((sum, rank) => sum + rank, 0);
  const pairs = x.length * y.length;
  const firstWins = rankSum - (x.length * (x.length + 1)) / 2;
  const statistic = standardizedRank(
    firstWins - pairs / 2,
    rankSumDeviation(table, x.length, y.length),
    alternative,
    continuity,
  );
  const isSmall = Math.max(x.length, y.length) <= MOST_EXACT && table.values.length === pooled.length;
  const isExact = method === 'exact' || (method === 'auto' && (isSmall || table.values.length === 1));
  const distribution = isExact ? rankSumDistribution(table, x.length) : undefined;
  const mean = x.length * (pooled.length + 1);
  const exact = distribution === undefined ? NaN : exactPValue(distribution, 2 * rankSum, mean, alternative);
  return {
    firstWins,
    secondWins: pairs - firstWins,
    statistic,
    pValue: Number.isNaN(exact) ? normalPValue(statistic, alternative) : exact,
    method: Number.isNaN(exact) ? 'normal' : 'exact',
  };
}

/** Standard deviation of the rank sum of a sample, corrected for ties; 0 when all values are equal. */
function rankSumDeviation(table: TieTable, size: number, otherSize: number): number {
  const total = size + otherSize;
  if (table.values.length === 1) return 0;
  return Math.sqrt(((size * otherSize) / 12) * (total + 1 - tieTerm(table) / (total * (total - 1))));
}

/** The exact distribution of twice the rank sum of a sample, as ranks may be halves. */
function rankSumDistribution(table: TieTable, size: number): CountDistribution {
  const doubled: number[] = [];
  for (const [i, rank] of table.ranks.entries())
    for (let k = 0; k < (table.counts[i] as number); k++) doubled.push(2 * rank);
  return subsetSumDistribution(doubled, size);
}
