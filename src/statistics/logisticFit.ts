/** A logistic regression. Lists of coefficients start with the intercept, where there is one. */
export interface LogisticFit {
  /** Log-odds ratios; NaN for a predictor that depends on earlier ones. */
  readonly coefficients: readonly number[];
  /** Standard errors from the Fisher information. */
  readonly standardErrors: readonly number[];
  /** Coefficients in standard errors (Wald's z). */
  readonly statistics: readonly number[];
  /** Two-sided p-values of the coefficients. */
  readonly pValues: readonly number[];
  /** Covariance of the coefficients by rows. */
  readonly covariance: readonly (readonly number[])[];
  /** Whether the first coefficient is an intercept. */
  readonly intercept: boolean;
  /** False when the estimate does not exist: a combination of predictors separates events from the rest. All else is then NaN. */
  readonly converged: boolean;
  /** Log-likelihood, without penalty. */
  readonly logLikelihood: number;
  /** Log-likelihood of the same rate of events everywhere (offset apart): what the predictors are compared with. */
  readonly nullLogLikelihood: number;
  /** Minus twice the log-likelihood. */
  readonly deviance: number;
  /** Likelihood-ratio statistic of all predictors together. */
  readonly likelihoodRatio: number;
  /** Its degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Its p-value. */
  readonly likelihoodRatioPValue: number;
  /** Akaike's information criterion. */
  readonly akaike: number;
  /** McFadden's pseudo R²: the share of the deviance that is explained. */
  readonly mcFadden: number;
  /** Nagelkerke's pseudo R², brought to a largest value of 1. */
  readonly nagelkerke: number;
  /** Probability of the event in each row. */
  readonly fitted: readonly number[];
  /** The weights, or `null` when every row counts once. */
  readonly weights: readonly number[] | null;
}

/**
 * The fit of what cannot be fitted: NaN throughout.
 *
 * @internal
 */
export function undefinedLogisticFit(size: number, rows: number, intercept: boolean): LogisticFit {
  const unknown = new Array<number>(size).fill(NaN);
  return {
    coefficients: unknown,
    standardErrors: unknown,
    statistics: unknown,
    pValues: unknown,
    covariance: unknown.map(() => unknown),
    intercept,
    converged: false,
    logLikelihood: NaN,
    nullLogLikelihood: NaN,
    deviance: NaN,
    likelihoodRatio: NaN,
    degreesOfFreedom: NaN,
    likelihoodRatioPValue: NaN,
    akaike: NaN,
    mcFadden: NaN,
    nagelkerke: NaN,
    fitted: new Array<number>(rows).fill(NaN),
    weights: null,
  };
}
