import { describe, expect, it } from 'vitest';

import { allocateLots, spendableOf } from '../../../src/rewards/ledger/allocateLots.js';
import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import { expireLots } from '../../../src/rewards/ledger/expireLots.js';
import { foldLedger } from '../../../src/rewards/ledger/foldLedger.js';
import { foldLiability } from '../../../src/rewards/ledger/foldLiability.js';
import { requireEntries, type LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import { holdingOf, moveEntry } from '../../../src/rewards/ledger/ledgerMove.js';
import { foldHoldings, type Holding, type Lot } from '../../../src/rewards/ledger/lotBook.js';
import { redeem } from '../../../src/rewards/ledger/redeem.js';
import { restoreRedemption } from '../../../src/rewards/ledger/restoreRedemption.js';
import { toMemberStatement } from '../../../src/rewards/ledger/toMemberStatement.js';
import { transferPoints } from '../../../src/rewards/ledger/transferPoints.js';
import { coded } from '../../tools/coded.js';
import { entryOf } from './entriesOfLedger.js';

const lot = (key: string, amount: number, own: Partial<LedgerEntry> = {}) =>
  entryOf({ key, award: key, amount, ...own });
const loose = (key: string, amount: number, own: Partial<LedgerEntry> = {}) =>
  entryOf({ key, kind: 'redeem', award: null, rule: null, amount, ...own });
const holding = (...entries: LedgerEntry[]): Holding => foldHoldings(entries)[0] as Holding;
const left = (...entries: LedgerEntry[]) => holding(...entries).lots.map((own) => [own.key, own.left]);

describe('the order of lots', () => {
  it('is by last day, then by the day they were made on, then by key; what never ends comes last', () => {
    const lots = [
      lot('n2', 1, { on: '2026-03-03' }),
      lot('n1', 1, { on: '2026-03-03' }),
      lot('n0', 1, { on: '2026-03-04' }),
      lot('d', 1, { expiresOn: '2026-06-30' }),
      lot('c', 1, { expiresOn: '2026-05-31' }),
      lot('b', 1, { expiresOn: '2026-06-30' }),
      lot('a', 1, { expiresOn: '2026-06-30', on: '2026-03-05' }),
    ];
    const wanted = ['c', 'b', 'd', 'a', 'n1', 'n2', 'n0'];
    expect(holding(...lots).lots.map(({ key }) => key)).toEqual(wanted);
    expect(holding(...lots.slice().reverse()).lots.map(({ key }) => key)).toEqual(wanted);
  });
  it('of holdings is by member, kind and unit', () => {
    const own = [
      entryOf({ member: 'b', asset: 'points', unit: 'xp', amount: 1 }),
      entryOf({ member: 'b', asset: 'points', unit: 'pt', amount: 2 }),
      entryOf({ member: 'b', asset: 'money', unit: 'xp', amount: 3 }),
      entryOf({ member: 'a', asset: 'points', unit: 'xp', amount: 4 }),
      entryOf({ member: 'b', asset: 'points', unit: 'aa', amount: 5 }),
    ];
    const wanted = [
      ['a', 'points', 'xp', 4],
      ['b', 'money', 'xp', 3],
      ['b', 'points', 'aa', 5],
      ['b', 'points', 'pt', 2],
      ['b', 'points', 'xp', 1],
    ];
    for (const entries of [own, own.slice().reverse()])
      expect(foldHoldings(entries).map(({ member, asset, unit, granted }) => [member, asset, unit, granted])).toEqual(
        wanted,
      );
  });
});

describe('what was taken without saying from which lot', () => {
  const A = lot('a', 10, { expiresOn: '2026-06-30' });
  const B = lot('b', 10, { expiresOn: '2026-05-31', on: '2026-03-10' });
  const C = lot('c', 10, { expiresOn: '2026-03-31' });
  it('is taken in the order of days, then of keys', () => {
    // The first of 25 March empties c, the second of 1 April finds c ended and takes from b, the last to come from a.
    const spends = [
      loose('z', -4, { on: '2026-03-25' }),
      loose('y', -10, { on: '2026-04-01' }),
      loose('x', -3, { on: '2026-03-25' }),
    ];
    const wanted = [
      ['c', 3],
      ['b', 0],
      ['a', 10],
    ];
    expect(left(A, B, C, ...spends)).toEqual(wanted);
    expect(left(...spends.slice().reverse(), C, B, A)).toEqual(wanted);
  });
  it('the order of days matters where a lot ends between them', () => {
    const early = loose('z', -10, { on: '2026-03-31' });
    const late = loose('a', -10, { on: '2026-04-01' });
    for (const spends of [
      [early, late],
      [late, early],
    ])
      expect(left(lot('c', 10, { expiresOn: '2026-03-31' }), lot('n', 10), ...spends)).toEqual([
        ['c', 0],
        ['n', 0],
      ]);
  });
  it('the order of days matters where one takes from its own grant, whatever the keys', () => {
    const lots = [lot('n', 10, { expiresOn: '2026-03-20' }), lot('c', 10, { expiresOn: '2026-03-31' }), lot('d', 10)];
    const spend = loose('z', -5, { on: '2026-03-15' });
    const undone = entryOf({ key: 'a', kind: 'reverse', award: 'n', amount: -10, on: '2026-04-02' });
    // The spend takes 5 of n; the reversal the other 5, and 5 of d, since c has ended by then.
    for (const steps of [
      [spend, undone],
      [undone, spend],
    ])
      expect(left(...steps, ...lots)).toEqual([
        ['n', 0],
        ['c', 10],
        ['d', 5],
      ]);
  });
  it('is taken from its own grant first, also where that has ended, then from what there was, then from what came later', () => {
    const taken = (amount: number, award: string | null, on = '2026-03-05') =>
      left(A, B, C, entryOf({ key: 'r', kind: 'reverse', award, amount: -amount, on }));
    expect(taken(4, 'a')).toEqual([
      ['c', 10],
      ['b', 10],
      ['a', 6],
    ]);
    expect(taken(14, 'a')).toEqual([
      ['c', 6],
      ['b', 10],
      ['a', 0],
    ]);
    // b was made on 10 March: it bears what the others cannot on the 5th, and comes in its order from its day on.
    expect(taken(24, 'a')).toEqual([
      ['c', 0],
      ['b', 6],
      ['a', 0],
    ]);
    expect(taken(15, null, '2026-03-10')).toEqual([
      ['c', 0],
      ['b', 5],
      ['a', 10],
    ]);
    expect(taken(15, null, '2026-03-09')).toEqual([
      ['c', 0],
      ['b', 10],
      ['a', 5],
    ]);
    expect(taken(4, 'c', '2026-04-01')).toEqual([
      ['c', 6],
      ['b', 10],
      ['a', 10],
    ]);
    expect(taken(14, 'x', '2026-04-01')).toEqual([
      ['c', 10],
      ['b', 0],
      ['a', 6],
    ]);
  });
  it('what came later bears in the order of days, then as lots are spent', () => {
    const later = [
      lot('z', 10, { on: '2026-04-02', expiresOn: '2026-05-01' }),
      lot('y', 10, { on: '2026-04-01', expiresOn: '2026-09-01' }),
      lot('x', 10, { on: '2026-04-01', expiresOn: '2026-08-01' }),
    ];
    const after = (amount: number) => Object.fromEntries(left(...later, loose('s', -amount)) as [string, number][]);
    expect(after(4)).toEqual({ x: 6, y: 10, z: 10 });
    expect(after(14)).toEqual({ x: 0, y: 6, z: 10 });
    expect(after(24)).toEqual({ x: 0, y: 0, z: 6 });
  });
  it('is a debt where no lot can bear it', () => {
    expect(holding(A, loose('s', -14)).debt).toBe(4);
    expect(holding(A, loose('s', -10)).debt).toBe(0);
    expect(holding(loose('s', -4), loose('t', -5, { key: 't' })).debt).toBe(9);
  });
});

describe('what was taken from a lot by name', () => {
  const A = lot('a', 10, { expiresOn: '2026-06-30' });
  it('is a debt where the lot has less, and loose where the lot is unknown', () => {
    const over = loose('s', -14, { lots: [{ lot: 'a', amount: 14 }] });
    expect(holding(A, over)).toMatchObject({ debt: 4, lots: [{ key: 'a', left: 0 }] });
    const gone = loose('s', -4, { lots: [{ lot: 'gone', amount: 4 }] });
    expect(holding(A, gone)).toMatchObject({ debt: 0, lots: [{ key: 'a', left: 6 }] });
    const exact = loose('s', -10, { lots: [{ lot: 'a', amount: 10 }] });
    expect(holding(A, exact)).toMatchObject({ debt: 0, spent: 10, lots: [{ key: 'a', left: 0 }] });
  });
  it('given back to a lot that is unknown, it pays debts', () => {
    const back = loose('b', 4, { kind: 'restore', lots: [{ lot: 'gone', amount: 4 }] });
    expect(holding(A, back)).toMatchObject({ debt: -4, lots: [{ key: 'a', left: 10 }] });
    expect(foldLedger([A, back], { asOf: '2026-03-31' })[0]?.available).toBe(14);
  });
  it('counts how often it was written off, and when something came back last', () => {
    const part = (kind: LedgerEntry['kind'], key: string, amount: number, on: string) =>
      entryOf({ kind, key, amount, on, award: null, lots: [{ lot: 'a', amount: Math.abs(amount) }] });
    const steps = [
      part('redeem', 's', -9, '2026-03-03'),
      part('restore', 'r1', 4, '2026-03-05'),
      part('restore', 'r2', 1, '2026-03-07'),
      part('restore', 'r3', 1, '2026-03-06'),
      part('expire', 'e', -2, '2026-07-01'),
      part('redeem', 't', -1, '2026-08-08'),
    ];
    for (const own of [steps, steps.slice().reverse()])
      expect(holding(A, ...own).lots).toEqual([
        {
          key: 'a',
          award: 'a',
          on: '2026-03-02',
          expiresOn: '2026-06-30',
          left: 4,
          restoredOn: '2026-03-07',
          expiries: 1,
        },
      ]);
    expect(holding(A, ...steps)).toMatchObject({ spent: 4, expired: 2, debt: 0 });
    expect(holding(A, part('redeem', 's', -1, '2026-03-03')).lots[0]).toMatchObject({ restoredOn: null, expiries: 0 });
  });
  it('an entry of nothing makes no lot and takes none', () => {
    expect(holding(entryOf({ kind: 'reserve', pending: 5 })).lots).toEqual([]);
    expect(holding(A, loose('s', 0, { lots: [{ lot: 'a', amount: 3 }] })).lots[0]?.left).toBe(13);
  });
  it('entries of one key are one lot', () => {
    expect(left(A, A)).toEqual([['a', 20]]);
  });
});

describe('figures of a holding', () => {
  it('tell granted, spent, expired and moved apart', () => {
    const own = [
      lot('a', 100, { pending: 7 }),
      loose('s', -20),
      loose('b', 5, { kind: 'restore' }),
      loose('e', -10, { kind: 'expire' }),
      loose('i', 3, { kind: 'transfer-in' }),
      loose('o', -4, { kind: 'transfer-out' }),
      entryOf({ kind: 'reverse', key: 'u', award: 'a', amount: -30, pending: -2 }),
    ];
    expect(holding(...own)).toMatchObject({
      granted: 70,
      pending: 5,
      spent: 15,
      expired: 10,
      transferred: -1,
      debt: 0,
    });
  });
  it('are refused where they are no longer exact, with the member', () => {
    const huge = (key: string) => lot(key, Number.MAX_SAFE_INTEGER, { member: 'm'.repeat(41) });
    expect(coded(() => foldHoldings([huge('a'), huge('b')]))).toBe(
      `CX_INVALID_INPUT ledger: sums of member "${'m'.repeat(40)}" must be whole numbers that are exact, received 18014398509481982`,
    );
  });
  it('of one member, kind and unit are picked out of a ledger', () => {
    const own = [
      lot('a', 1),
      lot('b', 2, { member: 'tom' }),
      lot('c', 4, { unit: 'xp' }),
      lot('d', 8, { asset: 'money' }),
      lot('e', 16, { member: 'tom', asset: 'money', unit: 'xp' }),
    ];
    const ledger = own.slice().reverse();
    expect(holdingOf(ledger, { member: 'lea', asset: 'points', unit: 'pt' }).granted).toBe(1);
    expect(holdingOf(ledger, { member: 'tom', asset: 'points', unit: 'pt' }).granted).toBe(2);
    expect(holdingOf(ledger, { member: 'lea', asset: 'points', unit: 'xp' }).granted).toBe(4);
    expect(holdingOf(ledger, { member: 'lea', asset: 'money', unit: 'pt' }).granted).toBe(8);
    const none = { member: 'kim', asset: 'points', unit: 'pt' } as const;
    expect(holdingOf(ledger, none)).toEqual({
      ...none,
      granted: 0,
      pending: 0,
      transferred: 0,
      spent: 0,
      expired: 0,
      debt: 0,
      lots: [],
    });
  });
});

describe('what can be spent', () => {
  const LOTS: Lot[] = [
    { key: 'ended', award: null, on: '2026-03-01', expiresOn: '2026-03-09', left: 1, restoredOn: null, expiries: 0 },
    { key: 'last', award: null, on: '2026-03-01', expiresOn: '2026-03-10', left: 2, restoredOn: null, expiries: 0 },
    { key: 'today', award: null, on: '2026-03-10', expiresOn: null, left: 4, restoredOn: null, expiries: 0 },
    { key: 'later', award: null, on: '2026-03-11', expiresOn: null, left: 8, restoredOn: null, expiries: 0 },
  ];
  const own = { lots: LOTS, debt: 3 } as unknown as Holding;
  it('is what was made by then and has not ended, less debts', () => {
    expect(spendableOf(own, '2026-03-10')).toBe(3);
    expect(spendableOf({ ...own, debt: 0 }, '2026-03-09')).toBe(3);
    expect(spendableOf({ ...own, debt: 0 }, '2026-03-11')).toBe(12);
  });
  it('is taken from those lots in their order', () => {
    expect(allocateLots(own, 5, '2026-03-10')).toEqual([
      { lot: 'last', amount: 2 },
      { lot: 'today', amount: 3 },
    ]);
    expect(allocateLots(own, 2, '2026-03-10')).toEqual([{ lot: 'last', amount: 2 }]);
    const [ended, ...others] = LOTS as [Lot, ...Lot[]];
    const soon: Lot = { ...ended, key: 'soon', on: '2026-03-11', expiresOn: '2026-03-12', left: 9 };
    expect(allocateLots({ ...own, lots: [soon, ...others] }, 2, '2026-03-10')).toEqual([{ lot: 'last', amount: 2 }]);
    expect(allocateLots(own, 9, '2026-03-11')).toEqual([
      { lot: 'today', amount: 4 },
      { lot: 'later', amount: 5 },
    ]);
  });
});

describe('a ledger that is none', () => {
  const refusal = (ledger: unknown) => coded(() => requireEntries('here', ledger as LedgerEntry[]));
  it.each([
    [null, 'here: ledger must be a list of entries, received null'],
    [{}, 'here: ledger must be a list of entries, received an object'],
    [[entryOf({}), null], 'here: ledger[1] must be an entry of a ledger, received null'],
    [[{ ...entryOf({}), key: 5 }], 'here: ledger[0] must be an entry of a ledger, received an object'],
    [[{ ...entryOf({}), lots: null }], 'here: ledger[0] must be an entry of a ledger, received an object'],
    [[{ ...entryOf({}), amount: '5' }], 'here: amount of ledger[0] must be a whole number, received "5"'],
    [[entryOf({ amount: 0.5 })], 'here: amount of ledger[0] must be a whole number, received 0.5'],
    [[entryOf({}), entryOf({ pending: 0.5 })], 'here: pending of ledger[1] must be a whole number, received 0.5'],
  ])('%j', (ledger, text) => {
    expect(refusal(ledger)).toBe(`CX_INVALID_INPUT ${text}`);
  });
  it('a ledger of entries, or of none, is one', () => {
    expect(refusal([])).toBe('nothing');
    expect(refusal([entryOf({ amount: -5, pending: -5 })])).toBe('nothing');
  });
});

describe('what moves refuse, word for word', () => {
  const ledger = [lot('a', 10)];
  const MOVE = { ledger, asset: 'points', unit: 'pt', amount: 1, on: '2026-03-03', key: 'k' } as const;
  const DAY = 'a civil date YYYY-MM-DD';
  it.each([
    [{ asset: 'gold' }, '"asset" must be points, money, gift-choice, badge, received "gold"'],
    [{ unit: 5 }, '"unit" must be text, received 5'],
    [{ key: '' }, '"key" must be text, received ""'],
    [{ amount: 0 }, '"amount" must be a whole number from 1, received 0'],
    [{ on: 'x' }, `"on" must be ${DAY}, received "x"`],
    [{ bookedOn: 'x' }, `"bookedOn" must be ${DAY}, received "x"`],
  ])('%j', (own, text) => {
    const spend = coded(() => redeem({ ...MOVE, member: 'lea', ...own } as never));
    expect(spend).toBe(`CX_INVALID_OPTION redeem: option ${text}`);
    const given = coded(() => transferPoints({ ...MOVE, from: 'lea', to: 'tom', ...own } as never));
    expect(given).toBe(`CX_INVALID_OPTION transferPoints: option ${text}`);
  });
  it('members', () => {
    const given = (own: object) => coded(() => transferPoints({ ...MOVE, from: 'lea', to: 'tom', ...own }));
    expect(given({ from: '' })).toBe('CX_INVALID_OPTION transferPoints: option "from" must be text, received ""');
    expect(given({ to: '' })).toBe('CX_INVALID_OPTION transferPoints: option "to" must be text, received ""');
    expect(given({ to: 'lea' })).toBe(
      'CX_INVALID_OPTION transferPoints: option "to" must be another member than "from", received "lea"',
    );
    expect(coded(() => redeem({ ...MOVE, member: 5 as never }))).toBe(
      'CX_INVALID_OPTION redeem: option "member" must be text, received 5',
    );
  });
  it('returns', () => {
    const back = (own: object) =>
      coded(() => restoreRedemption({ ledger, redemption: 'r', on: '2026-03-03', key: 'k', ...own }));
    const where = 'CX_INVALID_OPTION restoreRedemption: option ';
    expect(back({ redemption: 5 })).toBe(`${where}"redemption" must be text, received 5`);
    expect(back({ key: '' })).toBe(`${where}"key" must be text, received ""`);
    expect(back({ amount: 0 })).toBe(`${where}"amount" must be a whole number from 1, received 0`);
    expect(back({ amount: 1.5 })).toBe(`${where}"amount" must be a whole number from 1, received 1.5`);
    expect(back({ on: 'x' })).toBe(`${where}"on" must be ${DAY}, received "x"`);
    expect(back({ amount: 1 })).toBe('nothing');
    expect(back({ ledger: null })).toContain('CX_INVALID_INPUT restoreRedemption: ledger');
  });
  it('statements', () => {
    const told = (member: unknown, from: string, through: string) =>
      coded(() => toMemberStatement(ledger, member as string, from, through));
    const where = 'CX_INVALID_OPTION toMemberStatement: option ';
    expect(told('', '2026-03-01', '2026-03-02')).toBe(`${where}"member" must be text, received ""`);
    expect(told('lea', 'x', '2026-03-02')).toBe(`${where}"from" must be ${DAY}, received "x"`);
    expect(told('lea', '2026-03-01', 'x')).toBe(`${where}"through" must be ${DAY}, received "x"`);
    expect(told('lea', '2026-03-02', '2026-03-01')).toBe(
      `${where}"through" must be no day before "2026-03-02", received "2026-03-01"`,
    );
    expect(told('lea', '2026-03-02', '2026-03-02')).toBe('nothing');
    expect(coded(() => toMemberStatement(null as never, 'lea', '2026-03-02', '2026-03-02'))).toBe(
      'CX_INVALID_INPUT toMemberStatement: ledger must be a list of entries, received null',
    );
  });
  it('folds', () => {
    const where = 'CX_INVALID_OPTION ';
    expect(coded(() => foldLedger([], { asOf: 'x' }))).toBe(
      `${where}foldLedger: option "asOf" must be ${DAY}, received "x"`,
    );
    expect(coded(() => foldLiability([], null as never))).toBe(
      `${where}foldLiability: options must be an object, received null`,
    );
    expect(coded(() => expireLots([], 'x'))).toBe(`${where}expireLots: option "asOf" must be ${DAY}, received "x"`);
    expect(coded(() => checkLedger(5 as never))).toBe(
      'CX_INVALID_INPUT checkLedger: input must be an object, received 5',
    );
    expect(coded(() => checkLedger({ ledger: 5 as never }))).toBe(
      'CX_INVALID_INPUT checkLedger: ledger must be a list of entries, received 5',
    );
    for (const name of ['budgets', 'rules'])
      expect(coded(() => checkLedger({ ledger: [], [name]: 5 }))).toBe(
        `${where}checkLedger: option "${name}" must be a list, received 5`,
      );
  });
});

describe('moves', () => {
  it('an entry of a move says nothing it was not told', () => {
    const told = {
      key: 'k',
      kind: 'redeem',
      on: '2026-03-03',
      bookedOn: '2026-03-03',
      member: 'lea',
      asset: 'points',
      unit: 'pt',
      amount: -1,
    } as const;
    expect(moveEntry(told)).toEqual({
      ...entryOf(told),
      rule: null,
      subject: null,
      occurrence: null,
      fact: null,
      award: null,
    });
  });
  it('all that there is can be given to another', () => {
    const given = (amount: number) =>
      transferPoints({
        ledger: [lot('a', 10)],
        from: 'lea',
        to: 'tom',
        asset: 'points',
        unit: 'pt',
        amount,
        on: '2026-03-03',
        key: 'k',
      }).outcome;
    expect([given(10), given(11)]).toEqual(['accepted', 'refused']);
  });
  it('what is given back is that of its own spend, under a key of its own', () => {
    const A = lot('a', 10, { expiresOn: '2026-05-31' });
    const B = lot('b', 10, { expiresOn: '2026-06-30' });
    const ask = { member: 'lea', asset: 'points', unit: 'pt', on: '2026-03-03' } as const;
    const first = redeem({ ...ask, ledger: [A, B], amount: 12, key: '1' }).entries;
    const second = redeem({ ...ask, ledger: [A, B, ...first], amount: 6, key: '2' }).entries;
    const ledger = [A, B, ...first, ...second];
    const back = { on: '2026-03-04', ledger };
    const other = restoreRedemption({ ...back, redemption: '2', amount: 5, key: 'x' });
    const all = [...ledger, ...other.entries];
    // Of the first spend 10 of a and 2 of b, of which 2 of b come back first.
    const own = restoreRedemption({ ...back, ledger: all, redemption: '1', amount: 2, key: 'y' });
    expect(own).toMatchObject({ outcome: 'accepted', reason: null, available: 7 });
    expect(own.entries[0]).toMatchObject({
      key: '["restore","y"]',
      of: '["redeem","1"]',
      bookedOn: '2026-03-04',
      amount: 2,
      lots: [{ lot: 'b', amount: 2 }],
      payload: { redemption: '1', amount: 2 },
    });
    const rest = restoreRedemption({ ...back, ledger: [...all, ...own.entries], redemption: '1', key: 'z' });
    expect(rest.entries[0]).toMatchObject({ amount: 10, lots: [{ lot: 'a', amount: 10 }] });
    expect(rest.entries[0]?.lots).toHaveLength(1);
    expect(rest.entries[0]?.payload).toEqual({ redemption: '1', amount: null });
    const one = restoreRedemption({ ...back, ledger: all, redemption: '1', amount: 1, key: 'w' });
    expect(one.entries[0]?.lots).toEqual([{ lot: 'b', amount: 1 }]);
  });
});

describe('expiry', () => {
  const A = lot('a', 10, { expiresOn: '2026-03-31' });
  const spend = (amount: number) => loose('s', -amount, { on: '2026-03-03', lots: [{ lot: 'a', amount }] });
  const back = (on: string) => loose('b', 4, { kind: 'restore', on, lots: [{ lot: 'a', amount: 4 }] });
  it('is on the day after the last, or on the day something came back', () => {
    const on = (day: string) => expireLots([A, spend(9), back(day)], '2026-05-01').map((own) => [own.on, own.amount]);
    expect(on('2026-03-05')).toEqual([['2026-04-01', -5]]);
    expect(on('2026-04-01')).toEqual([['2026-04-01', -5]]);
    expect(on('2026-04-02')).toEqual([['2026-04-02', -5]]);
    expect(expireLots([A, spend(9)], '2026-05-01').map((own) => own.on)).toEqual(['2026-04-01']);
  });
  it('comes again for what came back later, under another key', () => {
    const ledger = [A, spend(9), ...expireLots([A, spend(9)], '2026-04-01'), back('2026-04-10')];
    expect(expireLots(ledger, '2026-05-01').map(({ key, amount }) => [key, amount])).toEqual([
      ['["expire","a",2]', -4],
    ]);
  });
});

describe('statements', () => {
  const own = [
    lot('b', 10, { on: '2026-03-02', pending: 5 }),
    lot('a', 20, { on: '2026-03-02' }),
    lot('d', 40, { on: '2026-03-01', pending: 3 }),
    lot('c', 80, { on: '2026-03-03' }),
    lot('m', 1, { asset: 'money', unit: 'EUR' }),
    lot('x', 2, { unit: 'aa' }),
  ];
  it('list entries by day and key, and kinds and units in order', () => {
    for (const ledger of [own, own.slice().reverse()]) {
      const told = toMemberStatement(ledger, 'lea', '2026-03-02', '2026-03-03');
      expect(told.map(({ asset, unit }) => [asset, unit])).toEqual([
        ['money', 'EUR'],
        ['points', 'aa'],
        ['points', 'pt'],
      ]);
      expect(told[2]).toMatchObject({ opening: { amount: 40, pending: 3 }, closing: { amount: 150, pending: 8 } });
      expect(told[2]?.entries.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    }
    expect(toMemberStatement(own, 'lea', '2026-03-01', '2026-03-03')[2]?.entries.map(({ key }) => key)).toEqual([
      'd',
      'a',
      'b',
      'c',
    ]);
  });
});

describe('liabilities', () => {
  it('are told by kind, unit and month, in order', () => {
    const ledger = [
      lot('n', 1),
      lot('l', 2, { expiresOn: '2026-12-31' }),
      lot('e', 4, { expiresOn: '2026-05-31', member: 'tom' }),
      lot('f', 8, { expiresOn: '2026-05-01' }),
      lot('x', 16, { unit: 'aa', expiresOn: '2026-06-30', member: 'kim' }),
      lot('y', 32, { asset: 'money', unit: 'EUR', member: 'ann' }),
      loose('z', 0, { member: 'zero' }),
      lot('q', 64, { expiresOn: '2026-07-31', member: 'abe' }),
    ];
    for (const own of [ledger, ledger.slice().reverse()]) {
      const told = foldLiability(own, { asOf: '2026-03-31' });
      expect(told.map(({ asset, unit, members }) => [asset, unit, members])).toEqual([
        ['money', 'EUR', 1],
        ['points', 'aa', 1],
        ['points', 'pt', 3],
      ]);
      expect(told[2]?.months).toEqual([
        { month: '2026-05', amount: 12 },
        { month: '2026-07', amount: 64 },
        { month: '2026-12', amount: 2 },
        { month: null, amount: 1 },
      ]);
      expect(told[0]?.months).toEqual([{ month: null, amount: 32 }]);
    }
  });
});

describe('what does not add up', () => {
  const found = (ledger: LedgerEntry[], more: object = {}) =>
    checkLedger({ ledger, ...more }).map(({ code, key, value }) => [code, key, value]);
  const A = lot('a', 10);
  const lots = (name: string, amount: number) => ({ lots: [{ lot: name, amount }] });

  it('lots', () => {
    expect(found([A, loose('s', -3, lots('a', 2))])).toEqual([['unbalanced-lots', 's', [2, 3]]]);
    expect(found([A, loose('s', -3, lots('gone', 3))])).toEqual([['unknown-lot', 's', 'gone']]);
    expect(found([A, entryOf({ key: 'e', amount: 0, award: 'a' }), loose('s', -3, lots('e', 3))])).toEqual([
      ['unknown-lot', 's', 'e'],
    ]);
    expect(found([A, loose('t', -1), loose('s', -3, lots('t', 3))])).toEqual([['unknown-lot', 's', 't']]);
    expect(found([A, lot('b', 5), loose('s', -11, lots('a', 11))])).toEqual([['overdrawn-lot', 'a', -1]]);
    expect(found([A, loose('s', -10, lots('a', 10))])).toEqual([]);
    const zero = loose('z', 0, {
      lots: [
        { lot: 'a', amount: 4 },
        { lot: 'a', amount: -4 },
      ],
    });
    expect(found([A, zero, loose('s', -10, lots('a', 10))])).toEqual([]);
  });
  it('transfers and returns', () => {
    const out = loose('o', -5, { kind: 'transfer-out' });
    const into = (amount: number, of: string | null) => loose('i', amount, { kind: 'transfer-in', member: 'tom', of });
    expect(found([A, out, into(5, 'o')])).toEqual([]);
    expect(found([A, out, into(4, 'o')])).toEqual([
      ['unmatched-transfer', 'i', 'o'],
      ['unmatched-transfer', 'o', null],
    ]);
    expect(found([A, into(4, null)])).toEqual([['unmatched-transfer', 'i', null]]);
    expect(found([A, into(10, 'a')])).toEqual([['unmatched-transfer', 'i', 'a']]);
    const spend = loose('s', -5);
    const back = (key: string, amount: number, of: string | null) => loose(key, amount, { kind: 'restore', of });
    expect(found([A, spend, back('b', 2, 's'), back('c', 3, 's')])).toEqual([]);
    expect(found([A, spend, back('b', 3, 's'), back('c', 3, 's')])).toEqual([['over-restored', 's', [6, 5]]]);
    expect(found([A, spend, back('b', 3, null)])).toEqual([['unknown-redemption', 'b', null]]);
    expect(found([A, spend, back('b', 3, 'a')])).toEqual([['unknown-redemption', 'b', 'a']]);
  });
  it('balances below zero that no entry told of', () => {
    expect(found([loose('s', -5)])).toEqual([['unflagged-negative', '["lea","points","pt"]', -5]]);
    expect(found([loose('s', -5, { negative: true })])).toEqual([]);
    expect(found([loose('s', -5, { negative: true }), loose('t', -1)])).toEqual([]);
    expect(found([loose('s', -5), loose('t', -1, { negative: true })])).toEqual([]);
    expect(found([A, loose('s', -10)])).toEqual([]);
  });
  it('grants that were settled or taken back twice since one correction', () => {
    const grant = entryOf({ key: 'g', kind: 'reserve', award: 'g', pending: 40, member: 'a' });
    const step = (kind: 'post' | 'void' | 'reverse', n: string, own: Partial<LedgerEntry>, round?: number) =>
      entryOf({
        kind,
        key: JSON.stringify([kind, 'g', n, ...(round === undefined ? [] : [round])]),
        award: 'g',
        member: 'a',
        ...own,
      });
    const settled = (...steps: LedgerEntry[]) => found([grant, ...steps]);
    const post = { amount: 10, pending: -10 };
    expect(settled(step('post', '1', post))).toEqual([]);
    expect(settled(step('post', '1', post), step('void', '1', { pending: -30 }))).toEqual([['resolved-twice', 'g', 2]]);
    expect(settled(step('post', '1', post), step('post', '1', post, 1))).toEqual([]);
    expect(settled(step('post', '1', post, 1), step('post', '2', post, 1))).toEqual([['resolved-twice', 'g', 2]]);
    const other = entryOf({ ...grant, key: 'h', member: 'b' });
    const both = (...steps: LedgerEntry[]) => found([grant, other, ...steps]);
    expect(both(step('post', '1', post), step('post', '2', { ...post, member: 'b' }))).toEqual([]);
    expect(both(step('post', '1', { amount: 40, pending: -50 }))).toEqual([['pending-below-zero', 'g', -10]]);
    expect(
      both(step('post', '1', { amount: 40, pending: -40 }), step('reverse', '1', { amount: -45, negative: true })),
    ).toEqual([['over-reversed', 'g', -5]]);
  });
  it('rules and budgets that are unknown or differ', () => {
    const known = { rules: [{ id: 'r' }] };
    expect(found([A, lot('b', 1, { rule: { id: 'q', version: 1, generation: 1 } })], known)).toEqual([
      ['unknown-rule', 'q', 'q'],
    ]);
    expect(found([A, loose('s', -1)], known)).toEqual([]);
    const effect = (posted: number, reserved: number) => ({ budget: 'b', budgetEffect: { posted, reserved } });
    const budget = { id: 'b', unit: 'pt', limit: 10, posted: 6, reserved: 4 };
    expect(found([lot('a', 6, effect(6, 4))], { budgets: [budget] })).toEqual([]);
    expect(found([lot('a', 6, effect(6, 4))], { budgets: [{ ...budget, limit: 9 }] })).toEqual([
      ['budget-exceeded', 'b', [10, 9]],
    ]);
    expect(found([lot('a', 6, effect(6, 3))], { budgets: [budget] })).toEqual([
      ['budget-mismatch', 'b', { figure: 'reserved', found: 4, expected: 3 }],
    ]);
    expect(found([lot('a', 6, effect(2, 1)), lot('c', 1, effect(4, 3))], { budgets: [budget] })).toEqual([]);
    expect(found([A, lot('c', 1, { budget: 'b' })], { budgets: [] })).toEqual([]);
    expect(
      found([lot('c', 1, { budgetEffect: { posted: 1, reserved: 0 } })], {
        budgets: [{ ...budget, posted: 0, reserved: 0 }],
      }),
    ).toEqual([]);
    expect(found([], { budgets: [{ ...budget, posted: 0 }] })).toEqual([
      ['budget-mismatch', 'b', { figure: 'reserved', found: 4, expected: 0 }],
    ]);
  });
  it('of entries of one key that differ, the first in text order stands', () => {
    const spend = (amount: number) => loose('s', -amount);
    // 11 and 12 are more than there is; "-11" comes before "-12".
    for (const ledger of [
      [A, spend(12), spend(11)],
      [A, spend(11), spend(12)],
    ])
      expect(found(ledger)).toEqual([
        ['conflicting-key', 's', 2],
        ['unflagged-negative', '["lea","points","pt"]', -1],
      ]);
    expect(found([A, A, A])).toEqual([['duplicate-key', 'a', 3]]);
  });
});
