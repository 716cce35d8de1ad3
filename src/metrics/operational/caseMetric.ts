import { cxError } from '../../core/errors.js';
import { toEpochMilliseconds } from '../../core/instant.js';
import type { Measure } from '../../measures/measure.js';
import { resolveClock, type ClockOptions } from './businessClock.js';
import { CASE_EXCLUSIONS, type CaseExclusion, type TicketCase } from './ticketCase.js';
import { measureWaits, type Wait, type WaitOptions, type WaitResult, type WaitTally } from './waitMetric.js';

/** Options of the times of cases. */
export interface CaseTimeOptions extends WaitOptions, ClockOptions<TicketCase> {}

/** Hours between two instants of a case; the second is that of the case's history where it is `null`. */
export type CaseHours = (from: string, to: string | null) => number;

/** A time of cases. */
export interface CaseTimeMetric<Id extends string, Reason extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** Reasons of its own for which something is left out. */
  readonly reasons: readonly Reason[];
  /** The waits of a case that counts. */
  readonly read: (own: TicketCase & { readonly createdAt: string }, hours: CaseHours) => readonly (Wait | Reason)[];
}

/** Refuses a row that is no case, and tells why a case does not count; a case that counts has a creation. */
export function caseExclusion(where: string, own: TicketCase, index: number): CaseExclusion | null {
  const { exclusion } = Object(own) as Partial<TicketCase>;
  if (exclusion === null || CASE_EXCLUSIONS.includes(exclusion as CaseExclusion)) return exclusion as CaseExclusion;
  throw cxError('CX_INVALID_INPUT', `${where}: case at row ${index}`, 'one that toCases made', own);
}

/** Makes the measure of a time of cases. */
export function measureCaseTimes<Id extends string, Reason extends string>(
  where: string,
  { id, reasons, read }: CaseTimeMetric<Id, Reason>,
  options: CaseTimeOptions,
): Measure<TicketCase, WaitTally, WaitResult<Id, Reason | CaseExclusion>> {
  const clock = resolveClock(where, options);
  return measureWaits<TicketCase, Id, Reason | CaseExclusion>({
    id,
    unit: 'hours',
    parameters: clock.parameters,
    reasons: [...CASE_EXCLUSIONS, ...reasons],
    censored: true,
    options,
    read: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return [exclusion];
      const hours: CaseHours = (from, to) =>
        clock.hoursBetween(own, toEpochMilliseconds(from), toEpochMilliseconds(to ?? own.asOf));
      return read(own as TicketCase & { readonly createdAt: string }, hours);
    },
  });
}
