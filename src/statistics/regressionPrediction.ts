import type { Bounds } from '../core/interval.js';
import type { LeastSquaresFit } from './leastSquaresFit.js';
import { tInterval } from './tTest.js';

/** Options of `leastSquaresPrediction`. */
export interface LeastSquaresPredictionOptions {
  /** Of what the interval is: `'mean'` (default) of all rows with these predictors, `'single'` of one new row of weight 1. */
  readonly interval?: 'mean' | 'single' | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** What a fit says of one row of predictors. */
export interface LeastSquaresPrediction {
  /** Expected response. */
  readonly estimate: number;
  /** Standard error of the expected response. */
  readonly standardError: number;
  /** Interval of the mean or of a single response. */
  readonly interval: Bounds;
}

/**
 * The response that a least-squares fit expects for one row of predictors.
 *
 * @param fit - A fit by `leastSquares`.
 * @param row - One value for each predictor, in the order of the fit.
 * @param options - Of what the interval is, and its confidence.
 * @returns Estimate, standard error and interval; NaN when the row does not match the fit. Predictors that the fit left out as
 * dependent are ignored.
 * @example
 * ```ts
 * import { leastSquares, leastSquaresPrediction } from 'cx-scoring/statistics';
 * const fit = leastSquares([[1, 2, 3, 4, 5]], [2, 4, 5, 4, 5]);
 * leastSquaresPrediction(fit, [6]).estimate; // ~> 5.8
 * leastSquaresPrediction(fit, [6], { interval: 'single' }).interval.lower; // ~> 1.6751
 * ```
 */
export function leastSquaresPrediction(
  fit: LeastSquaresFit,
  row: ArrayLike<number>,
  options: LeastSquaresPredictionOptions = {},
): LeastSquaresPrediction {
  const { interval = 'mean', confidence = 0.95 } = options;
  const given = fit.intercept ? [1, ...Array.from(row)] : Array.from(row);
  const isMatched = given.length === fit.coefficients.length;
  let estimate = isMatched ? 0 : NaN;
  let variance = 0;
  for (const [k, value] of given.entries()) {
    const coefficient = fit.coefficients[k] ?? NaN;
    if (Number.isNaN(coefficient) && fit.rank > 0) continue;
    estimate += coefficient * value;
    for (const [j, other] of given.entries()) {
      const covariance = fit.unscaledCovariance[k]?.[j] ?? NaN;
      if (!Number.isNaN(covariance)) variance += value * other * covariance;
    }
  }
  const { residualVariance, degreesOfFreedom } = fit;
  const standardError = isMatched ? Math.sqrt(variance * residualVariance) : NaN;
  const reach = interval === 'single' ? Math.sqrt((variance + 1) * residualVariance) : standardError;
  return { estimate, standardError, interval: tInterval(estimate, reach, degreesOfFreedom, confidence) };
}
