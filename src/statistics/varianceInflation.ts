import { leastSquares } from './leastSquares.js';

/**
 * The variance inflation factor of each predictor: how many times its overlap with the others multiplies the variance of its
 * coefficient.
 *
 * @param predictors - One column of finite numbers for each predictor.
 * @returns One factor a predictor, 1 without overlap; 5 to 10 is usually held to be much. Infinity for a predictor that the others
 * determine, NaN for one that is constant, and throughout when a length differs or a number is not finite.
 * @remarks Marquardt, D. (1970), Generalized inverses, ridge regression, biased linear estimation, and nonlinear estimation,
 * Technometrics 12, 591-612, https://doi.org/10.1080/00401706.1970.10488699
 * @example
 * ```ts
 * import { varianceInflation } from 'cx-scoring/statistics';
 * varianceInflation([[1, 2, 3, 4], [1, 3, 2, 4]]); // ~> [2.78, 2.78]
 * varianceInflation([[1, 2, 3, 4], [2, 4, 6, 8]]); // => [Infinity, Infinity]
 * ```
 */
export function varianceInflation(predictors: readonly ArrayLike<number>[]): number[] {
  return predictors.map((column, k) => {
    const { rSquared } = leastSquares([...predictors.slice(0, k), ...predictors.slice(k + 1)], column);
    return rSquared < 1 - 1e-13 ? Math.max(1, 1 / (1 - rSquared)) : rSquared >= 1 - 1e-13 ? Infinity : NaN;
  });
}
