import type { Alternative } from './alternative.js';
import type { Bounds } from '../core/interval.js';
import { midRanks } from './midRanks.js';
import { studentPValue } from './studentPValue.js';
import { tInterval } from './tTest.js';

/** Options of `brunnerMunzelTest`. */
export interface BrunnerMunzelTestOptions {
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Which side counts, `'two-sided'` by default; `'greater'` is a first sample that tends to be larger. */
  readonly alternative?: Alternative | undefined;
}

/** Outcome of `brunnerMunzelTest`. */
export interface BrunnerMunzelTest {
  /** Probability that a value of the first sample is larger than one of the second, ties counting half. */
  readonly superiority: number;
  /** Two-sided interval of that probability, not clipped to 0 and 1. */
  readonly interval: Bounds;
  /** Its distance from one half in standard errors. */
  readonly statistic: number;
  /** Satterthwaite's degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
}

/**
 * The Brunner-Munzel test: is a value of one sample as likely to be the larger as the smaller, whatever the spreads and shapes?
 *
 * Use it in place of the Mann-Whitney test when the samples may differ in spread; from about 10 values a sample.
 *
 * @param first - Values of the first sample, two or more.
 * @param second - Values of the second sample, two or more.
 * @param options - Confidence and alternative.
 * @returns Probability of superiority with its interval, statistic, degrees of freedom and p-value. Statistic, degrees and p-value
 * are NaN when the ranks have no spread, as in samples that do not overlap: use the exact `mannWhitneyTest` there. All are NaN
 * below two values or with a NaN among them.
 * @remarks Brunner, E. and Munzel, U. (2000), The nonparametric Behrens-Fisher problem: asymptotic theory and a small-sample
 * approximation, Biometrical Journal 42, 17-25.
 * @example
 * ```ts
 * import { brunnerMunzelTest } from 'cx-scoring/statistics';
 * const treated = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
 * const test = brunnerMunzelTest(treated, [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]);
 * test.superiority; // ~> 0.7889610390
 * test.pValue; // ~> 0.0057862087
 * ```
 */
export function brunnerMunzelTest(
  first: Iterable<number>,
  second: Iterable<number>,
  options: BrunnerMunzelTestOptions = {},
): BrunnerMunzelTest {
  const { confidence = 0.95, alternative = 'two-sided' } = options;
  const x = Array.from(first);
  const y = Array.from(second);
  const [m, n] = x.length > 1 && y.length > 1 ? [x.length, y.length] : [NaN, NaN];
  const pooled = midRanks([...x, ...y]);
  const a = placements(pooled.slice(0, x.length), midRanks(x));
  const b = placements(pooled.slice(x.length), midRanks(y));
  const superiority = (a.mean / n) * (m / m);
  const squaredErrorX = a.variance / (m * n * n);
  const squaredErrorY = b.variance / (n * m * m);
  const squaredError = squaredErrorX + squaredErrorY;
  const shareX = squaredErrorX / squaredError;
  const shareY = squaredErrorY / squaredError;
  const degreesOfFreedom = 1 / (shareX ** 2 / (m - 1) + shareY ** 2 / (n - 1));
  const standardError = Math.sqrt(squaredError);
  const statistic = standardError > 0 ? (superiority - 0.5) / standardError : NaN;
  return {
    superiority,
    interval: tInterval(superiority, standardError, degreesOfFreedom, confidence),
    statistic,
    degreesOfFreedom,
    pValue: studentPValue(statistic, degreesOfFreedom, alternative),
  };
}

// How many of the other sample each value beats, ties half: its rank among all less its rank among its own.
function placements(
  overall: readonly number[],
  within: readonly number[],
): { readonly mean: number; readonly variance: number } {
  const size = overall.length;
  const wins = overall.map((rank, i) => rank - (within[i] as number));
  const mean = wins.reduce((sum, win) => sum + win, 0) / size;
  return { mean, variance: wins.reduce((sum, win) => sum + (win - mean) ** 2, 0) / (size - 1) };
}
