import type { LeastSquaresFit } from './leastSquaresFit.js';
import { clusterSpaces, satterthwaiteDegreesOfFreedom } from './clusterSatterthwaite.js';
import type { ClusterSpace } from './clusterSatterthwaite.js';
import { factorQr, orthonormalBasis } from './householderQr.js';
import { sandwich, scoreColumns } from './robustCovariance.js';
import type { RobustCovariance } from './robustCovariance.js';

/**
 * Which correction for few clusters: `'CR0'` none, `'CR1'` by `G/(G - 1) × (n - 1)/(n - k)` (Stata's), `'CR2'` by the bias that each
 * cluster's leverage causes.
 */
export type ClusterKind = 'CR0' | 'CR1' | 'CR2';

/** Outcome of `clusterCovariance`. */
export interface ClusterCovariance extends RobustCovariance {
  /** Satterthwaite's degrees of freedom of each coefficient, a fraction, NaN where the coefficient is. */
  readonly degreesOfFreedom: readonly number[];
}

/**
 * The covariance of least-squares coefficients when rows of the same cluster (answers of one account) go together.
 *
 * @param fit - A fit by `leastSquares`.
 * @param predictors - The columns it was made from.
 * @param clusters - The cluster of each row.
 * @param kind - Which correction, `'CR2'` by default, which with its degrees of freedom holds its promise for few or unequal
 * clusters, too.
 * @returns Covariance, standard errors, and for each coefficient the degrees of freedom for `tInterval`, which can be far fewer than
 * the clusters where few of them tell of the coefficient. NaN below two clusters, for coefficients left out as dependent, and
 * throughout when columns or clusters do not match the fit.
 * @remarks Bell, R. and McCaffrey, D. (2002), Bias reduction in standard errors for linear regression with multi-stage samples,
 * Survey Methodology 28, 169-181; Cameron, A. and Miller, D. (2015), A practitioner's guide to cluster-robust inference, Journal of
 * Human Resources 50, 317-372, https://doi.org/10.3368/jhr.50.2.317. Degrees of freedom as in Pustejovsky, J. and Tipton, E.
 * (2018), Small-sample methods for cluster-robust variance estimation, Journal of Business & Economic Statistics 36, 672-683,
 * https://doi.org/10.1080/07350015.2016.1247004. Weighted fits take the weights as inverse variances. Time is linear in the rows:
 * a cluster's adjustment acts in the space of the coefficients.
 * @example
 * ```ts
 * import { clusterCovariance, leastSquares } from 'cx-scoring/statistics';
 * const x = [1, 2, 3, 4, 5, 6];
 * const fit = leastSquares([x], [2, 4, 5, 4, 5, 8]);
 * const clusters = ['a', 'a', 'b', 'b', 'c', 'c'];
 * clusterCovariance(fit, [x], clusters, 'CR0').standardErrors; // ~> [0.2617, 0.0819]
 * clusterCovariance(fit, [x], clusters).degreesOfFreedom; // ~> [1, 1]
 * ```
 */
export function clusterCovariance(
  fit: LeastSquaresFit,
  predictors: readonly ArrayLike<number>[],
  clusters: ArrayLike<string | number>,
  kind: ClusterKind = 'CR2',
): ClusterCovariance {
  const { length } = fit.residuals;
  const columns = scoreColumns(fit, predictors);
  const rows = rowsByCluster(clusters);
  const isMatched = clusters.length === length && rows.length > 1 && columns.length > 0;
  if (!isMatched) {
    return { ...sandwich(fit.unscaledCovariance, [], NaN), degreesOfFreedom: fit.coefficients.map(() => NaN) };
  }
  const errors = fit.residuals.map((residual, i) => residual * Math.sqrt(fit.weights?.[i] ?? 1));
  const qr = factorQr(columns, length);
  const basis = orthonormalBasis(qr);
  const spaces = clusterSpaces(basis, rows, kind === 'CR2');
  if (kind === 'CR2') for (const space of spaces) adjust(errors, space, basis);
  const scores = columns.map((column) =>
    rows.map((own) => own.reduce((s, i) => s + (column[i] as number) * (errors[i] as number), 0)),
  );
  const correction = kind === 'CR1' ? ((rows.length / (rows.length - 1)) * (length - 1)) / fit.degreesOfFreedom : 1;
  return {
    ...sandwich(fit.unscaledCovariance, scores, correction),
    degreesOfFreedom: satterthwaiteDegreesOfFreedom(spaces, qr, columns.length),
  };
}

/**
 * The rows of each cluster, clusters in the order in which they first appear.
 *
 * @internal
 */
export function rowsByCluster(clusters: ArrayLike<string | number>): number[][] {
  const rows = new Map<string | number, number[]>();
  for (let i = 0; i < clusters.length; i++) {
    const own = rows.get(clusters[i] as string | number);
    if (own === undefined) rows.set(clusters[i] as string | number, [i]);
    else own.push(i);
  }
  return [...rows.values()];
}

// Multiplies a cluster's residuals by (I - QQ')^(-1/2), pseudo-inverted. With Q'Q = V diag(λ) V' that is
// I + Q V diag(((1 - λ)^(-1/2) - 1) / λ) V' Q', of the size of the coefficients instead of that of the cluster.
function adjust(
  errors: number[],
  { rows, values, vectors, factors }: ClusterSpace,
  basis: readonly Float64Array[],
): void {
  const size = basis.length;
  const projected = basis.map((column) =>
    rows.reduce((s, row) => s + (column[row] as number) * (errors[row] as number), 0),
  );
  const change = new Float64Array(size);
  for (const [k, eigenvalue] of values.entries()) {
    if (eigenvalue < 1e-14) continue;
    const along = projected.reduce((s, value, i) => s + value * (vectors[i * size + k] as number), 0);
    const factor = (along * ((factors[k] as number) - 1)) / eigenvalue;
    for (let i = 0; i < size; i++) change[i] = (change[i] as number) + factor * (vectors[i * size + k] as number);
  }
  for (const row of rows) {
    errors[row] =
      (errors[row] as number) + basis.reduce((s, column, k) => s + (column[row] as number) * (change[k] as number), 0);
  }
}
