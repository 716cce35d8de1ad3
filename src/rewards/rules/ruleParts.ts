import { isCivilDate } from '../../core/period.js';
import { requireRule } from '../conditions/compiledCondition.js';
import type { Cap, RewardRule, RuleExpiry, RuleReversal, TwoPhaseSettlement } from './rewardRule.js';

const SCOPES: readonly unknown[] = ['subject', 'beneficiary', 'account', 'network', 'programme'];
const PERIODS: readonly unknown[] = ['day', 'week', 'month', 'quarter', 'civil-year', 'fiscal-year', 'total'];
const STATES: readonly unknown[] = ['draft', 'active', 'paused', 'ended'];
const POLICIES: readonly unknown[] = ['pending-only', 'within-balance', 'full'];
const UNITS: readonly unknown[] = ['month', 'quarter', 'year'];

function isWhole(value: unknown, from: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= from;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function requireEvents(where: string, what: string, on: unknown): void {
  const isList = Array.isArray(on) && on.length > 0 && (on as readonly unknown[]).every(isText);
  requireRule(isList, where, what, 'a list of names of events, at least one', on);
}

function requireTrigger(where: string, trigger: unknown): void {
  const { kind, event: named, period, metric } = Object(trigger) as Readonly<Record<string, unknown>>;
  const kinds: readonly unknown[] = ['event', 'period-close', 'metric-result'];
  requireRule(kinds.includes(kind), where, 'kind of the trigger', kinds.join(', '), kind);
  if (kind === 'event') requireRule(isText(named), where, 'event of the trigger', 'a name', named);
  if (kind === 'period-close')
    requireRule(UNITS.includes(period), where, 'period of the trigger', UNITS.join(', '), period);
  if (kind === 'metric-result')
    requireRule(isText(metric), where, 'metric of the trigger', 'the id of a metric', metric);
}

function requireCap(where: string, rule: RewardRule, cap: Cap): void {
  const { scope, period, limit, overflow, across = 'rule' } = Object(cap) as Cap;
  requireRule(SCOPES.includes(scope), where, 'scope of a cap', SCOPES.join(', '), scope);
  requireRule(PERIODS.includes(period), where, 'period of a cap', PERIODS.join(', '), period);
  requireRule(isWhole(limit, 0), where, 'limit of a cap', 'a whole number from 0', limit);
  requireRule(overflow === 'clip' || overflow === 'deny', where, 'overflow of a cap', '"clip" or "deny"', overflow);
  requireRule(across === 'rule' || across === 'all-rules', where, '"across" of a cap', '"rule" or "all-rules"', across);
  const isNamed = (scope !== 'account' || rule.account) && (scope !== 'network' || rule.network);
  requireRule(isNamed, where, `scope of a cap, "${scope}",`, 'one whose path the rule gives', undefined);
}

function requireReversal(where: string, reversal: RuleReversal): void {
  const { on, policy, booking = 'current-period', release = false } = Object(reversal) as RuleReversal;
  requireEvents(where, '"on" of the reversal', on);
  requireRule(POLICIES.includes(policy), where, 'policy of the reversal', POLICIES.join(', '), policy);
  const isBooking = booking === 'current-period' || booking === 'original-period';
  requireRule(isBooking, where, 'booking of the reversal', '"current-period" or "original-period"', booking);
  requireRule(typeof release === 'boolean', where, 'release of the reversal', 'true or false', release);
}

function requireExpiry(where: string, expiry: RuleExpiry): void {
  const { afterDays, endOf, plusYears = 0 } = Object(expiry) as Readonly<Record<string, unknown>>;
  if (endOf === undefined)
    requireRule(isWhole(afterDays, 0), where, 'afterDays of the expiry', 'a whole number from 0', afterDays);
  else {
    const isYear = endOf === 'civil-year' || endOf === 'fiscal-year';
    requireRule(isYear, where, 'endOf of the expiry', '"civil-year" or "fiscal-year"', endOf);
    requireRule(isWhole(plusYears, 0), where, 'plusYears of the expiry', 'a whole number from 0', plusYears);
  }
}

/** The two phases of a rule; `null` for a rule that grants at once. */
export function phasesOf({ settle }: RewardRule): TwoPhaseSettlement | null {
  return settle?.mode === 'two-phase' ? settle : null;
}

function requireSettlement(where: string, rule: RewardRule): void {
  const mode = rule.settle === undefined ? 'immediate' : (Object(rule.settle) as { readonly mode?: unknown }).mode;
  requireRule(
    mode === 'immediate' || mode === 'two-phase',
    where,
    'mode of settle',
    '"immediate" or "two-phase"',
    mode,
  );
  const phases = phasesOf(rule);
  if (phases !== null) {
    const { on, voidAfterDays } = phases;
    requireEvents(where, '"on" of settle', on);
    requireRule(isWhole(voidAfterDays, 1), where, 'voidAfterDays', 'a whole number from 1', voidAfterDays);
  }
  if (rule.grant.kind === 'gift-choice')
    requireRule(phases, where, 'settle of a gift to choose', 'in two phases', rule.settle?.mode);
}

/** Refuses a rule whose parts are not what the types say, conditions, paths and grants apart, which are checked where they are compiled. */
export function requireRuleParts(where: string, rule: RewardRule): void {
  const { format, version, generation = 1, priority = 0, state, onUnknown, validity = {}, approval, budget } = rule;
  requireRule(format === 1, where, 'format', '1', format);
  requireRule(isWhole(version, 1), where, 'version', 'a whole number from 1', version);
  requireRule(isWhole(generation, 1), where, 'generation', 'a whole number from 1', generation);
  requireRule(Number.isSafeInteger(priority), where, 'priority', 'a whole number', priority);
  requireRule(STATES.includes(state), where, 'state', STATES.join(', '), state);
  requireRule(onUnknown === 'hold' || onUnknown === 'deny', where, 'onUnknown', '"hold" or "deny"', onUnknown);
  requireTrigger(where, rule.trigger);
  const { from, through } = Object(validity) as { readonly from?: string; readonly through?: string };
  for (const day of [from, through])
    requireRule(day === undefined || isCivilDate(day), where, 'validity', 'civil dates YYYY-MM-DD', day);
  const isSpan = from === undefined || through === undefined || from <= through;
  requireRule(isSpan, where, '"through" of the validity', `no day before "${from}"`, through);
  const { caps = [], exclusiveGroup: group, correctionWindowDays: days } = rule;
  requireRule(Array.isArray(caps), where, 'caps', 'a list', caps);
  for (const cap of caps) requireCap(where, rule, cap);
  requireRule(budget === undefined || isText(budget), where, 'budget', 'the id of a budget', budget);
  requireRule(group === undefined || isText(group), where, 'exclusiveGroup', 'a name', group);
  requireRule(days === undefined || isWhole(days, 0), where, 'correctionWindowDays', 'a whole number from 0', days);
  requireRule(Object(rule.grant) === rule.grant, where, 'grant', 'an object', rule.grant);
  requireSettlement(where, rule);
  if (rule.reversal !== undefined) requireReversal(where, rule.reversal);
  if (rule.expiry !== undefined) requireExpiry(where, rule.expiry);
  if (approval === undefined) return;
  const { above } = Object(approval) as { readonly above?: unknown };
  requireRule(isWhole(above, 0), where, 'above of the approval', 'a whole number from 0', above);
}
