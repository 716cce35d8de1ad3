import type { Bounds } from '../core/interval.js';
import { bcaBiasCorrection, bcaProbabilities, type BootstrapTies } from './bcaAdjustment.js';
import { normalQuantile } from './normalQuantile.js';
import { quantileSorted } from './quantile.js';
import { sortedCopy } from './sortedCopy.js';
import { mean } from './sum.js';
import { standardDeviation } from './variance.js';

/**
 * How a quantile between two replicates is read: `'normal'` interpolates on the normal-quantile scale about the rank
 * (R + 1)p, as R's `boot.ci`; `'type-7'` is the linear quantile most tools use.
 */
export type BootstrapInterpolation = 'normal' | 'type-7';

const NOWHERE: Bounds = { lower: NaN, upper: NaN };

/**
 * Percentile interval from the replicates of a bootstrap.
 *
 * Use the intervals of this file when a statistic is no function of counts and had to be resampled; for counts,
 * `exactPercentileInterval` needs no resampling.
 *
 * @param replicates - The statistic in each resample, in any order; left as they are. 1,000 or more for 95 %.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param interpolation - `'normal'` unless given.
 * @returns The interval, in the unit of the statistic; the replicate itself when all are equal; NaN without replicates, with
 * a NaN among them or for a confidence outside its range.
 * @remarks Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; Davison and Hinkley (1997), equation 5.8,
 * for the interpolation.
 * @example
 * ```ts
 * import { bootstrapPercentileInterval } from 'cx-scoring/statistics';
 * const replicates = Array.from({ length: 199 }, (_, index) => index + 1);
 * bootstrapPercentileInterval(replicates, 0.9); // ~> { lower: 10, upper: 190 }
 * ```
 */
export function bootstrapPercentileInterval(
  replicates: Iterable<number>,
  confidence: number,
  interpolation: BootstrapInterpolation = 'normal',
): Bounds {
  if (!isConfidence(confidence)) return NOWHERE;
  const sorted = sortedCopy(replicates);
  const read = interpolation === 'type-7' ? quantileSorted : quantileOf;
  return { lower: read(sorted, (1 - confidence) / 2), upper: read(sorted, (1 + confidence) / 2) };
}

/**
 * Basic bootstrap interval: the percentile interval mirrored at the estimate.
 *
 * Use it when the distribution of the error, not of the statistic, is what resamples imitate; its limits can leave the scale.
 *
 * @param replicates - The statistic in each resample, in any order.
 * @param estimate - The statistic in the sample itself.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @returns The interval, not clipped; NaN as for `bootstrapPercentileInterval`.
 * @remarks Davison and Hinkley (1997), Bootstrap Methods and their Application, equation 5.6.
 * @example
 * ```ts
 * import { bootstrapBasicInterval } from 'cx-scoring/statistics';
 * const replicates = Array.from({ length: 199 }, (_, index) => index + 1);
 * bootstrapBasicInterval(replicates, 90, 0.9); // ~> { lower: -10, upper: 170 }
 * ```
 */
export function bootstrapBasicInterval(replicates: Iterable<number>, estimate: number, confidence: number): Bounds {
  const { lower, upper } = bootstrapPercentileInterval(replicates, confidence);
  return { lower: 2 * estimate - upper, upper: 2 * estimate - lower };
}

/**
 * Normal bootstrap interval: the estimate less its bootstrap bias, plus and minus z bootstrap standard errors.
 *
 * Use it when replicates are few, since mean and standard deviation need fewer than quantiles, and look near normal.
 *
 * @param replicates - The statistic in each resample, at least two, in any order.
 * @param estimate - The statistic in the sample itself.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @returns The interval, not clipped; NaN with fewer than two replicates or a confidence outside its range.
 * @remarks Davison and Hinkley (1997), equation 5.5.
 * @example
 * ```ts
 * import { bootstrapNormalInterval } from 'cx-scoring/statistics';
 * bootstrapNormalInterval([3, 4, 5, 4], 4, 0.95); // ~> { lower: 2.39970, upper: 5.60030 }
 * ```
 */
