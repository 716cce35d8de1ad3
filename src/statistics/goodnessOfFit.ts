import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import { deviance } from './deviance.js';
import { sum } from './sum.js';

/** Options of `goodnessOfFitTest`. */
export interface GoodnessOfFitOptions {
  /** `'pearson'` (default, the chi-square) or `'likelihood-ratio'` (G). */
  readonly statistic?: 'pearson' | 'likelihood-ratio' | undefined;
}

/**
 * The goodness-of-fit test: do counts follow given shares, such as the answers those of the customer base?
 *
 * @param counts - Counts of the classes, zero or more.
 * @param shares - Shares expected, zero or more, in proportion: they need not add up to 1. Equal ones unless given.
 * @param options - Which statistic.
 * @returns Chi-square or G, degrees of freedom and p-value; a class of share zero without counts does not count. NaN without
 * counts, with fewer than two classes, with counts in a class of share zero, or outside the domain.
 * @remarks Pearson, K. (1900), Philosophical Magazine 50, 157-175, https://doi.org/10.1080/14786440009463897
 * @example
 * ```ts
 * import { goodnessOfFitTest } from 'cx-scoring/statistics';
 * goodnessOfFitTest([20, 30, 50], [0.25, 0.25, 0.5]).pValue; // ~> 0.3678794412
 * goodnessOfFitTest([8, 12, 10, 14, 16]).statistic; // ~> 3.3333333333
 * ```
 */
export function goodnessOfFitTest(
  counts: ArrayLike<number>,
  shares: ArrayLike<number> = Array.from(counts, () => 1),
  options: GoodnessOfFitOptions = {},
): ChiSquareTest {
  const pairs = Array.from(counts, (count, i) => ({ count, share: shares[i] ?? NaN }));
  const total = sum(pairs.map(({ count }) => count));
  const whole = sum(pairs.map(({ share }) => share));
  const possible = pairs.filter(({ count, share }) => !(share === 0 && count === 0));
  const isInDomain =
    shares.length === counts.length &&
    possible.length > 1 &&
    total > 0 &&
    possible.every(({ count, share }) => count >= 0 && count < Infinity && share > 0 && share < Infinity);
  let statistic = isInDomain ? 0 : NaN;
  for (const { count, share } of possible) {
    const difference = (total * share - count * whole) / whole;
    const expected = total * (share / whole);
    if (options.statistic !== 'likelihood-ratio') statistic += (difference * difference) / expected;
    else statistic += 2 * (count > 0 ? deviance(count, expected, difference) : expected);
  }
  return upperChiSquareTest(statistic, isInDomain ? possible.length - 1 : NaN);
}
