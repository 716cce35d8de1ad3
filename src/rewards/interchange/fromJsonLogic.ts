import type { Condition } from '../conditions/condition.js';
import { runImport, type ImportContext, type ImportPath } from './importContext.js';
import { shownText, type Interchange } from './interchange.js';
import { readEquality, readMembership, readMissing, readOrder } from './jsonLogicLeaves.js';
import { factOf, operationOf } from './jsonLogicOperands.js';

const LISTS = { some: 'some', all: 'every', none: 'none' } as const;

function readMembers(
  operator: string,
  args: readonly unknown[],
  path: ImportPath,
  depth: number,
  context: ImportContext,
): Condition[] | null {
  if (args.length === 0) return context.refuse(path, 'empty-group', `"${operator}" has no members`);
  const members: Condition[] = [];
  for (let at = 0; at < args.length; at++) {
    const member = read(args[at], [...path, operator, at], depth + 1, context);
    if (member !== null) members.push(member);
  }
  return members.length < args.length ? null : members;
}

function readList(
  operator: keyof typeof LISTS,
  args: readonly unknown[],
  path: ImportPath,
  depth: number,
  context: ImportContext,
): Condition | null {
  if (args.length !== 2) return context.refuse(path, 'shape', `"${operator}" takes a list and a condition`);
  const over = factOf(args[0], [...path, operator, 0], context);
  const where = read(args[1], [...path, operator, 1], depth + 1, context);
  if (over === null || where === null) return null;
  context.tell(path, 'empty-list', `"${operator}" of an empty list is ${operator === 'none'}, ours is unknown`);
  return { op: LISTS[operator], over, where };
}

function read(formula: unknown, path: ImportPath, depth: number, context: ImportContext): Condition | null {
  if (!context.enter(path, depth)) return null;
  const operation = operationOf(formula);
  if (operation === null) {
    const isOther = typeof formula === 'object' && formula !== null && !Array.isArray(formula);
    return isOther
      ? context.refuse(path, 'shape', 'a formula is an object of one operator')
      : context.refuse(path, 'constant', `${shownText(formula)} does not depend on a fact`);
  }
  const [operator, args] = operation;
  switch (operator) {
    case 'and':
    case 'or': {
      const of = readMembers(operator, args, path, depth, context);
      return of && { op: operator === 'and' ? 'all' : 'any', of };
    }
    case '!':
    case '!!': {
      if (args.length !== 1) return context.refuse(path, 'shape', `"${operator}" takes one condition`);
      const of = read(args[0], [...path, operator, 0], depth + 1, context);
      return of && operator === '!' ? { op: 'not', of } : of;
    }
    case '==':
    case '===':
    case '!=':
    case '!==':
      return readEquality(operator, args, path, context);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readOrder(operator, args, path, context);
    case 'in':
      return readMembership(args, path, context);
    case 'missing':
    case 'missing_some':
      return readMissing(operator, args, path, context);
    case 'some':
    case 'all':
    case 'none':
      return readList(operator, args, path, depth, context);
    case 'var':
      return context.refuse(
        path,
        'truthiness',
        'a value stands in the place of a condition: compare it with something',
      );
    default:
      return context.refuse(path, 'operator', `${shownText(operator)} has no counterpart`);
  }
}

/** Tells whether absence decides everywhere in a condition, as it does in JsonLogic. */
function isAboutPresence(condition: Condition): boolean {
  if (condition.op === 'known' || condition.op === 'missing') return true;
  if (condition.op === 'not') return isAboutPresence(condition.of);
  return 'of' in condition && condition.of.every(isAboutPresence);
}

/**
 * Reads a formula of JsonLogic as a condition, as far as it can be one.
 *
 * Use it to bring over rules that exist. Nothing is guessed: arithmetic, truthiness, defaults, search in text and the like are refused by
 * name, and what means nearly the same is told. Look at the losses before a rule that was brought over pays.
 *
 * @param formula - A formula, from anywhere.
 * @returns A condition with what differs, or what has no counterpart. Never throws: deep, huge, circular and unreadable formulas are
 * refused.
 * @remarks Understood are `and`, `or`, `!`, `!!`, `==`, `===`, `!=`, `!==`, `<`, `<=`, `>`, `>=` (two sides, or three for `<` and `<=`),
 * `in`, `missing`, `missing_some`, `some`, `all`, `none` and `var` with a name. Comparing with `null` asks whether a fact is missing, which
 * means the same in both. For any other comparison of a missing fact JsonLogic decides, ours is unknown: `'missing-is-unknown'`.
 * Operators after jsonlogic.com/operations.html.
 * @example
 * ```ts
 * import { fromJsonLogic } from 'cx-scoring/rewards';
 *
 * const read = fromJsonLogic({ and: [{ '>=': [{ var: 'score' }, 9] }, { '===': [{ var: 'author.role' }, 'sales'] }] });
 * read.value; // => { op: 'all', of: [{ op: 'gte', fact: ['score'], value: 9 }, { op: 'eq', fact: ['author', 'role'], value: 'sales' }] }
 * read.losses.map(({ code }) => code); // => ['path-split', 'missing-is-unknown']
 * fromJsonLogic({ '>': [{ '+': [{ var: 'a' }, 1] }, 3] }).ok; // => false
 * ```
 */
export function fromJsonLogic(formula: unknown): Interchange<Condition> {
  return runImport('fromJsonLogic', (context) => {
    const condition = read(formula, [], 1, context);
    if (condition !== null && !isAboutPresence(condition))
      context.tell([], 'missing-is-unknown', 'where a fact is missing, JsonLogic takes null for it and decides');
    return condition;
  });
}
