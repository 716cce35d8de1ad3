import type { Bounds } from '../core/interval.js';

/** A line, plane or polynomial fitted by least squares. Lists of coefficients start with the intercept, where there is one. */
export interface LeastSquaresFit {
  /** Coefficients; NaN for a predictor that depends on earlier ones. */
  readonly coefficients: readonly number[];
  /** Standard errors of the coefficients. */
  readonly standardErrors: readonly number[];
  /** Coefficients in standard errors (t). */
  readonly statistics: readonly number[];
  /** Two-sided p-values of the coefficients. */
  readonly pValues: readonly number[];
  /** Intervals of the coefficients. */
  readonly intervals: readonly Bounds[];
  /** The inverse of `X'WX` by rows: times `residualVariance` it is the covariance of the coefficients. */
  readonly unscaledCovariance: readonly (readonly number[])[];
  /** Whether the first coefficient is an intercept. */
  readonly intercept: boolean;
  /** Number of independent columns, the intercept included. */
  readonly rank: number;
  /** Rows counted less the rank. */
  readonly degreesOfFreedom: number;
  /** Sum of weighted squared residuals. */
  readonly residualSumOfSquares: number;
  /** `residualSumOfSquares / degreesOfFreedom`. */
  readonly residualVariance: number;
  /** Share of the (weighted) variation that is explained: about the mean with an intercept, about zero without. */
  readonly rSquared: number;
  /** `rSquared` less what as many predictors would explain by chance. */
  readonly adjustedRSquared: number;
  /** F statistic of all predictors together. */
  readonly fStatistic: number;
  /** Its numerator's degrees of freedom. */
  readonly modelDegreesOfFreedom: number;
  /** Its p-value. */
  readonly fPValue: number;
  /** Gaussian log-likelihood at the maximum-likelihood variance. */
  readonly logLikelihood: number;
  /** Akaike's information criterion. */
  readonly akaike: number;
  /** Schwarz's Bayesian information criterion. */
  readonly bayesian: number;
  /** Fitted value of each row. */
  readonly fitted: readonly number[];
  /** Observed minus fitted value of each row. */
  readonly residuals: readonly number[];
  /** Pull of each row on its own fitted value, 0 to 1 (the diagonal of the hat matrix). */
  readonly leverages: readonly number[];
  /** The weights, or `null` when every row counts once. */
  readonly weights: readonly number[] | null;
}

/**
 * The fit of what cannot be fitted: NaN throughout.
 *
 * @internal
 */
export function undefinedLeastSquaresFit(size: number, length: number, intercept: boolean): LeastSquaresFit {
  const unknown = new Array<number>(size).fill(NaN);
  const perRow = new Array<number>(length).fill(NaN);
  return {
    coefficients: unknown,
    standardErrors: unknown,
    statistics: unknown,
    pValues: unknown,
    intervals: unknown.map(() => ({ lower: NaN, upper: NaN })),
    unscaledCovariance: unknown.map(() => unknown),
    intercept,
    rank: NaN,
    degreesOfFreedom: NaN,
    residualSumOfSquares: NaN,
    residualVariance: NaN,
    rSquared: NaN,
    adjustedRSquared: NaN,
    fStatistic: NaN,
    modelDegreesOfFreedom: NaN,
    fPValue: NaN,
    logLikelihood: NaN,
    akaike: NaN,
    bayesian: NaN,
    fitted: perRow,
    residuals: perRow,
    leverages: perRow,
    weights: null,
  };
}
