import { sortedCopy } from './sortedCopy.js';

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
  return quantileSorted(sortedCopy(values), p, type);
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
  if (!(p >= 0 && p <= 1) || Number.isNaN(sorted[n - 1] ?? NaN)) return NaN;
  const position = snapToInteger(quantilePosition(p, n, type));
  const rank = Math.floor(position);
  const rest = position - rank;
  const lower = (sorted[Math.min(Math.max(rank, 1), n) - 1] as number) + 0;
  const upper = (sorted[Math.min(Math.max(rank + 1, 1), n) - 1] as number) + 0;
  const share = type > 3 ? rest : stepShare(type, rank, rest);
  if (share === 0 || lower === upper) return lower;
  return share === 1 ? upper : Math.min(lower + share * (upper - lower), upper);
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
