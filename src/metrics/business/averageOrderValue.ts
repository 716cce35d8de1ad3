import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
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
  type AmountExclusion,
  type AmountFault,
  type AmountRecord,
} from './amounts.js';
import { requireCurrency, type MoneyValue } from './money.js';

/** Options of the average order value. */
export interface AverageOrderValueOptions<Row> extends ResultOptions {
  /** Amount of the order, or of all orders of the row, from 0, in minor units. */
  readonly amount: Field<Row, MoneyValue>;
  /**
   * Orders behind the amount, where a row stands for several.
   * @defaultValue 1
   */
  readonly orders?: Field<Row, Score> | undefined;
  /** Currency of the amounts, as an ISO 4217 code; it is part of the definition. */
  readonly currency: string;
}

/** Revenue per order in minor units, with both. */
export interface AverageOrderValueResult extends IntervalResult<'average-order-value', AmountExclusion> {
  /** Revenue of the orders that count, in minor units. */
  readonly revenue: number;
  /** Orders that count. */
  readonly orders: number;
}

function recordOf<Row>({ amount, orders, currency }: AverageOrderValueOptions<Row>): AmountRecord<Row> {
  const fields = [amountField<Row, MoneyValue>('amount', amount)];
  if (orders !== undefined) fields.push(amountField('orders', orders));
  return { fields, currency };
}

function measureOrders<Row>(
  where: string,
  options: AverageOrderValueOptions<Row>,
): RatioMeasure<Row, AmountTally, AverageOrderValueResult> {
  requireOptions(where, options);
  const { currency } = options;
  requireCurrency(where, currency);
  const read = amountReader(where, recordOf(options));
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'average-order-value',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'money',
        direction: 'higher-is-better',
        range: null,
        parameters: { currency },
        ...(options.orders !== undefined && { sampleUnit: 'rows' }),
      },
      reasons: ['missing', 'invalid'],
      parts: 0,
      read: (row, index) => {
        const amounts = read(row, index);
        if (typeof amounts === 'string') return amounts;
        const [numerator = 0, denominator = 1] = amounts;
        return { numerator, denominator };
      },
      options,
    },
    ({ numerator, denominator }) => ({ revenue: numerator, orders: denominator }),
  );
}

/**
 * Makes the measure behind {@link computeAverageOrderValue}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the amount is, orders of a row, currency, confidence and population.
 * @returns A measure over orders.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { averageOrderValueMeasure, computeMeasure } from 'cx-scoring';
 *
 * const measure = averageOrderValueMeasure<{ amount: number }>({ amount: 'amount', currency: 'EUR' });
 * computeMeasure([{ amount: 12500 }, { amount: 7500 }], measure).value; // => 10000
 * ```
 */
export function averageOrderValueMeasure<Row>(
  options: AverageOrderValueOptions<Row>,
): RatioMeasure<Row, AmountTally, AverageOrderValueResult> {
  return measureOrders('averageOrderValueMeasure', options);
}

/**
 * Computes the average order value: revenue over orders.
 *
 * Use it by segment and period, with {@link clusterBy} the account, since the orders of one account resemble each other.
 *
 * @param rows - One row per order, or per account with its `orders`.
 * @param options - Where the amount is, orders of a row, currency, confidence and population.
 * @returns The mean amount in minor units, fractions included, with a t interval by linearisation; `value: null` without orders.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * amount in another currency than the declared one.
 * @remarks Standard error: Woodruff (1971), doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computeAverageOrderValue } from 'cx-scoring';
 *
 * const orders = [{ amount: 12500 }, { amount: 7500 }, { amount: null }];
 * const average = computeAverageOrderValue(orders, { amount: 'amount', currency: 'EUR' });
 * average.value; // => 10000
 * average.excluded.missing; // => 1
 * ```
 */
export function computeAverageOrderValue<Row>(
  rows: Iterable<Row>,
  options: AverageOrderValueOptions<NoInfer<Row>>,
): AverageOrderValueResult {
  return computeAs('computeAverageOrderValue', rows, measureOrders<Row>('computeAverageOrderValue', options));
}

/**
 * Names the orders that the average order value leaves out, or on which it throws.
 *
 * Use it before {@link computeAverageOrderValue}: credit notes among the orders and amounts in another currency show here.
 *
 * @param rows - One row per order, or per account with its `orders`.
 * @param options - The options of the metric, and where the `account` is named.
 * @returns One finding for each amount at fault: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkOrderAmounts } from 'cx-scoring';
 *
 * const orders = [{ account: 'a', amount: 12500 }, { account: 'b', amount: -300 }];
 * const findings = checkOrderAmounts(orders, { amount: 'amount', account: 'account', currency: 'EUR' });
 * findings; // => [{ code: 'invalid-amount', index: 1, id: 'b', field: 'amount', value: -300 }]
 * ```
 */
export function checkOrderAmounts<Row>(
  rows: Iterable<Row>,
  options: AverageOrderValueOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): RecordFinding<AmountFault>[] {
  requireOptions('checkOrderAmounts', options);
  requireCurrency('checkOrderAmounts', options.currency);
  return findAmountFaults(
    'checkOrderAmounts',
    rows,
    recordOf<Row>(options),
    options.account && fieldReader(options.account),
  );
}
