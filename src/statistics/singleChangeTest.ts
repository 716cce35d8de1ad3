import type { Random } from '../core/random.js';
import { meanCost } from './segmentCost.js';
import { largestChow } from './structuralChange.js';

/** Options of `singleChangeTest`. */
export interface SingleChangeOptions {
  /** Fewest values on either side, a whole number from 1; 2 by default. */
  readonly minimumLength?: number | undefined;
  /** Number of random orders beyond 8 values, a whole number from 1; 9,999 by default. */
  readonly resamples?: number | undefined;
}

/** Outcome of `singleChangeTest`. */
export interface SingleChangeTest {
  /** Largest of Chow's statistics over all places; NaN where a change explains everything. */
  readonly statistic: number;
  /** Number of values before the change. */
  readonly changePoint: number;
  /** Share of orders of the values that show a change at least as clear. */
  readonly pValue: number;
  /** `'exact'` when all orders were counted, `'random'` when some were drawn. */
  readonly method: 'exact' | 'random';
}

const MOST_FOR_ALL_ORDERS = 8;

/**
 * The permutation test for one change of mean at an unknown time.
 *
 * Use it for short series (below some 20 periods), where partitions have little to go by. It knows that the place was searched
 * for, and needs no normal distribution; periods must not depend on each other.
 *
 * @param values - Finite numbers in order of time, at least twice the shortest side.
 * @param random - Source of random numbers, such as `createRandom(seed)`; not used for up to 8 values, where all orders are tried.
 * @param options - Shortest side and number of random orders.
 * @returns Statistic, place and p-value, which counts the order at hand; NaN for series that are too short or constant, numbers
 * that are not finite or options out of range.
 * @remarks Every order being equally likely without a change, of the share of variance that the best place explains: Worsley, K.
 * (1979), On the Likelihood Ratio Test for a Shift in Location of Normal Populations, JASA 74, 365-367,
 * https://doi.org/10.1080/01621459.1979.10482519; Phipson and Smyth (2010), https://doi.org/10.2202/1544-6115.1585, for the p-value.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { singleChangeTest } from 'cx-scoring/statistics';
 * const { changePoint, pValue } = singleChangeTest([5, 6, 5, 6, 9, 8, 9, 8], createRandom(42));
 * changePoint; // => 4
 * pValue; // ~> 0.0285714
 * ```
 */
export function singleChangeTest(
  values: ArrayLike<number>,
  random: Random,
  options: SingleChangeOptions = {},
): SingleChangeTest {
  const { minimumLength = 2, resamples = 9999 } = options;
  const own = Float64Array.from(values);
  const size = own.length;
  const total = size > 0 ? meanCost(own).between(0, size) : NaN;
  const method = size <= MOST_FOR_ALL_ORDERS ? 'exact' : 'random';
  const areNumbers =
    Number.isInteger(minimumLength) && minimumLength >= 1 && Number.isInteger(resamples) && resamples >= 1;
  if (!areNumbers || size < 2 * minimumLength || !(total > 0)) {
    return { statistic: NaN, changePoint: NaN, pValue: NaN, method };
  }
  const observed = mostExplained(own, minimumLength);
  // Orders that are equal on paper may differ in the last digits.
  const isAsClear = (order: Float64Array): boolean =>
    mostExplained(order, minimumLength).share >= observed.share * (1 - 1e-12);
  const pValue =
    method === 'exact' ? shareOfOrders(own, isAsClear) : shareOfRandomOrders(own, isAsClear, resamples, random);
  return { statistic: largestChow(own, minimumLength).statistic, changePoint: observed.place, pValue, method };
}

/** The place that explains most of the squares, and how much: Chow's statistic grows with it and has no bound. */
function mostExplained(
  values: Float64Array,
  minimumLength: number,
): { readonly share: number; readonly place: number } {
  const { between, size } = meanCost(values);
  let least = Infinity;
  let place = minimumLength;
  for (let at = minimumLength; at <= size - minimumLength; at++) {
    const within = between(0, at) + between(at, size);
    if (within < least) {
      least = within;
      place = at;
    }
  }
  return { share: 1 - least / between(0, size), place };
}

function shareOfOrders(values: Float64Array, condition: (order: Float64Array) => boolean): number {
  let hits = 0;
  let orders = 0;
  const order = values.slice();
  // Heap's algorithm.
  const counters = new Int32Array(order.length);
  const visit = (): void => {
    orders++;
    if (condition(order)) hits++;
  };
  visit();
  for (let i = 1; i < order.length;) {
    const counter = counters[i] as number;
    if (counter < i) {
      swap(order, i % 2 === 0 ? 0 : counter, i);
      visit();
      counters[i] = counter + 1;
      i = 1;
    } else counters[i++] = 0;
  }
  return hits / orders;
}

function shareOfRandomOrders(
  values: Float64Array,
  condition: (order: Float64Array) => boolean,
  resamples: number,
  random: Random,
): number {
  let hits = 1;
  // Begun from sorted values, so that only the seed and the values decide, not their order.
  const order = values.slice().sort();
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = order.length - 1; i > 0; i--) swap(order, i, Math.floor(random() * (i + 1)));
    if (condition(order)) hits++;
  }
  return hits / (resamples + 1);
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i] as number;
  values[i] = values[j] as number;
  values[j] = held;
}
