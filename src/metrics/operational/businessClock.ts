import { cxError } from '../../core/errors.js';
import type { ParameterValue } from '../../core/definition.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { openOutside } from './businessTime.js';
import type { Stretch } from './pause.js';
import { businessMinutesAcross, type ScheduleConvention, type ScheduleHistory } from './scheduleHistory.js';

/** Whose hours count. Without any of these, all hours do: nights and holidays too. */
export interface ClockOptions<Row> {
  /** One calendar for all rows. Its schedule must have an `id`, which becomes part of the definition. */
  readonly calendar?: BusinessCalendar | undefined;
  /** The schedules of each row in order of time, where rows change schedules; instead of `calendar`. */
  readonly schedules?: ((row: Row) => ScheduleHistory) | undefined;
  /**
   * Which of several schedules counts; part of the definition. Only with `schedules`.
   * @defaultValue 'schedule-in-force'
   */
  readonly convention?: ScheduleConvention | undefined;
}

/** A clock that measures hours of a row. */
export interface Clock<Row> {
  /** Hours from one instant to another, in milliseconds, pauses left out. */
  readonly hoursBetween: (row: Row, from: number, to: number, pauses?: readonly Stretch[]) => number;
  /** What the clock adds to a definition. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Milliseconds of a span outside of pauses, which are in order of their start. */
export function elapsedOutside([from, to]: Stretch, pauses: readonly Stretch[]): number {
  let elapsed = 0;
  let cursor = from;
  for (const [start, end] of pauses) {
    elapsed += Math.max(0, Math.min(start, to) - cursor);
    cursor = Math.max(cursor, end);
  }
  return elapsed + Math.max(0, to - cursor);
}

/** Makes the clock that the options name. */
export function resolveClock<Row>(where: string, options: ClockOptions<Row>): Clock<Row> {
  requireOptions(where, options);
  const { calendar, schedules, convention = 'schedule-in-force' } = options;
  const isKnown = convention === 'schedule-in-force' || convention === 'last-schedule';
  requireOption(isKnown, where, 'convention', '"schedule-in-force" or "last-schedule"', convention);
  if (schedules !== undefined) {
    requireOption(typeof schedules === 'function', where, 'schedules', 'a function of the row', schedules);
    requireOption(calendar === undefined, where, 'calendar', 'left out when "schedules" is given', calendar);
    return {
      hoursBetween: (row, from, to, pauses = []) => {
        // A pause that goes on is open-ended for the record and infinite here.
        const own = pauses.map(([start, end]) => ({ start, end: end === Infinity ? null : end }));
        return (businessMinutesAcross(schedules(row), from, to, { convention, pauses: own }) * MINUTE) / HOUR;
      },
      parameters: { clock: 'business', convention },
    };
  }
  if (options.convention !== undefined)
    throw cxError('CX_INVALID_OPTION', `${where}: option "convention"`, 'left out without "schedules"', convention);
  if (calendar === undefined)
    return { hoursBetween: (_row, from, to, pauses = []) => elapsedOutside([from, to], pauses) / HOUR, parameters: {} };
  requireOption(typeof calendar?.openBetween === 'function', where, 'calendar', 'a calendar', calendar);
  requireOption(calendar.id !== null, where, 'calendar', 'of a schedule that has an id', calendar.id);
  return {
    hoursBetween: (_row, from, to, pauses = []) => openOutside(calendar, [from, to], pauses) / HOUR,
    parameters: { clock: 'business', calendar: calendar.id },
  };
}
