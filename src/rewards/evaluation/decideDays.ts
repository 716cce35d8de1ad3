import { openLedger, type AwardLedger } from './awardLedger.js';
import type { RewardBudget } from '../rules/budget.js';
import type { CompiledRules } from '../rules/compileRules.js';
import type { ConditionContext } from '../conditions/compiledCondition.js';
import { decideGrant } from './decideGrant.js';
import { budgetsById, type EvaluationState } from './evaluationState.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import { awardsAbout } from './awardSteps.js';
import type { AwardState } from './awardState.js';
import { reverseAward } from './reverseAward.js';
import { daysOfFacts, type RewardCandidate } from './rewardCandidates.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardDecision } from './rewardDecision.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import { settleAward } from './settleAward.js';
import { voidOverdue } from './voidOverdue.js';

/** What a run over facts begins with. */
export interface RunInput {
  /** The rules. */
  readonly rules: CompiledRules;
  /** The facts, none later than `asOf`. */
  readonly facts: readonly RewardFact[];
  /** Finds the results of metrics. */
  readonly findResult: ConditionContext['findResult'];
  /** The ledger so far. */
  readonly ledger: readonly LedgerEntry[];
  /** The budgets so far. */
  readonly budgets: readonly RewardBudget[];
  /** Civil date of the evaluation. */
  readonly asOf: string;
  /** In a rebuild, the ledger as it was before; `null` otherwise. */
  readonly former: AwardLedger | null;
}

/** Decides what becomes of the grants that facts are about; nothing to decide where there are none. */
function decideAwards(
  state: EvaluationState,
  candidates: readonly RewardCandidate[],
  decide: (state: EvaluationState, own: CompiledRule, fact: RewardFact, award: AwardState) => RewardDecision | null,
): void {
  for (const { compiled, fact } of candidates)
    for (const award of awardsAbout(state, compiled, fact)) {
      const decision = decide(state, compiled, fact, award);
      if (decision !== null) state.decisions.push(decision);
    }
}

/**
 * Decides day by day: what is overdue is voided first, then grants are decided, pending ones settled, and grants taken back.
 * A day is decided as a whole, so that the order of its facts cannot matter.
 */
export function decideDays(input: RunInput): EvaluationState {
  const { rules, findResult, asOf } = input;
  const state: EvaluationState = {
    rules,
    findResult,
    ledger: openLedger(input.ledger, rules),
    budgets: budgetsById(input.budgets),
    former: input.former,
    asOf,
    decisions: [],
    entries: [],
  };
  for (const { on, grants, settlements, reversals } of daysOfFacts(rules, input.facts)) {
    voidOverdue(state, on);
    for (const { compiled, fact } of grants) {
      const decision = decideGrant(state, compiled, fact);
      if (decision !== null) state.decisions.push(decision);
    }
    decideAwards(state, settlements, settleAward);
    decideAwards(state, reversals, reverseAward);
  }
  voidOverdue(state, asOf);
  return state;
}
