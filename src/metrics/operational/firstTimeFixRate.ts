import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import type { Fix, FixExclusion, FixOptions } from './fix.js';
import { linkVisits, requireWindow } from './toFixes.js';
import type { Visit } from './visit.js';

/** Options of the measure of first-time fixes. */
export interface FirstTimeFixMeasureOptions extends ShareOptions, Pick<FixOptions, 'windowDays'> {}

/** Options of the first-time fix rate. */
export interface FirstTimeFixRateOptions extends ShareOptions, FixOptions {}

/** The share of jobs fixed at the first visit, 0..1. */
export interface FirstTimeFixRateResult extends IntervalResult<'first-time-fix-rate', FixExclusion> {
  /** Jobs fixed at the first visit, with no return within the window. */
  readonly firstTime: number;
  /** Jobs that were not. */
  readonly notFirstTime: number;
}

const REASONS: readonly FixExclusion[] = [
  'notMature',
  'remoteFix',
  'remoteAttempt',
  'inspection',
  'noAccess',
  'customerCancelled',
  'duplicate',
  'missing',
  'invalid',
];

function measureFixes(
  where: string,
  options: FirstTimeFixMeasureOptions,
): RatioMeasure<Fix, OutcomeTally, FirstTimeFixRateResult> {
  requireOptions(where, options);
  const { windowDays } = options;
  requireWindow(where, windowDays);
  return measureOutcomes<Fix, 'first-time-fix-rate', 'firstTime' | 'notFirstTime', FixExclusion>({
    where,
    definition: shareDefinition('first-time-fix-rate', 'higher-is-better', { windowDays }),
    outcomes: { firstTime: true, notFirstTime: false },
    reasons: REASONS,
    classify: (fix, index) => {
      if (fix?.windowDays !== windowDays) {
        const rule = `one that toFixes made with a window of ${windowDays} days`;
        throw cxError('CX_INVALID_INPUT', `${where}: job at row ${index}`, rule, fix?.windowDays);
      }
      return fix.exclusion ?? (fix.isFirstTime ? 'firstTime' : 'notFirstTime');
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeFirstTimeFixRate}, over jobs: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per product, branch or technician: the jobs of {@link toFixes} carry asset, fault and account.
 *
 * @param options - `windowDays`, the same as that of the jobs; interval, confidence and population.
 * @returns A measure over jobs.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when `windowDays` is out of its range. While reading rows: `CX_INVALID_INPUT` for jobs
 * of another window.
 * @example
 * ```ts
 * import { computeMeasure, firstTimeFixRateMeasure, toFixes } from 'cx-scoring';
 *
 * const visit = { visitId: 'v1', assetId: 'pump 7', fault: 'leak', outcome: 'fixed' } as const;
 * const fixes = toFixes([{ ...visit, begunAt: '2026-01-05T08:00:00Z', endedAt: '2026-01-05T10:00:00Z' }], {
 *   windowDays: 30,
 *   asOf: '2026-03-31T00:00:00Z',
 * });
 * computeMeasure(fixes, firstTimeFixRateMeasure({ windowDays: 30 })).value; // => 1
 * ```
 */
export function firstTimeFixRateMeasure(
  options: FirstTimeFixMeasureOptions,
): RatioMeasure<Fix, OutcomeTally, FirstTimeFixRateResult> {
  return measureFixes('firstTimeFixRateMeasure', options);
}

/**
 * Computes the first-time fix rate: jobs fixed at the first visit without a return for the same asset and fault, over jobs old enough to be
 * judged.
 *
 * Use it for after-sales service: a failed first visit costs further visits, and the customer more days of standstill. Remote fixes are
 * counted apart, as `excluded.remoteFix`: they are better than any visit.
 *
 * @param visits - The visits in any order; all visits of an asset together.
 * @param options - `windowDays` and `asOf`; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no job can be judged.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range.
 * @remarks Inspections, visits without access and visits called off by the customer are left out and counted, and so are jobs whose window is
 * not over, whatever became of them: failures show earlier than successes. See {@link toFixes} for how visits are linked, and
 * {@link checkVisits} for those that cannot be.
 * @example
 * ```ts
 * import { computeFirstTimeFixRate } from 'cx-scoring';
 *
 * const visit = { fault: 'leak', outcome: 'fixed' } as const;
 * const visits = [
 *   { ...visit, visitId: 'v1', assetId: 'pump 7', begunAt: '2026-01-05T08:00:00Z', endedAt: '2026-01-05T10:00:00Z' },
 *   { ...visit, visitId: 'v2', assetId: 'pump 7', begunAt: '2026-01-20T08:00:00Z', endedAt: '2026-01-20T09:00:00Z' },
 *   { ...visit, visitId: 'v3', assetId: 'pump 8', begunAt: '2026-01-06T08:00:00Z', endedAt: '2026-01-06T09:00:00Z' },
 *   { ...visit, visitId: 'v4', assetId: 'pump 9', begunAt: '2026-03-20T08:00:00Z', endedAt: '2026-03-20T09:00:00Z' },
 * ];
 * const rate = computeFirstTimeFixRate(visits, { windowDays: 30, asOf: '2026-03-31T00:00:00Z' });
 * rate.value; // => 0.5
 * rate.excluded.notMature; // => 1
 * ```
 */
export function computeFirstTimeFixRate(
  visits: Iterable<Visit>,
  options: FirstTimeFixRateOptions,
): FirstTimeFixRateResult {
  const measure = measureFixes('computeFirstTimeFixRate', options);
  return computeAs('computeFirstTimeFixRate', linkVisits('computeFirstTimeFixRate', visits, options), measure);
}
