/** Outcome of `pettittTest`. */
export interface PettittTest {
  /** Largest distance from 0 of the rank score over all ways to split the series (K). */
  readonly statistic: number;
  /** Number of values before the change: the first split with that distance. */
  readonly changePoint: number;
  /** Approximate probability of a statistic at least that large without a change, capped at 1. */
  readonly pValue: number;
  /** The rank score of each split, after 1, 2, 3, … values: pairs that fall across it less pairs that rise. */
  readonly scores: number[];
}

/**
 * Pettitt's test for one change of level at an unknown time, by ranks.
 *
 * Use it when a single wild value must not pass for a change; for several changes see `optimalPartition`. The approximation is
 * good from some 20 values and for p-values below 0.5; for fewer, `singleChangeTest` is exact or seeded.
 *
 * @param values - Finite numbers in order of time.
 * @returns Statistic, change point and p-value; NaN below two values or when one is not a number.
 * @remarks Pettitt, A. (1979), A Non-Parametric Approach to the Change-Point Problem, Applied Statistics 28, 126-135,
 * https://doi.org/10.2307/2346729: `p = 2 exp(-6K²/(n³ + n²))`.
 * @example
 * ```ts
 * import { pettittTest } from 'cx-scoring/statistics';
 * const { changePoint, pValue } = pettittTest([40, 42, 41, 43, 39, 42, 30, 28, 31, 29, 27, 30]);
 * changePoint; // => 6
 * pValue; // ~> 0.0314078
 * ```
 */
export function pettittTest(values: ArrayLike<number>): PettittTest {
  const size = values.length;
  const own = Array.from(values);
  if (size < 2 || own.some(Number.isNaN)) return { statistic: NaN, changePoint: NaN, pValue: NaN, scores: [] };
  const scores: number[] = [];
  let score = 0;
  let changePoint = 1;
  for (let split = 1; split < size; split++) {
    const moved = own[split - 1] as number;
    // Moving a value across the split changes the sign of its pairs on one side and of those on the other.
    for (const other of own) score += Math.sign(moved - other);
    scores.push(score + 0);
    if (Math.abs(score) > Math.abs(scores[changePoint - 1] as number)) changePoint = split;
  }
  const statistic = Math.abs(scores[changePoint - 1] as number);
  const pValue = Math.min(1, 2 * Math.exp((-6 * statistic ** 2) / (size ** 3 + size ** 2)));
  return { statistic, changePoint, pValue, scores };
}
