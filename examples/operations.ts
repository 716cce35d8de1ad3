// Beside what customers say: what was delivered, answered, used and kept, one metric of each kind.
import {
  checkOrderLines,
  computeFirstResponseTime,
  computeNetRevenueRetention,
  computeOtif,
  computePortalAdoption,
  computeResponseRate,
  formatInterval,
  formatValue,
  probabilityAlive,
  toBusinessCalendar,
  toCases,
  toPurchaseHistories,
  type Invitation,
  type MetricResult,
  type OrderLine,
  type TicketEvent,
} from 'cx-scoring';

const asOf = '2026-03-31';

function print(name: string, { value, interval, definition }: MetricResult): void {
  console.log(`${name}: ${formatValue(value, definition)} (${formatInterval(interval, definition)})`);
}

// Deliveries: what is open past its date is a miss, what is not due yet is left out, what cannot be is named.
const line = (orderId: string, lineId: string, promisedAt: string, deliveredAt?: string): OrderLine => ({
  orderId,
  lineId,
  orderedAt: '2026-03-02',
  promisedAt,
  quantityOrdered: 10,
  deliveries: deliveredAt === undefined ? [] : [{ deliveredAt, quantity: 10 }],
});
const lines = [
  line('o1', '1', '2026-03-09', '2026-03-09'),
  line('o1', '2', '2026-03-09', '2026-03-11'),
  line('o2', '1', '2026-03-10', '2026-03-10'),
  line('o3', '1', '2026-03-12'),
  line('o4', '1', '2026-04-07'),
  line('o5', '1', '2026-03-12', '2025-03-12'),
];
const otif = computeOtif(lines, { asOf });
print('OTIF by line', otif);
console.log('  left out:', otif.excluded.notDue, 'not due,', otif.excluded.invalid, 'impossible');
print('OTIF by order', computeOtif(lines, { asOf, level: 'order' }));
for (const { id, field, value, code } of checkOrderLines(lines))
  console.log(`  ${id ?? ''}: ${field} ${value ?? ''}, ${code}`);

// Service: from events to cases, from cases to business hours. The ticket without a reply counts as longer than so far.
const hours = [{ start: '09:00', end: '17:00' }];
const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
const calendar = toBusinessCalendar({ id: 'service', zone: 'Europe/Paris', weeks: [{ hours: week }] });
const events: TicketEvent[] = [
  { ticketId: 't1', at: '2026-03-06T16:30:00+01:00', type: 'created' },
  { ticketId: 't1', at: '2026-03-09T09:30:00+01:00', type: 'public-agent-reply' },
  { ticketId: 't2', at: '2026-03-10T10:00:00+01:00', type: 'created' },
  { ticketId: 't2', at: '2026-03-10T10:00:04+01:00', type: 'auto-reply' },
  { ticketId: 't2', at: '2026-03-10T14:00:00+01:00', type: 'public-agent-reply' },
  { ticketId: 't3', at: '2026-03-30T09:00:00+02:00', type: 'created' },
];
const response = computeFirstResponseTime(toCases(events, { asOf: '2026-03-31T17:00:00+02:00' }), { calendar });
print('First response, business hours', response);
console.log('  answered:', response.closed, 'waiting:', response.open);

// Behaviour: of the accounts that could use the portal, those that did more than log in.
const actions = [
  { accountId: 'Alpine Hotels', at: '2026-03-30', kind: 'order' },
  { accountId: 'Borealis', at: '2026-03-29', kind: 'log-in' },
];
print(
  'Portal adoption',
  computePortalAdoption(actions, ['Alpine Hotels', 'Borealis', 'Cantine 12'], { windowDays: 30, asOf }),
);

// Business: revenue kept with the customers of the start, and who has fallen silent for longer than usual.
const years = [
  { start: 400_000, end: 580_000 },
  { start: 300_000, end: 240_000 },
  { start: 260_000, end: 270_000 },
  { start: 150_000, end: 150_000 },
  { start: 120_000, end: 125_000 },
  { start: 90_000, end: 0 },
  { start: 0, end: 50_000 },
];
print('Net revenue retention', computeNetRevenueRetention(years, { startRevenue: 'start', endRevenue: 'end' }));
// Parameters as published by Fader, Hardie and Lee (2005); of your own histories `fitBgNbd` gives you yours.
const model = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
const orders = [
  ...['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map((at) => ({ account: 'Borealis', at })),
  ...['2026-01-05', '2026-02-09', '2026-03-16'].map((at) => ({ account: 'Alpine Hotels', at })),
];
for (const history of toPurchaseHistories(orders, { account: 'account', at: 'at', asOf, unit: 'week' })) {
  const alive = formatValue(probabilityAlive(model, history), { unit: 'share', range: null }, { digits: 0 });
  console.log(`  ${history.account ?? ''}: ${history.frequency} repeat orders, still a customer with ${alive}`);
}

// Outreach: who was asked, and who answered.
const wave: Invitation[] = [
  { id: 'i1', contactId: 'ana', sentAt: '2026-03-02', completedAt: '2026-03-04', status: 'complete' },
  { id: 'i2', contactId: 'ben', sentAt: '2026-03-02' },
  { id: 'i3', contactId: 'cleo', sentAt: '2026-03-02', bounced: true },
  { id: 'i4', contactId: 'dan', notSurveyed: 'quarantine' },
];
print('Response rate, of those delivered', computeResponseRate(wave));
print('Response rate, of those eligible', computeResponseRate(wave, { denominator: 'eligible' }));
