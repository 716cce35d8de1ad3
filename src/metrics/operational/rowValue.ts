import { elapsed, readMoment, type Moment } from '../../core/moment.js';

/** Why a value of a row does not count. */
export type ValueFault = 'missing' | 'invalid';

/** Reads what is either so or not. */
export function readFlag(value: unknown): boolean | ValueFault {
  if (value === null || value === undefined) return 'missing';
  return typeof value === 'boolean' ? value : 'invalid';
}

/** Reads a civil date or an instant. */
export function readTime(value: unknown): Moment | ValueFault {
  if (value === null || value === undefined) return 'missing';
  return readMoment(value) ?? 'invalid';
}

/** Reads when something happened that need not have: `null` while it has not, as known at a moment. */
export function readEvent(value: unknown, asOf: Moment): Moment | 'invalid' | null {
  const time = readTime(value);
  if (time === 'missing') return null;
  return time === 'invalid' || elapsed(time, asOf) >= 0 ? time : null;
}
