import { addToMoments, createMoments } from './moments.js';
import { momentsVariance } from './momentsSummary.js';

/**
 * The sample variance of the values (divisor n - 1), in one pass and without loss to cancellation.
 *
 * @param values - Finite numbers, read once.
 * @returns The variance, in squared units; NaN below two values or when a value is not finite.
 * @example
 * ```ts
 * import { variance } from 'cx-scoring/statistics';
 * variance([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // ~> 9.1666667
 * ```
 */
export function variance(values: Iterable<number>): number {
  const moments = createMoments();
  for (const value of values) addToMoments(moments, value);
  return momentsVariance(moments);
}

/**
 * The sample standard deviation of the values: the square root of `variance`.
 *
 * @param values - Finite numbers, read once.
 * @returns The standard deviation, in the unit of the values; NaN below two values or when a value is not finite.
 * @example
 * ```ts
 * import { standardDeviation } from 'cx-scoring/statistics';
 * standardDeviation([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]); // ~> 1.581139
 * ```
 */
export function standardDeviation(values: Iterable<number>): number {
  return Math.sqrt(variance(values));
}
