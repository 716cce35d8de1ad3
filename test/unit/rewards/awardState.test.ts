import { describe, expect, it } from 'vitest';

import {
  awardTotal,
  isRoot,
  latestCorrection,
  roundOf,
  toAwardState,
} from '../../../src/rewards/evaluation/awardState.js';
import { countedParts, returnsOf } from '../../../src/rewards/evaluation/countedPart.js';
import { entryOf } from './entriesOfLedger.js';

const correction = (round: number, member = 'lea', own: Parameters<typeof entryOf>[0] = {}) =>
  entryOf({ kind: 'correct', key: `["correct","a",${round},"${member}"]`, member, ...own });
const step = (kind: 'post' | 'void' | 'reverse', round?: number, own: Parameters<typeof entryOf>[0] = {}) =>
  entryOf({ kind, key: JSON.stringify([kind, 'a', 'lea', ...(round === undefined ? [] : [round])]), ...own });

describe('rounds of corrections', () => {
  it('only awards and reservations are grants themselves', () => {
    expect((['award', 'reserve', 'post', 'correct', 'redeem'] as const).map((kind) => isRoot({ kind }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
  it('the round is the third part of a correction, the fourth of a step, and 0 of a grant', () => {
    expect(roundOf(correction(2))).toBe(2);
    expect(roundOf(step('post', 3))).toBe(3);
    expect(roundOf(step('post'))).toBe(0);
    expect(roundOf(entryOf({ key: '["award","r",1,5]' }))).toBe(0);
    expect(roundOf(entryOf({ kind: 'post', key: 'no list' }))).toBe(0);
  });
  it('the latest correction is that of the highest round, and of its entries the first by key', () => {
    const all = [correction(1, 'a'), correction(2, 'c'), correction(2, 'b'), correction(1, 'z'), entryOf({})];
    expect(latestCorrection(all)?.member).toBe('b');
    expect(latestCorrection(all.slice().reverse())?.member).toBe('b');
    expect(latestCorrection([correction(3), step('reverse', 9), correction(10)])?.key).toBe(correction(10).key);
    expect(latestCorrection([correction(10), step('reverse', 11), correction(3)])?.key).toBe(correction(10).key);
    expect(latestCorrection([entryOf({}), step('reverse')])).toBe(undefined);
  });
});

describe('toAwardState', () => {
  const root = entryOf({ key: 'root', amount: 60, payload: { desired: 60, returned: [1] } });
  it('is nothing where the grant is not among the entries', () => {
    expect(toAwardState('a', [step('post')])).toBe(undefined);
    expect(toAwardState('a', [])).toBe(undefined);
  });
  it('sums up what each member has, in code-unit order', () => {
    const parts = [
      entryOf({ kind: 'reserve', key: 'p2', member: 'tom', pending: 20, payload: 'of tom' }),
      entryOf({ kind: 'reserve', key: 'p1', member: 'Zoe', pending: 40, payload: 'of Zoe', on: '2026-03-01' }),
      step('post', undefined, { member: 'tom', amount: 15, pending: -20 }),
    ];
    const wanted = {
      key: 'a',
      rule: { id: 'r', version: 1, generation: 1 },
      subject: 'lea',
      occurrence: 'x',
      account: null,
      network: null,
      on: '2026-03-01',
      asset: 'points',
      unit: 'pt',
      budget: null,
      payload: 'of Zoe',
      parts: [
        ['Zoe', { amount: 0, pending: 40 }],
        ['tom', { amount: 15, pending: 0 }],
      ],
      inTwoPhases: true,
      reversed: false,
      round: 0,
    };
    expect(toAwardState('a', parts)).toEqual(wanted);
    expect(toAwardState('a', parts.slice().reverse())).toEqual(wanted);
    const state = toAwardState('a', parts);
    expect(state && [awardTotal(state, 'amount'), awardTotal(state, 'pending')]).toEqual([15, 40]);
  });
  it('keeps the payload of a grant that was not corrected as it is', () => {
    expect(toAwardState('a', [root])).toMatchObject({ payload: root.payload, inTwoPhases: false, reversed: false });
    expect(toAwardState('a', [root, step('reverse')])).toMatchObject({ payload: root.payload, reversed: true });
  });
  it('stands where its latest correction says, without what that says of the past', () => {
    const moved = correction(2, 'lea', {
      on: '2026-03-09',
      account: 'n',
      network: 'm',
      payload: { v: 2, returned: [] },
    });
    const state = toAwardState('a', [moved, correction(1, 'lea', { on: '2026-03-05' }), root]);
    expect(state).toMatchObject({ on: '2026-03-09', account: 'n', network: 'm', round: 2, reversed: false });
    expect(state?.payload).toEqual({ v: 2 });
  });
  it('is taken back where the latest correction says so, or what came since', () => {
    const reversed = (...more: Parameters<typeof toAwardState>[1]) => toAwardState('a', [root, ...more])?.reversed;
    expect(reversed(correction(1))).toBe(false);
    expect(reversed(correction(1, 'lea', { of: 'u' }))).toBe(true);
    expect(reversed(correction(1, 'lea', { of: 'u' }), correction(2))).toBe(false);
    expect(reversed(correction(1), correction(2, 'lea', { of: 'u' }))).toBe(true);
    expect(reversed(step('reverse'), correction(1))).toBe(false);
    expect(reversed(step('reverse', 1), correction(1))).toBe(true);
    expect(reversed(step('reverse', 1), correction(1), correction(2))).toBe(false);
    expect(reversed(step('post', 1), correction(1))).toBe(false);
  });
});

describe('countedParts', () => {
  // 2026-03-02 is day 20514 from 1970-01-01: four a day, and 1 for a grant, 2 for what comes of it.
  const DAY = 20514 * 4;
  const budget = { budget: 'b' };
  it('counts granted and set aside together, for caps and for the budget, but nothing that expires', () => {
    const entries = [
      entryOf({ amount: 30, pending: 12, ...budget, budgetEffect: { posted: 30, reserved: 11 } }),
      step('post', undefined, { amount: 5, pending: -12 }),
      entryOf({ kind: 'expire', amount: -30 }),
    ];
    expect(countedParts(entries)).toEqual([
      { member: 'lea', unit: 'pt', budget: 'b', stamp: DAY + 1, amount: 42, spent: 41 },
      { member: 'lea', unit: 'pt', budget: null, stamp: DAY + 2, amount: -7, spent: 0 },
    ]);
  });
  it('forgets when what a correction nets took effect, but for what it says was given back', () => {
    const returned = [{ member: 'lea', unit: 'pt', budget: 'b', stamp: 9, amount: -5, spent: -4 }];
    const entries = [
      entryOf({ amount: 30 }),
      correction(1, 'lea', { amount: -5, payload: { returned } }),
      step('reverse', 0, { amount: -1 }),
      step('reverse', 1, { amount: -2 }),
      step('reverse', 2, { amount: -3 }),
      entryOf({ kind: 'expire', amount: -30 }),
    ];
    expect(countedParts(entries).map(({ stamp, amount, spent }) => [stamp, amount, spent])).toEqual([
      [-Infinity, 30, 0],
      [-Infinity, -5, 0],
      [-Infinity, -1, 0],
      [DAY + 2, -2, 0],
      [DAY + 2, -3, 0],
      [-Infinity, 5, 4],
      [9, -5, -4],
    ]);
    // In the order of their JSON: "b" comes before null.
    expect(returnsOf(entries)).toEqual([
      returned[0],
      { member: 'lea', unit: 'pt', budget: null, stamp: DAY + 2, amount: -2, spent: 0 },
      { member: 'lea', unit: 'pt', budget: null, stamp: DAY + 2, amount: -3, spent: 0 },
    ]);
    expect(returnsOf(entries.slice().reverse())).toEqual(returnsOf(entries));
  });
  it('a correction without returns has none', () => {
    const entries = [entryOf({ amount: 30 }), correction(1, 'lea', { amount: 3 })];
    expect(countedParts(entries).map(({ stamp, amount }) => [stamp, amount])).toEqual([
      [-Infinity, 30],
      [-Infinity, 3],
    ]);
  });
  it('tells what was given back of figures or of the budget, and nothing else', () => {
    const back = (own: Parameters<typeof entryOf>[0]) => returnsOf([step('post', undefined, own)]).length;
    expect(back({ amount: 0 })).toBe(0);
    expect(back({ amount: 5, pending: -5 })).toBe(0);
    expect(back({ amount: 4, pending: -5 })).toBe(1);
    expect(back({ amount: 5, pending: -4 })).toBe(0);
    expect(back({ ...budget, budgetEffect: { posted: 4, reserved: -5 } })).toBe(1);
    expect(back({ ...budget, budgetEffect: { posted: 5, reserved: -5 } })).toBe(0);
  });
});
