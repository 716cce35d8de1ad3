import type { ParameterValue } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { Estimate } from '../core/estimate.js';
import { isPeriodKey } from '../core/period.js';
import type { Money } from '../core/records.js';
import type { MetricResult } from '../core/result.js';
import type { TargetDefinition } from '../core/target.js';
import { isPlainObject } from './findingPath.js';

/** Where a metric stood when the plan was made. A metric result gives it: see {@link toPlanBaseline}. */
export interface PlanBaseline extends Estimate {
  /** Answers, or whatever the metric counts, behind the value. */
  readonly sampleSize: number;
  /** Standard error, in the unit of the value; unknown when left out. */
  readonly standardError?: number | null;
  /** Degrees of freedom of the standard error; `null` or left out where it rests on the normal distribution. */
  readonly degreesOfFreedom?: number | null;
  /** Key of the period it was measured in, such as `'2026-Q3'`. */
  readonly period: string;
}

/** A metric, where it stands and where it is to go. */
export interface PlanIndicator {
  /** The metric: its id, and its parameters where they differ from their defaults. */
  readonly definition: TargetDefinition;
  /** Where it stood. */
  readonly baseline: PlanBaseline;
  /** Where it is to be, in the unit of the metric: shares are 0..1. */
  readonly target: number;
  /** The largest change, without its sign, that the author of the plan holds plausible by the due date; not judged when left out. */
  readonly largestPlausibleChange?: number;
}

/** What a plan may use. */
export interface PlanResources {
  /** Money set aside. */
  readonly budget?: Money;
  /** Teams that work on it. */
  readonly teams: readonly string[];
  /** Tools that are needed. */
  readonly tools: readonly string[];
}

/** Where a plan stands in its own life, as its owner says; how far it got is measured by {@link reviewActionPlan}. */
export type PlanStatus = 'draft' | 'active' | 'reached' | 'abandoned';

/** An action plan: one objective, one metric that tells whether it is reached, and who does what until when. */
export interface ActionPlan {
  /** Id, unique among the plans. */
  readonly id: string;
  /** What is to be achieved, in words. */
  readonly objective: string;
  /** The one metric that tells whether it is reached. */
  readonly target: PlanIndicator;
  /** Metrics that show progress on the way; may be empty. */
  readonly indicators: readonly PlanIndicator[];
  /** Civil date on which the work begins. */
  readonly startsOn: string;
  /** Civil date by which the target is to be reached; `null` while undecided. */
  readonly dueOn: string | null;
  /** Who answers for it; `null` while undecided. */
  readonly owner: string | null;
  /** What it may use. */
  readonly resources: PlanResources;
  /** Civil dates of the reviews, in order. */
  readonly checkpoints: readonly string[];
  /** Themes of what customers say that it answers to. */
  readonly themes?: readonly string[];
  /** Ids of the initiatives or playbook actions it carries out. */
  readonly initiatives?: readonly string[];
  /** Part of the business it is for, such as `{ network: 'north' }`; the whole when left out. */
  readonly scope?: Readonly<Record<string, string>>;
  /** Where it stands in its own life. */
  readonly status: PlanStatus;
}

/** What a plan must know of a metric to be checked: any metric definition and any entry of the catalogue is one. */
export interface PlanMetric {
  /** Id of the metric. */
  readonly id: string;
  /** Parameters that differ from their defaults; none when left out. */
  readonly parameters?: { readonly [name: string]: ParameterValue } | undefined;
  /** Unit of the value. */
  readonly unit: string;
  /** Which way is good. */
  readonly direction: 'higher-is-better' | 'lower-is-better' | 'contextual';
  /** Smallest and largest value possible, or `null` when there is no bound. */
  readonly range: {
    /** Smallest value. */
    readonly minimum: number;
    /** Largest value. */
    readonly maximum: number;
  } | null;
}

/**
 * Takes a metric result as the baseline of a plan.
 *
 * Use it when the plan is made, and store the plan: the result itself may be recomputed later from other rows.
 *
 * @param result - The result the plan starts from.
 * @param period - Key of the period it was measured in, such as `'2026-Q3'`.
 * @returns Value, interval, sample size and standard error of the result, with the period.
 * @throws TypeError with code `CX_INVALID_INPUT` when the result is none, `CX_INVALID_DATE` when the period cannot be read.
 * @example
 * ```ts
 * import { computeCsat } from 'cx-scoring';
 * import { toPlanBaseline } from 'cx-scoring/prioritization';
 *
 * const baseline = toPlanBaseline(computeCsat([5, 4, 4, 2]), '2026-Q3');
 * baseline.value; // => 0.75
 * baseline.period; // => '2026-Q3'
 * ```
 */
export function toPlanBaseline(result: MetricResult, period: string): PlanBaseline {
  const where = 'toPlanBaseline';
  if (!isPlainObject(result)) throw cxError('CX_INVALID_INPUT', `${where}: "result"`, 'a metric result', result);
  if (!isPeriodKey(period))
    throw cxError('CX_INVALID_DATE', `${where}: "period"`, 'a period key such as "2026-Q3"', period);
  const { value, interval, sampleSize, standardError, degreesOfFreedom } = result;
  return { value, interval, sampleSize, standardError, degreesOfFreedom, period };
}
