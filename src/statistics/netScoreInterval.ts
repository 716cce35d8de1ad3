import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { finitePopulationFactor } from './finitePopulation.js';
import type { NetCounts } from './netInterval.js';

/**
 * Score interval of a net share: the values that a score test with restricted maximum likelihood does not reject.
 *
 * Use it below ten units or for extreme splits; it keeps its coverage there and needs no clipping.
 *
 * @param counts - Counts of the three classes.
 * @param confidence - Confidence level, between 0 and 1.
 * @param population - Size of a finite population; the counts are then scaled by `(N - 1) / (N - n)`, which gives the value itself at a census.
 * @returns Lower and upper limit within -1..1; NaN without units, or with more of them than the population.
 * @remarks Source: Tango (1998), Statistics in Medicine 17, 891-908, `doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B`,
 * whose difference of paired proportions has the same likelihood. Limits are found by bisection to the last bit.
 * @example
 * ```ts
 * import { scoreNetInterval } from 'cx-scoring/statistics';
 * scoreNetInterval({ positive: 10, neutral: 0, negative: 0 }, 0.95).lower; // ~> 0.444934
 * ```
 */
export function scoreNetInterval(counts: NetCounts, confidence: number, population: number = Infinity): Bounds {
  const drawn = counts.positive + counts.neutral + counts.negative;
  const net = (counts.positive - counts.negative) / drawn;
  const z = normalCriticalValue(confidence);
  const factor = finitePopulationFactor(drawn, population);
  if (!(drawn > 0 && z > 0 && factor >= 0)) return { lower: NaN, upper: NaN };
  if (factor === 0) return { lower: net, upper: net };
  const scale = 1 / (factor * factor);
  const n = drawn * scale;
  const positive = counts.positive * scale;
  const negative = counts.negative * scale;
  const excess = (trial: number): number => {
    const linear = (2 * n + negative - positive) * trial - negative - positive;
    const constant = -negative * trial * (1 - trial);
    // Restricted maximum-likelihood estimate of the negative share, given that the net share is `trial`.
    const share = (Math.sqrt(Math.max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n);
    const variance = n * (2 * share + trial * (1 - trial));
    return Math.abs(positive - negative - n * trial) - z * Math.sqrt(Math.max(0, variance));
  };
  const limit = (outside: number): number => {
    let inside = net;
    let beyond = outside;
    for (;;) {
      const middle = (inside + beyond) / 2;
      if (middle === inside || middle === beyond) return inside;
      if (excess(middle) > 0) beyond = middle;
      else inside = middle;
    }
  };
  return { lower: limit(-1), upper: limit(1) };
}
