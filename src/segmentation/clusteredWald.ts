import type { ClusteredMeasure } from '../measures/clusterBy.js';
import type { Measure } from '../measures/measure.js';
import type { RatioSums } from '../measures/ratioMeasure.js';
import { choleskyFactor, choleskySolution } from '../statistics/cholesky.js';
import { linearizedCovariance } from '../statistics/linearizedCovariance.js';
import { compareTexts } from '../core/textOrder.js';
import type { TestFigures } from './testFigures.js';

/** How a measure of clustered answers reduces a tally to the sums of each account; `undefined` for any other measure. */
export function accountSumsOf<Tally>(
  measure: Measure<never, Tally, unknown>,
): ClusteredMeasure<never, Tally, unknown>['toAccountSums'] | undefined {
  return (measure as Partial<ClusteredMeasure<never, Tally, unknown>>).toAccountSums;
}

/**
 * Wald's test that several means over clusters are equal, from the sums of each account in each segment. An account in several segments
 * is one unit: what moves its answers everywhere is in the covariance. The F form with design degrees of freedom, accounts less segments;
 * for two segments it is the square of the t of their comparison.
 */
export function clusteredWald(segments: readonly ReadonlyMap<string, RatioSums>[]): TestFigures {
  const keys = Array.from(
    new Set(
      segments.flatMap((own) =>
        Array.from(own)
          .filter(([, { count }]) => count > 0)
          .map(([key]) => key),
      ),
    ),
  ).sort(compareTexts);
  const estimates: number[] = [];
  const influences = segments.map((own) => {
    let [weight, total] = [0, 0];
    for (const key of keys) {
      weight += own.get(key)?.weight ?? 0;
      total += own.get(key)?.weightedTotal ?? 0;
    }
    const mean = total / weight;
    estimates.push(mean);
    return Float64Array.from(keys, (key) => {
      const sums = own.get(key);
      return sums ? (sums.weightedTotal - sums.weight * mean) / weight : 0;
    });
  });
  // Each against the first: the test does not depend on which one is left.
  const [base, ...others] = influences;
  const contrasts = others.map((own) => own.map((influence, at) => influence - (base?.[at] ?? 0)));
  const differences = estimates.slice(1).map((own) => own - (estimates[0] as number));
  const covariance = linearizedCovariance(contrasts);
  const count = contrasts.length;
  const factor = choleskyFactor(covariance.flat(), count);
  const denominator = keys.length - segments.length - count + 1;
  if (factor === null || !(denominator > 0)) return { statistic: NaN, degreesOfFreedom: count, denominator };
  const solved = choleskySolution(factor, count, differences);
  const wald = differences.reduce((sum, own, at) => sum + own * (solved[at] as number), 0);
  const freedom = keys.length - segments.length;
  return { statistic: (wald * denominator) / (freedom * count), degreesOfFreedom: count, denominator };
}
