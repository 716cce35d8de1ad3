import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';

/** (a) Field feedback: points only after validation, taken back when the insight turns out wrong. */
export const FIELD_INSIGHT: RewardRule = {
  format: 1,
  id: 'field-insight',
  version: 3,
  state: 'active',
  validity: { from: '2026-01-01', through: '2026-12-31' },
  trigger: { kind: 'event', event: 'insight.submitted' },
  subject: ['author', 'id'],
  occurrence: ['insight', 'id'],
  when: {
    op: 'all',
    of: [
      { op: 'eq', fact: ['insight', 'actionable'], value: true },
      { op: 'in', fact: ['author', 'role'], values: ['sales', 'reseller'] },
    ],
  },
  settle: {
    mode: 'two-phase',
    on: ['insight.reviewed'],
    post: { op: 'eq', fact: ['insight', 'status'], value: 'validated' },
    void: { op: 'eq', fact: ['insight', 'status'], value: 'rejected' },
    voidAfterDays: 60,
  },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
  caps: [{ scope: 'subject', period: 'quarter', limit: 500, overflow: 'clip' }],
  reversal: {
    on: ['insight.invalidated'],
    when: { op: 'eq', fact: ['insight', 'status'], value: 'invalidated' },
    policy: 'within-balance',
  },
  onUnknown: 'hold',
};

const greenMonths = (kpi: string) =>
  ({
    op: 'every',
    over: ['kpis', kpi],
    where: { op: 'eq', fact: ['status'], value: 'green' },
    minCount: 3,
  }) as const;

/** (b) Service quality: a network bonus at the close of the quarter; a missing month holds. */
export const GREEN_QUARTER: RewardRule = {
  format: 1,
  id: 'network-green-quarter',
  version: 1,
  state: 'active',
  trigger: { kind: 'period-close', period: 'quarter' },
  subject: ['network', 'id'],
  occurrence: ['period', 'key'],
  when: { op: 'all', of: [greenMonths('otif'), greenMonths('sla'), greenMonths('portalAdoption')] },
  grant: {
    kind: 'points',
    unit: 'pt',
    amount: { kind: 'fixed', amount: 20000 },
    split: { over: ['network', 'members'], id: ['id'] },
  },
  reversal: {
    on: ['kpi.restated'],
    when: { op: 'eq', fact: ['restated', 'green'], value: false },
    policy: 'full',
  },
  correctionWindowDays: 30,
  onUnknown: 'hold',
};

/** (b) as conditions on the results of a metric: each month, or the quarter as a whole. */
export const GREEN_MONTHS_BY_METRIC: RewardRule = {
  ...GREEN_QUARTER,
  id: 'network-green-months',
  when: {
    op: 'metric',
    metric: 'otif',
    scope: ['network', 'id'],
    period: 'quarter',
    over: 'every-month',
    test: { status: 'green', by: 'point' },
  },
};

/** (b) on the metric computed over the whole quarter. */
export const GREEN_POOLED_BY_METRIC: RewardRule = {
  ...GREEN_QUARTER,
  id: 'network-green-pooled',
  when: {
    op: 'metric',
    metric: 'otif',
    scope: ['network', 'id'],
    period: 'quarter',
    over: 'pooled-period',
    test: { status: 'green', by: 'point' },
  },
};

/** (b) on the unfavourable end of the interval: luck does not pay. */
export const GREEN_POOLED_BY_BOUND: RewardRule = {
  ...GREEN_QUARTER,
  id: 'network-green-bound',
  when: {
    op: 'metric',
    metric: 'otif',
    scope: ['network', 'id'],
    period: 'quarter',
    over: 'pooled-period',
    test: { status: 'green', by: 'bound' },
  },
};

/** (c) A goodwill gesture: a gift value is reserved, the customer chooses a gift, the remainder returns to the budget. */
export const GOODWILL: RewardRule = {
  format: 1,
  id: 'goodwill-incident',
  version: 2,
  state: 'active',
  trigger: { kind: 'event', event: 'incident.closed' },
  subject: ['customer', 'id'],
  occurrence: ['incident', 'id'],
  when: {
    op: 'all',
    of: [
      { op: 'eq', fact: ['incident', 'attributableTo'], value: 'supplier' },
      { op: 'gte', fact: ['incident', 'severity'], value: 2 },
    ],
  },
  grant: {
    kind: 'gift-choice',
    catalogue: 'main',
    unit: 'EUR',
    amount: { kind: 'table', fact: ['incident', 'severity'], rows: { '2': 2500, '3': 5000, '4': 10000 } },
  },
  settle: {
    mode: 'two-phase',
    on: ['gift.chosen'],
    post: { op: 'known', fact: ['choice', 'sku'] },
    postAmount: ['choice', 'priceMinor'],
    voidAfterDays: 90,
  },
  budget: 'goodwill-2026',
  caps: [{ scope: 'subject', period: 'civil-year', limit: 15000, overflow: 'deny' }],
  approval: { above: 5000, fact: ['approval', 'granted'] },
  onUnknown: 'hold',
};

/** Budget of (c). */
export const GOODWILL_BUDGET: RewardBudget = { id: 'goodwill-2026', unit: 'EUR', limit: 20000, posted: 0, reserved: 0 };

/** (d) A targeted challenge: any two of three tasks, once per person and edition. */
export const SPRING_CHALLENGE: RewardRule = {
  format: 1,
  id: 'spring-challenge',
  version: 1,
  state: 'active',
  validity: { from: '2026-03-01', through: '2026-05-31' },
  trigger: { kind: 'event', event: 'progress.updated' },
  subject: ['person', 'id'],
  occurrence: ['challenge', 'edition'],
  when: {
    op: 'at-least',
    n: 2,
    of: [
      {
        op: 'count',
        over: ['events'],
        where: { op: 'eq', fact: ['type'], value: 'panel.completed' },
        test: { op: 'gte', value: 1 },
      },
      { op: 'gte', fact: ['catalogue', 'completenessBp'], value: 9500 },
      {
        op: 'count',
        over: ['events'],
        where: { op: 'eq', fact: ['type'], value: 'elearning.passed' },
        test: { op: 'gte', value: 3 },
      },
    ],
  },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 300 } },
  exclusiveGroup: 'challenges-2026h1',
  onUnknown: 'hold',
};

/** (e) Teams are recognised when the target of their plan is reached, and measurably so. */
export const PLAN_TARGET: RewardRule = {
  format: 1,
  id: 'plan-target-reached',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'plan.reviewed' },
  subject: ['team', 'id'],
  occurrence: ['plan', 'id'],
  when: {
    op: 'all',
    of: [
      { op: 'eq', fact: ['plan', 'state'], value: 'reached' },
      { op: 'eq', fact: ['plan', 'proven'], value: true },
    ],
  },
  grant: { kind: 'badge', unit: 'target-reached' },
  onUnknown: 'hold',
};

/** Makes a fact of an event. */
export function eventFact(id: string, name: string, on: string, data: RewardFact['data']): RewardFact {
  return { id, trigger: { kind: 'event', event: name }, on, data };
}

/** Makes the fact of a quarter that closed. */
export function quarterFact(id: string, on: string, data: RewardFact['data']): RewardFact {
  return { id, trigger: { kind: 'period-close', period: 'quarter' }, on, data };
}

/** A result of OTIF for a network. */
export function otifResult(
  scope: string,
  period: string,
  point: MetricFact['status']['point'],
  bound: MetricFact['status']['bound'] = point,
): MetricFact {
  return { metric: 'otif', scope, period, value: 0.95, interval: null, sampleSize: 200, status: { point, bound } };
}
