import { toDayNumber } from '../../core/civilDay.js';
import { openLedger, type AwardLedger } from './awardLedger.js';
import { isRoot } from './awardState.js';
import type { RewardBudget } from '../rules/budget.js';
import { decideDays, type RunInput } from './decideDays.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import { rebuildEntries } from './rebuildEntries.js';
import type { RewardDecision } from './rewardDecision.js';

/**
 * The entries that a rebuild decides anew: those of grants from its first day on. Grants whose window of correction is over stay, and so
 * do those of rules that are no longer active: ending a rule takes nothing back. What expired stays too, being no decision of a rule.
 */
function isRebuilt({ rules, asOf, ledger }: RunInput, from: string): (entry: LedgerEntry) => boolean {
  const roots = new Map<string, string>();
  for (const entry of ledger) if (entry.award !== null && isRoot(entry)) roots.set(entry.award, entry.on);
  return ({ award, rule, kind }) => {
    const on = award === null ? undefined : roots.get(award);
    const compiled = rule === null ? undefined : rules.find(rule.id);
    if (kind === 'expire' || on === undefined || compiled === undefined || on < from) return false;
    const { state, generation = 1, correctionWindowDays: days } = compiled.rule;
    if (state !== 'active' || rule?.generation !== generation) return false;
    return days === undefined || toDayNumber(asOf) - toDayNumber(on) <= days;
  };
}

/** Says so where a correction leaves a member less than nothing. */
function flagNegative(entries: readonly LedgerEntry[], former: AwardLedger): LedgerEntry[] {
  const balances = new Map<string, number>();
  return entries.map((entry) => {
    const key = JSON.stringify([entry.member, entry.asset, entry.unit]);
    const balance = (balances.get(key) ?? former.balanceOf(entry, entry.on).now) + entry.amount;
    balances.set(key, balance);
    return entry.amount < 0 && balance < 0 ? { ...entry, negative: true } : entry;
  });
}

/** Decides everything from a day on anew and gives the difference to the ledger. */
export function rebuild(
  input: RunInput,
  from: string,
): {
  readonly decisions: readonly RewardDecision[];
  readonly entries: readonly LedgerEntry[];
  readonly budgets: readonly RewardBudget[];
} {
  const isAnew = isRebuilt(input, from);
  const stripped: LedgerEntry[] = [];
  const kept: LedgerEntry[] = [];
  const effects = new Map<string, { posted: number; reserved: number }>();
  for (const entry of input.ledger) {
    if (!isAnew(entry)) {
      kept.push(entry);
      continue;
    }
    stripped.push(entry);
    const { posted, reserved } = effects.get(entry.budget ?? '') ?? { posted: 0, reserved: 0 };
    effects.set(entry.budget ?? '', {
      posted: posted + (entry.budgetEffect?.posted ?? 0),
      reserved: reserved + (entry.budgetEffect?.reserved ?? 0),
    });
  }
  const budgets = input.budgets.map((budget) => ({
    ...budget,
    posted: budget.posted - (effects.get(budget.id)?.posted ?? 0),
    reserved: budget.reserved - (effects.get(budget.id)?.reserved ?? 0),
  }));
  const facts = input.facts.filter(({ on }) => on >= from);
  const former = openLedger(input.ledger, input.rules);
  const state = decideDays({ ...input, facts, ledger: kept, budgets, former });
  const found = rebuildEntries(
    stripped,
    state.entries,
    kept.filter(({ kind }) => kind === 'expire'),
    input.asOf,
  );
  const entries = flagNegative(found, former);
  const appended = new Set(entries.map(({ key }) => key));
  const decisions = state.decisions.map((decision) => ({
    ...decision,
    entries: decision.entries.filter((key) => appended.has(key)),
  }));
  return { decisions, entries, budgets: Array.from(state.budgets.values()) };
}
