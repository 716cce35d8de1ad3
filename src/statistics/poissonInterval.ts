import type { Bounds } from '../core/interval.js';
import { gammaQuantile, gammaUpperQuantile } from './gamma.js';

/**
 * The exact interval of the mean number of events behind a count.
 *
 * Use it for rates: divide both limits by the exposure (orders, days, machines) the events were counted over.
 *
 * @param events - Events counted, a whole number from 0.
 * @param confidence - Confidence level, strictly between 0 and 1, 0.95 by default.
 * @returns The limits; the lower one is 0 for no event. NaN outside the domain.
 * @remarks Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442,
 * https://doi.org/10.1093/biomet/28.3-4.437; as R's `poisson.test`. It covers at least as often as it says, often more.
 * @example
 * ```ts
 * import { poissonInterval } from 'cx-scoring/statistics';
 * poissonInterval(10); // ~> { lower: 4.795389, upper: 18.390356 }
 * poissonInterval(0).upper; // ~> 3.688879
 * ```
 */
export function poissonInterval(events: number, confidence = 0.95): Bounds {
  const isDefined = Number.isSafeInteger(events) && events >= 0 && confidence > 0 && confidence < 1;
  if (!isDefined) return { lower: NaN, upper: NaN };
  const tail = (1 - confidence) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events, 1),
    upper: gammaUpperQuantile(tail, events + 1, 1),
  };
}
