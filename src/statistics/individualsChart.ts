import { chartOf, noChart } from './controlChart.js';
import type { ControlChart, ControlChartOptions } from './controlChart.js';
import { controlChartConstants } from './controlChartConstants.js';
import { median } from './quantile.js';
import { mean } from './sum.js';

/** Options of `individualsChart`. */
export interface IndividualsChartOptions extends ControlChartOptions {
  /**
   * Whether the `'mean'` (default) or the `'median'` of the moving ranges says how much points vary; the median is not inflated
   * by the very jump that should be found.
   */
  readonly movingRange?: 'mean' | 'median' | undefined;
  /**
   * `'exact'` (default) constants, or the rounded ones of the printed `'tables'`: 2.66 and 3.267 for the mean, 3.145 and 3.865 for
   * the median.
   */
  readonly constants?: 'exact' | 'tables' | undefined;
}

/** A chart of individual values and its moving ranges. */
export interface IndividualsChart extends ControlChart {
  /** Mean or median of the moving ranges. */
  readonly movingRange: number;
  /** Standard deviation from one point to the next, estimated from the moving ranges. */
  readonly sigma: number;
  /** Upper limit of the moving ranges, for limits of 3 standard deviations. */
  readonly movingRangeUpper: number;
  /** Places, from 0, of the points whose distance from the point before is beyond that limit. */
  readonly jumps: number[];
}

/** Median moving range of normal values over their standard deviation, as printed everywhere: √2 × 0.6745. */
const MEDIAN_RANGE = 0.954;

/**
 * The XmR chart: individual values with limits from the moving range.
 *
 * Use it for one number per period when its sampling error is unknown; where the number of answers is known, `meanChart` takes
 * account of it. The limits want 10 points or more.
 *
 * @param values - Finite numbers in order of time, two or more.
 * @param options - Known centre, width of the limits, mean or median moving range, exact or printed constants.
 * @returns The chart; without limits (NaN) below two values, with one that is not finite, or for a width that is not above 0.
 * @remarks Wheeler, D. and Chambers, D. (1992), Understanding Statistical Process Control, 2nd edition, chapter 3. The sigma of
 * the median is `median / 0.954`.
 * @example
 * ```ts
 * import { individualsChart } from 'cx-scoring/statistics';
 * const series = [32, 35, 30, 38, 33, 36, 31, 34, 52, 35];
 * individualsChart(series, { constants: 'tables' }).upper[0]; // ~> 55.402222
 * individualsChart(series).outside; // => []
 * individualsChart(series, { movingRange: 'median' }).outside; // => [8]
 * ```
 */
export function individualsChart(values: ArrayLike<number>, options: IndividualsChartOptions = {}): IndividualsChart {
  const { sigmas = 3, movingRange: kind = 'mean', constants = 'exact' } = options;
  const own = Array.from(values);
  const ranges = own.slice(1).map((value, i) => Math.abs(value - (own[i] as number)));
  const center = options.center ?? mean(own);
  if (own.length < 2 || !own.every(Number.isFinite) || !Number.isFinite(center) || !(sigmas > 0)) {
    return { ...noChart(own.length), movingRange: NaN, sigma: NaN, movingRangeUpper: NaN, jumps: [] };
  }
  const movingRange = kind === 'mean' ? mean(ranges) : median(ranges);
  const { sigmaFactor, reachFactor, rangeFactor } = factorsOf(kind, constants);
  const movingRangeUpper = rangeFactor * movingRange;
  const reach = (sigmas / 3) * reachFactor * movingRange;
  const jumps: number[] = [];
  ranges.forEach((range, i) => {
    if (range > movingRangeUpper) jumps.push(i + 1);
  });
  return {
    ...chartOf(own, center, own.map(() => reach), -Infinity, Infinity), // prettier-ignore
    movingRange,
    sigma: sigmaFactor * movingRange,
    movingRangeUpper,
    jumps,
  };
}

function factorsOf(
  kind: 'mean' | 'median',
  constants: 'exact' | 'tables',
): { readonly sigmaFactor: number; readonly reachFactor: number; readonly rangeFactor: number } {
  const { d2, d3, D4 } = controlChartConstants(2);
  const sigmaFactor = 1 / (kind === 'mean' ? d2 : MEDIAN_RANGE);
  if (constants === 'exact') {
    const rangeFactor = kind === 'mean' ? D4 : (d2 + 3 * d3) / MEDIAN_RANGE;
    return { sigmaFactor, reachFactor: 3 * sigmaFactor, rangeFactor };
  }
  const reachFactor = kind === 'mean' ? 2.66 : 3.145;
  return { sigmaFactor, reachFactor, rangeFactor: kind === 'mean' ? 3.267 : 3.865 };
}