export function bootstrapNormalInterval(replicates: ArrayLike<number>, estimate: number, confidence: number): Bounds {
  if (!isConfidence(confidence)) return NOWHERE;
  const centre = estimate - bootstrapBias(replicates, estimate);
  const margin = -normalQuantile((1 - confidence) / 2) * bootstrapStandardError(replicates);
  return { lower: centre - margin, upper: centre + margin };
}

/**
 * Bias-corrected and accelerated (BCa) interval from the replicates of a bootstrap.
 *
 * Use it for skewed statistics: it is second-order accurate and stays on the scale, but needs some thousand replicates.
 *
 * @param replicates - The statistic in each resample, in any order.
 * @param estimate - The statistic in the sample itself.
 * @param acceleration - From `jackknifeAcceleration`.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param ties - How replicates equal to the estimate count, `'mid-rank'` unless given; see `bcaBiasCorrection`.
 * @returns The interval; the estimate itself when all replicates equal it; NaN without replicates, with a NaN among them, for a
 * confidence outside its range, or when all replicates lie on one side of the estimate.
 * @remarks Efron (1987), https://doi.org/10.1080/01621459.1987.10478410; with `'strict'`, R's `boot.ci(type = "bca")`.
 * @example
 * ```ts
 * import { bootstrapBcaInterval } from 'cx-scoring/statistics';
 * const replicates = Array.from({ length: 199 }, (_, index) => index + 1);
 * bootstrapBcaInterval(replicates, 100, 0, 0.9); // ~> { lower: 10, upper: 190 }
 * ```
 */
export function bootstrapBcaInterval(
  replicates: Iterable<number>,
  estimate: number,
  acceleration: number,
  confidence: number,
  ties: BootstrapTies = 'mid-rank',
): Bounds {
  const sorted = sortedCopy(replicates);
  let below = 0;
  let equal = 0;
  for (const replicate of sorted) {
    if (replicate < estimate) below++;
    else if (replicate === estimate) equal++;
  }
  // All resamples alike: nothing to correct, under either rule for ties.
  const correction =
    equal === sorted.length ? 0 : bcaBiasCorrection(below / sorted.length, equal / sorted.length, ties);
  const { lower, upper } = bcaProbabilities(correction, acceleration, confidence);
  return { lower: quantileOf(sorted, lower), upper: quantileOf(sorted, upper) };
}

/**
 * Bootstrap estimate of bias: the mean of the replicates minus the estimate.
 *
 * @param replicates - The statistic in each resample.
 * @param estimate - The statistic in the sample itself.
 * @returns The bias, in the unit of the statistic; NaN without replicates.
 * @example
 * ```ts
 * import { bootstrapBias } from 'cx-scoring/statistics';
 * bootstrapBias([3, 4, 5, 6], 4); // => 0.5
 * ```
 */
export function bootstrapBias(replicates: ArrayLike<number>, estimate: number): number {
  return mean(Array.from(replicates)) - estimate;
}

/**
 * Bootstrap standard error: the standard deviation of the replicates.
 *
 * @param replicates - The statistic in each resample, at least two.
 * @returns The standard error, in the unit of the statistic; NaN with fewer than two replicates.
 * @example
 * ```ts
 * import { bootstrapStandardError } from 'cx-scoring/statistics';
 * bootstrapStandardError([3, 4, 5, 6]); // ~> 1.29099
 * ```
 */
export function bootstrapStandardError(replicates: ArrayLike<number>): number {
  return standardDeviation(Array.from(replicates));
}

/** Order statistic at rank (R + 1)p, between two ranks interpolated on the scale of normal quantiles. */
function quantileOf(sorted: Float64Array, probability: number): number {
  const size = sorted.length;
  if (size === 0 || !(probability >= 0 && probability <= 1) || Number.isNaN(sorted[size - 1])) return NaN;
  const rank = (size + 1) * probability;
  const below = Math.floor(rank);
  if (below === 0) return sorted[0] as number;
  if (below >= size) return sorted[size - 1] as number;
  const low = sorted[below - 1] as number;
  const high = sorted[below] as number;
  const from = normalQuantile(below / (size + 1));
  const to = normalQuantile((below + 1) / (size + 1));
  return low + ((normalQuantile(probability) - from) / (to - from)) * (high - low);
}

function isConfidence(confidence: number): boolean {
  return confidence > 0 && confidence < 1;
}
