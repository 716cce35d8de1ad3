import type { Bounds } from '../core/interval.js';
import { studentTLowerTail, studentTUpperTail } from './studentT.js';
import { tInterval } from './tTest.js';

/** Options of `equivalenceTest`. */
export interface EquivalenceTestOptions {
  /** Degrees of freedom of the standard error, above zero; Infinity, the normal law, by default. */
  readonly degreesOfFreedom?: number | undefined;
  /** Level of each of the two tests, strictly between 0 and one half, 0.05 by default. */
  readonly alpha?: number | undefined;
}

/** Outcome of `equivalenceTest`. */
export interface EquivalenceTest {
  /** P-value of the test against a difference at or below the lower margin. */
  readonly lowerPValue: number;
  /** P-value of the test against a difference at or above the upper margin. */
  readonly upperPValue: number;
  /** The larger of the two: below alpha the difference is shown to lie within the margins. */
  readonly pValue: number;
  /** Interval of confidence `1 - 2 alpha`: it lies within the margins when, and only when, the p-value is below alpha. */
  readonly interval: Bounds;
}

/**
 * Two one-sided tests (TOST): is a difference shown to be too small to matter?
 *
 * Use it before saying "stable" or "equal": that no difference was found does not show that there is none.
 *
 * @param difference - The estimated difference.
 * @param standardError - Its standard error, above zero.
 * @param margin - The largest difference that does not matter, above zero, or a lower and an upper margin.
 * @param options - Degrees of freedom and level.
 * @returns Both one-sided p-values, the larger of them, and the interval; NaN outside the domain.
 * @remarks Schuirmann, D. (1987), A comparison of the two one-sided tests procedure and the power approach for assessing the
 * equivalence of average bioavailability, Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680,
 * https://doi.org/10.1007/BF01068419
 * @example
 * ```ts
 * import { equivalenceTest } from 'cx-scoring/statistics';
 * equivalenceTest(0.02, 0.0489897949, 0.1).pValue; // ~> 0.0512352
 * ```
 */
export function equivalenceTest(
  difference: number,
  standardError: number,
  margin: number | Bounds,
  options: EquivalenceTestOptions = {},
): EquivalenceTest {
  const { degreesOfFreedom = Infinity, alpha = 0.05 } = options;
  const { lower, upper } = typeof margin === 'number' ? { lower: -margin, upper: margin } : margin;
  const isInDomain = standardError > 0 && standardError < Infinity && lower < upper && alpha > 0 && alpha < 0.5;
  const error = isInDomain ? standardError : NaN;
  const lowerPValue = studentTUpperTail((difference - lower) / error, degreesOfFreedom);
  const upperPValue = studentTLowerTail((difference - upper) / error, degreesOfFreedom);
  return {
    lowerPValue,
    upperPValue,
    pValue: Math.max(lowerPValue, upperPValue),
    interval: tInterval(difference, error, degreesOfFreedom, 1 - 2 * alpha),
  };
}
