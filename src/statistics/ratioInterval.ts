import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { isSuccessCount } from './successCount.js';

/** A ratio of two groups with its interval. */
export interface RatioEstimate extends Bounds {
  /** The ratio, first group over second. */
  readonly estimate: number;
}

/**
 * The odds ratio of two independent groups, with the interval from its logarithm (Woolf's).
 *
 * With an empty cell use the conditional odds ratio of `fisherExactTest`.
 *
 * @param successes1 - Successes of the first group.
 * @param n1 - Trials of the first group.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Estimate and limits, above zero; all NaN when a cell is empty or outside the domain.
 * @remarks Woolf, B. (1955), On estimating the relation between blood group and disease, Annals of Human Genetics 19, 251-253,
 * https://doi.org/10.1111/j.1469-1809.1955.tb01348.x
 * @example
 * ```ts
 * import { oddsRatio } from 'cx-scoring/statistics';
 * oddsRatio(56, 70, 48, 80).estimate; // ~> 2.6666666667
 * oddsRatio(56, 70, 48, 80).lower; // ~> 1.2762178705
 * ```
 */
export function oddsRatio(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): RatioEstimate {
  const failures1 = n1 - successes1;
  const failures2 = n2 - successes2;
  const isInDomain = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2);
  const isDefined = isInDomain && successes1 * failures1 * successes2 * failures2 > 0;
  const variance = 1 / successes1 + 1 / failures1 + 1 / successes2 + 1 / failures2;
  const ratio = isDefined ? (successes1 * failures2) / (successes2 * failures1) : NaN;
  return logarithmic(ratio, variance, confidence);
}

/**
 * The ratio of two proportions (relative risk), with the interval from its logarithm (Katz's).
 *
 * @param successes1 - Successes of the first group.
 * @param n1 - Trials of the first group.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Estimate and limits, above zero; all NaN when a group has no success or outside the domain.
 * @remarks Katz, D. et al. (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34, 469-474,
 * https://doi.org/10.2307/2530610
 * @example
 * ```ts
 * import { riskRatio } from 'cx-scoring/statistics';
 * riskRatio(56, 70, 48, 80).estimate; // ~> 1.3333333333
 * riskRatio(56, 70, 48, 80).upper; // ~> 1.6512485113
 * ```
 */
export function riskRatio(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): RatioEstimate {
  const isInDomain = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2);
  const isDefined = isInDomain && successes1 * successes2 > 0;
  const variance = (n1 - successes1) / (n1 * successes1) + (n2 - successes2) / (n2 * successes2);
  const ratio = isDefined ? (successes1 * n2) / (n1 * successes2) : NaN;
  return logarithmic(ratio, variance, confidence);
}

/**
 * Cohen's h: the difference of two proportions on the arcsine scale, where equal steps are equally hard to detect.
 *
 * Around 0.2 is called small, 0.5 medium, 0.8 large.
 *
 * @param p1 - First proportion, 0 to 1.
 * @param p2 - Second proportion, 0 to 1.
 * @returns Between -π and π, above zero when the first is larger; NaN outside the domain.
 * @remarks Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6.
 * @example
 * ```ts
 * import { cohenH } from 'cx-scoring/statistics';
 * cohenH(0.5, 0.4); // ~> 0.2013579208
 * ```
 */
export function cohenH(p1: number, p2: number): number {
  return arc(p1) - arc(p2);
}

// 2 asin(√p), by the half that keeps its digits near 1.
function arc(p: number): number {
  return 2 * Math.atan2(Math.sqrt(p), Math.sqrt(1 - p));
}

function logarithmic(ratio: number, variance: number, confidence: number): RatioEstimate {
  const reach = Math.exp(normalCriticalValue(confidence) * Math.sqrt(variance));
  return { estimate: ratio, lower: ratio / reach, upper: ratio * reach };
}
