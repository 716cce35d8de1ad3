import { chiSquaredDensity, chiSquaredLowerTail, chiSquaredUpperTail } from './chiSquared.js';
import type { TailSide } from './largeShapeTail.js';
import { normalLowerTail, normalUpperTail } from './normal.js';

/** Surprise, in natural logarithms, at which the density of the scale is cut off: exp(-45) is 3e-20. */
const CUT = 45;

/** With more steps than this Z is so small beside δ that its square is all that still counts. */
const MOST_STEPS = 1e6;

/**
 * Upper tail of the noncentral t distribution: the power of a one-sided t test.
 *
 * Use it to plan studies; `tTestPower` does so for two groups.
 *
 * @param t - Where the tail begins.
 * @param degreesOfFreedom - At least 1; it need not be whole.
 * @param noncentrality - Shift of the numerator, in its standard deviations.
 * @returns `P(T > t)`, right to 1e-12, and to a relative 1e-10 above 1e-15; NaN outside the domain.
 * @remarks T = (Z + δ) / S with S² a chi-square over its degrees of freedom, so that `P(T > t)` is the mean of
 * `P(Z > tS - δ)` over S; taken in ln S by the trapezoidal rule, which converges geometrically for such integrands
 * (Trefethen and Weideman 2014, https://doi.org/10.1137/130932132) and subtracts nothing.
 * @example
 * ```ts
 * import { nonCentralTUpperTail } from 'cx-scoring/statistics';
 * nonCentralTUpperTail(2, 10, 1); // ~> 0.1923884
 * ```
 */
export function nonCentralTUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return meanTail('upper', t, degreesOfFreedom, noncentrality);
}

/**
 * Lower tail of the noncentral t distribution.
 *
 * Use it for the error of the second kind of a one-sided t test, or for the far side of a two-sided one.
 *
 * @param t - Where the tail ends.
 * @param degreesOfFreedom - At least 1; it need not be whole.
 * @param noncentrality - Shift of the numerator, in its standard deviations.
 * @returns `P(T <= t)`, right to 1e-12, and to a relative 1e-10 above 1e-15; NaN outside the domain.
 * @remarks See `nonCentralTUpperTail`.
 * @example
 * ```ts
 * import { nonCentralTLowerTail } from 'cx-scoring/statistics';
 * nonCentralTLowerTail(2, 10, 1); // ~> 0.8076116
 * ```
 */
export function nonCentralTLowerTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return meanTail('lower', t, degreesOfFreedom, noncentrality);
}

function meanTail(side: TailSide, t: number, degreesOfFreedom: number, noncentrality: number): number {
  if (!(degreesOfFreedom >= 1) || !Number.isFinite(t) || !Number.isFinite(noncentrality)) return NaN;
  const tail = side === 'lower' ? normalLowerTail : normalUpperTail;
  if (degreesOfFreedom === Infinity || t === 0) return tail(t - noncentrality);
  const spread = Math.sqrt(CUT / degreesOfFreedom);
  const from = -spread - CUT / degreesOfFreedom;
  // Finer than the density of ln S and than the step of the tail, which is about 1/δ wide in ln S.
  const width = Math.min(0.4, Math.SQRT1_2 / Math.sqrt(degreesOfFreedom), 1 / (1 + Math.abs(noncentrality)));
  const steps = Math.ceil((spread - from) / (0.3 * width));
  if (steps > MOST_STEPS)
    return tailOfScale((side === 'lower') === t > 0 ? 'upper' : 'lower', t, degreesOfFreedom, noncentrality);
  let weighted = 0;
  let total = 0;
  for (let i = 0; i <= steps; i++) {
    const logScale = from + ((spread - from) * i) / steps;
    const weight = Math.exp(degreesOfFreedom * (logScale - Math.expm1(2 * logScale) / 2));
    weighted += weight * tail(t * Math.exp(logScale) - noncentrality);
    total += weight;
  }
  return weighted / total;
}

/**
 * Tail of S beyond (Z + δ) / t: its value at Z = 0 and half its second derivative there. The next term is of the order of the
 * square of (degrees of freedom / δ²).
 */
function tailOfScale(side: TailSide, t: number, degreesOfFreedom: number, noncentrality: number): number {
  const scale = noncentrality / t;
  if (scale < 0) return side === 'lower' ? 0 : 1;
  const square = degreesOfFreedom * scale * scale;
  const density = chiSquaredDensity(square, degreesOfFreedom);
  const bend = density > 0 ? ((density * square) / noncentrality / noncentrality) * (degreesOfFreedom - 1 - square) : 0;
  return side === 'lower'
    ? chiSquaredLowerTail(square, degreesOfFreedom) + bend
    : chiSquaredUpperTail(square, degreesOfFreedom) - bend;
}
