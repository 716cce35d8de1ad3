import { isCivilDate } from '../../core/period.js';
import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { runImport, splitPath, type ImportContext, type ImportPath } from './importContext.js';
import { shownText, type Interchange } from './interchange.js';
import { QUERY_OPERATORS } from './queryBuilder.js';
import { matchOf } from './queryBuilderMatch.js';
import { refuseUnknownKeys } from './queryBuilderKeys.js';
import { isScalar } from '../conditions/leaf.js';

type Fields = Readonly<Record<string, unknown>>;

const PLACEHOLDER = '~';

function readComparison(
  op: keyof typeof QUERY_OPERATORS,
  fact: FactPath,
  { value, valueSource }: Fields,
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  if (valueSource === 'field') {
    if (typeof value !== 'string') return context.refuse(path, 'shape', `${shownText(value)} names no field`);
    const other = splitPath(value, [...path, 'value'], context);
    return other && { op, fact, value: { fact: other } };
  }
  if (!isScalar(value)) return context.refuse(path, 'shape', `${shownText(value)} is no plain value`);
  if (op === 'eq' || op === 'ne') return { op, fact, value };
  if (typeof value === 'number') return { op, fact, value };
  if (!isCivilDate(value) || op === 'lt' || op === 'gt')
    return context.refuse(path, 'text-order', `${shownText(value)} is put in order and is no number`);
  const day = value as string;
  return op === 'gte' ? { op: 'date-in', fact, from: day } : { op: 'date-in', fact, through: day };
}

function readBetween(
  operator: string,
  fact: FactPath,
  value: unknown,
  path: ImportPath,
  context: ImportContext,
): Condition | null {
  const ends: readonly unknown[] = Array.isArray(value) ? Array.from(value as readonly unknown[]) : [];
  const [from, through] = ends;
  let between: Condition;
  if (ends.length === 2 && isCivilDate(from) && isCivilDate(through) && (from as string) <= (through as string))
    between = { op: 'date-in', fact, from: from as string, through: through as string };
  else if (ends.length === 2 && Number.isFinite(from) && Number.isFinite(through))
    between = {
      op: 'all',
      of: [
        { op: 'gte', fact, value: from as number },
        { op: 'lte', fact, value: through as number },
      ],
    };
  else return context.refuse(path, 'shape', `"${operator}" needs a list of two numbers or two civil dates in order`);
  return operator === 'between' ? between : { op: 'not', of: between };
}

/** Reads a rule on a list: its value is a group of conditions on the elements, its operator has no part in it. */
function readMatch(
  { field, match, value }: Fields,
  path: ImportPath,
  depth: number,
  context: ImportContext,
): Condition | null {
  if (typeof field !== 'string') return context.refuse(path, 'shape', 'a rule has a field and an operator');
  if (typeof value !== 'object' || value === null || !('rules' in value))
    return context.refuse(path, 'shape', '"match" needs a group of conditions on the elements as its value');
  const over = splitPath(field, [...path, 'field'], context);
  const where = read(value, [...path, 'value'], depth + 1, context);
  if (over === null || where === null) return null;
  const matched = matchOf(match, [...path, 'match'], context);
  return matched && matched(over, where);
}

function readRule(rule: Fields, path: ImportPath, context: ImportContext): Condition | null {
  const { field, operator, value, valueSource } = rule;
  if (typeof field !== 'string' || typeof operator !== 'string')
    return context.refuse(path, 'shape', 'a rule has a field and an operator');
  if (field === PLACEHOLDER || operator === PLACEHOLDER || value === PLACEHOLDER)
    return context.refuse(path, 'placeholder', 'a rule is not filled in');
  const fact = splitPath(field, [...path, 'field'], context);
  if (fact === null) return null;
  if (operator === 'null' || operator === 'notNull') return { op: operator === 'null' ? 'missing' : 'known', fact };
  if (valueSource !== undefined && valueSource !== 'value' && valueSource !== 'field')
    return context.refuse(path, 'shape', `${shownText(valueSource)} is no source of a value`);
  if (valueSource === 'field' && Array.isArray(value))
    return context.refuse(path, 'shape', `${shownText(value)} names no field`);
  if (operator === 'between' || operator === 'notBetween') return readBetween(operator, fact, value, path, context);
  if (operator === 'in' || operator === 'notIn') {
    const values: readonly unknown[] = Array.isArray(value) ? Array.from(value as readonly unknown[]) : [];
    if (values.length === 0 || !values.every(isScalar))
      return context.refuse(path, 'shape', `"${operator}" needs its values as a list (listsAsArrays)`);
    return { op: operator === 'in' ? 'in' : 'not-in', fact, values };
  }
  const known = Object.entries(QUERY_OPERATORS).find(([, sign]) => sign === operator);
  if (known === undefined) return context.refuse(path, 'operator', `${shownText(operator)} has no counterpart`);
  return readComparison(known[0] as keyof typeof QUERY_OPERATORS, fact, rule, path, context);
}

