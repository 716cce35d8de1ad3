import { describe, expect, it } from 'vitest';
import { checkCarts } from '../../../src/metrics/behavioural/cart.js';
import { checkCatalogueItems } from '../../../src/metrics/behavioural/catalogueItem.js';
import { checkFieldReports } from '../../../src/metrics/behavioural/checkFieldReports.js';
import { checkLearning } from '../../../src/metrics/behavioural/learningAssignment.js';
import { checkPortalActions } from '../../../src/metrics/behavioural/portalAction.js';
import { checkShippedLines } from '../../../src/metrics/behavioural/shippedLine.js';
import { checkPurchaseHistories } from '../../../src/metrics/business/purchaseHistory.js';
import { checkInvoices } from '../../../src/metrics/operational/checkInvoices.js';
import { checkOrderLines } from '../../../src/metrics/operational/checkOrderLines.js';
import { checkQuotes } from '../../../src/metrics/operational/checkQuotes.js';
import { checkSlaTargets } from '../../../src/metrics/operational/checkSlaTargets.js';
import { checkTicketEvents } from '../../../src/metrics/operational/checkTicketEvents.js';
import { checkVisits } from '../../../src/metrics/operational/checkVisits.js';
import { checkInvitations } from '../../../src/metrics/outreach/checkInvitations.js';
import { issuesOf, sampleOf } from './recordSamples.js';

const MOMENT = 'must be a civil date YYYY-MM-DD or an instant with its zone such as "2026-11-21T09:30:00Z"';
const INSTANT = 'must be an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';
const EUR = { minorUnits: 100_00, currency: 'EUR' };
const LATER = '2026-03-02T09:00:01Z';
const EARLIER = '2026-03-02T08:59:59Z';

type Refusal = readonly [schema: string, changes: object, path: string, code: string, message: string];

