import { requireOption } from '../../core/options.js';
import { HOUR, elapsed, readMoment, type Moment } from '../../core/moment.js';

/** Where an answer stands in the closed loop. */
export type LoopState = 'in-time' | 'late' | 'overdue' | 'not-yet-due';

/** What is wrong with the times of an answer. */
export interface AttemptFault {
  /** Code of the finding. */
  readonly code: 'unreadable-time' | 'contacted-before-answer';
  /** The time at fault. */
  readonly field: 'at' | 'contactedAt';
}

/** The times of an answer that calls for a contact; `contacted` is `null` until somebody made contact. */
export interface Attempt {
  /** When the answer was given. */
  readonly at: Moment;
  /** When the customer was contacted first. */
  readonly contacted: Moment | null;
}

/** Reads the times of an answer, or tells what is wrong with them: one rule for metrics, queue and check. */
export function readAttempt(at: unknown, contactedAt: unknown): Attempt | AttemptFault {
  const answered = readMoment(at);
  if (!answered) return { code: 'unreadable-time', field: 'at' };
  if (contactedAt === null || contactedAt === undefined) return { at: answered, contacted: null };
  const contacted = readMoment(contactedAt);
  if (!contacted) return { code: 'unreadable-time', field: 'contactedAt' };
  if (elapsed(answered, contacted) < 0) return { code: 'contacted-before-answer', field: 'contactedAt' };
  return { at: answered, contacted };
}

/** The attempt as it stood: what happened after `asOf` has not happened; `null` for an answer that was not given yet. */
export function attemptAsOf({ at, contacted }: Attempt, asOf: Moment): Attempt | null {
  if (elapsed(at, asOf) < 0) return null;
  return { at, contacted: contacted && elapsed(contacted, asOf) >= 0 ? contacted : null };
}

/** Where an attempt stands at `asOf`. The deadline itself is in time. */
export function loopState({ at, contacted }: Attempt, deadlineHours: number, asOf: Moment): LoopState {
  const isWithin = elapsed(at, contacted ?? asOf) <= deadlineHours * HOUR;
  if (contacted) return isWithin ? 'in-time' : 'late';
  return isWithin ? 'not-yet-due' : 'overdue';
}

/** Checks a deadline. */
export function resolveDeadline(where: string, deadlineHours: number): number {
  const isDeadline = Number.isFinite(deadlineHours) && deadlineHours > 0;
  requireOption(isDeadline, where, 'deadlineHours', 'a finite number above 0', deadlineHours);
  return deadlineHours;
}
