import type { ParameterValue } from '../../core/definition.js';
import type { EqualityCondition, MetricCondition, NumberTest, Scalar } from '../conditions/condition.js';
import type { ConditionTrace } from '../conditions/conditionTrace.js';
import { isFactPath, type FactPath } from '../conditions/factPath.js';
import type { Claim, ElementClaim } from './claim.js';

type Expected = Readonly<Record<string, ParameterValue | undefined>>;

const ORDERS: readonly unknown[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'];

/** Reads what a trace expected, where it is more than a plain value. */
export function expectedOf({ expected }: ConditionTrace): Expected {
  return (Array.isArray(expected) ? {} : Object(expected)) as Expected;
}

/** The other fact that a trace compares with; `null` where it compares with a value. */
export function otherFact(trace: ConditionTrace): FactPath | null {
  const { fact } = expectedOf(trace);
  return isFactPath(fact) ? fact : null;
}

function testOf({ op, value }: Expected): NumberTest | null {
  return ORDERS.includes(op) && typeof value === 'number' ? { op: op as NumberTest['op'], value } : null;
}

/** What the elements of a list were held against: the trace of any of them tells, an empty list does not. */
function elementClaim({ op, of, reason }: ConditionTrace): ElementClaim {
  const [first] = of ?? [];
  if (op === 'sum' && first !== undefined) return first.of?.[0] === undefined ? null : claimOfTrace(first.of[0]);
  if (first !== undefined) return claimOfTrace(first);
  return op === 'count' && of === undefined && reason === undefined ? null : 'undescribed';
}

function metricClaim(trace: ConditionTrace): Claim | null {
  const told = expectedOf(trace);
  const { metric, scope, period, status, by } = told;
  const test: MetricCondition['test'] | null =
    (status === 'green' || status === 'amber' || status === 'red') && (by === 'point' || by === 'bound')
      ? { status, by }
      : testOf(told);
  if (typeof metric !== 'string' || test === null) return null;
  return {
    op: 'metric',
    metric,
    scope: typeof scope === 'string' ? scope : (trace.fact ?? []),
    period: typeof period === 'string' ? period : null,
    test,
    minimumSample: 0,
  };
}

function listClaim(trace: ConditionTrace): Claim | null {
  const { op, fact: over = [] } = trace;
  const where = elementClaim(trace);
  if (op === 'some' || op === 'every' || op === 'none') {
    const { minCount } = expectedOf(trace);
    return { op, over, where, minCount: typeof minCount === 'number' ? minCount : 1 };
  }
  const test = testOf(expectedOf(trace));
  if (op !== 'count' && op !== 'sum') return null;
  return test && { op, over, where, test, field: op === 'sum' ? (trace.of?.[0]?.fact ?? null) : null };
}

function leafClaim(trace: ConditionTrace): Claim | null {
  const { op, fact, expected } = trace;
  if (fact === undefined || expected === undefined) return null;
  const other = otherFact(trace);
  if (op === 'in' || op === 'not-in')
    return Array.isArray(expected) ? { op, fact, values: expected as readonly Scalar[] } : null;
  if (op === 'includes') return { op, fact, value: expected as Scalar };
  if (op === 'known' || op === 'missing') return { op, fact };
  const { from, through, period } = expectedOf(trace);
  if (op === 'date-in') {
    const [first, last] = [from, through].map((day) => (typeof day === 'string' ? day : undefined));
    return first === undefined && last === undefined ? null : { op, fact, from: first, through: last };
  }
  if (op === 'same-period') {
    const isUnit = period === 'month' || period === 'quarter' || period === 'year';
    return isUnit && other !== null ? { op, a: fact, b: other, period } : null;
  }
  if (!ORDERS.includes(op) || (other === null && Object(expected) === expected)) return null;
  return { op, fact, value: other === null ? expected : { fact: other } } as EqualityCondition;
}

function compoundClaim({ op, of = [], expected, id }: ConditionTrace): Claim | null {
  const members = (): readonly Claim[] => of.map(claimOfTrace);
  const [only] = of;
  if (op === 'all' || op === 'any') return { op, of: members() };
  if (op === 'at-least') return { op, n: typeof expected === 'number' ? expected : 1, of: members() };
  if (op === 'ref') return { op, id: id ?? '' };
  return op === 'not' && only !== undefined ? { op, of: claimOfTrace(only) } : null;
}

/** What a condition claimed, read back from its trace; one of a later version of the language by its operator only. */
export function claimOfTrace(trace: ConditionTrace): Claim {
  const claim =
    trace.op === 'metric' ? metricClaim(trace) : (compoundClaim(trace) ?? listClaim(trace) ?? leafClaim(trace));
  return claim ?? { op: 'unknown', name: trace.op };
}
