import { normalLowerTail, normalUpperTail } from './normal.js';

/** Surprise, in natural logarithms, at which the density of the scale is cut off: exp(-45) is 3e-20. */
const CUT = 45;

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
  return meanTail(t, degreesOfFreedom, noncentrality, normalUpperTail);
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
  return meanTail(t, degreesOfFreedom, noncentrality, normalLowerTail);
}

function meanTail(t: number, degreesOfFreedom: number, noncentrality: number, tail: (x: number) => number): number {
  if (!(degreesOfFreedom >= 1) || !Number.isFinite(t) || !Number.isFinite(noncentrality)) return NaN;
  if (degreesOfFreedom === Infinity) return tail(t - noncentrality);
  const spread = Math.sqrt(CUT / degreesOfFreedom);
  const from = -spread - CUT / degreesOfFreedom;
  // Finer than the density of ln S and than the step of the tail, which is about 1/δ wide in ln S.
  const width = Math.min(0.4, 1 / Math.sqrt(2 * degreesOfFreedom), 1 / (1 + Math.abs(noncentrality)));
  const steps = Math.ceil((spread - from) / (0.3 * width));
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
