import { describe, expect, it } from 'vitest';

import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import { compileRules } from '../../../src/rewards/rules/compileRules.js';
import { evaluateRewards, type RewardInput } from '../../../src/rewards/evaluation/evaluateRewards.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { eventFact, otifResult } from './mechanics.js';
import { REVERSAL, RULE, TWO_PHASE } from './saleRule.js';

const sale = (id: string, what: string, on = '2026-03-02', more: RewardFact['data'] = {}): RewardFact =>
  eventFact(id, 'sale', on, { who: 'lea', what, valid: true, ...more });
const review = (id: string, what: string, on: string, verdict = 'good'): RewardFact =>
  eventFact(id, 'review', on, { who: 'lea', what, verdict });
const undo = (id: string, what: string, on: string, undone: boolean | null = true): RewardFact =>
  eventFact(id, 'undo', on, { who: 'lea', what, undo: undone });

const run = (rules: readonly RewardRule[], facts: readonly RewardFact[], more: Partial<RewardInput> = {}) =>
  evaluateRewards({ rules, facts, asOf: '2026-12-31', ...more });
const outcomes = (done: ReturnType<typeof run>): string[] => done.decisions.map(({ outcome }) => outcome);
const sums = (entries: readonly LedgerEntry[]): number => entries.reduce((sum, { amount }) => sum + amount, 0);

