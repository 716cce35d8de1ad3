import * as z from 'zod/mini';
import type { QuoteRequest } from '../metrics/operational/quoteRequest.js';
import { instant, text } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { money } from './money.js';
import { pauses } from './pauses.js';
import { inOrder } from './timeRules.js';

function acceptanceFindings({ firstCompliantQuoteAt, acceptedAt }: QuoteRequest): Finding[] {
  if ((acceptedAt ?? null) === null || (firstCompliantQuoteAt ?? null) !== null) return [];
  return [{ code: 'contradiction', rule: 'left out while no quote was sent', input: acceptedAt, path: ['acceptedAt'] }];
}

function createQuoteRequestSchema(): z.ZodMiniType<QuoteRequest> {
  const quotedAt = 'When the first quote was sent that answers the request. Rule: at or after requestedAt.';
  return z
    .strictObject(
      {
        requestId: text('Id of the request.'),
        requestedAt: instant('When it came in.'),
        firstCompliantQuoteAt: z.nullish(instant(quotedAt)),
        withdrawnAt: z.nullish(instant('When the customer withdrew the request. Rule: at or after requestedAt.')),
        acceptedAt: z.nullish(instant('When the customer accepted. Rule: at or after firstCompliantQuoteAt.')),
        requoteOf: z.nullish(text('Id of the request that this one asks for again, with other terms.')),
        value: z.nullish(money('Amount of the quote, from 0.', 0)),
        pauses: z.optional(pauses('Stretches during which information of the customer was missing.')),
        accountId: z.optional(text('Account of the customer.')),
      } satisfies { [Name in keyof QuoteRequest]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(
        inOrder<QuoteRequest>(
          ['requestedAt', 'firstCompliantQuoteAt'],
          ['requestedAt', 'withdrawnAt'],
          ['firstCompliantQuoteAt', 'acceptedAt'],
        ),
      ),
      findings(acceptanceFindings),
      z.meta({ title: 'Quote request', description: "A customer's request for a quote, and what became of it." }),
    );
}

/**
 * The schema of a {@link QuoteRequest}, strict.
 *
 * Use it with {@link readRecords} for rows of a CRM. It refuses what `checkQuotes` would find.
 *
 * @example
 * ```ts
 * import { quoteRequestSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const request = { requestId: 'q1', requestedAt: '2026-03-02T09:00:00Z' };
 * readRecord(quoteRequestSchema, request).success; // => true
 * const refused = readRecord(quoteRequestSchema, { ...request, acceptedAt: '2026-03-03T09:00:00Z' });
 * if (!refused.success) refused.issues[0]?.code; // => 'contradiction'
 * ```
 */
export const quoteRequestSchema: z.ZodMiniType<QuoteRequest> = /* @__PURE__ */ createQuoteRequestSchema();
