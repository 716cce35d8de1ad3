import { normalPValue } from './alternative.js';
import { chiSquaredUpperTail } from './chiSquared.js';
import { coefficientsOf, covarianceOf, logisticDesign } from './logisticDesign.js';
import { undefinedLogisticFit } from './logisticFit.js';
import type { LogisticFit } from './logisticFit.js';
import { maximizeLogistic } from './logisticMaximum.js';

/** Options of `logisticRegression`. */
export interface LogisticOptions {
  /** Whether a constant is fitted too, true by default. */
  readonly intercept?: boolean | undefined;
  /** How many times each row counts in the log-likelihood, zero or more. */
  readonly weights?: ArrayLike<number> | undefined;
  /** What is added to each row's log-odds without a coefficient. */
  readonly offset?: ArrayLike<number> | undefined;
  /**
   * How coefficients are held back: not at all (`'none'`, the default), by Firth's bias correction (`'firth'`, for few or perfectly
   * separated events), or by `{ ridge: λ }`, which takes `λ/2` times the sum of squared slopes from the log-likelihood.
   */
  readonly penalty?:
    | 'none'
    | 'firth'
    | {
        /** Weight λ of the squared slopes, not negative. */
        readonly ridge: number;
      }
    | undefined;
}

/**
 * Logistic regression: the log-odds of an event (churn, renewal) as a sum over predictors.
 *
 * By maximum likelihood it needs some ten events per predictor and breaks down where predictors separate events; Firth's penalty
 * serves small and separated data, and its intervals should be those of `logisticProfileIntervals`.
 *
 * @param predictors - One column of finite numbers for each predictor; none for the rate alone.
 * @param events - 1 where the event happened, 0 where not.
 * @param options - Intercept, weights, offset and penalty.
 * @returns The fit. All numbers NaN and `converged` false when lengths differ, a number is not finite, an event is neither 0 nor 1, or
 * the estimate does not exist. The ratio statistics and pseudo R² are of the unpenalised likelihood.
 * @remarks Newton's method on an orthonormal basis of the predictors. Firth, D. (1993), Bias reduction of maximum likelihood estimates,
 * Biometrika 80, 27-38, https://doi.org/10.1093/biomet/80.1.27; Heinze, G. and Schemper, M. (2002), A solution to the problem of
 * separation in logistic regression, Statistics in Medicine 21, 2409-2419, https://doi.org/10.1002/sim.1047
 * @example
 * ```ts
 * import { logisticRegression } from 'cx-scoring/statistics';
 * const fit = logisticRegression([[1, 2, 3, 4, 5, 6]], [0, 0, 1, 0, 1, 1]);
 * fit.coefficients; // ~> [-4.2491, 1.2140]
 * const separated = logisticRegression([[1, 2, 3, 4, 5, 6, 7]], [0, 0, 0, 0, 1, 1, 1]);
 * separated.converged; // => false
 * const firth = logisticRegression([[1, 2, 3, 4, 5, 6, 7]], [0, 0, 0, 0, 1, 1, 1], { penalty: 'firth' });
 * firth.coefficients; // ~> [-4.780460, 1.068960]
 * ```
 */
export function logisticRegression(
  predictors: readonly ArrayLike<number>[],
  events: ArrayLike<number>,
  options: LogisticOptions = {},
): LogisticFit {
  const { intercept = true, weights, offset, penalty = 'none' } = options;
  const ridge = typeof penalty === 'object' ? penalty.ridge : 0;
  const design = logisticDesign({ predictors, events, intercept, weights, offset, firth: penalty === 'firth', ridge });
  const maximum = design && maximizeLogistic(design.model, new Float64Array(design.qr.kept.length));
  if (design === null || maximum?.converged !== true) {
    return undefinedLogisticFit(predictors.length + (intercept ? 1 : 0), events.length, intercept);
  }
  const coefficients = coefficientsOf(design, maximum.coordinates);
  const covariance = covarianceOf(design, maximum.information);
  const standardErrors = covariance.map((row, k) => Math.sqrt(row[k] as number));
  const statistics = coefficients.map((value, k) => value / (standardErrors[k] as number));
  const logLikelihood = bernoulliLogLikelihood(design.model.events, maximum.fitted, design.model.weights);
  const nullLogLikelihood = nullLikelihood(design.model.events, design.model.weights, intercept, offset);
  const likelihoodRatio = Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
  const degreesOfFreedom = design.qr.kept.length - (intercept ? 1 : 0);
  const total = design.model.weights?.reduce((sum, weight) => sum + weight, 0) ?? events.length;
  return {
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map((z) => normalPValue(z)),
    covariance,
    intercept,
    converged: true,
    logLikelihood,
    nullLogLikelihood,
    deviance: -2 * logLikelihood,
    likelihoodRatio,
    degreesOfFreedom,
    likelihoodRatioPValue: chiSquaredUpperTail(likelihoodRatio, degreesOfFreedom),
    akaike: 2 * design.qr.kept.length - 2 * logLikelihood,
    mcFadden: 1 - logLikelihood / nullLogLikelihood,
    nagelkerke: Math.expm1(-likelihoodRatio / total) / Math.expm1((2 * nullLogLikelihood) / total),
    fitted: [...maximum.fitted],
    weights: design.model.weights && [...design.model.weights],
  };
}

function bernoulliLogLikelihood(
  events: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights: ArrayLike<number> | null,
): number {
  let total = 0;
  for (let i = 0; i < events.length; i++) {
    const p = probabilities[i] as number;
    const weight = weights === null ? 1 : (weights[i] as number);
    // Zero times the logarithm of zero counts nothing.
    if (weight > 0) total += weight * (events[i] === 1 ? Math.log(p) : Math.log1p(-p));
  }
  return total;
}

function nullLikelihood(
  events: ArrayLike<number>,
  weights: Float64Array | null,
  intercept: boolean,
  offset: ArrayLike<number> | undefined,
): number {
  if (offset !== undefined && intercept) {
    const model = logisticDesign({ predictors: [], events, weights: weights ?? undefined, offset });
    const maximum = model && maximizeLogistic(model.model, new Float64Array(1));
    return maximum?.converged === true ? maximum.objective : NaN;
  }
  let total = 0;
  let hits = 0;
  for (let i = 0; i < events.length; i++) {
    const weight = weights === null ? 1 : (weights[i] as number);
    total += weight;
    hits += weight * (events[i] as number);
  }
  const rate = hits / total;
  const probabilities = Float64Array.from(events, (_, i) =>
    intercept ? rate : 1 / (1 + Math.exp(-(offset?.[i] ?? 0))),
  );
  return bernoulliLogLikelihood(events, probabilities, weights);
}
