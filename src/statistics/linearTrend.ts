import type { Bounds } from '../core/interval.js';
import { mean, sum } from './sum.js';
import { studentPValue } from './studentPValue.js';
import { studentTUpperQuantile } from './studentT.js';

/** Options of `linearTrend`. */
export interface LinearTrendOptions {
  /** Time of each value; 1, 2, 3, … unless given. */
  readonly times?: ArrayLike<number> | undefined;
  /** Confidence of the intervals, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** How many periods back residuals may depend on each other, for `neweyWestError`; 1 by default. */
  readonly lag?: number | undefined;
}

/** A straight line through a series. */
export interface LinearTrend {
  /** Height of the line at time 0. */
  readonly intercept: number;
  /** Change per unit of time. */
  readonly slope: number;
  /** Standard error of the slope for independent residuals of equal variance. */
  readonly standardError: number;
  /** Slope in standard errors. */
  readonly statistic: number;
  /** Number of values less two. */
  readonly degreesOfFreedom: number;
  /** Two-sided probability of such a slope without a trend. */
  readonly pValue: number;
  /** t interval of the slope. */
  readonly interval: Bounds;
  /** Share of the variance that the line explains; NaN for a constant series. */
  readonly rSquared: number;
  /** Standard deviation of the residuals (divisor n - 2). */
  readonly residualDeviation: number;
  /** Standard error of the slope for residuals of unequal variance (HC3). */
  readonly robustError: number;
  /** Standard error of the slope for residuals that depend on those before them (Bartlett weights, no prewhitening). */
  readonly neweyWestError: number;
  /** Durbin-Watson statistic: 2 without serial correlation, towards 0 with positive, towards 4 with negative. */
  readonly durbinWatson: number;
  /** The line one unit of time after the last value, with the interval for a single value there. */
  readonly prediction: Bounds & {
    /** Height of the line. */
    readonly value: number;
  };
}

/**
 * The least squares line through a series, with standard errors that hold under unequal variance and serial correlation.
 *
 * Use it when the size of a steady change matters and no value is wild; otherwise `theilSenSlope`. For several predictors use a
 * regression.
 *
 * @param values - Finite numbers, three or more.
 * @param options - Times, confidence and lag.
 * @returns The line with its errors; all NaN below three values, for equal times, unequal lengths, numbers that are not finite, a
 * confidence out of range or a lag that is no whole number from 0. A perfect fit has standard error 0 and the statistic NaN.
 * @remarks MacKinnon and White (1985), https://doi.org/10.1016/0304-4076(85)90158-7 (HC3); Newey and West (1987),
 * https://doi.org/10.2307/1913610; Durbin and Watson (1950), https://doi.org/10.1093/biomet/37.3-4.409
 * @example
 * ```ts
 * import { linearTrend } from 'cx-scoring/statistics';
 * const { slope, pValue } = linearTrend([31, 33, 30, 35, 36, 34, 38, 41, 39, 42, 44, 43]);
 * slope; // ~> 1.2377622
 * pValue; // ~> 0.0000038
 * ```
 */
export function linearTrend(values: ArrayLike<number>, options: LinearTrendOptions = {}): LinearTrend {
  const { confidence = 0.95, lag = 1 } = options;
  const y = Array.from(values);
  const t = options.times === undefined ? y.map((_, i) => i + 1) : Array.from(options.times);
  const size = y.length;
  const isUsable =
    size > 2 &&
    t.length === size &&
    y.every(Number.isFinite) &&
    t.every(Number.isFinite) &&
    Number.isInteger(lag) &&
    lag >= 0;
  const centerT = mean(t);
  const centerY = mean(y);
  const dt = t.map((time) => time - centerT);
  const spread = sum(dt.map((d) => d * d));
  const slope = isUsable && spread > 0 ? sum(dt.map((d, i) => d * ((y[i] as number) - centerY))) / spread : NaN;
  const residuals = y.map((value, i) => value - centerY - slope * (dt[i] as number));
  const residualSquares = sum(residuals.map((e) => e * e));
  const totalSquares = sum(y.map((value) => (value - centerY) ** 2));
  const degreesOfFreedom = isUsable ? size - 2 : NaN;
  const residualDeviation = Math.sqrt(residualSquares / degreesOfFreedom);
  const standardError = residualDeviation / Math.sqrt(spread);
  const statistic = standardError > 0 ? slope / standardError : NaN;
  const quantile =
    confidence > 0 && confidence < 1 ? studentTUpperQuantile((1 - confidence) / 2, degreesOfFreedom) : NaN;
  // What HC3 divides by: one less the leverage.
  const open = dt.map((d) => 1 - 1 / size - (d * d) / spread);
  const scores = residuals.map((e, i) => e * (dt[i] as number));
  const ahead = (t[size - 1] as number) + 1 - centerT;
  const value = centerY + slope * ahead;
  const reach = quantile * residualDeviation * Math.sqrt(1 + 1 / size + (ahead * ahead) / spread);
  return {
    intercept: centerY - slope * centerT,
    slope,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentPValue(statistic, degreesOfFreedom),
    interval: { lower: slope - quantile * standardError, upper: slope + quantile * standardError },
    rSquared: totalSquares > 0 ? 1 - residualSquares / totalSquares : NaN,
    residualDeviation,
    robustError: Math.sqrt(sum(scores.map((score, i) => (score / (open[i] as number)) ** 2))) / spread,
    neweyWestError: Math.sqrt(serialVariance(scores, lag)) / spread,
    durbinWatson: sum(residuals.slice(1).map((e, i) => (e - (residuals[i] as number)) ** 2)) / residualSquares,
    prediction: { value, lower: value - reach, upper: value + reach },
  };
}

function serialVariance(scores: readonly number[], lag: number): number {
  let total = sum(scores.map((score) => score * score));
  for (let back = 1; back <= lag; back++) {
    const products = scores.slice(back).map((score, i) => score * (scores[i] as number));
    total += 2 * (1 - back / (lag + 1)) * sum(products);
  }
  return total;
}
