import { describe, expect, it } from 'vitest';

import { compileGrant } from '../../../src/rewards/evaluation/grantAmount.js';
import { proportionOf } from '../../../src/rewards/evaluation/roundAmount.js';
import { splitAmount } from '../../../src/rewards/evaluation/splitAmount.js';
import type { Grant, GrantAmount, RoundingMode } from '../../../src/rewards/rules/grant.js';
import { coded } from '../../tools/coded.js';

const MODES: readonly RoundingMode[] = ['floor', 'ceil', 'half-up', 'half-even'];

describe('proportionOf', () => {
  it.each([
    // Whole number, ten-thousandths, and what floor, ceil, half-up and half-even make of their product.
    [400, 250, [10, 10, 10, 10]],
    [0, 250, [0, 0, 0, 0]],
    [333, 250, [8, 9, 8, 8]],
    [1, 4999, [0, 1, 0, 0]],
    [1, 5000, [0, 1, 1, 0]],
    [1, 5001, [0, 1, 1, 1]],
    [1, 1, [0, 1, 0, 0]],
    [3, 5000, [1, 2, 2, 2]],
    [3, 5001, [1, 2, 2, 2]],
    [3, 4999, [1, 2, 1, 1]],
    [5, 5000, [2, 3, 3, 2]],
    [-1, 10_000, [-1, -1, -1, -1]],
    [-1, 5000, [-1, 0, 0, 0]],
    [-3, 5000, [-2, -1, -1, -2]],
    [-1, 5001, [-1, 0, -1, -1]],
    [-1, 1, [-1, 0, 0, 0]],
    [
      9_007_199_254_740_991,
      9999,
      [9_006_298_534_815_516, 9_006_298_534_815_517, 9_006_298_534_815_517, 9_006_298_534_815_517],
    ],
  ] as const)('%i at %i ten-thousandths', (whole, basisPoints, wanted) => {
    expect(MODES.map((mode) => proportionOf(whole, basisPoints, mode))).toEqual(wanted);
  });
});

describe('splitAmount', () => {
  const split = (amount: number, weights: Readonly<Record<string, number>>) =>
    splitAmount(
      amount,
      Object.entries(weights).map(([member, weight]) => ({ member, weight })),
    ).map(({ member, amount: own }) => [member, own]);

  it('gives what is left over to the first in code units where the remainders are equal', () => {
    expect(split(100, { b: 1, c: 1, a: 1 })).toEqual([
      ['a', 34],
      ['b', 33],
      ['c', 33],
    ]);
    // 200 / 3 is 66 twice over 3.
    expect(split(200, { b: 1, c: 1, a: 1 })).toEqual([
      ['a', 67],
      ['b', 67],
      ['c', 66],
    ]);
  });
  it('gives it to the largest remainder, not to the largest share', () => {
    // 7 by 3 to 1: 5 and 1/4, 1 and 3/4.
    expect(split(7, { a: 3, b: 1 })).toEqual([
      ['a', 5],
      ['b', 2],
    ]);
    // 10 by 1 to 2: 3 and 1/3, 6 and 2/3.
    expect(split(10, { a: 1, b: 2 })).toEqual([
      ['a', 3],
      ['b', 7],
    ]);
    // 11 by 1, 3, 6: 1 and 1/10, 3 and 3/10, 6 and 6/10.
    expect(split(11, { c: 6, a: 1, b: 3 })).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 7],
    ]);
    // 6 by 4, 3, 1: 3, 2 and 2/8, 6/8.
    expect(split(6, { a: 4, b: 3, c: 1 })).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ]);
  });
  it('gives nobody anything where nobody weighs', () => {
    expect(split(5, { b: 0, a: 0 })).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(splitAmount(5, [])).toEqual([]);
  });
  it('leaves the list as it is, and is exact for large numbers', () => {
    const weights = [
      { member: 'b', weight: 1 },
      { member: 'a', weight: 1 },
    ];
    expect(splitAmount(Number.MAX_SAFE_INTEGER, weights)).toEqual([
      { member: 'a', amount: 4_503_599_627_370_496 },
      { member: 'b', amount: 4_503_599_627_370_495 },
    ]);
    expect(weights.map(({ member }) => member)).toEqual(['b', 'a']);
  });
});