/** What the checks of the metrics find in a record as well. */
const IMPOSSIBLE: readonly Refusal[] = [
  ['invitationSchema', { id: '' }, 'id', 'too-small', 'must be text of at least 1 character, received ""'],
  ['invitationSchema', { sentAt: 'in March' }, 'sentAt', 'wrong-format', `${MOMENT}, received "in March"`],
  ['invitationSchema', { openedAt: 3 }, 'openedAt', 'wrong-type', `${MOMENT}, received 3`],
  ['invitationSchema', { bounced: 'no' }, 'bounced', 'wrong-type', 'must be true or false, received "no"'],

  ['orderLineSchema', { quantityOrdered: 0 }, 'quantityOrdered', 'too-small', 'must be above 0, received 0'],
  ['orderLineSchema', { quantityOrdered: -1 }, 'quantityOrdered', 'too-small', 'must be above 0, received -1'],
  [
    'orderLineSchema',
    { quantityOrdered: 2e15 },
    'quantityOrdered',
    'too-large',
    'must be at most 1000000000000000, received 2000000000000000',
  ],
  ['orderLineSchema', { promisedAt: '2026-02-30' }, 'promisedAt', 'wrong-format', `${MOMENT}, received "2026-02-30"`],
  ['orderLineSchema', { deliveries: {} }, 'deliveries', 'wrong-type', 'must be a list, received an object'],
  [
    'orderLineSchema',
    { deliveries: [{ quantity: 1 }, { quantity: -1 }] },
    'deliveries.1.quantity',
    'too-small',
    'must be at least 0, received -1',
  ],
  [
    'orderLineSchema',
    { deliveries: [{ quantity: 1, damaged: 'yes' }] },
    'deliveries.0.damaged',
    'wrong-type',
    'must be true or false, received "yes"',
  ],
  [
    'orderLineSchema',
    { orderedAt: '2026-03-02', deliveries: [{ quantity: 1, shippedAt: '2026-03-01' }] },
    'deliveries.0.shippedAt',
    'out-of-order',
    'must be at or after "orderedAt", received "2026-03-01"',
  ],
  [
    'orderLineSchema',
    { orderedAt: '2026-03-02', deliveries: [{ quantity: 1 }, { quantity: 1, deliveredAt: '2026-03-01T23:00:00Z' }] },
    'deliveries.1.deliveredAt',
    'out-of-order',
    'must be at or after "orderedAt", received "2026-03-01T23:00:00Z"',
  ],
  [
    'orderLineSchema',
    { deliveries: [{ quantity: 1, shippedAt: '2026-03-02T09:00:00Z', deliveredAt: EARLIER }] },
    'deliveries.0.deliveredAt',
    'out-of-order',
    `must be at or after "shippedAt", received "${EARLIER}"`,
  ],

  [
    'invoiceSchema',
    { amount: { ...EUR, minorUnits: -1 } },
    'amount.minorUnits',
    'too-small',
    'must be at least 0, received -1',
  ],
  [
    'invoiceSchema',
    { amount: { ...EUR, minorUnits: 0.5 } },
    'amount.minorUnits',
    'wrong-type',
    'must be a whole number that a double holds exactly, received 0.5',
  ],
  ['invoiceSchema', { amount: 100 }, 'amount', 'wrong-type', 'must be an object, received 100'],
  [
    'invoiceSchema',
    { disputedAt: '2026-03-01' },
    'disputedAt',
    'out-of-order',
    'must be at or after "invoicedAt", received "2026-03-01"',
  ],
  [
    'invoiceSchema',
    { disputedAmount: { ...EUR, minorUnits: 100_01 } },
    'disputedAmount.minorUnits',
    'too-large',
    'must be at most what was invoiced, 10000, received 10001',
  ],
  [
    'invoiceSchema',
    { disputedAmount: { minorUnits: 100_01, currency: 'USD' } },
    'disputedAmount.currency',
    'contradiction',
    'must be the currency of the invoice, "EUR", received "USD"',
  ],
  [
    'invoiceSchema',
    { creditNotes: [{ issuedAt: '2026-03-01', amount: EUR, kind: 'price' }] },
    'creditNotes.0.issuedAt',
    'out-of-order',
    'must be at or after "invoicedAt", received "2026-03-01"',
  ],
  [
    'invoiceSchema',
    { creditNotes: [{ issuedAt: '2026-03-02', amount: { minorUnits: 100_01, currency: 'USD' }, kind: 'price' }] },
    'creditNotes.0.amount.currency',
    'contradiction',
    'must be the currency of the invoice, "EUR", received "USD"',
  ],
  [
    'invoiceSchema',
    {
      creditNotes: [
        { issuedAt: '2026-03-02', amount: EUR, kind: 'price' },
        { issuedAt: '2026-03-02', amount: { ...EUR, minorUnits: 1 }, kind: 'bonus' },
      ],
    },
    'creditNotes',
    'too-large',
    'must be at most what was invoiced, 10000, received 10001',
  ],

  ['ticketEventSchema', { at: '2026-03-02' }, 'at', 'wrong-format', `${INSTANT}, received "2026-03-02"`],
  [
    'ticketEventSchema',
    { at: '2026-02-30T09:00:00Z' },
    'at',
    'wrong-format',
    `${INSTANT}, received "2026-02-30T09:00:00Z"`,
  ],
  ['ticketEventSchema', { at: 1.5 }, 'at', 'wrong-type', `${INSTANT}, received 1.5`],
  ['ticketEventSchema', { at: null }, 'at', 'wrong-type', `${INSTANT}, received null`],
  ['ticketEventSchema', { at: undefined }, 'at', 'missing', `${INSTANT}, received nothing`],
  ['ticketEventSchema', { at: 253_402_300_800_000 }, 'at', 'too-large', `${INSTANT}, received 253402300800000`],
  ['ticketEventSchema', { at: -62_135_596_800_001 }, 'at', 'too-small', `${INSTANT}, received -62135596800001`],
  [
    'ticketEventSchema',
    { type: 'status' },
    'status',
    'missing',
    'must be given when the type is "status", received nothing',
  ],
  [
    'ticketEventSchema',
    { type: 'priority' },
    'priority',
    'missing',
    'must be given when the type is "priority", received nothing',
  ],

  ['slaTargetSchema', { targetMinutes: 0 }, 'targetMinutes', 'too-small', 'must be above 0, received 0'],
  [
    'slaTargetSchema',
    { fulfilledAt: EARLIER },
    'fulfilledAt',
    'out-of-order',
    `must be at or after "activatedAt", received "${EARLIER}"`,
  ],
  [
    'slaTargetSchema',
    { cancelledAt: '2026-03-02' },
    'cancelledAt',
    'wrong-format',
    `${INSTANT}, received "2026-03-02"`,
  ],
  [
    'slaTargetSchema',
    { pauses: [{ start: LATER, end: EARLIER }] },
    'pauses.0.end',
    'out-of-order',
    `must be at or after "start", received "${EARLIER}"`,
  ],
  [
    'slaTargetSchema',
    { pauses: [{ start: null, end: null }] },
    'pauses.0.start',
    'wrong-type',
    `${INSTANT}, received null`,
  ],

  [
    'quoteRequestSchema',
    { firstCompliantQuoteAt: EARLIER },
    'firstCompliantQuoteAt',
    'out-of-order',
    `must be at or after "requestedAt", received "${EARLIER}"`,
  ],
  [
    'quoteRequestSchema',
    { withdrawnAt: EARLIER },
    'withdrawnAt',
    'out-of-order',
    `must be at or after "requestedAt", received "${EARLIER}"`,
  ],
  [
    'quoteRequestSchema',
    { firstCompliantQuoteAt: '2026-03-02T10:00:00Z', acceptedAt: LATER },
    'acceptedAt',
    'out-of-order',
    `must be at or after "firstCompliantQuoteAt", received "${LATER}"`,
  ],
  [
    'quoteRequestSchema',
    { acceptedAt: LATER },
    'acceptedAt',
    'contradiction',
    `must be left out while no quote was sent, received "${LATER}"`,
  ],
  [
    'quoteRequestSchema',
    { acceptedAt: LATER, firstCompliantQuoteAt: null },
    'acceptedAt',
    'contradiction',
    `must be left out while no quote was sent, received "${LATER}"`,
  ],
  [
    'quoteRequestSchema',
    { value: { ...EUR, minorUnits: -1 } },
    'value.minorUnits',
    'too-small',
    'must be at least 0, received -1',
  ],
  [
    'quoteRequestSchema',
    { pauses: [{ start: LATER, end: EARLIER }] },
    'pauses.0.end',
    'out-of-order',
    `must be at or after "start", received "${EARLIER}"`,
  ],

  [
    'visitSchema',
    { endedAt: EARLIER },
    'endedAt',
    'out-of-order',
    `must be at or after "begunAt", received "${EARLIER}"`,
  ],
  ['visitSchema', { endedAt: 0 }, 'endedAt', 'out-of-order', 'must be at or after "begunAt", received 0'],

  ['portalActionSchema', { at: 'yesterday' }, 'at', 'wrong-format', `${MOMENT}, received "yesterday"`],

  [
    'cartSchema',
    { orderedAt: '2026-03-01' },
    'orderedAt',
    'out-of-order',
    'must be at or after "createdAt", received "2026-03-01"',
  ],
  [
    'cartSchema',
    { offlineOrderedAt: '2026-03-01' },
    'offlineOrderedAt',
    'out-of-order',
    'must be at or after "createdAt", received "2026-03-01"',
  ],

  ['catalogueItemSchema', { required: 1.5 }, 'required', 'wrong-type', 'must be a whole number, received 1.5'],
  ['catalogueItemSchema', { required: -1 }, 'required', 'too-small', 'must be at least 0, received -1'],
  [
    'catalogueItemSchema',
    { required: 8, filled: 9 },
    'filled',
    'too-large',
    'must be at most those required, 8, received 9',
  ],

  [
    'learningAssignmentSchema',
    { completedAt: '2026-03-01' },
    'completedAt',
    'out-of-order',
    'must be at or after "assignedAt", received "2026-03-01"',
  ],
  [
    'learningAssignmentSchema',
    { attemptedAt: '2026-03-01' },
    'attemptedAt',
    'out-of-order',
    'must be at or after "assignedAt", received "2026-03-01"',
  ],
  [
    'learningAssignmentSchema',
    { completedAt: '2026-03-09', expiresAt: '2026-03-08' },
    'expiresAt',
    'out-of-order',
    'must be at or after "completedAt", received "2026-03-08"',
  ],
  ['learningAssignmentSchema', { minutes: 0 }, 'minutes', 'too-small', 'must be above 0, received 0'],
  ['learningAssignmentSchema', { minutes: 2e25 }, 'minutes', 'too-large', 'must be at most 1e+25, received 2e+25'],

  ['shippedLineSchema', { units: 0 }, 'units', 'too-small', 'must be above 0, received 0'],
  ['shippedLineSchema', { units: 2e90 }, 'units', 'too-large', 'must be at most 1e+90, received 2e+90'],
  [
    'shippedLineSchema',
    { units: -1, returns: [{ at: '2026-03-02', units: 1 }] },
    'units',
    'too-small',
    'must be above 0, received -1',
  ],
  ['shippedLineSchema', { value: -1 }, 'value', 'too-small', 'must be at least 0, received -1'],
  [
    'shippedLineSchema',
    { value: { ...EUR, minorUnits: -1 } },
    'value.minorUnits',
    'too-small',
    'must be at least 0, received -1',
  ],
  [
    'shippedLineSchema',
    { value: 'much' },
    'value',
    'wrong-type',
    'must be null, a finite number from 0, or money { minorUnits, currency }, received "much"',
  ],
  [
    'shippedLineSchema',
    { returns: [{ at: '2026-03-01', units: 1 }] },
    'returns.0.at',
    'out-of-order',
    'must be at or after "shippedAt", received "2026-03-01"',
  ],
  [
    'shippedLineSchema',
    {
      returns: [
        { at: '2026-03-09', units: 1 },
        { at: '2026-03-09', units: 1.5 },
      ],
    },
    'returns',
    'too-large',
    'must be of at most the units shipped, 2, received 2.5',
  ],
  [
    'shippedLineSchema',
    { value: EUR, returns: [{ at: '2026-03-09', units: 1, value: 100_01 }] },
    'returns',
    'too-large',
    'must be of at most the value shipped, 10000, received 10001',
  ],
  [
    'shippedLineSchema',
    { value: 0, returns: [{ at: '2026-03-09', units: 1, value: { ...EUR, minorUnits: 1 } }] },
    'returns',
    'too-large',
    'must be of at most the value shipped, 0, received 1',
  ],

  ['purchaseHistorySchema', { frequency: 0.5 }, 'frequency', 'wrong-type', 'must be a whole number, received 0.5'],
  ['purchaseHistorySchema', { frequency: -1 }, 'frequency', 'too-small', 'must be at least 0, received -1'],
  ['purchaseHistorySchema', { age: -1 }, 'age', 'too-small', 'must be at least 0, received -1'],
  [
    'purchaseHistorySchema',
    { frequency: 2, recency: 40, age: 39, monetaryValue: 1 },
    'recency',
    'too-large',
    'must be at most the age, 39, received 40',
  ],
  [
    'purchaseHistorySchema',
    { recency: 1, age: 39 },
    'recency',
    'contradiction',
    'must be 0 without repeat purchase, received 1',
  ],
  [
    'purchaseHistorySchema',
    { frequency: 2, monetaryValue: 0 },
    'monetaryValue',
    'too-small',
    'must be above 0, received 0',
  ],

  [
    'visitReportSchema',
    { followedUpAt: '2026-03-01' },
    'followedUpAt',
    'out-of-order',
    'must be at or after "at", received "2026-03-01"',
  ],
  [
    'panelSessionSchema',
    { followedUpAt: '2026-03-01' },
    'followedUpAt',
    'out-of-order',
    'must be at or after "at", received "2026-03-01"',
  ],
  ['panelSessionSchema', { invited: 'all' }, 'invited', 'wrong-type', 'must be a list, received "all"'],
  [
    'hotlineContactSchema',
    { followedUpAt: '2026-03-01' },
    'followedUpAt',
    'out-of-order',
    'must be at or after "at", received "2026-03-01"',
  ],
  [
    'hotlineContactSchema',
    { reason: 'weather' },
    'reason',
    'unknown-value',
    'must be one of "availability", "returns", "data-sheets", "other", received "weather"',
  ],
  [
    'quickReportSchema',
    { followedUpAt: '2026-03-01' },
    'followedUpAt',
    'out-of-order',
    'must be at or after "at", received "2026-03-01"',
  ],
];

