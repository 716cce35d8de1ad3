import { describe, expect, it } from 'vitest';
import { toBusinessCalendar } from '../../../src/metrics/operational/businessCalendar.js';
import type { BusinessSchedule, OpeningHours, WeekHours } from '../../../src/metrics/operational/businessSchedule.js';
import { businessMinutesBetween } from '../../../src/metrics/operational/businessTime.js';

/** Hours as `'09:00-12:30'`. */
function hours(...texts: string[]): OpeningHours[] {
  return texts.map((text) => ({ start: text.slice(0, 5), end: text.slice(6) }));
}

function daily(...texts: string[]): WeekHours {
  const own = hours(...texts);
  return { monday: own, tuesday: own, wednesday: own, thursday: own, friday: own, saturday: own, sunday: own };
}

function minutes(schedule: BusinessSchedule, start: string, end: string): number {
  return businessMinutesBetween(toBusinessCalendar(schedule), start, end);
}

const workday = hours('14:00-18:00', '09:00-12:30');
const office: BusinessSchedule = {
  zone: 'Europe/Paris',
  weeks: [{ hours: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday } }],
};

describe('a week of office hours in Paris', () => {
  // 2026-11-20 is a Friday.
  it.each([
    ['2026-11-20T09:00:00+01:00', '2026-11-20T18:00:00+01:00', 450],
    ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z', 0],
    ['2026-11-20T09:00:00+01:00', '2026-11-20T09:00:01+01:00', 1 / 60],
    ['2026-11-20T08:59:00+01:00', '2026-11-20T09:01:00+01:00', 1],
    ['2026-11-20T12:00:00+01:00', '2026-11-20T14:30:00+01:00', 60],
    ['2026-11-20T12:30:00+01:00', '2026-11-20T14:00:00+01:00', 0],
    ['2026-11-20T12:29:00+01:00', '2026-11-20T14:01:00+01:00', 2],
    ['2026-11-20T17:30:00+01:00', '2026-11-23T09:15:00+01:00', 45],
    ['2026-11-20T18:00:00+01:00', '2026-11-23T09:00:00+01:00', 0],
    ['2026-11-18T00:00:00+01:00', '2026-11-25T00:00:00+01:00', 2250],
    ['2026-06-01T09:00:00+02:00', '2026-11-20T18:00:00+01:00', 25 * 2250],
    ['1969-12-29T00:00:00+01:00', '1969-12-30T00:00:00+01:00', 450],
    ['1969-12-27T00:00:00+01:00', '1970-01-01T00:00:00+01:00', 3 * 450],
    ['1969-12-27T00:00:00+01:00', '1969-12-29T00:00:00+01:00', 0],
  ])('counts from %s to %s %d minutes', (start, end, expected) => {
    expect(minutes(office, start, end)).toBe(expected);
  });
});

