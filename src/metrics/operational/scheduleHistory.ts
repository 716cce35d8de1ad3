import { cxError } from '../../core/errors.js';
import { requireInstant, type Instant } from '../../core/instant.js';
import { requireOption } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { openOutside, requireSpan, type BusinessTimeOptions } from './businessTime.js';
import { readPauses } from './pause.js';

/** The schedule of a case from an instant on. */
export interface ScheduleChange {
  /**
   * First instant. Only the first schedule of a history may leave it out, and then holds from the beginning; where it has one, no schedule is
   * in force before and nothing counts.
   */
  readonly from?: Instant | undefined;
  /** Its calendar. */
  readonly calendar: BusinessCalendar;
}

/** The schedules of a case in order of time: instants in ascending order, at least one. Of two at the same instant the later one holds. */
export type ScheduleHistory = readonly ScheduleChange[];

/**
 * By which schedule the minutes of a case that changed schedules count:
 *
 * - `'schedule-in-force'`: every minute by the schedule in force at that minute;
 * - `'last-schedule'`: the whole span by the schedule in force at its end, as Zendesk counts first reply, first and full resolution. A case
 *   handed to a team with shorter hours thereby loses minutes that had passed already.
 */
export type ScheduleConvention = 'schedule-in-force' | 'last-schedule';

/** How the minutes of a case that changed schedules are counted. */
export interface ScheduleHistoryOptions extends BusinessTimeOptions {
  /**
   * Which schedule counts.
   * @defaultValue 'schedule-in-force'
   */
  readonly convention?: ScheduleConvention | undefined;
}

/** Reads the instants at which the schedules of a history begin. */
function readStarts(where: string, history: ScheduleHistory): number[] {
  if (!Array.isArray(history) || history.length === 0)
    throw cxError('CX_INVALID_INPUT', `${where}: "history"`, 'a list of at least one schedule', history);
  const starts: number[] = [];
  (history as ScheduleHistory).forEach(({ from }, index) => {
    const isOpen = index === 0 && from === undefined;
    const start = isOpen ? -Infinity : requireInstant(where, `history[${index}].from`, from);
    const rule = 'at or after that of the schedule before';
    if (index > 0 && start < starts[index - 1]!)
      throw cxError('CX_INVALID_DATE', `${where}: "history[${index}].from"`, rule, from);
    starts.push(start);
  });
  return starts;
}

/**
 * Measures the business minutes between two instants for a case that changes schedules on the way.
 *
 * Use it for tickets that are handed from one team to another, and name the convention: two tools that differ in it give two numbers for
 * one ticket.
 *
 * @param history - The schedules of the case in order of time.
 * @param start - First instant.
 * @param end - Instant at which to stop, not before the start.
 * @param options - Convention and pauses.
 * @returns Minutes, from 0. A schedule that begins at the end of the span or later does not count; under `'last-schedule'` one that begins
 * exactly at the end does.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for anything but instants, a history out of order, a span or a pause that ends
 * before it starts; TypeError with code `CX_INVALID_INPUT` for an empty history, and `CX_INVALID_OPTION` for another convention.
 * @remarks `'schedule-in-force'` is the rule of fivetran/dbt_zendesk, whose worked example this is.
 * @example
 * ```ts
 * import { businessMinutesAcross, toBusinessCalendar } from 'cx-scoring';
 *
 * const noon = [{ start: '12:00', end: '02:00' }];
 * const afternoon = [{ start: '15:00', end: '00:30' }];
 * const one = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { tuesday: noon, wednesday: noon } }] });
 * const two = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { tuesday: afternoon, wednesday: afternoon } }] });
 * const history = [{ calendar: one }, { from: '2026-11-18T19:01:25Z', calendar: two }];
 * const [start, end] = ['2026-11-17T17:01:38Z', '2026-11-18T19:01:46Z'] as const;
 * businessMinutesAcross(history, start, end); // ~> 960.13
 * businessMinutesAcross(history, start, end, { convention: 'last-schedule' }); // ~> 690.13
 * ```
 */
export function businessMinutesAcross(
  history: ScheduleHistory,
  start: Instant,
  end: Instant,
  options?: ScheduleHistoryOptions,
): number {
  const where = 'businessMinutesAcross';
  const [from, to] = requireSpan(where, start, end);
  const { convention = 'schedule-in-force', pauses } = options ?? {};
  const isKnown = convention === 'schedule-in-force' || convention === 'last-schedule';
  requireOption(isKnown, where, 'convention', '"schedule-in-force" or "last-schedule"', convention);
  const starts = readStarts(where, history);
  const stretches = readPauses(where, pauses);
  if (convention === 'last-schedule') {
    const last = history[starts.filter((first) => first <= to).length - 1];
    return last ? openOutside(last.calendar, [from, to], stretches) / 60_000 : 0;
  }
  const open = history.map(({ calendar }, index) => {
    const first = Math.max(from, starts[index]!);
    const last = Math.min(to, starts[index + 1] ?? to);
    return openOutside(calendar, [first, last], stretches);
  });
  return open.reduce((sum, part) => sum + part, 0) / 60_000;
}
