import { orderStatistics } from './orderStatistics.js';

/** The sample quantile definitions of Hyndman and Fan (1996), as numbered there and in R. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * A sample quantile: the value below which a share `p` of the sample lies.
 *
 * Use type 7 (the default, also of R, NumPy and spreadsheets) to describe a sample, type 8 to estimate the quantile of a
 * continuous population, type 1 when the result must be one of the values.
 *
 * @param values - Numbers in any order; left as they are.
 * @param p - Share between 0 and 1. A decimal such as 0.07 counts as exactly that: 100 values have their 7th at type 1.
 * @param type - Definition 1 to 9, 7 by default.
 * @returns The quantile, in the unit of the values; NaN without values, with a NaN among them, or when `p` is off 0 to 1.
 * @remarks Hyndman, R. and Fan, Y. (1996), Sample Quantiles in Statistical Packages, The American Statistician 50, 361-365,
 * https://doi.org/10.2307/2684934
 * @example
 * ```ts
 * import { quantile } from 'cx-scoring/statistics';
 * quantile([3, 1, 4, 1, 5, 9, 2, 6], 0.25); // => 1.75
 * quantile([3, 1, 4, 1, 5, 9, 2, 6], 0.25, 2); // => 1.5
 * ```
 */
export function quantile(values: Iterable<number>, p: number, type: QuantileType = 7): number {
  return quantiles(values, [p], type)[0] as number;
}

/**
 * Several sample quantiles of the same values, for little more than the price of one.
 *
 * Large samples are not sorted: the values are counted into buckets, and only the buckets that a quantile falls into are looked
 * at more closely. The results are those of `quantile`.
 *
 * @param values - Numbers in any order; left as they are.
 * @param probabilities - Shares between 0 and 1, in any order.
 * @param type - Definition 1 to 9, 7 by default.
 * @returns One quantile for each share, in the order of the shares; each as `quantile` gives it.
 * @example
 * ```ts
 * import { quantiles } from 'cx-scoring/statistics';
 * quantiles([3, 1, 4, 1, 5, 9, 2, 6], [0.5, 0.25, 1]); // => [3.5, 1.75, 9]
 * ```
 */
export function quantiles(
  values: Iterable<number>,
  probabilities: readonly number[],
  type: QuantileType = 7,
): number[] {
  const numbers = values instanceof Float64Array ? values : new Float64Array(values);
  const n = numbers.length;
  const places = probabilities.map((p) => quantilePlace(p, n, type));
  const ranks = new Set(places.flatMap((place) => (place === null ? [] : [place.lower, place.upper])));
  const ascending = Array.from(ranks).sort((a, b) => a - b);
  const found = orderStatistics(
    numbers,
    ascending.map((rank) => rank - 1),
  );
  const byRank = new Map(ascending.map((rank, k) => [rank, found[k] as number]));
  return places.map((place) => valueAtPlace(place, (rank) => byRank.get(rank) as number));
}

/**
 * `quantile` of values that are already in ascending order, so that several quantiles cost one sort.
 *
 * @param sorted - Numbers in ascending order, any NaN last.
 * @param p - Share between 0 and 1.
 * @param type - Definition 1 to 9, 7 by default.
 * @returns The quantile; NaN without values, with a NaN among them, or when `p` is off 0 to 1.
 * @example
 * ```ts
 * import { quantileSorted } from 'cx-scoring/statistics';
 * quantileSorted([1, 1, 2, 3, 4, 5, 6, 9], 0.75); // => 5.25
 * ```
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  if (Number.isNaN(sorted[n - 1] ?? NaN)) return NaN;
  return valueAtPlace(quantilePlace(p, n, type), (rank) => sorted[rank - 1] as number);
}

/**
 * The nearest-rank percentile: the smallest value with at least a share `p` of the sample at or below it (type 1).
 *
 * Use it where a rule says "95 % of the answers within the time": the result is always one of the values.
 *
 * @param values - Numbers in any order; left as they are.
 * @param p - Share between 0 and 1; 0 gives the smallest value.
 * @returns One of the values; NaN without values, with a NaN among them, or when `p` is off 0 to 1.
 * @example
 * ```ts
 * import { nearestRank } from 'cx-scoring/statistics';
 * nearestRank([30, 10, 20, 40], 0.5); // => 20
 * ```
 */
export function nearestRank(values: Iterable<number>, p: number): number {
  return quantile(values, p, 1);
}

/**
 * The median: the middle value, or half-way between the two middle ones.
 *
 * @param values - Numbers in any order; left as they are.
 * @returns The median, in the unit of the values; NaN without values or with a NaN among them.
 * @example
 * ```ts
 * import { median } from 'cx-scoring/statistics';
 * median([4, 1, 3, 2]); // => 2.5
 * ```
 */
export function median(values: Iterable<number>): number {
  return quantile(values, 0.5);
}

/**
 * Where a quantile lies among `n` values: between two ranks, from 1 to `n`, at a share of the way from one to the other.
 *
 * @internal
 */
export interface QuantilePlace {
  /** Rank of the value below. */
  readonly lower: number;
  /** Rank of the value above. */
  readonly upper: number;
  /** Share of the way, from 0 to 1. */
  readonly share: number;
}

/**
 * The place of a quantile; null without values or when `p` is off 0 to 1.
 *
 * @internal
 */
export function quantilePlace(p: number, n: number, type: QuantileType): QuantilePlace | null {
  if (!(p >= 0 && p <= 1) || n === 0) return null;
  const position = snapToInteger(quantilePosition(p, n, type));
  const rank = Math.floor(position);
  const rest = position - rank;
  const share = type > 3 ? rest : stepShare(type, rank, rest);
  return { lower: Math.min(Math.max(rank, 1), n), upper: Math.min(Math.max(rank + 1, 1), n), share };
}

/**
 * The value at a place, out of the values by rank.
 *
 * @internal
 */
export function valueAtPlace(place: QuantilePlace | null, valueOf: (rank: number) => number): number {
  if (place === null) return NaN;
  const lower = valueOf(place.lower) + 0;
  const upper = valueOf(place.upper) + 0;
  if (place.share === 0 || lower === upper) return lower;
  return place.share === 1 ? upper : Math.min(lower + place.share * (upper - lower), upper);
}

// Where the quantile lies among the ranks 1 to n.
function quantilePosition(p: number, n: number, type: QuantileType): number {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return p * n;
    case 3:
      return p * n - 0.5;
    case 5:
      return p * n + 0.5;
    case 6:
      return p * (n + 1);
    case 7:
      return p * (n - 1) + 1;
    case 8:
      return p * (n + 1 / 3) + 1 / 3;
    case 9:
      return p * (n + 1 / 4) + 3 / 8;
  }
}

// How far to go from the lower to the upper rank for the types that jump.
function stepShare(type: QuantileType, rank: number, rest: number): number {
  if (type === 1) return rest > 0 ? 1 : 0;
  if (type === 2) return rest > 0 ? 1 : 0.5;
  return rest > 0 || rank % 2 !== 0 ? 1 : 0;
}

// 0.07 × 100 is a little above 7 in doubles; the decimal that was meant gives 7.
function snapToInteger(position: number): number {
  const nearest = Math.round(position);
  return Math.abs(position - nearest) <= 4 * Number.EPSILON * Math.max(1, Math.abs(position)) ? nearest : position;
}
