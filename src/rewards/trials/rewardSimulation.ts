import type { RewardOutcome } from '../evaluation/rewardDecision.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardBudget } from '../rules/budget.js';
import type { RuleState } from '../rules/rewardRule.js';
import type { BudgetUse } from './budgetUse.js';
import type { RefusalReason } from './refusalReason.js';
import type { RewardSum } from './rewardSum.js';
import type { DraftHandling } from './trialInput.js';

/** How many decisions had each outcome; every outcome is there, with 0 where none had it. */
export type OutcomeCounts = Readonly<Record<RewardOutcome, number>>;

/** What one member would have been granted. */
export interface SimulatedMember {
  /** The member. */
  readonly member: string;
  /** By kind and unit. */
  readonly sums: readonly RewardSum[];
}

/** What one rule would have granted. */
export interface SimulatedRule {
  /** Id of the rule. */
  readonly rule: string;
  /** Its version. */
  readonly version: number;
  /** Its state as it was given: a draft that was tried is a draft. */
  readonly state: RuleState;
  /** By kind and unit: none where it granted nothing. */
  readonly sums: readonly RewardSum[];
  /** How many members it granted something to or set something aside for, also where that was voided or taken back later. */
  readonly members: number;
  /** How often it decided how. */
  readonly outcomes: OutcomeCounts;
  /** What caps and budgets kept from its grants, in its unit. */
  readonly withheld: number;
  /** Why it refused: the most frequent cause first. */
  readonly refusals: readonly RefusalReason[];
}

/** What would have been granted in one month. */
export interface SimulatedMonth {
  /** Key of the month, by the day that entries take effect on. */
  readonly month: string;
  /** By kind and unit. */
  readonly sums: readonly RewardSum[];
}

/** What rules would have granted: plain JSON. */
export interface RewardSimulation {
  /** Last day of the simulation. */
  readonly asOf: string;
  /** How drafts were handled. */
  readonly drafts: DraftHandling;
  /** Ids of the drafts that were treated as active: none of this would be paid as the rules stand. */
  readonly tried: readonly string[];
  /** By kind and unit. */
  readonly totals: readonly RewardSum[];
  /** By member, in code-unit order. */
  readonly members: readonly SimulatedMember[];
  /** By rule, in code-unit order of their ids: all rules, those that granted nothing included. */
  readonly rules: readonly SimulatedRule[];
  /** By month, in time order: months in which something moved. */
  readonly months: readonly SimulatedMonth[];
  /** How often it was decided how. */
  readonly outcomes: OutcomeCounts;
  /** Why it was refused: the most frequent cause first. */
  readonly refusals: readonly RefusalReason[];
  /** How the budgets were used, in code-unit order of their ids. */
  readonly budgets: readonly BudgetUse[];
  /** The budgets as they would be. */
  readonly budgetsAfter: readonly RewardBudget[];
  /** Ids of the facts that lie after the last day, in code-unit order. */
  readonly later: readonly string[];
  /** The entries that would have been appended: what anything finer is summed from. */
  readonly entries: readonly LedgerEntry[];
}
