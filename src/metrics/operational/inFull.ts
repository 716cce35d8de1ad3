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

/** The share delivered in full, 0..1. */
export type InFullResult = DeliveryShareResult<'in-full'>;

const IN_FULL: DeliveryMetric<'in-full'> = { id: 'in-full', field: 'inFull' };

/**
 * Makes the measure behind {@link computeInFull} over the units that {@link toDeliveryUnits} makes: a tally that can be added to, merged,
 * stored and scored later.
 *
 * Use it per warehouse, item or period of `dueOn`: one tally for each, merged into the whole.
 *
 * @param options - The rules the units were made by; interval and confidence.
 * @returns A measure over units.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range; while reading units `CX_INVALID_INPUT`
 * for one of another level.
 * @example
 * ```ts
 * import { computeMeasure, inFullMeasure, toDeliveryUnits } from 'cx-scoring';
 *
 * const line = { orderId: 'o1', lineId: '1', promisedAt: '2026-03-02', quantityOrdered: 10, deliveries: [] };
 * computeMeasure(toDeliveryUnits([line], { asOf: '2026-03-31' }), inFullMeasure()).value; // => 0
 * ```
 */
export function inFullMeasure(
  options: DeliveryMeasureOptions = {},
): RatioMeasure<DeliveryUnit, DeliveryTally, InFullResult> {
  return measureUnits('inFullMeasure', IN_FULL, options);
}

/**
 * Computes the in-full rate: the share of orders, lines or pieces delivered in the quantity ordered, of those due.
 *
 * Use it beside {@link computeOnTime}, to see which of the two OTIF suffers from. At the level `'unit'` it is the fill rate.
 *
 * @param lines - One record for each order line, in any order, all lines of an order together.
 * @param options - `asOf` and the rules, as for {@link computeOtif}; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval, hits and misses, and what was left out by reason; `value: null` when nothing was due.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never
 * throw: {@link checkOrderLines} names those counted as `invalid`.
 * @remarks Under the rule `'all'` what came late counts too; under `'cumulative-by-due'` only what came within the window. More than was
 * ordered is a miss as well, unless `quantityTolerance.over` says otherwise.
 * @example
 * ```ts
 * import { computeInFull } from 'cx-scoring';
 *
 * const line = (orderId: string, quantity: number) => ({
 *   orderId,
 *   lineId: '1',
 *   promisedAt: '2026-03-06',
 *   quantityOrdered: 100,
 *   deliveries: [{ deliveredAt: '2026-03-06', quantity }],
 * });
 * const lines = [line('o1', 100), line('o2', 98), line('o3', 101), line('o4', 50)];
 * computeInFull(lines, { asOf: '2026-03-31' }).value; // => 0.25
 * computeInFull(lines, { asOf: '2026-03-31', quantityTolerance: { under: 0.02, over: 'any' } }).value; // => 0.75
 * computeInFull(lines, { asOf: '2026-03-31', level: 'unit' }).value; // => 0.87
 * ```
 */
export function computeInFull(lines: Iterable<OrderLine>, options: DeliveryMetricOptions): InFullResult {
  return computeDeliveries('computeInFull', IN_FULL, lines, options);
}
