import type { Condition } from '../conditions/condition.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { InterchangeLoss } from './interchange.js';
import { resolved } from './twoValued.js';

/** What a language with two values cannot say of a condition. */
export interface ExportLimits {
  /** Name of the language, for messages. */
  readonly language: string;
  /** Why a path cannot be written; `null` when it can. */
  readonly pathFault: (path: FactPath) => string | null;
  /** Why a value cannot be written; `null` when it can. */
  readonly valueFault: (value: unknown) => string | null;
}

const UNSAYABLE: readonly string[] = ['metric', 'same-period', 'sum'];

/** The paths a condition reads itself, not those of conditions within it. */
function pathsOf(condition: Condition): readonly FactPath[] {
  if ('over' in condition && condition.op !== 'metric') return [condition.over];
  if (!('fact' in condition)) return [];
  const other = 'value' in condition && typeof condition.value === 'object' ? [condition.value.fact] : [];
  return [condition.fact, ...other];
}

function valuesOf(condition: Condition): readonly unknown[] {
  if ('values' in condition) return condition.values;
  return 'value' in condition ? [condition.value] : [];
}

/** Why a part, taken by itself, cannot be said; `null` when it can. */
export function exportFault(condition: Condition, limits: ExportLimits): string | null {
  if (UNSAYABLE.includes(condition.op)) return `"${condition.op}" has no counterpart in ${limits.language}`;
  for (const path of pathsOf(condition)) {
    const fault = limits.pathFault(path);
    if (fault !== null) return fault;
  }
  for (const value of valuesOf(condition)) {
    const fault = limits.valueFault(value);
    if (fault !== null) return fault;
  }
  return null;
}

/** The conditions within a condition, with the path to each. */
export function innerConditions(
  condition: Condition,
  shared: SharedConditions,
): readonly (readonly [path: readonly (string | number)[], inner: Condition])[] {
  if (condition.op === 'ref') return [[['shared', condition.id], resolved(condition.id, shared)]];
  if (condition.op === 'not') return [[['of'], condition.of]];
  if ('of' in condition) return condition.of.map((own, at) => [['of', at], own]);
  return 'where' in condition && condition.where !== undefined ? [[['where'], condition.where]] : [];
}

/** Everything that an export loses, in the order of the condition, each shared condition as often as it is used. */
export function exportLosses(condition: Condition, shared: SharedConditions, limits: ExportLimits): InterchangeLoss[] {
  const losses: InterchangeLoss[] = [];
  const visit = (own: Condition, path: readonly (string | number)[]): void => {
    const fault = exportFault(own, limits);
    if (fault !== null) {
      losses.push({ path, code: 'not-exported', message: `${fault}: it counts as unknown` });
      return;
    }
    if (own.op === 'date-in')
      losses.push({ path, code: 'assumes-dates', message: '"date-in" judges any text as if it were a civil date' });
    if (own.op === 'ref')
      losses.push({ path, code: 'inlined', message: `shared condition ${JSON.stringify(own.id)} stands in its place` });
    for (const [step, inner] of innerConditions(own, shared)) visit(inner, [...path, ...step]);
  };
  visit(condition, []);
  return losses;
}
