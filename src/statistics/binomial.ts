import { betaTail } from './betaTail.js';
import { countQuantile } from './countQuantile.js';
import { betaDifference, deviance, productMinus } from './deviance.js';
import type { TailSide } from './largeShapeTail.js';
import { stirlingCorrection } from './stirling.js';

const TWO_PI = 6.283185307179586;

/**
 * The probability of exactly k under the binomial law.
 *
 * Use it for the number of successes among n independent trials.
 *
 * @param k - Any real number; anything but a whole number from 0 up has probability 0, NaN gives NaN.
 * @param n - Number of trials, a whole number from 0 to 2⁵³ - 1; otherwise NaN.
 * @param p - Probability of success, from 0 to 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the beta law of shapes k + 1 and n - k.
 * @example
 * ```ts
 * import { binomialMass } from 'cx-scoring/statistics';
 * binomialMass(3, 10, 0.5); // ~> 0.1171875
 * ```
 */
export function binomialMass(k: number, n: number, p: number): number {
  if (Number.isNaN(k) || !isBinomialLaw(n, p)) return NaN;
  if (k < 0 || k > n || !Number.isInteger(k)) return 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const difference = productMinus(n, p, k);
  const correction = stirlingCorrection(n) - stirlingCorrection(k) - stirlingCorrection(n - k);
  const exponent = deviance(k, n * p, difference) + deviance(n - k, n * (1 - p), -difference);
  return Math.exp(correction - exponent) * Math.sqrt(n / k / (n - k) / TWO_PI);
}

/**
 * The lower tail of the binomial law: the probability of at most k.
 *
 * Use it for p-values of counts that are too low; for high counts use `binomialUpperTail`, which keeps its digits near 0.
 *
 * @param k - Any real number, rounded down; NaN gives NaN.
 * @param n - Number of trials, a whole number from 0 to 2⁵³ - 1; otherwise NaN.
 * @param p - Probability of success, from 0 to 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the beta law of shapes k + 1 and n - k.
 * @example
 * ```ts
 * import { binomialLowerTail } from 'cx-scoring/statistics';
 * binomialLowerTail(3, 10, 0.5); // ~> 0.171875
 * ```
 */
export function binomialLowerTail(k: number, n: number, p: number): number {
  return tail('lower', k, n, p);
}

/**
 * The upper tail of the binomial law: the probability of more than k, without cancellation.
 *
 * Use it for p-values of counts that are too high; the probability of at least k is `binomialUpperTail(k - 1, …)`.
 *
 * @param k - Any real number, rounded down; NaN gives NaN.
 * @param n - Number of trials, a whole number from 0 to 2⁵³ - 1; otherwise NaN.
 * @param p - Probability of success, from 0 to 1; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Loader (2000), saddle-point form; tails by the beta law of shapes k + 1 and n - k.
 * @example
 * ```ts
 * import { binomialUpperTail } from 'cx-scoring/statistics';
 * binomialUpperTail(3, 10, 0.5); // ~> 0.828125
 * ```
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  return tail('upper', k, n, p);
}

/**
 * The quantile of the binomial law: the smallest k whose lower tail is at least the probability.
 *
 * Use it for limits that a count should not pass.
 *
 * @param prob - Probability from 0 to 1; otherwise NaN.
 * @param n - Number of trials, a whole number from 0 to 2⁵³ - 1; otherwise NaN.
 * @param p - Probability of success, from 0 to 1; otherwise NaN.
 * @returns A whole number from 0 to n.
 * @remarks Cornish-Fisher start, then a bracketing search; a tail within 1e-14 of the probability, relatively, counts as equal to it.
 * @example
 * ```ts
 * import { binomialQuantile } from 'cx-scoring/statistics';
 * binomialQuantile(0.975, 10, 0.5); // => 8
 * ```
 */
export function binomialQuantile(prob: number, n: number, p: number): number {
  return quantile('lower', prob, n, p);
}

/**
 * The upper quantile of the binomial law: the smallest k whose upper tail is at most the probability.
 *
 * Use it for limits that a count passes only rarely, where `1 - p` would lose digits.
 *
 * @param prob - Probability from 0 to 1; otherwise NaN.
 * @param n - Number of trials, a whole number from 0 to 2⁵³ - 1; otherwise NaN.
 * @param p - Probability of success, from 0 to 1; otherwise NaN.
 * @returns A whole number from 0 to n.
 * @remarks Cornish-Fisher start, then a bracketing search; a tail within 1e-14 of the probability, relatively, counts as equal to it.
 * @example
 * ```ts
 * import { binomialUpperQuantile } from 'cx-scoring/statistics';
 * binomialUpperQuantile(0.01, 10, 0.5); // => 9
 * ```
 */
export function binomialUpperQuantile(prob: number, n: number, p: number): number {
  return quantile('upper', prob, n, p);
}

function isBinomialLaw(n: number, p: number): boolean {
  return Number.isSafeInteger(n) && n >= 0 && p >= 0 && p <= 1;
}

function tail(side: TailSide, k: number, n: number, p: number): number {
  if (Number.isNaN(k) || !isBinomialLaw(n, p)) return NaN;
  if (k < 0) return side === 'lower' ? 0 : 1;
  if (k >= n) return side === 'lower' ? 1 : 0;
  const a = Math.floor(k) + 1;
  const b = n - a + 1;
  const point = { x: p, y: 1 - p, difference: betaDifference(p, a, b) };
  return betaTail(side === 'lower' ? 'upper' : 'lower', point, a, b);
}

function quantile(side: TailSide, prob: number, n: number, p: number): number {
  if (!(prob >= 0 && prob <= 1) || !isBinomialLaw(n, p)) return NaN;
  if (prob === 0 || prob === 1) return (prob === 0) === (side === 'lower') ? 0 : n;
  if (n === 0 || p === 0 || p === 1) return p === 1 ? n : 0;
  const deviation = Math.sqrt(n * p * (1 - p));
  const law = { mean: n * p, deviation, skewness: (1 - 2 * p) / deviation, largest: n };
  return countQuantile(side, prob, law, (of, k) => tail(of, k, n, p));
}
