import { DAY } from '../../core/civilDay.js';
import { LAST_INSTANT } from '../../core/instant.js';
import { readTimeZone, type TimeZone } from '../../core/timeZone.js';
import { readSchedule, type BusinessSchedule } from './businessSchedule.js';
import { openTimeline } from './openTimeline.js';

/**
 * A schedule made ready to reckon with. It is no result and cannot be stored: keep the schedule instead.
 * Its functions take and give milliseconds since 1970-01-01T00:00:00Z and check nothing; {@link businessMinutesBetween} and its neighbours
 * are what an application calls.
 */
export interface BusinessCalendar {
  /** Identity of the schedule, or `null` when it has none. */
  readonly id: string | null;
  /** Zone of the schedule. */
  readonly zone: TimeZone;
  /** Open milliseconds from an instant to another; 0 when that is no later. */
  readonly openBetween: (start: number, end: number) => number;
  /** First instant at which so many open milliseconds have passed; NaN when that never comes. */
  readonly instantAfter: (start: number, open: number) => number;
  /** Tells whether it is open at an instant. */
  readonly isOpenAt: (instant: number) => boolean;
  /** Total of the working days before a day, counted from 1970-01-01; only differences mean something. */
  readonly workingDaysBefore: (day: number) => number;
}

/**
 * Makes a calendar of a schedule: opening hours, holidays and zone, checked and ready to reckon with.
 *
 * Use it once for each schedule, before {@link businessMinutesBetween}, {@link addBusinessMinutes}, {@link businessDaysBetween} and the
 * metrics of service levels and response times, and use the same calendar for all rows: it keeps what it has read of its zone.
 *
 * @remarks
 * It is open at an instant when the clocks of the zone show a time within opening hours, a start included and an end not; what counts is
 * the time that passes. On the day clocks are put forward, the hours that are leapt over count for nothing; on the day they are put back,
 * the repeated hour counts twice when it is open. Hours belong to the day on which they begin: a holiday closes what begins on it, not
 * what lasts into it from the eve.
 *
 * @param schedule - Zone, weekly hours and holidays.
 * @returns The calendar.
 * @throws TypeError with code `CX_INVALID_OPTION` for an unknown zone or day of the week, a time that is none, hours that overlap, a holiday
 * named twice or a part that is missing, and `CX_INVALID_DATE` for dates that do not exist or are out of order.
 * @example
 * ```ts
 * import { businessMinutesBetween, toBusinessCalendar } from 'cx-scoring';
 *
 * const day = [{ start: '09:00', end: '12:30' }, { start: '14:00', end: '18:00' }];
 * const calendar = toBusinessCalendar({
 *   zone: 'Europe/Paris',
 *   weeks: [{ hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day } }],
 *   holidays: ['2026-12-25', { date: '2026-12-24', hours: [{ start: '09:00', end: '12:00' }] }],
 * });
 * businessMinutesBetween(calendar, '2026-12-23T17:30:00+01:00', '2026-12-28T09:15:00+01:00'); // => 225
 * ```
 */
export function toBusinessCalendar(schedule: BusinessSchedule): BusinessCalendar {
  const timeline = openTimeline(readSchedule(schedule));
  const zone = readTimeZone('toBusinessCalendar: "zone"', schedule.zone);
  const { openBefore } = timeline;

  const openBetween = (start: number, end: number): number => {
    let open = 0;
    let cursor = start;
    // Between two changes of clocks the civil timeline and the true one keep step.
    while (cursor < end) {
      const { end: change, offset } = zone.spanAt(cursor);
      const until = Math.min(end, change);
      open += openBefore(until + offset) - openBefore(cursor + offset);
      cursor = until;
    }
    return open;
  };

  const openEver = openBefore(LAST_INSTANT + DAY);
  const instantAfter = (start: number, open: number): number => {
    let rest = open;
    let cursor = start;
    while (rest > 0) {
      // No hours come more than twice, and none more than a day late: where these do not do, nothing up to the year 9999 will.
      if (rest > 2 * (openEver - openBefore(cursor - DAY))) return NaN;
      const { end: change, offset } = zone.spanAt(cursor);
      const available = openBefore(change + offset) - openBefore(cursor + offset);
      if (available >= rest) return inRange(timeline.civilAfter(cursor + offset, rest) - offset);
      rest -= available;
      cursor = change;
    }
    return cursor;
  };

  return {
    id: schedule.id ?? null,
    zone,
    openBetween,
    instantAfter,
    isOpenAt: (instant) => timeline.isOpen(instant + zone.spanAt(instant).offset),
    workingDaysBefore: timeline.workingDaysBefore,
  };
}

function inRange(instant: number): number {
  return instant <= LAST_INSTANT ? instant : NaN;
}
