import { riskTable } from './riskTable.js';
import { survivalCrossing } from './survivalCrossing.js';
import { survivalCurve, type KaplanMeierOptions, type SurvivalStep } from './survivalCurve.js';

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
  return survivalCurve(riskTable(times, events) ?? [], options);
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
 * @returns The first time at which at most `1 - share` is without event, the middle of the flat stretch when it is exactly that, up to
 * the last time where the curve falls no more; NaN when the curve never falls so far, and outside the domain.
 * @remarks As R's `quantile.survfit`.
 * @example
 * ```ts
 * import { kaplanMeier, survivalQuantile } from 'cx-scoring/statistics';
 * survivalQuantile(kaplanMeier([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])); // => 3
 * survivalQuantile(kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1])); // => 2.5
 * ```
 */
export function survivalQuantile(curve: readonly SurvivalStep[], share = 0.5): number {
  return survivalCrossing(curve, share, ({ survival }) => survival);
}
