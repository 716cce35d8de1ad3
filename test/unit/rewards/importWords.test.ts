import { describe, expect, it } from 'vitest';

import { fromJsonLogic } from '../../../src/rewards/interchange/fromJsonLogic.js';
import { fromQueryBuilder } from '../../../src/rewards/interchange/fromQueryBuilder.js';
import { shownText } from '../../../src/rewards/interchange/interchange.js';

const a = { var: 'a' };
const IS = { '===': [a, 1] };
const EQ = { op: 'eq', fact: ['a'], value: 1 };
const told = (losses: ReturnType<typeof fromJsonLogic>['losses']) =>
  losses.map(({ path, code, message }) => [path.join('.'), code, message]);

const MISSING = ['', 'missing-is-unknown', 'where a fact is missing, JsonLogic takes null for it and decides'];

describe('what an import from JsonLogic refuses, word for word', () => {
  it.each<[unknown, [string, string, string][]]>([
    [true, [['', 'constant', 'true does not depend on a fact']]],
    [null, [['', 'constant', 'null does not depend on a fact']]],
    [[1], [['', 'constant', 'a list does not depend on a fact']]],
    ['x', [['', 'constant', '"x" does not depend on a fact']]],
    [{}, [['', 'shape', 'a formula is an object of one operator']]],
    [{ and: [IS], or: [IS] }, [['', 'shape', 'a formula is an object of one operator']]],
    [{ and: [] }, [['', 'empty-group', '"and" has no members']]],
    [{ or: [] }, [['', 'empty-group', '"or" has no members']]],
    [
      { and: [IS, { or: [] }, true] },
      [
        ['and.1', 'empty-group', '"or" has no members'],
        ['and.2', 'constant', 'true does not depend on a fact'],
      ],
    ],
    [{ '!': [IS, IS] }, [['', 'shape', '"!" takes one condition']]],
    [{ '!!': [] }, [['', 'shape', '"!!" takes one condition']]],
    [{ '!': [{ '!!': [1] }] }, [['!.0.!!.0', 'constant', '1 does not depend on a fact']]],
    [a, [['', 'truthiness', 'a value stands in the place of a condition: compare it with something']]],
    [{ if: [IS, 1, 0] }, [['', 'operator', '"if" has no counterpart']]],
    [{ some: [a] }, [['', 'shape', '"some" takes a list and a condition']]],
    [{ none: [a, IS, IS] }, [['', 'shape', '"none" takes a list and a condition']]],
    [
      { all: [1, true] },
      [
        ['all.0', 'operator', '1 is not the name of a fact'],
        ['all.1', 'constant', 'true does not depend on a fact'],
      ],
    ],
    [{ all: [a, true] }, [['all.1', 'constant', 'true does not depend on a fact']]],
    [{ all: [1, IS] }, [['all.0', 'operator', '1 is not the name of a fact']]],
    [{ '===': [a] }, [['', 'shape', '"===" compares two sides']]],
    [{ '!=': [a, 1, 2] }, [['', 'shape', '"!=" compares two sides']]],
    [{ '===': [1, 2] }, [['', 'constant', '"===" compares no fact']]],
    [
      { '===': [[1], [2]] },
      [
        ['===.0', 'operator', 'a list is not the name of a fact'],
        ['===.1', 'operator', 'a list is not the name of a fact'],
      ],
    ],
    [{ '===': [[1], 2] }, [['===.0', 'operator', 'a list is not the name of a fact']]],
    [{ '!==': [a, [2]] }, [['!==.1', 'operator', 'a list is not the name of a fact']]],
    [
      { '===': [{ var: ['a', 0] }, 1] },
      [['===.0', 'default-value', 'a default would make something of a missing fact']],
    ],
    [{ '===': [{ var: '' }, 1] }, [['===.0', 'path-not-addressable', '"var" of "" names no fact']]],
    [{ '===': [{ var: 5 }, 1] }, [['===.0', 'path-not-addressable', '"var" of 5 names no fact']]],
    [{ '===': [{ var: 'a..b' }, 1] }, [['===.0', 'path-not-addressable', '"a..b" names no fact']]],
    [{ '===': [{ var: 'a.12' }, 1] }, [['===.0', 'path-not-addressable', '"a.12" may lead to the element of a list']]],
    [{ '<': [a, 'b'] }, [['', 'text-order', '"b" is put in order and is no number']]],
    [{ '<': [a, '2026-01-01'] }, [['', 'text-order', '"2026-01-01" is put in order and is no number']]],
    [{ '>': [a, '2026-01-01'] }, [['', 'text-order', '"2026-01-01" is put in order and is no number']]],
    [{ '<': ['2026-01-01', a] }, [['', 'text-order', '"2026-01-01" is put in order and is no number']]],
    [{ '<=': [a, true] }, [['', 'text-order', 'true is put in order and is no number']]],
    [{ '<=': [1, 2] }, [['', 'constant', '"<=" compares no fact']]],
    [{ '<': [1, 2, a] }, [['', 'constant', '"<" compares no fact']]],
    [{ '<': [[1], a] }, [['<.0', 'operator', 'a list is not the name of a fact']]],
    [{ '<': [a, [1]] }, [['<.1', 'operator', 'a list is not the name of a fact']]],
    [{ '>=': [1, a, 2] }, [['', 'shape', '">=" does not compare 3 sides']]],
    [{ '<': [a] }, [['', 'shape', '"<" does not compare 1 sides']]],
    [{ '<': [1, a, 2, 3] }, [['', 'shape', '"<" does not compare 4 sides']]],
    [{ in: [a] }, [['', 'shape', '"in" takes two sides']]],
    [{ in: [1, [1]] }, [['', 'constant', '"in" looks for no fact']]],
    [{ in: [a, []] }, [['', 'empty-group', '"in" an empty list never holds']]],
    [{ in: [a, [1, null]] }, [['', 'operator', 'the values of "in" must be text, numbers, true or false']]],
    [{ in: [[1], [1]] }, [['in.0', 'operator', 'a list is not the name of a fact']]],
    [{ in: [a, 'text'] }, [['', 'operator', '"in" looks for a value in a list only']]],
    [{ in: [a, { var: 'b' }] }, [['', 'operator', '"in" looks for a value in a list only']]],
    [{ in: ['x', 'text'] }, [['', 'operator', '"in" looks for a value in a list only']]],
    [{ in: ['x', { cat: ['b'] }] }, [['', 'operator', '"in" looks for a value in a list only']]],
    [{ in: ['x', { var: 5 }] }, [['in.1', 'path-not-addressable', '"var" of 5 names no fact']]],
    [{ missing: [] }, [['', 'empty-group', '"missing" names no fact']]],
    [{ missing: ['a', 5] }, [['', 'path-not-addressable', '"var" of 5 names no fact']]],
    [{ missing_some: [1] }, [['', 'empty-group', '"missing_some" names no fact']]],
    [
      { missing_some: [2, ['a']] },
      [
        ['', 'constant', '2 of 1 facts always or never are there'],
        ['', 'empty-text', '"missing_some" takes empty text for missing'],
      ],
    ],
    [
      { missing_some: [0, ['a']] },
      [
        ['', 'constant', '0 of 1 facts always or never are there'],
        ['', 'empty-text', '"missing_some" takes empty text for missing'],
      ],
    ],
    [
      { missing_some: [1.5, ['a', 'b']] },
      [
        ['', 'constant', '1.5 of 2 facts always or never are there'],
        ['', 'empty-text', '"missing_some" takes empty text for missing'],
      ],
    ],
  ])('%j', (formula, losses) => {
    const read = fromJsonLogic(formula);
    expect(read.ok).toBe(false);
    expect(told(read.losses)).toEqual(losses);
  });
});

