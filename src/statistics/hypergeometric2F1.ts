import { hypergeometricArea, isHypergeometric } from './hypergeometricSeries.js';

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for an argument from 0 to below 1.
 *
 * Use it for mixtures of counts with a beta law: expected purchases of a customer base, beta-binomial and beta-geometric tails.
 *
 * @param a - A number from -1e6 to 1e6.
 * @param b - A number from -1e6 to 1e6.
 * @param c - A number above 0, at most 1e6.
 * @param z - A number from 0 to below 1.
 * @returns The function; NaN outside the domain, Infinity where it leaves the range of a double.
 * @remarks The form of Euler's transformation (DLMF 15.8.1) whose terms are positive, where there is one; series as in DLMF 15.2.1,
 * carried towards 1 by the differential equation 15.10.1. For z below 0 use Pfaff's transformation:
 * `(1 - z) ** -a` times the function of a, c - b, c at z / (z - 1).
 * @example
 * ```ts
 * import { hypergeometric2F1 } from 'cx-scoring/statistics';
 * hypergeometric2F1(1, 1, 2, 0.5); // ~> 1.386294361
 * ```
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): number {
  if (!isHypergeometric(a, b, c, z)) return NaN;
  const power = c - a - b;
  const isPositive = a >= 0 && b >= 0;
  const isPositiveInEuler = c - a >= 0 && c - b >= 0;
  // Where both forms have terms of both signs, that one is taken in which they are smaller.
  const isSmaller = Math.abs(a * b) <= Math.abs((c - a) * (c - b));
  if (isPositive || (!isPositiveInEuler && isSmaller)) return hypergeometricArea(a, b, c, z).value;
  const transformed = hypergeometricArea(c - a, c - b, c, z).value;
  // The terms of Euler's form may be too large for a double where the function is not.
  if (!Number.isFinite(transformed)) return hypergeometricArea(a, b, c, z).value;
  // Half of the power at a time, since all of it may fall below the smallest double.
  const half = Math.exp((power / 2) * Math.log1p(-z));
  return half * transformed * half;
}
