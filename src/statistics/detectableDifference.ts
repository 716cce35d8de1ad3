import { normalUpperQuantile } from './normal.js';
import type { SampleSize } from './sampleSize.js';

/**
 * Smallest true difference of two independent means that a two-sided test finds with a wanted power.
 *
 * Use it beside every "no evidence of a difference", for means, shares and net shares alike: 30 against 30 answers cannot see
 * a change of ten points.
 *
 * @param firstVariance - Variance of one answer in the first group, not negative; `p (1 - p)` for a share, `netVariance` for a net.
 * @param firstSize - Number of units in the first group, above 0.
 * @param secondVariance - Variance of one answer in the second group.
 * @param secondSize - Number of units in the second group.
 * @param power - Power, strictly between 0 and 1.
 * @param alpha - Significance level, strictly between 0 and 1 and below the power.
 * @returns The difference, in the unit of the answers; 0 without variance; NaN outside the domain.
 * @remarks `(z of alpha/2 + z of power) √(v₁/n₁ + v₂/n₂)`: Bloom (1995), Minimum detectable effects, Evaluation Review 19, 547-556,
 * https://doi.org/10.1177/0193841X9501900504.
 * @example
 * ```ts
 * import { detectableDifference } from 'cx-scoring/statistics';
 * detectableDifference(0.6, 30, 0.6, 30); // ~> 0.5603170
 * ```
 */
export function detectableDifference(
  firstVariance: number,
  firstSize: number,
  secondVariance: number,
  secondSize: number,
  power: number = 0.8,
  alpha: number = 0.05,
): number {
  if (!(firstVariance >= 0 && secondVariance >= 0 && firstSize > 0 && secondSize > 0)) return NaN;
  return detectionFactor(power, alpha) * Math.sqrt(firstVariance / firstSize + secondVariance / secondSize);
}

/**
 * Number of units per group with which a two-sided test of two independent means finds a difference with a wanted power.
 *
 * Use it to plan two waves or two segments of equal size, for means, shares and net shares alike, in the normal approximation.
 *
 * @param firstVariance - Variance of one answer in the first group, not negative.
 * @param secondVariance - Variance of one answer in the second group.
 * @param difference - Difference worth detecting, in the unit of the answers, of either sign but not 0.
 * @param power - Power, strictly between 0 and 1.
 * @param alpha - Significance level, strictly between 0 and 1 and below the power.
 * @returns The size of each group; NaN outside the domain.
 * @remarks The inverse of `detectableDifference` for equal sizes.
 * @example
 * ```ts
 * import { differenceSampleSize } from 'cx-scoring/statistics';
 * // Two waves of a net promoter score of variance 0.7, to see a change of ten points.
 * differenceSampleSize(0.7, 0.7, 0.1).required; // => 1099
 * ```
 */
export function differenceSampleSize(
  firstVariance: number,
  secondVariance: number,
  difference: number,
  power: number = 0.8,
  alpha: number = 0.05,
): SampleSize {
  const valid = firstVariance >= 0 && secondVariance >= 0;
  const continuous = (firstVariance + secondVariance) * (detectionFactor(power, alpha) / difference) ** 2;
  if (!valid || !Number.isFinite(continuous)) return { continuous: NaN, required: NaN };
  return { continuous, required: Math.max(Math.ceil(continuous), 1) };
}

/** Distance, in standard errors, at which a difference is found with the given power. */
function detectionFactor(power: number, alpha: number): number {
  if (!(alpha > 0 && power > alpha && power < 1)) return NaN;
  return normalUpperQuantile(alpha / 2) + normalUpperQuantile(1 - power);
}
