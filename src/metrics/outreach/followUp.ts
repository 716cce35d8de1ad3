import type { LoopState } from './contactAttempt.js';
import { readMoment, timeOf, type Moment } from '../../core/moment.js';

/** One customer to call. */
export interface FollowUp {
  /** Id of the answer; `null` when it has none. */
  readonly id: string | null;
  /** Why to call. */
  readonly reason: 'detractor' | 'negative-comment' | 'both';
  /** When the answer was given, as written. */
  readonly at: string;
  /** By when to call: an instant in UTC, or the last civil date that is in time where the answer has only a date. */
  readonly dueAt: string;
  /** Who has to call; `null` when nobody was named. */
  readonly owner: string | null;
  /** When the customer was contacted, as written; `null` while nobody did. */
  readonly contactedAt: string | null;
  /** Where it stands. */
  readonly state: LoopState;
}

/** Orders by the due date, then by id in code units; an answer without id comes last. */
export function byDueDate(a: FollowUp, b: FollowUp): number {
  const due = dueTime(a) - dueTime(b);
  if (due !== 0 || a.id === b.id) return due || (textOf(a) < textOf(b) ? -1 : 1);
  if (a.id === null || b.id === null) return a.id === null ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** Where ids do not tell two apart, what else they hold does. */
function textOf({ at, reason, owner, contactedAt }: FollowUp): string {
  return JSON.stringify([at, reason, owner, contactedAt]);
}

/** A civil date is due at the end of its day. */
function dueTime({ dueAt }: FollowUp): number {
  const moment = readMoment(dueAt) as Moment;
  return timeOf(moment) + (moment.time === null ? 86_399_999 : 0);
}
