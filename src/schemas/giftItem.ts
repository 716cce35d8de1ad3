import * as z from 'zod/mini';
import type { LocalizedText } from '../core/definition.js';
import { isCivilDate } from '../core/period.js';
import type { GiftItem, GiftStock } from '../rewards/gifts/giftItem.js';
import { civilDate, country, count, list, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { money } from './money.js';

function dayFindings({ validFrom, validThrough }: GiftItem): Finding[] {
  // A day that does not exist has its own issue.
  if (!isCivilDate(validFrom) || !isCivilDate(validThrough)) return [];
  if (validFrom === undefined || validThrough === undefined || validFrom <= validThrough) return [];
  return [{ code: 'out-of-order', rule: `no day before "${validFrom}"`, input: validThrough, path: ['validThrough'] }];
}

function createGiftItemSchema(): z.ZodMiniType<GiftItem> {
  const stocks = {
    'in-stock': true,
    'low-stock': true,
    'out-of-stock': true,
    withdrawn: true,
  } satisfies Record<GiftStock, true>;
  const names = z
    .strictObject(
      { en: text('British English.'), fr: text('French.') } satisfies { [Name in keyof LocalizedText]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Names for people.'));
  return z
    .strictObject(
      {
        id: text('Id of the item, its SKU.'),
        catalogue: text('Id of the catalogue.'),
        names,
        category: text("Category, in the catalogue's own words."),
        price: money('What it costs the budget, delivered.', 0),
        stock: wordOf<GiftStock>(stocks, 'Whether it can be had.'),
        countries: z.optional(list(country('A country.'), 'Countries it is delivered to; everywhere when left out.')),
        validFrom: z.optional(civilDate('First day on which it can be chosen.')),
        validThrough: z.optional(civilDate('Last day on which it can be chosen. Rule: no day before the first.')),
        tags: z.optional(list(text('A tag.'), 'What it is.')),
        minimumAge: z.optional(count('Age from which it may be given, in years.')),
      } satisfies { [Name in keyof GiftItem]-?: unknown },
      { error: issueMessage },
    )
    .check(findings(dayFindings), z.meta({ title: 'Gift item', description: 'A gift of a catalogue.' }));
}

/**
 * The schema of a {@link GiftItem}, strict.
 *
 * Use it with {@link readRecords} for a supplier's file of gifts, before `compileGiftCatalogue` sorts them.
 *
 * @example
 * ```ts
 * import { giftItemSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const names = { en: 'Gourmet basket', fr: 'Panier gourmand' };
 * const price = { minorUnits: 4290, currency: 'EUR' };
 * const basket = { id: 'basket', catalogue: 'main', names, category: 'gourmet', price, stock: 'in-stock' };
 * readRecord(giftItemSchema, basket).success; // => true
 * readRecord(giftItemSchema, { ...basket, stock: 'sold' }).success; // => false
 * ```
 */
export const giftItemSchema: z.ZodMiniType<GiftItem> = /* @__PURE__ */ createGiftItemSchema();
