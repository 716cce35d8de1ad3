import type { Bounds } from '../core/interval.js';
import type { Alternative } from './alternative.js';
import { addToMoments, createMoments } from './moments.js';
import { momentsMean, momentsVariance } from './momentsSummary.js';
import { studentPValue } from './studentPValue.js';
import { studentTUpperQuantile } from './studentT.js';

/** What a t test needs to know of a sample. */
export interface SampleSummary {
  /** Number of values; an effective size may be a fraction. */
  readonly n: number;
  /** Mean of the values. */
  readonly mean: number;
  /** Sample standard deviation (divisor n - 1). */
  readonly standardDeviation: number;
}

/** A sample: its values or their summary. */
export type Sample = Iterable<number> | SampleSummary;

/** Options of the t tests. */
export interface TTestOptions {
  /** The mean, or the difference of means, to test; 0 by default. */
  readonly hypothesized?: number | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Which side counts for the p-value, `'two-sided'` by default; the interval stays two-sided. */
  readonly alternative?: Alternative | undefined;
}

/** Options of `twoSampleTTest`. */
export interface TwoSampleTTestOptions extends TTestOptions {
  /** `'welch'` (default) lets the variances differ, `'pooled'` takes them as equal (Student's test). */
  readonly variances?: 'welch' | 'pooled' | undefined;
}

/** What every t test returns. */
export interface TTest {
  /** Standard error of the estimate. */
  readonly standardError: number;
  /** Estimate minus hypothesised value, in standard errors. */
  readonly statistic: number;
  /** Degrees of freedom, a fraction for Welch's test. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
  /** Two-sided interval of the estimate. */
  readonly interval: Bounds;
}

/** Outcome of `oneSampleTTest`. */
export interface MeanTTest extends TTest {
  /** Sample mean. */
  readonly mean: number;
}

/** Outcome of `twoSampleTTest` and `pairedTTest`. */
export interface DifferenceTTest extends TTest {
  /** First mean minus second. */
  readonly difference: number;
}

/**
 * The one-sample t test: is the mean what it is held to be?
 *
 * @param sample - Values, or their size, mean and standard deviation.
 * @param options - Hypothesised mean, confidence and alternative.
 * @returns Mean, standard error, t, degrees of freedom, p-value and interval. Below two values all but the mean are NaN; without
 * spread t and the p-value are.
 * @remarks Student (1908), The Probable Error of a Mean, Biometrika 6, 1-25, https://doi.org/10.1093/biomet/6.1.1
 * @example
 * ```ts
 * import { oneSampleTTest } from 'cx-scoring/statistics';
 * const test = oneSampleTTest([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]);
 * test.mean; // => 5.5
 * test.interval.lower; // ~> 4.3689214186
 * oneSampleTTest([1, 2, 3, 4, 5, 6], { hypothesized: 3.385 }).statistic; // ~> 0.1505703443
 * ```
 */
export function oneSampleTTest(sample: Sample, options: TTestOptions = {}): MeanTTest {
  const { n, mean, standardDeviation } = toSampleSummary(sample);
  const standardError = standardDeviation / Math.sqrt(n);
  return { mean, ...tTest(mean, standardError, n - 1, options) };
}

/**
 * The t test of two independent samples, Welch's by default.
 *
 * @param first - Values, or their size, mean and standard deviation.
 * @param second - The other sample.
 * @param options - Hypothesised difference, confidence, alternative and whether the variances are pooled.
 * @returns Difference (first minus second), standard error, t, degrees of freedom, p-value and interval. When a sample has fewer
 * than two values all but the difference are NaN; without spread t and the p-value are.
 * @remarks Welch, B. (1947), The generalization of 'Student's' problem when several different population variances are involved,
 * Biometrika 34, 28-35, https://doi.org/10.1093/biomet/34.1-2.28
 * @example
 * ```ts
 * import { twoSampleTTest } from 'cx-scoring/statistics';
 * const test = twoSampleTTest([5, 4, 4, 3, 5, 2, 4], [3, 2, 4, 3, 1, 3, 2, 4, 3]);
 * test.difference; // ~> 1.0793650794
 * test.degreesOfFreedom; // ~> 12.3615641631
 * test.pValue; // ~> 0.0585177974
 * ```
 */
