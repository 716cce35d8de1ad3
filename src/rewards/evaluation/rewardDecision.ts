import type { Cap, RuleReversal } from '../rules/rewardRule.js';
import type { ConditionTrace } from '../conditions/conditionTrace.js';
import type { FactPath } from '../conditions/factPath.js';

/**
 * How a rule decided on a fact. `'granted'`, or `'clipped'` where a cap or a budget left less; `'pending'` reserved; `'awaiting-approval'`;
 * `'held'` for want of facts; `'denied'`; `'capped'` or `'budget-exhausted'` where nothing was left; `'duplicate'` paid before;
 * `'conflict'` paid before otherwise; `'not-in-force'`; `'excluded'` by another rule of its group; `'voided'`, `'reversed'`.
 * More outcomes may be added: treat a `switch` over them as open.
 */
export type RewardOutcome =
  | 'granted'
  | 'clipped'
  | 'pending'
  | 'awaiting-approval'
  | 'held'
  | 'denied'
  | 'capped'
  | 'budget-exhausted'
  | 'duplicate'
  | 'conflict'
  | 'not-in-force'
  | 'excluded'
  | 'voided'
  | 'reversed';

/** What a cap did. */
export interface CapTrace {
  /** The cap. */
  readonly cap: Cap;
  /** Whose grants it counted. */
  readonly scopeKey: string;
  /** Key of the period it counted over. */
  readonly periodKey: string;
  /** What was granted before. */
  readonly used: number;
  /** What it left of the amount. */
  readonly allowed: number;
}

/** What a budget did. */
export interface BudgetTrace {
  /** Id of the budget. */
  readonly budget: string;
  /** What was free before. */
  readonly available: number;
  /** What it left of the amount. */
  readonly allowed: number;
}

/** A condition that made a rule deny, or a fact that made it hold. */
export interface FailingLeaf {
  /** Positions of the condition within the rule's, from the top: `[0, 2]` is the third member of the first. */
  readonly at: readonly number[];
  /** The condition and what was found. */
  readonly trace: ConditionTrace;
}

/** How a rule decided on a fact, and why: plain JSON. */
export interface RewardDecision {
  /** How it decided. */
  readonly outcome: RewardOutcome;
  /** Id of the rule. */
  readonly rule: string;
  /** Version of the rule. */
  readonly version: number;
  /** Id of the fact. */
  readonly fact: string;
  /** Civil date of the fact. */
  readonly on: string;
  /** Who earns the reward; `null` when the fact does not say. */
  readonly subject: string | null;
  /** What is rewarded; `null` when the fact does not say. */
  readonly occurrence: string | null;
  /** Unit of the amounts. */
  readonly unit: string;
  /** What the rule would grant without caps and budgets; `null` when unknown. */
  readonly desired: number | null;
  /** What it grants: 0 where it grants nothing. */
  readonly granted: number;
  /** The condition with all its parts; `null` where it was not looked at. */
  readonly trace: ConditionTrace | null;
  /** What is missing, for `'held'`. */
  readonly missing: readonly FactPath[];
  /** What failed, for `'denied'`. */
  readonly failing: readonly FailingLeaf[];
  /** What the caps did, in the order of the rule. */
  readonly caps: readonly CapTrace[];
  /** What the budget did. */
  readonly budget: BudgetTrace | null;
  /** Id of the rule that excluded it. */
  readonly excludedBy: string | null;
  /** Of a reversal that is `'denied'`, since its policy left nothing to take back, that policy; left out of all others. */
  readonly reversalPolicy?: RuleReversal['policy'] | undefined;
  /** Keys of the entries it appends. */
  readonly entries: readonly string[];
}
