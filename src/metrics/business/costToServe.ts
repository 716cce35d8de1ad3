import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field } from '../../core/field.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Id } from '../../measures/keyedTally.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from './amountRatio.js';
import {
  amountField,
  amountReader,
  findAmountFaults,
  LARGEST_AMOUNT,
  type AmountExclusion,
  type AmountFault,
  type AmountRecord,
} from './amounts.js';
import { requireCurrency, type MoneyValue } from './money.js';
import { requireActivities, type ServiceActivity } from './serviceActivity.js';

/** Options of the cost to serve. */
export interface CostToServeOptions<Row> extends ResultOptions {
  /** The activities, at least one; with their unit costs they are part of the definition. */
  readonly activities: readonly ServiceActivity<Row>[];
  /** Revenue with the account, from 0, in minor units. */
  readonly revenue: Field<Row, MoneyValue>;
  /** Margin with the account before the cost to serve, in minor units; leave it out when it is not known. */
  readonly margin?: Field<Row, MoneyValue> | undefined;
  /** Currency of the amounts and of the unit costs, as an ISO 4217 code; it is part of the definition. */
  readonly currency: string;
}

/** One activity in the result. */
export interface ServiceActivityResult {
  /** Name of the activity. */
  readonly id: string;
  /** How often it was done. */
  readonly volume: number;
  /** What it cost, in minor units. */
  readonly cost: number;
  /** Its share of the cost to serve, 0..1, or `null` when nothing was spent. */
  readonly share: number | null;
}

/** Cost to serve over revenue, with the money behind it. */
export interface CostToServeResult extends IntervalResult<'cost-to-serve', AmountExclusion> {
  /** Cost to serve, in minor units. */
  readonly cost: number;
  /** Revenue, in minor units. */
  readonly revenue: number;
  /** Margin after the cost to serve, in minor units, or `null` when no margin is given. */
  readonly marginAfterCost: number | null;
  /** The activities, in the order declared. */
  readonly activities: readonly ServiceActivityResult[];
}

function recordOf<Row>({ activities, revenue, margin, currency }: CostToServeOptions<Row>): AmountRecord<Row> {
  const fields = [amountField<Row, MoneyValue>('revenue', revenue)];
  for (const { id, volume } of activities) fields.push(amountField(`volume of ${id}`, volume));
  if (margin !== undefined) fields.push(amountField('margin', margin, -LARGEST_AMOUNT));
  return { fields, currency };
}

function measureService<Row>(
  where: string,
  options: CostToServeOptions<Row>,
): RatioMeasure<Row, AmountTally, CostToServeResult> {
  requireOptions(where, options);
  const { activities, margin, currency } = options;
  requireActivities(where, activities);
  requireCurrency(where, currency);
  const read = amountReader(where, recordOf(options));
  const unitCosts = activities.map(({ unitCost }) => unitCost);
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'cost-to-serve',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'lower-is-better',
        range: null,
        parameters: { currency, activities: activities.map(({ id, unitCost }) => ({ id, unitCost })) },
      },
      reasons: ['missing', 'invalid'],
      parts: 1 + activities.length,
      read: (row, index) => {
        const amounts = read(row, index);
        if (typeof amounts === 'string') return amounts;
        const volumes = amounts.slice(1, 1 + unitCosts.length);
        const numerator = volumes.reduce((sum, volume, at) => sum + volume * (unitCosts[at] as number), 0);
        return {
          numerator,
          denominator: amounts[0] as number,
          parts: [amounts[1 + unitCosts.length] ?? 0, ...volumes],
        };
      },
      options,
    },
    ({ numerator, denominator, parts: [earned = 0, ...volumes] }) => ({
      cost: Math.round(numerator),
      revenue: denominator,
      marginAfterCost: margin === undefined ? null : Math.round(earned - numerator) + 0,
      activities: activities.map(({ id, unitCost }, at) => {
        const volume = volumes[at] as number;
        const cost = volume * unitCost;
        return { id, volume, cost: Math.round(cost), share: numerator > 0 ? cost / numerator : null };
      }),
    }),
  );
}

