/**
 * The distribution of a statistic made of counts: probabilities on evenly spaced values.
 *
 * The values are kept as whole numbers and a divisor, so that 3/10 is 0.3 and not 0.30000000000000004.
 */
export interface CountDistribution {
  /** First value times the divisor; a whole number. */
  readonly start: number;
  /** Distance of neighbouring values times the divisor; a whole number from 1. */
  readonly step: number;
  /** What `start` and `step` are divided by; a whole number from 1. Value k is `(start + k * step) / divisor`. */
  readonly divisor: number;
  /** Probability of each value, in rising order of the values; they add up to 1. */
  readonly probabilities: ArrayLike<number>;
}

/** What the functions of this library return where there is no distribution: NaN for every question. */
export const UNDEFINED_DISTRIBUTION: CountDistribution = { start: NaN, step: NaN, divisor: NaN, probabilities: [] };

/** Ties of a tail with the asked probability survive the rounding of sums. */
const TIE = 1e-12;

/**
 * The values a distribution can take, in rising order.
 *
 * @param distribution - A distribution.
 * @returns One value for each probability.
 * @example
 * ```ts
 * import { distributionValues, netBootstrapDistribution } from 'cx-scoring/statistics';
 * distributionValues(netBootstrapDistribution({ negative: 1, neutral: 0, positive: 1 })); // => [-1, 0, 1]
 * ```
 */
export function distributionValues(distribution: CountDistribution): number[] {
  return Array.from(distribution.probabilities, (_, index) => valueAt(distribution, index));
}

/**
 * The probability of a value not above `value`.
 *
 * @param distribution - A distribution.
 * @param value - Any number; within a billionth of a step of a possible value it counts as that value.
 * @returns `P(X <= value)`, added up from the small end; NaN for an undefined distribution.
 * @example
 * ```ts
 * import { distributionLowerTail, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 1, neutral: 0, positive: 1 });
 * distributionLowerTail(distribution, 0); // => 0.75
 * ```
 */
export function distributionLowerTail(distribution: CountDistribution, value: number): number {
  const last = lastIndexUpTo(distribution, value);
  if (Number.isNaN(last)) return NaN;
  let tail = 0;
  for (let k = 0; k <= last; k++) tail += distribution.probabilities[k] as number;
  return Math.min(tail, 1);
}

/**
 * The probability of a value above `value`, without the loss of digits of `1 - distributionLowerTail`.
 *
 * @param distribution - A distribution.
 * @param value - Any number; within a billionth of a step of a possible value it counts as that value.
 * @returns `P(X > value)`, added up from the far end; NaN for an undefined distribution.
 * @example
 * ```ts
 * import { distributionUpperTail, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 1, neutral: 0, positive: 1 });
 * distributionUpperTail(distribution, 0); // => 0.25
 * ```
 */
export function distributionUpperTail(distribution: CountDistribution, value: number): number {
  const last = lastIndexUpTo(distribution, value);
  if (Number.isNaN(last)) return NaN;
  let tail = 0;
  for (let k = distribution.probabilities.length - 1; k > last; k--) tail += distribution.probabilities[k] as number;
  return Math.min(tail, 1);
}

/**
 * The probability of exactly `value`.
 *
 * @param distribution - A distribution.
 * @param value - Any number; within a billionth of a step of a possible value it counts as that value.
 * @returns `P(X = value)`; 0 for a value that cannot occur; NaN for an undefined distribution.
 * @example
 * ```ts
 * import { distributionMass, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 1, neutral: 0, positive: 1 });
 * distributionMass(distribution, 0); // => 0.5
 * ```
 */
export function distributionMass(distribution: CountDistribution, value: number): number {
  const position = positionOf(distribution, value);
  if (Number.isNaN(position)) return NaN;
  return Number.isInteger(position) ? (distribution.probabilities[position] ?? 0) : 0;
}

