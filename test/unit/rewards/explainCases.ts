import type { Condition } from '../../../src/rewards/conditions/condition.js';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import type { RewardDecision } from '../../../src/rewards/evaluation/rewardDecision.js';
import { explainDecision } from '../../../src/rewards/explanations/explainDecision.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import { eventFact, otifResult } from './mechanics.js';
import { RULE } from './saleRule.js';

/** A small rule to explain. */
export const SMALL = RULE;

/** A condition, the data it is read from, and what is said of it. */
export interface ReasonCase {
  readonly title: string;
  readonly when: Condition;
  readonly data: RewardFact['data'];
  readonly results?: readonly MetricFact[];
}

/** The decision of a rule with that condition. */
export function decide({ when, data, results = [] }: Omit<ReasonCase, 'title'>): RewardDecision {
  const fact = eventFact('f', 'sale', '2026-03-02', { who: 'lea', what: 'x', ...data });
  const shared = { ready: { op: 'eq', fact: ['a'], value: 1 } } as const;
  const done = evaluateRewards({ rules: [{ ...SMALL, when }], facts: [fact], results, shared, asOf: '2026-12-31' });
  return done.decisions[0] as RewardDecision;
}

/** What is said of it. */
export function reasonsFor(own: ReasonCase, locale: 'en' | 'fr'): readonly string[] {
  return explainDecision(decide(own), { locale }).reasons;
}

const A = { op: 'eq', fact: ['a'], value: 1 } as const;
const B = { op: 'gt', fact: ['b'], value: 2 } as const;
const metric = {
  op: 'metric',
  metric: 'otif',
  scope: ['net'],
  period: 'quarter',
  over: 'pooled-period',
  test: { status: 'green', by: 'point' },
} as const;
const byBound = { ...metric, test: { status: 'amber', by: 'bound' } } as const;

