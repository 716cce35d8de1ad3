import { toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { isIterable } from '../measures/input.js';
import type { Id } from '../measures/keyedTally.js';
import { sum } from '../statistics/sum.js';
import { purchaseDay } from './rfmRecords.js';

/** Where the fields of an order are, and over which time orders are looked at. */
export interface OrderHistoryOptions<Row> {
  /** Account that ordered: text or a whole number. */
  readonly account: Field<Row, Id>;
  /** Civil date of the order, or an instant, of which the day as written counts. */
  readonly at: Field<Row, string | null | undefined>;
  /** Amount of the order in minor units of one currency; negative for a credit note. */
  readonly amount: Field<Row, Score>;
  /** Civil date of the first day looked at. */
  readonly from: string;
  /** Civil date of the last day looked at, from which recency is counted. */
  readonly asOf: string;
}

/** What one account ordered: the fields of an RFM scoring, and two dimensions ready for bands. */
export interface OrderHistory {
  /** Id of the account, as text. */
  readonly account: string;
  /** Orders within the time. */
  readonly orders: number;
  /** Orders per year of 365.25 days of the time looked at, however late the account came. */
  readonly ordersPerYear: number;
  /** Days from the last order to `asOf`. */
  readonly recencyDays: number;
  /** Sum of the amounts, in minor units. */
  readonly totalAmount: number;
  /** Mean amount of an order, in minor units. */
  readonly averageAmount: number;
}

/** Order histories, and the orders that are not in them. */
export interface OrderHistories {
  /** One history for each account with an order, in code-unit order of their ids. An account without orders is not known here. */
  readonly histories: readonly OrderHistory[];
  /** Orders left out, by reason. */
  readonly excluded: {
    /** Account, date or amount is missing. */
    readonly missing: number;
    /** The account is no id, the date no date, or the amount no finite number. */
    readonly invalid: number;
    /** The order lies before `from` or after `asOf`. */
    readonly outside: number;
  };
}

function readDate(where: string, name: string, date: unknown): number {
  const day = toDayNumber(date);
  if (Number.isNaN(day))
    throw cxError('CX_INVALID_DATE', `${where}: option "${name}"`, 'a civil date YYYY-MM-DD that exists', date);
  return day;
}

/**
 * Sums up the orders of each account: how many, how lately, for how much, and the purchase frequency and average amount as numbers that
 * bands can be cut from.
 *
 * Use it before {@link toRfmScores}, and to put "purchase frequency" and "average amount" beside the answers of an account as dimensions.
 * The metrics of these names tell one number for a whole base; this tells one for each account.
 *
 * @param orders - One row per order.
 * @param options - Where account, date and amount are; the first and the last day.
 * @returns One history for each account, and the orders left out by reason.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no iterable, `CX_INVALID_OPTION` for a field that is none,
 * `CX_INVALID_DATE` for a date that is none or a `from` after `asOf`.
 * @example
 * ```ts
 * import { toOrderHistories } from 'cx-scoring/segmentation';
 *
 * const orders = [
 *   { customer: 'B', day: '2026-03-01', total: 5_000 },
 *   { customer: 'A', day: '2026-06-20', total: 12_000 },
 *   { customer: 'A', day: '2026-02-10', total: 8_000 },
 * ];
 * const { histories } = toOrderHistories(orders, {
 *   account: 'customer', at: 'day', amount: 'total', from: '2026-01-01', asOf: '2026-06-30',
 * });
 * histories.map(({ account }) => account); // => ['A', 'B']
 * histories[0]?.averageAmount; // => 10000
 * histories[0]?.recencyDays; // => 10
 * histories[0]?.ordersPerYear; // ~> 4.0359
 * ```
 */
export function toOrderHistories<Row>(
  orders: Iterable<Row>,
  options: OrderHistoryOptions<NoInfer<Row>>,
): OrderHistories {
  const where = 'toOrderHistories';
  const given = Object(options) as OrderHistoryOptions<Row>;
  if (!isIterable(orders)) throw cxError('CX_INVALID_INPUT', `${where}: "orders"`, 'an iterable of rows', orders);
  const [account, at, amount] = (['account', 'at', 'amount'] as const).map((field) => {
    const own: unknown = given[field];
    if (typeof own !== 'string' && typeof own !== 'function')
      throw cxError('CX_INVALID_OPTION', `${where}: option "${field}"`, 'the name of a field or a function', own);
    return fieldReader<Row, unknown>(own as Field<Row, unknown>);
  }) as [Reader<Row>, Reader<Row>, Reader<Row>];
  const first = readDate(where, 'from', given.from);
  const last = readDate(where, 'asOf', given.asOf);
  if (first > last) throw cxError('CX_INVALID_DATE', `${where}: option "from"`, `at most ${given.asOf}`, given.from);
  const excluded = { missing: 0, invalid: 0, outside: 0 };
  const byAccount = new Map<string, { latest: number; readonly amounts: number[] }>();
  let index = 0;
  for (const row of orders) {
    const order = [account(row, index), at(row, index), amount(row, index)] as const;
    index++;
    const [id, date, money] = order;
    const day = purchaseDay(date);
    if (order.some((value) => value === null || value === undefined || value === '')) excluded.missing++;
    else if (!(typeof id === 'string' || Number.isSafeInteger(id)) || Number.isNaN(day) || !Number.isFinite(money))
      excluded.invalid++;
    else if (day < first || day > last) excluded.outside++;
    else {
      const known = byAccount.get(String(id));
      if (known) {
        known.latest = Math.max(known.latest, day);
        known.amounts.push(money as number);
      } else byAccount.set(String(id), { latest: day, amounts: [money as number] });
    }
  }
  const years = (last - first + 1) / 365.25;
  const histories = Array.from(byAccount, ([id, { latest, amounts }]): OrderHistory => {
    // Sorted, so that the order of rows does not move the last digit.
    const totalAmount = sum(amounts.sort((a, b) => a - b)) + 0;
    const count = amounts.length;
    return {
      account: id,
      orders: count,
      ordersPerYear: count / years,
      recencyDays: last - latest,
      totalAmount,
      averageAmount: totalAmount / count,
    };
  });
  return { histories: histories.sort((a, b) => (a.account < b.account ? -1 : 1)), excluded };
}

type Reader<Row> = (row: Row, index: number) => unknown;
