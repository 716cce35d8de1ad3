import { chartOf, noChart } from './controlChart.js';
import type { ControlChart } from './controlChart.js';

/** Options of `ewmaChart`. */
export interface EwmaChartOptions {
  /** Share of the newest value, above 0 and at most 1; 0.2 by default. */
  readonly share?: number | undefined;
  /** Distance of the limits from the target in standard deviations of the average, above 0; 2.962 by default. */
  readonly sigmas?: number | undefined;
  /** `'growing'` (default) limits follow the variance from the first point on; `'asymptotic'` ones are its final value. */
  readonly limits?: 'growing' | 'asymptotic' | undefined;
}

/** A chart of exponentially weighted moving averages. */
export interface EwmaChart extends ControlChart {
  /** The average after each value. */
  readonly averages: number[];
}

/**
 * The EWMA chart: a weighted average of all values so far, which sees small shifts sooner than single points do.
 *
 * Use it to watch for drift. With its defaults a process in control alarms once in 500 points on average.
 *
 * @param values - Finite numbers in order of time.
 * @param target - Where the process should be; the average begins there.
 * @param sigma - Standard deviation of a single value, above 0.
 * @param options - Share of the newest value, width and kind of limits.
 * @returns The chart of the averages; without limits (NaN) outside the domain.
 * @remarks Roberts, S. (1959), Control Chart Tests Based on Geometric Moving Averages, Technometrics 1, 239-250,
 * https://doi.org/10.1080/00401706.1959.10489860; Lucas and Saccucci (1990), https://doi.org/10.1080/00401706.1990.10484583
 * @example
 * ```ts
 * import { ewmaChart } from 'cx-scoring/statistics';
 * const { averages, upper } = ewmaChart([52, 47, 53], 50, 2.0539, { share: 0.3, sigmas: 3, limits: 'asymptotic' });
 * averages; // ~> [50.6, 49.52, 50.564]
 * upper[0]; // ~> 52.5884317
 * ```
 */
export function ewmaChart(
  values: ArrayLike<number>,
  target: number,
  sigma: number,
  options: EwmaChartOptions = {},
): EwmaChart {
  const { share = 0.2, sigmas = 2.962, limits = 'growing' } = options;
  const own = Array.from(values);
  const isUsable =
    share > 0 &&
    share <= 1 &&
    sigmas > 0 &&
    sigma > 0 &&
    sigma < Infinity &&
    Number.isFinite(target) &&
    own.every(Number.isFinite);
  if (!isUsable) return { ...noChart(own.length), averages: own.map(() => NaN) };
  let average = target;
  const averages = own.map((value) => (average = share * value + (1 - share) * average));
  const last = share / (2 - share);
  const reaches = own.map((_, i) => {
    const variance = limits === 'growing' ? last * (1 - (1 - share) ** (2 * (i + 1))) : last;
    return sigmas * sigma * Math.sqrt(variance);
  });
  return { ...chartOf(averages, target, reaches, -Infinity, Infinity), averages };
}
