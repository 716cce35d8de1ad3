import { describe, expect, it } from 'vitest';

import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { writeCel } from '../../../src/rewards/interchange/celFormula.js';
import { opposite } from '../../../src/rewards/interchange/definiteLeaf.js';
import { exportFault, exportLosses, innerConditions } from '../../../src/rewards/interchange/exportLosses.js';
import { ALWAYS, and, atLeast, NEVER, not, or, type Formula } from '../../../src/rewards/interchange/formula.js';
import { toCel } from '../../../src/rewards/interchange/toCel.js';
import { toJsonLogic } from '../../../src/rewards/interchange/toJsonLogic.js';
import { toQueryBuilder } from '../../../src/rewards/interchange/toQueryBuilder.js';
import { definite, possible } from '../../../src/rewards/interchange/twoValued.js';
import { coded } from '../../tools/coded.js';
import { compiled } from '../../tools/conditions.js';
import { evaluateJsonLogic, isTruthy } from '../../tools/jsonLogic.js';

const known = (name: string): Formula => ({ is: 'known', path: [name] });
const [A, B, C] = ['a', 'b', 'c'].map(known) as [Formula, Formula, Formula];
const SCOPE = { shared: {}, canSay: () => true };

describe('formulas', () => {
  it('all of them: what never holds decides, what always does is left out, groups of a kind are one', () => {
    expect(and()).toEqual(ALWAYS);
    expect(and(A)).toEqual(A);
    expect(and(A, B)).toEqual({ is: 'and', of: [A, B] });
    expect(and(A, NEVER, B)).toEqual(NEVER);
    expect(and(A, ALWAYS, B)).toEqual({ is: 'and', of: [A, B] });
    expect(and(ALWAYS, A)).toEqual(A);
    expect(and(ALWAYS, ALWAYS)).toEqual(ALWAYS);
    expect(and(A, and(B, C))).toEqual({ is: 'and', of: [A, B, C] });
    expect(and(A, or(B, C))).toEqual({ is: 'and', of: [A, { is: 'or', of: [B, C] }] });
  });
  it('any of them: the other way round', () => {
    expect(or()).toEqual(NEVER);
    expect(or(A)).toEqual(A);
    expect(or(A, ALWAYS)).toEqual(ALWAYS);
    expect(or(NEVER, A, B)).toEqual({ is: 'or', of: [A, B] });
    expect(or(NEVER, NEVER)).toEqual(NEVER);
    expect(or(or(A, B), C)).toEqual({ is: 'or', of: [A, B, C] });
    expect(or(and(A, B), C)).toEqual({ is: 'or', of: [{ is: 'and', of: [A, B] }, C] });
  });
  it('not: twice is nothing', () => {
    expect(not(A)).toEqual({ is: 'not', of: A });
    expect(not(not(A))).toEqual(A);
    expect(not(ALWAYS)).toEqual(NEVER);
    expect(not(NEVER)).toEqual(ALWAYS);
  });
  it('so many of them: what is decided is counted beforehand', () => {
    expect(atLeast(2, [A, B, C])).toEqual({ is: 'at-least', n: 2, of: [A, B, C] });
    expect(atLeast(1, [A, B, C])).toEqual(or(A, B, C));
    expect(atLeast(3, [A, B, C])).toEqual(and(A, B, C));
    expect(atLeast(0, [A])).toEqual(ALWAYS);
    expect(atLeast(2, [A])).toEqual(NEVER);
    expect(atLeast(1, [ALWAYS, A])).toEqual(ALWAYS);
    expect(atLeast(2, [ALWAYS, A, B])).toEqual(or(A, B));
    expect(atLeast(3, [ALWAYS, A, B, C, NEVER])).toEqual({ is: 'at-least', n: 2, of: [A, B, C] });
    expect(atLeast(2, [NEVER, A, NEVER])).toEqual(NEVER);
    expect(atLeast(1, [NEVER])).toEqual(NEVER);
  });
  it('the opposite of a comparison', () => {
    expect((['eq', 'ne', 'lt', 'gte', 'gt', 'lte'] as const).map(opposite)).toEqual([
      'ne',
      'eq',
      'gte',
      'lt',
      'lte',
      'gt',
    ]);
  });
});

