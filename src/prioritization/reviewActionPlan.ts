import { toDayNumber } from '../core/civilDay.js';
import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import { resolveConfidence } from '../core/options.js';
import { isCivilDate } from '../core/period.js';
import type { MetricResult } from '../core/result.js';
import type { ActionPlan } from './actionPlan.js';
import { isSameMetric, requirePlan } from './actionPlanMetric.js';
import { isPlainObject, requireOptionsObject } from './findingPath.js';
import { planEffect, type BeforeAndAfter, type PlanEffect } from './planEffect.js';
import { baselineEstimate, reviewIndicator, type IndicatorReview, type PlanTime } from './reviewPlanIndicator.js';

/** When and with what a plan is reviewed. */
export interface ReviewActionPlanOptions {
  /** Civil date of the review. The results are taken as those of that day. */
  readonly asOf: string;
  /**
   * Confidence level of intervals and verdicts, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * Comparisons of the latest result with the baseline, first minus second, where a better one is known than that of two standard
   * errors: pairs of the same accounts, or the method of the metric.
   */
  readonly comparisons?: readonly Comparison[] | undefined;
  /** The target metric in a segment without the plan, before and now. */
  readonly control?: BeforeAndAfter | undefined;
}

/** How far a plan got. */
export interface ActionPlanReview {
  /** Id of the plan. */
  readonly id: string;
  /** Date of the review. */
  readonly asOf: string;
  /** Days until the plan is due, negative when that is past; `null` without a due date. */
  readonly daysLeft: number | null;
  /** The next checkpoint, that of the day included; `null` when there is none left. */
  readonly nextCheckpoint: string | null;
  /** How the target stands; its state is that of the plan. */
  readonly target: IndicatorReview;
  /** How each indicator stands, in the order of the plan. */
  readonly indicators: readonly IndicatorReview[];
  /** How the target moved beside the control segment; `null` without one. */
  readonly effect: PlanEffect | null;
}

/** Finds what belongs to a metric; one of the same metric under other parameters alone is refused. */
function matching<Item extends { readonly definition: MetricResult['definition'] }>(
  items: readonly Item[],
  definition: ActionPlan['target']['definition'],
  field: string,
): Item | null {
  const same = items.filter((item) => isSameMetric(item.definition, definition));
  const where = `reviewActionPlan: ${field}`;
  if (same.length > 1) throw cxError('CX_INVALID_INPUT', where, `one for the metric "${definition.id}"`, same.length);
  const other = items.find((item) => item.definition.id === definition.id);
  if (same.length === 0 && other) {
    const rule = `of the parameters of the plan for "${definition.id}", ${JSON.stringify(definition.parameters ?? {})}`;
    throw cxError('CX_DEFINITION_MISMATCH', where, rule, JSON.stringify(other.definition.parameters));
  }
  return same[0] ?? null;
}

function requireItems(field: string, items: unknown): void {
  const isList =
    Array.isArray(items) && items.every((item) => isPlainObject(item) && isPlainObject(item['definition']));
  if (!isList) throw cxError('CX_INVALID_INPUT', `reviewActionPlan: ${field}`, 'a list with definitions', items);
}

/**
 * Reviews an action plan: how far from baseline to target, whether that is where a straight line would be, and whether the improvement
 * is proven.
 *
 * Use it at each checkpoint, with the results of the day. It is pure: the date is an argument.
 *
 * @param plan - The plan.
 * @param results - The latest result of each metric of the plan, of the same scope as the plan; results of other metrics are ignored.
 * @param options - Date of the review, and a control segment where there is one.
 * @returns State, progress, what was to be expected by now, and evidence, for the target and each indicator.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the plan has not the shape of one or a metric has two results,
 * `CX_DEFINITION_MISMATCH` when a result is of other parameters than the plan, `CX_INVALID_DATE` when `asOf` is no civil date,
 * `CX_INVALID_OPTION` for a confidence outside 0..1.
 * @remarks Progress is the share of the way from baseline to target that the latest value has gone. The expectation is the point of the
 * straight line from the baseline at the start to the target at the due date; plans seldom move in a straight line, so that `'late'` is
 * a question to the owner, not a verdict. Improvement is tested from the two standard errors (Welch, doi:10.1093/biomet/34.1-2.28),
 * taken as independent, unless a comparison is handed over.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { reviewActionPlan, toPlanBaseline, type ActionPlan } from 'cx-scoring/prioritization';
 *
 * const before = computeNps({ counts: { promoters: 80, passives: 60, detractors: 60 } });
 * const plan: ActionPlan = {
 *   id: 'delivery-2027',
 *   objective: 'Dealers recommend us for our deliveries',
 *   target: { definition: { id: 'nps' }, baseline: toPlanBaseline(before, '2026-Q4'), target: 30 },
 *   indicators: [],
 *   startsOn: '2027-01-01',
 *   dueOn: '2027-12-31',
 *   owner: 'Head of logistics',
 *   resources: { teams: ['logistics'], tools: [] },
 *   checkpoints: ['2027-03-31', '2027-06-30', '2027-09-30'],
 *   status: 'active',
 * };
 * const now = computeNps({ counts: { promoters: 110, passives: 50, detractors: 40 } });
 * const { target, nextCheckpoint } = reviewActionPlan(plan, [now], { asOf: '2027-07-02' });
 * target.state; // => 'reached'
 * target.progress; // => 1
 * target.reachedByBound; // => false
 * target.change.verdict; // => 'better'
 * target.expected?.value; // => 20
 * nextCheckpoint; // => '2027-09-30'
 * ```
 */
export function reviewActionPlan(
  plan: ActionPlan,
  results: readonly MetricResult[],
  options: ReviewActionPlanOptions,
): ActionPlanReview {
  const where = 'reviewActionPlan';
  requirePlan(where, plan);
  requireItems('results', results);
  requireOptionsObject(where, options);
  const { asOf, comparisons = [], control } = options;
  requireItems('option "comparisons"', comparisons);
  if (!isCivilDate(asOf)) throw cxError('CX_INVALID_DATE', `${where}: option "asOf"`, 'a civil date YYYY-MM-DD', asOf);
  const confidence = resolveConfidence(where, options.confidence);
  const time: PlanTime = { startsOn: plan.startsOn, dueOn: plan.dueOn, asOf, status: plan.status };
  const review = (indicator: ActionPlan['target']): IndicatorReview => {
    const { definition } = indicator;
    const latest = matching(results, definition, 'results');
    const comparison = matching(comparisons, definition, 'option "comparisons"');
    return reviewIndicator(indicator, latest, comparison, time, confidence);
  };
  const latest = matching(results, plan.target.definition, 'results');
  const effect =
    control && latest
      ? planEffect({ before: baselineEstimate(plan.target, latest), after: latest }, control, { confidence })
      : null;
  const daysLeft = toDayNumber(plan.dueOn) - toDayNumber(asOf);
  const left = plan.checkpoints.filter((date) => isCivilDate(date) && date >= asOf).sort();
  return {
    id: plan.id,
    asOf,
    daysLeft: Number.isNaN(daysLeft) ? null : daysLeft,
    nextCheckpoint: left[0] ?? null,
    target: review(plan.target),
    indicators: plan.indicators.map(review),
    effect,
  };
}
