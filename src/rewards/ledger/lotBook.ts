import { cxError } from '../../core/errors.js';
import type { LedgerEntry } from './ledgerEntry.js';

/** What one grant, posting, correction or transfer brought a member, and what is left of it. */
export interface Lot {
  /** Key of the entry that made it. */
  readonly key: string;
  /** Grant it belongs to; `null` when it was transferred. */
  readonly award: string | null;
  /** Civil date it was made on. */
  readonly on: string;
  /** Last day on which it can be spent; `null` for never. */
  readonly expiresOn: string | null;
  /** What is left of it. */
  left: number;
  /** Latest day on which something was given back to it. */
  restoredOn: string | null;
  /** How often it was written off. */
  expiries: number;
}

/** What one member has of one kind and unit. */
export interface Holding {
  /** Whose. */
  readonly member: string;
  /** Kind. */
  readonly asset: LedgerEntry['asset'];
  /** Unit. */
  readonly unit: string;
  /** Granted for good, less what was taken back. */
  granted: number;
  /** Set aside. */
  pending: number;
  /** Received from members, less what was given to them. */
  transferred: number;
  /** Spent, less what was given back. */
  spent: number;
  /** Written off. */
  expired: number;
  /** The lots, first expiring first; those of one day by the day they were made on, then by key. */
  readonly lots: Lot[];
  /** What was taken and no lot could bear. */
  debt: number;
}

/** First expiring first, ties by day and key in code units: the same order whichever way the entries came. */
function orderOf({ expiresOn, on, key }: Lot): string {
  return (expiresOn ?? '~') + on + key;
}

/** Takes from lots in their order and gives the rest that none could bear. */
function takeFrom(lots: readonly Lot[], amount: number): number {
  let rest = amount;
  for (const lot of lots) {
    const own = Math.min(lot.left, rest);
    lot.left -= own;
    rest -= own;
    if (rest === 0) break;
  }
  return rest;
}

/** Whether a lot can be spent on a day. */
export function isSpendable({ expiresOn }: Pick<Lot, 'expiresOn'>, on: string): boolean {
  return expiresOn === null || expiresOn >= on;
}

function addFigures(holding: Holding, { kind, amount, pending }: LedgerEntry): void {
  holding.pending += pending;
  if (kind === 'redeem' || kind === 'restore') holding.spent -= amount;
  else if (kind === 'expire') holding.expired -= amount;
  else if (kind === 'transfer-in' || kind === 'transfer-out') holding.transferred += amount;
  else holding.granted += amount;
}

/** Takes what an entry says it took, or gives back; what it does not say is left over. */
function applyAllocations(lots: ReadonlyMap<string, Lot>, { kind, on, amount, lots: own }: LedgerEntry): number {
  let rest = Math.abs(amount);
  for (const { lot: key, amount: part } of own) {
    const lot = lots.get(key);
    if (lot === undefined) continue;
    lot.left += amount < 0 ? -part : part;
    rest -= part;
    if (kind === 'expire') lot.expiries++;
    if (kind === 'restore' && (lot.restoredOn === null || lot.restoredOn < on)) lot.restoredOn = on;
  }
  return rest;
}

/**
 * The lots of one holding, first expiring first, and what none could bear. What entries say about lots comes first; then
 * what was taken without saying so, in the order of days and keys: from the lot of its own grant first, then from the others, so that the
 * order of the entries cannot matter.
 */
export function foldLots(entries: readonly LedgerEntry[]): Pick<Holding, 'lots' | 'debt'> {
  const byKey = new Map<string, Lot>();
  for (const { key, amount, award, on, expiresOn, lots: own } of entries)
    if (amount > 0 && own.length === 0) {
      const lot = byKey.get(key) ?? { key, award, on, expiresOn, left: 0, restoredOn: null, expiries: 0 };
      lot.left += amount;
      byKey.set(key, lot);
    }
  let debt = 0;
  const loose: { readonly entry: LedgerEntry; readonly amount: number }[] = [];
  for (const entry of entries) {
    if (entry.amount < 0 || entry.lots.length > 0) {
      const rest = applyAllocations(byKey, entry);
      if (entry.amount < 0 && rest !== 0) loose.push({ entry, amount: rest });
      else debt -= rest;
    }
  }
  const lots = Array.from(byKey.values()).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const lot of lots)
    if (lot.left < 0) {
      debt -= lot.left;
      lot.left = 0;
    }
  loose.sort(({ entry: a }, { entry: b }) => (a.on + a.key < b.on + b.key ? -1 : 1));
  for (const { entry, amount } of loose) {
    const { award, on } = entry;
    const own = award === null ? [] : lots.filter((lot) => lot.award === award);
    const others = lots.filter((lot) => isSpendable(lot, on));
    const later = others.filter((lot) => lot.on > on).sort((a, b) => (a.on + orderOf(a) < b.on + orderOf(b) ? -1 : 1));
    debt += takeFrom([...own, ...others.filter((lot) => lot.on <= on), ...later], amount);
  }
  return { lots, debt };
}

/** Sums up the entries of one holding. */
function closeHolding(holding: Holding, entries: readonly LedgerEntry[]): void {
  for (const entry of entries) addFigures(holding, entry);
  const { lots, debt } = foldLots(entries);
  holding.lots.push(...lots);
  holding.debt = debt;
  const figures = [holding.granted, holding.pending, holding.transferred, holding.spent, holding.expired, holding.debt];
  const odd = figures.find((figure) => !Number.isSafeInteger(figure));
  if (odd !== undefined)
    throw cxError(
      'CX_INVALID_INPUT',
      `ledger: sums of member "${holding.member.slice(0, 40)}"`,
      'whole numbers that are exact',
      odd,
    );
}

/** Sums entries up by member, kind and unit, in code-unit order. */
export function foldHoldings(entries: Iterable<LedgerEntry>): Holding[] {
  const members = new Map<string, { readonly holding: Holding; readonly entries: LedgerEntry[] }[]>();
  for (const entry of entries) {
    const { member, asset, unit } = entry;
    let own = members.get(member);
    if (own === undefined) members.set(member, (own = []));
    let found = own.find(({ holding }) => holding.asset === asset && holding.unit === unit);
    if (found === undefined) {
      const none = { granted: 0, pending: 0, transferred: 0, spent: 0, expired: 0, debt: 0 };
      own.push((found = { holding: { member, asset, unit, ...none, lots: [] }, entries: [] }));
    }
    found.entries.push(entry);
  }
  const order = Array.from(members)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) =>
      own.sort(({ holding: a }, { holding: b }) =>
        a.asset === b.asset ? (a.unit < b.unit ? -1 : 1) : a.asset < b.asset ? -1 : 1,
      ),
    );
  return order.map(({ holding, entries: own }) => {
    closeHolding(holding, own);
    return holding;
  });
}
