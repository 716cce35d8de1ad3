import { requireOptions } from '../../core/options.js';
import type { MetricDefinition } from '../../core/definition.js';
import { fieldReader, type Field } from '../../core/field.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  createKeyedTally,
  keyedMisfit,
  keyedTallyFinder,
  keyOf,
  sortedTallies,
  type Id,
  type KeyedTally,
} from '../../measures/keyedTally.js';
import type { Measure } from '../../measures/measure.js';
import { createValueTally, finishMean } from '../../measures/valueTally.js';
import { accumulate } from '../../statistics/doubleDouble.js';
import { addToMoments } from '../../statistics/moments.js';
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

/** Options of the historic lifetime value. */
export interface HistoricLifetimeValueOptions<Row> extends ResultOptions {
  /** Account that ordered. */
  readonly account: Field<Row, Id>;
  /** Margin of the order in minor units; negative where it was sold at a loss or is a credit note. */
  readonly margin: Field<Row, MoneyValue>;
  /** Currency of the amounts, as an ISO 4217 code; it is part of the definition. */
  readonly currency: string;
}

/** Tally of the orders of one account. */
export interface MarginTally {
  /** Orders that count. */
  orders: number;
  /** Sum of their margins, high part and low part. */
  readonly sum: number[];
  /** Orders left out: missing, invalid. */
  readonly excluded: number[];
}

/** Reasons for which an order is left out. */
export type HistoricLifetimeValueExclusion = AmountExclusion | 'missingAccount';

/** The mean of what an account has brought so far, in minor units. */
export interface HistoricLifetimeValueResult extends IntervalResult<
  'historic-lifetime-value',
  HistoricLifetimeValueExclusion
> {
  /** Accounts with an order that counts. */
  readonly accounts: number;
  /** Their orders. */
  readonly orders: number;
  /** Sum of the margins, in minor units. */
  readonly total: number;
}

function recordOf<Row>({ margin, currency }: HistoricLifetimeValueOptions<Row>): AmountRecord<Row> {
  return { fields: [amountField('margin', margin, -LARGEST_AMOUNT)], currency };
}

function measureMargins<Row>(
  where: string,
  options: HistoricLifetimeValueOptions<Row>,
): Measure<Row, KeyedTally<MarginTally>, HistoricLifetimeValueResult> {
  requireOptions(where, options);
  const { currency } = options;
  requireCurrency(where, currency);
  const definition: MetricDefinition<'historic-lifetime-value'> = {
    id: 'historic-lifetime-value',
    family: 'mean',
    statistic: 'mean',
    unit: 'money',
    direction: 'higher-is-better',
    range: null,
    parameters: { currency },
  };
  const read = amountReader(where, recordOf(options));
  const readAccount = fieldReader<Row, unknown>(options.account);
  const ofAccount = { createTally: (): MarginTally => ({ orders: 0, sum: [0, 0], excluded: [0, 0] }) };
  const find = keyedTallyFinder<MarginTally>(ofAccount.createTally);
  const merge = (into: MarginTally, from: MarginTally): void => {
    into.orders += from.orders;
    accumulate(into.sum, 0, from.sum[0] as number, from.sum[1] as number);
    from.excluded.forEach((count, at) => ((into.excluded[at] as number) += count));
  };
  return {
    definition,
    createTally: () => createKeyedTally<MarginTally>(ofAccount),
    addRow: (keyed, row, index) => {
      const tally = find(keyed, keyOf(where, readAccount(row, index), index));
      const amounts = read(row, index);
      if (typeof amounts === 'string') (tally.excluded[amounts === 'missing' ? 0 : 1] as number)++;
      else {
        tally.orders++;
        accumulate(tally.sum, 0, amounts[0] as number, 0);
      }
    },
    mergeTallies: (into, from) => {
      from.keys.forEach((key, at) => merge(find(into, key), from.tallies[at] as MarginTally));
      merge(into.unkeyed, from.unkeyed);
    },
    toResult: (keyed, override) => {
      const values = createValueTally();
      const whole = ofAccount.createTally();
      for (const [, tally] of sortedTallies(keyed)) {
        merge(whole, tally);
        if (tally.orders > 0) addToMoments(values.moments, (tally.sum[0] as number) + 0);
      }
      const result = finishMean(where, definition, values, { ...options, ...override });
      const [missing = 0, invalid = 0] = whole.excluded.map(
        (count, at) => count + (keyed.unkeyed.excluded[at] as number),
      );
      return {
        ...result,
        excluded: { missing, invalid, missingAccount: keyed.unkeyed.orders },
        accounts: result.sampleSize,
        orders: whole.orders,
        total: (whole.sum[0] as number) + 0,
      };
    },
    misfit: (path, tally) => keyedMisfit(ofAccount, path, tally),
  };
}

