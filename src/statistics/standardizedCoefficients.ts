import type { LeastSquaresFit } from './leastSquaresFit.js';
import { standardDeviation } from './variance.js';

/**
 * The coefficients of a fit in standard deviations of the response per standard deviation of the predictor (beta weights).
 *
 * @param fit - An unweighted fit by `leastSquares`.
 * @param predictors - The columns it was made from.
 * @param response - The response it was made from.
 * @returns One number a predictor, none for the intercept; NaN without spread or where the coefficient is NaN.
 * @example
 * ```ts
 * import { leastSquares, standardizedCoefficients } from 'cx-scoring/statistics';
 * const [x, y] = [[1, 2, 3, 4, 5], [2, 4, 5, 4, 5]];
 * standardizedCoefficients(leastSquares([x], y), [x], y); // ~> [0.7746]
 * ```
 */
export function standardizedCoefficients(
  fit: LeastSquaresFit,
  predictors: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
): number[] {
  const spread = standardDeviation(Array.from(response));
  return predictors.map((column, k) => {
    const coefficient = fit.coefficients[k + (fit.intercept ? 1 : 0)] as number;
    return spread > 0 ? (coefficient * standardDeviation(Array.from(column))) / spread : NaN;
  });
}
