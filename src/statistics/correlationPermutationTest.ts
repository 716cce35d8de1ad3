import { NO_PERMUTATIONS, tallyPermutations } from './permutationTally.js';
import type { PermutationTest, PermutationTestOptions } from './permutationTally.js';
import { shuffle } from './shuffle.js';
import { mean, sum } from './sum.js';

/**
 * The permutation test of Pearson's correlation: how often would a random pairing correlate as much?
 *
 * Use it for few pairs or odd distributions; given ranks it is the exact test of Spearman's correlation.
 *
 * @param x - Values.
 * @param y - As many values, in the same order of units.
 * @param options - Alternative, random numbers and limits; up to 8 pairs are counted out by default.
 * @returns Correlation, number of pairings, variance over them, p-value and method; variance and p-value are NaN when there are too
 * many and no `random` is given, all are NaN below two pairs, for unequal lengths, for a value that is not finite or without spread.
 * @remarks Pitman, E. (1937), Significance tests which may be applied to samples from any populations: II. The correlation
 * coefficient test, Supplement to JRSS 4, 225-232, https://doi.org/10.2307/2983647
 * @example
 * ```ts
 * import { correlationPermutationTest } from 'cx-scoring/statistics';
 * const test = correlationPermutationTest([1, 2, 4, 5, 7, 9], [2, 1, 5, 6, 6, 10]);
 * test.observed; // ~> 0.9474304378
 * test.pValue; // ~> 0.0111111111
 * ```
 */
export function correlationPermutationTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: PermutationTestOptions = {},
): PermutationTest {
  const first = standardize(x);
  const second = standardize(y);
  if (first === undefined || second === undefined || first.length !== second.length) return NO_PERMUTATIONS;
  const n = first.length;
  const correlation = (order: readonly number[]): number =>
    order.reduce((total, j, i) => total + (first[i] as number) * (second[j] as number), 0);
  const order = first.map((_, i) => i);
  const statistic = {
    observed: Math.max(-1, Math.min(1, correlation(order))),
    permutations: order.reduce((ways, i) => ways * (i + 1), 1),
    rounding: 1e-12,
    count: (visit: (value: number) => void) => {
      const rest = order.slice();
      const assign = (i: number, total: number): void => {
        if (i === n) {
          visit(total);
          return;
        }
        for (let k = i; k < n; k++) {
          const chosen = rest[k] as number;
          rest[k] = rest[i] as number;
          rest[i] = chosen;
          assign(i + 1, total + (first[i] as number) * (second[chosen] as number));
          rest[i] = rest[k] as number;
          rest[k] = chosen;
        }
      };
      assign(0, 0);
    },
    draw: (random: () => number) => {
      shuffle(order, random);
      return correlation(order);
    },
  };
  return tallyPermutations(statistic, options);
}

// Distances from the mean, of length 1; undefined without spread.
function standardize(values: ArrayLike<number>): number[] | undefined {
  const origin = values[0] ?? NaN;
  const shifted = Array.from(values, (value) => value - origin);
  const center = mean(shifted);
  const distances = shifted.map((value) => value - center);
  const length = Math.sqrt(sum(distances.map((distance) => distance * distance)));
  return length > 0 && length < Infinity ? distances.map((distance) => distance / length) : undefined;
}