describe('what an import from JsonLogic tells, word for word', () => {
  const ORDER = ['', 'assumes-dates', 'the original puts any text in order, ours civil dates only'];
  it.each<[unknown, unknown, string[][]]>([
    [{ '==': [a, 1] }, EQ, [['', 'loose-equality', '"==" compares across types, ours does not'], MISSING]],
    [
      { '!=': [a, 1] },
      { ...EQ, op: 'ne' },
      [['', 'loose-equality', '"!=" compares across types, ours does not'], MISSING],
    ],
    [{ '==': [a, null] }, { op: 'missing', fact: ['a'] }, []],
    [{ '!=': [a, null] }, { op: 'known', fact: ['a'] }, []],
    [{ '>=': [a, '2026-01-01'] }, { op: 'date-in', fact: ['a'], from: '2026-01-01' }, [ORDER, MISSING]],
    [
      { '<=': [1, a, 3] },
      {
        op: 'all',
        of: [
          { op: 'gte', fact: ['a'], value: 1 },
          { op: 'lte', fact: ['a'], value: 3 },
        ],
      },
      [MISSING],
    ],
    [
      { '<': [a, { var: 'b' }, 3] },
      {
        op: 'all',
        of: [
          { op: 'lt', fact: ['a'], value: { fact: ['b'] } },
          { op: 'lt', fact: ['b'], value: 3 },
        ],
      },
      [MISSING],
    ],
    [
      { in: ['x', a] },
      { op: 'includes', fact: ['a'], value: 'x' },
      [['', 'list-assumed', '"in" would look into text too'], MISSING],
    ],
    [
      { some: [a, IS] },
      { op: 'some', over: ['a'], where: EQ },
      [['', 'empty-list', '"some" of an empty list is false, ours is unknown'], MISSING],
    ],
    [
      { all: [a, IS] },
      { op: 'every', over: ['a'], where: EQ },
      [['', 'empty-list', '"all" of an empty list is false, ours is unknown'], MISSING],
    ],
    [
      { none: [a, IS] },
      { op: 'none', over: ['a'], where: EQ },
      [['', 'empty-list', '"none" of an empty list is true, ours is unknown'], MISSING],
    ],
    [{ or: [IS, IS] }, { op: 'any', of: [EQ, EQ] }, [MISSING]],
    [
      { and: [{ '==': [a, null] }, { '!': [{ missing: 'b' }] }] },
      {
        op: 'all',
        of: [
          { op: 'missing', fact: ['a'] },
          { op: 'not', of: { op: 'any', of: [{ op: 'missing', fact: ['b'] }] } },
        ],
      },
      [['and.1.!.0', 'empty-text', '"missing" takes empty text for missing']],
    ],
    [{ and: [{ '==': [a, null] }, IS] }, { op: 'all', of: [{ op: 'missing', fact: ['a'] }, EQ] }, [MISSING]],
    [
      { '===': [{ var: 'a.b' }, { var: 'a.b' }] },
      { op: 'eq', fact: ['a', 'b'], value: { fact: ['a', 'b'] } },
      [['===.0', 'path-split', '"a.b" is split at its dots'], MISSING],
    ],
    [
      { in: [{ var: 'a.b' }, ['x']] },
      { op: 'in', fact: ['a', 'b'], values: ['x'] },
      [['in.0', 'path-split', '"a.b" is split at its dots'], MISSING],
    ],
    [
      { in: ['x', { var: 'a.b' }] },
      { op: 'includes', fact: ['a', 'b'], value: 'x' },
      [
        ['in.1', 'path-split', '"a.b" is split at its dots'],
        ['', 'list-assumed', '"in" would look into text too'],
        MISSING,
      ],
    ],
    [
      { and: [IS, { '===': [{ var: 'c.d' }, { var: 'e.f.g' }] }] },
      { op: 'all', of: [EQ, { op: 'eq', fact: ['c', 'd'], value: { fact: ['e', 'f', 'g'] } }] },
      [['and.1.===.0', 'path-split', '2 names are split at their dots, the first is "c.d"'], MISSING],
    ],
    [
      { missing_some: [2, ['a', 'b']] },
      {
        op: 'not',
        of: {
          op: 'at-least',
          n: 2,
          of: [
            { op: 'known', fact: ['a'] },
            { op: 'known', fact: ['b'] },
          ],
        },
      },
      [['', 'empty-text', '"missing_some" takes empty text for missing']],
    ],
    [{ '===': [{ var: ['a', null] }, 1] }, EQ, [MISSING]],
  ])('%j', (formula, value, losses) => {
    const read = fromJsonLogic(formula);
    expect(read).toMatchObject({ ok: true, value });
    expect(told(read.losses)).toEqual(losses);
  });
});

