import { cxError } from '../../core/errors.js';
import { requireOptions } from '../../core/options.js';
import { writeCel } from './celFormula.js';
import type { Condition } from '../conditions/condition.js';
import type { ExportLimits } from './exportLosses.js';
import { exportPair, sharedForExport, type ExportedPair, type ExportOptions } from './exportPair.js';
import type { FactPath } from '../conditions/factPath.js';
import type { Interchange } from './interchange.js';

/** Options of {@link toCel}. */
export interface CelOptions extends ExportOptions {
  /**
   * Name of the variable that holds the data of a fact.
   * @defaultValue `'data'`
   */
  readonly variable?: string | undefined;
}

/** Half of a pair of code units, which CEL does not take for text. */
const BROKEN = /[\ud800-\udfff]/u;

function textFault(value: unknown): string | null {
  return typeof value === 'string' && BROKEN.test(value) ? 'text of CEL is well-formed Unicode' : null;
}

const LIMITS: ExportLimits = {
  language: 'CEL',
  pathFault: (path: FactPath) => (path.some((step) => BROKEN.test(step)) ? textFault(path.join('')) : null),
  valueFault: textFault,
};

/**
 * Writes a condition as two expressions of CEL, the Common Expression Language, that together carry all three of its values.
 *
 * Use it where policies are decided by CEL. A missing field is an error there, so each expression asks with `has()` before it reads.
 * Of the pair, `definite` is true where the condition is true, and `possible` where it is not false.
 *
 * @param condition - The condition.
 * @param options - Shared conditions, and the name of the variable that holds the data.
 * @returns Always a pair. A part that CEL cannot say (`metric`, `same-period`, `sum`) is named in `losses` and counts as unknown.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a condition that is not written as the language says.
 * @remarks Common Expression Language specification, cel-spec, doc/langdef.md. Numbers are written as doubles, and facts may be doubles or
 * integers: comparisons across numeric types are part of the language.
 * @example
 * ```ts
 * import { toCel } from 'cx-scoring/rewards';
 *
 * const { value } = toCel({ op: 'eq', fact: ['actionable'], value: true });
 * value?.definite; // => '(type(data) == map && has(data.actionable) && type(data.actionable) == bool && data.actionable == true)'
 * ```
 */
export function toCel(condition: Condition, options: CelOptions = {}): Interchange<ExportedPair<string>> {
  requireOptions('toCel', options);
  const { variable = 'data' } = options;
  if (typeof variable !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable) || /^e\d+$/.test(variable))
    throw cxError('CX_INVALID_OPTION', 'toCel: option "variable"', 'a name, but not "e" with a number', variable);
  const shared = sharedForExport('toCel', condition, options);
  return exportPair(condition, shared, LIMITS, (formula) => writeCel(formula, variable));
}
