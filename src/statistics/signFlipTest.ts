import { NO_PERMUTATIONS, tallyPermutations } from './permutationTally.js';
import type { PermutationTest, PermutationTestOptions } from './permutationTally.js';
import { sum } from './sum.js';

/**
 * The permutation test of paired differences: how often would random signs give a mean as far from zero?
 *
 * Use it for few pairs or odd distributions in place of `pairedTTest`.
 *
 * @param differences - One difference for each pair, such as after minus before.
 * @param options - Alternative, random numbers and limits.
 * @returns Mean difference, number and variance of the sign patterns, p-value and method; variance and p-value are NaN when there
 * are too many patterns and no `random` is given, all are NaN without differences or with one that is not finite.
 * @remarks Fisher, R. (1935), The Design of Experiments, section 21.
 * @example
 * ```ts
 * import { signFlipTest } from 'cx-scoring/statistics';
 * signFlipTest([1.5, -0.5, 2, 3, -1, 0.25]).pValue; // => 0.25
 * ```
 */
export function signFlipTest(differences: ArrayLike<number>, options: PermutationTestOptions = {}): PermutationTest {
  const values = Array.from(differences);
  const n = values.length;
  if (n === 0 || !values.every(Number.isFinite)) return NO_PERMUTATIONS;
  const observed = sum(values) / n;
  const statistic = {
    observed,
    permutations: 2 ** n,
    rounding: 1e-12 * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
    count: (visit: (mean: number) => void) => {
      const flip = (i: number, total: number): void => {
        if (i === n) {
          visit(total / n);
          return;
        }
        flip(i + 1, total + (values[i] as number));
        flip(i + 1, total - (values[i] as number));
      };
      flip(0, 0);
    },
    draw: (random: () => number) =>
      values.reduce((total, value) => (random() < 0.5 ? total - value : total + value), 0) / n,
  };
  return tallyPermutations(statistic, options);
}
