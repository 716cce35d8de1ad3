import type { Bounds } from '../core/interval.js';
import { betaQuantile, betaUpperQuantile } from './beta.js';
import { binomialLowerTail, binomialMass, binomialUpperTail } from './binomial.js';
import { findRoot } from './findRoot.js';
import { isSuccessCount, isWholeSuccessCount } from './successCount.js';

/** What `jeffreysInterval` does at 0 and n successes: set the outer limit to 0 or 1, or keep equal tails. */
export type JeffreysVariant = 'boundary' | 'equal-tailed';

/**
 * The Clopper-Pearson ("exact") interval for a proportion: it never covers less often than promised.
 *
 * Use it for a contractual floor, where the guarantee matters more than the width.
 *
 * @param successes - Number of successes, 0 to n; a fraction is allowed (Korn-Graubard's effective counts).
 * @param n - Number of trials, above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion, within 0 and 1; NaN outside the domain.
 * @remarks Clopper, C. and Pearson, E. (1934), Biometrika 26, 404-413, https://doi.org/10.1093/biomet/26.4.404
 * @example
 * ```ts
 * import { clopperPearsonInterval } from 'cx-scoring/statistics';
 * clopperPearsonInterval(1, 29).lower; // ~> 0.0008726469
 * clopperPearsonInterval(1, 29).upper; // ~> 0.1776442955
 * ```
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Bounds {
  const tail = isSuccessCount(successes, n) ? tailOf(confidence) : NaN;
  const failures = n - successes;
  if (Number.isNaN(tail)) return { lower: NaN, upper: NaN };
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: failures === 0 ? 1 : betaUpperQuantile(tail, successes + 1, failures),
  };
}

/**
 * The mid-P interval for a proportion: Clopper-Pearson with only half of the observed outcome in each tail.
 *
 * Close to the promised coverage on average, and narrower than Clopper-Pearson.
 *
 * @param successes - Whole number of successes, 0 to n.
 * @param n - Whole number of trials, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the proportion, within 0 and 1; NaN outside the domain.
 * @remarks Lancaster, H. (1961), Significance tests in discrete distributions, JASA 56, 223-234,
 * https://doi.org/10.1080/01621459.1961.10482105
 * @example
 * ```ts
 * import { midPInterval } from 'cx-scoring/statistics';
 * midPInterval(1, 2).lower; // ~> 0.025
 * midPInterval(1, 2).upper; // ~> 0.975
 * ```
 */
export function midPInterval(successes: number, n: number, confidence = 0.95): Bounds {
  const tail = isWholeSuccessCount(successes, n) ? tailOf(confidence) : NaN;
  if (Number.isNaN(tail)) return { lower: NaN, upper: NaN };
  // The mid-P limits lie between those of Clopper-Pearson.
  const outer = clopperPearsonInterval(successes, n, confidence);
  const excessAbove = (p: number): number =>
    binomialUpperTail(successes, n, p) + binomialMass(successes, n, p) / 2 - tail;
  const excessBelow = (p: number): number =>
    binomialLowerTail(successes - 1, n, p) + binomialMass(successes, n, p) / 2 - tail;
  return {
    lower: successes === 0 ? 0 : findRoot(excessAbove, outer.lower, outer.upper),
    upper: successes === n ? 1 : findRoot(excessBelow, outer.lower, outer.upper),
  };
}

/**
 * The Jeffreys interval for a proportion: the equal-tailed Bayesian interval from the prior Beta(1/2, 1/2).
 *
 * @param successes - Number of successes, 0 to n; a fraction is allowed.
 * @param n - Number of trials, above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @param variant - `'boundary'` (default) sets the lower limit to 0 at no success and the upper to 1 at n of n, without which the
 * interval could not contain a true 0 or 1; `'equal-tailed'` leaves the quantiles.
 * @returns Limits of the proportion, within 0 and 1; NaN outside the domain.
 * @remarks Brown, L., Cai, T. and DasGupta, A. (2001), Interval Estimation for a Binomial Proportion, Statistical Science 16,
 * 101-133, https://doi.org/10.1214/ss/1009213286
 * @example
 * ```ts
 * import { jeffreysInterval } from 'cx-scoring/statistics';
 * jeffreysInterval(1, 29).lower; // ~> 0.0037461736
 * jeffreysInterval(1, 29).upper; // ~> 0.1500776860
 * ```
 */
export function jeffreysInterval(
  successes: number,
  n: number,
  confidence = 0.95,
  variant: JeffreysVariant = 'boundary',
): Bounds {
  const tail = isSuccessCount(successes, n) ? tailOf(confidence) : NaN;
  const failures = n - successes;
  if (Number.isNaN(tail)) return { lower: NaN, upper: NaN };
  const atBoundary = variant === 'boundary';
  return {
    lower: atBoundary && successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, failures + 0.5),
    upper: atBoundary && failures === 0 ? 1 : betaUpperQuantile(tail, successes + 0.5, failures + 0.5),
  };
}

function tailOf(confidence: number): number {
  return confidence > 0 && confidence < 1 ? (1 - confidence) / 2 : NaN;
}
