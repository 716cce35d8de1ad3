import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import type { ParameterValue } from '../../core/definition.js';
import { HOUR, elapsed, type Moment } from '../../core/moment.js';
import { requireOption } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { addBusinessDays } from './businessDays.js';

/** A window around the due date, in days as the dates are written. */
export interface DayWindow {
  /**
   * How many days before the due date a delivery may come, or `'any'` where none is too early.
   * @defaultValue 0
   */
  readonly earlyDays?: number | 'any' | undefined;
  /**
   * How many days after the due date it may come.
   * @defaultValue 0
   */
  readonly lateDays?: number | undefined;
}

/** A window around the due instant, in hours that pass. Where one of the two times is a civil date, whole days are compared. */
export interface HourWindow {
  /** How many hours before the due instant a delivery may come, or `'any'` where none is too early. */
  readonly earlyHours: number | 'any';
  /** How many hours after the due instant it may come. */
  readonly lateHours: number;
}

/** When a delivery is on time. */
export type DeliveryWindow = DayWindow | HourWindow;

/** A window made ready. */
export interface WindowRule {
  /** Tells where a moment lies: -1 before the window, 0 within, 1 after it. */
  readonly place: (due: Moment, at: Moment) => -1 | 0 | 1;
  /** What stands in the definition; empty for the default. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** The day so many days, or working days, after another; NaN, which no day comes before or after, where the calendar ends. */
export function shiftDay(day: number, days: number, calendar: BusinessCalendar | undefined): number {
  if (!calendar || days === 0) return day + days;
  return toDayNumber(addBusinessDays(calendar, toCivilDate(day) as string, days));
}

function requireLength(where: string, name: string, value: number | 'any', isWhole: boolean): void {
  const isLength = isWhole ? Number.isSafeInteger(value) : Number.isFinite(value);
  const rule = isWhole ? 'a whole number of days from 0' : 'a finite number of hours from 0';
  const isAny = value === 'any' && name.startsWith('early');
  requireOption(isAny || (isLength && Number(value) >= 0), where, `window.${name}`, rule, value);
}

/** Reads the option `window`; days are those of the calendar where there is one. */
export function resolveWindow(
  where: string,
  given: DeliveryWindow | undefined = {},
  calendar?: BusinessCalendar,
): WindowRule {
  requireOption(typeof given === 'object' && given !== null, where, 'window', 'an object', given);
  if ('earlyHours' in given || 'lateHours' in given) {
    const { earlyHours, lateHours } = given as HourWindow;
    requireOption(!('earlyDays' in given || 'lateDays' in given), where, 'window', 'in days or in hours', given);
    requireLength(where, 'earlyHours', earlyHours, false);
    requireLength(where, 'lateHours', lateHours, false);
    const least = earlyHours === 'any' ? -Infinity : -earlyHours * HOUR;
    const most = lateHours * HOUR;
    const place = (due: Moment, at: Moment): -1 | 0 | 1 => {
      const distance = elapsed(due, at);
      return distance < least ? -1 : distance > most ? 1 : 0;
    };
    return { place, parameters: { window: { earlyHours, lateHours } } };
  }
  const { earlyDays = 0, lateDays = 0 } = given;
  requireLength(where, 'earlyDays', earlyDays, true);
  requireLength(where, 'lateDays', lateDays, true);
  const isDefault = earlyDays === 0 && lateDays === 0;
  const limitsOf = (day: number): readonly [number, number] => [
    earlyDays === 'any' ? -Infinity : shiftDay(day, -earlyDays, calendar),
    shiftDay(day, lateDays, calendar),
  ];
  // Many lines are due on the same few days.
  const known = new Map<number, readonly [number, number]>();
  const place = (due: Moment, at: Moment): -1 | 0 | 1 => {
    let limits = known.get(due.day);
    if (!limits) {
      limits = limitsOf(due.day);
      known.set(due.day, limits);
    }
    return at.day < limits[0] ? -1 : at.day > limits[1] ? 1 : 0;
  };
  return { place, parameters: isDefault ? {} : { window: { earlyDays, lateDays } } };
}
