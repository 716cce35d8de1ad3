import type * as z from 'zod/mini';
import type { FieldReportHead } from '../../../src/metrics/behavioural/fieldReportHead.js';
import type { Cart } from '../../../src/metrics/behavioural/cart.js';
import type { CatalogueItem } from '../../../src/metrics/behavioural/catalogueItem.js';
import type { HotlineContact } from '../../../src/metrics/behavioural/hotlineContact.js';
import type { LearningAssignment } from '../../../src/metrics/behavioural/learningAssignment.js';
import type { PanelSession } from '../../../src/metrics/behavioural/panelSession.js';
import type { PortalAction } from '../../../src/metrics/behavioural/portalAction.js';
import type { QuickReport } from '../../../src/metrics/behavioural/quickReport.js';
import type { ShippedLine } from '../../../src/metrics/behavioural/shippedLine.js';
import type { VisitReport } from '../../../src/metrics/behavioural/visitReport.js';
import type { PurchaseHistory } from '../../../src/metrics/business/purchaseHistory.js';
import type { BusinessSchedule } from '../../../src/metrics/operational/businessSchedule.js';
import type { Invoice } from '../../../src/metrics/operational/invoice.js';
import type { OrderLine } from '../../../src/metrics/operational/orderLine.js';
import type { QuoteRequest } from '../../../src/metrics/operational/quoteRequest.js';
import type { SlaTarget } from '../../../src/metrics/operational/slaTarget.js';
import type { TicketEvent } from '../../../src/metrics/operational/ticketEvent.js';
import type { Visit } from '../../../src/metrics/operational/visit.js';
import type { Invitation } from '../../../src/metrics/outreach/invitation.js';
import * as schemas from '../../../src/schemas/index.js';

/** A schema with the least record it accepts and one in which every field is given. */
export interface RecordSample<T = unknown> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  readonly title: string;
  readonly required: readonly string[];
  readonly least: T;
  readonly full: Required<T>;
}

const INVITATION: RecordSample<Invitation> = {
  name: 'invitationSchema',
  schema: schemas.invitationSchema,
  title: 'Invitation',
  required: ['id', 'contactId'],
  least: { id: 'i1', contactId: 'anna' },
  full: {
    id: 'i1',
    contactId: 'anna',
    accountId: 'a1',
    role: 'buyer',
    notSurveyed: 'quarantine',
    sentAt: '2026-03-02',
    deliveredAt: '2026-03-02T09:30:00+01:00',
    bounced: false,
    openedAt: '2026-03-03',
    startedAt: '2026-03-03',
    completedAt: '2026-03-04',
    status: 'complete',
    scored: true,
  },
};

const ORDER_LINE: RecordSample<OrderLine> = {
  name: 'orderLineSchema',
  schema: schemas.orderLineSchema,
  title: 'Order line',
  required: ['orderId', 'lineId', 'quantityOrdered', 'deliveries'],
  least: { orderId: 'o1', lineId: '1', quantityOrdered: 10, deliveries: [] },
  full: {
    orderId: 'o1',
    lineId: '1',
    accountId: 'a1',
    sku: 's1',
    itemClass: 'A',
    orderedAt: '2026-03-02',
    requestedAt: '2026-03-05',
    promisedAt: '2026-03-06',
    lastConfirmedAt: '2026-03-07',
    quantityOrdered: 10.5,
    cancelledAt: '2026-03-20',
    closedAt: '2026-03-21',
    excludedReason: 'force-majeure',
    deliveries: [
      { shippedAt: '2026-03-02', deliveredAt: '2026-03-02', quantity: 10, documentsOk: true, damaged: false },
      { quantity: 0 },
    ],
  },
};

const AMOUNT = { minorUnits: 100_00, currency: 'EUR' };

const INVOICE: RecordSample<Invoice> = {
  name: 'invoiceSchema',
  schema: schemas.invoiceSchema,
  title: 'Invoice',
  required: ['id', 'invoicedAt', 'amount'],
  least: { id: 'f1', invoicedAt: '2026-03-02', amount: AMOUNT },
  full: {
    id: 'f1',
    accountId: 'a1',
    invoicedAt: '2026-03-02',
    amount: AMOUNT,
    disputed: true,
    disputedAt: '2026-03-02',
    disputedAmount: AMOUNT,
    creditNotes: [
      { issuedAt: '2026-03-02', amount: { ...AMOUNT, minorUnits: 40_00 }, kind: 'price' },
      { issuedAt: '2026-03-09', amount: { ...AMOUNT, minorUnits: 60_00 }, kind: 'bonus' },
    ],
  },
};

const TICKET_EVENT: RecordSample<TicketEvent> = {
  name: 'ticketEventSchema',
  schema: schemas.ticketEventSchema,
  title: 'Ticket event',
  required: ['ticketId', 'at', 'type'],
  least: { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'assigned' },
  full: {
    ticketId: 't1',
    at: 1_772_442_000_000,
    type: 'created',
    status: 'open',
    priority: 'high',
    byAgent: false,
    isPublic: true,
    accountId: 'a1',
  },
};

