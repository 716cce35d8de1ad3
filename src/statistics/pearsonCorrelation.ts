import type { Bounds } from '../core/interval.js';
import type { Alternative } from './alternative.js';
import { coMoments } from './coMoments.js';
import { correlationInterval } from './correlationInterval.js';
import { studentPValue } from './studentPValue.js';

/** Options of the correlations. */
export interface CorrelationOptions {
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Which side counts for the p-value, `'two-sided'` by default; the interval stays two-sided. */
  readonly alternative?: Alternative | undefined;
}

/** A correlation with its test against zero. */
export interface Correlation {
  /** The coefficient, -1 to 1. */
  readonly coefficient: number;
  /** Student's t of the coefficient; infinite for a perfect correlation. */
  readonly statistic: number;
  /** Degrees of freedom of t. */
  readonly degreesOfFreedom: number;
  /** Probability of a coefficient at least that far from zero when there is no association. */
  readonly pValue: number;
  /** Two-sided interval of the coefficient, on Fisher's scale. */
  readonly interval: Bounds;
}

/**
 * Pearson's correlation: how closely two columns follow a straight line.
 *
 * One far value can make or hide it; with ratings or skewed amounts prefer `spearmanCorrelation`.
 *
 * @param x - Finite numbers.
 * @param y - As many finite numbers, in the same order of units.
 * @param options - Confidence and alternative.
 * @returns Coefficient, t, degrees of freedom, p-value and interval. All NaN when the lengths differ, a number is not finite or a
 * column is constant; the test below three pairs, the interval below four.
 * @remarks Fisher, R. (1915), Frequency distribution of the values of the correlation coefficient, Biometrika 10, 507-521,
 * https://doi.org/10.1093/biomet/10.4.507
 * @example
 * ```ts
 * import { pearsonCorrelation } from 'cx-scoring/statistics';
 * const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
 * const y = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
 * pearsonCorrelation(x, y).coefficient; // ~> 0.5711815576
 * pearsonCorrelation(x, y).pValue; // ~> 0.1081730543
 * ```
 */
export function pearsonCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: CorrelationOptions = {},
): Correlation {
  const { count, xy, xx, yy } = coMoments(x, y);
  return correlationTest(xy / Math.sqrt(xx * yy), count, options);
}

/**
 * The t test and the Fisher interval of a correlation of so many pairs; a coefficient beyond 1 by rounding is brought back.
 *
 * @internal
 */
export function correlationTest(
  correlation: number,
  n: number,
  { confidence = 0.95, alternative = 'two-sided' }: CorrelationOptions,
): Correlation {
  const coefficient = Number.isNaN(n) ? NaN : Math.max(-1, Math.min(1, correlation));
  const degreesOfFreedom = Number.isNaN(coefficient) ? NaN : n - 2;
  const statistic = studentStatistic(coefficient, degreesOfFreedom);
  return {
    coefficient,
    statistic,
    degreesOfFreedom,
    pValue: studentPValue(statistic, degreesOfFreedom, alternative),
    interval: correlationInterval(coefficient, n, confidence),
  };
}

/**
 * Student's t of a correlation.
 *
 * @internal
 */
export function studentStatistic(coefficient: number, degreesOfFreedom: number): number {
  // As a product, since the difference 1 - r² loses the digits of a correlation close to 1.
  const free = (1 - coefficient) * (1 + coefficient);
  return degreesOfFreedom > 0 ? coefficient * Math.sqrt(degreesOfFreedom / free) : NaN;
}
