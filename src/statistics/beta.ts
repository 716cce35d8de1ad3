import { betaRatioQuantile, pointOfRatio } from './betaRatioQuantile.js';
import { betaKernel } from './betaTail.js';
import { betaDifference } from './deviance.js';
import { betaProbability, isBetaLaw } from './incompleteBeta.js';
import type { TailSide } from './largeShapeTail.js';

/**
 * The density of the beta law.
 *
 * Use it to draw what is known about a share after counting successes and failures.
 *
 * @param x - Any real number; the law lies from 0 to 1.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN. The mean is a / (a + b).
 * @returns The density from 0 up; Infinity at 0 when a is below 1, at 1 when b is below 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `regularizedBeta` and `upperRegularizedBeta`.
 * @example
 * ```ts
 * import { betaDensity } from 'cx-scoring/statistics';
 * betaDensity(0.5, 2, 3); // ~> 1.5
 * ```
 */
export function betaDensity(x: number, a: number, b: number): number {
  if (Number.isNaN(x) || !isBetaLaw(a, b)) return NaN;
  if (x < 0 || x > 1) return 0;
  if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
  if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0;
  const y = 1 - x;
  return betaKernel({ x, y, difference: betaDifference(x, a, b) }, a, b) / x / y;
}

/**
 * The lower tail of the beta law: the probability of a value of at most x.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `betaUpperTail`, which keeps its digits near 0.
 *
 * @param x - Any real number; the law lies from 0 to 1.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN. The mean is a / (a + b).
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `regularizedBeta` and `upperRegularizedBeta`.
 * @example
 * ```ts
 * import { betaLowerTail } from 'cx-scoring/statistics';
 * betaLowerTail(0.5, 2, 3); // ~> 0.6875
 * ```
 */
export function betaLowerTail(x: number, a: number, b: number): number {
  return betaProbability('lower', x, a, b);
}

/**
 * The upper tail of the beta law: the probability of a value above x, without cancellation.
 *
 * Use it for the chance that a share exceeds a target: it is exact in relative terms down to the smallest doubles.
 *
 * @param x - Any real number; the law lies from 0 to 1.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN. The mean is a / (a + b).
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `regularizedBeta` and `upperRegularizedBeta`.
 * @example
 * ```ts
 * import { betaUpperTail } from 'cx-scoring/statistics';
 * betaUpperTail(0.5, 2, 3); // ~> 0.3125
 * ```
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return betaProbability('upper', x, a, b);
}

/**
 * The quantile of the beta law: the value that a share p of the law lies below.
 *
 * Use it for exact and Bayesian limits of a share; for a small upper tail use `betaUpperQuantile`, which keeps the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN. The mean is a / (a + b).
 * @returns The quantile, from 0 to 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log-odds, started from Abramowitz and Stegun 26.5.22.
 * @example
 * ```ts
 * import { betaQuantile } from 'cx-scoring/statistics';
 * betaQuantile(0.975, 10.5, 3.5); // ~> 0.930343
 * ```
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantile('lower', p, a, b);
}

/**
 * The upper quantile of the beta law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN. The mean is a / (a + b).
 * @returns The quantile, from 0 to 1.
 * @remarks Newton's method on the logarithm of the smaller tail over log-odds, started from Abramowitz and Stegun 26.5.22.
 * @example
 * ```ts
 * import { betaUpperQuantile } from 'cx-scoring/statistics';
 * betaUpperQuantile(0.975, 10.5, 3.5); // ~> 0.502628
 * ```
 */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return quantile('upper', p, a, b);
}

function quantile(side: TailSide, p: number, a: number, b: number): number {
  return isBetaLaw(a, b) ? pointOfRatio(betaRatioQuantile(side, p, a, b), a, b).x : NaN;
}
