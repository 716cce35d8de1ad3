import type { GiftItem } from '../../../src/rewards/gifts/giftItem.js';
import type { GiftChosenEvent, GiftOrderEvent } from '../../../src/rewards/gifts/giftOrder.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { GOODWILL } from './mechanics.js';

/** Makes a gift at 42.90 EUR that everybody can have. */
export function gift(id: string, own: Partial<GiftItem> = {}): GiftItem {
  return {
    id,
    catalogue: 'main',
    names: { en: `Gift ${id}`, fr: `Cadeau ${id}` },
    category: 'gourmet',
    price: { minorUnits: 4290, currency: 'EUR' },
    stock: 'in-stock',
    ...own,
  };
}

/** A price in euros. */
export function euros(minorUnits: number): GiftItem['price'] {
  return { minorUnits, currency: 'EUR' };
}

/** The goodwill rule, which takes back what is refused or returned and gives it to the budget. */
export const GIFT_RULE: RewardRule = {
  ...GOODWILL,
  caps: [],
  reversal: {
    on: ['gift.refused', 'gift.returned'],
    when: { op: 'in', fact: ['order', 'state'], values: ['refused', 'returned'] },
    policy: 'full',
    release: true,
  },
};

/** Somebody chose the basket. */
export function chosen(order: string, on: string, own: Partial<GiftChosenEvent> = {}): GiftChosenEvent {
  const price = euros(4290);
  return {
    id: `${order}-chosen`,
    order,
    kind: 'chosen',
    on,
    award: `k-${order}`,
    item: 'basket',
    price,
    reserved: 5000,
    ...own,
  };
}

/** An order went on. */
export function step(
  order: string,
  kind: 'ordered' | 'shipped' | 'delivered' | 'refused' | 'returned',
  on: string,
  id: string = `${order}-${kind}`,
): GiftOrderEvent {
  return { id, order, kind, on };
}

/** Another gift took its place. */
export function replaced(order: string, on: string, next: string, minorUnits: number, item = 'clock'): GiftOrderEvent {
  const replacement = { order: next, item, price: euros(minorUnits) };
  return { id: `${order}-replaced`, order, kind: 'replaced', on, replacement };
}
