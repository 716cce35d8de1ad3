import type { CompiledGiftCatalogue } from './giftCatalogue.js';
import type { GiftStock } from './giftItem.js';

/** A count out of many: plain JSON. */
export interface GiftShare {
  /** How many. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  /** The share, 0..1; `null` of nothing. */
  readonly share: number | null;
}

/** What became of the orders of one item or category. */
export interface GiftTally {
  /** How often it was chosen. */
  chosen: number;
  /** How often it took the place of another order. */
  replacements: number;
  /** Orders that were delivered. */
  delivered: number;
  /** Orders that were refused. */
  refused: number;
  /** Orders that were returned. */
  returned: number;
  /** Orders that were replaced. */
  replaced: number;
}

/** An item that was ordered. */
export interface GiftItemReport extends Readonly<GiftTally> {
  /** Id of the item. */
  readonly item: string;
  /** Its category; `null` when the catalogue no longer has it. */
  readonly category: string | null;
}

/** A category. */
export interface GiftCategoryReport extends Readonly<GiftTally> {
  /** The category; `null` of items that the catalogue no longer has. */
  readonly category: string | null;
  /** How many items the catalogue has of it. */
  readonly items: number;
}

/** What became of the money that was reserved for gifts that were chosen, in minor units: `used + returned` is `reserved`. */
export interface GiftMoney {
  /** The currency. */
  readonly currency: string;
  /** What was reserved. */
  readonly reserved: number;
  /** What the gifts cost that stand. */
  readonly used: number;
  /** What is left of the reserved value: remainders, and the value of gifts that were refused or returned. */
  readonly returned: number;
  /** The part of `returned` that gifts cost which were refused or returned. */
  readonly givenUp: number;
  /** `used` of `reserved`, 0..1; `null` of nothing. */
  readonly shareUsed: number | null;
}

/** An order that is not under way yet and whose item cannot be had. */
export interface UnavailableGift {
  /** Id of the order. */
  readonly order: string;
  /** Id of the item. */
  readonly item: string;
  /** Why; `null` when the catalogue no longer has it. */
  readonly stock: GiftStock | null;
}

/** How a gift catalogue is used: plain JSON. */
export interface GiftCatalogueReport {
  /** Items that were ordered, most often chosen first, then in code-unit order. */
  readonly items: readonly GiftItemReport[];
  /** Categories of the catalogue and of the orders, in code-unit order; those no longer known last. */
  readonly categories: readonly GiftCategoryReport[];
  /** Items that were never ordered, in code-unit order of their ids. */
  readonly neverChosen: readonly string[];
  /** Money, by currency, in code-unit order. */
  readonly money: readonly GiftMoney[];
  /** Orders that were refused, of all orders. */
  readonly refused: GiftShare;
  /** Orders that were returned, of all orders. */
  readonly returned: GiftShare;
  /** Orders that were replaced, of all orders. */
  readonly replaced: GiftShare;
  /** Choices of the ten items that are chosen most, of all choices. */
  readonly topTen: GiftShare;
  /** Orders that are chosen or ordered and whose item is out of stock, withdrawn or gone, in code-unit order of their ids. */
  readonly unavailable: readonly UnavailableGift[];
}

/** A share of counts. */
export function giftShare(count: number, of: number): GiftShare {
  return { count, of, share: of === 0 ? null : count / of };
}

/** A tally of nothing. */
export function createGiftTally(): GiftTally {
  return { chosen: 0, replacements: 0, delivered: 0, refused: 0, returned: 0, replaced: 0 };
}

/** How many items a catalogue has of each category. */
export function categorySizes({ items }: CompiledGiftCatalogue): Map<string | null, number> {
  const sizes = new Map<string | null, number>();
  for (const { category } of items) sizes.set(category, (sizes.get(category) ?? 0) + 1);
  return sizes;
}
