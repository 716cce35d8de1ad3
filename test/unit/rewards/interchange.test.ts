import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { evaluateCondition } from '../../../src/rewards/conditions/evaluateCondition.js';
import { fromJsonLogic } from '../../../src/rewards/interchange/fromJsonLogic.js';
import { fromQueryBuilder } from '../../../src/rewards/interchange/fromQueryBuilder.js';
import type { Interchange } from '../../../src/rewards/interchange/interchange.js';
import { toCel } from '../../../src/rewards/interchange/toCel.js';
import { toJsonLogic } from '../../../src/rewards/interchange/toJsonLogic.js';
import { toQueryBuilder } from '../../../src/rewards/interchange/toQueryBuilder.js';
import { evaluateJsonLogic, isTruthy } from '../../tools/jsonLogic.js';

const A: Condition = { op: 'eq', fact: ['a'], value: 1 };
const METRIC: Condition = {
  op: 'metric',
  metric: 'otif',
  scope: ['id'],
  period: 'month',
  over: 'pooled-period',
  test: { status: 'green', by: 'point' },
};
const SUM: Condition = { op: 'sum', over: ['l'], field: ['x'], test: { op: 'gte', value: 1 } };
const SAME: Condition = { op: 'same-period', a: ['a'], b: ['b'], period: 'month' };

const codes = ({ losses }: Interchange<unknown>): string[] =>
  losses.map(({ path, code }) => `${path.join('.')} ${code}`);

function pairOf(condition: Condition, data: unknown): boolean[] {
  const { value } = toJsonLogic(condition);
  return [value?.definite, value?.possible].map((formula) => isTruthy(evaluateJsonLogic(formula, data)));
}

