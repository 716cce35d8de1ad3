import { requireOptions } from '../../core/options.js';
import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { dayOf } from '../../core/moment.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { toPeriod, type PeriodOptions } from '../../core/period.js';
import { isIterable } from '../../measures/input.js';

/** Where the fields of an order are, and how customers are put in cohorts. */
export interface CohortOptions<Row> extends PeriodOptions {
  /** Account that ordered. */
  readonly account: Field<Row, string | null | undefined>;
  /** Civil date of the order, `YYYY-MM-DD`. */
  readonly at: Field<Row, string | null | undefined>;
  /** Civil date of observation: later orders are not looked at. */
  readonly asOf: string;
}

/** A customer of a cohort: when the first order came, and whether another one followed. */
export interface CohortCustomer {
  /** Id of the account. */
  readonly account: string;
  /** Key of the period of the first order, such as `'2026-03'`. */
  readonly cohort: string;
  /** Civil date of the first order. */
  readonly firstOrder: string;
  /** Days from the first order to the next, on a later day; `null` when there is none so far. */
  readonly daysToNext: number | null;
  /** Days from the first order to the day of observation: nobody knows of an order after that. */
  readonly daysObserved: number;
}

/**
 * Turns orders into cohorts: each customer once, with the period of the first order and the time to the second.
 *
 * Use it before {@link computeRepurchaseRate}, and `segmentBy` the cohort. Several orders of a day are one purchase. An account must be whole, and the
 * data must reach back to its first order: whoever ordered before they begin is taken for a new customer.
 *
 * @param orders - One row per order, in any order.
 * @param options - Where account and date are, day of observation, and length of a cohort's period.
 * @returns One record for each account with an order up to the day of observation, in code-unit order of the accounts. An instant counts
 * by its day as written. Orders without account or without a date that can be read are left out: {@link checkPurchaseOrders} names them.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` for wrong options.
 * @example
 * ```ts
 * import { toCohorts } from 'cx-scoring';
 *
 * const orders = [
 *   { account: 'a', at: '2026-01-05' }, { account: 'a', at: '2026-02-04' }, { account: 'b', at: '2026-01-20' }, { account: 'a', at: '2026-04-01' },
 * ];
 * const cohorts = toCohorts(orders, { account: 'account', at: 'at', asOf: '2026-03-31', unit: 'month' });
 * cohorts[0]; // => { account: 'a', cohort: '2026-01', firstOrder: '2026-01-05', daysToNext: 30, daysObserved: 85 }
 * cohorts[1]?.daysToNext; // => null
 * ```
 */
export function toCohorts<Row>(orders: Iterable<Row>, options: CohortOptions<NoInfer<Row>>): CohortCustomer[] {
  requireOptions('toCohorts', options);
  if (!isIterable(orders)) throw cxError('CX_INVALID_INPUT', 'toCohorts: orders', 'an iterable of rows', orders);
  const { asOf, unit, fiscalYearStart } = options;
  const lastDay = toDayNumber(asOf);
  if (Number.isNaN(lastDay)) {
    throw cxError('CX_INVALID_DATE', 'toCohorts: option "asOf"', 'a civil date YYYY-MM-DD that exists', asOf);
  }
  // Here, so that wrong options show without orders too.
  toPeriod(asOf, { unit, fiscalYearStart });
  const readAccount = fieldReader(options.account);
  const readAt = fieldReader(options.at);
  const byAccount = new Map<string, Map<number, string>>();
  let index = 0;
  for (const row of orders) {
    const account = readAccount(row, index) ?? null;
    const at = readAt(row, index);
    index++;
    const day = dayOf(at);
    if (account === null || !(day <= lastDay)) continue;
    const days = byAccount.get(account) ?? new Map<number, string>();
    byAccount.set(account, days.set(day, toCivilDate(day) as string));
  }
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, days]) => {
      const dates = [...days.keys()].sort((a, b) => a - b);
      const [first = NaN, second] = dates;
      const firstOrder = days.get(first) as string;
      return {
        account,
        cohort: toPeriod(firstOrder, { unit, fiscalYearStart }),
        firstOrder,
        daysToNext: second === undefined ? null : second - first,
        daysObserved: lastDay - first,
      };
    });
}
