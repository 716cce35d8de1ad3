import {
  cesMeasure,
  computeRevenueCoverage,
  csatMeasure,
  npsMeasure,
  otifMeasure,
  partnerNpsMeasure,
  toDeliveryUnits,
  type MetricTarget,
} from 'cx-scoring';
import { prioritize } from 'cx-scoring/prioritization';
import {
  quarterlyReview,
  quarterlyReviewCharts,
  renderQuarterlyReview,
  toMeasuredRows,
  toRewardsSummary,
  type QuarterlyReview,
  type RenderedReview,
} from 'cx-scoring/reviews';
import { foldLiability } from 'cx-scoring/rewards';
import type { Operations } from '../data/operations.js';
import { customers } from './accounts.js';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { drawChart } from './drawChart.js';
import { collectFindings, INITIATIVES, TARGETS } from './initiatives.js';
import { agreedPlan } from './plan.js';
import { portalPlan } from './portalPlan.js';
import { CLOSED_ON, type ClosedQuarter } from './quarter.js';
import { reviewNames } from './reviewNames.js';

const WINDOW = { earlyDays: 1, lateDays: 0 } as const;
const OTIF = otifMeasure({ window: WINDOW });

const SOURCE = { en: 'plan of the year', fr: 'plan de l’année' } as const;

/** Puts the quarter together: what customers say, what the systems tell, the plans, the priorities, the rewards. */
export function reviewQuarter(
  answers: readonly Answer[],
  data: Operations,
  closed: ClosedQuarter,
  locale: Locale,
): QuarterlyReview {
  const { quarter, ledger, budgets } = closed;
  const quarters = [...new Set(answers.map((answer) => answer.quarter))].sort();
  const previous = quarters[quarters.length - 2] ?? quarter;
  const of = (metric: string): Answer[] => answers.filter((answer) => answer.metric === metric);
  const reading = { score: 'value', offScale: 'exclude' } as const;
  const placed = { at: 'at', account: 'accountId' } as const;
  const units = toDeliveryUnits(data.orderLines, { window: WINDOW, asOf: data.asOf });
  const { results } = collectFindings(answers, data, quarter, previous);
  const coverage = computeRevenueCoverage(customers(answers, quarter), {
    account: 'account',
    revenue: 'revenue',
    answered: 'answered',
    currency: 'EUR',
    target: 0.8,
  });
  const source = SOURCE[locale];
  const targets = Object.entries(TARGETS).map(([id, [green, amber]]): MetricTarget => {
    const definition = id === OTIF.definition.id ? OTIF.definition : { id };
    return { definition, period: null, green, amber, source };
  });
  const { id, parameters } = coverage.definition;
  const heard: MetricTarget = {
    definition: { id, parameters },
    period: null,
    green: 0.8,
    amber: 0.6,
    source,
  };
  return quarterlyReview({
    asOf: CLOSED_ON,
    measures: [
      toMeasuredRows(of('nps'), { ...placed, measure: npsMeasure<Answer>(reading), dimensions: ['sector'] }),
      toMeasuredRows(of('partner-nps'), { ...placed, measure: partnerNpsMeasure<Answer>(reading) }),
      toMeasuredRows(of('csat'), { ...placed, measure: csatMeasure<Answer>(reading), dimensions: ['journeyStage'] }),
      toMeasuredRows(of('ces'), { ...placed, measure: cesMeasure<Answer>(reading), dimensions: ['touchpoint'] }),
      toMeasuredRows(units, { measure: OTIF, at: 'dueOn', account: ({ accountId }) => accountId ?? null }),
    ],
    targets: [...targets, heard],
    plans: [
      { plan: portalPlan(answers, quarter, locale) },
      { plan: agreedPlan(results, quarter, locale), results: [results.otif, results.csat] },
    ],
    priorities: prioritize(INITIATIVES),
    coverage: [coverage],
    rewards: toRewardsSummary({
      decisions: closed.decisions,
      budgets,
      liability: foldLiability(ledger, { asOf: CLOSED_ON }),
    }),
  });
}

/** Writes the review, with its charts drawn first: drawing takes time, and the page is written in one go. */
export async function renderReview(
  review: QuarterlyReview,
  closed: ClosedQuarter,
  locale: Locale,
): Promise<RenderedReview> {
  const options = { locale, names: reviewNames(closed, locale) };
  const pictures = new Map<string, string>();
  for (const { id, specification } of quarterlyReviewCharts(review, options))
    pictures.set(id, await drawChart(specification));
  return renderQuarterlyReview(review, { ...options, renderChart: (_, id) => pictures.get(id) ?? null });
}
