import type { Bounds } from '../core/interval.js';
import { bcaBiasCorrection, bcaProbabilities, type BootstrapTies } from './bcaAdjustment.js';
import {
  distributionLowerTail,
  distributionMass,
  distributionQuantile,
  type CountDistribution,
} from './countDistribution.js';

/**
 * Percentile interval from an exact bootstrap distribution.
 *
 * Use it for a net share, a share or the mean of a rating, with the distribution of their counts: no seed and no Monte Carlo error.
 * A bootstrap sees no more than its sample: when all answers are equal, or there is only one, the interval is that point,
 * and the caller has to say that it proves nothing.
 *
 * @param distribution - From `netBootstrapDistribution`, `scoreBootstrapDistribution` or `medianBootstrapDistribution`.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @returns The interval between two possible values; NaN for an undefined distribution or a confidence outside its range.
 * @remarks Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13, by the inverse distribution function.
 * @example
 * ```ts
 * import { exactPercentileInterval, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 3, neutral: 6, positive: 11 });
 * exactPercentileInterval(distribution, 0.95); // => { lower: 0.05, upper: 0.7 }
 * ```
 */
export function exactPercentileInterval(distribution: CountDistribution, confidence: number): Bounds {
  if (!(confidence > 0 && confidence < 1)) return { lower: NaN, upper: NaN };
  return {
    lower: distributionQuantile(distribution, (1 - confidence) / 2),
    upper: distributionQuantile(distribution, (1 + confidence) / 2),
  };
}

/**
 * Bias-corrected and accelerated (BCa) interval from an exact bootstrap distribution.
 *
 * Use it instead of `exactPercentileInterval` when few answers lie at one end of the scale, from about 15 answers on.
 *
 * @param distribution - From `netBootstrapDistribution`, `scoreBootstrapDistribution` or `medianBootstrapDistribution`.
 * @param estimate - The statistic in the sample itself, on the scale of the distribution.
 * @param acceleration - From `scoreAcceleration` for a mean or a net share; NaN for a single answer, and so is the interval.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param ties - How the probability of the estimate itself counts, `'mid-rank'` unless given; see `bcaBiasCorrection`.
 * @returns The interval between two possible values; the point when all answers are equal; NaN for an undefined distribution,
 * a confidence outside its range or an estimate beyond everything the distribution holds.
 * @remarks Efron (1987), https://doi.org/10.1080/01621459.1987.10478410.
 * @example
 * ```ts
 * import { exactBcaInterval, netBootstrapDistribution, scoreAcceleration } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 2, neutral: 7, positive: 16 });
 * exactBcaInterval(distribution, 14 / 25, scoreAcceleration([2, 7, 16]), 0.95); // => { lower: 0.28, upper: 0.76 }
 * // The percentile interval of the same answers ends at 0.8.
 * ```
 */
export function exactBcaInterval(
  distribution: CountDistribution,
  estimate: number,
  acceleration: number,
  confidence: number,
  ties: BootstrapTies = 'mid-rank',
): Bounds {
  const equal = distributionMass(distribution, estimate);
  const below = Math.max(distributionLowerTail(distribution, estimate) - equal, 0);
  // All answers alike: nothing to correct, under either rule for ties.
  const correction = equal === 1 ? 0 : bcaBiasCorrection(below, equal, ties);
  const probabilities = bcaProbabilities(correction, acceleration, confidence);
  return {
    lower: distributionQuantile(distribution, probabilities.lower),
    upper: distributionQuantile(distribution, probabilities.upper),
  };
}
