import * as z from 'zod/mini';
import type { PurchaseHistory } from '../metrics/business/purchaseHistory.js';
import { count, fromZero, number, text } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';

function historyFindings({ frequency, recency, age, monetaryValue }: PurchaseHistory): Finding[] {
  const found: Finding[] = [];
  // An age below 0 is told of by its own limit.
  if (recency > age && age >= 0)
    found.push({ code: 'too-large', rule: `at most the age, ${age}`, input: recency, path: ['recency'] });
  else if (frequency === 0 && recency > 0)
    found.push({ code: 'contradiction', rule: '0 without repeat purchase', input: recency, path: ['recency'] });
  if (frequency > 0 && (monetaryValue ?? 1) <= 0)
    found.push({ code: 'too-small', rule: 'above 0', input: monetaryValue, path: ['monetaryValue'] });
  return found;
}

function createPurchaseHistorySchema(): z.ZodMiniType<PurchaseHistory> {
  const monetaryValue =
    'Mean value of the repeat purchases in minor units; of no meaning without one. Rule: above 0 where frequency is.';
  return z
    .strictObject(
      {
        account: z.optional(text('Id of the customer.')),
        frequency: count('Repeat purchases, the first one not counted.'),
        recency: fromZero('Time from the first purchase to the last. Rule: at most age; 0 without repeat purchase.'),
        age: fromZero('Time from the first purchase to the day of observation.'),
        monetaryValue: z.nullish(number(monetaryValue)),
      } satisfies { [Name in keyof PurchaseHistory]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(historyFindings),
      z.meta({ title: 'Purchase history', description: 'How often, how lately and for how long a customer bought.' }),
    );
}

/**
 * The schema of a {@link PurchaseHistory}, strict.
 *
 * Use it with {@link readRecords} for histories that were made elsewhere. It refuses what `checkPurchaseHistories` finds impossible; a
 * missing value of purchases is accepted, because the models count it.
 *
 * @example
 * ```ts
 * import { purchaseHistorySchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(purchaseHistorySchema, { account: 'a', frequency: 2, recency: 30, age: 39 }).success; // => true
 * readRecord(purchaseHistorySchema, { account: 'a', frequency: 2, recency: 40, age: 39 }).success; // => false
 * ```
 */
export const purchaseHistorySchema: z.ZodMiniType<PurchaseHistory> = /* @__PURE__ */ createPurchaseHistorySchema();
