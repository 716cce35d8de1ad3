import type { FactPath } from '../conditions/factPath.js';
import type { FailingLeaf, RewardDecision, RewardOutcome } from '../evaluation/rewardDecision.js';
import { otherMissing, refusingLeaves } from './refusalReason.js';
import { groupedBy } from './rewardSum.js';

/** A decision that comes out otherwise under other rules. */
export interface DecisionChange {
  /** Id of the fact; empty where a day that passed decided. */
  readonly fact: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Civil date of the fact. */
  readonly on: string;
  /** Who earns the reward; `null` when the fact does not say. */
  readonly subject: string | null;
  /** What is rewarded; `null` when the fact does not say. */
  readonly occurrence: string | null;
  /** Unit of the amounts. */
  readonly unit: string;
  /** How it was decided before; `null` where it was not. */
  readonly from: RewardOutcome | null;
  /** How it is decided after; `null` where it is not. */
  readonly to: RewardOutcome | null;
  /** What it granted before. */
  readonly before: number;
  /** What it grants after. */
  readonly after: number;
  /** Which of the two refuses by its condition, the later one where both do; `null` where neither does. */
  readonly refusing: 'before' | 'after' | null;
  /** The conditions that made the difference: those that failed or were unknown there. */
  readonly leaves: readonly FailingLeaf[];
  /** What else was missing there: who earns, what for, how much, a budget. */
  readonly missing: readonly FactPath[];
}

function isRefusal(decision: RewardDecision | undefined): decision is RewardDecision {
  return decision !== undefined && (decision.outcome === 'denied' || decision.outcome === 'held');
}

function changeOf(former: RewardDecision | undefined, later: RewardDecision | undefined): DecisionChange | null {
  const known = later ?? former;
  if (known === undefined) return null;
  const { fact, rule, on, subject, occurrence, unit } = known;
  const [before, after] = [former?.granted ?? 0, later?.granted ?? 0];
  const [from, to] = [former?.outcome ?? null, later?.outcome ?? null];
  if (from === to && before === after) return null;
  // What one of the two did not look at at all is a change only where the other moved something.
  if ((former === undefined || later === undefined) && known.entries.length === 0) return null;
  const refusal = isRefusal(later) ? later : isRefusal(former) ? former : null;
  const refusing = refusal === null ? null : refusal === later ? 'after' : 'before';
  const leaves = refusal === null ? [] : refusingLeaves(refusal);
  const missing = refusal === null ? [] : otherMissing(refusal);
  return { fact, rule, on, subject, occurrence, unit, from, to, before, after, refusing, leaves, missing };
}

/** A rule may grant for a fact, settle and take back by it: its decisions are compared in the order in which they fell. */
function groupDecisions(decisions: readonly RewardDecision[]): Map<string, readonly RewardDecision[]> {
  const keyOf = ({ on, rule, fact, subject, occurrence }: RewardDecision): string =>
    JSON.stringify(fact === '' ? [on, rule, fact, subject, occurrence] : [on, rule, fact]);
  return new Map(groupedBy(decisions, keyOf));
}

/** The decisions that come out otherwise, in code-unit order of day, rule and fact. */
export function changedDecisions(
  before: readonly RewardDecision[],
  after: readonly RewardDecision[],
): DecisionChange[] {
  const [former, later] = [groupDecisions(before), groupDecisions(after)];
  const keys = Array.from(new Set([...former.keys(), ...later.keys()])).sort();
  return keys.flatMap((key) => {
    const [own, other] = [former.get(key) ?? [], later.get(key) ?? []];
    const length = Math.max(own.length, other.length);
    return Array.from({ length }, (_, at) => changeOf(own[at], other[at])).filter((change) => change !== null);
  });
}
