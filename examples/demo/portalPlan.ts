import { cesMeasure, clusterBy, shiftPeriod, tallyRows } from 'cx-scoring';
import { toPlanBaseline, type ActionPlan } from 'cx-scoring/prioritization';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';

const OBJECTIVE = {
  en: 'Less effort through the service portal',
  fr: 'Moins d’effort grâce au portail de service',
} as const;
const EASE = clusterBy(cesMeasure<Answer>({ score: 'value', offScale: 'exclude' }), 'accountId');

/** The plan of the service portal, which was agreed on the figures of the quarter before. */
export function portalPlan(answers: readonly Answer[], quarter: string, locale: Locale = 'en'): ActionPlan {
  const before = shiftPeriod(quarter, -1);
  return {
    id: 'portal-2026',
    objective: OBJECTIVE[locale],
    target: {
      definition: { id: 'ces' },
      baseline: toPlanBaseline(easeOf(answers, before), before),
      target: 4.9,
      largestPlausibleChange: 0.5,
    },
    indicators: [],
    startsOn: '2026-07-01',
    dueOn: '2026-12-31',
    owner: 'service',
    resources: { teams: ['service'], tools: ['service portal'] },
    checkpoints: ['2026-12-01'],
    initiatives: [],
    status: 'active',
  };
}

/** The effort of customers in a quarter. */
export function easeOf(answers: readonly Answer[], quarter: string): ReturnType<typeof EASE.toResult> {
  const own = answers.filter((answer) => answer.metric === 'ces' && answer.quarter === quarter);
  return EASE.toResult(tallyRows(own, EASE));
}
