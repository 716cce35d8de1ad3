import { toDayNumber } from '../../core/civilDay.js';
import { isRoot, latestCorrection, toAwardState, type AwardState } from './awardState.js';
import { createCapUsage, type CapUsage } from './capUsage.js';
import { countedParts } from './countedPart.js';
import type { CompiledRules } from '../rules/compileRules.js';
import { addDated, createDatedSum, effectOf, requireSafe, sumAt, usedBy, type DatedSum } from './datedSum.js';
import { addTo } from './listsByKey.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import { openBalances, type MemberBalances } from './memberBalances.js';

/** Everything that deciding needs to know of the ledger; changed only by adding entries. */
export interface AwardLedger {
  /** What has become of a grant; `undefined` when there is none of that key. */
  readonly find: (award: string) => AwardState | undefined;
  /** What caps have counted. */
  readonly used: CapUsage['used'];
  /** What has been posted and reserved together, by budget. */
  readonly spending: ReadonlyMap<string, DatedSum>;
  /** What a member had, and has. */
  readonly balanceOf: MemberBalances['balanceOf'];
  /** The rule of an exclusive group whose grant stands or stood on a day; `undefined` when there is none. */
  readonly winnerOf: (group: string, subject: string, occurrence: string, on: string) => string | undefined;
  /** Keys of the grants of a rule for a subject and an occurrence, for rules whose key the cause alone does not tell. */
  readonly causedBy: (rule: string, subject: string, occurrence: string) => readonly string[] | undefined;
  /** Takes out the keys of grants that are pending after their last day; each is given once. */
  readonly takeOverdue: (before: string) => readonly string[];
  /** Adds an entry. */
  readonly add: (entry: LedgerEntry) => void;
}

/** Sums a ledger up into what deciding needs. The order of entries does not matter. */
export function openLedger(entries: readonly LedgerEntry[], rules: CompiledRules): AwardLedger {
  const awards = new Map<string, LedgerEntry | LedgerEntry[]>();
  const spending = new Map<string, DatedSum>();
  const pending = new Map<string, number>();
  const due = new Map<number, string[]>();
  const corrected = new Set<string>();
  const groups = new Map<string, string[]>();
  const causes = new Map<string, string[]>();
  const usage = createCapUsage(rules);
  const balances = openBalances(entries.slice());
  const entriesOf = (award: string): readonly LedgerEntry[] => {
    const own = awards.get(award);
    return own === undefined ? [] : Array.isArray(own) ? own : [own];
  };
  // The first of a list is a grant wherever there is one: see `file`. A corrected grant stands as its latest correction says.
  const rootOf = (award: string): LedgerEntry | undefined => {
    if (corrected.has(award)) return latestCorrection(entriesOf(award));
    const own = awards.get(award);
    const first = Array.isArray(own) ? own[0] : own;
    return first !== undefined && isRoot(first) ? first : undefined;
  };
  const schedule = (award: string): void => {
    const root = rootOf(award);
    const settle = root?.rule === null || root === undefined ? undefined : rules.find(root.rule.id)?.rule.settle;
    if (root !== undefined && settle?.mode === 'two-phase')
      addTo(due, toDayNumber(root.on) + settle.voidAfterDays, award);
  };
  // The period of a close and former generations are part of the key, and the fact does not tell them.
  const isCaused = (id: string): boolean => {
    const { trigger, generation = 1 } = rules.find(id)?.rule ?? {};
    return trigger?.kind === 'period-close' || generation > 1;
  };
  const addRoot = ({ rule, subject, occurrence }: LedgerEntry, award: string): void => {
    if (rule === null) return;
    const group = rules.find(rule.id)?.rule.exclusiveGroup;
    if (group !== undefined) addTo(groups, JSON.stringify([group, subject, occurrence]), award);
    if (isCaused(rule.id)) addTo(causes, JSON.stringify([rule.id, subject, occurrence]), award);
  };
  const addStep = (entry: LedgerEntry, award: string, isOpen: boolean): void => {
    if (entry.pending !== 0) {
      const left = requireSafe((pending.get(award) ?? 0) + entry.pending);
      if (left === 0) pending.delete(award);
      else pending.set(award, left);
      if (isOpen && left > 0) schedule(award);
    }
    // What expires was granted all the same: it makes no room. The past of a corrected grant is counted as a whole.
    if (entry.kind === 'expire' || (!isOpen && corrected.has(award))) return;
    // Posting all that was set aside changes nothing that is counted.
    if (entry.amount + entry.pending === 0 && entry.budget === null) return;
    const stamp = effectOf(entry);
    if (entry.budget !== null && entry.budgetEffect !== null) {
      const { posted, reserved } = entry.budgetEffect;
      addDated(sumAt(spending, entry.budget), stamp, posted + reserved);
    }
    const { member, unit, amount } = entry;
    const root = isRoot(entry) ? entry : (rootOf(award) ?? entry);
    usage.add({ member, unit, stamp, amount: amount + entry.pending }, root);
  };
  const addCorrected = (award: string): void => {
    const root = rootOf(award) as LedgerEntry;
    for (const part of countedParts(entriesOf(award))) {
      if (part.budget !== null) addDated(sumAt(spending, part.budget), part.stamp, part.spent);
      usage.add(part, root);
    }
  };
  const file = (entry: LedgerEntry, award: string): void => {
    const own = awards.get(award);
    if (own === undefined) awards.set(award, entry);
    else if (!Array.isArray(own)) awards.set(award, isRoot(own) ? [own, entry] : [entry, own]);
    else if (isRoot(entry)) own.unshift(entry);
    else own.push(entry);
    if (isRoot(entry)) addRoot(entry, award);
    else if (entry.kind === 'correct') corrected.add(award);
  };
  // All are filed before any is counted: what became of a grant refers to its day.
  for (const entry of entries) if (entry.award !== null) file(entry, entry.award);
  for (const entry of entries) if (entry.award !== null) addStep(entry, entry.award, false);
  for (const award of corrected) addCorrected(award);
  for (const [award, left] of pending) if (left > 0) schedule(award);

  const standsOn = (award: string, on: string): boolean => {
    const sum = createDatedSum();
    for (const { stamp, amount } of countedParts(entriesOf(award))) addDated(sum, stamp, amount);
    return usedBy(sum, on) > 0;
  };
  return {
    find: (award) => toAwardState(award, entriesOf(award)),
    used: usage.used,
    spending,
    balanceOf: balances.balanceOf,
    winnerOf: (group, subject, occurrence, on) =>
      (groups.get(JSON.stringify([group, subject, occurrence])) ?? [])
        .filter((award) => standsOn(award, on))
        .map((award) => rootOf(award)?.rule?.id ?? '')
        .sort()[0],
    causedBy: (rule, subject, occurrence) => {
      if (!isCaused(rule)) return undefined;
      return Array.from(new Set(causes.get(JSON.stringify([rule, subject, occurrence])) ?? []));
    },
    takeOverdue: (before) => {
      const taken = new Set<string>();
      for (const [day, list] of due) {
        if (day >= toDayNumber(before)) continue;
        for (const award of list) if ((pending.get(award) ?? 0) > 0) taken.add(award);
        due.delete(day);
      }
      return Array.from(taken);
    },
    add: (entry) => {
      balances.add(entry);
      if (entry.award === null) return;
      file(entry, entry.award);
      addStep(entry, entry.award, true);
    },
  };
}
