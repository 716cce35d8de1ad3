import { requireCatalogue } from './eligibleGifts.js';
import { chainsOf, isGivenUp, requireOrders } from './giftChains.js';
import type { CompiledGiftCatalogue } from './giftCatalogue.js';
import type { GiftOrder } from './giftOrder.js';
import {
  categorySizes,
  createGiftTally,
  giftShare,
  type GiftCatalogueReport,
  type GiftMoney,
  type GiftTally,
  type UnavailableGift,
} from './giftReport.js';

const WHERE = 'reportGiftCatalogue';
const TOP = 10;

function addOrder(tally: GiftTally, { replaces, days }: GiftOrder): void {
  if (replaces === null) tally.chosen += 1;
  else tally.replacements += 1;
  for (const step of ['delivered', 'refused', 'returned', 'replaced'] as const)
    if (days[step] !== null) tally[step] += 1;
}

function tallyBy<Key>(orders: readonly GiftOrder[], keyOf: (order: GiftOrder) => Key): Map<Key, GiftTally> {
  const tallies = new Map<Key, GiftTally>();
  for (const order of orders) {
    const tally = tallies.get(keyOf(order)) ?? createGiftTally();
    tallies.set(keyOf(order), tally);
    addOrder(tally, order);
  }
  return tallies;
}

/** Each grant counts once, with the gift that stands in the end. */
function moneyOf(orders: readonly GiftOrder[]): readonly GiftMoney[] {
  const sums = new Map<string, { reserved: number; used: number; givenUp: number }>();
  for (const { last } of chainsOf(orders)) {
    const { currency, minorUnits } = last.price;
    const sum = sums.get(currency) ?? { reserved: 0, used: 0, givenUp: 0 };
    sums.set(currency, sum);
    sum.reserved += last.reserved;
    sum[isGivenUp(last) ? 'givenUp' : 'used'] += minorUnits;
  }
  return Array.from(sums)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { reserved, used, givenUp }]) => ({
      currency,
      reserved,
      used,
      returned: reserved - used,
      givenUp,
      shareUsed: reserved === 0 ? null : used / reserved,
    }));
}

function unavailableOf(catalogue: CompiledGiftCatalogue, orders: readonly GiftOrder[]): readonly UnavailableGift[] {
  return orders
    .filter(({ state }) => state === 'chosen' || state === 'ordered')
    .map(({ id, item }) => ({ order: id, item, stock: catalogue.find(item)?.stock ?? null }))
    .filter(({ stock }) => stock === null || stock === 'out-of-stock' || stock === 'withdrawn')
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

/**
 * Reports how a gift catalogue is used: what is chosen and what never is, what of the reserved money, what comes back.
 *
 * Use it before a season, to drop what nobody wants and to find what is refused or returned. An order that took the place of another
 * counts as an order, not as a choice.
 *
 * @param catalogue - What {@link compileGiftCatalogue} made of the items.
 * @param orders - The orders, as {@link foldGiftOrders} gives them, in any order.
 * @returns Counts by item and category, money by currency, rates with their counts, and orders whose item cannot be had.
 * @throws TypeError with code `CX_INVALID_INPUT` for a catalogue that was not compiled and `CX_INVALID_OPTION` for orders that are none.
 * @remarks A refused or returned order counts as such also where it was replaced afterwards. Shares are of counts, without intervals: they
 * describe the orders given, and are no estimate of others.
 * @example
 * ```ts
 * import { compileGiftCatalogue, foldGiftOrders, reportGiftCatalogue } from 'cx-scoring/rewards';
 *
 * const names = { en: 'Gift', fr: 'Cadeau' };
 * const price = { minorUnits: 4290, currency: 'EUR' };
 * const basket = { id: 'basket', catalogue: 'main', names, category: 'gourmet', price, stock: 'in-stock' } as const;
 * const catalogue = compileGiftCatalogue([basket, { ...basket, id: 'pen', category: 'office' }]);
 * const chosen = { id: 'e1', order: 'o1', kind: 'chosen', on: '2026-04-03', award: 'k1', item: 'basket', price } as const;
 * const { orders } = foldGiftOrders([{ ...chosen, reserved: 5000 }], { asOf: '2026-04-30' });
 * const report = reportGiftCatalogue(catalogue, orders);
 * report.neverChosen; // => ['pen']
 * report.money[0]?.returned; // => 710
 * report.topTen; // => { count: 1, of: 1, share: 1 }
 * ```
 */
export function reportGiftCatalogue(
  catalogue: CompiledGiftCatalogue,
  orders: readonly GiftOrder[],
): GiftCatalogueReport {
  requireCatalogue(WHERE, catalogue);
  requireOrders(WHERE, orders);
  const categoryOf = (item: string): string | null => catalogue.find(item)?.category ?? null;
  const byItem = tallyBy(orders, ({ item }) => item);
  const byCategory = tallyBy(orders, ({ item }) => categoryOf(item));
  const sizes = categorySizes(catalogue);
  const keys = Array.from(new Set([...sizes.keys(), ...byCategory.keys()]));
  const items = Array.from(byItem, ([item, tally]) => ({ item, category: categoryOf(item), ...tally }));
  items.sort((a, b) => b.chosen - a.chosen || (a.item < b.item ? -1 : 1));
  const chosen = items.reduce((sum, own) => sum + own.chosen, 0);
  const top = items.slice(0, TOP).reduce((sum, own) => sum + own.chosen, 0);
  const rate = (step: 'refused' | 'returned' | 'replaced'): GiftCatalogueReport['refused'] =>
    giftShare(orders.filter(({ days }) => days[step] !== null).length, orders.length);
  return {
    items,
    categories: keys
      .sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
      .map((category) => ({
        category,
        items: sizes.get(category) ?? 0,
        ...(byCategory.get(category) ?? createGiftTally()),
      })),
    neverChosen: catalogue.items.map(({ id }) => id).filter((id) => !byItem.has(id)),
    money: moneyOf(orders),
    refused: rate('refused'),
    returned: rate('returned'),
    replaced: rate('replaced'),
    topTen: giftShare(top, chosen),
    unavailable: unavailableOf(catalogue, orders),
  };
}