describe('every outcome', () => {
  it('granted: the whole amount, with its entry', () => {
    const done = run([RULE], [sale('f', 'x')]);
    expect(done.decisions[0]).toMatchObject({
      outcome: 'granted',
      desired: 60,
      granted: 60,
      subject: 'lea',
      occurrence: 'x',
    });
    expect(done.entries).toEqual([
      {
        key: '["award","r",1,"lea","x",null]',
        kind: 'award',
        on: '2026-03-02',
        bookedOn: '2026-12-31',
        member: 'lea',
        asset: 'points',
        unit: 'pt',
        amount: 60,
        pending: 0,
        desired: null,
        rule: { id: 'r', version: 1, generation: 1 },
        subject: 'lea',
        occurrence: 'x',
        account: null,
        network: null,
        fact: 'f',
        budget: null,
        budgetEffect: null,
        award: '["award","r",1,"lea","x",null]',
        of: null,
        expiresOn: null,
        lots: [],
        negative: false,
        payload: { version: 1, asset: 'points', unit: 'pt', desired: 60, members: [['lea', 60]] },
      },
    ]);
  });
  it('clipped, then capped: 60 + 60 + 60 against 100 gives 60, 40, 0', () => {
    const cap = { scope: 'subject', period: 'month', limit: 100, overflow: 'clip' } as const;
    const done = run([{ ...RULE, caps: [cap] }], [sale('c', 'z'), sale('b', 'y'), sale('a', 'x')]);
    expect(done.decisions.map(({ outcome, desired, granted }) => [outcome, desired, granted])).toEqual([
      ['granted', 60, 60],
      ['clipped', 60, 40],
      ['capped', 60, 0],
    ]);
    expect(done.decisions[1]?.caps).toEqual([{ cap, scopeKey: 'lea', periodKey: '2026-03', used: 60, allowed: 40 }]);
    expect(done.entries[1]?.desired).toBe(60);
  });
  it('capped: with "deny" nothing unless all fits, and 120 fits 120', () => {
    const caps = (limit: number) => [{ scope: 'programme', period: 'total', limit, overflow: 'deny' } as const];
    const facts = [sale('a', 'x'), sale('b', 'y')];
    expect(outcomes(run([{ ...RULE, caps: caps(120) }], facts))).toEqual(['granted', 'granted']);
    expect(outcomes(run([{ ...RULE, caps: caps(119) }], facts))).toEqual(['granted', 'capped']);
    expect(outcomes(run([{ ...RULE, caps: caps(0) }], facts))).toEqual(['capped', 'capped']);
  });
  it('pending, then granted on the day of review', () => {
    const done = run([{ ...RULE, settle: TWO_PHASE }], [sale('f', 'x'), review('g', 'x', '2026-03-12')]);
    expect(outcomes(done)).toEqual(['pending', 'granted']);
    expect(done.entries.map(({ kind, amount, pending }) => [kind, amount, pending])).toEqual([
      ['reserve', 0, 60],
      ['post', 60, -60],
    ]);
  });
  it('awaiting-approval above the amount, not at it', () => {
    const rule = (above: number): RewardRule => ({ ...RULE, approval: { above, fact: ['approved'] } });
    expect(outcomes(run([rule(60)], [sale('f', 'x')]))).toEqual(['granted']);
    expect(outcomes(run([rule(59)], [sale('f', 'x')]))).toEqual(['awaiting-approval']);
    expect(outcomes(run([rule(59)], [sale('f', 'x', '2026-03-02', { approved: false })]))).toEqual([
      'awaiting-approval',
    ]);
    expect(outcomes(run([rule(59)], [sale('f', 'x', '2026-03-02', { approved: true })]))).toEqual(['granted']);
  });
  it('held, with every path that is missing', () => {
    const rule: RewardRule = {
      ...RULE,
      account: ['account'],
      network: ['network'],
      budget: 'b',
      grant: { kind: 'points', unit: 'pt', amount: { kind: 'table', fact: ['level'], rows: { gold: 1 } } },
    };
    const done = run([rule], [eventFact('f', 'sale', '2026-03-02', {})]);
    expect(done.decisions[0]?.outcome).toBe('held');
    expect(done.decisions[0]?.missing).toEqual([
      ['valid'],
      ['who'],
      ['what'],
      ['level'],
      ['account'],
      ['network'],
      ['budgets', 'b'],
    ]);
  });
  it('held where the members of a split are not named', () => {
    const grant = { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'];
    const done = run([{ ...RULE, grant }], [sale('f', 'x', '2026-03-02', { team: [] })]);
    expect(done.decisions[0]).toMatchObject({ outcome: 'held', missing: [['team']] });
  });
  it('denied, with the leaves that failed and where they are', () => {
    const when = { op: 'all', of: [RULE.when, { op: 'gt', fact: ['value'], value: 10 }] } as const;
    const done = run([{ ...RULE, when }], [sale('f', 'x', '2026-03-02', { value: 10 })]);
    expect(done.decisions[0]?.outcome).toBe('denied');
    expect(done.decisions[0]?.failing).toMatchObject([{ at: [1], trace: { op: 'gt', actual: 10, truth: 'false' } }]);
  });
  it('denied where what is unknown is not waited for, with what was missing', () => {
    const done = run(
      [{ ...RULE, onUnknown: 'deny' }],
      [eventFact('f', 'sale', '2026-03-02', { who: 'lea', what: 'x' })],
    );
    expect(done.decisions[0]).toMatchObject({ outcome: 'denied', missing: [['valid']] });
    expect(done.decisions[0]?.failing).toMatchObject([{ at: [], trace: { op: 'eq', truth: 'unknown' } }]);
  });
  it('budget-exhausted, by "deny" and by "clip"; a limit of zero is zero', () => {
    const budget = (limit: number, overflow?: 'clip' | 'deny'): RewardBudget[] => [
      { id: 'b', unit: 'pt', limit, posted: 0, reserved: 0, ...(overflow === undefined ? {} : { overflow }) },
    ];
    const pay = (budgets: RewardBudget[]) =>
      run([{ ...RULE, budget: 'b' }], [sale('a', 'x'), sale('b', 'y'), sale('c', 'z')], { budgets });
    expect(outcomes(pay(budget(119)))).toEqual(['granted', 'budget-exhausted', 'budget-exhausted']);
    expect(outcomes(pay(budget(119, 'clip')))).toEqual(['granted', 'clipped', 'budget-exhausted']);
    expect(outcomes(pay(budget(0)))).toEqual(Array(3).fill('budget-exhausted'));
    expect(pay(budget(119)).decisions[1]?.budget).toEqual({ budget: 'b', available: 59, allowed: 0 });
    expect(pay(budget(119, 'clip')).budgets).toEqual([{ ...budget(119, 'clip')[0], posted: 119 }]);
  });
  it('budget-exhausted and not capped, where the cap cut one member off and the budget the rest', () => {
    const rule: RewardRule = {
      ...RULE,
      grant: { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'],
      caps: [{ scope: 'beneficiary', period: 'total', limit: 10, overflow: 'deny' }],
      budget: 'b',
    };
    const fact = sale('f', 'x', '2026-03-02', { team: [{ id: 'a' }, { id: 'b' }] });
    const budgets = [{ id: 'b', unit: 'pt', limit: 0, posted: 0, reserved: 0 }];
    expect(outcomes(run([rule], [fact], { budgets }))).toEqual(['capped']);
    const open = { ...rule, caps: [{ ...rule.caps?.[0], limit: 30 } as NonNullable<RewardRule['caps']>[number]] };
    expect(outcomes(run([open], [fact], { budgets }))).toEqual(['budget-exhausted']);
  });
  it('duplicate: another fact of the same cause, and another version of the rule', () => {
    const first = run([RULE], [sale('f', 'x')]);
    expect(outcomes(run([RULE], [sale('g', 'x', '2026-05-01')], { ledger: first.entries }))).toEqual(['duplicate']);
    const dearer = {
      ...RULE,
      version: 2,
      grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 90 } },
    } as const;
    const again = run([dearer], [sale('f', 'x')], { ledger: first.entries });
    expect(outcomes(again)).toEqual(['duplicate']);
    expect(again.entries).toEqual([]);
  });
  it('granted once more for another generation, on purpose', () => {
    const first = run([RULE], [sale('f', 'x')]);
    const next = run([{ ...RULE, generation: 2 }], [sale('f', 'x')], { ledger: first.entries });
    expect(outcomes(next)).toEqual(['granted']);
    expect(next.entries[0]?.key).toBe('["award","r",2,"lea","x",null]');
  });
  it('conflict: the same version comes to something else', () => {
    const rule: RewardRule = {
      ...RULE,
      grant: {
        kind: 'points',
        unit: 'pt',
        amount: { kind: 'proportional', fact: ['value'], basisPoints: 10_000, rounding: 'floor' },
      },
    };
    const first = run([rule], [sale('f', 'x', '2026-03-02', { value: 5 })]);
    const again = run([rule], [sale('f', 'x', '2026-03-02', { value: 6 })], { ledger: first.entries });
    expect(outcomes(again)).toEqual(['conflict']);
    expect(again.entries).toEqual([]);
  });
  it('conflict: the same members in other shares', () => {
    const grant = { ...RULE.grant, split: { over: ['team'], id: ['id'], weight: ['w'] } } as RewardRule['grant'];
    const team = (a: number, b: number) =>
      sale('f', 'x', '2026-03-02', {
        team: [
          { id: 'a', w: a },
          { id: 'b', w: b },
        ],
      });
    const first = run([{ ...RULE, grant }], [team(1, 1)]);
    expect(outcomes(run([{ ...RULE, grant }], [team(1, 1)], { ledger: first.entries }))).toEqual(['duplicate']);
    expect(outcomes(run([{ ...RULE, grant }], [team(1, 2)], { ledger: first.entries }))).toEqual(['conflict']);
  });
  it('not-in-force: a state that is not active, a day before the first or after the last', () => {
    for (const state of ['draft', 'paused', 'ended'] as const)
      expect(outcomes(run([{ ...RULE, state }], [sale('f', 'x')]))).toEqual(['not-in-force']);
    const within = (from: string, through: string) =>
      outcomes(run([{ ...RULE, validity: { from, through } }], [sale('f', 'x', '2026-03-02')]))[0];
    expect(within('2026-03-02', '2026-03-02')).toBe('granted');
    expect(within('2026-03-03', '2026-03-09')).toBe('not-in-force');
    expect(within('2026-03-01', '2026-03-01')).toBe('not-in-force');
  });
  it('excluded: the first by priority wins its group, then the first by id, and the loser is told', () => {
    const pair = (a: number, b: number): RewardRule[] => [
      { ...RULE, id: 'a', exclusiveGroup: 'g', priority: a },
      { ...RULE, id: 'b', exclusiveGroup: 'g', priority: b },
    ];
    const told = (rules: RewardRule[]) =>
      run(rules, [sale('f', 'x')]).decisions.map(({ rule, outcome, excludedBy }) => [rule, outcome, excludedBy]);
    expect(told(pair(0, 1))).toEqual([
      ['b', 'granted', null],
      ['a', 'excluded', 'b'],
    ]);
    expect(told(pair(0, 0).reverse())).toEqual([
      ['a', 'granted', null],
      ['b', 'excluded', 'a'],
    ]);
  });
  it('voided by a review, and on the day after the last where there was none', () => {
    const settle = { ...TWO_PHASE, void: { op: 'eq', fact: ['verdict'], value: 'bad' } } as const;
    const rule = { ...RULE, settle };
    expect(outcomes(run([rule], [sale('f', 'x'), review('g', 'x', '2026-03-05', 'bad')]))).toEqual([
      'pending',
      'voided',
    ]);
    // 10 days after 2 March is 12 March.
    expect(outcomes(run([rule], [sale('f', 'x')], { asOf: '2026-03-12' }))).toEqual(['pending']);
    const over = run([rule], [sale('f', 'x')], { asOf: '2026-03-13' });
    expect(outcomes(over)).toEqual(['pending', 'voided']);
    expect(over.decisions[1]).toMatchObject({ on: '2026-03-13', fact: '', subject: 'lea', occurrence: 'x' });
  });
  it('voids where a review would do both', () => {
    const both = { ...TWO_PHASE, void: TWO_PHASE.post };
    expect(outcomes(run([{ ...RULE, settle: both }], [sale('f', 'x'), review('g', 'x', '2026-03-05')]))).toEqual([
      'pending',
      'voided',
    ]);
  });
  it('reversed, once; held where it is unknown; nothing where it does not hold', () => {
    const rule = { ...RULE, reversal: REVERSAL };
    const done = run([rule], [sale('f', 'x'), undo('u', 'x', '2026-04-01'), undo('v', 'x', '2026-04-02')]);
    expect(outcomes(done)).toEqual(['granted', 'reversed', 'duplicate']);
    expect(done.decisions[1]).toMatchObject({ desired: 60, granted: -60 });
    expect(done.entries[1]).toMatchObject({ kind: 'reverse', on: '2026-04-01', amount: -60, negative: false });
    expect(outcomes(run([rule], [sale('f', 'x'), undo('u', 'x', '2026-04-01', null)]))).toEqual(['granted', 'held']);
    expect(outcomes(run([rule], [sale('f', 'x'), undo('u', 'x', '2026-04-01', false)]))).toEqual(['granted']);
    expect(outcomes(run([rule], [undo('u', 'x', '2026-04-01')]))).toEqual([]);
  });
});

