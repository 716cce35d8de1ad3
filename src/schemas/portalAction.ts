import * as z from 'zod/mini';
import type { PortalAction } from '../metrics/behavioural/portalAction.js';
import { moment, text } from './fields.js';
import { issueMessage } from './issues.js';

function createPortalActionSchema(): z.ZodMiniType<PortalAction> {
  return z
    .strictObject(
      {
        accountId: z.nullish(text('Account it was done for.')),
        at: z.nullish(moment('When it was done. Rule: a day that exists.')),
        kind: z.nullish(text('What was done, in your own words.')),
      } satisfies { [Name in keyof PortalAction]-?: unknown },
      { error: issueMessage },
    )
    .check(
      z.meta({ title: 'Portal action', description: 'One thing that somebody did in the portal for an account.' }),
    );
}

/**
 * The schema of a {@link PortalAction}, strict.
 *
 * Use it with {@link readRecords} for the log of a portal. A missing account, time or kind is accepted, because the metrics count it;
 * `checkPortalActions` names it.
 *
 * @example
 * ```ts
 * import { portalActionSchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(portalActionSchema, { accountId: 'a', at: '2026-03-02', kind: 'order' }).success; // => true
 * readRecord(portalActionSchema, { accountId: 'a', at: 'yesterday', kind: 'order' }).success; // => false
 * ```
 */
export const portalActionSchema: z.ZodMiniType<PortalAction> = /* @__PURE__ */ createPortalActionSchema();
