import type { ConditionOperator } from '../conditions/condition.js';
import type { UnknownReason } from '../conditions/conditionTrace.js';
import type { FactPath } from '../conditions/factPath.js';
import { failingLeaves, missingFacts } from '../conditions/traceLeaves.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import type { FailingLeaf, RewardDecision, RewardOutcome } from '../evaluation/rewardDecision.js';
import type { Cap } from '../rules/rewardRule.js';

/** Why a rule granted nothing, or less than it would have. What does not apply is `null`. */
export interface RefusalCause {
  /** Id of the rule. */
  readonly rule: string;
  /** How it decided. */
  readonly outcome: RewardOutcome;
  /** Positions of the condition that failed or was unknown, from the top of the rule's condition. */
  readonly at: readonly number[] | null;
  /** Its operator. */
  readonly op: ConditionOperator | null;
  /** The fact that it reads, or that is missing. */
  readonly fact: FactPath | null;
  /** Why it is unknown. */
  readonly unknown: UnknownReason | null;
  /** The cap that left less. */
  readonly cap: Cap | null;
  /** Id of the budget that left less. */
  readonly budget: string | null;
  /** Id of the rule of the same group that went first. */
  readonly excludedBy: string | null;
}

/** A cause of refusals, and how often it was one. */
export interface RefusalReason extends RefusalCause {
  /** How many decisions it had a part in. */
  readonly decisions: number;
}

const REFUSALS: readonly RewardOutcome[] = [
  'awaiting-approval',
  'held',
  'denied',
  'conflict',
  'not-in-force',
  'excluded',
];

/** The conditions that kept a rule from granting, those that are unknown included. */
export function refusingLeaves({ outcome, trace }: RewardDecision): readonly FailingLeaf[] {
  const isRefused = outcome === 'denied' || outcome === 'held';
  return isRefused && trace !== null && trace.truth !== 'true' ? failingLeaves(trace) : [];
}

/** What is missing beside the facts of the condition: who earns, what for, how much, a budget. */
export function otherMissing({ missing, trace }: RewardDecision): readonly FactPath[] {
  const known = new Set((trace === null ? [] : missingFacts(trace)).map((path) => JSON.stringify(path)));
  return missing.filter((path) => !known.has(JSON.stringify(path)));
}

/** What limits held back of a grant; 0 where they left all of it. */
export function withheldBy({ caps, budget, desired, granted }: RewardDecision): number {
  return caps.length > 0 || budget !== null ? (desired ?? 0) - granted : 0;
}

/** The caps that left less than reached them. Those of one kind come in a row, one trace for each beneficiary. */
function bindingCaps({ caps, desired }: RewardDecision): { readonly binding: readonly Cap[]; readonly left: number } {
  const allowed = new Map<Cap, number>();
  for (const trace of caps) allowed.set(trace.cap, (allowed.get(trace.cap) ?? 0) + trace.allowed);
  const binding: Cap[] = [];
  let left = desired ?? 0;
  for (const [cap, amount] of Array.from(allowed)) {
    if (amount < left) binding.push(cap);
    left = Math.min(left, amount);
  }
  return { binding, left };
}

/** What the budget held back of what the caps had left. */
export function withheldByBudget(decision: RewardDecision): number {
  return decision.budget === null ? 0 : bindingCaps(decision).left - decision.budget.allowed;
}

/** Why a decision refused, each cause once. */
export function refusalCauses(decision: RewardDecision): RefusalCause[] {
  const { rule, outcome, budget, excludedBy } = decision;
  const none = { rule, outcome, at: null, op: null, fact: null, unknown: null, cap: null, budget: null, excludedBy };
  if (withheldBy(decision) > 0)
    return [
      ...bindingCaps(decision).binding.map((cap): RefusalCause => ({ ...none, cap })),
      ...(budget !== null && withheldByBudget(decision) > 0 ? [{ ...none, budget: budget.budget }] : []),
    ];
  if (!REFUSALS.includes(outcome)) return [];
  const causes: RefusalCause[] = [
    ...refusingLeaves(decision).map(({ at, trace: { op, fact = null, reason = null } }) => ({
      ...none,
      at,
      op,
      fact,
      unknown: reason,
    })),
    ...otherMissing(decision).map((fact) => ({ ...none, fact })),
  ];
  return causes.length === 0 ? [none] : causes;
}

/** Counts the causes of refusals: the most frequent first, then in code-unit order. */
export function countRefusals(decisions: readonly RewardDecision[]): RefusalReason[] {
  const counts = new Map<string, { readonly cause: RefusalCause; decisions: number }>();
  for (const decision of decisions) {
    const causes = new Map(refusalCauses(decision).map((cause) => [canonicalText(cause), cause]));
    for (const [text, cause] of Array.from(causes)) {
      const known = counts.get(text);
      if (known === undefined) counts.set(text, { cause, decisions: 1 });
      else known.decisions++;
    }
  }
  return Array.from(counts)
    .sort(([a, own], [b, other]) => other.decisions - own.decisions || (a < b ? -1 : 1))
    .map(([, { cause, decisions: count }]) => ({ ...cause, decisions: count }));
}
