import { toCivilDate } from '../../core/civilDay.js';
import { civilTimeAt } from '../../core/civilTime.js';
import { fieldReader, type Field } from '../../core/field.js';
import { elapsed, readAsOf, type Moment } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { addBusinessDays, isBusinessDay } from './businessDays.js';
import { readEvent, readFlag, readTime } from './rowValue.js';

/** Options of the next-day delivery of critical parts. */
export interface CriticalPartsNextDayOptions<Row> extends ShareOptions {
  /** When the part was ordered: a civil date, or an instant with its zone. */
  readonly orderedAt: Field<Row, string | null | undefined>;
  /** When it was delivered; missing while it was not. */
  readonly deliveredAt: Field<Row, string | null | undefined>;
  /** Whether the part is critical; every row is one when left out. */
  readonly critical?: Field<Row, boolean | null | undefined> | undefined;
  /** Calendar of the working days; instants are read by the clocks of its zone. Give its schedule an `id`. */
  readonly calendar: BusinessCalendar;
  /**
   * Time of day, `HH:MM`, from which an order counts as placed on the next working day. With it, so does an order placed on a day off.
   * @defaultValue none: an order counts on its day, and the next working day is the one after that day
   */
  readonly orderCutoff?: string | undefined;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which a part is left out of the next-day delivery. */
export type CriticalPartsExclusion = 'missing' | 'notCritical' | 'notDue' | 'invalid';

/** The share of critical parts delivered on the next working day, 0..1. */
export interface CriticalPartsNextDayResult extends IntervalResult<'critical-parts-next-day', CriticalPartsExclusion> {
  /** Parts delivered by the end of the next working day. */
  readonly inTime: number;
  /** Parts delivered later. */
  readonly late: number;
  /** Parts not delivered although that day has passed. */
  readonly overdue: number;
}

const REASONS: readonly CriticalPartsExclusion[] = ['missing', 'notCritical', 'notDue', 'invalid'];

/** Date and time of a moment by the clocks of the calendar; a civil date has no time. */
function civilOf({ day, time }: Moment, { zone }: BusinessCalendar): readonly [date: string, time: string] {
  if (time === null) return [toCivilDate(day) as string, ''];
  const civil = civilTimeAt(zone, time);
  return [civil.slice(0, 10), civil.slice(11)];
}

/** The last day on which an order is delivered in time; `null` when the calendar ends before. */
function dueDate(ordered: Moment, calendar: BusinessCalendar, cutoff: string | undefined): string | null {
  const [date, time] = civilOf(ordered, calendar);
  const isNextDay = cutoff !== undefined && (time >= cutoff || !isBusinessDay(calendar, date));
  return addBusinessDays(calendar, date, isNextDay ? 2 : 1);
}

function measureCriticalPartsNextDay<Row>(
  where: string,
  options: CriticalPartsNextDayOptions<Row>,
): RatioMeasure<Row, OutcomeTally, CriticalPartsNextDayResult> {
  requireOptions(where, options);
  const { calendar, orderCutoff } = options;
  const isCalendar = typeof calendar?.workingDaysBefore === 'function';
  requireOption(isCalendar, where, 'calendar', 'one that toBusinessCalendar made', calendar);
  const isTime = orderCutoff === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(orderCutoff);
  requireOption(isTime, where, 'orderCutoff', 'a time HH:MM from 00:00 to 23:59', orderCutoff);
  const asOf = readAsOf(where, options.asOf);
  const [today] = civilOf(asOf, calendar);
  const readOrdered = fieldReader<Row, unknown>(options.orderedAt);
  const readDelivered = fieldReader<Row, unknown>(options.deliveredAt);
  const readCritical = options.critical && fieldReader<Row, unknown>(options.critical);
  return measureOutcomes({
    where,
    definition: shareDefinition('critical-parts-next-day', 'higher-is-better', {
      calendar: calendar.id,
      ...(orderCutoff !== undefined && { orderCutoff }),
    }),
    outcomes: { inTime: true, late: false, overdue: false },
    reasons: REASONS,
    classify: (row, index) => {
      const critical = readCritical ? readFlag(readCritical(row, index)) : true;
      if (critical !== true) return critical === false ? 'notCritical' : critical;
      const ordered = readTime(readOrdered(row, index));
      if (typeof ordered === 'string') return ordered;
      const delivered = readEvent(readDelivered(row, index), asOf);
      if (delivered === 'invalid' || (delivered && elapsed(ordered, delivered) < 0)) return 'invalid';
      const due = dueDate(ordered, calendar, orderCutoff);
      if (due === null) return 'notDue';
      if (delivered) return civilOf(delivered, calendar)[0] <= due ? 'inTime' : 'late';
      return today > due ? 'overdue' : 'notDue';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeCriticalPartsNextDay}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per warehouse, machine or month: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeCriticalPartsNextDay}.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, criticalPartsNextDayMeasure, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '08:00', end: '18:00' }];
 * const calendar = toBusinessCalendar({ zone: 'Europe/Paris', weeks: [{ hours: { monday: hours, friday: hours } }] });
 * const measure = criticalPartsNextDayMeasure<{ at: string; came: string }>({ orderedAt: 'at', deliveredAt: 'came', calendar, asOf: '2026-11-30' });
 * computeMeasure([{ at: '2026-11-20', came: '2026-11-23' }], measure).value; // => 1
 * ```
 */
export function criticalPartsNextDayMeasure<Row>(
  options: CriticalPartsNextDayOptions<Row>,
): RatioMeasure<Row, OutcomeTally, CriticalPartsNextDayResult> {
  return measureCriticalPartsNextDay('criticalPartsNextDayMeasure', options);
}

/**
 * Computes the next-day delivery of critical parts: the share of those ordered that came by the end of the next working day.
 *
 * Use it for spare parts without which a machine stands still. A part that has not come counts as missed once that day has passed.
 *
 * @param rows - One row for each part ordered.
 * @param options - Where `orderedAt` and `deliveredAt` are, and `critical` where other parts are among the rows; `calendar` and `asOf`;
 * `orderCutoff`, interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no part was due.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks Without a cut-off an order of Saturday is due on Monday; with one it counts as placed on Monday, and is due on Tuesday. A part on
 * its way is `notDue` up to and with the day it is due. Deliveries before the order and unreadable times are `invalid`.
 * @example
 * ```ts
 * import { computeCriticalPartsNextDay, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '08:00', end: '18:00' }];
 * const days = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = toBusinessCalendar({ id: 'fr', zone: 'Europe/Paris', weeks: [{ hours: days }] });
 * const parts = [
 *   { orderedAt: '2026-11-20T10:00:00+01:00', deliveredAt: '2026-11-23T09:00:00+01:00' },
 *   { orderedAt: '2026-11-20T17:00:00+01:00', deliveredAt: '2026-11-24T09:00:00+01:00' },
 *   { orderedAt: '2026-11-24T10:00:00+01:00', deliveredAt: null },
 * ];
 * const options = { orderedAt: 'orderedAt', deliveredAt: 'deliveredAt', calendar, asOf: '2026-11-30' } as const;
 * computeCriticalPartsNextDay(parts, options).value; // ~> 0.3333
 * computeCriticalPartsNextDay(parts, { ...options, orderCutoff: '16:00' }).value; // ~> 0.6667
 * ```
 */
export function computeCriticalPartsNextDay<Row>(
  rows: Iterable<Row>,
  options: CriticalPartsNextDayOptions<NoInfer<Row>>,
): CriticalPartsNextDayResult {
  return computeAs(
    'computeCriticalPartsNextDay',
    rows,
    measureCriticalPartsNextDay<Row>('computeCriticalPartsNextDay', options),
  );
}
