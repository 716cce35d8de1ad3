import type { Bounds } from '../core/interval.js';
import type { Alternative } from './alternative.js';
import { fLowerTail, fQuantile, fUpperQuantile, fUpperTail } from './fDistribution.js';
import type { FTest } from './fTest.js';
import { groupMoments } from './groupMoments.js';
import type { Sample } from './tTest.js';

/** Options of `varianceRatioTest`. */
export interface VarianceRatioTestOptions {
  /** The ratio to test, above zero, 1 by default. */
  readonly hypothesized?: number | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Which side counts for the p-value, `'two-sided'` by default; the interval stays two-sided. */
  readonly alternative?: Alternative | undefined;
}

/** Outcome of `varianceRatioTest`. */
export interface VarianceRatioTest extends FTest {
  /** First variance over second. */
  readonly ratio: number;
  /** Two-sided interval of the ratio. */
  readonly interval: Bounds;
}

/**
 * The F test of two variances: do two groups spread alike?
 *
 * It leans on normality; for scores use `leveneTest`. To compare means, Welch's test needs no such test before it.
 *
 * @param first - Values, or their size, mean and standard deviation.
 * @param second - The other sample.
 * @param options - Hypothesised ratio, confidence and alternative.
 * @returns Ratio, F (the ratio over the hypothesised one), degrees of freedom, p-value and interval; NaN below two values, or
 * without spread in either sample.
 * @remarks Snedecor, G. and Cochran, W. (1989), Statistical Methods, 8th edition, section 6.12; R's `var.test`.
 * @example
 * ```ts
 * import { varianceRatioTest } from 'cx-scoring/statistics';
 * const test = varianceRatioTest([5, 4, 4, 3, 5, 2, 4], [3, 2, 4, 3, 1, 3, 2, 4, 3]);
 * test.ratio; // ~> 1.2100840336
 * test.pValue; // ~> 0.7804131596
 * ```
 */
export function varianceRatioTest(
  first: Sample,
  second: Sample,
  options: VarianceRatioTestOptions = {},
): VarianceRatioTest {
  const { hypothesized = 1, confidence = 0.95, alternative = 'two-sided' } = options;
  const [a] = groupMoments([first]);
  const [b] = groupMoments([second]);
  const ratio = a !== undefined && b !== undefined && a.variance > 0 && b.variance > 0 ? a.variance / b.variance : NaN;
  const numeratorDegreesOfFreedom = (a?.n ?? NaN) - 1;
  const denominatorDegreesOfFreedom = (b?.n ?? NaN) - 1;
  const statistic = hypothesized > 0 ? ratio / hypothesized : NaN;
  const less = fLowerTail(statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
  const greater = fUpperTail(statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
  const tail = confidence > 0 && confidence < 1 ? (1 - confidence) / 2 : NaN;
  return {
    ratio,
    statistic,
    numeratorDegreesOfFreedom,
    denominatorDegreesOfFreedom,
    pValue:
      alternative === 'less' ? less : alternative === 'greater' ? greater : Math.min(1, 2 * Math.min(less, greater)),
    interval: {
      lower: ratio / fUpperQuantile(tail, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom),
      upper: ratio / fQuantile(tail, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom),
    },
  };
}
