import { gainsBySize, subsetRSquared } from './subsetRSquared.js';
import type { DriverCorrelations } from './subsetRSquared.js';

/**
 * The exact LMG importance of predictors (Shapley values of R², general dominance): the gain in R² from each, averaged over all orders
 * in which predictors can enter.
 *
 * The shares add up to R² and are never below zero. They say how well, not which way and not why: give the sign of the correlation
 * beside them. Time doubles with each predictor: below a millisecond for 12, some tens for 20; beyond 16 or so `relativeWeights`
 * come close at once.
 *
 * @param correlations - Correlations of 1 to 24 predictors with each other and with the response.
 * @returns The part of R² of each predictor; a predictor that others determine shares with them. NaN when the shapes do not match, a
 * number is not finite, or there are more than 24.
 * @remarks Lindeman, R., Merenda, P. and Gold, R. (1980), Introduction to Bivariate and Multivariate Analysis, page 119; Grömping, U. (2007),
 * Estimators of relative importance in linear regression based on variance decomposition, The American Statistician 61, 139-147,
 * https://doi.org/10.1198/000313007X188252
 * @example
 * ```ts
 * import { lmgImportance } from 'cx-scoring/statistics';
 * lmgImportance({ predictors: [[1, 0.5], [0.5, 1]], response: [0.6, 0.5] }); // ~> [0.2617, 0.1517]
 * ```
 */
export function lmgImportance(correlations: DriverCorrelations): number[] {
  const size = correlations.response.length;
  const rSquared = subsetRSquared(correlations);
  if (rSquared === null) return new Array<number>(size).fill(NaN);
  return gainsBySize(rSquared, size).map((gains) => gains.reduce((total, gain) => total + gain, 0) / size);
}
