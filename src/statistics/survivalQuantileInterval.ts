import type { Bounds } from '../core/interval.js';
import type { SurvivalStep } from './survivalCurve.js';
import { survivalCrossing } from './survivalCrossing.js';

/**
 * The interval of a quantile of survival times by Brookmeyer and Crowley: from where the lower limit of the curve crosses the level to
 * where the upper one does.
 *
 * Use it beside `survivalQuantile` for the median time of cases of which some are still open. Its confidence, and the scale on which
 * it is symmetric, are those the curve was made with.
 *
 * @param curve - Steps from `kaplanMeier`.
 * @param share - Strictly between 0 and 1, 0.5 by default.
 * @returns Limits in the unit of the times. Where the lower limit of the curve stays above the level, the lower one is the last time;
 * 0 below or Infinity above where the curve sets no limit. NaN without steps and outside the domain.
 * @remarks Brookmeyer, R. and Crowley, J. (1982), A confidence interval for the median survival time, Biometrics 38, 29-41,
 * https://doi.org/10.2307/2530286; as R's `quantile.survfit`, which gives NA for the last time, for 0 and
 * for Infinity.
 * @example
 * ```ts
 * import { kaplanMeier, survivalQuantileInterval } from 'cx-scoring/statistics';
 * const curve = kaplanMeier([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]);
 * survivalQuantileInterval(curve); // => { lower: 13, upper: Infinity }
 * survivalQuantileInterval(curve, 0.25); // => { lower: 9, upper: 34 }
 * ```
 */
export function survivalQuantileInterval(curve: readonly SurvivalStep[], share = 0.5): Bounds {
  const isKnown = curve.every(({ survival, interval }) => survival === 0 || interval.lower <= interval.upper);
  if (!(isKnown && curve.length > 0 && share > 0 && share < 1)) return { lower: NaN, upper: NaN };
  // Once nobody is left the curve has no error, and no limits either.
  const crossing = (limit: keyof Bounds): number =>
    survivalCrossing(curve, share, ({ survival, interval }) => (survival > 0 ? interval[limit] : NaN));
  const [lower, upper] = [crossing('lower'), crossing('upper')];
  const last = curve[curve.length - 1] as SurvivalStep;
  // A lower limit that stays above the level to the end says that the quantile lies there or beyond.
  const beyond = curve.some(({ survival }) => survival > 0 && survival < 1) ? last.time : 0;
  return { lower: Number.isNaN(lower) ? beyond : lower, upper: Number.isNaN(upper) ? Infinity : upper };
}
