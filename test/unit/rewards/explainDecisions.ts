import { evaluateRewards, type RewardInput } from '../../../src/rewards/evaluation/evaluateRewards.js';
import type { RewardDecision } from '../../../src/rewards/evaluation/rewardDecision.js';
import { redeem } from '../../../src/rewards/ledger/redeem.js';
import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { SMALL } from './explainCases.js';
import { eventFact, GOODWILL, GOODWILL_BUDGET, GREEN_QUARTER, PLAN_TARGET, quarterFact } from './mechanics.js';

/** A decision, and the rules that may be consulted about it. */
export interface DecisionCase {
  readonly title: string;
  readonly decision: RewardDecision;
  readonly rules: readonly RewardRule[];
}

const sale = (id: string, what: string, more: RewardFact['data'] = {}): RewardFact =>
  eventFact(id, 'sale', '2026-03-02', { who: 'lea', what, valid: true, ...more });
const later = (name: string, data: RewardFact['data'], on = '2026-03-05'): RewardFact =>
  eventFact(`${name} ${on}`, name, on, { who: 'lea', what: 'x', ...data });
const cap = { scope: 'subject', period: 'month', limit: 100, overflow: 'clip' } as const;
const PHASES: RewardRule = {
  ...SMALL,
  settle: {
    mode: 'two-phase',
    on: ['review'],
    post: { op: 'eq', fact: ['verdict'], value: 'good' },
    void: { op: 'eq', fact: ['verdict'], value: 'bad' },
    postAmount: ['price'],
    voidAfterDays: 10,
  },
};
const REVERSED: RewardRule = {
  ...SMALL,
  reversal: { on: ['undo'], when: { op: 'eq', fact: ['undone'], value: true }, policy: 'full' },
};
const withPolicy = (policy: 'within-balance' | 'pending-only', rule = REVERSED): RewardRule => ({
  ...rule,
  reversal: { on: ['undo'], when: { op: 'eq', fact: ['undone'], value: true }, policy },
});
const MONEY: RewardRule = {
  ...SMALL,
  names: { en: 'Bonus', fr: 'Prime' },
  grant: { kind: 'money', unit: 'EUR', amount: { kind: 'fixed', amount: 123456 } },
};
const YEN: RewardRule = { ...SMALL, grant: { kind: 'money', unit: 'JPY', amount: { kind: 'fixed', amount: 5000 } } };

/** The last decision, and the rules. */
function last(
  title: string,
  rules: readonly RewardRule[],
  facts: readonly RewardFact[],
  more: Partial<RewardInput> = {},
): DecisionCase {
  const { decisions } = evaluateRewards({ rules, facts, asOf: '2026-03-06', ...more });
  return { title, rules, decision: decisions.at(-1) as RewardDecision };
}

function budgets(limit: number, overflow: 'clip' | 'deny' = 'deny'): { readonly budgets: readonly RewardBudget[] } {
  return { budgets: [{ id: 'b', unit: 'pt', limit, posted: 0, reserved: 0, overflow }] };
}

const granted = (rule: RewardRule): Partial<RewardInput> => ({
  ledger: evaluateRewards({ rules: [rule], facts: [sale('f', 'x')], asOf: '2026-03-02' }).entries,
});
const earned = granted(withPolicy('within-balance')).ledger ?? [];
const spent = [
  ...earned,
  ...redeem({ member: 'lea', asset: 'points', unit: 'pt', amount: 60, on: '2026-03-03', key: 'o', ledger: earned })
    .entries,
];
const dearer = { ...SMALL, grant: { ...SMALL.grant, amount: { kind: 'fixed', amount: 90 } } } as RewardRule;
const quarter = quarterFact('q', '2026-03-31', {
  network: { id: 'north', members: [{ id: 'ana' }, { id: 'bo' }] },
  period: { key: '2026-Q1' },
  kpis: Object.fromEntries(['otif', 'sla', 'portalAdoption'].map((kpi) => [kpi, Array(3).fill({ status: 'green' })])),
});
const incident = (severity: number): RewardFact =>
  eventFact('g', 'incident.closed', '2026-02-11', {
    customer: { id: 'acme' },
    incident: { id: 'n1', attributableTo: 'supplier', severity },
  });

