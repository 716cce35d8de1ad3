import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';

/** A small rule: points for a valid sale. */
export const RULE: RewardRule = {
  format: 1,
  id: 'r',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['what'],
  when: { op: 'eq', fact: ['valid'], value: true },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 60 } },
  onUnknown: 'hold',
};

/** Settled by a review within ten days. */
export const TWO_PHASE = {
  mode: 'two-phase',
  on: ['review'],
  post: { op: 'eq', fact: ['verdict'], value: 'good' },
  voidAfterDays: 10,
} as const;

/** Taken back in full. */
export const REVERSAL = { on: ['undo'], when: { op: 'eq', fact: ['undo'], value: true }, policy: 'full' } as const;
