import { cxError } from '../../core/errors.js';
import { requireObject, requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { RewardBudget } from '../rules/budget.js';
import { canonicalText } from './canonicalText.js';
import { requireRule } from '../conditions/compiledCondition.js';
import { isText, requireText, requireWhole, requireWord } from '../conditions/requireParts.js';
import type { CompiledRules } from '../rules/compileRules.js';
import type { RewardFact } from '../rules/rewardFact.js';

/** Tells rules that were compiled from those that were not. */
export function isCompiled(rules: unknown): rules is CompiledRules {
  return !Array.isArray(rules) && typeof (Object(rules) as Partial<CompiledRules>).triggered === 'function';
}

/** Refuses budgets that are none, and rules that a budget of another unit pays. */
export function requireBudgets(rules: CompiledRules, budgets: readonly RewardBudget[]): void {
  requireOption(Array.isArray(budgets), 'evaluateRewards', 'budgets', 'a list', budgets);
  const units = new Map<string, string>();
  budgets.forEach((budget, at) => {
    requireObject(`evaluateRewards: budgets[${at}]`, 'an object', budget);
    const { id, unit, limit, posted, reserved, overflow = 'deny' } = budget;
    requireOption(isText(id), 'evaluateRewards', `budgets[${at}].id`, 'text', id);
    const where = `evaluateRewards: budget "${id.slice(0, 40)}"`;
    requireOption(!units.has(id), 'evaluateRewards', 'budgets', 'a list in which each id occurs once', id);
    requireText(where, 'unit', 'a name', unit);
    requireWhole(where, 'limit', limit);
    requireRule(Number.isSafeInteger(posted), where, 'posted', 'a whole number', posted);
    requireRule(Number.isSafeInteger(reserved), where, 'reserved', 'a whole number', reserved);
    requireWord(where, 'overflow', ['clip', 'deny'], overflow);
    units.set(id, unit);
  });
  for (const [id, unit] of units)
    for (const { rule } of rules.paidBy(id)) {
      const where = `evaluateRewards: rule "${rule.id}"`;
      requireRule(
        unit === rule.grant.unit,
        where,
        'unit of the grant',
        `that of its budget, "${unit}"`,
        rule.grant.unit,
      );
    }
}

/** The facts, each once: one that came twice and says the same is one. */
export function distinctFacts(facts: readonly RewardFact[]): readonly RewardFact[] {
  requireOption(Array.isArray(facts), 'evaluateRewards', 'facts', 'a list', facts);
  const texts = new Map<string, Set<string> | RewardFact>();
  return facts.filter((fact, at) => {
    const where = `evaluateRewards: facts[${at}]`;
    requireObject(where, 'an object', fact);
    const { id, on, trigger, data } = fact;
    if (!isText(id)) throw cxError('CX_INVALID_INPUT', `${where}.id`, 'text', id);
    if (!isCivilDate(on)) throw cxError('CX_INVALID_DATE', `${where}.on`, 'a civil date YYYY-MM-DD that exists', on);
    requireObject(`${where}.trigger`, 'an object', trigger);
    requireObject(`${where}.data`, 'an object', data);
    const known = texts.get(id);
    if (known === undefined) {
      texts.set(id, fact);
      return true;
    }
    const seen = known instanceof Set ? known : new Set([canonicalText(known)]);
    texts.set(id, seen);
    const text = canonicalText(fact);
    return !seen.has(text) && seen.add(text).size > 0;
  });
}
