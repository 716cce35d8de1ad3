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

/** The share delivered on time and in full, 0..1. */
export type OtifResult = DeliveryShareResult<'otif'>;

const OTIF: DeliveryMetric<'otif'> = { id: 'otif', field: 'otif' };

/**
 * Makes the measure behind {@link computeOtif} over the units that {@link toDeliveryUnits} makes: a tally that can be added to, merged,
 * stored and scored later.
 *
 * Use it per warehouse, carrier or period of `dueOn`: one tally for each, merged into the whole. `clusterBy` the `accountId` for an honest error.
 *
 * @param options - The rules the units were made by; interval and confidence.
 * @returns A measure over units.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range; while reading units `CX_INVALID_INPUT`
 * for one of another level.
 * @example
 * ```ts
 * import { computeMeasure, otifMeasure, toDeliveryUnits } from 'cx-scoring';
 *
 * const deliveries = [{ deliveredAt: '2026-03-03', quantity: 10 }];
 * const line = { orderId: 'o1', lineId: '1', promisedAt: '2026-03-02', quantityOrdered: 10, deliveries };
 * const rules = { window: { earlyDays: 1, lateDays: 1 } };
 * computeMeasure(toDeliveryUnits([line], { ...rules, asOf: '2026-03-31' }), otifMeasure(rules)).value; // => 1
 * ```
 */
export function otifMeasure(
  options: DeliveryMeasureOptions = {},
): RatioMeasure<DeliveryUnit, DeliveryTally, OtifResult> {
  return measureUnits('otifMeasure', OTIF, options);
}

/**
 * Computes OTIF: the share of orders, lines or pieces delivered on time and in full.
 *
 * Use it for the supplier's promise as the customer sees it. There is no standard OTIF: level, date, window, tolerance and splitting are part
 * of the definition, and results of other rules are never compared. What is open past its window is a miss, or the figure would improve
 * as things get worse.
 *
 * @param lines - One record for each order line, in any order, all lines of an order together.
 * @param options - `asOf`, and the rules: `level` (`'line'` unless given), `dateBasis` (`'promised'`), `event`, `window` (the due date itself),
 * `calendar`, `quantityTolerance`, `splitRule`, `cancellationCutoffDays`; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval, hits and misses, and what was left out by reason; `value: null` when nothing was due.
 * At the level `'unit'` `sampleSize` counts deliveries, and `successes` and `failures` pieces.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never
 * throw: {@link checkOrderLines} names those counted as `invalid`.
 * @remarks The open choices: McKinsey, "Defining on-time, in-full in the consumer sector" (2019). If each of 10 lines is right 98 % of the
 * time, 82 % of the orders are: the level matters more than the effort. Lines not yet due are left out while open, and count once complete:
 * to compare periods, take the lines due in each and an `asOf` after their last window. See {@link toDeliveryUnits} for what counts.
 * @example
 * ```ts
 * import { computeOtif } from 'cx-scoring';
 *
 * const line = (orderId: string, lineId: string, deliveredAt: string | undefined, quantity: number) => ({
 *   orderId,
 *   lineId,
 *   promisedAt: '2026-03-02',
 *   quantityOrdered: 10,
 *   deliveries: [{ deliveredAt, quantity }],
 * });
 * const lines = [
 *   line('o1', '1', '2026-03-02', 10),
 *   line('o1', '2', '2026-03-02', 8),
 *   line('o2', '1', '2026-03-02', 10),
 *   line('o3', '1', undefined, 10),
 * ];
 * const otif = computeOtif(lines, { asOf: '2026-03-31' });
 * otif.value; // => 0.5
 * computeOtif(lines, { asOf: '2026-03-31', level: 'order' }).value; // ~> 0.3333
 * computeOtif(lines, { asOf: '2026-03-31', level: 'unit' }).value; // => 0.7
 * computeOtif(lines, { asOf: '2026-03-01' }).excluded.notDue; // => 4
 * ```
 */
export function computeOtif(lines: Iterable<OrderLine>, options: DeliveryMetricOptions): OtifResult {
  return computeDeliveries('computeOtif', OTIF, lines, options);
}
