import { requireInstant, type Instant } from '../../core/instant.js';
import { HOUR } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { resolveClock, type ClockOptions } from './businessClock.js';
import { readQuote, type QuoteRequest } from './quoteRequest.js';

/** Options of the share of quotes in time. */
export interface QuotesInTimeOptions extends ShareOptions, ClockOptions<QuoteRequest> {
  /** Hours within which a request is to be answered, above 0, of a calendar if one is given; part of the definition. */
  readonly targetHours: number;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: Instant;
  /**
   * Whether the time during which information of the customer was missing counts; part of the definition.
   * @defaultValue 'count'
   */
  readonly missingInformation?: 'count' | 'leave-out' | undefined;
}

/** Reasons for which a request is left out of the share of quotes in time. */
export type QuotesInTimeExclusion = 'withinTarget' | 'withdrawn' | 'requote' | 'requestedLater' | 'invalid';

/** The share of requests that were answered by a quote within the target, 0..1. */
export interface QuotesInTimeResult extends IntervalResult<'quotes-in-time', QuotesInTimeExclusion> {
  /** Requests quoted within the target. */
  readonly inTime: number;
  /** Requests quoted late, or not quoted although the time is up. */
  readonly late: number;
}

function measureInTime(
  where: string,
  options: QuotesInTimeOptions,
): RatioMeasure<QuoteRequest, OutcomeTally, QuotesInTimeResult> {
  requireOptions(where, options);
  const { targetHours, missingInformation = 'count', interval, confidence, population } = options;
  const isTarget = typeof targetHours === 'number' && Number.isFinite(targetHours) && targetHours > 0;
  requireOption(isTarget, where, 'targetHours', 'a finite number above 0', targetHours);
  const isKnown = missingInformation === 'count' || missingInformation === 'leave-out';
  requireOption(isKnown, where, 'missingInformation', '"count" or "leave-out"', missingInformation);
  const asOf = requireInstant(where, 'asOf', options.asOf);
  const clock = resolveClock(where, options);
  const parameters = {
    targetHours,
    ...clock.parameters,
    ...(missingInformation === 'leave-out' && { missingInformation }),
  };
  return measureOutcomes<QuoteRequest, 'quotes-in-time', 'inTime' | 'late', QuotesInTimeExclusion>({
    where,
    definition: shareDefinition('quotes-in-time', 'higher-is-better', parameters),
    outcomes: { inTime: true, late: false },
    reasons: ['withinTarget', 'withdrawn', 'requote', 'requestedLater', 'invalid'],
    classify: (request) => {
      const read = readQuote(request);
      if ('code' in read) return 'invalid';
      const { requested, quoted, withdrawn, isRequote, pauses } = read;
      if (requested > asOf) return 'requestedLater';
      if (isRequote) return 'requote';
      const end = Math.min(asOf, quoted, withdrawn);
      const own = missingInformation === 'leave-out' ? pauses : [];
      // Whole milliseconds, lest a target met at its last moment be missed by a rounding error.
      const taken = Math.round(clock.hoursBetween(request, requested, end, own) * HOUR);
      if (taken > Math.round(targetHours * HOUR)) return 'late';
      if (quoted === end) return 'inTime';
      return withdrawn === end ? 'withdrawn' : 'withinTarget';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeQuotesInTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeQuotesInTime}.
 * @returns A measure over requests.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, quotesInTimeMeasure } from 'cx-scoring';
 *
 * const measure = quotesInTimeMeasure({ targetHours: 4, asOf: '2026-03-10T00:00:00Z' });
 * const request = { requestId: 'q1', requestedAt: '2026-03-02T09:00:00Z', firstCompliantQuoteAt: '2026-03-02T13:00:00Z' };
 * computeMeasure([request], measure).value; // => 1
 * ```
 */
export function quotesInTimeMeasure(
  options: QuotesInTimeOptions,
): RatioMeasure<QuoteRequest, OutcomeTally, QuotesInTimeResult> {
  return measureInTime('quotesInTimeMeasure', options);
}

/**
 * Computes the share of quotes in time: requests answered by a first quote within the target, over those answered or past it.
 *
 * Use it where a time to quote was promised, beside {@link computeTimeToQuote}. A request that is open past the target is late, so that the
 * figure does not improve by waiting; one whose time is not up is left out and counted.
 *
 * @param requests - The requests.
 * @param options - `targetHours` and `asOf`; `calendar`, or `schedules` and `convention`, to count business hours; `missingInformation`;
 * interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing was quoted or late.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range.
 * @remarks A quote at the very last moment is in time. A request withdrawn before its quote is late when its time was up, and else left out.
 * Those asked for again are left out; requests that cannot be are `invalid`, and {@link checkQuotes} names them.
 * @example
 * ```ts
 * import { computeQuotesInTime } from 'cx-scoring';
 *
 * const requestedAt = '2026-03-09T09:00:00Z';
 * const requests = [
 *   { requestId: 'q1', requestedAt, firstCompliantQuoteAt: '2026-03-10T09:00:00Z' },
 *   { requestId: 'q2', requestedAt, firstCompliantQuoteAt: '2026-03-10T09:01:00Z' },
 *   { requestId: 'q3', requestedAt },
 *   { requestId: 'q4', requestedAt: '2026-03-11T08:00:00Z' },
 * ];
 * const inTime = computeQuotesInTime(requests, { targetHours: 24, asOf: '2026-03-11T09:00:00Z' });
 * inTime.value; // ~> 0.333
 * inTime.late; // => 2
 * inTime.excluded.withinTarget; // => 1
 * inTime.definition.parameters; // => { targetHours: 24 }
 * ```
 */
export function computeQuotesInTime(
  requests: Iterable<QuoteRequest>,
  options: QuotesInTimeOptions,
): QuotesInTimeResult {
  return computeAs('computeQuotesInTime', requests, measureInTime('computeQuotesInTime', options));
}
