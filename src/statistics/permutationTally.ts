import type { Random } from '../core/random.js';
import type { Alternative } from './alternative.js';

/** Options of the permutation tests. */
export interface PermutationTestOptions {
  /** Which side counts, `'two-sided'` by default: at least as far from zero as observed. */
  readonly alternative?: Alternative | undefined;
  /** Source of random numbers, such as `createRandom(seed)`, for data with too many permutations to be counted out. */
  readonly random?: Random | undefined;
  /** Number of random permutations, a whole number from 1, 10,000 by default. */
  readonly resamples?: number | undefined;
  /** The most permutations to be counted out, 200,000 by default. */
  readonly limit?: number | undefined;
}

/** Outcome of a permutation test. */
export interface PermutationTest {
  /** The statistic of the data as they are. */
  readonly observed: number;
  /** Number of all permutations; Infinity when it is beyond the range of a double. */
  readonly permutations: number;
  /** Variance of the statistic over the permutations counted or drawn. */
  readonly variance: number;
  /** Probability of a statistic at least that extreme under a random permutation. */
  readonly pValue: number;
  /** Whether all permutations were counted or some drawn at random. */
  readonly method: 'exact' | 'simulated';
}

/**
 * A statistic under permutation.
 *
 * @internal
 */
export interface PermutedStatistic {
  /** The statistic of the data as they are. */
  readonly observed: number;
  /** Number of all permutations. */
  readonly permutations: number;
  /** Largest rounding by which statistics that are equal on paper may differ. */
  readonly rounding: number;
  /** Hands over the statistic of every permutation. */
  readonly count: (add: (statistic: number) => void) => void;
  /** The statistic of a random permutation. */
  readonly draw: (random: Random) => number;
}

/**
 * Counts the permutations at least as extreme as the data: all of them, or some drawn at random when there are too many.
 *
 * @remarks Random permutations are counted with the observed one among them: Phipson, B. and Smyth, G. (2010), Permutation
 * P-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9, 39,
 * https://doi.org/10.2202/1544-6115.1585
 * @internal
 */
export function tallyPermutations(statistic: PermutedStatistic, options: PermutationTestOptions): PermutationTest {
  const { alternative = 'two-sided', random, resamples = 10_000, limit = 200_000 } = options;
  const { observed, permutations, rounding } = statistic;
  let extreme = 0;
  let number = 0;
  let sum = 0;
  let squares = 0;
  const isExtreme = (value: number): boolean => {
    if (alternative === 'less') return value <= observed + rounding;
    if (alternative === 'greater') return value >= observed - rounding;
    return Math.abs(value) >= Math.abs(observed) - rounding;
  };
  const add = (value: number): void => {
    number++;
    if (isExtreme(value)) extreme++;
    sum += value;
    squares += value * value;
  };
  const isExact = permutations <= limit;
  const drawn = random !== undefined && Number.isSafeInteger(resamples) && resamples > 0 ? resamples : 0;
  if (isExact) statistic.count(add);
  else if (random !== undefined) for (let i = 0; i < drawn; i++) add(statistic.draw(random));
  const observations = isExact ? 0 : drawn > 0 ? 1 : NaN;
  return {
    observed,
    permutations,
    variance: Math.max(0, squares / number - (sum / number) ** 2),
    pValue: (extreme + observations) / (number + observations),
    method: isExact ? 'exact' : 'simulated',
  };
}

/**
 * What a permutation test returns outside its domain.
 *
 * @internal
 */
export const NO_PERMUTATIONS: PermutationTest = {
  observed: NaN,
  permutations: NaN,
  variance: NaN,
  pValue: NaN,
  method: 'exact',
};
