import { chartOf, noChart } from './controlChart.js';
import type { ControlChart, ControlChartOptions } from './controlChart.js';
import { sum } from './sum.js';

/**
 * The p chart: shares of groups of unequal size, with limits that follow the size.
 *
 * Use it for rates per period (satisfied answers, late deliveries). With large groups almost every point lies outside because
 * shares vary more than chance between periods: then use `laneyPChart`.
 *
 * @param counts - Successes in each group, from 0 to its size.
 * @param sizes - Size of each group, above 0.
 * @param options - Known share as centre, and width of the limits.
 * @returns The chart of `counts / sizes`, limits within 0 and 1; without limits (NaN) outside the domain.
 * @remarks Shewhart, W. (1931), Economic Control of Quality of Manufactured Product; Montgomery (2012), section 7.2.
 * @example
 * ```ts
 * import { proportionChart } from 'cx-scoring/statistics';
 * const { center, upper, outside } = proportionChart([8, 12, 9, 25], [50, 60, 50, 50]);
 * center; // ~> 0.257143
 * upper; // ~> [0.442571, 0.426415, 0.442571, 0.442571]
 * outside; // => [3]
 * ```
 */
export function proportionChart(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  options: ControlChartOptions = {},
): ControlChart {
  const { sigmas = 3 } = options;
  const center = proportionCenter(counts, sizes, options);
  if (Number.isNaN(center) || !(sigmas > 0)) return noChart(counts.length);
  const shares = Array.from(counts, (count, i) => count / (sizes[i] as number));
  const reaches = Array.from(sizes, (size) => sigmas * Math.sqrt((center * (1 - center)) / size));
  return chartOf(shares, center, reaches, 0, 1);
}

/**
 * The pooled or given share of a p chart; NaN outside its domain.
 *
 * @internal
 */
export function proportionCenter(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  { center }: ControlChartOptions,
): number {
  if (!arePairs(counts, sizes) || Array.from(counts).some((count, i) => count > (sizes[i] as number))) return NaN;
  const share = center ?? sum(Array.from(counts)) / sum(Array.from(sizes));
  return share >= 0 && share <= 1 ? share : NaN;
}

/**
 * The u chart: events per unit of exposure, with limits that follow the exposure.
 *
 * Use it for tickets per machine month, complaints per hundred orders: whatever can happen more than once to one unit.
 *
 * @param counts - Number of events in each period, zero or more.
 * @param exposures - Exposure of each period, above 0, in any unit.
 * @param options - Known rate as centre, and width of the limits.
 * @returns The chart of `counts / exposures`, limits not below 0; without limits (NaN) outside the domain.
 * @remarks Montgomery (2012), section 7.3.2.
 * @example
 * ```ts
 * import { rateChart } from 'cx-scoring/statistics';
 * const { center, upper } = rateChart([3, 5, 2, 8, 4], [120, 150, 100, 140, 130]);
 * center; // => 0.034375
 * upper[3]; // ~> 0.081384
 * ```
 */
export function rateChart(
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  options: ControlChartOptions = {},
): ControlChart {
  const { sigmas = 3 } = options;
  const center = options.center ?? sum(Array.from(counts)) / sum(Array.from(exposures));
  if (!arePairs(counts, exposures) || !(center >= 0) || !(sigmas > 0)) return noChart(counts.length);
  const rates = Array.from(counts, (count, i) => count / (exposures[i] as number));
  const reaches = Array.from(exposures, (exposure) => sigmas * Math.sqrt(center / exposure));
  return chartOf(rates, center, reaches, 0, Infinity);
}

/**
 * The c chart: numbers of events in periods of equal exposure.
 *
 * Use it for counts per month when nothing else changes from month to month; with exposures use `rateChart`.
 *
 * @param counts - Number of events in each period, zero or more.
 * @param options - Known mean as centre, and width of the limits.
 * @returns The chart of the counts, lower limit not below 0; without limits (NaN) outside the domain.
 * @remarks Montgomery (2012), section 7.3.1.
 * @example
 * ```ts
 * import { countChart } from 'cx-scoring/statistics';
 * const { center, upper } = countChart([3, 6, 2, 9, 4, 5, 12, 7, 1, 4]);
 * center; // => 5.3
 * upper[0]; // ~> 12.206519
 * ```
 */
export function countChart(counts: ArrayLike<number>, options: ControlChartOptions = {}): ControlChart {
  return rateChart(counts, new Float64Array(counts.length).fill(1), options);
}

function arePairs(counts: ArrayLike<number>, sizes: ArrayLike<number>): boolean {
  return (
    counts.length === sizes.length &&
    counts.length > 0 &&
    Array.from(counts).every((count) => count >= 0 && count < Infinity) &&
    Array.from(sizes).every((size) => size > 0 && size < Infinity)
  );
}
