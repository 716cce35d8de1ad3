/** Why a line does not speak of the supplier. */
export type OrderLineExcuse = (typeof ORDER_LINE_EXCUSES)[number];

/**
 * The reasons for which a line is left out of the delivery metrics, each counted:
 *
 * - `'customer-caused'`: the customer was closed, refused, or changed the order late;
 * - `'force-majeure'`: flood, strike, closed border;
 * - `'other'`: another reason that the contract accepts.
 */
export const ORDER_LINE_EXCUSES = ['customer-caused', 'force-majeure', 'other'] as const;

/** One delivery, or a part of one, against an order line. */
export interface OrderLineDelivery {
  /** When it left; left out while it has not, or when that is not known. */
  readonly shippedAt?: string | undefined;
  /** When it arrived; left out while it is on its way. */
  readonly deliveredAt?: string | undefined;
  /** Quantity, from 0, in the unit of the line. */
  readonly quantity: number;
  /** Whether its documents were complete and right; left out when that is not known. */
  readonly documentsOk?: boolean | undefined;
  /** Whether something arrived damaged or defective; left out when that is not known. */
  readonly damaged?: boolean | undefined;
}

/**
 * One line of an order with all that was delivered against it: one record for each line.
 *
 * Times are civil dates `YYYY-MM-DD` or instants with their zone, such as `2026-11-21T09:30:00+01:00`; where days are counted, those
 * of the dates as written. A time that is left out means that it did not happen, or is not known.
 */
export interface OrderLine {
  /** Id of the order. */
  readonly orderId: string;
  /** Id of the line, unique within its order. A line that is to come in several parts at several dates is as many lines. */
  readonly lineId: string;
  /** Account that ordered. */
  readonly accountId?: string | undefined;
  /** Item that was ordered. */
  readonly sku?: string | undefined;
  /** Class of the item in the company's own words, such as `'A'`. */
  readonly itemClass?: string | undefined;
  /** When it was ordered. */
  readonly orderedAt?: string | undefined;
  /** When the customer asked to have it. */
  readonly requestedAt?: string | undefined;
  /** When it was promised for, the first time. */
  readonly promisedAt?: string | undefined;
  /** When it was promised for, the last time. */
  readonly lastConfirmedAt?: string | undefined;
  /** Quantity ordered, above 0. */
  readonly quantityOrdered: number;
  /** When the customer cancelled it. */
  readonly cancelledAt?: string | undefined;
  /** When it was closed short: what had not come by then was not awaited any more. */
  readonly closedAt?: string | undefined;
  /** Why the line does not speak of the supplier; left out for one that does. */
  readonly excludedReason?: OrderLineExcuse | undefined;
  /** What was delivered, in any order; empty as long as nothing was. */
  readonly deliveries: readonly OrderLineDelivery[];
}
