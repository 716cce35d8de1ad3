import { describe, expect, it } from 'vitest';

import { evaluateRewards, type RewardInput } from '../../../src/rewards/evaluation/evaluateRewards.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import { compileRules } from '../../../src/rewards/rules/compileRules.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { coded } from '../../tools/coded.js';
import { entryOf } from './entriesOfLedger.js';
import { eventFact, quarterFact } from './mechanics.js';
import { REVERSAL, RULE, TWO_PHASE } from './saleRule.js';

const KEY = '["award","r",1,"lea","x",null]';
const PAID = { ...TWO_PHASE, postAmount: ['paid'] };

const fact = (id: string, name: string, on: string, data: RewardFact['data'] = {}): RewardFact =>
  eventFact(id, name, on, { who: 'lea', what: 'x', ...data });
const sale = (id: string, on = '2026-03-02', data: RewardFact['data'] = {}) =>
  fact(id, 'sale', on, { valid: true, ...data });
const review = (id: string, on: string, data: RewardFact['data'] = { verdict: 'good' }) => fact(id, 'review', on, data);
const undo = (id: string, on: string, data: RewardFact['data'] = { undo: true }) => fact(id, 'undo', on, data);
const run = (own: Partial<RewardRule>, facts: readonly RewardFact[], more: Partial<RewardInput> = {}) =>
  evaluateRewards({ rules: [{ ...RULE, ...own }], facts, asOf: '2026-12-31', ...more });
const budgetOf = (limit: number, own: Partial<RewardBudget> = {}): RewardBudget => ({
  id: 'b',
  unit: 'pt',
  limit,
  posted: 0,
  reserved: 0,
  ...own,
});

const BLANK = {
  rule: 'r',
  version: 1,
  subject: 'lea',
  occurrence: 'x',
  unit: 'pt',
  desired: null,
  granted: 0,
  trace: null,
  missing: [],
  failing: [],
  caps: [],
  budget: null,
  excludedBy: null,
  entries: [],
};
const STEP = {
  bookedOn: '2026-12-31',
  member: 'lea',
  asset: 'points',
  unit: 'pt',
  desired: null,
  rule: { id: 'r', version: 1, generation: 1 },
  subject: 'lea',
  occurrence: 'x',
  account: null,
  network: null,
  award: KEY,
  of: null,
  expiresOn: null,
  lots: [],
  negative: false,
  payload: { version: 1, asset: 'points', unit: 'pt', desired: 60, members: [['lea', 60]] },
};
const GOOD = { op: 'eq', fact: ['verdict'], actual: 'good', expected: 'good', truth: 'true' };

