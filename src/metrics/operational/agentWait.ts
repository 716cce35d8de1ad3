import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { measureCaseTimes, type CaseTimeOptions } from './caseMetric.js';
import { statusTime } from './statusTime.js';
import type { CaseExclusion, TicketCase } from './ticketCase.js';
import type { TicketStatus } from './ticketEvent.js';
import type { WaitResult, WaitTally } from './waitMetric.js';

/** Reasons for which a ticket is left out of the agent's wait. */
export type AgentWaitExclusion = CaseExclusion;

/** Hours that a ticket spent pending, at a quantile. */
export type AgentWaitResult = WaitResult<'agent-wait', AgentWaitExclusion>;

const WAITING: readonly TicketStatus[] = ['pending'];

function measureAgentWait(where: string, options: CaseTimeOptions): Measure<TicketCase, WaitTally, AgentWaitResult> {
  return measureCaseTimes(where, statusTime('agent-wait', WAITING), options);
}

/**
 * Makes the measure behind {@link computeAgentWait}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeAgentWait}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { agentWaitMeasure, computeMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created', status: 'pending' },
 *     { ticketId: 't1', at: '2026-03-02T10:30:00Z', type: 'status', status: 'solved' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, agentWaitMeasure()).value; // => 1.5
 * ```
 */
export function agentWaitMeasure(options: CaseTimeOptions = {}): Measure<TicketCase, WaitTally, AgentWaitResult> {
  return measureAgentWait('agentWaitMeasure', options);
}

/**
 * Computes the agent's wait: the hours that a ticket spent pending, in which the agent waited for the customer, at the median unless told,
 * with the 90th and 95th percentile.
 *
 * Use it beside {@link computeRequesterWait}, whose complement it is: ticket by ticket, the two waits add up to the time that the ticket was
 * not solved. A long one asks for better questions, not for more agents.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `calendar`, or `schedules` and `convention`, to count business hours; `quantile` and `quantiles`; storage and confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many cases are still open to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Zendesk's `agent_wait_time_in_minutes`. A ticket that was never pending waited no time and counts; where most are never pending
 * the median is 0, and a higher quantile says more. Open cases count as waiting longer than so far: Kaplan and Meier's estimate, as
 * {@link defineDuration} tells. Each stretch is measured on its own: under `'last-schedule'` by the schedule in force at its end.
 * @example
 * ```ts
 * import { computeAgentWait, computeRequesterWait, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'status', status: 'pending' },
 *   { ticketId: 't1', at: '2026-03-04T10:00:00Z', type: 'status', status: 'open' },
 *   { ticketId: 't1', at: '2026-03-04T12:00:00Z', type: 'status', status: 'solved' },
 * ];
 * const cases = toCases(events, { asOf: '2026-03-05T00:00:00Z' });
 * computeAgentWait(cases).value; // => 48
 * computeRequesterWait(cases).value; // => 3
 * ```
 */
export function computeAgentWait(cases: Iterable<TicketCase>, options: CaseTimeOptions = {}): AgentWaitResult {
  return computeAs('computeAgentWait', cases, measureAgentWait('computeAgentWait', options));
}
