import * as z from 'zod/mini';
import type {
  BusinessSchedule,
  Holiday,
  OpeningHours,
  ScheduleWeek,
  WeekHours,
} from '../metrics/operational/businessSchedule.js';
import { civilDate, formatted, list, text } from './fields.js';
import { findings, issueMessage, messageWith, type Finding } from './issues.js';

function weekFindings({ weeks }: BusinessSchedule): Finding[] {
  return weeks.flatMap(({ from }, index): Finding[] => {
    if (index === 0) return [];
    const path = ['weeks', index, 'from'];
    if (from === undefined) return [{ code: 'missing', rule: 'given in each week but the first', input: from, path }];
    const before = weeks[index - 1]?.from;
    const isLater = before === undefined || from > before;
    return isLater ? [] : [{ code: 'out-of-order', rule: 'later than that of the week before', input: from, path }];
  });
}

function holidayFindings({ holidays = [] }: BusinessSchedule): Finding[] {
  const seen = new Set<string>();
  return holidays.flatMap((holiday, index): Finding[] => {
    const date = typeof holiday === 'string' ? holiday : holiday.date;
    if (seen.has(date))
      return [{ code: 'contradiction', rule: 'a day named once', input: date, path: ['holidays', index] }];
    seen.add(date);
    return [];
  });
}

function clock(description: string, rule: string, pattern: RegExp): z.ZodMiniType<string> {
  return formatted(description, rule, (value) => pattern.test(value), { pattern: pattern.source });
}

function openingHours(description: string): z.ZodMiniType<OpeningHours[]> {
  const start = /^([01]\d|2[0-3]):[0-5]\d$/;
  const end = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
  const hours = z.strictObject(
    {
      start: clock('When they begin.', 'a time HH:MM from 00:00 to 23:59', start),
      end: clock(
        'When they end; at or before the start it is of the next day.',
        'a time HH:MM from 00:00 to 24:00',
        end,
      ),
    } satisfies { [Name in keyof OpeningHours]-?: unknown },
    { error: issueMessage },
  );
  return list(hours.check(z.describe('Opening hours without a break.')), description);
}

function createWeekSchema(): z.ZodMiniType<ScheduleWeek> {
  const day = (name: string): z.ZodMiniOptional<z.ZodMiniType<OpeningHours[]>> =>
    z.optional(openingHours(`Hours that begin on a ${name}; closed when left out.`));
  const hours = z.strictObject(
    {
      monday: day('Monday'),
      tuesday: day('Tuesday'),
      wednesday: day('Wednesday'),
      thursday: day('Thursday'),
      friday: day('Friday'),
      saturday: day('Saturday'),
      sunday: day('Sunday'),
    } satisfies { [Name in keyof WeekHours]-?: unknown },
    { error: issueMessage },
  );
  return z
    .strictObject(
      {
        from: z.optional(civilDate('First day. Rule: given in each week but the first, in ascending order.')),
        hours: hours.check(z.describe('Its opening hours. Rule: free of overlaps, checked when a calendar is made.')),
      } satisfies { [Name in keyof ScheduleWeek]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('The weekly hours from a date on.'));
}

function createHolidaySchema(): z.ZodMiniType<string | Holiday> {
  const holiday = z.strictObject(
    {
      date: civilDate('Its civil date.'),
      hours: z.optional(openingHours('Hours that begin on that day; closed when left out.')),
    } satisfies { [Name in keyof Holiday]-?: unknown },
    { error: issueMessage },
  );
  const error = messageWith('a civil date, or a day with hours of its own { date, hours }');
  return z.union([civilDate('A closed day.'), holiday.check(z.describe('A day with hours of its own.'))], { error });
}

function createBusinessScheduleSchema(): z.ZodMiniType<BusinessSchedule> {
  const weeks = 'The weekly hours, and how they changed: at least one week.';
  return z
    .strictObject(
      {
        id: z.optional(text('Identity of the schedule.')),
        zone: text('IANA name of its zone. Rule: one that the platform knows, checked when a calendar is made.'),
        weeks: list(createWeekSchema(), weeks, 1),
        holidays: z.optional(list(createHolidaySchema(), 'Closed days, and days with hours of their own, each once.')),
      } satisfies { [Name in keyof BusinessSchedule]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(weekFindings),
      findings(holidayFindings),
      z.meta({ title: 'Business schedule', description: 'When a business is open.' }),
    );
}

/**
 * The schema of a {@link BusinessSchedule}, strict.
 *
 * Use it with {@link readRecord} for a schedule kept as JSON. That hours do not overlap and that the platform knows the zone,
 * `toBusinessCalendar` checks.
 *
 * @example
 * ```ts
 * import { businessScheduleSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const hours = { monday: [{ start: '09:00', end: '17:30' }] };
 * readRecord(businessScheduleSchema, { zone: 'Europe/Paris', weeks: [{ hours }], holidays: ['2026-12-25'] }).success; // => true
 * readRecord(businessScheduleSchema, { zone: 'Europe/Paris', weeks: [] }).success; // => false
 * ```
 */
export const businessScheduleSchema: z.ZodMiniType<BusinessSchedule> = /* @__PURE__ */ createBusinessScheduleSchema();
