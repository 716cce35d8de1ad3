import { requireMeasure } from './requireMeasure.js';
import { requireObject, requireOptions } from '../core/options.js';
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
 * @remarks Methods and sources are those of {@link compareResults}. Clustered tallies: accounts on both
 * sides count once, and what moves both sides of an account together cancels. While a side has fewer than 40 accounts the error is CR2 with
 * Satterthwaite's degrees of freedom (Pustejovsky and Tipton 2018, doi:10.1080/07350015.2016.1247004), from 40 on, and for amounts, the
 * linearised one of two domains (Lumley 2010, Complex Surveys, §2.4); unknown while a side has fewer than five accounts.
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
  requireOptions('compareTallies', options);
  requireMeasure('compareTallies', measure);
  requireObject('compareTallies: first tally', 'a tally of the measure', a);
  requireObject('compareTallies: second tally', 'a tally of the measure', b);
  if (measure.compareTallies) return measure.compareTallies(a, b, options);
  const [first, second] = [measure.toResult(a), measure.toResult(b)];
  return compareResults<Result['definition']['id']>(first, second, options);
}
