import { isWhole, requireRows } from '../../core/options.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import { findRecordFaults, isMissing, type RecordFault } from './recordFaults.js';

/** One contact with the service. */
export interface ServiceContact {
  /** Account that called or wrote. */
  readonly accountId?: string | null | undefined;
  /** Why, in your own words: `'availability'`, `'returns'`, `'advice'`; left out, it counts as `'unknown'`. */
  readonly reason?: string | null | undefined;
}

/** What an account did in the period, so that its contacts can be set against it. */
export interface AccountActivity {
  /** Id of the account. */
  readonly accountId: string;
  /** Orders in the period, a whole number from 0; needed only for contacts per order. */
  readonly orders?: number | null | undefined;
  /** Whether the account was active; it is unless this is `false`. */
  readonly active?: boolean | undefined;
}

/** An account with its contacts. */
export interface ContactLoad extends AccountActivity {
  /** Number of contacts for each reason, whole numbers from 0. */
  readonly contacts: Readonly<Record<string, number>>;
}

/** What can be wrong with an account's contacts. Such an account is left out. More codes may be added. */
export type ContactLoadFault = 'invalid-orders' | 'invalid-contacts';

/** Tells what is wrong with an account's contacts: one rule for metric and check. */
export function contactLoadFault(record: ContactLoad): RecordFault<ContactLoadFault> | null {
  const { orders, contacts } = Object(record) as ContactLoad;
  if (!isMissing(orders) && !isWhole(orders)) return { code: 'invalid-orders', field: 'orders' };
  const areCounts = Object(contacts) === contacts && Object.values(contacts).every(isWhole);
  return areCounts ? null : { code: 'invalid-contacts', field: 'contacts' };
}

/**
 * Sets the contacts of the period against the accounts: each account once, with its contacts by reason.
 *
 * Use it before {@link computeContactFrequency}, per account and period.
 *
 * @param contacts - One row per contact, in any order; contacts without account are gathered under the id `''`.
 * @param accounts - One row per account. Of an account that comes twice the last row counts.
 * @returns One record per account, in code-unit order of the ids. An account that is not listed, but called, comes with 0 orders and as not
 * active: its calls are work all the same.
 * @example
 * ```ts
 * import { toContactLoads } from 'cx-scoring';
 *
 * const contacts = [{ accountId: 'a', reason: 'returns' }, { accountId: 'a', reason: 'returns' }, { accountId: 'a' }];
 * const loads = toContactLoads(contacts, [{ accountId: 'a', orders: 12 }, { accountId: 'b', orders: 3 }]);
 * loads[0]; // => { accountId: 'a', orders: 12, contacts: { returns: 2, unknown: 1 } }
 * loads[1]; // => { accountId: 'b', orders: 3, contacts: {} }
 * ```
 */
export function toContactLoads(contacts: Iterable<ServiceContact>, accounts: Iterable<AccountActivity>): ContactLoad[] {
  requireRows('toContactLoads', 'accounts', accounts);
  const activities = new Map<string, AccountActivity>();
  for (const account of accounts) activities.set(account.accountId, account);
  const counts = new Map<string, Map<string, number>>();
  for (const { accountId, reason } of contacts) {
    const id = accountId ?? '';
    const why = isMissing(reason) ? 'unknown' : reason;
    if (!activities.has(id)) activities.set(id, { accountId: id, orders: 0, active: false });
    const own = counts.get(id) ?? new Map<string, number>();
    counts.set(id, own.set(why, (own.get(why) ?? 0) + 1));
  }
  return [...activities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, activity]) => {
      const own = [...(counts.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      return { ...activity, contacts: Object.fromEntries(own) };
    });
}

/**
 * Names the accounts whose orders or contacts cannot be counted.
 *
 * Use it before {@link computeContactFrequency} on loads that come from elsewhere.
 *
 * @param loads - One row per account.
 * @returns The findings in the order of the rows, with the account as id; none when all is well.
 * @example
 * ```ts
 * import { checkContactLoads } from 'cx-scoring';
 *
 * const findings = checkContactLoads([{ accountId: 'a', orders: -1, contacts: {} }]);
 * findings; // => [{ code: 'invalid-orders', index: 0, id: 'a', field: 'orders', value: -1 }]
 * ```
 */
export function checkContactLoads(loads: Iterable<ContactLoad>): RecordFinding<ContactLoadFault>[] {
  return findRecordFaults('checkContactLoads', loads, contactLoadFault, ({ accountId }) => accountId);
}
