import type { Bounds } from '../core/interval.js';
import { basisSolution, basisTotals, weightedBasis } from './weightedBasis.js';
import { failedWeighting, startingWeights } from './weightingMargin.js';
import type { WeightingResult } from './weightingMargin.js';
import { sum } from './sum.js';

/** Options of `calibrationWeights`. */
export interface CalibrationOptions {
  /** Weights to begin with, zero or more; 1 for each row unless given. */
  readonly weights?: ArrayLike<number> | undefined;
  /**
   * How far from the starting weights is measured: `'linear'` (default; the regression estimator, weights may turn negative),
   * `'raking'` (weights stay above zero) or `'logit'` (factors stay within `bounds`).
   */
  readonly distance?: 'linear' | 'raking' | 'logit' | undefined;
  /** Lowest and highest factor for `'logit'`, around 1; 0.2 and 5 unless given. */
  readonly bounds?: Bounds | undefined;
  /** Largest distance from a total, as a share of its size, that counts as reached; 1e-10 by default. */
  readonly tolerance?: number | undefined;
  /** Most Newton steps, 50 by default. */
  readonly maxIterations?: number | undefined;
}

/** The factor on a weight as a function of its linear predictor, with its slope. */
interface Link {
  readonly factor: (predictor: number) => number;
  readonly slope: (predictor: number) => number;
}

/**
 * Calibration weights: the weights closest to the starting ones under which auxiliary variables have their known totals.
 *
 * Use it when totals of amounts are known (revenue, orders), or classes and amounts together; indicators of classes may be
 * redundant. For classes alone `rakingWeights` says more about what is missing.
 *
 * @param auxiliaries - Auxiliary variables, each with one finite value for every row.
 * @param totals - The population total of each auxiliary variable.
 * @param options - Starting weights, distance, bounds, tolerance and most steps.
 * @returns The weights with a report: `'invalid'` for lengths that differ, numbers that are not finite or bounds that do not
 * include 1 strictly, `'not-converged'` when no such weights were found. The discrepancy is relative to the larger of a total
 * and `Σ|x|` under the starting weights.
 * @remarks Deville, J. and Särndal, C. (1992), Calibration Estimators in Survey Sampling, JASA 87, 376-382,
 * https://doi.org/10.1080/01621459.1992.10475217, methods 1, 2 and 6.
 * @example
 * ```ts
 * import { calibrationWeights } from 'cx-scoring/statistics';
 * // 40 accounts with a revenue of 130 in all; three with revenues 1, 2 and 6 answered.
 * calibrationWeights([[1, 1, 1], [1, 2, 6]], [40, 130], { weights: [13, 13, 13] }).weights; // ~> [11.9048, 12.6190, 15.4762]
 * ```
 */
export function calibrationWeights(
  auxiliaries: readonly ArrayLike<number>[],
  totals: ArrayLike<number>,
  options: CalibrationOptions = {},
): WeightingResult {
  const { tolerance = 1e-10, maxIterations = 50 } = options;
  const rows = auxiliaries[0]?.length ?? 0;
  const start = startingWeights(rows, options.weights);
  const link = linkOf(options);
  const isUsable =
    tolerance >= 0 &&
    maxIterations >= 1 &&
    auxiliaries.length > 0 &&
    auxiliaries.length === totals.length &&
    Array.from(totals).every(Number.isFinite) &&
    auxiliaries.every((column) => column.length === rows && Array.from(column).every(Number.isFinite));
  if (start === null || link === null || !isUsable) return failedWeighting('invalid', rows);
  const scales = auxiliaries.map((column, k) =>
    Math.max(Math.abs(totals[k] as number), sum(start.map((weight, i) => weight * Math.abs(column[i] as number)))),
  );
  const predictors = new Float64Array(rows);
  let weights = start;
  let iterations = 0;
  for (;;) {
    const missing = auxiliaries.map(
      (column, k) => (totals[k] as number) - sum(weights.map((weight, i) => weight * (column[i] as number))),
    );
    const discrepancy = Math.max(...missing.map((gap, k) => (gap === 0 ? 0 : Math.abs(gap) / (scales[k] as number))));
    const isReached = discrepancy <= tolerance;
    if (isReached || iterations >= maxIterations || !Number.isFinite(discrepancy)) {
      const outcome = isReached ? 'converged' : 'not-converged';
      return { outcome, weights: Array.from(weights), iterations, discrepancy, emptyClasses: [] };
    }
    const slopes = start.map((weight, i) => weight * link.slope(predictors[i] as number));
    const basis = weightedBasis(auxiliaries, slopes);
    const step = basisSolution(basis, basisTotals(basis, missing), auxiliaries.length);
    for (let i = 0; i < rows; i++) {
      auxiliaries.forEach((column, k) => {
        predictors[i] = (predictors[i] as number) + (step[k] as number) * (column[i] as number);
      });
    }
    weights = start.map((weight, i) => weight * link.factor(predictors[i] as number));
    iterations++;
  }
}

function linkOf({ distance = 'linear', bounds = { lower: 0.2, upper: 5 } }: CalibrationOptions): Link | null {
  if (distance === 'linear') return { factor: (predictor) => 1 + predictor, slope: () => 1 };
  if (distance === 'raking') return { factor: Math.exp, slope: Math.exp };
  const { lower, upper } = bounds;
  if (!(lower >= 0 && lower < 1 && upper > 1 && upper < Infinity)) return null;
  const steepness = (upper - lower) / ((1 - lower) * (upper - 1));
  const factor = (predictor: number): number => {
    // As a share of the way from lower to upper, so that no exponential overflows.
    const odds = ((1 - lower) / (upper - 1)) * Math.exp(Math.min(700, steepness * predictor));
    return lower + (upper - lower) * (odds / (1 + odds));
  };
  const slope = (predictor: number): number => {
    const value = factor(predictor);
    return (steepness * (value - lower) * (upper - value)) / (upper - lower);
  };
  return { factor, slope };
}
