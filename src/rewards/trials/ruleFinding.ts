import type { FactPath } from '../conditions/factPath.js';

/** What every finding on a rule has. */
export interface RuleFindingBase<Code extends string> {
  /** What is wrong, in kebab case. More codes may be added: treat a `switch` over them as open. */
  readonly code: Code;
  /** `'error'`: a part of the rule cannot do what it is there for. `'warning'`: it can, and may do what nobody wants. */
  readonly severity: 'error' | 'warning';
  /** Id of the rule. */
  readonly rule: string;
  /** Where: names and indices from the rule down. */
  readonly path: readonly (string | number)[];
}

/**
 * Something that needs no figures. `'unreachable'`: no fact whatever makes the condition hold. `'always-true'`: no fact makes it fail, it
 * holds or is unknown. `'never-capped'`: points or money without a cap or a budget. `'no-void'`: what is set aside is voided by the
 * passing of time only. `'cap-zero'`: a cap that leaves nothing. `'negative-balance'`: what is taken back may leave less than nothing.
 */
export type PlainRuleFinding =
  | RuleFindingBase<'unreachable'>
  | RuleFindingBase<'always-true'>
  | RuleFindingBase<'never-capped'>
  | RuleFindingBase<'no-void'>
  | RuleFindingBase<'cap-zero'>
  | RuleFindingBase<'negative-balance'>;

/** The rule is not in force on the day of the check: it has ended, or has not begun. */
export interface OutsideValidityFinding extends RuleFindingBase<'outside-validity'> {
  /** Day of the check. */
  readonly asOf: string;
  /** First day of the rule; `null` where it has none. */
  readonly from: string | null;
  /** Last day of the rule; `null` where it has none. */
  readonly through: string | null;
}

/** No system sends the event, so that the rule waits for it for ever. */
export interface UnknownEventFinding extends RuleFindingBase<'unknown-event'> {
  /** Name of the event. */
  readonly event: string;
}

/** The rule is paid from a budget that is not there: everything is held, or denied. */
export interface UnknownBudgetFinding extends RuleFindingBase<'unknown-budget'> {
  /** Id of the budget. */
  readonly budget: string;
}

/** A cap that is larger than the budget it is paid from, and so protects nothing. */
export interface CapAboveBudgetFinding extends RuleFindingBase<'cap-above-budget'> {
  /** The cap. */
  readonly limit: number;
  /** Id of the budget. */
  readonly budget: string;
  /** The most the budget allows. */
  readonly budgetLimit: number;
}

/** A cap counts what all rules of the unit grant, and limits this rule only: other active rules go on granting above it. */
export interface SharedCapMissingFinding extends RuleFindingBase<'shared-cap-missing'> {
  /** The unit. */
  readonly unit: string;
  /** Ids of the active rules that have no cap on all rules of that scope and period, in code-unit order. */
  readonly others: readonly string[];
}

/** Another rule may grant the same unit for the same fact to the same subject: paid twice for one thing. */
export interface OverlappingFinding extends RuleFindingBase<'overlapping'> {
  /** Id of the other rule, which comes later in code-unit order. */
  readonly other: string;
  /** The unit. */
  readonly unit: string;
}

/** A rule of the same group that goes first holds whenever this one does, so that this one has nothing left to grant. */
export interface ShadowedFinding extends RuleFindingBase<'shadowed'> {
  /** Id of the rule that goes first. */
  readonly other: string;
  /** The exclusive group. */
  readonly group: string;
}

/** A score that people give is rewarded: reward it, and people are begged for it. */
export interface RewardsScoreFinding extends RuleFindingBase<'rewards-score'> {
  /** Id of the metric; `null` where a fact names the score. */
  readonly metric: string | null;
  /** Where the fact is; `null` where a metric is named. */
  readonly fact: FactPath | null;
}

/** A table without a row for everything else, in a rule that denies what is unknown. */
export interface TableWithoutOtherwiseFinding extends RuleFindingBase<'table-without-otherwise'> {
  /** Where the fact is that is looked up. */
  readonly fact: FactPath;
}

/** A correction window, in a programme that is never rebuilt. */
export interface UnusedCorrectionWindowFinding extends RuleFindingBase<'unused-correction-window'> {
  /** Length of the window. */
  readonly days: number;
}

/** A metric counts whatever it rests on, or by its value while it rests on little. */
export interface MetricSampleFinding extends RuleFindingBase<'no-minimum-sample' | 'point-status'> {
  /** Id of the metric. */
  readonly metric: string;
  /** The smallest sample that the condition asks for. */
  readonly minimumSample: number;
}

/** What is wrong with reward rules, as a code with typed fields. Words for people come from {@link formatRuleFinding}. */
export type RuleFinding =
  | PlainRuleFinding
  | OutsideValidityFinding
  | UnknownEventFinding
  | UnknownBudgetFinding
  | CapAboveBudgetFinding
  | SharedCapMissingFinding
  | OverlappingFinding
  | ShadowedFinding
  | RewardsScoreFinding
  | TableWithoutOtherwiseFinding
  | UnusedCorrectionWindowFinding
  | MetricSampleFinding;

/** Code of a finding on a rule. */
export type RuleFindingCode = RuleFinding['code'];
