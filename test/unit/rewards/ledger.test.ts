import { describe, expect, it } from 'vitest';

import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import { expireLots } from '../../../src/rewards/ledger/expireLots.js';
import { foldLedger } from '../../../src/rewards/ledger/foldLedger.js';
import { foldLiability } from '../../../src/rewards/ledger/foldLiability.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import { redeem } from '../../../src/rewards/ledger/redeem.js';
import { restoreRedemption } from '../../../src/rewards/ledger/restoreRedemption.js';
import { toMemberStatement } from '../../../src/rewards/ledger/toMemberStatement.js';
import { transferPoints } from '../../../src/rewards/ledger/transferPoints.js';
import { entryOf } from './entriesOfLedger.js';

const entry = (own: Partial<LedgerEntry> & Pick<LedgerEntry, 'key'>): LedgerEntry =>
  entryOf({ on: '2026-01-10', bookedOn: '2026-01-10', award: own.key, ...own });

const A = entry({ key: 'a', amount: 100, expiresOn: '2026-06-30' });
const B = entry({ key: 'b', amount: 50, expiresOn: '2026-03-31', on: '2026-01-12' });
const C = entry({ key: 'c', amount: 70, on: '2026-01-11' });
const LEDGER = [A, B, C];
const ask = { member: 'lea', asset: 'points', unit: 'pt', on: '2026-02-01' } as const;

const available = (ledger: readonly LedgerEntry[], asOf: string, member = 'lea'): number | undefined =>
  foldLedger(ledger, { asOf }).find((balance) => balance.member === member)?.available;

describe('foldLedger', () => {
  it('lists lots first expiring first, what never expires last', () => {
    expect(foldLedger(LEDGER, { asOf: '2026-02-01' })).toEqual([
      {
        member: 'lea',
        asset: 'points',
        unit: 'pt',
        available: 220,
        pending: 0,
        expired: 0,
        spent: 0,
        granted: 220,
        transferred: 0,
        lots: [
          { key: 'b', amount: 50, on: '2026-01-12', expiresOn: '2026-03-31' },
          { key: 'a', amount: 100, on: '2026-01-10', expiresOn: '2026-06-30' },
          { key: 'c', amount: 70, on: '2026-01-11', expiresOn: null },
        ],
      },
    ]);
  });
  it('breaks ties of the last day by the day a lot was made on, then by key', () => {
    const lots = [
      entry({ key: 'z', amount: 1, on: '2026-01-02' }),
      entry({ key: 'y', amount: 1, on: '2026-01-02' }),
      entry({ key: 'x', amount: 1, on: '2026-01-01' }),
      entry({ key: 'w', amount: 1, on: '2026-01-03' }),
    ];
    expect(foldLedger(lots, { asOf: '2026-02-01' })[0]?.lots.map(({ key }) => key)).toEqual(['x', 'y', 'z', 'w']);
  });
  it('lets a lot be spent on its last day, and not on the day after', () => {
    expect(foldLedger(LEDGER, { asOf: '2026-03-31' })[0]).toMatchObject({ available: 220, expired: 0 });
    expect(foldLedger(LEDGER, { asOf: '2026-04-01' })[0]).toMatchObject({ available: 170, expired: 50 });
  });
  it('counts entries from their day on', () => {
    expect(available(LEDGER, '2026-01-10')).toBe(100);
    expect(available(LEDGER, '2026-01-11')).toBe(170);
  });
  it('keeps members, kinds and units apart, in code-unit order', () => {
    const own = [
      entry({ key: '1', member: 'é', amount: 1 }),
      entry({ key: '2', unit: 'EUR', asset: 'money', amount: 2 }),
      entry({ key: '3', member: 'Z', amount: 3 }),
      A,
    ];
    expect(foldLedger(own, { asOf: '2026-02-01' }).map(({ member, unit }) => [member, unit])).toEqual([
      ['Z', 'pt'],
      ['lea', 'EUR'],
      ['lea', 'pt'],
      ['é', 'pt'],
    ]);
  });
  it('shows what is reserved', () => {
    const reserved = entry({ key: 'r', kind: 'reserve', pending: 40 });
    expect(foldLedger([reserved], { asOf: '2026-02-01' })[0]).toMatchObject({ available: 0, pending: 40, lots: [] });
  });
  it('takes a reversal from its own lot first, then from the first to expire', () => {
    const reverse = (amount: number) =>
      entry({ key: 'rev', kind: 'reverse', award: 'a', on: '2026-02-01', amount: -amount });
    const lots = (amount: number) =>
      foldLedger([...LEDGER, reverse(amount)], { asOf: '2026-02-01' })[0]?.lots.map(({ key, amount: left }) => [
        key,
        left,
      ]);
    expect(lots(60)).toEqual([
      ['b', 50],
      ['a', 40],
      ['c', 70],
    ]);
    const { entries } = redeem({ ...ask, ledger: LEDGER, amount: 80, key: 's' });
    // 50 of b and 30 of a are spent: of the 100 to take back 70 are in a, the rest comes from c.
    expect(foldLedger([...LEDGER, ...entries, reverse(100)], { asOf: '2026-02-01' })[0]?.lots).toEqual([
      { key: 'c', amount: 40, on: '2026-01-11', expiresOn: null },
    ]);
  });
  it('shows a debt as less than nothing, and a later grant pays it', () => {
    const { entries } = redeem({ ...ask, ledger: [A], amount: 80, key: 's' });
    const taken = entry({ key: 'rev', kind: 'reverse', award: 'a', on: '2026-02-02', amount: -100, negative: true });
    const ledger = [A, ...entries, taken];
    expect(foldLedger(ledger, { asOf: '2026-02-02' })[0]).toMatchObject({
      available: -80,
      granted: 0,
      spent: 80,
      lots: [],
    });
    const later = entry({ key: 'd', amount: 90, on: '2026-02-03' });
    expect(foldLedger([...ledger, later], { asOf: '2026-02-03' })[0]).toMatchObject({
      available: 10,
      lots: [{ key: 'd', amount: 10 }],
    });
    expect(redeem({ ...ask, on: '2026-02-03', ledger: [...ledger, later], amount: 11, key: 't' }).reason).toBe(
      'insufficient',
    );
  });
  it('refuses sums that are no longer exact, and what is no ledger', () => {
    const huge = (key: string) => entry({ key, amount: Number.MAX_SAFE_INTEGER });
    expect(() => foldLedger([huge('a'), huge('b')], { asOf: '2026-02-01' })).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT' }),
    );
    expect(() => foldLedger(null as never, { asOf: '2026-02-01' })).toThrow(/foldLedger: ledger/);
    expect(() => foldLedger([], { asOf: 'today' })).toThrow(/foldLedger: option "asOf"/);
    expect(() => foldLedger([], undefined as never)).toThrow(/foldLedger: options/);
  });
});

