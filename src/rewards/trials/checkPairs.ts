import type { SharedConditions } from '../conditions/compileCondition.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { mayHold } from './mayHold.js';
import { groupedBy } from './rewardSum.js';
import type { RuleFinding } from './ruleFinding.js';

function goesFirst(a: RewardRule, b: RewardRule): boolean {
  const [own, other] = [a.priority ?? 0, b.priority ?? 0];
  return own === other ? a.id < b.id : own > other;
}

function areTogetherInForce({ validity: a = {} }: RewardRule, { validity: b = {} }: RewardRule): boolean {
  const from = [a.from, b.from].filter((day) => day !== undefined);
  const through = [a.through, b.through].filter((day) => day !== undefined);
  return from.every((day) => through.every((end) => day <= end));
}

/** Whether a rule is in force on every day on which another is. */
function coversValidity({ validity: first = {} }: RewardRule, { validity: second = {} }: RewardRule): boolean {
  const begins = first.from === undefined || (second.from !== undefined && first.from <= second.from);
  const ends = first.through === undefined || (second.through !== undefined && first.through >= second.through);
  return begins && ends;
}

function isSamePath(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}

function checkPair(a: RewardRule, b: RewardRule, shared: SharedConditions): RuleFinding[] {
  if (!isSamePath(a.subject, b.subject)) return [];
  const holding = { condition: a.when, want: 'true' } as const;
  if (a.exclusiveGroup === undefined || a.exclusiveGroup !== b.exclusiveGroup) {
    const isSameUnit = a.grant.kind === b.grant.kind && a.grant.unit === b.grant.unit;
    if (!isSameUnit || !areTogetherInForce(a, b)) return [];
    if (mayHold([holding, { condition: b.when, want: 'true' }], shared) !== 'possible') return [];
    const { unit } = a.grant;
    return [{ code: 'overlapping', severity: 'warning', rule: a.id, path: ['when'], other: b.id, unit }];
  }
  const [first, second] = goesFirst(a, b) ? [a, b] : [b, a];
  if (!isSamePath(a.occurrence, b.occurrence) || !coversValidity(first, second)) return [];
  const goals = [
    { condition: second.when, want: 'true' },
    { condition: first.when, want: 'not-true' },
  ] as const;
  // A condition that never holds is found by itself.
  if (mayHold(goals, shared) !== 'impossible' || mayHold(goals.slice(0, 1), shared) === 'impossible') return [];
  const group = a.exclusiveGroup;
  return [{ code: 'shadowed', severity: 'warning', rule: second.id, path: ['when'], other: first.id, group }];
}

/** Checks rules that are active and look at the same facts against each other. The rules come in code-unit order of their ids. */
export function checkPairs(rules: readonly RewardRule[], shared: SharedConditions): RuleFinding[] {
  const active = rules.filter(({ state }) => state === 'active');
  return groupedBy(active, ({ trigger }) => canonicalText(trigger)).flatMap(([, own]) =>
    own.flatMap((rule, at) => own.slice(at + 1).flatMap((other) => checkPair(rule, other, shared))),
  );
}
