import type { ShareIntervalMethod } from '../../measures/shareInterval.js';
import { clopperPearsonInterval, jeffreysInterval } from '../../statistics/exactProportionInterval.js';
import { agrestiCoullInterval } from '../../statistics/proportionInterval.js';

/**
 * Clopper and Pearson's exact interval of a share, handed in as `interval: clopperPearson()`.
 *
 * Use it for contractual floors ("at least 90 %"): its coverage is never below the confidence level, at the price of width.
 *
 * @returns An interval method for {@link computeCsat} and any other share.
 * @remarks With weights it takes effective counts. Source: Clopper and Pearson (1934), Biometrika 26(4), 404-413, doi:10.1093/biomet/26.4.404.
 * @example
 * ```ts
 * import { clopperPearson, computeCsat } from 'cx-scoring';
 *
 * computeCsat({ counts: { satisfied: 1, unsatisfied: 28 } }, { interval: clopperPearson() }).interval?.upper; // ~> 0.1776442955
 * ```
 */
export function clopperPearson(): ShareIntervalMethod {
  return { method: 'clopper-pearson', limits: clopperPearsonInterval };
}

/**
 * Jeffreys' interval of a share, handed in as `interval: jeffreys()`.
 *
 * Use it where a Bayesian reading is wanted, or the narrowest interval that keeps its average coverage.
 *
 * @returns An interval method for {@link computeCsat} and any other share.
 * @remarks 0 at no success and 1 at nothing but success, as Brown, Cai and DasGupta (2001), doi:10.1214/ss/1009213286, advise.
 * @example
 * ```ts
 * import { computeCsat, jeffreys } from 'cx-scoring';
 *
 * computeCsat({ counts: { satisfied: 1, unsatisfied: 28 } }, { interval: jeffreys() }).interval?.lower; // ~> 0.0037461736
 * ```
 */
export function jeffreys(): ShareIntervalMethod {
  return {
    method: 'jeffreys',
    limits: (successes, trials, confidence) => jeffreysInterval(successes, trials, confidence),
  };
}

/**
 * Agresti and Coull's interval of a share, handed in as `interval: agrestiCoull()`.
 *
 * Use it to reproduce tools that add two successes and two failures; Wilson's, the default, has the same centre and is never wider.
 *
 * @returns An interval method for {@link computeCsat} and any other share.
 * @remarks Clipped to 0..1. Source: Agresti and Coull (1998), The American Statistician 52(2), 119-126, doi:10.1080/00031305.1998.10480550.
 * @example
 * ```ts
 * import { agrestiCoull, computeCsat } from 'cx-scoring';
 *
 * computeCsat({ counts: { satisfied: 15, unsatisfied: 133 } }, { interval: agrestiCoull() }).interval?.lower; // ~> 0.0613859749
 * ```
 */
export function agrestiCoull(): ShareIntervalMethod {
  return { method: 'agresti-coull', limits: agrestiCoullInterval };
}
