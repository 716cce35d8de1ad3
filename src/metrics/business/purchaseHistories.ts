import { toDayNumber } from '../../core/civilDay.js';
import { dayOf } from '../../core/moment.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { sum } from '../../statistics/sum.js';
import { foreignCurrency, minorUnitsOf, moneyReader, requireCurrency, type MoneyValue } from './money.js';
import type { PurchaseHistory, PurchaseTimeUnit } from './purchaseHistory.js';

/** Where the fields of an order are, and how its time is counted. */
export interface PurchaseHistoryOptions<Row> {
  /** Account that ordered. */
  readonly account: Field<Row, string | null | undefined>;
  /** Civil date of the order, `YYYY-MM-DD`. */
  readonly at: Field<Row, string | null | undefined>;
  /** Amount of the order in minor units, from 0; leave it out where only the times matter. */
  readonly amount?: Field<Row, MoneyValue> | undefined;
  /** Currency of the amounts, as an ISO 4217 code; required where amounts name theirs. */
  readonly currency?: string | undefined;
  /** Civil date of observation: later orders are not looked at. */
  readonly asOf: string;
  /** Unit of `recency` and `age`: days, weeks of 7 days, or months of 365.25 / 12 days. */
  readonly unit: PurchaseTimeUnit;
}

/** What can be wrong with an order. More codes may be added. */
export type PurchaseOrderFault = 'missing-value' | 'invalid-date' | 'invalid-amount' | 'foreign-currency';

/** Days in each unit. */
export const UNIT_DAYS: Readonly<Record<PurchaseTimeUnit, number>> = { day: 1, week: 7, month: 30.4375 };

interface Order {
  readonly account: unknown;
  readonly at: unknown;
  readonly amount: unknown;
}

/** The first fault of an order, or `null`. Without amounts, `amount` is 0. */
function orderFault({ account, at, amount }: Order): readonly [PurchaseOrderFault, keyof Order] | null {
  if ((account ?? null) === null) return ['missing-value', 'account'];
  if ((at ?? null) === null) return ['missing-value', 'at'];
  if (Number.isNaN(dayOf(at))) return ['invalid-date', 'at'];
  if ((amount ?? null) === null) return ['missing-value', 'amount'];
  return typeof amount === 'number' && amount >= 0 && amount < Infinity ? null : ['invalid-amount', 'amount'];
}

function resolve(where: string, options: Pick<PurchaseHistoryOptions<never>, 'asOf' | 'unit' | 'currency'>): void {
  requireOptions(where, options);
  const { asOf, unit, currency } = options;
  const isUnit = unit === 'day' || unit === 'week' || unit === 'month';
  requireOption(isUnit, where, 'unit', '"day", "week" or "month"', unit);
  if (Number.isNaN(toDayNumber(asOf))) {
    throw cxError('CX_INVALID_DATE', `${where}: option "asOf"`, 'a civil date YYYY-MM-DD that exists', asOf);
  }
  if (currency !== undefined) requireCurrency(where, currency);
}

/**
 * Turns orders into purchase histories: for each account how often it bought again, how lately and for how long it has been known.
 *
 * Use it before {@link fitBgNbd} and {@link fitGammaGamma}. All orders of one day count as one purchase. An account must be whole: do not
 * leave out its first orders, or every history is too short.
 *
 * @param orders - One row per order, in any order.
 * @param options - Where account, date and amount are; day of observation and unit of time.
 * @returns One history for each account with an order up to the day of observation, in code-unit order of the accounts. `monetaryValue` is the mean
 * of its repeat purchases, `null` without one or without amounts. Orders that are incomplete or impossible are left out:
 * {@link checkPurchaseOrders} names them.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` for wrong options, `CX_INVALID_INPUT` for an amount
 * in another currency than the declared one.
 * @remarks The first purchase makes the customer and is counted neither in frequency nor in value: Fader, Hardie and Lee (2005),
 * https://doi.org/10.1287/mksc.1040.0098
 * @example
 * ```ts
 * import { toPurchaseHistories } from 'cx-scoring';
 *
 * const orders = [
 *   { account: 'a', at: '2026-01-05', amount: 90000 }, { account: 'a', at: '2026-02-02', amount: 20000 },
 *   { account: 'a', at: '2026-02-02', amount: 10000 }, { account: 'b', at: '2026-03-02', amount: 50000 },
 * ];
 * const histories = toPurchaseHistories(orders, { account: 'account', at: 'at', amount: 'amount', asOf: '2026-03-16', unit: 'week' });
 * histories[0]; // => { account: 'a', frequency: 1, recency: 4, age: 10, monetaryValue: 30000 }
 * histories[1]; // => { account: 'b', frequency: 0, recency: 0, age: 2, monetaryValue: null }
 * ```
 */
