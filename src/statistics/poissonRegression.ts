import { normalPValue } from './alternative.js';
import { choleskyFactor, choleskySolution } from './cholesky.js';
import { deviance } from './deviance.js';
import { designOf } from './designColumns.js';
import { factorQr, orthonormalBasis } from './householderQr.js';
import { coefficientsOf, covarianceOf } from './logisticDesign.js';
import { largestDiagonal, smallestPivot, VANISHED } from './vanishedInformation.js';
import { sum } from './sum.js';

/** A Poisson regression. Lists of coefficients start with the intercept. */
export interface PoissonFit {
  /** Logarithms of rate ratios; NaN for a predictor that depends on earlier ones. */
  readonly coefficients: readonly number[];
  /** Standard errors from the Fisher information. */
  readonly standardErrors: readonly number[];
  /** Coefficients in standard errors (Wald's z). */
  readonly statistics: readonly number[];
  /** Two-sided p-values of the coefficients. */
  readonly pValues: readonly number[];
  /** False when the estimate does not exist (no count anywhere, or all where a predictor allows no estimate); all else is then NaN. */
  readonly converged: boolean;
  /** Residual deviance. */
  readonly deviance: number;
  /** Pearson's chi-square over its degrees of freedom: about 1 for Poisson counts, above for overdispersed ones. */
  readonly dispersion: number;
  /** Expected count of each row. */
  readonly fitted: readonly number[];
}

/**
 * Poisson regression of counts with exposure: the logarithm of a rate (tickets per order, visits per site) as a sum over predictors.
 *
 * When `dispersion` is well above 1, multiply the standard errors by its square root.
 *
 * @param predictors - One column of finite numbers for each predictor; none for the rate alone.
 * @param counts - Whole counts, zero or more.
 * @param exposures - Exposure of each row, above zero; 1 by default.
 * @returns The fit; all numbers NaN and `converged` false outside the domain and when the estimate does not exist.
 * @remarks McCullagh, P. and Nelder, J. (1989), Generalized Linear Models, 2nd edition, chapter 6. Newton's method on an orthonormal
 * basis of the predictors.
 * @example
 * ```ts
 * import { poissonRegression } from 'cx-scoring/statistics';
 * const fit = poissonRegression([[0, 0, 1, 1]], [2, 4, 6, 12], [1, 2, 1, 2]);
 * fit.coefficients; // ~> [0.693147, 1.098612]
 * ```
 */
export function poissonRegression(
  predictors: readonly ArrayLike<number>[],
  counts: ArrayLike<number>,
  exposures?: ArrayLike<number>,
): PoissonFit {
  const y = new Float64Array(counts);
  const exposure = exposures === undefined ? y.map(() => 1) : new Float64Array(exposures);
  const design = designOf(predictors, y.length, true);
  const isInDomain =
    exposure.length === y.length &&
    y.every((count) => Number.isInteger(count) && count >= 0) &&
    exposure.every((time) => time > 0 && time < Infinity);
  const rate = sum(y) / sum(exposure);
  if (design === null || !isInDomain || !(rate > 0)) return undefinedPoissonFit(predictors.length + 1, y.length);
  const qr = factorQr(design.columns, y.length);
  const basis = orthonormalBasis(qr);
  const size = basis.length;
  // The rate of all rows together is a start from which the steps need no halving but in odd data.
  let coordinates = Float64Array.from(basis, (column) => Math.log(rate) * sum(column));
  let state = stateAt(basis, y, exposure, coordinates);
  const least = VANISHED * largestDiagonal(state.information);
  for (let step = 0; step < 200; step++) {
    const factor = choleskyFactor(state.information, size);
    // Where there is no estimate it runs away until the data say nothing about it any more.
    if (factor === null || !(smallestPivot(factor) > least)) break;
    const move = choleskySolution(factor, size, state.score);
    let share = 1;
    let next = coordinates;
    let nextState = state;
    for (; share > 1e-9; share /= 2) {
      const tried = share;
      next = coordinates.map((value, k) => value + tried * (move[k] as number));
      nextState = stateAt(basis, y, exposure, next);
      if (nextState.logLikelihood >= state.logLikelihood - 1e-13 * Math.abs(state.logLikelihood)) break;
    }
    coordinates = next;
    state = nextState;
    if (share === 1 && Math.hypot(...move) <= 1e-10 * (1 + Math.hypot(...coordinates))) {
      return fitOf({ qr, columns: design.columns }, coordinates, state, y);
    }
  }
  return undefinedPoissonFit(predictors.length + 1, y.length);
}

interface State {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
  readonly fitted: Float64Array;
}

function stateAt(
  basis: readonly Float64Array[],
  y: Float64Array,
  exposure: Float64Array,
  coordinates: Float64Array,
): State {
  const eta = y.map((_, i) =>
    basis.reduce((total, column, k) => total + (column[i] as number) * (coordinates[k] as number), 0),
  );
  const fitted = eta.map((value, i) => (exposure[i] as number) * Math.exp(value));
  const size = basis.length;
  const information = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (const [k, a] of basis.entries()) {
    score[k] = sum(y.map((count, i) => (count - (fitted[i] as number)) * (a[i] as number)));
    for (const [j, b] of basis.entries()) {
      information[k * size + j] = sum(fitted.map((mean, i) => mean * (a[i] as number) * (b[i] as number)));
    }
  }
  const logLikelihood = sum(y.map((count, i) => count * (eta[i] as number) - (fitted[i] as number)));
  return { logLikelihood, score, information, fitted };
}

function fitOf(
  design: Parameters<typeof coefficientsOf>[0],
  coordinates: Float64Array,
  { information, fitted }: State,
  y: Float64Array,
): PoissonFit {
  const coefficients = coefficientsOf(design, coordinates);
  const standardErrors = covarianceOf(design, information).map((row, k) => Math.sqrt(row[k] as number));
  const statistics = coefficients.map((value, k) => value / (standardErrors[k] as number));
  const degreesOfFreedom = y.length - design.qr.kept.length;
  const pearson = sum(y.map((count, i) => (count - (fitted[i] as number)) ** 2 / (fitted[i] as number)));
  return {
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map((z) => normalPValue(z)),
    converged: true,
    deviance:
      2 *
      sum(
        y.map((count, i) => {
          const mean = fitted[i] as number;
          return count > 0 ? deviance(count, mean, mean - count) : mean;
        }),
      ),
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : NaN,
    fitted: [...fitted],
  };
}

function undefinedPoissonFit(size: number, rows: number): PoissonFit {
  const unknown = new Array<number>(size).fill(NaN);
  return {
    coefficients: unknown,
    standardErrors: unknown,
    statistics: unknown,
    pValues: unknown,
    converged: false,
    deviance: NaN,
    dispersion: NaN,
    fitted: new Array<number>(rows).fill(NaN),
  };
}
