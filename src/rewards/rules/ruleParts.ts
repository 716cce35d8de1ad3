import { isCivilDate } from '../../core/period.js';
import { requireRule } from '../conditions/compiledCondition.js';
import { isText, requireText, requireWhole, requireWord } from '../conditions/requireParts.js';
import type { Cap, RewardRule, RuleExpiry, RuleReversal, TwoPhaseSettlement } from './rewardRule.js';

function requireEvents(where: string, what: string, on: unknown): void {
  const isList = Array.isArray(on) && on.length > 0 && (on as readonly unknown[]).every(isText);
  requireRule(isList, where, what, 'a list of names of events, at least one', on);
}

function requireTrigger(where: string, trigger: unknown): void {
  const { kind, event: named, period, metric } = Object(trigger) as Readonly<Record<string, unknown>>;
  requireWord(where, 'kind of the trigger', ['event', 'period-close', 'metric-result'], kind);
  if (kind === 'event') requireText(where, 'event of the trigger', 'a name', named);
  else if (kind === 'period-close') requireWord(where, 'period of the trigger', ['month', 'quarter', 'year'], period);
  else requireText(where, 'metric of the trigger', 'the id of a metric', metric);
}

const SCOPES = ['subject', 'beneficiary', 'account', 'network', 'programme'];
const PERIODS = ['day', 'week', 'month', 'quarter', 'civil-year', 'fiscal-year', 'total'];

function requireCap(where: string, rule: RewardRule, cap: Cap): void {
  const { scope, period, limit, overflow, across = 'rule' } = Object(cap) as Cap;
  requireWord(where, 'scope of a cap', SCOPES, scope);
  requireWord(where, 'period of a cap', PERIODS, period);
  requireWhole(where, 'limit of a cap', limit);
  requireWord(where, 'overflow of a cap', ['clip', 'deny'], overflow);
  requireWord(where, '"across" of a cap', ['rule', 'all-rules'], across);
  const isNamed = (scope !== 'account' || rule.account) && (scope !== 'network' || rule.network);
  requireRule(isNamed, where, `scope of a cap, "${scope}",`, 'one whose path the rule gives', undefined);
}

function requireReversal(where: string, reversal: RuleReversal): void {
  const { on, policy, booking = 'current-period', release = false } = Object(reversal) as RuleReversal;
  requireEvents(where, '"on" of the reversal', on);
  requireWord(where, 'policy of the reversal', ['pending-only', 'within-balance', 'full'], policy);
  requireWord(where, 'booking of the reversal', ['current-period', 'original-period'], booking);
  requireRule(typeof release === 'boolean', where, 'release of the reversal', 'true or false', release);
}

function requireExpiry(where: string, expiry: RuleExpiry): void {
  const { afterDays, endOf, plusYears = 0 } = Object(expiry) as Readonly<Record<string, unknown>>;
  if (endOf === undefined) requireWhole(where, 'afterDays of the expiry', afterDays);
  else {
    requireWord(where, 'endOf of the expiry', ['civil-year', 'fiscal-year'], endOf);
    requireWhole(where, 'plusYears of the expiry', plusYears);
  }
}

/** The two phases of a rule; `null` for a rule that grants at once. */
export function phasesOf({ settle }: RewardRule): TwoPhaseSettlement | null {
  return settle?.mode === 'two-phase' ? settle : null;
}

function requireSettlement(where: string, rule: RewardRule): void {
  const mode = rule.settle === undefined ? 'immediate' : (Object(rule.settle) as { readonly mode?: unknown }).mode;
  requireWord(where, 'mode of settle', ['immediate', 'two-phase'], mode);
  const phases = phasesOf(rule);
  if (phases !== null) {
    const { on, voidAfterDays } = phases;
    requireEvents(where, '"on" of settle', on);
    requireWhole(where, 'voidAfterDays', voidAfterDays, 1);
  }
  if (rule.grant.kind === 'gift-choice')
    requireRule(phases, where, 'settle of a gift to choose', 'in two phases', rule.settle?.mode);
}

/** Refuses a rule whose parts are not what the types say, conditions, paths and grants apart, which are checked where they are compiled. */
export function requireRuleParts(where: string, rule: RewardRule): void {
  const { format, version, generation = 1, priority = 0, state, onUnknown, validity = {}, approval, budget } = rule;
  requireRule(format === 1, where, 'format', '1', format);
  requireWhole(where, 'version', version, 1);
  requireWhole(where, 'generation', generation, 1);
  requireRule(Number.isSafeInteger(priority), where, 'priority', 'a whole number', priority);
  requireWord(where, 'state', ['draft', 'active', 'paused', 'ended'], state);
  requireWord(where, 'onUnknown', ['hold', 'deny'], onUnknown);
  requireTrigger(where, rule.trigger);
  const { from, through } = Object(validity) as { readonly from?: string; readonly through?: string };
  for (const day of [from, through])
    requireRule(day === undefined || isCivilDate(day), where, 'validity', 'civil dates YYYY-MM-DD', day);
  const isSpan = from === undefined || through === undefined || from <= through;
  requireRule(isSpan, where, '"through" of the validity', `no day before "${from}"`, through);
  const { caps = [], exclusiveGroup: group, correctionWindowDays: days } = rule;
  requireRule(Array.isArray(caps), where, 'caps', 'a list', caps);
  for (const cap of caps) requireCap(where, rule, cap);
  if (budget !== undefined) requireText(where, 'budget', 'the id of a budget', budget);
  if (group !== undefined) requireText(where, 'exclusiveGroup', 'a name', group);
  if (days !== undefined) requireWhole(where, 'correctionWindowDays', days);
  requireRule(Object(rule.grant) === rule.grant, where, 'grant', 'an object', rule.grant);
  requireSettlement(where, rule);
  if (rule.reversal !== undefined) requireReversal(where, rule.reversal);
  if (rule.expiry !== undefined) requireExpiry(where, rule.expiry);
  if (approval === undefined) return;
  const { above } = Object(approval) as { readonly above?: unknown };
  requireWhole(where, 'above of the approval', above);
}
