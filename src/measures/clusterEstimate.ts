import type { Interval } from '../core/interval.js';
import type { MetricResult } from '../core/result.js';
import { clusterRobustMean } from '../statistics/clusterRobustMean.js';
import { linearizedRatio } from '../statistics/linearizedEstimate.js';
import { finitePopulationFactor } from '../statistics/finitePopulation.js';
import { studentTQuantile } from '../statistics/studentT.js';
import { FEWEST_ACCOUNTS, MANY_ACCOUNTS } from './evidence.js';
import type { RatioSums } from './ratioMeasure.js';

/** The error of a mean over accounts. */
export interface ClusterEstimate {
  /** Accounts with weight. */
  readonly accounts: number;
  /** Standard error in the unit of the metric, without finite-population correction; `null` below two accounts. */
  readonly standardError: number | null;
  /** Its degrees of freedom. */
  readonly degreesOfFreedom: number | null;
  /** The interval, or `null` when there is no honest one. */
  readonly interval: Interval | null;
  /** Variance over that of as many independent answers. */
  readonly designEffect: number | null;
}

/** Estimates the error of a value from the sums of its accounts. */
export function clusterEstimate(
  { value, definition: { range } }: Pick<MetricResult, 'value' | 'definition'>,
  clusters: readonly RatioSums[],
  whole: RatioSums,
  confidence: number,
  population: number,
): ClusterEstimate {
  const accounts = clusters.length;
  const { scale, weightedSquare } = whole;
  const isSmall = accounts < MANY_ACCOUNTS && weightedSquare !== null;
  // Each account as one unit; one without weight, as with orders of 0, still counts.
  const robust = isSmall
    ? clusterRobustMean(clusters)
    : linearizedRatio(
        clusters.map((own) => own.weightedTotal),
        clusters.map((own) => own.weight),
      );
  const known = value !== null && accounts > 1;
  const standardError = known ? scale * robust.standardError : null;
  const degreesOfFreedom = known ? robust.degreesOfFreedom : null;
  const method = isSmall ? 'cr2' : 'linearized';
  const mean = whole.weightedTotal / whole.weight;
  const simple = weightedSquare === null ? 0 : (weightedSquare / whole.weight - mean * mean) / (whole.count - 1);
  // Rounding leaves a trace of variance where all answers agree.
  const spreads = standardError !== null && standardError > 1e-12 * scale && simple > 1e-24;
  const designEffect = spreads ? robust.standardError ** 2 / simple : null;
  const shared = { accounts, standardError, degreesOfFreedom, designEffect };
  if (value === null) return { ...shared, interval: null };
  if (population === accounts) return { ...shared, interval: { lower: value, upper: value, confidence, method } };
  if (accounts < FEWEST_ACCOUNTS || !((standardError ?? 0) > 1e-12 * scale)) return { ...shared, interval: null };
  const factor = finitePopulationFactor(accounts, population);
  const halfWidth = studentTQuantile((1 + confidence) / 2, degreesOfFreedom ?? NaN) * (standardError ?? NaN) * factor;
  return {
    ...shared,
    interval: {
      lower: Math.max(range?.minimum ?? -Infinity, value - halfWidth) + 0,
      upper: Math.min(range?.maximum ?? Infinity, value + halfWidth) + 0,
      confidence,
      method,
    },
  };
}
