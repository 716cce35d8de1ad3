import { FIRST_DAY, toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { cxError } from '../../core/errors.js';
import { requireOption } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { dayReaching } from './dayTotals.js';

function requireDay(where: string, name: string, date: string): number {
  const day = toDayNumber(date);
  if (Number.isNaN(day))
    throw cxError('CX_INVALID_DATE', `${where}: "${name}"`, 'a civil date YYYY-MM-DD that exists', date);
  return day;
}

/**
 * Tells whether a civil date is a working day: one on which opening hours begin.
 *
 * Use it to separate weekends and holidays. A holiday with hours of its own is a working day, however short.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}.
 * @param date - A civil date `YYYY-MM-DD`.
 * @returns `true` for a working day.
 * @throws TypeError with code `CX_INVALID_DATE` for anything but a civil date.
 * @example
 * ```ts
 * import { isBusinessDay, toBusinessCalendar } from 'cx-scoring';
 *
 * const weeks = [{ hours: { friday: [{ start: '09:00', end: '17:00' }] } }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks, holidays: ['2026-12-25'] });
 * ['2026-12-18', '2026-12-19', '2026-12-25'].map((date) => isBusinessDay(calendar, date)); // => [true, false, false]
 * ```
 */
export function isBusinessDay(calendar: BusinessCalendar, date: string): boolean {
  const day = requireDay('isBusinessDay', 'date', date);
  return calendar.workingDaysBefore(day + 1) > calendar.workingDaysBefore(day);
}

/**
 * Counts the working days from one civil date to another: those after the start, up to and with the end.
 *
 * Use it for delivery windows and lead times in days: the next working day is at distance 1, and a delivery before the promised date is at a
 * negative one.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}; its zone does not matter here.
 * @param start - A civil date, working day or not; it is not counted itself.
 * @param end - A civil date.
 * @returns A whole number of days; negative, the count from the end to the start, when the end comes first.
 * @throws TypeError with code `CX_INVALID_DATE` for anything but civil dates.
 * @remarks Spreadsheets' `NETWORKDAYS` counts both ends, hence one more from a working day.
 * @example
 * ```ts
 * import { businessDaysBetween, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '09:00', end: '17:00' }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks: [{ hours: { friday: hours, monday: hours } }] });
 * businessDaysBetween(calendar, '2026-11-20', '2026-11-23'); // => 1
 * businessDaysBetween(calendar, '2026-11-27', '2026-11-20'); // => -2
 * ```
 */
export function businessDaysBetween(calendar: BusinessCalendar, start: string, end: string): number {
  const from = requireDay('businessDaysBetween', 'start', start);
  const to = requireDay('businessDaysBetween', 'end', end);
  return calendar.workingDaysBefore(to + 1) - calendar.workingDaysBefore(from + 1);
}

/**
 * Finds the civil date a number of working days after, or before, another.
 *
 * Use it for the next working day (`1`), the one before (`-1`), or a promised date.
 *
 * @param calendar - The calendar, from {@link toBusinessCalendar}; its zone does not matter here.
 * @param date - A civil date, working day or not; it is not counted itself.
 * @param days - Whole number of working days: positive for later, negative for earlier; 0 gives the date itself, working day or not.
 * @returns The civil date, or `null` when the calendar has not so many working days in the years 0001..9999.
 * @throws TypeError with code `CX_INVALID_DATE` for anything but a civil date, and TypeError or RangeError with code `CX_INVALID_OPTION` for
 * days that are no whole number.
 * @remarks The convention of spreadsheets' `WORKDAY`.
 * @example
 * ```ts
 * import { addBusinessDays, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '09:00', end: '17:00' }];
 * const weeks = [{ hours: { friday: hours, monday: hours } }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks, holidays: ['2026-11-23'] });
 * addBusinessDays(calendar, '2026-11-20', 1); // => '2026-11-27'
 * addBusinessDays(calendar, '2026-11-22', -1); // => '2026-11-20'
 * ```
 */
export function addBusinessDays(calendar: BusinessCalendar, date: string, days: number): string | null {
  const day = requireDay('addBusinessDays', 'date', date);
  requireOption(Number.isSafeInteger(days), 'addBusinessDays', 'days', 'a whole number', days);
  if (days === 0) return date;
  const { workingDaysBefore } = calendar;
  // The rank of the working day that is sought: backwards, the day itself is not counted either.
  const rank = days > 0 ? workingDaysBefore(day + 1) + days : workingDaysBefore(day) + days + 1;
  if (rank <= workingDaysBefore(FIRST_DAY)) return null;
  return toCivilDate(dayReaching(workingDaysBefore, rank, days > 0 ? day : FIRST_DAY));
}
