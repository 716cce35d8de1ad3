import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import { requireInstant, type Instant } from '../../core/instant.js';
import { computeMeasure } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import type { OutcomeTally } from '../outcomeShare.js';
import { caseStateAt } from './caseAt.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type CaseExclusion, type TicketCase } from './ticketCase.js';
import { measureTotal, type TotalResult } from './totalMetric.js';

/** Options of the net flow. */
export interface BacklogNetFlowOptions {
  /** The instant after which the period begins. */
  readonly from: Instant;
  /** The last instant of the period, no later than the `asOf` of the cases. */
  readonly to: Instant;
}

/** Created less solved tickets of a period, with both, and those reopened. */
export type BacklogNetFlowResult = TotalResult<'backlog-net-flow', 'created' | 'solved' | 'reopened', CaseExclusion>;

function measureFlow(
  where: string,
  options: BacklogNetFlowOptions,
): Measure<TicketCase, OutcomeTally, BacklogNetFlowResult> {
  requireOptions(where, options);
  const from = requireInstant(where, 'from', options.from);
  const to = requireInstant(where, 'to', options.to);
  if (to <= from) throw cxError('CX_INVALID_DATE', `${where}: "to"`, 'after "from"', options.to);
  return measureTotal<TicketCase, 'backlog-net-flow', 'created' | 'solved' | 'reopened', CaseExclusion>({
    id: 'backlog-net-flow',
    parameters: {},
    kinds: { created: 1, solved: -1, reopened: 1 },
    reasons: CASE_EXCLUSIONS,
    classify: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return exclusion;
      const before = caseStateAt(where, own, from, index);
      const after = caseStateAt(where, own, to, index);
      if (before === 'solved') return after === 'open' ? ['reopened'] : [];
      const created = before === 'not-created' && after !== 'not-created' ? (['created'] as const) : [];
      return after === 'solved' ? [...created, 'solved'] : created;
    },
  });
}

/**
 * Makes the measure behind {@link computeBacklogNetFlow}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different periods do not belong together.
 *
 * @param options - The same options as {@link computeBacklogNetFlow}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `from` or `to` is no instant, or `to` is not after `from`.
 * @example
 * ```ts
 * import { backlogNetFlowMeasure, computeMeasure, toCases } from 'cx-scoring';
 *
 * const to = '2026-03-04T00:00:00Z';
 * const cases = toCases([{ ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' }], { asOf: to });
 * computeMeasure(cases, backlogNetFlowMeasure({ from: '2026-03-01T00:00:00Z', to })).value; // => 1
 * ```
 */
export function backlogNetFlowMeasure(
  options: BacklogNetFlowOptions,
): Measure<TicketCase, OutcomeTally, BacklogNetFlowResult> {
  return measureFlow('backlogNetFlowMeasure', options);
}

/**
 * Computes the net flow of the backlog: tickets created minus tickets solved in a period.
 *
 * Use it to see early whether a backlog grows: above 0 it does. It is exactly the backlog at the end less the backlog at the beginning.
 *
 * @param cases - The cases, from {@link toCases}; those of the whole history, not of the period alone.
 * @param options - The period: `from`, which is not part of it, and `to`, which is.
 * @returns The number of tickets, below 0 when the backlog shrinks, without interval; `value: null` without tickets.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `from` or `to` is no instant, or `to` is not after `from`,
 * `CX_INVALID_INPUT` for rows that are no cases and for cases whose history does not reach the end.
 * @remarks A ticket counts by where it stood at both ends: `solved` are those solved at the end and not at the beginning, `reopened` those
 * solved at the beginning and open at the end, which are taken off the solved. What was solved and reopened in between is neither.
 * @example
 * ```ts
 * import { computeBacklogNetFlow, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-03T09:00:00Z', type: 'status', status: 'solved' },
 *   { ticketId: 't2', at: '2026-03-03T10:00:00Z', type: 'created' },
 *   { ticketId: 't3', at: '2026-03-03T11:00:00Z', type: 'created' },
 * ];
 * const cases = toCases(events, { asOf: '2026-03-04T00:00:00Z' });
 * const flow = computeBacklogNetFlow(cases, { from: '2026-03-03T00:00:00Z', to: '2026-03-04T00:00:00Z' });
 * flow.value; // => 1
 * [flow.created, flow.solved, flow.reopened]; // => [2, 1, 0]
 * ```
 */
export function computeBacklogNetFlow(
  cases: Iterable<TicketCase>,
  options: BacklogNetFlowOptions,
): BacklogNetFlowResult {
  return computeMeasure(cases, measureFlow('computeBacklogNetFlow', options));
}
