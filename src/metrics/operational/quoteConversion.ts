import { requireOptions } from '../../core/options.js';
import { DAY } from '../../core/civilDay.js';
import { requireInstant, type Instant } from '../../core/instant.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readQuote, type QuoteRequest } from './quoteRequest.js';
import { requireWindow } from './toFixes.js';

/** Which quotes are judged. */
export interface QuoteWindow {
  /**
   * Days after the quote within which it is to be accepted; younger quotes are not judged, whatever became of them. Part of the definition; there
   * is no usual value.
   */
  readonly windowDays: number;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: Instant;
}

/** Options of the quote conversion. */
export interface QuoteConversionOptions extends ShareOptions, QuoteWindow {}

/** Reasons for which a request is left out of the quote conversion. */
export type QuoteExclusion = 'notMature' | 'notQuoted' | 'requote' | 'invalid';

/** The reasons of {@link QuoteExclusion}, in the order of tallies. */
export const QUOTE_EXCLUSIONS: readonly QuoteExclusion[] = ['notMature', 'notQuoted', 'requote', 'invalid'];

/** The share of quotes that were accepted, 0..1. */
export interface QuoteConversionResult extends IntervalResult<'quote-conversion', QuoteExclusion> {
  /** Quotes accepted within the window. */
  readonly accepted: number;
  /** Quotes that were not, or later. */
  readonly notAccepted: number;
}

/** Makes the function that tells what became of a request: one rule for the share of quotes and that of amounts. */
export function quoteJudge(
  where: string,
  { windowDays, asOf }: QuoteWindow,
): (request: QuoteRequest) => 'accepted' | 'notAccepted' | QuoteExclusion {
  requireWindow(where, windowDays);
  const now = requireInstant(where, 'asOf', asOf);
  return (request) => {
    const read = readQuote(request);
    if ('code' in read) return 'invalid';
    if (read.isRequote) return 'requote';
    if (read.quoted > now) return 'notQuoted';
    const due = read.quoted + windowDays * DAY;
    if (due > now) return 'notMature';
    return read.accepted <= due ? 'accepted' : 'notAccepted';
  };
}

function measureConversion(
  where: string,
  options: QuoteConversionOptions,
): RatioMeasure<QuoteRequest, OutcomeTally, QuoteConversionResult> {
  requireOptions(where, options);
  const { windowDays } = options;
  const judge = quoteJudge(where, options);
  return measureOutcomes<QuoteRequest, 'quote-conversion', 'accepted' | 'notAccepted', QuoteExclusion>({
    where,
    definition: shareDefinition('quote-conversion', 'higher-is-better', { windowDays }),
    outcomes: { accepted: true, notAccepted: false },
    reasons: QUOTE_EXCLUSIONS,
    classify: judge,
    options,
  });
}

/**
 * Makes the measure behind {@link computeQuoteConversion}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeQuoteConversion}.
 * @returns A measure over requests.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { quoteConversionMeasure } from 'cx-scoring';
 *
 * quoteConversionMeasure({ windowDays: 60, asOf: '2026-03-10T00:00:00Z' }).definition.parameters; // => { windowDays: 60 }
 * ```
 */
export function quoteConversionMeasure(
  options: QuoteConversionOptions,
): RatioMeasure<QuoteRequest, OutcomeTally, QuoteConversionResult> {
  return measureConversion('quoteConversionMeasure', options);
}

/**
 * Computes the quote conversion: quotes accepted within the window, over quotes old enough to be judged.
 *
 * Use it beside {@link computeTimeToQuote}, and {@link computeQuoteConversionByValue} beside it: large quotes are another business than small
 * ones.
 *
 * @param requests - The requests.
 * @param options - `windowDays` and `asOf`; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no quote can be judged.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range.
 * @remarks Young quotes are left out even when they were accepted: acceptances show earlier than refusals. A request that was asked for again
 * counts once, by its first record; withdrawn after the quote is not accepted.
 * @example
 * ```ts
 * import { computeQuoteConversion } from 'cx-scoring';
 *
 * const quoted = { requestedAt: '2026-01-05T09:00:00Z', firstCompliantQuoteAt: '2026-01-06T09:00:00Z' };
 * const requests = [
 *   { ...quoted, requestId: 'q1', acceptedAt: '2026-01-20T09:00:00Z' },
 *   { ...quoted, requestId: 'q2' },
 *   { requestId: 'q3', requestedAt: '2026-03-01T09:00:00Z', firstCompliantQuoteAt: '2026-03-02T09:00:00Z' },
 * ];
 * const conversion = computeQuoteConversion(requests, { windowDays: 30, asOf: '2026-03-10T00:00:00Z' });
 * conversion.value; // => 0.5
 * conversion.excluded.notMature; // => 1
 * ```
 */
export function computeQuoteConversion(
  requests: Iterable<QuoteRequest>,
  options: QuoteConversionOptions,
): QuoteConversionResult {
  return computeAs('computeQuoteConversion', requests, measureConversion('computeQuoteConversion', options));
}
