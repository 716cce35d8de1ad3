import type { LeastSquaresFit } from './leastSquaresFit.js';

/** How much each row of a regression matters, and how far off it is. */
export interface RegressionInfluence {
  /** Pull of each row on its own fitted value, 0 to 1. */
  readonly leverages: readonly number[];
  /** Residuals in units of their own standard error, with the variance estimated from all rows. */
  readonly standardizedResiduals: readonly number[];
  /** The same with the variance estimated from the other rows; above 3 or so a row is an outlier. */
  readonly studentizedResiduals: readonly number[];
  /** Cook's distances: how far the coefficients move when a row is left out; look above `4 / n`, worry above 1. */
  readonly cooksDistances: readonly number[];
}

/**
 * The influence of each row on a least-squares fit.
 *
 * @param fit - A fit by `leastSquares`.
 * @returns One number a row in each list; NaN for a row of leverage 1 or weight zero, and throughout for a perfect fit.
 * @remarks Cook, R. (1977), Detection of influential observation in linear regression, Technometrics 19, 15-18,
 * https://doi.org/10.1080/00401706.1977.10489493
 * @example
 * ```ts
 * import { leastSquares, regressionInfluence } from 'cx-scoring/statistics';
 * const influence = regressionInfluence(leastSquares([[1, 2, 3, 4, 5]], [2, 4, 5, 4, 5]));
 * influence.leverages[0]; // ~> 0.6
 * influence.cooksDistances[0]; // ~> 1.5
 * ```
 */
export function regressionInfluence(fit: LeastSquaresFit): RegressionInfluence {
  const { residualVariance, degreesOfFreedom, rank, weights, leverages } = fit;
  const standardizedResiduals = fit.residuals.map((residual, i) => {
    const free = 1 - (leverages[i] as number);
    const weight = weights === null ? 1 : (weights[i] as number);
    const scale = residualVariance * free;
    // A row of leverage 1 is fitted exactly: its residual is rounding.
    return free > 1e-10 && scale > 0 && weight > 0 ? (residual * Math.sqrt(weight)) / Math.sqrt(scale) : NaN;
  });
  return {
    leverages,
    standardizedResiduals,
    studentizedResiduals: standardizedResiduals.map(
      (r) => r * Math.sqrt((degreesOfFreedom - 1) / (degreesOfFreedom - r * r)),
    ),
    cooksDistances: standardizedResiduals.map((r, i) => {
      const leverage = leverages[i] as number;
      return (r * r * leverage) / (rank * (1 - leverage));
    }),
  };
}
