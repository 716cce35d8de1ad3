import { productMinus } from './deviance.js';
import { gammaTail } from './gammaTail.js';
import type { TailSide } from './largeShapeTail.js';

/**
 * The lower regularised incomplete gamma function `P(shape, x) = ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)`.
 *
 * Use it for probabilities of waiting times and counts that the named laws do not cover.
 *
 * @param shape - Shape a, above 0 and finite; otherwise NaN.
 * @param x - A number from 0 up, Infinity included; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Series and continued fraction (DLMF 8.7.1, 8.9.2, 8.11.4); Temme (1979), doi:10.1137/0510071, for shapes from 1e5 on.
 * @example
 * ```ts
 * import { lowerRegularizedGamma } from 'cx-scoring/statistics';
 * lowerRegularizedGamma(3, 2.5); // ~> 0.456186884
 * ```
 */
export function lowerRegularizedGamma(shape: number, x: number): number {
  return x >= 0 ? gammaProbability('lower', shape, x, 1) : NaN;
}

/**
 * The upper regularised incomplete gamma function `Q(shape, x) = 1 - P(shape, x)`, exact in relative terms however small.
 *
 * Use it instead of subtracting `lowerRegularizedGamma` from 1.
 *
 * @param shape - Shape a, above 0 and finite; otherwise NaN.
 * @param x - A number from 0 up, Infinity included; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Series and continued fraction (DLMF 8.7.1, 8.9.2, 8.11.4); Temme (1979), doi:10.1137/0510071, for shapes from 1e5 on.
 * @example
 * ```ts
 * import { upperRegularizedGamma } from 'cx-scoring/statistics';
 * upperRegularizedGamma(3, 2.5); // ~> 0.543813116
 * ```
 */
export function upperRegularizedGamma(shape: number, x: number): number {
  return x >= 0 ? gammaProbability('upper', shape, x, 1) : NaN;
}

/**
 * A tail of the gamma law at any real x; NaN outside the domain of its parameters.
 *
 * @internal
 */
export function gammaProbability(side: TailSide, shape: number, x: number, rate: number): number {
  if (Number.isNaN(x) || !isGammaLaw(shape, rate)) return NaN;
  const scaled = x * rate;
  if (scaled <= 0) return side === 'lower' ? 0 : 1;
  if (scaled === Infinity) return side === 'lower' ? 1 : 0;
  return gammaTail(side, shape, scaled, productMinus(x, rate, shape));
}

/**
 * Whether both parameters are above 0 and finite.
 *
 * @internal
 */
export function isGammaLaw(shape: number, rate: number): boolean {
  return shape > 0 && shape < Infinity && rate > 0 && rate < Infinity;
}
