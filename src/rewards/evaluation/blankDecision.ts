import type { CompiledRule } from '../rules/compiledRule.js';
import type { RewardDecision, RewardOutcome } from './rewardDecision.js';
import type { RewardFact } from '../rules/rewardFact.js';

/** A decision that grants nothing yet; what differs is filled in. */
export function blankDecision(
  { rule }: CompiledRule,
  fact: Pick<RewardFact, 'id' | 'on'>,
  outcome: RewardOutcome,
  own: Partial<RewardDecision>,
): RewardDecision {
  return {
    outcome,
    rule: rule.id,
    version: rule.version,
    fact: fact.id,
    on: fact.on,
    subject: null,
    occurrence: null,
    unit: rule.grant.unit,
    desired: null,
    granted: 0,
    trace: null,
    missing: [],
    failing: [],
    caps: [],
    budget: null,
    excludedBy: null,
    entries: [],
    ...own,
  };
}
