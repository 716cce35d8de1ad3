import { binomialLowerTail, binomialMass } from './binomial.js';
import { normalPValue } from './alternative.js';

/** Outcome of `mcNemarTest`. */
export interface McNemarTest {
  /** Chi-square with one degree of freedom. */
  readonly statistic: number;
  /** Probability of a statistic at least that large. */
  readonly pValue: number;
}

/**
 * McNemar's test of two paired proportions, such as the same accounts satisfied before and after.
 *
 * Only the pairs that changed matter. Below about 25 of them use `mcNemarExactTest`.
 *
 * @param gained - Pairs that changed one way, zero or more.
 * @param lost - Pairs that changed the other way, zero or more.
 * @param continuity - `'none'` (default) or `'edwards'`, the correction by one pair.
 * @returns Chi-square and p-value; NaN when no pair changed or outside the domain.
 * @remarks McNemar, Q. (1947), Psychometrika 12, 153-157, https://doi.org/10.1007/BF02295996
 * @example
 * ```ts
 * import { mcNemarTest } from 'cx-scoring/statistics';
 * mcNemarTest(12, 5).statistic; // ~> 2.8823529412
 * mcNemarTest(12, 5).pValue; // ~> 0.0895550744
 * ```
 */
export function mcNemarTest(gained: number, lost: number, continuity: 'none' | 'edwards' = 'none'): McNemarTest {
  const isInDomain = gained >= 0 && lost >= 0;
  const distance = Math.max(0, Math.abs(gained - lost) - (continuity === 'edwards' ? 1 : 0));
  const statistic = isInDomain ? (distance * distance) / (gained + lost) : NaN;
  return { statistic, pValue: normalPValue(Math.sqrt(statistic)) };
}

/**
 * The exact two-sided McNemar test: are changes one way as probable as the other way?
 *
 * @param gained - Whole number of pairs that changed one way.
 * @param lost - Whole number of pairs that changed the other way.
 * @param variant - `'exact'` (default, never too small) or `'mid-p'` (half of the observed outcome, close to the promised level).
 * @returns The p-value, 1 when no pair changed; NaN outside the domain.
 * @remarks Fagerland, M., Lydersen, S. and Laake, P. (2013), The McNemar test for binary matched-pairs data, BMC Medical Research
 * Methodology 13, 91, https://doi.org/10.1186/1471-2288-13-91
 * @example
 * ```ts
 * import { mcNemarExactTest } from 'cx-scoring/statistics';
 * mcNemarExactTest(12, 5); // ~> 0.1434631348
 * mcNemarExactTest(12, 5, 'mid-p'); // ~> 0.0962524414
 * ```
 */
export function mcNemarExactTest(gained: number, lost: number, variant: 'exact' | 'mid-p' = 'exact'): number {
  const changed = gained + lost;
  if (!(Number.isInteger(gained) && Number.isInteger(lost) && gained >= 0 && lost >= 0)) return NaN;
  const fewer = Math.min(gained, lost);
  const observed = variant === 'mid-p' ? binomialMass(fewer, changed, 0.5) : 0;
  return Math.min(1, 2 * binomialLowerTail(fewer, changed, 0.5) - observed);
}
