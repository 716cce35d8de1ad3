import type { Bounds } from '../core/interval.js';
import { chiSquaredQuantile } from './chiSquared.js';

/**
 * The chi-square interval of the variance of normal data.
 *
 * It leans on normality far more than intervals of a mean do.
 *
 * @param variance - Sample variance (divisor n - 1), zero or more.
 * @param degreesOfFreedom - n - 1, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the variance, in squared units; NaN outside the domain.
 * @example
 * ```ts
 * import { varianceInterval } from 'cx-scoring/statistics';
 * varianceInterval(30, 3).lower; // ~> 9.6273121923
 * varianceInterval(30, 3).upper; // ~> 417.0619436425
 * ```
 */
export function varianceInterval(variance: number, degreesOfFreedom: number, confidence = 0.95): Bounds {
  const isInDomain = variance >= 0 && confidence > 0 && confidence < 1;
  const tail = isInDomain ? (1 - confidence) / 2 : NaN;
  const squares = variance * degreesOfFreedom;
  return {
    lower: squares / chiSquaredQuantile(1 - tail, degreesOfFreedom),
    upper: squares / chiSquaredQuantile(tail, degreesOfFreedom),
  };
}