describe('reversal', () => {
  const spent = (amount: number, on: string): LedgerEntry =>
    ({
      ...run([RULE], [sale('f', 'x')]).entries[0],
      key: `spend-${on}`,
      kind: 'redeem',
      on,
      amount: -amount,
      award: null,
      rule: null,
    }) as LedgerEntry;
  const within = { ...RULE, reversal: { ...REVERSAL, policy: 'within-balance' } } as const;

  it('within the balance takes what is left, also of what was spent after the day', () => {
    for (const day of ['2026-03-10', '2026-09-01']) {
      const done = run([within], [sale('f', 'x'), undo('u', 'x', '2026-04-01')], { ledger: [spent(45, day)] });
      expect(done.entries.map(({ amount }) => amount)).toEqual([60, -15]);
    }
  });
  it('within the balance is not paid by a grant of a later day', () => {
    const ledger = [spent(60, '2026-03-10')];
    const facts = [sale('f', 'x'), undo('u', 'x', '2026-04-01'), sale('g', 'y', '2026-05-01')];
    const done = run([within], facts, { ledger });
    expect(outcomes(done)).toEqual(['granted', 'denied', 'granted']);
    expect(run([within], facts, { ledger: [...ledger, ...done.entries] }).entries).toEqual([]);
  });
  it('in full takes all, and says where that leaves less than nothing', () => {
    const rule = { ...RULE, reversal: REVERSAL };
    const facts = [sale('f', 'x'), undo('u', 'x', '2026-04-01')];
    const at = (amount: number) => run([rule], facts, { ledger: [spent(amount, '2026-03-10')] }).entries[1];
    expect(at(1)).toMatchObject({ amount: -60, negative: true });
    expect(run([rule], facts).entries[1]).toMatchObject({ amount: -60, negative: false });
  });
  it('of pending only leaves what was posted', () => {
    const rule = { ...RULE, settle: TWO_PHASE, reversal: { ...REVERSAL, policy: 'pending-only' } } as const;
    const open = run([rule], [sale('f', 'x'), undo('u', 'x', '2026-03-04')]);
    expect(outcomes(open)).toEqual(['pending', 'reversed']);
    expect(open.entries[1]).toMatchObject({ amount: 0, pending: -60 });
    const posted = run([rule], [sale('f', 'x'), review('g', 'x', '2026-03-03'), undo('u', 'x', '2026-03-04')]);
    expect(outcomes(posted)).toEqual(['pending', 'granted', 'denied']);
    expect(posted.decisions.map((decision) => decision.reversalPolicy)).toEqual([undefined, undefined, 'pending-only']);
    expect(posted.decisions[2]).toMatchObject({ desired: 60, granted: 0, entries: [] });
    expect(open.decisions.some((decision) => 'reversalPolicy' in decision)).toBe(false);
  });
  it('gives the budget back only where the rule says so', () => {
    const budgets = [{ id: 'b', unit: 'pt', limit: 100, posted: 0, reserved: 0 }];
    const after = (release: boolean) =>
      run(
        [{ ...RULE, budget: 'b', reversal: { ...REVERSAL, release } }],
        [sale('f', 'x'), undo('u', 'x', '2026-04-01')],
        {
          budgets,
        },
      ).budgets[0]?.posted;
    expect(after(true)).toBe(0);
    expect(after(false)).toBe(60);
  });
  it('is booked today, or in the period of the grant', () => {
    const facts = [sale('f', 'x'), undo('u', 'x', '2026-04-01')];
    const on = (booking: 'current-period' | 'original-period') =>
      run([{ ...RULE, reversal: { ...REVERSAL, booking } }], facts).entries[1]?.on;
    expect(on('current-period')).toBe('2026-04-01');
    expect(on('original-period')).toBe('2026-03-02');
  });
  it('makes room under a cap from the next day on', () => {
    const caps = [{ scope: 'subject', period: 'total', limit: 60, overflow: 'deny' }] as const;
    const rule = { ...RULE, caps, reversal: REVERSAL };
    const facts = [
      sale('a', 'x', '2026-03-01'),
      undo('u', 'x', '2026-03-02'),
      sale('b', 'y', '2026-03-02'),
      sale('c', 'z', '2026-03-03'),
    ];
    expect(outcomes(run([rule], facts))).toEqual(['granted', 'capped', 'reversed', 'granted']);
  });
  it('frees its exclusive group from the next day on', () => {
    const rules = [
      { ...RULE, id: 'a', exclusiveGroup: 'g', priority: 1, reversal: REVERSAL },
      { ...RULE, id: 'b', exclusiveGroup: 'g', trigger: { kind: 'event', event: 'late' } } as const,
    ];
    const late = (id: string, on: string) => eventFact(id, 'late', on, { who: 'lea', what: 'x', valid: true });
    const facts = [
      sale('f', 'x', '2026-03-01'),
      undo('u', 'x', '2026-03-02'),
      late('l', '2026-03-02'),
      late('m', '2026-03-03'),
    ];
    const done = run(rules, facts);
    expect(outcomes(done)).toEqual(['granted', 'excluded', 'reversed', 'granted']);
    expect(run(rules, facts, { ledger: done.entries }).entries).toEqual([]);
  });
});

