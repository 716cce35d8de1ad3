import { countQuantile } from './countQuantile.js';
import { deviance } from './deviance.js';
import { gammaTail } from './gammaTail.js';
import type { TailSide } from './largeShapeTail.js';
import { stirlingCorrection } from './stirling.js';

const TWO_PI = 6.283185307179586;

/**
 * The probability of exactly k under the Poisson law.
 *
 * Use it for counts of rare events over a period: complaints, incidents, calls.
 *
 * @param k - Any real number; anything but a whole number from 0 up has probability 0, NaN gives NaN.
 * @param mean - Expected count, from 0 to 2⁵³ - 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the gamma law of shape k + 1.
 * @example
 * ```ts
 * import { poissonMass } from 'cx-scoring/statistics';
 * poissonMass(3, 2.5); // ~> 0.213763017
 * ```
 */
export function poissonMass(k: number, mean: number): number {
  if (Number.isNaN(k) || !isPoissonLaw(mean)) return NaN;
  if (k < 0 || !Number.isInteger(k)) return 0;
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingCorrection(k) - deviance(k, mean, mean - k)) / Math.sqrt(TWO_PI * k);
}

/**
 * The lower tail of the Poisson law: the probability of at most k.
 *
 * Use it for p-values of counts that are too low; for high counts use `poissonUpperTail`, which keeps its digits near 0.
 *
 * @param k - Any real number, rounded down; NaN gives NaN.
 * @param mean - Expected count, from 0 to 2⁵³ - 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the gamma law of shape k + 1.
 * @example
 * ```ts
 * import { poissonLowerTail } from 'cx-scoring/statistics';
 * poissonLowerTail(3, 2.5); // ~> 0.757576133
 * ```
 */
export function poissonLowerTail(k: number, mean: number): number {
  return tail('lower', k, mean);
}

/**
 * The upper tail of the Poisson law: the probability of more than k, without cancellation.
 *
 * Use it for p-values of counts that are too high; the probability of at least k is `poissonUpperTail(k - 1, …)`.
 *
 * @param k - Any real number, rounded down; NaN gives NaN.
 * @param mean - Expected count, from 0 to 2⁵³ - 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the gamma law of shape k + 1.
 * @example
 * ```ts
 * import { poissonUpperTail } from 'cx-scoring/statistics';
 * poissonUpperTail(3, 2.5); // ~> 0.242423867
 * ```
 */
export function poissonUpperTail(k: number, mean: number): number {
  return tail('upper', k, mean);
}

/**
 * The quantile of the Poisson law: the smallest k whose lower tail is at least the probability.
 *
 * Use it for limits that a count should not pass.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param mean - Expected count, from 0 to 2⁵³ - 1; otherwise NaN.
 * @returns A whole number; 0 for probability 0, Infinity for 1.
 * @remarks Cornish-Fisher start, then a bracketing search; a tail within 1e-14 of the probability, relatively, counts as equal to it.
 * @example
 * ```ts
 * import { poissonQuantile } from 'cx-scoring/statistics';
 * poissonQuantile(0.95, 2.5); // => 5
 * ```
 */
export function poissonQuantile(p: number, mean: number): number {
  return quantile('lower', p, mean);
}

/**
 * The upper quantile of the Poisson law: the smallest k whose upper tail is at most the probability.
 *
 * Use it for limits that a count passes only rarely, where `1 - p` would lose digits.
 *
 * @param p - Probability from 0 to 1; otherwise NaN.
 * @param mean - Expected count, from 0 to 2⁵³ - 1; otherwise NaN.
 * @returns A whole number; Infinity for probability 0, 0 for 1.
 * @remarks Cornish-Fisher start, then a bracketing search; a tail within 1e-14 of the probability, relatively, counts as equal to it.
 * @example
 * ```ts
 * import { poissonUpperQuantile } from 'cx-scoring/statistics';
 * poissonUpperQuantile(0.001, 2.5); // => 9
 * ```
 */
export function poissonUpperQuantile(p: number, mean: number): number {
  return quantile('upper', p, mean);
}

function isPoissonLaw(mean: number): boolean {
  return mean >= 0 && mean <= Number.MAX_SAFE_INTEGER;
}

function tail(side: TailSide, k: number, mean: number): number {
  if (Number.isNaN(k) || !isPoissonLaw(mean)) return NaN;
  if (k < 0) return side === 'lower' ? 0 : 1;
  if (mean === 0 || k === Infinity) return side === 'lower' ? 1 : 0;
  const shape = Math.floor(k) + 1;
  return gammaTail(side === 'lower' ? 'upper' : 'lower', shape, mean, mean - shape);
}

function quantile(side: TailSide, p: number, mean: number): number {
  if (!(p >= 0 && p <= 1) || !isPoissonLaw(mean)) return NaN;
  if (mean === 0 || p === (side === 'lower' ? 0 : 1)) return 0;
  if (p === 0 || p === 1) return Infinity;
  const deviation = Math.sqrt(mean);
  const law = { mean, deviation, skewness: 1 / deviation, largest: Number.MAX_SAFE_INTEGER };
  return countQuantile(side, p, law, (of, k) => tail(of, k, mean));
}