describe('redeem', () => {
  it('keeps which lots it was taken from', () => {
    const move = redeem({ ...ask, ledger: LEDGER, amount: 120, key: 'order-1' });
    expect(move).toMatchObject({ outcome: 'accepted', reason: null, available: 220 });
    expect(move.entries).toMatchObject([
      {
        key: '["redeem","order-1"]',
        kind: 'redeem',
        amount: -120,
        bookedOn: '2026-02-01',
        lots: [
          { lot: 'b', amount: 50 },
          { lot: 'a', amount: 70 },
        ],
      },
    ]);
    expect(available([...LEDGER, ...move.entries], '2026-02-01')).toBe(100);
  });
  it('spends all that is there, and no more', () => {
    expect(redeem({ ...ask, ledger: LEDGER, amount: 220, key: 's' }).outcome).toBe('accepted');
    expect(redeem({ ...ask, ledger: LEDGER, amount: 221, key: 's' })).toEqual({
      outcome: 'refused',
      reason: 'insufficient',
      available: 220,
      entries: [],
    });
  });
  it('touches no lot that is made later or has ended', () => {
    expect(redeem({ ...ask, on: '2026-01-10', ledger: LEDGER, amount: 101, key: 's' }).available).toBe(100);
    expect(redeem({ ...ask, on: '2026-04-01', ledger: LEDGER, amount: 171, key: 's' }).available).toBe(170);
  });
  it('spends once for one id; the id of another spend is a conflict', () => {
    const { entries } = redeem({ ...ask, ledger: LEDGER, amount: 10, key: 's' });
    const ledger = [...LEDGER, ...entries];
    expect(redeem({ ...ask, ledger, amount: 10, key: 's' })).toMatchObject({
      outcome: 'duplicate',
      reason: null,
      entries: [],
    });
    expect(redeem({ ...ask, ledger, amount: 11, key: 's' })).toMatchObject({
      outcome: 'refused',
      reason: 'conflict',
      entries: [],
    });
  });
  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: 1.5 }, 'amount'],
    [{ member: '' }, 'member'],
    [{ unit: '' }, 'unit'],
    [{ asset: 'gold' }, 'asset'],
    [{ key: '' }, 'key'],
    [{ on: '2026-02-30' }, 'on'],
    [{ bookedOn: 'x' }, 'bookedOn'],
  ])('refuses %j', (own, name) => {
    expect(() => redeem({ ...ask, ledger: LEDGER, amount: 1, key: 's', ...own } as never)).toThrow(
      `redeem: option "${name}"`,
    );
  });
});

