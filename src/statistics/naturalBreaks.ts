import { bestPartitions } from './bestPartitions.js';
import { sum } from './sum.js';

/** Values put into classes that are as much alike within as they can be. */
export interface NaturalBreaks {
  /** The least value of each class but the lowest, in rising order. */
  readonly breaks: number[];
  /** Sum of squared distances from the means of the classes. */
  readonly withinSquares: number;
  /** Share of the squared distances from the mean of all that the classes explain, 0..1; 1 for values that are all equal. */
  readonly goodnessOfFit: number;
}

/**
 * The natural breaks of values: the classes with the least sum of squares within, exactly.
 *
 * Use it for values in clumps, such as revenues of small, middle and large accounts. Equal values are never parted; with fewer distinct
 * values than classes each is a class of its own. Time grows with the square of the number of distinct values.
 *
 * @param values - Finite numbers in any order.
 * @param classes - How many classes, a whole number from 1.
 * @returns Breaks and fit; no breaks and NaN without values, with one that is not finite, or for a number of classes off the domain.
 * @remarks Fisher, W. (1958), On Grouping for Maximum Homogeneity, JASA 53, 789-798, https://doi.org/10.1080/01621459.1958.10501479;
 * the "natural breaks" of Jenks (1977) are the same aim. Of groupings that are equally good, the one with the lowest breaks.
 * @example
 * ```ts
 * import { naturalBreaks } from 'cx-scoring/statistics';
 * naturalBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3).breaks; // => [2, 4]
 * ```
 */
export function naturalBreaks(values: Iterable<number>, classes: number): NaturalBreaks {
  const counts = new Map<number, number>();
  // Adding 0 makes one value of -0 and 0.
  for (const value of values) counts.set(value + 0, (counts.get(value + 0) ?? 0) + 1);
  const distinct = Float64Array.from(counts.keys()).sort();
  const isUsable = distinct.length > 0 && distinct.every(Number.isFinite) && Number.isInteger(classes) && classes >= 1;
  if (!isUsable) return { breaks: [], withinSquares: NaN, goodnessOfFit: NaN };
  const numbers = Array.from(distinct, (value) => counts.get(value) as number);
  const between = weightedSquares(distinct, numbers);
  const size = distinct.length;
  const partitions = bestPartitions({ size, between }, Math.min(classes, size) - 1);
  const best = partitions[partitions.length - 1];
  if (best === undefined) return { breaks: [], withinSquares: NaN, goodnessOfFit: NaN };
  const whole = between(0, size);
  return {
    breaks: best.changePoints.map((at) => distinct[at] as number),
    withinSquares: best.cost,
    goodnessOfFit: whole > 0 ? Math.max(0, 1 - best.cost / whole) : 1,
  };
}

/** Sum of squares about the mean of a run of distinct values, each counting as often as it occurs, in constant time. */
function weightedSquares(distinct: Float64Array, numbers: readonly number[]): (from: number, to: number) => number {
  const total = sum(numbers);
  // Running sums about the mean of all, which spares them cancellation.
  const center = sum(numbers.map((count, i) => (count / total) * (distinct[i] as number)));
  const counts = [0];
  const sums = [0];
  const squares = [0];
  for (const [i, count] of numbers.entries()) {
    const value = (distinct[i] as number) - center;
    counts.push((counts[i] as number) + count);
    sums.push((sums[i] as number) + count * value);
    squares.push((squares[i] as number) + count * value * value);
  }
  return (from, to) => {
    // One value has no spread, whatever rounding says.
    if (to - from === 1) return 0;
    const first = (sums[to] as number) - (sums[from] as number);
    const second = (squares[to] as number) - (squares[from] as number);
    return Math.max(0, second - (first * first) / ((counts[to] as number) - (counts[from] as number)));
  };
}
