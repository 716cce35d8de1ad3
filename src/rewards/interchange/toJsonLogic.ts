import type { ParameterValue } from '../../core/definition.js';
import type { Condition } from '../conditions/condition.js';
import type { ExportLimits } from './exportLosses.js';
import { exportPair, sharedForExport, type ExportedPair, type ExportOptions } from './exportPair.js';
import type { FactPath } from '../conditions/factPath.js';
import type { FactKind, Formula } from './formula.js';
import type { Interchange } from './interchange.js';

/** A formula of JsonLogic: plain JSON. */
export type JsonLogicFormula = ParameterValue;

/** Names that every record inherits in JavaScript, which JsonLogic would find in an empty one. */
const INHERITED: readonly string[] = [
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
];

function pathFault(path: FactPath): string | null {
  if (path.some((step) => step === '' || step.includes('.')))
    return 'JsonLogic splits names at dots, so a name that is empty or holds one cannot be written';
  return path.some((step) => INHERITED.includes(step)) ? 'JsonLogic would read an inherited name' : null;
}

const LIMITS: ExportLimits = { language: 'JsonLogic', pathFault, valueFault: () => null };

const SIGNS = { eq: '===', ne: '!==', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function variable(path: FactPath): JsonLogicFormula {
  return { var: path.join('.') };
}

/** JsonLogic has no types; each has something that only its values survive. */
function writeKind(fact: JsonLogicFormula, kind: FactKind): JsonLogicFormula {
  if (kind === 'text') return { '===': [{ cat: [fact] }, fact] };
  if (kind === 'number') return { '===': [{ '+': [fact] }, fact] };
  if (kind === 'truth') return { in: [fact, [true, false]] };
  const isEmpty = { and: [{ '!': [fact] }, { '!': [{ in: [fact, [null, false, 0, '']] }] }] };
  return { or: [{ some: [fact, true] }, isEmpty] };
}

function write(formula: Formula): JsonLogicFormula {
  switch (formula.is) {
    case 'always':
    case 'never':
      return formula.is === 'always';
    case 'and':
    case 'or':
      return { [formula.is]: formula.of.map(write) };
    case 'not':
      return { '!': [write(formula.of)] };
    case 'compare': {
      const { op, path, value } = formula;
      return { [SIGNS[op]]: [variable(path), typeof value === 'object' ? variable(value.fact) : value] };
    }
    case 'one-of':
      return { in: [variable(formula.path), formula.values] };
    case 'kind':
      return writeKind(variable(formula.path), formula.kind);
    case 'known':
      return { '!==': [variable(formula.path), null] };
    case 'some':
    case 'all':
      return { [formula.is]: [variable(formula.over), write(formula.where)] };
    case 'at-least':
      return { '>=': [{ '+': formula.of.map((own) => ({ if: [write(own), 1, 0] })) }, formula.n] };
    case 'size': {
      const { over, where, op, value } = formula;
      const counted = where.is === 'always' ? variable(over) : { filter: [variable(over), write(where)] };
      return { [SIGNS[op]]: [{ reduce: [counted, { '+': [{ var: 'accumulator' }, 1] }, 0] }, value] };
    }
  }
}

/**
 * Writes a condition as JsonLogic: a pair of formulas that together carry all three of its values.
 *
 * Use it to run a condition where JsonLogic runs, in another language or in a browser. JsonLogic takes what is missing for `null` and
 * `null` for 0, so a single formula would pay for missing facts. Of the pair, `definite` is true where the condition is true, and
 * `possible` where it is not false: grant on the first, refuse where the second is false, and wait in between.
 *
 * @param condition - The condition.
 * @param options - Shared conditions.
 * @returns Always a pair. A part that JsonLogic cannot say (`metric`, `same-period`, `sum`, a name with a dot) is named in `losses` and
 * counts as unknown: `definite` then never holds too often, nor `possible` too seldom.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a condition that is not written as the language says.
 * @remarks Negations are pushed down to the leaves, and each leaf asks for a fact of its type (negation normal form). The pair is exact
 * for json-logic-js and plain JSON, except where a list or text stands in the place of a record and a path goes on with a name that lists
 * or text have, such as `length`.
 * @example
 * ```ts
 * import { toJsonLogic } from 'cx-scoring/rewards';
 *
 * const { value } = toJsonLogic({ op: 'not', of: { op: 'gte', fact: ['score'], value: 7 } });
 * const isNumber = { '===': [{ '+': [{ var: 'score' }] }, { var: 'score' }] };
 * value?.definite; // => { and: [isNumber, { '<': [{ var: 'score' }, 7] }] }
 * value?.possible; // => { '!': [{ and: [isNumber, { '>=': [{ var: 'score' }, 7] }] }] }
 * ```
 */
export function toJsonLogic(
  condition: Condition,
  options: ExportOptions = {},
): Interchange<ExportedPair<JsonLogicFormula>> {
  return exportPair(condition, sharedForExport('toJsonLogic', condition, options), LIMITS, write);
}
