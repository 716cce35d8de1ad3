import * as z from 'zod/mini';
import { CONTACT_ROLES, type Contact } from '../core/records.js';
import { country, flag, language, text, word } from './fields.js';
import { issueMessage } from './issues.js';

function createContactSchema(): z.ZodMiniType<Contact> {
  return z
    .strictObject(
      {
        id: text('Id of the contact.'),
        accountId: text('Account the contact belongs to.'),
        role: word(CONTACT_ROLES, 'Role in the decisions of the account.'),
        jobLevel: z.exactOptional(text("Level in the hierarchy, in the company's own words.")),
        language: z.exactOptional(language('Language to write in, as a BCP 47 tag.')),
        country: z.exactOptional(country('Country as an ISO 3166-1 code of two letters.')),
        optedOut: z.exactOptional(flag('true for one who does not want to be asked.')),
        active: z.exactOptional(flag('false for one who has left; active when left out.')),
      } satisfies { [Name in keyof Contact]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Contact', description: 'A person at an account.' }));
}

/**
 * The schema of a {@link Contact}, strict.
 *
 * Use it with {@link readRecords} for rows of a CRM.
 *
 * @example
 * ```ts
 * import { contactSchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(contactSchema, { id: 'c1', accountId: 'a1', role: 'prescriber' }).success; // => true
 * readRecord(contactSchema, { id: 'c1', accountId: 'a1', role: 'boss' }).success; // => false
 * ```
 */
export const contactSchema: z.ZodMiniType<Contact> = /* @__PURE__ */ createContactSchema();
