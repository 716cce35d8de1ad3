import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toDayNumber } from '../../src/core/civilDay.js';
import { civilTimeAt, instantsAt } from '../../src/core/civilTime.js';
import { toEpochMilliseconds, toInstant } from '../../src/core/instant.js';
import { toTimeZone, type TimeZone } from '../../src/core/timeZone.js';
import { toBusinessCalendar, type BusinessCalendar } from '../../src/metrics/operational/businessCalendar.js';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '../../src/metrics/operational/businessDays.js';
import {
  WEEKDAYS,
  type BusinessSchedule,
  type OpeningHours,
  type ScheduleWeek,
  type WeekHours,
} from '../../src/metrics/operational/businessSchedule.js';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  isBusinessTime,
} from '../../src/metrics/operational/businessTime.js';
import { businessMinutesAcross } from '../../src/metrics/operational/scheduleHistory.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

// Zones with their changes of clocks, among them half an hour, a date left out, a summer interrupted by Ramadan, and none.
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'Europe/Paris': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  'America/New_York': ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
  'Pacific/Chatham': ['2026-04-04T14:00:00Z', '2026-09-26T14:00:00Z'],
  'Pacific/Apia': ['2011-12-30T10:00:00Z', '2012-03-31T14:00:00Z'],
  'Africa/Casablanca': ['2024-03-10T02:00:00Z', '2024-04-14T02:00:00Z'],
  'Asia/Kathmandu': ['2026-03-29T00:00:00Z'],
  UTC: ['1970-01-01T00:00:00Z'],
};
const zones = new Map(Object.keys(CHANGES).map((name) => [name, toTimeZone(name)]));
const zoneOf = (name: string): TimeZone => zones.get(name)!;

/** A zone and an instant near a change of its clocks, in multiples of a step. */
const places = (step: number, reach: number): fc.Arbitrary<{ zone: string; at: number }> =>
  fc
    .constantFrom(...Object.entries(CHANGES).flatMap(([zone, texts]) => texts.map((text) => [zone, text] as const)))
    .chain(([zone, text]) =>
      fc
        .integer({ min: -Math.floor(reach / step), max: Math.floor(reach / step) })
        .map((steps) => ({ zone, at: Date.parse(text) + steps * step })),
    );

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Stretches between cut points, of at most a day, in steps of so many minutes. */
const stretches = (length: number, step: number, most: number): fc.Arbitrary<[number, number][]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: length / step - 1 }), { maxLength: 2 * most })
    .map((cuts) => cuts.sort((a, b) => a - b).map((cut) => cut * step))
    .map((cuts) =>
      Array.from({ length: Math.floor(cuts.length / 2) }, (_, index): [number, number] => [
        cuts[2 * index]!,
        cuts[2 * index + 1]!,
      ]).filter(([start, end]) => end - start <= 1440),
    );

/** Hours of a day, of which the last may end on the next, or at 24:00. */
const toHours = ([start, end]: [number, number], atMidnight: '00:00' | '24:00' = '00:00'): OpeningHours => ({
  start: clock(start % 1440),
  end: end % 1440 === 0 ? atMidnight : clock(end % 1440),
});

const weekHours = (step: number): fc.Arbitrary<WeekHours> =>
  fc.tuple(stretches(10_080, step, 12), fc.integer({ min: 0, max: 6 })).map(([list, turn]) => {
    const week: Partial<Record<(typeof WEEKDAYS)[number], OpeningHours[]>> = {};
    // The turn lets hours last from Sunday into Monday.
    for (const [start, end] of list.map(([from, to]): [number, number] => [from + turn * 1200, to + turn * 1200])) {
      (week[WEEKDAYS[Math.floor(start / 1440) % 7]!] ??= []).push(toHours([start, end]));
    }
    return week;
  });

const civilDate = (at: number, days: number): string => new Date(at + days * DAY).toISOString().slice(0, 10);

