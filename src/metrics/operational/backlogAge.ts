import { requireOptions } from '../../core/options.js';
import { requireInstant, toEpochMilliseconds } from '../../core/instant.js';
import { computeMeasure } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import type { BacklogExclusion, BacklogOptions } from './backlog.js';
import { caseStateAt } from './caseAt.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type TicketCase } from './ticketCase.js';
import { measureWaits, type WaitOptions, type WaitResult, type WaitTally } from './waitMetric.js';

/** Options of the age of the backlog. */
export interface BacklogAgeOptions extends BacklogOptions, WaitOptions {
  /**
   * The quantile that is the value, strictly between 0 and 1; part of the definition.
   * @defaultValue 0.9
   */
  readonly quantile?: number | undefined;
}

/** Reasons for which a ticket is left out of the age of the backlog. */
export type BacklogAgeExclusion = BacklogExclusion | 'solved';

/** Age of the open tickets in days, at a quantile. */
export type BacklogAgeResult = WaitResult<'backlog-age', BacklogAgeExclusion>;

const DAY = 86_400_000;

function measureAge(where: string, options: BacklogAgeOptions): Measure<TicketCase, WaitTally, BacklogAgeResult> {
  requireOptions(where, options);
  const { quantile = 0.9 } = options;
  const at = requireInstant(where, 'at', options.at);
  return measureWaits<TicketCase, 'backlog-age', BacklogAgeExclusion>({
    id: 'backlog-age',
    unit: 'days',
    parameters: {},
    reasons: [...CASE_EXCLUSIONS, 'createdLater', 'solved'],
    censored: false,
    options: { ...options, quantile },
    read: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return [exclusion];
      const state = caseStateAt(where, own, at, index);
      if (state === 'not-created') return ['createdLater'];
      if (state === 'solved') return ['solved'];
      return [{ value: (at - toEpochMilliseconds(own.createdAt)) / DAY, open: false }];
    },
  });
}

/**
 * Makes the measure behind {@link computeBacklogAge}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different instants do not belong together.
 *
 * @param options - The same options as {@link computeBacklogAge}.
 * @returns A measure over cases.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant, `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when
 * another option is out of its range.
 * @example
 * ```ts
 * import { backlogAgeMeasure, computeMeasure, toCases } from 'cx-scoring';
 *
 * const asOf = '2026-03-04T09:00:00Z';
 * const cases = toCases([{ ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' }], { asOf });
 * computeMeasure(cases, backlogAgeMeasure({ at: asOf })).value; // => 2
 * ```
 */
export function backlogAgeMeasure(options: BacklogAgeOptions): Measure<TicketCase, WaitTally, BacklogAgeResult> {
  return measureAge('backlogAgeMeasure', options);
}

/**
 * Computes the age of the backlog: the days since creation of the tickets open at an instant, at the 90th percentile unless told.
 *
 * Use it beside {@link computeBacklog}: a small backlog of old tickets is worse than a larger one of today's.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - The instant `at`; `quantile` and `quantiles`; storage and confidence.
 * @returns Days of 24 hours, low is good; `value: null` when no ticket is open. `closed` is the number of tickets whose age counts, and none
 * is censored: an age is known.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `at` is no instant, `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when
 * another option is out of its range, `CX_INVALID_INPUT` for rows that are no cases and for cases whose history does not reach that instant.
 * @remarks Quantile of type 7, as {@link defineDuration} tells. A ticket that was reopened is as old as its creation.
 * @example
 * ```ts
 * import { computeBacklogAge, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
 *   (day): TicketEvent => ({ ticketId: `t${day}`, at: Date.UTC(2026, 2, day), type: 'created' }),
 * );
 * const at = '2026-03-12T00:00:00Z';
 * const age = computeBacklogAge(toCases(events, { asOf: at }), { at });
 * age.value; // => 10
 * age.quantiles.map(({ value }) => value); // => [6, 10, 10.5]
 * ```
 */
export function computeBacklogAge(cases: Iterable<TicketCase>, options: BacklogAgeOptions): BacklogAgeResult {
  return computeMeasure(cases, measureAge('computeBacklogAge', options));
}
