import type { ParameterValue } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';

/**
 * What an entry does: `'award'` grants for good, `'reserve'` sets aside, `'post'` makes a reservation final, `'void'` returns it,
 * `'reverse'` takes back what was granted, `'correct'` adjusts after a rebuild, `'redeem'` spends, `'restore'` gives a spend back,
 * `'expire'` ends what was not spent, `'transfer-out'` and `'transfer-in'` move between members.
 */
export type LedgerEntryKind =
  | 'award'
  | 'reserve'
  | 'post'
  | 'void'
  | 'reverse'
  | 'correct'
  | 'redeem'
  | 'restore'
  | 'expire'
  | 'transfer-out'
  | 'transfer-in';

/** The rule behind an entry. */
export interface LedgerRule {
  /** Id of the rule. */
  readonly id: string;
  /** Version that decided. */
  readonly version: number;
  /** Generation of the rule. */
  readonly generation: number;
}

/** How much of which lot an entry took or gave back. */
export interface LotAllocation {
  /** Key of the entry that made the lot. */
  readonly lot: string;
  /** How much, from 1. */
  readonly amount: number;
}

/** One line of the ledger: never changed, never deleted. The host keeps `key` unique. */
export interface LedgerEntry {
  /** Unique key: canonical JSON of a list, from which the same cause always gives the same text. */
  readonly key: string;
  /** What the entry does. */
  readonly kind: LedgerEntryKind;
  /** Civil date it takes effect on: which periods it counts in. */
  readonly on: string;
  /** Civil date of the evaluation that wrote it. */
  readonly bookedOn: string;
  /** Whose it is. */
  readonly member: string;
  /** Kind of grant: `'points'`, `'money'`, `'gift-choice'`, `'badge'`. */
  readonly asset: 'points' | 'money' | 'gift-choice' | 'badge';
  /** Unit: of points, the currency, or the badge. */
  readonly unit: string;
  /** Whole number that the entry adds to the balance of the member. */
  readonly amount: number;
  /** Whole number that the entry adds to what is reserved for the member and not settled yet. */
  readonly pending: number;
  /** What would have been granted without caps and budgets, where it is more. */
  readonly desired: number | null;
  /** The rule behind it; `null` for what members do. */
  readonly rule: LedgerRule | null;
  /** Who earned it; `null` for what members do. */
  readonly subject: string | null;
  /** What it is for; `null` for what members do. */
  readonly occurrence: string | null;
  /** Account, for caps. */
  readonly account: string | null;
  /** Network, for caps. */
  readonly network: string | null;
  /** Id of the fact that caused it. */
  readonly fact: string | null;
  /** Budget that pays. */
  readonly budget: string | null;
  /** What the entry adds to what the budget has posted and reserved. */
  readonly budgetEffect: {
    /** Added to what is posted. */
    readonly posted: number;
    /** Added to what is reserved. */
    readonly reserved: number;
  } | null;
  /** Key of the grant it belongs to, which its parts and all that happens to it later share; `null` for what members do. */
  readonly award: string | null;
  /** Key of the entry it answers, such as the spend that a `'restore'` gives back. */
  readonly of: string | null;
  /** Last day on which the lot can be spent; `null` for never. */
  readonly expiresOn: string | null;
  /** Lots it took from or gave back to. */
  readonly lots: readonly LotAllocation[];
  /** Whether it left a negative balance, knowingly. */
  readonly negative: boolean;
  /**
   * What must be the same when the key comes again; anything else is a conflict. That of a correction says in `returned` what of the
   * grant was given back, and when, which the correction nets: caps and budgets count it so.
   */
  readonly payload: ParameterValue;
}

/** Refuses a ledger that is no list of entries, or whose figures are not exact. */
export function requireEntries(where: string, ledger: readonly LedgerEntry[]): void {
  if (!Array.isArray(ledger)) throw cxError('CX_INVALID_INPUT', `${where}: ledger`, 'a list of entries', ledger);
  for (let at = 0; at < ledger.length; at++) {
    const { key, amount, pending, lots } = Object(ledger[at]) as LedgerEntry;
    const isEntry = typeof key === 'string' && Array.isArray(lots);
    if (!isEntry) throw cxError('CX_INVALID_INPUT', `${where}: ledger[${at}]`, 'an entry of a ledger', ledger[at]);
    if (!Number.isSafeInteger(amount))
      throw cxError('CX_INVALID_INPUT', `${where}: amount of ledger[${at}]`, 'a whole number', amount);
    if (!Number.isSafeInteger(pending))
      throw cxError('CX_INVALID_INPUT', `${where}: pending of ledger[${at}]`, 'a whole number', pending);
  }
}
