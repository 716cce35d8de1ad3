import { expectTypeOf } from 'vitest';
import type * as z from 'zod/mini';
import type { Cart } from '../../src/metrics/behavioural/cart.js';
import type { CatalogueItem } from '../../src/metrics/behavioural/catalogueItem.js';
import type { FieldReport } from '../../src/metrics/behavioural/fieldReport.js';
import type { HotlineContact } from '../../src/metrics/behavioural/hotlineContact.js';
import type { LearningAssignment } from '../../src/metrics/behavioural/learningAssignment.js';
import type { PanelSession } from '../../src/metrics/behavioural/panelSession.js';
import type { PortalAction } from '../../src/metrics/behavioural/portalAction.js';
import type { QuickReport } from '../../src/metrics/behavioural/quickReport.js';
import type { ShippedLine } from '../../src/metrics/behavioural/shippedLine.js';
import type { VisitReport } from '../../src/metrics/behavioural/visitReport.js';
import type { PurchaseHistory } from '../../src/metrics/business/purchaseHistory.js';
import type { BusinessSchedule } from '../../src/metrics/operational/businessSchedule.js';
import type { Invoice } from '../../src/metrics/operational/invoice.js';
import type { OrderLine } from '../../src/metrics/operational/orderLine.js';
import type { QuoteRequest } from '../../src/metrics/operational/quoteRequest.js';
import type { SlaTarget } from '../../src/metrics/operational/slaTarget.js';
import type { TicketEvent } from '../../src/metrics/operational/ticketEvent.js';
import type { Visit } from '../../src/metrics/operational/visit.js';
import type { Invitation } from '../../src/metrics/outreach/invitation.js';
import type { MetricResult } from '../../src/core/result.js';
import type {
  Account,
  AnswerStatus,
  Contact,
  ContactRole,
  JourneyStage,
  SurveyAnswer,
} from '../../src/core/records.js';
import { toPeriod, type PeriodUnit } from '../../src/core/period.js';
import { statusOf, type MetricStatus, type MetricTarget } from '../../src/core/target.js';
import {
  type accountSchema,
  type businessScheduleSchema,
  type cartSchema,
  type catalogueItemSchema,
  type contactSchema,
  type fieldReportSchema,
  type hotlineContactSchema,
  type invitationSchema,
  type invoiceSchema,
  type learningAssignmentSchema,
  metricTargetSchema,
  type orderLineSchema,
  type panelSessionSchema,
  type portalActionSchema,
  type purchaseHistorySchema,
  type quickReportSchema,
  type quoteRequestSchema,
  readRecord,
  readRecords,
  type shippedLineSchema,
  type slaTargetSchema,
  surveyAnswerSchema,
  type ticketEventSchema,
  type visitReportSchema,
  type visitSchema,
  type RecordIssue,
} from '../../src/schemas/index.js';

expectTypeOf<z.output<typeof surveyAnswerSchema>>().toEqualTypeOf<SurveyAnswer>();
expectTypeOf<z.output<typeof accountSchema>>().toEqualTypeOf<Account>();
expectTypeOf<z.output<typeof contactSchema>>().toEqualTypeOf<Contact>();
expectTypeOf<z.output<typeof metricTargetSchema>>().toEqualTypeOf<MetricTarget>();
expectTypeOf<z.output<typeof invitationSchema>>().toEqualTypeOf<Invitation>();
expectTypeOf<z.output<typeof orderLineSchema>>().toEqualTypeOf<OrderLine>();
expectTypeOf<z.output<typeof invoiceSchema>>().toEqualTypeOf<Invoice>();
expectTypeOf<z.output<typeof ticketEventSchema>>().toEqualTypeOf<TicketEvent>();
expectTypeOf<z.output<typeof slaTargetSchema>>().toEqualTypeOf<SlaTarget>();
expectTypeOf<z.output<typeof quoteRequestSchema>>().toEqualTypeOf<QuoteRequest>();
expectTypeOf<z.output<typeof visitSchema>>().toEqualTypeOf<Visit>();
expectTypeOf<z.output<typeof businessScheduleSchema>>().toEqualTypeOf<BusinessSchedule>();
expectTypeOf<z.output<typeof portalActionSchema>>().toEqualTypeOf<PortalAction>();
expectTypeOf<z.output<typeof cartSchema>>().toEqualTypeOf<Cart>();
expectTypeOf<z.output<typeof catalogueItemSchema>>().toEqualTypeOf<CatalogueItem>();
expectTypeOf<z.output<typeof learningAssignmentSchema>>().toEqualTypeOf<LearningAssignment>();
expectTypeOf<z.output<typeof shippedLineSchema>>().toEqualTypeOf<ShippedLine>();
expectTypeOf<z.output<typeof purchaseHistorySchema>>().toEqualTypeOf<PurchaseHistory>();
expectTypeOf<z.output<typeof fieldReportSchema>>().toEqualTypeOf<FieldReport>();
expectTypeOf<z.output<typeof visitReportSchema>>().toEqualTypeOf<VisitReport>();
expectTypeOf<z.output<typeof panelSessionSchema>>().toEqualTypeOf<PanelSession>();
expectTypeOf<z.output<typeof hotlineContactSchema>>().toEqualTypeOf<HotlineContact>();
expectTypeOf<z.output<typeof quickReportSchema>>().toEqualTypeOf<QuickReport>();

expectTypeOf(readRecords(surveyAnswerSchema, []).records).toEqualTypeOf<readonly SurveyAnswer[]>();
expectTypeOf(readRecords(surveyAnswerSchema, []).rejected[0]?.issues).toEqualTypeOf<
  readonly RecordIssue[] | undefined
>();
const read = readRecord(metricTargetSchema, null);
if (read.success) expectTypeOf(read.record).toEqualTypeOf<MetricTarget>();
else expectTypeOf(read.issues).toEqualTypeOf<readonly RecordIssue[]>();

expectTypeOf<SurveyAnswer['value']>().toEqualTypeOf<number | null>();
expectTypeOf<JourneyStage>().toEqualTypeOf<
  'pre-sales' | 'order' | 'delivery' | 'commissioning' | 'support' | 'renewal'
>();
expectTypeOf<ContactRole>().toEqualTypeOf<
  'decision-maker' | 'buyer' | 'user' | 'prescriber' | 'after-sales' | 'dealer' | 'other'
>();
expectTypeOf<AnswerStatus>().toEqualTypeOf<
  'complete' | 'partial' | 'skipped' | 'not-shown' | 'test' | 'spam' | 'excluded'
>();

// A field that is left out is absent, not undefined: a record survives JSON.
// @ts-expect-error undefined is no account
const noAccount: Pick<SurveyAnswer, 'accountId'> = { accountId: undefined };
expectTypeOf(noAccount).toEqualTypeOf<Pick<SurveyAnswer, 'accountId'>>();

declare const result: MetricResult<'nps'>;
declare const target: MetricTarget;
expectTypeOf(statusOf(result, target)).toEqualTypeOf<MetricStatus>();
expectTypeOf(statusOf(result, target, { policy: 'bound' })).toEqualTypeOf<MetricStatus>();
// @ts-expect-error there is no such policy
statusOf(result, target, { policy: 'interval' });

expectTypeOf<PeriodUnit>().toEqualTypeOf<'month' | 'quarter' | 'year'>();
// @ts-expect-error the unit is required
toPeriod('2026-11-21', {});