/** A schedule whose weeks change and whose holidays fall within some days of an instant. */
const schedules = (zone: string, at: number, step: number): fc.Arbitrary<BusinessSchedule> => {
  const near = fc.integer({ min: -6, max: 6 });
  const weeks = fc
    .tuple(
      fc.uniqueArray(near, { maxLength: 2 }),
      fc.boolean(),
      fc.array(weekHours(step), { minLength: 3, maxLength: 3 }),
    )
    .map(([days, isDated, hours]): ScheduleWeek[] => {
      const dates = days.sort((a, b) => a - b).map((day) => civilDate(at, day));
      const dated = dates.map((from, index): ScheduleWeek => ({ from, hours: hours[index + 1]! }));
      return isDated && dated.length > 0 ? dated : [{ hours: hours[0]! }, ...dated];
    });
  const ownHours = stretches(2880, step, 2).map((list) =>
    list.filter(([start]) => start < 1440).map((range) => toHours(range, range[1] > 1440 ? '00:00' : '24:00')),
  );
  const holidays = fc
    .uniqueArray(fc.tuple(near, fc.option(ownHours)), { maxLength: 4, selector: ([day]) => day })
    .map((list) => list.map(([day, hours]) => (hours ? { date: civilDate(at, day), hours } : civilDate(at, day))));
  return fc.record({ zone: fc.constant(zone), weeks, holidays });
};

/** The hours that begin on a date, as minutes. Nothing of it comes from the library. */
function hoursOf(schedule: BusinessSchedule, date: Temporal.PlainDate): [number, number][] {
  const text = date.toString();
  const holiday = schedule.holidays?.find((day) => (typeof day === 'string' ? day : day.date) === text);
  const week = schedule.weeks.filter(({ from }) => from === undefined || from <= text).at(-1);
  const hours =
    holiday === undefined
      ? (week?.hours[WEEKDAYS[date.dayOfWeek - 1]!] ?? [])
      : typeof holiday === 'string'
        ? []
        : (holiday.hours ?? []);
  return hours.map(({ start, end }) => {
    const [from, to] = [start, end].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [
      number,
      number,
    ];
    return [from, to <= from ? to + 1440 : to];
  });
}

function isOpen(schedule: BusinessSchedule, at: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(schedule.zone);
  const minute = local.hour * 60 + local.minute;
  const date = local.toPlainDate();
  const covers =
    (time: number) =>
    ([start, end]: [number, number]) =>
      start <= time && time < end;
  return (
    hoursOf(schedule, date).some(covers(minute)) ||
    hoursOf(schedule, date.subtract({ days: 1 })).some(covers(minute + 1440))
  );
}

/** Walks through a span step by step, and asks at each whether it is open. */
function walked(
  schedule: BusinessSchedule,
  start: number,
  end: number,
  step: number,
  pauses: [number, number][],
): number {
  let open = 0;
  for (let cell = Math.floor(start / step) * step; cell < end; cell += step) {
    if (!isOpen(schedule, cell)) continue;
    if (pauses.some(([from, to]) => from <= cell && cell < to)) continue;
    open += Math.min(end, cell + step) - Math.max(start, cell);
  }
  return open / MINUTE;
}

interface Case {
  readonly schedule: BusinessSchedule;
  readonly calendar: BusinessCalendar;
  readonly at: number;
}

const cases = (step: number, reach: number): fc.Arbitrary<Case> =>
  places(step * MINUTE, reach).chain(({ zone, at }) =>
    schedules(zone, at, step).map((schedule) => ({ schedule, at, calendar: toBusinessCalendar(schedule) })),
  );

const QUARTER = 15 * MINUTE;
const quarters = (days: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: days * 96 }).map((count) => count * QUARTER);
const milliseconds = fc.integer({ min: 0, max: 20 * DAY });

