import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import {
  computeDeliveries,
  measureUnits,
  type DeliveryMeasureOptions,
  type DeliveryMetric,
  type DeliveryMetricOptions,
  type DeliveryShareResult,
  type DeliveryTally,
} from './deliveryShare.js';
import type { DeliveryUnit } from './deliveryUnits.js';
import type { OrderLine } from './orderLine.js';

/** The share of perfect orders, 0..1. */
export type PerfectOrderResult = DeliveryShareResult<'perfect-order'>;

/** Options of the measure of perfect orders: those of OTIF without the level, which is the order. */
export type PerfectOrderMeasureOptions = Omit<DeliveryMeasureOptions, 'level'>;

/** Options of the perfect orders: those of OTIF without the level, which is the order. */
export type PerfectOrderOptions = Omit<DeliveryMetricOptions, 'level'>;

const PERFECT_ORDER: DeliveryMetric<'perfect-order'> = {
  id: 'perfect-order',
  field: 'perfect',
  level: 'order',
};

/**
 * Makes the measure behind {@link computePerfectOrder} over the units that {@link toDeliveryUnits} makes at the level `'order'`: a tally
 * that can be added to, merged, stored and scored later.
 *
 * Use it per warehouse, account or period of `dueOn`: one tally for each, merged into the whole. All lines of an order belong into one.
 *
 * @param options - The rules the units were made by; interval and confidence.
 * @returns A measure over units.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range; while reading units `CX_INVALID_INPUT`
 * for one of another level.
 * @example
 * ```ts
 * import { computeMeasure, perfectOrderMeasure, toDeliveryUnits } from 'cx-scoring';
 *
 * const deliveries = [{ deliveredAt: '2026-03-02', quantity: 10, documentsOk: true, damaged: false }];
 * const line = { orderId: 'o1', lineId: '1', promisedAt: '2026-03-02', quantityOrdered: 10, deliveries };
 * const units = toDeliveryUnits([line], { asOf: '2026-03-31', level: 'order' });
 * computeMeasure(units, perfectOrderMeasure()).value; // => 1
 * ```
 */
export function perfectOrderMeasure(
  options: PerfectOrderMeasureOptions = {},
): RatioMeasure<DeliveryUnit, DeliveryTally, PerfectOrderResult> {
  return measureUnits('perfectOrderMeasure', PERFECT_ORDER, options);
}

/**
 * Computes perfect order fulfilment: the share of orders of which every line came on time, in full, well documented and undamaged.
 *
 * Use it for the order as the customer lives it: one wrong paper spoils it. The four are judged together, order by order; a product of
 * four rates is another number, since what goes wrong goes wrong together.
 *
 * @param lines - One record for each order line, in any order, all lines of an order together.
 * @param options - `asOf` and the rules, as for {@link computeOtif}, without `level`; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval, hits and misses, and what was left out by reason; `value: null` when nothing was due. An
 * order with nothing wrong of which something is not known is `missing`.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never
 * throw: {@link checkOrderLines} names those counted as `invalid`.
 * @remarks SCOR model, metric RL.1.1: an order is perfect when each line scores 1 on all four components.
 * @example
 * ```ts
 * import { computePerfectOrder } from 'cx-scoring';
 *
 * const order = (orderId: string, documentsOk: boolean, damaged: boolean | undefined) => ({
 *   orderId,
 *   lineId: '1',
 *   promisedAt: '2026-03-06',
 *   quantityOrdered: 10,
 *   deliveries: [{ deliveredAt: '2026-03-06', quantity: 10, documentsOk, damaged }],
 * });
 * const orders = [order('o1', true, false), order('o2', false, true), order('o3', true, undefined), order('o4', false, undefined)];
 * const perfect = computePerfectOrder(orders, { asOf: '2026-03-31' });
 * perfect.value; // ~> 0.3333
 * perfect.excluded.missing; // => 1
 * ```
 */
export function computePerfectOrder(lines: Iterable<OrderLine>, options: PerfectOrderOptions): PerfectOrderResult {
  return computeDeliveries('computePerfectOrder', PERFECT_ORDER, lines, options);
}
