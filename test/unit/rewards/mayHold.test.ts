import { describe, expect, it } from 'vitest';

import { FIRST_DAY, LAST_DAY, toDayNumber } from '../../../src/core/civilDay.js';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { leafCases, type LeafCondition } from '../../../src/rewards/trials/leafCases.js';
import { mayHold } from '../../../src/rewards/trials/mayHold.js';
import { numbersOfTest, numbersThat, opposite, pairConstraints } from '../../../src/rewards/trials/numberCases.js';
import {
  ANY_NUMBER,
  ANY_TEXT,
  ANYTHING,
  intersection,
  isEmptyRegion,
  NOTHING,
  type NumberRegion,
  type Region,
  type TextRegion,
} from '../../../src/rewards/trials/region.js';
import { wantWithinNot, type Want } from '../../../src/rewards/trials/want.js';

const numbers = (own: Partial<NumberRegion>): Region => ({ ...NOTHING, number: { ...ANY_NUMBER, ...own } });
const texts = (own: Partial<TextRegion>): Region => ({ ...NOTHING, text: { ...ANY_TEXT, ...own } });
const isNone = (a: Region, b: Region = ANYTHING): boolean => isEmptyRegion(intersection(a, b));

describe('numbers that are possible', () => {
  const between = (low: number, high: number, own: Partial<NumberRegion> = {}) => numbers({ low, high, ...own });
  it('between two ends: the narrower of each side, open where either is', () => {
    const both = (a: Region, b: Region) => intersection(a, b).number;
    expect(both(between(1, 9), between(2, 8))).toMatchObject({ low: 2, high: 8, lowOpen: false, highOpen: false });
    expect(both(between(2, 8), between(1, 9))).toMatchObject({ low: 2, high: 8 });
    const open = { lowOpen: true, highOpen: true };
    expect(both(between(1, 9, open), between(2, 8))).toMatchObject({
      low: 2,
      high: 8,
      lowOpen: false,
      highOpen: false,
    });
    expect(both(between(2, 8), between(1, 9, open))).toMatchObject({ lowOpen: false, highOpen: false });
    expect(both(between(2, 8, open), between(2, 8))).toMatchObject({ lowOpen: true, highOpen: true });
    expect(both(between(2, 8), between(2, 8, open))).toMatchObject({ lowOpen: true, highOpen: true });
    expect(both(between(2, 8, open), between(1, 9))).toMatchObject({ lowOpen: true, highOpen: true });
    expect(both(numbers({ whole: true, without: [1] }), numbers({ without: [2] }))).toMatchObject({
      whole: true,
      without: [1, 2],
    });
    expect(both(numbers({ among: [1, 2, 3] }), numbers({ among: [4, 3, 1] }))?.among).toEqual([1, 3]);
    expect(both(numbers({ among: [1] }), numbers({}))?.among).toEqual([1]);
    expect(both(numbers({}), numbers({ among: [1] }))?.among).toEqual([1]);
  });
  it('none where the ends cross, or meet in what is out', () => {
    expect(isNone(between(2, 2))).toBe(false);
    expect(isNone(between(3, 2))).toBe(true);
    expect(isNone(between(2, 2, { lowOpen: true }))).toBe(true);
    expect(isNone(between(2, 2, { highOpen: true }))).toBe(true);
    expect(isNone(between(2, 2, { without: [2] }))).toBe(true);
    expect(isNone(between(2, 2, { without: [3] }))).toBe(false);
    expect(isNone(between(2, 2.5, { lowOpen: true, highOpen: true }))).toBe(false);
    expect(isNone(between(2, 3, { without: [2, 3] }))).toBe(false);
  });
  it('none of some where all of them are out', () => {
    const among = (own: Partial<NumberRegion>) => isNone(numbers({ among: [2, 2.5], ...own }));
    expect(among({})).toBe(false);
    expect(among({ low: 2.5 })).toBe(false);
    expect(among({ low: 2.5, lowOpen: true })).toBe(true);
    expect(among({ high: 2 })).toBe(false);
    expect(among({ high: 2, highOpen: true })).toBe(true);
    expect(among({ high: 1 })).toBe(true);
    expect(among({ low: 3 })).toBe(true);
    expect(among({ without: [2] })).toBe(false);
    expect(among({ without: [2, 2.5] })).toBe(true);
    expect(among({ without: [2], whole: true })).toBe(true);
    expect(isNone(numbers({ among: [] }))).toBe(true);
  });
  it('whole ones are counted', () => {
    const whole = (low: number, high: number, own: Partial<NumberRegion> = {}) =>
      isNone(between(low, high, { whole: true, ...own }));
    expect(whole(1, 1)).toBe(false);
    expect(whole(1.2, 1.8)).toBe(true);
    expect(whole(0.5, 1.5)).toBe(false);
    expect(whole(1, 2, { lowOpen: true, highOpen: true })).toBe(true);
    expect(whole(1, 2, { lowOpen: true })).toBe(false);
    expect(whole(1, 2, { highOpen: true })).toBe(false);
    expect(whole(1, 3, { lowOpen: true, highOpen: true })).toBe(false);
    expect(whole(1, 2, { without: [1, 2] })).toBe(true);
    expect(whole(1, 2, { without: [1, 1] })).toBe(false);
    expect(whole(1, 2, { without: [0, 3] })).toBe(false);
    expect(whole(1, 2, { without: [0, 1] })).toBe(false);
    expect(whole(1, 2, { without: [2, 3] })).toBe(false);
    expect(whole(1, 2, { without: [1.5, 1] })).toBe(false);
    expect(whole(0, Infinity, { without: [0] })).toBe(false);
  });
});

