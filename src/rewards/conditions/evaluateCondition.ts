import { requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { compileCondition, type SharedConditions } from './compileCondition.js';
import type { Condition } from './condition.js';
import type { ConditionTrace } from './conditionTrace.js';
import type { MetricFact } from './metricFact.js';
import { requireResults, resultFinder } from './resultFinder.js';

/** Options of {@link evaluateCondition}. */
export interface EvaluateConditionOptions {
  /** Shared conditions that `ref` names. */
  readonly shared?: SharedConditions | undefined;
  /** Results that `metric` reads; two that contradict each other count as unknown. */
  readonly results?: readonly MetricFact[] | undefined;
  /** Civil date of the fact, which says the period of `metric`. */
  readonly on?: string | undefined;
  /**
   * Month, 1..12, the fiscal year starts in.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/**
 * Evaluates one condition of the rule language against data, with the trace that explains it.
 *
 * Use it to try a condition, to test the rules of a programme, or wherever else the question is not about rewards. Whole rules are
 * evaluated by `evaluateRewards`.
 *
 * @param condition - The condition, plain JSON.
 * @param data - What its paths read: plain JSON.
 * @param options - Shared conditions, results of metrics, the day.
 * @returns The trace: its `truth` is `'true'`, `'false'` or `'unknown'`, each part with what was expected and found, and why it is unknown.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` when the condition is not written as the language says, and with code
 * `CX_INVALID_OPTION` for an option out of place. Data never throws.
 * @remarks The connectives are those of Kleene (1938, On notation for ordinal numbers): what is unknown decides nothing, and a group
 * is decided where no value of what is unknown could change it.
 * @example
 * ```ts
 * import { evaluateCondition } from 'cx-scoring/rewards';
 *
 * const condition = { op: 'ne', fact: ['insight', 'status'], value: 'rejected' } as const;
 * evaluateCondition(condition, { insight: { status: 'validated' } }).truth; // => 'true'
 * evaluateCondition(condition, { insight: {} }).truth; // => 'unknown'
 * evaluateCondition(condition, { insight: {} }).reason; // => 'missing'
 * ```
 */
export function evaluateCondition(
  condition: Condition,
  data: unknown,
  options: EvaluateConditionOptions = {},
): ConditionTrace {
  requireOptions('evaluateCondition', options);
  const { shared = {}, results = [], on = null, fiscalYearStart = 1 } = options;
  const isMonth = Number.isInteger(fiscalYearStart) && fiscalYearStart >= 1 && fiscalYearStart <= 12;
  requireOption(isMonth, 'evaluateCondition', 'fiscalYearStart', 'a month from 1 to 12', fiscalYearStart);
  requireOption(Object(shared) === shared, 'evaluateCondition', 'shared', 'conditions by id', shared);
  requireOption(on === null || isCivilDate(on), 'evaluateCondition', 'on', 'a civil date YYYY-MM-DD', on);
  requireResults('evaluateCondition', results);
  const compiled = compileCondition('evaluateCondition', condition, shared, fiscalYearStart);
  return compiled.explain({ data, on, findResult: resultFinder(results) });
}
