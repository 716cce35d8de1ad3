import { binomialMass } from './binomial.js';
import { UNDEFINED_DISTRIBUTION, type CountDistribution } from './countDistribution.js';
import { regularizedBeta } from './incompleteBeta.js';

/**
 * The exact bootstrap distribution of the median of a whole-number score: that of the median of n answers drawn with replacement
 * from the n answers given. No resampling, no seed, no Monte Carlo error.
 *
 * Use it for percentile limits of the median of a rating. The median of an even number of answers is the mean of the two in the
 * middle, so that half scores occur.
 *
 * @param counts - Number of answers at each score, beginning with `minimum`; whole numbers from 0.
 * @param minimum - The score of the first count, a whole number.
 * @returns The distribution of the median, from the lowest to the highest score of the scale, some of them with probability 0.
 * Undefined (every question answered NaN) when there are no answers or a count or `minimum` is not as said.
 * @remarks Maritz and Jarrett (1978), JASA 73, 194-196, https://doi.org/10.1080/01621459.1978.10480027, for an odd number:
 * the median exceeds s when a binomial count does. For an even one, the joint distribution of both middle answers.
 * @example
 * ```ts
 * import { distributionQuantile, medianBootstrapDistribution } from 'cx-scoring/statistics';
 * // Ease scores 1 to 7.
 * const distribution = medianBootstrapDistribution([0, 1, 0, 1, 2, 3, 3], 1);
 * distributionQuantile(distribution, 0.025); // => 4.5
 * distributionQuantile(distribution, 0.975); // => 7
 * ```
 */
export function medianBootstrapDistribution(counts: ArrayLike<number>, minimum: number = 0): CountDistribution {
  if (!Number.isSafeInteger(minimum)) return UNDEFINED_DISTRIBUTION;
  let size = 0;
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] as number;
    if (!Number.isSafeInteger(count) || count < 0) return UNDEFINED_DISTRIBUTION;
    size += count;
  }
  if (size === 0) return UNDEFINED_DISTRIBUTION;
  // below[i]: number of answers below place i.
  const below = [0];
  for (let place = 0; place < counts.length; place++) below.push((below[place] as number) + (counts[place] as number));
  const rank = Math.ceil(size / 2);
  const reached = below.map((number) => atLeast(rank, size, number));
  if (size % 2 === 1) {
    const probabilities = new Float64Array(counts.length);
    for (let i = 0; i < counts.length; i++) probabilities[i] = (reached[i + 1] as number) - (reached[i] as number);
    return { start: minimum, step: 1, divisor: 1, probabilities };
  }
  const centre = binomialMass(rank, size, 0.5);
  /** Probability that exactly half of the answers lie below place `low` and the other half from place `high` on. */
  const split = (low: number, high: number): number =>
    centre * Math.pow((4 * ((below[low] as number) / size) * (size - (below[high] as number))) / size, rank);
  const probabilities = new Float64Array(2 * counts.length - 1);
  for (let low = 0; low < counts.length; low++) {
    let apart = 0;
    for (let high = low + 1; high < counts.length; high++) {
      const mass = Math.max(
        split(low + 1, high) - split(low, high) - (split(low + 1, high + 1) - split(low, high + 1)),
        0,
      );
      probabilities[low + high] = (probabilities[low + high] as number) + mass;
      apart += mass;
    }
    const lowest = (reached[low + 1] as number) - (reached[low] as number);
    probabilities[2 * low] = (probabilities[2 * low] as number) + Math.max(lowest - apart, 0);
  }
  return { start: 2 * minimum, step: 1, divisor: 2, probabilities };
}

/** Probability that at least `rank` of `size` draws with replacement fall among `number` of the `size` answers. */
function atLeast(rank: number, size: number, number: number): number {
  if (number === 0) return 0;
  return number === size ? 1 : regularizedBeta(number / size, rank, size - rank + 1);
}
