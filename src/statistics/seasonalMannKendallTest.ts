import { normalPValue } from './alternative.js';
import type { Alternative } from './alternative.js';
import { scoreOf, scoreStatistic } from './mannKendallTest.js';
import { median } from './quantile.js';

/** Outcome of `seasonalMannKendallTest`. */
export interface SeasonalMannKendallTest {
  /** Rising pairs less falling pairs, within seasons only. */
  readonly score: number;
  /** Variance of the score without a trend. */
  readonly variance: number;
  /** Score in standard deviations, one taken off for continuity; 0 where the score is. */
  readonly statistic: number;
  /** Probability of a score at least that extreme without a trend. */
  readonly pValue: number;
  /** Median slope between values of the same season, per cycle; NaN when no season has two values. */
  readonly slopePerCycle: number;
}

/**
 * The seasonal Mann-Kendall test: a trend from comparing each quarter with the same quarter, each month with the same month.
 *
 * Use it for series with a season, from two full cycles, better three. It takes the seasons for independent; a trend of opposite
 * signs in different seasons cancels out.
 *
 * @param values - Finite numbers in order of time, one for each period without gaps; it may begin in any season.
 * @param period - Number of seasons in a cycle, a whole number from 1: 4 for quarters, 12 for months.
 * @param alternative - `'two-sided'` by default; `'greater'` looks for a rise.
 * @returns Score, variance, p-value (normal, with a continuity correction) and slope; all NaN when no season has two values, one
 * is not a number or the period is no whole number from 1.
 * @remarks Hirsch, R., Slack, J. and Smith, R. (1982), Techniques of Trend Analysis for Monthly Water Quality Data, Water Resources
 * Research 18, 107-121, https://doi.org/10.1029/WR018i001p00107
 * @example
 * ```ts
 * import { seasonalMannKendallTest } from 'cx-scoring/statistics';
 * const { score, pValue } = seasonalMannKendallTest([30, 42, 33, 44, 36, 43, 38, 47], 2);
 * score; // => 10
 * pValue; // ~> 0.0306390
 * ```
 */
export function seasonalMannKendallTest(
  values: ArrayLike<number>,
  period: number,
  alternative: Alternative = 'two-sided',
): SeasonalMannKendallTest {
  let score = 0;
  let variance = 0;
  const slopes: number[] = [];
  const own = Array.from(values);
  const isUsable = Number.isInteger(period) && period >= 1 && own.length > period && own.every(Number.isFinite);
  for (let season = 0; isUsable && season < period; season++) {
    const series = own.filter((_, i) => i % period === season);
    if (series.length < 2) continue;
    const { score: ownScore, variance: ownVariance } = scoreOf(series);
    score += ownScore;
    variance += ownVariance;
    series.forEach((later, i) => {
      for (let j = 0; j < i; j++) slopes.push((later - (series[j] as number)) / (i - j));
    });
  }
  if (!isUsable) return { score: NaN, variance: NaN, statistic: NaN, pValue: NaN, slopePerCycle: NaN };
  const shift = alternative === 'less' ? 1 : -1;
  const oneSided = variance === 0 ? 0 : (score + shift) / Math.sqrt(variance);
  const statistic = scoreStatistic(score, variance);
  return {
    score,
    variance,
    statistic,
    pValue: normalPValue(alternative === 'two-sided' ? statistic : oneSided, alternative),
    slopePerCycle: median(slopes),
  };
}
