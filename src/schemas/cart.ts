import * as z from 'zod/mini';
import type { Cart } from '../metrics/behavioural/cart.js';
import { moment, text } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { inOrder } from './timeRules.js';

function createCartSchema(): z.ZodMiniType<Cart> {
  return z
    .strictObject(
      {
        id: z.optional(text('Id of the cart.')),
        accountId: z.optional(text('Account it belongs to.')),
        createdAt: moment('When it was created. Rule: a day that exists.'),
        orderedAt: z.nullish(moment('When it became an order online. Rule: at or after createdAt.')),
        offlineOrderedAt: z.nullish(moment('When its goods were ordered otherwise. Rule: at or after createdAt.')),
      } satisfies { [Name in keyof Cart]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(inOrder<Cart>(['createdAt', 'orderedAt'], ['createdAt', 'offlineOrderedAt'])),
      z.meta({ title: 'Cart', description: 'A cart, and whether it became an order.' }),
    );
}

/**
 * The schema of a {@link Cart}, strict.
 *
 * Use it with {@link readRecords} for rows of a shop. It refuses what `checkCarts` would find.
 *
 * @example
 * ```ts
 * import { cartSchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(cartSchema, { id: 'c1', createdAt: '2026-03-02', orderedAt: null }).success; // => true
 * readRecord(cartSchema, { id: 'c1', createdAt: '2026-03-02', orderedAt: '2026-03-01' }).success; // => false
 * ```
 */
export const cartSchema: z.ZodMiniType<Cart> = /* @__PURE__ */ createCartSchema();
