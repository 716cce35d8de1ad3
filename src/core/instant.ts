import { DAY, readDay, toCivilDate, twoDigits } from './civilDay.js';
import { cxError } from './errors.js';

/**
 * A point in time, the same everywhere: an ISO 8601 text with its zone, such as `'2026-11-21T09:30:00+01:00'` or `'2026-11-21T08:30:00Z'`,
 * or a whole number of milliseconds since 1970-01-01T00:00:00Z. A number of seconds cannot be told from it: multiply by 1,000.
 */
export type Instant = string | number;

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The first instant, 0001-01-01T00:00:00Z, in milliseconds. */
export const FIRST_INSTANT = -62_135_596_800_000;

/** The last instant, 9999-12-31T23:59:59.999Z, in milliseconds. */
export const LAST_INSTANT = 253_402_300_799_999;

/** Reads the milliseconds of `:SS.fff` that begin at a colon, and cuts off what is finer. */
function secondsOf(text: string, at: number): number {
  const seconds = twoDigits(text, at + 1) * 1000;
  let unit = text.charCodeAt(at + 3) === 46 ? 100 : 0;
  let fraction = 0;
  for (let next = at + 4; unit >= 1; next++, unit /= 10) {
    const digit = text.charCodeAt(next) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    fraction += digit * unit;
  }
  return seconds + fraction;
}

/** Writes the time of a day, `HH:MM:SS`, with milliseconds where there are some. */
export function timeText(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const fraction = milliseconds % 1000;
  const clock = [milliseconds / HOUR, (milliseconds / MINUTE) % 60, (milliseconds / 1000) % 60].map(two).join(':');
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
  if (typeof instant !== 'string' || !INSTANT.test(instant)) return NaN;
  const time = twoDigits(instant, 11) * HOUR + twoDigits(instant, 14) * MINUTE;
  const milliseconds =
    readDay(instant) * DAY + time + (instant.charCodeAt(16) === 58 ? secondsOf(instant, 16) : 0) - offsetOf(instant);
  return milliseconds >= FIRST_INSTANT && milliseconds <= LAST_INSTANT ? milliseconds : NaN;
}

function offsetOf(instant: string): number {
  const sign = instant.length - 6;
  if (instant.charCodeAt(instant.length - 1) === 90) return 0;
  const offset = twoDigits(instant, sign + 1) * HOUR + twoDigits(instant, sign + 4) * MINUTE;
  return instant.charCodeAt(sign) === 45 ? -offset : offset;
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

/** Reads an instant, and refuses what is none. `where` is the function the user called, `name` its argument. */
export function requireInstant(where: string, name: string, instant: unknown): number {
  const milliseconds = toEpochMilliseconds(instant);
  if (Number.isNaN(milliseconds)) {
    const rule = 'an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';
    throw cxError('CX_INVALID_DATE', `${where}: "${name}"`, rule, instant);
  }
  return milliseconds;
}
