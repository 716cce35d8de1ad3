import { describe, expect, it } from 'vitest';

import { toAwardState } from '../../../src/rewards/evaluation/awardState.js';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { Cap, RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { eventFact } from './mechanics.js';

const REVERSAL = { on: ['undo'], when: { op: 'known', fact: ['who'] }, policy: 'full' } as const;

const ruleWith = (own: Partial<RewardRule>): RewardRule => ({
  format: 1,
  id: 'sales',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['order'],
  account: ['account'],
  when: { op: 'known', fact: ['value'] },
  grant: {
    kind: 'points',
    unit: 'pt',
    amount: { kind: 'proportional', fact: ['value'], basisPoints: 10000, rounding: 'floor' },
  },
  reversal: REVERSAL,
  onUnknown: 'hold',
  ...own,
});

const capOf = (scope: Cap['scope'], period: Cap['period']): Cap => ({ scope, period, limit: 50, overflow: 'clip' });

const fact = (id: string, name: string, on: string, order: string, value: number, account = 'acme'): RewardFact =>
  eventFact(id, name, on, { who: 'lea', order, value, account });

/** Appends some facts, rebuilds with all, and appends all again. */
function replay(rule: RewardRule, first: readonly RewardFact[], late: readonly RewardFact[]) {
  const facts = [...first, ...late];
  const asOf = '2026-03-31';
  const budgets = [{ id: 'pot', unit: 'pt', limit: 50, posted: 0, reserved: 0 }];
  const before = evaluateRewards({ rules: [rule], facts: first, budgets, asOf });
  const input = { rules: [rule], facts, budgets: before.budgets, ledger: before.entries, asOf };
  const rebuilt = evaluateRewards({ ...input, mode: 'rebuild', rebuildFrom: '2026-03-01' });
  const ledger: LedgerEntry[] = [...before.entries, ...rebuilt.entries];
  const again = evaluateRewards({ ...input, budgets: rebuilt.budgets, ledger });
  return { corrections: rebuilt.entries, ledger, again };
}

describe('appending again what a rebuild decided', () => {
  it('finds no room on the day a grant was moved to', () => {
    const { corrections, again } = replay(
      ruleWith({ caps: [capOf('subject', 'day')] }),
      [fact('a', 'sale', '2026-03-09', 'o1', 20)],
      [fact('b', 'sale', '2026-03-02', 'o1', 50), fact('c', 'sale', '2026-03-02', 'o2', 10)],
    );
    expect(corrections.map(({ on, amount }) => [on, amount])).toEqual([['2026-03-02', 30]]);
    expect(again.entries).toEqual([]);
    expect(again.decisions.map(({ outcome }) => outcome)).toEqual(['duplicate', 'capped', 'conflict']);
  });

  it('finds no room where a grant of the same amount was moved to', () => {
    const { corrections, again } = replay(
      ruleWith({ caps: [capOf('subject', 'day')] }),
      [fact('a', 'sale', '2026-03-09', 'o1', 50)],
      [fact('b', 'sale', '2026-03-02', 'o1', 50), fact('c', 'sale', '2026-03-02', 'o2', 10)],
    );
    expect(corrections.map(({ kind, on, amount }) => [kind, on, amount])).toEqual([['correct', '2026-03-02', 0]]);
    expect(again.entries).toEqual([]);
  });

  it('frees the day a grant was moved from', () => {
    const rule = ruleWith({ caps: [capOf('subject', 'day')] });
    const { ledger } = replay(
      rule,
      [fact('a', 'sale', '2026-03-09', 'o1', 50)],
      [fact('b', 'sale', '2026-03-02', 'o1', 50)],
    );
    const facts = [fact('d', 'sale', '2026-03-09', 'o3', 10)];
    expect(evaluateRewards({ rules: [rule], facts, ledger, asOf: '2026-03-31' }).decisions[0]?.outcome).toBe('granted');
  });

  it('finds no room in the account a grant was moved to', () => {
    const { corrections, again } = replay(
      ruleWith({ caps: [capOf('account', 'month')] }),
      [fact('a', 'sale', '2026-03-09', 'o1', 50, 'beta')],
      [fact('b', 'sale', '2026-03-08', 'o1', 50), fact('c', 'sale', '2026-03-08', 'o2', 10)],
    );
    expect(corrections.map(({ kind, account }) => [kind, account])).toEqual([['correct', 'acme']]);
    expect(again.entries).toEqual([]);
  });

  const isTakenBack = [
    fact('b', 'sale', '2026-03-01', 'o1', 50),
    fact('c', 'sale', '2026-03-03', 'o2', 50),
    fact('u', 'undo', '2026-03-05', 'o1', 50),
  ];

  it('finds no room that a grant held until it was taken back', () => {
    const { corrections, again } = replay(
      ruleWith({ caps: [capOf('subject', 'month')] }),
      [fact('a', 'sale', '2026-03-02', 'o1', 40)],
      isTakenBack,
    );
    expect(corrections.map(({ kind, amount }) => [kind, amount])).toEqual([['correct', -40]]);
    expect(again.entries).toEqual([]);
    expect(again.decisions[2]).toMatchObject({ outcome: 'capped', caps: [{ used: 50 }] });
  });

  it('finds no budget that a grant held until it was taken back', () => {
    const { again } = replay(
      ruleWith({ budget: 'pot', reversal: { ...REVERSAL, release: true } }),
      [fact('a', 'sale', '2026-03-02', 'o1', 40)],
      isTakenBack,
    );
    expect(again.entries).toEqual([]);
    expect(again.decisions[2]).toMatchObject({ outcome: 'budget-exhausted', budget: { available: 0 } });
  });

  it('finds no place in a group that a grant held until it was taken back', () => {
    const low = ruleWith({
      id: 'second',
      exclusiveGroup: 'g',
      priority: -1,
      trigger: { kind: 'event', event: 'other' },
    });
    const high = ruleWith({ exclusiveGroup: 'g' });
    const first = [fact('a', 'sale', '2026-03-02', 'o1', 40)];
    const facts = [...first, ...isTakenBack, fact('x', 'other', '2026-03-04', 'o1', 10)];
    const input = { rules: [low, high], asOf: '2026-03-31' };
    const before = evaluateRewards({ ...input, facts: first }).entries;
    const rebuilt = evaluateRewards({ ...input, facts, ledger: before, mode: 'rebuild', rebuildFrom: '2026-03-01' });
    expect(rebuilt.decisions.find((own) => own.fact === 'x')?.outcome).toBe('excluded');
    expect(evaluateRewards({ ...input, facts, ledger: [...before, ...rebuilt.entries] }).entries).toEqual([]);
  });

  it('keeps in a second rebuild what the first moved before its day', () => {
    const rule = ruleWith({});
    const { ledger } = replay(
      rule,
      [fact('a', 'sale', '2026-03-09', 'o1', 20)],
      [fact('b', 'sale', '2026-03-02', 'o1', 50)],
    );
    const facts = [fact('a', 'sale', '2026-03-09', 'o1', 20)];
    const input = { rules: [rule], facts, ledger, asOf: '2026-03-31', mode: 'rebuild' } as const;
    expect(evaluateRewards({ ...input, rebuildFrom: '2026-03-05' }).entries).toEqual([]);
  });

  it('says in the payload of a correction what was given back, but not in that of the grant', () => {
    const { corrections, ledger } = replay(ruleWith({}), [fact('a', 'sale', '2026-03-02', 'o1', 40)], isTakenBack);
    // 2026-03-05 is day 20517 from 1970-01-01.
    expect(corrections.find(({ kind }) => kind === 'correct')?.payload).toEqual({
      version: 1,
      asset: 'points',
      unit: 'pt',
      desired: 50,
      members: [['lea', 50]],
      returned: [{ member: 'lea', unit: 'pt', budget: null, stamp: 20517 * 4 + 2, amount: -50, spent: 0 }],
    });
    const award = corrections.find(({ kind }) => kind === 'correct')?.award;
    const state = toAwardState(
      award ?? '',
      ledger.filter((entry) => entry.award === award),
    );
    expect(state).toMatchObject({ on: '2026-03-01', reversed: true, round: 1 });
    expect(Object.keys(Object(state?.payload) as object)).toEqual(['version', 'asset', 'unit', 'desired', 'members']);
  });
});

describe('a rebuild where the window of correction of a rule is over', () => {
  const RELEASED = { ...REVERSAL, release: true } as const;
  const free = ruleWith({ budget: 'pot', reversal: RELEASED });
  const late = ruleWith({
    id: 'late',
    trigger: { kind: 'event', event: 'late' },
    budget: 'pot',
    correctionWindowDays: 15,
  });
  const facts = [
    fact('a', 'sale', '2026-03-03', 'o1', 50),
    fact('u', 'undo', '2026-03-03', 'o1', 50),
    fact('b', 'sale', '2026-03-05', 'o2', 50),
    fact('x', 'late', '2026-03-04', 'o3', 50),
  ];
  const rules = [free, late];
  const pot = { id: 'pot', unit: 'pt', limit: 50, posted: 0, reserved: 0 };
  // The pot of 50 is free again from 4 March on; on 5 March the second sale takes it, and the late fact finds none.
  const first = evaluateRewards({ rules, facts: facts.slice(0, 3), budgets: [pot], asOf: '2026-03-05' });
  const second = evaluateRewards({ rules, facts, budgets: first.budgets, ledger: first.entries, asOf: '2026-03-05' });
  const ledger = [...first.entries, ...second.entries];
  const rebuilt = (own: readonly LedgerEntry[], asOf: string) => {
    const posted = own.reduce((sum, { budgetEffect }) => sum + (budgetEffect?.posted ?? 0), 0);
    const budgets = [{ ...pot, posted }];
    return evaluateRewards({ rules, facts, budgets, ledger: own, asOf, mode: 'rebuild', rebuildFrom: '2026-03-01' });
  };
  const shortly = (entries: readonly LedgerEntry[]) => entries.map(({ kind, on, amount }) => [kind, on, amount]);

  it('grants a late fact on its last day, and does so once', () => {
    expect(shortly(ledger)).toEqual([
      ['award', '2026-03-03', 50],
      ['reverse', '2026-03-03', -50],
      ['award', '2026-03-05', 50],
    ]);
    const { entries } = rebuilt(ledger, '2026-03-19');
    expect(shortly(entries)).toEqual([
      ['award', '2026-03-04', 50],
      ['correct', '2026-03-05', -50],
    ]);
    expect(rebuilt([...ledger, ...entries], '2026-03-19').entries).toEqual([]);
  });

  it('grants none after it and decides nothing on it, so that a second rebuild finds what the first did', () => {
    const { entries, decisions, budgets } = rebuilt(ledger, '2026-03-20');
    expect(entries).toEqual([]);
    expect(decisions.map((own) => [own.fact, own.outcome])).toEqual([
      ['a', 'granted'],
      ['u', 'reversed'],
      ['b', 'granted'],
    ]);
    expect(budgets).toEqual([{ ...pot, posted: 50 }]);
  });

  it('still tells that a grant from before is there, and appending looks at no window', () => {
    const own = evaluateRewards({ rules, facts: facts.slice(3), budgets: [pot], asOf: '2026-03-20' });
    expect(shortly(own.entries)).toEqual([['award', '2026-03-04', 50]]);
    const { decisions, entries } = evaluateRewards({
      ...{ rules, facts: facts.slice(3), budgets: own.budgets, ledger: own.entries, asOf: '2026-03-20' },
      ...{ mode: 'rebuild', rebuildFrom: '2026-03-01' },
    });
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['duplicate']);
    expect(entries).toEqual([]);
  });
});
