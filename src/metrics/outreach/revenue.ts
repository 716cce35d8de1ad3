import type { Money } from '../../core/records.js';
import { sortedTallies, type KeyedTally } from '../../measures/keyedTally.js';

/** Why an amount does not count. */
export type RevenueFault = 'missingRevenue' | 'invalidRevenue' | 'otherCurrency';

/** Reads an amount in one currency as minor units, or says why it does not count. */
export function readRevenue(money: unknown, currency: string): number | RevenueFault {
  if (money === null || money === undefined) return 'missingRevenue';
  const { minorUnits, currency: own } = money as Partial<Money>;
  if (!Number.isSafeInteger(minorUnits) || typeof own !== 'string') return 'invalidRevenue';
  // Without the sign that zero can have.
  return own === currency ? (minorUnits as number) + 0 : 'otherCurrency';
}

/** Reasons for which a row of an account is left out, in the order of the tally. */
export const REVENUE_EXCLUSIONS = ['missing', 'missingRevenue', 'invalidRevenue', 'otherCurrency'] as const;

/** What is kept of one account. */
export interface RevenueTally {
  /** Rows that say it answered, rows that say it did not, then rows left out by reason. */
  readonly counts: number[];
  /** Revenue in minor units. */
  minorUnits: number;
}

/** Makes an empty tally. */
export function createRevenueTally(): RevenueTally {
  return { counts: new Array<number>(2 + REVENUE_EXCLUSIONS.length).fill(0), minorUnits: 0 };
}

/** Adds one tally to another, in place. */
export function addRevenueTally(into: RevenueTally, from: RevenueTally): void {
  from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
  into.minorUnits += from.minorUnits;
}

/** Reasons for which a row, or for `noRevenue` an account, is left out of the revenue coverage. */
export type RevenueExclusion =
  'missing' | 'missingRevenue' | 'invalidRevenue' | 'otherCurrency' | 'missingAccount' | 'noRevenue';

/** What the tallies of all accounts add up to. */
interface RevenueTotal {
  /** Accounts with revenue. */
  readonly accounts: number;
  /** Their revenue in minor units. */
  readonly revenue: number;
  /** That of the accounts that answered. */
  readonly heard: number;
  /** Sum of the squared revenues. */
  readonly squares: number;
  /** The accounts that did not answer, the largest revenue first, then in code-unit order. */
  readonly silent: readonly (readonly [account: string, minorUnits: number])[];
  /** What was left out. */
  readonly excluded: Readonly<Record<RevenueExclusion, number>>;
}

/** Adds the tallies of all accounts up. */
export function totalRevenue(keyed: KeyedTally<RevenueTally>): RevenueTotal {
  const all = createRevenueTally();
  const total = { accounts: 0, revenue: 0, heard: 0, squares: 0 };
  const silent: (readonly [string, number])[] = [];
  let noRevenue = 0;
  for (const [account, tally] of sortedTallies(keyed)) {
    addRevenueTally(all, tally);
    const { counts, minorUnits } = tally;
    const [heard = 0, unheard = 0] = counts;
    if (heard + unheard > 0 && minorUnits <= 0) noRevenue++;
    if (heard + unheard === 0 || minorUnits <= 0) continue;
    total.accounts++;
    total.revenue += minorUnits;
    total.squares += minorUnits ** 2;
    if (heard > 0) total.heard += minorUnits;
    else silent.push([account, minorUnits]);
  }
  // The sort is stable, so equal revenues stay in code-unit order.
  silent.sort(([, a], [, b]) => b - a);
  addRevenueTally(all, keyed.unkeyed);
  const [, , missing = 0, missingRevenue = 0, invalidRevenue = 0, otherCurrency = 0] = all.counts;
  const [heard = 0, unheard = 0] = keyed.unkeyed.counts;
  const rows = { missing, missingRevenue, invalidRevenue, otherCurrency, missingAccount: heard + unheard };
  return { ...total, silent, excluded: { ...rows, noRevenue } };
}
