import { expect } from 'vitest';
import { compileCondition, type SharedConditions } from '../../src/rewards/conditions/compileCondition.js';
import type { CompiledCondition, ConditionCompiler } from '../../src/rewards/conditions/compiledCondition.js';
import type { Condition } from '../../src/rewards/conditions/condition.js';
import type { ConditionTrace } from '../../src/rewards/conditions/conditionTrace.js';
import type { MetricFact } from '../../src/rewards/conditions/metricFact.js';
import { resultFinder } from '../../src/rewards/conditions/resultFinder.js';
import { truthName, type Truth } from '../../src/rewards/conditions/truth.js';

/** What a condition may be evaluated with beside data. */
export interface Surroundings {
  readonly shared?: SharedConditions;
  readonly results?: readonly MetricFact[];
  readonly on?: string | null;
  readonly fiscalYearStart?: number;
}

/** Compiles a condition as the functions of the library do. */
export function compiled(
  condition: unknown,
  { shared = {}, fiscalYearStart = 1 }: Surroundings = {},
): CompiledCondition {
  return compileCondition('rule "r"', condition as Condition, shared, fiscalYearStart);
}

/** The trace of a condition, after checking that it agrees with the evaluation without a trace. */
export function traceOf(condition: unknown, data: unknown, surroundings: Surroundings = {}): ConditionTrace {
  const { results = [], on = null } = surroundings;
  const own = compiled(condition, surroundings);
  const context = { data, on, findResult: resultFinder(results) };
  const trace = own.explain(context);
  expect(truthName(own.test(context))).toBe(trace.truth);
  return trace;
}

/** How a condition comes out. */
export function truthOf(condition: unknown, data: unknown, surroundings: Surroundings = {}): Truth {
  return traceOf(condition, data, surroundings).truth;
}

/** The message with which a condition is refused, and its code. */
export function refusal(condition: unknown, surroundings: Surroundings = {}): string {
  try {
    compiled(condition, surroundings);
  } catch (error) {
    const { code, message, name } = error as Error & { readonly code?: string };
    return `${name} ${String(code)}: ${message}`;
  }
  return 'accepted';
}

/** Three conditions and data of which they are true, false and unknown: the leaves of truth tables. */
export const LEAVES: Readonly<Record<Truth, Condition>> = {
  true: { op: 'eq', fact: ['known'], value: 1 },
  false: { op: 'eq', fact: ['known'], value: 2 },
  unknown: { op: 'eq', fact: ['absent'], value: 1 },
};

/** The data of {@link LEAVES}. */
export const LEAF_DATA: Readonly<Record<string, number>> = { known: 1 };

/** How a condition comes out when its compiler is called by itself; conditions within it are {@link LEAVES}. */
export function truthBy<Kind extends Condition>(
  compiler: ConditionCompiler<Kind>,
  condition: Kind,
  data: unknown,
): Truth {
  const [where, fiscalYearStart] = ['f', 1];
  const own = compiler(condition, {
    where,
    fiscalYearStart,
    compile: (inner) => compiled(inner),
    resolve: () => compiled(LEAVES.true),
  });
  return truthName(own.test({ data, on: '2026-08-01', findResult: () => undefined }));
}
