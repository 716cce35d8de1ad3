import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeMetric, type CaseTimeOptions } from './caseMetric.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket or a wait is left out of the next response time. */
export type NextResponseTimeExclusion = CaseExclusion | 'noLaterMessage' | 'solvedWithoutReply';

/** Hours from a customer's later message to the next public reply, at a quantile. */
export type NextResponseTimeResult = WaitResult<'next-response-time', NextResponseTimeExclusion>;

const METRIC: CaseTimeMetric<'next-response-time', 'noLaterMessage' | 'solvedWithoutReply'> = {
  id: 'next-response-time',
  reasons: ['noLaterMessage', 'solvedWithoutReply'],
  read: ({ nextReplies }, hours) =>
    nextReplies.length === 0
      ? ['noLaterMessage']
      : nextReplies.map(({ askedAt, endedAt, ended }) =>
          ended === 'solved' ? 'solvedWithoutReply' : { value: hours(askedAt, endedAt), open: ended === null },
        ),
};

/**
 * Makes the measure behind {@link computeNextResponseTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeNextResponseTime}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, nextResponseTimeMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'public-agent-reply' },
 *     { ticketId: 't1', at: '2026-03-02T11:00:00Z', type: 'requester-reply' },
 *     { ticketId: 't1', at: '2026-03-02T12:30:00Z', type: 'public-agent-reply' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, nextResponseTimeMeasure()).value; // => 1.5
 * ```
 */
export function nextResponseTimeMeasure(
  options: CaseTimeOptions = {},
): Measure<TicketCase, WaitTally, NextResponseTimeResult> {
  return measureCaseTimes('nextResponseTimeMeasure', METRIC, options);
}

/**
 * Computes the next response time: the hours from a customer's message after the first reply to the next public reply, at the median unless
 * told, with the 90th and 95th percentile.
 *
 * Use it beside {@link computeFirstResponseTime}: a quick first answer followed by silence pleases nobody. A ticket may wait several
 * times, and each wait counts; one that ended with a solution and no reply is counted apart.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `calendar`, or `schedules` and `convention`, to count business hours; `quantile` and `quantiles`; storage and confidence.
 * @returns Hours, low is good, over waits; `value: null`, with the warning `quantile-not-reached`, when too many cases still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Cases that still wait count as waiting longer than so far: Kaplan and Meier's estimate, as {@link defineDuration} tells.
 * A wait runs from the oldest message that was not answered (Zendesk). The waits of one ticket are not independent: the interval is too
 * narrow where a few tickets hold most of them.
 * @example
 * ```ts
 * import { computeNextResponseTime, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't1', at: '2026-03-02T11:00:00Z', type: 'requester-reply' },
 *   { ticketId: 't1', at: '2026-03-02T12:00:00Z', type: 'requester-reply' },
 *   { ticketId: 't1', at: '2026-03-02T14:00:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't1', at: '2026-03-02T15:00:00Z', type: 'requester-reply' },
 * ];
 * const time = computeNextResponseTime(toCases(events, { asOf: '2026-03-02T17:00:00Z' }));
 * time.closed; // => 1
 * time.open; // => 1
 * time.value; // => 3
 * ```
 */
export function computeNextResponseTime(
  cases: Iterable<TicketCase>,
  options: CaseTimeOptions = {},
): NextResponseTimeResult {
  return computeAs('computeNextResponseTime', cases, measureCaseTimes('computeNextResponseTime', METRIC, options));
}
