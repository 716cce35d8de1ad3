import { describe, expect, it } from 'vitest';
import { toBusinessCalendar } from '../../../src/metrics/operational/businessCalendar.js';
import type { WeekHours } from '../../../src/metrics/operational/businessSchedule.js';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  isBusinessTime,
} from '../../../src/metrics/operational/businessTime.js';
import type { Pause } from '../../../src/metrics/operational/pause.js';

const own = [{ start: '09:00', end: '17:00' }];
const workdays: WeekHours = { monday: own, tuesday: own, wednesday: own, thursday: own, friday: own };
const weeks = [{ hours: workdays }];
const office = toBusinessCalendar({ zone: 'UTC', weeks, holidays: ['2026-12-25'] });
const paris = toBusinessCalendar({ zone: 'Europe/Paris', weeks });
const always = [{ start: '00:00', end: '24:00' }];
const round = toBusinessCalendar({
  zone: 'Europe/Paris',
  weeks: [
    {
      hours: {
        monday: always, tuesday: always, wednesday: always, thursday: always, friday: always, saturday: always, sunday: always,
      }, // prettier-ignore
    },
  ],
});
const never = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: {} }] });
const ending = toBusinessCalendar({ zone: 'UTC', weeks: [...weeks, { from: '2026-11-24', hours: {} }] });

/** Pauses as `'10:00-11:00'` of Friday 2026-11-20. */
function pauses(...texts: string[]): Pause[] {
  return texts.map((text) => ({
    start: `2026-11-20T${text.slice(0, 5)}:00Z`,
    end: text.length > 6 ? `2026-11-20T${text.slice(6)}:00Z` : null,
  }));
}

function refusal(code: string, message: string): unknown {
  return expect.objectContaining({ code, message });
}

const NO_INSTANT = 'must be an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';

describe('businessMinutesBetween', () => {
  const day = ['2026-11-20T08:00:00Z', '2026-11-20T18:00:00Z'] as const;

  it('takes milliseconds as well as texts', () => {
    expect(businessMinutesBetween(office, Date.parse(day[0]), Date.parse(day[1]))).toBe(480);
    expect(businessMinutesBetween(office, ...day)).toBe(480);
  });

  it.each([
    [[], 480],
    [['10:00-11:00'], 420],
    [['10:00-11:00', '12:00-12:30'], 390],
    // In any order, overlapping, nested, touching, twice the same.
    [['12:00-12:30', '10:00-11:00'], 390],
    [['10:00-11:00', '10:30-12:00'], 360],
    [['10:30-12:00', '10:00-11:00'], 360],
    [['10:00-13:00', '11:00-12:00'], 300],
    [['10:00-13:00', '11:00-12:00', '12:30-14:00'], 240],
    [['10:00-11:00', '11:00-12:00'], 360],
    [['10:00-11:00', '10:00-11:00'], 420],
    [['10:00-10:00'], 480],
    // Outside of hours, reaching beyond the span, covering it.
    [['07:00-08:30'], 480],
    [['08:30-09:30'], 450],
    [['07:00-07:30', '07:30-09:30'], 450],
    [['16:30-19:00'], 450],
    [['18:00-19:00'], 480],
    [['19:00-20:00'], 480],
    [['07:00-19:00'], 0],
    [['08:00-18:00'], 0],
    // Going on.
    [['16:00'], 420],
    [['16:00', '16:30-16:45'], 420],
    [['07:00'], 0],
    [['19:00'], 480],
  ])('leaves out the pauses %j: %i minutes', (texts, expected) => {
    expect(businessMinutesBetween(office, ...day, { pauses: pauses(...texts) })).toBe(expected);
  });

  it('leaves out pauses of other days by their opening hours', () => {
    const options = { pauses: [{ start: '2026-11-20T16:00:00Z', end: '2026-11-23T10:00:00Z' }] };
    expect(businessMinutesBetween(office, '2026-11-20T09:00:00Z', '2026-11-23T11:00:00Z', options)).toBe(480);
  });

  it('does not change the pauses', () => {
    const given = pauses('12:00-12:30', '10:00-11:00');
    businessMinutesBetween(office, ...day, { pauses: given });
    expect(given).toEqual(pauses('12:00-12:30', '10:00-11:00'));
  });

  it('keeps fractions of minutes', () => {
    expect(businessMinutesBetween(office, '2026-11-20T09:00:00Z', '2026-11-20T09:00:00.015Z')).toBe(0.00025);
  });

  it('refuses an end before the start', () => {
    const refused = (): number => businessMinutesBetween(office, '2026-11-20T09:00:30Z', '2026-11-20T09:00:00Z');
    const message = 'businessMinutesBetween: minutes from "start" to "end" must be at least 0, received -0.5';
    expect(refused).toThrow(refusal('CX_INVALID_DATE', message));
    expect(refused).toThrow(RangeError);
  });

  it.each([
    ['2026-11-20', '2026-11-21T00:00:00Z', '"start"', '"2026-11-20"'],
    ['2026-11-20T00:00:00Z', null, '"end"', 'null'],
  ])('refuses the span from %j to %j', (start, end, name, received) => {
    const error = refusal('CX_INVALID_DATE', `businessMinutesBetween: ${name} ${NO_INSTANT}, received ${received}`);
    expect(() => businessMinutesBetween(office, start, end as string)).toThrow(error);
  });

  it.each([
    [{}, 'CX_INVALID_OPTION', 'option "pauses" must be a list, received an object'],
    [null, 'CX_INVALID_OPTION', 'option "pauses" must be a list, received null'],
    [[null], 'CX_INVALID_OPTION', 'option "pauses[0]" must be a pause { start, end }, received null'],
    [['noon'], 'CX_INVALID_OPTION', 'option "pauses[0]" must be a pause { start, end }, received "noon"'],
    [[{ start: 0 }], 'CX_INVALID_DATE', `"pauses[0].end" ${NO_INSTANT}, received undefined`],
    [[{ start: 0, end: 0 }, { end: 0 }], 'CX_INVALID_DATE', `"pauses[1].start" ${NO_INSTANT}, received undefined`],
    [[{ start: 60_000, end: 0 }], 'CX_INVALID_DATE', 'minutes of "pauses[0]" must be at least 0, received -1'],
  ])('refuses the pauses %j', (given, code, message) => {
    const options = { pauses: given as Pause[] };
    const error = refusal(code, `businessMinutesBetween: ${message}`);
    expect(() => businessMinutesBetween(office, 0, 0, options)).toThrow(error);
  });
});

