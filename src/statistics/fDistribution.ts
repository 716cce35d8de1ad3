import { betaRatioQuantile } from './betaRatioQuantile.js';
import { betaKernel, betaPoint, betaTail } from './betaTail.js';
import {
  chiSquaredDensity,
  chiSquaredLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from './chiSquared.js';
import type { TailSide } from './largeShapeTail.js';

/**
 * The density of the F law.
 *
 * Use it to draw the law of a ratio of two variances.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df1 - Degrees of freedom of the numerator, above 0 and finite; otherwise NaN.
 * @param df2 - Degrees of freedom of the denominator, above 0; Infinity gives the chi-squared law divided by df1; otherwise NaN.
 * @returns The density from 0 up; Infinity at 0 when df1 is below 2.
 * @remarks The beta law of `df1 x / (df1 x + df2)` with shapes df1 / 2 and df2 / 2: DiDonato and Morris (1992), doi:10.1145/131766.131776.
 * @example
 * ```ts
 * import { fDensity } from 'cx-scoring/statistics';
 * fDensity(1, 2, 2); // ~> 0.25
 * ```
 */
export function fDensity(x: number, df1: number, df2: number): number {
  if (Number.isNaN(x) || !isFLaw(df1, df2)) return NaN;
  if (x < 0 || x === Infinity) return 0;
  if (x === 0) return df1 < 2 ? Infinity : df1 === 2 ? 1 : 0;
  if (df2 === Infinity) return df1 * chiSquaredDensity(x * df1, df1);
  return betaKernel(betaPoint(x, x - 1, df1 / 2, df2 / 2), df1 / 2, df2 / 2) / x;
}

/**
 * The lower tail of the F law: the probability of a value of at most x.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `fUpperTail`, which keeps its digits near 0.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df1 - Degrees of freedom of the numerator, above 0 and finite; otherwise NaN.
 * @param df2 - Degrees of freedom of the denominator, above 0; Infinity gives the chi-squared law divided by df1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks The beta law of `df1 x / (df1 x + df2)` with shapes df1 / 2 and df2 / 2: DiDonato and Morris (1992), doi:10.1145/131766.131776.
 * @example
 * ```ts
 * import { fLowerTail } from 'cx-scoring/statistics';
 * fLowerTail(1, 3.5, 3.5); // ~> 0.5
 * ```
 */
export function fLowerTail(x: number, df1: number, df2: number): number {
  if (df2 === Infinity) return chiSquaredLowerTail(x * df1, df1);
  return tail('lower', x, df1, df2);
}

/**
 * The upper tail of the F law: the probability of a value above x, without cancellation.
 *
 * Use it for p-values: it is exact in relative terms down to the smallest doubles.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df1 - Degrees of freedom of the numerator, above 0 and finite; otherwise NaN.
 * @param df2 - Degrees of freedom of the denominator, above 0; Infinity gives the chi-squared law divided by df1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks The beta law of `df1 x / (df1 x + df2)` with shapes df1 / 2 and df2 / 2: DiDonato and Morris (1992), doi:10.1145/131766.131776.
 * @example
 * ```ts
 * import { fUpperTail } from 'cx-scoring/statistics';
 * fUpperTail(4.2, 2, 30); // ~> 0.024652
 * ```
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (df2 === Infinity) return chiSquaredUpperTail(x * df1, df1);
  return tail('upper', x, df1, df2);
}

/**
 * The quantile of the F law: the value that a share p of the law lies below.
 *
 * Use it for critical values and interval limits; for a small upper tail use `fUpperQuantile`, which keeps the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df1 - Degrees of freedom of the numerator, above 0 and finite; otherwise NaN.
 * @param df2 - Degrees of freedom of the denominator, above 0; Infinity gives the chi-squared law divided by df1; otherwise NaN.
 * @returns The quantile; 0 for p = 0, Infinity for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log F, started from Abramowitz and Stegun 26.5.22.
 * @example
 * ```ts
 * import { fQuantile } from 'cx-scoring/statistics';
 * fQuantile(0.95, 4, 30); // ~> 2.689628
 * ```
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (df2 === Infinity) return chiSquaredQuantile(p, df1) / df1;
  return quantile('lower', p, df1, df2);
}

/**
 * The upper quantile of the F law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df1 - Degrees of freedom of the numerator, above 0 and finite; otherwise NaN.
 * @param df2 - Degrees of freedom of the denominator, above 0; Infinity gives the chi-squared law divided by df1; otherwise NaN.
 * @returns The quantile; Infinity for p = 0, 0 for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log F, started from Abramowitz and Stegun 26.5.22.
 * @example
 * ```ts
 * import { fUpperQuantile } from 'cx-scoring/statistics';
 * fUpperQuantile(0.01, 1, 10); // ~> 10.044289
 * ```
 */
export function fUpperQuantile(p: number, df1: number, df2: number): number {
  if (df2 === Infinity) return chiSquaredUpperQuantile(p, df1) / df1;
  return quantile('upper', p, df1, df2);
}

function isFLaw(df1: number, df2: number): boolean {
  return df1 > 0 && df1 < Infinity && df2 > 0;
}

function tail(side: TailSide, x: number, df1: number, df2: number): number {
  if (Number.isNaN(x) || !isFLaw(df1, df2)) return NaN;
  const ratio = Math.max(0, x);
  return betaTail(side, betaPoint(ratio, ratio - 1, df1 / 2, df2 / 2), df1 / 2, df2 / 2);
}

function quantile(side: TailSide, p: number, df1: number, df2: number): number {
  return isFLaw(df1, df2) ? Math.exp(betaRatioQuantile(side, p, df1 / 2, df2 / 2)) : NaN;
}
