import * as z from 'zod/mini';
import type { Account } from '../core/records.js';
import { civilDate, country, named, text } from './fields.js';
import { issueMessage } from './issues.js';
import { money } from './money.js';

function createAccountSchema(): z.ZodMiniType<Account> {
  const revenue = money('Revenue with the account in the period under study.');
  return z
    .strictObject(
      {
        id: text('Id of the account.'),
        name: z.exactOptional(text('Name.')),
        sector: z.exactOptional(text('Sector of activity.')),
        size: z.exactOptional(text("Class of size, in the company's own words.")),
        country: z.exactOptional(country('Country as an ISO 3166-1 code of two letters.')),
        zone: z.exactOptional(text('Sales zone or region.')),
        distributor: z.exactOptional(text('Id of the distributor who serves it.')),
        customerSince: z.exactOptional(civilDate('Civil date it became a customer. Rule: a day that exists.')),
        revenue: z.exactOptional(revenue),
        segments: z.exactOptional(named(text('Value of the property.'), 'Further properties to compare by.')),
      } satisfies { [Name in keyof Account]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Account', description: 'A business customer, or a dealer.' }));
}

/**
 * The schema of an {@link Account}, strict.
 *
 * Use it with {@link readRecords} for rows of a CRM. Money is a whole number of minor units with its currency, never a decimal.
 *
 * @example
 * ```ts
 * import { accountSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const account = { id: 'a1', country: 'FR', revenue: { minorUnits: 125_000_00, currency: 'EUR' } };
 * readRecord(accountSchema, account).success; // => true
 * ```
 */
export const accountSchema: z.ZodMiniType<Account> = /* @__PURE__ */ createAccountSchema();