describe('toJsonLogic', () => {
  const v = { var: 'a' };
  it.each<[Condition, unknown]>([
    [A, { '===': [v, 1] }],
    [{ op: 'ne', fact: ['a'], value: true }, { '===': [v, false] }],
    [{ op: 'ne', fact: ['a'], value: 'x' }, { and: [{ '===': [{ cat: [v] }, v] }, { '!==': [v, 'x'] }] }],
    [{ op: 'lt', fact: ['a'], value: 2 }, { and: [{ '===': [{ '+': [v] }, v] }, { '<': [v, 2] }] }],
    [{ op: 'in', fact: ['a', 'b'], values: [1, 'x'] }, { in: [{ var: 'a.b' }, [1, 'x']] }],
    [{ op: 'known', fact: ['a'] }, { '!==': [v, null] }],
    [{ op: 'missing', fact: ['a'] }, { '!': [{ '!==': [v, null] }] }],
    [{ op: 'includes', fact: ['a'], value: 'x' }, { some: [v, { '===': [{ var: '' }, 'x'] }] }],
    [{ op: 'some', over: ['a'], where: A }, { some: [v, { '===': [v, 1] }] }],
    [{ op: 'every', over: ['a'], where: A }, { all: [v, { '===': [v, 1] }] }],
    [
      { op: 'all', of: [A, { op: 'any', of: [A, A] }] },
      { and: [{ '===': [v, 1] }, { or: [{ '===': [v, 1] }, { '===': [v, 1] }] }] },
    ],
    [{ op: 'all', of: [A] }, { '===': [v, 1] }],
    [
      { op: 'at-least', n: 2, of: [A, A, A] },
      { '>=': [{ '+': [1, 2, 3].map(() => ({ if: [{ '===': [v, 1] }, 1, 0] })) }, 2] },
    ],
    [{ op: 'at-least', n: 2, of: [A, A] }, { and: [{ '===': [v, 1] }, { '===': [v, 1] }] }],
    [{ op: 'at-least', n: 1, of: [A, A] }, { or: [{ '===': [v, 1] }, { '===': [v, 1] }] }],
  ])('writes %j', (condition, definite) => {
    expect(toJsonLogic(condition)).toMatchObject({ ok: true, value: { definite }, losses: [] });
  });

  it.each<[unknown, boolean[]]>([
    [{ day: '2026-01-31' }, [false, false]],
    [{ day: '2026-02-01' }, [true, true]],
    [{ day: '2026-02-28' }, [true, true]],
    [{ day: '2026-03-01' }, [false, false]],
    [{ day: 20260201 }, [false, true]],
    [{}, [false, true]],
  ])('puts the date of %j in its span', (data, pair) => {
    const condition: Condition = { op: 'date-in', fact: ['day'], from: '2026-02-01', through: '2026-02-28' };
    expect(pairOf(condition, data)).toEqual(pair);
    expect(codes(toJsonLogic(condition))).toEqual([' assumes-dates']);
  });

  it.each<[Condition]>([
    [METRIC],
    [SUM],
    [SAME],
    [{ op: 'eq', fact: ['a.b'], value: 1 }],
    [{ op: 'lt', fact: ['a', ''], value: 1 }],
    [{ op: 'eq', fact: ['a'], value: { fact: ['toString'] } }],
    [{ op: 'some', over: ['x.y'], where: A }],
  ])('takes %j for unknown', (condition) => {
    expect(toJsonLogic(condition)).toMatchObject({ ok: true, value: { definite: false, possible: true } });
    expect(codes(toJsonLogic(condition))).toEqual([' not-exported']);
    expect(codes(toJsonLogic({ op: 'not', of: condition }))).toEqual(['of not-exported']);
  });

  it('brackets what it cannot say in part', () => {
    const either: Condition = { op: 'any', of: [A, METRIC] };
    expect(pairOf(either, { a: 1 })).toEqual([true, true]);
    expect(pairOf(either, { a: 2 })).toEqual([false, true]);
    const both: Condition = { op: 'all', of: [A, METRIC] };
    expect(pairOf(both, { a: 1 })).toEqual([false, true]);
    expect(pairOf(both, { a: 2 })).toEqual([false, false]);
    const twoOfThree: Condition = { op: 'at-least', n: 2, of: [A, METRIC, A] };
    expect(pairOf(twoOfThree, { a: 1 })).toEqual([true, true]);
    expect(pairOf(twoOfThree, { a: 2 })).toEqual([false, false]);
  });

  it('writes shared conditions where they are used, and says so', () => {
    const shared = { one: A, sum: SUM };
    const written = toJsonLogic(
      {
        op: 'any',
        of: [
          { op: 'ref', id: 'one' },
          { op: 'ref', id: 'sum' },
        ],
      },
      { shared },
    );
    expect(written.value?.definite).toEqual({ '===': [v, 1] });
    expect(codes(written)).toEqual(['of.0 inlined', 'of.1 inlined', 'of.1.shared.sum not-exported']);
  });

  it.each<[unknown, unknown, RegExp]>([
    [{ op: 'x' }, {}, /^toJsonLogic: "op" of a condition must be/],
    [null, {}, /^toJsonLogic: "op" of a condition must be/],
    [{ op: 'ref', id: 'q' }, {}, /^toJsonLogic: "id" of "ref" must be/],
    [A, null, /^toJsonLogic: options must be an object/],
    [A, { shared: null }, /^toJsonLogic: option "shared" must be conditions by id/],
  ])('refuses %j with %j', (condition, options, message) => {
    expect(() => toJsonLogic(condition as never, options as never)).toThrow(message);
  });
});

