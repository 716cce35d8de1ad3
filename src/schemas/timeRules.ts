import { DAY } from '../core/civilDay.js';
import { elapsed, readMoment, type Moment } from '../core/moment.js';
import type { Finding } from './issues.js';

/** Reads a time of any record; `null` for one that is missing, or that its own schema tells of. */
function toMoment(time: unknown): Moment | null {
  return typeof time === 'number' ? { day: Math.floor(time / DAY), time } : readMoment(time);
}

/**
 * What is wrong when a time lies before that of something that comes first. Where a side is a civil date, days as written are compared,
 * so that two things of one day are in order.
 */
export function orderFindings(
  earlier: string,
  earlierTime: unknown,
  laterTime: unknown,
  path: readonly PropertyKey[],
): Finding[] {
  const from = toMoment(earlierTime);
  const to = toMoment(laterTime);
  if (!from || !to || elapsed(from, to) >= 0) return [];
  return [{ code: 'out-of-order', rule: `at or after "${earlier}"`, input: laterTime, path }];
}

/** Makes a rule of pairs of fields: the second may not lie before the first. */
export function inOrder<T extends object>(
  ...pairs: readonly (readonly [earlier: keyof T & string, later: keyof T & string])[]
): (record: T) => Finding[] {
  return (record) =>
    pairs.flatMap(([earlier, later]) => orderFindings(earlier, record[earlier], record[later], [later]));
}
