import type { Condition, CountCondition, ElementsCondition } from '../conditions/condition.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import {
  definiteDate,
  definiteEquality,
  definiteInclusion,
  definiteMembership,
  definiteOrder,
  isKind,
  opposite,
} from './definiteLeaf.js';
import { ALWAYS, and, atLeast, NEVER, not, or, type Formula } from './formula.js';

/** What turning a condition into formulas needs beside the condition. */
export interface TwoValuedScope {
  /** Shared conditions, free of circles. */
  readonly shared: SharedConditions;
  /** Tells whether a part can be said at all; one that cannot is unknown. */
  readonly canSay: (condition: Condition) => boolean;
}

/** Shared conditions are there: compiling has seen to it. */
export function resolved(id: string, shared: SharedConditions): Condition {
  return shared[id] as Condition;
}

/** Pushes negation through groups, down to the leaves; `leafOf` says when a leaf holds or fails. */
function push(
  condition: Condition,
  holds: boolean,
  scope: TwoValuedScope,
  leafOf: (leaf: Condition, holds: boolean) => Formula,
): Formula {
  const inner = (own: Condition, wanted: boolean): Formula => push(own, wanted, scope, leafOf);
  if (condition.op === 'all' || condition.op === 'any') {
    const members = condition.of.map((own) => inner(own, holds));
    return (condition.op === 'all') === holds ? and(...members) : or(...members);
  }
  if (condition.op === 'not') return inner(condition.of, !holds);
  if (condition.op === 'ref') return inner(resolved(condition.id, scope.shared), holds);
  if (condition.op !== 'at-least') return leafOf(condition, holds);
  const { n, of } = condition;
  const members = of.map((own) => inner(own, holds));
  // Fewer than n hold where more than the others fail.
  return atLeast(holds ? n : of.length - n + 1, members);
}

function definiteElements(
  { op, over, where, minCount = 1 }: ElementsCondition,
  holds: boolean,
  scope: TwoValuedScope,
): Formula {
  // "None" is "every" of the opposite, and one element unmakes both.
  const isOne = op === 'some' ? holds : !holds;
  const each = definite(where, op === 'none' ? !holds : holds, scope);
  if (isOne) return { is: 'some', over, where: each };
  const isEnough: Formula = { is: 'size', over, where: ALWAYS, op: 'gte', value: minCount };
  return and(minCount > 1 ? isEnough : ALWAYS, { is: 'all', over, where: each });
}

function definiteCount({ over, where, test }: CountCondition, holds: boolean, scope: TwoValuedScope): Formula {
  const op = holds ? test.op : opposite(test.op);
  const { value } = test;
  const size = (least: boolean, own: 'lt' | 'lte' | 'gt' | 'gte'): Formula => {
    const counts = where === undefined ? ALWAYS : least ? definite(where, true, scope) : possible(where, true, scope);
    return { is: 'size', over, where: counts, op: own, value };
  };
  // The count lies between those that certainly count and those that may.
  const isList = isKind(over, 'list');
  if (op === 'gt' || op === 'gte') return and(isList, size(true, op));
  if (op === 'lt' || op === 'lte') return and(isList, size(false, op));
  if (op === 'eq') return and(isList, size(true, 'gte'), size(false, 'lte'));
  return and(isList, Number.isInteger(value) ? or(size(false, 'lt'), size(true, 'gt')) : ALWAYS);
}

function definiteLeaf(condition: Condition, holds: boolean, scope: TwoValuedScope): Formula {
  if (!scope.canSay(condition)) return NEVER;
  switch (condition.op) {
    case 'eq':
    case 'ne':
      return definiteEquality(condition, holds);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return definiteOrder(condition, holds);
    case 'in':
    case 'not-in':
      return definiteMembership(condition, holds);
    case 'includes':
      return definiteInclusion(condition, holds);
    case 'date-in':
      return definiteDate(condition.fact, condition.from, condition.through, holds);
    case 'some':
    case 'every':
    case 'none':
      return definiteElements(condition, holds, scope);
    case 'count':
      return definiteCount(condition, holds, scope);
    case 'known':
    case 'missing': {
      const isKnown: Formula = { is: 'known', path: condition.fact };
      return (condition.op === 'known') === holds ? isKnown : not(isKnown);
    }
    // What no language with two values can say, and what was taken apart before.
    case 'metric':
    case 'same-period':
    case 'sum':
    case 'all':
    case 'any':
    case 'not':
    case 'at-least':
    case 'ref':
      return NEVER;
  }
}

/** A formula that is true where a condition is true, or false, for certain. */
export function definite(condition: Condition, holds: boolean, scope: TwoValuedScope): Formula {
  return push(condition, holds, scope, (leaf, wanted) => definiteLeaf(leaf, wanted, scope));
}

/** A formula that is true where a condition is true, or false, or unknown: where it is not the opposite for certain. */
export function possible(condition: Condition, holds: boolean, scope: TwoValuedScope): Formula {
  return push(condition, holds, scope, (leaf, wanted) => not(definiteLeaf(leaf, !wanted, scope)));
}
