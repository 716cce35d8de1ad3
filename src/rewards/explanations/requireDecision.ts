import { cxError } from '../../core/errors.js';
import { isCivilDate } from '../../core/period.js';
import type { ConditionTrace } from '../conditions/conditionTrace.js';
import { isFactPath } from '../conditions/factPath.js';
import type { BudgetTrace, CapTrace, FailingLeaf, RewardDecision } from '../evaluation/rewardDecision.js';

/** Deeper than any condition of the language comes to. */
const DEEPEST = 200;

function requirePart(valid: unknown, where: string, what: string, rule: string, value: unknown): void {
  if (!valid) throw cxError('CX_INVALID_INPUT', `${where}: ${what}`, rule, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Refuses what is no trace of a condition; operators and reasons of a later version pass. */
export function requireTrace(where: string, what: string, trace: unknown, depth: number = 0): void {
  const { op, truth, fact, of, reason, id } = Object(trace) as Partial<ConditionTrace>;
  requirePart(depth < DEEPEST, where, what, `at most ${DEEPEST} levels deep`, depth);
  requirePart(isText(op), where, `op of ${what}`, 'the name of an operator', op);
  requirePart(
    truth === 'true' || truth === 'false' || truth === 'unknown',
    where,
    `truth of ${what}`,
    '"true", "false" or "unknown"',
    truth,
  );
  requirePart(fact === undefined || isFactPath(fact), where, `fact of ${what}`, 'a path', fact);
  requirePart(reason === undefined || isText(reason), where, `reason of ${what}`, 'a code', reason);
  requirePart(id === undefined || isText(id), where, `id of ${what}`, 'text', id);
  requirePart(of === undefined || Array.isArray(of), where, `"of" of ${what}`, 'a list of traces', of);
  for (const own of of ?? []) requireTrace(where, what, own, depth + 1);
}

function requireAmount(where: string, what: string, amount: unknown): void {
  requirePart(Number.isSafeInteger(amount), where, what, 'a whole number', amount);
}

function requireCaps(where: string, caps: unknown): void {
  requirePart(Array.isArray(caps), where, 'caps of the decision', 'a list', caps);
  for (const own of caps as readonly unknown[]) {
    const { cap, scopeKey, periodKey, used, allowed } = Object(own) as Partial<CapTrace>;
    const { scope, period, limit } = Object(cap) as Partial<CapTrace['cap']>;
    const isCap = [scopeKey, periodKey, scope, period].every(isText);
    requirePart(isCap, where, 'a cap of the decision', 'what a cap did', own);
    for (const amount of [limit, used, allowed]) requireAmount(where, 'an amount of a cap of the decision', amount);
  }
}

function requireBudget(where: string, trace: unknown): void {
  if (trace === null) return;
  const { budget, available, allowed } = Object(trace) as Partial<BudgetTrace>;
  requirePart(isText(budget), where, 'budget of the decision', 'what a budget did, or null', trace);
  for (const amount of [available, allowed]) requireAmount(where, 'an amount of the budget of the decision', amount);
}

/** Refuses what is no decision; an outcome of a later version passes. */
export function requireDecision(where: string, decision: RewardDecision): void {
  requirePart(Object(decision) === decision, where, 'decision', 'a decision of evaluateRewards', decision);
  const { outcome, rule, fact, unit, version, on, subject, occurrence, excludedBy } = decision;
  for (const [name, value] of Object.entries({ outcome, rule, fact, unit }))
    requirePart(isText(value), where, `${name} of the decision`, 'text', value);
  for (const [name, value] of Object.entries({ subject, occurrence, excludedBy }))
    requirePart(value === null || isText(value), where, `${name} of the decision`, 'text or null', value);
  const { reversalPolicy } = decision;
  const isPolicy = reversalPolicy === undefined || isText(reversalPolicy);
  requirePart(isPolicy, where, 'reversalPolicy of the decision', 'the name of a policy', reversalPolicy);
  requireAmount(where, 'version of the decision', version);
  requirePart(isCivilDate(on), where, 'on of the decision', 'a civil date YYYY-MM-DD', on);
  const { desired, granted, trace, missing, failing } = decision;
  if (desired !== null) requireAmount(where, 'desired of the decision', desired);
  requireAmount(where, 'granted of the decision', granted);
  if (trace !== null) requireTrace(where, 'trace of the decision', trace);
  // Paths to elements of nested lists may be longer than those of rules.
  const isPath = (path: unknown): boolean => Array.isArray(path) && (path as readonly unknown[]).every(isText);
  const isPaths = Array.isArray(missing) && (missing as readonly unknown[]).every(isPath);
  requirePart(isPaths, where, 'missing of the decision', 'a list of paths', missing);
  requirePart(Array.isArray(failing), where, 'failing of the decision', 'a list of traces', failing);
  for (const own of failing)
    requireTrace(where, 'failing of the decision', (Object(own) as Partial<FailingLeaf>).trace);
  requireCaps(where, decision.caps);
  requireBudget(where, decision.budget);
}
