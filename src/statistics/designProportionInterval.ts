import type { Bounds } from '../core/interval.js';
import { betaQuantile, betaUpperQuantile } from './beta.js';
import { studentTUpperQuantile } from './studentT.js';

/** Options of `designProportionInterval`. */
export interface DesignProportionOptions {
  /** Confidence, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /**
   * `'logit'` (default) is symmetric on the log-odds scale; `'korn-graubard'` is the Clopper-Pearson interval of the effective
   * sample size, conservative and defined for shares of 0 and 1.
   */
  readonly method?: 'logit' | 'korn-graubard' | undefined;
  /** Number of rows: needed for `'korn-graubard'`. */
  readonly sampleSize?: number | undefined;
}

/**
 * Interval for a share estimated under a design, which stays within 0 and 1.
 *
 * Use it instead of `tInterval` for shares from weighted or clustered answers, and in any case for shares near 0 or 1.
 *
 * @param share - The estimated share, 0 to 1.
 * @param standardError - Its standard error under the design, zero or more.
 * @param degreesOfFreedom - Degrees of freedom of that standard error, above 0.
 * @param options - Confidence, method and sample size.
 * @returns Limits between 0 and 1; NaN outside the domain, and with `'logit'` for a share of 0 or 1.
 * @remarks Korn, E. and Graubard, B. (1998), Confidence Intervals for Proportions with Small Expected Number of Positive Counts
 * Estimated from Survey Data, Survey Methodology 24, 193-201: effective size `p(1 - p)/SE²` times the squared ratio of the t
 * quantiles with n - 1 and the design's degrees of freedom. As R's `survey::svyciprop`, methods `xlogit` and `beta`. For a share
 * of 0 or 1 the effective size is the sample size.
 * @example
 * ```ts
 * import { designProportionInterval } from 'cx-scoring/statistics';
 * designProportionInterval(0.2, 0.05, 20); // ~> { lower: 0.115254, upper: 0.324223 }
 * designProportionInterval(0, 0, 20, { method: 'korn-graubard', sampleSize: 40 }).upper; // ~> 0.0881
 * ```
 */
export function designProportionInterval(
  share: number,
  standardError: number,
  degreesOfFreedom: number,
  options: DesignProportionOptions = {},
): Bounds {
  const { confidence = 0.95, method = 'logit', sampleSize = NaN } = options;
  const isInDomain = share >= 0 && share <= 1 && standardError >= 0 && degreesOfFreedom > 0;
  if (!isInDomain || !(confidence > 0 && confidence < 1)) return { lower: NaN, upper: NaN };
  const tail = (1 - confidence) / 2;
  const t = studentTUpperQuantile(tail, degreesOfFreedom);
  const spread = share * (1 - share);
  if (method === 'logit') {
    if (!(spread > 0)) return { lower: NaN, upper: NaN };
    const center = Math.log(share) - Math.log1p(-share);
    const reach = (t * standardError) / spread;
    return { lower: 1 / (1 + Math.exp(reach - center)), upper: 1 / (1 + Math.exp(-reach - center)) };
  }
  if (!(sampleSize > 1)) return { lower: NaN, upper: NaN };
  if (spread > 0 && standardError === 0) return { lower: share, upper: share };
  const size =
    spread === 0 ? sampleSize : (spread / standardError ** 2) * (studentTUpperQuantile(tail, sampleSize - 1) / t) ** 2;
  const successes = size * share;
  const failures = size * (1 - share);
  return {
    lower: share === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: share === 1 ? 1 : betaUpperQuantile(tail, successes + 1, failures),
  };
}
