import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { riskTable } from './riskTable.js';

/** Options of `kaplanMeier`. */
export interface KaplanMeierOptions {
  /**
   * On which scale the interval is symmetric: `'log-log'` (default), which stays within 0 and 1, or `'plain'`, clipped to them.
   */
  readonly interval?: 'log-log' | 'plain' | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** The curve at one time. */
export interface SurvivalStep {
  /** A time at which someone had the event or ceased to be followed. */
  readonly time: number;
  /** Units still followed just before it. */
  readonly atRisk: number;
  /** Events at it. */
  readonly events: number;
  /** Share that is still without event after it. */
  readonly survival: number;
  /** Greenwood's standard error of the share. */
  readonly standardError: number;
  /** Interval of the share; NaN on the log-log scale once the share is 0. */
  readonly interval: Bounds;
}

/**
 * The Kaplan–Meier curve: the share still without event (customers not lost, cases still open) over time, when some are followed for a
 * part of it only.
 *
 * @param times - Time until the event or until the end of following, zero or more.
 * @param events - 1 where the event happened at that time, 0 where following ended without it.
 * @param options - Kind and confidence of the interval.
 * @returns One step for each distinct time, ascending; none when lengths differ, a time is negative or not finite, or an event is neither
 * 0 nor 1.
 * @remarks Kaplan, E. and Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA 53, 457-481,
 * https://doi.org/10.1080/01621459.1958.10501452; Greenwood, M. (1926) for the variance; Kalbfleisch, J. and Prentice, R. (1980), The
 * Statistical Analysis of Failure Time Data, for the log-log interval.
 * @example
 * ```ts
 * import { kaplanMeier } from 'cx-scoring/statistics';
 * const curve = kaplanMeier([1, 2, 2, 3, 5], [1, 1, 0, 0, 1]);
 * curve.map((step) => step.survival); // ~> [0.8, 0.6, 0.6, 0.0]
 * ```
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  options: KaplanMeierOptions = {},
): SurvivalStep[] {
  const { interval = 'log-log', confidence = 0.95 } = options;
  const z = normalCriticalValue(confidence);
  let survival = 1;
  let hazardVariance = 0;
  return (riskTable(times, events) ?? []).map((step) => {
    survival *= 1 - step.events / step.atRisk;
    hazardVariance += step.events / (step.atRisk * (step.atRisk - step.events));
    // Greenwood's sum is infinite once nobody is left, and the share has no error then.
    const standardError = survival > 0 ? survival * Math.sqrt(hazardVariance) : 0;
    const bounds =
      interval === 'plain'
        ? plainInterval(survival, z * standardError)
        : logLogInterval(survival, z * Math.sqrt(hazardVariance));
    return { ...step, survival, standardError, interval: bounds };
  });
}

function plainInterval(survival: number, reach: number): Bounds {
  return { lower: Math.max(0, survival - reach), upper: Math.min(1, survival + reach) };
}

function logLogInterval(survival: number, reach: number): Bounds {
  if (survival === 1) return { lower: 1 - 0 * reach, upper: 1 - 0 * reach };
  const log = Math.log(survival);
  const factor = survival > 0 ? Math.exp(-reach / log) : NaN;
  return { lower: Math.exp(log * factor), upper: Math.exp(log / factor) };
}

/**
 * The step of a Kaplan–Meier curve that holds at a time.
 *
 * @param curve - Steps from `kaplanMeier`.
 * @param time - A time, zero or more.
 * @returns The last step at or before the time; `null` before the first, where the share is 1, and for NaN.
 * @example
 * ```ts
 * import { kaplanMeier, survivalAt } from 'cx-scoring/statistics';
 * survivalAt(kaplanMeier([1, 2, 2, 3, 5], [1, 1, 0, 0, 1]), 4)?.time; // => 3
 * ```
 */
export function survivalAt(curve: readonly SurvivalStep[], time: number): SurvivalStep | null {
  return curve.filter((step) => step.time <= time).at(-1) ?? null;
}

/**
 * The time by which a share of the units has had the event: the median for 0.5.
 *
 * @param curve - Steps from `kaplanMeier`.
 * @param share - Strictly between 0 and 1, 0.5 by default.
 * @returns The first time at which at most `1 - share` is without event, the middle of the flat stretch when it is exactly that; NaN when
 * the curve never falls so far, and outside the domain.
 * @remarks As R's `quantile.survfit`.
 * @example
 * ```ts
 * import { kaplanMeier, survivalQuantile } from 'cx-scoring/statistics';
 * survivalQuantile(kaplanMeier([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])); // => 3
 * survivalQuantile(kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1])); // => 2.5
 * ```
 */
export function survivalQuantile(curve: readonly SurvivalStep[], share = 0.5): number {
  if (!(share > 0 && share < 1)) return NaN;
  // Shares that are equal on paper may differ in the last digits of the product.
  const target = 1 - share;
  const slack = 1e-12;
  const reached = curve.find((step) => step.survival <= target + slack);
  if (reached === undefined) return NaN;
  if (reached.survival < target - slack) return reached.time;
  const next = curve.find((step) => step.survival < target - slack);
  return next === undefined ? reached.time : (reached.time + next.time) / 2;
}
