import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { readQuote, type QuoteFaultCode, type QuoteRequest } from './quoteRequest.js';

/**
 * Checks requests for quotes for what cannot be: quotes before the request, acceptances before the quote, times without a zone.
 *
 * Use it once per import, before {@link computeTimeToQuote} and {@link computeQuoteConversion}, which leave such requests out as `invalid`.
 *
 * @param requests - The requests.
 * @returns The findings in the order of the requests; none when all is well. `id` is that of the request.
 * @example
 * ```ts
 * import { checkQuotes } from 'cx-scoring';
 *
 * const findings = checkQuotes([
 *   { requestId: 'q1', requestedAt: '2026-03-02T09:00:00Z', firstCompliantQuoteAt: '2026-03-01T09:00:00Z' },
 * ]);
 * findings[0]?.code; // => 'quoted-before-requested'
 * findings[0]?.field; // => 'firstCompliantQuoteAt'
 * ```
 */
export function checkQuotes(requests: Iterable<QuoteRequest>): RecordFinding<QuoteFaultCode>[] {
  requireRows('checkQuotes', 'requests', requests);
  const found: RecordFinding<QuoteFaultCode>[] = [];
  let index = 0;
  for (const request of requests) {
    const read = readQuote(request);
    if ('code' in read) {
      const { code, field } = read;
      const value = code === 'invalid-amount' ? request.value?.minorUnits : request?.[field];
      found.push(recordFinding(code, index, request?.requestId, field, value));
    }
    index++;
  }
  return found;
}
