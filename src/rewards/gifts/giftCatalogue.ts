import { requireRows } from '../../core/options.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import { sortOutItems, type GiftItemFindingCode } from './checkGiftItems.js';
import type { GiftItem } from './giftItem.js';

/** Items of one currency that can be had, dearest first; those of one price in code-unit order of their ids. */
export interface GiftShelf {
  /** The items. */
  readonly items: GiftItem[];
  /** Whether some of them are not for every day or not for every age. */
  isLimited: boolean;
}

/** What a catalogue holds in one currency, of one of its catalogues or of all. */
export interface GiftRange {
  /** What can be had, by category; of all categories under `null`. */
  readonly shelves: Map<string | null, GiftShelf>;
  /** Prices of what is out of stock, dearest first. */
  readonly outOfStock: number[];
  /** Prices of what is withdrawn, dearest first. */
  readonly withdrawn: number[];
}

/** A catalogue sorted once, to be asked many times. */
export interface CompiledGiftCatalogue {
  /** How many items it holds: those at fault are not among them. */
  readonly size: number;
  /** What was left out and why, by place in the file: the same as {@link checkGiftItems} gives. */
  readonly findings: readonly RecordFinding<GiftItemFindingCode>[];
  /** The items, in code-unit order of their ids. */
  readonly items: readonly GiftItem[];
  /** Finds an item by its id; `null` when there is none. */
  readonly find: (id: string) => GiftItem | null;
  /**
   * What it holds in a currency, of one catalogue or, for `null`, of all.
   *
   * @internal
   */
  readonly range: (currency: string, catalogue: string | null) => GiftRange | null;
}

/** The first place of a list, dearest first, whose price is no more than a value: all before it are too dear. */
export function firstWithin<T>(list: readonly T[], priceOf: (own: T) => number, upTo: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (priceOf(list[middle] as T) > upTo) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byPrice(a: GiftItem, b: GiftItem): number {
  return b.price.minorUnits - a.price.minorUnits || (a.id < b.id ? -1 : 1);
}

function place({ shelves, outOfStock, withdrawn }: GiftRange, item: GiftItem): void {
  const { stock, price, category } = item;
  if (stock === 'out-of-stock') outOfStock.push(price.minorUnits);
  else if (stock === 'withdrawn') withdrawn.push(price.minorUnits);
  else
    for (const key of [category, null]) {
      let shelf = shelves.get(key);
      if (shelf === undefined) shelves.set(key, (shelf = { items: [], isLimited: false }));
      shelf.items.push(item);
      const { validFrom, validThrough, minimumAge } = item;
      if (validFrom !== undefined || validThrough !== undefined || minimumAge !== undefined) shelf.isLimited = true;
    }
}

/** Tells a catalogue that was compiled. */
export function isCompiledCatalogue(catalogue: unknown): catalogue is CompiledGiftCatalogue {
  const { find, range } = Object(catalogue) as Partial<CompiledGiftCatalogue>;
  return typeof find === 'function' && typeof range === 'function';
}

/**
 * Sorts the items of a gift catalogue once, to be asked many times.
 *
 * Use it when a service starts or a supplier's file changes: {@link eligibleGifts} then finds what a reserved value allows by halving,
 * without going through thousands of references each time. Items are kept by currency, catalogue and category, dearest first.
 *
 * @param items - The items, of one catalogue or several; read once, none is changed.
 * @returns The catalogue, with findings about all that was left out. The order of the items does not matter.
 * @throws TypeError with code `CX_INVALID_INPUT` for something else than rows.
 * @example
 * ```ts
 * import { compileGiftCatalogue, type GiftItem } from 'cx-scoring/rewards';
 *
 * const basket: GiftItem = {
 *   id: 'basket',
 *   catalogue: 'main',
 *   names: { en: 'Gourmet basket', fr: 'Panier gourmand' },
 *   category: 'gourmet',
 *   price: { minorUnits: 4290, currency: 'EUR' },
 *   stock: 'in-stock',
 * };
 * const catalogue = compileGiftCatalogue([basket, { ...basket, id: '' }]);
 * catalogue.size; // => 1
 * catalogue.findings[0]?.code; // => 'missing-id'
 * catalogue.find('basket')?.price.minorUnits; // => 4290
 * catalogue.find('pen'); // => null
 * ```
 */
export function compileGiftCatalogue(items: Iterable<GiftItem>): CompiledGiftCatalogue {
  requireRows('compileGiftCatalogue', 'items', items);
  const { sound, findings } = sortOutItems(items);
  const inOrder = sound.slice().sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(inOrder.map((item) => [item.id, item]));
  const ranges = new Map<string, Map<string | null, GiftRange>>();
  for (const item of sound.slice().sort(byPrice)) {
    const { currency } = item.price;
    let own = ranges.get(currency);
    if (own === undefined) ranges.set(currency, (own = new Map<string | null, GiftRange>()));
    for (const key of [item.catalogue, null]) {
      let range = own.get(key);
      if (range === undefined) own.set(key, (range = { shelves: new Map(), outOfStock: [], withdrawn: [] }));
      place(range, item);
    }
  }
  return {
    size: inOrder.length,
    findings,
    items: inOrder,
    find: (id) => byId.get(id) ?? null,
    range: (currency, catalogue) => ranges.get(currency)?.get(catalogue) ?? null,
  };
}
