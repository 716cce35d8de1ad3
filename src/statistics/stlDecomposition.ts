import { loess, loessAt } from './loess.js';
import type { LoessSpan } from './loess.js';
import { median } from './quantile.js';
import type { Decomposition } from './seasonalDecomposition.js';
import { mean } from './sum.js';

/** Options of `stlDecomposition`. */
export interface StlOptions {
  /** How many years the season's shape is smoothed over: an odd number from 7, or `'periodic'` (default: the same every cycle). */
  readonly seasonalWindow?: number | 'periodic' | undefined;
  /** Number of periods the trend is smoothed over, odd; the next odd number from `1.5 period / (1 - 1.5 / seasonalWindow)` unless given. */
  readonly trendWindow?: number | undefined;
  /** `'robust'` gives wild values little weight; `'plain'` (default) does not. */
  readonly fit?: 'plain' | 'robust' | undefined;
}

/** The three smoothers of a decomposition. */
interface Spans {
  readonly seasonal: LoessSpan;
  readonly trend: LoessSpan;
  readonly lowPass: LoessSpan;
}

/**
 * Decomposition of a series into trend, season and remainder by local regression (STL).
 *
 * Use it for a season that slowly changes, for series with wild values, and where the trend up to the last period matters.
 *
 * @param values - Finite numbers in order of time, more than two full cycles.
 * @param period - Number of periods in a cycle, a whole number from 2.
 * @param options - Windows and robustness.
 * @returns Three parts that add up to the values; all NaN without more than two full cycles, with a value that is not finite, or
 * with a period or window out of range.
 * @remarks Cleveland, R., Cleveland, W., McRae, J. and Terpenning, I. (1990), STL: A Seasonal-Trend Decomposition Procedure Based
 * on Loess, Journal of Official Statistics 6, 3-73; defaults (2 inner loops, or 1 with 15 robustness loops; a tenth of a window
 * between computed places) as R's `stl`.
 * @example
 * ```ts
 * import { stlDecomposition } from 'cx-scoring/statistics';
 * const quarters = [30, 42, 38, 25, 33, 44, 39, 29, 36, 43, 41, 30, 38, 47, 44, 31];
 * const { seasonal, trend } = stlDecomposition(quarters, 4);
 * seasonal.slice(0, 4); // ~> [-2.0187, 7.3412, 3.4289, -8.7515]
 * trend.at(-1); // ~> 40.2328
 * ```
 */
export function stlDecomposition(values: ArrayLike<number>, period: number, options: StlOptions = {}): Decomposition {
  const { seasonalWindow = 'periodic', fit = 'plain' } = options;
  const own = Array.from(values);
  const size = own.length;
  const isPeriodic = seasonalWindow === 'periodic';
  const seasonalWidth = isPeriodic ? 10 * size + 1 : seasonalWindow;
  const trendWidth = options.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWidth)));
  const isUsable =
    Number.isInteger(period) && period >= 2 && size > 2 * period && own.every(Number.isFinite) &&
    isWindow(seasonalWidth, 7) && isWindow(trendWidth, 3); // prettier-ignore
  if (!isUsable) {
    const nothing = own.map(() => NaN);
    return { seasonal: nothing, trend: nothing, remainder: nothing };
  }
  const span = (width: number, degree: 0 | 1): LoessSpan => ({ width, degree, jump: Math.ceil(width / 10) });
  const spans: Spans = {
    seasonal: span(seasonalWidth, 0),
    trend: span(trendWidth, 1),
    lowPass: span(nextOdd(period), 1),
  };
  const outer = fit === 'robust' ? 15 : 0;
  const inner = fit === 'robust' ? 1 : 2;
  let seasonal = new Float64Array(size);
  let trend = new Float64Array(size);
  let robustness: Float64Array | null = null;
  for (let loop = 0; loop <= outer; loop++) {
    for (let pass = 0; pass < inner; pass++) {
      seasonal = seasonalPart(own, trend, period, spans, robustness);
      trend = loess(own.map((value, i) => value - (seasonal[i] as number)), spans.trend, robustness); // prettier-ignore
    }
    robustness = robustnessOf(own, seasonal, trend);
  }
  if (isPeriodic) {
    const figure = Array.from({ length: period }, (_, season) =>
      mean(seasonal.filter((_value, i) => i % period === season)),
    );
    seasonal = seasonal.map((_, i) => figure[i % period] as number);
  }
  const remainder = own.map((value, i) => value - (seasonal[i] as number) - (trend[i] as number));
  return { seasonal: Array.from(seasonal), trend: Array.from(trend), remainder };
}

/** Smooths each season's subseries, one place beyond either end, and takes out what is trend. */
function seasonalPart(
  values: readonly number[],
  trend: Float64Array,
  period: number,
  { seasonal, lowPass }: Spans,
  robustness: Float64Array | null,
): Float64Array<ArrayBuffer> {
  const size = values.length;
  const cycle = new Float64Array(size + 2 * period);
  for (let season = 0; season < period; season++) {
    const isOwn = (_: unknown, i: number): boolean => i % period === season;
    const series = values.map((value, i) => value - (trend[i] as number)).filter(isOwn);
    const weights = robustness?.filter(isOwn) ?? null;
    const count = series.length;
    const smooth = loess(series, seasonal, weights);
    const before = loessAt(series, seasonal, 0, 1, Math.min(seasonal.width, count), weights);
    const after = loessAt(series, seasonal, count + 1, Math.max(1, count - seasonal.width + 1), count, weights);
    cycle[season] = Number.isNaN(before) ? (smooth[0] as number) : before;
    for (let m = 0; m < count; m++) cycle[season + (m + 1) * period] = smooth[m] as number;
    cycle[season + (count + 1) * period] = Number.isNaN(after) ? (smooth[count - 1] as number) : after;
  }
  const averaged = movingMean(movingMean(movingMean(cycle, period), period), 3);
  const low = loess(averaged, lowPass, null);
  return low.map((value, i) => (cycle[i + period] as number) - value);
}

function movingMean(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  for (let i = 0; i < means.length; i++) {
    let total = 0;
    for (let j = i; j < i + width; j++) total += values[j] as number;
    means[i] = total / width;
  }
  return means;
}

/** Bisquare weights of the residuals, six times their median absolute size being too far. */
function robustnessOf(values: readonly number[], seasonal: Float64Array, trend: Float64Array): Float64Array {
  const distances = values.map((value, i) => Math.abs(value - (seasonal[i] as number) - (trend[i] as number)));
  const limit = 6 * median(distances);
  return Float64Array.from(distances, (distance) => {
    if (distance <= 0.001 * limit) return 1;
    return distance <= 0.999 * limit ? (1 - (distance / limit) ** 2) ** 2 : 0;
  });
}

function nextOdd(width: number): number {
  return width % 2 === 0 ? width + 1 : width;
}

function isWindow(width: number, least: number): boolean {
  return width % 2 === 1 && width >= least;
}
