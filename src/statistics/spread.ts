import type { Bounds } from '../core/interval.js';
import { mean } from './sum.js';
import { standardDeviation } from './variance.js';
import { median, quantileSorted, quantiles } from './quantile.js';
import type { QuantileType } from './quantile.js';
import { sortedCopy } from './sortedCopy.js';

/** Tukey's five numbers. */
export interface FiveNumbers {
  /** Smallest value. */
  readonly minimum: number;
  /** Median of the lower half, the middle value included when there is one. */
  readonly lowerHinge: number;
  /** Median of all. */
  readonly median: number;
  /** Median of the upper half, the middle value included when there is one. */
  readonly upperHinge: number;
  /** Largest value. */
  readonly maximum: number;
}

/**
 * The median absolute deviation from the median, scaled to estimate the standard deviation of normal data.
 *
 * Use it as a spread that up to half of the values being wild cannot move far.
 *
 * @param values - Numbers in any order.
 * @param scale - Factor, 1.4826 by default; 1 for the raw deviation.
 * @returns The deviation, in the unit of the values; NaN without values or with a NaN among them.
 * @example
 * ```ts
 * import { medianAbsoluteDeviation } from 'cx-scoring/statistics';
 * medianAbsoluteDeviation([1, 2, 3, 4, 100], 1); // => 1
 * ```
 */
export function medianAbsoluteDeviation(values: Iterable<number>, scale = 1.4826): number {
  const copy = new Float64Array(values);
  const center = median(copy);
  return scale * median(copy.map((value) => Math.abs(value - center)));
}

/**
 * The interquartile range: upper minus lower quartile.
 *
 * @param values - Numbers in any order.
 * @param type - Definition of the quartiles, 7 by default: see `quantile`.
 * @returns The range, in the unit of the values; NaN without values or with a NaN among them.
 * @example
 * ```ts
 * import { interquartileRange } from 'cx-scoring/statistics';
 * interquartileRange([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // => 4.5
 * ```
 */
export function interquartileRange(values: Iterable<number>, type: QuantileType = 7): number {
  const [lower, upper] = quantiles(values, [0.25, 0.75], type) as [number, number];
  return upper - lower;
}

/**
 * Tukey's hinges with the median and the extremes: the five numbers of a box plot.
 *
 * @param values - Numbers in any order.
 * @returns The five numbers, all NaN without values or with a NaN among them.
 * @remarks Tukey, J. (1977), Exploratory Data Analysis, section 2C; R's `fivenum`.
 * @example
 * ```ts
 * import { tukeyHinges } from 'cx-scoring/statistics';
 * tukeyHinges([9, 3, 3, 7, 3, 7]); // => { minimum: 3, lowerHinge: 3, median: 5, upperHinge: 7, maximum: 9 }
 * ```
 */
export function tukeyHinges(values: Iterable<number>): FiveNumbers {
  const sorted = sortedCopy(values);
  const n = sorted.length;
  const half = Math.ceil(n / 2);
  const isUsable = !Number.isNaN(sorted[n - 1]);
  const medianOf = (from: number, to: number): number =>
    isUsable ? quantileSorted(sorted.subarray(from, to), 0.5) : NaN;
  return {
    minimum: medianOf(0, 1),
    lowerHinge: medianOf(0, half),
    median: medianOf(0, n),
    upperHinge: medianOf(n - half, n),
    maximum: medianOf(n - 1, n),
  };
}

/**
 * Tukey's fences: values outside them are worth a look.
 *
 * @param values - Numbers in any order.
 * @param factor - How many interquartile ranges (type 7) beyond the quartiles, 1.5 by default; 3 for "far out".
 * @returns The fences, in the unit of the values; NaN without values or with a NaN among them.
 * @example
 * ```ts
 * import { tukeyFences } from 'cx-scoring/statistics';
 * tukeyFences([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // => { lower: -3.5, upper: 14.5 }
 * ```
 */
export function tukeyFences(values: Iterable<number>, factor = 1.5): Bounds {
  const [lowerQuartile, upperQuartile] = quantiles(values, [0.25, 0.75]) as [number, number];
  const reach = factor * (upperQuartile - lowerQuartile);
  return { lower: lowerQuartile - reach, upper: upperQuartile + reach };
}

/**
 * The coefficient of variation: standard deviation (divisor n - 1) over mean.
 *
 * @param values - Numbers of a ratio scale, such as durations or amounts.
 * @returns A pure number; NaN below two values or when the mean is not above zero.
 * @example
 * ```ts
 * import { coefficientOfVariation } from 'cx-scoring/statistics';
 * coefficientOfVariation([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // ~> 0.5504819
 * ```
 */
export function coefficientOfVariation(values: Iterable<number>): number {
  const copy = new Float64Array(values);
  const center = mean(copy);
  return center > 0 ? standardDeviation(copy) / center : NaN;
}