/**
 * Makes the measure behind {@link computeCostToServe}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Activities with volumes and unit costs, revenue, margin, currency, confidence and population.
 * @returns A measure over accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DEFINITION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, costToServeMeasure } from 'cx-scoring';
 *
 * const measure = costToServeMeasure<{ tickets: number; revenue: number }>({
 *   activities: [{ id: 'tickets', volume: 'tickets', unitCost: 2500 }],
 *   revenue: 'revenue',
 *   currency: 'EUR',
 * });
 * computeMeasure([{ tickets: 4, revenue: 100000 }], measure).value; // => 0.1
 * ```
 */
export function costToServeMeasure<Row>(
  options: CostToServeOptions<Row>,
): RatioMeasure<Row, AmountTally, CostToServeResult> {
  return measureService('costToServeMeasure', options);
}

/**
 * Computes the cost to serve: what orders, deliveries, visits, tickets, returns and credit notes cost, over the revenue with the accounts.
 *
 * Use it by segment or account beside the margin: two accounts of equal margin may differ tenfold in what they take to be served. There are no default
 * unit costs; yours are part of the definition.
 *
 * @param rows - One row per account and period.
 * @param options - Activities with volumes and unit costs, revenue, margin, currency, confidence and population.
 * @returns The ratio, from 0, low is good, with a t interval by linearisation, the money behind it and the activities; `value: null` without
 * revenue.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_POPULATION_TOO_SMALL` for wrong options,
 * `CX_INVALID_INPUT` for an amount in another currency than the declared one.
 * @remarks Activity-based costing with declared keys: Cooper and Kaplan (1991), Profit priorities from activity-based costing, Harvard
 * Business Review 69(3), 130-135.
 * @example
 * ```ts
 * import { computeCostToServe } from 'cx-scoring';
 *
 * const accounts = [
 *   { orders: 10, tickets: 2, revenue: 500000, margin: 100000 }, { orders: 40, tickets: 20, revenue: 500000, margin: 100000 },
 * ];
 * const cost = computeCostToServe(accounts, {
 *   activities: [{ id: 'orders', volume: 'orders', unitCost: 1200 }, { id: 'tickets', volume: 'tickets', unitCost: 2500 }],
 *   revenue: 'revenue',
 *   margin: 'margin',
 *   currency: 'EUR',
 * });
 * cost.value; // => 0.115
 * cost.cost; // => 115000
 * cost.marginAfterCost; // => 85000
 * cost.activities[1]; // ~> { id: 'tickets', volume: 22, cost: 55000, share: 0.478 }
 * ```
 */
export function computeCostToServe<Row>(
  rows: Iterable<Row>,
  options: CostToServeOptions<NoInfer<Row>>,
): CostToServeResult {
  return computeAs('computeCostToServe', rows, measureService<Row>('computeCostToServe', options));
}

/**
 * Names the accounts that the cost to serve leaves out, or on which it throws.
 *
 * Use it before {@link computeCostToServe}: volumes that are missing, where 0 was meant, show here.
 *
 * @param rows - One row per account and period.
 * @param options - The options of the metric, and where the `account` is named.
 * @returns One finding for each amount at fault: code, index, account, field and value.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for wrong activities.
 * @example
 * ```ts
 * import { checkServiceCosts } from 'cx-scoring';
 *
 * const findings = checkServiceCosts([{ id: 'a', tickets: -4, revenue: 100000 }], {
 *   account: 'id',
 *   activities: [{ id: 'tickets', volume: 'tickets', unitCost: 2500 }],
 *   revenue: 'revenue',
 *   currency: 'EUR',
 * });
 * findings; // => [{ code: 'invalid-amount', index: 0, id: 'a', field: 'volume of tickets', value: -4 }]
 * ```
 */
export function checkServiceCosts<Row>(
  rows: Iterable<Row>,
  options: CostToServeOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): RecordFinding<AmountFault>[] {
  requireOptions('checkServiceCosts', options);
  requireActivities('checkServiceCosts', options.activities);
  return findAmountFaults(
    'checkServiceCosts',
    rows,
    recordOf<Row>(options),
    options.account && fieldReader(options.account),
  );
}
