import { fieldReader, type Field, type Score } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from './amountRatio.js';

/** Options of the purchase frequency. */
export interface PurchaseFrequencyOptions<Row> extends ResultOptions {
  /** Orders of an active account within the period: a whole number from 0. */
  readonly orders: Field<Row, Score>;
  /**
   * How long the account was active within the period, from 0, in a unit of your own such as months: the frequency is then per that unit.
   * @defaultValue 1 for each account
   */
  readonly time?: Field<Row, Score> | undefined;
  /** The period, or the unit of `time`, in your own words: frequencies a month and a year are then never compared. */
  readonly period?: string | undefined;
}

/** Reasons for which an account is left out. */
export type PurchaseFrequencyExclusion = 'missing' | 'invalid';

/** Orders per active account, with both. */
export interface PurchaseFrequencyResult extends IntervalResult<'purchase-frequency', PurchaseFrequencyExclusion> {
  /** Orders of the accounts that count. */
  readonly orders: number;
  /** Their time; the number of accounts where none is given. */
  readonly time: number;
}

function measureFrequency<Row>(
  where: string,
  options: PurchaseFrequencyOptions<Row>,
): RatioMeasure<Row, AmountTally, PurchaseFrequencyResult> {
  requireOptions(where, options);
  const { period, time } = options;
  requireOption(period === undefined || typeof period === 'string', where, 'period', 'a text', period);
  const readOrders = fieldReader<Row, unknown>(options.orders);
  const readTime = time && fieldReader<Row, unknown>(time);
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'purchase-frequency',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'ratio',
        direction: 'higher-is-better',
        range: null,
        parameters: { ...(period !== undefined && { period }), ...(time !== undefined && { perTime: true }) },
      },
      reasons: ['missing', 'invalid'],
      parts: 0,
      read: (row, index) => {
        const orders = readOrders(row, index) ?? null;
        const length = readTime ? (readTime(row, index) ?? null) : 1;
        if (orders === null || length === null) return 'missing';
        const isCount = Number.isSafeInteger(orders) && (orders as number) >= 0;
        const isTime = typeof length === 'number' && length >= 0 && length < Infinity;
        return isCount && isTime ? { numerator: orders as number, denominator: length } : 'invalid';
      },
      options,
    },
    ({ numerator, denominator }) => ({ orders: numerator, time: denominator }),
  );
}

/**
 * Makes the measure behind {@link computePurchaseFrequency}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the orders of an account and its time are; period, confidence and population.
 * @returns A measure over accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, purchaseFrequencyMeasure } from 'cx-scoring';
 *
 * const measure = purchaseFrequencyMeasure<{ orders: number }>({ orders: 'orders' });
 * computeMeasure([{ orders: 4 }, { orders: 1 }], measure).value; // => 2.5
 * ```
 */
export function purchaseFrequencyMeasure<Row>(
  options: PurchaseFrequencyOptions<Row>,
): RatioMeasure<Row, AmountTally, PurchaseFrequencyResult> {
  return measureFrequency('purchaseFrequencyMeasure', options);
}

/**
 * Computes the purchase frequency: orders per active account, or per account and unit of time.
 *
 * Use it by segment and period, with `time` where accounts came or left within the period. Declare once what makes an account active: those without
 * an order belong to it or not, and the number changes with them.
 *
 * @param rows - One row per active account.
 * @param options - Where the orders of an account and its time are; period, confidence and population.
 * @returns The ratio, from 0, with a t interval by linearisation; `value: null` without accounts or time.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Accounts differ far more than chance alone would have it, so the interval rests on the spread between accounts and not on the
 * Poisson law: Woodruff (1971), doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computePurchaseFrequency } from 'cx-scoring';
 *
 * const accounts = [{ orders: 12, months: 12 }, { orders: 3, months: 6 }, { orders: 0, months: 2 }];
 * computePurchaseFrequency(accounts, { orders: 'orders', period: 'year' }).value; // => 5
 * computePurchaseFrequency(accounts, { orders: 'orders', time: 'months', period: 'month' }).value; // => 0.75
 * ```
 */
export function computePurchaseFrequency<Row>(
  rows: Iterable<Row>,
  options: PurchaseFrequencyOptions<NoInfer<Row>>,
): PurchaseFrequencyResult {
  return computeAs('computePurchaseFrequency', rows, measureFrequency<Row>('computePurchaseFrequency', options));
}