/**
 * The smallest value whose lower tail reaches a probability: the inverse of the cumulative distribution.
 *
 * @param distribution - A distribution.
 * @param probability - From 0 to 1. A tail that falls short of it by a relative 1e-12 counts as having reached it, so that an
 * exact tie is not decided by rounding.
 * @returns A possible value, the smallest with positive probability at 0; NaN outside the domain.
 * @remarks Quantile type 1 of Hyndman and Fan (1996), https://doi.org/10.1080/00031305.1996.10473566. Above one half the upper
 * tail is used.
 * @example
 * ```ts
 * import { distributionQuantile, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 8, neutral: 13, positive: 15 });
 * distributionQuantile(distribution, 0.5); // ~> 0.19444
 * ```
 */
export function distributionQuantile(distribution: CountDistribution, probability: number): number {
  const { probabilities } = distribution;
  if (!(probability >= 0 && probability <= 1) || probabilities.length === 0) return NaN;
  let tail = 0;
  if (probability <= 0.5) {
    const wanted = probability * (1 - TIE);
    let k = 0;
    while (k < probabilities.length - 1) {
      tail += probabilities[k] as number;
      if (tail > 0 && tail >= wanted) break;
      k++;
    }
    return valueAt(distribution, k);
  }
  const allowed = (1 - probability) * (1 + TIE);
  let k = probabilities.length - 1;
  while (k > 0) {
    tail += probabilities[k] as number;
    if (tail > allowed) break;
    k--;
  }
  return valueAt(distribution, k);
}

/**
 * The mean of a distribution.
 *
 * @param distribution - A distribution.
 * @returns The mean, in the unit of the values; NaN for an undefined distribution.
 * @example
 * ```ts
 * import { distributionMean, netBootstrapDistribution } from 'cx-scoring/statistics';
 * distributionMean(netBootstrapDistribution({ negative: 1, neutral: 2, positive: 5 })); // ~> 0.5
 * ```
 */
export function distributionMean(distribution: CountDistribution): number {
  return valueAt(distribution, meanIndex(distribution));
}

/**
 * The standard deviation of a distribution; that of a bootstrap distribution is the bootstrap standard error.
 *
 * @param distribution - A distribution.
 * @returns The standard deviation, in the unit of the values; 0 for a single value; NaN for an undefined distribution.
 * @example
 * ```ts
 * import { distributionStandardDeviation, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 8, neutral: 13, positive: 15 });
 * distributionStandardDeviation(distribution); // ~> 0.1292156
 * ```
 */
export function distributionStandardDeviation(distribution: CountDistribution): number {
  const { probabilities, step, divisor } = distribution;
  const mean = meanIndex(distribution);
  let squares = 0;
  for (let k = 0; k < probabilities.length; k++) squares += (probabilities[k] as number) * (k - mean) ** 2;
  return (step * Math.sqrt(squares)) / divisor;
}

/** Mean in steps from the first value. */
function meanIndex({ probabilities }: CountDistribution): number {
  // About the middle, which keeps the mean of a symmetric distribution exact.
  const middle = (probabilities.length - 1) / 2;
  let sum = 0;
  for (let k = 0; k < probabilities.length; k++) sum += (probabilities[k] as number) * (k - middle);
  return middle + sum;
}

function valueAt({ start, step, divisor }: CountDistribution, index: number): number {
  return (start + index * step) / divisor;
}

/** Where a value lies, in steps from the first; a whole number when it is a possible value but for rounding. */
function positionOf({ start, step, divisor }: CountDistribution, value: number): number {
  const scaled = value * divisor;
  const position = (scaled - start) / step;
  const nearest = Math.round(position);
  const tolerance = 1e-9 + (1e-15 * Math.abs(scaled)) / step;
  return Math.abs(position - nearest) <= tolerance ? nearest : position;
}

function lastIndexUpTo(distribution: CountDistribution, value: number): number {
  const last = distribution.probabilities.length - 1;
  return Math.max(Math.min(Math.floor(positionOf(distribution, value)), last), -1);
}
