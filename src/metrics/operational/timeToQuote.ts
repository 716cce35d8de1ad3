import { requireInstant, type Instant } from '../../core/instant.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { resolveClock, type ClockOptions } from './businessClock.js';
import { readQuote, type QuoteRequest } from './quoteRequest.js';
import { measureWaits, type WaitOptions, type WaitResult, type WaitTally } from './waitMetric.js';

/** Options of the time to quote. */
export interface TimeToQuoteOptions extends WaitOptions, ClockOptions<QuoteRequest> {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: Instant;
  /**
   * Whether the time during which information of the customer was missing counts; part of the definition.
   * @defaultValue 'count'
   */
  readonly missingInformation?: 'count' | 'leave-out' | undefined;
}

/** Reasons for which a request is left out of the time to quote. */
export type TimeToQuoteExclusion = 'withdrawn' | 'requote' | 'requestedLater' | 'invalid';

/** Hours from a request to the first quote that answers it, at a quantile. */
export type TimeToQuoteResult = WaitResult<'time-to-quote', TimeToQuoteExclusion>;

function measureQuoting(
  where: string,
  options: TimeToQuoteOptions,
): Measure<QuoteRequest, WaitTally, TimeToQuoteResult> {
  requireOptions(where, options);
  const { missingInformation = 'count' } = options;
  const isKnown = missingInformation === 'count' || missingInformation === 'leave-out';
  requireOption(isKnown, where, 'missingInformation', '"count" or "leave-out"', missingInformation);
  const asOf = requireInstant(where, 'asOf', options.asOf);
  const clock = resolveClock(where, options);
  return measureWaits<QuoteRequest, 'time-to-quote', TimeToQuoteExclusion>({
    id: 'time-to-quote',
    unit: 'hours',
    parameters: { ...clock.parameters, ...(missingInformation === 'leave-out' && { missingInformation }) },
    reasons: ['withdrawn', 'requote', 'requestedLater', 'invalid'],
    censored: true,
    options,
    read: (request) => {
      const read = readQuote(request);
      if ('code' in read) return ['invalid'];
      const { requested, quoted, withdrawn, isRequote, pauses } = read;
      if (requested > asOf) return ['requestedLater'];
      if (isRequote) return ['requote'];
      if (withdrawn <= asOf && withdrawn < quoted) return ['withdrawn'];
      const own = missingInformation === 'leave-out' ? pauses : [];
      const open = quoted > asOf;
      return [{ value: clock.hoursBetween(request, requested, open ? asOf : quoted, own), open }];
    },
  });
}

/**
 * Makes the measure behind {@link computeTimeToQuote}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeTimeToQuote}.
 * @returns A measure over requests.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, timeToQuoteMeasure } from 'cx-scoring';
 *
 * const measure = timeToQuoteMeasure({ asOf: '2026-03-10T00:00:00Z' });
 * const request = { requestId: 'q1', requestedAt: '2026-03-02T09:00:00Z', firstCompliantQuoteAt: '2026-03-02T12:00:00Z' };
 * computeMeasure([request], measure).value; // => 3
 * ```
 */
export function timeToQuoteMeasure(options: TimeToQuoteOptions): Measure<QuoteRequest, WaitTally, TimeToQuoteResult> {
  return measureQuoting('timeToQuoteMeasure', options);
}

/**
 * Computes the time to quote: the hours from a request to the first quote that answers it, at the median unless told, with the 90th and 95th
 * percentile.
 *
 * Use it with a calendar for working time, and beside {@link computeQuoteConversion}. Requests that nobody has quoted count as taking longer
 * than so far; withdrawn ones and those asked for again are left out and counted.
 *
 * @param requests - The requests.
 * @param options - `asOf`; `calendar`, or `schedules` and `convention`, to count business hours; `missingInformation`; `quantile` and
 * `quantiles`; storage and confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many requests still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks Kaplan and Meier's estimate, as {@link defineDuration} tells. A request withdrawn after its quote counts. Requests that cannot be are
 * `invalid`; {@link checkQuotes} names them.
 * @example
 * ```ts
 * import { computeTimeToQuote, toBusinessCalendar } from 'cx-scoring';
 *
 * const hours = [{ start: '09:00', end: '17:00' }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = toBusinessCalendar({ id: 'sales', zone: 'UTC', weeks: [{ hours: week }] });
 * const requests = [
 *   { requestId: 'q1', requestedAt: '2026-03-06T16:00:00Z', firstCompliantQuoteAt: '2026-03-09T11:00:00Z' },
 *   { requestId: 'q2', requestedAt: '2026-03-09T10:00:00Z', firstCompliantQuoteAt: '2026-03-10T10:00:00Z' },
 *   { requestId: 'q3', requestedAt: '2026-03-09T09:00:00Z' },
 * ];
 * const time = computeTimeToQuote(requests, { calendar, asOf: '2026-03-11T09:00:00Z' });
 * time.value; // => 8
 * time.open; // => 1
 * time.definition.parameters; // => { clock: 'business', calendar: 'sales', censoring: 'kaplan-meier' }
 * ```
 */
export function computeTimeToQuote(requests: Iterable<QuoteRequest>, options: TimeToQuoteOptions): TimeToQuoteResult {
  return computeAs('computeTimeToQuote', requests, measureQuoting('computeTimeToQuote', options));
}
