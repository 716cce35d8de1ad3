import * as z from 'zod/mini';
import type { SlaTarget } from '../metrics/operational/slaTarget.js';
import { aboveZero, instant, text } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { pauses } from './pauses.js';
import { inOrder } from './timeRules.js';

function createSlaTargetSchema(): z.ZodMiniType<SlaTarget> {
  return z
    .strictObject(
      {
        ticketId: text('Ticket it was applied to.'),
        metric: text('What had to be done, such as first-reply or resolution.'),
        policyId: z.optional(text('Policy it belongs to.')),
        priority: z.optional(text('Priority in force when it was applied.')),
        schedule: z.optional(text('Id of the schedule in force when it was applied; without one all hours count.')),
        targetMinutes: aboveZero('Minutes agreed, by that schedule, above 0.'),
        activatedAt: instant('When it began to count.'),
        fulfilledAt: z.nullish(instant('When it was done. Rule: at or after activatedAt.')),
        breachedAt: z.nullish(instant('When the ticketing tool noted a breach.')),
        cancelledAt: z.nullish(instant('When it was withdrawn without being done.')),
        pauses: z.optional(pauses('Stretches during which it did not count.')),
      } satisfies { [Name in keyof SlaTarget]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(inOrder<SlaTarget>(['activatedAt', 'fulfilledAt'])),
      z.meta({ title: 'Service level', description: 'A service level that was applied to a ticket.' }),
    );
}

/**
 * The schema of an {@link SlaTarget}, strict.
 *
 * Use it with {@link readRecords} for the service levels of a ticketing tool. It refuses what `checkSlaTargets` would find.
 *
 * @example
 * ```ts
 * import { readRecord, slaTargetSchema } from 'cx-scoring/schemas';
 *
 * const target = { ticketId: 't1', metric: 'first-reply', targetMinutes: 60, activatedAt: '2026-03-02T09:00:00Z' };
 * readRecord(slaTargetSchema, target).success; // => true
 * readRecord(slaTargetSchema, { ...target, fulfilledAt: '2026-03-02T08:00:00Z' }).success; // => false
 * ```
 */
export const slaTargetSchema: z.ZodMiniType<SlaTarget> = /* @__PURE__ */ createSlaTargetSchema();
