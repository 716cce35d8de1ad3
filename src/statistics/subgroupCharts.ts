import { chartOf, noChart } from './controlChart.js';
import type { ControlChart, ControlChartOptions } from './controlChart.js';
import { controlChartConstants } from './controlChartConstants.js';
import { mean } from './sum.js';
import { standardDeviation } from './variance.js';

/** Options of `subgroupMeanChart`. */
export interface SubgroupChartOptions extends ControlChartOptions {
  /** What the spread within subgroups is estimated from: their `'range'` (default, up to 25 values) or `'standard-deviation'`. */
  readonly dispersion?: 'range' | 'standard-deviation' | undefined;
}

/** A chart of subgroups of equal size. */
export interface SubgroupChart extends ControlChart {
  /** What is plotted: mean, range or standard deviation of each subgroup. */
  readonly points: number[];
  /** Standard deviation of a single value within subgroups. */
  readonly sigma: number;
}

/**
 * The x̄ chart: means of small subgroups of equal size.
 *
 * Use it when a few values are measured at each moment, such as five handling times a day; for groups of unequal, known size use
 * `meanChart`.
 *
 * @param groups - Two or more values in each subgroup, as many in all of them.
 * @param options - Known centre, width of the limits, range or standard deviation.
 * @returns The chart of means; without limits (NaN) for subgroups of unequal size, of one value, of more than 25 with `'range'`, or
 * with a value that is not finite.
 * @remarks Montgomery (2012), sections 6.2 and 6.3; sigma is the mean range over d2 or the mean standard deviation over c4.
 * @example
 * ```ts
 * import { subgroupMeanChart } from 'cx-scoring/statistics';
 * const { center, upper } = subgroupMeanChart([[4, 6], [5, 9], [6, 6]]);
 * center; // => 6
 * upper[0]; // ~> 9.759942
 * ```
 */
export function subgroupMeanChart(
  groups: readonly (readonly number[])[],
  options: SubgroupChartOptions = {},
): SubgroupChart {
  const { sigmas = 3, dispersion = 'range' } = options;
  const size = sizeOf(groups);
  const { d2, c4 } = controlChartConstants(size);
  const sigma = dispersion === 'range' ? mean(groups.map(rangeOf)) / d2 : mean(groups.map(standardDeviation)) / c4;
  const points = groups.map(mean);
  const center = options.center ?? mean(points);
  if (!Number.isFinite(sigma) || !Number.isFinite(center) || !(sigmas > 0)) return nothing(groups.length);
  const reaches = points.map(() => (sigmas * sigma) / Math.sqrt(size));
  return { ...chartOf(points, center, reaches, -Infinity, Infinity), points, sigma };
}

/**
 * The R chart: ranges of small subgroups of equal size.
 *
 * Use it beside `subgroupMeanChart`, for up to some ten values in a subgroup: limits of means mean little while ranges are out.
 *
 * @param groups - Two to 25 values in each subgroup, as many in all of them.
 * @param options - Known mean range as centre, and width of the limits.
 * @returns The chart of ranges, lower limit not below 0; without limits (NaN) as for `subgroupMeanChart`.
 * @remarks Montgomery (2012), section 6.2.
 * @example
 * ```ts
 * import { rangeChart } from 'cx-scoring/statistics';
 * rangeChart([[4, 6], [5, 9], [6, 6]]).upper[0]; // ~> 6.533064
 * ```
 */
export function rangeChart(groups: readonly (readonly number[])[], options: ControlChartOptions = {}): SubgroupChart {
  const { d2, d3 } = controlChartConstants(sizeOf(groups));
  return spreadChart(groups.map(rangeOf), d2, d3, options);
}

/**
 * The S chart: standard deviations of subgroups of equal size.
 *
 * Use it instead of `rangeChart` for subgroups of more than some ten values.
 *
 * @param groups - Two or more values in each subgroup, as many in all of them.
 * @param options - Known mean standard deviation as centre, and width of the limits.
 * @returns The chart of standard deviations, lower limit not below 0; without limits (NaN) as for `subgroupMeanChart`.
 * @remarks Montgomery (2012), section 6.3.
 * @example
 * ```ts
 * import { standardDeviationChart } from 'cx-scoring/statistics';
 * standardDeviationChart([[4, 6], [5, 9], [6, 6]]).upper[0]; // ~> 4.619574
 * ```
 */
export function standardDeviationChart(
  groups: readonly (readonly number[])[],
  options: ControlChartOptions = {},
): SubgroupChart {
  const { c4 } = controlChartConstants(sizeOf(groups));
  return spreadChart(groups.map(standardDeviation), c4, Math.sqrt((1 - c4) * (1 + c4)), options);
}

function spreadChart(
  points: number[],
  average: number,
  deviation: number,
  options: ControlChartOptions,
): SubgroupChart {
  const { sigmas = 3 } = options;
  const center = options.center ?? mean(points);
  const sigma = center / average;
  if (!Number.isFinite(sigma) || !points.every(Number.isFinite) || !(sigmas > 0)) return nothing(points.length);
  return { ...chartOf(points, center, points.map(() => sigmas * deviation * sigma), 0, Infinity), points, sigma }; // prettier-ignore
}

/** The size of every subgroup; NaN when they differ. */
function sizeOf(groups: readonly (readonly number[])[]): number {
  const size = groups[0]?.length ?? NaN;
  return groups.every((group) => group.length === size) ? size : NaN;
}

function rangeOf(group: readonly number[]): number {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of group) {
    if (!Number.isFinite(value)) return NaN;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return highest - lowest;
}

function nothing(points: number): SubgroupChart {
  return { ...noChart(points), points: Array.from({ length: points }, () => NaN), sigma: NaN };
}
