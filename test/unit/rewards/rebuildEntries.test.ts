import { describe, expect, it } from 'vitest';

import { evaluateRewards, type RewardInput } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { rebuildEntries } from '../../../src/rewards/evaluation/rebuildEntries.js';
import { expireLots } from '../../../src/rewards/ledger/expireLots.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { entryOf } from './entriesOfLedger.js';
import { eventFact } from './mechanics.js';

const AS_OF = '2026-04-30';
const correct = (
  actual: readonly LedgerEntry[],
  rebuilt: readonly LedgerEntry[],
  expired: readonly LedgerEntry[] = [],
): LedgerEntry[] => rebuildEntries(actual, rebuilt, expired, AS_OF);
const grant = (amount: number, own: Partial<LedgerEntry> = {}) => entryOf({ key: 'root', amount, ...own });
const step = (kind: LedgerEntry['kind'], amount: number, own: Partial<LedgerEntry> = {}) =>
  entryOf({ kind, key: `["${kind}","a","lea"]`, amount, on: '2026-03-05', ...own });
const keyOf = (award: string, round: number, member: string, budget = '') =>
  JSON.stringify(['correct', award, round, member, 'points', 'pt', budget]);

describe('a correction', () => {
  it('of a grant that is found no more takes back what it was, where it was', () => {
    const own = {
      account: 'acme',
      network: 'north',
      expiresOn: '2026-12-31',
      desired: 90,
      payload: { version: 1 },
      negative: true,
      lots: [{ lot: 'l', amount: 1 }],
    };
    expect(correct([grant(60, own)], [])).toEqual([
      {
        ...grant(60, own),
        key: keyOf('a', 1, 'lea'),
        kind: 'correct',
        bookedOn: AS_OF,
        amount: -60,
        desired: null,
        fact: null,
        lots: [],
        negative: false,
      },
    ]);
  });
  it('of a grant without payload has none', () => {
    expect(correct([grant(60)], [])[0]?.payload).toBe(null);
  });
  it('comes in the order of grants, and of members within one', () => {
    const actual = ['b', 'c', 'a'].flatMap((award) =>
      ['tom', 'kim'].map((member) => grant(60, { key: `${award} ${member}`, award, member })),
    );
    const wanted = ['a', 'b', 'c'].flatMap((award) => ['kim', 'tom'].map((member) => [award, member]));
    for (const ledger of [actual, actual.slice().reverse()])
      expect(correct(ledger, []).map(({ award, member }) => [award, member])).toEqual(wanted);
  });
  it('gives the difference of every figure, also where only one differs', () => {
    const budget = (posted: number, reserved: number) => ({ budget: 'b', budgetEffect: { posted, reserved } });
    const change = (before: Partial<LedgerEntry>, after: Partial<LedgerEntry>) =>
      correct([grant(60, before)], [grant(60, after)]).map(({ key, amount, pending, budgetEffect }) => [
        key,
        amount,
        pending,
        budgetEffect,
      ]);
    expect(change({ pending: 5 }, { pending: 8 })).toEqual([[keyOf('a', 1, 'lea'), 0, 3, null]]);
    expect(change({ amount: 50 }, { amount: 80 })).toEqual([[keyOf('a', 1, 'lea'), 30, 0, null]]);
    expect(change(budget(60, 0), budget(50, 0))).toEqual([
      [keyOf('a', 1, 'lea', 'b'), 0, 0, { posted: -10, reserved: 0 }],
    ]);
    expect(change(budget(0, 9), budget(0, 4))).toEqual([
      [keyOf('a', 1, 'lea', 'b'), 0, 0, { posted: 0, reserved: -5 }],
    ]);
    expect(change({}, budget(7, 2))).toEqual([
      [keyOf('a', 1, 'lea', 'b'), 60, 0, { posted: 7, reserved: 2 }],
      [keyOf('a', 1, 'lea'), -60, 0, null],
    ]);
  });
  it('of a grant that moved comes once, on its new day, account and network', () => {
    const team = (own: Partial<LedgerEntry>) =>
      ['tom', 'kim'].map((member) => grant(60, { key: member, member, ...own }));
    for (const own of [{ on: '2026-03-09' }, { account: 'acme' }, { network: 'north' }])
      expect(correct(team({}), team(own))).toMatchObject([
        { member: 'kim', amount: 0, on: '2026-03-02', account: null, network: null, ...own },
      ]);
    expect(correct(team({}), team({}))).toEqual([]);
  });
  it('of steps whose grant is not there stays where they are', () => {
    const orphan = step('post', 5, { pending: -5, account: 'acme', network: 'north' });
    expect(correct([orphan], [])).toEqual([
      {
        ...orphan,
        key: keyOf('a', 1, 'lea'),
        kind: 'correct',
        bookedOn: AS_OF,
        amount: -5,
        pending: 5,
        fact: null,
      },
    ]);
    const found = grant(0, { on: '2026-03-01', account: 'beta', network: 'south' });
    expect(correct([orphan], [found])).toMatchObject([
      { amount: -5, pending: 5, on: '2026-03-01', account: 'beta', network: 'south' },
    ]);
  });
  it('is of a round of its own', () => {
    const first = step('correct', -10, { key: keyOf('a', 1, 'lea') });
    expect(correct([grant(60), first], [grant(60)]).map(({ key, amount }) => [key, amount])).toEqual([
      [keyOf('a', 2, 'lea'), 10],
    ]);
    expect(
      correct([grant(60), step('correct', 0, { key: keyOf('a', 1, 'lea'), on: '2026-03-02' })], [grant(60)]),
    ).toEqual([]);
  });
  it('speaks as the grant does, else as the first of its entries by key, and ends as what brought something', () => {
    const tell = (found: LedgerEntry[]) =>
      correct([grant(1)], found).map(({ subject, expiresOn, amount }) => [subject, expiresOn, amount]);
    const found = [
      step('post', 60, { key: 'a', subject: 'post', expiresOn: '2026-06-30' }),
      grant(0, { key: 'z', kind: 'reserve', subject: 'root', expiresOn: '2026-01-31' }),
      step('void', -20, { key: 'b', subject: 'void', expiresOn: '2026-02-28' }),
      step('post', 0, { key: 'A', subject: 'none', expiresOn: '2026-03-31' }),
    ];
    expect(tell(found)).toEqual([['root', '2026-06-30', 39]]);
    expect(tell(found.slice().reverse())).toEqual([['root', '2026-06-30', 39]]);
    expect(tell([grant(0, { subject: 'root', expiresOn: '2026-01-31' })])).toEqual([['root', '2026-01-31', -1]]);
    // In another unit there are only steps: the first by key speaks.
    const other = ['q', 'p', 'r'].map((key) =>
      step('post', 5, { key, unit: 'xp', subject: key, expiresOn: `2026-0${key.length}-01` }),
    );
    for (const steps of [other, other.slice().reverse()])
      expect(
        correct([grant(1)], [grant(2), ...steps]).map(({ unit, subject, amount }) => [unit, subject, amount]),
      ).toEqual([
        ['pt', 'lea', 1],
        ['xp', 'p', 15],
      ]);
  });
  it('of another unit stands where the grant does', () => {
    const found = [
      grant(2, { account: 'acme', network: 'north' }),
      step('post', 5, { unit: 'xp', account: 'b', network: 'c' }),
    ];
    expect(correct([grant(1)], found).map(({ unit, account, network }) => [unit, account, network])).toEqual([
      ['pt', 'acme', 'north'],
      ['xp', 'acme', 'north'],
    ]);
  });
  it('takes no more than has not expired', () => {
    const expired = (amount: number, own: Partial<LedgerEntry> = {}) =>
      entryOf({ kind: 'expire', amount: -amount, ...own });
    const taken = (after: number, ...gone: LedgerEntry[]) =>
      correct([grant(60)], after === 0 ? [] : [grant(after)], gone).map(({ amount }) => amount);
    expect(taken(0, expired(40))).toEqual([-20]);
    expect(taken(0, expired(30), expired(10))).toEqual([-20]);
    expect(taken(50, expired(40))).toEqual([-10]);
    expect(taken(30, expired(40))).toEqual([-20]);
    expect(taken(0, expired(60))).toEqual([]);
    expect(taken(0, expired(70))).toEqual([]);
    expect(taken(80, expired(40))).toEqual([20]);
    for (const own of [{ member: 'tom' }, { asset: 'money' }, { unit: 'xp' }, { award: 'b' }] as const)
      expect(taken(0, expired(40, own))).toEqual([-60]);
  });

  // 2026-03-05 is day 20517 from 1970-01-01: what comes of grants there has the stamp 82070.
  const returned = (amount: number) => ({ member: 'lea', unit: 'pt', budget: null, stamp: 82_070, amount, spent: 0 });
  it('names the reversal that stands, and says what was given back and when', () => {
    const undone = step('reverse', -60, { on: '2026-03-09' });
    const found = [grant(60), step('reverse', -60)];
    expect(correct([grant(60), undone], found)).toMatchObject([
      { amount: 0, of: '["reverse","a","lea"]', on: '2026-03-02', payload: { returned: [returned(-60)] } },
    ]);
    expect(
      correct([grant(60, { payload: { v: 1 } }), undone], [grant(50, { payload: { v: 2 } }), step('reverse', -50)]),
    ).toMatchObject([{ amount: 0, payload: { v: 2, returned: [returned(-50)] } }]);
    expect(correct([grant(60), undone], [grant(60)])).toMatchObject([{ amount: 60, of: null, payload: null }]);
  });
  it('comes where a reversal of nothing is no more, and not where it only moved', () => {
    const none = step('reverse', 0);
    expect(correct([grant(60), none], [grant(60)])).toMatchObject([{ amount: 0, of: null }]);
    expect(correct([grant(60), none], [grant(60), step('reverse', 0, { on: '2026-03-09' })])).toEqual([]);
    expect(correct([grant(0)], [])).toEqual([]);
  });
});

