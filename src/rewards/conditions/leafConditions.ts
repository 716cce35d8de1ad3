import type {
  EqualityCondition,
  FactReference,
  InclusionCondition,
  MembershipCondition,
  OrderCondition,
  PresenceCondition,
} from './condition.js';
import { requireRule, type CompiledCondition, type ConditionCompiler } from './compiledCondition.js';
import { shownFact, type UnknownReason } from './conditionTrace.js';
import { factReader, type FactReader } from './factPath.js';
import { isScalar, leaf, pairLeaf, scalarFault } from './leaf.js';
import { compareNumbers, comparisonOf } from './numberTest.js';
import { FALSE, TRUE, truthCode, UNKNOWN, type TruthCode } from './truth.js';

const SCALARS = 'text, a finite number, true or false';

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact');
}

/** Compiles a comparison of two facts. */
function comparePair(
  {
    op,
    fact,
    value,
  }: { readonly op: EqualityCondition['op'] | OrderCondition['op'] } & {
    readonly fact: OrderCondition['fact'];
    readonly value: FactReference;
  },
  where: string,
  read: FactReader,
  judge: (actual: unknown, other: unknown) => TruthCode,
): CompiledCondition {
  const readOther = factReader(`${where}: fact in the value of "${op}"`, value.fact);
  return pairLeaf({
    op,
    fact,
    read,
    readOther,
    judge,
    faultOf: (own) => (isScalar(own) ? null : scalarFault(own)),
    expectedOf: (other) => ({ fact: value.fact, value: other }),
  });
}

/** Compiles `eq` and `ne`: equal types only, so that `ne` does not pay for what is missing. */
export const compileEquality: ConditionCompiler<EqualityCondition> = ({ op, fact, value }, { where }) => {
  const read = factReader(`${where}: fact of "${op}"`, fact);
  const same = truthCode(op === 'eq');
  const other = truthCode(op !== 'eq');
  if (isReference(value))
    return comparePair({ op, fact, value }, where, read, (actual, expected) => {
      if (typeof actual !== typeof expected || !isScalar(actual) || !isScalar(expected)) return UNKNOWN;
      return actual === expected ? same : other;
    });
  requireRule(isScalar(value), where, `value of "${op}"`, `${SCALARS}, or { fact }`, value);
  const type = typeof value;
  const judge = (actual: unknown): TruthCode => {
    if (actual === value) return same;
    return typeof actual === type && isScalar(actual) ? other : UNKNOWN;
  };
  return leaf({ op, fact, expected: shownFact(value) }, read, judge, scalarFault);
};

/** Compiles `lt`, `lte`, `gt` and `gte`: numbers only. */
export const compileOrder: ConditionCompiler<OrderCondition> = ({ op, fact, value }, { where }) => {
  const read = factReader(`${where}: fact of "${op}"`, fact);
  const comparison = comparisonOf(op);
  const compare = (actual: unknown, expected: unknown): TruthCode =>
    Number.isFinite(actual) && Number.isFinite(expected)
      ? compareNumbers(comparison, actual as number, expected as number)
      : UNKNOWN;
  if (isReference(value)) return comparePair({ op, fact, value }, where, read, compare);
  requireRule(Number.isFinite(value), where, `value of "${op}"`, 'a finite number or { fact }', value);
  const judge = (actual: unknown): TruthCode => compare(actual, value);
  return leaf({ op, fact, expected: shownFact(value) }, read, judge, scalarFault);
};

/** Compiles `in` and `not-in`; a fact of a type that none of the values has is unknown. */
export const compileMembership: ConditionCompiler<MembershipCondition> = ({ op, fact, values }, { where }) => {
  const members: readonly unknown[] = Array.isArray(values) ? Array.from(values as readonly unknown[]) : [];
  const isList = members.length > 0 && members.every(isScalar);
  requireRule(isList, where, `values of "${op}"`, 'a list of at least one text, finite number, true or false', values);
  const found = new Set<unknown>(members);
  const types = new Set(members.map((value) => typeof value));
  const inside = truthCode(op === 'in');
  const outside = truthCode(op !== 'in');
  const judge = (actual: unknown): TruthCode => {
    if (found.has(actual)) return inside;
    return types.has(typeof actual) && isScalar(actual) ? outside : UNKNOWN;
  };
  const read = factReader(`${where}: fact of "${op}"`, fact);
  return leaf({ op, fact, expected: members.map(shownFact) }, read, judge, scalarFault);
};

/** Why it is unknown whether a list holds a value: the first element that cannot be compared with it. */
function inclusionFault(list: unknown, type: string): UnknownReason {
  if (!Array.isArray(list)) return list === undefined ? 'missing' : 'wrong-type';
  let at = 0;
  while (typeof list[at] === type && isScalar(list[at])) at++;
  return scalarFault(list[at]);
}

/** Compiles `includes`: an element equals the value; elements that are missing or of another type leave it unknown unless one does. */
export const compileInclusion: ConditionCompiler<InclusionCondition> = ({ op, fact, value }, { where }) => {
  requireRule(isScalar(value), where, `value of "${op}"`, SCALARS, value);
  const type = typeof value;
  const judge = (actual: unknown): TruthCode => {
    if (!Array.isArray(actual)) return UNKNOWN;
    let truth: TruthCode = FALSE;
    // By position, not by the methods of the list: those pass over holes, and its own properties may hide them.
    for (let at = 0; at < actual.length; at++) {
      const own: unknown = actual[at];
      if (own === value) return TRUE;
      if (typeof own !== type || !isScalar(own)) truth = UNKNOWN;
    }
    return truth;
  };
  const read = factReader(`${where}: fact of "${op}"`, fact);
  return leaf({ op, fact, expected: shownFact(value) }, read, judge, (list) => inclusionFault(list, type));
};

/** Compiles `known` and `missing`: a number that is not finite is not known. */
export const compilePresence: ConditionCompiler<PresenceCondition> = ({ op, fact }, { where }) => {
  const judge = (actual: unknown): TruthCode => {
    const isKnown = actual !== undefined && (typeof actual !== 'number' || Number.isFinite(actual));
    return truthCode(isKnown === (op === 'known'));
  };
  return leaf({ op, fact, expected: op }, factReader(`${where}: fact of "${op}"`, fact), judge, scalarFault);
};
