import { betaTail } from './betaTail.js';
import { betaDifference } from './deviance.js';
import type { TailSide } from './largeShapeTail.js';

/**
 * The regularised incomplete beta function `Iₓ(a, b) = ∫₀ˣ tᵃ⁻¹ (1-t)ᵇ⁻¹ dt / B(a, b)`.
 *
 * Use it for probabilities of shares and ratios that the named laws do not cover.
 *
 * @param x - From 0 to 1; otherwise NaN.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks DiDonato and Morris (1992), Algorithm 708, doi:10.1145/131766.131776; Temme (1982), doi:10.1137/0513063, for large shapes.
 * @example
 * ```ts
 * import { regularizedBeta } from 'cx-scoring/statistics';
 * regularizedBeta(0.5, 2, 3); // ~> 0.6875
 * ```
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  return x >= 0 && x <= 1 ? betaProbability('lower', x, a, b) : NaN;
}

/**
 * The complement `1 - Iₓ(a, b)`, exact in relative terms however small.
 *
 * Use it instead of subtracting `regularizedBeta` from 1.
 *
 * @param x - From 0 to 1; otherwise NaN.
 * @param a - First shape, above 0 and finite; otherwise NaN.
 * @param b - Second shape, above 0 and finite; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks DiDonato and Morris (1992), Algorithm 708, doi:10.1145/131766.131776; Temme (1982), doi:10.1137/0513063, for large shapes.
 * @example
 * ```ts
 * import { upperRegularizedBeta } from 'cx-scoring/statistics';
 * upperRegularizedBeta(0.5, 2, 3); // ~> 0.3125
 * ```
 */
export function upperRegularizedBeta(x: number, a: number, b: number): number {
  return x >= 0 && x <= 1 ? betaProbability('upper', x, a, b) : NaN;
}

/**
 * A tail of the beta law at any real x; NaN outside the domain of its parameters.
 *
 * @internal
 */
export function betaProbability(side: TailSide, x: number, a: number, b: number): number {
  if (Number.isNaN(x) || !isBetaLaw(a, b)) return NaN;
  const at = Math.min(1, Math.max(0, x));
  return betaTail(side, { x: at, y: 1 - at, difference: betaDifference(at, a, b) }, a, b);
}

/**
 * Whether both shapes are above 0 and finite.
 *
 * @internal
 */
export function isBetaLaw(a: number, b: number): boolean {
  return a > 0 && a < Infinity && b > 0 && b < Infinity;
}
