import { cxError } from './errors.js';
import { requireOption, requireOptions } from './options.js';

/** Length of a period. */
export type PeriodUnit = 'month' | 'quarter' | 'year';

/** Which period a date is put in. */
export interface PeriodOptions {
  /** Length of the period. */
  readonly unit: PeriodUnit;
  /**
   * Month, 1..12, whose first day begins the fiscal year. Anything but January gives fiscal keys for quarters and years.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** A period as numbers: the ordinal counts periods of its length from the year 0000. */
interface Period {
  readonly fiscal: boolean;
  readonly perYear: number;
  readonly ordinal: number;
}

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIOD_KEY = /^(FY)?(\d{4})(?:-Q([1-4]))?$|^(\d{4})-(0[1-9]|1[0-2])$/;
const KEY_RULE = 'a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"';
const YEARS = 10_000;

/**
 * Tells whether something is a civil date: the text `YYYY-MM-DD` of a day that exists in the Gregorian calendar.
 *
 * Use it before handing over dates from outside. A civil date has no time and no zone; which day an instant falls on depends on
 * the zone, so the caller decides that.
 *
 * @param text - Anything.
 * @returns `true` for a day from 0001-01-01 to 9999-12-31; `false` for all else, instants and `Date` objects included.
 * @remarks Leap years: every fourth, of the centuries only every fourth (ISO 8601).
 * @example
 * ```ts
 * import { isCivilDate } from 'cx-scoring';
 *
 * isCivilDate('2028-02-29'); // => true
 * isCivilDate('2026-02-29'); // => false
 * isCivilDate('2026-11-21T09:30:00Z'); // => false
 * ```
 */
export function isCivilDate(text: unknown): boolean {
  const match = typeof text === 'string' ? CIVIL_DATE.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= length;
}

function toPeriodNumbers(key: unknown): Period | null {
  const match = typeof key === 'string' ? PERIOD_KEY.exec(key) : null;
  if (!match) return null;
  const [, fiscal, year, quarter, yearOfMonth, month] = match;
  if (month) return { fiscal: false, perYear: 12, ordinal: Number(yearOfMonth) * 12 + Number(month) - 1 };
  const isFiscal = fiscal !== undefined;
  if (!quarter) return { fiscal: isFiscal, perYear: 1, ordinal: Number(year) };
  return { fiscal: isFiscal, perYear: 4, ordinal: Number(year) * 4 + Number(quarter) - 1 };
}

function readPeriod(where: string, name: string, key: unknown): Period {
  const period = toPeriodNumbers(key);
  if (!period) throw cxError('CX_INVALID_DATE', `${where}: "${name}"`, KEY_RULE, key);
  return period;
}

/** Reads two keys that belong to one series: the same length, and both civil or both fiscal. */
function readPair(where: string, names: readonly [string, string], keys: readonly [string, string]): [Period, Period] {
  const first = readPeriod(where, names[0], keys[0]);
  const second = readPeriod(where, names[1], keys[1]);
  if (first.perYear !== second.perYear || first.fiscal !== second.fiscal)
    throw cxError('CX_INVALID_DATE', `${where}: "${names[1]}"`, `a period of the same kind as "${keys[0]}"`, keys[1]);
  return [first, second];
}

function toKey({ fiscal, perYear, ordinal }: Period): string {
  const year = (fiscal ? 'FY' : '') + String(Math.floor(ordinal / perYear)).padStart(4, '0');
  const part = (ordinal % perYear) + 1;
  if (perYear === 1) return year;
  return perYear === 4 ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
}

/**
 * Tells whether something is a period key, as {@link toPeriod} writes them.
 *
 * Use it to check keys from outside.
 *
 * @param key - Anything.
 * @returns `true` for keys such as `'2026-11'`, `'2026-Q3'`, `'2026'`, `'FY2026-Q3'` and `'FY2026'`, years 0000..9999.
 * @example
 * ```ts
 * import { isPeriodKey } from 'cx-scoring';
 *
 * isPeriodKey('FY2026-Q3'); // => true
 * isPeriodKey('2026-Q5'); // => false
 * ```
 */
export function isPeriodKey(key: unknown): boolean {
  return toPeriodNumbers(key) !== null;
}

/**
 * Gives the key of the month, quarter or year a civil date lies in.
 *
 * Use it to group rows by period. Keys of one kind sort by time in code-unit order.
 *
 * @param date - A civil date, `YYYY-MM-DD`.
 * @param options - The length of the period and, for fiscal quarters and years, the month the fiscal year starts in.
 * @returns `'2026-11'`, `'2026-Q3'` or `'2026'`. A fiscal year that starts after January gives `'FY2026-Q3'` and `'FY2026'`, named
 * after the civil year in which it starts: from April 2026 to March 2027 is `'FY2026'`, its first quarter is April to June.
 * Months are civil months always.
 * @throws TypeError with code `CX_INVALID_DATE` for anything but a civil date, instants included, and TypeError or RangeError with
 * code `CX_INVALID_OPTION` for another unit or month.
 * @remarks The key does not say which month its fiscal year starts in: keep to one start within an application.
 * @example
 * ```ts
 * import { toPeriod } from 'cx-scoring';
 *
 * toPeriod('2026-11-21', { unit: 'quarter' }); // => '2026-Q4'
 * toPeriod('2027-02-01', { unit: 'quarter', fiscalYearStart: 4 }); // => 'FY2026-Q4'
 * toPeriod('2026-02-29', { unit: 'month' }); // throws CX_INVALID_DATE
 * ```
 */
export function toPeriod(date: string, options: PeriodOptions): string {
  requireOptions('toPeriod', options);
  const { unit, fiscalYearStart = 1 } = options;
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : 0;
  requireOption(months, 'toPeriod', 'unit', '"month", "quarter" or "year"', unit);
  const isMonth = Number.isInteger(fiscalYearStart) && fiscalYearStart >= 1 && fiscalYearStart <= 12;
  requireOption(isMonth, 'toPeriod', 'fiscalYearStart', 'a month from 1 to 12', fiscalYearStart);
  if (!isCivilDate(date))
    throw cxError('CX_INVALID_DATE', 'toPeriod: "date"', 'a civil date YYYY-MM-DD that exists', date);
  const fiscal = months > 1 && fiscalYearStart > 1;
  const elapsed = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - (fiscal ? fiscalYearStart : 1);
  return toKey({ fiscal, perYear: 12 / months, ordinal: Math.floor(elapsed / months) });
}

/**
 * Gives the key of the period that lies a number of periods later or earlier.
 *
 * Use it for the previous period (`-1`), the same quarter a year ago (`-4`), or to walk along a series.
 *
 * @param key - A period key.
 * @param by - Whole number of periods: positive for later, negative for earlier.
 * @returns The key of that period, of the same kind.
 * @throws TypeError with code `CX_INVALID_DATE` when the key cannot be read, and RangeError or TypeError with code `CX_INVALID_OPTION`
 * when `by` is not a whole number or leads out of the years 0000..9999.
 * @example
 * ```ts
 * import { shiftPeriod } from 'cx-scoring';
 *
 * shiftPeriod('2026-Q1', -1); // => '2025-Q4'
 * shiftPeriod('2026-11', 3); // => '2027-02'
 * ```
 */
export function shiftPeriod(key: string, by: number): string {
  const period = readPeriod('shiftPeriod', 'key', key);
  const ordinal = period.ordinal + by;
  // A safe integer first, so that text is not appended and NaN is not compared.
  if (!Number.isSafeInteger(by) || ordinal < 0 || ordinal >= YEARS * period.perYear)
    throw cxError('CX_INVALID_OPTION', 'shiftPeriod: "by"', 'a whole number that stays in the years 0000 to 9999', by);
  return toKey({ ...period, ordinal });
}

/**
 * Measures how many periods one lies after another of its kind.
 *
 * Use it to sort keys, to look for the latest, or to tell the age of a target.
 *
 * @param a - A period key.
 * @param b - A period key of the same length, fiscal when `a` is.
 * @returns How many periods `a` lies after `b`: negative when it lies before, 0 when they are the same.
 * @throws TypeError with code `CX_INVALID_DATE` when a key cannot be read or the two are of different kinds.
 * @example
 * ```ts
 * import { periodDistance } from 'cx-scoring';
 *
 * periodDistance('2026-Q1', '2025-Q3'); // => 2
 * ['2026-02', '2025-12'].sort(periodDistance); // => ['2025-12', '2026-02']
 * ```
 */
export function periodDistance(a: string, b: string): number {
  const [first, second] = readPair('periodDistance', ['a', 'b'], [a, b]);
  return first.ordinal - second.ordinal;
}

/**
 * Lists the periods from one to another, both included.
 *
 * Use it to show periods without answers too: a gap in a series is information.
 *
 * @param from - Key of the first period.
 * @param to - Key of the last period, of the same kind.
 * @returns The keys in order of time; none when `to` lies before `from`.
 * @throws TypeError with code `CX_INVALID_DATE` when a key cannot be read or the two are of different kinds.
 * @example
 * ```ts
 * import { periodsBetween } from 'cx-scoring';
 *
 * periodsBetween('2026-11', '2027-01'); // => ['2026-11', '2026-12', '2027-01']
 * ```
 */
export function periodsBetween(from: string, to: string): string[] {
  const [first, last] = readPair('periodsBetween', ['from', 'to'], [from, to]);
  const keys: string[] = [];
  for (let ordinal = first.ordinal; ordinal <= last.ordinal; ordinal++) keys.push(toKey({ ...first, ordinal }));
  return keys;
}
