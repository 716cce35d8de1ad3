import type {
  EqualityCondition,
  FactReference,
  InclusionCondition,
  MembershipCondition,
  NumberTest,
  OrderCondition,
  Scalar,
} from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { and, not, or, type FactKind, type Formula } from './formula.js';

const KINDS: readonly FactKind[] = ['text', 'number', 'truth'];

/** The comparison that holds where another, of facts that can be compared, does not. */
export function opposite(op: NumberTest['op']): NumberTest['op'] {
  const opposites = { eq: 'ne', ne: 'eq', lt: 'gte', gte: 'lt', gt: 'lte', lte: 'gt' } as const;
  return opposites[op];
}

function kindOf(value: Scalar): FactKind {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'truth';
}

/** A fact is of a kind. */
export function isKind(path: FactPath, kind: FactKind): Formula {
  return { is: 'kind', path, kind };
}

/** A fact compares so with a value or another fact. */
export function compare(op: NumberTest['op'], path: FactPath, value: Scalar | FactReference): Formula {
  return { is: 'compare', op, path, value };
}

/** `eq` or `ne` holds, or fails, for certain. */
export function definiteEquality({ op, fact, value }: EqualityCondition, holds: boolean): Formula {
  const isSame = (op === 'eq') === holds;
  if (typeof value === 'object') {
    const judged = compare(isSame ? 'eq' : 'ne', fact, value);
    return and(or(...KINDS.map((kind) => and(isKind(fact, kind), isKind(value.fact, kind)))), judged);
  }
  if (isSame) return compare('eq', fact, value);
  if (typeof value === 'boolean') return compare('eq', fact, !value);
  return and(isKind(fact, kindOf(value)), compare('ne', fact, value));
}

/** `lt`, `lte`, `gt` or `gte` holds, or fails, for certain. */
export function definiteOrder({ op, fact, value }: OrderCondition, holds: boolean): Formula {
  const judged = compare(holds ? op : opposite(op), fact, value);
  const isNumber = isKind(fact, 'number');
  return typeof value === 'object' ? and(isNumber, isKind(value.fact, 'number'), judged) : and(isNumber, judged);
}

/** `in` or `not-in` holds, or fails, for certain. */
export function definiteMembership({ op, fact, values }: MembershipCondition, holds: boolean): Formula {
  const isInside: Formula = { is: 'one-of', path: fact, values };
  if ((op === 'in') === holds) return isInside;
  const kinds = KINDS.filter((kind) => values.some((value) => kindOf(value) === kind));
  return and(or(...kinds.map((kind) => isKind(fact, kind))), not(isInside));
}

/** `includes` holds, or fails, for certain. */
export function definiteInclusion({ fact, value }: InclusionCondition, holds: boolean): Formula {
  if (holds) return { is: 'some', over: fact, where: compare('eq', [], value) };
  const isOther = definiteEquality({ op: 'eq', fact: [], value }, false);
  return and(isKind(fact, 'list'), not({ is: 'some', over: fact, where: not(isOther) }));
}

/** `date-in` holds, or fails, for certain, of text that is taken for a date. */
export function definiteDate(
  fact: FactPath,
  from: string | undefined,
  through: string | undefined,
  holds: boolean,
): Formula {
  const ends = [
    ...(from === undefined ? [] : [compare(holds ? 'gte' : 'lt', fact, from)]),
    ...(through === undefined ? [] : [compare(holds ? 'lte' : 'gt', fact, through)]),
  ];
  return and(isKind(fact, 'text'), holds ? and(...ends) : or(...ends));
}
