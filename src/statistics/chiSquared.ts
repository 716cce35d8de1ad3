import { gammaDensity, gammaLowerTail, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from './gamma.js';

/**
 * The density of the chi-squared law.
 *
 * Use it to draw the law or to weigh values; probabilities come from the tails.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df - Degrees of freedom, above 0 and finite, fractions included; otherwise NaN.
 * @returns The density from 0 up; Infinity at 0 when df is below 2.
 * @remarks The gamma law with shape df / 2 and rate 1 / 2; saddle-point form of Loader (2000).
 * @example
 * ```ts
 * import { chiSquaredDensity } from 'cx-scoring/statistics';
 * chiSquaredDensity(2, 4); // ~> 0.183939721
 * ```
 */
export function chiSquaredDensity(x: number, df: number): number {
  return gammaDensity(x, df / 2, 0.5);
}

/**
 * The lower tail of the chi-squared law: the probability of a value of at most x.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `chiSquaredUpperTail`, which keeps its digits near 0.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df - Degrees of freedom, above 0 and finite, fractions included; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks The gamma law with shape df / 2 and rate 1 / 2; saddle-point form of Loader (2000).
 * @example
 * ```ts
 * import { chiSquaredLowerTail } from 'cx-scoring/statistics';
 * chiSquaredLowerTail(3.84, 1); // ~> 0.949956
 * ```
 */
export function chiSquaredLowerTail(x: number, df: number): number {
  return gammaLowerTail(x, df / 2, 0.5);
}

/**
 * The upper tail of the chi-squared law: the probability of a value above x, without cancellation.
 *
 * Use it for p-values: it is exact in relative terms down to the smallest doubles.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param df - Degrees of freedom, above 0 and finite, fractions included; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks The gamma law with shape df / 2 and rate 1 / 2; saddle-point form of Loader (2000).
 * @example
 * ```ts
 * import { chiSquaredUpperTail } from 'cx-scoring/statistics';
 * chiSquaredUpperTail(200, 5) * 1e41; // ~> 2.8406
 * ```
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  return gammaUpperTail(x, df / 2, 0.5);
}

/**
 * The quantile of the chi-squared law: the value that a share p of the law lies below.
 *
 * Use it for critical values and interval limits; for a small upper tail use `chiSquaredUpperQuantile`, which keeps the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df - Degrees of freedom, above 0 and finite, fractions included; otherwise NaN.
 * @returns The quantile; 0 for p = 0, Infinity for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail, started from Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684.
 * @example
 * ```ts
 * import { chiSquaredQuantile } from 'cx-scoring/statistics';
 * chiSquaredQuantile(0.95, 1); // ~> 3.841458821
 * ```
 */
export function chiSquaredQuantile(p: number, df: number): number {
  return gammaQuantile(p, df / 2, 0.5);
}

/**
 * The upper quantile of the chi-squared law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df - Degrees of freedom, above 0 and finite, fractions included; otherwise NaN.
 * @returns The quantile; Infinity for p = 0, 0 for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail, started from Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684.
 * @example
 * ```ts
 * import { chiSquaredUpperQuantile } from 'cx-scoring/statistics';
 * chiSquaredUpperQuantile(0.01, 3); // ~> 11.344866730
 * ```
 */
export function chiSquaredUpperQuantile(p: number, df: number): number {
  return gammaUpperQuantile(p, df / 2, 0.5);
}
