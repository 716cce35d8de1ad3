import type { Bounds } from '../core/interval.js';
import type { CountDistribution } from './countDistribution.js';
import { distributionLowerTail, distributionQuantile } from './countDistribution.js';
import { normalUpperQuantile, normalUpperTail } from './normal.js';
import { differenceTable, kthSmallest, tableMedian, walshTable } from './pairwiseSelection.js';
import type { MonotoneTable } from './pairwiseSelection.js';
import { MOST_EXACT } from './rankTest.js';
import { sortedCopy } from './sortedCopy.js';
import { signedSumDistribution, subsetSumDistribution } from './subsetSums.js';
import { hasNoNaN } from './tieTable.js';

/** An estimate by the ranks of pairs, with the interval that inverts the rank test. */
export interface RankEstimate {
  /** Median of the pairs, in the unit of the values. */
  readonly estimate: number;
  /** Two-sided interval; its limits are numbers that occur among the pairs. */
  readonly interval: Bounds;
  /**
   * Probability with which the interval covers the truth: at least the confidence asked for, unless the samples are too small for
   * it. Exact below 50 values a sample, otherwise by the normal approximation; with ties it is a lower bound.
   */
  readonly coverage: number;
}

const NOTHING: RankEstimate = { estimate: NaN, interval: { lower: NaN, upper: NaN }, coverage: NaN };

/**
 * The Hodges-Lehmann shift between two samples: the median of all differences, with the interval of the Mann-Whitney test.
 *
 * Use it to say how much larger one sample tends to be, in its own unit and unmoved by outliers.
 *
 * @param first - Values of the first sample.
 * @param second - Values of the second sample.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Shift (first minus second), interval and coverage; all NaN with an empty sample, a value that is not finite, or a
 * confidence outside its domain.
 * @remarks Hodges, J. and Lehmann, E. (1963), Estimates of location based on rank tests, Annals of Mathematical Statistics 34,
 * 598-611, https://doi.org/10.1214/aoms/1177704172. Limits as R's exact `wilcox.test` up to 49 values a sample,
 * beyond by the normal approximation. The closed interval covers discrete scores at least as often as continuous ones (Randles
 * and Wolfe, 1979, Introduction to the Theory of Nonparametric Statistics, section 6.2), so that ties need no correction.
 * @example
 * ```ts
 * import { hodgesLehmannShift } from 'cx-scoring/statistics';
 * const shift = hodgesLehmannShift([1.1, 2.2, 3.3, 4.4, 7.1, 9.3], [0.5, 2.7, 3.9, 5.1, 6, 0.2, 1.7]);
 * shift.estimate; // ~> 1.65
 * shift.interval.lower; // ~> -1.8
 * shift.interval.upper; // ~> 5.4
 * ```
 */
export function hodgesLehmannShift(first: Iterable<number>, second: Iterable<number>, confidence = 0.95): RankEstimate {
  const x = sortedCopy(first);
  const y = sortedCopy(second);
  if (!isUsable(x) || !isUsable(y) || !(confidence > 0 && confidence < 1)) return NOTHING;
  const [m, n] = [x.length, y.length];
  const places = Array.from({ length: m + n }, (_, i) => i);
  const isSmall = Math.max(m, n) <= MOST_EXACT;
  return rankEstimate(differenceTable(x, y), m * n, confidence, {
    distribution: isSmall ? subsetSumDistribution(places, m) : undefined,
    minimum: (m * (m - 1)) / 2,
    deviation: Math.sqrt((m * n * (m + n + 1)) / 12),
  });
}

/**
 * The pseudo-median of a sample or of paired differences: the median of the means of all pairs, with the interval of Wilcoxon's
 * signed-rank test.
 *
 * Use it where a mean is moved too much by outliers; of symmetric data it estimates the median and the mean.
 *
 * @param values - Values, or differences of pairs.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Pseudo-median, interval and coverage; all NaN without values, with one that is not finite, or with a confidence
 * outside its domain.
 * @remarks Hodges and Lehmann (1963), as for `hodgesLehmannShift`; Walsh, J. (1949), Annals of Mathematical Statistics 20, 64-81,
 * https://doi.org/10.1214/aoms/1177730091
 * @example
 * ```ts
 * import { pseudoMedian } from 'cx-scoring/statistics';
 * pseudoMedian([1, 2, 4, 10]).estimate; // => 3.5
 * pseudoMedian([1, 2, 4, 10]).coverage; // => 0.875
 * ```
 */
export function pseudoMedian(values: Iterable<number>, confidence = 0.95): RankEstimate {
  const x = sortedCopy(values);
  if (!isUsable(x) || !(confidence > 0 && confidence < 1)) return NOTHING;
  const n = x.length;
  const ranks = Array.from({ length: n }, (_, i) => i + 1);
  return rankEstimate(walshTable(x), (n * (n + 1)) / 2, confidence, {
    distribution: n <= MOST_EXACT ? signedSumDistribution(ranks) : undefined,
    minimum: 0,
    deviation: Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24),
  });
}

/** The law of a rank statistic without ties; where `distribution` is missing the normal one is close enough. */
interface RankLaw {
  readonly distribution: CountDistribution | undefined;
  readonly minimum: number;
  readonly deviation: number;
}

function rankEstimate(table: MonotoneTable, pairs: number, confidence: number, law: RankLaw): RankEstimate {
  const { distribution, minimum, deviation } = law;
  const tail = (1 - confidence) / 2;
  const quantile =
    distribution === undefined
      ? Math.floor(pairs / 2 + 0.5 - normalUpperQuantile(tail) * deviation)
      : distributionQuantile(distribution, tail) - minimum;
  // The limits are the k-th pair from either end, the ends themselves when there are too few.
  const k = Math.min(Math.ceil(pairs / 2), Math.max(1, quantile));
  const missed =
    distribution === undefined
      ? normalUpperTail((pairs / 2 - k + 0.5) / deviation)
      : distributionLowerTail(distribution, k - 1 + minimum);
  return {
    estimate: tableMedian(table, pairs),
    interval: { lower: kthSmallest(table, k), upper: kthSmallest(table, pairs + 1 - k) },
    coverage: Math.max(0, 1 - 2 * missed),
  };
}

function isUsable(sorted: Float64Array): boolean {
  return sorted.length > 0 && hasNoNaN(sorted) && sorted.every((value) => Math.abs(value) < Infinity);
}
