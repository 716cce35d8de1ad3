import { sortedCopy } from './sortedCopy.js';
import { hasNoNaN } from './tieTable.js';

/**
 * Vargha and Delaney's A: the probability that a value of the first sample is larger than one of the second, ties counting half.
 *
 * Use it as the size of a difference of scores: 0.5 is none; 0.56, 0.64 and 0.71 are called small, medium and large.
 *
 * @param first - Values of the first sample.
 * @param second - Values of the second sample.
 * @returns From 0 to 1; NaN with an empty sample or a NaN among the values.
 * @remarks Vargha, A. and Delaney, H. (2000), A critique and improvement of the CL common language effect size statistics, Journal
 * of Educational and Behavioral Statistics 25, 101-132, https://doi.org/10.3102/10769986025002101
 * @example
 * ```ts
 * import { varghaDelaneyA } from 'cx-scoring/statistics';
 * varghaDelaneyA([9, 10, 8, 7, 10], [6, 8, 7, 5, 9, 4]); // ~> 0.85
 * ```
 */
export function varghaDelaneyA(first: Iterable<number>, second: Iterable<number>): number {
  const { larger, tied, pairs } = countPairs(first, second);
  return (larger + tied / 2) / pairs;
}

/**
 * Cliff's delta: how much more often a value of the first sample is larger than one of the second than the other way round.
 *
 * It is twice `varghaDelaneyA` minus 1, and the rank-biserial correlation.
 *
 * @param first - Values of the first sample.
 * @param second - Values of the second sample.
 * @returns From -1 (all smaller) to 1 (all larger); NaN with an empty sample or a NaN among the values.
 * @remarks Cliff, N. (1993), Dominance statistics: ordinal analyses to answer ordinal questions, Psychological Bulletin 114,
 * 494-509, https://doi.org/10.1037/0033-2909.114.3.494
 * @example
 * ```ts
 * import { cliffsDelta } from 'cx-scoring/statistics';
 * cliffsDelta([9, 10, 8, 7, 10], [6, 8, 7, 5, 9, 4]); // ~> 0.7
 * ```
 */
export function cliffsDelta(first: Iterable<number>, second: Iterable<number>): number {
  const { larger, tied, pairs } = countPairs(first, second);
  return (2 * larger + tied - pairs) / pairs;
}

function countPairs(
  first: Iterable<number>,
  second: Iterable<number>,
): { readonly larger: number; readonly tied: number; readonly pairs: number } {
  const x = sortedCopy(first);
  const y = sortedCopy(second);
  let larger = 0;
  let tied = 0;
  // Both pointers only advance: x is sorted, too.
  for (let i = 0, below = 0, upTo = 0; i < x.length; i++) {
    const value = x[i] as number;
    while (below < y.length && (y[below] as number) < value) below++;
    while (upTo < y.length && (y[upTo] as number) <= value) upTo++;
    larger += below;
    tied += upTo - below;
  }
  const isInDomain = x.length > 0 && y.length > 0 && hasNoNaN(x) && hasNoNaN(y);
  return { larger, tied, pairs: isInDomain ? x.length * y.length : NaN };
}
