import { openLedger } from './awardLedger.js';
import { isRoot, latestCorrection } from './awardState.js';
import type { RewardBudget } from '../rules/budget.js';
import { isClosed } from './correctionWindow.js';
import { decideDays, type RunInput } from './decideDays.js';
import { addToBudget, budgetsById } from './evaluationState.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import { openBalances } from './memberBalances.js';
import { byAward, rebuildEntries } from './rebuildEntries.js';
import type { RewardDecision } from './rewardDecision.js';

/**
 * The entries that a rebuild decides anew: those of grants from its first day on. Grants whose window of correction is over stay, and so
 * do those of rules that are no longer active: ending a rule takes nothing back. What expired stays too, being no decision of a rule.
 */
function isRebuilt({ rules, asOf, ledger }: RunInput, from: string): (entry: LedgerEntry) => boolean {
  const days = new Map<string, string | undefined>();
  for (const [award, own] of byAward(ledger)) days.set(award, (latestCorrection(own) ?? own.find(isRoot))?.on);
  return ({ award, rule, kind }) => {
    const on = award === null ? undefined : days.get(award);
    const compiled = rule === null ? undefined : rules.find(rule.id);
    if (kind === 'expire' || on === undefined || compiled === undefined || on < from) return false;
    const { state, generation = 1 } = compiled.rule;
    if (state !== 'active' || rule?.generation !== generation) return false;
    return !isClosed(compiled.rule, on, asOf);
  };
}

/** Says so where a correction leaves a member less than nothing. */
function flagNegative(entries: readonly LedgerEntry[], ledger: readonly LedgerEntry[]): LedgerEntry[] {
  const balances = openBalances(ledger.slice());
  return entries.map((entry) => {
    balances.add(entry);
    return entry.amount < 0 && balances.balanceOf(entry, entry.on).now < 0 ? { ...entry, negative: true } : entry;
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
  const budgets = budgetsById(input.budgets);
  for (const entry of input.ledger) {
    if (isAnew(entry)) {
      stripped.push(entry);
      addToBudget(budgets, entry, -1);
    } else kept.push(entry);
  }
  const facts = input.facts.filter(({ on }) => on >= from);
  const former = openLedger(input.ledger, input.rules);
  const state = decideDays({ ...input, facts, ledger: kept, budgets: Array.from(budgets.values()), former });
  const found = rebuildEntries(
    stripped,
    state.entries,
    kept.filter(({ kind }) => kind === 'expire'),
    input.asOf,
  );
  const entries = flagNegative(found, input.ledger);
  const appended = new Set(entries.map(({ key }) => key));
  const decisions = state.decisions.map((decision) => ({
    ...decision,
    entries: decision.entries.filter((key) => appended.has(key)),
  }));
  return { decisions, entries, budgets: Array.from(state.budgets.values()) };
}