describe('addBusinessMinutes', () => {
  it.each([
    ['2026-11-20T09:00:00Z', 0, '2026-11-20T09:00:00Z'],
    ['2026-11-20T09:00:00Z', 60, '2026-11-20T10:00:00Z'],
    ['2026-11-20T09:00:00Z', 0.5, '2026-11-20T09:00:30Z'],
    ['2026-11-20T09:00:00Z', 0.00025, '2026-11-20T09:00:00.015Z'],
    // Closing time, not the next opening.
    ['2026-11-20T09:00:00Z', 480, '2026-11-20T17:00:00Z'],
    ['2026-11-20T09:00:00Z', 480.5, '2026-11-23T09:00:30Z'],
    ['2026-11-20T16:30:00Z', 75, '2026-11-23T09:45:00Z'],
    // From outside of hours.
    ['2026-11-20T03:00:00Z', 1, '2026-11-20T09:01:00Z'],
    ['2026-11-20T17:00:00Z', 1, '2026-11-23T09:01:00Z'],
    ['2026-11-21T12:00:00Z', 0, '2026-11-21T12:00:00Z'],
    ['2026-11-21T12:00:00Z', 480, '2026-11-23T17:00:00Z'],
    // Over a holiday and a weekend.
    ['2026-12-24T16:00:00Z', 61, '2026-12-28T09:01:00Z'],
    ['2026-11-02T09:00:00Z', 5 * 480, '2026-11-06T17:00:00Z'],
    ['2026-11-02T09:00:00Z', 10 * 480 + 1, '2026-11-16T09:01:00Z'],
    ['1969-12-26T16:00:00Z', 120, '1969-12-29T10:00:00Z'],
  ])('finds from %s on, after %d minutes, %s', (start, minutes, due) => {
    expect(addBusinessMinutes(office, start, minutes)).toBe(due);
  });

  it.each([
    ['2026-03-27T15:30:00Z', 60, '2026-03-30T07:30:00Z'],
    ['2026-10-23T14:30:00Z', 60, '2026-10-26T08:30:00Z'],
    ['2025-01-01T00:00:00Z', 261 * 480, '2025-12-31T16:00:00Z'],
  ])('goes by the clocks of Paris from %s over %d minutes to %s', (start, minutes, due) => {
    expect(addBusinessMinutes(paris, start, minutes)).toBe(due);
  });

  it.each([
    ['2026-03-28T23:00:00Z', 120, '2026-03-29T01:00:00Z'],
    ['2026-03-28T23:00:00Z', 121, '2026-03-29T01:01:00Z'],
    ['2026-10-24T22:00:00Z', 200, '2026-10-25T01:20:00Z'],
    ['2026-10-24T22:00:00Z', 25 * 60, '2026-10-25T23:00:00Z'],
  ])('counts the time that passes when clocks change, from %s over %d minutes to %s', (start, minutes, due) => {
    expect(addBusinessMinutes(round, start, minutes)).toBe(due);
  });

  it.each([
    ['2026-11-20T09:00:00Z', 180, '2026-11-20T12:00:00Z'],
    ['2026-11-20T09:00:00Z', 181, '2026-11-20T14:01:00Z'],
    ['2026-11-20T11:00:00Z', 120, '2026-11-20T15:00:00Z'],
    ['2026-11-20T11:00:00Z', 181, '2026-11-20T18:01:00Z'],
    ['2026-11-20T15:30:00Z', 60, '2026-11-20T18:30:00Z'],
    ['2026-11-20T09:00:00Z', 361, '2026-11-27T09:01:00Z'],
  ])('passes over the breaks of a day, from %s over %d minutes to %s', (start, minutes, due) => {
    const friday = ['09:00-12:00', '14:00-16:00', '18:00-19:00'].map((text) => ({
      start: text.slice(0, 5),
      end: text.slice(6),
    }));
    const calendar = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { friday } }] });
    expect(addBusinessMinutes(calendar, start, minutes)).toBe(due);
  });

  it('takes nothing back for a pause that was over before', () => {
    const before = { pauses: pauses('09:30-10:00') };
    expect(addBusinessMinutes(office, '2026-11-20T11:00:00Z', 30, before)).toBe('2026-11-20T11:30:00Z');
  });

  it('finds the second pass of an hour that comes twice', () => {
    const hours = { sunday: [{ start: '02:00', end: '03:00' }] };
    const calendar = toBusinessCalendar({
      zone: 'Europe/Paris',
      weeks: [{ hours }, { from: '2026-10-26', hours: {} }],
    });
    expect(addBusinessMinutes(calendar, '2026-10-25T00:00:00Z', 60)).toBe('2026-10-25T01:00:00Z');
    expect(addBusinessMinutes(calendar, '2026-10-25T00:00:00Z', 90)).toBe('2026-10-25T01:30:00Z');
    expect(addBusinessMinutes(calendar, '2026-10-25T00:59:00Z', 61)).toBe('2026-10-25T02:00:00Z');
    expect(addBusinessMinutes(calendar, '2026-10-25T00:59:00Z', 62)).toBeNull();
  });

  it('gives null when there are no more hours', () => {
    expect(addBusinessMinutes(never, '2026-11-20T09:00:00Z', 1)).toBeNull();
    expect(addBusinessMinutes(ending, '2026-11-20T09:00:00Z', 960)).toBe('2026-11-23T17:00:00Z');
    expect(addBusinessMinutes(ending, '2026-11-20T09:00:00Z', 961)).toBeNull();
    expect(addBusinessMinutes(office, '2026-11-20T09:00:00Z', Number.MAX_VALUE)).toBeNull();
  });

  it('needs no hours for no minutes', () => {
    expect(addBusinessMinutes(never, '2026-11-20T09:00:00Z', 0)).toBe('2026-11-20T09:00:00Z');
  });

  it('ends with the year 9999', () => {
    expect(addBusinessMinutes(round, '9999-12-31T22:00:00Z', 119)).toBe('9999-12-31T23:59:00Z');
    expect(addBusinessMinutes(round, '9999-12-31T22:00:00Z', 120)).toBeNull();
    expect(addBusinessMinutes(round, '9999-12-31T22:00:00Z', 180)).toBeNull();
    expect(addBusinessMinutes(office, '9999-12-31T16:00:00Z', 60)).toBe('9999-12-31T17:00:00Z');
    expect(addBusinessMinutes(office, '9999-12-31T16:00:00Z', 61)).toBeNull();
  });

  it.each([
    [['10:00-11:00'], 30, '2026-11-20T09:30:00Z'],
    [['10:00-11:00'], 60, '2026-11-20T10:00:00Z'],
    [['10:00-11:00'], 61, '2026-11-20T11:01:00Z'],
    [['08:30-09:30'], 30, '2026-11-20T10:00:00Z'],
    [['07:00-08:00'], 30, '2026-11-20T09:30:00Z'],
    [['10:00-11:00', '10:30-11:30', '12:00-13:00'], 120, '2026-11-20T13:30:00Z'],
    [['12:00-13:00', '10:00-11:00'], 120, '2026-11-20T12:00:00Z'],
    [['08:30-09:30'], 0, '2026-11-20T09:00:00Z'],
    [['10:00'], 60, '2026-11-20T10:00:00Z'],
    [['10:00'], 61, null],
    [['09:00'], 0, '2026-11-20T09:00:00Z'],
    [['09:00'], 1, null],
    [['08:00'], 1, null],
  ])('moves back by the pauses %j: %d minutes end at %s', (texts, minutes, due) => {
    expect(addBusinessMinutes(office, '2026-11-20T09:00:00Z', minutes, { pauses: pauses(...texts) })).toBe(due);
  });

  it.each([
    [-1, '-1', RangeError],
    [NaN, 'NaN', RangeError],
    [Infinity, 'Infinity', RangeError],
    ['60', '"60"', TypeError],
  ])('refuses %j minutes', (minutes, received, kind) => {
    const message = `addBusinessMinutes: option "minutes" must be a finite number from 0, received ${received}`;
    const refused = (): string | null => addBusinessMinutes(office, 0, minutes as number);
    expect(refused).toThrow(refusal('CX_INVALID_OPTION', message));
    expect(refused).toThrow(kind);
  });

  it('refuses what is no instant and what are no pauses', () => {
    const start = refusal('CX_INVALID_DATE', `addBusinessMinutes: "start" ${NO_INSTANT}, received "now"`);
    expect(() => addBusinessMinutes(office, 'now', 1)).toThrow(start);
    const list = refusal('CX_INVALID_OPTION', 'addBusinessMinutes: option "pauses" must be a list, received null');
    expect(() => addBusinessMinutes(office, 0, 1, { pauses: null as never })).toThrow(list);
  });
});

