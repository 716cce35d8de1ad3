import { designOf, weightedColumn } from './designColumns.js';
import type { Design } from './designColumns.js';
import { fUpperTail } from './fDistribution.js';
import { factorQr, orthonormalBasis } from './householderQr.js';
import type { QrFactor } from './householderQr.js';
import { undefinedLeastSquaresFit } from './leastSquaresFit.js';
import type { LeastSquaresFit } from './leastSquaresFit.js';
import { refinedLeastSquares } from './refinedLeastSquares.js';
import { studentPValue } from './studentPValue.js';
import { sum } from './sum.js';
import { tInterval } from './tTest.js';
import { inverseCrossProducts, spreadOverAll } from './unscaledCovariance.js';

/** Options of `leastSquares`. */
export interface LeastSquaresOptions {
  /** Whether a constant is fitted too, true by default. */
  readonly intercept?: boolean | undefined;
  /** How much each row counts, zero or more: inverse variances up to a factor. Rows of weight zero are fitted but not counted. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Confidence of the intervals, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/**
 * Least-squares regression, ordinary or weighted, with what is needed to judge it.
 *
 * Reflections on the columns as given, then refinement with residuals of 32 digits: nearly collinear data (NIST's Longley, Filip)
 * keep the accuracy that their own digits allow. An exactly collinear predictor gets NaN, and the fit is that of the others.
 *
 * @param predictors - One column of finite numbers for each predictor; none for the mean alone.
 * @param response - As many finite numbers, of magnitude below 1e150.
 * @param options - Intercept, weights and confidence.
 * @returns The fit; all its numbers NaN when lengths differ, a number is not finite or there is no row. Without residual degrees of
 * freedom standard errors are NaN; a perfect fit has residuals and standard errors of exactly zero.
 * @remarks Björck, Å. (1967), Iterative refinement of linear least squares solutions I, BIT 7, 257-278,
 * https://doi.org/10.1007/BF01939321. Information criteria as in R's `AIC` and `BIC`.
 * @example
 * ```ts
 * import { leastSquares } from 'cx-scoring/statistics';
 * const fit = leastSquares([[1, 2, 3, 4, 5]], [2, 4, 5, 4, 5]);
 * fit.coefficients; // ~> [2.2, 0.6]
 * fit.rSquared; // ~> 0.6
 * fit.pValues[1]; // ~> 0.1240
 * ```
 */
export function leastSquares(
  predictors: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  const { intercept = true, weights, confidence = 0.95 } = options;
  const y = new Float64Array(response);
  const design = y.every(Number.isFinite) ? designOf(predictors, y.length, intercept, weights) : null;
  if (design === null || design.count === 0)
    return undefinedLeastSquaresFit(predictors.length + (intercept ? 1 : 0), y.length, intercept);
  const scaled = design.columns.map((column) => weightedColumn(column, design.weights));
  const qr = factorQr(scaled, y.length);
  const { solution, residuals } = refinedLeastSquares(scaled, qr, weightedColumn(y, design.weights));
  const rank = qr.kept.length;
  const size = design.columns.length;
  const coefficients = spreadOverAll(qr.kept, size, solution);
  const unscaledCovariance = inverseCrossProducts(qr, size);
  const errors = rawResiduals(design, y, residuals, coefficients);
  const degreesOfFreedom = design.count - rank;
  const residualSumOfSquares = sum(residuals.map((value) => value * value));
  const residualVariance = degreesOfFreedom > 0 ? residualSumOfSquares / degreesOfFreedom : NaN;
  const standardErrors = unscaledCovariance.map((row, k) => Math.sqrt((row[k] as number) * residualVariance));
  const statistics = coefficients.map((value, k) => value / (standardErrors[k] as number));
  const total = totalSumOfSquares(design, y, intercept);
  const modelDegreesOfFreedom = rank - (intercept ? 1 : 0);
  const rSquared = 1 - residualSumOfSquares / total;
  const fStatistic = Math.max(0, total - residualSumOfSquares) / modelDegreesOfFreedom / residualVariance;
  const logLikelihood = gaussianLogLikelihood(design, residualSumOfSquares);
  return {
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map((t) => studentPValue(t, degreesOfFreedom)),
    intervals: coefficients.map((value, k) =>
      tInterval(value, standardErrors[k] as number, degreesOfFreedom, confidence),
    ),
    unscaledCovariance,
    intercept,
    rank,
    degreesOfFreedom,
    residualSumOfSquares,
    residualVariance,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (design.count - (intercept ? 1 : 0))) / degreesOfFreedom,
    fStatistic,
    modelDegreesOfFreedom,
    fPValue: fUpperTail(fStatistic, modelDegreesOfFreedom, degreesOfFreedom),
    logLikelihood,
    akaike: 2 * (rank + 1) - 2 * logLikelihood,
    bayesian: Math.log(design.count) * (rank + 1) - 2 * logLikelihood,
    fitted: errors.map((error, i) => (y[i] as number) - error),
    residuals: errors,
    leverages: leveragesOf(qr),
    weights: design.weights === null ? null : [...design.weights],
  };
}

// Residuals in the unit of the response; a row of weight zero, which the fit does not see, is predicted.
function rawResiduals(
  design: Design,
  y: Float64Array,
  residuals: Float64Array,
  coefficients: readonly number[],
): number[] {
  return Array.from(residuals, (residual, i) => {
    const weight = design.weights?.[i] ?? 1;
    if (weight > 0) return residual / Math.sqrt(weight);
    const terms = design.columns.map((column, k) => {
      const coefficient = coefficients[k] as number;
      return Number.isNaN(coefficient) ? 0 : coefficient * (column[i] as number);
    });
    return (y[i] as number) - sum(terms);
  });
}

function totalSumOfSquares({ weights, length }: Design, y: Float64Array, isCentered: boolean): number {
  const weightAt = (i: number): number => weights?.[i] ?? 1;
  const rows = Array.from({ length }, (_, i) => i).filter((i) => weightAt(i) > 0);
  const center = isCentered ? sum(rows.map((i) => weightAt(i) * (y[i] as number))) / sum(rows.map(weightAt)) : 0;
  // A constant has no variation, whatever the last digit of its mean.
  if (isCentered && rows.every((i) => y[i] === y[rows[0] as number])) return 0;
  return sum(rows.map((i) => weightAt(i) * ((y[i] as number) - center) ** 2));
}

function gaussianLogLikelihood({ weights, count }: Design, residualSumOfSquares: number): number {
  const logWeights = weights === null ? 0 : sum(weights.map((weight) => (weight > 0 ? Math.log(weight) : 0)));
  return (logWeights - count * (Math.log((2 * Math.PI * residualSumOfSquares) / count) + 1)) / 2;
}

function leveragesOf(qr: QrFactor): number[] {
  const leverages = new Array<number>(qr.length).fill(0);
  for (const column of orthonormalBasis(qr)) {
    for (const [i, value] of column.entries()) leverages[i] = (leverages[i] as number) + value * value;
  }
  return leverages.map((leverage) => Math.min(1, leverage));
}