describe('the ends of days', () => {
  it.each([
    ['00:00-24:00', 1440],
    ['00:00-00:00', 1440],
    ['09:00-09:00', 1440],
    ['00:00-23:59', 1439],
    ['23:59-24:00', 1],
    ['23:59-00:00', 1],
    ['12:00-02:00', 840],
    ['12:00-00:00', 720],
    ['12:00-00:01', 721],
  ])('makes of %s %i minutes a day', (text, expected) => {
    const schedule: BusinessSchedule = { zone: 'UTC', weeks: [{ hours: daily(text) }] };
    expect(minutes(schedule, '2026-11-20T00:00:00Z', '2026-11-27T00:00:00Z')).toBe(7 * expected);
  });

  it.each([
    ['2026-11-20T22:00:00Z', '2026-11-20T23:00:00Z', 60],
    ['2026-11-21T00:00:00Z', '2026-11-21T02:00:00Z', 120],
    ['2026-11-21T02:00:00Z', '2026-11-22T00:00:00Z', 0],
    ['2026-11-20T00:00:00Z', '2026-11-20T12:00:00Z', 0],
  ])('carries the hours of a Friday night into Saturday: %s to %s, %i', (start, end, expected) => {
    const schedule: BusinessSchedule = { zone: 'UTC', weeks: [{ hours: { friday: hours('12:00-02:00') } }] };
    expect(minutes(schedule, start, end)).toBe(expected);
  });

  it('carries those of a Sunday night into Monday', () => {
    const schedule: BusinessSchedule = { zone: 'UTC', weeks: [{ hours: { sunday: hours('22:00-04:00') } }] };
    expect(minutes(schedule, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toBe(240);
  });
});

describe('changes of clocks', () => {
  const allDay: WeekHours = daily('00:00-24:00');
  it.each([
    ['Europe/Paris', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23 * 60],
    ['Europe/Paris', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25 * 60],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', 23 * 60],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z', 25 * 60],
    ['Australia/Lord_Howe', '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z', 23.5 * 60],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5 * 60],
    ['Europe/Paris', '2025-12-31T23:00:00Z', '2026-12-31T23:00:00Z', 365 * 1440],
  ])('count a day open all day in %s from %s to %s as it is', (zone, start, end, expected) => {
    expect(minutes({ zone, weeks: [{ hours: allDay }] }, start, end)).toBe(expected);
  });

  const paris = ['Europe/Paris', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'] as const;
  const parisBack = ['Europe/Paris', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'] as const;
  const york = ['America/New_York', '2026-03-07T17:00:00Z', '2026-03-08T16:00:00Z'] as const;
  const yorkBack = ['America/New_York', '2026-10-31T16:00:00Z', '2026-11-01T17:00:00Z'] as const;
  const howe = ['Australia/Lord_Howe', '2026-10-03T01:30:00Z', '2026-10-04T01:00:00Z'] as const;
  const howeBack = ['Australia/Lord_Howe', '2026-04-04T01:00:00Z', '2026-04-05T01:30:00Z'] as const;
  it.each([
    // 02:00 to 03:00 is leapt over.
    [...paris, 'sunday', '02:15-02:45', 0],
    [...paris, 'sunday', '02:00-03:00', 0],
    [...paris, 'sunday', '02:30-05:00', 120],
    [...paris, 'sunday', '01:30-02:30', 30],
    [...paris, 'sunday', '01:00-04:00', 120],
    [...paris, 'saturday', '22:00-06:00', 420],
    [...york, 'sunday', '01:30-02:30', 30],
    [...york, 'saturday', '22:00-06:00', 420],
    // 02:00 to 03:00 comes twice.
    [...parisBack, 'sunday', '02:15-02:45', 60],
    [...parisBack, 'sunday', '02:30-05:00', 180],
    [...parisBack, 'sunday', '01:30-02:30', 90],
    [...parisBack, 'sunday', '03:00-05:00', 120],
    [...parisBack, 'saturday', '22:00-06:00', 540],
    // In New York it is 01:00 to 02:00.
    [...yorkBack, 'sunday', '01:15-01:45', 60],
    [...yorkBack, 'sunday', '02:00-03:00', 60],
    [...yorkBack, 'saturday', '22:00-06:00', 540],
    // On Lord Howe half an hour: 02:00 to 02:30 is leapt over, 01:30 to 02:00 comes twice.
    [...howe, 'sunday', '02:00-03:00', 30],
    [...howe, 'sunday', '02:10-02:20', 0],
    [...howeBack, 'sunday', '01:00-02:00', 90],
    [...howeBack, 'sunday', '01:30-02:00', 60],
    [...howeBack, 'sunday', '01:00-01:30', 30],
  ])('in %s from %s to %s, %s %s, leave %i minutes', (zone, start, end, day, text, expected) => {
    expect(minutes({ zone, weeks: [{ hours: { [day]: hours(text) } }] }, start, end)).toBe(expected);
  });

  it('take away the Friday that Samoa left out', () => {
    const span = ['2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'] as const;
    const of = (week: WeekHours): number => minutes({ zone: 'Pacific/Apia', weeks: [{ hours: week }] }, ...span);
    expect(of({ friday: hours('00:00-24:00') })).toBe(0);
    expect(of({ thursday: hours('00:00-24:00'), saturday: hours('00:00-24:00') })).toBe(2880);
  });
});

describe('holidays', () => {
  const night: BusinessSchedule = { zone: 'UTC', weeks: [{ hours: daily('12:00-02:00') }] };
  const parts: BusinessSchedule = { zone: 'UTC', weeks: [{ hours: daily('00:00-02:00', '12:00-24:00') }] };
  const closed = { holidays: ['2026-12-25'] };

  it('close the day', () => {
    expect(minutes({ ...office, ...closed }, '2026-12-24T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(450);
  });

  it('take nothing from a day that is closed anyway', () => {
    const schedule = { ...office, holidays: ['2026-12-26'] };
    expect(minutes(schedule, '2026-12-21T00:00:00Z', '2026-12-28T00:00:00Z')).toBe(2250);
  });

  it('close what begins on them, not what lasts into them from the eve', () => {
    expect(minutes({ ...night, ...closed }, '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(120);
    expect(minutes({ ...night, ...closed }, '2026-12-26T00:00:00Z', '2026-12-27T00:00:00Z')).toBe(720);
  });

  it('close hours after midnight that are a day’s own', () => {
    expect(minutes({ ...parts, ...closed }, '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(0);
    expect(minutes({ ...parts, ...closed }, '2026-12-26T00:00:00Z', '2026-12-27T00:00:00Z')).toBe(840);
  });

  it('may follow each other, in any order', () => {
    const schedule = { ...night, holidays: ['2026-12-26', '2026-12-25'] };
    expect(minutes(schedule, '2026-12-24T00:00:00Z', '2026-12-29T00:00:00Z')).toBe(120 + 720 + 120 + 720 + 840);
  });

  it.each([
    ['01:00-05:00', 300],
    ['00:30-01:00', 120],
    ['02:00-03:00', 180],
    ['02:01-03:01', 180],
    ['03:00-04:00', 180],
    ['00:00-24:00', 1440],
    ['22:00-04:00', 240],
  ])('with hours of their own, %s, join what lasts from the eve to %i minutes', (text, expected) => {
    const schedule = { ...night, holidays: [{ date: '2026-12-25', hours: hours(text) }] };
    expect(minutes(schedule, '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(expected);
  });

  it('with hours of their own may last into the day after', () => {
    const schedule = { ...night, holidays: [{ date: '2026-12-25', hours: hours('22:00-13:00') }] };
    expect(minutes(schedule, '2026-12-26T00:00:00Z', '2026-12-27T00:00:00Z')).toBe(1440);
  });

  it('are found in whatever order they are listed', () => {
    const holidays = ['2026-12-30', '2026-12-10', '2026-12-24', '2026-12-02', '2026-12-17'];
    const calendar = toBusinessCalendar({ ...parts, holidays });
    for (let day = 1; day <= 31; day++) {
      const date = `2026-12-${String(day).padStart(2, '0')}`;
      const count = businessMinutesBetween(calendar, `${date}T00:00:00Z`, Date.parse(date) + 86_400_000);
      expect([date, count]).toEqual([date, holidays.includes(date) ? 0 : 840]);
    }
  });

  it('without hours are closed', () => {
    const schedule = { ...office, holidays: [{ date: '2026-12-25' }] };
    expect(minutes(schedule, '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toBe(0);
  });

  it('open a Sunday', () => {
    const schedule = { ...office, holidays: [{ date: '2026-12-20', hours: hours('10:00-12:00') }] };
    expect(minutes(schedule, '2026-12-18T22:00:00Z', '2026-12-20T22:00:00Z')).toBe(120);
  });
});

describe('weekly hours that change', () => {
  const schedule: BusinessSchedule = {
    zone: 'UTC',
    weeks: [
      { hours: daily('09:00-17:00') },
      { from: '2026-11-18', hours: daily('10:00-12:00') },
      { from: '2026-12-01', hours: {} },
      { from: '2027-01-01', hours: daily('00:00-24:00') },
    ],
  };
  it.each([
    ['2026-11-17T00:00:00Z', '2026-11-18T00:00:00Z', 480],
    ['2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z', 120],
    ['2026-11-16T00:00:00Z', '2026-11-20T00:00:00Z', 1200],
    ['2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z', 120],
    ['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', 0],
    ['2026-12-31T00:00:00Z', '2027-01-02T00:00:00Z', 1440],
    ['2026-11-01T00:00:00Z', '2027-02-01T00:00:00Z', 17 * 480 + 13 * 120 + 31 * 1440],
  ])('count from %s to %s %i minutes', (start, end, expected) => {
    expect(minutes(schedule, start, end)).toBe(expected);
  });

  it('let the last night of the old hours pass', () => {
    const nights: BusinessSchedule = {
      zone: 'UTC',
      weeks: [
        { hours: { sunday: hours('22:00-04:00') } },
        { from: '2026-11-23', hours: { monday: hours('03:00-05:00') } },
      ],
    };
    expect(minutes(nights, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toBe(300);
    expect(minutes(nights, '2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z')).toBe(120);
    expect(minutes(nights, '2026-11-16T00:00:00Z', '2026-11-17T00:00:00Z')).toBe(240);
  });

  it('are closed before the first, when that is dated', () => {
    const late: BusinessSchedule = { zone: 'UTC', weeks: [{ from: '2026-11-18', hours: daily('20:00-04:00') }] };
    expect(minutes(late, '2026-11-01T00:00:00Z', '2026-11-18T20:00:00Z')).toBe(0);
    expect(minutes(late, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z')).toBe(720);
  });

  it('yield to a holiday on the day they change', () => {
    const holidays = [{ date: '2026-11-18', hours: hours('08:00-09:00') }];
    expect(minutes({ ...schedule, holidays }, '2026-11-17T00:00:00Z', '2026-11-20T00:00:00Z')).toBe(480 + 60 + 120);
  });
});

describe('toBusinessCalendar', () => {
  it('names schedule and zone', () => {
    const calendar = toBusinessCalendar({ ...office, id: 'support-fr' });
    expect([calendar.id, calendar.zone.name]).toEqual(['support-fr', 'Europe/Paris']);
    expect(toBusinessCalendar(office).id).toBeNull();
  });

  it('takes a schedule that was JSON, and leaves it as it was', () => {
    const schedule: BusinessSchedule = { ...office, holidays: ['2026-12-26', { date: '2026-12-25' }] };
    const text = JSON.stringify(schedule);
    expect(minutes(JSON.parse(text) as BusinessSchedule, '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z')).toBe(450);
    toBusinessCalendar(schedule);
    expect(JSON.stringify(schedule)).toBe(text);
  });

  it('takes hours that touch, and nights that end when the next day begins', () => {
    const touching: BusinessSchedule = {
      zone: 'UTC',
      weeks: [{ hours: { sunday: hours('22:00-06:00'), monday: hours('06:00-08:00', '08:00-10:00') } }],
    };
    expect(minutes(touching, '2026-11-22T00:00:00Z', '2026-11-24T00:00:00Z')).toBe(720);
    expect(minutes(touching, '2026-11-23T07:00:00Z', '2026-11-23T09:00:00Z')).toBe(120);
  });

  const day = hours('09:00-17:00');
  const week = (own: unknown): unknown => ({ ...office, weeks: [{ hours: { monday: own } }] });
  const holiday = (...holidays: unknown[]): unknown => ({ ...office, holidays });
  const dated = (...dates: unknown[]): unknown => ({ ...office, weeks: dates.map((from) => ({ from, hours: {} })) });
  const option = 'CX_INVALID_OPTION';
  const date = 'CX_INVALID_DATE';
  const civil = 'a civil date YYYY-MM-DD that exists';
  const [startRule, endRule] = ['a time HH:MM from 00:00 to 23:59', 'a time HH:MM from 00:00 to 24:00'];
  const dayRule = 'hours by day of the week, monday, tuesday, wednesday, thursday, friday, saturday, sunday';
  const over = 'over before the hours of the next day begin';

  it('makes functions that reckon in milliseconds', () => {
    const { openBetween, instantAfter, isOpenAt } = toBusinessCalendar({
      zone: 'UTC',
      weeks: [{ hours: daily('00:00-24:00') }],
    });
    expect([openBetween(5, 12), openBetween(5, 5), openBetween(12, 5), openBetween(5, -Infinity)]).toEqual([
      7, 0, 0, 0,
    ]);
    expect([instantAfter(5, 7), instantAfter(5, 0), isOpenAt(5)]).toEqual([12, 5, true]);
    const last = Date.parse('9999-12-31T23:59:59.999Z');
    expect([instantAfter(last - 5, 5), instantAfter(last - 5, 6)]).toEqual([last, NaN]);
  });

  it('knows the hours of the last day', () => {
    const holidays = [{ date: '9999-12-31', hours: hours('00:00-24:00') }];
    const { instantAfter } = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: {} }], holidays });
    expect(instantAfter(Date.parse('9999-12-31T00:00:00Z'), 60_000)).toBe(Date.parse('9999-12-31T00:01:00Z'));
  });

  it.each([
    [null, option, 'schedule', 'an object', 'null'],
    ['office', option, 'schedule', 'an object', '"office"'],
    [{ ...office, id: 5 }, option, 'id', 'a text', '5'],
    [
      { ...office, zone: 'Europe/Atlantis' },
      option,
      'zone',
      'the name of an IANA time zone such as "Europe/Paris"',
      '"Europe/Atlantis"',
    ],
    [{ zone: 'UTC' }, option, 'weeks', 'a list', 'undefined'],
    [{ ...office, weeks: {} }, option, 'weeks', 'a list', 'an object'],
    [{ ...office, weeks: [] }, option, 'weeks', 'a list of at least one week', '"an empty list"'],
    [{ ...office, weeks: [null] }, option, 'weeks[0]', 'an object', 'null'],
    [{ ...office, weeks: [{}] }, option, 'weeks[0].hours', 'an object', 'undefined'],
    [{ ...office, weeks: [{ hours: { Monday: day } }] }, option, 'weeks[0].hours', dayRule, '"Monday"'],
    [dated('2026-02-29'), date, 'weeks[0].from', civil, '"2026-02-29"'],
    [dated(null), date, 'weeks[0].from', civil, 'null'],
    [dated(undefined, undefined), date, 'weeks[1].from', civil, 'undefined'],
    [dated('2026-01-01', '2026-01-01'), date, 'weeks[1].from', 'later than that of the week before', '"2026-01-01"'],
    [
      dated(undefined, '2026-01-02', '2026-01-01'),
      date,
      'weeks[2].from',
      'later than that of the week before',
      '"2026-01-01"',
    ],
    [week(null), option, 'weeks[0].hours.monday', 'a list', 'null'],
    [week({}), option, 'weeks[0].hours.monday', 'a list', 'an object'],
    [week([null]), option, 'weeks[0].hours.monday[0]', 'an object', 'null'],
    [week([...day, { end: '18:00' }]), option, 'weeks[0].hours.monday[1].start', startRule, 'undefined'],
    [week(hours('24:00-24:00')), option, 'weeks[0].hours.monday[0].start', startRule, '"24:00"'],
    [week(hours('9:00-17:00')), option, 'weeks[0].hours.monday[0].start', startRule, '"9:00-"'],
    [week([{ start: ['09:00'], end: '17:00' }]), option, 'weeks[0].hours.monday[0].start', startRule, 'an object'],
    [week([{ start: 9, end: '17:00' }]), option, 'weeks[0].hours.monday[0].start', startRule, '9'],
    [week(hours('09:60-17:00')), option, 'weeks[0].hours.monday[0].start', startRule, '"09:60"'],
    [week(hours('09:00-24:01')), option, 'weeks[0].hours.monday[0].end', endRule, '"24:01"'],
    [week(hours('09:00-25:00')), option, 'weeks[0].hours.monday[0].end', endRule, '"25:00"'],
    [week(hours('09:00-17:00:00')), option, 'weeks[0].hours.monday[0].end', endRule, '"17:00:00"'],
    [week(hours('09:00-x17:00')), option, 'weeks[0].hours.monday[0].end', endRule, '"x17:00"'],
    [week(hours('09:00-x24:00')), option, 'weeks[0].hours.monday[0].end', endRule, '"x24:00"'],
    [week(hours('09:00-24:00x')), option, 'weeks[0].hours.monday[0].end', endRule, '"24:00x"'],
    [week([{ start: 'x09:00', end: '17:00' }]), option, 'weeks[0].hours.monday[0].start', startRule, '"x09:00"'],
    [week([{ start: '09:00x', end: '17:00' }]), option, 'weeks[0].hours.monday[0].start', startRule, '"09:00x"'],
    [week(hours('14:00-18:00', '09:00-14:01')), option, 'weeks[0].hours.monday', 'free of overlaps', 'an object'],
    [week(hours('22:00-02:00', '23:00-24:00')), option, 'weeks[0].hours.monday', 'free of overlaps', 'an object'],
    [
      { ...office, weeks: [{ hours: { monday: hours('22:00-02:00'), tuesday: hours('01:59-03:00') } }] },
      option,
      'weeks[0].hours.monday',
      over,
      'an object',
    ],
    [
      { ...office, weeks: [{ hours: { friday: hours('22:00-02:00'), saturday: hours('00:00-03:00') } }] },
      option,
      'weeks[0].hours.friday',
      over,
      'an object',
    ],
    [
      { ...office, weeks: [{ hours: { sunday: hours('22:00-02:00'), monday: hours('01:59-03:00') } }] },
      option,
      'weeks[0].hours.sunday',
      over,
      'an object',
    ],
    [{ ...office, holidays: null }, option, 'holidays', 'a list', 'null'],
    [{ ...office, holidays: '2026-12-25' }, option, 'holidays', 'a list', '"2026-12-25"'],
    [holiday('2026-12-25', '2026-13-25'), date, 'holidays[1]', civil, '"2026-13-25"'],
    [holiday(null), option, 'holidays[0]', 'an object', 'null'],
    [holiday({}), date, 'holidays[0].date', civil, 'undefined'],
    [holiday('2026-12-25', { date: '2026-12-25' }), option, 'holidays[1]', 'a day named once', '"2026-12-25"'],
    [holiday({ date: '2026-12-25', hours: null }), option, 'holidays[0].hours', 'a list', 'null'],
    [
      holiday({ date: '2026-12-25', hours: hours('09:00-12:00', '11:00-13:00') }),
      option,
      'holidays[0].hours',
      'free of overlaps',
      'an object',
    ],
  ])('refuses %j', (schedule, code, path, rule, received) => {
    const message = `toBusinessCalendar: "${path}" must be ${rule}, received ${received}`;
    const error: unknown = expect.objectContaining({ code, message });
    expect(() => toBusinessCalendar(schedule as BusinessSchedule)).toThrow(error);
  });
});
