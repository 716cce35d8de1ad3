import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import { isCivilDate } from '../core/period.js';
import type { LedgerEntry } from '../rewards/ledger/ledgerEntry.js';

/** What the chart reads of an entry of a ledger. */
export type BudgetEntry = Pick<LedgerEntry, 'budget' | 'budgetEffect' | 'bookedOn'>;

/** What a budget has used at the end of a day. */
export interface BudgetDay {
  /** The day. */
  readonly day: string;
  /** Granted for good. */
  readonly posted: number;
  /** Set aside. */
  readonly reserved: number;
}

function effectOf(where: string, entry: BudgetEntry): { readonly posted: number; readonly reserved: number } | null {
  requireObject(where, 'an entry of a ledger', entry);
  const { budgetEffect, bookedOn } = entry;
  if (!isCivilDate(bookedOn)) throw cxError('CX_INVALID_INPUT', `${where}.bookedOn`, 'a civil date', bookedOn);
  if (budgetEffect === null || budgetEffect === undefined) return null;
  requireObject(`${where}.budgetEffect`, 'what it adds to the budget, or null', budgetEffect);
  for (const part of ['posted', 'reserved'] as const) {
    const isNumber = Number.isSafeInteger(budgetEffect[part]);
    if (!isNumber)
      throw cxError('CX_INVALID_INPUT', `${where}.budgetEffect.${part}`, 'a whole number', budgetEffect[part]);
  }
  return budgetEffect;
}

/** Adds up what a budget has used, day by day, for the days on which it changed, in order. */
export function budgetDays(where: string, ledger: readonly BudgetEntry[], id: string): BudgetDay[] {
  if (!Array.isArray(ledger)) throw cxError('CX_INVALID_INPUT', `${where}: ledger`, 'a list of entries', ledger);
  const changes = new Map<string, { posted: number; reserved: number }>();
  for (const [index, entry] of (ledger as readonly BudgetEntry[]).entries()) {
    const effect = effectOf(`${where}: ledger[${index}]`, entry);
    if (effect === null || entry.budget !== id) continue;
    const own = changes.get(entry.bookedOn) ?? { posted: 0, reserved: 0 };
    changes.set(entry.bookedOn, { posted: own.posted + effect.posted, reserved: own.reserved + effect.reserved });
  }
  let [posted, reserved] = [0, 0];
  return [...changes.keys()].sort().map((day) => {
    const change = changes.get(day) ?? { posted: 0, reserved: 0 };
    posted += change.posted;
    reserved += change.reserved;
    return { day, posted, reserved };
  });
}

/** The days of the chart: its first, those on which something changed, and its last. */
export function daysWithin(days: readonly BudgetDay[], from: string, to: string): BudgetDay[] {
  const nothing = { posted: 0, reserved: 0 };
  const upTo = (end: string): Omit<BudgetDay, 'day'> => days.filter(({ day }) => day <= end).at(-1) ?? nothing;
  const inner = days.filter(({ day }) => day > from && day < to);
  const ends = from === to ? [] : [{ ...upTo(to), day: to }];
  return [{ ...upTo(from), day: from }, ...inner, ...ends].map(({ day, posted, reserved }) => ({
    day,
    posted,
    reserved,
  }));
}
