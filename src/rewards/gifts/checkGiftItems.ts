import { requireRows } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import type { GiftItem, GiftStock } from './giftItem.js';

/**
 * What is wrong with an item of a catalogue: `'not-an-item'`; `'missing-id'`, `'missing-catalogue'`, `'missing-name'`,
 * `'missing-category'`; `'bad-price'` (no whole minor units from 0), `'bad-currency'`, `'unknown-stock'`, `'bad-countries'`,
 * `'bad-date'`, `'reversed-dates'` (the last day before the first), `'bad-tags'`, `'bad-age'`; `'duplicate-item'` (the same item once
 * more: it is offered once), `'conflicting-item'` (several items of one id that say different things: none is offered, since nobody
 * knows which is right). More codes may be added.
 */
export type GiftItemFindingCode =
  | 'not-an-item'
  | 'missing-id'
  | 'missing-catalogue'
  | 'missing-name'
  | 'missing-category'
  | 'bad-price'
  | 'bad-currency'
  | 'unknown-stock'
  | 'bad-countries'
  | 'bad-date'
  | 'reversed-dates'
  | 'bad-tags'
  | 'bad-age'
  | 'duplicate-item'
  | 'conflicting-item';

const STOCKS = {
  'in-stock': true,
  'low-stock': true,
  'out-of-stock': true,
  withdrawn: true,
} satisfies Record<GiftStock, true>;

/** Tells a currency code of three capital letters. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code);
}

/** Tells a country code of two capital letters. */
export function isCountry(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code);
}

/** Tells text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isListOf(value: unknown, isMember: (own: unknown) => boolean): boolean {
  // Not `every` on the list itself, which passes over holes.
  return value === undefined || (Array.isArray(value) && Array.from(value as readonly unknown[]).every(isMember));
}

/** The first thing that is wrong with an item: code, field and value; `null` where nothing is. */
function faultOf(item: unknown): readonly [GiftItemFindingCode, string, unknown] | null {
  if (Object(item) !== item || Array.isArray(item)) return ['not-an-item', '', item];
  const own = item as Readonly<Record<keyof GiftItem, unknown>>;
  const { id, catalogue, category, stock, countries, validFrom, validThrough, tags, minimumAge } = own;
  const { en, fr } = Object(own.names) as Readonly<Record<string, unknown>>;
  const { minorUnits, currency } = Object(own.price) as Readonly<Record<string, unknown>>;
  const faults: readonly (readonly [boolean, GiftItemFindingCode, string, unknown])[] = [
    [isText(id), 'missing-id', 'id', id],
    [isText(catalogue), 'missing-catalogue', 'catalogue', catalogue],
    [isText(en) && isText(fr), 'missing-name', 'names', own.names],
    [isText(category), 'missing-category', 'category', category],
    [Number.isSafeInteger(minorUnits) && (minorUnits as number) >= 0, 'bad-price', 'price.minorUnits', minorUnits],
    [isCurrency(currency), 'bad-currency', 'price.currency', currency],
    [typeof stock === 'string' && Object.hasOwn(STOCKS, stock), 'unknown-stock', 'stock', stock],
    [isListOf(countries, isCountry), 'bad-countries', 'countries', countries],
    [validFrom === undefined || isCivilDate(validFrom), 'bad-date', 'validFrom', validFrom],
    [validThrough === undefined || isCivilDate(validThrough), 'bad-date', 'validThrough', validThrough],
    [
      validFrom === undefined || validThrough === undefined || (validFrom as string) <= (validThrough as string),
      'reversed-dates',
      'validThrough',
      validThrough,
    ],
    [isListOf(tags, isText), 'bad-tags', 'tags', tags],
    [
      minimumAge === undefined || (Number.isSafeInteger(minimumAge) && (minimumAge as number) >= 0),
      'bad-age',
      'minimumAge',
      minimumAge,
    ],
  ];
  const fault = faults.find(([isRight]) => !isRight);
  return fault === undefined ? null : [fault[1], fault[2], fault[3]];
}

/** The items that can be offered, each once, in the order given, and what is wrong with the others. */
export function sortOutItems(items: Iterable<GiftItem>): {
  readonly sound: readonly GiftItem[];
  readonly findings: readonly RecordFinding<GiftItemFindingCode>[];
} {
  const findings: RecordFinding<GiftItemFindingCode>[] = [];
  const byId = new Map<string, { readonly item: GiftItem; readonly index: number }[]>();
  let index = 0;
  for (const item of items) {
    const fault = faultOf(item);
    const id = (Object(item) as Partial<GiftItem>).id;
    if (fault !== null) findings.push(recordFinding(fault[0], index, id, fault[1], fault[2]));
    else {
      const known = byId.get(item.id);
      if (known === undefined) byId.set(item.id, [{ item, index }]);
      else known.push({ item, index });
    }
    index += 1;
  }
  const sound: GiftItem[] = [];
  for (const [id, [first, ...others]] of byId) {
    if (first === undefined) continue;
    const text = others.length > 0 ? canonicalText(first.item) : '';
    const isSame = others.every(({ item }) => canonicalText(item) === text);
    if (isSame) sound.push(first.item);
    const named = isSame ? others : [first, ...others];
    const code = isSame ? 'duplicate-item' : 'conflicting-item';
    for (const { index: at } of named) findings.push(recordFinding(code, at, id, 'id', id));
  }
  findings.sort((a, b) => a.index - b.index);
  return { sound, findings };
}

/**
 * Checks the items of a gift catalogue: what is missing, impossible, or there more than once.
 *
 * Use it when a supplier's file comes in, before the catalogue is offered: {@link compileGiftCatalogue} leaves out exactly what is named
 * here, and keeps the same findings.
 *
 * @param items - The items, read once; none is changed.
 * @returns One finding per item at fault, by its place: the first thing that is wrong with it. Of an item that is there several times
 * and always the same, the first is good.
 * @throws TypeError with code `CX_INVALID_INPUT` for something else than rows.
 * @example
 * ```ts
 * import { checkGiftItems, type GiftItem } from 'cx-scoring/rewards';
 *
 * const basket: GiftItem = {
 *   id: 'basket',
 *   catalogue: 'main',
 *   names: { en: 'Gourmet basket', fr: 'Panier gourmand' },
 *   category: 'gourmet',
 *   price: { minorUnits: 4290, currency: 'EUR' },
 *   stock: 'in-stock',
 * };
 * checkGiftItems([basket]); // => []
 * checkGiftItems([basket, basket])[0]?.code; // => 'duplicate-item'
 * const free = { ...basket, id: 'pen', price: { minorUnits: 9.5, currency: 'EUR' } };
 * checkGiftItems([free]); // => [{ code: 'bad-price', index: 0, id: 'pen', field: 'price.minorUnits', value: 9.5 }]
 * ```
 */
export function checkGiftItems(items: Iterable<GiftItem>): readonly RecordFinding<GiftItemFindingCode>[] {
  requireRows('checkGiftItems', 'items', items);
  return sortOutItems(items).findings;
}
