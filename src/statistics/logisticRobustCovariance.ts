import type { LogisticFit } from './logisticFit.js';
import { rowsByCluster } from './clusterCovariance.js';
import { sandwich } from './robustCovariance.js';
import type { RobustCovariance } from './robustCovariance.js';

/**
 * The covariance of logistic coefficients that holds when the model is not quite right, or when rows of the same cluster go together.
 *
 * @param fit - A fit by `logisticRegression` without penalty.
 * @param predictors - The columns it was made from.
 * @param events - The events it was made from.
 * @param clusters - The cluster of each row; without it every row is its own.
 * @returns Covariance and standard errors, without correction for few rows or clusters; NaN where the fit is, below two clusters, and
 * when columns, events or clusters do not match the fit.
 * @remarks White, H. (1982), Maximum likelihood estimation of misspecified models, Econometrica 50, 1-25,
 * https://doi.org/10.2307/1912526
 * @example
 * ```ts
 * import { logisticRegression, logisticRobustCovariance } from 'cx-scoring/statistics';
 * const [x, events] = [[1, 2, 3, 4, 5, 6], [0, 0, 1, 0, 1, 1]];
 * const fit = logisticRegression([x], events);
 * logisticRobustCovariance(fit, [x], events).standardErrors[1]; // ~> 0.4734
 * ```
 */
export function logisticRobustCovariance(
  fit: LogisticFit,
  predictors: readonly ArrayLike<number>[],
  events: ArrayLike<number>,
  clusters?: ArrayLike<string | number>,
): RobustCovariance {
  const { length } = fit.fitted;
  const given: ArrayLike<number>[] = fit.intercept
    ? [new Float64Array(length).fill(1), ...predictors]
    : [...predictors];
  const isMatched =
    given.length === fit.coefficients.length &&
    [...given, events, clusters ?? events].every((column) => column.length === length);
  const rows = clusters === undefined ? fit.fitted.map((_, i) => [i]) : rowsByCluster(clusters);
  if (!isMatched || rows.length < 2) return sandwich(fit.covariance, []);
  const errors = fit.fitted.map((p, i) => ((events[i] as number) - p) * (fit.weights?.[i] ?? 1));
  const scores = given.map((column) =>
    rows.map((own) => own.reduce((total, i) => total + (column[i] as number) * (errors[i] as number), 0)),
  );
  return sandwich(fit.covariance, scores);
}
