import { logBeta, logGamma } from '../../statistics/logGamma.js';
import { sortOut, timingFault, type PurchaseHistory } from './purchaseHistory.js';

/** Parameters of the BG/NBD model: all above 0. */
export interface BgNbdParameters {
  /** Shape of the gamma law of purchase rates: the smaller, the more the customers differ. */
  readonly r: number;
  /** Rate of that law, in the unit of time; the mean purchase rate is r / alpha. */
  readonly alpha: number;
  /** First parameter of the beta law of the chance to drop out after a purchase. */
  readonly a: number;
  /** Second parameter of that law; the mean chance is a / (a + b). */
  readonly b: number;
}

/** Histories in order, equal ones counted once. */
export interface HistoryGroups {
  /** Repeat purchases. */
  readonly frequency: readonly number[];
  /** Time to the last purchase. */
  readonly recency: readonly number[];
  /** Time to the day of observation. */
  readonly age: readonly number[];
  /** Customers with this history. */
  readonly customers: readonly number[];
}

/** Groups equal histories, in order: whatever the order of the customers, the sums over groups are the same to the last digit. */
export function groupHistories(histories: readonly PurchaseHistory[]): HistoryGroups {
  const sorted = histories.slice().sort((x, y) => x.frequency - y.frequency || x.recency - y.recency || x.age - y.age);
  const frequency: number[] = [];
  const recency: number[] = [];
  const age: number[] = [];
  const customers: number[] = [];
  let before: PurchaseHistory | undefined;
  for (const one of sorted) {
    const last = customers.length - 1;
    if (before?.frequency === one.frequency && before.recency === one.recency && before.age === one.age)
      (customers[last] as number)++;
    else {
      frequency.push(one.frequency);
      recency.push(one.recency);
      age.push(one.age);
      customers.push(1);
      before = one;
    }
  }
  return { frequency, recency, age, customers };
}

/** The log-likelihood of grouped histories. What depends on the number of purchases only is computed once for each number. */
export function groupedLogLikelihood(groups: HistoryGroups, { r, alpha, a, b }: BgNbdParameters): number {
  const ofRates = r * Math.log(alpha) - logGamma(r);
  const ofChances = logBeta(a, b);
  let total = 0;
  let shared = 0;
  let logOdds = 0;
  let known = -1;
  for (let i = 0; i < groups.customers.length; i++) {
    const x = groups.frequency[i] as number;
    if (x !== known) {
      known = x;
      shared = ofRates + logGamma(r + x) + logBeta(a, b + x) - ofChances;
      logOdds = x > 0 ? Math.log(a / (b + x - 1)) : -Infinity;
    }
    // Either still a customer at the end, or gone right after the last purchase.
    const alive = -(r + x) * Math.log(alpha + (groups.age[i] as number));
    const gone = x > 0 ? logOdds - (r + x) * Math.log(alpha + (groups.recency[i] as number)) : -Infinity;
    const larger = Math.max(alive, gone);
    const logSum = larger + Math.log1p(Math.exp(Math.min(alive, gone) - larger));
    total += (groups.customers[i] as number) * (shared + logSum);
  }
  return total;
}

/** Tells whether the parameters are those of a model. */
export function isBgNbd(record: BgNbdParameters): boolean {
  const { r, alpha, a, b } = Object(record) as BgNbdParameters;
  return [r, alpha, a, b].every((parameter) => parameter > 0 && parameter < Infinity);
}

/**
 * The log-likelihood of purchase histories under a BG/NBD model.
 *
 * Use it to hold published parameters against data, or to compare fits; {@link fitBgNbd} makes it as large as it can be.
 *
 * @param parameters - r, alpha, a and b, all above 0, in the unit of time of the customers.
 * @param customers - Purchase histories; those that are missing or impossible are left out, as {@link fitBgNbd} does.
 * @returns The natural logarithm of the likelihood; `null` without customers or for parameters of no model.
 * @remarks Fader, P., Hardie, B. and Lee, K. L. (2005), "Counting your customers" the easy way: an alternative to the Pareto/NBD model,
 * Marketing Science 24(2), 275-284, equation 6, https://doi.org/10.1287/mksc.1040.0098
 * @example
 * ```ts
 * import { bgNbdLogLikelihood } from 'cx-scoring';
 *
 * const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * bgNbdLogLikelihood(published, [{ frequency: 2, recency: 30.43, age: 38.86 }]); // ~> -9.4586
 * ```
 */
export function bgNbdLogLikelihood(parameters: BgNbdParameters, customers: Iterable<PurchaseHistory>): number | null {
  const { usable } = sortOut('bgNbdLogLikelihood', customers, timingFault);
  return usable.length > 0 && isBgNbd(parameters) ? groupedLogLikelihood(groupHistories(usable), parameters) : null;
}
