import { cxError } from '../core/errors.js';
import { isWhole } from '../core/options.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import { ALERT_SEVERITIES, type AlertRule, type AlertRuleKind } from './alertRule.js';

/** Refuses a field of a rule; `field` is its name, or how it is reached. */
type Refuse = (isValid: boolean, field: string, demand: string) => void;
type Own = Readonly<Record<string, unknown>>;

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

function requireLevel(rule: Own, field: 'most' | 'least', refuse: Refuse): void {
  const { minimum, maximum } = Object(rule['scale']) as { minimum?: unknown; maximum?: unknown };
  const isScale = Number.isFinite(minimum) && Number.isFinite(maximum) && (minimum as number) < (maximum as number);
  refuse(isScale, 'scale', '{ minimum, maximum }, the minimum below the maximum');
  refuse(isTexts(rule['metrics']), 'metrics', 'a list of metric ids');
  const limit = rule[field];
  const isOnScale = typeof limit === 'number' && limit >= (minimum as number) && limit <= (maximum as number);
  refuse(isOnScale, field, `a number on the scale from ${String(minimum)} to ${String(maximum)}`);
}

function requireWords(rule: Own, field: string, refuse: Refuse): void {
  refuse(rule[field] === undefined || isTexts(rule[field]), field, 'a list of words, or left out');
}

const REQUIRE: Readonly<Record<AlertRuleKind, (rule: Own, refuse: Refuse) => void>> = {
  'score-at-most': (rule, refuse) => requireLevel(rule, 'most', refuse),
  'effort-at-most': (rule, refuse) => requireLevel(rule, 'most', refuse),
  'effort-at-least': (rule, refuse) => requireLevel(rule, 'least', refuse),
  'stars-at-most': (rule, refuse) => requireLevel(rule, 'most', refuse),
  'sla-breached': (rule, refuse) => requireWords(rule, 'priorities', refuse),
  'otif-missed': (rule, refuse) => refuse(isTexts(rule['accountClasses']), 'accountClasses', 'a list of classes'),
  'contact-silent': (rule, refuse) => {
    refuse(isWhole(rule['days']) && rule['days'] > 0, 'days', 'a whole number from 1');
    requireWords(rule, 'roles', refuse);
  },
};

function isOwner(owner: unknown): boolean {
  if (!isPlainObject(owner)) return false;
  if (owner['from'] === 'name') return isText(owner['owner']);
  return owner['from'] === 'account' && (owner['otherwise'] === null || isText(owner['otherwise']));
}

/** Refuses rules that are none, naming rule and field. */
export function requireAlertRules(where: string, rules: unknown): asserts rules is readonly AlertRule[] {
  if (!Array.isArray(rules)) throw cxError('CX_INVALID_OPTION', `${where}: option "rules"`, 'a list of rules', rules);
  const seen = new Set<unknown>();
  for (const [at, rule] of (rules as unknown[]).entries()) {
    const path = `${where}: rules[${at}]`;
    if (!isPlainObject(rule)) throw cxError('CX_INVALID_OPTION', path, 'an alert rule', rule);
    const refuse: Refuse = (isValid, field, demand) => {
      if (!isValid) throw cxError('CX_INVALID_OPTION', `${path}.${field}`, demand, rule[field]);
    };
    const { id, kind, severity, owner, cooldownDays, source } = rule;
    refuse(isText(id) && !seen.has(id), 'id', 'a text that no other rule has');
    seen.add(id);
    const kinds = Object.keys(REQUIRE);
    refuse(kinds.includes(kind as string), 'kind', `one of ${kinds.join(', ')}`);
    refuse((ALERT_SEVERITIES as unknown[]).includes(severity), 'severity', '"high", "medium" or "low"');
    const owners = '{ from: "account", otherwise: text or null } or { from: "name", owner: text }';
    refuse(isOwner(owner), 'owner', owners);
    refuse(isWhole(cooldownDays), 'cooldownDays', 'a whole number from 0');
    refuse(isText(source), 'source', 'a text');
    REQUIRE[kind as AlertRuleKind](rule, refuse);
  }
}
