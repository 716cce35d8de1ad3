import type { RewardFact } from 'cx-scoring/rewards';

/** The programme, as the table holds it: plain JSON. */
export const PROGRAMME = {
  format: 1,
  rules: [
    {
      format: 1,
      id: 'field-insight',
      version: 1,
      state: 'active',
      trigger: { kind: 'event', event: 'insight.validated' },
      subject: ['author'],
      occurrence: ['insight'],
      when: { op: 'eq', fact: ['actionable'], value: true },
      grant: {
        kind: 'points',
        unit: 'pt',
        amount: { kind: 'table', fact: ['topic'], rows: { idea: 30, competitor: 60, safety: 80 } },
      },
      caps: [{ scope: 'subject', period: 'month', limit: 100, overflow: 'clip' }],
      reversal: {
        on: ['insight.invalidated'],
        when: { op: 'known', fact: ['insight'] },
        policy: 'within-balance',
      },
      onUnknown: 'hold',
    },
    {
      format: 1,
      id: 'goodwill',
      version: 1,
      state: 'active',
      trigger: { kind: 'event', event: 'incident.closed' },
      subject: ['customer'],
      occurrence: ['incident'],
      when: { op: 'gte', fact: ['severity'], value: 2 },
      grant: {
        kind: 'gift-choice',
        catalogue: 'main',
        unit: 'EUR',
        amount: { kind: 'table', fact: ['severity'], rows: { '2': 2500, '3': 5000 } },
      },
      settle: {
        mode: 'two-phase',
        on: ['gift.chosen'],
        post: { op: 'known', fact: ['price'] },
        postAmount: ['price'],
        voidAfterDays: 20,
      },
      budget: 'goodwill-2026',
      onUnknown: 'hold',
    },
  ],
};

const fact = (id: string, event: string, on: string, data: RewardFact['data']): RewardFact => ({
  ...{ id, on, data, trigger: { kind: 'event', event } },
});

const insight = (id: string, on: string, author: string, topic: string | null): RewardFact =>
  fact(`fact-${id}`, 'insight.validated', on, { author, insight: id, topic, actionable: true });

const incident = (id: string, on: string, customer: string, severity: number): RewardFact =>
  fact(`fact-${id}`, 'incident.closed', on, { customer, incident: id, severity });

/** What came in on the first night: one insight is not classified yet. */
export const FIRST: readonly RewardFact[] = [
  insight('i1', '2026-10-05', 'm-lea', 'competitor'),
  insight('i2', '2026-10-08', 'm-lea', 'safety'),
  insight('i3', '2026-10-08', 'm-tom', null),
  incident('c1', '2026-10-06', 'dealer-7', 3),
  incident('c2', '2026-10-07', 'dealer-9', 3),
];

/** What came in on the second: the first choice of a gift, and one more incident. */
export const SECOND: readonly RewardFact[] = [
  insight('i4', '2026-10-09', 'm-tom', 'idea'),
  fact('fact-g1', 'gift.chosen', '2026-10-09', { customer: 'dealer-7', incident: 'c1', price: 4200 }),
  incident('c3', '2026-10-09', 'dealer-7', 2),
];

/** What nobody knew until the third: the insight of the 5th had been withdrawn on the 7th, before that of the 8th. */
export const LATE: readonly RewardFact[] = [
  fact('fact-w1', 'insight.invalidated', '2026-10-07', { author: 'm-lea', insight: 'i1' }),
];