describe('toCel', () => {
  const has = (name: string): string => `type(data) == map && has(data.${name})`;
  it.each<[Condition, string]>([
    [{ op: 'eq', fact: ['a'], value: 'x"\n' }, `(${has('a')} && type(data.a) == string && data.a == "x\\"\\n")`],
    [A, `(${has('a')} && (type(data.a) == double || type(data.a) == int || type(data.a) == uint) && data.a == 1.0)`],
    [
      { op: 'known', fact: ['a', 'in'] },
      `(${has('a')} && type(data.a) == map && "in" in data.a && data.a["in"] != null)`,
    ],
    [{ op: 'known', fact: ['a.b'] }, '(type(data) == map && "a.b" in data && data["a.b"] != null)'],
    [
      { op: 'includes', fact: ['a'], value: true },
      `(${has('a')} && type(data.a) == list && data.a.exists(e1, (type(e1) == bool && e1 == true)))`,
    ],
  ])('writes %j', (condition, definite) => {
    expect(toCel(condition).value?.definite).toBe(definite);
  });

  it('writes numbers as doubles', () => {
    const texts = [1.5, -2, 1e21, 1e-7].map((value) =>
      toCel({ op: 'eq', fact: ['a'], value })
        .value?.definite.split(' == ')
        .at(-1),
    );
    expect(texts).toEqual(['1.5)', '-2.0)', '1e+21)', '1e-7)']);
  });

  it('takes what it cannot say for unknown', () => {
    expect(toCel(SUM)).toMatchObject({
      value: { definite: 'false', possible: 'true' },
      losses: [{ code: 'not-exported' }],
    });
    expect(codes(toCel({ op: 'eq', fact: ['\ud800'], value: 1 }))).toEqual([' not-exported']);
    expect(codes(toCel({ op: 'eq', fact: ['a'], value: '\udc00' }))).toEqual([' not-exported']);
    expect(codes(toCel({ op: 'in', fact: ['a'], values: ['\udc00'] }))).toEqual([' not-exported']);
    expect(codes(toCel({ op: 'eq', fact: ['a'], value: '\ud83d\ude00' }))).toEqual([]);
  });

  it.each(['', '1a', 'a-b', 'e1', 7, null])('refuses the variable %j', (variable) => {
    expect(() => toCel(A, { variable } as never)).toThrow(/^toCel: option "variable" must be a name/);
  });

  it('reads from the variable it is given', () => {
    expect(toCel({ op: 'known', fact: ['a'] }, { variable: 'fact' }).value?.definite).toBe(
      '(type(fact) == map && has(fact.a) && fact.a != null)',
    );
  });
});

