/** Milliseconds of a day of 24 hours. */
export const DAY = 86_400_000;

/** Day number of 0001-01-01. */
export const FIRST_DAY = -719_162;

/** Day number of 9999-12-31. */
export const LAST_DAY = 2_932_896;

const HYPHEN = 45;

/** Reads two digits of a text; -1 when there are none at that place. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Writes a whole number below 100 with two digits. */
export function twoDigitText(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/**
 * Counts the days from 1970-01-01 by shifting the year to begin in March, so that the leap day comes last. Month 13 is January of the
 * year after.
 */
function daysFrom(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}

/** Reads the `YYYY-MM-DD` at the head of a text, digit by digit; NaN when there is none, or no such day. */
export function readDay(text: string): number {
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN || century < 0 || yearOfCentury < 0) return NaN;
  const year = century * 100 + yearOfCentury;
  if (year < 1 || month < 1 || month > 12 || day < 1) return NaN;
  const number = daysFrom(year, month, day);
  // Every month has 28 days.
  return day <= 28 || number < daysFrom(year, month + 1, 1) ? number : NaN;
}

/**
 * Counts the days from 1970-01-01 to a civil date.
 *
 * Use it to reckon with civil dates: the difference of two day numbers is a number of days, and no clock or zone comes in.
 *
 * @param date - A civil date `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31.
 * @returns A whole number of days, 0 for 1970-01-01 and negative before; NaN for anything but a civil date that exists.
 * @remarks The Gregorian calendar throughout (ISO 8601).
 * @example
 * ```ts
 * import { toDayNumber } from 'cx-scoring/core';
 *
 * toDayNumber('2026-03-01') - toDayNumber('2026-02-27'); // => 2
 * toDayNumber('2026-02-29'); // => NaN
 * ```
 */
export function toDayNumber(date: unknown): number {
  return typeof date === 'string' && date.length === 10 ? readDay(date) : NaN;
}

/**
 * Gives the civil date that lies a number of days after 1970-01-01.
 *
 * Use it to write down what was reckoned with {@link toDayNumber}.
 *
 * @param dayNumber - A whole number of days, from -719162 (0001-01-01) to 2932896 (9999-12-31).
 * @returns The civil date `YYYY-MM-DD`, or `null` for a number that is not whole or lies outside those years.
 * @remarks The Gregorian calendar throughout (ISO 8601).
 * @example
 * ```ts
 * import { toCivilDate, toDayNumber } from 'cx-scoring/core';
 *
 * toCivilDate(toDayNumber('2026-12-30') + 3); // => '2027-01-02'
 * toCivilDate(0.5); // => null
 * ```
 */
export function toCivilDate(dayNumber: number): string | null {
  if (!Number.isInteger(dayNumber) || dayNumber < FIRST_DAY || dayNumber > LAST_DAY) return null;
  // Days since 0000-03-01: an era is 400 years of 146,097 days, and its last century and last leap year are a day longer.
  const days = dayNumber + 719_468;
  const era = Math.floor(days / 146_097);
  const rest = days - era * 146_097;
  const yearOfEra = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const dayOfYear = rest - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const yearText = twoDigitText(Math.floor(year / 100)) + twoDigitText(year % 100);
  return `${yearText}-${twoDigitText(month)}-${twoDigitText(day)}`;
}