describe('how deep and large an import may be', () => {
  const LIMIT = 'a condition is at most 32 levels deep and 1000 conditions large';
  const nested = (operator: string, levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ [operator]: [inner] }), IS);
  it.each(['and', 'or', '!', '!!'])('32 levels of "%s", and no more', (operator) => {
    // "!!" leaves nothing of itself in what is read.
    expect(told(fromJsonLogic(nested('!!', 31)).losses)).toEqual([MISSING]);
    const deep = fromJsonLogic(nested(operator, 32));
    expect(deep.ok).toBe(false);
    expect(deep.losses.map(({ code, message }) => [code, message])).toEqual([['too-large', LIMIT]]);
    expect(deep.losses[0]?.path).toHaveLength(64);
  });
  it('of lists too', () => {
    const lists = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ some: [a, inner] }), IS);
    expect(told(fromJsonLogic(lists(32)).losses).filter(([, code]) => code === 'too-large')).toEqual([
      [Array(32).fill('some.1').join('.'), 'too-large', LIMIT],
    ]);
  });
  it('of the visual editor too', () => {
    const rule = { field: 'a', operator: '=', value: 1 };
    const groups = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ combinator: 'and', rules: [inner] }), rule);
    expect(fromQueryBuilder(groups(32)).losses).toEqual([
      { path: Array.from({ length: 32 }, () => ['rules', 0]).flat(), code: 'too-large', message: LIMIT },
    ]);
  });
  it('1000 conditions, and no more; 32 members in a group', () => {
    const wide = (rows: number, last: number) => ({
      and: [
        ...Array.from({ length: rows }, () => ({ or: Array(31).fill(IS) as unknown[] })),
        ...(Array(last).fill(IS) as unknown[]),
      ],
    });
    // 1 and 31 times 32 are 993: seven more are a thousand, but 38 members are too many for our groups.
    expect(told(fromJsonLogic(wide(31, 7)).losses)).toEqual([
      ['', 'too-large', `${LIMIT}, its groups at most 32 members`],
      MISSING,
    ]);
    expect(told(fromJsonLogic(wide(31, 8)).losses)).toEqual([['and.38', 'too-large', LIMIT]]);
    expect(told(fromJsonLogic(wide(31, 10)).losses)).toHaveLength(1);
    expect(fromJsonLogic(wide(31, 1)).ok).toBe(true);
  });
  it('tells no more than a thousand refusals', () => {
    const many = fromQueryBuilder({
      combinator: 'and',
      rules: Array.from({ length: 999 }, () => ({ field: 'a..b', operator: '=', value: 1, extra: 1, other: 2 })),
    });
    expect(many.losses).toHaveLength(1000);
  });
  it('what throws when it is read is unreadable', () => {
    const trap = {
      get and(): never {
        throw new Error('no');
      },
    };
    expect(told(fromJsonLogic(trap).losses)).toEqual([['', 'unreadable', 'it throws when it is read']]);
  });
});

