import type { Comparison } from '../core/comparison.js';
import type { MetricResult } from '../core/result.js';
import { compareResults, type CompareOptions } from './compareResults.js';
import type { Measure } from './measure.js';

/**
 * Compares two tallies of one measure: first minus second.
 *
 * Use it where the tallies are at hand, as with segments and stored days: the measure guarantees that both are of one definition.
 * Of measures made by {@link clusterBy} it also knows which accounts are on both sides, which two results cannot tell.
 *
 * @param measure - The measure that made both.
 * @param a - First tally.
 * @param b - Second tally, of other respondents.
 * @param options - Confidence level.
 * @returns What {@link compareResults} returns.
 * @throws TypeError with code `CX_INVALID_OPTION` for a confidence outside 0..1.
 * @remarks Methods and sources are those of {@link compareResults}. Clustered tallies: the difference of two domain means by
 * linearisation, accounts on both sides counted once, with accounts less two degrees of freedom (Lumley 2010, Complex Surveys, §2.4);
 * unknown below five accounts.
 * @example
 * ```ts
 * import { compareTallies, npsMeasure, tallyRows } from 'cx-scoring';
 *
 * const measure = npsMeasure();
 * const north = tallyRows([10, 9, 9, 8], measure);
 * const south = tallyRows([6, 7, 9, 3], measure);
 * compareTallies(measure, north, south).difference; // => 100
 * ```
 */
export function compareTallies<Row, Tally, Result extends MetricResult>(
  measure: Measure<Row, Tally, Result>,
  a: Tally,
  b: Tally,
  options: CompareOptions = {},
): Comparison<Result['definition']['id']> {
  if (measure.compareTallies) return measure.compareTallies(a, b, options);
  const [first, second] = [measure.toResult(a), measure.toResult(b)];
  return compareResults<Result['definition']['id']>(first, second, options);
}