describe('two phases', () => {
  const rule: RewardRule = { ...RULE, settle: TWO_PHASE };
  const reserved = run([rule], [sale('f', 'x')], { asOf: '2026-03-03' }).entries;
  const later = (own: Partial<RewardRule>, fact: RewardFact) =>
    outcomes(run([{ ...rule, ...own }], [fact], { ledger: reserved, asOf: '2026-03-10' }));

  it('settles what was reserved after the rule ended, was paused, changed its days or its generation', () => {
    const fact = review('g', 'x', '2026-03-05');
    expect(later({ state: 'ended' }, fact)).toEqual(['granted']);
    expect(later({ state: 'paused' }, fact)).toEqual(['granted']);
    expect(later({ validity: { through: '2026-03-03' } }, fact)).toEqual(['granted']);
    expect(later({ generation: 3 }, fact)).toEqual(['granted']);
    expect(later({ version: 2 }, fact)).toEqual(['granted']);
  });
  it('settles once', () => {
    expect(
      outcomes(run([rule], [sale('f', 'x'), review('g', 'x', '2026-03-05'), review('h', 'x', '2026-03-06')])),
    ).toEqual(['pending', 'granted', 'duplicate']);
  });
  it('holds where the review does not say, and is settled by nothing earlier than the grant', () => {
    expect(later({}, eventFact('g', 'review', '2026-03-05', { who: 'lea', what: 'x' }))).toEqual(['held']);
    expect(later({}, review('g', 'x', '2026-03-01'))).toEqual([]);
  });
  it('posts a part of what each member was to have, and the parts add up', () => {
    const own: RewardRule = {
      ...rule,
      settle: { ...TWO_PHASE, postAmount: ['paid'] },
      grant: { ...RULE.grant, split: { over: ['team'], id: ['id'] } } as RewardRule['grant'],
    };
    const facts = [
      sale('f', 'x', '2026-03-02', { team: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }),
      eventFact('g', 'review', '2026-03-03', { who: 'lea', what: 'x', verdict: 'good', paid: 31 }),
    ];
    const done = run([own], facts);
    expect(outcomes(done)).toEqual(['pending', 'clipped']);
    expect(done.entries.slice(3).map(({ member, amount, pending }) => [member, amount, pending])).toEqual([
      ['a', 11, -20],
      ['b', 10, -20],
      ['c', 10, -20],
    ]);
  });
  it('holds for an amount that is none', () => {
    const own = { settle: { ...TWO_PHASE, postAmount: ['paid'] } };
    for (const paid of [1.5, -1, '5'])
      expect(
        later(own, eventFact('g', 'review', '2026-03-05', { who: 'lea', what: 'x', verdict: 'good', paid })),
      ).toEqual(['held']);
  });
  it('counts what is reserved against caps, and gives back what is void', () => {
    const caps = [{ scope: 'subject', period: 'total', limit: 60, overflow: 'clip' }] as const;
    const facts = [sale('a', 'x', '2026-03-02'), sale('b', 'y', '2026-03-12'), sale('c', 'z', '2026-03-13')];
    // The first is void on 13 March.
    expect(outcomes(run([{ ...rule, caps }], facts, { asOf: '2026-03-13' }))).toEqual([
      'pending',
      'capped',
      'voided',
      'pending',
    ]);
  });
  it('starts the expiry on the day of posting', () => {
    const done = run([{ ...rule, expiry: { afterDays: 30 } }], [sale('f', 'x'), review('g', 'x', '2026-03-05')]);
    expect(done.entries.map(({ expiresOn }) => expiresOn)).toEqual([null, '2026-04-04']);
  });
});