describe('fromJsonLogic', () => {
  const a = { var: 'a' };
  const told = 'missing-is-unknown';
  it.each<[unknown, Condition, string[]]>([
    [{ '===': [a, 1] }, A, [` ${told}`]],
    [{ '===': [1, a] }, A, [` ${told}`]],
    [{ '!==': [a, { var: ['b'] }] }, { op: 'ne', fact: ['a'], value: { fact: ['b'] } }, [` ${told}`]],
    [{ '==': [a, 'x'] }, { op: 'eq', fact: ['a'], value: 'x' }, [' loose-equality', ` ${told}`]],
    [{ '!=': [a, 'x'] }, { op: 'ne', fact: ['a'], value: 'x' }, [' loose-equality', ` ${told}`]],
    [{ '==': [a, null] }, { op: 'missing', fact: ['a'] }, []],
    [{ '!==': [null, a] }, { op: 'known', fact: ['a'] }, []],
    [{ '<': [a, 2] }, { op: 'lt', fact: ['a'], value: 2 }, [` ${told}`]],
    [{ '<': [2, a] }, { op: 'gt', fact: ['a'], value: 2 }, [` ${told}`]],
    [{ '>=': [2, a] }, { op: 'lte', fact: ['a'], value: 2 }, [` ${told}`]],
    [{ '<=': [a, 2] }, { op: 'lte', fact: ['a'], value: 2 }, [` ${told}`]],
    [{ '>': [a, { var: 'b' }] }, { op: 'gt', fact: ['a'], value: { fact: ['b'] } }, [` ${told}`]],
    [
      { '<': [1, a, 3] },
      {
        op: 'all',
        of: [
          { op: 'gt', fact: ['a'], value: 1 },
          { op: 'lt', fact: ['a'], value: 3 },
        ],
      },
      [` ${told}`],
    ],
    [{ '<=': ['2026-01-01', a] }, { op: 'date-in', fact: ['a'], from: '2026-01-01' }, [' assumes-dates', ` ${told}`]],
    [
      { '<=': [a, '2026-01-01'] },
      { op: 'date-in', fact: ['a'], through: '2026-01-01' },
      [' assumes-dates', ` ${told}`],
    ],
    [{ in: [a, [1, 'x']] }, { op: 'in', fact: ['a'], values: [1, 'x'] }, [` ${told}`]],
    [{ in: ['x', a] }, { op: 'includes', fact: ['a'], value: 'x' }, [' list-assumed', ` ${told}`]],
    [{ '!': { '===': [a, 1] } }, { op: 'not', of: A }, [` ${told}`]],
    [{ '!!': [{ '===': [a, 1] }] }, A, [` ${told}`]],
    [{ or: [{ '===': [a, 1] }] }, { op: 'any', of: [A] }, [` ${told}`]],
    [
      { missing: ['a', 'b'] },
      {
        op: 'any',
        of: [
          { op: 'missing', fact: ['a'] },
          { op: 'missing', fact: ['b'] },
        ],
      },
      [' empty-text'],
    ],
    [{ missing: 'a' }, { op: 'any', of: [{ op: 'missing', fact: ['a'] }] }, [' empty-text']],
    [
      { missing_some: [1, ['a']] },
      { op: 'not', of: { op: 'at-least', n: 1, of: [{ op: 'known', fact: ['a'] }] } },
      [' empty-text'],
    ],
    [{ all: [{ var: 'l' }, { '===': [a, 1] }] }, { op: 'every', over: ['l'], where: A }, [' empty-list', ` ${told}`]],
    [{ none: [{ var: 'l' }, { '===': [a, 1] }] }, { op: 'none', over: ['l'], where: A }, [' empty-list', ` ${told}`]],
    [
      { some: [{ var: 'x.l' }, { '===': [a, 1] }] },
      { op: 'some', over: ['x', 'l'], where: A },
      ['some.0 path-split', ' empty-list', ` ${told}`],
    ],
  ])('reads %j', (formula, value, losses) => {
    const read = fromJsonLogic(formula);
    expect(read).toMatchObject({ ok: true, value });
    expect(codes(read)).toEqual(losses);
  });

  it.each<[unknown, string]>([
    [true, ' constant'],
    [[], ' constant'],
    [{}, ' shape'],
    [{ and: [], or: [] }, ' shape'],
    [{ and: [] }, ' empty-group'],
    [a, ' truthiness'],
    [{ '!': [a] }, '!.0 truthiness'],
    [{ '!': [1, 2] }, ' shape'],
    [{ '===': [1, 1] }, ' constant'],
    [{ '===': [a] }, ' shape'],
    [{ '===': [a, [1]] }, '===.1 operator'],
    [{ '===': [{ var: ['a', 0] }, 1] }, '===.0 default-value'],
    [{ '===': [{ var: '' }, 1] }, '===.0 path-not-addressable'],
    [{ '===': [{ var: 1 }, 1] }, '===.0 path-not-addressable'],
    [{ '===': [{ var: 'a..b' }, 1] }, '===.0 path-not-addressable'],
    [{ '===': [{ var: 'a.0' }, 1] }, '===.0 path-not-addressable'],
    [{ '===': [{ var: 'constructor.name' }, 1] }, '===.0 path-not-addressable'],
    [{ '<': [a, 'b'] }, ' text-order'],
    [{ '<': [a, '2026-01-01'] }, ' text-order'],
    [{ '<': [a, null] }, ' text-order'],
    [{ '<': [1, 2] }, ' constant'],
    [{ '>': [3, a, 1] }, ' shape'],
    [{ '<': [a] }, ' shape'],
    [{ '>': [{ '+': [a, 1] }, 3] }, '>.0 operator'],
    [{ in: [a, 'text'] }, ' operator'],
    [{ in: [a, []] }, ' empty-group'],
    [{ in: [a, [null]] }, ' operator'],
    [{ in: [1, [1]] }, ' constant'],
    [{ in: [a] }, ' shape'],
    [{ missing: [] }, ' empty-group'],
    [{ missing_some: [2, ['a']] }, ' constant'],
    [{ missing_some: [0, ['a']] }, ' constant'],
    [{ missing_some: [1, []] }, ' empty-group'],
    [{ some: [a] }, ' shape'],
    [{ some: [[1], { '===': [a, 1] }] }, 'some.0 operator'],
    [{ if: [a, true, false] }, ' operator'],
    [{ and: [{ '===': [a, 1] }, { cat: ['x'] }] }, 'and.1 operator'],
    [{ or: Array.from({ length: 33 }, () => ({ '===': [a, 1] })) }, ' too-large'],
  ])('refuses %j', (formula, loss) => {
    const read = fromJsonLogic(formula);
    expect(read).toMatchObject({ ok: false, value: null });
    expect(codes(read)[0]).toBe(loss);
  });

  it.each<[unknown, string]>([
    [{ '<': [{ '+': [a, 1] }, 3] }, '"+" is not the name of a fact'],
    [{ '===': [a, [1]] }, 'a list is not the name of a fact'],
    [{ some: [{ filter: [a, true] }, { '===': [a, 1] }] }, '"filter" is not the name of a fact'],
    [{ '===': [{ a: 1, b: 2 }, 1] }, 'an object is not the name of a fact'],
  ])('says of %j what stands in the place of a fact', (formula, message) => {
    expect(fromJsonLogic(formula).losses[0]).toMatchObject({ code: 'operator', message });
  });

  it('refuses what is circular, deep or throws', () => {
    const circle: Record<string, unknown> = {};
    circle['and'] = Array.from({ length: 32 }, () => circle);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(codes(fromJsonLogic(circle)).join()).toContain('too-large');
    expect(codes(fromJsonLogic({ and: [proxy] }))).toEqual([' unreadable']);
  });
});

