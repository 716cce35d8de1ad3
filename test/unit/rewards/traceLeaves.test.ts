import { describe, expect, it } from 'vitest';
import { failingLeaves, missingFacts } from '../../../src/rewards/conditions/traceLeaves.js';
import { LEAF_DATA, LEAVES, traceOf, type Surroundings } from '../../tools/conditions.js';

const { true: T, false: F, unknown: U } = LEAVES;
const failing = (condition: unknown, data: unknown = LEAF_DATA, own: Surroundings = {}): unknown =>
  failingLeaves(traceOf(condition, data, own)).map(({ at, trace }) => [at.join('.'), trace.op, trace.truth]);
const missing = (condition: unknown, data: unknown, own: Surroundings = {}): unknown =>
  missingFacts(traceOf(condition, data, own));

describe('failingLeaves', () => {
  it.each([
    ['a leaf', F, [['', 'eq', 'false']]],
    [
      'all',
      { op: 'all', of: [T, F, U, F] },
      [
        ['1', 'eq', 'false'],
        ['3', 'eq', 'false'],
      ],
    ],
    [
      'any',
      { op: 'any', of: [F, F] },
      [
        ['0', 'eq', 'false'],
        ['1', 'eq', 'false'],
      ],
    ],
    [
      'at-least',
      { op: 'at-least', n: 3, of: [T, F, U, F] },
      [
        ['1', 'eq', 'false'],
        ['3', 'eq', 'false'],
      ],
    ],
    [
      'a group in a group',
      { op: 'all', of: [T, { op: 'any', of: [F, { op: 'all', of: [U, F] }] }] },
      [
        ['1.0', 'eq', 'false'],
        ['1.1.1', 'eq', 'false'],
      ],
    ],
    ['not, as a whole', { op: 'all', of: [T, { op: 'not', of: { op: 'any', of: [F, T] } }] }, [['1', 'not', 'false']]],
    [
      'a list, as a whole',
      { op: 'all', of: [T, { op: 'count', over: ['x'], where: T, test: { op: 'gte', value: 1 } }] },
      [['1', 'count', 'unknown']],
    ],
    ['what is unknown, where that is what it is', { op: 'all', of: [T, U] }, [['1', 'eq', 'unknown']]],
    ['what is unknown of any', { op: 'any', of: [F, U] }, [['1', 'eq', 'unknown']]],
  ])('finds %s', (_, condition, expected) => {
    expect(failing(condition)).toEqual(expected);
  });

  it('goes into a shared condition', () => {
    const shared = { both: { op: 'all', of: [T, F] } } as const;
    expect(failing({ op: 'all', of: [T, { op: 'ref', id: 'both' }] }, LEAF_DATA, { shared })).toEqual([
      ['1.0.1', 'eq', 'false'],
    ]);
  });
});

