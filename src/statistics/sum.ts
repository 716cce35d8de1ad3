/**
 * The sum of the values, with the rounding of every addition carried along and added at the end.
 *
 * Use it instead of a plain loop whenever the order of the values must not show in the result.
 *
 * @param values - Finite numbers, read once.
 * @returns The sum; 0 when there are none; NaN when a value is not finite or the sum leaves the range of a double.
 * @remarks Neumaier, A. (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 39-51,
 * https://doi.org/10.1002/zamm.19740540106
 * @example
 * ```ts
 * import { sum } from 'cx-scoring/statistics';
 * sum([1, 1e100, 1, -1e100]); // => 2
 * ```
 */
export function sum(values: Iterable<number>): number {
  return addUp(values).total;
}

/**
 * The arithmetic mean of the values, by compensated summation.
 *
 * @param values - Finite numbers, read once.
 * @returns The mean; NaN when there are no values, when one is not finite or when their sum leaves the range of a double.
 * @example
 * ```ts
 * import { mean } from 'cx-scoring/statistics';
 * mean([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]); // => 5.5
 * ```
 */
export function mean(values: Iterable<number>): number {
  const { total, count } = addUp(values);
  return total / count;
}

function addUp(values: Iterable<number>): { readonly total: number; readonly count: number } {
  let total = 0;
  let compensation = 0;
  let count = 0;
  for (const value of values) {
    const next = total + value;
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
    count++;
  }
  return { total: total + compensation, count };
}
