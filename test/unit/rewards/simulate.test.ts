import { describe, expect, it } from 'vitest';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { simulate } from '../../../src/rewards/trials/simulate.js';
import { budgetOf, GESTURE, idea, IDEA, incident, INCIDENTS, sale, SALES, SALES_FACTS } from './simulateProgramme.js';

const ASOF = '2026-12-31';
const points = (granted: number, pending = 0, takenBack = 0) => ({
  asset: 'points',
  unit: 'pt',
  granted,
  pending,
  takenBack,
  net: granted - takenBack,
});
const NONE = {
  granted: 0,
  clipped: 0,
  pending: 0,
  'awaiting-approval': 0,
  held: 0,
  denied: 0,
  capped: 0,
  'budget-exhausted': 0,
  duplicate: 0,
  conflict: 0,
  'not-in-force': 0,
  excluded: 0,
  voided: 0,
  reversed: 0,
};

/** The message of what is thrown, with its code. */
function refusal(input: unknown): string {
  try {
    simulate(input as never);
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'accepted';
}

describe('simulate', () => {
  const sales = simulate({ rules: [SALES], facts: SALES_FACTS, asOf: ASOF });

  it('sums by unit, member and month', () => {
    expect(sales.asOf).toBe(ASOF);
    expect(sales.totals).toEqual([points(220)]);
    expect(sales.members).toEqual([
      { member: 'lea', sums: [points(170)] },
      { member: 'max', sums: [points(50)] },
    ]);
    expect(sales.months).toEqual([
      { month: '2026-01', sums: [points(120)] },
      { month: '2026-02', sums: [points(50)] },
      { month: '2026-03', sums: [points(50)] },
    ]);
  });

  it('tells of each rule what it granted, to how many, and what limits withheld', () => {
    expect(sales.rules).toHaveLength(1);
    expect(sales.rules[0]).toMatchObject({ rule: 'sales', version: 1, state: 'active', members: 2, withheld: 80 });
    expect(sales.rules[0]?.sums).toEqual([points(220)]);
    expect(sales.rules[0]?.outcomes).toEqual({ ...NONE, granted: 4, clipped: 1, capped: 1, held: 1, denied: 1 });
    expect(sales.outcomes).toEqual(sales.rules[0]?.outcomes);
  });

  it('tells why it was refused', () => {
    const none = {
      rule: 'sales',
      at: null,
      op: null,
      fact: null,
      unknown: null,
      cap: null,
      budget: null,
      excludedBy: null,
      decisions: 1,
    };
    const cap = SALES.caps?.[0];
    const leaf = { at: [], op: 'gte', fact: ['units'] };
    expect(sales.refusals).toEqual([
      { ...none, ...leaf, outcome: 'denied' },
      { ...none, ...leaf, outcome: 'held', unknown: 'missing' },
      { ...none, outcome: 'capped', cap },
      { ...none, outcome: 'clipped', cap },
    ]);
    expect(sales.rules[0]?.refusals).toEqual(sales.refusals);
  });

  it('puts the most frequent cause first', () => {
    const facts = [
      sale('a', '2026-01-01', 'lea'),
      sale('b', '2026-01-01', 'lea', 1),
      sale('c', '2026-01-01', 'max', 2),
    ];
    const { refusals } = simulate({ rules: [SALES], facts, asOf: ASOF });
    expect(refusals.map(({ outcome, decisions }) => [outcome, decisions])).toEqual([
      ['denied', 2],
      ['held', 1],
    ]);
    const held = simulate({
      rules: [SALES],
      facts: [sale('z', '2026-01-01', 'lea'), ...facts.slice(0, 2)],
      asOf: ASOF,
    });
    expect(held.refusals.map(({ outcome, decisions }) => [outcome, decisions])).toEqual([
      ['held', 2],
      ['denied', 1],
    ]);
  });

  it('counts a cause once for one decision', () => {
    const part = { op: 'gte', fact: ['units'], value: 10 } as const;
    const rule: RewardRule = { ...SALES, when: { op: 'some', over: ['lines'], where: part } };
    const lines = [{ units: 1 }, { units: 2 }];
    const facts = [{ ...sale('a', '2026-01-01', 'lea'), data: { who: 'lea', id: 'a', lines } }];
    const { refusals } = simulate({ rules: [rule], facts, asOf: ASOF });
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ op: 'some', fact: ['lines'], at: [], decisions: 1 });
  });

  it('names what is missing beside the condition, and it alone', () => {
    const facts = [{ ...sale('a', '2026-01-01', 'lea', 10), data: { id: 'a', units: 10 } }];
    const { refusals } = simulate({ rules: [SALES], facts, asOf: ASOF });
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ outcome: 'held', at: null, op: null, fact: ['who'], unknown: null });
    const both = [{ ...sale('a', '2026-01-01', 'lea'), data: { id: 'a' } }];
    expect(simulate({ rules: [SALES], facts: both, asOf: ASOF }).refusals.map(({ at, fact }) => [at, fact])).toEqual([
      [[], ['units']],
      [null, ['who']],
    ]);
    const unpaid = simulate({ rules: [GESTURE], facts: INCIDENTS, asOf: ASOF });
    expect(unpaid.refusals[0]).toMatchObject({ outcome: 'held', fact: ['budgets', 'goodwill'], decisions: 3 });
  });

  it('names the rule that went first, and what was not in force', () => {
    const first = { ...SALES, id: 'first', exclusiveGroup: 'g' };
    const ended: RewardRule = { ...SALES, id: 'zz', state: 'ended' };
    const facts = [sale('a', '2026-01-01', 'lea', 10)];
    const { refusals, rules } = simulate({
      rules: [{ ...SALES, exclusiveGroup: 'g' }, ended, first],
      facts,
      asOf: ASOF,
    });
    expect(refusals.map(({ rule, outcome, excludedBy }) => [rule, outcome, excludedBy])).toEqual([
      ['sales', 'excluded', 'first'],
      ['zz', 'not-in-force', null],
    ]);
    expect(rules.map(({ rule, members }) => [rule, members])).toEqual([
      ['first', 1],
      ['sales', 0],
      ['zz', 0],
    ]);
  });

  it.each([
    // limit, overflow, posted at the end, days, empty on, short on, withheld
    [6000, 'deny', 5000, 2, null, '2026-02-20', 2500],
    [6000, 'clip', 6000, 3, '2026-02-20', '2026-02-20', 1500],
    [7500, 'deny', 7500, 3, '2026-02-20', null, 0],
    [7501, 'deny', 7500, 3, null, null, 0],
    [7499, 'clip', 7499, 3, '2026-02-20', '2026-02-20', 1],
    [0, 'clip', 0, 0, null, '2026-01-10', 7500],
  ] as const)('tells how a budget of %i (%s) is used', (limit, overflow, posted, days, emptyOn, shortOn, withheld) => {
    const budgets = [budgetOf('goodwill', 'EUR', limit, overflow)];
    const { budgets: uses, budgetsAfter } = simulate({ rules: [GESTURE], facts: INCIDENTS, budgets, asOf: ASOF });
    const available = limit - posted;
    expect(uses).toHaveLength(1);
    const [use] = uses;
    expect(use).toMatchObject({ budget: 'goodwill', unit: 'EUR', limit, posted, reserved: 0, available });
    expect(use).toMatchObject({ emptyOn, shortOn, withheld });
    expect(use?.days).toHaveLength(days);
    expect(budgetsAfter).toEqual([{ ...budgets[0], posted }]);
  });

  it('follows a budget from day to day, from where it stands', () => {
    const budgets = [{ ...budgetOf('goodwill', 'EUR', 6000), posted: 100, reserved: 10 }];
    const [use] = simulate({ rules: [GESTURE], facts: INCIDENTS, budgets, asOf: ASOF }).budgets;
    expect(use?.days).toEqual([
      { on: '2026-01-10', posted: 2600, reserved: 10, available: 3390 },
      { on: '2026-02-10', posted: 5100, reserved: 10, available: 890 },
    ]);
    expect(use).toMatchObject({ posted: 5100, reserved: 10, available: 890 });
  });

  it('keeps the budget apart from the caps in what is withheld', () => {
    const caps = [{ scope: 'programme', period: 'total', limit: 6000, overflow: 'clip' }] as const;
    const budgets = [budgetOf('goodwill', 'EUR', 5400, 'clip'), budgetOf('another', 'EUR', 1)];
    // 2,500, 2,500, then the cap leaves 1,000 and the budget 400 of it.
    const trial = simulate({ rules: [{ ...GESTURE, caps }], facts: INCIDENTS, budgets, asOf: ASOF });
    expect(trial.rules[0]?.withheld).toBe(2100);
    expect(trial.budgets.map(({ budget, withheld, posted }) => [budget, withheld, posted])).toEqual([
      ['another', 0, 0],
      ['goodwill', 600, 5400],
    ]);
    expect(trial.refusals.map(({ cap, budget }) => [cap, budget])).toEqual([
      [null, 'goodwill'],
      [caps[0], null],
    ]);
  });

  it('does not blame a cap or a budget that left all there was', () => {
    const caps = [
      { scope: 'programme', period: 'total', limit: 2000, overflow: 'clip' },
      { scope: 'subject', period: 'total', limit: 2000, overflow: 'clip' },
    ] as const;
    const budgets = [budgetOf('goodwill', 'EUR', 9000, 'clip')];
    const { refusals } = simulate({ rules: [{ ...GESTURE, caps }], facts: INCIDENTS.slice(0, 1), budgets, asOf: ASOF });
    expect(refusals.map(({ cap, budget }) => [cap, budget])).toEqual([[caps[0], null]]);
  });

  it('tells what was set aside, settled, voided and taken back', () => {
    const facts = [
      idea('a', '2026-01-01', 'lea'),
      idea('b', '2026-01-02', 'lea'),
      idea('c', '2026-01-03', 'max'),
      idea('d', '2026-01-10', 'max'),
      idea('a', '2026-01-05', 'lea', '.judged', true),
      idea('b', '2026-01-05', 'lea', '.judged', false),
      idea('a', '2026-02-01', 'lea', '.copied'),
    ];
    const budgets = [budgetOf('ideas', 'pt', 90)];
    const trial = simulate({ rules: [IDEA], facts, budgets, asOf: '2026-01-31' });
    // c is overdue after 13 January, d after the 20th; the copy lies after the last day.
    expect(trial.later).toEqual(['a.copied']);
    expect(trial.totals).toEqual([points(30)]);
    expect(trial.outcomes).toEqual({ ...NONE, pending: 4, granted: 1, voided: 3 });
    expect(trial.budgets[0]?.days.map(({ on, posted, reserved }) => [on, posted, reserved])).toEqual([
      ['2026-01-01', 0, 30],
      ['2026-01-02', 0, 60],
      ['2026-01-03', 0, 90],
      ['2026-01-05', 30, 30],
      ['2026-01-10', 30, 60],
      ['2026-01-14', 30, 30],
      ['2026-01-21', 30, 0],
    ]);
    expect(trial.budgets[0]?.emptyOn).toBe('2026-01-03');
    const open = simulate({ rules: [IDEA], facts, budgets, asOf: '2026-01-20' });
    expect(open.totals).toEqual([points(30, 30)]);
    const later = simulate({ rules: [IDEA], facts, budgets, asOf: '2026-02-01' });
    expect(later.totals).toEqual([points(30, 0, 30)]);
    expect(later.rules[0]?.members).toBe(2);
    expect(later.months).toEqual([
      { month: '2026-01', sums: [points(30)] },
      { month: '2026-02', sums: [points(0, 0, 30)] },
    ]);
  });

  it('tries drafts when it is asked to, and says so', () => {
    const draft: RewardRule = { ...SALES, state: 'draft' };
    const paused: RewardRule = { ...SALES, id: 'paused', state: 'paused' };
    const input = { rules: [paused, { ...draft, id: 'z' }, draft], facts: SALES_FACTS, asOf: ASOF };
    for (const own of [input, { ...input, drafts: 'leave' } as const]) {
      const left = simulate(own);
      expect([left.drafts, left.tried, left.totals]).toEqual(['leave', [], []]);
    }
    const tried = simulate({ ...input, drafts: 'try' });
    expect([tried.drafts, tried.tried]).toEqual(['try', ['sales', 'z']]);
    expect(tried.totals).toEqual([points(440)]);
    expect(tried.rules.map(({ rule, state }) => [rule, state])).toEqual([
      ['paused', 'paused'],
      ['sales', 'draft'],
      ['z', 'draft'],
    ]);
  });

  it('begins with the ledger that it is given', () => {
    const ledger = simulate({ rules: [SALES], facts: SALES_FACTS.slice(0, 3), asOf: '2026-01-20' }).entries;
    const rest = simulate({ rules: [SALES], facts: SALES_FACTS, ledger, asOf: ASOF });
    expect(rest.totals).toEqual([points(120)]);
    expect(rest.outcomes.duplicate).toBe(2);
    expect(rest.refusals).toHaveLength(4);
  });

  it('keeps units and kinds apart', () => {
    const badge: RewardRule = { ...SALES, id: 'badge', caps: [], grant: { kind: 'badge', unit: 'pt' } };
    const facts = [sale('a', '2026-01-01', 'lea', 10), incident('i', '2026-01-01', 'lea')];
    const budgets = [budgetOf('goodwill', 'EUR', 9000)];
    const { totals, members } = simulate({ rules: [GESTURE, SALES, badge], facts, budgets, asOf: ASOF });
    expect(totals.map(({ asset, unit, granted }) => [asset, unit, granted])).toEqual([
      ['badge', 'pt', 1],
      ['money', 'EUR', 2500],
      ['points', 'pt', 50],
    ]);
    expect(members).toEqual([{ member: 'lea', sums: totals }]);
  });

  it('gives empty sums where nothing happened', () => {
    expect(simulate({ rules: [], facts: [], asOf: ASOF })).toEqual({
      asOf: ASOF,
      drafts: 'leave',
      tried: [],
      totals: [],
      members: [],
      rules: [],
      months: [],
      outcomes: NONE,
      refusals: [],
      budgets: [],
      budgetsAfter: [],
      later: [],
      entries: [],
    });
  });

  it.each([
    [null, 'CX_INVALID_INPUT: simulate: input must be an object, received null'],
    [
      { rules: 7, facts: [], asOf: ASOF },
      'CX_INVALID_OPTION: simulate: option "rules" must be a list of rules, received 7',
    ],
    [
      { rules: [], facts: [], asOf: ASOF, drafts: true },
      'CX_INVALID_OPTION: simulate: option "drafts" must be "try" or "leave", received true',
    ],
    [
      { rules: [], facts: [], asOf: 'now' },
      'CX_INVALID_OPTION: evaluateRewards: option "asOf" must be a civil date YYYY-MM-DD, received "now"',
    ],
    [
      { rules: [null], facts: [], asOf: ASOF, drafts: 'try' },
      'CX_INVALID_RULE: compileRules: id of a rule must be text, received undefined',
    ],
  ])('refuses %j', (input, message) => {
    expect(refusal(input)).toBe(message);
  });
});
