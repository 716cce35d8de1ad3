import { DAY } from '../../core/civilDay.js';
import { isWhole, requireOption } from '../../core/options.js';
import { elapsed, type Moment } from '../../core/moment.js';

/** Checks the length of a window, in days. */
export function resolveWindowDays(where: string, windowDays: unknown): number {
  const isWindow = isWhole(windowDays) && windowDays > 0;
  requireOption(isWindow, where, 'windowDays', 'a whole number from 1', windowDays);
  return windowDays as number;
}

/**
 * Tells whether a moment lies in the window that ends at `asOf`: of civil dates the day itself and those before it, as many as there
 * are days; of instants as many times 24 hours.
 */
export function isInWindow(moment: Moment, asOf: Moment, windowDays: number): boolean {
  const since = elapsed(moment, asOf);
  return since >= 0 && since < windowDays * DAY;
}

/** Tells whether the days that a case has are over at `asOf`; the last of them is among those that count. */
export function isMature(from: Moment, asOf: Moment, windowDays: number): boolean {
  return elapsed(from, asOf) >= windowDays * DAY;
}

/** Tells whether something happened within the days that a case has; the last of them counts. */
export function isInTime(from: Moment, event: Moment | null, windowDays: number): boolean {
  return event !== null && elapsed(from, event) <= windowDays * DAY;
}