describe('business minutes agree with a walk by Temporal', () => {
  it('over days, by quarters of an hour', () => {
    fc.assert(
      fc.property(cases(15, 3 * DAY), quarters(6), ({ schedule, calendar, at }, length) => {
        const minutes = businessMinutesBetween(calendar, at, at + length);
        expect(minutes).toBeCloseTo(walked(schedule, at, at + length, QUARTER, []), 8);
      }),
      { numRuns: 150 },
    );
  });

  it('over hours, to the millisecond, by minutes', () => {
    const length = fc.integer({ min: 0, max: DAY / 3 });
    fc.assert(
      fc.property(cases(1, DAY / 4), length, fc.nat(59_999), ({ schedule, calendar, at }, span, rest) => {
        const minutes = businessMinutesBetween(calendar, at + rest, at + rest + span);
        expect(minutes).toBeCloseTo(walked(schedule, at + rest, at + rest + span, MINUTE, []), 8);
      }),
      { numRuns: 100 },
    );
  });

  it('with pauses that overlap and lie within each other', () => {
    const pauses = fc.array(fc.tuple(quarters(3), quarters(1)), { maxLength: 5 });
    fc.assert(
      fc.property(cases(15, DAY), quarters(3), pauses, ({ schedule, calendar, at }, length, list) => {
        const spans = list.map(([from, lasting]): [number, number] => [
          at - DAY / 2 + from,
          at - DAY / 2 + from + lasting,
        ]);
        const options = { pauses: spans.map(([start, end]) => ({ start, end })) };
        const minutes = businessMinutesBetween(calendar, at, at + length, options);
        expect(minutes).toBeCloseTo(walked(schedule, at, at + length, QUARTER, spans), 8);
      }),
      { numRuns: 100 },
    );
  });

  it('at an instant', () => {
    fc.assert(
      fc.property(cases(1, 3 * DAY), fc.nat(59_999), ({ schedule, calendar, at }, rest) => {
        expect(isBusinessTime(calendar, at + rest)).toBe(isOpen(schedule, at));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('business minutes', () => {
  it('of adjacent spans add up, and grow with the span', () => {
    fc.assert(
      fc.property(cases(1, 3 * DAY), milliseconds, milliseconds, ({ calendar, at }, first, second) => {
        const whole = businessMinutesBetween(calendar, at, at + first + second);
        const parts = [
          businessMinutesBetween(calendar, at, at + first),
          businessMinutesBetween(calendar, at + first, at + first + second),
        ] as const;
        expect(whole).toBeCloseTo(parts[0] + parts[1], 8);
        expect(whole).toBeGreaterThanOrEqual(parts[0]);
        expect(parts[1]).toBeLessThanOrEqual(second / MINUTE + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('are found again from the instant at which they have passed, and not a millisecond earlier', () => {
    const pauses = fc.array(fc.tuple(quarters(3), quarters(1)), { maxLength: 3 });
    const amount = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(cases(1, 3 * DAY), amount, pauses, ({ calendar, at }, minutes, list) => {
        const options = {
          pauses: list.map(([from, lasting]) => ({ start: at - DAY + from, end: at - DAY + from + lasting })),
        };
        const due = addBusinessMinutes(calendar, at, minutes, options);
        if (due === null) {
          expect(businessMinutesBetween(calendar, at, at + 2000 * DAY, options)).toBeLessThan(minutes);
          return;
        }
        const passed = toEpochMilliseconds(due);
        expect(businessMinutesBetween(calendar, at, passed, options)).toBeCloseTo(minutes, 8);
        expect(businessMinutesBetween(calendar, at, passed - 1, options)).toBeLessThan(minutes);
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on what the calendar was asked before', () => {
    fc.assert(
      fc.property(
        cases(1, 3 * DAY),
        fc.array(milliseconds, { maxLength: 5 }),
        ({ schedule, calendar, at }, lengths) => {
          const forward = lengths.map((length) => businessMinutesBetween(calendar, at, at + length));
          const fresh = toBusinessCalendar(schedule);
          const backward = [...lengths].reverse().map((length) => businessMinutesBetween(fresh, at, at + length));
          expect(forward).toEqual(backward.reverse());
        },
      ),
    );
  });

  it('are those of one schedule when a history changes to the same', () => {
    fc.assert(
      fc.property(cases(1, 3 * DAY), milliseconds, milliseconds, ({ calendar, at }, length, change) => {
        const history = [{ calendar }, { from: at + change, calendar }];
        const whole = businessMinutesBetween(calendar, at, at + length);
        expect(businessMinutesAcross(history, at, at + length)).toBeCloseTo(whole, 8);
        expect(businessMinutesAcross(history, at, at + length, { convention: 'last-schedule' })).toBe(whole);
      }),
    );
  });

  it('of a history are those of each schedule in its time', () => {
    fc.assert(
      fc.property(cases(1, 3 * DAY), weekHours(1), milliseconds, milliseconds, (given, hours, length, change) => {
        const { calendar, at } = given;
        const other = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours }] });
        const [middle, end] = [at + Math.min(change, length), at + length];
        const history = [{ calendar }, { from: at + change, calendar: other }];
        const sum = businessMinutesBetween(calendar, at, middle) + businessMinutesBetween(other, middle, end);
        expect(businessMinutesAcross(history, at, end)).toBeCloseTo(sum, 8);
        const last = change <= length ? other : calendar;
        const options = { convention: 'last-schedule' } as const;
        expect(businessMinutesAcross(history, at, end, options)).toBe(businessMinutesBetween(last, at, end));
      }),
    );
  });
});

describe('business days agree with a walk by Temporal', () => {
  const isWorking = (schedule: BusinessSchedule, date: Temporal.PlainDate): boolean =>
    hoursOf(schedule, date).length > 0;
  const dates = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 40 }));

  it('when they are counted', () => {
    fc.assert(
      fc.property(cases(15, 0), dates, ({ schedule, calendar, at }, [from, length]) => {
        const start = Temporal.PlainDate.from(civilDate(at, from));
        const end = start.add({ days: length });
        let count = 0;
        for (let day = start; Temporal.PlainDate.compare(day, end) < 0;) {
          day = day.add({ days: 1 });
          if (isWorking(schedule, day)) count++;
          expect(isBusinessDay(calendar, day.toString())).toBe(isWorking(schedule, day));
        }
        expect(businessDaysBetween(calendar, start.toString(), end.toString())).toBe(count);
        expect(businessDaysBetween(calendar, end.toString(), start.toString())).toBe(0 - count);
      }),
    );
  });

  it('when they are added and taken away', () => {
    fc.assert(
      fc.property(
        cases(15, 0),
        dates,
        fc.integer({ min: -10, max: 10 }),
        ({ schedule, calendar, at }, [from], days) => {
          const start = Temporal.PlainDate.from(civilDate(at, from));
          let day = start;
          // Nothing of a schedule changes more than a week from the instant: what has not come in 200 days never comes.
          for (let left = Math.abs(days), limit = 0; left > 0 && limit < 200; limit++) {
            day = day.add({ days: Math.sign(days) });
            if (isWorking(schedule, day)) left--;
          }
          const found = addBusinessDays(calendar, start.toString(), days);
          const distance = Math.abs(start.until(day, { largestUnit: 'days' }).days);
          expect(found).toBe(distance === 200 ? null : day.toString());
        },
      ),
    );
  });
});

describe('civil times agree with Temporal', () => {
  it('at an instant and back', () => {
    fc.assert(
      fc.property(places(MINUTE, 2 * DAY), fc.nat(59_999), ({ zone, at }, rest) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at + rest).toZonedDateTimeISO(zone);
        const text = civilTimeAt(zoneOf(zone), at + rest);
        expect(Temporal.PlainDateTime.from(text).equals(local.toPlainDateTime())).toBe(true);
        expect(instantsAt(zoneOf(zone), text)).toContain(toInstant(at + rest));
      }),
      { numRuns: 500 },
    );
  });

  it('where clocks leave out and repeat', () => {
    fc.assert(
      fc.property(places(MINUTE, DAY), ({ zone, at }) => {
        const text = new Date(at).toISOString().slice(0, 19);
        const plain = Temporal.PlainDateTime.from(text);
        const either = (['earlier', 'later'] as const)
          .map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
          .filter((local) => local.toPlainDateTime().equals(plain))
          .map((local) => local.toInstant().toString());
        expect(instantsAt(zoneOf(zone), text)).toEqual([...new Set(either)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('when instants are read and written', () => {
    const range = { min: -62_135_596_800_000, max: 253_402_300_799_999 };
    const offset = fc.tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59));
    fc.assert(
      fc.property(fc.integer(range), offset, (at, [sign, hours, minutes]) => {
        expect(toInstant(at)).toBe(new Date(at).toISOString().replace('.000Z', 'Z'));
        expect(toEpochMilliseconds(toInstant(at))).toBe(at);
        const text = toInstant(at)!.replace('Z', `${sign}${clock(hours * 60 + minutes)}`);
        const read = Temporal.Instant.from(text).epochMilliseconds;
        expect(toEpochMilliseconds(text)).toBe(read >= range.min && read <= range.max ? read : NaN);
      }),
      { numRuns: 1000 },
    );
  });

  it('when days are counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
        expect(toCivilDate(day)).toBe(date);
        expect(toDayNumber(date)).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
});
