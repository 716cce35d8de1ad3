import { exponentialOfSquare, scaledErfc } from './scaledErrorFunction.js';
import { normalQuantile } from './normalQuantile.js';

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
const ROOT_HALF = 0.7071067811865476;

/**
 * The density of the standard normal law.
 *
 * Use it to draw the bell curve or to weigh values by their distance.
 *
 * @param x - Any real number; infinities give 0, NaN gives NaN.
 * @returns The density, at most 0.3989.
 * @remarks `exp(-x²/2) / √2π`, with x² split so that no digits are lost in the tails.
 * @example
 * ```ts
 * import { normalDensity } from 'cx-scoring/statistics';
 * normalDensity(0); // ~> 0.398942280
 * ```
 */
export function normalDensity(x: number): number {
  return INVERSE_ROOT_TWO_PI * exponentialOfSquare(x, 0.5);
}

/**
 * The lower tail of the standard normal law: the probability of a value of at most x.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `normalUpperTail`, which keeps its digits near 0.
 *
 * @param x - Any real number; infinities give 0 and 1, NaN gives NaN.
 * @returns A probability from 0 to 1.
 * @remarks Cody (1969), doi:10.1090/S0025-5718-1969-0247736-4.
 * @example
 * ```ts
 * import { normalLowerTail } from 'cx-scoring/statistics';
 * normalLowerTail(1.96); // ~> 0.975002105
 * ```
 */
export function normalLowerTail(x: number): number {
  return normalUpperTail(-x);
}

/**
 * The upper tail of the standard normal law: the probability of a value above x, without cancellation.
 *
 * Use it for p-values: it is exact in relative terms down to the smallest doubles, at x = 38.
 *
 * @param x - Any real number; infinities give 1 and 0, NaN gives NaN.
 * @returns A probability from 0 to 1.
 * @remarks Cody (1969), doi:10.1090/S0025-5718-1969-0247736-4.
 * @example
 * ```ts
 * import { normalUpperTail } from 'cx-scoring/statistics';
 * normalUpperTail(10) * 1e24; // ~> 7.619853
 * ```
 */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x);
  return 0.5 * exponentialOfSquare(x, 0.5) * scaledErfc(x * ROOT_HALF);
}

/**
 * The upper quantile of the standard normal law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @returns The quantile; Infinity for p = 0, -Infinity for p = 1.
 * @remarks Wichura (1988), Algorithm AS 241, doi:10.2307/2347330.
 * @example
 * ```ts
 * import { normalUpperQuantile } from 'cx-scoring/statistics';
 * normalUpperQuantile(0.025); // ~> 1.959963985
 * ```
 */
export function normalUpperQuantile(p: number): number {
  return 0 - normalQuantile(p);
}