describe('defects of peers', () => {
  it('a grant of nothing wins no exclusive group', () => {
    const none = { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 0 } } as const;
    const rules = [
      { ...RULE, id: 'a', exclusiveGroup: 'g', priority: 1, grant: none },
      { ...RULE, id: 'b', exclusiveGroup: 'g' },
    ];
    expect(outcomes(run(rules, [sale('f', 'x')]))).toEqual(['granted', 'granted']);
  });
  it('a fact that comes twice in a batch is one', () => {
    const done = run([RULE], [sale('f', 'x'), sale('f', 'x')]);
    expect(outcomes(done)).toEqual(['granted']);
    const turned = { data: { valid: true, what: 'x', who: 'lea' }, on: '2026-03-02', trigger: RULE.trigger, id: 'f' };
    expect(outcomes(run([RULE], [sale('f', 'x'), turned]))).toEqual(['granted']);
  });
  it('joined keys would collide', () => {
    const facts = [
      eventFact('f', 'sale', '2026-03-02', { who: 'a|b', what: 'c', valid: true }),
      eventFact('g', 'sale', '2026-03-02', { who: 'a', what: 'b|c', valid: true }),
    ];
    expect(outcomes(run([RULE], facts))).toEqual(['granted', 'granted']);
  });
  it('names are sorted by code units: Z, a, z, é', () => {
    const caps = [{ scope: 'programme', period: 'total', limit: 100, overflow: 'clip' }] as const;
    const facts = ['é', 'z', 'a', 'Z'].map((who) =>
      eventFact(who, 'sale', '2026-03-02', { who, what: 'x', valid: true }),
    );
    expect(run([{ ...RULE, caps }], facts).decisions.map(({ subject, granted }) => [subject, granted])).toEqual([
      ['Z', 60],
      ['a', 40],
      ['z', 0],
      ['é', 0],
    ]);
  });
  it('three facts against a cap come out the same in every order', () => {
    const rule: RewardRule = {
      ...RULE,
      grant: {
        kind: 'points',
        unit: 'pt',
        amount: { kind: 'proportional', fact: ['v'], basisPoints: 10_000, rounding: 'floor' },
      },
      caps: [{ scope: 'subject', period: 'quarter', limit: 100, overflow: 'clip' }],
    };
    const [a, b, c] = [60, 60, 30].map((v, at) => sale(`f${at}`, `o${at}`, '2026-03-02', { v })) as [
      RewardFact,
      RewardFact,
      RewardFact,
    ];
    const texts = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ].map((facts) => JSON.stringify(run([rule], facts)));
    expect(new Set(texts).size).toBe(1);
    expect(run([rule], [c, b, a]).decisions.map(({ granted }) => granted)).toEqual([60, 40, 0]);
  });
  it('what one limit clips is not saved by another: "deny" asks for all', () => {
    const caps = [
      { scope: 'subject', period: 'day', limit: 34, overflow: 'clip' },
      { scope: 'programme', period: 'total', limit: 50, overflow: 'deny' },
    ] as const;
    expect(outcomes(run([{ ...RULE, caps }], [sale('f', 'x')]))).toEqual(['capped']);
    expect(outcomes(run([{ ...RULE, caps: [...caps].reverse() }], [sale('f', 'x')]))).toEqual(['capped']);
  });
  it('a late fact finds no room that is taken, nor any that was given back since', () => {
    const caps = [{ scope: 'subject', period: 'total', limit: 60, overflow: 'clip' }] as const;
    const rule = { ...RULE, caps, reversal: REVERSAL };
    const first = run([rule], [sale('f', 'x', '2026-05-01'), undo('u', 'x', '2026-06-01')]);
    const late = run([rule], [sale('g', 'y', '2026-03-01')], { ledger: first.entries });
    expect(outcomes(late)).toEqual(['capped']);
    const rebuilt = run(
      [rule],
      [sale('f', 'x', '2026-05-01'), undo('u', 'x', '2026-06-01'), sale('g', 'y', '2026-03-01')],
      {
        ledger: first.entries,
        mode: 'rebuild',
        rebuildFrom: '2026-01-01',
      },
    );
    expect(sums([...first.entries, ...rebuilt.entries])).toBe(60);
  });
  it('facts of later days wait, by name', () => {
    const done = run([RULE], [sale('g', 'y', '2026-03-03'), sale('f', 'x')], { asOf: '2026-03-02' });
    expect(outcomes(done)).toEqual(['granted']);
    expect(done.later).toEqual(['g']);
  });
});

