import { findMetric, formatValue } from 'cx-scoring';
import {
  checkActionPlan,
  formatPlanFinding,
  toPlanBaseline,
  type ActionPlan,
  type PlanIndicator,
} from 'cx-scoring/prioritization';
import type { Locale } from './arguments.js';
import type { PlanResults } from './initiatives.js';
import { heading, wrap } from './layout.js';
import { PRIORITY_WORDS } from './priorityWords.js';

/** Answers the company means to ask for, once it knows how many it takes. */
const ANSWERS = 400;

function createPlan(
  { otif, csat }: PlanResults,
  period: string,
  locale: Locale,
  goals: readonly [number, number],
): ActionPlan {
  const indicator = (result: PlanResults['otif'], target: number): PlanIndicator => ({
    definition: { id: result.definition.id, parameters: result.definition.parameters },
    baseline: toPlanBaseline(result, period),
    target,
  });
  return {
    id: 'deliveries-2027',
    objective: PRIORITY_WORDS[locale].objective,
    // In a year nobody here has lifted it by more than ten points.
    target: { ...indicator(otif, goals[0]), largestPlausibleChange: 0.1 },
    indicators: [indicator(csat, goals[1])],
    startsOn: '2026-10-01',
    dueOn: '2027-09-30',
    owner: PRIORITY_WORDS[locale].owner,
    resources: { budget: { minorUnits: 6_000_000, currency: 'EUR' }, teams: ['logistics'], tools: [] },
    checkpoints: ['2027-01-15', '2027-04-15', '2027-07-15'],
    initiatives: ['fixed-delivery-slots'],
    status: 'draft',
  };
}

/** The plan as it was agreed. */
export function agreedPlan(results: PlanResults, period: string, locale: Locale): ActionPlan {
  return createPlan(results, period, locale, [0.88, 0.85]);
}

/** What keeps a plan from being SMART, in words. */
function findingLines(
  plan: ActionPlan,
  { otif, csat }: PlanResults,
  locale: Locale,
  expectedSampleSize?: number,
): string[] {
  const words = PRIORITY_WORDS[locale];
  const found = checkActionPlan(plan, { metrics: [otif.definition, csat.definition], expectedSampleSize });
  if (found.length === 0) return [`  ${words.nothing}`];
  return found.flatMap((finding) => {
    const name = 'metric' in finding ? findMetric(finding.metric)?.names[locale] : undefined;
    return wrap(`  ${words.letters[finding.letter]}${words.colon}`, formatPlanFinding(finding, { locale, name }));
  });
}

/** Writes a plan for the first of the priorities: the draft with what is wrong with it, and the plan as it was agreed. */
export function planLines(results: PlanResults, period: string, locale: Locale, isTerminal: boolean): string[] {
  const words = PRIORITY_WORDS[locale];
  const draft = createPlan(results, period, locale, [0.95, 0.75]);
  const revised = agreedPlan(results, period, locale);
  const { definition, value } = results.otif;
  const share = (own: number | null): string => formatValue(own, definition, { locale });
  const name = findMetric(definition.id)?.names[locale] ?? definition.id;
  return [
    heading(`${words.plan}${words.colon}${draft.objective}`, isTerminal),
    ...wrap('', words.draft(name, share(value), share(draft.target.target), draft.dueOn ?? '')),
    ...findingLines(draft, results, locale),
    ...wrap('', words.revised(ANSWERS.toLocaleString(locale))),
    ...findingLines(revised, results, locale, ANSWERS),
  ];
}
