import { sum } from '../statistics/sum.js';
import type { WeightingEffect, WeightingStepReport } from './weightingReport.js';
import { weightingEffect } from './weightingTrace.js';

/**
 * Reasons for which a row has no weight. `zeroWeight` is that a step brought it to 0: the target of its class is 0, or margins that
 * contradict each other let it fade away.
 */
export type WeightingExclusion =
  'missingBaseWeight' | 'zeroBaseWeight' | 'missingClass' | 'withoutTarget' | 'missingAmount' | 'zeroWeight';

/** A weight that deserves a look. */
export interface ExtremeWeight {
  /** Index of the row. */
  readonly index: number;
  /** Its weight, in the scale of the weights returned. */
  readonly weight: number;
  /** The weight as a multiple of the mean weight. */
  readonly multiple: number;
}

/** What weighting did and what it costs. */
export interface WeightingReport {
  /** `'not-converged'` when a step did not reach its targets. */
  readonly outcome: 'converged' | 'not-converged';
  /** Rows read. */
  readonly rows: number;
  /** Rows without weight, by reason; with those that have one they add up to the rows read. */
  readonly excluded: Readonly<Record<WeightingExclusion, number>>;
  /** Cost of the base weights. */
  readonly before: WeightingEffect;
  /** Cost of the weights returned. */
  readonly after: WeightingEffect;
  /** Smallest weight above 0; `null` without any. */
  readonly smallest: number | null;
  /** Largest weight; `null` without any. */
  readonly largest: number | null;
  /** Weights above five times the mean, largest first, then by index. */
  readonly extremes: readonly ExtremeWeight[];
  /** What each step did. */
  readonly steps: readonly WeightingStepReport[];
}

/** A weight from which a row is named in the report, in multiples of the mean: the convention of the American National Election Studies. */
const EXTREME = 5;

/** Sums up the steps. Weights are NaN where a row was taken out. */
export function summarizeWeighting(
  before: Float64Array,
  after: Float64Array,
  steps: readonly WeightingStepReport[],
): WeightingReport {
  const count = (reason: keyof WeightingStepReport['excluded']): number =>
    steps.reduce((total, { excluded }) => total + excluded[reason], 0);
  const zeros = (weights: Float64Array): number => weights.filter((weight) => weight === 0).length;
  const carried = after.filter((weight) => weight > 0).sort();
  const mean = sum(carried) / carried.length;
  const extremes = Array.from(after, (weight, index) => ({ index, weight, multiple: weight / mean }));
  return {
    outcome: steps.every(({ outcome }) => outcome === 'converged') ? 'converged' : 'not-converged',
    rows: after.length,
    excluded: {
      missingBaseWeight: before.filter(Number.isNaN).length,
      zeroBaseWeight: zeros(before),
      missingClass: count('missingClass'),
      withoutTarget: count('withoutTarget'),
      missingAmount: count('missingAmount'),
      zeroWeight: zeros(after) - zeros(before),
    },
    before: weightingEffect(before),
    after: weightingEffect(after),
    smallest: carried[0] ?? null,
    largest: carried[carried.length - 1] ?? null,
    extremes: extremes.filter(({ multiple }) => multiple > EXTREME).sort((a, b) => b.weight - a.weight),
    steps,
  };
}
