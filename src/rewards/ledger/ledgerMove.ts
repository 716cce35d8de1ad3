import type { ParameterValue } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import { requireEntries, type LedgerEntry } from './ledgerEntry.js';
import { foldHoldings, type Holding } from './lotBook.js';

/** Why a move was refused. More reasons may be added. */
export type LedgerRefusal = 'insufficient' | 'conflict' | 'unknown-redemption' | 'already-restored';

/** What came of something a member asked for. */
export interface LedgerMove {
  /** `'accepted'` with entries to append; `'duplicate'` when the ledger has it already; `'refused'` otherwise. */
  readonly outcome: 'accepted' | 'duplicate' | 'refused';
  /** Why it was refused; `null` when it was not. */
  readonly reason: LedgerRefusal | null;
  /** What the member could spend before. */
  readonly available: number;
  /** The entries to append, in one transaction, each key once. */
  readonly entries: readonly LedgerEntry[];
}

/** What every move says. */
export interface LedgerMoveOptions {
  /** The ledger: all entries of the members in question. */
  readonly ledger: readonly LedgerEntry[];
  /** Kind of what is moved. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, or the currency. */
  readonly unit: string;
  /** Whole number from 1, in units of the grant. */
  readonly amount: number;
  /** Civil date it takes effect on. */
  readonly on: string;
  /**
   * Civil date it is written on.
   * @defaultValue that of `on`
   */
  readonly bookedOn?: string | undefined;
  /** Id of the move at the host, such as that of an order: the same id moves nothing twice. */
  readonly key: string;
}

const ASSETS: readonly unknown[] = ['points', 'money', 'gift-choice', 'badge'];

/** Refuses an id that is no text. */
export function requireId(where: string, name: string, id: unknown): void {
  requireOption(typeof id === 'string' && id !== '', where, name, 'text', id);
}

/** Refuses days that are none. */
export function requireDays(where: string, { on, bookedOn = on }: Pick<LedgerMoveOptions, 'on' | 'bookedOn'>): void {
  requireOption(isCivilDate(on), where, 'on', 'a civil date YYYY-MM-DD', on);
  requireOption(isCivilDate(bookedOn), where, 'bookedOn', 'a civil date YYYY-MM-DD', bookedOn);
}

/** Refuses a move that does not say what it must. */
export function requireMove(where: string, options: LedgerMoveOptions): void {
  requireOptions(where, options);
  const { ledger, asset, unit, amount, key } = options;
  requireEntries(where, ledger);
  requireOption(ASSETS.includes(asset), where, 'asset', ASSETS.join(', '), asset);
  requireId(where, 'unit', unit);
  requireId(where, 'key', key);
  requireOption(Number.isSafeInteger(amount) && amount >= 1, where, 'amount', 'a whole number from 1', amount);
  requireDays(where, options);
}

/** What a member has of one kind and unit; nothing where the ledger does not say. */
export function holdingOf(
  ledger: readonly LedgerEntry[],
  { member, asset, unit }: Pick<LedgerEntry, 'member' | 'asset' | 'unit'>,
): Holding {
  const own = ledger.filter((entry) => entry.member === member && entry.asset === asset && entry.unit === unit);
  const figures = { granted: 0, pending: 0, transferred: 0, spent: 0, expired: 0, debt: 0 };
  return foldHoldings(own)[0] ?? { member, asset, unit, ...figures, lots: [] };
}

/** An entry that no rule made. */
export function moveEntry(
  own: Pick<LedgerEntry, 'key' | 'kind' | 'on' | 'bookedOn' | 'member' | 'asset' | 'unit' | 'amount'> &
    Partial<LedgerEntry>,
): LedgerEntry {
  return {
    pending: 0,
    desired: null,
    rule: null,
    subject: null,
    occurrence: null,
    account: null,
    network: null,
    fact: null,
    budget: null,
    budgetEffect: null,
    award: null,
    of: null,
    expiresOn: null,
    lots: [],
    negative: false,
    payload: null,
    ...own,
  };
}

/** What the ledger says of a move that was asked for before; `null` when it was not. */
export function knownMove(
  ledger: readonly LedgerEntry[],
  key: string,
  payload: ParameterValue,
  available: number,
): LedgerMove | null {
  const known = ledger.find((entry) => entry.key === key);
  if (known === undefined) return null;
  const isSame = canonicalText(known.payload) === canonicalText(payload);
  return {
    outcome: isSame ? 'duplicate' : 'refused',
    reason: isSame ? null : 'conflict',
    available,
    entries: [],
  };
}

/** A move that is refused. */
export function refusedMove(reason: LedgerRefusal, available: number): LedgerMove {
  return { outcome: 'refused', reason, available, entries: [] };
}

/** Refuses a transfer to oneself. */
export function requireOther(where: string, from: string, to: string): void {
  if (from === to) throw cxError('CX_INVALID_OPTION', `${where}: option "to"`, 'another member than "from"', to);
}
