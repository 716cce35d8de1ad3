import * as z from 'zod/mini';
import type { FieldReport } from '../metrics/behavioural/fieldReport.js';
import type { FieldReportHead } from '../metrics/behavioural/fieldReportHead.js';
import type { HotlineContact, HotlineReason } from '../metrics/behavioural/hotlineContact.js';
import type { PanelSession } from '../metrics/behavioural/panelSession.js';
import type { QuickReport } from '../metrics/behavioural/quickReport.js';
import type { VisitReport } from '../metrics/behavioural/visitReport.js';
import { flag, freeText, list, moment, text, wordOf } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { offerTests, roadmapVotes } from './panelResults.js';
import { inOrder } from './timeRules.js';

/** The fields of every report, and the mark that tells the kinds apart. */
function headOf<const Kind extends FieldReport['kind']>(kind: Kind) {
  return {
    id: text('Id of the report.'),
    at: moment('When it was made. Rule: a day that exists.'),
    authorId: text('Who made it: a salesperson, a technician, a dealer.'),
    accountId: z.optional(text('Account it speaks of.')),
    ticketId: z.nullish(text('Ticket it was turned into.')),
    actionValidated: z.optional(flag('Whether an action was decided upon and validated, where that is no ticket.')),
    followedUpAt: z.nullish(moment('When somebody followed it up first. Rule: at or after at.')),
    kind: z.literal(kind, { error: issueMessage }).check(z.describe('Kind of the report.')),
  } satisfies { [Name in keyof FieldReportHead | 'kind']-?: unknown };
}

function remarks(description: string): z.ZodMiniOptional<z.ZodMiniType<string[]>> {
  return z.optional(list(freeText('In words.'), description));
}

function followedUpLater(): z.core.$ZodCheck<FieldReportHead> {
  return findings(inOrder<FieldReportHead>(['at', 'followedUpAt']));
}

function createVisitReport() {
  const fields = {
    ...headOf('visit'),
    expectations: remarks('What the customer expects.'),
    objections: remarks('Objections that were raised.'),
    logisticsBrakes: remarks('What in the logistics stands in the way.'),
    priceRequests: remarks('Requests about prices.'),
    competitorsSeen: remarks('Competitors that were seen on the spot.'),
  } satisfies { [Name in keyof VisitReport]-?: unknown };
  const meta = { title: 'Visit report', description: 'The report of a visit to a customer or dealer.' };
  return z.strictObject(fields, { error: issueMessage }).check(followedUpLater(), z.meta(meta));
}

function createPanelSession() {
  const fields = {
    ...headOf('panel'),
    invited: list(text('Id of a member.'), 'Ids of the members who were invited.'),
    attended: list(text('Id of a member.'), 'Ids of the members who took part.'),
    offerTests: z.optional(offerTests('Offers that were tested.')),
    roadmapVotes: z.optional(roadmapVotes('Votes on the roadmap.')),
    merchandisingFeedback: remarks('Remarks on the display of the goods.'),
    missingTraining: remarks('Training that is missing.'),
  } satisfies { [Name in keyof PanelSession]-?: unknown };
  const meta = {
    title: 'Panel session',
    description: 'A session of a panel of dealers, or of a committee of customers.',
  };
  return z.strictObject(fields, { error: issueMessage }).check(followedUpLater(), z.meta(meta));
}

function createHotlineContact() {
  const reasons: Readonly<Record<HotlineReason, true>> = {
    availability: true,
    returns: true,
    'data-sheets': true,
    other: true,
  };
  const fields = {
    ...headOf('hotline'),
    reason: wordOf(reasons, 'Why the partner called.'),
    itemId: z.optional(text('Item it was about.')),
  } satisfies { [Name in keyof HotlineContact]-?: unknown };
  const meta = { title: 'Hotline contact', description: 'A call or message to the hotline of the network.' };
  return z.strictObject(fields, { error: issueMessage }).check(followedUpLater(), z.meta(meta));
}

