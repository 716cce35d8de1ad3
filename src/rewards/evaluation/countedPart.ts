import type { ParameterValue } from '../../core/definition.js';
import { latestCorrection, roundOf } from './awardState.js';
import { effectOf } from './datedSum.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';

/** A part of a grant as caps, budgets and exclusive groups count it: negative where something was given back. */
export interface CountedPart {
  /** Whose. */
  readonly member: string;
  /** Unit of the part. */
  readonly unit: string;
  /** Budget that pays it. */
  readonly budget: string | null;
  /** When it took effect: four times the day number, plus 0 for what was overdue, 1 for grants, 2 for what came of them; `-Infinity` where that no longer matters. */
  readonly stamp: number;
  /** What it adds to what was granted and set aside. */
  readonly amount: number;
  /** What it adds to what the budget posted and reserved. */
  readonly spent: number;
}

function partOf(entry: LedgerEntry): CountedPart {
  const { member, unit, budget, amount, pending, budgetEffect } = entry;
  const spent = budgetEffect === null ? 0 : budgetEffect.posted + budgetEffect.reserved;
  return { member, unit, budget, stamp: effectOf(entry), amount: amount + pending, spent };
}

/**
 * What counts of one grant, and since when. A correction nets what it changes, and says in its payload when what of the grant was given
 * back: that replaces the dates of all that came before it.
 */
export function countedParts(entries: readonly LedgerEntry[]): CountedPart[] {
  // What expires was granted all the same: it makes no room.
  const counted = entries.filter(({ kind }) => kind !== 'expire');
  const latest = latestCorrection(counted);
  if (latest === undefined) return counted.map(partOf);
  const round = roundOf(latest);
  const { returned = [] } = Object(latest.payload) as { readonly returned?: readonly CountedPart[] };
  return [
    ...counted.map((entry) =>
      entry.kind !== 'correct' && roundOf(entry) >= round ? partOf(entry) : { ...partOf(entry), stamp: -Infinity },
    ),
    // The sum has it already: only its day is told.
    ...returned.flatMap((part) => [
      { ...part, stamp: -Infinity, amount: 0 - part.amount, spent: 0 - part.spent },
      part,
    ]),
  ];
}

/** What was given back of a grant, and when, as a correction says it in its payload. */
export function returnsOf(entries: readonly LedgerEntry[]): ParameterValue[] {
  const found = countedParts(entries).filter(
    ({ stamp, amount, spent }) => Number.isFinite(stamp) && (amount < 0 || spent < 0),
  );
  const texts = found.map((part) => [JSON.stringify(part), part] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return texts.map(([, part]) => ({ ...part }));
}
