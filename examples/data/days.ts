import {
  toBusinessCalendar,
  toCivilDate,
  toDayNumber,
  toInstant,
  type BusinessCalendar,
  type Random,
} from 'cx-scoring';

/** First and last day of the order book, which is also the last day of the newest quarter. */
export const FIRST_DAY: number = toDayNumber('2023-10-01');
/** The day the figures speak of. */
export const LAST_DAY: number = toDayNumber('2026-09-30');
/** First day of the newest quarter. */
export const QUARTER_DAY: number = toDayNumber('2026-07-01');
/** The day before the twelve months in which customers are watched. */
export const YEAR_AGO: number = toDayNumber('2025-09-30');

/** Milliseconds of a minute. */
export const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Daylight saving time in Paris: nothing that is told to the minute lies outside of April to September. */
const SUMMER_OFFSET = 120 * MINUTE;

/** Civil date of a day. */
export function dateOf(day: number): string {
  return toCivilDate(day) as string;
}

/** Instant of a number of milliseconds. */
export function instantOf(time: number): string {
  return toInstant(time) as string;
}

/** Milliseconds of a minute of a day by the clocks of Paris in summer. */
export function timeAt(day: number, minute: number): number {
  return day * DAY + minute * MINUTE - SUMMER_OFFSET;
}

/** Evening of the last day: what happens later is not in the records. */
export const NOW: number = timeAt(LAST_DAY, 18 * 60);

/** Tells whether a day is one from Monday to Friday. */
export function isWeekday(day: number): boolean {
  return (day + 3) % 7 < 5;
}

/** The day itself, or the Monday after it. */
export function toWeekday(day: number): number {
  return isWeekday(day) ? day : toWeekday(day + 1);
}

/** First day of a quarter, counted from 0 for the first one of the order book. */
export function firstDayOf(quarter: number): number {
  const months = 9 + 3 * quarter;
  const month = String((months % 12) + 1).padStart(2, '0');
  return toDayNumber(`${2023 + Math.floor(months / 12)}-${month}-01`);
}

/** A whole number from one to another, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** When the service is reached: nine hours on working days. */
export function supportCalendar(): BusinessCalendar {
  const hours = [{ start: '08:30', end: '17:30' }];
  const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
  return toBusinessCalendar({
    id: 'support',
    zone: 'Europe/Paris',
    weeks: [{ hours: week }],
    holidays: ['2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14'],
  });
}
