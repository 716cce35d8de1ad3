import { describe, expect, it } from 'vitest';
import { toBusinessCalendar, type BusinessCalendar } from '../../../src/metrics/operational/businessCalendar.js';
import type { BusinessSchedule } from '../../../src/metrics/operational/businessSchedule.js';
import {
  businessMinutesAcross,
  type ScheduleConvention,
  type ScheduleHistory,
} from '../../../src/metrics/operational/scheduleHistory.js';

function calendarOf(hours: BusinessSchedule['weeks'][number]['hours']): BusinessCalendar {
  return toBusinessCalendar({ zone: 'UTC', weeks: [{ hours }] });
}

function everyDay(start: string, end: string): BusinessCalendar {
  const own = [{ start, end }];
  return calendarOf({
    monday: own,
    tuesday: own,
    wednesday: own,
    thursday: own,
    friday: own,
    saturday: own,
    sunday: own,
  });
}

const conventions = ['schedule-in-force', 'last-schedule'] as const;

describe('the worked example of dbt_zendesk', () => {
  // The ticket of fivetran/dbt_zendesk, in exact seconds: its 959.46 and 689.46 take 1 min 25 s for 1.25 minutes.
  const noon = [{ start: '12:00', end: '02:00' }];
  const afternoon = [{ start: '15:00', end: '00:30' }];
  const level1 = calendarOf({ tuesday: noon, wednesday: noon });
  const level2 = calendarOf({ tuesday: afternoon, wednesday: afternoon });
  const inTwo = calendarOf({
    tuesday: [{ start: '12:00', end: '24:00' }],
    wednesday: [{ start: '00:00', end: '02:00' }, { start: '12:00', end: '24:00' }],
    thursday: [{ start: '00:00', end: '02:00' }],
  }); // prettier-ignore
  const span = ['2026-11-17T17:01:38Z', '2026-11-18T19:01:46Z'] as const;
  const seconds = [8 * 3600 + 58 * 60 + 22 + 7 * 3600 + 85 + 21, 7 * 3600 + 28 * 60 + 22 + 4 * 3600 + 106];

  it.each([
    ['hours that pass midnight', level1],
    ['hours in two parts', inTwo],
  ])('gives 960.13 minutes by history and 690.13 by the last schedule, from %s', (_, first) => {
    const history = [{ calendar: first }, { from: '2026-11-18T19:01:25Z', calendar: level2 }];
    const [inForce, last] = conventions.map((convention) => businessMinutesAcross(history, ...span, { convention }));
    expect([inForce, last]).toEqual(seconds.map((value) => value / 60));
    expect([inForce!.toFixed(2), last!.toFixed(2)]).toEqual(['960.13', '690.13']);
    expect(businessMinutesAcross(history, ...span)).toBe(inForce);
  });
});

