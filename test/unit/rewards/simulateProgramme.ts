import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { eventFact } from './mechanics.js';

/** Points for a sale, at most 120 a month for one seller. */
export const SALES: RewardRule = {
  format: 1,
  id: 'sales',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['id'],
  when: { op: 'gte', fact: ['units'], value: 10 },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
  caps: [{ scope: 'subject', period: 'month', limit: 120, overflow: 'clip' }],
  onUnknown: 'hold',
};

/** Money for an incident, from a budget. */
export const GESTURE: RewardRule = {
  format: 1,
  id: 'gesture',
  version: 4,
  state: 'active',
  trigger: { kind: 'event', event: 'incident' },
  subject: ['who'],
  occurrence: ['id'],
  when: { op: 'eq', fact: ['fault'], value: 'supplier' },
  grant: { kind: 'money', unit: 'EUR', amount: { kind: 'fixed', amount: 2500 } },
  budget: 'goodwill',
  onUnknown: 'hold',
};

/** Points for an idea, set aside until it is judged, and taken back when it is copied. */
export const IDEA: RewardRule = {
  format: 1,
  id: 'idea',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'idea' },
  subject: ['who'],
  occurrence: ['id'],
  when: { op: 'known', fact: ['id'] },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 30 } },
  settle: {
    mode: 'two-phase',
    on: ['idea.judged'],
    post: { op: 'eq', fact: ['good'], value: true },
    void: { op: 'eq', fact: ['good'], value: false },
    voidAfterDays: 10,
  },
  reversal: { on: ['idea.copied'], when: { op: 'known', fact: ['id'] }, policy: 'within-balance', release: true },
  budget: 'ideas',
  onUnknown: 'hold',
};

export function budgetOf(id: string, unit: string, limit: number, overflow: 'clip' | 'deny' = 'deny'): RewardBudget {
  return { id, unit, limit, posted: 0, reserved: 0, overflow };
}

export function sale(id: string, on: string, who: string, units?: number): RewardFact {
  return eventFact(id, 'sale', on, { who, id, ...(units === undefined ? {} : { units }) });
}

export function incident(id: string, on: string, who: string, fault: string = 'supplier'): RewardFact {
  return eventFact(id, 'incident', on, { who, id, fault });
}

/** What happens to an idea: `''` when it is had, `'.judged'`, `'.copied'`. */
export function idea(id: string, on: string, who: string, what: string = '', good?: boolean): RewardFact {
  return eventFact(`${id}${what}`, `idea${what}`, on, { who, id, ...(good === undefined ? {} : { good }) });
}

/** Two months of sales: what comes of each is worked out by hand in the tests. */
export const SALES_FACTS: readonly RewardFact[] = [
  sale('s1', '2026-01-05', 'lea', 10), // granted 50
  sale('s2', '2026-01-06', 'lea', 9), // denied
  sale('s3', '2026-01-20', 'lea', 12), // granted 50
  sale('s4', '2026-01-31', 'lea', 30), // clipped to 20
  sale('s5', '2026-01-31', 'lea', 11), // capped
  sale('s6', '2026-02-01', 'lea', 11), // granted 50
  sale('s7', '2026-02-02', 'max'), // held
  sale('s8', '2026-03-01', 'max', 10), // granted 50
];

/** Three incidents. */
export const INCIDENTS: readonly RewardFact[] = [
  incident('i1', '2026-01-10', 'lea'),
  incident('i2', '2026-02-10', 'max'),
  incident('i3', '2026-02-20', 'zoe'),
];