describe('texts that are possible', () => {
  it('of some, of none of others, and dates between two days', () => {
    expect(isNone(texts({ among: ['a', 'b'] }), texts({ among: ['c'] }))).toBe(true);
    expect(isNone(texts({ among: ['a', 'b'] }), texts({ among: ['b', 'c'] }))).toBe(false);
    expect(isNone(texts({ among: ['a'] }), texts({ without: ['a'] }))).toBe(true);
    expect(isNone(texts({ without: ['a'] }), texts({ without: ['b'] }))).toBe(false);
    const day = (text: string) => toDayNumber(text);
    const january: TextRegion['days'] = [day('2026-01-01'), day('2026-01-31')];
    expect(isNone(texts({ days: january }), texts({ days: [day('2026-01-31'), day('2026-03-01')] }))).toBe(false);
    expect(isNone(texts({ days: january }), texts({ days: [day('2026-02-01'), day('2026-03-01')] }))).toBe(true);
    expect(intersection(texts({ days: january }), texts({})).text?.days).toEqual(january);
    expect(intersection(texts({}), texts({ days: january })).text?.days).toEqual(january);
    const among = (text: string) => isNone(texts({ among: [text] }), texts({ days: january }));
    expect(['2026-01-01', '2026-01-31'].map(among)).toEqual([false, false]);
    expect(['2025-12-31', '2026-02-01', 'x', '2026-01-32'].map(among)).toEqual([true, true, true, true]);
    const one: TextRegion['days'] = [january[0], january[0] + 1];
    expect(isNone(texts({ days: one, without: ['2026-01-01', '2026-01-02'] }))).toBe(true);
    expect(isNone(texts({ days: one, without: ['2026-01-01', '2026-01-01'] }))).toBe(false);
    expect(isNone(texts({ days: one, without: ['2026-01-01', '2026-01-03'] }))).toBe(false);
    expect(isNone(texts({ days: one, without: ['2026-01-01', '2025-12-31'] }))).toBe(false);
    expect(isNone(texts({ days: one, without: ['2026-01-01', 'x'] }))).toBe(false);
  });
  it('other kinds of facts', () => {
    expect(isNone(NOTHING)).toBe(true);
    for (const own of [{ missing: true }, { record: true }, { list: true }, { booleans: [true] }]) {
      expect(isNone({ ...NOTHING, ...own })).toBe(false);
      expect(isNone({ ...NOTHING, ...own }, NOTHING)).toBe(true);
    }
    expect(isNone({ ...NOTHING, booleans: [true] }, { ...NOTHING, booleans: [false] })).toBe(true);
  });
});

