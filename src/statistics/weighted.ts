import { accumulate } from './doubleDouble.js';
import { sum } from './sum.js';
import { addToMoments, createMoments } from './moments.js';
import { momentsVariance } from './momentsSummary.js';
import type { WeightedVarianceKind } from './momentsSummary.js';

/**
 * The weighted mean `Σwx / Σw`.
 *
 * @param values - Finite numbers.
 * @param weights - One weight, zero or more, for each value.
 * @returns The mean, in the unit of the values; NaN when the weights do not match, one is negative, or they are all zero.
 * @example
 * ```ts
 * import { weightedMean } from 'cx-scoring/statistics';
 * weightedMean([10, 6], [3, 1]); // => 9
 * ```
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (!areWeights(weights, values.length)) return NaN;
  const products = Array.from(weights, (weight, i) => (weight === 0 ? 0 : weight * (values[i] as number)));
  return sum(products) / sum(Array.from(weights));
}

/**
 * The variance of weighted values about their weighted mean, with the divisor that fits what the weights mean.
 *
 * @param values - Finite numbers.
 * @param weights - One weight, zero or more, for each value.
 * @param kind - `'frequency'` (weights are numbers of equal rows, divisor `Σw - 1`), `'reliability'` (weights say how much a
 * value counts, divisor `Σw - Σw²/Σw`), or `'mle'` (population form, divisor `Σw`).
 * @returns The variance, in squared units; NaN when the weights do not match, one is negative, or the divisor is not above zero.
 * @example
 * ```ts
 * import { weightedVariance } from 'cx-scoring/statistics';
 * weightedVariance([1, 2, 3, 4, 5], [5, 10, 20, 40, 25], 'mle'); // => 1.21
 * weightedVariance([1, 2, 3, 4, 5], [5, 10, 20, 40, 25], 'frequency'); // ~> 1.2222222
 * weightedVariance([1, 2, 3, 4, 5], [5, 10, 20, 40, 25], 'reliability'); // ~> 1.6689655
 * ```
 */
export function weightedVariance(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  kind: WeightedVarianceKind,
): number {
  if (!areWeights(weights, values.length)) return NaN;
  const moments = createMoments();
  for (let i = 0; i < values.length; i++) addToMoments(moments, values[i] as number, weights[i]);
  return momentsVariance(moments, kind);
}

/**
 * The weighted quantile by the inverse of the weighted distribution function: the smallest value whose cumulative weight reaches
 * the share `p` of the total.
 *
 * @param values - Numbers in any order.
 * @param weights - One weight, zero or more, for each value; values of weight zero are never returned.
 * @param p - Share between 0 and 1.
 * @returns One of the values; NaN without weight, when the weights do not match or one is negative, with a NaN among the values,
 * or when `p` is off 0 to 1.
 * @example
 * ```ts
 * import { weightedQuantile } from 'cx-scoring/statistics';
 * weightedQuantile([10, 9, 7, 3, 0, 8], [0.4, 1.3, 2.2, 0.9, 1.6, 1], 0.5); // => 7
 * ```
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, p: number): number {
  if (!areWeights(weights, values.length) || !(p >= 0 && p <= 1)) return NaN;
  const rows = Array.from(weights, (weight, i) => ({ weight, value: values[i] as number }));
  const ascending = rows.filter((row) => row.weight > 0).sort((a, b) => a.value - b.value);
  if (ascending.some((row) => Number.isNaN(row.value))) return NaN;
  // Shares that are equal on paper may differ in the last digits of the cumulated weights.
  const target = p * sum(Array.from(weights)) * (1 - 4 * Number.EPSILON);
  const reached = [0, 0];
  for (const { weight, value } of ascending) {
    accumulate(reached, 0, weight, 0);
    if ((reached[0] as number) >= target) return value + 0;
  }
  return NaN;
}

/**
 * Kish's effective sample size `(Σw)² / Σw²`: how many equally weighted answers would be as precise.
 *
 * It ignores clustering and any link of the weights with the answers; a linearised standard error does not.
 *
 * @param weights - Weights, zero or more.
 * @returns The effective size, at most the number of weights; NaN when one is negative or they are all zero.
 * @remarks Kish, L. (1965), Survey Sampling, section 11.7.
 * @example
 * ```ts
 * import { kishEffectiveSize } from 'cx-scoring/statistics';
 * kishEffectiveSize([1, 1, 1, 1, 2, 2, 3, 5]); // ~> 5.5652173913
 * ```
 */
export function kishEffectiveSize(weights: ArrayLike<number>): number {
  if (!areWeights(weights, weights.length)) return NaN;
  const total = sum(Array.from(weights));
  return (total * total) / sum(Array.from(weights, (weight) => weight * weight));
}

/**
 * Kish's design effect of weighting: `n / n_eff`, which is 1 plus the squared coefficient of variation of the weights.
 *
 * @param weights - Weights, zero or more; those of zero count in n.
 * @returns At least 1; NaN when a weight is negative or they are all zero.
 * @remarks Kish, L. (1992), Weighting for Unequal Pi, Journal of Official Statistics 8, 183-200.
 * @example
 * ```ts
 * import { kishDesignEffect } from 'cx-scoring/statistics';
 * kishDesignEffect([1, 1, 1, 1, 2, 2, 3, 5]); // => 1.4375
 * ```
 */
export function kishDesignEffect(weights: ArrayLike<number>): number {
  return weights.length / kishEffectiveSize(weights);
}

function areWeights(weights: ArrayLike<number>, length: number): boolean {
  return weights.length === length && Array.from(weights).every((weight) => weight >= 0);
}
