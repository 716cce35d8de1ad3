import { designOf } from './designColumns.js';
import { leastSquares } from './leastSquares.js';
import { mean, sum } from './sum.js';

/** Options of `ridgeRegression`. */
export interface RidgeOptions {
  /**
   * What is penalised: the coefficients of the predictors as given (`'as-given'`, the default), or of the predictors divided by their
   * population standard deviation (`'scaled'`), for predictors in different units. Coefficients are returned per unit as given.
   */
  readonly penalty?: 'as-given' | 'scaled' | undefined;
}

/** Outcome of `ridgeRegression`. */
export interface RidgeRegression {
  /** The constant, which is not penalised. */
  readonly intercept: number;
  /** One coefficient a predictor, in its unit. */
  readonly slopes: readonly number[];
  /** How many coefficients the slopes are worth, between 0 and their number. */
  readonly effectiveDegreesOfFreedom: number;
}

/**
 * Ridge regression: least squares plus `λ` times the sum of squared slopes, for predictors that overlap or are many.
 *
 * @param predictors - One column of finite numbers for each predictor, at least one.
 * @param response - As many finite numbers.
 * @param lambda - The penalty, above 0 (0 is `leastSquares`).
 * @param options - What is penalised.
 * @returns Intercept, slopes and effective degrees of freedom; NaN outside the domain, or for `'scaled'` with a constant predictor.
 * @remarks Hoerl, A. and Kennard, R. (1970), Ridge regression: biased estimation for nonorthogonal problems, Technometrics 12,
 * 55-67, https://doi.org/10.1080/00401706.1970.10488634. Solved as least squares with `√λ` times the unit matrix below the
 * centred predictors, which loses no digits to cross-products.
 * @example
 * ```ts
 * import { ridgeRegression } from 'cx-scoring/statistics';
 * const ridge = ridgeRegression([[1, 2, 3, 4, 5]], [2, 4, 5, 4, 5], 10);
 * ridge.slopes; // ~> [0.3]
 * ridge.intercept; // ~> 3.1
 * ridge.effectiveDegreesOfFreedom; // ~> 0.5
 * ```
 */
export function ridgeRegression(
  predictors: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  lambda: number,
  options: RidgeOptions = {},
): RidgeRegression {
  const size = predictors.length;
  const y = new Float64Array(response);
  const design = y.every(Number.isFinite) ? designOf(predictors, y.length, false) : null;
  if (design === null || !(lambda > 0 && lambda < Infinity)) {
    return { intercept: NaN, slopes: new Array<number>(size).fill(NaN), effectiveDegreesOfFreedom: NaN };
  }
  const centers = design.columns.map((column) => mean(column));
  const centered = design.columns.map((column, k) => column.map((value) => value - (centers[k] as number)));
  const scales = centered.map((column) =>
    options.penalty === 'scaled' ? Math.sqrt(sum(column.map((value) => value * value)) / y.length) : 1,
  );
  const center = mean(y);
  const rows = centered.map((column, k) => {
    const penalty = new Array<number>(size).fill(0);
    penalty[k] = Math.sqrt(lambda);
    return [...column.map((value) => value / (scales[k] as number)), ...penalty];
  });
  const right = [...y.map((value) => value - center), ...new Array<number>(size).fill(0)];
  const fit = leastSquares(rows, right, { intercept: false });
  const slopes = fit.coefficients.map((value, k) => value / (scales[k] as number));
  return {
    intercept: center - sum(slopes.map((slope, k) => slope * (centers[k] as number))),
    slopes,
    effectiveDegreesOfFreedom: sum(fit.leverages.slice(0, y.length)),
  };
}
