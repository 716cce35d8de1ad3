import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { checkRules, type CheckRulesOptions } from '../../../src/rewards/trials/checkRules.js';
import type { RuleFinding } from '../../../src/rewards/trials/ruleFinding.js';
import { FIELD_INSIGHT, GOODWILL, GOODWILL_BUDGET, GREEN_QUARTER, PLAN_TARGET, SPRING_CHALLENGE } from './mechanics.js';

/** A rule of which nothing is to be told. */
const SOUND: RewardRule = {
  format: 1,
  id: 'r',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'e' },
  subject: ['who'],
  occurrence: ['id'],
  when: { op: 'eq', fact: ['ok'], value: true },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
  caps: [{ scope: 'subject', period: 'month', limit: 100, overflow: 'clip' }],
  onUnknown: 'hold',
};
const all = (...of: Condition[]): Condition => ({ op: 'all', of });
const any = (...of: Condition[]): Condition => ({ op: 'any', of });
const not = (of: Condition): Condition => ({ op: 'not', of });
const x = (op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', value: number): Condition => ({ op, fact: ['x'], value });
const is = (value: string | boolean, fact = ['x']): Condition => ({ op: 'eq', fact, value });
const isNot = (value: string | boolean, fact = ['x']): Condition => ({ op: 'ne', fact, value });
const oneOf = (...values: (string | number | boolean)[]): Condition => ({ op: 'in', fact: ['x'], values });
const day = (from?: string, through?: string): Condition => ({ op: 'date-in', fact: ['x'], from, through });
const known: Condition = { op: 'known', fact: ['x'] };
const missing: Condition = { op: 'missing', fact: ['x'] };
const list = (op: 'some' | 'every' | 'none', where: Condition, minCount?: number): Condition => ({
  op,
  over: ['list'],
  where,
  minCount,
});
const count = (op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', value: number, where?: Condition): Condition => ({
  op: 'count',
  over: ['list'],
  where,
  test: { op, value },
});
const sum = (op: 'eq' | 'lt' | 'gt', value: number): Condition => ({
  op: 'sum',
  over: ['list'],
  field: ['n'],
  test: { op, value },
});
const refer = (op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', a: string, b: string): Condition => ({
  op,
  fact: [a],
  value: { fact: [b] },
});
const metric = (
  test: Extract<Condition, { op: 'metric' }>['test'],
  own: Partial<Extract<Condition, { op: 'metric' }>> = {},
): Condition => ({
  op: 'metric',
  metric: 'otif',
  scope: ['x'],
  period: 'quarter',
  over: 'pooled-period',
  test,
  minimumSample: 30,
  ...own,
});
const green = { status: 'green', by: 'bound' } as const;
const red = { status: 'red', by: 'bound' } as const;

function codes(rule: Partial<RewardRule>, options: CheckRulesOptions = {}): string[] {
  return checkRules([{ ...SOUND, ...rule }], options).map(({ code }) => code);
}

const SHARED = { high: x('gte', 9) };

