import { betaRatioQuantile } from './betaRatioQuantile.js';
import { betaTail } from './betaTail.js';
import { deviance } from './deviance.js';
import { logBeta } from './logGamma.js';
import { normalDensity, normalUpperTail } from './normal.js';
import { normalQuantile } from './normalQuantile.js';
import { stirlingCorrection } from './stirling.js';

const ROOT_TWO_PI = 2.5066282746310002;

/** Beyond this the square of t overflows, and only the leading power of t counts. */
const LARGEST_T = 1e150;

/**
 * The density of Student's t law.
 *
 * Use it to draw the law of a standardised mean whose variance was estimated.
 *
 * @param t - Any real number.
 * @param df - Degrees of freedom, above 0, fractions included; Infinity gives the normal law; otherwise NaN.
 * @returns The density, from 0 up.
 * @remarks Saddle-point density of Loader (2000); tails by the beta law of df / (df + t²) with shapes df / 2 and 1 / 2.
 * @example
 * ```ts
 * import { studentTDensity } from 'cx-scoring/statistics';
 * studentTDensity(0, 1); // ~> 0.318309886
 * ```
 */
export function studentTDensity(t: number, df: number): number {
  if (!(df > 0)) return NaN;
  if (df === Infinity) return normalDensity(t);
  const size = Math.abs(t);
  const half = df / 2;
  const scale = stirlingCorrection(half + 0.5) - stirlingCorrection(half) - deviance(half, half + 0.5, 0.5);
  const growth = size > LARGEST_T ? 2 * Math.log(size) - Math.log(df) : Math.log1p((size * size) / df);
  return Math.exp(scale - (half + 0.5) * growth) / ROOT_TWO_PI;
}

/**
 * The lower tail of Student's t law: the probability of a value of at most t.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `studentTUpperTail`, which keeps its digits near 0.
 *
 * @param t - Any real number.
 * @param df - Degrees of freedom, above 0, fractions included; Infinity gives the normal law; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point density of Loader (2000); tails by the beta law of df / (df + t²) with shapes df / 2 and 1 / 2.
 * @example
 * ```ts
 * import { studentTLowerTail } from 'cx-scoring/statistics';
 * studentTLowerTail(1, 1); // ~> 0.75
 * ```
 */
export function studentTLowerTail(t: number, df: number): number {
  return studentTUpperTail(-t, df);
}

/**
 * The upper tail of Student's t law: the probability of a value above t, without cancellation.
 *
 * Use it for p-values: it is exact in relative terms down to the smallest doubles.
 *
 * @param t - Any real number.
 * @param df - Degrees of freedom, above 0, fractions included; Infinity gives the normal law; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point density of Loader (2000); tails by the beta law of df / (df + t²) with shapes df / 2 and 1 / 2.
 * @example
 * ```ts
 * import { studentTUpperTail } from 'cx-scoring/statistics';
 * studentTUpperTail(2.5, 10); // ~> 0.015723422
 * ```
 */
export function studentTUpperTail(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return NaN;
  if (df === Infinity) return normalUpperTail(t);
  const tail = positiveTail(Math.abs(t), df);
  return t > 0 ? tail : 1 - tail;
}

/**
 * The quantile of Student's t law: the value that a share p of the law lies below.
 *
 * Use it for critical values and interval limits; for a small upper tail use `studentTUpperQuantile`, which keeps the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df - Degrees of freedom, above 0, fractions included; Infinity gives the normal law; otherwise NaN.
 * @returns The quantile; -Infinity for p = 0, Infinity for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log t².
 * @example
 * ```ts
 * import { studentTQuantile } from 'cx-scoring/statistics';
 * studentTQuantile(0.975, 29); // ~> 2.045229642
 * ```
 */
export function studentTQuantile(p: number, df: number): number {
  return 0 - studentTUpperQuantile(p, df);
}

/**
 * The upper quantile of Student's t law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param df - Degrees of freedom, above 0, fractions included; Infinity gives the normal law; otherwise NaN.
 * @returns The quantile; Infinity for p = 0, -Infinity for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log t².
 * @example
 * ```ts
 * import { studentTUpperQuantile } from 'cx-scoring/statistics';
 * studentTUpperQuantile(0.025, Infinity); // ~> 1.959963985
 * ```
 */
export function studentTUpperQuantile(p: number, df: number): number {
  if (!(df > 0)) return NaN;
  if (p === 0.5) return 0;
  if (df === Infinity) return -normalQuantile(p);
  const t = Math.exp(betaRatioQuantile('upper', 2 * Math.min(p, 1 - p), 0.5, df / 2) / 2);
  return p < 0.5 ? t : -t;
}

function positiveTail(t: number, df: number): number {
  if (t > LARGEST_T) {
    const half = df / 2;
    return 0.5 * Math.exp(half * (Math.log(df) - 2 * Math.log(t)) - Math.log(half) - logBeta(half, 0.5));
  }
  const square = t * t;
  const y = 1 / (1 + square / df);
  const point = { x: 1 / (1 + df / square), y, difference: 0.5 * y * (t - 1) * (t + 1) };
  return 0.5 * betaTail('upper', point, 0.5, df / 2);
}
