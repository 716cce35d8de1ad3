import { cxError } from '../../core/errors.js';
import { requireInstant, toEpochMilliseconds } from '../../core/instant.js';
import type { Interval } from '../../core/interval.js';
import { HOUR } from '../../core/moment.js';
import { requireOption, requireOptions, resolveConfidence } from '../../core/options.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { shareInterval } from '../../measures/shareInterval.js';
import { namedCounts, type OutcomeTally } from '../outcomeShare.js';
import type { BacklogExclusion, BacklogOptions } from './backlog.js';
import { resolveClock, type ClockOptions } from './businessClock.js';
import { caseStateAt } from './caseAt.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type TicketCase } from './ticketCase.js';
import { totalDefinition, totalResult } from './totalMetric.js';

/** Options of the backlog by age. */
export interface BacklogByAgeOptions
  extends BacklogOptions, ClockOptions<TicketCase>, Pick<ResultOptions, 'confidence'> {
  /**
   * Ages in hours at which the next bucket begins, above 0 and rising; business hours where a calendar is given. Part of the definition: the
   * backlog of days, as often shown, is `[24, 72, 168]`.
   */
  readonly edges: readonly number[];
}

/** The open tickets of one age. */
export interface BacklogBucket {
  /** Hours from which on tickets are in it. */
  readonly from: number;
  /** Hours at which the next bucket begins; `null` for the last. */
  readonly to: number | null;
  /** Open tickets in it. */
  readonly open: number;
  /** Their share of all open tickets, 0..1; `null` when none is open. */
  readonly share: number | null;
  /** Wilson's interval of that share; `null` when none is open. */
  readonly interval: Interval | null;
}

/** Tickets open at an instant, by age. */
export interface BacklogByAgeResult extends IntervalResult<'backlog', BacklogExclusion> {
  /** Tickets open at the instant. */
  readonly open: number;
  /** Tickets solved by then. */
  readonly solved: number;
  /** The open tickets by age, from the youngest. */
  readonly buckets: readonly BacklogBucket[];
}

/** Checks the edges, and gives them in milliseconds. */
function requireEdges(where: string, edges: unknown): number[] {
  const list: readonly unknown[] | null = Array.isArray(edges) && edges.length > 0 ? edges : null;
  if (list === null)
    throw cxError('CX_INVALID_OPTION', `${where}: option "edges"`, 'a list of at least one number', edges);
  return list.map((edge, at) => {
    const before = at === 0 ? 0 : (list[at - 1] as number);
    const isRising = typeof edge === 'number' && Number.isFinite(edge) && edge > before;
    requireOption(isRising, where, `edges[${at}]`, `a finite number above ${before}`, edge);
    return Math.round((edge as number) * HOUR);
  });
}

function measureByAge(
  where: string,
  options: BacklogByAgeOptions,
): Measure<TicketCase, OutcomeTally, BacklogByAgeResult> {
  requireOptions(where, options);
  const { edges, confidence } = options;
  const starts = requireEdges(where, edges);
  resolveConfidence(where, confidence);
  const at = requireInstant(where, 'at', options.at);
  const clock = resolveClock(where, options);
  const hours = [...edges];
  const reasons: readonly BacklogExclusion[] = [...CASE_EXCLUSIONS, 'createdLater'];
  const definition = totalDefinition('backlog', { ageEdges: hours, ...clock.parameters });
  // The buckets, then the solved, then the reasons.
  const solvedAt = hours.length + 1;
  const placeOf = (own: TicketCase, index: number): number => {
    const exclusion = caseExclusion(where, own, index);
    const state = exclusion === null ? caseStateAt(where, own, at, index) : null;
    if (state === 'solved') return solvedAt;
    if (state !== 'open') return solvedAt + 1 + reasons.indexOf(exclusion ?? 'createdLater');
    const age = Math.round(clock.hoursBetween(own, toEpochMilliseconds(own.createdAt), at) * HOUR);
    return starts.filter((start) => age >= start).length;
  };
  return {
    definition,
    createTally: () => ({ counts: new Array<number>(solvedAt + 1 + reasons.length).fill(0) }),
    addRow: ({ counts }, own, index) => {
      (counts[placeOf(own, index)] as number)++;
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, place) => ((into.counts[place] as number) += count));
    },
    toResult: ({ counts }, override) => {
      const byAge = counts.slice(0, solvedAt);
      const solved = counts[solvedAt] as number;
      const open = byAge.reduce((sum, count) => sum + count, 0);
      const certainty = { confidence: override?.confidence ?? confidence };
      return {
        ...totalResult(definition, open, open + solved, namedCounts(reasons, counts, solvedAt + 1)),
        open,
        solved,
        buckets: byAge.map((count, bucket): BacklogBucket => ({
          from: bucket === 0 ? 0 : (hours[bucket - 1] as number),
          to: hours[bucket] ?? null,
          open: count,
          share: open > 0 ? count / open : null,
          interval: open > 0 ? shareInterval(where, count / open, open, open, certainty) : null,
        })),
      };
    },
  };
}

