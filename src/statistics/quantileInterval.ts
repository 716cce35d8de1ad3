import type { Bounds } from '../core/interval.js';
import { binomialLowerTail, binomialQuantile, binomialUpperQuantile, binomialUpperTail } from './binomial.js';
import { quantiles } from './quantile.js';

/** An interval of a quantile between two of the values. */
export interface QuantileInterval extends Bounds {
  /** Rank of the value that is the lower limit, from 1; 0 where there are too few values for one, and the limit is -Infinity. */
  readonly lowerRank: number;
  /** Rank of the value that is the upper limit; n + 1 where there are too few values for one, and the limit is Infinity. */
  readonly upperRank: number;
  /** Probability with which such an interval covers the quantile of a continuous law, at least the confidence. */
  readonly coverage: number;
}

/**
 * The distribution-free interval of a quantile: from one of the values to another, chosen by the binomial law alone.
 *
 * Use it for medians and percentiles of durations and amounts, whatever their distribution. It covers at least as often as it says,
 * each tail on its own; `coverage` tells how often.
 *
 * @param values - Independent numbers in any order; left as they are.
 * @param p - Share strictly between 0 and 1 of the law that lies below the quantile.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns The two values, their ranks and the coverage. A side for which there are too few values is open: -Infinity or Infinity. The
 * median has two limits at 0.95 from 6 values on, the 0.95 quantile from 72. NaN without values, with a NaN among them, and outside
 * the domain.
 * @remarks Conover, W. (1999), Practical Nonparametric Statistics, 3rd ed., section 3.2; Hahn, G. and Meeker, W. (1991), Statistical
 * Intervals, section 5.2, https://doi.org/10.1002/9780470316771. With ties the coverage is that or more.
 * @example
 * ```ts
 * import { quantileInterval } from 'cx-scoring/statistics';
 * quantileInterval([12, 3, 45, 8, 30, 17, 21, 5, 9, 26], 0.5); // ~> { lower: 5, upper: 30, lowerRank: 2, upperRank: 9, coverage: 0.9785156 }
 * quantileInterval([12, 3, 45, 8, 30, 17, 21, 5, 9, 26], 0.9).upper; // => Infinity
 * ```
 */
export function quantileInterval(values: Iterable<number>, p: number, confidence = 0.95): QuantileInterval {
  const numbers = values instanceof Float64Array ? values : new Float64Array(values);
  const n = numbers.length;
  const { lowerRank, upperRank, coverage } = quantileIntervalRanks(n, p, confidence);
  // By type 1 the share k / n of n values is the k-th; the smallest one tells of a NaN even where both sides are open.
  const [smallest, atLower, atUpper] = quantiles(numbers, [0, lowerRank / n, Math.min(upperRank / n, 1)], 1);
  if (Number.isNaN(coverage) || Number.isNaN(smallest))
    return { lower: NaN, upper: NaN, lowerRank: NaN, upperRank: NaN, coverage: NaN };
  return {
    lower: lowerRank > 0 ? (atLower as number) : -Infinity,
    upper: upperRank <= n ? (atUpper as number) : Infinity,
    lowerRank,
    upperRank,
    coverage,
  };
}

/**
 * The ranks of the limits among `n` values, from 0 to n + 1, where 0 and n + 1 stand for open sides; NaN outside the domain.
 *
 * @internal
 */
export function quantileIntervalRanks(
  n: number,
  p: number,
  confidence: number,
): Omit<QuantileInterval, 'lower' | 'upper'> {
  if (!(n > 0 && p > 0 && p < 1 && confidence > 0 && confidence < 1))
    return { lowerRank: NaN, upperRank: NaN, coverage: NaN };
  const tail = (1 - confidence) / 2;
  // The k-th value is above the quantile when fewer than k values are below it, and below it when at least k are.
  const fewest = binomialQuantile(tail, n, p);
  const lowerRank = binomialLowerTail(fewest, n, p) <= tail * (1 + 1e-14) ? fewest + 1 : fewest;
  const upperRank = binomialUpperQuantile(tail, n, p) + 1;
  const missed = binomialLowerTail(lowerRank - 1, n, p) + binomialUpperTail(upperRank - 1, n, p);
  return { lowerRank, upperRank, coverage: 1 - missed };
}
