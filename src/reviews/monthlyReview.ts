import { requireOptions, resolveConfidence } from '../core/options.js';
import type { Finding } from '../prioritization/finding.js';
import { comparePeriods } from './comparePeriods.js';
import type { MeasuredRows } from './measuredRows.js';
import { requireMeasures } from './metricOrder.js';
import type { ReviewedMetric, ReviewedPeriods } from './reviewedMetric.js';
import { requireReviewDay } from './reviewPeriod.js';

/** What the monthly review reads. */
export interface MonthlyReviewInput {
  /** Day of the review, a civil date; the last month that is over by the end of it is reviewed. */
  readonly asOf: string;
  /** The metrics with their rows, made by {@link toMeasuredRows}, each metric once. */
  readonly measures: readonly MeasuredRows[];
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** What a month says: plain data. */
export interface MonthlyReview extends ReviewedPeriods {
  /** What it is. */
  readonly kind: 'monthly-review';
  /** Each metric, in the order of the catalogue, those of one's own last. */
  readonly metrics: readonly ReviewedMetric[];
  /** What is real, as findings for `recommendActions`. */
  readonly findings: readonly Finding[];
}

/**
 * Says of the last month what is real: which metrics moved against the month before and against the same month a year ago, and which
 * segments differ from the rest.
 *
 * Use it for the monthly analysis of trends. With many metrics something always looks different; here what is called real would seldom be
 * so by luck alone, and what is not called real says how large a difference would have had to be.
 *
 * @remarks
 * There are two families of comparisons, those with the past and those of segments; within each, p-values are adjusted for their number
 * over all metrics (Holm 1979, https://www.jstor.org/stable/4615733), so that a month in which nothing is different shows anything in a
 * family with a chance of `1 - confidence` at most. Comparisons are those of `compareTallies` and `compareSegments`; with
 * accounts, errors know those that lie on both sides. A month is over on its last day. Rows before and after a change of meaning are
 * never joined: the month then counts from that day on, and is not compared with what came before. Source of the ritual: Aktiva2,
 * « Comment mesurer l’expérience client ? », « analyses mensuelles des tendances ».
 *
 * @param input - The day, the metrics and the confidence level.
 * @returns Results, comparisons, verdicts after adjustment, the number of comparisons, and findings: plain data.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no civil date, `CX_INVALID_INPUT` for measures of a wrong
 * shape, without dates, or twice, `CX_INVALID_OPTION` for a confidence outside 0..1.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { monthlyReview, toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const month = (on: string, counts: readonly [number, number]) =>
 *   counts.flatMap((count, at) => Array.from({ length: count }, () => ({ on, score: at === 0 ? 3 : 10 })));
 * const answers = [...month('2026-09-15', [20, 40]), ...month('2026-10-15', [45, 15])];
 * const measure = npsMeasure<(typeof answers)[number]>({ score: 'score' });
 * const review = monthlyReview({ asOf: '2026-11-05', measures: [toMeasuredRows(answers, { measure, at: 'on' })] });
 * review.period.key; // => '2026-10'
 * review.metrics[0]?.changes.map(({ against, verdict }) => [against, verdict]); // => [['previous', 'lower'], ['year-before', 'unknown']]
 * review.periodFamily.tested; // => 1
 * review.findings.map(({ kind }) => kind); // => ['comparison']
 * ```
 */
export function monthlyReview(input: MonthlyReviewInput): MonthlyReview {
  requireOptions('monthlyReview', input);
  const { asOf } = input;
  requireReviewDay('monthlyReview', asOf);
  const confidence = resolveConfidence('monthlyReview', input.confidence);
  const measures = requireMeasures('monthlyReview', input.measures);
  const asked = { asOf, unit: 'month', fiscalYearStart: 1, confidence } as const;
  return { kind: 'monthly-review', ...comparePeriods('monthlyReview', measures, asked) };
}
