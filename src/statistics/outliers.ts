import { addToMoments, createMoments } from './moments.js';
import { momentsMean, momentsVariance } from './momentsSummary.js';
import { quantileSorted } from './quantile.js';
import { sortedCopy } from './sortedCopy.js';
import { medianAbsoluteDeviation } from './spread.js';
import { studentTUpperQuantile } from './studentT.js';

/** One removal of the generalised extreme Studentised deviate test. */
export interface EsdStep {
  /** The value furthest from the mean of those left; of two equally far, the higher. */
  readonly value: number;
  /** Its distance from their mean, in their standard deviations (R of Rosner). */
  readonly statistic: number;
  /** What the distance must exceed at this step (lambda of Rosner). */
  readonly criticalValue: number;
}

/** What the generalised extreme Studentised deviate test found. */
export interface GeneralizedEsd {
  /** Number of outliers: the last step at which the statistic exceeds its critical value. */
  readonly outliers: number;
  /** Every step, most extreme value first; the first `outliers` of them are the outliers. */
  readonly steps: readonly EsdStep[];
}

/**
 * The modified z score of each value: its distance from the median in units of the median absolute deviation, times 0.6745.
 *
 * @param values - Numbers; the scores come in their order.
 * @returns One score for each value; the usual threshold is 3.5 either side. All NaN when more than half of the values are equal,
 * or when one is NaN.
 * @remarks Iglewicz, B. and Hoaglin, D. (1993), How to Detect and Handle Outliers, ASQC.
 * @example
 * ```ts
 * import { modifiedZScores } from 'cx-scoring/statistics';
 * modifiedZScores([1, 2, 3, 4, 103]); // => [-1.349, -0.6745, 0, 0.6745, 67.45]
 * ```
 */
export function modifiedZScores(values: Iterable<number>): number[] {
  const copy = new Float64Array(values);
  const center = quantileSorted(sortedCopy(copy), 0.5);
  const deviation = medianAbsoluteDeviation(copy, 1);
  return Array.from(copy, (value) => (deviation > 0 ? (0.6745 * (value - center)) / deviation : NaN));
}

/**
 * Rosner's generalised extreme Studentised deviate test: how many outliers, up to a given number, in a sample that is otherwise
 * normal.
 *
 * Use it when the number of outliers is not known; unlike repeating a test for one, it is not fooled when they mask each other.
 * The critical values are good from 25 values.
 *
 * @param values - Finite numbers in any order.
 * @param maxOutliers - Largest number of outliers to look for, from 1; at most n - 2 steps are made.
 * @param alpha - Significance level, 0.05 by default.
 * @returns The number of outliers and every step. No step when a value is not finite or `alpha` is not between 0 and 1; the steps
 * end early when the values left are all equal.
 * @remarks Rosner, B. (1983), Percentage Points for a Generalized ESD Many-Outlier Procedure, Technometrics 25, 165-172,
 * https://doi.org/10.1080/00401706.1983.10487848
 * @example
 * ```ts
 * import { generalizedEsd } from 'cx-scoring/statistics';
 * generalizedEsd([5, 6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 40], 2).outliers; // => 1
 * ```
 */
export function generalizedEsd(values: Iterable<number>, maxOutliers: number, alpha = 0.05): GeneralizedEsd {
  const sorted = sortedCopy(values);
  const steps: EsdStep[] = [];
  let outliers = 0;
  if (!(alpha > 0 && alpha < 1) || !sorted.every(Number.isFinite)) return { outliers, steps };
  let from = 0;
  let to = sorted.length;
  while (steps.length < maxOutliers && to - from > 2 && sorted[from] !== sorted[to - 1]) {
    const moments = createMoments();
    for (let i = from; i < to; i++) addToMoments(moments, sorted[i] as number);
    const center = momentsMean(moments);
    const lowest = sorted[from] as number;
    const highest = sorted[to - 1] as number;
    const value = highest - center >= center - lowest ? highest : lowest;
    const statistic = Math.abs(value - center) / Math.sqrt(momentsVariance(moments));
    const criticalValue = esdCriticalValue(to - from, alpha);
    steps.push({ value, statistic, criticalValue });
    if (statistic > criticalValue) outliers = steps.length;
    if (value === highest) to--;
    else from++;
  }
  return { outliers, steps };
}

function esdCriticalValue(left: number, alpha: number): number {
  const t = studentTUpperQuantile(alpha / (2 * left), left - 2);
  return ((left - 1) * t) / Math.sqrt((left - 2 + t * t) * left);
}
