import * as z from 'zod/mini';
import type { CatalogueItem } from '../metrics/behavioural/catalogueItem.js';
import { count, text } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';

function countFindings({ required, filled }: CatalogueItem): Finding[] {
  const most = required ?? Infinity;
  if (filled === undefined || filled === null || filled <= most) return [];
  return [{ code: 'too-large', rule: `at most those required, ${most}`, input: filled, path: ['filled'] }];
}

function createCatalogueItemSchema(): z.ZodMiniType<CatalogueItem> {
  return z
    .strictObject(
      {
        productId: text('Id of the product.'),
        channel: text('Channel that asks for the attributes.'),
        locale: text('Language of the attributes.'),
        required: z.nullish(count('Attributes that the channel requires of the product.')),
        filled: z.nullish(count('How many of them are filled. Rule: at most those required.')),
      } satisfies { [Name in keyof CatalogueItem]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(countFindings),
      z.meta({ title: 'Catalogue item', description: 'A product as one channel shows it in one language.' }),
    );
}

/**
 * The schema of a {@link CatalogueItem}, strict.
 *
 * Use it with {@link readRecords} for an export of the product data. A missing count is accepted, because the metric counts it.
 *
 * @example
 * ```ts
 * import { catalogueItemSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const item = { productId: 'p1', channel: 'web', locale: 'fr', required: 8 };
 * readRecord(catalogueItemSchema, { ...item, filled: 8 }).success; // => true
 * readRecord(catalogueItemSchema, { ...item, filled: 9 }).success; // => false
 * ```
 */
export const catalogueItemSchema: z.ZodMiniType<CatalogueItem> = /* @__PURE__ */ createCatalogueItemSchema();
