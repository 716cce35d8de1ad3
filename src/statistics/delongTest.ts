import { normalPValue } from './alternative.js';
import { areaCovariance, placementsOf } from './rocPlacements.js';

/** Outcome of `delongTest`. */
export interface DelongTest {
  /** First area minus second. */
  readonly difference: number;
  /** The difference in standard errors. */
  readonly statistic: number;
  /** Probability of a difference at least that large, on either side, when the areas are equal. */
  readonly pValue: number;
}

/**
 * DeLong's test: which of two scores of the same units tells events from non-events better?
 *
 * @param first - Scores.
 * @param second - Other scores of the same units, in the same order.
 * @param events - 1 where the event happened, 0 where not.
 * @returns Difference of the areas, z and p-value; NaN as `rocAuc`, and the test when the scores rank the units alike.
 * @remarks DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845, https://doi.org/10.2307/2531595
 * @example
 * ```ts
 * import { delongTest } from 'cx-scoring/statistics';
 * const events = [0, 1, 0, 1, 0, 1];
 * delongTest([1, 4, 2, 6, 5, 3], [3, 2, 1, 6, 4, 5], events).difference; // ~> 0
 * ```
 */
export function delongTest(first: ArrayLike<number>, second: ArrayLike<number>, events: ArrayLike<number>): DelongTest {
  const a = placementsOf(first, events);
  const b = placementsOf(second, events);
  const difference = a.auc - b.auc + 0;
  const spread = areaCovariance(a, a) + areaCovariance(b, b) - 2 * areaCovariance(a, b);
  const statistic = spread > 1e-15 ? difference / Math.sqrt(spread) : NaN;
  return { difference, statistic, pValue: normalPValue(statistic) };
}
