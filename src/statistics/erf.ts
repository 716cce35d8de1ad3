import { centralErf, ERROR_FUNCTION_SPLIT, exponentialOfSquare, scaledErfc } from './scaledErrorFunction.js';

/**
 * The error function `2/√π ∫₀ˣ exp(-t²) dt`.
 *
 * Use it where a formula is written with `erf`; for probabilities of the normal law, `normalLowerTail` and `normalUpperTail`
 * are more direct. Values lie from -1 to 1; NaN gives NaN.
 *
 * @param x - Any real number; infinities give -1 and 1.
 * @returns The error function at x.
 * @remarks Cody (1969), Rational Chebyshev approximations for the error function, doi:10.1090/S0025-5718-1969-0247736-4.
 * @example
 * ```ts
 * import { erf } from 'cx-scoring/statistics';
 * erf(1); // ~> 0.842700793
 * ```
 */
export function erf(x: number): number {
  if (x === 0) return 0;
  if (Math.abs(x) <= ERROR_FUNCTION_SPLIT) return centralErf(x);
  return Math.sign(x) * (1 - erfc(Math.abs(x)));
}

/**
 * The complementary error function `1 - erf(x)`, with full relative accuracy far in its tail.
 *
 * Use it instead of `1 - erf(x)`, which is 0 beyond x = 6. Values lie from 0 to 2; NaN gives NaN.
 *
 * @param x - Any real number; infinities give 2 and 0.
 * @returns The complementary error function at x.
 * @remarks Cody (1969), Rational Chebyshev approximations for the error function, doi:10.1090/S0025-5718-1969-0247736-4.
 * @example
 * ```ts
 * import { erfc } from 'cx-scoring/statistics';
 * erfc(1); // ~> 0.157299207
 * ```
 */
export function erfc(x: number): number {
  if (Math.abs(x) <= ERROR_FUNCTION_SPLIT) return 1 - centralErf(x);
  if (x < 0) return 2 - erfc(-x);
  return exponentialOfSquare(x, 1) * scaledErfc(x);
}