describe('businessMinutesAcross', () => {
  const day = everyDay('08:00', '18:00');
  const noon = everyDay('12:00', '13:00');
  const always = everyDay('00:00', '24:00');
  const history: ScheduleHistory = [
    { calendar: day },
    { from: '2026-11-20T12:00:00Z', calendar: noon },
    { from: '2026-11-21T00:00:00Z', calendar: always },
  ];

  it.each([
    ['2026-11-20T08:00:00Z', '2026-11-20T12:00:00Z', 240, 0],
    ['2026-11-20T08:00:00Z', '2026-11-20T11:59:00Z', 239, 239],
    ['2026-11-20T08:00:00Z', '2026-11-20T18:00:00Z', 300, 60],
    ['2026-11-20T13:00:00Z', '2026-11-20T23:59:00Z', 0, 0],
    ['2026-11-20T08:00:00Z', '2026-11-21T01:00:00Z', 360, 1020],
    ['2026-11-21T01:00:00Z', '2026-11-21T02:00:00Z', 60, 60],
    ['2026-11-19T08:00:00Z', '2026-11-19T09:00:00Z', 60, 60],
    ['2026-11-20T12:30:00Z', '2026-11-20T12:30:00Z', 0, 0],
  ])('counts from %s to %s %d minutes by history and %d by the last schedule', (start, end, inForce, last) => {
    const counted = conventions.map((convention) => businessMinutesAcross(history, start, end, { convention }));
    expect(counted).toEqual([inForce, last]);
  });

  it('leaves out pauses, across a change of schedules too', () => {
    const pauses = [{ start: '2026-11-20T11:00:00Z', end: '2026-11-20T12:30:00Z' }];
    const span = ['2026-11-20T08:00:00Z', '2026-11-20T18:00:00Z'] as const;
    const counted = conventions.map((convention) => businessMinutesAcross(history, ...span, { convention, pauses }));
    expect(counted).toEqual([210, 30]);
  });

  it('counts nothing before the first schedule, when that is dated', () => {
    const dated = [{ from: '2026-11-20T12:00:00Z', calendar: always }];
    const count = (end: string, convention: ScheduleConvention): number =>
      businessMinutesAcross(dated, '2026-11-20T11:00:00Z', end, { convention });
    expect(count('2026-11-20T13:00:00Z', 'schedule-in-force')).toBe(60);
    expect(count('2026-11-20T13:00:00Z', 'last-schedule')).toBe(120);
    expect(conventions.map((convention) => count('2026-11-20T11:59:59Z', convention))).toEqual([0, 0]);
  });

  it('lets the later of two schedules at one instant hold', () => {
    const twice = [{ calendar: day }, { from: 0, calendar: noon }, { from: 0, calendar: always }];
    const span = ['2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'] as const;
    expect(conventions.map((convention) => businessMinutesAcross(twice, ...span, { convention }))).toEqual([
      1440, 1440,
    ]);
  });

  const NO_INSTANT = 'must be an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';
  const late = { from: '2026-11-21T00:00:00Z', calendar: noon };
  it.each<[string, unknown, string, string]>([
    [
      'an empty history',
      [],
      'CX_INVALID_INPUT',
      '"history" must be a list of at least one schedule, received an object',
    ],
    ['no history', null, 'CX_INVALID_INPUT', '"history" must be a list of at least one schedule, received null'],
    [
      'a second schedule without a date',
      [{ calendar: day }, { calendar: noon }],
      'CX_INVALID_DATE',
      `"history[1].from" ${NO_INSTANT}, received undefined`,
    ],
    [
      'a date that is none',
      [{ from: null, calendar: day }],
      'CX_INVALID_DATE',
      `"history[0].from" ${NO_INSTANT}, received null`,
    ],
    [
      'a history out of order',
      [{ calendar: day }, late, { from: '2026-11-20T00:00:00Z', calendar: day }],
      'CX_INVALID_DATE',
      '"history[2].from" must be at or after that of the schedule before, received "2026-11-20T00:00:00Z"',
    ],
  ])('refuses %s', (_, given, code, message) => {
    const error: unknown = expect.objectContaining({ code, message: `businessMinutesAcross: ${message}` });
    expect(() => businessMinutesAcross(given as ScheduleHistory, 0, 0)).toThrow(error);
  });

  it('refuses another convention', () => {
    const message =
      'businessMinutesAcross: option "convention" must be "schedule-in-force" or "last-schedule", received "first"';
    const error: unknown = expect.objectContaining({ code: 'CX_INVALID_OPTION', message });
    expect(() => businessMinutesAcross(history, 0, 0, { convention: 'first' as ScheduleConvention })).toThrow(error);
  });

  it('refuses a span that ends before it starts, and pauses that are none', () => {
    const span = 'businessMinutesAcross: minutes from "start" to "end" must be at least 0, received -1';
    expect(() => businessMinutesAcross(history, 60_000, 0)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_DATE', message: span }),
    );
    const pauses = 'businessMinutesAcross: option "pauses" must be a list, received null';
    expect(() => businessMinutesAcross(history, 0, 0, { pauses: null as never })).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message: pauses }),
    );
  });
});
