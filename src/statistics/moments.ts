import {
  accumulate,
  addDoubleDouble,
  divideDoubleDouble,
  multiplyDoubleDouble,
  subtractDoubleDouble,
  twoProduct,
} from './doubleDouble.js';
import type { DoubleDouble } from './doubleDouble.js';

/**
 * Running sums of weighted values: enough for their mean, variance and standard error, whatever the order they came in.
 *
 * Plain data: it survives `JSON.stringify`, and two of them can be merged. Each sum is kept as two numbers (about 32 digits),
 * so that nothing is lost to cancellation. Make one with `createMoments`; only `addToMoments` and `mergeMoments` change it.
 */
export interface Moments {
  /** Number of values added with a weight above zero. */
  count: number;
  /** How many of them had weight 1. */
  unitCount: number;
  /** Smallest value, 0 while there is none. */
  minimum: number;
  /** Largest value, 0 while there is none. */
  maximum: number;
  /**
   * Pairs of numbers, high part and low part: sums of x and x² over the values of weight 1, then sums of w, w², wx, wx², w²x
   * and w²x² over the others.
   */
  sums: number[];
}

/** How weights enter a variance: see `momentsVariance`. */
export type WeightedVarianceKind = 'mle' | 'frequency' | 'reliability';

// Places of the sums' high parts.
const X = 0;
const XX = 2;
const W = 4;
const WW = 6;
const WX = 8;
const WXX = 10;
const WWX = 12;
const WWXX = 14;
const LENGTH = 16;

/**
 * Empty moments, ready for `addToMoments`.
 *
 * @returns A new record, owned by the caller.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsMean } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const value of [4, 5, 9]) addToMoments(moments, value);
 * momentsMean(moments); // => 6
 * ```
 */
