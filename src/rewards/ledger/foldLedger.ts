import { requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { requireEntries, type LedgerEntry } from './ledgerEntry.js';
import { foldHoldings, isSpendable } from './lotBook.js';

/** Options of {@link foldLedger}. */
export interface FoldLedgerOptions {
  /** Civil date of the balances: entries of a later day do not count, and what expired before it cannot be spent. */
  readonly asOf: string;
}

/** What is left of one lot. */
export interface LotBalance {
  /** Key of the entry that made it. */
  readonly key: string;
  /** What is left. */
  readonly amount: number;
  /** Civil date it was made on. */
  readonly on: string;
  /** Last day on which it can be spent; `null` for never. */
  readonly expiresOn: string | null;
}

/** What a member has of one kind and unit; `granted + transferred - spent - expired` is `available`. */
export interface LedgerBalance {
  /** Whose. */
  readonly member: string;
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency, or the badge. */
  readonly unit: string;
  /** What can be spent; below zero where more was taken back than was left. */
  readonly available: number;
  /** Reserved and not settled yet. */
  readonly pending: number;
  /** Expired without being spent, also where no entry says so yet. */
  readonly expired: number;
  /** Spent, less what was given back. */
  readonly spent: number;
  /** Granted for good, less what was taken back. */
  readonly granted: number;
  /** Received from other members, less what was given to them. */
  readonly transferred: number;
  /** Lots that can be spent, first expiring first; those of one last day by the day they were made on, then by key. */
  readonly lots: readonly LotBalance[];
}

/** Resolves the day of a fold and the entries that count by then. */
export function entriesThrough(where: string, ledger: readonly LedgerEntry[], asOf: string): readonly LedgerEntry[] {
  requireEntries(where, ledger);
  requireOption(isCivilDate(asOf), where, 'asOf', 'a civil date YYYY-MM-DD', asOf);
  return ledger.filter(({ on }) => on <= asOf);
}

/**
 * Folds a ledger into balances: what each member has of each kind and unit on a day, and in which lots.
 *
 * Use it to show a balance, and to know what can be spent until when. What was spent stays with the lots it was taken from; what a
 * reversal takes comes from the lot of its own grant first, then from the first to expire.
 *
 * @param ledger - The entries, in any order: all of the members in question.
 * @param options - The day.
 * @returns One balance per member, kind and unit, in code-unit order. Amounts are whole numbers, in units of the grant.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and for sums that are no longer exact,
 * and `CX_INVALID_OPTION` for a day that is none.
 * @remarks A fold does not depend on how the list was batched: nothing is derived from the order of entries.
 * @example
 * ```ts
 * import { evaluateRewards, foldLedger, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'panel',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'panel.completed' },
 *   subject: ['person'],
 *   occurrence: ['panel'],
 *   when: { op: 'known', fact: ['panel'] },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   expiry: { afterDays: 90 },
 *   onUnknown: 'hold',
 * };
 * const facts = [{ id: 'f1', trigger: rule.trigger, on: '2026-03-01', data: { person: 'lea', panel: 'p1' } }];
 * const { entries } = evaluateRewards({ rules: [rule], facts, asOf: '2026-03-01' });
 * foldLedger(entries, { asOf: '2026-05-30' })[0]?.available; // => 50
 * foldLedger(entries, { asOf: '2026-05-31' })[0]?.expired; // => 50
 * foldLedger(entries, { asOf: '2026-02-28' }); // => []
 * ```
 */
export function foldLedger(ledger: readonly LedgerEntry[], options: FoldLedgerOptions): LedgerBalance[] {
  requireOptions('foldLedger', options);
  const { asOf } = options;
  return foldHoldings(entriesThrough('foldLedger', ledger, asOf)).map((holding): LedgerBalance => {
    const { member, asset, unit, pending, spent, granted, transferred, debt } = holding;
    let available = 0 - debt;
    let { expired } = holding;
    const lots: LotBalance[] = [];
    for (const { key, left, on, expiresOn } of holding.lots) {
      if (left === 0) continue;
      if (!isSpendable({ expiresOn }, asOf)) expired += left;
      else {
        available += left;
        lots.push({ key, amount: left, on, expiresOn });
      }
    }
    return { member, asset, unit, available, pending, expired, spent, granted, transferred, lots };
  });
}
