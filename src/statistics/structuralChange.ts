import { fUpperTail } from './fDistribution.js';
import { meanCost } from './segmentCost.js';
import { mean, sum } from './sum.js';

/** Outcome of `chowTest`. */
export interface ChowTest {
  /** F statistic of two means against one. */
  readonly statistic: number;
  /** Denominator degrees of freedom, n - 2; the numerator has 1. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large without a change. */
  readonly pValue: number;
}

/** Outcome of `largestChow`. */
export interface LargestChow {
  /** Largest F statistic over all places (sup F). */
  readonly statistic: number;
  /** Number of values before the change there; the earliest of equals. */
  readonly changePoint: number;
}

/** Outcome of `residualCusumTest`. */
export interface ResidualCusumTest {
  /** Largest distance of the standardised cumulative sum from 0. */
  readonly statistic: number;
  /** Probability of a distance at least that large without a change, for a long series. */
  readonly pValue: number;
}

/**
 * Chow's test of a change of mean at a place known beforehand.
 *
 * Use it when something happened at that time (a new portal, a price change). When the place comes from the series itself, the
 * p-value is far too small: use `singleChangeTest`.
 *
 * @param values - Finite numbers in order of time, three or more.
 * @param changePoint - Number of values before the change, from 1 to n - 1.
 * @returns F statistic and p-value; NaN outside the domain, and without spread on either side.
 * @remarks Chow, G. (1960), Tests of Equality Between Sets of Coefficients in Two Linear Regressions, Econometrica 28, 591-605,
 * https://doi.org/10.2307/1910133
 * @example
 * ```ts
 * import { chowTest } from 'cx-scoring/statistics';
 * chowTest([5, 6, 5, 6, 9, 8, 9, 8], 4); // ~> { statistic: 54, degreesOfFreedom: 6, pValue: 0.000325 }
 * ```
 */
export function chowTest(values: ArrayLike<number>, changePoint: number): ChowTest {
  const size = values.length;
  const isUsable = Number.isInteger(changePoint) && changePoint >= 1 && changePoint < size && size > 2;
  const degreesOfFreedom = isUsable ? size - 2 : NaN;
  const { between } = meanCost(values);
  const within = isUsable ? between(0, changePoint) + between(changePoint, size) : NaN;
  const statistic = within > 0 ? ((between(0, size) - within) * degreesOfFreedom) / within : NaN;
  return { statistic, degreesOfFreedom, pValue: fUpperTail(statistic, 1, degreesOfFreedom) };
}

/**
 * The largest of Chow's statistics over all places for a change of mean.
 *
 * Use it to estimate where the change is; `singleChangeTest` gives the p-value that belongs to a place found in this way.
 *
 * @param values - Finite numbers in order of time.
 * @param minimumLength - Fewest values on either side, a whole number from 1.
 * @returns Statistic and place; NaN when the series is too short or has no spread on either side of every place.
 * @remarks Andrews, D. (1993), Tests for Parameter Instability and Structural Change With Unknown Change Point, Econometrica 61,
 * 821-856, https://doi.org/10.2307/2951764; as `supF` of R's `strucchange::Fstats`.
 * @example
 * ```ts
 * import { largestChow } from 'cx-scoring/statistics';
 * largestChow([5, 6, 5, 6, 9, 8, 9, 8], 2); // ~> { statistic: 54, changePoint: 4 }
 * ```
 */
export function largestChow(values: ArrayLike<number>, minimumLength: number): LargestChow {
  let statistic = NaN;
  let changePoint = NaN;
  const isUsable = Number.isInteger(minimumLength) && minimumLength >= 1;
  for (let place = minimumLength; isUsable && place <= values.length - minimumLength; place++) {
    const own = chowTest(values, place).statistic;
    if (own > statistic || (Number.isNaN(statistic) && !Number.isNaN(own))) {
      statistic = own;
      changePoint = place;
    }
  }
  return { statistic, changePoint };
}

/**
 * The cumulative sum test for a change of mean at an unknown time.
 *
 * Use it for long series with a lasting change; below some 30 values `singleChangeTest` is better founded.
 *
 * @param values - Finite numbers in order of time, two or more.
 * @returns Statistic and p-value; NaN below two values, without spread, or with a value that is not finite.
 * @remarks Ploberger, W. and Krämer, W. (1992), The CUSUM Test with OLS Residuals, Econometrica 60, 271-285,
 * https://doi.org/10.2307/2951597: the largest of a Brownian bridge, Kolmogorov's distribution.
 * @example
 * ```ts
 * import { residualCusumTest } from 'cx-scoring/statistics';
 * residualCusumTest([5, 6, 5, 6, 9, 8, 9, 8]); // ~> { statistic: 1.2550, pValue: 0.0857 }
 * ```
 */
export function residualCusumTest(values: ArrayLike<number>): ResidualCusumTest {
  const own = Array.from(values);
  const center = mean(own);
  const deviation = Math.sqrt(sum(own.map((value) => (value - center) ** 2)) / (own.length - 1));
  let total = 0;
  let largest = 0;
  for (const value of own) {
    total += value - center;
    largest = Math.max(largest, Math.abs(total));
  }
  const statistic = deviation > 0 ? largest / (deviation * Math.sqrt(own.length)) : NaN;
  return { statistic, pValue: bridgeUpperTail(statistic) };
}

/** Probability that a Brownian bridge strays at least that far from 0. */
function bridgeUpperTail(distance: number): number {
  if (Number.isNaN(distance)) return NaN;
  // Below, the alternating series converges slowly and the probability is 1 to 12 digits.
  if (distance < 0.2) return 1;
  let total = 0;
  for (let k = 1; k <= 30; k++) total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * distance) ** 2);
  return Math.min(1, Math.max(0, total));
}
