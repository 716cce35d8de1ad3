import type { MetricResult } from '../core/result.js';
import { sum } from '../statistics/sum.js';

/** Where the errors of the raw values come from: each segment's own, or one spread for all. */
export type ShrinkErrorSource = 'own' | 'pooled';

/** Too few segments have a value and an error: with fewer than four, drawing them together does not pay. */
export interface FewSegmentsWarning {
  /** Code of the warning. */
  readonly code: 'few-segments';
  /** Segments that could be used. */
  readonly observed: number;
  /** Segments that are needed. */
  readonly required: number;
}

/** A segment has a value, but no standard error above 0. */
export interface NoStandardErrorWarning {
  /** Code of the warning. */
  readonly code: 'no-standard-error';
}

/** With fewer groups, drawing them towards an estimated mean does not pay (Stein's estimator about a mean needs four). */
export const FEWEST_SHRUNKEN = 4;

/**
 * The standard errors that shrinking uses; `null` where there is none above 0.
 *
 * Pooled, the spread of single answers is the mean of the segments' by their degrees of freedom, so that a segment whose answers are all
 * equal, or that has only one, is as uncertain as its size says.
 */
export function shrinkErrors(results: readonly MetricResult[], source: ShrinkErrorSource): (number | null)[] {
  if (source === 'own') return results.map(({ standardError }) => positive(standardError));
  const spreads = results.flatMap(({ standardError, effectiveSampleSize: size }) =>
    standardError !== null && size > 1 ? [{ freedom: size - 1, spread: standardError ** 2 * size }] : [],
  );
  const freedom = sum(spreads.map((own) => own.freedom));
  const variance = sum(spreads.map((own) => own.freedom * own.spread)) / freedom;
  return results.map(({ effectiveSampleSize: size }) => positive(Math.sqrt(variance / size)));
}

function positive(error: number | null): number | null {
  return error !== null && error > 0 && error < Infinity ? error : null;
}
