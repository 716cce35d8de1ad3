import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { isSuccessCount } from './successCount.js';

/**
 * Wilson's score interval for a proportion: the default for a share.
 *
 * It keeps its promise on average at any size, stays within 0 and 1, and is never empty of meaning at 0 or n successes.
 *
 * @param successes - Number of successes, 0 to n; a fraction is allowed (effective counts of weighted answers).
 * @param n - Number of trials, above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion; exactly 0 below at no success, exactly 1 above at n of n; NaN outside the domain.
 * @remarks Wilson, E. (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22, 209-212,
 * https://doi.org/10.1080/01621459.1927.10502953
 * @example
 * ```ts
 * import { wilsonInterval } from 'cx-scoring/statistics';
 * wilsonInterval(81, 263).lower; // ~> 0.2552885199
 * wilsonInterval(81, 263).upper; // ~> 0.3662095770
 * wilsonInterval(0, 20).lower; // => 0
 * ```
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Bounds {
  return scoreBounds(successes, n, confidence, 0);
}

/**
 * Wilson's score interval with continuity correction: wider, close to the exact interval.
 *
 * The correction is half a success, and never more than the distance from half of the trials, as in R's `prop.test`.
 *
 * @param successes - Number of successes, 0 to n.
 * @param n - Number of trials, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion, within 0 and 1; NaN outside the domain.
 * @remarks Newcombe, R. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857-872,
 * method 4, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C857::AID-SIM777%3E3.0.CO;2-E
 * @example
 * ```ts
 * import { wilsonContinuityInterval } from 'cx-scoring/statistics';
 * wilsonContinuityInterval(15, 148).lower; // ~> 0.0598
 * wilsonContinuityInterval(15, 148).upper; // ~> 0.1644
 * ```
 */
export function wilsonContinuityInterval(successes: number, n: number, confidence = 0.95): Bounds {
  return scoreBounds(successes, n, confidence, Math.min(0.5, Math.abs(successes - n / 2)));
}

/**
 * The Agresti-Coull interval: a Wald interval after adding half of z² successes and as many failures.
 *
 * Its centre is Wilson's; it is a little wider, and may leave 0 to 1, which the caller may clip: out there
 * a limit can even draw back as confidence grows.
 *
 * @param successes - Number of successes, 0 to n; a fraction is allowed.
 * @param n - Number of trials, above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion, not clipped; NaN outside the domain.
 * @remarks Agresti, A. and Coull, B. (1998), Approximate is Better than "Exact" for Interval Estimation of Binomial
 * Proportions, The American Statistician 52, 119-126, https://doi.org/10.1080/00031305.1998.10480550
 * @example
 * ```ts
 * import { agrestiCoullInterval } from 'cx-scoring/statistics';
 * agrestiCoullInterval(15, 148).lower; // ~> 0.0613859749
 * agrestiCoullInterval(15, 148).upper; // ~> 0.1614876663
 * ```
 */
export function agrestiCoullInterval(successes: number, n: number, confidence = 0.95): Bounds {
  const z = isSuccessCount(successes, n) ? normalCriticalValue(confidence) : NaN;
  return waldBounds(successes + (z * z) / 2, n + z * z, z);
}

/**
 * The Wald interval: estimate ± z standard errors.
 *
 * Kept for comparison with other tools; it covers far too seldom below some hundreds of trials and has no width at 0 or n
 * successes. Prefer `wilsonInterval`.
 *
 * @param successes - Number of successes, 0 to n; a fraction is allowed.
 * @param n - Number of trials, above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion, not clipped; NaN outside the domain.
 * @example
 * ```ts
 * import { waldInterval } from 'cx-scoring/statistics';
 * waldInterval(81, 263).lower; // ~> 0.2521901262
 * waldInterval(81, 263).upper; // ~> 0.3637794555
 * ```
 */
export function waldInterval(successes: number, n: number, confidence = 0.95): Bounds {
  return waldBounds(successes, n, isSuccessCount(successes, n) ? normalCriticalValue(confidence) : NaN);
}

function waldBounds(successes: number, n: number, z: number): Bounds {
  const p = successes / n;
  const reach = z * Math.sqrt((p * (1 - p)) / n);
  return { lower: p - reach, upper: p + reach };
}

function scoreBounds(successes: number, n: number, confidence: number, correction: number): Bounds {
  const z = isSuccessCount(successes, n) ? normalCriticalValue(confidence) : NaN;
  const upperCount = successes + correction;
  return {
    lower: scoreLower(Math.max(0, successes - correction), n, z),
    // From the side where it is small, so that no digit of it is lost and n of n gives exactly 1.
    upper: upperCount > n / 2 ? 1 - scoreLower(Math.max(0, n - upperCount), n, z) : scoreUpper(upperCount, n, z),
  };
}

// Lower root of the score equation, in the form without cancellation: exactly 0 at no success.
function scoreLower(successes: number, n: number, z: number): number {
  const p = successes / n;
  return (p * p) / (p + (z * z) / (2 * n) + scoreReach(p, n, z));
}

function scoreUpper(successes: number, n: number, z: number): number {
  const p = successes / n;
  return (p + (z * z) / (2 * n) + scoreReach(p, n, z)) / (1 + (z * z) / n);
}

function scoreReach(p: number, n: number, z: number): number {
  return z * Math.sqrt((p * (1 - p)) / n + (z / n) * (z / n) * 0.25);
}
