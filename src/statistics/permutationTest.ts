import { exactPValue } from './exactPValue.js';
import { NO_PERMUTATIONS, tallyPermutations } from './permutationTally.js';
import type { PermutationTest, PermutationTestOptions, PermutedStatistic } from './permutationTally.js';
import { shuffle } from './shuffle.js';
import { subsetSumDistribution } from './subsetSums.js';
import { sum } from './sum.js';

/**
 * The permutation test of a difference of means: how often would a random split into two groups differ as much?
 *
 * Use it for small samples, below about 15 a group, or odd distributions; values -1, 0 and 1 give the test of a net score. It
 * takes the values as exchangeable: when several come from one account use `clusteredPermutationTest`.
 *
 * @param first - Values of the first group.
 * @param second - Values of the second group.
 * @param options - Alternative, random numbers and limits. Whole numbers are counted out whatever the limit, up to some hundred
 * values, by the distribution of their sums.
 * @returns Difference (first minus second), number and variance of the permutations, p-value and method; variance and p-value are
 * NaN when there are too many permutations and no `random` is given, all are NaN with an empty group or a value that is not finite.
 * @remarks Fisher, R. (1935), The Design of Experiments, section 21; Pitman, E. (1937), https://doi.org/10.2307/2984124
 * @example
 * ```ts
 * import { permutationTest } from 'cx-scoring/statistics';
 * const test = permutationTest([9, 10, 8, 7, 10], [6, 8, 7, 5, 9, 4]);
 * test.pValue; // ~> 0.0627705628
 * test.permutations; // => 462
 * ```
 */
export function permutationTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: PermutationTestOptions = {},
): PermutationTest {
  const values = [...Array.from(first), ...Array.from(second)];
  const size = first.length;
  const statistic = splitStatistic(
    values,
    values.map(() => 1),
    size,
  );
  if (statistic === undefined) return NO_PERMUTATIONS;
  const drawn = values.slice(0, size).reduce((total, value) => total + value, 0);
  const mean = (size * sum(values)) / values.length;
  const distribution = subsetSumDistribution(values, size);
  const pValue = exactPValue(distribution, drawn, mean, options.alternative ?? 'two-sided');
  if (Number.isNaN(pValue)) return tallyPermutations(statistic, options);
  const { observed, permutations } = statistic;
  const n = values.length;
  const squares = sum(values.map((value) => (value - mean / size) ** 2));
  return { observed, permutations, variance: (squares * n) / ((n - 1) * size * (n - size)), pValue, method: 'exact' };
}

/**
 * The permutation test of a difference of means when values come in clusters, such as the answers of an account: whole clusters
 * change groups.
 *
 * @param first - Clusters of the first group, each with its values.
 * @param second - Clusters of the second group.
 * @param options - Alternative, random numbers and limits.
 * @returns Difference of the means over all values (first minus second), number and variance of the permutations of clusters,
 * p-value and method; NaN as for `permutationTest`, and when a cluster is empty.
 * @remarks As for `permutationTest`; exchangeable are the clusters.
 * @example
 * ```ts
 * import { clusteredPermutationTest } from 'cx-scoring/statistics';
 * const test = clusteredPermutationTest([[9, 10, 10], [8, 9]], [[6, 7], [5], [8, 7, 6]]);
 * test.permutations; // => 10
 * test.pValue; // ~> 0.1
 * ```
 */
export function clusteredPermutationTest(
  first: readonly ArrayLike<number>[],
  second: readonly ArrayLike<number>[],
  options: PermutationTestOptions = {},
): PermutationTest {
  const clusters = [...first, ...second].map((cluster) => Array.from(cluster));
  const statistic = splitStatistic(
    clusters.map((cluster) => sum(cluster)),
    clusters.map(({ length }) => length),
    first.length,
  );
  return statistic === undefined ? NO_PERMUTATIONS : tallyPermutations(statistic, options);
}

// The difference of two ratios of sums when units are split at random into `size` and the rest.
function splitStatistic(
  sums: readonly number[],
  counts: readonly number[],
  size: number,
): PermutedStatistic | undefined {
  const n = sums.length;
  const isInDomain = size > 0 && size < n && sums.every(Number.isFinite) && counts.every((count) => count > 0);
  if (!isInDomain) return undefined;
  // About the common mean, so that a large level costs no digits.
  const weight = counts.reduce((total, count) => total + count, 0);
  const level = sum(sums) / weight;
  const distances = sums.map((total, i) => total - level * (counts[i] as number));
  const all = sum(distances);
  const scale = distances.reduce((largest, distance) => Math.max(largest, Math.abs(distance)), 0);
  const difference = (part: number, count: number): number => part / count - (all - part) / (weight - count);
  const add = (units: readonly number[]): number => {
    let part = 0;
    let count = 0;
    for (let i = 0; i < size; i++) {
      part += distances[units[i] as number] as number;
      count += counts[units[i] as number] as number;
    }
    return difference(part, count);
  };
  const units = sums.map((_, i) => i);
  const observed = add(units);
  return {
    observed,
    permutations: choose(n, size),
    rounding: 1e-12 * scale,
    count: (visit) => {
      const take = (from: number, left: number, part: number, count: number): void => {
        if (left === 0) {
          visit(difference(part, count));
          return;
        }
        for (let i = from; i <= n - left; i++) {
          take(i + 1, left - 1, part + (distances[i] as number), count + (counts[i] as number));
        }
      };
      take(0, size, 0, 0);
    },
    draw: (random) => {
      shuffle(units, random, size);
      return add(units);
    },
  };
}

function choose(n: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(size, n - size); i++) ways = Math.round((ways * (n - i + 1)) / i);
  return ways;
}
