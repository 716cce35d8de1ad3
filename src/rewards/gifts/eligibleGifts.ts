import { cxError } from '../../core/errors.js';
import { isWhole, requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { isCurrency, isText } from './checkGiftItems.js';
import {
  firstWithin,
  isCompiledCatalogue,
  type CompiledGiftCatalogue,
  type GiftRange,
  type GiftShelf,
} from './giftCatalogue.js';
import type { GiftItem } from './giftItem.js';
import { requireRestrictions, restrictionOf, type GiftExclusion, type GiftRestrictions } from './giftRestrictions.js';

/** Options of {@link eligibleGifts}. */
export interface EligibleGiftsOptions extends GiftRestrictions {
  /** The value that is reserved, in minor units: no gift may cost more. */
  readonly upTo: number;
  /** Currency of the value: gifts of another are left out, nothing is converted. */
  readonly currency: string;
  /** Civil date of the choice, for items that are not offered all the time. */
  readonly asOf: string;
  /** Id of the catalogue that the grant names; left out, of all that were compiled together. */
  readonly catalogue?: string | undefined;
  /** One category; left out, all. */
  readonly category?: string | undefined;
  /**
   * How many items are listed at most.
   * @defaultValue 50
   */
  readonly limit?: number | undefined;
  /**
   * How many are passed over before the first that is listed.
   * @defaultValue 0
   */
  readonly offset?: number | undefined;
}

/** What can be chosen: plain JSON. */
export interface EligibleGifts {
  /** The page that was asked for: dearest first, those of one price in code-unit order of their ids. */
  readonly items: readonly GiftItem[];
  /** How many can be chosen in all. */
  readonly total: number;
  /** How many items are left out, by reason; with `total` they add up to the size of the catalogue. */
  readonly excluded: Readonly<Record<GiftExclusion, number>>;
}

/** Refuses a catalogue that was not compiled. */
export function requireCatalogue(where: string, catalogue: unknown): void {
  if (!isCompiledCatalogue(catalogue))
    throw cxError('CX_INVALID_INPUT', `${where}: catalogue`, 'what compileGiftCatalogue made of items', catalogue);
}

const priceOf = ({ price }: GiftItem): number => price.minorUnits;
const itself = (price: number): number => price;
const emptyRange = (): GiftRange => ({ shelves: new Map(), outOfStock: [], withdrawn: [] });

/**
 * Finds the gifts that a reserved value allows, as one page and in an order that never changes.
 *
 * Use it to show somebody what to choose from. Prices are found by halving; without restrictions nothing else is looked at, and with
 * them only what the value allows in the category.
 *
 * @param catalogue - What {@link compileGiftCatalogue} made of the items.
 * @param options - The value with its currency, the day, and what restricts the choice.
 * @returns The page, how many there are in all, and how many were left out for which reason.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for a catalogue that was not compiled and `CX_INVALID_OPTION` for an
 * option that is not as said.
 * @example
 * ```ts
 * import { compileGiftCatalogue, eligibleGifts, type GiftItem } from 'cx-scoring/rewards';
 *
 * const gift = (id: string, minorUnits: number): GiftItem => ({
 *   id,
 *   catalogue: 'main',
 *   names: { en: id, fr: id },
 *   category: 'gourmet',
 *   price: { minorUnits, currency: 'EUR' },
 *   stock: 'in-stock',
 * });
 * const catalogue = compileGiftCatalogue([gift('pen', 900), gift('basket', 4290), gift('clock', 6500)]);
 * const found = eligibleGifts(catalogue, { upTo: 5000, currency: 'EUR', asOf: '2026-04-02' });
 * found.items.map(({ id }) => id); // => ['basket', 'pen']
 * found.excluded['too-dear']; // => 1
 * eligibleGifts(catalogue, { upTo: 5000, currency: 'USD', asOf: '2026-04-02' }).total; // => 0
 * ```
 */
export function eligibleGifts(catalogue: CompiledGiftCatalogue, options: EligibleGiftsOptions): EligibleGifts {
  const where = 'eligibleGifts';
  requireCatalogue(where, catalogue);
  requireOptions(where, options);
  const {
    upTo,
    currency,
    asOf,
    catalogue: only,
    category,
    excludedTags = [],
    country,
    limit = 50,
    offset = 0,
  } = options;
  requireOption(isWhole(upTo), where, 'upTo', 'whole minor units from 0', upTo);
  requireOption(isCurrency(currency), where, 'currency', 'a currency code of three capital letters', currency);
  requireOption(isCivilDate(asOf), where, 'asOf', 'a civil date YYYY-MM-DD', asOf);
  requireOption(only === undefined || isText(only), where, 'catalogue', 'the id of a catalogue', only);
  requireOption(category === undefined || isText(category), where, 'category', 'a name', category);
  requireOption(isWhole(limit), where, 'limit', 'a whole number from 0', limit);
  requireOption(isWhole(offset), where, 'offset', 'a whole number from 0', offset);
  requireRestrictions(where, options);
  const excluded: Record<GiftExclusion, number> = {
    'other-currency': 0,
    'other-catalogue': 0,
    'too-dear': 0,
    withdrawn: 0,
    'out-of-stock': 0,
    'other-category': 0,
    'not-offered': 0,
    country: 0,
    'excluded-tag': 0,
    'minimum-age': 0,
  };
  const sizeOf = (key: string | null): number => {
    const { shelves, outOfStock, withdrawn } = catalogue.range(currency, key) ?? emptyRange();
    return (shelves.get(null)?.items.length ?? 0) + outOfStock.length + withdrawn.length;
  };
  const { shelves, outOfStock, withdrawn } = catalogue.range(currency, only ?? null) ?? emptyRange();
  const all = shelves.get(null)?.items ?? [];
  const shelf: Readonly<GiftShelf> = shelves.get(category ?? null) ?? { items: [], isLimited: false };
  const [from, fromAll] = [firstWithin(shelf.items, priceOf, upTo), firstWithin(all, priceOf, upTo)];
  const [fromOut, fromWithdrawn] = [firstWithin(outOfStock, itself, upTo), firstWithin(withdrawn, itself, upTo)];
  excluded['other-currency'] = catalogue.size - sizeOf(null);
  excluded['other-catalogue'] = sizeOf(null) - sizeOf(only ?? null);
  excluded['too-dear'] = fromAll + fromOut + fromWithdrawn;
  excluded.withdrawn = withdrawn.length - fromWithdrawn;
  excluded['out-of-stock'] = outOfStock.length - fromOut;
  excluded['other-category'] = all.length - fromAll - (shelf.items.length - from);
  if (!shelf.isLimited && country === undefined && excludedTags.length === 0) {
    const first = Math.min(from + offset, shelf.items.length);
    return { items: shelf.items.slice(first, first + limit), total: shelf.items.length - from, excluded };
  }
  const items: GiftItem[] = [];
  let total = 0;
  for (let at = from; at < shelf.items.length; at++) {
    const item = shelf.items[at] as GiftItem;
    const reason = restrictionOf(item, asOf, options);
    if (reason !== null) excluded[reason] += 1;
    else {
      if (total >= offset && items.length < limit) items.push(item);
      total += 1;
    }
  }
  return { items, total, excluded };
}