/**
 * Makes the measure behind {@link computeBacklogByAge}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different instants do not belong together.
 *
 * @param options - The same options as {@link computeBacklogByAge}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant, `CX_INVALID_OPTION` when another option is out of its
 * range.
 * @example
 * ```ts
 * import { backlogByAgeMeasure, computeMeasure, toCases } from 'cx-scoring';
 *
 * const asOf = '2026-03-04T09:00:00Z';
 * const cases = toCases([{ ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' }], { asOf });
 * computeMeasure(cases, backlogByAgeMeasure({ at: asOf, edges: [24] })).buckets.map(({ open }) => open); // => [0, 1]
 * ```
 */
export function backlogByAgeMeasure(
  options: BacklogByAgeOptions,
): Measure<TicketCase, OutcomeTally, BacklogByAgeResult> {
  return measureByAge('backlogByAgeMeasure', options);
}

/**
 * Computes the backlog by age: how many of the tickets open at an instant lie in each of the age buckets declared.
 *
 * Use it to draw a backlog and to say how much of it is old; {@link computeBacklogAge} says it in one number. The buckets add up to what
 * {@link computeBacklog} counts.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - The instant `at` and the `edges`; `calendar`, or `schedules` and `convention`, to count business hours; confidence.
 * @returns The number of open tickets, low is good, with the buckets from the youngest. `value: null` when no ticket had come in.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant, `CX_INVALID_OPTION` when another option is out of its
 * range, `CX_INVALID_INPUT` for rows that are no cases and for cases whose history does not reach that instant.
 * @remarks A ticket as old as an edge is in the bucket that begins there; one that was reopened is as old as its creation. The backlog is
 * complete and has no interval; those of the shares take the open tickets for a sample of such tickets: Wilson (1927),
 * https://doi.org/10.1080/01621459.1927.10502953
 * @example
 * ```ts
 * import { computeBacklogByAge, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events = [2, 8, 10, 11].map((day): TicketEvent => ({ ticketId: `t${day}`, at: Date.UTC(2026, 2, day), type: 'created' }));
 * const at = '2026-03-12T00:00:00Z';
 * const backlog = computeBacklogByAge(toCases(events, { asOf: at }), { at, edges: [24, 72, 168] });
 * backlog.value; // => 4
 * backlog.buckets.map(({ open }) => open); // => [0, 2, 1, 1]
 * backlog.buckets[1]?.share; // => 0.5
 * backlog.definition.parameters; // => { ageEdges: [24, 72, 168] }
 * ```
 */
export function computeBacklogByAge(cases: Iterable<TicketCase>, options: BacklogByAgeOptions): BacklogByAgeResult {
  return computeAs('computeBacklogByAge', cases, measureByAge('computeBacklogByAge', options));
}
