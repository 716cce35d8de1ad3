import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { ORDER_LINE_EXCUSES, type OrderLine, type OrderLineDelivery } from './orderLine.js';

/** What makes an order line unreadable, or impossible. */
export type OrderLineFaultCode =
  | 'missing-id'
  | 'invalid-quantity'
  | 'negative-quantity'
  | 'unreadable-time'
  | 'unknown-value'
  | 'shipped-before-ordered'
  | 'delivered-before-ordered'
  | 'delivered-before-shipped';

/** What is wrong with a line: the code, and the field with what it holds. */
export interface OrderLineFault {
  /** Code of the finding. */
  readonly code: OrderLineFaultCode;
  /** Path of the field. */
  readonly field: string;
  /** What it holds. */
  readonly value: unknown;
}

/** The times of a line and of its deliveries. */
export interface OrderLineTimes {
  /** When it was ordered. */
  orderedAt: Moment | null;
  /** When the customer asked to have it. */
  requestedAt: Moment | null;
  /** When it was promised for, the first time. */
  promisedAt: Moment | null;
  /** When it was promised for, the last time. */
  lastConfirmedAt: Moment | null;
  /** When it was cancelled. */
  cancelledAt: Moment | null;
  /** When it was closed short. */
  closedAt: Moment | null;
  /** When each delivery left; what lies beyond the deliveries of the line is of lines before. */
  readonly shippedAt: (Moment | null)[];
  /** When each delivery arrived; what lies beyond the deliveries of the line is of lines before. */
  readonly deliveredAt: (Moment | null)[];
}

/** Reads lines one after the other. */
export interface OrderLineReader {
  /** Reads a line, and tells what is wrong with it; `null` for a line that can be. */
  readonly read: (line: OrderLine) => OrderLineFault | null;
  /** The times of the line that was read last. */
  readonly times: OrderLineTimes;
}

const TIMES = ['orderedAt', 'requestedAt', 'promisedAt', 'lastConfirmedAt', 'cancelledAt', 'closedAt'] as const;
const MOST = 1e15;

/** Data that never met the compiler says `null` for what is left out. */
function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Makes a reader of times that keeps the civil dates it has read: there are few, and they come again and again. */
export function momentReader(): (text: unknown) => Moment | null {
  const known = new Map<unknown, Moment>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const moment = readMoment(text);
    if (moment?.time === null) known.set(text, moment);
    return moment;
  };
}

/** The code for a quantity that is none, or `null`. */
function quantityFault(quantity: unknown, isOrdered: boolean): OrderLineFaultCode | null {
  if (typeof quantity !== 'number' || !(quantity <= MOST)) return 'invalid-quantity';
  if (quantity < 0) return 'negative-quantity';
  return isOrdered && quantity === 0 ? 'invalid-quantity' : null;
}

/** What makes a line impossible, its times apart. */
function lineFault(line: OrderLine): readonly [OrderLineFaultCode, keyof OrderLine] | null {
  if (typeof line?.orderId !== 'string' || line.orderId === '') return ['missing-id', 'orderId'];
  if (typeof line.lineId !== 'string' || line.lineId === '') return ['missing-id', 'lineId'];
  const { accountId, excludedReason } = line;
  if (!isAbsent(accountId) && typeof accountId !== 'string') return ['unknown-value', 'accountId'];
  const quantity = quantityFault(line.quantityOrdered, true);
  if (quantity) return [quantity, 'quantityOrdered'];
  if (!isAbsent(excludedReason) && !ORDER_LINE_EXCUSES.includes(excludedReason))
    return ['unknown-value', 'excludedReason'];
  return Array.isArray(line.deliveries) ? null : ['unknown-value', 'deliveries'];
}

/** What makes a delivery impossible. */
function deliveryFault(
  delivery: OrderLineDelivery,
  ordered: Moment | null,
  shipped: Moment | null,
  delivered: Moment | null,
): readonly [OrderLineFaultCode, keyof OrderLineDelivery] | null {
  const quantity = quantityFault(delivery?.quantity, false);
  if (quantity) return [quantity, 'quantity'];
  const { documentsOk, damaged } = delivery;
  if (!isAbsent(documentsOk) && typeof documentsOk !== 'boolean') return ['unknown-value', 'documentsOk'];
  if (!isAbsent(damaged) && typeof damaged !== 'boolean') return ['unknown-value', 'damaged'];
  if (!shipped && !isAbsent(delivery.shippedAt)) return ['unreadable-time', 'shippedAt'];
  if (!delivered && !isAbsent(delivery.deliveredAt)) return ['unreadable-time', 'deliveredAt'];
  if (ordered && shipped && elapsed(ordered, shipped) < 0) return ['shipped-before-ordered', 'shippedAt'];
  if (ordered && delivered && elapsed(ordered, delivered) < 0) return ['delivered-before-ordered', 'deliveredAt'];
  if (shipped && delivered && elapsed(shipped, delivered) < 0) return ['delivered-before-shipped', 'deliveredAt'];
  return null;
}

/** Makes a reader of order lines: one rule for the metrics and the check. It keeps the times of one line only, so that millions cost nothing. */
export function orderLineReader(): OrderLineReader {
  const momentOf = momentReader();
  const times: OrderLineTimes = {
    orderedAt: null,
    requestedAt: null,
    promisedAt: null,
    lastConfirmedAt: null,
    cancelledAt: null,
    closedAt: null,
    shippedAt: [],
    deliveredAt: [],
  };
  const read = (line: OrderLine): OrderLineFault | null => {
    const own = lineFault(line);
    if (own) return { code: own[0], field: own[1], value: line?.[own[1]] };
    for (let at = 0; at < TIMES.length; at++) {
      const field = TIMES[at] as (typeof TIMES)[number];
      const text = line[field];
      const moment = isAbsent(text) ? null : momentOf(text);
      if (!moment && !isAbsent(text)) return { code: 'unreadable-time', field, value: text };
      times[field] = moment;
    }
    const { deliveries } = line;
    const { orderedAt, shippedAt, deliveredAt } = times;
    for (let at = 0; at < deliveries.length; at++) {
      const delivery = deliveries[at] as OrderLineDelivery;
      const shipped = isAbsent(delivery?.shippedAt) ? null : momentOf(delivery.shippedAt);
      const delivered = isAbsent(delivery?.deliveredAt) ? null : momentOf(delivery.deliveredAt);
      const fault = deliveryFault(delivery, orderedAt, shipped, delivered);
      if (fault) return { code: fault[0], field: `deliveries[${at}].${fault[1]}`, value: delivery?.[fault[1]] };
      shippedAt[at] = shipped;
      deliveredAt[at] = delivered;
    }
    return null;
  };
  return { read, times };
}