describe('the visual editor', () => {
  const rule = (operator: string, value: unknown, more: object = {}): object => ({
    field: 'a',
    operator,
    value,
    ...more,
  });
  const group = (...rules: unknown[]): object => ({ combinator: 'and', rules });

  it.each<[Condition, object]>([
    [A, rule('=', 1)],
    [{ op: 'ne', fact: ['a'], value: { fact: ['b'] } }, rule('!=', 'b', { valueSource: 'field' })],
    [{ op: 'gte', fact: ['a'], value: 2 }, rule('>=', 2)],
    [{ op: 'in', fact: ['a'], values: ['x'] }, rule('in', ['x'])],
    [{ op: 'not-in', fact: ['a'], values: ['x'] }, rule('notIn', ['x'])],
    [{ op: 'known', fact: ['a'] }, rule('notNull', null)],
    [{ op: 'missing', fact: ['a'] }, rule('null', null)],
    [{ op: 'date-in', fact: ['a'], from: '2026-01-01' }, rule('>=', '2026-01-01')],
    [{ op: 'date-in', fact: ['a'], through: '2026-01-01' }, rule('<=', '2026-01-01')],
    [
      { op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-01' },
      rule('between', ['2026-01-01', '2026-01-01']),
    ],
  ])('shows %j, and gives it back', (condition, part) => {
    expect(toQueryBuilder(condition)).toEqual({ ok: true, value: group(part), losses: [] });
    expect(fromQueryBuilder(part)).toEqual({ ok: true, value: condition, losses: [] });
    expect(fromQueryBuilder(group(part)).value).toEqual({ op: 'all', of: [condition] });
  });

  it('shows groups and their negation', () => {
    const not: Condition = { op: 'not', of: { op: 'any', of: [A, { op: 'not', of: A }] } };
    const query = { combinator: 'or', not: true, rules: [rule('=', 1), { ...group(rule('=', 1)), not: true }] };
    expect(toQueryBuilder(not).value).toEqual(query);
    expect(fromQueryBuilder(query).value).toEqual({
      op: 'not',
      of: { op: 'any', of: [A, { op: 'not', of: { op: 'all', of: [A] } }] },
    });
    expect(toQueryBuilder({ op: 'not', of: { op: 'not', of: { op: 'all', of: [A] } } }).value).toEqual({
      ...group({ ...group(rule('=', 1)), not: true }),
      not: true,
    });
  });

  it('shows shared conditions where they are used', () => {
    expect(toQueryBuilder({ op: 'ref', id: 'x' }, { shared: { x: A } })).toMatchObject({
      ok: true,
      value: group(rule('=', 1)),
      losses: [{ path: [], code: 'inlined' }],
    });
  });

  it.each<[Condition, string]>([
    [{ op: 'at-least', n: 1, of: [A] }, ' operator'],
    [{ op: 'all', of: [A, SUM] }, 'of.1 operator'],
    [{ op: 'includes', fact: ['a'], value: 'x' }, ' operator'],
    [{ op: 'known', fact: ['a.b'] }, ' path-not-addressable'],
    [{ op: 'known', fact: ['a', '0'] }, ' path-not-addressable'],
    [{ op: 'known', fact: [''] }, ' path-not-addressable'],
  ])('does not show %j', (condition, loss) => {
    expect(toQueryBuilder(condition)).toMatchObject({ ok: false, value: null });
    expect(codes(toQueryBuilder(condition))).toEqual([loss]);
  });

  it.each<[object, Condition]>([
    [
      rule('between', [1, 2]),
      {
        op: 'all',
        of: [
          { op: 'gte', fact: ['a'], value: 1 },
          { op: 'lte', fact: ['a'], value: 2 },
        ],
      },
    ],
    [
      rule('notBetween', ['2026-01-01', '2026-01-02']),
      { op: 'not', of: { op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-02' } },
    ],
    [rule('<', 3, { id: 'r-1', valueSource: 'value' }), { op: 'lt', fact: ['a'], value: 3 }],
  ])('reads %j', (part, value) => {
    expect(fromQueryBuilder(part).value).toEqual(value);
  });

  it.each<[unknown, string]>([
    [null, ' shape'],
    [7, ' shape'],
    [{}, ' shape'],
    [group(), ' empty-group'],
    [{ combinator: 'xor', rules: [rule('=', 1)] }, ' operator'],
    [{ rules: [rule('=', 1), 'and', rule('=', 1)] }, ' operator'],
    [{ ...group(rule('=', 1)), muted: true }, ' muted'],
    [rule('~', 1), ' placeholder'],
    [{ field: '~', operator: '=', value: 1 }, ' placeholder'],
    [rule('=', '~'), ' placeholder'],
    [rule('contains', 'x'), ' operator'],
    [rule('=', null), ' shape'],
    [rule('=', [1]), ' shape'],
    [rule('=', 7, { valueSource: 'field' }), ' shape'],
    [rule('<', '3'), ' text-order'],
    [rule('<', '2026-01-01'), ' text-order'],
    [rule('in', 'x,y'), ' shape'],
    [rule('in', []), ' shape'],
    [rule('between', '1,2'), ' shape'],
    [rule('between', ['2026-01-02', '2026-01-01']), ' shape'],
    [rule('between', [1, 2, 3]), ' shape'],
    [rule('between', [1, 2], { valueSource: 'field' }), ' shape'],
    [rule('in', ['b'], { valueSource: 'field' }), ' shape'],
    [rule('notIn', ['b'], { valueSource: 'field' }), ' shape'],
    [rule('=', 'b', { valueSource: 'fact' }), ' shape'],
    [rule('=', 1, { not: true }), ' unknown-key'],
    [rule('=', 1, { weight: 2 }), ' unknown-key'],
    [{ ...group(rule('=', 1)), match: { mode: 'none' } }, ' unknown-key'],
    [{ ...group(rule('=', 1)), field: 'a' }, ' unknown-key'],
    [{ ...group(rule('=', 1)), not: 'true' }, ' shape'],
    [{ ...group(rule('=', 1)), muted: 'yes' }, ' muted'],
    [{ field: 'a..b', operator: '=', value: 1 }, 'field path-not-addressable'],
    [group(rule('=', 1), rule('contains', 'x')), 'rules.1 operator'],
  ])('refuses %j', (query, loss) => {
    expect(fromQueryBuilder(query)).toMatchObject({ ok: false, value: null });
    expect(codes(fromQueryBuilder(query))).toEqual([loss]);
  });

  it('names every key it does not know', () => {
    const { losses } = fromQueryBuilder(rule('=', 1, { weight: 2, 'sql-hint': null }));
    expect(losses).toEqual([
      { path: [], code: 'unknown-key', message: 'a rule has no "weight" that is understood here' },
      { path: [], code: 'unknown-key', message: 'a rule has no "sql-hint" that is understood here' },
    ]);
    expect(fromQueryBuilder({ ...group(rule('=', 1)), x: 1 }).losses[0]?.message).toBe(
      'a group has no "x" that is understood here',
    );
  });

  it('leaves aside what only the editor needs', () => {
    const own = { id: 'r-1', path: [0], disabled: true, muted: false };
    const part = rule('=', 1, { ...own, match: undefined, valueSource: 'value', extra: undefined });
    const query = { ...group(part), ...own, not: false };
    expect(fromQueryBuilder(query)).toEqual({ ok: true, value: { op: 'all', of: [A] }, losses: [] });
  });

  it.each<[string, unknown]>([
    ['=', 'null'],
    ['in', 'a list'],
  ])('says that "%s" cannot take fields as values', (operator, value) => {
    const given = operator === 'in' ? ['b'] : null;
    expect(fromQueryBuilder(rule(operator, given, { valueSource: 'field' })).losses[0]?.message).toBe(
      `${String(value)} names no field`,
    );
  });

  describe('with conditions on the elements of a list', () => {
    const matched = (match: unknown, value: unknown = group(rule('=', 1))): object => ({
      field: 'tours',
      operator: 'notNull',
      value,
      match,
    });
    const where: Condition = { op: 'all', of: [A] };

    it.each<[object, Condition]>([
      [{ mode: 'all' }, { op: 'every', over: ['tours'], where }],
      [
        { mode: 'some', threshold: 1 },
        { op: 'some', over: ['tours'], where },
      ],
      [
        { mode: 'none', threshold: null },
        { op: 'none', over: ['tours'], where },
      ],
    ])('reads %j, and says what it makes of an empty list', (match, value) => {
      expect(fromQueryBuilder(matched(match))).toEqual({
        ok: true,
        value,
        losses: [
          {
            path: ['match'],
            code: 'empty-list',
            message: `${JSON.stringify((match as { mode: string }).mode)} of an empty list is decided there, ours is unknown`,
          },
        ],
      });
    });

    it.each<[object, Condition]>([
      [
        { mode: 'atLeast', threshold: 2 },
        { op: 'count', over: ['tours'], where, test: { op: 'gte', value: 2 } },
      ],
      [
        { mode: 'atMost', threshold: 0 },
        { op: 'count', over: ['tours'], where, test: { op: 'lte', value: 0 } },
      ],
      [
        { mode: 'exactly', threshold: 1 },
        { op: 'count', over: ['tours'], where, test: { op: 'eq', value: 1 } },
      ],
    ])('reads %j', (match, value) => {
      expect(fromQueryBuilder(matched(match))).toEqual({ ok: true, value, losses: [] });
    });

    it('does not need an operator, and decides as it reads', () => {
      const { value } = fromQueryBuilder({ field: 'tours', value: group(rule('=', 1)), match: { mode: 'none' } });
      const truthOf = (tours: unknown): string => evaluateCondition(value as Condition, { tours }).truth;
      expect([truthOf([{ a: 2 }]), truthOf([{ a: 1 }]), truthOf([{}]), truthOf(null)]).toEqual([
        'true',
        'false',
        'unknown',
        'unknown',
      ]);
    });

    it.each<[unknown, unknown, string[]]>([
      [{ mode: 'some' }, null, [' shape: "match" needs a group of conditions on the elements as its value']],
      [{ mode: 'some' }, [1], [' shape: "match" needs a group of conditions on the elements as its value']],
      [{ mode: 'some' }, rule('=', 1), [' shape: "match" needs a group of conditions on the elements as its value']],
      ['some', group(rule('=', 1)), ['match shape: "match" must be { mode, threshold }']],
      [null, group(rule('=', 1)), ['match shape: "match" must be { mode, threshold }']],
      [{ mode: 'most' }, group(rule('=', 1)), ['match operator: "match" of the mode "most" has no counterpart']],
      [{}, group(rule('=', 1)), ['match operator: "match" of the mode undefined has no counterpart']],
      [
        { mode: 'toString' },
        group(rule('=', 1)),
        ['match operator: "match" of the mode "toString" has no counterpart'],
      ],
      [
        { mode: 'atLeast', threshold: 0.5 },
        group(rule('=', 1)),
        ['match operator: "atLeast" needs a whole number of elements, and 0.5 is none'],
      ],
      [
        { mode: 'exactly', threshold: -1 },
        group(rule('=', 1)),
        ['match operator: "exactly" needs a whole number of elements, and -1 is none'],
      ],
      [
        { mode: 'atMost' },
        group(rule('=', 1)),
        ['match operator: "atMost" needs a whole number of elements, and undefined is none'],
      ],
      [{ mode: 'atLeast', threshold: 0 }, group(rule('=', 1)), ['match constant: "atLeast" 0 holds for every list']],
      [
        { mode: 'some', limit: 1 },
        group(rule('=', 1)),
        ['match unknown-key: "match" has no "limit" that is understood here'],
      ],
      [{ mode: 'some' }, group(), ['value empty-group: an empty group holds for everybody there']],
      [{ mode: 'some' }, group(rule('contains', 'x')), ['value.rules.0 operator: "contains" has no counterpart']],
    ])('refuses %j of %j', (match, value, refusals) => {
      const { ok, losses } = fromQueryBuilder(matched(match, value));
      expect(ok).toBe(false);
      expect(losses.map(({ path, code, message }) => `${path.join('.')} ${code}: ${message}`)).toEqual(refusals);
    });
  });

  it('tells once of all fields that are split', () => {
    const field = (text: string): object => ({ ...rule('=', 1), field: text });
    const told = (...fields: string[]): unknown => fromQueryBuilder(group(...fields.map(field))).losses;
    expect(told('a', 'a.b')).toEqual([
      { path: ['rules', 1, 'field'], code: 'path-split', message: '"a.b" is split at its dots' },
    ]);
    expect(told('a.b', 'a.b')).toEqual([
      { path: ['rules', 0, 'field'], code: 'path-split', message: '"a.b" is split at its dots' },
    ]);
    expect(told('a.c', 'a', 'a.b', 'a.c', 'a.d')).toEqual([
      {
        path: ['rules', 0, 'field'],
        code: 'path-split',
        message: '3 names are split at their dots, the first is "a.c"',
      },
    ]);
  });

  it('tells of fields that are split, refused or not', () => {
    const read = fromQueryBuilder({ field: 'a.b', operator: '=', value: { toString: null } });
    expect(codes(read)).toEqual([' shape', 'field path-split']);
    expect(evaluateCondition({ op: 'known', fact: ['a', 'b'] }, { a: { b: 1 } }).truth).toBe('true');
  });
});
