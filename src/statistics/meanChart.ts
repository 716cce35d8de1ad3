import { chartOf, noChart } from './controlChart.js';
import type { ControlChart, ControlChartOptions } from './controlChart.js';
import { sum } from './sum.js';

/**
 * A chart of means of groups of known, unequal size: limits follow the size, the spread of a single value being known.
 *
 * Use it for scores of periods with different numbers of answers. For a net share hand over the pooled standard deviation of one
 * answer, `√netVariance`, and the limits are `NPS ± 3 √(v/n)` of each period.
 *
 * @param means - Mean of each group.
 * @param sizes - Size of each group, or its effective size; above 0.
 * @param standardDeviation - Standard deviation of a single value, zero or more, in the unit of the means.
 * @param options - Known centre (the mean of all values unless given), and width of the limits.
 * @returns The chart of the means; without limits (NaN) when lengths differ, without groups, or for numbers out of range.
 * @remarks Montgomery (2012), section 6.3.2, with a known standard deviation.
 * @example
 * ```ts
 * import { meanChart } from 'cx-scoring/statistics';
 * const { center, lower, outside } = meanChart([0.3, 0.35, -0.1], [100, 100, 50], 0.8);
 * center; // => 0.24
 * lower; // ~> [0, 0, -0.099411]
 * outside; // => [2]
 * ```
 */
export function meanChart(
  means: ArrayLike<number>,
  sizes: ArrayLike<number>,
  standardDeviation: number,
  options: ControlChartOptions = {},
): ControlChart {
  const { sigmas = 3 } = options;
  const isUsable =
    means.length === sizes.length &&
    means.length > 0 &&
    standardDeviation >= 0 &&
    standardDeviation < Infinity &&
    sigmas > 0 &&
    Array.from(means).every(Number.isFinite) &&
    Array.from(sizes).every((size) => size > 0 && size < Infinity);
  if (!isUsable) return noChart(means.length);
  const pooled = sum(Array.from(means, (value, i) => value * (sizes[i] as number))) / sum(Array.from(sizes));
  const reaches = Array.from(sizes, (size) => (sigmas * standardDeviation) / Math.sqrt(size));
  return chartOf(means, options.center ?? pooled, reaches, -Infinity, Infinity);
}