describe('results of metrics', () => {
  it('two that say different things come out the same in either order', () => {
    const when = {
      op: 'metric',
      metric: 'otif',
      scope: ['who'],
      period: 'month',
      over: 'pooled-period',
      test: { status: 'green', by: 'point' },
    } as const;
    const results = [otifResult('lea', '2026-03', 'green'), otifResult('lea', '2026-03', 'red')];
    const text = (own: typeof results): string =>
      JSON.stringify(run([{ ...RULE, when }], [sale('f', 'x')], { results: own }));
    expect(text(results)).toBe(text(results.slice().reverse()));
  });
});

describe('rebuild', () => {
  const input = { mode: 'rebuild', rebuildFrom: '2026-01-01' } as const;
  it('takes nothing back because a rule ended', () => {
    const first = run([RULE], [sale('f', 'x')]);
    for (const state of ['ended', 'paused', 'draft'] as const)
      expect(run([{ ...RULE, state }], [sale('f', 'x')], { ...input, ledger: first.entries }).entries).toEqual([]);
    expect(run([], [sale('f', 'x')], { ...input, ledger: first.entries }).entries).toEqual([]);
  });
  it('corrects a grant whose fact was corrected, once, and gives its later steps keys of their own', () => {
    const rule: RewardRule = {
      ...RULE,
      settle: TWO_PHASE,
      grant: {
        kind: 'points',
        unit: 'pt',
        amount: { kind: 'proportional', fact: ['v'], basisPoints: 10_000, rounding: 'floor' },
      },
    };
    const fact = (v: number) => sale('f', 'x', '2026-03-02', { v });
    const posted = run([rule], [fact(60), review('g', 'x', '2026-03-03')], { asOf: '2026-03-04' });
    // The review turns out to be of another day, and more was sold.
    const rebuilt = run([rule], [fact(80)], { ...input, ledger: posted.entries, asOf: '2026-03-05' });
    expect(rebuilt.entries).toMatchObject([{ kind: 'correct', on: '2026-03-02', amount: -60, pending: 80 }]);
    const ledger = [...posted.entries, ...rebuilt.entries];
    expect(run([rule], [fact(80)], { ...input, ledger, asOf: '2026-03-05' }).entries).toEqual([]);
    expect(outcomes(run([rule], [fact(80)], { ledger, asOf: '2026-03-05' }))).toEqual(['duplicate']);
    const again = run([rule], [review('h', 'x', '2026-03-06')], { ledger, asOf: '2026-03-06' });
    expect(again.entries).toMatchObject([{ kind: 'post', amount: 80, pending: -80 }]);
    expect(ledger.map(({ key }) => key)).not.toContain(again.entries[0]?.key);
  });
  it('corrects a reversal away, after which another may come', () => {
    const rule = { ...RULE, reversal: REVERSAL };
    const first = run([rule], [sale('f', 'x'), undo('u', 'x', '2026-04-01')]);
    const rebuilt = run([rule], [sale('f', 'x')], { ...input, ledger: first.entries });
    expect(rebuilt.entries).toMatchObject([{ kind: 'correct', amount: 60 }]);
    const ledger = [...first.entries, ...rebuilt.entries];
    const again = run([rule], [undo('w', 'x', '2026-06-01')], { ledger });
    expect(outcomes(again)).toEqual(['reversed']);
    expect(sums([...ledger, ...again.entries])).toBe(0);
    expect(outcomes(run([rule], [undo('w', 'x', '2026-06-01')], { ledger: [...ledger, ...again.entries] }))).toEqual([
      'duplicate',
    ]);
  });
  it('adds a late reversal as it is, and says where a correction leaves less than nothing', () => {
    const rule = { ...RULE, reversal: REVERSAL };
    const first = run([rule], [sale('f', 'x')]);
    const late = run([rule], [sale('f', 'x'), undo('u', 'x', '2026-04-01')], { ...input, ledger: first.entries });
    expect(late.entries).toMatchObject([{ kind: 'reverse', amount: -60 }]);
    const spend = {
      ...first.entries[0],
      key: 's',
      kind: 'redeem',
      amount: -60,
      award: null,
      rule: null,
    } as LedgerEntry;
    const gone = run([rule], [], { ...input, ledger: [...first.entries, spend] });
    expect(gone.entries).toMatchObject([{ kind: 'correct', amount: -60, negative: true }]);
    expect(run([rule], [], { ...input, ledger: first.entries }).entries[0]?.negative).toBe(false);
  });
  it('keeps figures of different budgets and units apart', () => {
    const budgets = ['a', 'b'].map((id) => ({ id, unit: 'pt', limit: 100, posted: 0, reserved: 0 }));
    const first = run([{ ...RULE, budget: 'a' }], [sale('f', 'x')], { budgets });
    const moved = run([{ ...RULE, budget: 'b' }], [sale('f', 'x')], {
      ...input,
      ledger: first.entries,
      budgets: first.budgets,
    });
    expect(moved.budgets.map(({ posted }) => posted)).toEqual([0, 60]);
    expect(moved.entries.map(({ budget, amount }) => [budget, amount])).toEqual([
      ['a', -60],
      ['b', 60],
    ]);
  });
});

