import { describe, expect, it } from 'vitest';
import {
  FIRST_DAY,
  LAST_DAY,
  readDay,
  toCivilDate,
  toDayNumber,
  twoDigits,
  twoDigitText,
} from '../../../src/core/civilDay.js';

// Counted by hand from 1970-01-01, or known from elsewhere: 11,016 days to 2000-02-29, 719,162 from 0001-01-01 (ISO 8601, RFC 3339).
const days: [string, number][] = [
  ['1970-01-01', 0],
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['1970-02-28', 58],
  ['1970-03-01', 59],
  ['1970-12-31', 364],
  ['1971-01-01', 365],
  ['1972-02-29', 789],
  ['1972-03-01', 790],
  ['2000-02-29', 11_016],
  ['2000-03-01', 11_017],
  ['0001-01-01', -719_162],
  ['9999-12-31', 2_932_896],
];

describe('toDayNumber and toCivilDate', () => {
  it.each(days)('place %s at %i', (date, number) => {
    expect(toDayNumber(date)).toBe(number);
    expect(toCivilDate(number)).toBe(date);
  });

  it('agree with the calendar of the platform over eight centuries', () => {
    for (let day = toDayNumber('1599-12-28'); day <= toDayNumber('2401-01-03'); day += 23) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (toCivilDate(day) !== date || toDayNumber(date) !== day) expect([day, toCivilDate(day)]).toEqual([day, date]);
    }
  });
});

describe('toDayNumber', () => {
  it.each(['2026-01-31', '2026-04-30', '2026-12-31', '2028-02-29', '2000-02-29'])('takes the last day %s', (date) => {
    expect(toDayNumber(date)).toBe(Date.parse(date) / 86_400_000);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2028-02-30',
    '2026-04-31',
    '2026-12-32',
    '2026-01-00',
    '2026-00-10',
    '2026-13-01',
    '2026-15-05',
    '2026-99-31',
    '0000-12-31',
    '2026-1-1',
    '12026-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026/01/01',
    '2026-01/01',
    '2026/01-01',
    '202:-01-01',
    '202/-01-01',
    '20:6-01-01',
    '20/6-01-01',
    '2:26-01-01',
    '2026-0:-01',
    '2026-/1-01',
    '2026-01-0/',
    '2026-01-:1',
    '2026-01- 1',
    '20٢٦-01-01',
    '2026-01-01 ',
    '2026-01-0',
    '',
    20_260_101,
    null,
    undefined,
    ['2026-01-01'],
  ])('gives NaN for %j', (date) => {
    expect(toDayNumber(date)).toBeNaN();
  });
});

describe('toCivilDate', () => {
  it.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5, NaN, Infinity, -Infinity])('gives null for %d', (day) => {
    expect(toCivilDate(day)).toBeNull();
  });
});

describe('readDay', () => {
  it.each([
    ['1970-01-02T24:00', 1],
    ['1970-01-02', 1],
    ['1970-02-29T00:00:00Z', NaN],
    ['197-01-02T00:00:00Z', NaN],
  ])('reads the head of %j as %d', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('twoDigits', () => {
  it.each([
    ['00', 0, 0],
    ['09', 0, 9],
    ['90', 0, 90],
    ['x42y', 1, 42],
    ['4', 0, -1],
    ['', 0, -1],
    ['/0', 0, -1],
    [':0', 0, -1],
    ['0/', 0, -1],
    ['0:', 0, -1],
  ])('reads %j from %i as %i', (text, at, value) => {
    expect(twoDigits(text, at)).toBe(value);
  });
});

describe('twoDigitText', () => {
  it.each([
    [0, '00'],
    [9, '09'],
    [10, '10'],
    [99, '99'],
  ])('writes %i as %s', (value, text) => {
    expect(twoDigitText(value)).toBe(text);
  });
});
