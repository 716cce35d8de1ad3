import { cxError } from '../../core/errors.js';
import { requireInstant, toInstant, type Instant } from '../../core/instant.js';
import { requireObject, requireOption } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { readPauses, type Pause, type Stretch } from './pause.js';

/** What does not count. */
export interface BusinessTimeOptions {
  /**
   * Stretches of time that do not count, such as those during which the customer was waited for. They may overlap, lie within each other
   * and reach beyond the span: no minute is taken off twice.
   * @defaultValue none
   */
  readonly pauses?: readonly Pause[] | undefined;
}

const MINUTE = 60_000;

/** Reads the two ends of a span, and refuses an end that comes first. */
export function requireSpan(where: string, start: Instant, end: Instant): Stretch {
  const from = requireInstant(where, 'start', start);
  const to = requireInstant(where, 'end', end);
  if (to < from) {
    const name = `${where}: minutes from "start" to "end"`;
    throw cxError('CX_INVALID_DATE', name, 'at least 0', (to - from) / MINUTE);
  }
  return [from, to];
}

/** Open milliseconds of a span outside of pauses, which are in order of their start. */
export function openOutside(calendar: BusinessCalendar, [start, end]: Stretch, pauses: readonly Stretch[]): number {
  let open = 0;
  let cursor = start;
  for (const [from, to] of pauses) {
    open += calendar.openBetween(cursor, Math.min(from, end));
    cursor = Math.max(cursor, to);
  }
  return open + calendar.openBetween(cursor, end);
}

/**
 * Measures the business minutes between two instants: the time that passes within opening hours, pauses left out.
 *
 * Use it for response times, resolution times and times to quote; {@link businessMinutesAcross} does it for a case that changes schedules.
 *
 * @remarks
 * True elapsed time: a day of 23 or 25 hours counts as such, see {@link toBusinessCalendar}. Seconds count as fractions.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}.
 * @param start - First instant.
 * @param end - Instant at which to stop, not before the start.
 * @param options - Pauses.
 * @returns Minutes, from 0.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but instants, and RangeError with that code when the span or a pause
 * ends before it starts; TypeError with code `CX_INVALID_OPTION` when `pauses` is no list of pauses.
 * @example
 * ```ts
 * import { businessMinutesBetween, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '09:00', end: '17:00' }];
 * const calendar = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { friday: hours, monday: hours } }] });
 * businessMinutesBetween(calendar, '2026-11-20T16:30:00Z', '2026-11-23T09:45:30Z'); // => 75.5
 * const pauses = [{ start: '2026-11-20T16:45:00Z', end: '2026-11-23T09:15:00Z' }];
 * businessMinutesBetween(calendar, '2026-11-20T16:30:00Z', '2026-11-23T09:45:30Z', { pauses }); // => 45.5
 * ```
 */
export function businessMinutesBetween(
  calendar: BusinessCalendar,
  start: Instant,
  end: Instant,
  options?: BusinessTimeOptions,
): number {
  const span = requireSpan('businessMinutesBetween', start, end);
  const pauses = readPauses('businessMinutesBetween', options?.pauses);
  return openOutside(calendar, span, pauses) / MINUTE;
}

/**
 * Finds the instant at which a number of business minutes will have passed.
 *
 * Use it for due times. It is the earliest such instant: eight hours from nine o'clock end at closing time, not at the next opening.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}.
 * @param start - First instant.
 * @param minutes - Business minutes, from 0; 0 gives the start, open or not. The result is exact to the millisecond.
 * @param options - Pauses known so far; the due time moves back by what they take.
 * @returns The instant as text in UTC, or `null` when it never comes: no more opening hours up to the year 9999, or a pause that goes on.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but instants and for a pause that ends before it starts, and with
 * code `CX_INVALID_OPTION` for minutes that are negative or no finite number and for `pauses` that are no list of pauses.
 * @example
 * ```ts
 * import { addBusinessMinutes, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '09:00', end: '17:00' }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks: [{ hours: { friday: hours, monday: hours } }] });
 * addBusinessMinutes(calendar, '2026-11-20T16:30:00+01:00', 75); // => '2026-11-23T08:45:00Z'
 * ```
 */
export function addBusinessMinutes(
  calendar: BusinessCalendar,
  start: Instant,
  minutes: number,
  options?: BusinessTimeOptions,
): string | null {
  const from = requireInstant('addBusinessMinutes', 'start', start);
  const isAmount = typeof minutes === 'number' && minutes >= 0 && minutes < Infinity;
  requireOption(isAmount, 'addBusinessMinutes', 'minutes', 'a finite number from 0', minutes);
  let rest = Math.round(minutes * MINUTE);
  let cursor = from;
  for (const [pause, resumption] of readPauses('addBusinessMinutes', options?.pauses)) {
    const open = calendar.openBetween(cursor, pause);
    if (open >= rest) break;
    if (resumption === Infinity) return null;
    rest -= open;
    cursor = Math.max(cursor, resumption);
  }
  return toInstant(calendar.instantAfter(cursor, rest));
}

/**
 * Tells whether an instant lies within opening hours.
 *
 * Use it to separate what came in while somebody was there; the minute at which hours end is closed.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}.
 * @param instant - The instant.
 * @returns `true` within opening hours.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but an instant.
 * @example
 * ```ts
 * import { isBusinessTime, toBusinessCalendar } from 'cx-scoring';
 *
 * const weeks = [{ hours: { friday: [{ start: '09:00', end: '17:00' }] } }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks });
 * isBusinessTime(calendar, '2026-11-20T08:00:00Z'); // => true
 * isBusinessTime(calendar, '2026-11-20T16:00:00Z'); // => false
 * ```
 */
export function isBusinessTime(calendar: BusinessCalendar, instant: Instant): boolean {
  requireObject('isBusinessTime: calendar', 'what toBusinessCalendar gives', calendar?.isOpenAt);
  return calendar.isOpenAt(requireInstant('isBusinessTime', 'instant', instant));
}