describe('what is no correction', () => {
  it('is added as it is: new grants, and new steps of grants that stand', () => {
    const next = grant(5, { key: 'new', award: 'n' });
    const undone = step('reverse', -60);
    expect(correct([grant(60)], [grant(60), undone, next])).toEqual([undone, next]);
    expect(correct([grant(60), undone], [grant(60), undone])).toEqual([]);
    expect(correct([], [grant(60, { award: null })])).toEqual([]);
    expect(correct([grant(60)], [grant(50), step('reverse', -45), next])).toMatchObject([
      { key: 'new' },
      { kind: 'correct', amount: -55 },
    ]);
  });
});

const RULE: RewardRule = {
  format: 1,
  id: 'r',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['what'],
  when: { op: 'known', fact: ['v'] },
  grant: {
    kind: 'points',
    unit: 'pt',
    amount: { kind: 'proportional', fact: ['v'], basisPoints: 10_000, rounding: 'floor' },
  },
  onUnknown: 'hold',
};
const sale = (id: string, v: number, own: RewardFact['data'] = {}, on = '2026-03-02'): RewardFact =>
  eventFact(id, 'sale', on, { who: 'lea', what: 'x', v, ...own });
const undo = (on: string): RewardFact => eventFact('u', 'undo', on, { who: 'lea', what: 'x', v: 1 });
const run = (own: Partial<RewardRule>, facts: readonly RewardFact[], more: Partial<RewardInput> = {}) =>
  evaluateRewards({ rules: [{ ...RULE, ...own }], facts, asOf: AS_OF, ...more });
