import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { SMALL } from './explainCases.js';
import {
  FIELD_INSIGHT,
  GOODWILL,
  GREEN_MONTHS_BY_METRIC,
  GREEN_QUARTER,
  PLAN_TARGET,
  SPRING_CHALLENGE,
} from './mechanics.js';

const share = {
  kind: 'proportional',
  fact: ['order', 'total'],
  basisPoints: 250,
  rounding: 'floor',
  minimum: 100,
  maximum: 500000,
} as const;
const money = (amount: object): RewardRule['grant'] => ({ kind: 'money', unit: 'EUR', amount }) as RewardRule['grant'];
const metric = {
  op: 'metric',
  metric: 'otif',
  scope: ['net'],
  period: 'month',
  over: 'every-month',
  test: { op: 'gte', value: 0.96 },
  minimumSample: 30,
} as const;

/** A rule that says all a rule can say. */
const FULL: RewardRule = {
  ...SMALL,
  generation: 2,
  names: { en: 'Loyalty', fr: 'Fidélité' },
  state: 'draft',
  validity: { from: '2026-01-01' },
  trigger: { kind: 'metric-result', metric: 'otif' },
  account: ['account'],
  network: ['network'],
  when: metric,
  grant: {
    kind: 'money',
    unit: 'EUR',
    amount: share,
    split: { over: ['team'], id: ['id'], weight: ['hours'] },
  },
  settle: { mode: 'two-phase', on: ['paid', 'cancelled'], post: { op: 'known', fact: ['paidOn'] }, voidAfterDays: 1 },
  caps: [
    { scope: 'beneficiary', period: 'day', limit: 1, overflow: 'clip', across: 'all-rules' },
    { scope: 'account', period: 'week', limit: 2, overflow: 'deny' },
    { scope: 'network', period: 'month', limit: 3, overflow: 'clip' },
    { scope: 'programme', period: 'fiscal-year', limit: 4, overflow: 'clip' },
    { scope: 'subject', period: 'total', limit: 5, overflow: 'clip' },
  ],
  priority: -3,
  reversal: {
    on: ['undo', 'fraud'],
    when: { op: 'ref', id: 'wrong' },
    policy: 'pending-only',
    booking: 'original-period',
    release: true,
  },
  expiry: { afterDays: 1 },
  correctionWindowDays: 1,
  onUnknown: 'deny',
};

/** Rules to read back. */
export const RULES: readonly (readonly [title: string, rule: RewardRule])[] = [
  ['field insight', FIELD_INSIGHT],
  ['green quarter', GREEN_QUARTER],
  ['green months', GREEN_MONTHS_BY_METRIC],
  ['goodwill', GOODWILL],
  ['spring challenge', SPRING_CHALLENGE],
  ['plan target', PLAN_TARGET],
  ['everything', FULL],
];

/** What is said of one part that differs from the small rule. */
export const PARTS: readonly (readonly [title: string, part: Partial<RewardRule>])[] = [
  ['paused within days', { state: 'paused', validity: { from: '2026-01-01', through: '2026-02-01' } }],
  ['ended', { state: 'ended' }],
  ['through a day', { validity: { through: '2026-02-01' } }],
  ['first generation', { generation: 1 }],
  ['close of a month', { trigger: { kind: 'period-close', period: 'month' } }],
  ['close of a year', { trigger: { kind: 'period-close', period: 'year' } }],
  ['one member', { when: { op: 'all', of: [{ op: 'known', fact: ['a'] }] } }],
  [
    'one of two',
    {
      when: {
        op: 'any',
        of: [
          { op: 'known', fact: ['a'] },
          { op: 'not', of: { op: 'known', fact: ['b'] } },
        ],
      },
    },
  ],
  ['pooled month', { when: { ...metric, over: 'pooled-period', minimumSample: 0 } }],
  ['months of a year', { when: { ...metric, period: 'year', test: { status: 'red', by: 'bound' } } }],
  [
    'pooled year',
    { when: { ...metric, period: 'year', over: 'pooled-period', test: { status: 'amber', by: 'point' } } },
  ],
  ['table with otherwise', { grant: money({ kind: 'table', fact: ['k'], rows: { b: 1, a: 2 }, otherwise: 0 }) }],
  ['rounded up', { grant: money({ ...share, rounding: 'ceil', minimum: undefined }) }],
  ['half up', { grant: money({ ...share, rounding: 'half-up', maximum: undefined }) }],
  ['half even', { grant: money({ kind: 'proportional', fact: ['t'], basisPoints: 10000, rounding: 'half-even' }) }],
  ['immediate', { settle: { mode: 'immediate' } }],
  [
    'full reversal',
    {
      reversal: {
        on: ['u'],
        when: { op: 'known', fact: ['a'] },
        policy: 'full',
        booking: 'current-period',
        release: false,
      },
    },
  ],
  ['expiry after days', { expiry: { afterDays: 365 } }],
  ['expiry by year', { expiry: { endOf: 'civil-year' } }],
  ['expiry by fiscal year', { expiry: { endOf: 'fiscal-year', plusYears: 1 } }],
  ['expiry later', { expiry: { endOf: 'civil-year', plusYears: 2 } }],
  ['longer window', { correctionWindowDays: 2 }],
  ['priority', { priority: 10 }],
];
