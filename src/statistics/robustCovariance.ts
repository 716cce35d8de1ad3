import { weightedColumn } from './designColumns.js';
import type { LeastSquaresFit } from './leastSquaresFit.js';

/** A covariance of coefficients that holds where the usual one does not. */
export interface RobustCovariance {
  /** Covariance of the coefficients by rows, NaN where a coefficient is. */
  readonly covariance: readonly (readonly number[])[];
  /** The square roots of its diagonal. */
  readonly standardErrors: readonly number[];
}

/**
 * Which correction for few rows: `'HC0'` none, `'HC1'` by `n / (n - k)`, `'HC2'` by `1 / (1 - leverage)`, `'HC3'` by its square.
 */
export type HeteroscedasticityKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/**
 * The covariance of least-squares coefficients when the variance of the residuals differs between rows (White's sandwich).
 *
 * @param fit - A fit by `leastSquares`.
 * @param predictors - The columns it was made from.
 * @param kind - Which correction, `'HC3'` by default, the safest below some 250 rows.
 * @returns Covariance and standard errors; NaN for coefficients left out as dependent, throughout when the columns do not match,
 * and for `'HC2'` and `'HC3'` when a row has leverage 1.
 * @remarks MacKinnon, J. and White, H. (1985), Some heteroskedasticity-consistent covariance matrix estimators with improved finite
 * sample properties, Journal of Econometrics 29, 305-325, https://doi.org/10.1016/0304-4076(85)90158-7
 * @example
 * ```ts
 * import { leastSquares, robustCovariance } from 'cx-scoring/statistics';
 * const x = [1, 2, 3, 4, 5];
 * const fit = leastSquares([x], [2, 4, 5, 4, 5]);
 * robustCovariance(fit, [x], 'HC0').standardErrors; // ~> [0.7414, 0.1855]
 * ```
 */
export function robustCovariance(
  fit: LeastSquaresFit,
  predictors: readonly ArrayLike<number>[],
  kind: HeteroscedasticityKind = 'HC3',
): RobustCovariance {
  const columns = scoreColumns(fit, predictors);
  const correction = kind === 'HC1' ? fit.residuals.length / fit.degreesOfFreedom : 1;
  const factors = fit.leverages.map((leverage) => {
    const free = leverage < 1 - 1e-10 ? 1 - leverage : 0;
    return kind === 'HC2' ? 1 / Math.sqrt(free) : kind === 'HC3' ? 1 / free : 1;
  });
  const errors = fit.residuals.map(
    (residual, i) => residual * Math.sqrt(fit.weights?.[i] ?? 1) * (factors[i] as number),
  );
  const scores = columns.map((column) => column.map((value, i) => value * (errors[i] as number)));
  return sandwich(fit.unscaledCovariance, scores, correction);
}

/**
 * The design of a fit with weighted columns, empty where they do not match the fit.
 *
 * @internal
 */
export function scoreColumns(fit: LeastSquaresFit, predictors: readonly ArrayLike<number>[]): Float64Array[] {
  const { length } = fit.residuals;
  const given = predictors.map((column) => new Float64Array(column));
  const columns = fit.intercept ? [new Float64Array(length).fill(1), ...given] : given;
  const isMatched = columns.length === fit.coefficients.length && columns.every((column) => column.length === length);
  const weights = fit.weights === null ? null : new Float64Array(fit.weights);
  return isMatched ? columns.map((column) => weightedColumn(column, weights)) : [];
}

/**
 * Bread times meat times bread: the covariance of coefficients whose scores are given by column.
 *
 * @internal
 */
export function sandwich(
  bread: readonly (readonly number[])[],
  scores: readonly ArrayLike<number>[],
  correction = 1,
): RobustCovariance {
  const at = (row: readonly number[] | undefined, k: number): number => row?.[k] ?? NaN;
  // Coefficients left out as dependent have NaN in the bread and no part in the sandwich.
  const kept = bread.map((row, k) => ({ row, k })).filter(({ row, k }) => !Number.isNaN(at(row, k)));
  const isMatched = scores.length === bread.length;
  const meat = kept.map(({ k }) =>
    kept.map(({ k: j }) => (isMatched ? dot(scores[k] as ArrayLike<number>, scores[j] as ArrayLike<number>) : NaN)),
  );
  const half = meat.map((row) => kept.map(({ k }) => row.reduce((s, value, i) => s + value * at(kept[i]?.row, k), 0)));
  const covariance = bread.map((row, k) =>
    bread.map((other, j) => {
      if (Number.isNaN(at(row, k)) || Number.isNaN(at(other, j))) return NaN;
      const place = kept.findIndex((entry) => entry.k === j);
      return correction * kept.reduce((s, entry, i) => s + at(row, entry.k) * at(half[i], place), 0);
    }),
  );
  return { covariance, standardErrors: covariance.map((row, k) => Math.sqrt(at(row, k))) };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
