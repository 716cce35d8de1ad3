import { toDayNumber } from '../../core/civilDay.js';
import { cxError, type CxErrorCode } from '../../core/errors.js';

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The days of the week, in the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Opening hours without a break, by the clocks of the schedule's zone. */
export interface OpeningHours {
  /** When they begin, `HH:MM` from `00:00` to `23:59`. */
  readonly start: string;
  /**
   * When they end, `HH:MM` from `00:00` to `24:00`; that minute is closed. An end at or before the start is one of the next day, so that
   * `12:00` to `02:00` lasts 14 hours and `09:00` to `09:00` lasts 24.
   */
  readonly end: string;
}

/** Opening hours of a week; a day left out is closed. Hours belong to the day on which they begin. */
export type WeekHours = { readonly [Day in Weekday]?: readonly OpeningHours[] | undefined };

/** The weekly hours from a date on. */
export interface ScheduleWeek {
  /**
   * Civil date of the first day. Only the first week of a schedule may leave it out, and then holds from the beginning; where it has one,
   * all is closed before.
   */
  readonly from?: string | undefined;
  /** Its opening hours. */
  readonly hours: WeekHours;
}

/** A day with hours of its own. */
export interface Holiday {
  /** Its civil date. */
  readonly date: string;
  /**
   * Hours that begin on that day in place of those of the week.
   * @defaultValue none: closed
   */
  readonly hours?: readonly OpeningHours[] | undefined;
}

/** When a business is open: plain data that can be kept as JSON. */
export interface BusinessSchedule {
  /** Identity of the schedule, such as `'support-fr'`. */
  readonly id?: string | undefined;
  /** IANA name of the zone whose clocks the hours go by, such as `'Europe/Paris'`. */
  readonly zone: string;
  /** The weekly hours, and how they changed: dates in ascending order. At least one week. */
  readonly weeks: readonly ScheduleWeek[];
  /**
   * Closed days, as civil dates, and days with hours of their own.
   * @defaultValue none
   */
  readonly holidays?: readonly (string | Holiday)[] | undefined;
}

/** Hours as numbers: minutes from the midnight on which their day begins, up to 2,879 where they last into the next day. */
export type MinuteRange = readonly [start: number, end: number];

/** A schedule as numbers: days counted from 1970-01-01, weeks from Monday. */
export interface ScheduleRules {
  /** The weekly hours, in ascending order; the first holds from -Infinity unless it is dated. */
  readonly weeks: readonly { readonly from: number; readonly days: readonly (readonly MinuteRange[])[] }[];
  /** Hours of the days that are not as their week has them. */
  readonly holidays: ReadonlyMap<number, readonly MinuteRange[]>;
}

const START = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MINUTES_OF_WEEK = 10_080;

function refuse(path: string, rule: string, value: unknown, code: CxErrorCode = 'CX_INVALID_OPTION'): never {
  throw cxError(code, `toBusinessCalendar: "${path}"`, rule, value);
}

function requireObject(path: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse(path, 'an object', value);
}

function requireList(path: string, value: unknown): void {
  if (!Array.isArray(value)) refuse(path, 'a list', value);
}

function readDate(path: string, date: unknown): number {
  const day = toDayNumber(date);
  return Number.isNaN(day) ? refuse(path, 'a civil date YYYY-MM-DD that exists', date, 'CX_INVALID_DATE') : day;
}

function readTime(path: string, pattern: RegExp, rule: string, time: unknown): number {
  if (typeof time !== 'string' || !pattern.test(time)) refuse(path, rule, time);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Reads hours in order of their start, and refuses those that overlap. */
function readHours(path: string, hours: readonly OpeningHours[]): MinuteRange[] {
  requireList(path, hours);
  const ranges = hours.map((range, index): MinuteRange => {
    requireObject(`${path}[${index}]`, range);
    const start = readTime(`${path}[${index}].start`, START, 'a time HH:MM from 00:00 to 23:59', range.start);
    const end = readTime(`${path}[${index}].end`, END, 'a time HH:MM from 00:00 to 24:00', range.end);
    return [start, end > start ? end : end + 1440];
  });
  ranges.sort((a, b) => a[0] - b[0]);
  const overlaps = ranges.some(([start], index) => index > 0 && start < ranges[index - 1]![1]);
  return overlaps ? refuse(path, 'free of overlaps', hours) : ranges;
}

/** Reads the seven days of a week, and refuses hours that last into those of the next day, Sunday's into Monday's included. */
function readWeek(path: string, hours: WeekHours): MinuteRange[][] {
  requireObject(path, hours);
  const stranger = Object.keys(hours).find((key) => !(WEEKDAYS as readonly string[]).includes(key));
  if (stranger !== undefined) refuse(path, `hours by day of the week, ${WEEKDAYS.join(', ')}`, stranger);
  const days = WEEKDAYS.map((day) => {
    const own = hours[day];
    return own === undefined ? [] : readHours(`${path}.${day}`, own);
  });
  const starts = days.flatMap((ranges, day) => ranges.map(([start]) => day * 1440 + start));
  days.forEach((ranges, day) => {
    const end = day * 1440 + (ranges.at(-1)?.[1] ?? 0);
    const next = starts.find((start) => start >= (day + 1) * 1440) ?? MINUTES_OF_WEEK + (starts[0] ?? Infinity);
    if (end > next) refuse(`${path}.${WEEKDAYS[day]!}`, 'over before the hours of the next day begin', hours);
  });
  return days;
}

/** Reads a schedule, and refuses one that cannot be kept: see {@link toBusinessCalendar}. */
export function readSchedule(schedule: BusinessSchedule): ScheduleRules {
  requireObject('schedule', schedule);
  if (schedule.id !== undefined && typeof schedule.id !== 'string') refuse('id', 'a text', schedule.id);
  requireList('weeks', schedule.weeks);
  if (schedule.weeks.length === 0) refuse('weeks', 'a list of at least one week', 'an empty list');
  let previous = -Infinity;
  const weeks = schedule.weeks.map((week, index) => {
    requireObject(`weeks[${index}]`, week);
    const isOpen = index === 0 && week.from === undefined;
    const from = isOpen ? -Infinity : readDate(`weeks[${index}].from`, week.from);
    if (index > 0 && from <= previous)
      refuse(`weeks[${index}].from`, 'later than that of the week before', week.from, 'CX_INVALID_DATE');
    previous = from;
    return { from, days: readWeek(`weeks[${index}].hours`, week.hours) };
  });
  const holidays = new Map<number, readonly MinuteRange[]>();
  const listed = schedule.holidays === undefined ? [] : schedule.holidays;
  requireList('holidays', listed);
  listed.forEach((holiday, index) => {
    const path = `holidays[${index}]`;
    if (typeof holiday !== 'string') requireObject(path, holiday);
    const { date, hours = [] } = typeof holiday === 'string' ? { date: holiday } : holiday;
    const day = readDate(typeof holiday === 'string' ? path : `${path}.date`, date);
    if (holidays.has(day)) refuse(path, 'a day named once', date);
    holidays.set(day, readHours(`${path}.hours`, hours));
  });
  return { weeks, holidays };
}
