import { quantileSorted } from './quantile.js';
import { sortedCopy } from './sortedCopy.js';
import { mean, sum } from './sum.js';

/**
 * The trimmed mean: the mean of what is left after leaving out a share of the smallest and as many of the largest values.
 *
 * @param values - Numbers in any order.
 * @param share - Share to leave out at each end, from 0 to 0.5; rounded down to whole values. At 0.5 the median is left.
 * @returns The mean, in the unit of the values; NaN without values, with a NaN among them, or when `share` is off 0 to 0.5.
 * @example
 * ```ts
 * import { trimmedMean } from 'cx-scoring/statistics';
 * trimmedMean([1, 2, 3, 4, 100], 0.2); // => 3
 * ```
 */
export function trimmedMean(values: Iterable<number>, share: number): number {
  const sorted = sortedCopy(values);
  const n = sorted.length;
  if (!(share >= 0 && share <= 0.5) || Number.isNaN(sorted[n - 1])) return NaN;
  if (share === 0.5) return quantileSorted(sorted, 0.5);
  // 0.29 × 100 is a little below 29 in doubles.
  const cut = Math.floor(n * share * (1 + 2 * Number.EPSILON));
  return mean(sorted.subarray(cut, n - cut));
}

/**
 * The geometric mean, for quantities that multiply, such as growth factors.
 *
 * @param values - Numbers above zero.
 * @returns The mean, in the unit of the values; NaN without values or when one is not above zero.
 * @example
 * ```ts
 * import { geometricMean } from 'cx-scoring/statistics';
 * geometricMean([1, 2, 4]); // ~> 2
 * ```
 */
export function geometricMean(values: Iterable<number>): number {
  // The logarithm of what is not above zero is NaN or infinite, and so the sum is NaN.
  return Math.exp(mean(new Float64Array(values).map(Math.log)));
}

/**
 * The harmonic mean, for rates over equal amounts of their numerator, such as speeds over equal distances.
 *
 * @param values - Numbers above zero.
 * @returns The mean, in the unit of the values; NaN without values or when one is not above zero.
 * @example
 * ```ts
 * import { harmonicMean } from 'cx-scoring/statistics';
 * harmonicMean([40, 60]); // ~> 48
 * ```
 */
export function harmonicMean(values: Iterable<number>): number {
  const copy = new Float64Array(values);
  return copy.every((value) => value > 0) ? copy.length / sum(copy.map((value) => 1 / value)) : NaN;
}
