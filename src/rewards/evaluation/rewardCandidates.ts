import { readId } from './awardKey.js';
import { canonicalText } from './canonicalText.js';
import { listsByKey } from './listsByKey.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import type { CompiledRules } from '../rules/compileRules.js';
import type { RewardFact } from '../rules/rewardFact.js';

/** A rule and a fact it looks at. */
export interface RewardCandidate {
  /** The rule. */
  readonly compiled: CompiledRule;
  /** The fact. */
  readonly fact: RewardFact;
}

/** What happens on one day, in the order in which it is decided. */
export interface DayOfFacts {
  /** The day. */
  readonly on: string;
  /** Grants to decide. */
  readonly grants: readonly RewardCandidate[];
  /** Pending grants to settle. */
  readonly settlements: readonly RewardCandidate[];
  /** Grants to take back. */
  readonly reversals: readonly RewardCandidate[];
}

/** Places one candidate: by priority, then by rule, subject, occurrence and fact in code units. */
function placeOf({ compiled, fact }: RewardCandidate): readonly [number, readonly string[]] {
  const { rule, subject, occurrence } = compiled;
  const own = [rule.id, readId(subject(fact.data)) ?? '', readId(occurrence(fact.data)) ?? '', fact.id];
  return [-(rule.priority ?? 0), own];
}

function ordered(candidates: readonly RewardCandidate[]): RewardCandidate[] {
  const places = candidates.map((candidate) => ({ candidate, place: placeOf(candidate) }));
  places.sort(({ candidate, place: [a, own] }, { candidate: rival, place: [b, other] }) => {
    if (a !== b) return a - b;
    const at = own.findIndex((text, index) => text !== other[index]);
    // Code units, never a locale; facts of one id that say different things by all they say.
    if (at < 0) return canonicalText(candidate.fact) < canonicalText(rival.fact) ? -1 : 1;
    return (own[at] as string) < (other[at] as string) ? -1 : 1;
  });
  return places.map(({ candidate }) => candidate);
}

/** Puts facts in the order in which they are decided, which does not depend on that in which they came. */
export function daysOfFacts(rules: CompiledRules, facts: readonly RewardFact[]): DayOfFacts[] {
  const days = Array.from(listsByKey(facts, ({ on }) => on)).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([on, own]) => {
    const candidates = (find: (fact: RewardFact) => readonly CompiledRule[]): RewardCandidate[] =>
      ordered(own.flatMap((fact) => find(fact).map((compiled) => ({ compiled, fact }))));
    const byEvent =
      (find: (name: string) => readonly CompiledRule[]) =>
      ({ trigger }: RewardFact): readonly CompiledRule[] =>
        trigger.kind === 'event' ? find(trigger.event) : [];
    return {
      on,
      grants: candidates(({ trigger }) => rules.triggered(trigger)),
      settlements: candidates(byEvent(rules.settledBy)),
      reversals: candidates(byEvent(rules.reversedBy)),
    };
  });
}
