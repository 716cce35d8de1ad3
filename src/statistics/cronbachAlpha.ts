import type { Bounds } from '../core/interval.js';
import { correlationMatrix } from './correlationMatrix.js';
import { fQuantile, fUpperQuantile } from './fDistribution.js';
import { pearsonCorrelation } from './pearsonCorrelation.js';
import { sum } from './sum.js';
import { variance } from './variance.js';

/** Outcome of `cronbachAlpha`. */
export interface CronbachAlpha {
  /** Share of the variance of the total that the items have in common, at most 1; below zero when items run against each other. */
  readonly alpha: number;
  /** Feldt's interval of alpha. */
  readonly interval: Bounds;
  /** Alpha of the items brought to equal variance. */
  readonly standardizedAlpha: number;
  /** Mean of the correlations of all pairs of items. */
  readonly averageCorrelation: number;
  /** Alpha of the other items, one number for each item left out; NaN with two items. */
  readonly alphaIfDropped: readonly number[];
  /** Correlation of each item with the total of the others. */
  readonly itemRestCorrelations: readonly number[];
}

/**
 * Cronbach's alpha: how consistently the items of a questionnaire measure one thing.
 *
 * From .7 items may be added to one score; above .95 some are repetitions. Turn items that ask the opposite round beforehand.
 *
 * @param items - One column of finite numbers for each item, two or more; the same units in each, without missing answers.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Alpha, its interval, and what each item does to it. All NaN below two items or units, when lengths differ or a number is
 * not finite; what needs an item's correlations is NaN where it is constant.
 * @remarks Cronbach, L. (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297-334,
 * https://doi.org/10.1007/BF02310555; Feldt, L. (1965), Psychometrika 30, 357-370, https://doi.org/10.1007/BF02289499
 * @example
 * ```ts
 * import { cronbachAlpha } from 'cx-scoring/statistics';
 * cronbachAlpha([[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]]).alpha; // ~> 0.7241379
 * ```
 */
export function cronbachAlpha(items: readonly ArrayLike<number>[], confidence = 0.95): CronbachAlpha {
  const length = items[0]?.length ?? 0;
  const isMatched = items.every((item) => item.length === length);
  const size = isMatched && items.length > 1 ? items.length : NaN;
  const alpha = alphaOf(isMatched ? items : []);
  const correlations = correlationMatrix(items);
  const pairs = correlations.flatMap((row, i) => row.slice(0, i));
  const averageCorrelation = sum(pairs) / pairs.length;
  const restOf = (k: number): ArrayLike<number>[] => items.filter((_, j) => j !== k);
  return {
    alpha,
    interval: feldtInterval(alpha, size, length, confidence),
    standardizedAlpha: (size * averageCorrelation) / (1 + (size - 1) * averageCorrelation),
    averageCorrelation,
    alphaIfDropped: items.map((_, k) => alphaOf(isMatched ? restOf(k) : [])),
    itemRestCorrelations: items.map((item, k) => pearsonCorrelation(item, totals(restOf(k))).coefficient),
  };
}

function alphaOf(items: readonly ArrayLike<number>[]): number {
  const size = items.length;
  if (size < 2) return NaN;
  const whole = variance(totals(items));
  const parts = sum(items.map((item) => variance(Array.from(item))));
  return whole > 0 ? (size / (size - 1)) * (1 - parts / whole) : NaN;
}

function totals(items: readonly ArrayLike<number>[]): number[] {
  return Array.from({ length: items[0]?.length ?? 0 }, (_, i) => sum(items.map((item) => item[i] as number)));
}

function feldtInterval(alpha: number, size: number, length: number, confidence: number): Bounds {
  const df1 = length - 1;
  const df2 = df1 * (size - 1);
  const tail = confidence > 0 && confidence < 1 ? (1 - confidence) / 2 : NaN;
  return {
    lower: 1 - (1 - alpha) * fUpperQuantile(tail, df1, df2),
    upper: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
  };
}
