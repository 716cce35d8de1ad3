import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, NumberTest, Scalar } from '../../src/rewards/conditions/condition.js';
import { compileCondition } from '../../src/rewards/conditions/compileCondition.js';
import type { ConditionTrace } from '../../src/rewards/conditions/conditionTrace.js';
import type { MetricFact } from '../../src/rewards/conditions/metricFact.js';
import { resultFinder } from '../../src/rewards/conditions/resultFinder.js';
import { failingLeaves, missingFacts } from '../../src/rewards/conditions/traceLeaves.js';
import { truthName, type Truth } from '../../src/rewards/conditions/truth.js';
import { deepFreeze } from '../tools/soundness.js';

const PATHS = [['a'], ['b'], ['c', 'd'], ['c', 'd', 'e'], ['c', 'd', 'e', 'f']] as const;
const LISTS = [['list'], ['c', 'list']] as const;
const DATES = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-02-30'];
const PERIODS = ['month', 'quarter', 'year'] as const;

const path = fc.constantFrom(...PATHS);
const list = fc.constantFrom(...LISTS);
const scalar: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>(0, -0, 1, 2.5, -3, 'x', 'y', '', '1', true, false);
const day = fc.constantFrom(...DATES.slice(0, 3));
const period = fc.constantFrom(...PERIODS);
const operator = fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte');
const test: fc.Arbitrary<NumberTest> = fc.record({ op: operator, value: fc.constantFrom(-1, 0, 1, 1.5, 2, 3) });
const reference = path.map((fact) => ({ fact }));

/** Conditions that absence does not decide: all but `known` and `missing`. */
const leaves: readonly fc.Arbitrary<Condition>[] = [
  fc.record({ op: fc.constantFrom('eq', 'ne'), fact: path, value: fc.oneof(scalar, reference) }),
  fc.record({
    op: fc.constantFrom('lt', 'lte', 'gt', 'gte'),
    fact: path,
    value: fc.oneof(fc.constantFrom(0, 1, 2.5), reference),
  }),
  fc.record({
    op: fc.constantFrom('in', 'not-in'),
    fact: path,
    values: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ op: fc.constant('includes' as const), fact: list, value: scalar }),
  fc.record({ op: fc.constant('date-in' as const), fact: path, from: day }),
  fc.record({ op: fc.constant('same-period' as const), a: path, b: path, period }),
  fc.record({
    op: fc.constant('metric' as const),
    metric: fc.constant('otif'),
    scope: path,
    period,
    over: fc.constantFrom('every-month', 'pooled-period'),
    test: fc.oneof(test, fc.constant({ status: 'green', by: 'bound' } as const)),
    minimumSample: fc.constantFrom(0, 10),
  }),
];
const presence: fc.Arbitrary<Condition> = fc.record({ op: fc.constantFrom('known', 'missing'), fact: path });

function conditionsOf(own: readonly fc.Arbitrary<Condition>[]): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const inner = tie('condition');
    const of = fc.array(inner, { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.oneof(...own),
        fc.record({ op: fc.constantFrom('all', 'any'), of }),
        fc.record({ op: fc.constant('not' as const), of: inner }),
        of.chain((members) =>
          fc.record({
            op: fc.constant('at-least' as const),
            n: fc.integer({ min: 1, max: members.length }),
            of: fc.constant(members),
          }),
        ),
        fc.record({
          op: fc.constantFrom('some', 'every', 'none'),
          over: list,
          where: inner,
          minCount: fc.integer({ min: 1, max: 3 }),
        }),
        fc.record({ op: fc.constant('count' as const), over: list, where: fc.option(inner, { nil: undefined }), test }),
        fc.record({
          op: fc.constant('sum' as const),
          over: list,
          field: path,
          where: fc.option(inner, { nil: undefined }),
          test,
        }),
        fc.constant<Condition>({ op: 'ref', id: 'shared' }),
      ),
    };
  });
  return condition;
}

const monotone = conditionsOf(leaves);
const conditions = conditionsOf([...leaves, presence]);
const SHARED: Readonly<Record<string, Condition>> = {
  shared: {
    op: 'any',
    of: [
      { op: 'gte', fact: ['a'], value: 1 },
      { op: 'eq', fact: ['b'], value: 'x' },
    ],
  },
};

