import { describe, expect, it } from 'vitest';
import { toRewardsSummary } from '../../../src/reviews/toRewardsSummary.js';
import type { RewardDecision, RewardOutcome } from '../../../src/rewards/evaluation/rewardDecision.js';

function decision(outcome: RewardOutcome, granted: number, changes: Partial<RewardDecision> = {}): RewardDecision {
  return {
    outcome,
    rule: 'r',
    version: 1,
    fact: 'f',
    on: '2026-09-30',
    subject: 's',
    occurrence: null,
    unit: 'EUR',
    desired: null,
    granted,
    trace: null,
    missing: [],
    failing: [],
    caps: [],
    budget: null,
    excludedBy: null,
    entries: [],
    ...changes,
  };
}

describe('toRewardsSummary', () => {
  it('adds up by unit what was granted for good and what was reserved', () => {
    const decisions = [
      decision('granted', 10, { fact: 'a' }),
      decision('clipped', 5, { fact: 'b' }),
      decision('pending', 7, { fact: 'c' }),
      decision('granted', 3, { fact: 'd', unit: 'CHF' }),
      decision('denied', 0, { fact: 'e' }),
      decision('voided', 99, { fact: 'f' }),
    ];
    expect(toRewardsSummary({ decisions })['granted']).toEqual([
      { unit: 'CHF', decisions: 1, granted: 3, reserved: 0 },
      { unit: 'EUR', decisions: 3, granted: 15, reserved: 7 },
    ]);
  });

  it('counts once what was set aside and then granted, voided or taken back', () => {
    const gift = (outcome: RewardOutcome, granted: number, occurrence: string, fact: string): RewardDecision =>
      decision(outcome, granted, { occurrence, fact });
    const decisions = [
      gift('pending', 50, 'chosen', '1'),
      gift('pending', 40, 'lapsed', '2'),
      gift('pending', 30, 'waiting', '3'),
      gift('granted', 20, 'wrong', '4'),
      gift('pending', 10, 'withdrawn', '5'),
      gift('clipped', 43, 'chosen', '6'),
      gift('voided', 0, 'lapsed', '7'),
      gift('reversed', -15, 'wrong', '8'),
      gift('reversed', -10, 'withdrawn', '9'),
      gift('duplicate', 0, 'chosen', '6'),
    ];
    // 43 chosen, 5 left of what was wrong; 30 wait.
    expect(toRewardsSummary({ decisions })['granted']).toEqual([
      { unit: 'EUR', decisions: 3, granted: 48, reserved: 30 },
    ]);
  });

  it('does not list as waiting what was decided since, but what a duplicate follows', () => {
    const decisions = [
      decision('held', 0, { occurrence: 'late', fact: '1' }),
      decision('held', 0, { occurrence: 'open', fact: '2' }),
      decision('granted', 5, { occurrence: 'late', fact: '3' }),
      decision('duplicate', 0, { occurrence: 'open', fact: '4' }),
    ];
    expect(toRewardsSummary({ decisions })['waiting']).toMatchObject([{ occurrence: 'open', fact: '2' }]);
  });

  it('counts outcomes in code-unit order', () => {
    const decisions = [decision('held', 0), decision('denied', 0), decision('held', 0)];
    expect(toRewardsSummary({ decisions })['outcomes']).toEqual([
      { outcome: 'denied', decisions: 1 },
      { outcome: 'held', decisions: 2 },
    ]);
  });

  it('lists what waits by date and rule, whatever the order of the decisions', () => {
    const decisions = [
      decision('awaiting-approval', 0, { on: '2026-09-30', subject: null, occurrence: 'gift' }),
      decision('held', 0, { on: '2026-09-01', missing: [['network', 'otif'], ['on']] }),
      decision('denied', 0),
    ];
    const waiting = [
      {
        rule: 'r',
        fact: 'f',
        occurrence: null,
        on: '2026-09-01',
        subject: 's',
        outcome: 'held',
        missing: ['network.otif', 'on'],
      },
      {
        rule: 'r',
        fact: 'f',
        occurrence: 'gift',
        on: '2026-09-30',
        subject: null,
        outcome: 'awaiting-approval',
        missing: [],
      },
    ];
    expect(toRewardsSummary({ decisions })['waiting']).toEqual(waiting);
    expect(toRewardsSummary({ decisions: decisions.slice().reverse() })['waiting']).toEqual(waiting);
  });

  it('keeps budgets and liability in order, without what is not told of', () => {
    const budget = { unit: 'EUR', limit: 9, posted: 1, reserved: 2 };
    const owed = { unit: 'pt', available: 3, pending: 1, owed: 4, debts: 0, members: 2, months: [] };
    const summary = toRewardsSummary({
      budgets: [
        { ...budget, id: 'b', overflow: 'clip' },
        { ...budget, id: 'a' },
      ],
      liability: [
        { ...owed, asset: 'points' },
        { ...owed, asset: 'money' },
        { ...owed, asset: 'points', unit: 'EUR' },
      ],
    });
    expect(summary).toEqual({
      budgets: [
        { id: 'a', ...budget },
        { id: 'b', ...budget },
      ],
      liability: [
        { asset: 'points', unit: 'EUR', available: 3, pending: 1, owed: 4, members: 2 },
        { asset: 'money', unit: 'pt', available: 3, pending: 1, owed: 4, members: 2 },
        { asset: 'points', unit: 'pt', available: 3, pending: 1, owed: 4, members: 2 },
      ],
    });
  });

  it('leaves out what was not handed over', () => {
    expect(toRewardsSummary({})).toEqual({});
    expect(toRewardsSummary({ decisions: [] })).toEqual({ granted: [], outcomes: [], waiting: [] });
  });

  it.each([
    [{ decisions: 7 }, 'toRewardsSummary: option "decisions" must be a list of records, received 7'],
    [{ budgets: [null] }, 'toRewardsSummary: option "budgets" must be a list of records, received an object'],
    [{ liability: 'x' }, 'toRewardsSummary: option "liability" must be a list of records, received "x"'],
    [null, 'toRewardsSummary: options must be an object, received null'],
  ])('refuses %j', (input, message) => {
    expect(() => toRewardsSummary(input as never)).toThrow(message);
  });
});
