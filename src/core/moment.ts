import { DAY, LAST_DAY, readDay, toCivilDate } from './civilDay.js';
import { cxError } from './errors.js';
import { LAST_INSTANT, toEpochMilliseconds, toInstant } from './instant.js';

/** A moment as records write it: a civil date, or an instant with its zone. */
export interface Moment {
  /** The day as written, in days since 1970-01-01. */
  readonly day: number;
  /** The instant in milliseconds since 1970-01-01T00:00:00Z; `null` for a civil date, of which the hour is not known. */
  readonly time: number | null;
}

/** Milliseconds of an hour. */
export const HOUR = 3_600_000;

/** Reads a civil date or an instant with its zone; `null` for anything else. */
export function readMoment(text: unknown): Moment | null {
  if (typeof text !== 'string') return null;
  const day = readDay(text);
  if (text.length === 10) return Number.isNaN(day) ? null : { day, time: null };
  const time = toEpochMilliseconds(text);
  return Number.isNaN(time) ? null : { day, time };
}

/** The day of a civil date or of an instant, as written; NaN for anything else. */
export function dayOf(text: unknown): number {
  if (typeof text !== 'string') return NaN;
  return text.length === 10 || !Number.isNaN(toEpochMilliseconds(text)) ? readDay(text) : NaN;
}

/** Reads the option `asOf`. */
export function readAsOf(where: string, asOf: unknown): Moment {
  const moment = readMoment(asOf);
  if (moment) return moment;
  throw cxError('CX_INVALID_DATE', `${where}: option "asOf"`, 'a civil date or an instant with its zone', asOf);
}

/**
 * Milliseconds from one moment to another, negative when the other comes first. Where a side is a civil date the hours are not
 * known, so whole days as written are counted: the next day is 24 hours away, the same day none.
 */
export function elapsed(from: Moment, to: Moment): number {
  if (from.time !== null && to.time !== null) return to.time - from.time;
  return (to.day - from.day) * DAY;
}

/** Places a moment in time to sort by; a civil date by the start of its day in UTC. */
export function timeOf({ day, time }: Moment): number {
  return time ?? day * DAY;
}

/** Writes the moment that comes so many hours later: an instant in UTC, a civil date by whole days; the year 9999 is the last. */
export function laterText({ day, time }: Moment, hours: number): string {
  const text =
    time === null
      ? toCivilDate(Math.min(LAST_DAY, day + Math.floor(hours / 24)))
      : toInstant(Math.min(LAST_INSTANT, Math.round(time + hours * HOUR)));
  return text as string;
}
