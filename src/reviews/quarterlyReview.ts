import { cxError } from '../core/errors.js';
import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { MetricTarget } from '../core/target.js';
import { isSameMetric, requirePlan } from '../prioritization/actionPlanMetric.js';
import type { ActionPlan } from '../prioritization/actionPlan.js';
import type { Finding } from '../prioritization/finding.js';
import { toStatusFinding } from '../prioritization/findingFrom.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import { B2B_PLAYBOOK } from '../prioritization/playbook.js';
import type { PlaybookAction } from '../prioritization/playbookAction.js';
import type { Prioritization } from '../prioritization/prioritization.js';
import { prioritize } from '../prioritization/prioritize.js';
import { recommendActions } from '../prioritization/recommendActions.js';
import { reviewActionPlan } from '../prioritization/reviewActionPlan.js';
import { comparePeriods, partOf } from './comparePeriods.js';
import { requireTargets, standingOf } from './findTarget.js';
import type { MeasuredRows } from './measuredRows.js';
import { compareMetrics, requireMeasures } from './metricOrder.js';
import type {
  InitiativesToRank,
  PlanUnderReview,
  QuarterlyPart,
  QuarterlyReview,
  RewardsSummary,
} from './quarterlyRecord.js';
import { requireFiscalStart, requireReviewDay, type ReviewPeriod } from './reviewPeriod.js';

