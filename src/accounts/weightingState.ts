import { isWhole, requireOption } from '../core/options.js';
import type { WeightingResult } from '../statistics/weightingMargin.js';
import type { StepExclusions, WeightingStepReport } from './weightingReport.js';
import { reportAmount, reportMargin, weightingEffect, type AmountTrace, type MarginTrace } from './weightingTrace.js';
import type { IterationLimits } from './weightingStep.js';

/** Rows and the weights they have so far: 0 carries nothing, NaN was taken out. */
export interface WeightingState<Row> {
  /** The rows. */
  readonly rows: readonly Row[];
  /** Their weights, changed in place by each step. */
  readonly weights: Float64Array;
}

/** A step that was made, whose report waits for the final weights. */
export type FinishStep = (final: ArrayLike<number>) => WeightingStepReport;

/** What is known of a step besides the weights. */
export interface StepDraft extends Pick<WeightingStepReport, 'kind' | 'outcome' | 'iterations' | 'discrepancy'> {
  /** Weights before the step. */
  readonly before: Float64Array;
  /** Rows it took out. */
  readonly excluded: StepExclusions;
  /** Its margins. */
  readonly margins?: readonly MarginTrace[];
  /** Its amounts. */
  readonly amounts?: readonly AmountTrace[];
  /** What it trimmed. */
  readonly trimming?: WeightingStepReport['trimming'];
}

/** Indexes of the rows that carry weight. */
export function carryingRows({ weights }: WeightingState<unknown>): number[] {
  return Array.from(weights.keys()).filter((row) => (weights[row] as number) > 0);
}

/** Gives the rows kept their new weights and takes out every other row that carried one. */
export function setWeights(state: WeightingState<unknown>, kept: readonly number[], weights: ArrayLike<number>): void {
  for (const row of carryingRows(state)) state.weights[row] = NaN;
  kept.forEach((row, place) => (state.weights[row] = weights[place] as number));
}

/** How an adjustment by the kernel ended. */
export function endOf({
  outcome,
  iterations,
  discrepancy,
}: WeightingResult): Pick<StepDraft, 'outcome' | 'iterations' | 'discrepancy'> {
  return { outcome: outcome === 'converged' ? 'converged' : 'not-converged', iterations, discrepancy };
}

/** Prepares the report of a step, to be completed with the final weights. */
export function finishStep(draft: StepDraft, { weights }: WeightingState<unknown>): FinishStep {
  const {
    kind,
    outcome,
    iterations,
    discrepancy,
    before,
    excluded,
    margins = [],
    amounts = [],
    trimming = null,
  } = draft;
  const after = weights.slice();
  return (final) => ({
    kind,
    outcome,
    iterations,
    discrepancy,
    excluded,
    before: weightingEffect(before),
    after: weightingEffect(after),
    margins: margins.map((margin) => reportMargin(margin, before, after, final)),
    amounts: amounts.map((amount) => reportAmount(amount, before, after, final)),
    trimming,
  });
}

/** Refuses a tolerance or a number of rounds under which nothing could be reached. */
export function requireLimits(where: string, { tolerance = 0, maxIterations = 1 }: IterationLimits): void {
  const isTolerance = Number.isFinite(tolerance) && tolerance >= 0;
  requireOption(isTolerance, where, 'tolerance', 'a finite number from 0', tolerance);
  const isCount = isWhole(maxIterations) && maxIterations >= 1;
  requireOption(isCount, where, 'maxIterations', 'a whole number from 1', maxIterations);
}
