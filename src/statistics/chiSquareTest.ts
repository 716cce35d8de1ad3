import { chiSquaredUpperTail } from './chiSquared.js';

/** What every test with a chi-square statistic returns. */
export interface ChiSquareTest {
  /** The chi-square statistic. */
  readonly statistic: number;
  /** Its degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large. */
  readonly pValue: number;
}

/**
 * The chi-square test of a statistic that is large against the hypothesis.
 *
 * @internal
 */
export function upperChiSquareTest(statistic: number, degreesOfFreedom: number): ChiSquareTest {
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}
