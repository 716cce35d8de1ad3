import { requireOption, requireOptions } from '../../core/options.js';
import { compileCondition, type SharedConditions } from '../conditions/compileCondition.js';
import type { Condition } from '../conditions/condition.js';
import { exportFault, exportLosses, type ExportLimits } from './exportLosses.js';
import type { Formula } from './formula.js';
import type { Interchange } from './interchange.js';
import { definite, possible } from './twoValued.js';

/** A condition as two formulas of a language that knows true and false only. */
export interface ExportedPair<Written> {
  /** True where the condition is true. */
  readonly definite: Written;
  /** True where the condition is true or unknown: false where it is false. */
  readonly possible: Written;
}

/** Options of an export. */
export interface ExportOptions {
  /** Conditions that `ref` names; they are written where they are used. */
  readonly shared?: SharedConditions | undefined;
}

/** Checks what is to be exported, and gives the conditions it shares. */
export function sharedForExport(where: string, condition: Condition, options: ExportOptions): SharedConditions {
  requireOptions(where, options);
  const { shared = {} } = options;
  requireOption(Object(shared) === shared, where, 'shared', 'conditions by id', shared);
  compileCondition(where, condition, shared, 1);
  return shared;
}

/** Exports a condition as a pair: what the language cannot say counts as unknown. */
export function exportPair<Written>(
  condition: Condition,
  shared: SharedConditions,
  limits: ExportLimits,
  write: (formula: Formula) => Written,
): Interchange<ExportedPair<Written>> {
  const scope = { shared, canSay: (own: Condition) => exportFault(own, limits) === null };
  return {
    ok: true,
    value: { definite: write(definite(condition, true, scope)), possible: write(possible(condition, true, scope)) },
    losses: exportLosses(condition, shared, limits),
  };
}
