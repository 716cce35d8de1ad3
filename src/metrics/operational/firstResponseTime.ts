import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeMetric, type CaseTimeOptions } from './caseMetric.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket is left out of the first response time. */
export type FirstResponseTimeExclusion = CaseExclusion | 'solvedWithoutReply';

/** Hours from a ticket's creation to the first public reply, at a quantile. */
export type FirstResponseTimeResult = WaitResult<'first-response-time', FirstResponseTimeExclusion>;

const METRIC: CaseTimeMetric<'first-response-time', 'solvedWithoutReply'> = {
  id: 'first-response-time',
  reasons: ['solvedWithoutReply'],
  read: ({ createdAt, firstReplyAt, isOpen }, hours) =>
    firstReplyAt === null && !isOpen
      ? ['solvedWithoutReply']
      : [{ value: hours(createdAt, firstReplyAt), open: firstReplyAt === null }],
};

/**
 * Makes the measure behind {@link computeFirstResponseTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeFirstResponseTime}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, firstResponseTimeMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T10:30:00Z', type: 'public-agent-reply' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, firstResponseTimeMeasure()).value; // => 1.5
 * ```
 */
export function firstResponseTimeMeasure(
  options: CaseTimeOptions = {},
): Measure<TicketCase, WaitTally, FirstResponseTimeResult> {
  return measureCaseTimes('firstResponseTimeMeasure', METRIC, options);
}

/**
 * Computes the first response time: the hours from a ticket's creation to the first reply of a person that the customer sees, at the median
 * unless told, with the 90th and 95th percentile.
 *
 * Use it for how long customers are left alone; {@link computeSlaAttainment} says whether that was agreed. Open tickets without a reply
 * count as waiting longer than so far; tickets solved without a reply wait for nothing and are counted apart.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `calendar`, or `schedules` and `convention`, to count business hours; `quantile` and `quantiles`; storage and confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many cases still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Cases that still wait count as waiting longer than so far: Kaplan and Meier's estimate, as {@link defineDuration} tells.
 * What counts as a reply follows Zendesk, see {@link toCases}; under `'last-schedule'` so do business hours across schedules.
 * @example
 * ```ts
 * import { computeFirstResponseTime, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T11:00:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't2', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't2', at: '2026-03-02T17:00:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't3', at: '2026-03-02T09:00:00Z', type: 'created' },
 * ];
 * const time = computeFirstResponseTime(toCases(events, { asOf: '2026-03-03T09:00:00Z' }));
 * time.value; // => 8
 * time.open; // => 1
 * time.quantiles.map(({ value }) => value); // => [8, null, null]
 * ```
 */
export function computeFirstResponseTime(
  cases: Iterable<TicketCase>,
  options: CaseTimeOptions = {},
): FirstResponseTimeResult {
  return computeAs('computeFirstResponseTime', cases, measureCaseTimes('computeFirstResponseTime', METRIC, options));
}