/** What only the schemas look at, being about fields that no number depends on, or about options. */
const MALFORMED: readonly Refusal[] = [
  ['invitationSchema', { accountId: null }, 'accountId', 'wrong-type', 'must be text, received null'],
  [
    'orderLineSchema',
    { deliveries: [{ quantity: 1, note: 'x' }] },
    'deliveries.0',
    'unknown-field',
    'must have known fields only, received "note"',
  ],
  [
    'orderLineSchema',
    { deliveries: Array.from({ length: 10_001 }, () => ({ quantity: 1 })) },
    'deliveries',
    'too-large',
    'must be a list of at most 10000 entries, received a list',
  ],
  [
    'invoiceSchema',
    { amount: { minorUnits: 1, currency: 'eur' } },
    'amount.currency',
    'wrong-format',
    'must be a currency code of three capital letters such as "EUR", received "eur"',
  ],
  ['panelSessionSchema', { attended: [7] }, 'attended.0', 'wrong-type', 'must be text, received 7'],
  [
    'panelSessionSchema',
    { offerTests: [{ offer: 'kit', inFavour: -1, against: 0 }] },
    'offerTests.0.inFavour',
    'too-small',
    'must be at least 0, received -1',
  ],
  [
    'panelSessionSchema',
    { roadmapVotes: [{ item: 'app', votes: 0.5 }] },
    'roadmapVotes.0.votes',
    'wrong-type',
    'must be a whole number, received 0.5',
  ],
  ['visitReportSchema', { objections: 'price' }, 'objections', 'wrong-type', 'must be a list, received "price"'],
  ['quickReportSchema', { incident: 7 }, 'incident', 'wrong-type', 'must be text, received 7'],
  ['businessScheduleSchema', { zone: '' }, 'zone', 'too-small', 'must be text of at least 1 character, received ""'],
  [
    'businessScheduleSchema',
    { weeks: [] },
    'weeks',
    'too-small',
    'must be a list of at least 1 entry, received a list',
  ],
  [
    'businessScheduleSchema',
    { weeks: [{ hours: {} }, { hours: {} }] },
    'weeks.1.from',
    'missing',
    'must be given in each week but the first, received nothing',
  ],
  [
    'businessScheduleSchema',
    {
      weeks: [
        { from: '2026-03-02', hours: {} },
        { from: '2026-03-02', hours: {} },
      ],
    },
    'weeks.1.from',
    'out-of-order',
    'must be later than that of the week before, received "2026-03-02"',
  ],
  [
    'businessScheduleSchema',
    { weeks: [{ hours: { Monday: [] } }] },
    'weeks.0.hours',
    'unknown-field',
    'must have known fields only, received "Monday"',
  ],
  [
    'businessScheduleSchema',
    { weeks: [{ hours: { monday: [{ start: '24:00', end: '24:00' }] } }] },
    'weeks.0.hours.monday.0.start',
    'wrong-format',
    'must be a time HH:MM from 00:00 to 23:59, received "24:00"',
  ],
  [
    'businessScheduleSchema',
    { weeks: [{ hours: { monday: [{ start: '09:00', end: '24:01' }] } }] },
    'weeks.0.hours.monday.0.end',
    'wrong-format',
    'must be a time HH:MM from 00:00 to 24:00, received "24:01"',
  ],
  [
    'businessScheduleSchema',
    { holidays: ['2026-02-30'] },
    'holidays.0',
    'wrong-format',
    'must be a civil date YYYY-MM-DD that exists, received "2026-02-30"',
  ],
  [
    'businessScheduleSchema',
    { holidays: ['2026-12-25', 25] },
    'holidays.1',
    'wrong-type',
    'must be a civil date, or a day with hours of its own { date, hours }, received 25',
  ],
  [
    'businessScheduleSchema',
    { holidays: ['2026-12-25', { date: '2026-12-25' }] },
    'holidays.1',
    'contradiction',
    'must be a day named once, received "2026-12-25"',
  ],
];

