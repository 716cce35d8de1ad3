import type { Bounds } from '../core/interval.js';
import { fUpperQuantile, fUpperTail } from './fDistribution.js';
import { mean, sum } from './sum.js';

/**
 * What the ratings have in common (Shrout and Fleiss's cases): each unit rated by raters of its own (`'one-way'`), all by the same
 * random raters whose level counts (`'agreement'`), or all by the same raters whose level does not (`'consistency'`).
 */
export type IntraclassKind = 'one-way' | 'agreement' | 'consistency';

/** Options of `intraclassCorrelation`. */
export interface IntraclassOptions {
  /** Which case, `'one-way'` by default. */
  readonly kind?: IntraclassKind | undefined;
  /** Reliability of a `'single'` rating (default) or of the `'average'` of the k ratings. */
  readonly unit?: 'single' | 'average' | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** Outcome of `intraclassCorrelation`. */
export interface IntraclassCorrelation {
  /** Share of the variance that is between units, at most 1. */
  readonly coefficient: number;
  /** F of the differences between units. */
  readonly statistic: number;
  /** Degrees of freedom of its numerator. */
  readonly degreesOfFreedom: number;
  /** Degrees of freedom of its denominator. */
  readonly errorDegreesOfFreedom: number;
  /** Probability of an F at least that large when units do not differ. */
  readonly pValue: number;
  /** Interval of the coefficient. */
  readonly interval: Bounds;
}

/**
 * The intraclass correlation: how much of the variance of ratings is between the units rated, such as accounts with several
 * respondents.
 *
 * @param ratings - One row of k finite ratings for each unit, k the same throughout and at least 2.
 * @param options - Case, unit and confidence.
 * @returns Coefficient, F test and interval; NaN below two units or ratings, when rows differ in length or a number is not finite,
 * and when all ratings are equal.
 * @remarks Shrout, P. and Fleiss, J. (1979), Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin
 * 86, 420-428, https://doi.org/10.1037/0033-2909.86.2.420
 * @example
 * ```ts
 * import { intraclassCorrelation } from 'cx-scoring/statistics';
 * const ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * intraclassCorrelation(ratings).coefficient; // ~> 0.17
 * intraclassCorrelation(ratings, { kind: 'agreement' }).coefficient; // ~> 0.29
 * intraclassCorrelation(ratings, { kind: 'consistency', unit: 'average' }).coefficient; // ~> 0.91
 * ```
 */
export function intraclassCorrelation(
  ratings: readonly ArrayLike<number>[],
  options: IntraclassOptions = {},
): IntraclassCorrelation {
  const { kind = 'one-way', unit = 'single', confidence = 0.95 } = options;
  const k = ratings[0]?.length ?? 0;
  const isTable = ratings.length > 1 && k > 1 && ratings.every((row) => row.length === k);
  const n = isTable ? ratings.length : NaN;
  const rows = ratings.map((row) => Array.from(row));
  const { between, raters, error, within } = meanSquares(rows, n, k);
  const residual = kind === 'one-way' ? within : error;
  const degreesOfFreedom = n - 1;
  const errorDegreesOfFreedom = kind === 'one-way' ? n * (k - 1) : (n - 1) * (k - 1);
  const statistic = between / residual;
  const tail = confidence > 0 && confidence < 1 ? (1 - confidence) / 2 : NaN;
  const single = (f: number): number => (f - 1) / (f + k - 1);
  const average = (icc: number): number => (unit === 'average' ? (k * icc) / (1 + (k - 1) * icc) : icc);
  let interval: Bounds;
  let coefficient: number;
  if (kind === 'agreement') {
    const level = (k * (raters - error)) / n;
    const icc = (between - error) / (between + (k - 1) * error + level);
    // Satterthwaite's degrees of freedom of the denominator (Shrout and Fleiss, page 424).
    const ratio = (k * icc * raters) / error;
    const rest = n * (1 + (k - 1) * icc) - k * icc;
    const df = ((k - 1) * (n - 1) * (ratio + rest) ** 2) / ((n - 1) * ratio ** 2 + rest ** 2);
    const up = fUpperQuantile(tail, n - 1, df);
    const down = fUpperQuantile(tail, df, n - 1);
    const spread = k * raters + (k * n - k - n) * error;
    coefficient = average(icc);
    interval = {
      lower: average((n * (between - up * error)) / (up * spread + n * between)),
      upper: average((n * (down * between - error)) / (spread + n * down * between)),
    };
  } else {
    coefficient = average((between - residual) / (between + (k - 1) * residual));
    interval = {
      lower: average(single(statistic / fUpperQuantile(tail, degreesOfFreedom, errorDegreesOfFreedom))),
      upper: average(single(statistic * fUpperQuantile(tail, errorDegreesOfFreedom, degreesOfFreedom))),
    };
  }
  const pValue = fUpperTail(statistic, degreesOfFreedom, errorDegreesOfFreedom);
  return { coefficient, statistic, degreesOfFreedom, errorDegreesOfFreedom, pValue, interval };
}

interface MeanSquares {
  readonly between: number;
  readonly raters: number;
  readonly error: number;
  readonly within: number;
}

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const center = mean(rows.flat());
  const ofRow = rows.map((row) => mean(row) - center);
  const ofRater = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j] as number)) - center);
  const square = (value: number): number => value * value;
  const between = k * sum(ofRow.map(square));
  const raters = n * sum(ofRater.map(square));
  const within = sum(rows.flatMap((row, i) => row.map((value) => square(value - center - (ofRow[i] as number)))));
  const error = sum(
    rows.flatMap((row, i) =>
      row.map((value, j) => square(value - center - (ofRow[i] as number) - (ofRater[j] as number))),
    ),
  );
  return {
    between: between / (n - 1),
    raters: raters / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  };
}
