import { isCivilDate } from '../../core/period.js';
import type { Condition, NumberTest, Scalar } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { ImportContext, ImportPath } from './importContext.js';
import { shownText } from './interchange.js';
import { factOf, operandOf, operationOf, type Operand } from './jsonLogicOperands.js';
import { isScalar } from '../conditions/leaf.js';

/** Reads `==`, `===`, `!=`, `!==`: null asks whether a fact is missing, in all of them. */
export function readEquality(
  operator: string,
  args: readonly unknown[],
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  if (args.length !== 2) return context.refuse(path, 'shape', `"${operator}" compares two sides`);
  const sides = args.map((side, at) => operandOf(side, [...path, operator, at], context));
  const [left, right] = sides as [Operand | null, Operand | null];
  if (left === null || right === null) return null;
  const [fact, other] = left.is === 'fact' ? [left, right] : [right, left];
  if (fact.is !== 'fact') return context.refuse(path, 'constant', `"${operator}" compares no fact`);
  const op = operator.startsWith('!') ? 'ne' : 'eq';
  if (other.is === 'value' && other.value === null) return { op: op === 'eq' ? 'missing' : 'known', fact: fact.path };
  if (operator.length === 2) context.tell(path, 'loose-equality', `"${operator}" compares across types, ours does not`);
  return { op, fact: fact.path, value: other.is === 'fact' ? { fact: other.path } : (other.value as Scalar) };
}

const MIRRORED = { lt: 'gt', lte: 'gte', gt: 'lt', gte: 'lte' } as const;

function orderOf(
  op: keyof typeof MIRRORED,
  fact: FactPath,
  value: Operand,
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  if (value.is === 'fact') return { op, fact, value: { fact: value.path } };
  if (typeof value.value === 'number') return { op, fact, value: value.value };
  if (!isCivilDate(value.value) || op === 'lt' || op === 'gt')
    return context.refuse(path, 'text-order', `${shownText(value.value)} is put in order and is no number`);
  context.tell(path, 'assumes-dates', 'the original puts any text in order, ours civil dates only');
  const day = value.value as string;
  return op === 'gte' ? { op: 'date-in', fact, from: day } : { op: 'date-in', fact, through: day };
}

/** Reads `<`, `<=`, `>`, `>=`; of three sides, the fact lies between. */
export function readOrder(
  operator: string,
  args: readonly unknown[],
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  const ops = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;
  const op: NumberTest['op'] & keyof typeof MIRRORED = ops[operator as keyof typeof ops];
  const isBetween = args.length === 3 && (op === 'lt' || op === 'lte');
  if (args.length !== 2 && !isBetween)
    return context.refuse(path, 'shape', `"${operator}" does not compare ${args.length} sides`);
  const sides = args.map((side, at) => operandOf(side, [...path, operator, at], context));
  const pairs = sides.slice(1).map((right, at): Condition | null => {
    const left = sides[at] ?? null;
    if (left === null || right === null) return null;
    if (left.is === 'fact') return orderOf(op, left.path, right, path, context);
    if (right.is === 'fact') return orderOf(MIRRORED[op], right.path, left, path, context);
    return context.refuse(path, 'constant', `"${operator}" compares no fact`);
  });
  const found = pairs.filter((own) => own !== null);
  if (found.length < pairs.length) return null;
  return found.length === 1 ? (found[0] as Condition) : { op: 'all', of: found };
}

/** Reads `in`: a fact among values, or a value in a list; text within text has no counterpart. */
export function readMembership(args: readonly unknown[], path: ImportPath, context: ImportContext): Condition | null {
  const [needle, haystack] = args;
  if (args.length !== 2) return context.refuse(path, 'shape', '"in" takes two sides');
  if (Array.isArray(haystack)) {
    const values = Array.from(haystack as readonly unknown[]);
    if (isScalar(needle)) return context.refuse(path, 'constant', '"in" looks for no fact');
    const fact = factOf(needle, [...path, 'in', 0], context);
    if (values.length === 0) return context.refuse(path, 'empty-group', '"in" an empty list never holds');
    if (!values.every(isScalar))
      return context.refuse(path, 'operator', 'the values of "in" must be text, numbers, true or false');
    return fact === null ? null : { op: 'in', fact, values };
  }
  if (!isScalar(needle) || operationOf(haystack)?.[0] !== 'var')
    return context.refuse(path, 'operator', '"in" looks for a value in a list only');
  const fact = factOf(haystack, [...path, 'in', 1], context);
  if (fact === null) return null;
  context.tell(path, 'list-assumed', '"in" would look into text too');
  return { op: 'includes', fact, value: needle };
}

/** Reads `missing` and `missing_some`, as conditions: they hold where they name something. */
export function readMissing(
  operator: string,
  args: readonly unknown[],
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  const [first, second] = args;
  const isSome = operator === 'missing_some';
  const given: unknown = isSome ? second : Array.isArray(first) ? first : args;
  const texts = Array.isArray(given) ? Array.from(given as readonly unknown[]) : [];
  if (texts.length === 0) return context.refuse(path, 'empty-group', `"${operator}" names no fact`);
  const facts = texts.map((text) => factOf({ var: text }, path, context));
  const found = facts.filter((fact) => fact !== null);
  if (found.length < facts.length) return null;
  context.tell(path, 'empty-text', `"${operator}" takes empty text for missing`);
  if (!isSome) return { op: 'any', of: found.map((fact) => ({ op: 'missing', fact })) };
  if (!Number.isInteger(first) || (first as number) < 1 || (first as number) > found.length)
    return context.refuse(path, 'constant', `${shownText(first)} of ${found.length} facts always or never are there`);
  return { op: 'not', of: { op: 'at-least', n: first as number, of: found.map((fact) => ({ op: 'known', fact })) } };
}
