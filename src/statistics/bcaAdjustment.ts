import type { Bounds } from '../core/interval.js';
import { normalLowerTail } from './normal.js';
import { normalQuantile } from './normalQuantile.js';

/**
 * How resamples that equal the estimate count in the bias correction of BCa: `'strict'` leaves them out, `'mid-rank'` counts
 * one half of them as below.
 */
export type BootstrapTies = 'strict' | 'mid-rank';

/**
 * The bias correction z0 of a BCa interval: the normal quantile of the share of resamples below the estimate.
 *
 * @param below - Share of the bootstrap distribution below the estimate, from 0 to 1.
 * @param equal - Share equal to the estimate.
 * @param ties - `'mid-rank'` (default) or `'strict'`. A net share or the mean of a rating takes few values, so that often a tenth
 * of the resamples equals the estimate; left out, they shift z0 and the interval to the left even where the distribution is
 * symmetric about the estimate, and mirrored data no longer give a mirrored interval. Half of them do neither. `'strict'` is what
 * R's `boot.ci` does; for a continuous statistic both are the same.
 * @returns z0, in standard deviations; NaN when the shares lie outside 0..1 or nothing or everything lies below.
 * @remarks Efron (1987), JASA 82, 171-185, https://doi.org/10.1080/01621459.1987.10478410, equation 4.1.
 * @example
 * ```ts
 * import { bcaBiasCorrection } from 'cx-scoring/statistics';
 * bcaBiasCorrection(0.45, 0.1); // => 0
 * bcaBiasCorrection(0.45, 0.1, 'strict'); // ~> -0.12566
 * ```
 */
export function bcaBiasCorrection(below: number, equal: number, ties: BootstrapTies = 'mid-rank'): number {
  const share = ties === 'strict' ? below : below + equal / 2;
  if (!(below >= 0 && equal >= 0 && share > 0 && share < 1)) return NaN;
  return normalQuantile(share);
}

/**
 * The acceleration of a BCa interval from the values the statistic takes when one answer at a time is left out.
 *
 * Use it with the distinct jackknife values and how often each occurs: a net share has three of them, however many answers.
 *
 * @param values - Jackknife values, in any unit.
 * @param counts - How often each value occurs, 1 each unless given.
 * @returns The acceleration, without unit; 0 when all values are equal, as nothing is skewed then; NaN when there are fewer
 * than two values, one is not finite, a count is negative, or the two lists differ in length.
 * @remarks `Σ d³ / (6 (Σ d²)^1.5)`, d = mean of the values minus the value: Efron (1987), equation 6.6, and R's `boot::empinf`
 * with `type = "jack"`.
 * @example
 * ```ts
 * import { jackknifeAcceleration } from 'cx-scoring/statistics';
 * // Means of 7, 6, 4, 2, 7 with one answer left out.
 * jackknifeAcceleration([19 / 4, 20 / 4, 22 / 4, 24 / 4, 19 / 4]); // ~> -0.0456358523
 * ```
 */
export function jackknifeAcceleration(values: ArrayLike<number>, counts?: ArrayLike<number>): number {
  if (counts !== undefined && counts.length !== values.length) return NaN;
  let size = 0;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : (counts[i] as number);
    const value = values[i] as number;
    if (!(count >= 0)) return NaN;
    if (count === 0) continue;
    size += count;
    sum += count * value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  if (!(size >= 2 && Number.isFinite(sum))) return NaN;
  // Equal values have no spread; rounding of their mean must not make one up.
  if (lowest === highest) return 0;
  const mean = sum / size;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : (counts[i] as number);
    if (count === 0) continue;
    const difference = mean - (values[i] as number);
    squares += count * difference ** 2;
    cubes += count * difference ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

/**
 * The acceleration of a BCa interval for the mean of a score, from its counts.
 *
 * Use it with `scoreBootstrapDistribution`, and with `[negative, neutral, positive]` for `netBootstrapDistribution`. Where the
 * scale begins and how wide its steps are makes no difference.
 *
 * @param counts - Number of answers at each score, in rising order of the scores.
 * @returns The acceleration, without unit; 0 when all answers are equal; NaN when there are fewer than two.
 * @remarks Leaving out an answer s moves the mean by (mean - s) / (n - 1), so that the jackknife needs one value per score.
 * @example
 * ```ts
 * import { scoreAcceleration } from 'cx-scoring/statistics';
 * // 7, 6, 4, 2, 7, counted from 2 to 7.
 * scoreAcceleration([1, 0, 1, 0, 1, 2]); // ~> -0.0456358523
 * ```
 */
export function scoreAcceleration(counts: ArrayLike<number>): number {
  return jackknifeAcceleration(
    Array.from(counts, (_, place) => -place),
    counts,
  );
}

/**
 * The probabilities at which a BCa interval reads the bootstrap distribution.
 *
 * @param biasCorrection - z0, from `bcaBiasCorrection`.
 * @param acceleration - From `jackknifeAcceleration` or `scoreAcceleration`.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @returns Both probabilities; `(1 ± confidence) / 2` when correction and acceleration are 0; NaN outside the domain and where
 * the acceleration is so large that the correction turns over.
 * @remarks Efron (1987), equation 2.3.
 * @example
 * ```ts
 * import { bcaProbabilities } from 'cx-scoring/statistics';
 * bcaProbabilities(-0.11995018, -0.04088424, 0.95).lower; // ~> 0.0083518
 * ```
 */
export function bcaProbabilities(biasCorrection: number, acceleration: number, confidence: number): Bounds {
  if (!(confidence > 0 && confidence < 1)) return { lower: NaN, upper: NaN };
  const z = -normalQuantile((1 - confidence) / 2);
  const adjusted = (quantile: number): number => {
    const shifted = biasCorrection + quantile;
    const stretch = 1 - acceleration * shifted;
    return stretch > 0 ? normalLowerTail(biasCorrection + shifted / stretch) : NaN;
  };
  return { lower: adjusted(-z), upper: adjusted(z) };
}