describe('what an import from the visual editor refuses, word for word', () => {
  const rule = (operator: unknown, value: unknown, more: object = {}) => ({ field: 'a', operator, value, ...more });
  const two = (operator: string) => `"${operator}" needs a list of two numbers or two civil dates in order`;
  const NO_RULE = 'a rule has a field and an operator';
  const LISTS = 'needs its values as a list (listsAsArrays)';
  it.each<[unknown, string, string]>([
    [null, 'shape', 'null is neither a rule nor a group'],
    [[], 'shape', 'a list is neither a rule nor a group'],
    ['x', 'shape', '"x" is neither a rule nor a group'],
    [{ operator: '=', value: 1 }, 'shape', NO_RULE],
    [{ field: 'a', value: 1 }, 'shape', NO_RULE],
    [rule('~', 1), 'placeholder', 'a rule is not filled in'],
    [rule('=', '~'), 'placeholder', 'a rule is not filled in'],
    [rule('contains', 'x'), 'operator', '"contains" has no counterpart'],
    [rule('=', null), 'shape', 'null is no plain value'],
    [rule('=', [1]), 'shape', 'a list is no plain value'],
    [rule('<', '3'), 'text-order', '"3" is put in order and is no number'],
    [rule('<', '2026-01-01'), 'text-order', '"2026-01-01" is put in order and is no number'],
    [rule('>', '2026-01-01'), 'text-order', '"2026-01-01" is put in order and is no number'],
    [rule('<=', true), 'text-order', 'true is put in order and is no number'],
    [rule('in', []), 'shape', `"in" ${LISTS}`],
    [rule('notIn', [1, null]), 'shape', `"notIn" ${LISTS}`],
    [rule('in', 'x'), 'shape', `"in" ${LISTS}`],
    [rule('between', [1]), 'shape', two('between')],
    [rule('between', [1, '2026-01-01']), 'shape', two('between')],
    [rule('between', ['2026-01-01', 1]), 'shape', two('between')],
    [rule('between', ['x', 'y']), 'shape', two('between')],
    [rule('notBetween', ['2026-01-01', '2026-01-02', '2026-01-03']), 'shape', two('notBetween')],
    [rule('between', ['2026-01-02', '2026-01-01']), 'shape', two('between')],
    [rule('between', [1, 2, 3]), 'shape', two('between')],
    [rule('between', 'x'), 'shape', two('between')],
    [rule('=', 5, { valueSource: 'field' }), 'shape', '5 names no field'],
    [rule('=', ['b'], { valueSource: 'field' }), 'shape', 'a list names no field'],
    [rule('=', 1, { valueSource: 'fact' }), 'shape', '"fact" is no source of a value'],
    [{ combinator: 'xor', rules: [] }, 'operator', 'combinator "xor" has no counterpart'],
    [{ combinator: 'and', rules: [] }, 'empty-group', 'an empty group holds for everybody there'],
    [{ combinator: 'or', rules: 'x' }, 'empty-group', 'an empty group holds for everybody there'],
    [{ combinator: 'and', not: 1, rules: [] }, 'shape', '"not" must be true or false'],
    [{ combinator: 'and', muted: true, rules: [] }, 'muted', 'a part is switched off: take it out'],
  ])('%j', (query, code, message) => {
    const read = fromQueryBuilder(query);
    expect(read).toMatchObject({ ok: false, value: null });
    expect(told(read.losses)).toEqual([['', code, message]]);
  });
  it('each part by its place, and none of the rest is guessed', () => {
    const query = {
      combinator: 'and',
      rules: [rule('=', 1), rule('~', 1), { combinator: 'or', rules: [rule('=', 1), rule('x', 1)] }],
    };
    expect(told(fromQueryBuilder(query).losses)).toEqual([
      ['rules.1', 'placeholder', 'a rule is not filled in'],
      ['rules.2.rules.1', 'operator', '"x" has no counterpart'],
    ]);
    expect(told(fromQueryBuilder(rule('=', 'b.c', { valueSource: 'field' })).losses)).toEqual([
      ['value', 'path-split', '"b.c" is split at its dots'],
    ]);
    expect(told(fromQueryBuilder({ ...rule('=', 1), field: 'b.c' }).losses)).toEqual([
      ['field', 'path-split', '"b.c" is split at its dots'],
    ]);
    expect(told(fromQueryBuilder({ ...rule('=', 1), field: '' }).losses)).toEqual([
      ['field', 'path-not-addressable', '"" names no fact'],
    ]);
  });
  it.each<[unknown, unknown]>([
    [rule('=', 'x'), { op: 'eq', fact: ['a'], value: 'x' }],
    [rule('!=', 'x'), { op: 'ne', fact: ['a'], value: 'x' }],
    [rule('!=', true), { op: 'ne', fact: ['a'], value: true }],
    [rule('=', '2026-01-01'), { op: 'eq', fact: ['a'], value: '2026-01-01' }],
    [rule('!=', '2026-01-01'), { op: 'ne', fact: ['a'], value: '2026-01-01' }],
    [rule('>=', '2026-01-01'), { op: 'date-in', fact: ['a'], from: '2026-01-01' }],
    [rule('<=', '2026-01-01'), { op: 'date-in', fact: ['a'], through: '2026-01-01' }],
    [rule('>', 2), { op: 'gt', fact: ['a'], value: 2 }],
    [rule('in', ['x', 1, true]), { op: 'in', fact: ['a'], values: ['x', 1, true] }],
  ])('but reads %j', (query, value) => {
    expect(fromQueryBuilder(query)).toEqual({ ok: true, value, losses: [] });
  });
});

describe('shownText', () => {
  it('cuts text short, and dumps no data', () => {
    expect(shownText('x'.repeat(41))).toBe(`"${'x'.repeat(40)}"`);
    expect(shownText('a"b')).toBe('"a\\"b"');
    expect([[], {}, null, undefined, 5, true].map(shownText)).toEqual([
      'a list',
      'an object',
      'null',
      'undefined',
      '5',
      'true',
    ]);
    expect(shownText(BigInt('1'.repeat(50)))).toBe('1'.repeat(40));
  });
});
