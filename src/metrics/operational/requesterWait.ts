import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeOptions } from './caseMetric.js';
import { statusTime } from './statusTime.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { TicketStatus } from './ticketEvent.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket is left out of the requester's wait. */
export type RequesterWaitExclusion = CaseExclusion;

/** Hours that a ticket spent new, open or on hold, at a quantile. */
export type RequesterWaitResult = WaitResult<'requester-wait', RequesterWaitExclusion>;

const WAITING: readonly TicketStatus[] = ['new', 'open', 'on-hold'];

/**
 * Makes the measure behind {@link computeRequesterWait}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeRequesterWait}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, requesterWaitMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T10:30:00Z', type: 'status', status: 'solved' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, requesterWaitMeasure()).value; // => 1.5
 * ```
 */
export function requesterWaitMeasure(
  options: CaseTimeOptions = {},
): Measure<TicketCase, WaitTally, RequesterWaitResult> {
  return measureCaseTimes('requesterWaitMeasure', statusTime('requester-wait', WAITING), options);
}

/**
 * Computes the requester's wait: the hours that a ticket spent new, open or on hold, at the median unless told, with the 90th and 95th
 * percentile.
 *
 * Use it where much of a resolution time is waiting for the customer: the time a ticket was pending does not count. A ticket that is not
 * solved counts as waiting longer than so far.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `calendar`, or `schedules` and `convention`, to count business hours; `quantile` and `quantiles`; storage and confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many cases still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Cases that still wait count as waiting longer than so far: Kaplan and Meier's estimate, as {@link defineDuration} tells.
 * Each stretch in a state is measured on its own (Zendesk): under `'last-schedule'` by the schedule in force at its end.
 * @example
 * ```ts
 * import { computeRequesterWait, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'status', status: 'pending' },
 *   { ticketId: 't1', at: '2026-03-04T10:00:00Z', type: 'status', status: 'open' },
 *   { ticketId: 't1', at: '2026-03-04T12:00:00Z', type: 'status', status: 'solved' },
 * ];
 * computeRequesterWait(toCases(events, { asOf: '2026-03-05T00:00:00Z' })).value; // => 3
 * ```
 */
export function computeRequesterWait(cases: Iterable<TicketCase>, options: CaseTimeOptions = {}): RequesterWaitResult {
  const metric = statusTime('requester-wait', WAITING);
  return computeAs('computeRequesterWait', cases, measureCaseTimes('computeRequesterWait', metric, options));
}