describe('a grant in two phases', () => {
  it('is posted, as a decision and as an entry', () => {
    const done = run({ settle: TWO_PHASE, budget: 'b' }, [sale('f'), review('g', '2026-03-05')], {
      budgets: [budgetOf(100)],
    });
    const key = JSON.stringify(['post', KEY, 'lea']);
    expect(done.decisions[1]).toEqual({
      ...BLANK,
      outcome: 'granted',
      fact: 'g',
      on: '2026-03-05',
      desired: 60,
      granted: 60,
      trace: expect.objectContaining({ op: 'eq', truth: 'true' }) as unknown,
      entries: [key],
    });
    expect(done.entries[1]).toEqual({
      ...STEP,
      key,
      kind: 'post',
      on: '2026-03-05',
      amount: 60,
      pending: -60,
      fact: 'g',
      budget: 'b',
      budgetEffect: { posted: 60, reserved: -60 },
    });
    expect(done.budgets).toEqual([budgetOf(100, { posted: 60 })]);
  });
  it('has no effect on a budget where it has none', () => {
    const done = run({ settle: TWO_PHASE }, [sale('f'), review('g', '2026-03-05')]);
    expect(done.entries.map(({ budget, budgetEffect }) => [budget, budgetEffect])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(run({ settle: TWO_PHASE }, [sale('f')]).entries[1]?.budgetEffect).toBe(null);
    const gone = run({ settle: TWO_PHASE, reversal: REVERSAL }, [sale('f'), undo('u', '2026-03-04')]);
    expect(gone.entries[1]?.budgetEffect).toBe(null);
  });
  it('is void after its last day, as a decision and as an entry', () => {
    const done = run({ settle: TWO_PHASE, budget: 'b' }, [sale('f')], { budgets: [budgetOf(100)] });
    const key = JSON.stringify(['void', KEY, 'lea']);
    expect(done.decisions[1]).toEqual({ ...BLANK, outcome: 'voided', fact: '', on: '2026-03-13', entries: [key] });
    expect(done.entries[1]).toEqual({
      ...STEP,
      key,
      kind: 'void',
      on: '2026-03-13',
      amount: 0,
      pending: -60,
      fact: null,
      budget: 'b',
      budgetEffect: { posted: 0, reserved: -60 },
    });
    expect(done.budgets).toEqual([budgetOf(100)]);
  });
  it('is void by a review, as a decision', () => {
    const settle = { ...TWO_PHASE, void: { op: 'eq', fact: ['verdict'], value: 'bad' } } as const;
    const done = run({ settle }, [sale('f'), review('g', '2026-03-05', { verdict: 'bad' })]);
    expect(done.decisions[1]).toEqual({
      ...BLANK,
      outcome: 'voided',
      fact: 'g',
      on: '2026-03-05',
      trace: expect.objectContaining({ truth: 'true' }) as unknown,
      entries: [JSON.stringify(['void', KEY, 'lea'])],
    });
    expect(done.entries[1]).toMatchObject({ kind: 'void', fact: 'g', on: '2026-03-05' });
  });
  it('is held where the review does not say, with what is missing', () => {
    const done = run({ settle: TWO_PHASE }, [sale('f'), review('g', '2026-03-05', {})], { asOf: '2026-03-06' });
    expect(done.decisions[1]).toEqual({
      ...BLANK,
      outcome: 'held',
      fact: 'g',
      on: '2026-03-05',
      desired: 60,
      trace: expect.objectContaining({ truth: 'unknown' }) as unknown,
      missing: [['verdict']],
    });
  });
  it('stays pending where the review says neither', () => {
    const facts = [sale('f'), review('g', '2026-03-05', { verdict: 'open' })];
    expect(run({ settle: TWO_PHASE }, facts, { asOf: '2026-03-06' }).decisions[1]).toEqual({
      ...BLANK,
      outcome: 'pending',
      fact: 'g',
      on: '2026-03-05',
      desired: 60,
      trace: expect.objectContaining({ truth: 'false' }) as unknown,
    });
  });
  it('is a duplicate once it is settled', () => {
    const done = run({ settle: TWO_PHASE }, [sale('f'), review('g', '2026-03-05'), review('h', '2026-03-06')]);
    expect(done.decisions[2]).toEqual({ ...BLANK, outcome: 'duplicate', fact: 'h', on: '2026-03-06' });
  });
  it('is posted in part, up to what was set aside and no further', () => {
    const paid = (own: unknown) => {
      const facts = [sale('f'), review('g', '2026-03-05', { verdict: 'good', paid: own as number })];
      const done = run({ settle: PAID }, facts, { asOf: '2026-03-06' });
      const { outcome, desired, granted, missing } = done.decisions[1] ?? { ...BLANK, outcome: 'none' };
      return [outcome, desired, granted, missing, done.entries.slice(1).map((entry) => [entry.amount, entry.pending])];
    };
    expect(paid(60)).toEqual(['granted', 60, 60, [], [[60, -60]]]);
    expect(paid(59)).toEqual(['clipped', 60, 59, [], [[59, -60]]]);
    expect(paid(0)).toEqual(['clipped', 60, 0, [], [[0, -60]]]);
    expect(paid(61)).toEqual(['denied', 61, 0, [], []]);
    for (const none of [-1, 0.5, '5', null]) expect(paid(none)).toEqual(['held', 60, 0, [['paid']], []]);
  });
  it('tells of an amount that is missing what grant it is about', () => {
    const facts = [sale('f'), review('g', '2026-03-05')];
    expect(run({ settle: PAID }, facts, { asOf: '2026-03-06' }).decisions[1]).toEqual({
      ...BLANK,
      outcome: 'held',
      fact: 'g',
      on: '2026-03-05',
      desired: 60,
      trace: expect.objectContaining({ truth: 'true' }) as unknown,
      missing: [['paid']],
    });
  });

  const reserved = (member: string, pending: number, key = member): LedgerEntry =>
    entryOf({ ...(STEP as unknown as LedgerEntry), key, kind: 'reserve', member, pending });
  const voided = entryOf({ ...(STEP as unknown as LedgerEntry), key: 'v', kind: 'void', member: 'a', pending: -20 });
  const half = [reserved('a', 20), reserved('b', 20), voided];
  it('touches no member whose part is settled already', () => {
    const kinds = (done: ReturnType<typeof run>) => done.entries.map((entry) => [entry.kind, entry.member]);
    const own = { settle: TWO_PHASE, reversal: REVERSAL };
    const at = { ledger: half, asOf: '2026-03-06' };
    expect(kinds(run(own, [review('g', '2026-03-05')], at))).toEqual([['post', 'b']]);
    expect(kinds(run(own, [undo('g', '2026-03-05')], at))).toEqual([['reverse', 'b']]);
    expect(kinds(run(own, [], { ledger: half }))).toEqual([['void', 'b']]);
  });
  it('is void in the order of days and keys, whatever that of the ledger', () => {
    const sales = [
      eventFact('1', 'sale', '2026-03-03', { who: 'lea', what: 'm', valid: true }),
      eventFact('2', 'sale', '2026-03-02', { who: 'lea', what: 'z', valid: true }),
      eventFact('3', 'sale', '2026-03-02', { who: 'lea', what: 'a', valid: true }),
      eventFact('4', 'sale', '2026-03-04', { who: 'lea', what: 'b', valid: true }),
    ];
    const { entries } = run({ settle: TWO_PHASE }, sales, { asOf: '2026-03-05' });
    for (const ledger of [entries, entries.slice().reverse()])
      expect(
        run({ settle: TWO_PHASE }, [], { ledger }).decisions.map(({ on, occurrence }) => [on, occurrence]),
      ).toEqual([
        ['2026-03-13', 'a'],
        ['2026-03-13', 'z'],
        ['2026-03-14', 'm'],
        ['2026-03-15', 'b'],
      ]);
  });
  it('is nothing a fact without subject or occurrence is about', () => {
    for (const data of [{ who: null }, { what: null }, { who: null, what: null }])
      expect(
        run({ settle: TWO_PHASE }, [sale('f'), review('g', '2026-03-05', { verdict: 'good', ...data })], {
          asOf: '2026-03-06',
        }).decisions,
      ).toHaveLength(1);
  });
  it('is nothing such a fact is about, whatever the ledger says', () => {
    const award = (subject: string | null, occurrence: string | null) =>
      JSON.stringify(['award', 'r', 1, subject, occurrence, null]);
    const ledger = [award(null, 'x'), award('lea', null), award(null, null)].map((key) =>
      entryOf({ kind: 'reserve', key, award: key, pending: 60 }),
    );
    for (const data of [{ who: null }, { what: null }, { who: null, what: null }])
      expect(
        run({ settle: TWO_PHASE }, [review('g', '2026-03-05', { verdict: 'good', ...data })], {
          asOf: '2026-03-06',
          ledger,
        }).decisions,
      ).toEqual([]);
  });
  it('keeps the trace of what posted it', () => {
    const done = run({ settle: TWO_PHASE }, [sale('f'), review('g', '2026-03-05')]);
    expect(done.decisions[1]?.trace).toMatchObject({ op: GOOD.op, truth: GOOD.truth });
  });
});

describe('a grant that is taken back', () => {
  it('is told as a decision and as an entry', () => {
    const own = { reversal: REVERSAL, budget: 'b' };
    const done = run(own, [sale('f'), undo('u', '2026-03-05')], { budgets: [budgetOf(100)] });
    const key = JSON.stringify(['reverse', KEY, 'lea']);
    expect(done.decisions[1]).toEqual({
      ...BLANK,
      outcome: 'reversed',
      fact: 'u',
      on: '2026-03-05',
      desired: 60,
      granted: -60,
      trace: expect.objectContaining({ truth: 'true' }) as unknown,
      entries: [key],
    });
    // Nothing is released where the rule does not say so.
    expect(done.entries[1]).toEqual({
      ...STEP,
      key,
      kind: 'reverse',
      on: '2026-03-05',
      amount: -60,
      pending: 0,
      fact: 'u',
      budget: 'b',
      budgetEffect: { posted: 0, reserved: 0 },
    });
    expect(run({ reversal: REVERSAL }, [sale('f'), undo('u', '2026-03-05')]).entries[1]?.budgetEffect).toBe(null);
  });
  it('gives what is pending back to the budget, always', () => {
    const own = { settle: TWO_PHASE, reversal: REVERSAL, budget: 'b' };
    const done = run(own, [sale('f'), undo('u', '2026-03-05')], { budgets: [budgetOf(100)] });
    expect(done.entries[1]).toMatchObject({ amount: 0, pending: -60, budgetEffect: { posted: 0, reserved: -60 } });
    expect(done.decisions[1]).toMatchObject({ desired: 60, granted: -60 });
    expect(done.budgets).toEqual([budgetOf(100)]);
  });
  it('gives back what was posted where the rule releases it', () => {
    const own = { reversal: { ...REVERSAL, release: true }, budget: 'b' };
    const done = run(own, [sale('f'), undo('u', '2026-03-05')], { budgets: [budgetOf(100)] });
    expect(done.entries[1]?.budgetEffect).toEqual({ posted: -60, reserved: 0 });
  });
  it('is held where the fact does not say, a duplicate the second time, denied where nothing is left', () => {
    const at = { fact: 'u', on: '2026-03-05' };
    const facts = (data: RewardFact['data']) => [sale('f'), undo('u', '2026-03-05', data)];
    expect(run({ reversal: REVERSAL }, facts({})).decisions[1]).toEqual({
      ...BLANK,
      ...at,
      outcome: 'held',
      trace: expect.objectContaining({ truth: 'unknown' }) as unknown,
      missing: [['undo']],
    });
    const again = [...facts({ undo: true }), undo('v', '2026-03-06')];
    expect(run({ reversal: REVERSAL }, again).decisions[2]).toEqual({
      ...BLANK,
      outcome: 'duplicate',
      fact: 'v',
      on: '2026-03-06',
      trace: expect.objectContaining({ truth: 'true' }) as unknown,
    });
    const pendingOnly = { reversal: { ...REVERSAL, policy: 'pending-only' } } as const;
    expect(run(pendingOnly, facts({ undo: true })).decisions[1]).toEqual({
      ...BLANK,
      ...at,
      outcome: 'denied',
      desired: 60,
      reversalPolicy: 'pending-only',
      trace: expect.objectContaining({ truth: 'true' }) as unknown,
    });
    expect(run({ reversal: REVERSAL }, facts({ undo: false })).decisions).toHaveLength(1);
  });
  it('is never flagged as negative but in full', () => {
    const spent = entryOf({ kind: 'redeem', key: 's', award: null, rule: null, amount: -45, on: '2026-03-03' });
    const taken = (policy: 'within-balance' | 'full', amount: number) => {
      const ledger = [{ ...spent, amount }];
      const done = run({ reversal: { ...REVERSAL, policy } }, [sale('f'), undo('u', '2026-03-05')], { ledger });
      return done.entries.slice(1).map((entry) => [entry.amount, entry.negative]);
    };
    expect(taken('within-balance', -45)).toEqual([[-15, false]]);
    expect(taken('full', -45)).toEqual([[-60, true]]);
    // Exactly what there is leaves nothing, which is not less than nothing.
    expect(taken('full', 0)).toEqual([[-60, false]]);
    expect(taken('full', -1)).toEqual([[-60, true]]);
    expect(taken('within-balance', 10)).toEqual([[-60, false]]);
    const pending = { settle: TWO_PHASE, reversal: { ...REVERSAL, policy: 'pending-only' } } as const;
    const open = run(pending, [sale('f'), undo('u', '2026-03-05')]);
    expect(open.entries[1]).toMatchObject({ amount: 0, pending: -60, negative: false });
  });
  it('is booked where the rule says, and says then when it happened', () => {
    const entry = (booking?: 'current-period' | 'original-period') => {
      const reversal = booking === undefined ? REVERSAL : { ...REVERSAL, booking };
      const found = run({ reversal }, [sale('f'), undo('u', '2026-03-05')]).entries[1];
      return [found?.on, found?.payload];
    };
    expect(entry('original-period')).toEqual(['2026-03-02', { ...STEP.payload, reversedOn: '2026-03-05' }]);
    expect(entry('current-period')).toEqual(['2026-03-05', STEP.payload]);
    expect(entry()).toEqual(['2026-03-05', STEP.payload]);
  });
  it('takes from each member, and flags only those who have less', () => {
    const grant = { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'];
    const spent = entryOf({ kind: 'redeem', key: 's', member: 'b', award: null, rule: null, amount: -1 });
    const facts = [sale('f', '2026-03-02', { team: [{ id: 'b' }, { id: 'a' }] }), undo('u', '2026-03-05')];
    const done = run({ grant, reversal: REVERSAL }, facts, { ledger: [spent] });
    expect(done.entries.map(({ key }) => key).slice(0, 2)).toEqual([
      JSON.stringify(['part', KEY, 'a']),
      JSON.stringify(['part', KEY, 'b']),
    ]);
    expect(done.entries.slice(2).map(({ member, amount, negative }) => [member, amount, negative])).toEqual([
      ['a', -30, false],
      ['b', -30, true],
    ]);
  });
  it('is, of the closes of several periods, the latest up to the day', () => {
    const rule: Partial<RewardRule> = {
      trigger: { kind: 'period-close', period: 'quarter' },
      reversal: REVERSAL,
    };
    const data = { who: 'lea', what: 'x', valid: true };
    const closes = [
      quarterFact('q1', '2026-03-31', data),
      quarterFact('q2', '2026-06-30', data),
      quarterFact('q3', '2026-09-30', data),
    ];
    const reversed = (on: string) =>
      run(rule, [...closes, undo('u', on)]).entries.flatMap((entry) => (entry.kind === 'reverse' ? [entry.award] : []));
    const key = (period: string) => JSON.stringify(['award', 'r', 1, 'lea', 'x', period]);
    expect(reversed('2026-07-15')).toEqual([key('2026-Q2')]);
    expect(reversed('2026-09-29')).toEqual([key('2026-Q2')]);
    expect(reversed('2026-09-30')).toEqual([key('2026-Q3')]);
    expect(reversed('2026-03-30')).toEqual([]);
    // By the day, not by the key: the third quarter was granted by the first generation, the second by the second.
    const first = run(rule, closes.slice(2)).entries;
    const second = run({ ...rule, generation: 2 }, closes.slice(1, 2), { ledger: first }).entries;
    const done = run({ ...rule, generation: 2 }, [undo('u', '2026-10-01')], { ledger: [...first, ...second] });
    expect(done.entries.map(({ award }) => award)).toEqual([key('2026-Q3')]);
  });
  it('is every generation of a rule, in the order of keys', () => {
    const first = run({ reversal: REVERSAL }, [sale('f')]).entries;
    const second = run({ reversal: REVERSAL, generation: 2 }, [sale('f', '2026-03-04')], { ledger: first }).entries;
    for (const ledger of [
      [...first, ...second],
      [...second, ...first],
    ]) {
      const done = run({ reversal: REVERSAL, generation: 2 }, [undo('u', '2026-03-05')], { ledger });
      expect(done.entries.map(({ award }) => award)).toEqual([KEY, KEY.replace('"r",1', '"r",2')]);
    }
  });
});

describe('a grant', () => {
  it('has no entry for a member who gets nothing', () => {
    const grant = { ...RULE.grant, split: { over: ['team'], id: ['id'], weight: ['w'] } } as RewardRule['grant'];
    const team = [
      { id: 'a', w: 0 },
      { id: 'b', w: 1 },
    ];
    const done = run({ grant }, [sale('f', '2026-03-02', { team })]);
    expect(done.entries.map(({ member, amount }) => [member, amount])).toEqual([['b', 60]]);
  });
  it('is capped for each member by what that member had', () => {
    const cap = { scope: 'beneficiary', period: 'total', limit: 40, overflow: 'clip' } as const;
    const grant = { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'];
    const team = [{ id: 'a' }, { id: 'b' }];
    const before = entryOf({ key: 'k', award: 'k', member: 'a', amount: 25, on: '2026-03-01' });
    const done = run({ grant, caps: [cap] }, [sale('f', '2026-03-02', { team })], { ledger: [before] });
    expect(done.decisions[0]).toMatchObject({
      outcome: 'clipped',
      granted: 45,
      caps: [
        { scopeKey: 'a', periodKey: 'total', used: 25, allowed: 15 },
        { scopeKey: 'b', periodKey: 'total', used: 0, allowed: 30 },
      ],
    });
    expect(done.entries.map(({ member, amount }) => [member, amount])).toEqual([
      ['a', 15],
      ['b', 30],
    ]);
  });
  it('of a badge is one, under the key of the grant', () => {
    const done = run({ grant: { kind: 'badge', unit: 'hero' } }, [sale('f')]);
    expect(done.entries).toMatchObject([{ key: KEY, asset: 'badge', unit: 'hero', amount: 1 }]);
    const divided = { kind: 'badge', unit: 'hero', split: { over: ['team'], id: ['id'] } } as RewardRule['grant'];
    expect(run({ grant: divided }, [sale('f')]).entries).toMatchObject([{ key: KEY, amount: 1 }]);
  });
  it('of points that are not divided keeps the key of the grant, also where the rule says so', () => {
    const grant = { ...RULE.grant, split: undefined } as RewardRule['grant'];
    expect(run({ grant }, [sale('f')]).entries[0]?.key).toBe(KEY);
  });
  it('counts on its budget what is granted, or set aside', () => {
    const effects = (own: Partial<RewardRule>) =>
      run({ budget: 'b', ...own }, [sale('f')], { budgets: [budgetOf(100)], asOf: '2026-03-03' });
    expect(effects({}).entries[0]?.budgetEffect).toEqual({ posted: 60, reserved: 0 });
    expect(effects({ settle: TWO_PHASE }).entries[0]?.budgetEffect).toEqual({ posted: 0, reserved: 60 });
    expect(effects({ settle: TWO_PHASE }).budgets).toEqual([budgetOf(100, { reserved: 60 })]);
  });
  it('is held or denied for want of a budget, of an account, of a network, and of nothing that is there', () => {
    const names = { account: ['account'], network: ['network'], budget: 'b' };
    const missing = (data: RewardFact['data'], budgets: RewardBudget[], onUnknown: 'hold' | 'deny' = 'hold') => {
      const decision = run({ ...names, onUnknown }, [sale('f', '2026-03-02', data)], { budgets }).decisions[0];
      return [decision?.outcome, decision?.missing, decision?.failing];
    };
    const all = { account: 'acme', network: 'north' };
    expect(missing(all, [budgetOf(100)])).toEqual(['granted', [], []]);
    expect(missing(all, [])).toEqual(['held', [['budgets', 'b']], []]);
    expect(missing(all, [], 'deny')).toEqual(['denied', [['budgets', 'b']], []]);
    expect(missing({ account: 'acme' }, [budgetOf(100)])).toEqual(['held', [['network']], []]);
    expect(missing({ network: 'north' }, [budgetOf(100)])).toEqual(['held', [['account']], []]);
    expect(run({ onUnknown: 'deny' }, [sale('f', '2026-03-02', { who: null })]).decisions[0]).toMatchObject({
      outcome: 'denied',
      subject: null,
      missing: [['who']],
      failing: [],
    });
    expect(run({}, [sale('f', '2026-03-02', { what: null })]).decisions[0]).toMatchObject({
      outcome: 'held',
      occurrence: null,
      missing: [['what']],
    });
  });
  it('waits for nothing that its condition does not need', () => {
    const when = { op: 'any', of: [RULE.when, { op: 'eq', fact: ['other'], value: 1 }] } as const;
    expect(run({ when }, [sale('f')]).decisions[0]).toMatchObject({ outcome: 'granted', missing: [] });
  });
  it('names the account and the network in its entry', () => {
    const names = { account: ['account'], network: ['network'] };
    const done = run(names, [sale('f', '2026-03-02', { account: 'acme', network: 7 })]);
    expect(done.entries[0]).toMatchObject({ account: 'acme', network: '7' });
    expect(
      run(names, [sale('f', '2026-03-02', { account: 'acme', network: 7 })], { ledger: done.entries }).decisions,
    ).toMatchObject([{ outcome: 'duplicate' }]);
  });
});

describe('the order of deciding', () => {
  it('is by priority, rule, subject, occurrence, fact, and by what the facts say', () => {
    const facts = [
      sale('f2', '2026-03-02', { who: null, what: null }),
      sale('f1', '2026-03-02', { who: null, what: null }),
      sale('f3', '2026-03-02', { what: null }),
      sale('f4', '2026-03-02', { what: 'A' }),
      sale('f5', '2026-03-02', { who: null, what: 'a' }),
      sale('f6', '2026-03-02', { who: 'Abe', what: 'z' }),
      sale('f0', '2026-03-03', { who: 'Abe' }),
    ];
    for (const own of [facts, facts.slice().reverse()])
      expect(run({}, own).decisions.map((decision) => decision.fact)).toEqual([
        'f1',
        'f2',
        'f5',
        'f6',
        'f3',
        'f4',
        'f0',
      ]);
  });
  it('is by rule before it is by fact', () => {
    const rules = ['b', 'a'].map((id) => ({ ...RULE, id }));
    const facts = [sale('f2', '2026-03-02', { what: 'y' }), sale('f1')];
    for (const own of [facts, facts.slice().reverse()])
      expect(
        evaluateRewards({ rules, facts: own, asOf: '2026-03-02' }).decisions.map((decision) => [
          decision.rule,
          decision.fact,
        ]),
      ).toEqual([
        ['a', 'f1'],
        ['a', 'f2'],
        ['b', 'f1'],
        ['b', 'f2'],
      ]);
  });
  it('of two facts of one id that say different things is that of their texts', () => {
    const twice = [sale('f', '2026-03-02', { extra: 2 }), sale('f', '2026-03-02', { extra: 1 })];
    const grant: RewardRule['grant'] = {
      kind: 'points',
      unit: 'pt',
      amount: { kind: 'proportional', fact: ['extra'], basisPoints: 10_000, rounding: 'floor' },
    };
    for (const own of [twice, twice.slice().reverse(), [...twice, ...twice]]) {
      const done = run({ grant }, own);
      expect(done.decisions.map(({ outcome, desired }) => [outcome, desired])).toEqual([
        ['granted', 1],
        ['conflict', 2],
      ]);
    }
  });
  it('triggers no step by the close of a period', () => {
    const own = { settle: { ...TWO_PHASE, on: ['quarter', 'undefined'] }, reversal: { ...REVERSAL, on: ['quarter'] } };
    const close = quarterFact('q', '2026-03-05', { who: 'lea', what: 'x', verdict: 'good', undo: true });
    expect(run(own, [sale('f'), close], { asOf: '2026-03-06' }).decisions).toHaveLength(1);
  });
  it('later facts and budgets are told in the order of their ids', () => {
    const later = run({}, [sale('b'), sale('c', '2026-03-04'), sale('a', '2026-03-03')], { asOf: '2026-03-01' });
    expect(later.later).toEqual(['a', 'b', 'c']);
    const ids = ['b', 'a', 'd', 'c'];
    for (const own of [ids, ids.slice().reverse()])
      expect(run({}, [], { budgets: own.map((id) => budgetOf(1, { id })) }).budgets.map(({ id }) => id)).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
  });
});

describe('what evaluateRewards refuses', () => {
  const refusal = (more: object, own: Partial<RewardRule> = {}): string => coded(() => run(own, [], more));
  const INPUT = 'CX_INVALID_INPUT evaluateRewards: ';
  const OPTION = 'CX_INVALID_OPTION evaluateRewards: option ';
  const RULE_OF = 'CX_INVALID_RULE evaluateRewards: ';
  const long = 'x'.repeat(41);
  it.each([
    [{ asOf: 5 }, `${OPTION}"asOf" must be a civil date YYYY-MM-DD, received 5`],
    [{ mode: 'x' }, `${OPTION}"mode" must be "append" or "rebuild", received "x"`],
    [
      { mode: 'rebuild', rebuildFrom: 'x' },
      `${OPTION}"rebuildFrom" must be a civil date YYYY-MM-DD in mode "rebuild", received "x"`,
    ],
    [{ budgets: {} }, `${OPTION}"budgets" must be a list, received an object`],
    [{ budgets: [7] }, `${INPUT}budgets[0] must be an object, received 7`],
    [{ budgets: [budgetOf(1), budgetOf(1, { id: '' })] }, `${OPTION}"budgets[1].id" must be text, received ""`],
    [
      { budgets: [budgetOf(1), budgetOf(1)] },
      `${OPTION}"budgets" must be a list in which each id occurs once, received "b"`,
    ],
    [
      { budgets: [budgetOf(1, { id: long, unit: '' })] },
      `${RULE_OF}budget "${'x'.repeat(40)}": unit must be a name, received ""`,
    ],
    [{ budgets: [budgetOf(-1)] }, `${RULE_OF}budget "b": limit must be a whole number from 0, received -1`],
    [{ budgets: [budgetOf(1, { posted: 0.5 })] }, `${RULE_OF}budget "b": posted must be a whole number, received 0.5`],
    [
      { budgets: [budgetOf(1, { reserved: 0.5 })] },
      `${RULE_OF}budget "b": reserved must be a whole number, received 0.5`,
    ],
    [
      { budgets: [{ ...budgetOf(1), overflow: 'x' }] },
      `${RULE_OF}budget "b": overflow must be "clip" or "deny", received "x"`,
    ],
    [{ facts: {} }, `${OPTION}"facts" must be a list, received an object`],
    [{ facts: [sale('f'), 5] }, `${INPUT}facts[1] must be an object, received 5`],
    [{ facts: [{ ...sale('f'), id: 5 }] }, `${INPUT}facts[0].id must be text, received 5`],
    [
      { facts: [{ ...sale('f'), on: '2026-02-30' }] },
      'CX_INVALID_DATE evaluateRewards: facts[0].on must be a civil date YYYY-MM-DD that exists, received "2026-02-30"',
    ],
    [{ facts: [{ ...sale('f'), trigger: 5 }] }, `${INPUT}facts[0].trigger must be an object, received 5`],
    [{ facts: [{ ...sale('f'), data: 5 }] }, `${INPUT}facts[0].data must be an object, received 5`],
    [{ ledger: {} }, `${INPUT}ledger must be a list of entries, received an object`],
    [{ rules: null }, 'CX_INVALID_RULE compileRules: rules must be a list, received null'],
    [{ rules: { triggered: 1 } }, 'CX_INVALID_RULE compileRules: rules must be a list, received an object'],
  ])('%j', (more, text) => {
    expect(refusal(more)).toBe(text);
  });
  it('anything that is no input, results that are none, and a rule whose budget has another unit', () => {
    expect(coded(() => evaluateRewards(null as unknown as RewardInput))).toBe(
      `${INPUT}input must be an object, received null`,
    );
    expect(refusal({ results: {} })).toContain('evaluateRewards: option "results"');
    expect(refusal({ budgets: [budgetOf(1, { unit: 'EUR' })] }, { budget: 'b' })).toBe(
      `${RULE_OF}rule "r": unit of the grant must be that of its budget, "EUR", received "pt"`,
    );
  });
  it('negative figures of a budget are not refused: the host may have given back more than was spent', () => {
    expect(refusal({ budgets: [budgetOf(0, { posted: -5, reserved: -5, overflow: 'clip' })] })).toBe('nothing');
  });
  it('takes compiled rules as they are', () => {
    const rules = compileRules([RULE]);
    expect(evaluateRewards({ rules, facts: [sale('f')], asOf: '2026-03-02' }).decisions[0]?.outcome).toBe('granted');
    const list = Object.assign([RULE], { triggered: () => [] });
    expect(evaluateRewards({ rules: list, facts: [sale('f')], asOf: '2026-03-02' }).decisions).toHaveLength(1);
  });
});
