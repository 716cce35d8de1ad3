import { effectOf, requireSafe, stampOf } from './datedSum.js';
import { addTo, listsByKey } from './listsByKey.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';

/** What members have of each kind and unit, by when it took effect. */
export interface MemberBalances {
  /** Adds an entry. */
  readonly add: (entry: LedgerEntry) => void;
  /** What a member had at the end of a day, what of that was moved or taken back since, and what there is now. */
  readonly balanceOf: (
    of: Pick<LedgerEntry, 'member' | 'asset' | 'unit'>,
    on: string,
  ) => { readonly then: number; readonly moved: number; readonly now: number };
}

/** Opens the balances of a list of entries, which is kept and added to. */
export function openBalances(entries: LedgerEntry[]): MemberBalances {
  // Few grants are taken back: the entries of members are put together when the first is.
  let members: Map<string, LedgerEntry[]> | null = null;
  const index = (): Map<string, LedgerEntry[]> => {
    members ??= listsByKey(entries, ({ member }) => member);
    return members;
  };
  return {
    add: (entry) => {
      if (members === null) entries.push(entry);
      else addTo(members, entry.member, entry);
    },
    balanceOf: ({ member, asset, unit }, on) => {
      let [then, moved, now] = [0, 0, 0];
      const stamp = stampOf(on, 'later');
      const there = new Map<string, number>();
      const undone: LedgerEntry[] = [];
      for (const entry of index().get(member) ?? []) {
        if (entry.asset !== asset || entry.unit !== unit) continue;
        const { award, kind, amount } = entry;
        now = requireSafe(now + amount);
        if (effectOf(entry) <= stamp) {
          then = requireSafe(then + amount);
          if (award !== null) there.set(award, (there.get(award) ?? 0) + amount);
        } else if (award === null || kind === 'expire') moved = requireSafe(moved + amount);
        else if (kind === 'reverse') undone.push(entry);
      }
      // What was there and was taken back since is gone as well; what came since and was taken back was never counted.
      for (const { award, amount } of undone)
        moved = requireSafe(moved + Math.max(amount, 0 - (there.get(award as string) ?? 0)));
      return { then, moved, now };
    },
  };
}
