import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { moneyReader, requireCurrency, type MoneyValue } from '../business/money.js';
import { shareDefinition } from '../outcomeShare.js';
import { isWeight, measureWeightedShare, type WeightedShareTally } from './weightedShare.js';

/** Options of the depth of the portal. */
export interface PortalDepthOptions<Row> extends ShareOptions {
  /** Whether the order came through the portal: `true`, `false`, or missing. */
  readonly portal: Field<Row, boolean | null | undefined>;
  /** Revenue of the order, from 0, in minor units: given, the share is one of revenue; left out, one of orders. */
  readonly revenue?: Field<Row, MoneyValue> | undefined;
  /** Currency of the revenue, as an ISO 4217 code; part of the definition, and needed where `revenue` is given. */
  readonly currency?: string | undefined;
}

/**
 * Reasons for which an order is left out: the channel or the revenue is missing, or impossible, such as a revenue below 0; or its revenue
 * is 0, which adds nothing to a share of revenue.
 */
export type PortalDepthExclusion = 'missing' | 'invalid' | 'zeroRevenue';

/** The share of orders, or of revenue, that came through the portal, 0..1. */
export interface PortalDepthResult extends IntervalResult<'portal-depth', PortalDepthExclusion> {
  /** Orders through the portal, or their revenue in minor units. */
  readonly throughPortal: number;
  /** All orders that count, or their revenue in minor units. */
  readonly total: number;
}

function measureDepth<Row>(
  where: string,
  options: PortalDepthOptions<Row>,
): RatioMeasure<Row, WeightedShareTally, PortalDepthResult> {
  requireOptions(where, options);
  const { revenue, currency, interval, confidence, population } = options;
  const isByRevenue = revenue !== undefined;
  requireOption(isByRevenue || currency === undefined, where, 'currency', 'left out without a revenue', currency);
  if (isByRevenue) requireCurrency(where, currency);
  const readPortal = fieldReader<Row, unknown>(options.portal);
  const readRevenue = isByRevenue ? moneyReader(where, 'revenue', revenue, currency) : undefined;
  const parameters = isByRevenue ? { by: 'revenue', currency: currency as string } : {};
  return measureWeightedShare(
    {
      where,
      definition: shareDefinition('portal-depth', 'higher-is-better', parameters),
      isWeighted: isByRevenue,
      reasons: ['missing', 'invalid', 'zeroRevenue'],
      read: (row, index) => {
        const portal = readPortal(row, index) ?? null;
        const weight = readRevenue ? readRevenue(row, index) : 1;
        if (portal === null || weight === null) return 'missing';
        if (typeof portal !== 'boolean') return 'invalid';
        if (weight === 0) return 'zeroRevenue';
        return isWeight(weight) ? { success: portal, weight } : 'invalid';
      },
      options: { interval, confidence, population },
    },
    (throughPortal, total) => ({ throughPortal, total }),
  );
}

/**
 * Makes the measure behind {@link computePortalDepth}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where channel and revenue are, currency; interval, confidence and population.
 * @returns A measure over orders.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, portalDepthMeasure } from 'cx-scoring';
 *
 * const measure = portalDepthMeasure<{ portal: boolean }>({ portal: 'portal' });
 * computeMeasure([{ portal: true }, { portal: false }], measure).value; // => 0.5
 * ```
 */
export function portalDepthMeasure<Row>(
  options: PortalDepthOptions<Row>,
): RatioMeasure<Row, WeightedShareTally, PortalDepthResult> {
  return measureDepth('portalDepthMeasure', options);
}

/**
 * Computes the depth of the portal: the share of orders, or of revenue, that came through it.
 *
 * Use it beside {@link computePortalAdoption}: an account that once looked a price up is active, and orders by phone all the same.
 *
 * @param rows - One row per order.
 * @param options - Where channel and revenue are, currency; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval, at the effective number of orders where they are weighted by revenue; `value: null`
 * without orders.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range,
 * `CX_INVALID_INPUT` for a revenue in another currency than the declared one.
 * @remarks The orders of an account resemble each other: {@link clusterBy} the account widens the interval accordingly. Effective sample
 * size: Kish (1965), Survey Sampling, §11.7.
 * @example
 * ```ts
 * import { computePortalDepth } from 'cx-scoring';
 *
 * const orders = [{ portal: true, revenue: 20000 }, { portal: true, revenue: 10000 }, { portal: false, revenue: 90000 }];
 * computePortalDepth(orders, { portal: 'portal' }).value; // ~> 0.6667
 * computePortalDepth(orders, { portal: 'portal', revenue: 'revenue', currency: 'EUR' }).value; // => 0.25
 * ```
 */
export function computePortalDepth<Row>(
  rows: Iterable<Row>,
  options: PortalDepthOptions<NoInfer<Row>>,
): PortalDepthResult {
  return computeAs('computePortalDepth', rows, measureDepth<Row>('computePortalDepth', options));
}
