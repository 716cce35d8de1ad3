import type { FactPath } from '../conditions/factPath.js';
import { splitPath, type ImportContext, type ImportPath } from './importContext.js';
import { shownText } from './interchange.js';

/** One side of a comparison: a fact, or something else. */
export type Operand =
  | { readonly is: 'fact'; readonly path: FactPath }
  | { readonly is: 'value'; readonly value: string | number | boolean | null };

/** The one operator of a formula with its arguments; `null` for anything else. */
export function operationOf(formula: unknown): readonly [operator: string, args: readonly unknown[]] | null {
  if (typeof formula !== 'object' || formula === null || Array.isArray(formula)) return null;
  const names = Object.keys(formula);
  const [operator] = names;
  if (operator === undefined || names.length > 1) return null;
  const given: unknown = (formula as Readonly<Record<string, unknown>>)[operator];
  return [operator, Array.isArray(given) ? Array.from(given as readonly unknown[]) : [given]];
}

/** Reads `var` with its name; a default, a number or a name that is computed has no counterpart. */
export function factOf(formula: unknown, path: ImportPath, context: ImportContext): FactPath | null {
  const operation = operationOf(formula);
  if (operation?.[0] !== 'var')
    return context.refuse(path, 'operator', `${shownText(operation?.[0] ?? formula)} is not the name of a fact`);
  const [fact, ...more] = operation[1];
  if (more.length > 0 && more[0] !== null)
    return context.refuse(path, 'default-value', 'a default would make something of a missing fact');
  if (typeof fact !== 'string' || fact === '')
    return context.refuse(path, 'path-not-addressable', `"var" of ${shownText(fact)} names no fact`);
  return splitPath(fact, path, context);
}

/** Reads one side of a comparison. */
export function operandOf(formula: unknown, path: ImportPath, context: ImportContext): Operand | null {
  if (formula === null || typeof formula === 'string' || typeof formula === 'boolean' || Number.isFinite(formula))
    return { is: 'value', value: formula as string | number | boolean | null };
  const fact = factOf(formula, path, context);
  return fact === null ? null : { is: 'fact', path: fact };
}
