import { requireSafe } from '../evaluation/datedSum.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';

/** What grants of one kind and unit come to. */
export interface RewardSum {
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency in minor units, or the badge. */
  readonly unit: string;
  /** Granted for good. */
  readonly granted: number;
  /** Set aside and not settled yet. */
  readonly pending: number;
  /** Taken back of what was granted, from 0. */
  readonly takenBack: number;
  /** Granted less what was taken back. */
  readonly net: number;
}

/** Sums entries by kind and unit, in code-unit order. */
export function sumRewards(entries: readonly LedgerEntry[]): RewardSum[] {
  const sums = new Map<string, RewardSum>();
  for (const { asset, unit, amount, pending } of entries) {
    const key = JSON.stringify([asset, unit]);
    const sum = sums.get(key) ?? { asset, unit, granted: 0, pending: 0, takenBack: 0, net: 0 };
    sums.set(key, {
      asset,
      unit,
      granted: requireSafe(sum.granted + Math.max(0, amount)),
      pending: requireSafe(sum.pending + pending),
      takenBack: requireSafe(sum.takenBack + Math.max(0, 0 - amount)),
      net: requireSafe(sum.net + amount),
    });
  }
  return inOrderOfKeys(sums).map(([, sum]) => sum);
}

/** The pairs of a map in code-unit order of its keys. */
export function inOrderOfKeys<Value>(map: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
  return Array.from(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Groups items by a key, in code-unit order of the keys. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own === undefined) groups.set(keyOf(item), [item]);
    else own.push(item);
  }
  return inOrderOfKeys(groups);
}
