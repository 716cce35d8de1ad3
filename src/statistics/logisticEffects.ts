import type { LogisticFit } from './logisticFit.js';

/**
 * The average marginal effects of a logistic fit: how much the probability changes, on average over the rows, per unit of each
 * predictor.
 *
 * @param fit - A fit by `logisticRegression`.
 * @returns One number a predictor, none for the intercept, in probability per unit; NaN where the coefficient is.
 * @example
 * ```ts
 * import { averageMarginalEffects, logisticRegression } from 'cx-scoring/statistics';
 * averageMarginalEffects(logisticRegression([[1, 2, 3, 4, 5, 6]], [0, 0, 1, 0, 1, 1])); // ~> [0.1586]
 * ```
 */
export function averageMarginalEffects(fit: LogisticFit): number[] {
  let total = 0;
  let slope = 0;
  for (const [i, p] of fit.fitted.entries()) {
    const weight = fit.weights?.[i] ?? 1;
    total += weight;
    slope += weight * p * (1 - p);
  }
  return fit.coefficients.slice(fit.intercept ? 1 : 0).map((coefficient) => (coefficient * slope) / total);
}

/**
 * The probability of the event that a logistic fit gives one row of predictors.
 *
 * @param coefficients - Of a fit with an intercept, which comes first.
 * @param row - One value for each predictor, in the order of the fit.
 * @returns A probability, 0 to 1; NaN when the row does not match the coefficients or a coefficient is NaN.
 * @example
 * ```ts
 * import { logisticProbability } from 'cx-scoring/statistics';
 * logisticProbability([-1, 0.5], [2]); // => 0.5
 * ```
 */
export function logisticProbability(coefficients: ArrayLike<number>, row: ArrayLike<number>): number {
  if (coefficients.length !== row.length + 1) return NaN;
  let eta = coefficients[0] as number;
  for (let k = 0; k < row.length; k++) eta += (coefficients[k + 1] as number) * (row[k] as number);
  return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
}
