import { fUpperTail } from './fDistribution.js';

/** What every test with an F statistic returns. */
export interface FTest {
  /** The F statistic. */
  readonly statistic: number;
  /** Degrees of freedom of the numerator. */
  readonly numeratorDegreesOfFreedom: number;
  /** Degrees of freedom of the denominator, a fraction for Welch's test. */
  readonly denominatorDegreesOfFreedom: number;
  /** Probability of a statistic at least that extreme. */
  readonly pValue: number;
}

/**
 * The F test of a statistic that is large against the hypothesis.
 *
 * @internal
 */
export function upperFTest(statistic: number, numerator: number, denominator: number): FTest {
  return {
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, numerator, denominator),
  };
}
