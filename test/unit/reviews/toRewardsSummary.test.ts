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
      decision('granted', 10),
      decision('clipped', 5),
      decision('pending', 7),
      decision('granted', 3, { unit: 'CHF' }),
      decision('denied', 0),
      decision('voided', 99),
    ];
    expect(toRewardsSummary({ decisions })['granted']).toEqual([
      { unit: 'CHF', decisions: 1, granted: 3, reserved: 0 },
      { unit: 'EUR', decisions: 3, granted: 15, reserved: 7 },
    ]);
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
      decision('awaiting-approval', 0, { on: '2026-09-30', subject: null }),
      decision('held', 0, { on: '2026-09-01', missing: [['network', 'otif'], ['on']] }),
      decision('denied', 0),
    ];
    const waiting = [
      { rule: 'r', fact: 'f', on: '2026-09-01', subject: 's', outcome: 'held', missing: ['network.otif', 'on'] },
      { rule: 'r', fact: 'f', on: '2026-09-30', subject: null, outcome: 'awaiting-approval', missing: [] },
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
