import type { RecordFinding } from '../../core/recordFinding.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { findRecordFaults, optionalMoment, type RecordFault } from './recordFaults.js';

/** A cart. Times are civil dates, or instants with their zone; left out, it did not happen. */
export interface Cart {
  /** Id of the cart. */
  readonly id?: string | undefined;
  /** Account it belongs to. */
  readonly accountId?: string | undefined;
  /** When it was created. */
  readonly createdAt: string;
  /** When it became an order online. */
  readonly orderedAt?: string | null | undefined;
  /** When the same goods were ordered otherwise: by phone, through a salesperson, after an approval. */
  readonly offlineOrderedAt?: string | null | undefined;
}

/** What can be wrong with a cart. Such a cart is left out. More codes may be added. */
export type CartFault = 'unreadable-time' | 'ordered-before-created';

/** The times of a cart without fault. */
export interface CartTimes {
  /** When it was created. */
  readonly created: Moment;
  /** When it was ordered online. */
  readonly online: Moment | null;
  /** When it was ordered otherwise. */
  readonly offline: Moment | null;
}

/** Reads the times of a cart, or tells what is wrong with them: one rule for metric and check. */
export function readCart(record: Cart): CartTimes | RecordFault<CartFault> {
  const { createdAt, orderedAt, offlineOrderedAt } = Object(record) as Cart;
  const created = readMoment(createdAt);
  if (!created) return { code: 'unreadable-time', field: 'createdAt' };
  const online = optionalMoment(orderedAt);
  if (online === undefined) return { code: 'unreadable-time', field: 'orderedAt' };
  const offline = optionalMoment(offlineOrderedAt);
  if (offline === undefined) return { code: 'unreadable-time', field: 'offlineOrderedAt' };
  if (online && elapsed(created, online) < 0) return { code: 'ordered-before-created', field: 'orderedAt' };
  if (offline && elapsed(created, offline) < 0) return { code: 'ordered-before-created', field: 'offlineOrderedAt' };
  return { created, online, offline };
}

/**
 * Names the carts whose times cannot be.
 *
 * Use it once per export of the shop, before {@link computeCartAbandonment}: an order before its cart was linked to the wrong one.
 *
 * @param carts - One row per cart.
 * @returns The findings in the order of the rows; none when all is well.
 * @example
 * ```ts
 * import { checkCarts } from 'cx-scoring';
 *
 * const findings = checkCarts([{ id: 'c1', createdAt: '2026-03-02', offlineOrderedAt: '2026-03-01' }]);
 * findings; // => [{ code: 'ordered-before-created', index: 0, id: 'c1', field: 'offlineOrderedAt', value: '2026-03-01' }]
 * ```
 */
export function checkCarts(carts: Iterable<Cart>): RecordFinding<CartFault>[] {
  const faultOf = (cart: Cart): RecordFault<CartFault> | null => {
    const read = readCart(cart);
    return 'code' in read ? read : null;
  };
  return findRecordFaults('checkCarts', carts, faultOf, ({ id }) => id);
}
