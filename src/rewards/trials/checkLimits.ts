import type { RewardBudget } from '../rules/budget.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { phasesOf } from '../rules/ruleParts.js';
import type { RuleFinding } from './ruleFinding.js';

/** What a rule is checked against; what is not given is not checked. */
export interface RuleSurroundings {
  /** The budgets. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** Names of the events that are sent. */
  readonly events?: readonly string[] | undefined;
  /** Day of the check. */
  readonly asOf?: string | undefined;
  /** How the programme is evaluated. */
  readonly mode?: 'append' | 'rebuild' | undefined;
}

/** Whether the amounts of a rule have an end: a bounded amount once a period does, whatever happens in it. */
function isBounded({ trigger, grant }: RewardRule): boolean {
  if (grant.kind === 'badge') return true;
  const { amount } = grant;
  return trigger.kind === 'period-close' && (amount.kind !== 'proportional' || amount.maximum !== undefined);
}

/** Checks caps and the budget of a rule. */
export function checkLimits(rule: RewardRule, { budgets }: RuleSurroundings): RuleFinding[] {
  const { id, caps = [], budget } = rule;
  const warn = { severity: 'warning', rule: id } as const;
  const own = budgets?.find((other) => other.id === budget);
  const found: RuleFinding[] = [];
  if (caps.length === 0 && budget === undefined && !isBounded(rule))
    found.push({ code: 'never-capped', ...warn, path: ['caps'] });
  caps.forEach(({ limit }, at) => {
    const path = ['caps', at, 'limit'];
    if (limit === 0) found.push({ code: 'cap-zero', ...warn, path });
    if (own !== undefined && limit > own.limit)
      found.push({ code: 'cap-above-budget', ...warn, path, limit, budget: own.id, budgetLimit: own.limit });
  });
  if (budget !== undefined && budgets !== undefined && own === undefined)
    found.push({ code: 'unknown-budget', severity: 'error', rule: id, path: ['budget'], budget });
  return found;
}

/** Checks how a rule grants, settles and takes back, and when it is in force. */
export function checkParts(rule: RewardRule, { events, asOf, mode }: RuleSurroundings): RuleFinding[] {
  const { id, trigger, grant, reversal, validity = {}, onUnknown, correctionWindowDays: days } = rule;
  const { from = null, through = null } = validity;
  const warn = { severity: 'warning', rule: id } as const;
  const phases = phasesOf(rule);
  const found: RuleFinding[] = [];
  const event = (name: string, path: RuleFinding['path']): void => {
    if (events !== undefined && !events.includes(name))
      found.push({ code: 'unknown-event', severity: 'error', rule: id, path, event: name });
  };
  if (trigger.kind === 'event') event(trigger.event, ['trigger', 'event']);
  phases?.on.forEach((name, at) => event(name, ['settle', 'on', at]));
  reversal?.on.forEach((name, at) => event(name, ['reversal', 'on', at]));
  if (asOf !== undefined && ((from !== null && asOf < from) || (through !== null && asOf > through)))
    found.push({ code: 'outside-validity', ...warn, path: ['validity'], asOf, from, through });
  if (phases !== null && phases.void === undefined) found.push({ code: 'no-void', ...warn, path: ['settle'] });
  if (grant.kind !== 'badge' && grant.amount.kind === 'table') {
    const { otherwise, fact } = grant.amount;
    if (otherwise === undefined && onUnknown === 'deny')
      found.push({ code: 'table-without-otherwise', ...warn, path: ['grant', 'amount'], fact });
  }
  if (reversal?.policy === 'full') found.push({ code: 'negative-balance', ...warn, path: ['reversal', 'policy'] });
  if (days !== undefined && mode === 'append')
    found.push({ code: 'unused-correction-window', ...warn, path: ['correctionWindowDays'], days });
  return found;
}
