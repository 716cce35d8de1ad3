import { describe, expect, it } from 'vitest';
import { compileCount, compileSum } from '../../../src/rewards/conditions/figureConditions.js';
import { refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

const MOST = Number.MAX_SAFE_INTEGER;
const where = { op: 'eq', fact: ['type'], value: 'sale' };
const count = (op: string, value: unknown, own: unknown = where): unknown => ({
  op: 'count',
  over: ['list'],
  where: own,
  test: { op, value },
});
const sum = (op: string, value: unknown, own?: unknown): unknown => ({
  op: 'sum',
  over: ['list'],
  field: ['n'],
  where: own,
  test: { op, value },
});
const numbers = (...list: readonly unknown[]): unknown => ({ list: list.map((n) => ({ n })) });

describe('count', () => {
  const SALE = { type: 'sale' };
  const OTHER = { type: 'visit' };

  it.each([
    ['gte', 1, [], 'false'],
    ['eq', 0, [], 'true'],
    ['gte', 2, [SALE, SALE, OTHER], 'true'],
    ['gte', 3, [SALE, SALE, OTHER], 'false'],
    ['gte', 3, [SALE, SALE, {}], 'unknown'],
    ['gte', 2, [SALE, SALE, {}], 'true'],
    ['gte', 4, [SALE, SALE, {}], 'false'],
    ['lt', 2, [SALE, SALE, {}], 'false'],
    ['lt', 4, [SALE, SALE, {}], 'true'],
    ['eq', 2, [SALE, SALE, {}], 'unknown'],
    ['eq', 3, [SALE, SALE, {}], 'unknown'],
    ['eq', 4, [SALE, SALE, {}], 'false'],
    ['ne', 1, [SALE, SALE, {}], 'true'],
    ['eq', 1, [{}, {}], 'unknown'],
    ['eq', 0.5, [{}], 'false'],
    ['ne', 0.5, [{}], 'true'],
    ['gte', 1, [null], 'unknown'],
  ])('%s %d of %o: %s', (op, value, list, truth) => {
    expect(truthOf(count(op, value), { list })).toBe(truth);
  });

  it('counts all elements where it is not told which', () => {
    const all = { op: 'count', over: ['list'], test: { op: 'eq', value: 3 } };
    expect(traceOf(all, { list: [null, {}, 'a'] })).toEqual({
      op: 'count',
      truth: 'true',
      fact: ['list'],
      expected: { op: 'eq', value: 3 },
      actual: 3,
    });
    expect(truthOf(all, { list: [1, 2] })).toBe('false');
  });

  it('tells the count, or between which it lies, and each element', () => {
    const { of, ...own } = traceOf(count('gte', 3), { list: [SALE, {}, OTHER, {}] });
    const expected = { op: 'gte', value: 3 };
    expect(own).toEqual({ op: 'count', truth: 'unknown', fact: ['list'], expected, actual: '1 to 3' });
    expect(of?.map(({ truth }) => truth)).toEqual(['true', 'unknown', 'false', 'unknown']);
    expect(traceOf(count('gte', 3), { list: [SALE] }).actual).toBe(1);
    expect(traceOf(count('gte', 3), { list: [] }).actual).toBe(0);
  });
});

describe('sum', () => {
  it.each([
    ['gte', 10, [4, 6], 'true'],
    ['gte', 11, [4, 6], 'false'],
    ['eq', 0, [], 'true'],
    ['gt', 0, [], 'false'],
    ['eq', 0, [-0, -0], 'true'],
    ['eq', -3, [4, -7], 'true'],
    ['gte', 1, [5, null], 'unknown'],
    ['gte', 1, [5, '5'], 'unknown'],
    ['gte', 1, [5, 0.5], 'unknown'],
    ['gte', 1, [0.5, 0.5], 'unknown'],
    ['gte', 1, [5, Number.NaN], 'unknown'],
    ['gte', 1, [5, Infinity], 'unknown'],
    ['gte', 1, [5, 2 ** 53], 'unknown'],
    ['eq', MOST, [MOST], 'true'],
    ['eq', -MOST, [-MOST], 'true'],
    ['gte', 1, [MOST, 1], 'unknown'],
    ['lte', 1, [-MOST, -1], 'unknown'],
    ['eq', 0, [MOST, -MOST], 'true'],
    ['gte', 1, [MOST, 1, -1], 'unknown'],
    ['gte', 1, [MOST, -1, 1], 'unknown'],
  ])('%s %d of %o: %s', (op, value, list, truth) => {
    expect(truthOf(sum(op, value), numbers(...list))).toBe(truth);
  });

  it.each([
    ['gte', 4, 'true'],
    ['gte', 5, 'unknown'],
    ['gte', 9, 'unknown'],
    ['gte', 10, 'false'],
    ['lt', 4, 'false'],
    ['lt', 10, 'true'],
    ['eq', 7, 'unknown'],
    ['eq', 3, 'false'],
    ['eq', 10, 'false'],
    ['ne', 3, 'true'],
  ])('of elements in doubt is a range from 4 to 9: %s %d is %s', (op, value, truth) => {
    const list = [{ type: 'sale', n: 6 }, { type: 'visit', n: 100 }, { type: 'visit', n: null }, { n: -2 }, { n: 3 }];
    expect(truthOf(sum(op, value, where), { list })).toBe(truth);
    expect(truthOf(sum(op, value, where), { list: Array.from(list).reverse() })).toBe(truth);
    expect(traceOf(sum(op, value, where), { list }).actual).toBe('4 to 9');
  });

  it('does not ask for the number of an element that does not count', () => {
    expect(truthOf(sum('eq', 0, where), { list: [{ type: 'visit' }] })).toBe('true');
    expect(truthOf(sum('eq', 0, where), { list: [{}] })).toBe('unknown');
  });

  it('tells of each element whether it counts and the number in it', () => {
    expect(
      traceOf(sum('gte', 5, where), { list: [{ type: 'sale', n: 2 }, { type: 'visit' }, { type: 'sale' }] }),
    ).toEqual({
      op: 'sum',
      truth: 'unknown',
      fact: ['list'],
      expected: { op: 'gte', value: 5 },
      actual: 'list of 3',
      of: [
        {
          op: 'sum',
          truth: 'true',
          fact: ['n'],
          expected: 'a whole number',
          actual: 2,
          of: [{ op: 'eq', truth: 'true', fact: ['type'], expected: 'sale', actual: 'sale' }],
        },
        {
          op: 'sum',
          truth: 'false',
          fact: ['n'],
          expected: 'a whole number',
          actual: null,
          of: [{ op: 'eq', truth: 'false', fact: ['type'], expected: 'sale', actual: 'visit' }],
        },
        {
          op: 'sum',
          truth: 'unknown',
          fact: ['n'],
          expected: 'a whole number',
          actual: null,
          reason: 'missing',
          of: [{ op: 'eq', truth: 'true', fact: ['type'], expected: 'sale', actual: 'sale' }],
        },
      ],
    });
  });

  it.each([
    [null, 'missing'],
    ['5', 'wrong-type'],
    [0.5, 'invalid'],
    [Number.NaN, 'invalid'],
  ])('tells why %o is no summand: %s', (n, reason) => {
    expect(traceOf(sum('gte', 1), numbers(1, n)).of?.map((own) => own.reason)).toEqual([undefined, reason]);
  });

  it('tells a sum that is too large to be exact', () => {
    expect(traceOf(sum('gte', 1), numbers(MOST, 1))).toMatchObject({ truth: 'unknown', reason: 'invalid' });
    expect(traceOf(sum('gte', 1), numbers(MOST, 0))).toMatchObject({ truth: 'true', actual: MOST });
  });

  it.each([MOST, -MOST])('is unknown where elements in doubt make %d too large', (n) => {
    const list = [{ type: 'sale', n }, { n: Math.sign(n) }];
    expect(truthOf(sum('ne', 0, where), { list })).toBe('unknown');
    expect(truthOf(sum('ne', 0, where), { list: list.slice(0, 1) })).toBe('true');
  });

  it('tells an empty sum as 0', () => {
    const { of, actual } = traceOf(sum('eq', 0), { list: [] });
    expect([of, actual]).toEqual([[], 0]);
  });
});

describe.each([
  ['count', count('gte', 1)],
  ['sum', sum('gte', 1)],
])('%s', (op, condition) => {
  it.each([
    [undefined, 'missing', null],
    [null, 'missing', null],
    [5, 'wrong-type', 5],
    [{ length: 1 }, 'wrong-type', 'object'],
  ])('of %o is unknown: %s', (list, reason, actual) => {
    const expected = { op: 'gte', value: 1 };
    expect(traceOf(condition, { list })).toEqual({ op, truth: 'unknown', fact: ['list'], expected, actual, reason });
  });

  it.each([
    [{ test: undefined }, `"test.op" of "${op}" must be eq, ne, lt, lte, gt, gte, received undefined`],
    [{ test: null }, `"test.op" of "${op}" must be eq, ne, lt, lte, gt, gte, received undefined`],
    [{ test: { op: 'in', value: 1 } }, `"test.op" of "${op}" must be eq, ne, lt, lte, gt, gte, received "in"`],
    [{ test: { op: ['eq'], value: 1 } }, `"test.op" of "${op}" must be eq, ne, lt, lte, gt, gte, received an object`],
    [{ test: { op: 'eq' } }, `"test.value" of "${op}" must be a finite number, received undefined`],
    [{ test: { op: 'eq', value: Number.NaN } }, `"test.value" of "${op}" must be a finite number, received NaN`],
    [{ test: { op: 'eq', value: '1' } }, `"test.value" of "${op}" must be a finite number, received "1"`],
    [{ over: [] }, `over of "${op}" must be a path`],
    [{ where: null }, '"op" of a condition must be an operator of the language, received undefined'],
  ])('refuses %o', (change, message) => {
    expect(refusal({ ...(condition as object), ...change })).toMatch(`CX_INVALID_RULE: rule "r": ${message}`);
  });
});

it('a sum without the path of its number is refused', () => {
  expect(refusal({ op: 'sum', over: ['list'], test: { op: 'gte', value: 1 } })).toMatch(
    'field of "sum" must be a path',
  );
});

it('each operator has its compiler', () => {
  const data = { list: [{ n: 1 }, { n: 2 }] };
  const test = (value: number): { op: 'eq'; value: number } => ({ op: 'eq', value });
  expect(truthBy(compileCount, { op: 'count', over: ['list'], test: test(2) }, data)).toBe('true');
  expect(truthBy(compileSum, { op: 'sum', over: ['list'], field: ['n'], test: test(3) }, data)).toBe('true');
});
