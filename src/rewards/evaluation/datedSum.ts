import { toDayNumber } from '../../core/civilDay.js';
import { cxError } from '../../core/errors.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';

/** A sum that remembers when parts of it were given back. */
export interface DatedSum {
  /** The sum of all parts. */
  total: number;
  /** The latest stamp of what was given back. */
  latest: number;
  /** What was given back: stamps and amounts in turn. */
  back: number[] | null;
}

/** Order within a day: what is overdue first, then grants, then what becomes of them. */
const PHASES = { overdue: 0, grant: 1, later: 2 };

/** When something takes effect, as a number that grows with time. */
export function stampOf(day: string, phase: 'overdue' | 'grant' | 'later'): number {
  return toDayNumber(day) * 4 + PHASES[phase];
}

/** A sum of nothing. */
export function createDatedSum(): DatedSum {
  return { total: 0, latest: -Infinity, back: null };
}

/** Refuses a sum that is no longer exact. */
export function requireSafe(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw cxError('CX_INVALID_INPUT', 'evaluateRewards: sums of the ledger', 'whole numbers that are exact', sum);
}

/** Adds a part; only of what is given back the day matters. */
export function addDated(sum: DatedSum, stamp: number, by: number): void {
  if (by === 0) return;
  sum.total = requireSafe(sum.total + by);
  if (by > 0) return;
  if (stamp > sum.latest) sum.latest = stamp;
  if (sum.back === null) sum.back = [stamp, by];
  else sum.back.push(stamp, by);
}

/** The sum kept under a key, made where there is none. */
export function sumAt(sums: Map<string, DatedSum>, key: string): DatedSum {
  let sum = sums.get(key);
  if (sum === undefined) sums.set(key, (sum = createDatedSum()));
  return sum;
}

/**
 * What counts as used for a grant of a day: all that was ever added, less what was given back before the grants of that day. What is
 * given back later makes no room for what was decided before, so that deciding again gives nothing new; and a late fact finds no room
 * that others took, even where they gave it back since: a rebuild is what gives it that.
 */
export function usedBy(sum: DatedSum | undefined, on: string): number {
  if (sum === undefined) return 0;
  const stamp = stampOf(on, 'grant');
  let used = sum.total;
  // As a rule nothing is later: days are decided in order.
  if (sum.back !== null && sum.latest > stamp)
    for (let at = 0; at < sum.back.length; at += 2)
      if ((sum.back[at] as number) > stamp) used -= sum.back[at + 1] as number;
  return used;
}

/** When an entry takes effect. A reversal that is booked in the period of its grant says in its payload on which day it happened. */
export function effectOf({ kind, on, fact, award, payload }: LedgerEntry): number {
  if (award === null) return stampOf(on, 'later');
  if (kind === 'award' || kind === 'reserve' || kind === 'correct') return stampOf(on, 'grant');
  if (kind === 'void' && fact === null) return stampOf(on, 'overdue');
  if (kind !== 'reverse') return stampOf(on, 'later');
  const { reversedOn = on } = Object(payload) as { readonly reversedOn?: string };
  return stampOf(reversedOn, 'later');
}
