import { normalPValue } from './alternative.js';
import type { Alternative } from './alternative.js';
import { binomialLowerTail, binomialMass, binomialUpperTail } from './binomial.js';
import { isSuccessCount, isWholeSuccessCount } from './successCount.js';

/** Options of `proportionScoreTest`. */
export interface ProportionScoreTestOptions {
  /** Which side counts, `'two-sided'` by default. */
  readonly alternative?: Alternative | undefined;
  /** `'none'` (default), or `'yates'`: half a success towards the hypothesis, at most as far as it. */
  readonly continuity?: 'none' | 'yates' | undefined;
}

/** Outcome of `proportionScoreTest`. */
export interface ProportionScoreTest {
  /** Observed proportion. */
  readonly estimate: number;
  /** Standard error under the hypothesis. */
  readonly standardError: number;
  /** Signed z; its square is the chi-square with one degree of freedom. */
  readonly statistic: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
}

/**
 * The exact binomial test: how probable is an outcome at least that extreme when the true proportion is `hypothesized`?
 *
 * Two-sided, the outcomes that are no more probable than the observed one are counted, as R's `binom.test` does.
 *
 * @param successes - Whole number of successes, 0 to n.
 * @param n - Whole number of trials, above zero.
 * @param hypothesized - The proportion to test, 0 to 1.
 * @param alternative - Which side counts, `'two-sided'` by default.
 * @returns The p-value; NaN outside the domain.
 * @example
 * ```ts
 * import { exactBinomialTest } from 'cx-scoring/statistics';
 * exactBinomialTest(7, 10, 0.5); // ~> 0.34375
 * exactBinomialTest(7, 10, 0.5, 'greater'); // ~> 0.171875
 * ```
 */
export function exactBinomialTest(
  successes: number,
  n: number,
  hypothesized: number,
  alternative: Alternative = 'two-sided',
): number {
  if (!isWholeSuccessCount(successes, n)) return NaN;
  const less = binomialLowerTail(successes, n, hypothesized);
  const greater = binomialUpperTail(successes - 1, n, hypothesized);
  if (alternative === 'less') return less;
  if (alternative === 'greater') return greater;
  const expected = n * hypothesized;
  // Ties that differ only by rounding are equally probable.
  const limit = binomialMass(successes, n, hypothesized) * (1 + 1e-7);
  const isRare = (k: number): boolean => binomialMass(k, n, hypothesized) <= limit;
  if (successes < expected) {
    const first = firstTrue(Math.ceil(expected), n + 1, isRare);
    return Math.min(1, less + binomialUpperTail(first - 1, n, hypothesized));
  }
  const firstCommon = firstTrue(0, Math.floor(expected) + 1, (k) => !isRare(k));
  return Math.min(1, greater + binomialLowerTail(firstCommon - 1, n, hypothesized));
}

/**
 * The score test of a proportion: `(p - p0) / sqrt(p0 (1 - p0) / n)`, the test that `wilsonInterval` inverts.
 *
 * @param successes - Number of successes, 0 to n.
 * @param n - Number of trials, above zero.
 * @param hypothesized - The proportion to test, strictly between 0 and 1.
 * @param options - Alternative and continuity correction.
 * @returns Estimate, standard error, signed statistic and p-value; the latter three are NaN outside the domain.
 * @example
 * ```ts
 * import { proportionScoreTest } from 'cx-scoring/statistics';
 * proportionScoreTest(7, 10, 0.5).pValue; // ~> 0.2059032107
 * proportionScoreTest(7, 10, 0.5, { continuity: 'yates' }).pValue; // ~> 0.3427817111
 * ```
 */
export function proportionScoreTest(
  successes: number,
  n: number,
  hypothesized: number,
  options: ProportionScoreTestOptions = {},
): ProportionScoreTest {
  const isInDomain = isSuccessCount(successes, n) && hypothesized > 0 && hypothesized < 1;
  const standardError = isInDomain ? Math.sqrt((hypothesized * (1 - hypothesized)) / n) : NaN;
  const difference = successes / n - hypothesized;
  const correction = options.continuity === 'yates' ? Math.min(0.5 / n, Math.abs(difference)) : 0;
  const statistic = (difference - Math.sign(difference) * correction) / standardError;
  return { estimate: successes / n, standardError, statistic, pValue: normalPValue(statistic, options.alternative) };
}

// The first whole number from `from` for which a condition that stays true once true holds; `to` when there is none before.
function firstTrue(from: number, to: number, condition: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor(low + (high - low) / 2);
    if (condition(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
