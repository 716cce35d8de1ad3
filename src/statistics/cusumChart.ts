/** Options of `cusumChart`. */
export interface CusumChartOptions {
  /** Slack k: half the shift to be found, in standard deviations, zero or more; 0.5 by default. */
  readonly slack?: number | undefined;
  /** Decision limit h, in standard deviations, above 0; 5 by default. */
  readonly limit?: number | undefined;
  /** Where both sums begin, from 0 up to the limit; 0 by default, half the limit for a fast initial response. */
  readonly headStart?: number | undefined;
}

/** Both cumulative sums of a process. */
export interface CusumChart {
  /** Sum of what lies above the target, after each value, in standard deviations. */
  readonly upper: number[];
  /** Sum of what lies below the target, after each value, in standard deviations. */
  readonly lower: number[];
  /** Places, from 0, where a sum is beyond the limit. */
  readonly signals: number[];
}

/**
 * The tabular CUSUM: what exceeds the target by more than the slack adds up until it is too much.
 *
 * Use it to find a lasting shift of known size soon. With k = 0.5 a process in control signals once in 168 points for h = 4 and
 * once in 465 for h = 5.
 *
 * @param values - Finite numbers in order of time.
 * @param target - Where the process should be.
 * @param sigma - Standard deviation of a single value, above 0.
 * @param options - Slack, limit and head start.
 * @returns Both sums and the signals; sums NaN and no signals outside the domain.
 * @remarks Page, E. (1954), Continuous Inspection Schemes, Biometrika 41, 100-115, https://doi.org/10.1093/biomet/41.1-2.100;
 * Montgomery (2012), section 9.1.2.
 * @example
 * ```ts
 * import { cusumChart } from 'cx-scoring/statistics';
 * const { upper, signals } = cusumChart([12, 13, 12], 10, 1, { limit: 4 });
 * upper; // => [1.5, 4, 5.5]
 * signals; // => [2]
 * ```
 */
export function cusumChart(
  values: ArrayLike<number>,
  target: number,
  sigma: number,
  options: CusumChartOptions = {},
): CusumChart {
  const { slack = 0.5, limit = 5, headStart = 0 } = options;
  const own = Array.from(values);
  const isUsable =
    slack >= 0 &&
    limit > 0 &&
    headStart >= 0 &&
    headStart <= limit &&
    sigma > 0 &&
    sigma < Infinity &&
    own.every(Number.isFinite);
  if (!isUsable || !Number.isFinite(target)) {
    const nothing = own.map(() => NaN);
    return { upper: nothing, lower: nothing, signals: [] };
  }
  const scores = own.map((value) => (value - target) / sigma);
  const upper = sumsBeyond(scores, slack, headStart);
  const lower = sumsBeyond(scores.map((score) => -score), slack, headStart); // prettier-ignore
  const signals: number[] = [];
  for (let i = 0; i < own.length; i++) {
    if ((upper[i] as number) > limit || (lower[i] as number) > limit) signals.push(i);
  }
  return { upper, lower, signals };
}

function sumsBeyond(scores: readonly number[], slack: number, headStart: number): number[] {
  let total = headStart;
  return scores.map((score) => {
    total += score - slack;
    if (!(total > 0)) total = 0;
    return total;
  });
}
