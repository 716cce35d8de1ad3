import { chiSquaredUpperTail } from './chiSquared.js';
import { leastSquares } from './leastSquares.js';
import type { LeastSquaresFit } from './leastSquaresFit.js';

/** Outcome of `breuschPaganTest`. */
export interface BreuschPaganTest {
  /** Lagrange multiplier statistic. */
  readonly statistic: number;
  /** Degrees of freedom: the independent predictors. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large when the variance is the same everywhere. */
  readonly pValue: number;
}

/**
 * The Breusch–Pagan test, in Koenker's studentised form: does the variance of the residuals depend on the predictors?
 *
 * When it does, use `robustCovariance` for the standard errors.
 *
 * @param fit - An unweighted fit by `leastSquares`, with an intercept.
 * @param predictors - The columns it was made from.
 * @returns Statistic, degrees of freedom and p-value; NaN for a perfect fit.
 * @remarks Koenker, R. (1981), A note on studentizing a test for heteroscedasticity, Journal of Econometrics 17, 107-112,
 * https://doi.org/10.1016/0304-4076(81)90062-2
 * @example
 * ```ts
 * import { breuschPaganTest, leastSquares } from 'cx-scoring/statistics';
 * const x = [1, 2, 3, 4, 5, 6];
 * const fit = leastSquares([x], [1.1, 1.9, 3.3, 3.6, 5.7, 5.2]);
 * breuschPaganTest(fit, [x]).degreesOfFreedom; // => 1
 * ```
 */
export function breuschPaganTest(fit: LeastSquaresFit, predictors: readonly ArrayLike<number>[]): BreuschPaganTest {
  const squares = leastSquares(
    predictors,
    fit.residuals.map((residual) => residual * residual),
  );
  const statistic = fit.residuals.length * squares.rSquared;
  const { modelDegreesOfFreedom: degreesOfFreedom } = squares;
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}