describe('restoreRedemption', () => {
  const spent = [...LEDGER, ...redeem({ ...ask, ledger: LEDGER, amount: 120, key: 'o' }).entries];
  const back = { redemption: 'o', on: '2026-02-10', key: 'r1' };

  it('gives all back to the same lots', () => {
    const move = restoreRedemption({ ...back, ledger: spent });
    expect(move.entries).toMatchObject([{ kind: 'restore', amount: 120, member: 'lea', of: '["redeem","o"]' }]);
    const before = foldLedger(LEDGER, { asOf: '2026-02-10' });
    expect(foldLedger([...spent, ...move.entries], { asOf: '2026-02-10' })).toEqual(before);
  });
  it('gives a part back to what expires last', () => {
    const part = restoreRedemption({ ...back, ledger: spent, amount: 80 });
    expect(part.entries[0]?.lots).toEqual([
      { lot: 'a', amount: 70 },
      { lot: 'b', amount: 10 },
    ]);
    const ledger = [...spent, ...part.entries];
    const rest = restoreRedemption({ ...back, ledger, key: 'r2' });
    expect(rest.entries[0]).toMatchObject({ amount: 40, lots: [{ lot: 'b', amount: 40 }] });
    expect(restoreRedemption({ ...back, ledger, key: 'r2', amount: 41 }).reason).toBe('already-restored');
    expect(restoreRedemption({ ...back, ledger: [...ledger, ...rest.entries], key: 'r3' }).reason).toBe(
      'already-restored',
    );
  });
  it('gives back what ended meanwhile as ended, and it is written off again', () => {
    const ended = [...spent, ...expireLots(spent, '2026-04-02')];
    const move = restoreRedemption({ ...back, ledger: ended, on: '2026-04-10' });
    const ledger = [...ended, ...move.entries];
    expect(foldLedger(ledger, { asOf: '2026-04-10' })[0]).toMatchObject({ available: 170, expired: 50, spent: 0 });
    expect(expireLots(ledger, '2026-04-10')).toMatchObject([
      { key: '["expire","b",1]', on: '2026-04-10', amount: -50 },
    ]);
  });
  it('gives back once for one id', () => {
    const ledger = [...spent, ...restoreRedemption({ ...back, ledger: spent, amount: 10 }).entries];
    expect(restoreRedemption({ ...back, ledger, amount: 10 }).outcome).toBe('duplicate');
    expect(restoreRedemption({ ...back, ledger, amount: 20 }).reason).toBe('conflict');
    expect(restoreRedemption({ ...back, ledger: [] }).reason).toBe('unknown-redemption');
  });
  it('refuses options out of place', () => {
    expect(() => restoreRedemption({ ...back, ledger: spent, amount: 0 })).toThrow(/option "amount"/);
    expect(() => restoreRedemption({ ...back, ledger: spent, redemption: '' })).toThrow(/option "redemption"/);
    expect(() => restoreRedemption(null as never)).toThrow(/restoreRedemption: options/);
  });
});

describe('expireLots', () => {
  it('writes off what is left, on the day after the last', () => {
    expect(expireLots(LEDGER, '2026-03-31')).toEqual([]);
    const entries = expireLots(LEDGER, '2026-07-15');
    expect(entries).toMatchObject([
      {
        key: '["expire","b",1]',
        kind: 'expire',
        on: '2026-04-01',
        bookedOn: '2026-07-15',
        amount: -50,
        award: 'b',
        lots: [{ lot: 'b', amount: 50 }],
      },
      { key: '["expire","a",1]', kind: 'expire', on: '2026-07-01', amount: -100 },
    ]);
    expect(expireLots([...LEDGER, ...entries], '2026-07-15')).toEqual([]);
    expect(foldLedger([...LEDGER, ...entries], { asOf: '2026-07-15' })).toEqual(
      foldLedger(LEDGER, { asOf: '2026-07-15' }),
    );
  });
});