const CHECKS = {
  invitationSchema: checkInvitations,
  orderLineSchema: checkOrderLines,
  invoiceSchema: checkInvoices,
  ticketEventSchema: checkTicketEvents,
  slaTargetSchema: checkSlaTargets,
  quoteRequestSchema: checkQuotes,
  visitSchema: checkVisits,
  portalActionSchema: checkPortalActions,
  cartSchema: checkCarts,
  catalogueItemSchema: checkCatalogueItems,
  learningAssignmentSchema: checkLearning,
  shippedLineSchema: checkShippedLines,
  purchaseHistorySchema: checkPurchaseHistories,
  visitReportSchema: checkFieldReports,
  panelSessionSchema: checkFieldReports,
  hotlineContactSchema: checkFieldReports,
  quickReportSchema: checkFieldReports,
} as unknown as Readonly<Record<string, (rows: readonly unknown[]) => readonly unknown[]>>;

describe('the schemas of the records', () => {
  it.each([...IMPOSSIBLE, ...MALFORMED])('refuse by %s %j at %s', (name, changes, path, code, message) => {
    const field = path.replace(/\.(\d+)/g, '[$1]');
    expect(issuesOf(name, changes)).toEqual([[path, code, `${field} ${message}`]]);
  });

  it.each(IMPOSSIBLE)('refuse what the check of the metric finds: %s %j', (name, changes) => {
    const { least, full } = sampleOf(name);
    // Of an action of nobody, the check names that first.
    const base = (name === 'portalActionSchema' ? full : least) as object;
    const found = CHECKS[name]?.([{ ...base, ...changes }]);
    expect(found).toHaveLength(1);
    expect(found).not.toEqual(CHECKS[name]?.([base]));
  });
});

