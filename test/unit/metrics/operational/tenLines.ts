import type { OrderLine, OrderLineDelivery } from '../../../../src/metrics/operational/orderLine.js';

/** The day on which every line of the set was promised. */
export const DUE = '2026-03-06';

/** A line promised for {@link DUE}. */
export function line(
  orderId: string,
  lineId: string,
  quantityOrdered: number,
  deliveries: readonly OrderLineDelivery[],
  rest: Partial<OrderLine> = {},
): OrderLine {
  return { orderId, lineId, accountId: `account ${orderId}`, promisedAt: DUE, quantityOrdered, deliveries, ...rest };
}

/** A delivery that arrived. */
export function arrival(
  deliveredAt: string,
  quantity: number,
  rest: Partial<OrderLineDelivery> = {},
): OrderLineDelivery {
  return { deliveredAt, quantity, ...rest };
}

/**
 * Ten lines of four orders, 160 pieces. By hand: A4 is a day early, 2 of 10 pieces of B1 are still to come, D1 has not come at all.
 * Lines 7 of 10, orders 1 of 4 (C), pieces 10 + 20 + 5 + 8 + 10 + 10 + 30 + 10 = 103 of 160.
 */
export const TEN_LINES: readonly OrderLine[] = [
  line('A', '1', 10, [arrival(DUE, 10)]),
  line('A', '2', 20, [arrival(DUE, 12), arrival(DUE, 8)]),
  line('A', '3', 5, [arrival(DUE, 5)]),
  line('A', '4', 15, [arrival('2026-03-05', 15)]),
  line('B', '1', 10, [arrival(DUE, 8)]),
  line('B', '2', 10, [arrival(DUE, 10)]),
  line('B', '3', 10, [arrival(DUE, 10)]),
  line('C', '1', 30, [arrival(DUE, 30)]),
  line('C', '2', 10, [arrival(DUE, 10)]),
  line('D', '1', 40, []),
];

/** A day after the window of all of them. */
export const LATER = '2026-03-31';
