import { effectOf, requireSafe, stampOf } from './datedSum.js';
import { addTo, listsByKey } from './listsByKey.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import { foldLots, isSpendable, type Lot } from '../ledger/lotBook.js';

/** What members have of each kind and unit, by when it took effect. */
export interface MemberBalances {
  /** Adds an entry. */
  readonly add: (entry: LedgerEntry) => void;
  /**
   * What a member had at the end of a day, what of that was moved or taken back since, and what there is now: without lots that ended
   * before the day, written off or not, but with those of the grant in question, from which its reversal takes first.
   */
  readonly balanceOf: (
    of: Pick<LedgerEntry, 'member' | 'asset' | 'unit' | 'award'>,
    on: string,
  ) => { readonly then: number; readonly moved: number; readonly now: number };
}

/** Lots that ended before a day and are not written off. */
function endedLots(entries: readonly LedgerEntry[], on: string): Lot[] {
  // As a rule there are none.
  if (entries.every((entry) => isSpendable(entry, on))) return [];
  return foldLots(entries).lots.filter((lot) => !isSpendable(lot, on));
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
    balanceOf: ({ member, asset, unit, award: ownAward }, on) => {
      let [then, moved, now] = [0, 0, 0];
      const stamp = stampOf(on, 'later');
      const there = new Map<string, number>();
      const undone: LedgerEntry[] = [];
      const own = (index().get(member) ?? []).filter((entry) => entry.asset === asset && entry.unit === unit);
      for (const entry of own) {
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
      for (const { award, left, restoredOn } of endedLots(own, on)) {
        if (award === ownAward) continue;
        now -= left;
        // What came back to a lot that had ended ends on the day it came.
        if (restoredOn !== null && restoredOn > on) moved -= left;
        else then -= left;
      }
      return { then, moved, now };
    },
  };
}