const PAUSES = [
  { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z' },
  { start: '2026-03-02T12:00:00Z', end: null },
];

const SLA_TARGET: RecordSample<SlaTarget> = {
  name: 'slaTargetSchema',
  schema: schemas.slaTargetSchema,
  title: 'Service level',
  required: ['ticketId', 'metric', 'targetMinutes', 'activatedAt'],
  least: { ticketId: 't1', metric: 'first-reply', targetMinutes: 60, activatedAt: '2026-03-02T09:00:00Z' },
  full: {
    ticketId: 't1',
    metric: 'first-reply',
    policyId: 'p1',
    priority: 'high',
    schedule: 'support-fr',
    targetMinutes: 0.5,
    activatedAt: '2026-03-02T09:00:00Z',
    fulfilledAt: '2026-03-02T09:00:00Z',
    breachedAt: '2026-03-02T08:00:00Z',
    cancelledAt: null,
    pauses: PAUSES,
  },
};

const QUOTE_REQUEST: RecordSample<QuoteRequest> = {
  name: 'quoteRequestSchema',
  schema: schemas.quoteRequestSchema,
  title: 'Quote request',
  required: ['requestId', 'requestedAt'],
  least: { requestId: 'q1', requestedAt: '2026-03-02T09:00:00Z' },
  full: {
    requestId: 'q1',
    requestedAt: '2026-03-02T09:00:00Z',
    firstCompliantQuoteAt: '2026-03-02T10:00:00+01:00',
    withdrawnAt: null,
    acceptedAt: '2026-03-02T09:00:00Z',
    requoteOf: 'q0',
    value: AMOUNT,
    pauses: PAUSES,
    accountId: 'a1',
  },
};

const VISIT: RecordSample<Visit> = {
  name: 'visitSchema',
  schema: schemas.visitSchema,
  title: 'Visit',
  required: ['visitId', 'begunAt', 'endedAt', 'outcome'],
  least: {
    visitId: 'v1',
    begunAt: '2026-03-02T09:00:00Z',
    endedAt: '2026-03-02T09:00:00Z',
    outcome: 'fixed',
  },
  full: {
    visitId: 'v1',
    assetId: 'pump 7',
    fault: 'leak',
    begunAt: '2026-03-02T09:00:00Z',
    endedAt: '2026-03-02T10:00:00Z',
    outcome: 'no-access',
    purpose: 'inspection',
    isRemote: false,
    accountId: 'a1',
  },
};

const HOURS = [{ start: '09:00', end: '24:00' }];

const BUSINESS_SCHEDULE: RecordSample<BusinessSchedule> = {
  name: 'businessScheduleSchema',
  schema: schemas.businessScheduleSchema,
  title: 'Business schedule',
  required: ['zone', 'weeks'],
  least: { zone: 'Europe/Paris', weeks: [{ hours: {} }] },
  full: {
    id: 'support-fr',
    zone: 'Europe/Paris',
    weeks: [
      { hours: { monday: HOURS, tuesday: [], wednesday: HOURS, thursday: HOURS, friday: HOURS } },
      { from: '2026-03-02', hours: { saturday: HOURS, sunday: [{ start: '00:00', end: '00:00' }] } },
      { from: '2026-03-03', hours: {} },
    ],
    holidays: ['2026-12-25', { date: '2026-12-24', hours: HOURS }, { date: '2026-12-26' }],
  },
};

const PORTAL_ACTION: RecordSample<PortalAction> = {
  name: 'portalActionSchema',
  schema: schemas.portalActionSchema,
  title: 'Portal action',
  required: [],
  least: {},
  full: { accountId: 'a1', at: '2026-03-02', kind: 'order' },
};

const CART: RecordSample<Cart> = {
  name: 'cartSchema',
  schema: schemas.cartSchema,
  title: 'Cart',
  required: ['createdAt'],
  least: { createdAt: '2026-03-02' },
  full: {
    id: 'c1',
    accountId: 'a1',
    createdAt: '2026-03-02',
    orderedAt: '2026-03-02T00:00:00+02:00',
    offlineOrderedAt: null,
  },
};

const CATALOGUE_ITEM: RecordSample<CatalogueItem> = {
  name: 'catalogueItemSchema',
  schema: schemas.catalogueItemSchema,
  title: 'Catalogue item',
  required: ['productId', 'channel', 'locale'],
  least: { productId: 'p1', channel: 'web', locale: 'fr' },
  full: { productId: 'p1', channel: 'web', locale: 'fr', required: 8, filled: 8 },
};

const LEARNING_ASSIGNMENT: RecordSample<LearningAssignment> = {
  name: 'learningAssignmentSchema',
  schema: schemas.learningAssignmentSchema,
  title: 'Learning assignment',
  required: ['moduleId', 'assignedAt'],
  least: { moduleId: 'safety', assignedAt: '2026-03-02' },
  full: {
    id: 'l1',
    accountId: 'a1',
    moduleId: 'safety',
    optional: false,
    assignedAt: '2026-03-02',
    completedAt: '2026-03-02',
    attemptedAt: '2026-03-02',
    passed: true,
    expiresAt: '2026-03-02',
    minutes: 12.5,
  },
};

const SHIPPED_LINE: RecordSample<ShippedLine> = {
  name: 'shippedLineSchema',
  schema: schemas.shippedLineSchema,
  title: 'Shipped line',
  required: ['shippedAt', 'units'],
  least: { shippedAt: '2026-03-02', units: 2 },
  full: {
    id: 's1',
    accountId: 'a1',
    shippedAt: '2026-03-02',
    units: 0.3,
    value: AMOUNT,
    consignment: false,
    returns: [
      { at: '2026-03-02', units: 0.1, value: 40_00, core: false },
      { at: '2026-03-09', units: 0.2, value: { ...AMOUNT, minorUnits: 60_00 } },
      { at: '2026-03-01', units: 7, value: null, core: true },
    ],
  },
};

const PURCHASE_HISTORY: RecordSample<PurchaseHistory> = {
  name: 'purchaseHistorySchema',
  schema: schemas.purchaseHistorySchema,
  title: 'Purchase history',
  required: ['frequency', 'recency', 'age'],
  least: { frequency: 0, recency: 0, age: 0 },
  full: { account: 'a', frequency: 2, recency: 39, age: 39, monetaryValue: 0.5 },
};

const HEAD: FieldReportHead = { id: 'r1', at: '2026-03-02', authorId: 'rep-1' };
const FULL_HEAD: Required<FieldReportHead> = {
  ...HEAD,
  accountId: 'a1',
  ticketId: null,
  actionValidated: true,
  followedUpAt: '2026-03-02T10:00:00Z',
};
const HEAD_REQUIRED = ['id', 'at', 'authorId', 'kind'];

const VISIT_REPORT: RecordSample<VisitReport> = {
  name: 'visitReportSchema',
  schema: schemas.visitReportSchema,
  title: 'Visit report',
  required: HEAD_REQUIRED,
  least: { ...HEAD, kind: 'visit' },
  full: {
    ...FULL_HEAD,
    kind: 'visit',
    expectations: ['quicker'],
    objections: [],
    logisticsBrakes: ['no ramp'],
    priceRequests: ['rebate'],
    competitorsSeen: ['Acme'],
  },
};

const PANEL_SESSION: RecordSample<PanelSession> = {
  name: 'panelSessionSchema',
  schema: schemas.panelSessionSchema,
  title: 'Panel session',
  required: [...HEAD_REQUIRED, 'invited', 'attended'],
  least: { ...HEAD, kind: 'panel', invited: [], attended: [] },
  full: {
    ...FULL_HEAD,
    kind: 'panel',
    invited: ['d1', 'd2'],
    attended: ['d1'],
    offerTests: [{ offer: 'kit', inFavour: 3, against: 0 }],
    roadmapVotes: [{ item: 'app', votes: 4 }],
    merchandisingFeedback: ['too high'],
    missingTraining: ['safety'],
  },
};

const HOTLINE_CONTACT: RecordSample<HotlineContact> = {
  name: 'hotlineContactSchema',
  schema: schemas.hotlineContactSchema,
  title: 'Hotline contact',
  required: [...HEAD_REQUIRED, 'reason'],
  least: { ...HEAD, kind: 'hotline', reason: 'other' },
  full: { ...FULL_HEAD, kind: 'hotline', reason: 'data-sheets', itemId: 's1' },
};

const QUICK_REPORT: RecordSample<QuickReport> = {
  name: 'quickReportSchema',
  schema: schemas.quickReportSchema,
  title: 'Quick report',
  required: [...HEAD_REQUIRED, 'incident'],
  least: { ...HEAD, kind: 'quick', incident: 'no label' },
  full: { ...FULL_HEAD, kind: 'quick', incident: '', photo: 'p.jpg', pointOfSale: null },
};

/** The schemas of the records of the metrics. */
export const SAMPLES: readonly RecordSample[] = [
  INVITATION,
  ORDER_LINE,
  INVOICE,
  TICKET_EVENT,
  SLA_TARGET,
  QUOTE_REQUEST,
  VISIT,
  BUSINESS_SCHEDULE,
  PORTAL_ACTION,
  CART,
  CATALOGUE_ITEM,
  LEARNING_ASSIGNMENT,
  SHIPPED_LINE,
  PURCHASE_HISTORY,
  VISIT_REPORT,
  PANEL_SESSION,
  HOTLINE_CONTACT,
  QUICK_REPORT,
] as readonly RecordSample[];

/** The sample of a schema. */
export function sampleOf(name: string): RecordSample {
  const sample = SAMPLES.find((own) => own.name === name);
  if (!sample) throw new Error(`no sample of ${name}`);
  return sample;
}

/** What a schema says of its least record with changes: `'accepted'`, or path, code and message of each issue. */
export function issuesOf(name: string, changes: object): 'accepted' | string[][] {
  const { schema, least } = sampleOf(name);
  const read = schemas.readRecord(schema, { ...(least as object), ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}