describe('transferPoints', () => {
  const move = { from: 'lea', to: 'tom', asset: 'points', unit: 'pt', on: '2026-02-01', key: 't' } as const;
  it('moves lots with their last days', () => {
    const { outcome, entries } = transferPoints({ ...move, ledger: LEDGER, amount: 60 });
    expect(outcome).toBe('accepted');
    expect(entries.map(({ kind, member, amount, expiresOn, of }) => [kind, member, amount, expiresOn, of])).toEqual([
      ['transfer-out', 'lea', -50, null, null],
      ['transfer-in', 'tom', 50, '2026-03-31', '["transfer-out","t",1]'],
      ['transfer-out', 'lea', -10, null, null],
      ['transfer-in', 'tom', 10, '2026-06-30', '["transfer-out","t",2]'],
    ]);
    const ledger = [...LEDGER, ...entries];
    expect(available(ledger, '2026-02-01')).toBe(160);
    expect(available(ledger, '2026-02-01', 'tom')).toBe(60);
    expect(available(ledger, '2026-04-01', 'tom')).toBe(10);
    expect(foldLedger(ledger, { asOf: '2026-02-01' })[1]).toMatchObject({ granted: 0, transferred: 60 });
    expect(checkLedger({ ledger })).toEqual([]);
    expect(transferPoints({ ...move, ledger, amount: 60 }).outcome).toBe('duplicate');
    expect(transferPoints({ ...move, ledger, amount: 61 }).reason).toBe('conflict');
  });
  it('refuses more than there is', () => {
    expect(transferPoints({ ...move, ledger: LEDGER, amount: 221 })).toMatchObject({
      reason: 'insufficient',
      available: 220,
    });
    expect(() => transferPoints({ ...move, to: 'lea', ledger: LEDGER, amount: 1 })).toThrow(/option "to"/);
  });
});

describe('toMemberStatement', () => {
  it('opens, lists and closes, and follows on', () => {
    const spend = redeem({ ...ask, ledger: LEDGER, amount: 30, key: 's' }).entries;
    const ledger = [...spend, ...LEDGER, entry({ key: 'o', member: 'tom', amount: 5 })];
    const january = toMemberStatement(ledger, 'lea', '2026-01-11', '2026-01-31');
    expect(january).toEqual([
      {
        member: 'lea',
        asset: 'points',
        unit: 'pt',
        from: '2026-01-11',
        through: '2026-01-31',
        opening: { amount: 100, pending: 0 },
        entries: [C, B],
        closing: { amount: 220, pending: 0 },
      },
    ]);
    const [february] = toMemberStatement(ledger, 'lea', '2026-02-01', '2026-02-28');
    expect(february).toMatchObject({ opening: january[0]?.closing, closing: { amount: 190, pending: 0 } });
    expect(toMemberStatement(ledger, 'lea', '2026-01-01', '2026-01-09')).toEqual([]);
    expect(toMemberStatement(ledger, 'lea', '2026-01-10', '2026-01-10')[0]?.entries).toEqual([A]);
  });
});

describe('foldLiability', () => {
  it('sums up what is owed, by month', () => {
    const ledger = [
      ...LEDGER,
      entry({ key: 'd', member: 'tom', amount: 5, expiresOn: '2026-06-01' }),
      entry({ key: 'r', kind: 'reserve', pending: 40 }),
    ];
    expect(foldLiability(ledger, { asOf: '2026-02-01' })).toEqual([
      {
        asset: 'points',
        unit: 'pt',
        available: 225,
        pending: 40,
        owed: 265,
        debts: 0,
        members: 2,
        months: [
          { month: '2026-03', amount: 50 },
          { month: '2026-06', amount: 105 },
          { month: null, amount: 70 },
        ],
      },
    ]);
  });
  it('does not set the debts of one against what is owed to another', () => {
    const debt = entry({ key: 'rev', kind: 'reverse', member: 'tom', amount: -30, negative: true, award: 'x' });
    expect(foldLiability([A, debt], { asOf: '2026-02-01' })[0]).toMatchObject({
      available: 100,
      debts: 30,
      members: 1,
    });
  });
});

