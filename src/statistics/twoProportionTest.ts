import { normalPValue } from './alternative.js';
import type { Alternative } from './alternative.js';
import { isSuccessCount } from './successCount.js';

/**
 * How two proportions are compared: `'n-1'` (Pearson's chi-square times (N - 1)/N), `'pooled'` (Pearson's chi-square), `'yates'`
 * (the same with continuity correction) or `'wald'` (standard error without pooling).
 */
export type TwoProportionMethod = 'n-1' | 'pooled' | 'yates' | 'wald';

/** Options of `twoProportionTest`. */
export interface TwoProportionTestOptions {
  /** Method, `'n-1'` by default. */
  readonly method?: TwoProportionMethod | undefined;
  /** Which side counts, `'two-sided'` by default. */
  readonly alternative?: Alternative | undefined;
}

/** Outcome of `twoProportionTest`. */
export interface TwoProportionTest {
  /** First proportion minus second. */
  readonly difference: number;
  /** Standard error of the difference under the method. */
  readonly standardError: number;
  /** Signed z; its square is the chi-square with one degree of freedom. */
  readonly statistic: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
}

/**
 * The z test of two independent proportions.
 *
 * The default "N - 1" form is good as soon as each expected count is at least 1; below, use `fisherExactTest`.
 *
 * @param successes1 - Successes of the first group.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param options - Method and alternative.
 * @returns Signed difference (first minus second), its standard error, statistic and p-value; statistic and p-value are NaN when
 * the standard error is zero (as when nobody or everybody succeeded), and all are NaN outside the domain.
 * @remarks Campbell, I. (2007), Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations,
 * Statistics in Medicine 26, 3661-3675, https://doi.org/10.1002/sim.2832
 * @example
 * ```ts
 * import { twoProportionTest } from 'cx-scoring/statistics';
 * twoProportionTest(56, 70, 48, 80).statistic; // ~> 2.6413232723
 * twoProportionTest(56, 70, 48, 80).pValue; // ~> 0.0082582879
 * ```
 */
export function twoProportionTest(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: TwoProportionTestOptions = {},
): TwoProportionTest {
  const { method = 'n-1', alternative = 'two-sided' } = options;
  const isInDomain = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2);
  const total = isInDomain ? n1 + n2 : NaN;
  const p1 = successes1 / n1;
  const p2 = successes2 / n2;
  // Over the common denominator, so that equal proportions differ by exactly zero.
  const difference = isInDomain ? (successes1 * n2 - successes2 * n1) / (n1 * n2) : NaN;
  const inverses = 1 / n1 + 1 / n2;
  const pooled = (successes1 + successes2) / total;
  const pooledVariance = pooled * (1 - pooled) * inverses;
  const unpooledVariance = (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2;
  const inflation = method === 'n-1' ? total / (total - 1) : 1;
  const standardError = Math.sqrt(method === 'wald' ? unpooledVariance : pooledVariance * inflation);
  const correction = method === 'yates' ? Math.min(inverses / 2, Math.abs(difference)) : 0;
  const numerator = difference - Math.sign(difference) * correction;
  const statistic = standardError > 0 ? numerator / standardError : NaN;
  return { difference, standardError, statistic, pValue: normalPValue(statistic, alternative) };
}
