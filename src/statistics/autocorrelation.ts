import { deviations } from './coMoments.js';

/**
 * The autocorrelations of a series: its correlation with itself so many periods earlier, over the variance of the whole series.
 *
 * @param series - Finite numbers in order of time, one a period.
 * @param maxLag - Largest lag, a whole number from 0, below the length.
 * @returns One coefficient for each lag from 0 (which is 1) on; NaN for a constant series, with a number that is not finite, and an
 * empty list when the lag is off its range.
 * @remarks Box, G., Jenkins, G. and Reinsel, G. (1994), Time Series Analysis, 3rd edition, equation 2.1.13; divisor n, as in R's `acf`.
 * @example
 * ```ts
 * import { autocorrelation } from 'cx-scoring/statistics';
 * autocorrelation([41, 44, 43, 47, 50, 49, 52, 55, 51, 56, 58, 60], 2); // ~> [1, 0.6482630, 0.4392060]
 * ```
 */
export function autocorrelation(series: ArrayLike<number>, maxLag: number): number[] {
  const d = deviations(series);
  if (!isLag(maxLag, d.length)) return [];
  const whole = laggedProduct(d, d, 0);
  return Array.from({ length: maxLag + 1 }, (_, lag) => laggedProduct(d, d, lag) / whole);
}

/**
 * The partial autocorrelations of a series: the correlation with itself so many periods earlier that the periods between do not
 * explain.
 *
 * @param series - Finite numbers in order of time, one a period.
 * @param maxLag - Largest lag, a whole number from 1, below the length.
 * @returns One coefficient for each lag from 1 on; NaN for a constant series, with a number that is not finite, and an empty list
 * when the lag is off its range.
 * @remarks Durbin, J. (1960), The fitting of time-series models, Review of the International Statistical Institute 28, 233-244,
 * https://doi.org/10.2307/1401322 (the Levinson recursion).
 * @example
 * ```ts
 * import { partialAutocorrelation } from 'cx-scoring/statistics';
 * partialAutocorrelation([41, 44, 43, 47, 50, 49, 52, 55, 51, 56, 58, 60], 2); // ~> [0.6482630, 0.0327052]
 * ```
 */
export function partialAutocorrelation(series: ArrayLike<number>, maxLag: number): number[] {
  const r = autocorrelation(series, maxLag);
  const partial: number[] = [];
  let weights: number[] = [];
  for (let lag = 1; lag < r.length; lag++) {
    let above = r[lag] as number;
    let below = 1;
    for (const [k, weight] of weights.entries()) {
      above -= weight * (r[lag - 1 - k] as number);
      below -= weight * (r[k + 1] as number);
    }
    const own = above / below;
    weights = [...weights.map((weight, k) => weight - own * (weights[lag - 2 - k] as number)), own];
    partial.push(own);
  }
  return partial;
}

/** The correlation of two series at one lag. */
export interface LaggedCorrelation {
  /** How many periods later the first series is read: below zero the first leads. */
  readonly lag: number;
  /** The coefficient, -1 to 1. */
  readonly coefficient: number;
}

/**
 * The cross-correlations of two series: the correlation of `x[t + lag]` with `y[t]`.
 *
 * Two series that merely both grow correlate at every lag: take differences first.
 *
 * @param x - Finite numbers in order of time, one a period.
 * @param y - As many, for the same periods.
 * @param maxLag - Largest lag either way, a whole number from 0, below the length.
 * @returns One entry for each lag from `-maxLag` to `maxLag`; NaN for a constant series or a number that is not finite, and an empty
 * list when the lengths differ or the lag is off its range.
 * @remarks Box, G., Jenkins, G. and Reinsel, G. (1994), Time Series Analysis, 3rd edition, section 11.1; means and divisor of the whole
 * series, as in R's `ccf`.
 * @example
 * ```ts
 * import { crossCorrelation } from 'cx-scoring/statistics';
 * const [first] = crossCorrelation([1, 3, 2, 5, 4], [1, 1, 3, 2, 5], 1);
 * first; // ~> { lag: -1, coefficient: 0.7937 }
 * ```
 */
export function crossCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, maxLag: number): LaggedCorrelation[] {
  const a = deviations(x);
  const b = deviations(y);
  if (a.length !== b.length || !isLag(maxLag, a.length)) return [];
  const whole = Math.sqrt(laggedProduct(a, a, 0) * laggedProduct(b, b, 0));
  return Array.from({ length: 2 * maxLag + 1 }, (_, i) => {
    const lag = i - maxLag;
    const product = lag < 0 ? laggedProduct(b, a, -lag) : laggedProduct(a, b, lag);
    return { lag, coefficient: product / whole };
  });
}

function isLag(lag: number, length: number): boolean {
  return Number.isInteger(lag) && lag >= 0 && lag < length;
}

function laggedProduct(later: Float64Array, earlier: Float64Array, lag: number): number {
  let total = 0;
  for (let t = lag; t < later.length; t++) total += (later[t] as number) * (earlier[t - lag] as number);
  return total;
}