/**
 * Makes the measure behind {@link computeHistoricLifetimeValue}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it month by month: the orders of an account in several tallies come together when they are merged.
 *
 * @param options - Where account and margin are; currency, confidence and population (accounts).
 * @returns A measure over orders.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, historicLifetimeValueMeasure } from 'cx-scoring';
 *
 * type Order = { account: string; margin: number };
 * const measure = historicLifetimeValueMeasure<Order>({ account: 'account', margin: 'margin', currency: 'EUR' });
 * computeMeasure([{ account: 'a', margin: 300 }, { account: 'a', margin: 500 }], measure).value; // => 800
 * ```
 */
export function historicLifetimeValueMeasure<Row>(
  options: HistoricLifetimeValueOptions<Row>,
): Measure<Row, KeyedTally<MarginTally>, HistoricLifetimeValueResult> {
  return measureMargins('historicLifetimeValueMeasure', options);
}

/**
 * Computes the historic lifetime value: the margin of all orders of an account so far, in the mean over accounts.
 *
 * Use it for what has been earned; what is still to come is {@link predictLifetimeValue}. Compare accounts of like age only: an old account has had
 * more time.
 *
 * @param rows - One row per order.
 * @param options - Where account and margin are; currency, confidence and population (accounts).
 * @returns The mean in minor units, fractions included, with a t interval over accounts, `orders` and `total`; `value: null` without orders.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * account that is no id or an amount in another currency than the declared one.
 * @remarks Nothing is discounted: past margins are what they were.
 * @example
 * ```ts
 * import { computeHistoricLifetimeValue } from 'cx-scoring';
 *
 * const orders = [{ account: 'a', margin: 300 }, { account: 'b', margin: 1000 }, { account: 'a', margin: 500 }, { account: 'b', margin: -200 }];
 * const value = computeHistoricLifetimeValue(orders, { account: 'account', margin: 'margin', currency: 'EUR' });
 * value.value; // => 800
 * value.accounts; // => 2
 * value.total; // => 1600
 * ```
 */
export function computeHistoricLifetimeValue<Row>(
  rows: Iterable<Row>,
  options: HistoricLifetimeValueOptions<NoInfer<Row>>,
): HistoricLifetimeValueResult {
  return computeAs('computeHistoricLifetimeValue', rows, measureMargins<Row>('computeHistoricLifetimeValue', options));
}

/**
 * Names the orders whose margin the historic lifetime value leaves out, or on which it throws.
 *
 * @param rows - One row per order.
 * @param options - The options of the metric.
 * @returns One finding for each margin at fault: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkMargins } from 'cx-scoring';
 *
 * const findings = checkMargins([{ account: 'a', margin: null }], { account: 'account', margin: 'margin', currency: 'EUR' });
 * findings; // => [{ code: 'missing-value', index: 0, id: 'a', field: 'margin', value: null }]
 * ```
 */
export function checkMargins<Row>(
  rows: Iterable<Row>,
  options: HistoricLifetimeValueOptions<NoInfer<Row>>,
): RecordFinding<AmountFault>[] {
  requireOptions('checkMargins', options);
  return findAmountFaults('checkMargins', rows, recordOf<Row>(options), fieldReader(options.account));
}
