import { fieldReader, type Field } from '../../core/field.js';
import { elapsed, readAsOf } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readEvent, readTime } from './rowValue.js';

/** Options of the slot adherence. */
export interface DeliverySlotAdherenceOptions<Row> extends ShareOptions {
  /** When the slot begins: an instant with its zone. */
  readonly slotStart: Field<Row, string | null | undefined>;
  /** When it ends; arriving at that instant is in the slot. */
  readonly slotEnd: Field<Row, string | null | undefined>;
  /** When the delivery arrived: an instant with its zone; missing while it did not. */
  readonly deliveredAt: Field<Row, string | null | undefined>;
  /**
   * Minutes by which a delivery may come before the slot or after it.
   * @defaultValue 0
   */
  readonly toleranceMinutes?: number | undefined;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which a delivery is left out of the slot adherence. */
export type DeliverySlotExclusion = 'missing' | 'noSlot' | 'notDue' | 'invalid';

/** The share of deliveries made within their slot, 0..1. */
export interface DeliverySlotAdherenceResult extends IntervalResult<'delivery-slot-adherence', DeliverySlotExclusion> {
  /** Deliveries within the slot. */
  readonly inSlot: number;
  /** Deliveries before it. */
  readonly early: number;
  /** Deliveries after it. */
  readonly late: number;
  /** Deliveries that have not arrived although the slot is over. */
  readonly overdue: number;
}

const REASONS: readonly DeliverySlotExclusion[] = ['missing', 'noSlot', 'notDue', 'invalid'];
const MINUTE = 60_000;

function measureDeliverySlotAdherence<Row>(
  where: string,
  options: DeliverySlotAdherenceOptions<Row>,
): RatioMeasure<Row, OutcomeTally, DeliverySlotAdherenceResult> {
  requireOptions(where, options);
  const { toleranceMinutes = 0 } = options;
  const isLength = Number.isFinite(toleranceMinutes) && toleranceMinutes >= 0;
  requireOption(isLength, where, 'toleranceMinutes', 'a finite number from 0', toleranceMinutes);
  const tolerance = toleranceMinutes * MINUTE;
  const asOf = readAsOf(where, options.asOf);
  const readStart = fieldReader<Row, unknown>(options.slotStart);
  const readEnd = fieldReader<Row, unknown>(options.slotEnd);
  const readDelivered = fieldReader<Row, unknown>(options.deliveredAt);
  return measureOutcomes({
    where,
    definition: shareDefinition(
      'delivery-slot-adherence',
      'higher-is-better',
      toleranceMinutes === 0 ? {} : { toleranceMinutes },
    ),
    outcomes: { inSlot: true, early: false, late: false, overdue: false },
    reasons: REASONS,
    classify: (row, index) => {
      const start = readTime(readStart(row, index));
      const end = readTime(readEnd(row, index));
      if (start === 'missing' && end === 'missing') return 'noSlot';
      if (start === 'invalid' || end === 'invalid') return 'invalid';
      if (start === 'missing' || end === 'missing') return 'missing';
      const delivered = readEvent(readDelivered(row, index), asOf);
      if (delivered === 'invalid' || (delivered && delivered.time === null)) return 'invalid';
      if (start.time === null || end.time === null || end.time < start.time) return 'invalid';
      if (!delivered) return elapsed(end, asOf) > tolerance ? 'overdue' : 'notDue';
      if (elapsed(start, delivered) < -tolerance) return 'early';
      return elapsed(end, delivered) > tolerance ? 'late' : 'inSlot';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeDeliverySlotAdherence}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per carrier, round or month: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeDeliverySlotAdherence}.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, deliverySlotAdherenceMeasure } from 'cx-scoring';
 *
 * type Stop = { from: string; to: string; at: string };
 * const measure = deliverySlotAdherenceMeasure<Stop>({ slotStart: 'from', slotEnd: 'to', deliveredAt: 'at', asOf: '2026-11-30' });
 * const stop = { from: '2026-11-23T08:00:00+01:00', to: '2026-11-23T10:00:00+01:00', at: '2026-11-23T09:12:00+01:00' };
 * computeMeasure([stop], measure).value; // => 1
 * ```
 */
export function deliverySlotAdherenceMeasure<Row>(
  options: DeliverySlotAdherenceOptions<Row>,
): RatioMeasure<Row, OutcomeTally, DeliverySlotAdherenceResult> {
  return measureDeliverySlotAdherence('deliverySlotAdherenceMeasure', options);
}

/**
 * Computes the slot adherence: the share of deliveries that arrived within the slot agreed with the customer.
 *
 * Use it where customers wait for the lorry: fixed slots on building sites and in shops. Before the slot is a miss as well.
 *
 * @param rows - One row for each delivery.
 * @param options - Where `slotStart`, `slotEnd` and `deliveredAt` are; `asOf`; `toleranceMinutes`, interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no slot was due.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks A delivery that has not arrived is a miss once its slot and the tolerance are over, and `notDue` before. Without slot it is
 * `noSlot`, with half of one `missing`; times without an hour and slots that end before they begin are `invalid`.
 * @example
 * ```ts
 * import { computeDeliverySlotAdherence } from 'cx-scoring';
 *
 * const slot = { from: '2026-11-23T08:00:00+01:00', to: '2026-11-23T10:00:00+01:00' };
 * const stops = [
 *   { ...slot, at: '2026-11-23T09:12:00+01:00' },
 *   { ...slot, at: '2026-11-23T10:05:00+01:00' },
 *   { ...slot, at: '2026-11-23T07:30:00+01:00' },
 *   { ...slot, at: null },
 * ];
 * const options = { slotStart: 'from', slotEnd: 'to', deliveredAt: 'at', asOf: '2026-11-30' } as const;
 * computeDeliverySlotAdherence(stops, options).value; // => 0.25
 * computeDeliverySlotAdherence(stops, { ...options, toleranceMinutes: 15 }).value; // => 0.5
 * ```
 */
export function computeDeliverySlotAdherence<Row>(
  rows: Iterable<Row>,
  options: DeliverySlotAdherenceOptions<NoInfer<Row>>,
): DeliverySlotAdherenceResult {
  return computeAs(
    'computeDeliverySlotAdherence',
    rows,
    measureDeliverySlotAdherence<Row>('computeDeliverySlotAdherence', options),
  );
}
