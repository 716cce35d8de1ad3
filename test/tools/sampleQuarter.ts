import { computeResponseRate, computeRevenueCoverage, csatMeasure, defineMean, npsMeasure } from '../../src/index.js';
import { toPlanBaseline, type ActionPlan } from '../../src/prioritization/index.js';
import { quarterlyReview, toMeasuredRows, toRewardsSummary, type QuarterlyReview } from '../../src/reviews/index.js';
import type { RewardDecision } from '../../src/rewards/index.js';

/** An answer of an invented company that sells spare parts to garages. */
export interface SampleAnswer {
  readonly on: string;
  readonly client: string;
  readonly zone: string | null;
  readonly score: number;
}

const ZONES = ['Nord', 'Sud', 'Ouest'];

/** So many answers of a day: the share that is good differs by zone. */
function answersOf(on: string, size: number, goodOfTen: readonly number[], good: number, bad: number): SampleAnswer[] {
  return Array.from({ length: size }, (_, at) => {
    const zone = at % ZONES.length;
    const isGood = Math.floor(at / ZONES.length) % 10 < (goodOfTen[zone] ?? 0);
    return {
      on,
      client: `client-${at}`,
      zone: at === 0 ? null : (ZONES[zone] ?? null),
      score: isGood ? good : bad,
    };
  });
}

const decision = (id: string, changes: Partial<RewardDecision>): RewardDecision => ({
  outcome: 'granted',
  rule: 'otif-bonus',
  version: 1,
  fact: id,
  on: '2026-09-30',
  subject: 'dealer-12',
  occurrence: null,
  unit: 'EUR',
  desired: 25_000,
  granted: 25_000,
  trace: null,
  missing: [],
  failing: [],
  caps: [],
  budget: null,
  excludedBy: null,
  entries: [],
  ...changes,
});

/** A quarter with everything in it: what is sure and what is not, what is unknown, and what waits. */
export function sampleQuarter(): QuarterlyReview {
  const nps = [
    ...answersOf('2025-08-12', 150, [6, 5, 6], 10, 4),
    ...answersOf('2026-05-12', 160, [7, 4, 6], 9, 5),
    ...answersOf('2026-08-12', 180, [9, 4, 8], 10, 6),
  ];
  const csat = [...answersOf('2026-05-20', 90, [7, 6, 7], 5, 2), ...answersOf('2026-08-20', 96, [7, 6, 8], 4, 3)];
  const quotes = [3, 5, 4, 6, 2].map((days, at) => ({ on: at < 2 ? '2026-06-08' : '2026-09-08', days }));
  const options = { at: 'on', account: 'client', dimensions: ['zone'] } as const;
  const satisfied = toMeasuredRows(csat, { ...options, measure: csatMeasure<SampleAnswer>({ score: 'score' }) });
  const days = defineMean({
    id: 'days-to-quote',
    direction: 'lower-is-better',
    names: { en: 'Days to a quote', fr: 'Jours jusqu’au devis' },
    value: (quote: { days: number }) => quote.days,
  });
  const breaks = [{ on: '2026-07-01', reason: 'counted in working days since then' }];
  const plan: ActionPlan = {
    id: 'delivery-slots',
    objective: 'Customers are content with our deliveries',
    target: {
      definition: { id: 'csat' },
      baseline: toPlanBaseline(satisfied.resultOf({ from: '2026-04-01', through: '2026-06-30' }, 0.95), '2026-Q2'),
      target: 0.85,
    },
    indicators: [
      {
        definition: { id: 'otif' },
        baseline: { value: null, interval: null, sampleSize: 0, period: '2026-Q2' },
        target: 0.95,
      },
    ],
    startsOn: '2026-07-01',
    dueOn: '2026-12-31',
    owner: 'Jane Moreau',
    resources: { teams: ['logistics'], tools: [] },
    checkpoints: ['2026-11-30'],
    status: 'active',
  };
  const invitations = Array.from({ length: 400 }, (_, at) => ({
    id: `i${at}`,
    contactId: `c${at}`,
    sentAt: '2026-08-01',
    ...(at % 4 === 0 ? { completedAt: '2026-08-04' } : {}),
  }));
  const accounts = Array.from({ length: 80 }, (_, at) => ({
    id: `client-${at}`,
    revenue: { minorUnits: 900_000 - at * 10_000, currency: 'EUR' },
  }));
  return quarterlyReview({
    asOf: '2026-10-05',
    measures: [
      toMeasuredRows(nps, { ...options, measure: npsMeasure<SampleAnswer>({ score: 'score' }) }),
      satisfied,
      toMeasuredRows(quotes, { measure: days, at: 'on', breaks }),
    ],
    targets: [
      { definition: { id: 'nps' }, period: '2026-Q3', green: 30, amber: 10, source: 'network contract' },
      { definition: { id: 'csat' }, period: null, green: 0.85, amber: 0.65, source: 'charter' },
      { definition: { id: 'response-rate' }, period: null, green: 0.4, amber: 0.3, source: 'charter' },
    ],
    coverage: [
      computeResponseRate(invitations),
      computeRevenueCoverage(accounts, {
        account: 'id',
        revenue: 'revenue',
        answered: ({ id }) => Number(id.slice(7)) < 60,
        currency: 'EUR',
      }),
    ],
    plans: [{ plan }],
    priorities: {
      initiatives: [
        {
          id: 'delivery-slots',
          names: { en: 'Fixed delivery slots', fr: 'Créneaux de livraison fixes' },
          criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 2 },
        },
        {
          id: 'dealer-portal',
          names: { en: 'Dealer portal', fr: 'Portail revendeurs' },
          criteria: { impact: 5, reach: 0.6, complexity: 4, cost: 4 },
        },
        {
          id: 'short-videos',
          names: { en: 'Two-minute videos', fr: 'Vidéos de deux minutes' },
          criteria: { impact: 2, reach: 0.5, complexity: 1, cost: 1 },
        },
        {
          id: 'chatbot',
          names: { en: 'Chatbot', fr: 'Agent conversationnel' },
          // Nobody has asked for a price yet: unknown, not free.
          criteria: { impact: 2, reach: 0.45, complexity: 4, cost: null },
        },
      ],
    },
    rewards: toRewardsSummary({
      decisions: [
        decision('f1', {}),
        decision('f2', { outcome: 'held', granted: 0, missing: [['network', 'otif']] }),
        decision('f3', { outcome: 'pending', granted: 12_000, subject: 'dealer-7' }),
        decision('f4', { outcome: 'awaiting-approval', granted: 0, subject: null }),
        decision('f5', { outcome: 'denied', granted: 0 }),
      ],
      budgets: [
        { id: 'network-2026', unit: 'EUR', limit: 500_000, posted: 320_000, reserved: 30_000 },
        { id: 'academy', unit: 'pt', limit: 1200, posted: 1200, reserved: 0 },
      ],
    }),
  });
}
