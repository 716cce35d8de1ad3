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

/** The share delivered on time, 0..1. */
export type OnTimeResult = DeliveryShareResult<'on-time'>;

const ON_TIME: DeliveryMetric<'on-time'> = { id: 'on-time', field: 'onTime' };

/**
 * Makes the measure behind {@link computeOnTime} over the units that {@link toDeliveryUnits} makes: a tally that can be added to, merged,
 * stored and scored later.
 *
 * Use it per warehouse, carrier or period of `dueOn`: one tally for each, merged into the whole.
 *
 * @param options - The rules the units were made by; interval and confidence.
 * @returns A measure over units.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range; while reading units `CX_INVALID_INPUT`
 * for one of another level.
 * @example
 * ```ts
 * import { computeMeasure, onTimeMeasure, toDeliveryUnits } from 'cx-scoring';
 *
 * const line = { orderId: 'o1', lineId: '1', promisedAt: '2026-03-02', quantityOrdered: 10, deliveries: [] };
 * computeMeasure(toDeliveryUnits([line], { asOf: '2026-03-31' }), onTimeMeasure()).value; // => 0
 * ```
 */
export function onTimeMeasure(
  options: DeliveryMeasureOptions = {},
): RatioMeasure<DeliveryUnit, DeliveryTally, OnTimeResult> {
  return measureUnits('onTimeMeasure', ON_TIME, options);
}

/**
 * Computes the on-time rate: the share of orders, lines or pieces delivered within the window, of those due.
 *
 * Use it beside {@link computeInFull}, to see which of the two OTIF suffers from.
 *
 * @param lines - One record for each order line, in any order, all lines of an order together.
 * @param options - `asOf` and the rules, as for {@link computeOtif}; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval, hits and misses, and what was left out by reason; `value: null` when nothing was due.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never
 * throw: {@link checkOrderLines} names those counted as `invalid`.
 * @remarks Under the rule `'all'` a line of which a part is still awaited past its window is late, whatever came before; closed short
 * (`closedAt`), it is judged by what came. Goals of on-time and in-full differ: Walmart asks for 90 % of the one and 95 % of the other
 * (since February 2024).
 * @example
 * ```ts
 * import { computeOnTime } from 'cx-scoring';
 *
 * const line = (orderId: string, deliveredAt: string) => ({
 *   orderId,
 *   lineId: '1',
 *   promisedAt: '2026-03-06',
 *   quantityOrdered: 10,
 *   deliveries: [{ deliveredAt, quantity: 10 }],
 * });
 * const lines = [line('o1', '2026-03-06'), line('o2', '2026-03-05'), line('o3', '2026-03-09'), line('o4', '2026-03-06')];
 * computeOnTime(lines, { asOf: '2026-03-31' }).value; // => 0.5
 * computeOnTime(lines, { asOf: '2026-03-31', window: { earlyDays: 'any', lateDays: 0 } }).value; // => 0.75
 * ```
 */
export function computeOnTime(lines: Iterable<OrderLine>, options: DeliveryMetricOptions): OnTimeResult {
  return computeDeliveries('computeOnTime', ON_TIME, lines, options);
}
