import { cxError } from '../../core/errors.js';
import type { Condition } from './condition.js';
import type { ConditionTrace } from './conditionTrace.js';
import type { MetricFact } from './metricFact.js';
import type { TruthCode } from './truth.js';

/** What a condition is evaluated against. */
export interface ConditionContext {
  /** The data that paths begin at. */
  readonly data: unknown;
  /** Civil date of the fact, which says the period of metric conditions; `null` when there is none. */
  readonly on: string | null;
  /** Finds the result of a metric for a scope and a period. */
  readonly findResult: (metric: string, scope: string, period: string) => MetricFact | undefined;
}

/** A condition turned into functions, once, so that deciding costs no interpretation. The two always agree. */
export interface CompiledCondition {
  /** How it comes out, without a trace. */
  readonly test: (context: ConditionContext) => TruthCode;
  /** How it comes out and why. */
  readonly explain: (context: ConditionContext) => ConditionTrace;
}

/** What compiling a condition needs beside the condition. */
export interface ConditionScope {
  /** Name of the function the user called, for errors. */
  readonly where: string;
  /** Month the programme's fiscal year starts in. */
  readonly fiscalYearStart: number;
  /** Compiles a condition within another. */
  readonly compile: (condition: Condition) => CompiledCondition;
  /** Compiles a shared condition by its id. */
  readonly resolve: (id: string) => CompiledCondition;
}

/** Compiles one kind of condition. */
export type ConditionCompiler<Kind extends Condition> = (condition: Kind, scope: ConditionScope) => CompiledCondition;

/** Refuses a rule that is not written as the language says. */
export function requireRule(valid: unknown, where: string, what: string, rule: string, received: unknown): void {
  if (!valid) throw cxError('CX_INVALID_RULE', `${where}: ${what}`, rule, received);
}
