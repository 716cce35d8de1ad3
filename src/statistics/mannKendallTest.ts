import { normalPValue } from './alternative.js';
import type { Alternative } from './alternative.js';
import { discordanceDistribution } from './kendallScoreDistribution.js';
import { sortedCopy } from './sortedCopy.js';
import { tieTable } from './tieTable.js';

/** Options of `mannKendallTest`. */
export interface MannKendallOptions {
  /** `'two-sided'` by default; `'greater'` looks for a rise. */
  readonly alternative?: Alternative | undefined;
  /**
   * Where the p-value comes from: `'auto'` (default) is exact for up to 10 values without ties and normal otherwise; `'exact'`
   * counts all orders of the values, ties included, which takes noticeable time beyond some 60 values; `'normal'` has a continuity
   * correction.
   */
  readonly method?: 'auto' | 'exact' | 'normal' | undefined;
}

/** Outcome of `mannKendallTest`. */
export interface MannKendallTest {
  /** Rising pairs less falling pairs (S). */
  readonly score: number;
  /** Variance of the score without a trend, reduced for ties. */
  readonly variance: number;
  /** Score in standard deviations, one taken off for continuity; 0 where the score or the variance is. */
  readonly statistic: number;
  /** Probability of a score at least that extreme without a trend. */
  readonly pValue: number;
  /** The smallest p-value that as many values with these ties can give: above the level, the test cannot find anything. */
  readonly smallestPValue: number;
  /** Which p-value it is. */
  readonly method: 'exact' | 'normal';
  /** Kendall's tau-a: score over number of pairs. */
  readonly tauA: number;
  /** Kendall's tau-b, which leaves out pairs of equal values; NaN for a constant series. */
  readonly tauB: number;
}

/** A score with what ties leave possible. */
interface Score {
  readonly score: number;
  readonly variance: number;
  readonly largest: number;
  readonly tieCounts: Float64Array;
}

/**
 * The Mann-Kendall test: does a series rise or fall steadily, whatever the shape of the trend?
 *
 * Use it for disjoint periods that do not depend on each other; never on rolling windows, whose neighbours share answers. With
 * four values the smallest two-sided p-value is 0.0833, so that nothing can be found at 5 %: compare `smallestPValue` with the
 * level before reading anything into a large p-value.
 *
 * @param values - Finite numbers in order of time, at equal or unequal distances.
 * @param options - Alternative and method.
 * @returns Score, variance, p-value and tau; all NaN below two values or when one is not a number.
 * @remarks Mann, H. (1945), Nonparametric Tests Against Trend, Econometrica 13, 245-259, https://doi.org/10.2307/1907187; Kendall
 * (1975), Rank Correlation Methods, equations 4.3 and 5.8.
 * @example
 * ```ts
 * import { mannKendallTest } from 'cx-scoring/statistics';
 * const { score, pValue } = mannKendallTest([31, 34, 30, 36, 38, 37, 41, 40, 44, 43]);
 * score; // => 35
 * pValue; // ~> 0.000946
 * mannKendallTest([1, 2, 3, 4]).smallestPValue; // ~> 0.08333
 * ```
 */
export function mannKendallTest(values: ArrayLike<number>, options: MannKendallOptions = {}): MannKendallTest {
  const { alternative = 'two-sided', method = 'auto' } = options;
  const own = scoreOf(values);
  const { score, largest, tieCounts } = own;
  const size = values.length;
  const isUsable = !Number.isNaN(score);
  const isExact = isUsable && (method === 'exact' || (method === 'auto' && size <= 10 && tieCounts.length === size));
  const pairs = (size * (size - 1)) / 2;
  const p = isExact ? exactPValues(own, alternative) : normalPValues(own, alternative);
  return {
    score,
    variance: own.variance,
    statistic: scoreStatistic(score, own.variance),
    ...p,
    method: isExact ? 'exact' : 'normal',
    tauA: score / pairs,
    tauB: largest > 0 ? score / Math.sqrt(largest * pairs) : NaN,
  };
}

/**
 * The score of a series, its variance, the largest score that its ties allow, and how often each value occurs.
 *
 * @internal
 */
export function scoreOf(values: ArrayLike<number>): Score {
  const sorted = sortedCopy(Array.from(values));
  const size = sorted.length;
  if (size < 2 || Number.isNaN(sorted[size - 1])) {
    return { score: NaN, variance: NaN, largest: NaN, tieCounts: new Float64Array(0) };
  }
  let score = 0;
  for (let i = 1; i < size; i++) {
    for (let j = 0; j < i; j++) score += Math.sign((values[i] as number) - (values[j] as number));
  }
  const { counts } = tieTable(sorted);
  const term = (count: number): number => (count * (count - 1) * (2 * count + 5)) / 18;
  let variance = term(size);
  let largest = (size * (size - 1)) / 2;
  for (const count of counts) {
    variance -= term(count);
    largest -= (count * (count - 1)) / 2;
  }
  return { score: score + 0, variance: largest === 0 ? 0 : variance, largest, tieCounts: counts };
}

/**
 * A score in standard deviations, with the correction for continuity.
 *
 * @internal
 */
export function scoreStatistic(score: number, variance: number): number {
  if (score === 0) return 0;
  return (score - Math.sign(score)) / Math.sqrt(variance);
}

type PValues = Pick<MannKendallTest, 'pValue' | 'smallestPValue'>;

function normalPValues({ score, variance, largest }: Score, alternative: Alternative): PValues {
  const extreme = scoreStatistic(alternative === 'less' ? -largest : largest, variance);
  return {
    pValue: normalPValue(oneSided(score, variance, alternative), alternative),
    smallestPValue: normalPValue(extreme, alternative),
  };
}

/** The corrected statistic; towards the other side the correction makes the one-sided p-value larger as well. */
function oneSided(score: number, variance: number, alternative: Alternative): number {
  if (alternative === 'two-sided' || variance === 0) return scoreStatistic(score, variance);
  return (score + (alternative === 'less' ? 1 : -1)) / Math.sqrt(variance);
}

function exactPValues({ score, largest, tieCounts }: Score, alternative: Alternative): PValues {
  const distribution = discordanceDistribution(tieCounts);
  // The distribution is symmetric: as many orders have k discordant pairs as have k concordant ones.
  const upTo = (discordant: number): number => {
    let total = 0;
    for (let k = 0; k <= discordant; k++) total += distribution[k] as number;
    return Math.min(1, total);
  };
  const extreme = distribution[0] as number;
  if (alternative !== 'two-sided') {
    const towards = alternative === 'greater' ? score : -score;
    return { pValue: upTo((largest - towards) / 2), smallestPValue: extreme };
  }
  return {
    pValue: Math.min(1, 2 * upTo((largest - Math.abs(score)) / 2)),
    smallestPValue: Math.min(1, 2 * extreme),
  };
}
