/** The five qualities of a SMART objective: specific, measurable, achievable, realistic, time-bound. */
export type SmartLetter = 'specific' | 'measurable' | 'achievable' | 'realistic' | 'time-bound';

/** What every finding on a plan has. */
export interface PlanFindingBase<Code extends string, Letter extends SmartLetter> {
  /** What is wrong, in kebab case. More codes may be added: treat a `switch` over them as open. */
  readonly code: Code;
  /** The quality the plan lacks. */
  readonly letter: Letter;
  /** `'error'`: as it stands the plan cannot be followed or judged. `'advice'`: it can, less well. */
  readonly severity: 'error' | 'advice';
  /** Where: names and indices from the plan down. */
  readonly path: readonly (string | number)[];
}

/** What a finding on a metric has besides. */
export interface PlanMetricFindingBase<Code extends string, Letter extends SmartLetter> extends PlanFindingBase<
  Code,
  Letter
> {
  /** Id of the metric. */
  readonly metric: string;
  /** Unit of the metric, `null` where it is not known. */
  readonly unit: string | null;
}

/** Something is not said: the objective, who answers for it, or with what means. */
export type PlanGapFinding =
  | PlanFindingBase<'no-objective' | 'no-owner', 'specific'>
  | PlanFindingBase<'no-resources', 'achievable'>
  | PlanFindingBase<'no-due-date', 'time-bound'>;

/**
 * Something about a metric stands in the way: two indicators are the same, the metric was not described to the check, its baseline has
 * no value or no interval, its direction is neither good nor bad.
 */
export type PlanMetricFinding =
  | PlanMetricFindingBase<'repeated-metric', 'specific'>
  | PlanMetricFindingBase<'unknown-metric' | 'no-baseline' | 'no-interval' | 'contextual-direction', 'measurable'>;

/** The samples with which a change could be told from noise. */
export interface PlanSampleNeed {
  /** Answers needed in each of two new waves of equal size; `null` without a standard error. */
  readonly perWave: number | null;
  /** Answers needed in the next wave, the baseline being what it is; `null` when no number is enough or nothing is known. */
  readonly nextWave: number | null;
}

/** The target lies inside the interval of the baseline: reaching it could not be told from noise. */
export interface TargetWithinNoiseFinding
  extends PlanMetricFindingBase<'target-within-noise', 'measurable'>, PlanSampleNeed {
  /** Value of the baseline. */
  readonly value: number;
  /** The target. */
  readonly target: number;
  /** Lower end of the interval, `null` when open. */
  readonly lower: number | null;
  /** Upper end of the interval, `null` when open. */
  readonly upper: number | null;
}

/** The target lies outside the interval of the baseline, but the next wave is likely to miss the change. */
export interface SampleTooSmallFinding extends PlanMetricFindingBase<'sample-too-small', 'measurable'>, PlanSampleNeed {
  /** Target minus baseline. */
  readonly change: number;
  /** Answers expected in the next wave. */
  readonly expected: number;
}

/** The target lies off the range of the metric. */
export interface TargetOffRangeFinding extends PlanMetricFindingBase<'target-off-range', 'achievable'> {
  /** The target. */
  readonly target: number;
  /** Smallest value possible. */
  readonly minimum: number;
  /** Largest value possible. */
  readonly maximum: number;
}

/** The target is worse than the baseline, or the same. */
export interface TargetOnWrongSideFinding extends PlanMetricFindingBase<
  'target-on-wrong-side' | 'no-change',
  'realistic'
> {
  /** Value of the baseline. */
  readonly value: number;
  /** The target. */
  readonly target: number;
}

/** The change asked for is larger than the author of the plan holds plausible. */
export interface TargetTooFarFinding extends PlanMetricFindingBase<'target-too-far', 'realistic'> {
  /** Target minus baseline, without its sign. */
  readonly change: number;
  /** The largest change held plausible. */
  readonly largest: number;
}

/** A date is none, or comes before what it should follow. */
export interface PlanDateFinding extends PlanFindingBase<
  | 'invalid-date'
  | 'due-not-after-start'
  | 'due-not-after-baseline'
  | 'unplaced-period'
  | 'no-checkpoint'
  | 'checkpoints-unordered'
  | 'checkpoint-after-due'
  | 'checkpoint-before-start',
  'time-bound'
> {
  /** The date, or the period, at fault; for a missing checkpoint the due date, `null` when there is none either. */
  readonly date: string | null;
  /** The date or period it should follow or precede; `null` where there is none. */
  readonly other: string | null;
}

/** What keeps a plan from being SMART, as a code with typed fields. Words for people come from {@link formatPlanFinding}. */
export type PlanFinding =
  | PlanGapFinding
  | PlanMetricFinding
  | TargetWithinNoiseFinding
  | SampleTooSmallFinding
  | TargetOffRangeFinding
  | TargetOnWrongSideFinding
  | TargetTooFarFinding
  | PlanDateFinding;

/** Code of a finding on a plan. */
export type PlanFindingCode = PlanFinding['code'];
