import { findRoot } from './findRoot.js';
import { nonCentralTLowerTail, nonCentralTUpperTail } from './nonCentralT.js';
import type { SampleSize } from './sampleSize.js';
import { studentTUpperQuantile } from './studentT.js';

/**
 * Which rejections count as power: those on `'either-side'`, or on the `'expected-side'` only. They differ only where the power
 * is low, by at most half of the significance level.
 */
export type CountedRejections = 'either-side' | 'expected-side';

/** With fewer units per group there is no standard deviation to test with. */
const SMALLEST = 2;

/**
 * Power of the two-sided t test of equal means in two groups of equal size.
 *
 * Use it to plan the comparison of two mean ratings.
 *
 * @param effect - Difference worth detecting in standard deviations of one answer (Cohen's d), of either sign.
 * @param size - Number of units in each group, at least 2; it need not be whole.
 * @param alpha - Significance level, strictly between 0 and 1.
 * @param counted - `'either-side'` unless given, as is R's `power.t.test(strict = TRUE)`; `'expected-side'` is its default.
 * @returns Power, from 0 to 1; `alpha` for no effect, half of it on the expected side only; NaN outside the domain.
 * @remarks The noncentral t distribution with 2(n - 1) degrees of freedom and noncentrality d √(n/2): Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 2.
 * @example
 * ```ts
 * import { tTestPower } from 'cx-scoring/statistics';
 * tTestPower(0.5, 64); // ~> 0.8014596
 * ```
 */
export function tTestPower(
  effect: number,
  size: number,
  alpha: number = 0.05,
  counted: CountedRejections = 'either-side',
): number {
  if (!(size >= SMALLEST && alpha < 1)) return NaN;
  const degreesOfFreedom = 2 * (size - 1);
  const shift = Math.abs(effect) * Math.sqrt(size / 2);
  const critical = studentTUpperQuantile(alpha / 2, degreesOfFreedom);
  const expected = nonCentralTUpperTail(critical, degreesOfFreedom, shift);
  return counted === 'expected-side' ? expected : expected + nonCentralTLowerTail(-critical, degreesOfFreedom, shift);
}

/**
 * Number of units per group with which the two-sided t test of equal means reaches a wanted power.
 *
 * Use it to plan the comparison of two mean ratings.
 *
 * @param effect - Difference worth detecting in standard deviations of one answer (Cohen's d), of either sign but not 0.
 * @param power - Wanted power, strictly between 0 and 1, such as 0.8.
 * @param alpha - Significance level, strictly between 0 and 1 and below the power.
 * @param counted - As for `tTestPower`.
 * @returns The size of each group, at least 2; NaN outside the domain.
 * @remarks `tTestPower` solved for the size.
 * @example
 * ```ts
 * import { tTestSampleSize } from 'cx-scoring/statistics';
 * tTestSampleSize(0.5, 0.8).required; // => 64
 * ```
 */
export function tTestSampleSize(
  effect: number,
  power: number,
  alpha: number = 0.05,
  counted: CountedRejections = 'either-side',
): SampleSize {
  if (!(power > alpha && power < 1)) return { continuous: NaN, required: NaN };
  const excess = (size: number): number => tTestPower(effect, size, alpha, counted) - power;
  if (excess(SMALLEST) >= 0) return { continuous: SMALLEST, required: SMALLEST };
  let enough = 2 * SMALLEST;
  while (excess(enough) < 0) enough *= 2;
  const continuous = findRoot(excess, enough / 2, enough);
  return { continuous, required: Math.ceil(continuous) };
}
