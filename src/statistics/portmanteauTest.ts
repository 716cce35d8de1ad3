import { autocorrelation } from './autocorrelation.js';
import { chiSquaredUpperTail } from './chiSquared.js';

/** Options of `ljungBoxTest`. */
export interface LjungBoxOptions {
  /** Number of coefficients that were fitted to get the residuals, taken from the degrees of freedom; 0 by default. */
  readonly fitted?: number | undefined;
  /** `'ljung-box'` (default), or `'box-pierce'` for the older statistic without the correction for short series. */
  readonly method?: 'ljung-box' | 'box-pierce' | undefined;
}

/** Outcome of `ljungBoxTest`. */
export interface LjungBoxTest {
  /** The statistic Q. */
  readonly statistic: number;
  /** Lags less fitted coefficients. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large when periods are independent. */
  readonly pValue: number;
}

/**
 * The Ljung–Box test: are the first autocorrelations of a series together more than chance?
 *
 * Use it before a control chart or a trend test that takes periods for independent.
 *
 * @param series - Finite numbers in order of time, one a period.
 * @param lags - Number of lags tested, a whole number from 1, below the length.
 * @param options - Fitted coefficients and which statistic.
 * @returns Statistic, degrees of freedom and p-value; NaN outside the domain and for a constant series.
 * @remarks Ljung, G. and Box, G. (1978), On a measure of lack of fit in time series models, Biometrika 65, 297-303,
 * https://doi.org/10.1093/biomet/65.2.297
 * @example
 * ```ts
 * import { ljungBoxTest } from 'cx-scoring/statistics';
 * const test = ljungBoxTest([41, 44, 43, 47, 50, 49, 52, 55, 51, 56, 58, 60], 3);
 * test.statistic; // ~> 10.5140552556
 * test.pValue; // ~> 0.0146658547
 * ```
 */
export function ljungBoxTest(series: ArrayLike<number>, lags: number, options: LjungBoxOptions = {}): LjungBoxTest {
  const { fitted = 0, method = 'ljung-box' } = options;
  const n = series.length;
  const [zero = NaN, ...coefficients] = autocorrelation(series, lags);
  const degreesOfFreedom = zero * coefficients.length - fitted;
  if (!(degreesOfFreedom > 0)) return { statistic: NaN, degreesOfFreedom: NaN, pValue: NaN };
  const statistic = coefficients.reduce((total, r, k) => {
    const factor = method === 'box-pierce' ? n : (n * (n + 2)) / (n - k - 1);
    return total + factor * r * r;
  }, 0);
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

/**
 * The Durbin–Watson statistic of residuals in order of time: about 2 without autocorrelation at lag 1, towards 0 when neighbours are
 * alike, towards 4 when they alternate.
 *
 * @param residuals - Residuals of a regression with an intercept, in order of time.
 * @returns The statistic, 0 to 4; NaN below two residuals, when one is not finite or all are zero.
 * @remarks Durbin, J. and Watson, G. (1950), Testing for serial correlation in least squares regression I, Biometrika 37, 409-428,
 * https://doi.org/10.1093/biomet/37.3-4.409
 * @example
 * ```ts
 * import { durbinWatson } from 'cx-scoring/statistics';
 * durbinWatson([1, -1, 1, -1]); // => 3
 * ```
 */
export function durbinWatson(residuals: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < residuals.length; i++) largest = Math.max(largest, Math.abs(residuals[i] as number));
  let squares = 0;
  let steps = 0;
  for (let i = 0; i < residuals.length; i++) {
    const residual = (residuals[i] as number) / largest;
    squares += residual * residual;
    if (i > 0) steps += (residual - (residuals[i - 1] as number) / largest) ** 2;
  }
  return residuals.length < 2 ? NaN : steps / squares;
}