describe('compileGrant', () => {
  const WHERE = 'evaluate: rule "r"';
  const grant = (amount: unknown, more: object = {}): Grant =>
    ({ kind: 'points', unit: 'pt', amount, ...more }) as unknown as Grant;
  const amountOf = (amount: GrantAmount, data: unknown) => compileGrant(WHERE, grant(amount)).amountOf(data);
  const refusal = (own: unknown): string => coded(() => compileGrant(WHERE, own as Grant));
  const refused = (what: string, rule: string, received: string): string =>
    `CX_INVALID_RULE ${WHERE}: ${what} must be ${rule}, received ${received}`;

  it('refuses a grant of another kind, or without a unit', () => {
    expect(refusal(null)).toBe(refused('kind of the grant', 'points, money, gift-choice, badge', 'undefined'));
    expect(refusal({ kind: 'cash', unit: 'EUR' })).toBe(
      refused('kind of the grant', 'points, money, gift-choice, badge', '"cash"'),
    );
    expect(refusal({ kind: 'badge', unit: '' })).toBe(refused('unit of the grant', 'a name', '""'));
  });
  it('grants one badge, to the subject', () => {
    const badge = compileGrant(WHERE, { kind: 'badge', unit: 'hero' });
    expect(badge.amountOf({})).toEqual({ amount: 1 });
    expect(badge.partsOf(1, {}, 'lea')).toEqual([{ member: 'lea', amount: 1 }]);
  });
  it('refuses an amount of another kind', () => {
    for (const [amount, received] of [
      [null, 'undefined'],
      [{ kind: 'random' }, '"random"'],
    ] as const)
      expect(refusal(grant(amount))).toBe(
        refused('kind of the amount', '"fixed", "table" or "proportional"', received),
      );
  });
  it('a fixed amount is a whole number from 0', () => {
    expect(amountOf({ kind: 'fixed', amount: 0 }, {})).toEqual({ amount: 0 });
    expect(refusal(grant({ kind: 'fixed', amount: -1 }))).toBe(refused('amount', 'a whole number from 0', '-1'));
    expect(refusal(grant({ kind: 'fixed', amount: 0.5 }))).toBe(refused('amount', 'a whole number from 0', '0.5'));
  });

  const TABLE = { kind: 'table', fact: ['level'], rows: { gold: 9, '3': 4, true: 5, toString: 6 } } as const;
  it('looks text and whole numbers up in a table, and nothing else', () => {
    expect(amountOf(TABLE, { level: 'gold' })).toEqual({ amount: 9 });
    expect(amountOf(TABLE, { level: 3 })).toEqual({ amount: 4 });
    expect(amountOf(TABLE, { level: '3' })).toEqual({ amount: 4 });
    for (const level of [true, 3.5, null, 'silver', ['gold'], undefined])
      expect(amountOf(TABLE, { level })).toEqual({ missing: ['level'] });
    const { rows } = { rows: { gold: 9 } };
    expect(amountOf({ ...TABLE, rows }, { level: 'toString' })).toEqual({ missing: ['level'] });
  });
  it('"otherwise" stands for other keys, not for what is no key', () => {
    const own = { ...TABLE, otherwise: 1 };
    expect(amountOf(own, { level: 'silver' })).toEqual({ amount: 1 });
    expect(amountOf(own, { level: 8 })).toEqual({ amount: 1 });
    expect(amountOf(own, { level: 'gold' })).toEqual({ amount: 9 });
    for (const level of [true, 3.5, null]) expect(amountOf(own, { level })).toEqual({ missing: ['level'] });
  });
  it('refuses a table that is none', () => {
    const rule = 'a record of a whole number from 0 by fact';
    for (const rows of [{}, { gold: -1 }, { gold: 1, silver: 0.5 }, []])
      expect(refusal(grant({ ...TABLE, rows }))).toBe(refused('rows of the amount', rule, 'an object'));
    expect(refusal(grant({ ...TABLE, rows: null }))).toBe(refused('rows of the amount', rule, 'null'));
    expect(refusal(grant({ ...TABLE, otherwise: -1 }))).toBe(
      refused('"otherwise" of the amount', 'a whole number from 0', '-1'),
    );
    expect(amountOf({ ...TABLE, rows: { gold: 0 }, otherwise: 0 }, { level: 'x' })).toEqual({ amount: 0 });
  });
  const PATH = 'a path: a list of 1 to 8 names, none of them __proto__, constructor, prototype';
  it('says which path is none', () => {
    expect(refusal(grant({ ...TABLE, fact: [] }))).toBe(refused('fact of the amount', PATH, 'an object'));
    const split = { over: ['team'], id: ['id'], weight: ['weight'] };
    const fixed = { kind: 'fixed', amount: 1 };
    for (const name of ['over', 'id', 'weight'])
      expect(refusal(grant(fixed, { split: { ...split, [name]: 'x' } }))).toBe(
        refused(`${name} of the split`, PATH, '"x"'),
      );
  });

  const SHARE = { kind: 'proportional', fact: ['value'], basisPoints: 5000, rounding: 'half-even' } as const;
  it('takes a share of a whole number from 0, within its minimum and maximum', () => {
    expect(amountOf(SHARE, { value: 9 })).toEqual({ amount: 4 });
    expect(amountOf({ ...SHARE, rounding: 'half-up' }, { value: 9 })).toEqual({ amount: 5 });
    expect(amountOf({ ...SHARE, rounding: 'ceil' }, { value: 3 })).toEqual({ amount: 2 });
    expect(amountOf({ ...SHARE, rounding: 'floor' }, { value: 3 })).toEqual({ amount: 1 });
    expect(amountOf(SHARE, { value: 0 })).toEqual({ amount: 0 });
    const within = { ...SHARE, minimum: 3, maximum: 5 };
    expect([2, 6, 8, 10, 12].map((value) => amountOf(within, { value }))).toEqual(
      [3, 3, 4, 5, 5].map((amount) => ({ amount })),
    );
    for (const value of [-1, 0.5, '9', null, undefined])
      expect(amountOf(SHARE, { value })).toEqual({ missing: ['value'] });
  });
  it('does not pay what a share of a huge number cannot say exactly, unless its maximum says how much', () => {
    const double = { ...SHARE, basisPoints: 20_000 };
    expect(amountOf(double, { value: 2 ** 52 })).toEqual({ missing: ['value'] });
    expect(amountOf(double, { value: 2 ** 52 - 1 })).toEqual({ amount: 2 ** 53 - 2 });
    expect(amountOf({ ...double, maximum: 7 }, { value: 2 ** 52 })).toEqual({ amount: 7 });
  });
  it('refuses a share that is none', () => {
    const whole = 'a whole number from 0';
    expect(refusal(grant({ ...SHARE, basisPoints: 0.5 }))).toBe(refused('"basisPoints" of the amount', whole, '0.5'));
    expect(refusal(grant({ ...SHARE, rounding: 'up' }))).toBe(
      refused('"rounding" of the amount', 'floor, ceil, half-up, half-even', '"up"'),
    );
    expect(refusal(grant({ ...SHARE, minimum: -1 }))).toBe(refused('"minimum" of the amount', whole, '-1'));
    const most = 'a whole number from 0, not below the minimum';
    expect(refusal(grant({ ...SHARE, minimum: 5, maximum: 4 }))).toBe(refused('"maximum" of the amount', most, '4'));
    expect(refusal(grant({ ...SHARE, maximum: 4.5 }))).toBe(refused('"maximum" of the amount', most, '4.5'));
    expect(amountOf({ ...SHARE, minimum: 5, maximum: 5 }, { value: 2 })).toEqual({ amount: 5 });
  });

  describe('divided', () => {
    const parts = (team: unknown, own: object = {}, kind = 'points') =>
      compileGrant(
        WHERE,
        grant({ kind: 'fixed', amount: 9 }, { kind, split: { over: ['team'], id: ['id'], ...own } }),
      ).partsOf(9, { team }, 'lea');

    it('among members in equal parts, or by their weights, summed where one is named twice', () => {
      expect(parts([{ id: 'b' }, { id: 'a' }])).toEqual([
        { member: 'a', amount: 5 },
        { member: 'b', amount: 4 },
      ]);
      expect(parts([{ id: 7 }], {}, 'money')).toEqual([{ member: '7', amount: 9 }]);
      const team = [
        { id: 'a', w: 1 },
        { id: 'b', w: 1 },
        { id: 'a', w: 1 },
        { id: 'c', w: 0 },
      ];
      expect(parts(team, { weight: ['w'] })).toEqual([
        { member: 'a', amount: 6 },
        { member: 'b', amount: 3 },
        { member: 'c', amount: 0 },
      ]);
    });
    it('needs members with ids and weights, one of them above 0', () => {
      const none = { missing: ['team'] };
      for (const team of [undefined, null, {}, { length: 0 }, [], [{}], [{ id: '' }], [{ id: 'a' }, { id: null }]])
        expect(parts(team)).toEqual(none);
      const by = { weight: ['w'] };
      expect(parts([{ id: 'a', w: -1 }], by)).toEqual(none);
      expect(parts([{ id: 'a' }], by)).toEqual(none);
      expect(parts([{ w: 1 }], by)).toEqual(none);
      expect(
        parts(
          [
            { id: 'a', w: 1 },
            { id: 'b', w: 0.5 },
          ],
          by,
        ),
      ).toEqual(none);
      expect(
        parts(
          [
            { id: 'a', w: 0 },
            { id: 'b', w: 0 },
          ],
          by,
        ),
      ).toEqual(none);
      const twice = [
        { id: 'a', w: Number.MAX_SAFE_INTEGER },
        { id: 'a', w: 1 },
        { id: 'b', w: 1 },
      ];
      expect(parts(twice, by)).toEqual(none);
    });
    it('is not offered for a gift to choose', () => {
      expect(parts([{ id: 'a' }], {}, 'gift-choice')).toEqual([{ member: 'lea', amount: 9 }]);
    });
  });
});