const odd = fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, -0, null, undefined, 5n, Symbol('s'), () => 1);
const value: fc.Arbitrary<unknown> = fc.oneof(scalar, fc.constantFrom(...DATES), odd);
const recordOf = (deeper: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(
    {
      a: value,
      b: value,
      c: fc.record(
        { d: fc.oneof(value, fc.record({ e: fc.oneof(value, fc.record({ f: value })) })), list: deeper },
        { requiredKeys: [] },
      ),
      list: deeper,
    },
    { requiredKeys: [] },
  );
const flat = recordOf(fc.array(value, { maxLength: 3 }));
const facts = recordOf(fc.oneof(value, fc.array(fc.oneof(flat, value), { maxLength: 4 })));
const anything = fc.oneof(
  { weight: 3, arbitrary: facts },
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.array(facts, { maxLength: 2 }),
);

const status = fc.constantFrom('green', 'amber', 'red', 'unknown');
const result: fc.Arbitrary<MetricFact> = fc.record({
  metric: fc.constant('otif'),
  scope: fc.constantFrom('x', '1'),
  period: fc.constantFrom('2026', '2026-Q1', '2026-01', '2026-02', '2026-03'),
  value: fc.constantFrom(null, 0, 1, 2, Number.NaN),
  interval: fc.constant(null),
  sampleSize: fc.constantFrom(0, 10, 100),
  status: fc.record({ point: status, bound: status }),
});
const results = fc.array(result, { maxLength: 5 });

interface Evaluation {
  readonly truth: Truth;
  readonly trace: ConditionTrace;
}

/** Evaluates in both ways, which must agree. */
function evaluate(condition: Condition, data: unknown, own: readonly MetricFact[] = []): Evaluation {
  const compiled = compileCondition('test', condition, SHARED, 1);
  const context = { data, on: '2026-02-14', findResult: resultFinder(own) };
  const trace = compiled.explain(context);
  const truth = truthName(compiled.test(context));
  expect(truth).toBe(trace.truth);
  return { truth, trace };
}

const truthOf = (condition: Condition, data: unknown): Truth => evaluate(condition, data).truth;
const negated = (of: Condition): Condition => ({ op: 'not', of });

describe('conditions', () => {
  it('come out the same with a trace and without, and throw on no data', () => {
    fc.assert(
      fc.property(conditions, anything, results, (condition, data, own) => {
        evaluate(condition, data, own);
      }),
      { numRuns: 3000 },
    );
  });

  it('have traces of plain JSON, and change nothing', () => {
    fc.assert(
      fc.property(conditions, facts, results, (condition, data, own) => {
        const { trace } = evaluate(deepFreeze(condition), deepFreeze(data), deepFreeze(own));
        expect(JSON.parse(JSON.stringify(trace))).toStrictEqual(trace);
      }),
      { numRuns: 500 },
    );
  });

  it('name what is missing exactly where they are unknown, and what failed where they are not true', () => {
    fc.assert(
      fc.property(conditions, facts, results, (condition, data, own) => {
        const { truth, trace } = evaluate(condition, data, own);
        expect(missingFacts(trace).length > 0).toBe(truth === 'unknown');
        const leavesFound = failingLeaves(trace);
        expect(leavesFound.length).toBeGreaterThan(0);
        for (const { at, trace: found } of leavesFound) {
          const reached = at.reduce<ConditionTrace | undefined>((node, place) => node?.of?.[place], trace);
          expect(reached).toBe(found);
          expect(found.truth).toBe(truth);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('read nothing that a polluted prototype offers', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'list'];
    fc.assert(
      fc.property(conditions, facts, scalar, (condition, data, planted) => {
        const before = truthOf(condition, data);
        const compiled = compileCondition('test', condition, SHARED, 1);
        const context = { data, on: '2026-02-14', findResult: () => undefined };
        let after: readonly Truth[] = [];
        try {
          for (const name of names)
            Object.defineProperty(Object.prototype, name, { value: planted, configurable: true, writable: true });
          after = [truthName(compiled.test(context)), compiled.explain(context).truth];
        } finally {
          for (const name of names) Reflect.deleteProperty(Object.prototype, name);
        }
        expect(after).toEqual([before, before]);
      }),
      { numRuns: 500 },
    );
  });

  it('do not call what a list brings along', () => {
    const hostile = (): never => {
      throw new Error('called');
    };
    const own = { map: hostile, every: hostile, some: hostile, includes: hostile, [Symbol.iterator]: hostile };
    fc.assert(
      fc.property(conditions, fc.array(flat, { maxLength: 3 }), (condition, elements) => {
        const expected = truthOf(condition, { list: Array.from(elements) });
        expect(truthOf(condition, { list: Object.assign(Array.from(elements), own) })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('read data that is very deep and very long', () => {
    let deep: unknown = {};
    for (let level = 0; level < 20_000; level++) deep = { c: { d: deep } };
    const long = { list: Array.from({ length: 20_000 }, () => deep) };
    fc.assert(
      fc.property(fc.oneof(...leaves), (condition) => {
        truthOf(condition, deep);
        truthOf({ op: 'some', over: ['list'], where: condition }, long);
      }),
      { numRuns: 10 },
    );
  });
});

/** Takes facts away: the parts whose turn it is become `null`, and lists keep their length. */
function masked(data: unknown, isTaken: () => boolean): unknown {
  if (isTaken()) return null;
  if (Array.isArray(data)) return data.map((own) => masked(own, isTaken));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, own]) => [name, masked(own, isTaken)]));
}

/** Facts that are all there, and plain, so that conditions are often decided. */
const plain = fc.constantFrom<unknown>(0, 1, 2, 'x', '1', '2026-02-28');
const wholeOf = (elements: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record({
    a: plain,
    b: plain,
    c: fc.record({ d: fc.oneof(plain, fc.record({ e: plain })), list: elements }),
    list: elements,
  });
const whole = wholeOf(fc.array(fc.oneof(wholeOf(fc.array(plain, { maxLength: 3 })), plain), { maxLength: 4 }));
const known = fc.uniqueArray(result, { maxLength: 5, selector: ({ scope, period: key }) => `${scope} ${key}` });

describe('what is decided', () => {
  it('stays so when a missing fact or result becomes known', () => {
    const turns = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 });
    let decided = 0;
    fc.assert(
      fc.property(monotone, whole, known, turns, (condition, data, own, pattern) => {
        let turn = 0;
        const less = masked(data, () => ++turn > 1 && pattern[turn % pattern.length] === 0);
        const before = evaluate(condition, less, own.slice(0, pattern[0])).truth;
        if (before === 'unknown') return;
        decided++;
        expect(evaluate(condition, data, own).truth).toBe(before);
      }),
      { numRuns: 5000 },
    );
    // The law would hold of nothing if nothing were decided.
    expect(decided).toBeGreaterThan(500);
  });
});

describe('negation', () => {
  const group = fc.array(conditions, { minLength: 1, maxLength: 4 });

  it('follows De Morgan', () => {
    fc.assert(
      fc.property(group, facts, (of, data) => {
        const opposites = of.map(negated);
        expect(truthOf(negated({ op: 'all', of }), data)).toBe(truthOf({ op: 'any', of: opposites }, data));
        expect(truthOf(negated({ op: 'any', of }), data)).toBe(truthOf({ op: 'all', of: opposites }, data));
        for (let n = 1; n <= of.length; n++) {
          const others = { op: 'at-least', n: of.length - n + 1, of: opposites } as const;
          expect(truthOf(negated({ op: 'at-least', n, of }), data)).toBe(truthOf(others, data));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('follows De Morgan over lists', () => {
    fc.assert(
      fc.property(conditions, facts, list, fc.integer({ min: 1, max: 3 }), (where, data, over, minCount) => {
        const some = truthOf({ op: 'some', over, where, minCount }, data);
        expect(truthOf(negated({ op: 'none', over, where, minCount }), data)).toBe(some);
        expect(truthOf(negated({ op: 'every', over, where: negated(where), minCount }), data)).toBe(some);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['eq', 'ne'],
    ['lt', 'gte'],
    ['lte', 'gt'],
  ] as const)('of %s is %s', (op, opposite) => {
    fc.assert(
      fc.property(path, list, scalar, conditions, facts, (fact, over, own, where, data) => {
        const number = typeof own === 'number' ? own : 1;
        const plainly = (name: NumberTest['op']): Condition => ({ op: name, fact, value: number });
        expect(truthOf(negated(plainly(op)), data)).toBe(truthOf(plainly(opposite), data));
        const counted = (name: NumberTest['op']): Condition => ({
          op: 'count',
          over,
          where,
          test: { op: name, value: number },
        });
        expect(truthOf(negated(counted(op)), data)).toBe(truthOf(counted(opposite), data));
        const summed = (name: NumberTest['op']): Condition =>
          ({ ...counted(name), op: 'sum', field: fact }) as Condition;
        expect(truthOf(negated(summed(op)), data)).toBe(truthOf(summed(opposite), data));
      }),
      { numRuns: 300 },
    );
  });

  it('of in is not-in, of known is missing, and twice is none', () => {
    fc.assert(
      fc.property(path, fc.array(scalar, { minLength: 1 }), conditions, facts, (fact, values, condition, data) => {
        expect(truthOf(negated({ op: 'in', fact, values }), data)).toBe(truthOf({ op: 'not-in', fact, values }, data));
        expect(truthOf(negated({ op: 'known', fact }), data)).toBe(truthOf({ op: 'missing', fact }, data));
        expect(truthOf(negated(negated(condition)), data)).toBe(truthOf(condition, data));
      }),
      { numRuns: 500 },
    );
  });
});
