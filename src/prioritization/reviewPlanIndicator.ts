import { toDayNumber } from '../core/civilDay.js';
import type { Comparison } from '../core/comparison.js';
import type { Direction } from '../core/definition.js';
import type { MetricResult } from '../core/result.js';
import type { TargetDefinition } from '../core/target.js';
import type { PlanIndicator, PlanStatus } from './actionPlan.js';
import { differenceOf, welchChange, type MeasuredEstimate, type PlanChange } from './planEffect.js';

/**
 * How a plan or one of its indicators stands:
 *
 * - `'not-started'`: the plan is a draft, or the day it begins is yet to come;
 * - `'abandoned'`: its owner gave it up;
 * - `'not-measurable'`: the baseline or the latest result has no value, or the target is the baseline;
 * - `'reached'`: the latest value is at the target or beyond; `reachedByBound` says whether that is more than luck;
 * - `'missed'`: the due date is past, and the target is not reached;
 * - `'on-track'`: at the straight line from baseline to target or beyond;
 * - `'late'`: short of it; without a due date, no nearer to the target than the baseline.
 */
export type PlanState = 'not-started' | 'abandoned' | 'not-measurable' | 'reached' | 'missed' | 'on-track' | 'late';

/** Where a straight line from the baseline at the start to the target at the due date stands on the day. */
export interface PlanExpectation {
  /** Value expected, in the unit of the metric. */
  readonly value: number;
  /** Share of the way expected, 0..1. */
  readonly progress: number;
}

/** How one metric of a plan stands. */
export interface IndicatorReview {
  /** The metric. */
  readonly definition: TargetDefinition;
  /** How it stands. */
  readonly state: PlanState;
  /** Where it stood. */
  readonly baseline: number | null;
  /** Where it is. */
  readonly latest: number | null;
  /** Where it is to be. */
  readonly target: number;
  /** Share of the way from `baseline` to `target` that `latest` has gone, 0..1; `null` when unknown. */
  readonly progress: number | null;
  /** The same share, below 0 when it moved away and above 1 beyond the target. */
  readonly unboundedProgress: number | null;
  /** What was to be expected on the day; `null` without dates or baseline. */
  readonly expected: PlanExpectation | null;
  /** Whether the latest value is at the target or beyond; `null` when unknown. */
  readonly reachedByPoint: boolean | null;
  /** Whether even the unfavourable end of its interval is; `null` without such an end. */
  readonly reachedByBound: boolean | null;
  /** The change since the baseline, and whether the improvement is proven. */
  readonly change: PlanChange;
}

/** The dates and the status an indicator is reviewed under. */
export interface PlanTime {
  /** First day of the plan. */
  readonly startsOn: string;
  /** Due date, `null` when undecided. */
  readonly dueOn: string | null;
  /** Day of the review. */
  readonly asOf: string;
  /** What the owner says of the plan. */
  readonly status: PlanStatus;
}

/** The baseline as an estimate of the definition of the latest result. */
export function baselineEstimate(
  { baseline }: PlanIndicator,
  { definition }: Pick<MetricResult, 'definition'>,
): MeasuredEstimate {
  const { value, interval, sampleSize, standardError = null, degreesOfFreedom = null } = baseline;
  return { definition, value, interval, sampleSize, standardError, degreesOfFreedom };
}

function expectationOf({ baseline, target }: PlanIndicator, time: PlanTime): PlanExpectation | null {
  const { startsOn, dueOn, asOf } = time;
  const [start, due] = [toDayNumber(startsOn), toDayNumber(dueOn)];
  if (baseline.value === null || !(due > start)) return null;
  const progress = Math.min(Math.max((toDayNumber(asOf) - start) / (due - start), 0), 1);
  return { value: baseline.value + progress * (target - baseline.value) + 0, progress };
}

function stateOf(
  unbounded: number | null,
  isReached: boolean,
  expected: PlanExpectation | null,
  { status, asOf, startsOn, dueOn }: PlanTime,
): PlanState {
  const day = toDayNumber(asOf);
  if (status === 'abandoned') return 'abandoned';
  if (status === 'draft' || day < toDayNumber(startsOn)) return 'not-started';
  if (unbounded === null) return 'not-measurable';
  if (isReached) return 'reached';
  if (day > toDayNumber(dueOn)) return 'missed';
  if (expected === null) return unbounded > 0 ? 'on-track' : 'late';
  return unbounded >= expected.progress ? 'on-track' : 'late';
}

/** Turns a comparison of the latest result with the baseline into a change for better or worse. */
function comparedChange(comparison: Comparison): PlanChange {
  const { difference, standardError, degreesOfFreedom, interval, pValue, verdict } = comparison;
  const { direction } = comparison.definition;
  const isGood = (verdict === 'higher') === (direction === 'higher-is-better');
  const isOpen = verdict === 'unknown' || direction === 'contextual';
  return {
    change: difference,
    standardError,
    degreesOfFreedom,
    interval,
    pValue,
    verdict: isOpen ? 'unknown' : verdict === 'no-evidence' ? 'no-evidence' : isGood ? 'better' : 'worse',
  };
}

/** Reviews one metric of a plan against its latest result. */
export function reviewIndicator(
  indicator: PlanIndicator,
  latest: MetricResult | null,
  comparison: Comparison | null,
  time: PlanTime,
  confidence: number,
): IndicatorReview {
  const { definition, baseline, target } = indicator;
  const value = latest?.value ?? null;
  const way = baseline.value === null ? 0 : target - baseline.value;
  const gone = differenceOf(baseline.value, value);
  // Whichever way is good, the plan goes from its baseline to its target.
  const isPossible = gone !== null && way !== 0;
  const unbounded = isPossible ? gone / way + 0 : null;
  const direction: Direction = latest?.definition.direction ?? 'contextual';
  const reaches = (limit: number | null | undefined): boolean | null =>
    limit === null || limit === undefined || !isPossible ? null : way > 0 ? limit >= target : limit <= target;
  const bound = way > 0 ? latest?.interval?.lower : latest?.interval?.upper;
  const reachedByPoint = reaches(value);
  // The quotient may miss 1 by a rounding where the value itself does not miss the target.
  const progressed = reachedByPoint === true ? Math.max(unbounded ?? 1, 1) : unbounded;
  const expected = expectationOf(indicator, time);
  const parts = latest ? [baselineEstimate(indicator, latest), latest] : [];
  return {
    definition,
    state: stateOf(progressed, reachedByPoint === true, expected, time),
    baseline: baseline.value,
    latest: value,
    target,
    progress: progressed === null ? null : Math.min(Math.max(progressed, 0), 1),
    unboundedProgress: progressed,
    expected,
    reachedByPoint,
    reachedByBound: reaches(bound),
    change: comparison ? comparedChange(comparison) : welchChange(gone, parts, direction, confidence),
  };
}
