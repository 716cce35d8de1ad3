import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { ImportContext, ImportPath } from './importContext.js';
import { shownText } from './interchange.js';
import { refuseUnknownKeys } from './queryBuilderKeys.js';

/** Makes the condition on a list of that on its elements. */
type Matched = (over: FactPath, where: Condition) => Condition;

const LISTS = { all: 'every', some: 'some', none: 'none' } as const;
const COUNTS = { atLeast: 'gte', atMost: 'lte', exactly: 'eq' } as const;

function isIn<Words extends object>(words: Words, mode: unknown): mode is keyof Words {
  return typeof mode === 'string' && Object.hasOwn(words, mode);
}

/** Reads how many elements of a list must meet the conditions on them. */
export function matchOf(match: unknown, path: ImportPath, context: ImportContext): Matched | null {
  if (typeof match !== 'object' || match === null || Array.isArray(match))
    return context.refuse(path, 'shape', '"match" must be { mode, threshold }');
  const { mode, threshold } = match as Readonly<Record<string, unknown>>;
  if (!refuseUnknownKeys('"match"', match, path, context)) return null;
  if (isIn(LISTS, mode)) {
    context.tell(path, 'empty-list', `"${mode}" of an empty list is decided there, ours is unknown`);
    // The editor keeps a threshold here, which it does not use.
    return (over, where) => ({ op: LISTS[mode], over, where });
  }
  if (!isIn(COUNTS, mode))
    return context.refuse(path, 'operator', `"match" of the mode ${shownText(mode)} has no counterpart`);
  const value = threshold as number;
  // Less than one is a share of the list in the editor.
  if (!Number.isSafeInteger(value) || value < 0)
    return context.refuse(
      path,
      'operator',
      `"${mode}" needs a whole number of elements, and ${shownText(threshold)} is none`,
    );
  if (mode === 'atLeast' && value === 0) return context.refuse(path, 'constant', '"atLeast" 0 holds for every list');
  return (over, where) => ({ op: 'count', over, where, test: { op: COUNTS[mode], value: value + 0 } });
}
