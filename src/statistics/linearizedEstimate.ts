import { linearizedCovariance } from './linearizedCovariance.js';
import { sum } from './sum.js';
import { samplingUnits } from './surveyDesign.js';
import type { SurveyDesign } from './surveyDesign.js';
import { startingWeights } from './weightingMargin.js';

/** An estimate under a sampling design. */
export interface DesignEstimate {
  /** The estimate. */
  readonly estimate: number;
  /** Its linearised standard error. */
  readonly standardError: number;
  /** Number of sampling units less number of strata: for `tInterval`. */
  readonly degreesOfFreedom: number;
}

/**
 * A ratio of two totals, `Σwy / Σwx`, with its linearised standard error.
 *
 * Use it for rates (complaints per order) and for domains: the mean of a domain is the ratio of `y` within it (0 outside) to its
 * indicator, which keeps the clusters outside the domain in the design.
 *
 * @param numerators - One finite value for each row.
 * @param denominators - One finite value for each row; their weighted total must not be 0.
 * @param design - Weights, strata, clusters and finite population.
 * @returns Estimate, standard error and degrees of freedom. Estimate and standard error are NaN when columns do not match or a
 * weight is negative; only the standard error is NaN with a stratum of one sampling unit (see `LonelyStratum`).
 * @remarks Woodruff, R. (1971), A Simple Method for Approximating the Variance of a Complicated Estimate, JASA 66, 411-414,
 * https://doi.org/10.1080/01621459.1971.10482279
 * @example
 * ```ts
 * import { linearizedRatio } from 'cx-scoring/statistics';
 * // Complaints and orders of five accounts.
 * const { estimate, standardError } = linearizedRatio([1, 0, 2, 1, 1], [10, 20, 30, 20, 20]);
 * estimate; // => 0.05
 * standardError; // ~> 0.0136931
 * ```
 */
export function linearizedRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  design: SurveyDesign = {},
): DesignEstimate {
  const { weights } = design;
  const start = startingWeights(numerators.length, weights);
  const isUsable = start !== null && denominators.length === numerators.length;
  const estimate = isUsable ? weightedTotal(numerators, start) / weightedTotal(denominators, start) : NaN;
  const influence = ratioInfluence(numerators, denominators, weights);
  return withStandardError(Number.isFinite(estimate) ? estimate + 0 : NaN, influence, design);
}

/**
 * A weighted mean with its linearised standard error.
 *
 * Use it whenever weights, strata or clusters are involved: unlike Kish's effective size it sees how weights, clusters and answers
 * hang together. For few clusters (below 40) `clusterRobustMean` is less optimistic.
 *
 * @param values - One finite value for each row; rows of weight 0 are not read.
 * @param design - Weights, strata, clusters and finite population.
 * @returns Estimate, standard error and degrees of freedom; NaN as for `linearizedRatio`.
 * @remarks The ratio of `y` to 1: `n/(n - 1) Σ(w(y - m))² / (Σw)²` without strata and clusters. See `linearizedRatio`.
 * @example
 * ```ts
 * import { linearizedMean } from 'cx-scoring/statistics';
 * const weights = [1, 1, 1, 1, 2, 2, 3, 5];
 * linearizedMean([1, 1, 0, -1, 1, -1, 0, 1], { weights }).standardError; // ~> 0.320217211
 * ```
 */
export function linearizedMean(values: ArrayLike<number>, design: SurveyDesign = {}): DesignEstimate {
  return linearizedRatio(values, new Float64Array(values.length).fill(1), design);
}

/**
 * A weighted total with its linearised standard error.
 *
 * Use it with weights that say how many units of the population a row stands for, such as N/n.
 *
 * @param values - One finite value for each row; rows of weight 0 are not read.
 * @param design - Weights, strata, clusters and finite population.
 * @returns Estimate, standard error and degrees of freedom; NaN as for `linearizedRatio`.
 * @remarks Cochran, W. (1977), Sampling Techniques, 3rd edition, section 11.
 * @example
 * ```ts
 * import { linearizedTotal } from 'cx-scoring/statistics';
 * // Three of twelve accounts were asked for their tickets.
 * const { estimate, standardError } = linearizedTotal([2, 4, 6], { weights: [4, 4, 4], population: 12 });
 * estimate; // => 48
 * standardError; // => 12
 * ```
 */
export function linearizedTotal(values: ArrayLike<number>, design: SurveyDesign = {}): DesignEstimate {
  const start = startingWeights(values.length, design.weights);
  if (start === null) return withStandardError(NaN, values, design);
  const influence = start.map((weight, i) => (weight === 0 ? 0 : weight * (values[i] as number)));
  return withStandardError(values.length === 0 ? NaN : sum(influence), influence, design);
}

/**
 * The influence of each row on a ratio of totals: `w (y - R x) / Σwx`.
 *
 * Use it with `linearizedCovariance` to compare ratios or domains, and with `calibrationResiduals` after calibration.
 *
 * @param numerators - One finite value for each row.
 * @param denominators - One finite value for each row; all 1 for a mean.
 * @param weights - Weight of each row, zero or more; 1 unless given.
 * @returns One influence for each row, adding up to 0; 0 for rows of weight 0; all NaN when columns do not match, a weight is
 * negative or the total of the denominators is 0.
 * @example
 * ```ts
 * import { ratioInfluence } from 'cx-scoring/statistics';
 * ratioInfluence([1, 3], [1, 1]); // => [-0.5, 0.5]
 * ```
 */
export function ratioInfluence(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number[] {
  const start = startingWeights(numerators.length, weights);
  if (start === null || denominators.length !== numerators.length) return Array.from(numerators, () => NaN);
  const total = weightedTotal(denominators, start);
  const ratio = total === 0 ? NaN : weightedTotal(numerators, start) / total;
  return Array.from(start, (weight, i) => {
    if (weight === 0 && !Number.isNaN(ratio)) return 0;
    return (weight * ((numerators[i] as number) - ratio * (denominators[i] as number))) / total;
  });
}

function withStandardError(estimate: number, influence: ArrayLike<number>, design: SurveyDesign): DesignEstimate {
  const units = samplingUnits(influence.length, design);
  const variance = linearizedCovariance([influence], design)[0]?.[0] ?? NaN;
  return {
    estimate: units === null ? NaN : estimate,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: units?.degreesOfFreedom ?? NaN,
  };
}

function weightedTotal(values: ArrayLike<number>, weights: Float64Array): number {
  return sum(weights.map((weight, i) => (weight === 0 ? 0 : weight * (values[i] as number))));
}
