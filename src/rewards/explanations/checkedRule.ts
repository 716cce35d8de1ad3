import { requireOption } from '../../core/options.js';
import { compileCondition, type SharedConditions } from '../conditions/compileCondition.js';
import type { Condition } from '../conditions/condition.js';
import { compileRule } from '../rules/compiledRule.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** Ids that references name anywhere within something; read without recursion, since it may lie deep or in circles. */
function referredIds(root: unknown): string[] {
  const ids = new Set<string>();
  const seen = new Set<unknown>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const own = open.pop();
    if (typeof own !== 'object' || own === null || seen.has(own)) continue;
    seen.add(own);
    const { op, id } = own as { readonly op?: unknown; readonly id?: unknown };
    if (op === 'ref' && typeof id === 'string') ids.add(id);
    for (const inner of Object.values(own)) open.push(inner);
  }
  return Array.from(ids);
}

/** Shared conditions, with a stand-in for each that was not given: who only tells of a rule need not have them. */
function completed(shared: SharedConditions, root: unknown): SharedConditions {
  const standIn: Condition = { op: 'known', fact: ['shared'] };
  const missing = referredIds([root, shared]).filter((id) => !Object.hasOwn(shared, id));
  return Object.fromEntries([...Object.entries(shared), ...missing.map((id) => [id, standIn] as const)]);
}

function requireShared(where: string, shared: unknown): void {
  const isRecord = Object(shared) === shared && !Array.isArray(shared);
  requireOption(isRecord, where, 'shared', 'conditions by id', shared);
}

/** Refuses a rule that is not written as the language says. */
export function requireWrittenRule(where: string, rule: RewardRule, shared: SharedConditions): void {
  requireShared(where, shared);
  compileRule(where, rule, completed(shared, rule), 1);
}

/** Refuses a condition that is not written as the language says. */
export function requireWrittenCondition(where: string, condition: Condition): void {
  compileCondition(where, condition, completed({}, condition), 1);
}

/** The rule of that id and version among some; `null` where there is none. */
export function findRule(
  where: string,
  rules: readonly RewardRule[],
  shared: SharedConditions,
  { rule: id, version }: { readonly rule: string; readonly version: number },
): RewardRule | null {
  requireOption(Array.isArray(rules), where, 'rules', 'a list of rules', rules);
  const found = Array.from(rules, (rule) => Object(rule) as Partial<RewardRule>).find(
    (rule) => rule.id === id && rule.version === version,
  );
  if (found === undefined) return null;
  const rule = found as RewardRule;
  requireWrittenRule(where, rule, shared);
  return rule;
}
