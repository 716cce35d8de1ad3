import type { Bounds } from '../core/interval.js';
import { wilsonInterval } from './proportionInterval.js';
import { sum } from './sum.js';

/**
 * Goodman's simultaneous intervals of the shares of several classes: all of them hold at once with the confidence given.
 *
 * Use them for the distribution of answers over a scale; for one share alone `wilsonInterval` is narrower.
 *
 * @param counts - Counts of the classes, zero or more.
 * @param confidence - Of all intervals together, strictly between 0 and 1, 0.95 by default.
 * @returns Limits of the share of each class; NaN without counts or outside the domain.
 * @remarks Goodman, L. (1965), On simultaneous confidence intervals for multinomial proportions, Technometrics 7, 247-254,
 * https://doi.org/10.1080/00401706.1965.10490252: Wilson's intervals at Bonferroni's level.
 * @example
 * ```ts
 * import { goodmanIntervals } from 'cx-scoring/statistics';
 * goodmanIntervals([56, 72, 73, 59, 62, 87, 58])[0]?.lower; // ~> 0.0851672391
 * ```
 */
export function goodmanIntervals(counts: ArrayLike<number>, confidence = 0.95): readonly Bounds[] {
  const classes = Array.from(counts);
  const isInDomain = classes.every((count) => count >= 0) && confidence > 0 && confidence < 1;
  const total = isInDomain ? sum(classes) : NaN;
  return classes.map((count) => wilsonInterval(count, total, 1 - (1 - confidence) / classes.length));
}
