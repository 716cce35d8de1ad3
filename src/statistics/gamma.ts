import { productMinus } from './deviance.js';
import { gammaRatioQuantile } from './gammaRatioQuantile.js';
import { gammaKernel } from './gammaTail.js';
import { gammaProbability, isGammaLaw } from './incompleteGamma.js';
import type { TailSide } from './largeShapeTail.js';

/**
 * The density of the gamma law.
 *
 * Use it to draw the law of a positive amount, a waiting time or an uncertain rate.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param shape - Shape, above 0 and finite; otherwise NaN.
 * @param rate - Rate, the inverse of the scale, above 0 and finite; otherwise NaN. The mean is shape / rate.
 * @returns The density from 0 up; Infinity at 0 when the shape is below 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `lowerRegularizedGamma` and `upperRegularizedGamma`.
 * @example
 * ```ts
 * import { gammaDensity } from 'cx-scoring/statistics';
 * gammaDensity(2, 3, 1); // ~> 0.270670566
 * ```
 */
export function gammaDensity(x: number, shape: number, rate: number): number {
  if (Number.isNaN(x) || !isGammaLaw(shape, rate)) return NaN;
  if (x < 0 || x === Infinity) return 0;
  if (x === 0) return shape < 1 ? Infinity : shape === 1 ? rate : 0;
  return gammaKernel(shape, x * rate, productMinus(x, rate, shape)) / x;
}

/**
 * The lower tail of the gamma law: the probability of a value of at most x.
 *
 * Use it for one-sided p-values of small statistics; for large ones use `gammaUpperTail`, which keeps its digits near 0.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param shape - Shape, above 0 and finite; otherwise NaN.
 * @param rate - Rate, the inverse of the scale, above 0 and finite; otherwise NaN. The mean is shape / rate.
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `lowerRegularizedGamma` and `upperRegularizedGamma`.
 * @example
 * ```ts
 * import { gammaLowerTail } from 'cx-scoring/statistics';
 * gammaLowerTail(2.5, 3, 1); // ~> 0.456186884
 * ```
 */
export function gammaLowerTail(x: number, shape: number, rate: number): number {
  return gammaProbability('lower', shape, x, rate);
}

/**
 * The upper tail of the gamma law: the probability of a value above x, without cancellation.
 *
 * Use it for the chance of waiting longer or spending more: it is exact in relative terms down to the smallest doubles.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @param shape - Shape, above 0 and finite; otherwise NaN.
 * @param rate - Rate, the inverse of the scale, above 0 and finite; otherwise NaN. The mean is shape / rate.
 * @returns A probability from 0 to 1.
 * @remarks Saddle-point form of Loader (2000); tails as in `lowerRegularizedGamma` and `upperRegularizedGamma`.
 * @example
 * ```ts
 * import { gammaUpperTail } from 'cx-scoring/statistics';
 * gammaUpperTail(2.5, 3, 1); // ~> 0.543813116
 * ```
 */
export function gammaUpperTail(x: number, shape: number, rate: number): number {
  return gammaProbability('upper', shape, x, rate);
}

/**
 * The quantile of the gamma law: the value that a share p of the law lies below.
 *
 * Use it for interval limits of rates and counts; for a small upper tail use `gammaUpperQuantile`, which keeps the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param shape - Shape, above 0 and finite; otherwise NaN.
 * @param rate - Rate, the inverse of the scale, above 0 and finite; otherwise NaN. The mean is shape / rate.
 * @returns The quantile; 0 for p = 0, Infinity for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail, started from Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684.
 * @example
 * ```ts
 * import { gammaQuantile } from 'cx-scoring/statistics';
 * gammaQuantile(0.975, 3, 2); // ~> 3.612344
 * ```
 */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  return quantile('lower', p, shape, rate);
}

/**
 * The upper quantile of the gamma law: the value that a share p of the law lies above.
 *
 * Use it for critical values of small levels, where `1 - p` would lose the digits of p.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param shape - Shape, above 0 and finite; otherwise NaN.
 * @param rate - Rate, the inverse of the scale, above 0 and finite; otherwise NaN. The mean is shape / rate.
 * @returns The quantile; Infinity for p = 0, 0 for p = 1.
 * @remarks Newton's method on the logarithm of the smaller tail, started from Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684.
 * @example
 * ```ts
 * import { gammaUpperQuantile } from 'cx-scoring/statistics';
 * gammaUpperQuantile(0.975, 3, 2); // ~> 0.309336
 * ```
 */
export function gammaUpperQuantile(p: number, shape: number, rate: number): number {
  return quantile('upper', p, shape, rate);
}

function quantile(side: TailSide, p: number, shape: number, rate: number): number {
  if (!isGammaLaw(shape, rate)) return NaN;
  if (p === 0 || p === 1) return (p === 0) === (side === 'lower') ? 0 : Infinity;
  return (shape / rate) * Math.exp(gammaRatioQuantile(side, p, shape));
}
