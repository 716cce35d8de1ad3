import { requireObject } from './options.js';
import { DAY, toCivilDate } from './civilDay.js';
import { cxError } from './errors.js';
import { requireInstant, timeText, toEpochMilliseconds, toInstant, type Instant } from './instant.js';
import type { TimeZone } from './timeZone.js';

// More than any clock has ever been away from UTC (15:56 in Manila until 1844).
const FARTHEST_OFFSET = 57_600_000;

/**
 * Gives the date and time that the clocks of a zone show at an instant.
 *
 * Use it to find the civil date, the hour or, with {@link toPeriod}, the period that an event belongs to.
 *
 * @param zone - The zone, from {@link toTimeZone}.
 * @param instant - The instant.
 * @returns `YYYY-MM-DDTHH:MM:SS`, with three decimals where there are milliseconds. The hour that clocks run through twice when they are
 * put back comes out alike both times.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but an instant, or one whose civil date lies outside the years
 * 0001..9999.
 * @example
 * ```ts
 * import { civilTimeAt, toTimeZone } from 'cx-scoring/core';
 *
 * const paris = toTimeZone('Europe/Paris');
 * civilTimeAt(paris, '2026-06-30T22:15:00Z'); // => '2026-07-01T00:15:00'
 * ```
 */
export function civilTimeAt(zone: TimeZone, instant: Instant): string {
  requireObject('civilTimeAt: zone', 'what toTimeZone gives', zone?.spanAt);
  const milliseconds = requireInstant('civilTimeAt', 'instant', instant);
  const civil = milliseconds + zone.spanAt(milliseconds).offset;
  const day = Math.floor(civil / DAY);
  const date = toCivilDate(day);
  if (date === null)
    throw cxError('CX_INVALID_DATE', 'civilTimeAt: "instant"', 'within the years 0001 to 9999', instant);
  return `${date}T${timeText(civil - day * DAY)}`;
}

/**
 * Gives the instants at which the clocks of a zone show a date and time.
 *
 * Use it to turn opening hours, deadlines and delivery slots into instants, and to decide oneself what becomes of the hour that is left out
 * or repeated when clocks change.
 *
 * @param zone - The zone, from {@link toTimeZone}.
 * @param civilTime - Date and time without zone, `YYYY-MM-DDTHH:MM[:SS[.fraction]]`.
 * @returns The instants as texts in UTC, earliest first: one as a rule; none for a time that the clocks leap over; two for a time that they
 * run through twice.
 * @throws TypeError with code `CX_INVALID_DATE` for anything else.
 * @example
 * ```ts
 * import { instantsAt, toTimeZone } from 'cx-scoring/core';
 *
 * const paris = toTimeZone('Europe/Paris');
 * instantsAt(paris, '2026-07-01T09:00'); // => ['2026-07-01T07:00:00Z']
 * instantsAt(paris, '2026-03-29T02:30'); // => []
 * instantsAt(paris, '2026-10-25T02:30'); // => ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']
 * ```
 */
export function instantsAt(zone: TimeZone, civilTime: string): string[] {
  const civil = typeof civilTime === 'string' ? toEpochMilliseconds(`${civilTime}Z`) : NaN;
  if (Number.isNaN(civil)) {
    const rule = 'a date and time without zone such as "2026-11-21T09:30"';
    throw cxError('CX_INVALID_DATE', 'instantsAt: "civilTime"', rule, civilTime);
  }
  const instants: string[] = [];
  for (let cursor = civil - FARTHEST_OFFSET; cursor < civil + FARTHEST_OFFSET;) {
    const { start, end, offset } = zone.spanAt(cursor);
    const instant = civil - offset;
    const text = instant >= start && instant < end ? toInstant(instant) : null;
    if (text !== null) instants.push(text);
    cursor = end;
  }
  return instants;
}