const again = (ledger: readonly LedgerEntry[], more: Partial<RewardInput> = {}) =>
  ({ ledger, mode: 'rebuild', rebuildFrom: '2026-03-01', ...more }) as const;

describe('a rebuild', () => {
  it('leaves what expired as it is, and takes nothing of it once more', () => {
    const own: Partial<RewardRule> = { expiry: { afterDays: 10 } };
    const first = run(own, [sale('f', 60)]).entries;
    const ledger = [...first, ...expireLots(first, AS_OF)];
    expect(ledger.map(({ amount }) => amount)).toEqual([60, -60]);
    expect(run(own, [], again(ledger)).entries).toEqual([]);
    expect(run(own, [sale('f', 60)], again(ledger)).entries).toEqual([]);
    expect(run(own, [sale('f', 80)], again(ledger)).entries).toMatchObject([{ kind: 'correct', amount: 20 }]);
    const spent = entryOf({ key: 's', kind: 'redeem', award: null, rule: null, amount: -45, on: '2026-03-03' });
    const partly = [...first, spent, entryOf({ ...ledger[1], key: 'e', amount: -15 })];
    expect(run(own, [], again(partly)).entries).toMatchObject([{ kind: 'correct', amount: -45, negative: true }]);
  });
  it('leaves what members did, and steps whose grant is not there', () => {
    const ledger = [
      entryOf({ key: 's', kind: 'redeem', award: null, rule: null, amount: 5 }),
      entryOf({ key: '["post","a","lea"]', kind: 'post', award: 'a', amount: 5 }),
      entryOf({ key: 'move', kind: 'transfer-in', award: null, amount: 5 }),
    ];
    expect(run({}, [], again(ledger)).entries).toEqual([]);
  });
  it('leaves grants of former generations and of rules that are gone', () => {
    const first = run({}, [sale('f', 60)]).entries;
    expect(run({ generation: 2 }, [sale('f', 60)], again(first)).entries).toMatchObject([
      { kind: 'award', amount: 60 },
    ]);
    expect(run({ id: 'other' }, [], again(first)).entries).toEqual([]);
    const nobody = [entryOf({ amount: 60, rule: null })];
    expect(run({}, [], again(nobody)).entries).toEqual([]);
  });
  it('looks at facts from its first day on, that day included', () => {
    const facts = [sale('f', 60), sale('g', 5, { what: 'y' }, '2026-03-05'), sale('h', 7, { what: 'z' }, '2026-03-06')];
    const done = run({}, facts, again([], { rebuildFrom: '2026-03-05' }));
    expect(done.decisions.map(({ fact }) => fact)).toEqual(['g', 'h']);
    const first = run({}, facts).entries;
    expect(run({}, [], again(first, { rebuildFrom: '2026-03-05' })).entries.map(({ amount }) => amount)).toEqual([
      -5, -7,
    ]);
  });
  it('corrects within its window, its last day included', () => {
    const first = run({}, [sale('f', 60)]).entries;
    // From 2 March to 30 April are 59 days.
    expect(run({ correctionWindowDays: 59 }, [], again(first)).entries).toHaveLength(1);
    expect(run({ correctionWindowDays: 58 }, [], again(first)).entries).toEqual([]);
  });
  it('tells of each decision only the entries that are new', () => {
    const facts = [sale('f', 60), sale('g', 5, { what: 'y' })];
    const first = run({}, facts.slice(0, 1)).entries;
    const done = run({}, facts, again(first));
    expect(done.decisions.map(({ outcome, entries }) => [outcome, entries])).toEqual([
      ['granted', []],
      ['granted', ['["award","r",1,"lea","y",null]']],
    ]);
  });
  it('flags what leaves a member less than nothing, member by member', () => {
    const facts = [sale('f', 60, { who: 'kim' }), sale('g', 60, { who: 'tom' }), sale('h', 60, { who: 'zoe' })];
    const first = run({}, facts).entries;
    const spend = (member: string, amount: number) =>
      entryOf({ key: `s ${member}`, kind: 'redeem', award: null, rule: null, member, amount: -amount });
    const ledger = [...first, spend('kim', 60), spend('zoe', 70)];
    const done = run({}, [sale('h', 65, { who: 'zoe' })], again(ledger));
    expect(done.entries.map(({ member, amount, negative }) => [member, amount, negative])).toEqual([
      ['kim', -60, true],
      ['tom', -60, false],
      // Five more, which is still less than nothing, but takes nothing away.
      ['zoe', 5, false],
    ]);
    const pending = run(
      { settle: { mode: 'two-phase', on: ['review'], post: { op: 'known', fact: ['v'] }, voidAfterDays: 100 } },
      [sale('h', 65, { who: 'zoe' })],
      again(ledger),
    );
    expect(pending.entries.find(({ member }) => member === 'zoe')).toMatchObject({
      amount: -60,
      pending: 65,
      negative: true,
    });
  });
  it('reckons what was taken back once not again from balances that moved since', () => {
    const own: Partial<RewardRule> = {
      grant: { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'],
      reversal: { on: ['undo'], when: { op: 'known', fact: ['v'] }, policy: 'within-balance' },
    };
    const facts = [sale('f', 60, { team: [{ id: 'a' }, { id: 'b' }] }), undo('2026-04-01')];
    const spent = entryOf({
      key: 's',
      kind: 'redeem',
      award: null,
      rule: null,
      member: 'a',
      amount: -20,
      on: '2026-03-10',
    });
    const first = run(own, facts, { ledger: [spent] }).entries;
    expect(first.map(({ member, amount }) => [member, amount])).toEqual([
      ['a', 30],
      ['b', 30],
      ['a', -10],
      ['b', -30],
    ]);
    const back = entryOf({
      key: 't',
      kind: 'restore',
      award: null,
      rule: null,
      member: 'a',
      amount: 20,
      on: '2026-03-11',
    });
    const ledger = [...first, spent, back];
    expect(run(own, facts, again(ledger)).entries).toEqual([]);
    // Twice the value: of 60 each, a keeps 20 and b nothing, as before.
    const dearer = [sale('f', 120, { team: [{ id: 'a' }, { id: 'b' }] }), undo('2026-04-01')];
    const twice = run(own, dearer, again(ledger)).entries;
    expect(twice.map(({ member, amount, negative }) => [member, amount, negative])).toEqual([['a', 0, false]]);
    expect(
      (Object(twice[0]?.payload) as { returned: { amount: number }[] }).returned.map(({ amount }) => amount),
    ).toEqual([-40, -60]);
    // Of less than a has left nothing is taken; and c, who is new, has 20 to lose.
    const wider = [sale('f', 60, { team: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }), undo('2026-04-01')];
    const three = run(own, wider, again(ledger)).entries;
    expect(three.map(({ member, amount }) => [member, amount])).toEqual([['a', 0]]);
  });
});
