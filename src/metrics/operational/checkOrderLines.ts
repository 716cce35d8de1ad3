import { requireRows } from '../../core/options.js';
import { elapsed, readMoment } from '../../core/moment.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import type { OrderLine } from './orderLine.js';
import { orderLineReader, type OrderLineFaultCode } from './orderLineFault.js';
import { OUTCOME } from './outcomeBits.js';
import { groupLines, repeatedLines } from './repeatedLines.js';

/**
 * What can be wrong with an order line. More codes may be added.
 *
 * These make a record impossible; it is left out of every delivery metric and counted as `invalid`, with its order where orders are counted:
 *
 * - `'missing-id'`: `orderId` or `lineId` is missing;
 * - `'invalid-quantity'`, `'negative-quantity'`: a quantity that is none, nothing ordered, or a return among the deliveries;
 * - `'unreadable-time'`: a time is neither a civil date nor an instant with its zone;
 * - `'unknown-value'`: a word or a flag that does not exist, or no list of deliveries;
 * - `'shipped-before-ordered'`, `'delivered-before-ordered'`, `'delivered-before-shipped'`;
 * - `'contradicting-line'`: records of one line that say different things.
 *
 * The others are worth a look; such a record counts:
 *
 * - `'duplicate-line'`: a copy of an earlier record; the line counts once;
 * - `'due-before-ordered'`: requested, promised or confirmed for a date before the order;
 * - `'several-accounts'`: another account than that of an earlier line of the order; the order counts for none.
 */
export type OrderLineFindingCode =
  OrderLineFaultCode | 'contradicting-line' | 'duplicate-line' | 'due-before-ordered' | 'several-accounts';

const DUE_FIELDS = ['requestedAt', 'promisedAt', 'lastConfirmedAt'] as const;

function idOf(line: OrderLine): string | null {
  const known = [line?.orderId, line?.lineId].filter((id) => typeof id === 'string' && id !== '');
  return known.length === 0 ? null : known.join('/');
}

/** The due date that lies before the order, if any. */
function dueBeforeOrdered(line: OrderLine): (typeof DUE_FIELDS)[number] | undefined {
  const ordered = readMoment(line.orderedAt);
  return DUE_FIELDS.find((field) => {
    const due = readMoment(line[field]);
    return ordered && due && elapsed(ordered, due) < 0;
  });
}

/**
 * Checks order lines for what cannot be: deliveries before the order, negative quantities, lines that stand twice.
 *
 * Use it once per import, before any delivery metric: a few findings are the noise of every export, many mean that a column was read wrong.
 *
 * @param rows - One record for each order line, all lines of an order together.
 * @returns The findings in the order of the rows; none when all is well. `id` is that of the order and that of the line, with a slash
 * between. See {@link OrderLineFindingCode} for what each does to the metrics.
 * @remarks Instants are compared as instants. Where a side is a civil date, days as written are compared, so that a delivery on the day of
 * the order is in order.
 * @example
 * ```ts
 * import { checkOrderLines } from 'cx-scoring';
 *
 * const findings = checkOrderLines([
 *   { orderId: 'o1', lineId: '1', orderedAt: '2026-03-02', quantityOrdered: 10, deliveries: [{ deliveredAt: '2026-02-03', quantity: 10 }] },
 *   { orderId: 'o1', lineId: '2', orderedAt: '2026-03-02', quantityOrdered: -5, deliveries: [] },
 * ]);
 * findings.map(({ code }) => code); // => ['delivered-before-ordered', 'negative-quantity']
 * findings[0]; // => { code: 'delivered-before-ordered', index: 0, id: 'o1/1', field: 'deliveries[0].deliveredAt', value: '2026-02-03' }
 * ```
 */
export function checkOrderLines(rows: Iterable<OrderLine>): RecordFinding<OrderLineFindingCode>[] {
  requireRows('checkOrderLines', 'rows', rows);
  const { read } = orderLineReader();
  const found: RecordFinding<OrderLineFindingCode>[] = [];
  groupLines([...rows], (order, positionOf) => {
    const repeated = repeatedLines(order, read);
    const account = order.find((line) => typeof line?.accountId === 'string')?.accountId;
    order.forEach((line, at) => {
      const add = (code: OrderLineFindingCode, field: string, value: unknown): void => {
        found.push(recordFinding(code, positionOf(at), idOf(line), field, value));
      };
      const fault = read(line);
      if (fault) {
        add(fault.code, fault.field, fault.value);
        return;
      }
      const outcome = repeated?.get(at);
      if (outcome !== undefined)
        add(outcome === OUTCOME.duplicate ? 'duplicate-line' : 'contradicting-line', 'lineId', line.lineId);
      const due = dueBeforeOrdered(line);
      if (due) add('due-before-ordered', due, line[due]);
      if ((line.accountId ?? account) !== account) add('several-accounts', 'accountId', line.accountId);
    });
  });
  return found.sort((a, b) => a.index - b.index);
}