export function twoSampleTTest(first: Sample, second: Sample, options: TwoSampleTTestOptions = {}): DifferenceTTest {
  const a = toSampleSummary(first);
  const b = toSampleSummary(second);
  const difference = a.mean - b.mean;
  const varianceA = a.standardDeviation ** 2;
  const varianceB = b.standardDeviation ** 2;
  if (options.variances === 'pooled') {
    const degreesOfFreedom = a.n + b.n - 2;
    const pooled = ((a.n - 1) * varianceA + (b.n - 1) * varianceB) / degreesOfFreedom;
    return { difference, ...tTest(difference, Math.sqrt(pooled * (1 / a.n + 1 / b.n)), degreesOfFreedom, options) };
  }
  const squaredErrorA = varianceA / a.n;
  const squaredErrorB = varianceB / b.n;
  const squaredError = squaredErrorA + squaredErrorB;
  // As shares, so that tiny variances do not underflow when squared.
  const shareA = squaredErrorA / squaredError;
  const shareB = squaredErrorB / squaredError;
  const degreesOfFreedom = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  return { difference, ...tTest(difference, Math.sqrt(squaredError), degreesOfFreedom, options) };
}

/**
 * The paired t test: the one-sample test of the differences, for the same units measured twice.
 *
 * @param first - Values.
 * @param second - As many values, in the same order of units.
 * @param options - Hypothesised difference, confidence and alternative.
 * @returns Mean difference (first minus second), standard error, t, degrees of freedom, p-value and interval; all NaN when the
 * lengths differ.
 * @example
 * ```ts
 * import { pairedTTest } from 'cx-scoring/statistics';
 * const test = pairedTTest([5, 7, 3, 6, 9, 4], [6, 7, 5, 6, 10, 3]);
 * test.difference; // => -0.5
 * test.pValue; // ~> 0.2955586447
 * ```
 */
export function pairedTTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: TTestOptions = {},
): DifferenceTTest {
  const isMatched = first.length === second.length;
  const differences = Array.from(first, (value, i) => (isMatched ? value - (second[i] as number) : NaN));
  const { mean: difference, ...test } = oneSampleTTest(differences, options);
  return { difference, ...test };
}

/**
 * The t interval of a mean, or of anything with a standard error on known degrees of freedom.
 *
 * @param mean - The estimate.
 * @param standardError - Its standard error, zero or more.
 * @param degreesOfFreedom - Above zero; a fraction is allowed.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits in the unit of the estimate; NaN outside the domain.
 * @example
 * ```ts
 * import { tInterval } from 'cx-scoring/statistics';
 * tInterval(5.5, 0.5, 9).lower; // ~> 4.3689214186
 * ```
 */
export function tInterval(mean: number, standardError: number, degreesOfFreedom: number, confidence = 0.95): Bounds {
  const isInDomain = standardError >= 0 && confidence > 0 && confidence < 1;
  const reach = isInDomain ? standardError * studentTUpperQuantile((1 - confidence) / 2, degreesOfFreedom) : NaN;
  return { lower: mean - reach, upper: mean + reach };
}

function tTest(estimate: number, standardError: number, degreesOfFreedom: number, options: TTestOptions): TTest {
  const { hypothesized = 0, confidence = 0.95, alternative = 'two-sided' } = options;
  const statistic = standardError > 0 ? (estimate - hypothesized) / standardError : NaN;
  return {
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentPValue(statistic, degreesOfFreedom, alternative),
    interval: tInterval(estimate, standardError, degreesOfFreedom, confidence),
  };
}

function toSampleSummary(sample: Sample): SampleSummary {
  if (!(Symbol.iterator in sample)) return sample;
  const moments = createMoments();
  for (const value of sample) addToMoments(moments, value);
  return {
    n: moments.count,
    mean: momentsMean(moments),
    standardDeviation: Math.sqrt(momentsVariance(moments)),
  };
}
