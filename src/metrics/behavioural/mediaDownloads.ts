import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureActivity, type ActivityExclusion, type ActivityRateOptions } from './activityRate.js';
import type { EventTally } from './eventRate.js';

/** Options of the downloads of media. */
export interface MediaDownloadsOptions<Row> extends ActivityRateOptions<Row> {
  /** Media files downloaded by the account in the period, a whole number from 0, or missing. */
  readonly downloads: Field<Row, Score>;
}

/** Downloads per active account. */
export interface MediaDownloadsResult extends IntervalResult<'media-downloads', ActivityExclusion> {
  /** Downloads of the active accounts. */
  readonly downloads: number;
  /** Active accounts. */
  readonly activeAccounts: number;
}

function measureDownloads<Row>(
  where: string,
  options: MediaDownloadsOptions<Row>,
): RatioMeasure<Row, EventTally, MediaDownloadsResult> {
  requireOptions(where, options);
  return measureActivity(where, 'media-downloads', options.downloads, options, (downloads, activeAccounts) => ({
    downloads,
    activeAccounts,
  }));
}

/**
 * Makes the measure behind {@link computeMediaDownloads}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where downloads and activity are, period, confidence.
 * @returns A measure over accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, mediaDownloadsMeasure } from 'cx-scoring';
 *
 * const measure = mediaDownloadsMeasure<{ downloads: number }>({ downloads: 'downloads' });
 * computeMeasure([{ downloads: 3 }, { downloads: 0 }], measure).value; // => 1.5
 * ```
 */
export function mediaDownloadsMeasure<Row>(
  options: MediaDownloadsOptions<Row>,
): RatioMeasure<Row, EventTally, MediaDownloadsResult> {
  return measureDownloads('mediaDownloadsMeasure', options);
}

/**
 * Computes the downloads of media: media files downloaded per active account.
 *
 * Use it to see whether the material offered to partners reaches their shelves and shops.
 *
 * @param rows - One row per account and period.
 * @param options - Where downloads and activity are, period, confidence.
 * @returns The rate, from 0, with an exact Poisson interval; `value: null` without active accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks Accounts differ in how much they look up, and the interval of Garwood (1936, doi:10.1093/biomet/28.3-4.437) takes all events to
 * be independent: {@link clusterBy} the account gives one that does not.
 * @example
 * ```ts
 * import { computeMediaDownloads } from 'cx-scoring';
 *
 * const accounts = [
 *   { downloads: 12, active: true }, { downloads: 3, active: true }, { downloads: 0, active: false },
 * ];
 * const rate = computeMediaDownloads(accounts, { downloads: 'downloads', active: 'active', period: 'month' });
 * rate.value; // => 7.5
 * rate.excluded.inactive; // => 1
 * ```
 */
export function computeMediaDownloads<Row>(
  rows: Iterable<Row>,
  options: MediaDownloadsOptions<NoInfer<Row>>,
): MediaDownloadsResult {
  return computeAs('computeMediaDownloads', rows, measureDownloads<Row>('computeMediaDownloads', options));
}
