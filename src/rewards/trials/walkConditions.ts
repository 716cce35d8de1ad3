import type { SharedConditions } from '../conditions/compileCondition.js';
import type { Condition } from '../conditions/condition.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { phasesOf } from '../rules/ruleParts.js';

/** A condition with its place within a rule. */
export interface PlacedCondition {
  /** The condition. */
  readonly condition: Condition;
  /** Where it is: names and indices from the rule down. A shared condition stands at the place that names it. */
  readonly path: readonly (string | number)[];
}

/** The conditions that a rule begins with. */
export function conditionsOf(rule: RewardRule): PlacedCondition[] {
  const phases = phasesOf(rule);
  return [
    { condition: rule.when, path: ['when'] },
    ...(phases === null ? [] : [{ condition: phases.post, path: ['settle', 'post'] }]),
    ...(phases?.void === undefined ? [] : [{ condition: phases.void, path: ['settle', 'void'] }]),
    ...(rule.reversal === undefined ? [] : [{ condition: rule.reversal.when, path: ['reversal', 'when'] }]),
  ];
}

/** A condition and all it is made of, shared conditions included. */
export function walkCondition({ condition, path }: PlacedCondition, shared: SharedConditions): PlacedCondition[] {
  const inner = (own: Condition, ...more: (string | number)[]): PlacedCondition[] =>
    walkCondition({ condition: own, path: [...path, ...more] }, shared);
  const whole = { condition, path };
  if (condition.op === 'ref') return [whole, ...inner(shared[condition.id] as Condition)];
  if (condition.op === 'not') return [whole, ...inner(condition.of, 'of')];
  if ('of' in condition) return [whole, ...condition.of.flatMap((own, at) => inner(own, 'of', at))];
  const where = 'where' in condition ? condition.where : undefined;
  return where === undefined ? [whole] : [whole, ...inner(where, 'where')];
}
