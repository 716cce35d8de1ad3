import { describe, expect, it } from 'vitest';
import { toBusinessCalendar } from '../../../src/metrics/operational/businessCalendar.js';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '../../../src/metrics/operational/businessDays.js';

const own = [{ start: '09:00', end: '17:00' }];
const workdays = { monday: own, tuesday: own, wednesday: own, thursday: own, friday: own };
const office = toBusinessCalendar({
  zone: 'Europe/Paris',
  weeks: [{ hours: workdays }, { from: '2027-01-01', hours: { ...workdays, saturday: own, monday: [] } }],
  holidays: [
    '2026-12-25',
    '2026-12-26',
    { date: '2026-12-24', hours: [{ start: '09:00', end: '12:00' }] },
    { date: '2026-12-20', hours: own },
    { date: '2026-12-31', hours: [] },
  ],
});
const nights = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { friday: [{ start: '22:00', end: '06:00' }] } }] });
const never = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: {} }] });
const three = toBusinessCalendar({
  zone: 'UTC',
  weeks: [{ from: '2026-11-18', hours: workdays }, { from: '2026-11-21', hours: {} }],
}); // prettier-ignore

describe('isBusinessDay', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-12-25', false],
    ['2026-12-24', true],
    ['2026-12-20', true],
    ['2026-12-31', false],
    ['2027-01-02', true],
    ['2027-01-04', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
  ])('%s: %s', (date, expected) => {
    expect(isBusinessDay(office, date)).toBe(expected);
  });

  it('is a day on which hours begin, not one into which they last', () => {
    expect(isBusinessDay(nights, '2026-11-20')).toBe(true);
    expect(isBusinessDay(nights, '2026-11-21')).toBe(false);
  });
});

describe('businessDaysBetween', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-21', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-23', 1],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-16', '2026-11-20', 4],
    ['2026-11-02', '2026-11-30', 20],
    ['2026-12-18', '2026-12-28', 6],
    ['2026-12-28', '2026-12-31', 2],
    ['2026-12-31', '2027-01-05', 3],
    ['1969-12-26', '1970-01-02', 5],
  ])('from %s to %s: %i, and as many back', (start, end, expected) => {
    expect(businessDaysBetween(office, start, end)).toBe(expected);
    expect(businessDaysBetween(office, end, start)).toBe(expected === 0 ? 0 : -expected);
  });
});

describe('addBusinessDays', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-19', 1, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-20', 6, '2026-11-30'],
    ['2026-12-18', 1, '2026-12-20'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-30', 1, '2027-01-01'],
    ['2026-12-30', 3, '2027-01-05'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-11-20', -1, '2026-11-19'],
    ['2026-11-30', -6, '2026-11-20'],
    ['2026-12-28', -2, '2026-12-23'],
    ['9999-12-30', 1, '9999-12-31'],
    ['0001-01-02', -1, '0001-01-01'],
  ])('%s and %i: %s', (date, days, expected) => {
    expect(addBusinessDays(office, date, days)).toBe(expected);
  });

  it.each([
    [office, '9999-12-31', 1],
    [office, '0001-01-01', -1],
    [office, '2026-11-20', 10_000_000],
    [office, '2026-11-20', -10_000_000],
    [never, '2026-11-20', 1],
    [never, '2026-11-20', -1],
    [three, '2026-11-20', 1],
    [three, '2026-11-18', -1],
    [three, '2026-11-01', 4],
  ])('gives null beyond the last working day and the first', (calendar, date, days) => {
    expect(addBusinessDays(calendar, date, days)).toBeNull();
  });

  it('reaches the first and the last working day', () => {
    expect(addBusinessDays(three, '2020-01-01', 3)).toBe('2026-11-20');
    expect(addBusinessDays(three, '2030-01-01', -3)).toBe('2026-11-18');
  });

  it.each([
    [0.5, '0.5'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    ['1', '"1"'],
  ])('refuses %j days', (days, received) => {
    const message = `addBusinessDays: option "days" must be a whole number, received ${received}`;
    const error: unknown = expect.objectContaining({ code: 'CX_INVALID_OPTION', message });
    expect(() => addBusinessDays(office, '2026-11-20', days as number)).toThrow(error);
  });
});

describe('a date that is none', () => {
  const rule = 'must be a civil date YYYY-MM-DD that exists, received "2026-02-29"';
  it.each<[string, () => unknown]>([
    ['isBusinessDay: "date"', () => isBusinessDay(office, '2026-02-29')],
    ['businessDaysBetween: "start"', () => businessDaysBetween(office, '2026-02-29', '2026-03-01')],
    ['businessDaysBetween: "end"', () => businessDaysBetween(office, '2026-02-28', '2026-02-29')],
    ['addBusinessDays: "date"', () => addBusinessDays(office, '2026-02-29', 1)],
  ])('is refused by %s', (where, call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_DATE', message: `${where} ${rule}` }));
  });
});