function createQuickReport() {
  const fields = {
    ...headOf('quick'),
    incident: freeText('What is wrong.'),
    photo: z.nullish(text('Reference of a photo: where it is kept, not the photo.')),
    pointOfSale: z.nullish(text('Id of the point of sale.')),
  } satisfies { [Name in keyof QuickReport]-?: unknown };
  const meta = { title: 'Quick report', description: 'A report of half a minute from the application in the field.' };
  return z.strictObject(fields, { error: issueMessage }).check(followedUpLater(), z.meta(meta));
}

function createFieldReport(): z.ZodMiniType<FieldReport> {
  const kinds = [createVisitReport(), createPanelSession(), createHotlineContact(), createQuickReport()] as const;
  return z
    .discriminatedUnion('kind', kinds, { error: issueMessage })
    .check(z.meta({ title: 'Field report', description: 'A report from the field, its kind told by a field.' }));
}

/**
 * The schema of a {@link FieldReport}, strict: the one of its four kinds that `kind` names.
 *
 * Use it with {@link readRecords} for rows of a CRM or of an application in the field. Members of a panel who came without being invited
 * are accepted; `checkFieldReports` names the session.
 *
 * @example
 * ```ts
 * import { fieldReportSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const report = { id: 'h1', at: '2026-03-02', authorId: 'net-1', kind: 'hotline', reason: 'returns' };
 * readRecord(fieldReportSchema, report).success; // => true
 * const refused = readRecord(fieldReportSchema, { ...report, kind: 'letter' });
 * if (!refused.success) refused.issues[0]?.code; // => 'unknown-value'
 * ```
 */
export const fieldReportSchema: z.ZodMiniType<FieldReport> = /* @__PURE__ */ createFieldReport();

/**
 * The schema of a {@link VisitReport}, strict.
 *
 * Use it where all rows are reports of visits; {@link fieldReportSchema} takes every kind.
 *
 * @example
 * ```ts
 * import { readRecord, visitReportSchema } from 'cx-scoring/schemas';
 *
 * const report = { id: 'v1', at: '2026-03-02', authorId: 'rep-1', kind: 'visit', objections: ['price'] };
 * readRecord(visitReportSchema, report).success; // => true
 * ```
 */
export const visitReportSchema: z.ZodMiniType<VisitReport> = /* @__PURE__ */ createVisitReport();

/**
 * The schema of a {@link PanelSession}, strict.
 *
 * Use it where all rows are sessions of panels; {@link fieldReportSchema} takes every kind.
 *
 * @example
 * ```ts
 * import { panelSessionSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const session = { id: 'p1', at: '2026-03-02', authorId: 'net-1', kind: 'panel', invited: ['d1', 'd2'], attended: ['d1'] };
 * readRecord(panelSessionSchema, session).success; // => true
 * ```
 */
export const panelSessionSchema: z.ZodMiniType<PanelSession> = /* @__PURE__ */ createPanelSession();

/**
 * The schema of a {@link HotlineContact}, strict.
 *
 * Use it where all rows are contacts with the hotline; {@link fieldReportSchema} takes every kind.
 *
 * @example
 * ```ts
 * import { hotlineContactSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const contact = { id: 'h1', at: '2026-03-02', authorId: 'net-1', kind: 'hotline', reason: 'weather' };
 * readRecord(hotlineContactSchema, contact).success; // => false
 * ```
 */
export const hotlineContactSchema: z.ZodMiniType<HotlineContact> = /* @__PURE__ */ createHotlineContact();

/**
 * The schema of a {@link QuickReport}, strict.
 *
 * Use it where all rows are quick reports; {@link fieldReportSchema} takes every kind.
 *
 * @example
 * ```ts
 * import { quickReportSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const report = { id: 'q1', at: '2026-03-02', authorId: 'rep-1', kind: 'quick', incident: 'no label' };
 * readRecord(quickReportSchema, report).success; // => true
 * ```
 */
export const quickReportSchema: z.ZodMiniType<QuickReport> = /* @__PURE__ */ createQuickReport();