describe('isBusinessTime', () => {
  const night = toBusinessCalendar({
    zone: 'Europe/Paris',
    weeks: [{ hours: { friday: [{ start: '12:00', end: '13:00' }, { start: '22:00', end: '02:00' }] } }], // prettier-ignore
  });
  it.each([
    ['2026-11-20T11:59:59.999+01:00', false],
    ['2026-11-20T12:00:00+01:00', true],
    ['2026-11-20T12:59:59.999+01:00', true],
    ['2026-11-20T13:00:00+01:00', false],
    ['2026-11-20T22:00:00+01:00', true],
    ['2026-11-21T00:00:00+01:00', true],
    ['2026-11-21T01:59:59.999+01:00', true],
    ['2026-11-21T02:00:00+01:00', false],
    ['2026-11-21T12:30:00+01:00', false],
    ['2026-07-17T12:00:00+02:00', true],
    ['2026-07-17T13:00:00+02:00', false],
  ])('at %s is %s', (instant, expected) => {
    expect(isBusinessTime(night, instant)).toBe(expected);
  });

  it('refuses what is no instant', () => {
    const error = refusal('CX_INVALID_DATE', `isBusinessTime: "instant" ${NO_INSTANT}, received "2026-11-20"`);
    expect(() => isBusinessTime(night, '2026-11-20')).toThrow(error);
  });
});
