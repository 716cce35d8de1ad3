import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type CaseExclusion, type TicketCase } from './ticketCase.js';

/** Reasons for which a ticket is left out of the reopen rate. */
export type ReopenExclusion = CaseExclusion | 'neverSolved';

/** The share of solved tickets that were reopened, 0..1. */
export interface ReopenRateResult extends IntervalResult<'reopen-rate', ReopenExclusion> {
  /** Tickets reopened at least once after a solution. */
  readonly reopened: number;
  /** Tickets that stayed solved. */
  readonly stayedSolved: number;
}

function measureReopens(
  where: string,
  options: ShareOptions,
): RatioMeasure<TicketCase, OutcomeTally, ReopenRateResult> {
  return measureOutcomes<TicketCase, 'reopen-rate', 'reopened' | 'stayedSolved', ReopenExclusion>({
    where,
    definition: shareDefinition('reopen-rate', 'lower-is-better', {}),
    outcomes: { reopened: true, stayedSolved: false },
    reasons: [...CASE_EXCLUSIONS, 'neverSolved'],
    classify: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return exclusion;
      if (own.firstSolvedAt === null) return 'neverSolved';
      return own.reopens > 0 ? 'reopened' : 'stayedSolved';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeReopenRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeReopenRate}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when its result is asked for with an option out of its range.
 * @example
 * ```ts
 * import { computeMeasure, reopenRateMeasure, toCases } from 'cx-scoring';
 *
 * const cases = toCases(
 *   [
 *     { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *     { ticketId: 't1', at: '2026-03-02T15:00:00Z', type: 'status', status: 'solved' },
 *   ],
 *   { asOf: '2026-03-04T00:00:00Z' },
 * );
 * computeMeasure(cases, reopenRateMeasure()).value; // => 0
 * ```
 */
export function reopenRateMeasure(
  options: ShareOptions = {},
): RatioMeasure<TicketCase, OutcomeTally, ReopenRateResult> {
  return measureReopens('reopenRateMeasure', options);
}

/**
 * Computes the reopen rate: tickets reopened at least once, over tickets that were solved at least once.
 *
 * Use it beside the resolution times, which alone reward a solution that is none. Recent solutions have had little time to come back: to
 * compare periods, let the same time pass after each.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - Interval, confidence and population.
 * @returns The share, 0..1, low is good, with Wilson's interval; `value: null` when no ticket was solved.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks A ticket counts once, however often it came back.
 * @example
 * ```ts
 * import { computeReopenRate, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = ['t1', 't2', 't3', 't4'].flatMap((ticketId): TicketEvent[] => [
 *   { ticketId, at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId, at: '2026-03-02T15:00:00Z', type: 'status', status: 'solved' },
 * ]);
 * const again: TicketEvent = { ticketId: 't3', at: '2026-03-03T08:00:00Z', type: 'status', status: 'open' };
 * const rate = computeReopenRate(toCases([...events, again], { asOf: '2026-03-10T00:00:00Z' }));
 * rate.value; // => 0.25
 * rate.reopened; // => 1
 * ```
 */
export function computeReopenRate(cases: Iterable<TicketCase>, options: ShareOptions = {}): ReopenRateResult {
  return computeAs('computeReopenRate', cases, measureReopens('computeReopenRate', options));
}
