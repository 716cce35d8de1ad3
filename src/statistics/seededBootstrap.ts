import type { Random } from '../core/random.js';
import type { NetCounts } from './netInterval.js';
import { randomBinomial } from './randomBinomial.js';

/**
 * Replicates of any statistic of counts, by resampling the answers with replacement.
 *
 * Use it where no exact distribution is at hand: a variance, a ratio of shares, a polarisation. The counts are resampled, never
 * the answers, so that the cost is one binomial number per score and resample, however many answers there are.
 *
 * @param counts - Number of answers in each class; whole numbers from 0.
 * @param statistic - The statistic of counts of the same shape. It is handed the same array each time: read it, do not keep it.
 * @param resamples - Number of resamples, a whole number from 1; 2,000 or more for BCa limits.
 * @param random - Source of random numbers, such as `createRandom(seed)`.
 * @returns One value per resample, in the order drawn; all NaN when there are no answers or a count is not a whole number from 0;
 * empty when `resamples` is not a whole number from 1.
 * @remarks Efron (1979), https://doi.org/10.1214/aos/1176344552. A multinomial sample is drawn class by class, each from
 * what the classes before have left.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { seededCountBootstrap } from 'cx-scoring/statistics';
 * // Share of answers at either end of a five-point scale.
 * const atTheEnds = (counts: ArrayLike<number>) => ((counts[0] ?? 0) + (counts[4] ?? 0)) / 20;
 * seededCountBootstrap([3, 0, 2, 9, 6], atTheEnds, 2000, createRandom(42)).length; // => 2000
 * ```
 */
export function seededCountBootstrap(
  counts: ArrayLike<number>,
  statistic: (counts: Float64Array) => number,
  resamples: number,
  random: Random,
): Float64Array {
  if (!(Number.isSafeInteger(resamples) && resamples > 0)) return new Float64Array(0);
  const replicates = new Float64Array(resamples);
  let size = 0;
  let last = -1;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    if (!Number.isSafeInteger(count) || count < 0) return replicates.fill(NaN);
    size += count;
    if (count > 0) last = i;
  }
  if (size === 0) return replicates.fill(NaN);
  const drawn = new Float64Array(counts.length);
  for (let resample = 0; resample < resamples; resample++) {
    let trials = size;
    let others = size;
    for (let i = 0; i < last; i++) {
      const count = counts[i] as number;
      const number = count === 0 ? 0 : randomBinomial(trials, count / others, random);
      drawn[i] = number;
      trials -= number;
      others -= count;
    }
    drawn[last] = trials;
    replicates[resample] = statistic(drawn);
  }
  return replicates;
}

/**
 * Seeded bootstrap replicates of a net share, `(positive - negative) / n`.
 *
 * Use it to check or to illustrate `netBootstrapDistribution`, or where replicates of several statistics are combined; for limits
 * of the net share itself the exact distribution is quicker and has no Monte Carlo error.
 *
 * @param counts - Numbers of answers by sign; whole numbers from 0.
 * @param resamples - Number of resamples, a whole number from 1.
 * @param random - Source of random numbers, such as `createRandom(seed)`.
 * @returns One net share on -1..1 per resample; NaN and empty as for `seededCountBootstrap`.
 * @remarks Two binomial numbers per resample, whatever the number of answers.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { bootstrapStandardError, seededNetBootstrap } from 'cx-scoring/statistics';
 * const replicates = seededNetBootstrap({ negative: 8, neutral: 13, positive: 15 }, 20_000, createRandom(42));
 * bootstrapStandardError(replicates); // ~> 0.13
 * ```
 */
export function seededNetBootstrap(counts: NetCounts, resamples: number, random: Random): Float64Array {
  const { negative, neutral, positive } = counts;
  const size = negative + neutral + positive;
  const net = (drawn: Float64Array): number => ((drawn[2] as number) - (drawn[0] as number)) / size;
  return seededCountBootstrap([negative, neutral, positive], net, resamples, random);
}

/**
 * Seeded bootstrap replicates of the mean of a score.
 *
 * Use it to check or to illustrate `scoreBootstrapDistribution`, which needs no resampling.
 *
 * @param counts - Number of answers at each score, beginning with `minimum`; whole numbers from 0.
 * @param minimum - The score of the first count.
 * @param resamples - Number of resamples, a whole number from 1.
 * @param random - Source of random numbers, such as `createRandom(seed)`.
 * @returns One mean per resample, in the unit of the score; NaN and empty as for `seededCountBootstrap`.
 * @remarks One binomial number per score in use but the last, whatever the number of answers.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { seededScoreBootstrap } from 'cx-scoring/statistics';
 * seededScoreBootstrap([0, 0, 0, 5], 1, 3, createRandom(42)); // => new Float64Array([4, 4, 4])
 * ```
 */
export function seededScoreBootstrap(
  counts: ArrayLike<number>,
  minimum: number,
  resamples: number,
  random: Random,
): Float64Array {
  let size = 0;
  for (let i = 0; i < counts.length; i++) size += counts[i] as number;
  const mean = (drawn: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < drawn.length; i++) sum += (drawn[i] as number) * (minimum + i);
    return sum / size;
  };
  return seededCountBootstrap(counts, mean, resamples, random);
}
