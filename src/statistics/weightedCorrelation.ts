import { correlationTest } from './pearsonCorrelation.js';
import type { Correlation, CorrelationOptions } from './pearsonCorrelation.js';
import { kishEffectiveSize, weightedMean } from './weighted.js';

/** Outcome of `weightedCorrelation`. */
export interface WeightedCorrelation extends Correlation {
  /** Kish's effective number of pairs, on which test and interval stand. */
  readonly effectiveSize: number;
}

/**
 * Pearson's correlation with weights: sums of squares and products about the weighted means.
 *
 * Test and interval take Kish's effective size for the number of pairs, which is exact for equal weights and an approximation
 * otherwise; it knows nothing of clusters.
 *
 * @param x - Finite numbers.
 * @param y - As many finite numbers, in the same order of units.
 * @param weights - One weight, zero or more, for each pair.
 * @param options - Confidence and alternative.
 * @returns Coefficient, effective size, t, degrees of freedom, p-value and interval. All NaN when lengths differ, a number is not
 * finite, a weight is negative or a column is constant.
 * @example
 * ```ts
 * import { weightedCorrelation } from 'cx-scoring/statistics';
 * weightedCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 6], [1, 1, 2, 2, 4]).coefficient; // ~> 0.8583758901
 * ```
 */
export function weightedCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  options: CorrelationOptions = {},
): WeightedCorrelation {
  const dx = weightedDeviations(x, weights);
  const dy = weightedDeviations(y, weights);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < dx.length; i++) {
    const a = dx[i] as number;
    const b = dy[i] as number;
    const weight = weights[i] as number;
    // A pair without weight is not there, whatever its values.
    if (weight === 0) continue;
    xx += weight * a * a;
    yy += weight * b * b;
    xy += weight * a * b;
  }
  const effectiveSize = x.length === y.length ? kishEffectiveSize(weights) : NaN;
  return { ...correlationTest(xy / Math.sqrt(xx * yy), effectiveSize, options), effectiveSize };
}

// About the weighted mean, in units of the largest deviation; all zero for a constant.
function weightedDeviations(column: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const center = weightedMean(column, weights);
  const values = new Float64Array(column);
  const counted = values.filter((_, i) => (weights[i] as number) > 0);
  const lowest = counted.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = counted.reduce((a, b) => Math.max(a, b), -Infinity);
  if (lowest === highest) return values.map(() => 0);
  const unit = Math.max(highest - center, center - lowest);
  return values.map((value) => (value - center) / unit);
}
