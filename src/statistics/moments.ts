import { accumulate, multiplyDoubleDouble, twoProduct } from './doubleDouble.js';

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
   * Pairs of numbers, high part and low part: sums of x and x² over the values of weight 1, then sums of w, w², wx, wx², w²x,
   * w²x² and, unweighted, x over the others.
   */
  sums: number[];
}

/**
 * Places of the sums' high parts: X and XX over the values of weight 1, the others over the rest.
 *
 * @internal
 */
export const SUM_AT = { X: 0, XX: 2, W: 4, WW: 6, WX: 8, WXX: 10, WWX: 12, WWXX: 14, PLAIN: 16 } as const;
const LENGTH = 18;

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
  return {
    count: 0,
    unitCount: 0,
    minimum: 0,
    maximum: 0,
    sums: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  };
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
    accumulate(sums, SUM_AT.X, value, 0);
    const square = twoProduct(value, value);
    accumulate(sums, SUM_AT.XX, square.high, square.low);
  } else addWeighted(sums, value, weight > 0 ? weight : NaN);
}

function addWeighted(sums: number[], value: number, weight: number): void {
  accumulate(sums, SUM_AT.W, weight, 0);
  const ww = twoProduct(weight, weight);
  accumulate(sums, SUM_AT.WW, ww.high, ww.low);
  const wx = twoProduct(weight, value);
  accumulate(sums, SUM_AT.WX, wx.high, wx.low);
  const wxx = multiplyDoubleDouble(wx, { high: value, low: 0 });
  accumulate(sums, SUM_AT.WXX, wxx.high, wxx.low);
  const wwx = multiplyDoubleDouble(wx, { high: weight, low: 0 });
  accumulate(sums, SUM_AT.WWX, wwx.high, wwx.low);
  const wwxx = multiplyDoubleDouble(wx, wx);
  accumulate(sums, SUM_AT.WWXX, wwxx.high, wwxx.low);
  accumulate(sums, SUM_AT.PLAIN, value, 0);
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
