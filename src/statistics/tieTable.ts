/**
 * The distinct values of a sample with what ranks need to know of them.
 *
 * @internal
 */
export interface TieTable {
  /** Distinct values in ascending order. */
  readonly values: Float64Array;
  /** How often each occurs. */
  readonly counts: Float64Array;
  /** The rank, from 1, that they share: the mean of the places they take. */
  readonly ranks: Float64Array;
}

/**
 * The distinct values of a sample in ascending order, with their counts and mid-ranks.
 *
 * @param sorted - Values in ascending order, any NaN last; each NaN is a value of its own.
 * @internal
 */
export function tieTable(sorted: Float64Array): TieTable {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  const ranks = new Float64Array(sorted.length);
  let distinct = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const value = sorted[start] as number;
    end++;
    while (end < sorted.length && sorted[end] === value) end++;
    values[distinct] = value;
    counts[distinct] = end - start;
    ranks[distinct++] = (start + 1 + end) / 2;
  }
  return {
    values: values.subarray(0, distinct),
    counts: counts.subarray(0, distinct),
    ranks: ranks.subarray(0, distinct),
  };
}

/**
 * How many of the ascending values are below `limit`: the place of a value that is among them.
 *
 * @internal
 */
export function countBelow(ascending: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The tie term `Σ(t³ - t)` that variances of rank statistics are reduced by.
 *
 * @internal
 */
export function tieTerm({ counts }: TieTable): number {
  let term = 0;
  for (const count of counts) term += count * (count * count - 1);
  return term;
}

/**
 * Whether there is no NaN, which sorts last, in an ascending sample.
 *
 * @internal
 */
export function hasNoNaN(sorted: Float64Array): boolean {
  return !Number.isNaN(sorted[sorted.length - 1]);
}