describe('writeCel', () => {
  const has = (name: string): string => `type(d) == map && has(d.${name})`;
  const isKnown = (name: string): string => `(${has(name)} && d.${name} != null)`;
  const number = (text: string): string => `(type(${text}) == double || type(${text}) == int || type(${text}) == uint)`;
  const at = { path: ['a'] };
  it.each<[Formula, string]>([
    [ALWAYS, 'true'],
    [NEVER, 'false'],
    [A, isKnown('a')],
    [and(A, B), `(${isKnown('a')} && ${isKnown('b')})`],
    [or(A, B), `(${isKnown('a')} || ${isKnown('b')})`],
    [{ is: 'and', of: [A] }, isKnown('a')],
    [{ is: 'and', of: [] }, 'true'],
    [not(A), `!(${isKnown('a')})`],
    [
      { is: 'known', path: ['a', 'x y', 'b'] },
      '(type(d) == map && has(d.a) && type(d.a) == map && "x y" in d.a && type(d.a["x y"]) == map && has(d.a["x y"].b) && d.a["x y"].b != null)',
    ],
    [{ is: 'kind', ...at, kind: 'text' }, `(${has('a')} && type(d.a) == string)`],
    [{ is: 'kind', ...at, kind: 'truth' }, `(${has('a')} && type(d.a) == bool)`],
    [{ is: 'kind', ...at, kind: 'list' }, `(${has('a')} && type(d.a) == list)`],
    [{ is: 'kind', ...at, kind: 'number' }, `(${has('a')} && ${number('d.a')})`],
    [{ is: 'compare', op: 'lt', ...at, value: 2 }, 'd.a < 2.0'],
    [{ is: 'compare', op: 'lte', ...at, value: 'x' }, 'd.a <= "x"'],
    [{ is: 'compare', op: 'gt', ...at, value: { fact: ['b'] } }, 'd.a > d.b'],
    [{ is: 'compare', op: 'gte', ...at, value: 1.5 }, 'd.a >= 1.5'],
    [{ is: 'compare', op: 'ne', ...at, value: true }, 'd.a != true'],
    [{ is: 'compare', op: 'eq', ...at, value: { fact: ['b'] } }, 'd.a == d.b'],
    [{ is: 'compare', op: 'eq', ...at, value: 'x' }, `(${has('a')} && type(d.a) == string && d.a == "x")`],
    [{ is: 'compare', op: 'eq', ...at, value: 2 }, `(${has('a')} && ${number('d.a')} && d.a == 2.0)`],
    [{ is: 'compare', op: 'eq', ...at, value: false }, `(${has('a')} && type(d.a) == bool && d.a == false)`],
    [
      { is: 'one-of', ...at, values: ['x', true] },
      `((${has('a')} && type(d.a) == string && d.a == "x") || (${has('a')} && type(d.a) == bool && d.a == true))`,
    ],
    [
      { is: 'at-least', n: 2, of: [A, B, C] },
      `((${isKnown('a')} ? 1 : 0) + (${isKnown('b')} ? 1 : 0) + (${isKnown('c')} ? 1 : 0) >= 2)`,
    ],
    [
      { is: 'some', over: ['l'], where: { is: 'compare', op: 'lt', path: [], value: 2 } },
      `(${has('l')} && type(d.l) == list && d.l.exists(e1, e1 < 2.0))`,
    ],
    [
      { is: 'all', over: ['l'], where: { is: 'compare', op: 'lt', ...at, value: 2 } },
      `(${has('l')} && type(d.l) == list && size(d.l) > 0 && d.l.all(e1, e1.a < 2.0))`,
    ],
    [
      {
        is: 'some',
        over: ['l'],
        where: { is: 'some', over: ['m'], where: { is: 'compare', op: 'ne', ...at, value: 1 } },
      },
      `(${has('l')} && type(d.l) == list && d.l.exists(e1, (type(e1) == map && has(e1.m) && type(e1.m) == list && e1.m.exists(e2, e2.a != 1.0))))`,
    ],
    [
      { is: 'size', over: ['l'], where: ALWAYS, op: 'gte', value: 2 },
      `(${has('l')} && type(d.l) == list && double(size(d.l)) >= 2.0)`,
    ],
    [
      { is: 'size', over: ['l'], where: { is: 'compare', op: 'gt', ...at, value: 1 }, op: 'lt', value: 2.5 },
      `(${has('l')} && type(d.l) == list && double(size(d.l.filter(e1, e1.a > 1.0))) < 2.5)`,
    ],
  ])('%j', (formula, text) => {
    expect(writeCel(formula, 'd')).toBe(text);
  });
  it('writes no word of CEL after a dot', () => {
    const words =
      'as break const continue else false for function if import in let loop namespace null package return true var void while';
    for (const word of words.split(' '))
      expect(writeCel({ is: 'known', path: [word] }, 'd')).toBe(
        `(type(d) == map && "${word}" in d && d["${word}"] != null)`,
      );
    for (const name of ['inn', '_a1', 'A'])
      expect(writeCel({ is: 'known', path: [name] }, 'd')).toBe(
        `(type(d) == map && has(d.${name}) && d.${name} != null)`,
      );
    for (const name of ['1a', 'a-b', '', 'a b', 'é'])
      expect(writeCel({ is: 'known', path: [name] }, 'd')).toContain(` in d && d[`);
  });
});

