import { isLittleEndian } from './littleEndian.js';
import { addOctave, addToBucket, bucketOf, leadingBitsOf } from './sketchOctaves.js';
import type { SketchOctave } from './sketchOctaves.js';

/** Below this many values, adding them one by one costs less than counting them into a table of all leading bits. */
const FEWEST_FOR_TABLE = 8192;
/** A count for each value of the 19 leading bits of a double: sign, octave and bucket. */
const TABLE = 0x80000;

/**
 * A summary of many values from which each quantile is known to within 0.4 % of itself, without the values.
 *
 * Plain data: it survives `JSON.stringify`, and two of them merge without any loss. What it holds depends on the values alone, not
 * on the order in which they were added or merged. Make one with `createQuantileSketch` or `quantileSketch`; only
 * `addToQuantileSketch` and `mergeQuantileSketches` change it.
 */
export interface QuantileSketch {
  /** Number of values. */
  count: number;
  /** Smallest value, exactly; 0 while there is none. */
  minimum: number;
  /** Largest value, exactly; 0 while there is none. */
  maximum: number;
  /** Number of values that were not finite or came with an impossible count. While there are any, each quantile is NaN. */
  invalid: number;
  /** Counts by magnitude in the order of the values; only octaves that hold some. */
  octaves: SketchOctave[];
}

/**
 * An empty sketch of quantiles, ready for `addToQuantileSketch`.
 *
 * Use a sketch where values come one by one or in shards (durations by day, by region, out of several processes): its size grows
 * with the range of the values, not with their number. For values at hand `quantiles` is exact and about as fast.
 *
 * @returns A new record, owned by the caller.
 * @remarks Buckets of equal width within each power of two keep the relative error of Masson, C., Rim, J. and Lee, H. (2019),
 * DDSketch, Proceedings of the VLDB Endowment 12, 2195-2205, https://doi.org/10.14778/3352063.3352135, and need no logarithm.
 * Values from a second to thirty years take 30 octaves of up to 128 counts; all doubles there are, 4,093.
 * @example
 * ```ts
 * import { addToQuantileSketch, createQuantileSketch, sketchQuantile } from 'cx-scoring/statistics';
 * const sketch = createQuantileSketch();
 * for (const minutes of [3, 45, 12, 8, 30]) addToQuantileSketch(sketch, minutes);
 * sketchQuantile(sketch, 1); // => 45
 * Math.abs(sketchQuantile(sketch, 0.5) / 12 - 1) < 0.004; // => true
 * ```
 */
export function createQuantileSketch(): QuantileSketch {
  return { count: 0, minimum: 0, maximum: 0, invalid: 0, octaves: [] };
}

/**
 * Adds a value to a sketch of quantiles, in place.
 *
 * @param sketch - The sketch to change.
 * @param value - A finite number of any sign; one nearer to zero than 2^-1022 counts as zero. Any other makes every later
 * quantile NaN.
 * @param count - How many times it occurs, 1 by default: a whole number, of which zero adds nothing. Any other makes every later
 * quantile NaN.
 * @example
 * ```ts
 * import { addToQuantileSketch, createQuantileSketch, sketchQuantile } from 'cx-scoring/statistics';
 * const sketch = createQuantileSketch();
 * addToQuantileSketch(sketch, 2, 9);
 * addToQuantileSketch(sketch, 100);
 * sketchQuantile(sketch, 0.95, 1); // => 100
 * ```
 */
export function addToQuantileSketch(sketch: QuantileSketch, value: number, count = 1): void {
  if (count === 0) return;
  const isCount = count === 1 || (Number.isSafeInteger(count) && count > 0);
  if (!isCount || !Number.isFinite(value)) {
    sketch.invalid += isCount ? count : 1;
    return;
  }
  widen(sketch, value, value);
  sketch.count += count;
  addToBucket(sketch.octaves, bucketOf(value), count);
}

/**
 * Adds all of one sketch to another, in place: the result is that of one sketch to which all their values were added.
 *
 * @param into - The sketch to change.
 * @param from - The sketch to add; left as it is.
 * @example
 * ```ts
 * import { mergeQuantileSketches, quantileSketch, sketchQuantile } from 'cx-scoring/statistics';
 * const sketch = quantileSketch([1, 2]);
 * mergeQuantileSketches(sketch, quantileSketch([40]));
 * sketchQuantile(sketch, 1); // => 40
 * ```
 */
export function mergeQuantileSketches(into: QuantileSketch, from: QuantileSketch): void {
  into.invalid += from.invalid;
  if (from.count === 0) return;
  widen(into, from.minimum, from.maximum);
  into.count += from.count;
  for (const octave of from.octaves) addOctave(into.octaves, octave);
}

/**
 * The sketch of quantiles of values at hand: the same as adding them one by one, but faster where there are many.
 *
 * @param values - Finite numbers in any order; left as they are.
 * @returns A new sketch, to be stored, merged or read by `sketchQuantile`.
 * @example
 * ```ts
 * import { quantileSketch, sketchQuantile } from 'cx-scoring/statistics';
 * const sketch = quantileSketch([3, 45, 12, 8, 30]);
 * sketch.count; // => 5
 * sketchQuantile(sketch, 0); // => 3
 * ```
 */
export function quantileSketch(values: Iterable<number>): QuantileSketch {
  const numbers = values instanceof Float64Array ? values : new Float64Array(values);
  const sketch = createQuantileSketch();
  if (numbers.length < FEWEST_FOR_TABLE || !addByTable(sketch, numbers)) {
    for (const value of numbers) addToQuantileSketch(sketch, value);
  }
  return sketch;
}

// Adds many values, or nothing when not all of them are finite. By twos and into two tables, so that one addition need not wait
// for the other; without branches on the values.
function addByTable(sketch: QuantileSketch, values: Float64Array): boolean {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const table = new Uint32Array(2 * TABLE);
  let minimum = Infinity;
  let maximum = -Infinity;
  const paired = values.length - (values.length % 2);
  for (let i = 0, at = isLittleEndian() ? 1 : 0; i < paired; i += 2, at += 4) {
    const value = values[i] as number;
    const next = values[i + 1] as number;
    minimum = Math.min(minimum, value, next);
    maximum = Math.max(maximum, value, next);
    const bits = (words[at] as number) >>> 13;
    const nextBits = TABLE + ((words[at + 2] as number) >>> 13);
    table[bits] = (table[bits] as number) + 1;
    table[nextBits] = (table[nextBits] as number) + 1;
  }
  // Both are NaN when one value is.
  if (!Number.isFinite(minimum) || !Number.isFinite(maximum)) return false;
  widen(sketch, minimum, maximum);
  sketch.count = paired;
  let zeros = paired;
  for (let bucket = bucketOf(minimum); bucket <= bucketOf(maximum); bucket++) {
    const bits = leadingBitsOf(bucket);
    if (bits < 0) continue;
    const count = (table[bits] as number) + (table[TABLE + bits] as number);
    if (count > 0) addToBucket(sketch.octaves, bucket, count);
    zeros -= count;
  }
  if (zeros > 0) addToBucket(sketch.octaves, 0, zeros);
  if (paired < values.length) addToQuantileSketch(sketch, values[paired] as number);
  return true;
}

// Before the count grows.
function widen(sketch: QuantileSketch, minimum: number, maximum: number): void {
  if (sketch.count === 0 || minimum < sketch.minimum) sketch.minimum = minimum + 0;
  if (sketch.count === 0 || maximum > sketch.maximum) sketch.maximum = maximum + 0;
}
