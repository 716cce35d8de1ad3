import type { FactReference, NumberTest, Scalar } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';

/** Kind of a fact, as formulas ask for it. */
export type FactKind = 'text' | 'number' | 'truth' | 'list';

/**
 * A formula of ordinary logic, true or false: what languages without a third value can say. Paths begin at the data, or within `some`,
 * `all` and `size` at the element, which the empty path names.
 */
export type Formula =
  | { readonly is: 'always' | 'never' }
  | { readonly is: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly is: 'not'; readonly of: Formula }
  /** Facts of the right kind compare; `eq` of a value is false for any other kind by itself. */
  | {
      readonly is: 'compare';
      readonly op: NumberTest['op'];
      readonly path: FactPath;
      readonly value: Scalar | FactReference;
    }
  | { readonly is: 'one-of'; readonly path: FactPath; readonly values: readonly Scalar[] }
  | { readonly is: 'kind'; readonly path: FactPath; readonly kind: FactKind }
  | { readonly is: 'known'; readonly path: FactPath }
  /** Over a list; `all` is false of an empty one, and both are of anything else. */
  | { readonly is: 'some' | 'all'; readonly over: FactPath; readonly where: Formula }
  /** So many of the formulas hold. */
  | { readonly is: 'at-least'; readonly n: number; readonly of: readonly Formula[] }
  /** How many elements of a list, which it must be, meet a formula. */
  | {
      readonly is: 'size';
      readonly over: FactPath;
      readonly where: Formula;
      readonly op: 'lt' | 'lte' | 'gt' | 'gte';
      readonly value: number;
    };

/** Always true. */
export const ALWAYS: Formula = { is: 'always' };
/** Never true. */
export const NEVER: Formula = { is: 'never' };

function group(is: 'and' | 'or', of: readonly Formula[]): Formula {
  const [decides, neutral] = is === 'and' ? (['never', 'always'] as const) : (['always', 'never'] as const);
  if (of.some((formula) => formula.is === decides)) return { is: decides };
  // Nested groups of one kind become one, for people to read.
  const rest = of
    .filter((formula) => formula.is !== neutral)
    .flatMap((formula) => (formula.is === is ? formula.of : [formula]));
  const [first = { is: neutral }] = rest;
  return rest.length < 2 ? first : { is, of: rest };
}

/** All of them hold. */
export function and(...of: readonly Formula[]): Formula {
  return group('and', of);
}

/** Any of them holds. */
export function or(...of: readonly Formula[]): Formula {
  return group('or', of);
}

/** It does not hold. */
export function not(of: Formula): Formula {
  if (of.is === 'not') return of.of;
  if (of.is === 'always') return NEVER;
  return of.is === 'never' ? ALWAYS : { is: 'not', of };
}

/** So many of them hold: those that always or never do are counted beforehand. */
export function atLeast(n: number, of: readonly Formula[]): Formula {
  const open = of.filter(({ is }) => is !== 'always' && is !== 'never');
  const needed = n - of.filter(({ is }) => is === 'always').length;
  if (needed <= 0) return ALWAYS;
  if (needed > open.length) return NEVER;
  if (needed === 1) return or(...open);
  return needed === open.length ? and(...open) : { is: 'at-least', n: needed, of: open };
}
