import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { scoreOf } from './mannKendallTest.js';
import { median, quantileSorted } from './quantile.js';
import { sortedCopy } from './sortedCopy.js';

/** Options of `theilSenSlope`. */
export interface TheilSenOptions {
  /** Time of each value; 1, 2, 3, … unless given. */
  readonly times?: ArrayLike<number> | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** `'median-residual'` (default): median of `y - slope t`; `'medians'`: the line goes through both medians. */
  readonly intercept?: 'median-residual' | 'medians' | undefined;
}

/** A line through the medians of slopes. */
export interface TheilSenSlope {
  /** Median of the slopes between all pairs, in units of the values per unit of time. */
  readonly slope: number;
  /** Height of the line at time 0. */
  readonly intercept: number;
  /** Limits of the slope: slopes of pairs themselves. */
  readonly interval: Bounds;
  /** Number of pairs with different times. */
  readonly pairs: number;
}

/**
 * The Theil-Sen slope: the median of the slopes between all pairs of points, with its interval.
 *
 * Use it beside `mannKendallTest` to say how steep the trend is; up to 29 % wild values do not move it far.
 *
 * @param values - Finite numbers.
 * @param options - Times, confidence and which intercept.
 * @returns Slope, intercept and interval. With very few values the interval is that of all slopes and has less confidence than
 * asked for. NaN without two different times, when lengths differ, a number is not finite or the confidence is out of range.
 * @remarks Sen, P. (1968), Estimates of the Regression Coefficient Based on Kendall's Tau, JASA 63, 1379-1389,
 * https://doi.org/10.1080/01621459.1968.10480934: the limits are the slopes at ranks `(N - C)/2` and `(N + C)/2 + 1`, rounded,
 * C being z times the standard deviation of Kendall's score with ties among the values.
 * @example
 * ```ts
 * import { theilSenSlope } from 'cx-scoring/statistics';
 * const line = theilSenSlope([5, 6, 6, 7, 5, 8, 8, 9, 7, 9]);
 * line.slope; // => 0.5
 * line.interval; // ~> { lower: 0.142857, upper: 0.6 }
 * ```
 */
export function theilSenSlope(values: ArrayLike<number>, options: TheilSenOptions = {}): TheilSenSlope {
  const { confidence = 0.95, intercept = 'median-residual' } = options;
  const y = Array.from(values);
  const t = options.times === undefined ? y.map((_, i) => i + 1) : Array.from(options.times);
  const isUsable = t.length === y.length && y.every(Number.isFinite) && t.every(Number.isFinite);
  const sorted = sortedCopy(isUsable ? slopesOf(t, y) : []);
  const pairs = sorted.length;
  const slope = quantileSorted(sorted, 0.5);
  const base =
    intercept === 'medians'
      ? median(y) - slope * median(t)
      : median(y.map((value, i) => value - slope * (t[i] as number)));
  const reach = normalCriticalValue(confidence) * Math.sqrt(scoreOf(y).variance);
  const slopeAt = (rank: number): number => {
    const place = Math.min(Math.max(Math.round(rank), 1), pairs) - 1;
    return sorted[place] ?? NaN;
  };
  return {
    slope,
    intercept: base,
    interval: { lower: slopeAt((pairs - reach) / 2), upper: slopeAt((pairs + reach) / 2 + 1) },
    pairs,
  };
}

function slopesOf(t: readonly number[], y: readonly number[]): number[] {
  const slopes: number[] = [];
  for (let i = 1; i < t.length; i++) {
    for (let j = 0; j < i; j++) {
      const span = (t[i] as number) - (t[j] as number);
      if (span !== 0) slopes.push(((y[i] as number) - (y[j] as number)) / span);
    }
  }
  return slopes;
}
