import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeMetric, type CaseTimeOptions } from './caseMetric.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket is left out of the first resolution time. */
export type FirstResolutionTimeExclusion = CaseExclusion;

/** Hours from a ticket's creation to the first time it was solved, at a quantile. */
export type FirstResolutionTimeResult = WaitResult<'first-resolution-time', FirstResolutionTimeExclusion>;

const METRIC: CaseTimeMetric<'first-resolution-time', never> = {
  id: 'first-resolution-time',
  reasons: [],
  read: ({ createdAt, firstSolvedAt }, hours) => [
    { value: hours(createdAt, firstSolvedAt), open: firstSolvedAt === null },
  ],
};

/**
 * Makes the measure behind {@link computeFirstResolutionTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeFirstResolutionTime}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, firstResolutionTimeMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T10:30:00Z', type: 'status', status: 'solved' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, firstResolutionTimeMeasure()).value; // => 1.5
 * ```
 */
export function firstResolutionTimeMeasure(
  options: CaseTimeOptions = {},
): Measure<TicketCase, WaitTally, FirstResolutionTimeResult> {
  return measureCaseTimes('firstResolutionTimeMeasure', METRIC, options);
}

/**
 * Computes the first resolution time: the hours from a ticket's creation to the first time it was solved or closed, at the median unless
 * told, with the 90th and 95th percentile.
 *
 * Use it with {@link computeFullResolutionTime}: the distance between the two is what came back. A ticket that was never solved counts as
 * taking longer than so far; one that was reopened had its first solution.
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
 * import { computeFirstResolutionTime, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T15:00:00Z', type: 'status', status: 'solved' },
 *   { ticketId: 't1', at: '2026-03-03T08:00:00Z', type: 'status', status: 'open' },
 * ];
 * const time = computeFirstResolutionTime(toCases(events, { asOf: '2026-03-03T09:00:00Z' }));
 * time.value; // => 6
 * time.open; // => 0
 * ```
 */
export function computeFirstResolutionTime(
  cases: Iterable<TicketCase>,
  options: CaseTimeOptions = {},
): FirstResolutionTimeResult {
  return computeAs(
    'computeFirstResolutionTime',
    cases,
    measureCaseTimes('computeFirstResolutionTime', METRIC, options),
  );
}
