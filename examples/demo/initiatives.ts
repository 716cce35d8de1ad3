import {
  clusterBy,
  cesMeasure,
  compareTallies,
  computeCartAbandonment,
  computeCatalogueCompletion,
  computeFirstTimeFixRate,
  computeLearningCompletion,
  computeOtif,
  computeTimeToQuote,
  csatMeasure,
  partnerNpsMeasure,
  statusOf,
  tallyRows,
  type MetricResult,
} from 'cx-scoring';
import {
  toComparisonFinding,
  toSegmentFinding,
  toStatusFinding,
  type Finding,
  type Initiative,
  type ScheduleInitiative,
} from 'cx-scoring/prioritization';
import type { Operations } from '../data/operations.js';
import type { Answer } from './answers.js';

const reading = { score: 'value', offScale: 'exclude' } as const;
const CSAT = clusterBy(csatMeasure<Answer>(reading), 'accountId');
const CES = clusterBy(cesMeasure<Answer>(reading), 'accountId');
const PARTNER_NPS = clusterBy(partnerNpsMeasure<Answer>(reading), 'accountId');

/** What the company wants to reach: green from here, amber from there. */
export const TARGETS: Readonly<Record<string, readonly [green: number, amber: number]>> = {
  otif: [0.95, 0.9],
  'first-time-fix-rate': [0.9, 0.8],
  'time-to-quote': [8, 16],
  'catalogue-completion': [0.95, 0.9],
  'learning-completion': [0.7, 0.6],
  'cart-abandonment': [0.25, 0.3],
  csat: [0.75, 0.65],
  ces: [5.5, 5],
  'partner-nps': [30, 10],
};

function statusFinding(result: MetricResult, period: string): Finding | null {
  const { id, parameters } = result.definition;
  const [green = 0, amber = 0] = TARGETS[id] ?? [];
  const target = { definition: { id, parameters }, period, green, amber, source: 'plan of the year' };
  return toStatusFinding(result.definition, statusOf(result, target));
}

/** The results a plan may start from. */
export interface PlanResults {
  readonly otif: MetricResult;
  readonly csat: MetricResult;
}

/** What the numbers of the last quarter say, and two of the results they rest on. */
export function collectFindings(
  answers: readonly Answer[],
  data: Operations,
  last: string,
  previous: string,
): { readonly findings: Finding[]; readonly results: PlanResults } {
  const of = (metric: string, quarter: string): Answer[] =>
    answers.filter((answer) => answer.metric === metric && answer.quarter === quarter);
  const { asOf, now, calendar } = data;
  const csat = tallyRows(of('csat', last), CSAT);
  const ces = tallyRows(of('ces', last), CES);
  const support = (answer: Answer): boolean => answer.journeyStage === 'support';
  const inSupport = tallyRows(of('csat', last).filter(support), CSAT);
  const elsewhere = tallyRows(
    of('csat', last).filter((answer) => !support(answer)),
    CSAT,
  );
  const results = {
    otif: computeOtif(data.orderLines, { window: { earlyDays: 1, lateDays: 0 }, asOf }),
    csat: CSAT.toResult(csat),
  };
  const judged: MetricResult[] = [
    results.otif,
    results.csat,
    CES.toResult(ces),
    PARTNER_NPS.toResult(tallyRows(of('partner-nps', last), PARTNER_NPS)),
    computeFirstTimeFixRate(data.visits, { windowDays: 30, asOf: now }),
    computeTimeToQuote(data.quotes, { calendar, asOf: now }),
    computeCatalogueCompletion(data.catalogue),
    computeLearningCompletion(data.learning, { asOf }),
    computeCartAbandonment(data.carts, { windowDays: 14, asOf }),
  ];
  const findings = [
    ...judged.map((result) => statusFinding(result, last)),
    toComparisonFinding(compareTallies(CSAT, csat, tallyRows(of('csat', previous), CSAT))),
    toComparisonFinding(compareTallies(CES, ces, tallyRows(of('ces', previous), CES))),
    toSegmentFinding(compareTallies(CSAT, inSupport, elsewhere), { journeyStage: 'support' }),
  ];
  return { findings: findings.filter((finding) => finding !== null), results };
}

/** What the people of the company think of the actions; nobody has asked for a price of faster quotes yet. */
export const INITIATIVES: readonly Initiative[] = [
  {
    id: 'fixed-delivery-slots',
    names: { en: 'Fixed delivery slots', fr: 'Créneaux de livraison fixes' },
    criteria: { impact: 5, reach: 0.6, complexity: 2, cost: 2 },
  },
  {
    id: 'secure-a-items',
    names: { en: 'A items always in stock', fr: 'Références A toujours en stock' },
    criteria: { impact: 4, reach: 0.7, complexity: 3, cost: 4 },
  },
  {
    id: 'shown-availability',
    names: { en: 'Availability shown online', fr: 'Disponibilités affichées en ligne' },
    criteria: { impact: 4, reach: 0.5, complexity: 4, cost: 3 },
  },
  {
    id: 'current-product-data',
    names: { en: 'Product data up to date', fr: 'Données produit à jour' },
    criteria: { impact: 2, reach: 0.8, complexity: 3, cost: 3 },
  },
  {
    id: 'micro-trainings',
    names: { en: 'Short remote trainings', fr: 'Formations courtes à distance' },
    criteria: { impact: 3, reach: 0.2, complexity: 1, cost: 1 },
  },
  {
    id: 'faster-quotes',
    names: { en: 'Faster quotes', fr: 'Devis plus rapides' },
    criteria: { impact: 3, reach: 0.4, complexity: 3, cost: null },
  },
  {
    id: 'launch-kit',
    names: { en: 'Launch kit for dealers', fr: 'Kit de lancement pour revendeurs' },
    criteria: { impact: 3, reach: 0.1, complexity: 2, cost: 2 },
  },
  {
    id: 'co-marketing',
    names: { en: 'Marketing with dealers', fr: 'Marketing avec les revendeurs' },
    criteria: { impact: 2, reach: 0.1, complexity: 3, cost: 5 },
  },
];

/** What they take: euro cents, days of developers, quarters. Faster quotes have no price, so that they cannot be chosen yet. */
export const MEANS: readonly Omit<ScheduleInitiative, 'value' | 'quickWin'>[] = [
  { id: 'fixed-delivery-slots', cost: 6_000_000, capacity: { developerDays: 20 } },
  { id: 'secure-a-items', cost: 9_000_000, capacity: { developerDays: 40 } },
  {
    id: 'shown-availability',
    cost: 5_000_000,
    capacity: { developerDays: 60 },
    quarters: 2,
    dependsOn: ['current-product-data'],
  },
  { id: 'current-product-data', cost: 4_000_000, capacity: { developerDays: 30 } },
  { id: 'micro-trainings', cost: 1_000_000 },
  { id: 'launch-kit', cost: 2_000_000, capacity: { developerDays: 5 } },
  { id: 'co-marketing', cost: 8_000_000 },
];

/** Money and days there are in all, and days in a quarter. */
export const LIMITS = { budget: 20_000_000, developerDays: 120, perQuarter: 50 } as const;
