import type { ParameterValue } from '../core/definition.js';
import type { MetricResult } from '../core/result.js';
import type { ActionPlan, PlanStatus } from '../prioritization/actionPlan.js';
import type { Finding } from '../prioritization/finding.js';
import type { Initiative } from '../prioritization/initiative.js';
import type { Prioritization, PrioritizeOptions } from '../prioritization/prioritization.js';
import type { Recommendations } from '../prioritization/recommendActions.js';
import type { ActionPlanReview, ReviewActionPlanOptions } from '../prioritization/reviewActionPlan.js';
import type { TargetStanding } from './findTarget.js';
import type { ReviewedMetric, ReviewedPeriods } from './reviewedMetric.js';

/** A plan with what its review needs besides the quarter. */
export interface PlanUnderReview extends Omit<ReviewActionPlanOptions, 'asOf' | 'confidence'> {
  /** The plan. */
  readonly plan: ActionPlan;
  /**
   * The latest results of its metrics, of its own scope.
   * @defaultValue those of the quarter, cut to the scope of the plan, for every metric whose rows can be cut to it
   */
  readonly results?: readonly MetricResult[] | undefined;
}

/** Initiatives that are still to be ranked. */
export interface InitiativesToRank {
  /** The initiatives. */
  readonly initiatives: readonly Initiative[];
  /** How they are ranked. */
  readonly options?: PrioritizeOptions | undefined;
}

/** What rewards have done, in a shape of one's own: plain JSON. */
export type RewardsSummary = Readonly<Record<string, ParameterValue>>;

/** A metric of the quarter, with its target. */
export interface QuarterlyMetric extends ReviewedMetric, TargetStanding {}

/** How far the asking reached: response rate, revenue coverage, and their kin, with targets. */
export interface CoverageLine extends TargetStanding {
  /** The result. */
  readonly result: MetricResult;
}

/** How far a plan got, with what people call it by. */
export interface QuarterlyPlan extends ActionPlanReview {
  /** What is to be achieved, in words. */
  readonly objective: string;
  /** Who answers for it; `null` while undecided. */
  readonly owner: string | null;
  /** Civil date on which the work begins. */
  readonly startsOn: string;
  /** Civil date by which the target is to be reached; `null` while undecided. */
  readonly dueOn: string | null;
  /** Part of the business it is for; `{}` is the whole. */
  readonly scope: Readonly<Record<string, string>>;
  /** Where it stands in its own life. */
  readonly status: PlanStatus;
}

/** A part of the review that was not handed over. */
export type QuarterlyPart = 'targets' | 'plans' | 'priorities' | 'coverage' | 'rewards';

/** What a quarter says: plain data, ready to be written down. */
export interface QuarterlyReview extends ReviewedPeriods {
  /** What it is. */
  readonly kind: 'quarterly-review';
  /** The scorecard: each metric with its target, in the order of the catalogue, those of one's own last. */
  readonly metrics: readonly QuarterlyMetric[];
  /** How far the asking reached, in the same order. */
  readonly coverage: readonly CoverageLine[];
  /** How far each plan got, in code-unit order of the ids. */
  readonly plans: readonly QuarterlyPlan[];
  /** What comes first; `null` when nothing was handed over. */
  readonly priorities: Prioritization | null;
  /** What is real: missed targets, changes, segments, and what was handed over on top. */
  readonly findings: readonly Finding[];
  /** What could be done about it. */
  readonly recommendations: Recommendations;
  /** What rewards have done; `null` when nothing was handed over. */
  readonly rewards: RewardsSummary | null;
  /** Parts that were not handed over, so that their silence is not read as good news. */
  readonly notGiven: readonly QuarterlyPart[];
}
