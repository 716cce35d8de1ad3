import fc from 'fast-check';
import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import type { Cap, RewardRule, RuleReversal } from '../../src/rewards/rules/rewardRule.js';

/** A rule as the model knows it. */
export interface Plan {
  readonly id: string;
  readonly asset: 'points' | 'money';
  readonly unit: string;
  readonly basisPoints: number;
  readonly phases: boolean;
  readonly pays: boolean;
  readonly split: boolean;
  readonly caps: readonly Cap[];
  readonly budget: string | null;
  readonly above: number | null;
  readonly group: boolean;
  readonly priority: number;
  readonly policy: RuleReversal['policy'];
  readonly original: boolean;
  readonly release: boolean;
  readonly expiry: number | null;
  readonly correctionDays: number | null;
}

/** Something that happened, as the model knows it; days are counted from the first. */
export interface Happening {
  readonly id: string;
  readonly kind: 'do' | 'review' | 'undo';
  readonly rule: string;
  readonly on: number;
  readonly who: string;
  readonly what: string;
  readonly account: string;
  readonly network: string;
  readonly value: number | null;
  readonly team: readonly string[];
  readonly approved: boolean;
  readonly verdict: 'good' | 'bad' | 'open';
  readonly pay: number | null;
}

export const VOID_AFTER = 10;
/** In code-unit order, in which a dictionary would not have them. */
export const PEOPLE = ['Tom', 'a|b', 'lea', 'é'] as const;
const FIRST = Date.UTC(2026, 0, 20);

/** The civil date of a day. */
export function dateOf(day: number): string {
  return new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
}

const cap: fc.Arbitrary<Cap> = fc.record({
  scope: fc.constantFrom('subject', 'beneficiary', 'account', 'network', 'programme'),
  period: fc.constantFrom('day', 'week', 'month', 'quarter', 'civil-year', 'total'),
  limit: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 600 })),
  overflow: fc.constantFrom('clip', 'clip', 'deny'),
  across: fc.constantFrom('rule', 'all-rules'),
});

function plan(id: string, asset: Plan['asset'], unit: string, budget: string): fc.Arbitrary<Plan> {
  return fc.record({
    id: fc.constant(id),
    asset: fc.constant(asset),
    unit: fc.constant(unit),
    basisPoints: fc.constantFrom(10_000, 3333),
    phases: fc.constantFrom(true, false, false),
    pays: fc.boolean(),
    split: fc.boolean(),
    caps: fc.array(cap, { maxLength: 2 }),
    budget: fc.option(fc.constant(budget)),
    above: fc.constantFrom(null, null, 60),
    group: fc.boolean(),
    priority: fc.integer({ min: -1, max: 1 }),
    policy: fc.constantFrom('pending-only', 'within-balance', 'full'),
    original: fc.boolean(),
    release: fc.boolean(),
    expiry: fc.option(fc.integer({ min: 0, max: 40 })),
    correctionDays: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(15) }),
  });
}

/** Three rules of which two grant in one unit. */
export const plans: fc.Arbitrary<readonly Plan[]> = fc.tuple(
  plan('r1', 'points', 'pt', 'p'),
  plan('r10', 'points', 'pt', 'p'),
  plan('r2', 'money', 'EUR', 'e'),
);

const budget = (id: string, unit: string): fc.Arbitrary<RewardBudget> =>
  fc.record({
    id: fc.constant(id),
    unit: fc.constant(unit),
    limit: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 200, max: 2000 })),
    posted: fc.constant(0),
    reserved: fc.constant(0),
    overflow: fc.constantFrom('clip', 'deny'),
  });

/** The budgets, in code-unit order. */
export const budgets: fc.Arbitrary<readonly RewardBudget[]> = fc.tuple(budget('e', 'EUR'), budget('p', 'pt'));

const event = (kind: Happening['kind'], id: string): string => `${kind}-${id}`;

/** The plan in the language of rules. */
export function toRule(own: Plan): RewardRule {
  const { id, asset, unit, basisPoints, above, expiry, correctionDays } = own;
  return {
    format: 1,
    id,
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: event('do', id) },
    subject: ['who'],
    occurrence: ['what'],
    account: ['account'],
    network: ['network'],
    when: { op: 'gte', fact: ['value'], value: 10 },
    grant: {
      kind: asset,
      unit,
      amount: { kind: 'proportional', fact: ['value'], basisPoints, rounding: 'floor' },
      ...(own.split ? { split: { over: ['team'], id: ['id'], weight: ['weight'] } } : {}),
    },
    ...(own.phases
      ? {
          settle: {
            mode: 'two-phase',
            on: [event('review', id)],
            post: { op: 'eq', fact: ['verdict'], value: 'good' },
            void: { op: 'eq', fact: ['verdict'], value: 'bad' },
            ...(own.pays ? { postAmount: ['pay'] } : {}),
            voidAfterDays: VOID_AFTER,
          },
        }
      : {}),
    ...(above === null ? {} : { approval: { above, fact: ['approved'] } }),
    caps: own.caps,
    ...(own.budget === null ? {} : { budget: own.budget }),
    ...(own.group ? { exclusiveGroup: 'g' } : {}),
    priority: own.priority,
    reversal: {
      on: [event('undo', id)],
      when: { op: 'known', fact: ['who'] },
      policy: own.policy,
      booking: own.original ? 'original-period' : 'current-period',
      release: own.release,
    },
    ...(expiry === null ? {} : { expiry: { afterDays: expiry } }),
    ...(correctionDays === null ? {} : { correctionWindowDays: correctionDays }),
    onUnknown: 'hold',
  };
}

/** What happened in the language of facts. */
export function toFact({ id, kind, rule, on, team, ...data }: Happening): RewardFact {
  const weighed = team.map((member, at) => ({ id: member, weight: at + 1 }));
  return {
    id,
    trigger: { kind: 'event', event: event(kind, rule) },
    on: dateOf(on),
    data: { ...data, team: weighed },
  };
}