describe('the schemas of the records accept', () => {
  it.each<[string, object]>([
    // Contradictions with which a record still counts.
    ['invitationSchema', { sentAt: '2026-03-02', deliveredAt: '2026-03-01', openedAt: '2026-03-01', bounced: true }],
    ['panelSessionSchema', { invited: [], attended: ['d1'] }],
    // What is missing is for the metrics to count.
    ['portalActionSchema', { accountId: null, at: undefined, kind: null }],
    ['catalogueItemSchema', { filled: 3 }],
    ['catalogueItemSchema', { required: 3, filled: null }],
    ['purchaseHistorySchema', { frequency: 2, recency: 1, age: 1, monetaryValue: null }],
    // No repeat purchase, no value that could be wrong.
    ['purchaseHistorySchema', { age: 5, monetaryValue: 0 }],
    // On a day of which an hour is not known, everything is in order.
    ['cartSchema', { createdAt: '2026-03-02T23:00:00Z', orderedAt: '2026-03-02' }],
    // The same instant, though the text of the earlier one sorts later.
    ['cartSchema', { createdAt: '2026-03-02T10:00:00+01:00', orderedAt: '2026-03-02T09:00:00Z' }],
    ['orderLineSchema', { quantityOrdered: 1e15 }],
    ['orderLineSchema', { deliveries: Array.from({ length: 10_000 }, () => ({ quantity: 1 })) }],
    ['orderLineSchema', { deliveries: [{ quantity: 1e15 }] }],
    ['ticketEventSchema', { at: 253_402_300_799_999 }],
    ['ticketEventSchema', { at: -62_135_596_800_000 }],
    ['ticketEventSchema', { type: 'status', status: 'closed' }],
    ['ticketEventSchema', { type: 'priority', priority: 'low' }],
    ['visitSchema', { begunAt: 0, endedAt: 0 }],
    ['visitSchema', { begunAt: -1, endedAt: '1970-01-01T00:00:00Z' }],
    ['shippedLineSchema', { units: 0.3, returns: [{ at: '2026-03-02', units: 0.1 + 0.2 }] }],
    ['shippedLineSchema', { value: 0, returns: [{ at: '2026-03-02', units: 2, value: null }] }],
    ['shippedLineSchema', { returns: [{ at: '2026-03-02', units: 1, value: 5 }] }],
    ['businessScheduleSchema', { weeks: [{ hours: { monday: [{ start: '23:59', end: '00:00' }] } }] }],
    ['businessScheduleSchema', { weeks: [{ hours: {} }, { from: '2026-03-02', hours: {} }] }],
  ])('by %s %j', (name, changes) => {
    expect(issuesOf(name, changes)).toBe('accepted');
  });
});
