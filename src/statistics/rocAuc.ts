import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { areaCovariance, placementsOf } from './rocPlacements.js';

/** Outcome of `rocAuc`. */
export interface RocAuc {
  /** Probability that an event has a higher score than a non-event, ties counting half: 0.5 is chance, 1 perfect. */
  readonly auc: number;
  /** DeLong's standard error; NaN with a single event or non-event. */
  readonly standardError: number;
  /** DeLong's interval, within 0 and 1. */
  readonly interval: Bounds;
}

/**
 * The area under the ROC curve: how well scores tell events from non-events, with DeLong's interval.
 *
 * @param scores - Finite scores or probabilities, higher for more probable events.
 * @param events - 1 where the event happened, 0 where not.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Area, standard error and interval; all NaN when lengths differ, a score is NaN, an event is neither 0 nor 1, or one of the
 * two kinds is missing. Perfect scores have a standard error of zero, which says that the sample is too easy rather than that it is
 * certain.
 * @remarks DeLong, E., DeLong, D. and Clarke-Pearson, D. (1988), Comparing the areas under two or more correlated receiver operating
 * characteristic curves, Biometrics 44, 837-845, https://doi.org/10.2307/2531595; in n log n by ranks, Sun, X. and Xu, W. (2014), IEEE
 * Signal Processing Letters 21, 1389-1393, https://doi.org/10.1109/LSP.2014.2337313
 * @example
 * ```ts
 * import { rocAuc } from 'cx-scoring/statistics';
 * rocAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]).auc; // => 0.75
 * ```
 */
export function rocAuc(scores: ArrayLike<number>, events: ArrayLike<number>, confidence = 0.95): RocAuc {
  const placements = placementsOf(scores, events);
  const { auc } = placements;
  const standardError = Math.sqrt(areaCovariance(placements, placements));
  const reach = normalCriticalValue(confidence) * standardError;
  return { auc, standardError, interval: { lower: Math.max(0, auc - reach), upper: Math.min(1, auc + reach) } };
}

/**
 * Hanley and McNeil's standard error of an area under the ROC curve, from its size and the two counts alone.
 *
 * Use it where the scores are not at hand; DeLong's, from `rocAuc`, supposes less.
 *
 * @param auc - The area, 0 to 1.
 * @param events - Number of events, at least 1.
 * @param nonEvents - Number of non-events, at least 1.
 * @returns The standard error; NaN outside the domain.
 * @remarks Hanley, J. and McNeil, B. (1982), The meaning and use of the area under a receiver operating characteristic (ROC) curve,
 * Radiology 143, 29-36, https://doi.org/10.1148/radiology.143.1.7063747
 * @example
 * ```ts
 * import { hanleyMcNeilError } from 'cx-scoring/statistics';
 * hanleyMcNeilError(0.75, 2, 2); // ~> 0.2762956491
 * ```
 */
export function hanleyMcNeilError(auc: number, events: number, nonEvents: number): number {
  if (!(auc >= 0 && auc <= 1 && events >= 1 && nonEvents >= 1)) return NaN;
  const twoEvents = auc / (2 - auc);
  const twoNonEvents = (2 * auc * auc) / (1 + auc);
  const spread =
    auc * (1 - auc) + (events - 1) * (twoEvents - auc * auc) + (nonEvents - 1) * (twoNonEvents - auc * auc);
  return Math.sqrt(Math.max(0, spread) / (events * nonEvents));
}