describe('what is refused', () => {
  const refused = (own: object): RegExp | string => {
    try {
      compileRules([{ ...RULE, ...own }]);
    } catch (error) {
      return `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
    return 'accepted';
  };
  it.each([
    [{ format: 2 }, 'format'],
    [{ version: 0 }, 'version'],
    [{ generation: 0 }, 'generation'],
    [{ priority: 0.5 }, 'priority'],
    [{ state: 'on' }, 'state'],
    [{ onUnknown: 'pay' }, 'onUnknown'],
    [{ trigger: null }, 'kind of the trigger'],
    [{ trigger: { kind: 'event', event: '' } }, 'event of the trigger'],
    [{ trigger: { kind: 'period-close', period: 'week' } }, 'period of the trigger'],
    [{ trigger: { kind: 'metric-result' } }, 'metric of the trigger'],
    [{ validity: { from: '2026-02-30' } }, 'validity'],
    [{ validity: { from: '2026-03-02', through: '2026-03-01' } }, '"through" of the validity'],
    [{ caps: 5 }, 'caps'],
    [{ caps: [{ scope: 'subject', period: 'month', limit: -1, overflow: 'clip' }] }, 'limit of a cap'],
    [{ caps: [{ scope: 'x', period: 'month', limit: 1, overflow: 'clip' }] }, 'scope of a cap'],
    [{ caps: [{ scope: 'subject', period: 'x', limit: 1, overflow: 'clip' }] }, 'period of a cap'],
    [{ caps: [{ scope: 'subject', period: 'month', limit: 1, overflow: 'x' }] }, 'overflow of a cap'],
    [{ caps: [{ scope: 'account', period: 'month', limit: 1, overflow: 'clip' }] }, 'one whose path the rule gives'],
    [{ budget: '' }, 'budget'],
    [{ exclusiveGroup: 5 }, 'exclusiveGroup'],
    [{ correctionWindowDays: -1 }, 'correctionWindowDays'],
    [{ grant: null }, 'grant'],
    [{ settle: { mode: 'later' } }, 'mode of settle'],
    [{ settle: null }, 'mode of settle'],
    [{ settle: { ...TWO_PHASE, on: [] } }, '"on" of settle'],
    [{ settle: { ...TWO_PHASE, voidAfterDays: 0 } }, 'voidAfterDays'],
    [{ settle: { ...TWO_PHASE, post: undefined } }, '"op" of a condition'],
    [{ reversal: null }, '"on" of the reversal'],
    [{ reversal: { ...REVERSAL, policy: 'x' } }, 'policy of the reversal'],
    [{ reversal: { ...REVERSAL, booking: 'x' } }, 'booking of the reversal'],
    [{ reversal: { ...REVERSAL, release: 1 } }, 'release of the reversal'],
    [{ reversal: { ...REVERSAL, when: undefined } }, '"op" of a condition'],
    [{ expiry: { afterDays: -1 } }, 'afterDays of the expiry'],
    [{ expiry: { endOf: 'month' } }, 'endOf of the expiry'],
    [{ expiry: { endOf: 'civil-year', plusYears: -1 } }, 'plusYears of the expiry'],
    [{ approval: { above: -1, fact: ['a'] } }, 'above of the approval'],
    [
      { grant: { kind: 'gift-choice', unit: 'EUR', catalogue: 'c', amount: { kind: 'fixed', amount: 1 } } },
      'settle of a gift',
    ],
  ])('%j', (own, text) => {
    expect(refused(own)).toContain(`CX_INVALID_RULE: compileRules: rule "r": `);
    expect(refused(own)).toContain(text);
  });
  it.each([
    [{ asOf: '2026-13-01' }, 'CX_INVALID_OPTION', 'asOf'],
    [{ mode: 'x' }, 'CX_INVALID_OPTION', 'mode'],
    [{ mode: 'rebuild' }, 'CX_INVALID_OPTION', 'rebuildFrom'],
    [{ facts: null }, 'CX_INVALID_OPTION', 'facts'],
    [{ facts: [null] }, 'CX_INVALID_INPUT', 'facts[0]'],
    [{ facts: [{ ...sale('f', 'x'), id: '' }] }, 'CX_INVALID_INPUT', 'facts[0].id'],
    [{ facts: [{ ...sale('f', 'x'), on: '2026-02-30' }] }, 'CX_INVALID_DATE', 'facts[0].on'],
    [{ facts: [{ ...sale('f', 'x'), trigger: null }] }, 'CX_INVALID_INPUT', 'facts[0].trigger'],
    [{ facts: [{ ...sale('f', 'x'), data: null }] }, 'CX_INVALID_INPUT', 'facts[0].data'],
    [{ results: 5 }, 'CX_INVALID_OPTION', 'results'],
    [{ budgets: {} }, 'CX_INVALID_OPTION', 'budgets'],
    [{ budgets: [null] }, 'CX_INVALID_INPUT', 'budgets[0]'],
    [{ budgets: [{ id: 'b', unit: 'pt', limit: -1, posted: 0, reserved: 0 }] }, 'CX_INVALID_RULE', 'limit'],
    [{ ledger: 5 }, 'CX_INVALID_INPUT', 'ledger'],
    [{ ledger: [null] }, 'CX_INVALID_INPUT', 'ledger[0]'],
    [{ ledger: [{ key: 'k', lots: [], amount: 0.5, pending: 0 }] }, 'CX_INVALID_INPUT', 'amount of ledger[0]'],
  ])('%j', (own, code, text) => {
    const call = (): unknown => run([RULE], [], own as unknown as Partial<RewardInput>);
    expect(call).toThrow(expect.objectContaining({ code }));
    expect(call).toThrow(text);
  });
  it('a budget of another unit', () => {
    const budgets = [{ id: 'b', unit: 'EUR', limit: 1, posted: 0, reserved: 0 }];
    expect(() => run([{ ...RULE, budget: 'b' }], [], { budgets })).toThrow(/that of its budget, "EUR"/);
  });
  it('sums that are no longer exact', () => {
    const huge = run([RULE], [sale('f', 'x')]).entries[0] as LedgerEntry;
    const own = (key: string): LedgerEntry => ({ ...huge, key, award: key, amount: Number.MAX_SAFE_INTEGER });
    const caps = [{ scope: 'subject', period: 'total', limit: 1, overflow: 'clip' }] as const;
    expect(() => run([{ ...RULE, caps }], [], { ledger: [own('a'), own('b')] })).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT' }),
    );
  });
});
