import type { AwardLedger } from './awardLedger.js';
import type { RewardBudget } from '../rules/budget.js';
import type { CompiledRules } from '../rules/compileRules.js';
import type { ConditionContext } from '../conditions/compiledCondition.js';
import { requireSafe } from './datedSum.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardDecision } from './rewardDecision.js';

/** What one evaluation works on: the caller's data is copied into it and never changed. */
export interface EvaluationState {
  /** The rules. */
  readonly rules: CompiledRules;
  /** Finds the results of metrics. */
  readonly findResult: ConditionContext['findResult'];
  /** The ledger so far, with what this evaluation adds. */
  readonly ledger: AwardLedger;
  /** The budgets so far. */
  readonly budgets: Map<string, RewardBudget>;
  /** In a rebuild, the ledger as it was before: what was taken back then stays taken; `null` otherwise. */
  readonly former: AwardLedger | null;
  /** Civil date of the evaluation. */
  readonly asOf: string;
  /** The decisions. */
  readonly decisions: RewardDecision[];
  /** The entries to append. */
  readonly entries: LedgerEntry[];
}

/** Adds what an entry takes from its budget, or with sign -1 takes it out again. */
export function addToBudget(budgets: Map<string, RewardBudget>, entry: LedgerEntry, sign: 1 | -1): void {
  const budget = entry.budget === null ? undefined : budgets.get(entry.budget);
  if (budget === undefined || entry.budgetEffect === null) return;
  const { posted, reserved } = entry.budgetEffect;
  budgets.set(budget.id, {
    ...budget,
    posted: requireSafe(budget.posted + sign * posted),
    reserved: requireSafe(budget.reserved + sign * reserved),
  });
}

/** The budgets by their ids. */
export function budgetsById(budgets: readonly RewardBudget[]): Map<string, RewardBudget> {
  return new Map(budgets.map((budget) => [budget.id, budget]));
}

/** What conditions on a fact are evaluated against. */
export function contextOf({ findResult }: EvaluationState, { data, on }: RewardFact): ConditionContext {
  return { data, on, findResult };
}

/** Appends entries: to the result, to the ledger and to what their budgets hold. */
export function append(state: EvaluationState, entries: readonly LedgerEntry[]): readonly string[] {
  for (const entry of entries) {
    state.entries.push(entry);
    state.ledger.add(entry);
    addToBudget(state.budgets, entry, 1);
  }
  return entries.map(({ key }) => key);
}
