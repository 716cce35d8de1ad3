import { toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { readMoment, timeOf } from '../core/moment.js';

/** When an answer was given, as numbers. */
export interface AnswerMoment {
  /** Day as written, in the zone of the text: days since 1970-01-01. */
  readonly day: number;
  /** Milliseconds since 1970-01-01T00:00:00Z; a civil date counts as the start of its day in UTC. */
  readonly time: number;
}

/** Reads a civil date or an instant with its zone; `null` for anything else. */
export function answerMoment(at: unknown): AnswerMoment | null {
  const moment = readMoment(at);
  return moment && { day: moment.day, time: timeOf(moment) };
}

/** The day of a civil date that was given as an option. */
export function dayOption(where: string, name: string, date: unknown): number {
  const day = toDayNumber(date);
  if (!Number.isNaN(day)) return day;
  throw cxError('CX_INVALID_DATE', `${where}: option "${name}"`, 'a civil date YYYY-MM-DD that exists', date);
}
