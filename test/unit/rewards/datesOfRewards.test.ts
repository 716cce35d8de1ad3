import { describe, expect, it } from 'vitest';

import { awardKey, readId, stepKey, stepPart } from '../../../src/rewards/evaluation/awardKey.js';
import { canonicalText } from '../../../src/rewards/evaluation/canonicalText.js';
import { capPeriodOf, weekOf } from '../../../src/rewards/evaluation/capPeriod.js';
import {
  addDated,
  createDatedSum,
  effectOf,
  requireSafe,
  stampOf,
  sumAt,
  usedBy,
  type DatedSum,
} from '../../../src/rewards/evaluation/datedSum.js';
import { expiryOf } from '../../../src/rewards/evaluation/rewardExpiry.js';
import type { RuleExpiry } from '../../../src/rewards/rules/rewardRule.js';
import { coded } from '../../tools/coded.js';
import { entryOf } from './entriesOfLedger.js';

describe('weekOf', () => {
  // ISO 8601: week 1 is that of 4 January; 2026-01-01 is a Thursday, 1970-01-01 too.
  it.each([
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-01-05', '2026-W02'],
    ['2026-03-09', '2026-W11'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['1970-01-01', '1970-W01'],
    ['1969-12-29', '1970-W01'],
    ['1969-12-28', '1969-W52'],
    ['1969-12-22', '1969-W52'],
    ['1969-12-21', '1969-W51'],
    // Its Thursday is no civil date: the year of the day stands in.
    ['9999-12-31', '9999-W52'],
  ])('%s is in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});

describe('capPeriodOf', () => {
  it.each([
    ['day', '2027-02-10'],
    ['week', '2027-W06'],
    ['month', '2027-02'],
    ['quarter', 'FY2026-Q4'],
    ['civil-year', '2027'],
    ['fiscal-year', 'FY2026'],
    ['total', 'total'],
  ] as const)('%s of a day, where the year starts in April: %s', (period, key) => {
    expect(capPeriodOf('2027-02-10', period, 4)).toBe(key);
  });
  it('is civil where the year starts in January', () => {
    expect(capPeriodOf('2027-02-10', 'quarter', 1)).toBe('2027-Q1');
    expect(capPeriodOf('2027-02-10', 'fiscal-year', 1)).toBe('2027');
  });
});

describe('expiryOf', () => {
  const expiry = (own: RuleExpiry | undefined, on: string, start = 4) => expiryOf({ expiry: own }, on, start);
  it('is never where the rule says nothing, and so many days after otherwise', () => {
    expect(expiry(undefined, '2026-03-02')).toBe(null);
    expect(expiry({ afterDays: 0 }, '2026-03-02')).toBe('2026-03-02');
    expect(expiry({ afterDays: 30 }, '2026-03-02')).toBe('2026-04-01');
    expect(expiry({ afterDays: 1 }, '9999-12-31')).toBe(null);
  });
  it('is the last day of the civil year, or of one of the next', () => {
    expect(expiry({ endOf: 'civil-year' }, '2026-03-02')).toBe('2026-12-31');
    expect(expiry({ endOf: 'civil-year' }, '2026-12-31')).toBe('2026-12-31');
    expect(expiry({ endOf: 'civil-year', plusYears: 2 }, '2026-03-02')).toBe('2028-12-31');
    expect(expiry({ endOf: 'civil-year' }, '0008-05-05')).toBe('0008-12-31');
    expect(expiry({ endOf: 'civil-year', plusYears: 1 }, '9998-12-31')).toBe(null);
  });
  it('is the last day of the fiscal year, or of one of the next', () => {
    expect(expiry({ endOf: 'fiscal-year' }, '2026-03-31')).toBe('2026-03-31');
    expect(expiry({ endOf: 'fiscal-year' }, '2026-04-01')).toBe('2027-03-31');
    expect(expiry({ endOf: 'fiscal-year', plusYears: 1 }, '2026-03-02')).toBe('2027-03-31');
    expect(expiry({ endOf: 'fiscal-year' }, '2026-03-02', 1)).toBe('2026-12-31');
    expect(expiry({ endOf: 'fiscal-year' }, '2026-12-02', 12)).toBe('2027-11-30');
  });
});

describe('keys', () => {
  it('an id is text that is not empty, or a whole number', () => {
    expect(['a', 5, 0, -1].map(readId)).toEqual(['a', '5', '0', '-1']);
    expect(['', 0.5, null, undefined, true, ['a'], {}].map(readId)).toEqual(Array(7).fill(null));
  });
  it('the key of a grant tells rule, generation, subject, occurrence and the period that closed', () => {
    const sale = { trigger: { kind: 'event', event: 'sale' }, on: '2026-03-02' } as const;
    expect(awardKey({ id: 'r' }, sale, 'lea', 'x', 4)).toBe('["award","r",1,"lea","x",null]');
    expect(awardKey({ id: 'r', generation: 3 }, sale, 'lea', 'x', 4)).toBe('["award","r",3,"lea","x",null]');
    const close = { trigger: { kind: 'period-close', period: 'quarter' }, on: '2026-03-31' } as const;
    expect(awardKey({ id: 'r' }, close, 'n', 'q', 4)).toBe('["award","r",1,"n","q","FY2025-Q4"]');
    expect(awardKey({ id: 'r' }, close, 'n', 'q', 1)).toBe('["award","r",1,"n","q","2026-Q1"]');
    const metric = { trigger: { kind: 'metric-result', metric: 'otif' }, on: '2026-03-31' } as const;
    expect(awardKey({ id: 'r' }, metric, 'n', 'q', 1)).toBe('["award","r",1,"n","q",null]');
  });
  it('a part of a key can be read, and of what is no key nothing', () => {
    expect(stepKey('post', 'a', 'lea', 2)).toBe('["post","a","lea",2]');
    expect(stepPart('["post","a","lea",2]', 3)).toBe(2);
    expect(stepPart('["post","a","lea"]', 3)).toBe(undefined);
    expect(stepPart('{"3":2}', 3)).toBe(null);
    expect(stepPart('spend-1', 3)).toBe(null);
  });
});

describe('canonicalText', () => {
  it('puts keys in order, at every depth, and leaves out what is undefined', () => {
    expect(canonicalText({ b: [1, { d: 'x', c: null }], a: undefined, Z: true })).toBe(
      '{"Z":true,"b":[1,{"c":null,"d":"x"}]}',
    );
    expect(canonicalText({ a: 1, b: 2, c: 3 })).toBe('{"a":1,"b":2,"c":3}');
    expect(canonicalText({ c: 1, b: 2, a: 3 })).toBe('{"a":3,"b":2,"c":1}');
  });
  it('shows what JSON cannot hold by its type', () => {
    expect(canonicalText([undefined, () => 1, null, 'a"b', 1.5])).toBe('[undefined,function,null,"a\\"b",1.5]');
  });
});

describe('dated sums', () => {
  it('orders what is overdue, granted and later within a day, and days by time', () => {
    // 1970-01-02 is day 1.
    expect((['overdue', 'grant', 'later'] as const).map((phase) => stampOf('1970-01-02', phase))).toEqual([4, 5, 6]);
    expect(stampOf('1970-01-03', 'overdue')).toBe(8);
  });
  it('refuses a sum that is no longer exact', () => {
    expect(requireSafe(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(coded(() => requireSafe(2 ** 53))).toBe(
      'CX_INVALID_INPUT evaluateRewards: sums of the ledger must be whole numbers that are exact, received 9007199254740992',
    );
    const sum = createDatedSum();
    addDated(sum, 1, Number.MAX_SAFE_INTEGER);
    expect(coded(() => addDated(sum, 1, 1))).toContain('CX_INVALID_INPUT');
  });
  it('remembers only what was given back', () => {
    const sum = createDatedSum();
    expect(sum).toEqual({ total: 0, latest: -Infinity, back: null });
    addDated(sum, 9, 30);
    addDated(sum, 9, 0);
    expect(sum).toEqual({ total: 30, latest: -Infinity, back: null });
    addDated(sum, 7, -10);
    addDated(sum, 5, -4);
    expect(sum).toEqual({ total: 16, latest: 7, back: [7, -10, 5, -4] });
    addDated(sum, 8, -1);
    expect(sum).toEqual({ total: 15, latest: 8, back: [7, -10, 5, -4, 8, -1] });
  });
  it('keeps one sum under each key', () => {
    const sums = new Map<string, DatedSum>();
    const first = sumAt(sums, 'a');
    expect(sumAt(sums, 'a')).toBe(first);
    expect(sumAt(sums, 'b')).not.toBe(first);
    expect([...sums.keys()]).toEqual(['a', 'b']);
  });
  it('counts as used what was given back after the grants of a day', () => {
    expect(usedBy(undefined, '1970-01-02')).toBe(0);
    const sum = createDatedSum();
    addDated(sum, 1, 100);
    expect(usedBy(sum, '1970-01-02')).toBe(100);
    addDated(sum, 4, -10);
    // Exactly with the grants of 1970-01-02, then after them, then on the next day before its grants.
    addDated(sum, 5, -20);
    expect(usedBy(sum, '1970-01-02')).toBe(70);
    addDated(sum, 6, -30);
    expect(usedBy(sum, '1970-01-02')).toBe(70);
    expect(usedBy(sum, '1970-01-03')).toBe(40);
    addDated(sum, 8, -40);
    expect(usedBy(sum, '1970-01-02')).toBe(70);
    expect(usedBy(sum, '1970-01-03')).toBe(0);
    expect(usedBy(sum, '1970-01-01')).toBe(100);
  });

  const at = (own: Parameters<typeof entryOf>[0]): number => effectOf(entryOf({ on: '1970-01-02', ...own }));
  it.each([
    [{ kind: 'award' }, 5],
    [{ kind: 'reserve' }, 5],
    [{ kind: 'correct' }, 5],
    [{ kind: 'award', fact: null }, 5],
    [{ kind: 'void', fact: null }, 4],
    [{ kind: 'void', fact: 'f' }, 6],
    [{ kind: 'post', fact: null }, 6],
    [{ kind: 'post' }, 6],
    [{ kind: 'expire' }, 6],
    [{ kind: 'reverse' }, 6],
    [{ kind: 'reverse', payload: { reversedOn: '1970-01-03' } }, 10],
    [{ kind: 'post', payload: { reversedOn: '1970-01-03' } }, 6],
    [{ kind: 'award', award: null }, 6],
    [{ kind: 'redeem', award: null }, 6],
    [{ kind: 'void', fact: null, award: null }, 6],
    [{ kind: 'reverse', award: null, payload: { reversedOn: '1970-01-03' } }, 6],
  ] as const)('%j takes effect at %i', (own, stamp) => {
    expect(at(own)).toBe(stamp);
  });
});
