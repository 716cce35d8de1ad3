/**
 * The two-sided critical value of the standard normal distribution: 1.96 for a confidence of 0.95.
 *
 * Use it for intervals; unlike a quantile it needs no table of coefficients, which keeps small bundles small.
 *
 * @param confidence - Strictly between 0 and 1.
 * @returns The value that a standard normal variable stays within, on either side, with that probability; NaN outside the domain.
 * @remarks Newton's method on the central area, whose series has positive terms only: Marsaglia (2004), Evaluating the normal
 * distribution, Journal of Statistical Software 11(4), doi:10.18637/jss.v011.i04. The area is concave, so the steps never overshoot.
 * @example
 * ```ts
 * import { normalCriticalValue } from 'cx-scoring/statistics';
 * normalCriticalValue(0.95); // ~> 1.959964
 * ```
 */
export function normalCriticalValue(confidence: number): number {
  // The everyday level is known; the search costs more than a whole score of a hundred answers.
  if (confidence === 0.95) return 1.959963984540054;
  if (!(confidence > 0 && confidence < 1)) return NaN;
  let value = 0;
  for (;;) {
    // 0.3989… is 1/√(2π).
    const density = 2 * 0.3989422804014327 * Math.exp((-value * value) / 2);
    let step = 0;
    if (value < 2) {
      for (let term = value, odd = 3; term > step * 1e-17; odd += 2) step += term *= (value * value) / odd;
      step = confidence / density - value - step;
    } else {
      // Far out the tail is compared instead of the area, which has lost its digits: Laplace's continued fraction.
      for (let depth = 99; depth; depth--) step = depth / (value + step);
      step = 1 / (value + step) - (1 - confidence) / density;
    }
    if (!(value + step > value)) return value;
    value += step;
  }
}