export function toPurchaseHistories<Row>(
  orders: Iterable<Row>,
  options: PurchaseHistoryOptions<NoInfer<Row>>,
): PurchaseHistory[] {
  const where = 'toPurchaseHistories';
  resolve(where, options);
  const readAccount = fieldReader(options.account);
  const readAt = fieldReader(options.at);
  const readAmount = options.amount && moneyReader(where, 'amount', options.amount, options.currency);
  const lastDay = toDayNumber(options.asOf);
  const byAccount = new Map<string, Map<number, number[]>>();
  let index = 0;
  for (const row of orders) {
    const order = {
      account: readAccount(row, index),
      at: readAt(row, index),
      amount: readAmount ? readAmount(row, index) : 0,
    };
    index++;
    const day = dayOf(order.at);
    if (orderFault(order) !== null || day > lastDay) continue;
    const account = order.account as string;
    const days = byAccount.get(account) ?? new Map<number, number[]>();
    byAccount.set(account, days);
    const amounts = days.get(day) ?? [];
    days.set(day, amounts);
    amounts.push(order.amount as number);
  }
  const unitDays = UNIT_DAYS[options.unit];
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, days]) => {
      const dates = [...days.keys()].sort((a, b) => a - b);
      const first = dates[0] as number;
      const frequency = dates.length - 1;
      const repeated = dates.slice(1).flatMap((day) => days.get(day) as number[]);
      return {
        account,
        frequency,
        recency: ((dates[frequency] as number) - first) / unitDays,
        age: (lastDay - first) / unitDays,
        monetaryValue: readAmount && frequency > 0 ? sum(repeated) / frequency : null,
      };
    });
}

/**
 * Names the orders that {@link toPurchaseHistories} leaves out, and why.
 *
 * Use it before a fit: credit notes among the orders, dates in another format and amounts in another currency show here. Orders after the
 * day of observation are no fault.
 *
 * @param orders - One row per order.
 * @param options - The options of {@link toPurchaseHistories}.
 * @returns One finding for each order at fault: code, index, account, field and value.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` for wrong options.
 * @example
 * ```ts
 * import { checkPurchaseOrders } from 'cx-scoring';
 *
 * const orders = [{ account: 'a', at: '2026-01-05', amount: 90000 }, { account: 'a', at: '2026-02-30', amount: 20000 }];
 * const findings = checkPurchaseOrders(orders, { account: 'account', at: 'at', amount: 'amount', asOf: '2026-03-16', unit: 'week' });
 * findings; // => [{ code: 'invalid-date', index: 1, id: 'a', field: 'at', value: '2026-02-30' }]
 * ```
 */
export function checkPurchaseOrders<Row>(
  orders: Iterable<Row>,
  options: PurchaseHistoryOptions<NoInfer<Row>>,
): RecordFinding<PurchaseOrderFault>[] {
  resolve('checkPurchaseOrders', options);
  const readAccount = fieldReader(options.account);
  const readAt = fieldReader(options.at);
  const readAmount = options.amount && fieldReader(options.amount);
  const findings: RecordFinding<PurchaseOrderFault>[] = [];
  let index = 0;
  for (const row of orders) {
    const account = readAccount(row, index);
    const amount = readAmount ? readAmount(row, index) : 0;
    const foreign = foreignCurrency(amount, options.currency);
    const order = { account, at: readAt(row, index), amount: minorUnitsOf(amount) };
    const fault = orderFault(order);
    if (foreign !== null) findings.push(recordFinding('foreign-currency', index, account, 'amount', foreign));
    else if (fault !== null) findings.push(recordFinding(fault[0], index, account, fault[1], order[fault[1]]));
    index++;
  }
  return findings;
}
