import { groupMoments } from './groupMoments.js';
import { logGammaIncrease } from './stirling.js';
import type { Sample } from './tTest.js';

/** Options of `hedgesG`. */
export interface HedgesGOptions {
  /** `'exact'` (default, by gamma functions) or `'approximate'` (`1 - 3 / (4 (n1 + n2) - 9)`). */
  readonly correction?: 'exact' | 'approximate' | undefined;
}

/**
 * Cohen's d: the difference of two means in pooled standard deviations.
 *
 * Around 0.2 is called small, 0.5 medium, 0.8 large. In small samples it is too large; use `hedgesG`.
 *
 * @param first - Values, or their size, mean and standard deviation.
 * @param second - The other sample.
 * @returns Above zero when the first mean is larger; NaN with an empty sample, below three values in all, or without spread.
 * @remarks Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 2.
 * @example
 * ```ts
 * import { cohenD } from 'cx-scoring/statistics';
 * cohenD([5, 4, 4, 3, 5, 2, 4], [3, 2, 4, 3, 1, 3, 2, 4, 3]); // ~> 1.0637993768
 * ```
 */
export function cohenD(first: Sample, second: Sample): number {
  return pooledDifference(first, second).d;
}

/**
 * Hedges' g: Cohen's d without its bias in small samples.
 *
 * @param first - Values, or their size, mean and standard deviation.
 * @param second - The other sample.
 * @param options - Which correction.
 * @returns Above zero when the first mean is larger; NaN with an empty sample, below four values in all, or without spread.
 * @remarks Hedges, L. (1981), Distribution theory for Glass's estimator of effect size and related estimators, Journal of
 * Educational Statistics 6, 107-128, https://doi.org/10.3102/10769986006002107
 * @example
 * ```ts
 * import { hedgesG } from 'cx-scoring/statistics';
 * hedgesG([5, 4, 4, 3, 5, 2, 4], [3, 2, 4, 3, 1, 3, 2, 4, 3]); // ~> 1.0055964973
 * ```
 */
export function hedgesG(first: Sample, second: Sample, options: HedgesGOptions = {}): number {
  const { d, degreesOfFreedom } = pooledDifference(first, second);
  if (!(degreesOfFreedom >= 2)) return NaN;
  if (options.correction === 'approximate') return d * (1 - 3 / (4 * degreesOfFreedom - 1));
  return d * Math.exp(logGammaIncrease((degreesOfFreedom - 1) / 2, 0.5)) * Math.sqrt(2 / degreesOfFreedom);
}

/**
 * Glass's delta: the difference of two means in standard deviations of the second sample.
 *
 * Use it when the second sample is the reference, such as a control group, whose spread the first may have changed.
 *
 * @param first - Values, or their size, mean and standard deviation.
 * @param second - The reference.
 * @returns Above zero when the first mean is larger; NaN with an empty first sample, below two values in the second, or without
 * spread there.
 * @remarks Glass, G. (1976), Primary, secondary, and meta-analysis of research, Educational Researcher 5(10), 3-8,
 * https://doi.org/10.3102/0013189X005010003
 * @example
 * ```ts
 * import { glassDelta } from 'cx-scoring/statistics';
 * glassDelta([5, 4, 4, 3, 5, 2, 4], [3, 2, 4, 3, 1, 3, 2, 4, 3]); // ~> 1.1106575038
 * ```
 */
export function glassDelta(first: Sample, second: Sample): number {
  const [a, b] = groupMoments([first, second]);
  return a !== undefined && b !== undefined && b.variance > 0 ? (a.offset - b.offset) / Math.sqrt(b.variance) + 0 : NaN;
}

function pooledDifference(first: Sample, second: Sample): { readonly d: number; readonly degreesOfFreedom: number } {
  const groups = groupMoments([first, second]);
  let squares = 0;
  let degreesOfFreedom = -2;
  let difference = 0;
  for (const [i, { n, offset, variance }] of groups.entries()) {
    squares += n === 1 ? 0 : (n - 1) * variance;
    degreesOfFreedom += n;
    difference += i === 0 ? offset : -offset;
  }
  const deviation = Math.sqrt(squares / degreesOfFreedom);
  return { d: degreesOfFreedom > 0 && deviation > 0 ? difference / deviation + 0 : NaN, degreesOfFreedom };
}