describe('checkLedger', () => {
  const codes = (ledger: readonly LedgerEntry[]): string[] => checkLedger({ ledger }).map(({ code }) => code);
  const reserve = entry({ key: 'r', kind: 'reserve', pending: 40 });
  const step = (key: string, own: Partial<LedgerEntry>): LedgerEntry => entry({ key, award: 'r', ...own });

  it('has nothing to say of what adds up', () => {
    const spend = redeem({ ...ask, ledger: LEDGER, amount: 120, key: 's' }).entries;
    const restore = restoreRedemption({
      ledger: [...LEDGER, ...spend],
      redemption: 's',
      on: '2026-02-02',
      key: 'b',
    }).entries;
    expect(
      codes([...LEDGER, ...spend, ...restore, reserve, step('p', { kind: 'post', amount: 30, pending: -40 })]),
    ).toEqual([]);
  });
  it.each<[string, readonly LedgerEntry[]]>([
    ['duplicate-key', [A, A]],
    ['conflicting-key', [A, { ...A, amount: 99 }]],
    ['unknown-award', [step('p', { kind: 'post', amount: 1 })]],
    ['pending-below-zero', [reserve, step('v', { kind: 'void', pending: -41 })]],
    [
      'unknown-lot',
      [A, entry({ key: 's', kind: 'redeem', award: null, amount: -1, lots: [{ lot: 'nowhere', amount: 1 }] })],
    ],
    [
      'unbalanced-lots',
      [A, entry({ key: 's', kind: 'redeem', award: null, amount: -2, lots: [{ lot: 'a', amount: 1 }] })],
    ],
    [
      'overdrawn-lot',
      [A, C, entry({ key: 's', kind: 'redeem', award: null, amount: -101, lots: [{ lot: 'a', amount: 101 }] })],
    ],
    ['unmatched-transfer', [A, entry({ key: 'o', kind: 'transfer-out', award: null, amount: -1 })]],
    ['unmatched-transfer', [entry({ key: 'i', kind: 'transfer-in', award: null, amount: 1, of: 'o' })]],
    ['unknown-redemption', [entry({ key: 'b', kind: 'restore', award: null, amount: 1, of: 'gone' })]],
    [
      'over-restored',
      [
        A,
        entry({ key: 's', kind: 'redeem', award: null, amount: -1 }),
        entry({ key: 'b', kind: 'restore', award: null, amount: 2, of: 's' }),
      ],
    ],
    ['unflagged-negative', [A, entry({ key: 's', kind: 'redeem', award: null, amount: -101 })]],
  ])('finds %s', (code, ledger) => {
    expect(codes(ledger)).toEqual([code]);
    expect(codes(ledger.slice().reverse())).toEqual([code]);
  });
  it('finds what was settled or taken back twice', () => {
    const post = (key: string) => step(key, { kind: 'post', amount: 20, pending: -20 });
    expect(codes([reserve, post('p'), post('q')])).toEqual(['resolved-twice']);
    const reverse = (key: string) => entry({ key, kind: 'reverse', award: 'a', amount: -60 });
    expect(codes([A, C, reverse('x'), reverse('y')])).toEqual(['over-reversed', 'reversed-twice']);
  });
  it('finds sums that are no longer exact', () => {
    const huge = (key: string) => entry({ key, amount: Number.MAX_SAFE_INTEGER });
    expect(checkLedger({ ledger: [huge('a'), huge('b')] })).toEqual([
      { code: 'unsafe-sum', key: '["lea","points","pt"]', value: '18014398509481982' },
    ]);
  });
  it('finds rules that nobody knows', () => {
    expect(checkLedger({ ledger: [A], rules: [] })).toEqual([{ code: 'unknown-rule', key: 'r', value: 'r' }]);
  });
  it('compares budgets with their entries, and with their limits', () => {
    const paid = entry({ key: 'p', amount: 60, budget: 'b', budgetEffect: { posted: 60, reserved: 0 } });
    const budget = { id: 'b', unit: 'pt', limit: 100, posted: 60, reserved: 0 };
    expect(checkLedger({ ledger: [paid], budgets: [budget] })).toEqual([]);
    expect(checkLedger({ ledger: [paid], budgets: [{ ...budget, posted: 120 }] })).toEqual([
      { code: 'budget-exceeded', key: 'b', value: [120, 100] },
      { code: 'budget-mismatch', key: 'b', value: { figure: 'posted', found: 120, expected: 60 } },
    ]);
    expect(checkLedger({ ledger: [paid], budgets: [] })).toEqual([{ code: 'unknown-budget', key: 'b', value: 'b' }]);
  });
  it('refuses what is none', () => {
    expect(() => checkLedger(null as never)).toThrow(/checkLedger: input/);
    expect(() => checkLedger({ ledger: [], budgets: 5 as never })).toThrow(/option "budgets"/);
    expect(() => checkLedger({ ledger: [], rules: 5 as never })).toThrow(/option "rules"/);
  });
});
