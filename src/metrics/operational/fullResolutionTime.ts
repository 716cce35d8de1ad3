import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeMetric, type CaseTimeOptions } from './caseMetric.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket is left out of the full resolution time. */
export type FullResolutionTimeExclusion = CaseExclusion;

/** Hours from a ticket's creation to the last time it was solved, at a quantile. */
export type FullResolutionTimeResult = WaitResult<'full-resolution-time', FullResolutionTimeExclusion>;

const METRIC: CaseTimeMetric<'full-resolution-time', never> = {
  id: 'full-resolution-time',
  reasons: [],
  read: ({ createdAt, lastSolvedAt, isOpen }, hours) => [
    { value: hours(createdAt, isOpen ? null : lastSolvedAt), open: isOpen },
  ],
};

/**
 * Makes the measure behind {@link computeFullResolutionTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeFullResolutionTime}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, fullResolutionTimeMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T10:30:00Z', type: 'status', status: 'solved' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, fullResolutionTimeMeasure()).value; // => 1.5
 * ```
 */
export function fullResolutionTimeMeasure(
  options: CaseTimeOptions = {},
): Measure<TicketCase, WaitTally, FullResolutionTimeResult> {
  return measureCaseTimes('fullResolutionTimeMeasure', METRIC, options);
}

/**
 * Computes the full resolution time: the hours from a ticket's creation to the last time it was solved or closed, at the median unless
 * told, with the 90th and 95th percentile.
 *
 * Use it for what the customer lived through, reopenings included. A ticket that is open, again or still, counts as taking longer than so
 * far: percentiles of solved tickets alone are those of the quick ones.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `calendar`, or `schedules` and `convention`, to count business hours; `quantile` and `quantiles`; storage and confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many cases still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Cases that still wait count as waiting longer than so far: Kaplan and Meier's estimate, as {@link defineDuration} tells.
 * Definition of Zendesk's native durations; under `'last-schedule'` business hours across schedules are counted as there.
 * @example
 * ```ts
 * import { computeFullResolutionTime, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T15:00:00Z', type: 'status', status: 'solved' },
 *   { ticketId: 't1', at: '2026-03-03T08:00:00Z', type: 'status', status: 'open' },
 *   { ticketId: 't1', at: '2026-03-03T10:00:00Z', type: 'status', status: 'solved' },
 * ];
 * computeFullResolutionTime(toCases(events, { asOf: '2026-03-04T00:00:00Z' })).value; // => 25
 * computeFullResolutionTime(toCases(events, { asOf: '2026-03-03T09:00:00Z' })).open; // => 1
 * ```
 */
export function computeFullResolutionTime(
  cases: Iterable<TicketCase>,
  options: CaseTimeOptions = {},
): FullResolutionTimeResult {
  return computeAs('computeFullResolutionTime', cases, measureCaseTimes('computeFullResolutionTime', METRIC, options));
}