export function createMoments(): Moments {
  return { count: 0, unitCount: 0, minimum: 0, maximum: 0, sums: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
}

/**
 * Adds one value to moments, in place.
 *
 * @param moments - The moments to change.
 * @param value - A finite number, zero or of magnitude between 1e-120 and 1e140, as its product with the weight must be.
 * @param weight - Weight of the value, 1 by default. Zero adds nothing, not even to the count. A weight below zero or a value
 * or weight that is not finite makes every later statistic NaN.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsMean } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * addToMoments(moments, 10, 3);
 * addToMoments(moments, 6);
 * momentsMean(moments); // => 9
 * ```
 */
export function addToMoments(moments: Moments, value: number, weight = 1): void {
  if (weight === 0) return;
  if (moments.count === 0) {
    moments.minimum = value;
    moments.maximum = value;
  } else if (value < moments.minimum) moments.minimum = value;
  else if (value > moments.maximum) moments.maximum = value;
  moments.count++;
  const { sums } = moments;
  if (weight === 1) {
    moments.unitCount++;
    accumulate(sums, X, value, 0);
    const square = twoProduct(value, value);
    accumulate(sums, XX, square.high, square.low);
  } else addWeighted(sums, value, weight > 0 ? weight : NaN);
}

function addWeighted(sums: number[], value: number, weight: number): void {
  accumulate(sums, W, weight, 0);
  const ww = twoProduct(weight, weight);
  accumulate(sums, WW, ww.high, ww.low);
  const wx = twoProduct(weight, value);
  accumulate(sums, WX, wx.high, wx.low);
  const wxx = multiplyDoubleDouble(wx, { high: value, low: 0 });
  accumulate(sums, WXX, wxx.high, wxx.low);
  const wwx = multiplyDoubleDouble(wx, { high: weight, low: 0 });
  accumulate(sums, WWX, wwx.high, wwx.low);
  const wwxx = multiplyDoubleDouble(wx, wx);
  accumulate(sums, WWXX, wwxx.high, wwxx.low);
}

/**
 * Adds all of one record of moments to another, in place: the result describes the values of both.
 *
 * Merging is associative and commutative to about 30 digits, so shards may be merged in any order.
 *
 * @param into - The moments to change.
 * @param from - The moments to add; left as they are.
 * @example
 * ```ts
 * import { addToMoments, createMoments, mergeMoments, momentsMean } from 'cx-scoring/statistics';
 * const north = createMoments();
 * const south = createMoments();
 * addToMoments(north, 8);
 * addToMoments(south, 4);
 * mergeMoments(north, south);
 * momentsMean(north); // => 6
 * ```
 */
export function mergeMoments(into: Moments, from: Moments): void {
  if (from.count === 0) return;
  into.minimum = into.count === 0 ? from.minimum : Math.min(into.minimum, from.minimum);
  into.maximum = into.count === 0 ? from.maximum : Math.max(into.maximum, from.maximum);
  into.count += from.count;
  into.unitCount += from.unitCount;
  for (let at = 0; at < LENGTH; at += 2) {
    accumulate(into.sums, at, from.sums[at] as number, from.sums[at + 1] as number);
  }
}

/**
 * The weighted mean `Σwx / Σw` of what was added.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns The mean in the unit of the values; NaN when nothing was added.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsMean } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const value of [10000000.2, 10000000.1, 10000000.3]) addToMoments(moments, value);
 * momentsMean(moments); // => 10000000.2
 * ```
 */
export function momentsMean(moments: Moments): number {
  return divideDoubleDouble(total(moments, X, WX), totalWeight(moments)) + 0;
}

/**
 * The variance of what was added: the sample variance (divisor n - 1) when every weight is 1.
 *
 * With other weights, `Q = Σw(x - m)²` about the weighted mean m is divided by
 * `Σw - Σw²/Σw` (`'reliability'`, the default: weights say how much a value counts, and multiplying them all by a constant
 * changes nothing), by `Σw - 1` (`'frequency'`: weights are numbers of equal rows), or by `Σw` (`'mle'`: the population form).
 *
 * @param moments - Moments made by `createMoments`.
 * @param kind - Which divisor, `'reliability'` by default.
 * @returns The variance, in squared units; exactly 0 when all values are equal; NaN when the divisor is not above zero, as for
 * a single value of weight 1.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsVariance } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const value of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) addToMoments(moments, value);
 * momentsVariance(moments); // => 30
 * ```
 */
export function momentsVariance(moments: Moments, kind: WeightedVarianceKind = 'reliability'): number {
  if (kind === 'reliability' && moments.count < 2) return NaN;
  const weight = totalWeight(moments);
  const squaredWeight = multiplyDoubleDouble(weight, weight);
  const divisor =
    kind === 'mle'
      ? squaredWeight
      : subtractDoubleDouble(squaredWeight, kind === 'frequency' ? weight : totalSquaredWeight(moments));
  if (!(divisor.high > 0)) return NaN;
  const x = total(moments, X, WX);
  const deviations = subtractDoubleDouble(
    multiplyDoubleDouble(weight, total(moments, XX, WXX)),
    multiplyDoubleDouble(x, x),
  );
  return exactZero(moments, divideDoubleDouble(deviations, divisor));
}

/**
 * The standard error of the weighted mean, linearised for sampling with replacement: `sqrt(n/(n-1) Σ(w(x - m))²) / Σw`.
 *
 * With unit weights it is the familiar `s / √n`. Use it for one answer per sampled unit; several answers of one account need a
 * clustered standard error.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns The standard error, in the unit of the values; NaN below two values.
 * @remarks Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.7; the estimate of R's
 * `survey::svymean` for independent sampling.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsStandardError } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * const weights = [1, 1, 1, 1, 2, 2, 3, 5];
 * [1, 1, 0, -1, 1, -1, 0, 1].forEach((value, i) => addToMoments(moments, value, weights[i]));
 * momentsStandardError(moments); // ~> 0.320217211
 * ```
 */
export function momentsStandardError(moments: Moments): number {
  const { count } = moments;
  if (count < 2) return NaN;
  const weight = totalWeight(moments);
  const squaredWeight = multiplyDoubleDouble(weight, weight);
  const x = total(moments, X, WX);
  // Σ(w(x - m))² times (Σw)², expanded so that only sums and products are needed.
  const squares = addDoubleDouble(
    subtractDoubleDouble(
      multiplyDoubleDouble(squaredWeight, total(moments, XX, WWXX)),
      multiplyDoubleDouble(
        { high: 2 * weight.high, low: 2 * weight.low },
        multiplyDoubleDouble(x, total(moments, X, WWX)),
      ),
    ),
    multiplyDoubleDouble(multiplyDoubleDouble(x, x), totalSquaredWeight(moments)),
  );
  const spread = exactZero(moments, divideDoubleDouble(squares, squaredWeight));
  return Math.sqrt((count / (count - 1)) * spread) / weight.high;
}

/**
 * Kish's effective sample size `(Σw)² / Σw²`: how many equally weighted values would give the mean the same precision.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns Between 1 and the number of values, equal to it when all weights are; 0 when nothing was added.
 * @remarks Kish, L. (1965), Survey Sampling, section 11.7.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsEffectiveSize } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const weight of [1, 1, 1, 1, 2, 2, 3, 5]) addToMoments(moments, 9, weight);
 * momentsEffectiveSize(moments); // ~> 5.5652173913
 * ```
 */
export function momentsEffectiveSize(moments: Moments): number {
  if (moments.count === 0) return 0;
  const weight = totalWeight(moments);
  return divideDoubleDouble(multiplyDoubleDouble(weight, weight), totalSquaredWeight(moments));
}

// Sum over all values: those of weight 1 and the weighted ones.
function total(moments: Moments, unit: number, weighted: number): DoubleDouble {
  return addDoubleDouble(sumAt(moments, unit), sumAt(moments, weighted));
}

function totalWeight(moments: Moments): DoubleDouble {
  return addDoubleDouble({ high: moments.unitCount, low: 0 }, sumAt(moments, W));
}

function totalSquaredWeight(moments: Moments): DoubleDouble {
  return addDoubleDouble({ high: moments.unitCount, low: 0 }, sumAt(moments, WW));
}

function sumAt(moments: Moments, at: number): DoubleDouble {
  return { high: moments.sums[at] as number, low: moments.sums[at + 1] as number };
}

// Equal values have no spread: the last digit of the sums must not say otherwise, nor below zero. NaN stays NaN.
function exactZero(moments: Moments, spread: number): number {
  return moments.minimum === moments.maximum && spread === spread ? 0 : Math.max(0, spread);
}
