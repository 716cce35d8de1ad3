import { requireOptions, requireRows } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import { requireInstant, toEpochMilliseconds, toInstant, type Instant } from '../../core/instant.js';
import { computeMeasure } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import type { OutcomeTally } from '../outcomeShare.js';
import { caseStateAt } from './caseAt.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type CaseExclusion, type TicketCase } from './ticketCase.js';
import { isOpenStatus } from './ticketEvent.js';
import { measureTotal, type TotalResult } from './totalMetric.js';

/** Options of the backlog. */
export interface BacklogOptions {
  /** The instant at which tickets are counted, no later than the `asOf` of the cases. */
  readonly at: Instant;
}

/** Reasons for which a ticket is left out of the backlog. */
export type BacklogExclusion = CaseExclusion | 'createdLater';

/** Tickets open at an instant, and those solved by then. */
export type BacklogResult = TotalResult<'backlog', 'open' | 'solved', BacklogExclusion>;

/** The backlog at one instant. */
export interface BacklogPoint {
  /** The instant, in UTC. */
  readonly at: string;
  /** Tickets open at it. */
  readonly open: number;
}

function measureBacklog(where: string, options: BacklogOptions): Measure<TicketCase, OutcomeTally, BacklogResult> {
  requireOptions(where, options);
  const at = requireInstant(where, 'at', options.at);
  return measureTotal<TicketCase, 'backlog', 'open' | 'solved', BacklogExclusion>({
    id: 'backlog',
    parameters: {},
    kinds: { open: 1, solved: 0 },
    reasons: [...CASE_EXCLUSIONS, 'createdLater'],
    classify: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return exclusion;
      const state = caseStateAt(where, own, at, index);
      return state === 'not-created' ? 'createdLater' : [state];
    },
  });
}

/**
 * Makes the measure behind {@link computeBacklog}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different instants do not belong together.
 *
 * @param options - The same options as {@link computeBacklog}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant.
 * @example
 * ```ts
 * import { backlogMeasure, computeMeasure, toCases } from 'cx-scoring';
 *
 * const asOf = '2026-03-04T00:00:00Z';
 * const cases = toCases([{ ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' }], { asOf });
 * computeMeasure(cases, backlogMeasure({ at: asOf })).value; // => 1
 * ```
 */
export function backlogMeasure(options: BacklogOptions): Measure<TicketCase, OutcomeTally, BacklogResult> {
  return measureBacklog('backlogMeasure', options);
}

/**
 * Computes the backlog: the tickets that had come in by an instant and were not solved or closed at it.
 *
 * Use it with {@link computeBacklogAge}: as many tickets may be a day old or a month. It is rebuilt from what happened, so that any past
 * instant can be asked for; a snapshot of today's states cannot say that.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - The instant `at`.
 * @returns The number of open tickets, low is good, without interval: it is a count, not a sample. `value: null` when no ticket had come in.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant, `CX_INVALID_INPUT` for rows that are no cases and for
 * cases whose history does not reach that instant.
 * @remarks What happened at the instant itself has happened: a ticket created then is open, one solved then is not.
 * @example
 * ```ts
 * import { computeBacklog, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-03T09:00:00Z', type: 'status', status: 'solved' },
 *   { ticketId: 't2', at: '2026-03-03T10:00:00Z', type: 'created' },
 * ];
 * const cases = toCases(events, { asOf: '2026-03-04T00:00:00Z' });
 * computeBacklog(cases, { at: '2026-03-02T23:00:00Z' }).value; // => 1
 * computeBacklog(cases, { at: '2026-03-03T09:30:00Z' }).value; // => 0
 * computeBacklog(cases, { at: '2026-03-04T00:00:00Z' }).value; // => 1
 * ```
 */
export function computeBacklog(cases: Iterable<TicketCase>, options: BacklogOptions): BacklogResult {
  return computeMeasure(cases, measureBacklog('computeBacklog', options));
}

/**
 * Counts the open tickets at many instants in one pass.
 *
 * Use it for the curve of a backlog, such as each evening at 23:00; each point is what {@link computeBacklog} gives.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param instants - The instants, in any order, no later than the `asOf` of the cases.
 * @returns One point for each instant, in the order given; excluded cases do not count.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but instants, `CX_INVALID_INPUT` for rows that are no cases and
 * for cases whose history does not reach an instant.
 * @example
 * ```ts
 * import { backlogAt, toCases } from 'cx-scoring';
 *
 * const cases = toCases([{ ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' }], { asOf: '2026-03-04T00:00:00Z' });
 * const points = backlogAt(cases, ['2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z']);
 * points; // => [{ at: '2026-03-01T23:00:00Z', open: 0 }, { at: '2026-03-02T23:00:00Z', open: 1 }]
 * ```
 */
export function backlogAt(cases: Iterable<TicketCase>, instants: readonly Instant[]): BacklogPoint[] {
  requireRows('backlogAt', 'cases', cases);
  requireRows('backlogAt', 'instants', instants);
  const times = [...instants].map((instant, index) => requireInstant('backlogAt', `instants[${index}]`, instant));
  const last = times.reduce((latest, time) => Math.max(latest, time), -Infinity);
  const changes: (readonly [time: number, by: number])[] = [];
  let index = 0;
  for (const own of cases) {
    if (caseExclusion('backlogAt', own, index) === null) {
      if (toEpochMilliseconds(own.asOf) < last)
        throw cxError(
          'CX_INVALID_INPUT',
          `backlogAt: "asOf" of the case at row ${index}`,
          'at or after all instants',
          own.asOf,
        );
      let wasOpen = false;
      for (const { status, from } of own.statuses) {
        const isOpen = isOpenStatus(status);
        if (isOpen !== wasOpen) changes.push([toEpochMilliseconds(from), isOpen ? 1 : -1]);
        wasOpen = isOpen;
      }
    }
    index++;
  }
  changes.sort((a, b) => a[0] - b[0]);
  const openAt = new Map<number, number>();
  let open = 0;
  let next = 0;
  for (const time of [...times].sort((a, b) => a - b)) {
    for (; next < changes.length && (changes[next]?.[0] as number) <= time; next++)
      open += changes[next]?.[1] as number;
    openAt.set(time, open);
  }
  return times.map((time) => ({ at: toInstant(time) as string, open: openAt.get(time) as number }));
}
