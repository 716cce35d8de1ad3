import { requireObject, requireRows } from '../../core/options.js';
import type { Score } from '../../core/field.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';

/** Unit in which the times of purchase histories are counted. */
export type PurchaseTimeUnit = 'day' | 'week' | 'month';

/** What a purchase model needs to know of one customer: how often, how lately and for how long. */
export interface PurchaseHistory {
  /** Id of the customer. */
  readonly account?: string | undefined;
  /** Repeat purchases, the first one not counted: a whole number from 0. */
  readonly frequency: number;
  /** Time from the first purchase to the last, from 0 to `age`; 0 without repeat purchase. */
  readonly recency: number;
  /** Time from the first purchase to the day of observation, from 0. */
  readonly age: number;
  /** Mean value of the repeat purchases, above 0, in minor units of the currency; of no meaning without repeat purchase. */
  readonly monetaryValue?: Score;
}

/** What can be wrong with a purchase history. More codes may be added. */
export type PurchaseHistoryFault =
  | 'missing-value'
  | 'frequency-not-whole'
  | 'negative-time'
  | 'recency-after-age'
  | 'recency-without-repeat'
  | 'value-not-positive';

/** Customers left out of a purchase model, by reason. */
export interface PurchaseHistoryExclusions {
  /** A field is missing. */
  readonly missing: number;
  /** The record cannot be: {@link checkPurchaseHistories} names it. */
  readonly impossible: number;
}

type Fault = readonly [code: PurchaseHistoryFault, field: keyof PurchaseHistory];

/** The first fault of how often and how lately a customer bought, or `null`. */
export function timingFault(record: PurchaseHistory): Fault | null {
  const { frequency, recency, age } = Object(record) as PurchaseHistory;
  if ((frequency ?? null) === null) return ['missing-value', 'frequency'];
  if ((recency ?? null) === null) return ['missing-value', 'recency'];
  if ((age ?? null) === null) return ['missing-value', 'age'];
  if (!(Number.isSafeInteger(frequency) && frequency >= 0)) return ['frequency-not-whole', 'frequency'];
  if (!(recency >= 0 && recency < Infinity)) return ['negative-time', 'recency'];
  if (!(age >= 0 && age < Infinity)) return ['negative-time', 'age'];
  if (recency > age) return ['recency-after-age', 'recency'];
  return frequency === 0 && recency > 0 ? ['recency-without-repeat', 'recency'] : null;
}

/** The first fault of the value of a customer's purchases, or `null`; without repeat purchase there is no value that could be wrong. */
export function spendFault(record: PurchaseHistory): Fault | null {
  const { frequency, monetaryValue } = Object(record) as PurchaseHistory;
  if ((frequency ?? null) === null) return ['missing-value', 'frequency'];
  if (!(Number.isSafeInteger(frequency) && frequency >= 0)) return ['frequency-not-whole', 'frequency'];
  if (frequency === 0) return null;
  if ((monetaryValue ?? null) === null) return ['missing-value', 'monetaryValue'];
  return (monetaryValue as number) > 0 && (monetaryValue as number) < Infinity
    ? null
    : ['value-not-positive', 'monetaryValue'];
}

/** Separates the customers a model can use from those it cannot, by one of the predicates above. `where` is the function the user called. */
export function sortOut(
  where: string,
  customers: Iterable<PurchaseHistory>,
  faultOf: (customer: PurchaseHistory) => Fault | null,
): { readonly usable: PurchaseHistory[]; readonly excluded: PurchaseHistoryExclusions } {
  requireRows(where, 'customers', customers);
  const usable: PurchaseHistory[] = [];
  let missing = 0;
  let impossible = 0;
  for (const customer of customers) {
    const fault = faultOf(customer);
    if (fault === null) usable.push(customer);
    else if (fault[0] === 'missing-value') missing++;
    else impossible++;
  }
  return { usable, excluded: { missing, impossible } };
}

/**
 * Names the purchase histories that a purchase model leaves out, and why.
 *
 * Use it when a fit counts `missing` or `impossible` customers: the fits leave out exactly what this list names.
 *
 * @param customers - The histories.
 * @returns One finding for each fault: code, index, account, field and value. A missing value of purchases is a fault only for customers
 * with a repeat purchase, and only for {@link fitGammaGamma}.
 * @example
 * ```ts
 * import { checkPurchaseHistories } from 'cx-scoring';
 *
 * const findings = checkPurchaseHistories([{ account: 'a', frequency: 2, recency: 40, age: 39, monetaryValue: 1250 }]);
 * findings[0]?.code; // => 'recency-after-age'
 * ```
 */
export function checkPurchaseHistories(customers: Iterable<PurchaseHistory>): RecordFinding<PurchaseHistoryFault>[] {
  requireRows('checkPurchaseHistories', 'customers', customers);
  const findings: RecordFinding<PurchaseHistoryFault>[] = [];
  let index = 0;
  for (const customer of customers) {
    requireObject(`checkPurchaseHistories: row ${index}`, 'a record', customer);
    const timing = timingFault(customer);
    const spend = spendFault(customer);
    const faults = spend?.[1] === 'frequency' ? [timing] : [timing, spend];
    for (const fault of faults) {
      if (fault !== null) findings.push(recordFinding(fault[0], index, customer.account, fault[1], customer[fault[1]]));
    }
    index++;
  }
  return findings;
}
