import { requireOptions } from '../../core/options.js';
import { toPeriod, type PeriodOptions } from '../../core/period.js';
import type { AmountTally } from '../business/amountRatio.js';
import { readMoment } from '../../core/moment.js';
import { measureReturns, type ReturnRateOptions, type ReturnRateResult } from './returnRate.js';
import type { ShippedLine } from './shippedLine.js';

/** Options of return rates by cohort. */
export interface ReturnCohortOptions extends ReturnRateOptions, PeriodOptions {}

/** The lines shipped in one period, and what came back of them. */
export interface ReturnCohort {
  /** Key of the period in which they were shipped, such as `'2026-03'`. */
  readonly cohort: string;
  /** Their return rate; its value is `null` while none of them is old enough. */
  readonly result: ReturnRateResult;
}

/**
 * Computes the return rate of each period of shipping.
 *
 * Use it to see a bad batch or a new range come: every cohort is given the same days, so that an old one is not worse just for its age.
 *
 * @param lines - One row per shipped line, with its returns.
 * @param options - The options of {@link computeReturnRate}, and the length of a period.
 * @returns One record for each period in which something was shipped, in order of time. Lines whose date cannot be read belong to none:
 * {@link checkShippedLines} names them.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range, `CX_INVALID_INPUT` for a value in another currency than the declared one.
 * @remarks The day is that of the date as written. Merged, the cohorts give the rate of {@link computeReturnRate}.
 * @example
 * ```ts
 * import { returnCohorts } from 'cx-scoring';
 *
 * const lines = [
 *   { shippedAt: '2026-03-02', units: 10, returns: [{ at: '2026-03-09', units: 1 }] },
 *   { shippedAt: '2026-04-02', units: 20, returns: [{ at: '2026-04-09', units: 1 }] },
 * ];
 * const cohorts = returnCohorts(lines, { unit: 'month', windowDays: 14, asOf: '2026-04-30' });
 * cohorts.map(({ cohort, result }) => [cohort, result.value]); // => [['2026-03', 0.1], ['2026-04', 0.05]]
 * ```
 */
export function returnCohorts(lines: Iterable<ShippedLine>, options: ReturnCohortOptions): ReturnCohort[] {
  requireOptions('returnCohorts', options);
  const { unit, fiscalYearStart, ...rest } = options;
  const measure = measureReturns('returnCohorts', rest);
  // Here, so that a wrong unit shows without lines too.
  toPeriod('2026-01-01', { unit, fiscalYearStart });
  const tallies = new Map<string, AmountTally>();
  let index = 0;
  for (const line of lines) {
    const own = index++;
    if (!readMoment(line.shippedAt)) continue;
    const cohort = toPeriod(line.shippedAt.slice(0, 10), { unit, fiscalYearStart });
    const tally = tallies.get(cohort) ?? measure.createTally();
    tallies.set(cohort, tally);
    measure.addRow(tally, line, own);
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cohort, tally]) => ({ cohort, result: measure.toResult(tally) }));
}