/** What the quarterly review reads. */
export interface QuarterlyReviewInput {
  /** Day of the review, a civil date; the last quarter that is over by the end of it is reviewed. */
  readonly asOf: string;
  /** The metrics with their rows, made by {@link toMeasuredRows}, each metric once. */
  readonly measures: readonly MeasuredRows[];
  /**
   * Month, 1..12, whose first day begins the fiscal year.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
  /** Targets; those for a part of the business are left to {@link scorecardFor}. */
  readonly targets?: readonly MetricTarget[] | undefined;
  /** Plans, each id once. */
  readonly plans?: readonly PlanUnderReview[] | undefined;
  /** A ranking of initiatives, or the initiatives to rank. */
  readonly priorities?: Prioritization | InitiativesToRank | undefined;
  /** Results that say how far the asking reached: response rate, revenue coverage. */
  readonly coverage?: readonly MetricResult[] | undefined;
  /** Further findings, such as drivers, themes and trends. */
  readonly findings?: readonly Finding[] | undefined;
  /**
   * Actions to choose from.
   * @defaultValue `B2B_PLAYBOOK`
   */
  readonly playbook?: readonly PlaybookAction[] | undefined;
  /** What rewards have done. */
  readonly rewards?: RewardsSummary | undefined;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

const WHERE = 'quarterlyReview';

function requireList(
  name: string,
  list: unknown,
  isOne: (one: Readonly<Record<string, unknown>>) => boolean,
  rule: string,
): void {
  const isList = Array.isArray(list) && list.every((one) => isPlainObject(one) && isOne(one));
  if (!isList) throw cxError('CX_INVALID_INPUT', `${WHERE}: option "${name}"`, rule, list);
}

/** The results of the quarter that a plan asks for, cut to its scope. */
function resultsFor(
  plan: ActionPlan,
  measures: readonly MeasuredRows[],
  quarter: ReviewPeriod,
  confidence: number,
): MetricResult[] {
  const scope = plan.scope ?? {};
  const indicators = [plan.target, ...plan.indicators];
  return measures
    .filter(({ definition }) => indicators.some((own) => isSameMetric(own.definition, definition)))
    .filter(({ scopes }) => Object.keys(scope).every((own) => scopes.includes(own)))
    .map((measured) => measured.resultOf({ ...partOf(quarter, measured.breaks), scope }, confidence));
}

/**
 * Puts the quarter together: the scorecard against its targets and its past, how far plans got, what comes first, how far the asking
 * reached, and what could be done.
 *
 * Use it for the quarterly balance with its action plans. Everything in it is plain data, for a page or a slide to show.
 *
 * @remarks
 * Comparisons and their adjustment are those of {@link monthlyReview}, quarter against quarter. A status is given by the value and by the
 * unfavourable end of the interval; findings rest on the value. Parts that were not handed over stand in `notGiven`. Source of the
 * ritual: Aktiva2, « Comment mesurer l’expérience client ? », « bilans trimestriels avec plans d’action ».
 *
 * @param input - The day, the metrics with their rows, and what else there is.
 * @returns The review: plain data.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no civil date, `CX_INVALID_OPTION` when an option breaks its
 * rule, `CX_INVALID_INPUT` for measures, targets, plans, coverage or findings of a wrong shape, and what `statusOf`,
 * `reviewActionPlan`, `prioritize` and `recommendActions` throw.
 * @example
 * ```ts
 * import { csatMeasure } from 'cx-scoring';
 * import { quarterlyReview, toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const answers = Array.from({ length: 60 }, (_, at) => ({ on: at < 30 ? '2026-05-04' : '2026-08-03', score: at % 3 === 0 ? 2 : 5 }));
 * const measure = csatMeasure<(typeof answers)[number]>({ score: 'score' });
 * const review = quarterlyReview({
 *   asOf: '2026-10-05',
 *   measures: [toMeasuredRows(answers, { measure, at: 'on' })],
 *   targets: [{ definition: { id: 'csat' }, period: '2026-Q3', green: 0.9, amber: 0.8, source: 'charter' }],
 * });
 * review.period.key; // => '2026-Q3'
 * review.metrics[0]?.status; // => { point: 'red', bound: 'red' }
 * review.metrics[0]?.changes[0]?.verdict; // => 'no-evidence'
 * review.findings.map(({ kind }) => kind); // => ['status']
 * review.notGiven; // => ['plans', 'priorities', 'coverage', 'rewards']
 * ```
 */
export function quarterlyReview(input: QuarterlyReviewInput): QuarterlyReview {
  requireOptions(WHERE, input);
  const { asOf, fiscalYearStart = 1, targets = [], plans = [], coverage = [], playbook = B2B_PLAYBOOK } = input;
  requireReviewDay(WHERE, asOf);
  requireFiscalStart(WHERE, fiscalYearStart);
  const confidence = resolveConfidence(WHERE, input.confidence);
  const measures = requireMeasures(WHERE, input.measures);
  requireTargets(WHERE, targets);
  requireList('coverage', coverage, (one) => isPlainObject(one['definition']), 'a list of metric results');
  requireList('plans', plans, (one) => isPlainObject(one['plan']), 'a list of { plan }');
  requireList('findings', input.findings ?? [], (one) => isPlainObject(one['segment']), 'a list of findings');
  for (const { plan } of plans) requirePlan(WHERE, plan);
  const ids = plans.map(({ plan }) => plan.id);
  if (new Set(ids).size < ids.length)
    throw cxError('CX_INVALID_INPUT', `${WHERE}: option "plans"`, 'a list with each id once', ids.length);
  const compared = comparePeriods(WHERE, measures, { asOf, unit: 'quarter', fiscalYearStart, confidence });
  const { period } = compared;
  const metrics = compared.metrics.map((metric) => ({
    ...metric,
    ...standingOf(metric.result, targets, { period: period.key }),
  }));
  const reached = coverage
    .map((result) => ({ result, ...standingOf(result, targets, { period: period.key }) }))
    .sort((a, b) => compareMetrics(a.result.definition, b.result.definition));
  const missed = [...metrics, ...reached].map(({ result, status }) => toStatusFinding(result.definition, status.point));
  const findings = [...missed.filter((one) => one !== null), ...compared.findings, ...(input.findings ?? [])];
  const parts: readonly QuarterlyPart[] = ['targets', 'plans', 'priorities', 'coverage', 'rewards'];
  return {
    kind: 'quarterly-review',
    ...compared,
    metrics,
    coverage: reached,
    plans: plans
      .map(({ plan, results, ...options }) => {
        const latest = results ?? resultsFor(plan, measures, period, confidence);
        const { objective, owner, startsOn, dueOn, scope = {}, status } = plan;
        const reviewed = reviewActionPlan(plan, latest, { ...options, asOf, confidence });
        return { ...reviewed, objective, owner, startsOn, dueOn, scope, status };
      })
      .sort((a, b) => compareTexts(a.id, b.id)),
    priorities: rankingOf(input.priorities),
    findings,
    recommendations: recommendActions(findings, playbook),
    rewards: input.rewards ?? null,
    notGiven: parts.filter((part) => input[part] === undefined),
  };
}

function rankingOf(priorities: Prioritization | InitiativesToRank | undefined): Prioritization | null {
  if (priorities === undefined) return null;
  requireOption(isPlainObject(priorities), WHERE, 'priorities', 'a ranking, or { initiatives }', priorities);
  return 'initiatives' in priorities ? prioritize(priorities.initiatives, priorities.options) : priorities;
}
