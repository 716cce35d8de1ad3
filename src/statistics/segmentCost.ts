import { mean } from './sum.js';

/** What it costs to describe any stretch of a series by one level: small when its values are alike. */
export interface SegmentCost {
  /** Number of values in the series. */
  readonly size: number;
  /** Cost of the values at places `from` (inclusive, from 0) to `to` (exclusive). */
  readonly between: (from: number, to: number) => number;
}

/**
 * The cost of a constant mean: the sum of squared distances from the mean of the stretch.
 *
 * Use it with `optimalPartition`, `peltPartition` and `bestPartitions` for changes of level. The penalty is in squared units: for a
 * series with variance s² between changes, `2 s² log n` is the usual one.
 *
 * @param values - Finite numbers in order of time.
 * @returns The cost, in constant time for each stretch; NaN throughout when a value is not finite.
 * @example
 * ```ts
 * import { meanCost } from 'cx-scoring/statistics';
 * meanCost([1, 3, 8]).between(0, 2); // => 2
 * ```
 */
export function meanCost(values: ArrayLike<number>): SegmentCost {
  const { sums, squares } = centeredSums(values);
  return { size: values.length, between: (from, to) => squaresBetween(sums, squares, from, to) };
}

/**
 * The cost of a constant mean and variance: minus twice the normal log-likelihood of the stretch at its own mean and variance.
 *
 * Use it for changes of level or of unrest. The penalty is in units of the log-likelihood ratio: `3 log n` or more. A stretch of
 * equal values would cost minus infinity; its variance is taken as at least 1e-12 of that of the series.
 *
 * @param values - Finite numbers in order of time.
 * @returns The cost, in constant time for each stretch; NaN throughout when a value is not finite.
 * @remarks `n (log 2π + log σ² + 1)`, divisor n. Segments of two or more values are needed to estimate a variance.
 * @example
 * ```ts
 * import { meanVarianceCost } from 'cx-scoring/statistics';
 * meanVarianceCost([1, 3, 8, 2]).between(0, 2); // ~> 5.675754
 * ```
 */
export function meanVarianceCost(values: ArrayLike<number>): SegmentCost {
  const { sums, squares } = centeredSums(values);
  const size = values.length;
  // Not below what a double can hold, so that a constant series has a cost.
  const least = Math.max((1e-12 * squaresBetween(sums, squares, 0, size)) / size, 1e-300);
  return {
    size,
    between: (from, to) => {
      const count = to - from;
      const variance = squaresBetween(sums, squares, from, to) / count;
      const used = Math.max(variance, least);
      return count * (Math.log(2 * Math.PI) + Math.log(used) + variance / used);
    },
  };
}

/**
 * The cost of a constant rate of events: minus twice the Poisson log-likelihood of the stretch at its own mean, without the part
 * that does not depend on it.
 *
 * Use it for changes in counts per period, such as tickets per week. The penalty is in units of the log-likelihood ratio: `2 log n`.
 *
 * @param counts - Numbers of events, zero or more, in order of time.
 * @returns The cost, in constant time for each stretch; NaN throughout when a count is negative or not finite.
 * @remarks `2 S (1 - log(S/m))` for S events in m periods.
 * @example
 * ```ts
 * import { poissonCost } from 'cx-scoring/statistics';
 * poissonCost([2, 4, 9]).between(0, 2); // ~> -1.183347
 * ```
 */
export function poissonCost(counts: ArrayLike<number>): SegmentCost {
  const sums = new Float64Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    sums[i + 1] = (sums[i] as number) + (count >= 0 && count < Infinity ? count : NaN);
  }
  const isUsable = !Number.isNaN(sums[counts.length]);
  return {
    size: counts.length,
    between: (from, to) => {
      const events = isUsable ? (sums[to] as number) - (sums[from] as number) : NaN;
      return events === 0 ? 0 : 2 * events * (1 - Math.log(events / (to - from)));
    },
  };
}

/** Running sums of the values and squares about the mean of the series, which spares them cancellation. */
function centeredSums(values: ArrayLike<number>): { readonly sums: Float64Array; readonly squares: Float64Array } {
  const size = values.length;
  const center = mean(Array.from(values));
  const sums = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) {
    const value = (values[i] as number) - center;
    sums[i + 1] = (sums[i] as number) + value;
    squares[i + 1] = (squares[i] as number) + value * value;
  }
  return { sums, squares };
}

function squaresBetween(sums: Float64Array, squares: Float64Array, from: number, to: number): number {
  const total = (sums[to] as number) - (sums[from] as number);
  const spread = (squares[to] as number) - (squares[from] as number) - (total * total) / (to - from);
  // One value has no spread, whatever rounding says; a NaN stays one.
  return to - from === 1 ? 0 * spread : Math.max(0, spread);
}
