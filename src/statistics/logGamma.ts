import { horner } from './horner.js';
import { stirlingCorrection } from './stirling.js';

/** Coefficients of `log Γ(2 + z)` after its leading z: 1 - γ, then (-1)ᵏ (ζ(k) - 1) / k (DLMF 5.7.3). */
const NEAR_TWO: readonly number[] = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6,
  9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8,
  -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10,
];

const HALF_LOG_TWO_PI = 0.9189385332046728;

function nearTwo(z: number): number {
  return z * horner(NEAR_TWO, z);
}

/**
 * `log Γ(1 + z)` for z from 0 to 1, with full relative accuracy near both of its zeros.
 *
 * @internal
 */
export function logGammaOnePlus(z: number): number {
  return z <= 0.5 ? nearTwo(z) - Math.log1p(z) : nearTwo(z - 1);
}

/**
 * The natural logarithm of the gamma function.
 *
 * Use it for factorials and binomial coefficients too large to write: `log n! = logGamma(n + 1)`.
 *
 * @param x - A number from 0 up; 0 and Infinity give Infinity, below 0 gives NaN.
 * @returns `log Γ(x)`, accurate relative to its own size near the zeros at 1 and 2.
 * @remarks Taylor series about 2 (DLMF 5.7.3), recurrence, and Stirling's series from 10 on (DLMF 5.11.1).
 * @example
 * ```ts
 * import { logGamma } from 'cx-scoring/statistics';
 * logGamma(0.5); // ~> 0.572364943
 * ```
 */
export function logGamma(x: number): number {
  if (x >= 10) return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirlingCorrection(x);
  if (x < 0.5) return nearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return nearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let at = x;
  while (at > 2.5) {
    at -= 1;
    product *= at;
  }
  return nearTwo(at - 2) + Math.log(product);
}

/**
 * The natural logarithm of the beta function, `log Γ(a) + log Γ(b) - log Γ(a + b)`.
 *
 * Use it in place of that difference, which loses all its digits when an argument is large.
 *
 * @param a - A number above 0; otherwise NaN.
 * @param b - A number above 0; otherwise NaN.
 * @returns `log B(a, b)`.
 * @remarks Stirling corrections instead of differences: DiDonato and Morris (1992), Algorithm 708, doi:10.1145/131766.131776.
 * @example
 * ```ts
 * import { logBeta } from 'cx-scoring/statistics';
 * logBeta(2, 3); // ~> -2.484906650
 * ```
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small > 0)) return Number.NaN;
  const correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large);
  const ratio = small / large;
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    correction +
    (small - 0.5) * Math.log(ratio / (1 + ratio)) -
    large * Math.log1p(ratio)
  );
}
