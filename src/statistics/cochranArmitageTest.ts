import { normalPValue } from './alternative.js';
import type { Alternative } from './alternative.js';
import { isSuccessCount } from './successCount.js';
import { sum } from './sum.js';

/** Options of `cochranArmitageTest`. */
export interface CochranArmitageOptions {
  /** A number for each group, in what proportions are taken to rise or fall evenly; 1, 2, 3 … by default. */
  readonly scores?: ArrayLike<number> | undefined;
  /** Which side counts, `'two-sided'` by default; `'greater'` is a proportion that rises with the scores. */
  readonly alternative?: Alternative | undefined;
}

/** Outcome of `cochranArmitageTest`. */
export interface CochranArmitageTest {
  /** Change of the proportion for one unit of score, by weighted least squares. */
  readonly slope: number;
  /** Signed z; its square is the chi-square with one degree of freedom. */
  readonly statistic: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
}

/**
 * The Cochran-Armitage test: does a proportion rise or fall over ordered groups?
 *
 * Use it for satisfied shares over size classes, tenure or quarters; against any difference use `chiSquaredTest`.
 *
 * @param successes - Successes of each group, two groups or more.
 * @param trials - Trials of each group, above zero.
 * @param options - Scores and alternative.
 * @returns Slope, z and p-value; z and p-value are NaN when nobody or everybody succeeded, all are NaN when all scores are equal or
 * outside the domain.
 * @remarks Armitage, P. (1955), Tests for linear trends in proportions and frequencies, Biometrics 11, 375-386,
 * https://doi.org/10.2307/3001775; R's `prop.trend.test`.
 * @example
 * ```ts
 * import { cochranArmitageTest } from 'cx-scoring/statistics';
 * const test = cochranArmitageTest([83, 90, 129, 70], [86, 93, 136, 82]);
 * test.statistic ** 2; // ~> 8.2249222852
 * test.pValue; // ~> 0.0041318975
 * ```
 */
export function cochranArmitageTest(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  options: CochranArmitageOptions = {},
): CochranArmitageTest {
  const sizes = Array.from(trials);
  const { scores = sizes.map((_, i) => i + 1), alternative } = options;
  const isInDomain =
    successes.length === sizes.length &&
    scores.length === sizes.length &&
    sizes.every((n, i) => isSuccessCount(successes[i] as number, n) && Number.isFinite(scores[i]));
  const total = isInDomain ? sum(sizes) : NaN;
  const pooled = sum(Array.from(successes)) / total;
  const origin = scores[0] ?? NaN;
  const distances = Array.from(scores, (score) => score - origin);
  const center = sum(distances.map((distance, i) => distance * (sizes[i] as number))) / total;
  const centered = distances.map((distance) => distance - center);
  const products = sum(
    centered.map((distance, i) => distance * ((successes[i] as number) - pooled * (sizes[i] as number))),
  );
  const squares = sum(centered.map((distance, i) => distance * distance * (sizes[i] as number)));
  const slope = squares > 0 ? products / squares + 0 : NaN;
  const standardError = Math.sqrt((pooled * (1 - pooled)) / squares);
  const statistic = standardError > 0 ? slope / standardError : NaN;
  return { slope, statistic, pValue: normalPValue(statistic, alternative) };
}