/** One of each operator and of each reason for which something is unknown. */
export const CASES: readonly ReasonCase[] = [
  { title: 'eq', when: A, data: { a: 2 } },
  { title: 'eq of text', when: { ...A, value: 'x' }, data: { a: 'y' } },
  { title: 'eq of two facts', when: { ...A, value: { fact: ['c', 'd'] } }, data: { a: 2, c: { d: 3 } } },
  { title: 'ne', when: { ...A, op: 'ne' }, data: { a: 1 } },
  { title: 'ne of two facts', when: { ...A, op: 'ne', value: { fact: ['b'] } }, data: { a: 'x', b: 'x' } },
  { title: 'lt', when: { op: 'lt', fact: ['a'], value: 1.5 }, data: { a: 12000 } },
  { title: 'lt of two facts', when: { op: 'lt', fact: ['a'], value: { fact: ['b'] } }, data: { a: 2, b: 1 } },
  { title: 'lte', when: { op: 'lte', fact: ['a'], value: 1 }, data: { a: 2026 } },
  { title: 'lte of two facts', when: { op: 'lte', fact: ['a'], value: { fact: ['b'] } }, data: { a: 2, b: 1 } },
  { title: 'gt', when: B, data: { b: -2 } },
  { title: 'gt of two facts', when: { op: 'gt', fact: ['a'], value: { fact: ['b'] } }, data: { a: 1, b: 1 } },
  { title: 'gte', when: { op: 'gte', fact: ['a'], value: 0.3 }, data: { a: 0.1 } },
  { title: 'gte of two facts', when: { op: 'gte', fact: ['a'], value: { fact: ['b'] } }, data: { a: 0, b: 1 } },
  { title: 'in', when: { op: 'in', fact: ['a'], values: ['x', 'y', 'z'] }, data: { a: 'w' } },
  { title: 'not-in', when: { op: 'not-in', fact: ['a'], values: [1, 2, 3] }, data: { a: 2 } },
  { title: 'not-in of one', when: { op: 'not-in', fact: ['a'], values: [true] }, data: { a: true } },
  { title: 'includes', when: { op: 'includes', fact: ['a'], value: 'x' }, data: { a: ['y'] } },
  {
    title: 'date-in',
    when: { op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' },
    data: { a: '2026-02-01' },
  },
  { title: 'date-in from', when: { op: 'date-in', fact: ['a'], from: '2026-01-01' }, data: { a: '2025-12-31' } },
  { title: 'date-in through', when: { op: 'date-in', fact: ['a'], through: '2026-01-31' }, data: { a: '2026-02-01' } },
  {
    title: 'same-period',
    when: { op: 'same-period', a: ['a'], b: ['b'], period: 'month' },
    data: { a: '2026-02-01', b: '2026-03-01' },
  },
  {
    title: 'same quarter',
    when: { op: 'same-period', a: ['a'], b: ['b'], period: 'quarter' },
    data: { a: '2026-02-01', b: '2026-04-01' },
  },
  {
    title: 'same year',
    when: { op: 'same-period', a: ['a'], b: ['b'], period: 'year' },
    data: { a: '2026-02-01', b: '2027-02-01' },
  },
  { title: 'known', when: { op: 'known', fact: ['a'] }, data: {} },
  { title: 'missing', when: { op: 'missing', fact: ['a'] }, data: { a: false } },
  { title: 'ref', when: { op: 'ref', id: 'ready' }, data: { a: 2 } },
  { title: 'all', when: { op: 'all', of: [A, B] }, data: { a: 2, b: 3 } },
  { title: 'any', when: { op: 'any', of: [A, B] }, data: { a: 2, b: 2 } },
  { title: 'at-least', when: { op: 'at-least', n: 2, of: [A, B, { op: 'known', fact: ['c'] }] }, data: { a: 1, b: 2 } },
  { title: 'at-least 1', when: { op: 'at-least', n: 1, of: [A, B] }, data: { a: 2, b: 2 } },
  { title: 'not', when: { op: 'not', of: A }, data: { a: 1 } },
  {
    title: 'not of all',
    when: { op: 'not', of: { op: 'all', of: [A, { op: 'any', of: [B, A] }] } },
    data: { a: 1, b: 2 },
  },
  { title: 'not of not', when: { op: 'not', of: { op: 'not', of: A } }, data: { a: 2 } },
  {
    title: 'not of at-least',
    when: { op: 'not', of: { op: 'at-least', n: 1, of: [A, { op: 'ref', id: 'ready' }] } },
    data: { a: 1 },
  },
  {
    title: 'not of at-least 2',
    when: { op: 'not', of: { op: 'at-least', n: 2, of: [A, { op: 'ref', id: 'ready' }] } },
    data: { a: 1 },
  },
  { title: 'not that holds', when: { op: 'not', of: A }, data: { a: 2 } },
  { title: 'not, unknown', when: { op: 'not', of: A }, data: {} },
  {
    title: 'some',
    when: { op: 'some', over: ['l'], where: A },
    data: { l: [{ a: 2 }, { a: 3 }, { a: 4 }, { a: 5 }, { a: 6 }] },
  },
  { title: 'some of none', when: { op: 'some', over: ['l'], where: A, minCount: 1 }, data: { l: [] } },
  { title: 'every', when: { op: 'every', over: ['l'], where: A, minCount: 2 }, data: { l: [{ a: 1 }, { a: 2 }, {}] } },
  { title: 'every that holds', when: { op: 'every', over: ['l'], where: A }, data: { l: [{ a: 1 }] } },
  {
    title: 'none',
    when: { op: 'none', over: ['l'], where: { op: 'all', of: [A, B] } },
    data: {
      l: [
        { a: 2, b: 2 },
        { a: 1, b: 3 },
      ],
    },
  },
  {
    title: 'count',
    when: { op: 'count', over: ['l'], where: A, test: { op: 'gte', value: 2 } },
    data: { l: [{ a: 1 }, { a: 2 }] },
  },
  { title: 'count of all', when: { op: 'count', over: ['l'], test: { op: 'eq', value: 2 } }, data: { l: [1] } },
  {
    title: 'count of an empty list',
    when: { op: 'count', over: ['l'], where: A, test: { op: 'gt', value: 0 } },
    data: { l: [] },
  },
  {
    title: 'sum',
    when: { op: 'sum', over: ['l'], field: ['m'], where: A, test: { op: 'gte', value: 20000 } },
    data: {
      l: [
        { a: 1, m: 10000 },
        { a: 2, m: 9 },
      ],
    },
  },
  {
    title: 'sum of all',
    when: { op: 'sum', over: ['l'], field: ['m'], test: { op: 'lt', value: 2 } },
    data: { l: [{ m: 2 }] },
  },
  {
    title: 'sum of an empty list',
    when: { op: 'sum', over: ['l'], field: ['m'], test: { op: 'gt', value: 0 } },
    data: { l: [] },
  },
  { title: 'metric', when: metric, data: { net: 'n' }, results: [otifResult('n', '2026-Q1', 'red')] },
  {
    title: 'metric by bound',
    when: byBound,
    data: { net: 'n' },
    results: [otifResult('n', '2026-Q1', 'amber', 'green')],
  },
  {
    title: 'metric by value',
    when: { ...metric, test: { op: 'gte', value: 0.96 } },
    data: { net: 'n' },
    results: [otifResult('n', '2026-Q1', 'red')],
  },
  {
    title: 'metric of every month',
    when: { ...metric, over: 'every-month' },
    data: { net: 'n' },
    results: [
      otifResult('n', '2026-01', 'green'),
      otifResult('n', '2026-02', 'amber'),
      otifResult('n', '2026-03', 'red'),
    ],
  },
  { title: 'missing fact', when: A, data: {} },
  { title: 'missing other fact', when: { ...A, value: { fact: ['b'] } }, data: { a: 1 } },
  { title: 'missing own fact of two', when: { ...A, value: { fact: ['b'] } }, data: { b: 1 } },
  { title: 'missing both facts', when: { ...A, value: { fact: ['b'] } }, data: {} },
  { title: 'missing element', when: { op: 'includes', fact: ['a'], value: 'x' }, data: { a: [null] } },
  { title: 'element of another type', when: { op: 'includes', fact: ['a'], value: 'x' }, data: { a: [1, 2] } },
  { title: 'no list to include', when: { op: 'includes', fact: ['a'], value: 'x' }, data: { a: 'x' } },
  { title: 'wrong type', when: A, data: { a: { b: 1 } } },
  { title: 'wrong type, a list', when: A, data: { a: [1, 2] } },
  { title: 'wrong type, a list of one', when: A, data: { a: [1] } },
  { title: 'wrong type, a long text', when: A, data: { a: 'x'.repeat(121) } },
  { title: 'wrong types of two', when: { ...A, value: { fact: ['b'] } }, data: { a: 1, b: 'x' } },
  { title: 'wrong type of a list', when: { op: 'every', over: ['l'], where: A }, data: { l: 3 } },
  { title: 'missing list', when: { op: 'count', over: ['l'], where: A, test: { op: 'gt', value: 0 } }, data: {} },
  { title: 'wrong type of a scope', when: metric, data: { net: true } },
  { title: 'missing scope', when: metric, data: {} },
  { title: 'not finite', when: A, data: { a: Number.NaN } },
  { title: 'infinite', when: A, data: { a: Infinity } },
  { title: 'invalid date', when: { op: 'date-in', fact: ['a'], from: '2026-01-01' }, data: { a: '2026-02-30' } },
  { title: 'wrong type of a date', when: { op: 'date-in', fact: ['a'], from: '2026-01-01' }, data: { a: 3 } },
  {
    title: 'invalid dates',
    when: { op: 'same-period', a: ['a'], b: ['b'], period: 'month' },
    data: { a: 'x', b: '2026-03-01' },
  },
  {
    title: 'invalid summand',
    when: { op: 'sum', over: ['l'], field: ['m'], test: { op: 'gt', value: 0 } },
    data: { l: [{ m: 1.5 }, { m: 'x' }, {}] },
  },
  {
    title: 'summand in doubt',
    when: { op: 'sum', over: ['l'], field: ['m'], where: A, test: { op: 'gt', value: 0 } },
    data: { l: [{ m: 1 }] },
  },
  {
    title: 'sum too large',
    when: { op: 'sum', over: ['l'], field: ['m'], test: { op: 'gt', value: 0 } },
    data: { l: [{ m: 9007199254740991 }, { m: 1 }] },
  },
  { title: 'too few', when: { op: 'every', over: ['l'], where: A, minCount: 3 }, data: { l: [{ a: 1 }] } },
  {
    title: 'count in doubt',
    when: { op: 'count', over: ['l'], where: A, test: { op: 'gte', value: 2 } },
    data: { l: [{ a: 1 }, {}] },
  },
  { title: 'element in doubt', when: { op: 'none', over: ['l'], where: A }, data: { l: [{ a: 2 }, {}] } },
  { title: 'at-least in doubt', when: { op: 'at-least', n: 2, of: [A, B] }, data: { a: 1 } },
  { title: 'no result', when: metric, data: { net: 'n' } },
  { title: 'no status', when: metric, data: { net: 'n' }, results: [otifResult('n', '2026-Q1', 'unknown')] },
  {
    title: 'small sample',
    when: { ...metric, minimumSample: 300 },
    data: { net: 'n' },
    results: [otifResult('n', '2026-Q1', 'green')],
  },
  {
    title: 'unknown size',
    when: { ...metric, minimumSample: 300 },
    data: { net: 'n' },
    results: [{ ...otifResult('n', '2026-Q1', 'green'), sampleSize: null as unknown as number }],
  },
];
