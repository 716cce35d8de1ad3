import { requireOptions } from '../../core/options.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from '../business/amountRatio.js';
import { moneyReader, requireCurrency } from '../business/money.js';
import { QUOTE_EXCLUSIONS, quoteJudge, type QuoteExclusion, type QuoteWindow } from './quoteConversion.js';
import type { QuoteRequest } from './quoteRequest.js';

/** Options of the quote conversion by value. */
export interface QuoteConversionByValueOptions extends ResultOptions, QuoteWindow {
  /** Currency of the quotes, as an ISO 4217 code; part of the definition. */
  readonly currency: string;
}

/** Reasons for which a request is left out of the quote conversion by value. */
export type QuoteValueExclusion = QuoteExclusion | 'missingValue';

/** The share of the quoted amount that was accepted, 0..1. */
export interface QuoteConversionByValueResult extends IntervalResult<'quote-conversion', QuoteValueExclusion> {
  /** Amount of the quotes accepted within the window, in minor units. */
  readonly acceptedValue: number;
  /** Amount of all quotes that are judged, in minor units. */
  readonly quotedValue: number;
}

function measureValue(
  where: string,
  options: QuoteConversionByValueOptions,
): RatioMeasure<QuoteRequest, AmountTally, QuoteConversionByValueResult> {
  requireOptions(where, options);
  const { windowDays, currency } = options;
  requireCurrency(where, currency);
  const judge = quoteJudge(where, options);
  const read = moneyReader<QuoteRequest>(where, 'value', 'value', currency);
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'quote-conversion',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { windowDays, by: 'value', currency },
      },
      reasons: [...QUOTE_EXCLUSIONS, 'missingValue'],
      parts: 0,
      read: (request, index) => {
        const state = judge(request);
        if (state !== 'accepted' && state !== 'notAccepted') return state;
        const value = read(request, index) as number | null;
        return value === null ? 'missingValue' : { numerator: state === 'accepted' ? value : 0, denominator: value };
      },
      options,
    },
    ({ numerator, denominator }) => ({ acceptedValue: numerator, quotedValue: denominator }),
  );
}

/**
 * Makes the measure behind {@link computeQuoteConversionByValue}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeQuoteConversionByValue}.
 * @returns A measure over requests.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { quoteConversionByValueMeasure } from 'cx-scoring';
 *
 * const measure = quoteConversionByValueMeasure({ windowDays: 60, asOf: '2026-03-10T00:00:00Z', currency: 'EUR' });
 * measure.definition.parameters; // => { windowDays: 60, by: 'value', currency: 'EUR' }
 * ```
 */
export function quoteConversionByValueMeasure(
  options: QuoteConversionByValueOptions,
): RatioMeasure<QuoteRequest, AmountTally, QuoteConversionByValueResult> {
  return measureValue('quoteConversionByValueMeasure', options);
}

/**
 * Computes the quote conversion by value: the amount of quotes accepted within the window, over the amount of quotes old enough to be judged.
 *
 * Use it beside {@link computeQuoteConversion}: where it is lower, the large quotes are lost.
 *
 * @param requests - The requests, with their `value`.
 * @param options - `windowDays`, `asOf` and `currency`; confidence and population.
 * @returns The share, 0..1, with a t interval by linearisation, and both amounts; `value: null` when no amount can be judged.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range, `CX_INVALID_INPUT` for a quote that is judged in another currency.
 * @remarks Quotes without an amount are `missingValue`; the rest as in {@link computeQuoteConversion}.
 * @example
 * ```ts
 * import { computeQuoteConversionByValue } from 'cx-scoring';
 *
 * const quoted = { requestedAt: '2026-01-05T09:00:00Z', firstCompliantQuoteAt: '2026-01-06T09:00:00Z' };
 * const requests = [
 *   { ...quoted, requestId: 'q1', acceptedAt: '2026-01-20T09:00:00Z', value: { minorUnits: 100000, currency: 'EUR' } },
 *   { ...quoted, requestId: 'q2', value: { minorUnits: 300000, currency: 'EUR' } },
 * ];
 * const options = { windowDays: 30, asOf: '2026-03-10T00:00:00Z', currency: 'EUR' };
 * computeQuoteConversionByValue(requests, options).value; // => 0.25
 * ```
 */
export function computeQuoteConversionByValue(
  requests: Iterable<QuoteRequest>,
  options: QuoteConversionByValueOptions,
): QuoteConversionByValueResult {
  return computeAs('computeQuoteConversionByValue', requests, measureValue('computeQuoteConversionByValue', options));
}
