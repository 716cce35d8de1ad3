import * as z from 'zod/mini';
import type { OrderLine, OrderLineDelivery, OrderLineExcuse } from '../metrics/operational/orderLine.js';
import { aboveZero, flag, fromZero, list, moment, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { inOrder, orderFindings } from './timeRules.js';

const LARGEST_QUANTITY = 1e15;

function deliveryFindings({ orderedAt, deliveries }: OrderLine): Finding[] {
  return deliveries.flatMap(({ shippedAt, deliveredAt }, index) => [
    ...orderFindings('orderedAt', orderedAt, shippedAt, ['deliveries', index, 'shippedAt']),
    ...orderFindings('orderedAt', orderedAt, deliveredAt, ['deliveries', index, 'deliveredAt']),
  ]);
}

function createDeliverySchema(): z.ZodMiniType<OrderLineDelivery> {
  const shippedAt = 'When it left; left out while it has not, or when that is not known. Rule: at or after orderedAt.';
  const deliveredAt = 'When it arrived; left out while it is on its way. Rule: at or after orderedAt and shippedAt.';
  return z
    .strictObject(
      {
        shippedAt: z.optional(moment(shippedAt)),
        deliveredAt: z.optional(moment(deliveredAt)),
        quantity: fromZero('Quantity, from 0, in the unit of the line.', LARGEST_QUANTITY),
        documentsOk: z.optional(flag('Whether its documents were complete and right; left out when not known.')),
        damaged: z.optional(flag('Whether something arrived damaged or defective; left out when not known.')),
      } satisfies { [Name in keyof OrderLineDelivery]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(inOrder<OrderLineDelivery>(['shippedAt', 'deliveredAt'])),
      z.describe('One delivery, or a part of one.'),
    );
}

function createOrderLineSchema(): z.ZodMiniType<OrderLine> {
  const excuses = { 'customer-caused': true, 'force-majeure': true, other: true } as const;
  return z
    .strictObject(
      {
        orderId: text('Id of the order.'),
        lineId: text('Id of the line, unique within its order.'),
        accountId: z.optional(text('Account that ordered.')),
        sku: z.optional(text('Item that was ordered.')),
        itemClass: z.optional(text("Class of the item, in the company's own words.")),
        orderedAt: z.optional(moment('When it was ordered. Rule: a day that exists.')),
        requestedAt: z.optional(moment('When the customer asked to have it. Rule: a day that exists.')),
        promisedAt: z.optional(moment('When it was promised for, the first time. Rule: a day that exists.')),
        lastConfirmedAt: z.optional(moment('When it was promised for, the last time. Rule: a day that exists.')),
        quantityOrdered: aboveZero('Quantity ordered, above 0.', LARGEST_QUANTITY),
        cancelledAt: z.optional(moment('When the customer cancelled it. Rule: a day that exists.')),
        closedAt: z.optional(moment('When it was closed short. Rule: a day that exists.')),
        excludedReason: z.optional(
          wordOf<OrderLineExcuse>(excuses, 'Why the line does not speak of the supplier; left out for one that does.'),
        ),
        deliveries: list(createDeliverySchema(), 'What was delivered, in any order; empty as long as nothing was.'),
      } satisfies { [Name in keyof OrderLine]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(deliveryFindings),
      z.meta({ title: 'Order line', description: 'One line of an order with all that was delivered against it.' }),
    );
}

/**
 * The schema of an {@link OrderLine}, strict.
 *
 * Use it with {@link readRecords} for rows of an ERP. It refuses what `checkOrderLines` would find in a line by itself: quantities that
 * cannot be, and goods that left or arrived before they were ordered.
 *
 * @example
 * ```ts
 * import { orderLineSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const line = { orderId: 'o1', lineId: '1', orderedAt: '2026-03-02', promisedAt: '2026-03-06', quantityOrdered: 10 };
 * readRecord(orderLineSchema, { ...line, deliveries: [{ deliveredAt: '2026-03-05', quantity: 10 }] }).success; // => true
 * const refused = readRecord(orderLineSchema, { ...line, deliveries: [{ deliveredAt: '2026-03-01', quantity: 10 }] });
 * if (!refused.success) refused.issues[0]?.path; // => ['deliveries', 0, 'deliveredAt']
 * ```
 */
export const orderLineSchema: z.ZodMiniType<OrderLine> = /* @__PURE__ */ createOrderLineSchema();