describe('checkRules', () => {
  it('finds nothing in a rule that is sound', () => {
    expect(checkRules([SOUND])).toEqual([]);
    expect(checkRules([])).toEqual([]);
  });

  it.each<readonly [string, Condition]>([
    ['bounds', all(x('gte', 9), x('lt', 9))],
    ['open bounds', all(x('gt', 9), x('lte', 9))],
    ['two open bounds', all(x('gt', 9), x('lt', 9))],
    ['bounds in turn', all(x('lt', 5), x('gte', 9))],
    ['a value out', all(x('gte', 9), x('lte', 9), x('ne', 9))],
    ['a value off the bounds', all(x('eq', 9), x('gt', 9))],
    ['two values', all(is('a'), is('b'))],
    ['a value and its negation', all(is('a'), isNot('a'))],
    ['two types', all(is('a'), x('gt', 0))],
    ['true and false', all(is(true), is(false))],
    ['neither true nor false', all(isNot(true), isNot(false))],
    ['values and one of others', all(x('eq', 1), oneOf(2, 3))],
    ['values and a bound', all(oneOf(1, 2, 'a'), x('gt', 2))],
    ['values all out', all(oneOf('a', 'b'), isNot('a'), isNot('b'))],
    ['values and none of them', all(oneOf('a'), { op: 'not-in', fact: ['x'], values: ['a', 'b'] })],
    ['days', all(day('2026-02-01'), day(undefined, '2026-01-31'))],
    ['a day and a text', all(day('2026-02-01'), is('later'))],
    ['a day out', all(day('2026-02-01', '2026-02-01'), isNot('2026-02-01'))],
    ['a day outside', all(day('2026-02-01', '2026-02-28'), is('2026-03-01'))],
    ['a day and no day at all', not(day('0001-01-01', '9999-12-31'))],
    ['known and missing', all(known, missing)],
    ['missing and equal', all(missing, is('a'))],
    ['not known and known', all(not(known), known)],
    ['a value and one within it', all(is('a'), is('b', ['x', 'y']))],
    ['a missing record and what it holds', all(missing, is('b', ['x', 'y']))],
    ['a list and a value', all(list('some', is('a')), is('a', ['list']))],
    ['every and some', all(list('every', is('a')), list('some', is('b')))],
    ['none and some', all(list('none', is('a')), list('some', is('a')))],
    ['none and every', all(list('none', is('a')), list('every', is('a')))],
    ['some of what never is', list('some', all(is('a'), is('b')))],
    ['every of what never is', list('every', all(is('a'), is('b')))],
    ['none of what always is', list('none', any(all(known, x('ne', 1)), all(known, x('eq', 1)), missing))],
    ['not every of what always is', not(list('every', any(known, missing)))],
    ['three and fewer than three', all(list('every', is('a'), 3), count('lt', 3))],
    ['some and an empty list', all(list('some', is('a')), count('eq', 0))],
    ['included in an empty list', all({ op: 'includes', fact: ['list'], value: 1 }, count('lt', 1))],
    [
      'included and not',
      all({ op: 'includes', fact: ['list'], value: 1 }, not({ op: 'includes', fact: ['list'], value: 1 })),
    ],
    ['fewer than none', count('lt', 0)],
    ['half an element', count('eq', 1.5)],
    ['between two whole numbers', all(count('gt', 1), count('lt', 2))],
    ['one, out of one', all(count('gte', 1), count('lte', 1), count('ne', 1))],
    ['counted of what never is', count('gte', 1, all(is('a'), is('b')))],
    ['two counts', all(count('gte', 2, is('a')), count('lt', 2, is('a')))],
    ['two sums', all(sum('gt', 1), sum('lt', 2))],
    ['less than itself', refer('lt', 'x', 'x')],
    ['not itself', refer('ne', 'x', 'x')],
    ['two facts both ways', all(refer('lt', 'x', 'y'), refer('lt', 'y', 'x'))],
    ['two facts, turned', all(refer('eq', 'y', 'x'), refer('gt', 'x', 'y'))],
    ['two facts of which one is text', all(refer('gte', 'x', 'y'), is('a', ['y']))],
    ['two facts of which one is missing', all(refer('eq', 'x', 'y'), missing)],
    ['not the period it is in', not({ op: 'same-period', a: ['x'], b: ['x'], period: 'month' })],
    ['a period of what is no date', all({ op: 'same-period', a: ['x'], b: ['y'], period: 'month' }, is('a'))],
    ['two statuses', all(metric(green), metric(red))],
    ['a status and not it', all(metric(green), not(metric(green)))],
    ['no status', all(not(metric(green)), not(metric(red)), not(metric({ status: 'amber', by: 'bound' })))],
    ['two values of a metric', all(metric({ op: 'gte', value: 0.9 }), metric({ op: 'lt', value: 0.9 }))],
    ['a metric of nobody', all(metric(green), is(true))],
    ['a metric of half a number', all(metric(green), x('eq', 1.5))],
    ['shared conditions', all({ op: 'ref', id: 'high' }, x('lt', 9))],
    ['two of three that exclude each other', { op: 'at-least', n: 2, of: [x('eq', 1), x('eq', 2), x('eq', 3)] }],
    ['not one of two that cover all', not({ op: 'at-least', n: 1, of: [any(known, missing), is('a')] })],
    ['every branch', any(all(is('a'), is('b')), all(x('gt', 1), x('lt', 1)))],
  ])('finds what never holds: %s', (_, when) => {
    expect(codes({ when }, { shared: SHARED })).toContain('unreachable');
    expect(checkRules([{ ...SOUND, when }], { shared: SHARED })).toContainEqual({
      code: 'unreachable',
      severity: 'error',
      rule: 'r',
      path: ['when'],
    });
  });

  it.each<readonly [string, Condition]>([
    ['bounds that meet', all(x('gte', 9), x('lte', 9))],
    ['bounds with room', all(x('gt', 8), x('lt', 9))],
    ['one value of two', all(x('gte', 9), x('lte', 10), x('ne', 9))],
    ['a value twice', all(is('a'), is('a'))],
    ['one of some', all(oneOf(1, 2), x('gt', 1))],
    ['one left', all(oneOf('a', 'b'), isNot('a'))],
    ['days that meet', all(day('2026-02-01'), day(undefined, '2026-02-01'))],
    ['one day of two', all(day('2026-02-01', '2026-02-02'), isNot('2026-02-01'))],
    ['a text out that is no day', all(day('2026-02-01', '2026-02-01'), isNot('a'))],
    ['a day twice out of two', all(day('2026-02-01', '2026-02-02'), isNot('2026-02-01'), isNot('2026-02-01'))],
    ['outside, after', not(day('0001-01-01', '9999-12-30'))],
    ['outside, before', not(day('0001-01-02', '9999-12-31'))],
    ['a record and what it holds', all(known, is('b', ['x', 'y']))],
    ['another path', all(is('a'), is('b', ['y', 'x']))],
    ['some and some', all(list('some', is('a')), list('some', is('b')))],
    ['every and some of the same', all(list('every', is('a')), list('some', is('a')))],
    ['three of three', all(list('every', is('a'), 3), count('lt', 4))],
    ['some and one', all(list('some', is('a')), count('eq', 1))],
    ['not included in an empty list', all(not({ op: 'includes', fact: ['list'], value: 1 }), count('eq', 0))],
    ['no element', count('lt', 1)],
    ['none of what never is', count('lt', 1, all(is('a'), is('b')))],
    ['two counts with room', all(count('gte', 2, is('a')), count('lte', 2, is('a')))],
    ['counts of different elements', all(count('gte', 2, is('a')), count('lt', 2, is('b')))],
    ['a sum below zero', all(sum('lt', 0), count('gt', 1))],
    ['itself', refer('lte', 'x', 'x')],
    ['two facts that are equal', all(refer('lte', 'x', 'y'), refer('gte', 'x', 'y'))],
    ['two facts that differ', all(refer('ne', 'x', 'y'), refer('lte', 'y', 'x'))],
    ['two texts', all(refer('eq', 'x', 'y'), is('a'))],
    ['status by value and by bound', all(metric(green), metric({ status: 'red', by: 'point' }))],
    ['every month and the quarter', all(metric(green), metric(red, { over: 'every-month' }))],
    ['not every month', all(not(metric(green, { over: 'every-month' })), not(metric(red, { over: 'every-month' })))],
    ['a metric of another scope', all(metric(green), metric(red, { scope: ['y'] }))],
    ['a metric by number', all(metric(green), x('eq', 1))],
    ['one of three', { op: 'at-least', n: 1, of: [x('eq', 1), x('eq', 2), x('eq', 3)] }],
    ['two of three, one twice', { op: 'at-least', n: 2, of: [x('eq', 1), x('eq', 2), x('eq', 1)] }],
    ['one branch', any(all(is('a'), is('b')), is('a'))],
  ])('claims nothing where it may hold: %s', (_, when) => {
    expect(codes({ when })).not.toContain('unreachable');
  });

  it.each<readonly [string, Condition]>([
    ['bounds that cover all', any(x('gte', 5), x('lt', 5))],
    ['a value or another', any(is('a'), isNot('a'))],
    ['true or false', oneOf(true, false)],
    ['known or missing', any(known, missing)],
    ['as many as there are', count('gte', 0)],
    ['itself', refer('eq', 'x', 'x')],
    ['not what never is', not(all(x('gte', 9), x('lt', 5)))],
    ['any day', day('0001-01-01')],
    ['one of three that cover all', { op: 'at-least', n: 1, of: [x('lt', 1), x('eq', 1), x('gt', 1)] }],
  ])('finds what never fails: %s', (_, when) => {
    expect(checkRules([{ ...SOUND, when }])).toEqual([
      { code: 'always-true', severity: 'warning', rule: 'r', path: ['when'] },
    ]);
  });

  it.each<readonly [string, Condition]>([
    ['bounds with a hole', any(x('gt', 5), x('lt', 5))],
    ['known', known],
    ['from the second day', day('0001-01-02')],
  ])('does not say so of %s', (_, when) => {
    expect(codes({ when })).toEqual([]);
  });

  it('says of what is unknown always that it never holds, and no more', () => {
    const never = all(x('gte', 9), x('lt', 5));
    expect(codes({ when: all(never, any(known, missing)) })).toEqual(['unreachable']);
    const unknown = list('every', all(any(known, missing), refer('lt', 'x', 'x')));
    expect(codes({ when: all(unknown, not(unknown)) })).toEqual(['unreachable']);
  });

  it('says nothing where it would take too many cases', () => {
    const pair = (at: number): Condition => {
      const of = [0, 1, 2, 3].map((value): Condition => ({ op: 'eq', fact: [`f${at}`], value }));
      return { op: 'any', of };
    };
    const many = (pairs: number): Condition =>
      all(...Array.from({ length: pairs }, (_, at) => pair(at)), list('some', all(is('a'), is('b'))));
    expect(codes({ when: many(3) })).toEqual(['unreachable']);
    expect(codes({ when: many(12) })).toEqual([]);
  });

  it('looks at every condition of a rule', () => {
    const never = all(is('a'), is('b'));
    const rule: RewardRule = {
      ...SOUND,
      settle: { mode: 'two-phase', on: ['e'], post: never, void: never, voidAfterDays: 1 },
      reversal: { on: ['e'], when: never, policy: 'pending-only' },
    };
    expect(checkRules([rule]).map(({ code, path }) => [code, path.join()])).toEqual([
      ['unreachable', 'reversal,when'],
      ['unreachable', 'settle,post'],
      ['unreachable', 'settle,void'],
    ]);
  });

  it('tells the limits that are missing, empty or idle', () => {
    expect(codes({ caps: [] })).toEqual(['never-capped']);
    expect(codes({ caps: undefined, budget: 'b' })).toEqual([]);
    expect(codes({ caps: undefined, grant: { kind: 'badge', unit: 'b' } })).toEqual([]);
    const cap = { scope: 'subject', period: 'month', limit: 100, overflow: 'clip' } as const;
    expect(checkRules([{ ...SOUND, caps: [cap, { ...cap, limit: 0 }] }])).toEqual([
      { code: 'cap-zero', severity: 'warning', rule: 'r', path: ['caps', 1, 'limit'] },
    ]);
    expect(codes({ caps: [{ ...cap, limit: 1 }] })).toEqual([]);
  });

  it('takes the close of a period for a limit, where the amount has an end', () => {
    const trigger = { kind: 'period-close', period: 'quarter' } as const;
    const grant = (amount: object): RewardRule['grant'] => ({ kind: 'points', unit: 'pt', amount }) as never;
    const part = { kind: 'proportional', fact: ['n'], basisPoints: 250, rounding: 'floor' };
    const own = { trigger, caps: [] };
    expect(codes(own)).toEqual([]);
    expect(codes({ ...own, grant: grant({ kind: 'table', fact: ['n'], rows: { a: 1 } }) })).toEqual([]);
    expect(codes({ ...own, grant: grant({ ...part, maximum: 9 }) })).toEqual([]);
    expect(codes({ ...own, grant: grant(part) })).toEqual(['never-capped']);
  });

  it('compares caps with the budget, and looks for it', () => {
    const budget = { id: 'b', unit: 'pt', limit: 100, posted: 0, reserved: 0 };
    const options = (limit: number): CheckRulesOptions => ({
      budgets: [
        { ...budget, id: 'a', limit: 1 },
        { ...budget, limit },
      ],
    });
    expect(codes({ budget: 'b' }, options(100))).toEqual([]);
    expect(checkRules([{ ...SOUND, budget: 'b' }], options(99))).toEqual([
      {
        code: 'cap-above-budget',
        severity: 'warning',
        rule: 'r',
        path: ['caps', 0, 'limit'],
        limit: 100,
        budget: 'b',
        budgetLimit: 99,
      },
    ]);
    expect(checkRules([{ ...SOUND, budget: 'c' }], options(100))).toEqual([
      { code: 'unknown-budget', severity: 'error', rule: 'r', path: ['budget'], budget: 'c' },
    ]);
    expect(codes({ budget: 'c' })).toEqual([]);
    expect(codes({}, { budgets: [] })).toEqual([]);
  });

  it.each<readonly [string | undefined, string | undefined, boolean]>([
    ['2026-02-01', undefined, false],
    ['2026-02-02', undefined, true],
    [undefined, '2026-02-01', false],
    [undefined, '2026-01-31', true],
    ['2026-01-01', '2026-03-01', false],
  ])('tells whether a rule from %s through %s is in force on the day', (from, through, isOutside) => {
    const rule = { ...SOUND, validity: { from, through } };
    const finding = {
      code: 'outside-validity',
      severity: 'warning',
      rule: 'r',
      path: ['validity'],
      asOf: '2026-02-01',
      from: from ?? null,
      through: through ?? null,
    };
    expect(checkRules([rule], { asOf: '2026-02-01' })).toEqual(isOutside ? [finding] : []);
    expect(checkRules([rule])).toEqual([]);
  });

  it('tells the events that nobody sends', () => {
    const rule: RewardRule = {
      ...SOUND,
      settle: { mode: 'two-phase', on: ['e', 'f'], post: is('a'), void: is('b'), voidAfterDays: 1 },
      reversal: { on: ['g'], when: is('c'), policy: 'pending-only' },
    };
    const told = (events: readonly string[]): unknown[] =>
      checkRules([rule], { events }).map((found) => [
        found.severity,
        found.path.join(),
        (found as { event: string }).event,
      ]);
    expect(told(['e', 'f', 'g'])).toEqual([]);
    expect(told([])).toEqual([
      ['error', 'reversal,on,0', 'g'],
      ['error', 'settle,on,0', 'e'],
      ['error', 'settle,on,1', 'f'],
      ['error', 'trigger,event', 'e'],
    ]);
    expect(codes({ trigger: { kind: 'period-close', period: 'month' } }, { events: [] })).toEqual([]);
  });

  it('tells what is settled by time only, denied silently, taken back below zero, corrected never', () => {
    const settle = { mode: 'two-phase', on: ['e'], post: is('a'), voidAfterDays: 1 } as const;
    expect(checkRules([{ ...SOUND, settle }])).toEqual([
      { code: 'no-void', severity: 'warning', rule: 'r', path: ['settle'] },
    ]);
    expect(codes({ settle: { ...settle, void: is('b') } })).toEqual([]);
    const table = { kind: 'table', fact: ['n'], rows: { a: 1 } } as const;
    const grant = { kind: 'points', unit: 'pt', amount: table } as const;
    expect(checkRules([{ ...SOUND, grant, onUnknown: 'deny' }])).toEqual([
      { code: 'table-without-otherwise', severity: 'warning', rule: 'r', path: ['grant', 'amount'], fact: ['n'] },
    ]);
    expect(codes({ grant })).toEqual([]);
    expect(codes({ grant: { ...grant, amount: { ...table, otherwise: 0 } }, onUnknown: 'deny' })).toEqual([]);
    const reversal = { on: ['e'], when: is('c'), policy: 'full' } as const;
    expect(checkRules([{ ...SOUND, reversal }])).toEqual([
      { code: 'negative-balance', severity: 'warning', rule: 'r', path: ['reversal', 'policy'] },
    ]);
    expect(codes({ reversal: { ...reversal, policy: 'within-balance' } })).toEqual([]);
    const late = { ...SOUND, correctionWindowDays: 0 };
    expect(checkRules([late], { mode: 'append' })).toEqual([
      { code: 'unused-correction-window', severity: 'warning', rule: 'r', path: ['correctionWindowDays'], days: 0 },
    ]);
    expect(checkRules([late], { mode: 'rebuild' })).toEqual([]);
    expect(checkRules([late])).toEqual([]);
    expect(codes({}, { mode: 'append' })).toEqual([]);
  });

  it.each([
    [['nps'], true],
    [['survey', 'npsScore'], true],
    [['partner_nps'], true],
    [['partnerNPS'], true],
    [['netPromoterScore'], true],
    [['promoters'], false],
    [['creditScore'], false],
    [['snps'], false],
  ])('knows whether %j names the score', (fact, isScore) => {
    const when: Condition = { op: 'gte', fact, value: 9 };
    const finding = { code: 'rewards-score', severity: 'warning', rule: 'r', path: ['when'], metric: null, fact };
    expect(checkRules([{ ...SOUND, when }])).toEqual(isScore ? [finding] : []);
  });

  it('finds a score wherever it is rewarded', () => {
    const nps = ['nps'];
    const places: readonly (readonly [Partial<RewardRule>, string])[] = [
      [{ when: all(is('a', ['y']), refer('lt', 'x', 'nps')) }, 'when,of,1'],
      [{ when: not(is('a', nps)) }, 'when,of'],
      [{ when: list('some', is('a', nps)) }, 'when,where'],
      [{ when: count('gte', 1, is('a', nps)) }, 'when,where'],
      [{ when: { ...list('some', is('a')), over: nps } as Condition }, 'when'],
      [{ when: { ...sum('gt', 1), field: nps } as Condition }, 'when'],
      [{ when: { ...sum('gt', 1), over: nps } as Condition }, 'when'],
      [{ when: { op: 'same-period', a: ['x'], b: nps, period: 'month' } }, 'when'],
      [{ when: { op: 'same-period', a: nps, b: ['x'], period: 'month' } }, 'when'],
      [{ when: { op: 'ref', id: 'score' } }, 'when'],
      [
        { settle: { mode: 'two-phase', on: ['e'], post: is('a', nps), void: is('b'), voidAfterDays: 1 } },
        'settle,post',
      ],
      [{ reversal: { on: ['e'], when: is('a', nps), policy: 'pending-only' } }, 'reversal,when'],
      [
        { grant: { kind: 'points', unit: 'pt', amount: { kind: 'table', fact: nps, rows: { '10': 1 } } } },
        'grant,amount,fact',
      ],
      [{ trigger: { kind: 'metric-result', metric: 'partner-nps' } }, 'trigger,metric'],
      [{ when: metric(green, { metric: 'csat' }) }, 'when'],
      [{ when: metric(green, { metric: 'account-nps', over: 'every-month' }) }, 'when'],
    ];
    for (const [own, path] of places) {
      const found = checkRules([{ ...SOUND, ...own }], { shared: { score: is('a', nps) } });
      expect(found.map((finding) => [finding.code, finding.path.join()])).toEqual([['rewards-score', path]]);
    }
    expect(codes({ trigger: { kind: 'metric-result', metric: 'otif' } })).toEqual([]);
    const [named] = checkRules([{ ...SOUND, when: metric(green, { metric: 'csat' }) }]);
    expect(named).toMatchObject({ metric: 'csat', fact: null });
  });

  it('asks for a sample', () => {
    const found = (own: Parameters<typeof metric>[1], test: Parameters<typeof metric>[0] = green): RuleFinding[] =>
      checkRules([{ ...SOUND, when: metric(test, own) }]);
    const base = { severity: 'warning', rule: 'r', path: ['when'], metric: 'otif' };
    expect(found({ minimumSample: 1 })).toEqual([]);
    for (const minimumSample of [0, undefined])
      expect(found({ minimumSample })).toEqual([{ ...base, code: 'no-minimum-sample', minimumSample: 0 }]);
    const point = { status: 'green', by: 'point' } as const;
    expect(found({ minimumSample: 29 }, point)).toEqual([{ ...base, code: 'point-status', minimumSample: 29 }]);
    expect(found({ minimumSample: 30 }, point)).toEqual([]);
    expect(found({ minimumSample: undefined }, point).map(({ code }) => code)).toEqual([
      'no-minimum-sample',
      'point-status',
    ]);
    expect(found({ minimumSample: 29 }, { op: 'gte', value: 0.9 })).toEqual([]);
  });

  it('finds rules that pay for one thing', () => {
    const other: RewardRule = { ...SOUND, id: 's', when: is(true, ['good']) };
    const finding = { code: 'overlapping', severity: 'warning', rule: 'r', path: ['when'], other: 's', unit: 'pt' };
    expect(checkRules([other, SOUND])).toEqual([finding]);
    const apart: readonly Partial<RewardRule>[] = [
      { when: is(false, ['ok']) },
      { trigger: { kind: 'event', event: 'f' } },
      { subject: ['whom'] },
      { grant: { kind: 'points', unit: 'star', amount: { kind: 'fixed', amount: 1 } } },
      { grant: { kind: 'money', unit: 'pt', amount: { kind: 'fixed', amount: 1 } } },
      { state: 'draft' },
    ];
    for (const own of apart) expect(checkRules([SOUND, { ...other, ...own }])).toEqual([]);
    const grouped = [SOUND, other].map((rule) => ({ ...rule, exclusiveGroup: 'g' }));
    expect(checkRules(grouped)).toEqual([]);
    expect(checkRules([SOUND, { ...other, exclusiveGroup: 'g' }])).toEqual([finding]);
    expect(
      checkRules([
        { ...SOUND, exclusiveGroup: 'h' },
        { ...other, exclusiveGroup: 'g' },
      ]),
    ).toEqual([finding]);
  });

  it('finds them only where both are in force', () => {
    const until = { ...SOUND, validity: { through: '2026-06-30' } };
    const since = (from: string): RewardRule => ({ ...SOUND, id: 's', validity: { from } });
    expect(checkRules([until, since('2026-06-30')]).map(({ code }) => code)).toEqual(['overlapping']);
    expect(checkRules([until, since('2026-07-01')])).toEqual([]);
    expect(checkRules([{ ...since('2026-07-01'), id: 'a' }, until])).toEqual([]);
  });

  it('finds a rule that another of its group leaves nothing', () => {
    const group = { exclusiveGroup: 'g' };
    const wide: RewardRule = { ...SOUND, ...group, id: 'wide', when: x('gte', 5), priority: 1 };
    const narrow: RewardRule = { ...SOUND, ...group, id: 'narrow', when: x('gte', 5) };
    const shadowed = (first: RewardRule, second: RewardRule): unknown[] =>
      checkRules([first, second]).map((found) => [found.code, found.rule, (found as { other?: string }).other]);
    expect(checkRules([wide, narrow])).toEqual([
      { code: 'shadowed', severity: 'warning', rule: 'narrow', path: ['when'], other: 'wide', group: 'g' },
    ]);
    expect(shadowed(wide, { ...narrow, when: x('gt', 5) })).toEqual([['shadowed', 'narrow', 'wide']]);
    expect(shadowed(wide, { ...narrow, when: x('gte', 4) })).toEqual([]);
    expect(shadowed(wide, { ...narrow, when: all(x('gte', 9), is(true, ['ok'])) })).toHaveLength(1);
    // Of the same priority the first by id goes first.
    expect(shadowed({ ...wide, priority: 0 }, narrow)).toEqual([['shadowed', 'wide', 'narrow']]);
    expect(shadowed({ ...wide, priority: -1 }, { ...narrow, when: x('gte', 6) })).toEqual([]);
    // A wider one that may be unknown does not leave nothing.
    expect(shadowed({ ...wide, when: any(x('gte', 5), x('lt', 5)) }, { ...narrow, when: is('a') })).toEqual([
      ['always-true', 'wide', undefined],
    ]);
    expect(shadowed({ ...wide, when: any(known, missing) }, { ...narrow, when: is('a') })).toContainEqual([
      'shadowed',
      'narrow',
      'wide',
    ]);
    expect(shadowed({ ...wide, when: list('some', is('a')) }, { ...narrow, when: list('some', is('a')) })).toHaveLength(
      1,
    );
    expect(shadowed(wide, { ...narrow, occurrence: ['other'] })).toEqual([]);
    expect(shadowed(wide, { ...narrow, when: all(x('gt', 6), x('lt', 6)) })).toEqual([
      ['unreachable', 'narrow', undefined],
    ]);
  });

  it('finds it only where the other is in force as long', () => {
    const rule = (id: string, from?: string, through?: string): RewardRule => ({
      ...SOUND,
      id,
      exclusiveGroup: 'g',
      validity: { from, through },
    });
    const isShadowed = (first: RewardRule, second: RewardRule): boolean =>
      checkRules([first, second]).some(({ code }) => code === 'shadowed');
    expect(isShadowed(rule('a'), rule('b', '2026-01-01', '2026-12-31'))).toBe(true);
    expect(isShadowed(rule('a', '2026-01-01', '2026-12-31'), rule('b', '2026-01-01', '2026-12-31'))).toBe(true);
    expect(isShadowed(rule('a', '2026-01-02'), rule('b', '2026-01-01'))).toBe(false);
    expect(isShadowed(rule('a', '2026-01-02'), rule('b'))).toBe(false);
    expect(isShadowed(rule('a', undefined, '2026-12-30'), rule('b', undefined, '2026-12-31'))).toBe(false);
    expect(isShadowed(rule('a', undefined, '2026-12-30'), rule('b'))).toBe(false);
  });

  it('tells of a whole programme, in order, whatever order the rules come in', () => {
    const rules = [SPRING_CHALLENGE, PLAN_TARGET, GREEN_QUARTER, GOODWILL, FIELD_INSIGHT];
    const found = checkRules(rules, { budgets: [GOODWILL_BUDGET], mode: 'append' });
    expect(found.map(({ rule, code }) => [rule, code])).toEqual([
      ['goodwill-incident', 'no-void'],
      ['network-green-quarter', 'unused-correction-window'],
      ['network-green-quarter', 'negative-balance'],
      ['spring-challenge', 'never-capped'],
    ]);
    expect(checkRules(rules.reverse(), { budgets: [GOODWILL_BUDGET], mode: 'append' })).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('puts places in the order of their numbers', () => {
    const of = Array.from({ length: 11 }, (_, at) => (at === 2 || at === 10 ? is('a', ['nps']) : is('a')));
    expect(checkRules([{ ...SOUND, when: { op: 'all', of } }]).map(({ path }) => path[2])).toEqual([2, 10]);
  });

  it.each([
    [[7], 'CX_INVALID_RULE: compileRules: rules must be a list, received 7'],
    [[[], null], 'CX_INVALID_OPTION: checkRules: options must be an object, received null'],
    [[[], { shared: 7 }], 'CX_INVALID_OPTION: checkRules: option "shared" must be conditions by id, received 7'],
    [[[], { asOf: 'x' }], 'CX_INVALID_OPTION: checkRules: option "asOf" must be a civil date YYYY-MM-DD, received "x"'],
    [[[], { events: 'e' }], 'CX_INVALID_OPTION: checkRules: option "events" must be a list of names, received "e"'],
    [
      [[], { events: [7] }],
      'CX_INVALID_OPTION: checkRules: option "events" must be a list of names, received an object',
    ],
    [[[], { mode: 'x' }], 'CX_INVALID_OPTION: checkRules: option "mode" must be "append" or "rebuild", received "x"'],
    [[[], { budgets: 7 }], 'CX_INVALID_OPTION: evaluateRewards: option "budgets" must be a list, received 7'],
  ])('refuses %j', (args, message) => {
    let told = 'accepted';
    try {
      (checkRules as (...own: readonly unknown[]) => unknown)(...args);
    } catch (error) {
      told = `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
    expect(told).toBe(message);
  });

  describe('of caps that count the grants of all rules', () => {
    const cap = { scope: 'subject', period: 'month', limit: 100, overflow: 'clip' } as const;
    const shared = { ...cap, across: 'all-rules' } as const;
    const rule = (id: string, own: Partial<RewardRule> = {}): RewardRule => ({
      ...SOUND,
      id,
      trigger: { kind: 'event', event: id },
      ...own,
    });
    const lacking = (...rules: RewardRule[]): string[] =>
      checkRules(rules)
        .filter(({ code }) => code === 'shared-cap-missing')
        .map((found) => `${found.rule} ${found.path.join('.')} ${'others' in found ? found.others.join() : ''}`);

    it('names the rules of the unit that do not have it', () => {
      const carrier = rule('b', { caps: [cap, shared] });
      expect(checkRules([rule('c'), carrier, rule('a')])).toEqual([
        {
          code: 'shared-cap-missing',
          severity: 'warning',
          rule: 'b',
          path: ['caps', 1],
          unit: 'pt',
          others: ['a', 'c'],
        },
      ]);
    });

    it.each<readonly [string, Partial<RewardRule>, Partial<RewardRule>, string[]]>([
      ['both have it', { caps: [shared] }, { caps: [shared] }, []],
      ['the other limits more', { caps: [shared] }, { caps: [{ ...shared, limit: 1, overflow: 'deny' }] }, []],
      ['the other has it for itself', { caps: [shared] }, { caps: [cap] }, ['a caps.0 b']],
      [
        'the scope is another',
        { caps: [shared] },
        { caps: [{ ...shared, scope: 'programme' }] },
        ['a caps.0 b', 'b caps.0 a'],
      ],
      [
        'the period is another',
        { caps: [shared] },
        { caps: [{ ...shared, period: 'week' }] },
        ['a caps.0 b', 'b caps.0 a'],
      ],
      ['the other has no caps', { caps: [shared] }, { caps: undefined, budget: 'b' }, ['a caps.0 b']],
      ['the cap is of the rule', { caps: [cap] }, { caps: undefined, budget: 'b' }, []],
      [
        'the other grants another unit',
        { caps: [shared] },
        { grant: { kind: 'points', unit: 'xp', amount: { kind: 'fixed', amount: 1 } } },
        [],
      ],
      ['the other is a draft', { caps: [shared] }, { state: 'draft' }, []],
      ['the rule is a draft', { caps: [shared], state: 'draft' }, {}, []],
      [
        'the other follows it',
        { caps: [shared], validity: { through: '2026-01-10' } },
        { validity: { from: '2026-01-11' } },
        ['a caps.0 b'],
      ],
    ])('where %s', (_, own, other, found) => {
      expect(lacking(rule('a', own), rule('b', other))).toEqual(found);
    });
  });
});