function read(part: unknown, path: ImportPath, depth: number, context: ImportContext): Condition | null {
  if (!context.enter(path, depth)) return null;
  if (typeof part !== 'object' || part === null || Array.isArray(part))
    return context.refuse(path, 'shape', `${shownText(part)} is neither a rule nor a group`);
  const { rules, combinator, not: isNegated, muted, match } = part as Fields;
  // Truth as the editor takes it: what it may have left out is not to be paid for.
  if (Boolean(muted)) return context.refuse(path, 'muted', 'a part is switched off: take it out');
  const isRule = rules === undefined;
  if (!refuseUnknownKeys(isRule ? 'rule' : 'group', part, path, context)) return null;
  if (isRule)
    return match === undefined
      ? readRule(part as Fields, path, context)
      : readMatch(part as Fields, path, depth, context);
  if (combinator !== 'and' && combinator !== 'or')
    return context.refuse(path, 'operator', `combinator ${shownText(combinator)} has no counterpart`);
  if (isNegated !== undefined && typeof isNegated !== 'boolean')
    return context.refuse(path, 'shape', '"not" must be true or false');
  const members: readonly unknown[] = Array.isArray(rules) ? Array.from(rules as readonly unknown[]) : [];
  if (members.length === 0) return context.refuse(path, 'empty-group', 'an empty group holds for everybody there');
  const found = members.map((member, at) => read(member, [...path, 'rules', at], depth + 1, context));
  const of = found.filter((own) => own !== null);
  if (of.length < found.length) return null;
  const group: Condition = { op: combinator === 'and' ? 'all' : 'any', of };
  return isNegated === true ? { op: 'not', of: group } : group;
}

/**
 * Reads what people made in a visual editor, react-querybuilder, as a condition.
 *
 * Use it with the query as the editor keeps it, with `listsAsArrays` and numbers parsed. Nothing is guessed: a number as text stays text,
 * and an order of text, a search in text, an empty group, a rule that is not filled in or a key that is not known is refused by name.
 *
 * @param query - A group or a rule, from anywhere.
 * @returns A condition with what differs, or what has no counterpart. Never throws.
 * @remarks Understood are `=`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `notIn`, `between`, `notBetween`, `null`, `notNull`, fields as values, the
 * combinators `and` and `or`, `not`, and `match` with its modes for the elements of a list: `all`, `some`, `none`, and `atLeast`, `atMost`,
 * `exactly` so many. What only the editor needs is left aside: `id`, `path`, and `disabled`, which locks a part and leaves it in force.
 * @example
 * ```ts
 * import { fromQueryBuilder } from 'cx-scoring/rewards';
 *
 * const query = { combinator: 'or', not: true, rules: [{ field: 'segment', operator: 'in', value: ['a', 'b'] }] };
 * fromQueryBuilder(query).value; // => { op: 'not', of: { op: 'any', of: [{ op: 'in', fact: ['segment'], values: ['a', 'b'] }] } }
 * fromQueryBuilder({ combinator: 'and', rules: [] }).losses[0]?.code; // => 'empty-group'
 * const late = { combinator: 'and', rules: [{ field: 'days', operator: '>', value: 5 }] };
 * fromQueryBuilder({ field: 'tours', value: late, match: { mode: 'none' } }).value?.op; // => 'none'
 * ```
 */
export function fromQueryBuilder(query: unknown): Interchange<Condition> {
  return runImport('fromQueryBuilder', (context) => read(query, [], 1, context));
}
