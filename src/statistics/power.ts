import { normalLowerTail, normalUpperQuantile, normalUpperTail } from './normal.js';
import type { SampleSize } from './sampleSize.js';

const NO_SIZE: SampleSize = { continuous: NaN, required: NaN };

/**
 * Power of the two-sided z test of equal shares in two groups of equal size.
 *
 * Use it before a comparison, with the shares worth detecting; power computed from the shares observed says nothing new.
 *
 * @param first - Share in the first group, from 0 to 1.
 * @param second - Share in the second group, from 0 to 1.
 * @param size - Number of units in each group, above 0.
 * @param alpha - Significance level, strictly between 0 and 1.
 * @returns Power, from 0 to 1; NaN outside the domain and where neither share varies, both being 0 or 1.
 * @remarks Fleiss (1981), Statistical Methods for Rates and Proportions, 2nd edition, section 3.2: pooled variance for the critical
 * value, separate ones for the alternative; rejection on the wrong side is left out, as R's `power.prop.test` does.
 * @example
 * ```ts
 * import { twoProportionPower } from 'cx-scoring/statistics';
 * twoProportionPower(0.5, 0.6, 100); // ~> 0.2941273
 * ```
 */
export function twoProportionPower(first: number, second: number, size: number, alpha: number = 0.05): number {
  if (!(isShare(first) && isShare(second) && size > 0 && isLevel(alpha))) return NaN;
  const { pooled, separate } = deviations(first, second);
  if (separate === 0) return NaN;
  const critical = normalUpperQuantile(alpha / 2) * pooled;
  return normalLowerTail((Math.sqrt(size) * Math.abs(first - second) - critical) / separate);
}

/**
 * Number of units per group with which the two-sided z test of equal shares reaches a wanted power.
 *
 * Use it to plan a comparison of two segments or of two periods of the same process.
 *
 * @param first - Share in the first group, from 0 to 1.
 * @param second - Share in the second group, from 0 to 1 and different from the first.
 * @param power - Wanted power, strictly between 0 and 1, such as 0.8.
 * @param alpha - Significance level, strictly between 0 and 1 and below the power.
 * @returns The size of each group; NaN outside the domain.
 * @remarks The inverse of `twoProportionPower`, in closed form.
 * @example
 * ```ts
 * import { twoProportionSampleSize } from 'cx-scoring/statistics';
 * twoProportionSampleSize(0.5, 0.6, 0.8).required; // => 388
 * ```
 */
export function twoProportionSampleSize(
  first: number,
  second: number,
  power: number,
  alpha: number = 0.05,
): SampleSize {
  if (!(isShare(first) && isShare(second) && first !== second && isPlan(power, alpha))) return NO_SIZE;
  const { pooled, separate } = deviations(first, second);
  const distance = normalUpperQuantile(alpha / 2) * pooled + normalUpperQuantile(1 - power) * separate;
  return sized((distance / (first - second)) ** 2);
}

/**
 * Power of the two-sided comparison of two shares on the arcsine scale, in groups of equal size.
 *
 * Use it to speak in Cohen's h, whose meaning does not depend on where the shares lie.
 *
 * @param first - Share in the first group, from 0 to 1.
 * @param second - Share in the second group, from 0 to 1.
 * @param size - Number of units in each group, above 0.
 * @param alpha - Significance level, strictly between 0 and 1.
 * @returns Power, from 0 to 1, rejection on either side counted; `alpha` for equal shares; NaN outside the domain.
 * @remarks Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 6:
 * h = 2 asin √p₁ - 2 asin √p₂.
 * @example
 * ```ts
 * import { arcsinePower } from 'cx-scoring/statistics';
 * arcsinePower(0.5, 0.6, 100); // ~> 0.2962854
 * ```
 */
export function arcsinePower(first: number, second: number, size: number, alpha: number = 0.05): number {
  if (!(size > 0 && isLevel(alpha))) return NaN;
  const shift = effect(first, second) * Math.sqrt(size / 2);
  const critical = normalUpperQuantile(alpha / 2);
  return normalUpperTail(critical - shift) + normalUpperTail(critical + shift);
}

/**
 * Number of units per group with which the comparison of two shares on the arcsine scale reaches a wanted power.
 *
 * Use it where an effect is planned as Cohen's h; for shares near 0 or 1 it asks for a little less than the z test.
 *
 * @param first - Share in the first group, from 0 to 1.
 * @param second - Share in the second group, from 0 to 1 and different from the first.
 * @param power - Wanted power, strictly between 0 and 1, such as 0.8.
 * @param alpha - Significance level, strictly between 0 and 1 and below the power.
 * @returns The size of each group; NaN outside the domain.
 * @remarks `2 ((z of alpha/2 + z of power) / h)²`, Cohen (1988), section 6.4: rejection on the wrong side is left out, which matters
 * only for a power barely above `alpha`.
 * @example
 * ```ts
 * import { arcsineSampleSize } from 'cx-scoring/statistics';
 * arcsineSampleSize(0.5, 0.6, 0.8).required; // => 388
 * ```
 */
export function arcsineSampleSize(first: number, second: number, power: number, alpha: number = 0.05): SampleSize {
  if (!(first !== second && isPlan(power, alpha))) return NO_SIZE;
  return sized(2 * ((normalUpperQuantile(alpha / 2) + normalUpperQuantile(1 - power)) / effect(first, second)) ** 2);
}

/** Root of twice the pooled variance, and of the sum of the separate ones. */
function deviations(first: number, second: number): { readonly pooled: number; readonly separate: number } {
  const mean = (first + second) / 2;
  return {
    pooled: Math.sqrt(2 * mean * (1 - mean)),
    separate: Math.sqrt(first * (1 - first) + second * (1 - second)),
  };
}

/** Cohen's h without its sign; NaN when a share is off 0 to 1. */
function effect(first: number, second: number): number {
  return Math.abs(2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second)));
}

function sized(continuous: number): SampleSize {
  return { continuous, required: Math.max(Math.ceil(continuous), 1) };
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function isLevel(alpha: number): boolean {
  return alpha > 0 && alpha < 1;
}

function isPlan(power: number, alpha: number): boolean {
  return isLevel(alpha) && power > alpha && power < 1;
}