/** A decision of each outcome, in each way it comes about. */
export const DECISIONS: readonly DecisionCase[] = [
  last('granted', [SMALL], [sale('f', 'x')]),
  last('granted money', [MONEY], [sale('f', 'x')]),
  last('granted money without decimals', [YEN], [sale('f', 'x')]),
  last(
    'granted a badge',
    [PLAN_TARGET],
    [
      eventFact('p', 'plan.reviewed', '2026-03-02', {
        team: { id: 't' },
        plan: { id: 'p1', state: 'reached', proven: true },
      }),
    ],
  ),
  last('granted to a network', [GREEN_QUARTER], [quarter], { asOf: '2026-04-01' }),
  last('granted in the second phase', [PHASES], [sale('f', 'x'), later('review', { verdict: 'good', price: 60 })]),
  last('clipped by a cap', [{ ...SMALL, caps: [cap] }], [sale('a', 'x'), sale('b', 'y')]),
  last('clipped by a budget', [{ ...SMALL, budget: 'b' }], [sale('a', 'x'), sale('b', 'y')], budgets(100, 'clip')),
  last('clipped by what was chosen', [PHASES], [sale('f', 'x'), later('review', { verdict: 'good', price: 40 })]),
  last('pending', [PHASES], [sale('f', 'x')]),
  last('pending with less', [{ ...PHASES, caps: [{ ...cap, limit: 50 }] }], [sale('f', 'x')]),
  last('pending still', [PHASES], [sale('f', 'x'), later('review', { verdict: 'unclear' })]),
  last('pending gift', [GOODWILL], [incident(3)], { budgets: [GOODWILL_BUDGET], asOf: '2026-02-11' }),
  last('awaiting-approval', [GOODWILL], [incident(4)], { budgets: [GOODWILL_BUDGET] }),
  last('held', [{ ...SMALL, budget: 'b', account: ['account'] }], [eventFact('f', 'sale', '2026-03-02', {})]),
  last('held in the second phase', [PHASES], [sale('f', 'x'), later('review', { verdict: 'good' })]),
  last('denied', [SMALL], [sale('f', 'x', { valid: false })]),
  last('denied for want of facts', [{ ...SMALL, onUnknown: 'deny' }], [sale('f', 'x', { valid: null })]),
  last('denied for want of an occurrence', [{ ...SMALL, onUnknown: 'deny' }], [sale('f', 'x', { what: null })]),
  last('denied more than is pending', [PHASES], [sale('f', 'x'), later('review', { verdict: 'good', price: 61 })]),
  last(
    'denied to take back what is final',
    [withPolicy('pending-only')],
    [sale('f', 'x'), later('undo', { undone: true })],
  ),
  last('denied to take back what is spent', [withPolicy('within-balance')], [later('undo', { undone: true })], {
    ledger: spent,
  }),
  last(
    'denied to take back what is void',
    [withPolicy('pending-only', PHASES)],
    [sale('f', 'x'), later('review', { verdict: 'bad' }), later('undo', { undone: true }, '2026-03-06')],
  ),
  last('capped', [{ ...SMALL, caps: [{ ...cap, overflow: 'deny', limit: 59 }] }], [sale('a', 'x')]),
  last(
    'capped over all',
    [{ ...SMALL, caps: [{ scope: 'programme', period: 'total', limit: 0, overflow: 'clip', across: 'all-rules' }] }],
    [sale('a', 'x')],
  ),
  last('budget-exhausted', [{ ...SMALL, budget: 'b' }], [sale('a', 'x')], budgets(59)),
  last('duplicate', [SMALL], [sale('g', 'x')], granted(SMALL)),
  last(
    'duplicate in the second phase',
    [PHASES],
    [
      sale('f', 'x'),
      later('review', { verdict: 'good', price: 60 }),
      later('review', { verdict: 'good', price: 60 }, '2026-03-06'),
    ],
  ),
  last(
    'duplicate reversal',
    [REVERSED],
    [sale('f', 'x'), later('undo', { undone: true }), later('undo', { undone: true }, '2026-03-06')],
  ),
  last('conflict', [dearer], [sale('f', 'x')], granted(SMALL)),
  last('not-in-force before', [{ ...SMALL, validity: { from: '2026-03-03' } }], [sale('f', 'x')]),
  last('not-in-force after', [{ ...SMALL, validity: { through: '2026-03-01' } }], [sale('f', 'x')]),
  last('not-in-force, a draft', [{ ...SMALL, state: 'draft' }], [sale('f', 'x')]),
  last('not-in-force, paused', [{ ...SMALL, state: 'paused' }], [sale('f', 'x')]),
  last('not-in-force, ended', [{ ...SMALL, state: 'ended' }], [sale('f', 'x')]),
  last(
    'excluded',
    [
      { ...SMALL, id: 'a', exclusiveGroup: 'g' },
      { ...SMALL, exclusiveGroup: 'g' },
    ],
    [sale('f', 'x')],
  ),
  last('voided', [PHASES], [sale('f', 'x'), later('review', { verdict: 'bad' })]),
  last('voided when overdue', [PHASES], [sale('f', 'x')], { asOf: '2026-03-13' }),
  last(
    'voided after a day',
    [{ ...PHASES, settle: { ...PHASES.settle, voidAfterDays: 1 } as RewardRule['settle'] }],
    [sale('f', 'x')],
  ),
  last('reversed', [REVERSED], [sale('f', 'x'), later('undo', { undone: true })]),
  last(
    'reversed within the balance',
    [withPolicy('within-balance')],
    [sale('f', 'x'), later('undo', { undone: true })],
  ),
  last(
    'reversed while pending',
    [withPolicy('pending-only', PHASES)],
    [sale('f', 'x'), later('undo', { undone: true })],
  ),
];
