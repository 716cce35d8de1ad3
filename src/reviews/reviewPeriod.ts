import { toCivilDate, toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { requireOption } from '../core/options.js';
import { shiftPeriod, toPeriod, type PeriodUnit } from '../core/period.js';

/** A stretch of whole days. */
export interface ReviewPeriod {
  /** Key of the period, such as `'2026-10'` or `'FY2026-Q2'`. */
  readonly key: string;
  /** First day. */
  readonly from: string;
  /** Last day, itself included. */
  readonly through: string;
}

/** How many months a period is long. */
const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** Reads the day of a review. The first and last years of the calendar are refused, since periods around them cannot be written. */
export function requireReviewDay(where: string, asOf: unknown): number {
  const day = toDayNumber(asOf);
  const year = Number(String(asOf).slice(0, 4));
  if (Number.isNaN(day) || year < 4 || year > 9998)
    throw cxError('CX_INVALID_DATE', `${where}: option "asOf"`, 'a civil date YYYY-MM-DD, years 0004 to 9998', asOf);
  return day;
}

/** Refuses anything but a month in which a fiscal year may start. */
export function requireFiscalStart(where: string, month: number): void {
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  requireOption(isMonth, where, 'fiscalYearStart', 'a month from 1 to 12', month);
}

function monthText(ordinal: number): string {
  const month = String((ordinal % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${month}-01`;
}

/** The days of a period, from its key. */
export function periodDays(key: string, unit: PeriodUnit, fiscalYearStart: number): ReviewPeriod {
  const year = Number(/\d{4}/.exec(key)?.[0]);
  const part = unit === 'year' ? 1 : Number(key.slice(unit === 'month' ? -2 : -1));
  const shift = unit === 'month' ? 0 : fiscalYearStart - 1;
  const first = year * 12 + shift + (part - 1) * MONTHS[unit];
  const through = toCivilDate(toDayNumber(monthText(first + MONTHS[unit])) - 1) as string;
  return { key, from: monthText(first), through };
}

/** The last period that is over on a day; a period is over on its last day, whose data is there. */
export function lastPeriod(asOf: string, unit: PeriodUnit, fiscalYearStart: number): ReviewPeriod {
  const tomorrow = toCivilDate(toDayNumber(asOf) + 1) as string;
  const key = shiftPeriod(toPeriod(tomorrow, { unit, fiscalYearStart }), -1);
  return periodDays(key, unit, fiscalYearStart);
}

/** The period that lies a number of periods before another. */
export function periodBefore(
  { key }: ReviewPeriod,
  by: number,
  unit: PeriodUnit,
  fiscalYearStart: number,
): ReviewPeriod {
  return periodDays(shiftPeriod(key, -by), unit, fiscalYearStart);
}