describe('comparisons of numbers', () => {
  it('hold of these', () => {
    expect(numbersThat('eq', -0).among?.map((value) => Object.is(value, 0))).toEqual([true]);
    expect(numbersThat('ne', 3)).toEqual({ ...ANY_NUMBER, without: [3] });
    expect(numbersThat('lt', 3)).toEqual({ ...ANY_NUMBER, high: 3, highOpen: true });
    expect(numbersThat('lte', 3)).toEqual({ ...ANY_NUMBER, high: 3 });
    expect(numbersThat('gt', 3)).toEqual({ ...ANY_NUMBER, low: 3, lowOpen: true });
    expect(numbersThat('gte', 3)).toEqual({ ...ANY_NUMBER, low: 3 });
    expect(numbersOfTest({ op: 'lt', value: 3 }, 'true')).toEqual(numbersThat('lt', 3));
    expect(numbersOfTest({ op: 'lt', value: 3 }, 'false')).toEqual(numbersThat('gte', 3));
    expect((['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const).map(opposite)).toEqual([
      'ne',
      'eq',
      'gte',
      'gt',
      'lte',
      'lt',
    ]);
  });
  it('of two facts are figures of the pair, whichever is named first', () => {
    const relations = (op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', a: string, b: string, want: Want = 'true') => {
      const [pair] = pairConstraints(op, [a], [b], want);
      return [pair?.variable, pair?.region.text?.among];
    };
    const [, key] = ['', relations('eq', 'a', 'b')[0]];
    expect(relations('lt', 'a', 'b')).toEqual([key, ['below']]);
    expect(relations('gt', 'b', 'a')).toEqual([key, ['below']]);
    expect(relations('lte', 'a', 'b')).toEqual([key, ['below', 'equal']]);
    expect(relations('gte', 'b', 'a')).toEqual([key, ['equal', 'below']]);
    expect(relations('ne', 'a', 'b')).toEqual([key, ['below', 'above']]);
    expect(relations('ne', 'b', 'a')).toEqual([key, ['above', 'below']]);
    expect(relations('eq', 'b', 'a')).toEqual([key, ['equal']]);
    expect(relations('eq', 'a', 'b', 'false')).toEqual([key, ['below', 'above']]);
    expect(relations('lt', 'a', 'b', 'false')).toEqual([key, ['equal', 'above']]);
    expect(relations('lt', 'a', 'a')[1]).toEqual([]);
    expect(relations('lte', 'a', 'a')[1]).toEqual(['equal']);
    expect(relations('lt', 'a', 'c')[0]).not.toBe(key);
  });
  it('of two facts want both of a kind that can be compared', () => {
    const plain = (op: 'eq' | 'ne' | 'lt') =>
      pairConstraints(op, ['a'], ['b'], 'true')
        .slice(1)
        .map(({ region }) => region);
    const value = { ...ANYTHING, missing: false, list: false, record: false };
    expect(plain('eq')).toEqual([value, value]);
    expect(plain('ne')).toEqual([value, value]);
    expect(plain('lt')).toEqual(Array(2).fill({ ...NOTHING, number: ANY_NUMBER }));
  });
});

describe('the opposite of what is wanted', () => {
  it('under a negation', () => {
    expect((['true', 'false', 'not-true', 'not-false'] as const).map(wantWithinNot)).toEqual([
      'false',
      'true',
      'not-false',
      'not-true',
    ]);
  });
});

describe('cases of a condition', () => {
  const parts = (condition: LeafCondition, want: Want) =>
    leafCases(condition, want).map((own) => own.slice(1).map(({ region }) => region));
  const a = { fact: ['a'] };
  it('remember how it came out', () => {
    const outcome = (want: Want) => leafCases({ op: 'known', ...a }, want)[0]?.[0]?.region.text?.among;
    expect((['true', 'false', 'not-true', 'not-false'] as const).map(outcome)).toEqual([
      ['true'],
      ['false'],
      ['false', 'unknown'],
      ['true', 'unknown'],
    ]);
  });
  it('presence', () => {
    const [there, gone] = [
      { ...ANYTHING, missing: false },
      { ...NOTHING, missing: true },
    ];
    for (const want of ['true', 'not-false'] as const) {
      expect(parts({ op: 'known', ...a }, want)).toEqual([[there]]);
      expect(parts({ op: 'missing', ...a }, want)).toEqual([[gone]]);
    }
    for (const want of ['false', 'not-true'] as const) {
      expect(parts({ op: 'known', ...a }, want)).toEqual([[gone]]);
      expect(parts({ op: 'missing', ...a }, want)).toEqual([[there]]);
    }
  });
  it('values: of the types that are judged, and of any other where it need not be decided', () => {
    const number = (own: Partial<NumberRegion>) => ({ ...ANY_NUMBER, ...own });
    expect(parts({ op: 'eq', ...a, value: 1 }, 'true')).toEqual([[{ ...NOTHING, number: number({ among: [1] }) }]]);
    expect(parts({ op: 'eq', ...a, value: 1 }, 'false')).toEqual([[{ ...NOTHING, number: number({ without: [1] }) }]]);
    expect(parts({ op: 'eq', ...a, value: 1 }, 'not-false')).toEqual([
      [{ ...ANYTHING, number: number({ among: [1] }) }],
    ]);
    expect(parts({ op: 'eq', ...a, value: 1 }, 'not-true')).toEqual([
      [{ ...ANYTHING, number: number({ without: [1] }) }],
    ]);
    expect(parts({ op: 'ne', ...a, value: 'x' }, 'true')).toEqual([[texts({ without: ['x'] })]]);
    expect(parts({ op: 'ne', ...a, value: true }, 'true')).toEqual([[{ ...NOTHING, booleans: [false] }]]);
    expect(parts({ op: 'lt', ...a, value: 1 }, 'true')).toEqual([
      [{ ...NOTHING, number: number({ high: 1, highOpen: true }) }],
    ]);
    expect(parts({ op: 'lt', ...a, value: 1 }, 'false')).toEqual([[{ ...NOTHING, number: number({ low: 1 }) }]]);
    const values = [1, 'x', true];
    expect(parts({ op: 'in', ...a, values }, 'true')).toEqual([
      [{ ...NOTHING, number: number({ among: [1] }), text: { ...ANY_TEXT, among: ['x'] }, booleans: [true] }],
    ]);
    const none = { number: number({ without: [1] }), text: { ...ANY_TEXT, without: ['x'] }, booleans: [false] };
    expect(parts({ op: 'not-in', ...a, values }, 'true')).toEqual([[{ ...NOTHING, ...none }]]);
    expect(parts({ op: 'in', ...a, values }, 'not-true')).toEqual([[{ ...ANYTHING, ...none }]]);
    expect(parts({ op: 'in', ...a, values: ['x'] }, 'true')).toEqual([[texts({ among: ['x'] })]]);
    expect(
      parts({ op: 'in', ...a, values: [-0] }, 'true')[0]?.[0]?.number?.among?.map((own) => Object.is(own, 0)),
    ).toEqual([true]);
  });
  it('dates: within, before or after', () => {
    const [from, through] = ['2026-01-02', '2026-01-31'];
    const [first, last] = [toDayNumber(from), toDayNumber(through)];
    const date = { op: 'date-in', ...a } as const;
    expect(parts({ ...date, from, through }, 'true')).toEqual([[texts({ days: [first, last] })]]);
    expect(parts({ ...date, from, through }, 'false')).toEqual([
      [texts({ days: [FIRST_DAY, first - 1] })],
      [texts({ days: [last + 1, LAST_DAY] })],
    ]);
    expect(parts({ ...date, from }, 'false')).toEqual([[texts({ days: [FIRST_DAY, first - 1] })]]);
    expect(parts({ ...date, through }, 'false')).toEqual([[texts({ days: [last + 1, LAST_DAY] })]]);
    expect(parts({ ...date, from: '0001-01-01', through: '9999-12-31' }, 'false')).toEqual([]);
    expect(parts({ ...date, from: '0001-01-02' }, 'false')).toEqual([[texts({ days: [FIRST_DAY, FIRST_DAY] })]]);
    expect(parts({ ...date, through: '9999-12-30' }, 'false')).toEqual([[texts({ days: [LAST_DAY, LAST_DAY] })]]);
    expect(parts({ ...date, from, through }, 'not-true')).toEqual([[ANYTHING]]);
    expect(parts({ ...date, from, through }, 'not-false')).toEqual([[ANYTHING]]);
  });
  it('dates of one period', () => {
    const day = texts({ days: [FIRST_DAY, LAST_DAY] });
    const same = { op: 'same-period', a: ['a'], b: ['b'], period: 'month' } as const;
    expect(parts(same, 'true')).toEqual([[day, day]]);
    expect(parts(same, 'false')).toEqual([[day, day]]);
    expect(parts(same, 'not-true')).toEqual([[]]);
    expect(parts({ ...same, b: ['a'] }, 'false')).toEqual([]);
    expect(parts({ ...same, b: ['a'] }, 'true')).toEqual([[day, day]]);
    expect(parts({ ...same, b: ['a'] }, 'not-true')).toEqual([[]]);
  });
  it('of other conditions say nothing where it need not be decided', () => {
    const test = { op: 'gte', value: 1 } as const;
    for (const own of [
      { op: 'eq', ...a, value: { fact: ['b'] } },
      { op: 'count', over: ['l'], test },
      { op: 'sum', over: ['l'], field: ['x'], test },
      { op: 'metric', metric: 'm', scope: ['id'], period: 'month', over: 'pooled-period', test },
    ] as LeafCondition[]) {
      expect(parts(own, 'not-true')).toEqual([[]]);
      expect(parts(own, 'not-false')).toEqual([[]]);
      expect(parts(own, 'true')[0]?.length).toBeGreaterThan(0);
      expect(parts(own, 'false')[0]?.length).toBeGreaterThan(0);
    }
  });
});

describe('mayHold', () => {
  const eq = (name: string, value: number): Condition => ({ op: 'eq', fact: [name], value });
  const may = (condition: Condition, want: Want = 'true', shared = {}) => mayHold([{ condition, want }], shared);
  const all = (...of: Condition[]): Condition => ({ op: 'all', of });
  const any = (...of: Condition[]): Condition => ({ op: 'any', of });
  const not = (of: Condition): Condition => ({ op: 'not', of });
  const least = (n: number, ...of: Condition[]): Condition => ({ op: 'at-least', n, of });
  const metric = (own: object): Condition => ({
    op: 'metric',
    metric: 'm',
    scope: ['id'],
    period: 'month',
    over: 'pooled-period',
    test: { status: 'green', by: 'point' },
    ...own,
  });
  it.each<[Condition, Want, 'possible' | 'impossible']>([
    [all(eq('a', 1), eq('b', 2)), 'true', 'possible'],
    [all(eq('a', 1), eq('a', 2)), 'true', 'impossible'],
    [any(all(eq('a', 1), eq('a', 2)), eq('b', 1)), 'true', 'possible'],
    [any(all(eq('a', 1), eq('a', 2)), all(eq('b', 1), eq('b', 2))), 'true', 'impossible'],
    [all(any(eq('a', 1), eq('a', 2)), any(eq('a', 3), eq('a', 4))), 'true', 'impossible'],
    [all(any(eq('a', 1), eq('a', 2)), any(eq('a', 2), eq('a', 3))), 'true', 'possible'],
    [all(eq('a', 1), not(eq('a', 1))), 'true', 'impossible'],
    [any(eq('a', 1), not(eq('a', 1))), 'false', 'impossible'],
    [any(eq('a', 1), not(eq('a', 1))), 'not-true', 'possible'],
    [all(eq('a', 1), eq('a', 1)), 'not-false', 'possible'],
    [all(eq('a', 1), eq('a', 2)), 'not-false', 'possible'],
    [least(2, eq('a', 1), eq('a', 2), eq('a', 3)), 'true', 'impossible'],
    [least(2, eq('a', 1), eq('a', 2), eq('b', 3)), 'true', 'possible'],
    [least(2, eq('a', 1), eq('b', 2), eq('a', 2)), 'true', 'possible'],
    [least(1, eq('a', 1), eq('a', 2)), 'true', 'possible'],
    [least(2, { op: 'known', fact: ['a'] }, { op: 'missing', fact: ['a'] }), 'true', 'impossible'],
    [least(1, { op: 'known', fact: ['a'] }, { op: 'missing', fact: ['a'] }), 'false', 'impossible'],
    [least(2, { op: 'known', fact: ['a'] }, { op: 'missing', fact: ['a'] }), 'false', 'possible'],
    [all({ op: 'known', fact: ['a', 'b'] }, eq('a', 1)), 'true', 'impossible'],
    [all({ op: 'known', fact: ['a', 'b'] }, { op: 'missing', fact: ['a'] }), 'true', 'impossible'],
    [all({ op: 'missing', fact: ['a', 'b'] }, eq('a', 1)), 'true', 'possible'],
    [all({ op: 'known', fact: ['a', 'b', 'c'] }, { op: 'includes', fact: ['a', 'b'], value: 1 }), 'true', 'impossible'],
    [all({ op: 'known', fact: ['a', 'b'] }, { op: 'known', fact: ['a'] }), 'true', 'possible'],
    [{ op: 'date-in', fact: ['a'], from: '0001-01-01', through: '9999-12-31' }, 'false', 'impossible'],
    [{ op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' }, 'false', 'possible'],
    [
      all(
        { op: 'date-in', fact: ['a'], from: '2026-01-01' },
        not({ op: 'date-in', fact: ['a'], through: '2026-01-31' }),
      ),
      'true',
      'possible',
    ],
    [
      all({ op: 'date-in', fact: ['a'], from: '2026-01-01' }, not({ op: 'date-in', fact: ['a'], from: '2025-01-01' })),
      'true',
      'impossible',
    ],
    [
      all({ op: 'some', over: ['l'], where: eq('a', 1) }, { op: 'every', over: ['l'], where: eq('a', 2) }),
      'true',
      'impossible',
    ],
    [
      all({ op: 'some', over: ['l'], where: eq('a', 1) }, { op: 'every', over: ['k'], where: eq('a', 2) }),
      'true',
      'possible',
    ],
    [
      all({ op: 'some', over: ['l'], where: eq('a', 1) }, { op: 'some', over: ['l'], where: eq('a', 2) }),
      'true',
      'possible',
    ],
    [{ op: 'every', over: ['l'], where: all(eq('a', 1), eq('a', 2)) }, 'true', 'impossible'],
    [
      all({ op: 'every', over: ['l'], where: eq('a', 1) }, { op: 'every', over: ['l'], where: eq('a', 2) }),
      'true',
      'impossible',
    ],
    [
      all({ op: 'every', over: ['l'], where: eq('a', 1) }, { op: 'every', over: ['k'], where: eq('a', 2) }),
      'true',
      'possible',
    ],
    [
      any({ op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' }, { op: 'missing', fact: ['b'] }),
      'false',
      'possible',
    ],
    [
      all(not({ op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' }), {
        op: 'date-in',
        fact: ['a'],
        through: '2025-12-31',
      }),
      'true',
      'possible',
    ],
    [
      all(not({ op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' }), {
        op: 'date-in',
        fact: ['a'],
        from: '2026-02-01',
      }),
      'true',
      'possible',
    ],
    [
      all(not({ op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' }), {
        op: 'date-in',
        fact: ['a'],
        from: '2026-01-05',
        through: '2026-01-06',
      }),
      'true',
      'impossible',
    ],
    [all(metric({}), metric({ test: { status: 'red', by: 'point' } })), 'true', 'impossible'],
    [all(metric({}), metric({ test: { status: 'red', by: 'bound' } })), 'true', 'possible'],
    [all(metric({}), metric({ metric: 'n', test: { status: 'red', by: 'point' } })), 'true', 'possible'],
    [
      all(
        not(metric({})),
        not(metric({ test: { status: 'amber', by: 'point' } })),
        not(metric({ test: { status: 'red', by: 'point' } })),
      ),
      'true',
      'impossible',
    ],
    [all(not(metric({})), not(metric({ test: { status: 'amber', by: 'point' } }))), 'true', 'possible'],
    [all(metric({ test: { op: 'gte', value: 2 } }), metric({ test: { op: 'lt', value: 1 } })), 'true', 'impossible'],
    [
      all(metric({ test: { op: 'gte', value: 2 } }), metric({ metric: 'n', test: { op: 'lt', value: 1 } })),
      'true',
      'possible',
    ],
    [
      all(
        not(metric({ over: 'every-month' })),
        not(metric({ over: 'every-month', test: { status: 'amber', by: 'point' } })),
        not(metric({ over: 'every-month', test: { status: 'red', by: 'point' } })),
      ),
      'true',
      'possible',
    ],
    [
      all(metric({ over: 'every-month' }), metric({ over: 'every-month', test: { status: 'red', by: 'point' } })),
      'true',
      'impossible',
    ],
    [all(metric({}), { op: 'missing', fact: ['id'] }), 'true', 'impossible'],
    [all(not(metric({ over: 'every-month' })), { op: 'missing', fact: ['id'] }), 'true', 'impossible'],
  ])('%j, %s: %s', (condition, want, wanted) => {
    expect(may(condition, want)).toBe(wanted);
  });
  it('several goals at once, and shared conditions', () => {
    const goals = [
      { condition: { op: 'ref', id: 'one' } as Condition, want: 'true' as const },
      { condition: eq('a', 2), want: 'true' as const },
    ];
    expect(mayHold(goals, { one: eq('a', 1) })).toBe('impossible');
    expect(mayHold(goals, { one: eq('b', 1) })).toBe('possible');
    expect(mayHold([], {})).toBe('possible');
  });
  it('says nothing where it would take too many cases', () => {
    // Of the goals the last is taken apart first, and its choices come last: 2 to the 14th ways before it is reached.
    const pairs = Array.from({ length: 14 }, (_, at) => any(eq(`x${at}`, 1), eq(`x${at}`, 2)));
    const never = all(any(eq('z', 1), eq('z', 2)), any(eq('z', 3), eq('z', 4)));
    expect(may(all(...pairs, never))).toBe('unsaid');
    expect(may(all(never, ...pairs))).toBe('impossible');
    expect(may(all(never, ...pairs.slice(0, 3)))).toBe('impossible');
  });
});