describe('missingFacts', () => {
  const eq = (...fact: readonly string[]): unknown => ({ op: 'eq', fact, value: 1 });
  const where = eq('n');

  it('names each path once, in code-unit order', () => {
    const of = [eq('z'), eq('a', 'b'), eq('z'), eq('Z'), eq('é'), eq('known')];
    expect(missing({ op: 'all', of }, { known: 1 })).toEqual([['Z'], ['a', 'b'], ['z'], ['é']]);
  });

  it('names nothing where the condition is decided', () => {
    expect(missing({ op: 'all', of: [U, F] }, LEAF_DATA)).toEqual([]);
    expect(missing({ op: 'any', of: [U, T] }, LEAF_DATA)).toEqual([]);
    expect(missing(T, LEAF_DATA)).toEqual([]);
  });

  it('passes over parts that are decided', () => {
    expect(missing({ op: 'all', of: [{ op: 'any', of: [U, T] }, eq('b')] }, LEAF_DATA)).toEqual([['b']]);
  });

  it('goes into not and shared conditions', () => {
    expect(missing({ op: 'not', of: U }, LEAF_DATA)).toEqual([['absent']]);
    expect(missing({ op: 'ref', id: 'u' }, LEAF_DATA, { shared: { u: U } })).toEqual([['absent']]);
  });

  it.each([
    [{}, [['a'], ['b']]],
    [{ a: 1 }, [['b']]],
    [{ b: 1 }, [['a']]],
    [{ a: 1, b: 'x' }, [['a'], ['b']]],
  ])('names which of two facts: %o', (data, expected) => {
    expect(missing({ op: 'eq', fact: ['a'], value: { fact: ['b'] } }, data)).toEqual(expected);
    expect(missing({ op: 'lt', fact: ['a'], value: { fact: ['b'] } }, data)).toEqual(expected);
  });

  it('names which of two dates', () => {
    const condition = { op: 'same-period', a: ['a'], b: ['b'], period: 'month' };
    expect(missing(condition, { a: '2026-01-01' })).toEqual([['b']]);
    expect(missing(condition, { b: '2026-01-01' })).toEqual([['a']]);
  });

  it('names a fact of another type or that is not finite', () => {
    expect(missing(eq('x'), { x: '1' })).toEqual([['x']]);
    expect(missing(eq('x'), { x: Number.NaN })).toEqual([['x']]);
    expect(missing({ op: 'includes', fact: ['x'], value: 1 }, { x: [null] })).toEqual([['x']]);
  });

  it('names elements by their place', () => {
    const data = { list: [{ n: 1 }, {}, { n: 1 }, null] };
    for (const op of ['every', 'none'])
      expect(
        missing(
          { op, over: ['list'], where: op === 'every' ? where : eq('m') },
          { list: op === 'every' ? data.list : [{}] },
        ),
      ).toEqual(
        op === 'every'
          ? [
              ['list', '1', 'n'],
              ['list', '3', 'n'],
            ]
          : [['list', '0', 'm']],
      );
    expect(missing({ op: 'count', over: ['list'], where, test: { op: 'gte', value: 4 } }, data)).toEqual([
      ['list', '1', 'n'],
      ['list', '3', 'n'],
    ]);
  });

  it('names the list that is missing or too short, and what its elements lack', () => {
    const every = { op: 'every', over: ['list'], where, minCount: 3 };
    expect(missing(every, {})).toEqual([['list']]);
    expect(missing(every, { list: [{ n: 1 }] })).toEqual([['list']]);
    expect(missing(every, { list: [{}] })).toEqual([['list', '0', 'n'], ['list']]);
  });

  it('names elements of lists within lists', () => {
    const condition = { op: 'every', over: ['sites'], where: { op: 'every', over: ['months'], where } };
    expect(missing(condition, { sites: [{ months: [{ n: 1 }, {}] }, {}] })).toEqual([
      ['sites', '0', 'months', '1', 'n'],
      ['sites', '1', 'months'],
    ]);
  });

  it('names the number that a sum lacks, and what leaves open whether it counts', () => {
    const sum = { op: 'sum', over: ['list'], field: ['n', 'k'], test: { op: 'gte', value: 5 } };
    expect(missing(sum, { list: [{ n: { k: 1 } }, {}] })).toEqual([['list', '1', 'n', 'k']]);
    expect(missing(sum, {})).toEqual([['list']]);
    expect(missing({ ...sum, where: eq('w') }, { list: [{ n: { k: 5 } }, { w: 2 }, { w: 1 }] })).toEqual([
      ['list', '0', 'w'],
      ['list', '2', 'n', 'k'],
    ]);
    const most = Number.MAX_SAFE_INTEGER;
    expect(missing(sum, { list: [{ n: { k: most } }, { n: { k: most } }] })).toEqual([['list']]);
  });

  it('names a result by metric, scope and period', () => {
    const test = { status: 'green', by: 'point' };
    const metric = { op: 'metric', metric: 'otif', scope: ['network'], period: 'quarter', over: 'pooled-period', test };
    const on = '2026-08-01';
    expect(missing(metric, { network: 'lyon' }, { on })).toEqual([['results', 'otif', 'lyon', '2026-Q3']]);
    expect(missing({ ...metric, over: 'every-month' }, { network: 'lyon' }, { on })).toEqual([
      ['results', 'otif', 'lyon', '2026-07'],
      ['results', 'otif', 'lyon', '2026-08'],
      ['results', 'otif', 'lyon', '2026-09'],
    ]);
    expect(missing(metric, {}, { on })).toEqual([['network']]);
    expect(missing(metric, { network: 'lyon' })).toEqual([['results', 'otif', 'lyon']]);
    const every = { op: 'every', over: ['sites'], where: { ...metric, scope: ['id'] } };
    expect(missing(every, { sites: [{ id: 'b' }, {}] }, { on })).toEqual([
      ['results', 'otif', 'b', '2026-Q3'],
      ['sites', '1', 'id'],
    ]);
  });
});