const VALUES: readonly unknown[] = [
  undefined,
  null,
  1,
  2,
  3,
  0,
  -1,
  1.5,
  '1',
  'x',
  '',
  true,
  false,
  [],
  [1],
  ['x', 2],
  [null],
  [true],
  [1, 2, 3],
  [2, 2],
  {},
  [{}],
  [{ b: 1 }],
  [{ b: 1 }, { b: 2 }],
  [{ b: 1 }, {}],
  [{ b: 2 }, { b: 2 }],
  [{ b: 2 }, {}, {}],
];
const a = { fact: ['a'] };
const eqB = { op: 'eq', fact: ['b'], value: 1 } as const;
const list = { over: ['a'], where: eqB };

describe('what a condition comes to with two truth values', () => {
  const conditions: Condition[] = [
    ...(['eq', 'ne'] as const).flatMap((op): Condition[] => [
      { op, ...a, value: 1 },
      { op, ...a, value: 'x' },
      { op, ...a, value: true },
      { op, ...a, value: false },
      { op, ...a, value: { fact: ['b'] } },
    ]),
    ...(['lt', 'lte', 'gt', 'gte'] as const).flatMap((op): Condition[] => [
      { op, ...a, value: 1 },
      { op, ...a, value: { fact: ['b'] } },
    ]),
    ...(['in', 'not-in'] as const).flatMap((op): Condition[] => [
      { op, ...a, values: [1, 2] },
      { op, ...a, values: ['x'] },
      { op, ...a, values: [true] },
      { op, ...a, values: [1, 'x', false] },
    ]),
    { op: 'known', ...a },
    { op: 'missing', ...a },
    { op: 'includes', ...a, value: 1 },
    { op: 'includes', ...a, value: 'x' },
    { op: 'includes', ...a, value: true },
    { op: 'some', ...list },
    { op: 'every', ...list },
    { op: 'none', ...list },
    { op: 'every', ...list, minCount: 2 },
    { op: 'every', ...list, minCount: 1 },
    ...(['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const).flatMap((op): Condition[] =>
      [0, 1, 2].flatMap((value): Condition[] => [
        { op: 'count', over: ['a'], test: { op, value } },
        { op: 'count', ...list, test: { op, value } },
      ]),
    ),
    { op: 'count', over: ['a'], test: { op: 'ne', value: 1.5 } },
    { op: 'count', ...list, test: { op: 'eq', value: 1.5 } },
    ...[1, 2, 3].map((n): Condition => ({
      op: 'at-least',
      n,
      of: [
        { op: 'eq', ...a, value: 1 },
        { op: 'lt', ...a, value: 2 },
        { op: 'known', fact: ['b'] },
      ],
    })),
    {
      op: 'all',
      of: [
        { op: 'lt', ...a, value: 2 },
        { op: 'not', of: { op: 'eq', ...a, value: 1 } },
      ],
    },
    {
      op: 'any',
      of: [
        { op: 'lt', ...a, value: 1 },
        { op: 'gt', ...a, value: 1 },
      ],
    },
  ];
  it.each(conditions.map((condition) => [condition]))('%j and its opposite', (condition) => {
    for (const own of [condition, { op: 'not', of: condition } as Condition]) {
      const pair = toJsonLogic(own).value;
      const { explain } = compiled(own);
      const wrong: unknown[] = [];
      for (const value of VALUES)
        for (const b of [undefined, 1, 'x', true]) {
          const data = { ...(value === undefined ? {} : { a: value }), ...(b === undefined ? {} : { b }) };
          const { truth } = explain({ data, on: null, findResult: () => undefined });
          const [isDefinite, isPossible] = [pair?.definite, pair?.possible].map((formula) =>
            isTruthy(evaluateJsonLogic(formula, data)),
          );
          if (isDefinite !== (truth === 'true') || isPossible !== (truth !== 'false')) wrong.push([data, truth]);
        }
      expect(wrong).toEqual([]);
    }
  });
  it('the place of a list may be shared with others', () => {
    const shared = { one: eqB };
    const own: Condition = { op: 'some', over: ['a'], where: { op: 'ref', id: 'one' } };
    expect(toJsonLogic(own, { shared }).value?.definite).toEqual({
      some: [{ var: 'a' }, { '===': [{ var: 'b' }, 1] }],
    });
  });
  it('asks no more than it must', () => {
    expect(definite({ op: 'every', ...list, minCount: 1 }, true, SCOPE)).toEqual({
      is: 'all',
      over: ['a'],
      where: { is: 'compare', op: 'eq', path: ['b'], value: 1 },
    });
    expect(definite({ op: 'not-in', ...a, values: ['x', 'y'] }, true, SCOPE)).toEqual({
      is: 'and',
      of: [
        { is: 'kind', path: ['a'], kind: 'text' },
        { is: 'not', of: { is: 'one-of', path: ['a'], values: ['x', 'y'] } },
      ],
    });
    expect(definite({ op: 'not-in', ...a, values: ['x', 1] }, true, SCOPE)).toMatchObject({
      of: [{ is: 'or', of: [{ kind: 'text' }, { kind: 'number' }] }, { is: 'not' }],
    });
    expect(definite({ op: 'count', over: ['a'], test: { op: 'ne', value: 1.5 } }, true, SCOPE)).toEqual({
      is: 'kind',
      path: ['a'],
      kind: 'list',
    });
    expect(definite({ op: 'count', ...list, test: { op: 'gt', value: 1 } }, true, SCOPE)).toEqual({
      is: 'and',
      of: [
        { is: 'kind', path: ['a'], kind: 'list' },
        {
          is: 'size',
          over: ['a'],
          where: { is: 'compare', op: 'eq', path: ['b'], value: 1 },
          op: 'gt',
          value: 1,
        },
      ],
    });
  });
  it('of what cannot be said nothing is certain, and all is possible', () => {
    const scope = { shared: {}, canSay: () => false };
    for (const holds of [true, false]) {
      expect(definite(eqB, holds, scope)).toEqual(NEVER);
      expect(possible(eqB, holds, scope)).toEqual(ALWAYS);
    }
    const sum: Condition = { op: 'sum', over: ['l'], field: ['x'], test: { op: 'gte', value: 1 } };
    const same: Condition = { op: 'same-period', a: ['a'], b: ['b'], period: 'month' };
    for (const own of [sum, same]) expect(definite(own, true, SCOPE)).toEqual(NEVER);
  });
  it('puts dates between their ends, of text only', () => {
    const text = { is: 'kind', path: ['a'], kind: 'text' };
    const end = (op: string, value: string) => ({ is: 'compare', op, path: ['a'], value });
    const from = '2026-01-02';
    const through = '2026-01-31';
    const whole: Condition = { op: 'date-in', ...a, from, through };
    expect(definite(whole, true, SCOPE)).toEqual({ is: 'and', of: [text, end('gte', from), end('lte', through)] });
    expect(definite(whole, false, SCOPE)).toEqual({
      is: 'and',
      of: [text, { is: 'or', of: [end('lt', from), end('gt', through)] }],
    });
    expect(definite({ op: 'date-in', ...a, from }, true, SCOPE)).toEqual({ is: 'and', of: [text, end('gte', from)] });
    expect(definite({ op: 'date-in', ...a, through }, false, SCOPE)).toEqual({
      is: 'and',
      of: [text, end('gt', through)],
    });
  });
});

describe('toJsonLogic, word for word', () => {
  const v = { var: 'a' };
  const definiteOf = (condition: Condition): unknown => toJsonLogic(condition).value?.definite;
  const text = { '===': [{ cat: [v] }, v] };
  const number = { '===': [{ '+': [v] }, v] };
  const isEmpty = { and: [{ '!': [v] }, { '!': [{ in: [v, [null, false, 0, '']] }] }] };
  const isList = { or: [{ some: [v, true] }, isEmpty] };
  const size = (counted: unknown) => ({ reduce: [counted, { '+': [{ var: 'accumulator' }, 1] }, 0] });
  it.each<[Condition, unknown]>([
    [
      { op: 'not-in', ...a, values: ['x', 1, true] },
      {
        and: [{ or: [text, number, { in: [v, [true, false]] }] }, { '!': [{ in: [v, ['x', 1, true]] }] }],
      },
    ],
    [
      { op: 'lt', ...a, value: { fact: ['b', 'c'] } },
      { and: [number, { '===': [{ '+': [{ var: 'b.c' }] }, { var: 'b.c' }] }, { '<': [v, { var: 'b.c' }] }] },
    ],
    [{ op: 'count', over: ['a'], test: { op: 'gte', value: 2 } }, { and: [isList, { '>=': [size(v), 2] }] }],
    [
      { op: 'count', ...list, test: { op: 'gt', value: 2 } },
      { and: [isList, { '>': [size({ filter: [v, { '===': [{ var: 'b' }, 1] }] }), 2] }] },
    ],
    [
      { op: 'not', of: { op: 'some', ...list } },
      { all: [v, { and: [{ '===': [{ '+': [{ var: 'b' }] }, { var: 'b' }] }, { '!==': [{ var: 'b' }, 1] }] }] },
    ],
  ])('%j', (condition, formula) => {
    expect(definiteOf(condition)).toEqual(formula);
  });
});

describe('what an export tells', () => {
  const messages = (
    condition: Condition,
    write: typeof toJsonLogic | typeof toCel | typeof toQueryBuilder = toJsonLogic,
  ) =>
    write(condition, { shared: { s: eqB } }).losses.map(({ path, code, message }) => [path.join('.'), code, message]);
  const METRIC: Condition = {
    op: 'metric',
    metric: 'otif',
    scope: ['id'],
    period: 'month',
    over: 'pooled-period',
    test: { status: 'green', by: 'point' },
  };
  it('of JsonLogic', () => {
    expect(messages(METRIC)).toEqual([
      ['', 'not-exported', '"metric" has no counterpart in JsonLogic: it counts as unknown'],
    ]);
    const dotted =
      'JsonLogic splits names at dots, so a name that is empty or holds one cannot be written: it counts as unknown';
    expect(messages({ op: 'known', fact: ['a', 'b.c'] })).toEqual([['', 'not-exported', dotted]]);
    expect(messages({ op: 'known', fact: ['a', ''] })).toEqual([['', 'not-exported', dotted]]);
    const inherited = [['', 'not-exported', 'JsonLogic would read an inherited name: it counts as unknown']];
    const names =
      'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__';
    for (const name of names.split(' ')) expect(messages({ op: 'known', fact: ['a', name] })).toEqual(inherited);
    expect(messages({ op: 'lt', fact: ['a'], value: { fact: ['toString', 'b'] } })).toEqual(inherited);
    expect(messages({ op: 'known', fact: ['tostring'] })).toEqual([]);
    expect(
      messages({
        op: 'not',
        of: {
          op: 'all',
          of: [
            { op: 'ref', id: 's' },
            { op: 'date-in', fact: ['d'], from: '2026-01-01' },
          ],
        },
      }),
    ).toEqual([
      ['of.of.0', 'inlined', 'shared condition "s" stands in its place'],
      ['of.of.1', 'assumes-dates', '"date-in" judges any text as if it were a civil date'],
    ]);
    expect(messages({ op: 'some', over: ['l'], where: METRIC }).map(([path]) => path)).toEqual(['where']);
    expect(messages({ op: 'some', over: ['a.b'], where: METRIC }).map(([path]) => path)).toEqual(['']);
    expect(messages({ op: 'count', over: ['l'], test: { op: 'eq', value: 1 } })).toEqual([]);
  });
  it('of CEL', () => {
    const broken = 'text of CEL is well-formed Unicode: it counts as unknown';
    expect(messages(METRIC, toCel)).toEqual([
      ['', 'not-exported', '"metric" has no counterpart in CEL: it counts as unknown'],
    ]);
    for (const own of [
      { op: 'known', fact: ['a', '\ud800'] },
      { op: 'eq', fact: ['a'], value: '\udfff' },
      { op: 'in', fact: ['a'], values: ['x', '\ud900'] },
      { op: 'eq', fact: ['a'], value: { fact: ['\udc00'] } },
    ] as Condition[])
      expect(messages(own, toCel)).toEqual([['', 'not-exported', broken]]);
    expect(messages({ op: 'known', fact: ['\ud83d\ude00', 'a.b'] }, toCel)).toEqual([]);
    expect(messages({ op: 'eq', fact: ['a'], value: 1 }, toCel)).toEqual([]);
  });
  it('of the visual editor', () => {
    expect(messages({ op: 'not', of: { op: 'ref', id: 's' } }, toQueryBuilder)).toEqual([
      ['of', 'inlined', 'shared condition "s" stands in its place'],
    ]);
    const dotted = 'a field is written with dots, so a name that is empty, a number or holds one cannot be';
    for (const fact of [['a.b'], ['a', '12'], ['']])
      expect(messages({ op: 'not', of: { op: 'known', fact } }, toQueryBuilder)).toEqual([
        ['of', 'path-not-addressable', dotted],
      ]);
    for (const name of ['a1', '1a', '1a1']) expect(messages({ op: 'known', fact: [name] }, toQueryBuilder)).toEqual([]);
    const one = { op: 'eq', fact: ['a'], value: 1 } as const;
    for (const own of [
      { op: 'at-least', n: 1, of: [one] },
      { op: 'includes', fact: ['a'], value: 1 },
      { op: 'same-period', a: ['a'], b: ['b'], period: 'month' },
      { op: 'some', over: ['l'], where: one },
      { op: 'every', over: ['l'], where: one },
      { op: 'none', over: ['l'], where: one },
      { op: 'count', over: ['l'], test: { op: 'eq', value: 1 } },
      { op: 'sum', over: ['l'], field: ['x'], test: { op: 'eq', value: 1 } },
      METRIC,
    ] as Condition[])
      expect(messages({ op: 'any', of: [one, own] }, toQueryBuilder)).toEqual([
        ['of.1', 'operator', `"${own.op}" has no counterpart in react-querybuilder`],
      ]);
    const dottedShared = toQueryBuilder({ op: 'ref', id: 's' }, { shared: { s: { op: 'known', fact: ['a.b'] } } });
    expect(dottedShared.losses.map(({ path }) => path)).toEqual([[], ['shared', 's']]);
    for (const [op, sign] of [
      ['lt', '<'],
      ['lte', '<='],
      ['gt', '>'],
      ['gte', '>='],
    ] as const)
      expect(toQueryBuilder({ op, fact: ['a'], value: 2 }).value?.rules).toEqual([
        { field: 'a', operator: sign, value: 2 },
      ]);
    expect(toQueryBuilder({ op: 'lt', fact: ['a', 'b'], value: { fact: ['c', 'd'] } }).value).toEqual({
      combinator: 'and',
      rules: [{ field: 'a.b', operator: '<', value: 'c.d', valueSource: 'field' }],
    });
  });
  it('faults, of a part by itself', () => {
    const limits = {
      language: 'L',
      pathFault: (path: readonly string[]) => (path.includes('bad') ? 'path' : null),
      valueFault: (value: unknown) => (value === 'bad' ? 'value' : null),
    };
    const faultOf = (condition: unknown) => exportFault(condition as Condition, limits);
    expect(faultOf({ op: 'known', fact: ['bad'] })).toBe('path');
    expect(faultOf({ op: 'eq', fact: ['a'], value: { fact: ['bad'] } })).toBe('path');
    expect(faultOf({ op: 'eq', fact: ['a'], value: 'bad' })).toBe('value');
    expect(faultOf({ op: 'in', fact: ['a'], values: ['a', 'bad'] })).toBe('value');
    expect(faultOf({ op: 'some', over: ['bad'], where: eqB })).toBe('path');
    expect(faultOf({ op: 'some', over: ['a'], where: { op: 'known', fact: ['bad'] } })).toBe(null);
    expect(faultOf({ op: 'all', of: [{ op: 'known', fact: ['bad'] }] })).toBe(null);
    expect(faultOf({ op: 'count', over: ['bad'], test: { op: 'eq', value: 1 } })).toBe('path');
    for (const op of ['metric', 'same-period', 'sum']) expect(faultOf({ op })).toBe(`"${op}" has no counterpart in L`);
    expect(exportLosses({ op: 'known', fact: ['bad'] }, {}, limits)).toEqual([
      { path: [], code: 'not-exported', message: 'path: it counts as unknown' },
    ]);
  });
  it('conditions within a condition', () => {
    const paths = (condition: Condition) => innerConditions(condition, { s: eqB }).map(([path]) => path.join('.'));
    expect(paths({ op: 'ref', id: 's' })).toEqual(['shared.s']);
    expect(paths({ op: 'not', of: eqB })).toEqual(['of']);
    expect(paths({ op: 'any', of: [eqB, eqB] })).toEqual(['of.0', 'of.1']);
    expect(paths({ op: 'some', over: ['l'], where: eqB })).toEqual(['where']);
    expect(paths({ op: 'count', over: ['l'], test: { op: 'eq', value: 1 } })).toEqual([]);
    expect(
      paths({ op: 'count', over: ['l'], where: undefined, test: { op: 'eq', value: 1 } } as unknown as Condition),
    ).toEqual([]);
    expect(paths(eqB)).toEqual([]);
  });
});

describe('what an export refuses', () => {
  it('options and variables that are none', () => {
    for (const [name, write] of Object.entries({ toJsonLogic, toCel, toQueryBuilder })) {
      expect(coded(() => write(eqB, null as never))).toBe(
        `CX_INVALID_OPTION ${name}: options must be an object, received null`,
      );
      expect(coded(() => write(eqB, { shared: 5 as never }))).toBe(
        `CX_INVALID_OPTION ${name}: option "shared" must be conditions by id, received 5`,
      );
      expect(coded(() => write({ op: 'x' } as never))).toContain(`CX_INVALID_RULE ${name}: `);
    }
    for (const variable of ['', '1a', 'a-b', ' a', 'a ', 'e1', 'e12'])
      expect(coded(() => toCel(eqB, { variable }))).toBe(
        `CX_INVALID_OPTION toCel: option "variable" must be a name, but not "e" with a number, received "${variable}"`,
      );
    expect(coded(() => toCel(eqB, { variable: 7 as never }))).toContain('received 7');
    for (const variable of ['e', 'e1a', 'xe1', '_', 'A9'])
      expect(coded(() => toCel(eqB, { variable }))).toBe('nothing');
  });
});
