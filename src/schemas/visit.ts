import * as z from 'zod/mini';
import type { Visit, VisitOutcome, VisitPurpose } from '../metrics/operational/visit.js';
import { flag, instant, text, wordOf } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { inOrder } from './timeRules.js';

function createVisitSchema(): z.ZodMiniType<Visit> {
  const outcomes: Readonly<Record<VisitOutcome, true>> = {
    fixed: true,
    'not-fixed': true,
    'no-access': true,
    'customer-cancelled': true,
  };
  const purposes: Readonly<Record<VisitPurpose, true>> = { repair: true, inspection: true };
  return z
    .strictObject(
      {
        visitId: text('Id of the visit.'),
        assetId: z.optional(text('The machine, installation or site.')),
        fault: z.optional(text("What was wrong with it, in the company's own words.")),
        begunAt: instant('When it began.'),
        endedAt: instant('When it ended. Rule: at or after begunAt.'),
        outcome: wordOf(outcomes, 'How it ended.'),
        purpose: z.optional(wordOf(purposes, 'What it was for; repair when left out.')),
        isRemote: z.optional(flag('Whether nobody went there.')),
        accountId: z.optional(text('Account of the customer.')),
      } satisfies { [Name in keyof Visit]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(inOrder<Visit>(['begunAt', 'endedAt'])),
      z.meta({ title: 'Visit', description: 'A visit of a technician, or an attempt to fix something from afar.' }),
    );
}

/**
 * The schema of a {@link Visit}, strict.
 *
 * Use it with {@link readRecords} for rows of a field service tool. A visit without asset or fault is accepted: the metric counts it as
 * missing.
 *
 * @example
 * ```ts
 * import { readRecord, visitSchema } from 'cx-scoring/schemas';
 *
 * const visit = { visitId: 'v1', assetId: 'pump 7', fault: 'leak', begunAt: '2026-03-02T09:00:00Z', endedAt: '2026-03-02T10:00:00Z' };
 * readRecord(visitSchema, { ...visit, outcome: 'fixed' }).success; // => true
 * readRecord(visitSchema, { ...visit, outcome: 'done' }).success; // => false
 * ```
 */
export const visitSchema: z.ZodMiniType<Visit> = /* @__PURE__ */ createVisitSchema();
