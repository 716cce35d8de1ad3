import { DAY, readDay, toCivilDate, twoDigits, twoDigitText } from './civilDay.js';
import { cxError } from './errors.js';

/**
 * A point in time, the same everywhere: an ISO 8601 text with its zone, such as `'2026-11-21T09:30:00+01:00'` or `'2026-11-21T08:30:00Z'`,
 * or a whole number of milliseconds since 1970-01-01T00:00:00Z. A number of seconds cannot be told from it: multiply by 1,000.
 */
export type Instant = string | number;

const HOUR = 3_600_000;
const MINUTE = 60_000;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** The first instant, 0001-01-01T00:00:00Z, in milliseconds. */
export const FIRST_INSTANT = -62_135_596_800_000;

/** The last instant, 9999-12-31T23:59:59.999Z, in milliseconds. */
export const LAST_INSTANT = 253_402_300_799_999;

/** Reads the milliseconds of `HH:MM`; NaN when there is no such time. */
function clockAt(text: string, at: number): number {
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  const isClock = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && text.charCodeAt(at + 2) === COLON;
  return isClock ? hours * HOUR + minutes * MINUTE : NaN;
}

/** Reads the milliseconds by which the zone that ends a text is ahead of UTC; NaN when there is none, or something after it. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return text.length === at + 1 ? 0 : NaN;
  if (text.length !== at + 6) return NaN;
  if (sign === PLUS) return clockAt(text, at + 1);
  return sign === MINUS ? -clockAt(text, at + 1) : NaN;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** Writes the time of a day, `HH:MM:SS`, with milliseconds where there are some. */
export function timeText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const seconds = Math.floor((milliseconds % MINUTE) / 1000);
  const fraction = milliseconds % 1000;
  const clock = `${twoDigitText(Math.floor(minutes / 60))}:${twoDigitText(minutes % 60)}:${twoDigitText(seconds)}`;
  return fraction === 0 ? clock : `${clock}.${String(fraction).padStart(3, '0')}`;
}

/**
 * Counts the milliseconds from 1970-01-01T00:00:00Z to an instant.
 *
 * Use it to read instants from outside once and reckon with numbers afterwards.
 *
 * @param instant - An ISO 8601 text `YYYY-MM-DDTHH:MM[:SS[.fraction]]` that ends in `Z` or an offset `+HH:MM`, or milliseconds already.
 * @returns Whole milliseconds, finer fractions cut off; NaN for anything else: a date without time, a time without zone, an hour 24, a
 * second 60, a day that does not exist, a number that is not whole, years outside 0001..9999.
 * @remarks The grammar is that of RFC 3339 with the letters in upper case and the seconds optional.
 * @example
 * ```ts
 * import { toEpochMilliseconds } from 'cx-scoring/core';
 *
 * toEpochMilliseconds('2026-11-21T09:30:00+01:00'); // => 1795249800000
 * toEpochMilliseconds('2026-11-21T09:30:00'); // => NaN
 * ```
 */
export function toEpochMilliseconds(instant: unknown): number {
  if (typeof instant === 'number') {
    return Number.isInteger(instant) && instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant + 0 : NaN;
  }
  if (typeof instant !== 'string' || instant.charCodeAt(10) !== LETTER_T) return NaN;
  let milliseconds = readDay(instant) * DAY + clockAt(instant, 11);
  let zone = 16;
  if (instant.charCodeAt(16) === COLON) {
    const seconds = twoDigits(instant, 17);
    if (seconds < 0 || seconds > 59) return NaN;
    milliseconds += seconds * 1000;
    zone = 19;
    if (instant.charCodeAt(19) === POINT) {
      zone = 20;
      for (let unit = 100, digit = digitAt(instant, 20); digit >= 0; unit /= 10, digit = digitAt(instant, ++zone))
        milliseconds += digit * Math.floor(unit);
      if (zone === 20 || zone > 29) return NaN;
    }
  }
  milliseconds -= offsetAt(instant, zone);
  return milliseconds >= FIRST_INSTANT && milliseconds <= LAST_INSTANT ? milliseconds : NaN;
}

/**
 * Writes an instant as ISO 8601 text in UTC.
 *
 * Use it to store and to show what was reckoned in milliseconds; such texts without a fraction sort by time in code-unit order.
 *
 * @param milliseconds - Whole milliseconds since 1970-01-01T00:00:00Z.
 * @returns `YYYY-MM-DDTHH:MM:SSZ`, with three decimals where the milliseconds ask for them; `null` for a number that is not whole or lies
 * outside the years 0001..9999.
 * @example
 * ```ts
 * import { toInstant } from 'cx-scoring/core';
 *
 * toInstant(1795249800000); // => '2026-11-21T08:30:00Z'
 * toInstant(NaN); // => null
 * ```
 */
export function toInstant(milliseconds: number): string | null {
  if (!Number.isInteger(milliseconds)) return null;
  const day = Math.floor(milliseconds / DAY);
  const date = toCivilDate(day);
  return date === null ? null : `${date}T${timeText(milliseconds - day * DAY)}Z`;
}

/** Writes an instant that has been read, in UTC: a text that is as {@link toInstant} writes it is taken as it is. */
export function utcText(instant: Instant, milliseconds: number): string {
  // Of the texts of an instant only those in UTC with seconds have 20 letters, and only those with milliseconds 24.
  const isWritten =
    typeof instant === 'string' && (instant.length === 20 || (instant.length === 24 && milliseconds % 1000 !== 0));
  return isWritten ? instant : (toInstant(milliseconds) as string);
}

/** Reads an instant, and refuses what is none. `where` is the function the user called, `name` its argument. */
export function requireInstant(where: string, name: string, instant: unknown): number {
  const milliseconds = toEpochMilliseconds(instant);
  if (Number.isNaN(milliseconds)) {
    const rule = 'an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';
    throw cxError('CX_INVALID_DATE', `${where}: "${name}"`, rule, instant);
  }
  return milliseconds;
}
