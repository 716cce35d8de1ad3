import { basisSolution, product, weightedBasis } from './weightedBasis.js';
import { startingWeights } from './weightingMargin.js';

/**
 * What auxiliary variables leave unexplained of each value: the residuals of a weighted least squares fit.
 *
 * Use it for the standard error of a calibrated, post-stratified or raked estimate: take the influence of each row on the
 * estimate (`ratioInfluence`) divided by its weight, the residuals of that, times the weight again, and hand them to
 * `linearizedCovariance`. For post-stratification and calibration the fit is weighted by the starting weights; R's `survey` fits
 * raked weights without weights.
 *
 * @param values - One finite value for each row.
 * @param auxiliaries - Auxiliary variables, each with one finite value for every row; indicators of classes for classes. They may
 * depend on each other.
 * @param weights - Weight of each row in the fit, zero or more; 1 unless given.
 * @returns One residual for each row; all NaN when lengths differ, a weight is negative or a number is not finite.
 * @remarks Särndal, C., Swensson, B. and Wretman, J. (1992), Model Assisted Survey Sampling, section 6.6,
 * https://doi.org/10.1007/978-1-4612-4378-6
 * @example
 * ```ts
 * import { calibrationResiduals } from 'cx-scoring/statistics';
 * calibrationResiduals([1, 3, 10], [[1, 1, 0], [0, 0, 1]]); // ~> [-1, 1, 0]
 * ```
 */
export function calibrationResiduals(
  values: ArrayLike<number>,
  auxiliaries: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): number[] {
  const rows = values.length;
  const fitted = startingWeights(rows, weights);
  const columns = [values, ...auxiliaries];
  const isUsable = columns.every((column) => column.length === rows && Array.from(column).every(Number.isFinite));
  if (fitted === null || !isUsable) return Array.from({ length: rows }, () => NaN);
  const basis = weightedBasis(auxiliaries, fitted);
  const scaled = Float64Array.from(values, (value, i) => Math.sqrt(fitted[i] as number) * value);
  const explained = basis.q.map((direction) => product(direction, scaled));
  const coefficients = basisSolution(basis, explained, auxiliaries.length);
  return Array.from(values, (value, i) => {
    let residual = value;
    coefficients.forEach((coefficient, k) => {
      residual -= coefficient * ((auxiliaries[k] as ArrayLike<number>)[i] as number);
    });
    return residual;
  });
}
