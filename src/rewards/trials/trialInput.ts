import { requireObject, requireOption } from '../../core/options.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { evaluateRewards, type RewardEvaluation } from '../evaluation/evaluateRewards.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardBudget } from '../rules/budget.js';
import type { CompileRulesOptions } from '../rules/compileRules.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** Whether rules that are drafts are tried as if they were active, or stay without effect. */
export type DraftHandling = 'try' | 'leave';

/** What rules are tried on. */
export interface TrialInput extends CompileRulesOptions {
  /** What happened. */
  readonly facts: readonly RewardFact[];
  /** Results of metrics, for conditions on them. */
  readonly results?: readonly MetricFact[] | undefined;
  /** The ledger to begin with; left out, an empty one: nothing was ever granted. */
  readonly ledger?: readonly LedgerEntry[] | undefined;
  /** The budgets to begin with, the ledger included. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** Last civil date of the trial: facts of a later day wait. */
  readonly asOf: string;
  /**
   * `'try'` treats rules that are drafts as active; what is paused or ended stays so.
   * @defaultValue `'leave'`
   */
  readonly drafts?: DraftHandling | undefined;
}

/** What a trial came to. */
export interface Trial extends RewardEvaluation {
  /** The rules as they were tried, in code-unit order of their ids. */
  readonly rules: readonly RewardRule[];
  /** How drafts were handled. */
  readonly drafts: DraftHandling;
  /** Ids of the drafts that were tried as active, in code-unit order. */
  readonly tried: readonly string[];
}

/** Refuses a trial on something else than an object. */
export function requireTrial(where: string, input: TrialInput): DraftHandling {
  requireObject(`${where}: input`, 'an object', input);
  const { drafts = 'leave' } = input;
  requireOption(drafts === 'try' || drafts === 'leave', where, 'drafts', '"try" or "leave"', drafts);
  return drafts;
}

function isDraft(rule: unknown): boolean {
  return (Object(rule) as Partial<RewardRule>).state === 'draft';
}

/** Evaluates rules on a trial's facts by the very code that pays. */
export function runTrial(where: string, rules: readonly RewardRule[], input: TrialInput): Trial {
  const drafts = requireTrial(where, input);
  requireOption(Array.isArray(rules), where, 'rules', 'a list of rules', rules);
  const { facts, results, ledger, budgets, asOf, shared, fiscalYearStart } = input;
  const own = Array.from(rules, (rule): RewardRule =>
    drafts === 'try' && isDraft(rule) ? { ...rule, state: 'active' } : rule,
  );
  const evaluation = evaluateRewards({ rules: own, facts, results, ledger, budgets, asOf, shared, fiscalYearStart });
  const tried = drafts === 'try' ? rules.filter(isDraft).map(({ id }) => id) : [];
  return {
    ...evaluation,
    rules: own.sort((a, b) => (a.id < b.id ? -1 : 1)),
    drafts,
    tried: tried.sort(),
  };
}
