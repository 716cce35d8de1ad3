import { normalPValue } from './alternative.js';
import { studentPValue } from './studentPValue.js';

/** Outcome of `correlationDifferenceTest`. */
export interface CorrelationDifferenceTest {
  /** Cohen's q, the difference on Fisher's scale: .1 is small, .3 medium, .5 large. */
  readonly cohenQ: number;
  /** The difference in standard errors. */
  readonly statistic: number;
  /** Probability of a difference at least that large, on either side, when the correlations are equal. */
  readonly pValue: number;
}

/**
 * Compares the correlations of two separate samples on Fisher's scale.
 *
 * @param first - Pearson's correlation in the first sample, -1 to 1 without the ends.
 * @param firstSize - Its number of pairs, above 3.
 * @param second - The correlation in the second sample.
 * @param secondSize - Its number of pairs.
 * @returns Cohen's q (first minus second), z and two-sided p-value; NaN outside the domain.
 * @remarks Fisher, R. (1921), Metron 1, 3-32; Cohen, J. (1988), Statistical Power Analysis, section 4.2.
 * @example
 * ```ts
 * import { correlationDifferenceTest } from 'cx-scoring/statistics';
 * correlationDifferenceTest(0.45, 100, 0.3, 120).pValue; // ~> 0.2020516688
 * ```
 */
export function correlationDifferenceTest(
  first: number,
  firstSize: number,
  second: number,
  secondSize: number,
): CorrelationDifferenceTest {
  const isInDomain = Math.abs(first) < 1 && Math.abs(second) < 1 && firstSize > 3 && secondSize > 3;
  const cohenQ = isInDomain ? Math.atanh(first) - Math.atanh(second) + 0 : NaN;
  const statistic = cohenQ / Math.sqrt(1 / (firstSize - 3) + 1 / (secondSize - 3));
  return { cohenQ, statistic, pValue: normalPValue(statistic) };
}

/** Outcome of `dependentCorrelationTest`. */
export interface DependentCorrelationTest {
  /** Student's t of the difference. */
  readonly statistic: number;
  /** Degrees of freedom, `n - 3`. */
  readonly degreesOfFreedom: number;
  /** Probability of a difference at least that large, on either side, when the correlations are equal. */
  readonly pValue: number;
}

/**
 * Compares two correlations of one sample that share a variable: does the outcome go with the first predictor more closely than with
 * the second? (Williams's test)
 *
 * @param first - Correlation of the shared variable with the first, -1 to 1.
 * @param second - Correlation of the shared variable with the second.
 * @param between - Correlation of the first with the second.
 * @param n - Number of units, above 3.
 * @returns t, degrees of freedom and two-sided p-value; NaN outside the domain, or when no data can have these correlations.
 * @remarks Williams, E. (1959), The comparison of regression variables, JRSS B 21, 396-399,
 * https://doi.org/10.1111/j.2517-6161.1959.tb00346.x; Steiger, J. (1980), Psychological Bulletin 87, 245-251, equation 7.
 * @example
 * ```ts
 * import { dependentCorrelationTest } from 'cx-scoring/statistics';
 * dependentCorrelationTest(0.5, 0.3, 0.4, 103).statistic; // ~> 2.0966664836
 * ```
 */
export function dependentCorrelationTest(
  first: number,
  second: number,
  between: number,
  n: number,
): DependentCorrelationTest {
  const determinant = 1 - first ** 2 - second ** 2 - between ** 2 + 2 * first * second * between;
  const isInDomain =
    Math.max(Math.abs(first), Math.abs(second)) <= 1 && Math.abs(between) < 1 && n > 3 && determinant >= 0;
  const degreesOfFreedom = isInDomain ? n - 3 : NaN;
  const middle = (first + second) / 2;
  const spread = (2 * determinant * (n - 1)) / (n - 3) + middle ** 2 * (1 - between) ** 3;
  const statistic = isInDomain ? (first - second) * Math.sqrt(((n - 1) * (1 + between)) / spread) : NaN;
  return { statistic, degreesOfFreedom, pValue: studentPValue(statistic, degreesOfFreedom) };
}
