import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureActivity, type ActivityExclusion, type ActivityRateOptions } from './activityRate.js';
import type { EventTally } from './eventRate.js';

/** Options of the views of product sheets. */
export interface SheetViewsOptions<Row> extends ActivityRateOptions<Row> {
  /** Product sheets viewed by the account in the period, a whole number from 0, or missing. */
  readonly views: Field<Row, Score>;
}

/** Views per active account. */
export interface SheetViewsResult extends IntervalResult<'sheet-views', ActivityExclusion> {
  /** Views of the active accounts. */
  readonly views: number;
  /** Active accounts. */
  readonly activeAccounts: number;
}

function measureViews<Row>(
  where: string,
  options: SheetViewsOptions<Row>,
): RatioMeasure<Row, EventTally, SheetViewsResult> {
  requireOptions(where, options);
  return measureActivity(where, 'sheet-views', options.views, options, (views, activeAccounts) => ({
    views,
    activeAccounts,
  }));
}

/**
 * Makes the measure behind {@link computeSheetViews}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where views and activity are, period, confidence.
 * @returns A measure over accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, sheetViewsMeasure } from 'cx-scoring';
 *
 * const measure = sheetViewsMeasure<{ views: number }>({ views: 'views' });
 * computeMeasure([{ views: 3 }, { views: 0 }], measure).value; // => 1.5
 * ```
 */
export function sheetViewsMeasure<Row>(
  options: SheetViewsOptions<Row>,
): RatioMeasure<Row, EventTally, SheetViewsResult> {
  return measureViews('sheetViewsMeasure', options);
}

/**
 * Computes the views of product sheets: product sheets viewed per active account.
 *
 * Use it to see whether the sheets are read at all; few views may mean good knowledge of the range, or sheets that nobody finds.
 *
 * @param rows - One row per account and period.
 * @param options - Where views and activity are, period, confidence.
 * @returns The rate, from 0, with an exact Poisson interval; `value: null` without active accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks Accounts differ in how much they look up, and the interval of Garwood (1936, doi:10.1093/biomet/28.3-4.437) takes all events to
 * be independent: {@link clusterBy} the account gives one that does not.
 * @example
 * ```ts
 * import { computeSheetViews } from 'cx-scoring';
 *
 * const accounts = [
 *   { views: 12, active: true }, { views: 3, active: true }, { views: 0, active: false },
 * ];
 * const rate = computeSheetViews(accounts, { views: 'views', active: 'active', period: 'month' });
 * rate.value; // => 7.5
 * rate.excluded.inactive; // => 1
 * ```
 */
export function computeSheetViews<Row>(
  rows: Iterable<Row>,
  options: SheetViewsOptions<NoInfer<Row>>,
): SheetViewsResult {
  return computeAs('computeSheetViews', rows, measureViews<Row>('computeSheetViews', options));
}
