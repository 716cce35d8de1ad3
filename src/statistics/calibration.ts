import { logisticRegression } from './logisticRegression.js';
import { probabilityRows } from './probabilityScores.js';
import type { ProbabilityRow } from './probabilityScores.js';

/** Outcome of `calibrationLine`. */
export interface CalibrationLine {
  /** Log-odds by which the predictions are too low on the whole (above 0) or too high (below): calibration in the large. */
  readonly intercept: number;
  /** Its standard error. */
  readonly interceptError: number;
  /** 1 when predictions are as spread as they should be; below 1 they are too extreme (overfitted), above too timid. */
  readonly slope: number;
  /** Its standard error. */
  readonly slopeError: number;
}

/**
 * Calibration in the large and calibration slope of predicted probabilities, on data they were not made from.
 *
 * @param probabilities - Predicted probabilities, strictly between 0 and 1.
 * @param events - 1 where the event happened, 0 where not.
 * @returns Intercept (with the slope held at 1) and slope (with an intercept of its own), with standard errors; NaN outside the domain
 * and where the data separate.
 * @remarks Cox, D. (1958), Two further applications of a model for binary regression, Biometrika 45, 562-565,
 * https://doi.org/10.1093/biomet/45.3-4.562; Van Calster, B. et al. (2019), Calibration: the Achilles heel of predictive analytics, BMC
 * Medicine 17, 230, https://doi.org/10.1186/s12916-019-1466-7
 * @example
 * ```ts
 * import { calibrationLine } from 'cx-scoring/statistics';
 * const line = calibrationLine([0.5, 0.5, 0.5, 0.8, 0.8, 0.8], [0, 1, 1, 0, 1, 1]);
 * line.slope; // ~> 0
 * ```
 */
export function calibrationLine(probabilities: ArrayLike<number>, events: ArrayLike<number>): CalibrationLine {
  const logOdds = Array.from(probabilities, (p) => (p > 0 && p < 1 ? Math.log(p) - Math.log1p(-p) : NaN));
  const large = logisticRegression([], events, { offset: logOdds });
  const line = logisticRegression([logOdds], events);
  return {
    intercept: large.coefficients[0] as number,
    interceptError: large.standardErrors[0] as number,
    slope: line.coefficients[1] as number,
    slopeError: line.standardErrors[1] as number,
  };
}

/** Outcome of `calibrationError`. */
export interface CalibrationError {
  /** Mean distance of predicted from observed rate over the bins, weighted by their rows (ECE). */
  readonly expected: number;
  /** The largest distance in a bin. */
  readonly maximum: number;
}

/**
 * The calibration error of predicted probabilities over bins of equal width.
 *
 * @param probabilities - Predicted probabilities, 0 to 1.
 * @param events - 1 where the event happened, 0 where not.
 * @param bins - Number of bins, a whole number from 1, 10 by default: `[0, .1], (.1, .2], …`.
 * @returns Expected and maximum error, 0 to 1; NaN outside the domain.
 * @remarks Naeini, M., Cooper, G. and Hauskrecht, M. (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI 29,
 * 2901-2907. It depends on the bins: use it to compare, not to test.
 * @example
 * ```ts
 * import { calibrationError } from 'cx-scoring/statistics';
 * calibrationError([0.1, 0.2, 0.3, 0.8, 0.9], [0, 0, 0, 1, 1]); // ~> { expected: 0.18, maximum: 0.3 }
 * ```
 */
export function calibrationError(
  probabilities: ArrayLike<number>,
  events: ArrayLike<number>,
  bins = 10,
): CalibrationError {
  const rows = Number.isInteger(bins) && bins > 0 ? probabilityRows(probabilities, events) : [];
  const byBin = new Map<number, ProbabilityRow[]>();
  for (const row of rows) {
    // The edges are the quotients k / bins, so that .3 lies in the bin that ends at 3/10.
    let bin = Math.max(1, Math.ceil(row.p * bins));
    if (row.p <= (bin - 1) / bins && bin > 1) bin--;
    byBin.set(bin, [...(byBin.get(bin) ?? []), row]);
  }
  const gaps = [...byBin.values()].map((own) => ({
    share: own.length / rows.length,
    gap: Math.abs(own.reduce((total, { p, event }) => total + p - event, 0)) / own.length,
  }));
  return {
    expected: rows.length > 0 ? gaps.reduce((total, { share, gap }) => total + share * gap, 0) : NaN,
    maximum: rows.length > 0 ? Math.max(...gaps.map(({ gap }) => gap)) : NaN,
  };
}
