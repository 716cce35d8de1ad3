import { requireOption } from '../../core/options.js';
import type { GiftOrder } from './giftOrder.js';

/** An order with all that took its place. */
export interface GiftChain {
  /** The order that began it. */
  readonly first: GiftOrder;
  /** The order that stands: the first where nothing took its place. */
  readonly last: GiftOrder;
}

/** Follows orders to those that took their place; in order of choice, then of ids. */
export function chainsOf(orders: readonly GiftOrder[]): readonly GiftChain[] {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const dayOf = ({ days }: GiftOrder): string => days.chosen ?? '';
  return orders
    .filter(({ replaces }) => replaces === null)
    .sort((a, b) => (dayOf(a) + a.id < dayOf(b) + b.id ? -1 : 1))
    .map((first) => {
      let last = first;
      // No chain is longer than the list, whatever a list says that no fold made.
      for (let left = orders.length; left > 0; left--) {
        const next = byId.get(last.replacedBy ?? '');
        if (next === undefined) break;
        last = next;
      }
      return { first, last };
    });
}

/** Tells an order whose gift went back or was never taken. */
export function isGivenUp({ state }: Pick<GiftOrder, 'state'>): boolean {
  return state === 'refused' || state === 'returned';
}

/** Refuses orders that are not what the fold gives. */
export function requireOrders(where: string, orders: unknown): void {
  const isOrder = (own: unknown): boolean => {
    const { id, days, price, award } = Object(own) as Readonly<Partial<Record<keyof GiftOrder, unknown>>>;
    return typeof id === 'string' && typeof award === 'string' && Object(days) === days && Object(price) === price;
  };
  const areOrders = Array.isArray(orders) && Array.from(orders).every(isOrder);
  requireOption(areOrders, where, 'orders', 'a list of orders that were folded', orders);
}
