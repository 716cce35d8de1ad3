import { computeDisputeRate, computeFullResolutionTime, computeOtif, fitBgNbd, toCases } from '../../../dist/index.js';
import { race } from '../race.mjs';
import { atMost, figure } from '../report.mjs';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const dayText = (day) => new Date(START + day * DAY).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 400 }, (_, day) => dayText(day));
const ASOF = DAYS[399];

/** A stream of whole numbers that looks random and is the same everywhere. */
const draw = (at, below) => ((at * 2654435761) >>> 7) % below;

function orderLines(size) {
  return Array.from({ length: size }, (_, at) => {
    const due = 10 + draw(at, 300);
    const shift = [0, 0, 0, 0, 0, 0, 1, 2, -1, 0][draw(at + 7, 10)];
    const quantity = draw(at + 3, 20) === 0 ? 9 : 10;
    return {
      orderId: `order-${at >>> 2}`,
      lineId: String(at & 3),
      promisedAt: DAYS[due],
      quantityOrdered: 10,
      deliveries: draw(at + 11, 50) === 0 ? [] : [{ deliveredAt: DAYS[due + shift], quantity }],
    };
  });
}

/** What everybody writes: dates parsed and subtracted, open lines as misses. */
function otifByHand(lines) {
  const end = Date.parse(ASOF);
  let [hits, all] = [0, 0];
  for (const { promisedAt, quantityOrdered, deliveries } of lines) {
    const due = Date.parse(promisedAt);
    if (due > end) continue;
    all++;
    const [delivery] = deliveries;
    if (delivery && Date.parse(delivery.deliveredAt) === due && delivery.quantity === quantityOrdered) hits++;
  }
  return hits / all;
}

function invoices(size) {
  return Array.from({ length: size }, (_, at) => ({
    id: `invoice-${at}`,
    invoicedAt: DAYS[draw(at, 390)],
    amount: { minorUnits: 10_000 + draw(at, 100_000), currency: 'EUR' },
    disputed: draw(at + 5, 40) === 0,
  }));
}

function disputesByHand(rows) {
  const cutoff = Date.parse(ASOF) - 60 * DAY;
  let [disputed, all] = [0, 0];
  for (const row of rows) {
    if (Date.parse(row.invoicedAt) > cutoff) continue;
    all++;
    if (row.disputed) disputed++;
  }
  return disputed / all;
}

/** Tickets of four events: created, answered, pending, solved; one in twenty is still open. */
function ticketEvents(size) {
  const events = [];
  for (let ticket = 0; ticket < size / 4; ticket++) {
    const ticketId = `ticket-${ticket}`;
    const created = START + draw(ticket, 300) * DAY + draw(ticket + 1, DAY / 60_000) * 60_000;
    const at = (minutes) => new Date(created + minutes * 60_000).toISOString().replace('.000Z', 'Z');
    const solved = 60 + draw(ticket + 2, 5000);
    events.push({ ticketId, at: at(0), type: 'created' });
    events.push({ ticketId, at: at(20), type: 'public-agent-reply' });
    events.push({ ticketId, at: at(30), type: 'status', status: 'pending' });
    if (draw(ticket + 9, 20) > 0) events.push({ ticketId, at: at(solved), type: 'status', status: 'solved' });
  }
  return events;
}

const HORIZON = `${ASOF}T00:00:00Z`;

/** Kaplan and Meier's median of hours by hand, open tickets censored. */
function resolutionByHand(events) {
  const tickets = new Map();
  for (const { ticketId, at, type, status } of events) {
    let own = tickets.get(ticketId);
    if (own === undefined) tickets.set(ticketId, (own = { created: 0, solved: 0 }));
    if (type === 'created') own.created = Date.parse(at);
    else if (status === 'solved') own.solved = Date.parse(at);
  }
  const end = Date.parse(HORIZON);
  const times = Array.from(tickets.values(), ({ created, solved }) => ({
    time: ((solved || end) - created) / 3_600_000,
    closed: solved > 0,
  })).sort((a, b) => a.time - b.time);
  let survival = 1;
  for (let at = 0; at < times.length;) {
    const { time } = times[at];
    const atRisk = times.length - at;
    let closed = 0;
    for (; at < times.length && times[at].time === time; at++) if (times[at].closed) closed++;
    survival *= 1 - closed / atRisk;
    if (survival <= 0.5) return time;
  }
  return NaN;
}

/** Customers with a spread like that of the published sample. */
function customers(size) {
  return Array.from({ length: size }, (_, at) => {
    const age = 27 + draw(at, 12);
    const frequency = draw(at + 1, 5) < 3 ? 0 : 1 + draw(at + 2, 6);
    return { frequency, recency: frequency === 0 ? 0 : 1 + draw(at + 3, age - 1), age };
  });
}

/** Times one metric against its loop by hand: a row of the table, and the ratio. */
async function measure(what, records, own, hand) {
  const expected = hand();
  const timed = await race(
    [
      { name: 'by hand', run: hand, expected, rounds: 3 },
      { name: 'ours', run: own, expected, rounds: 3 },
    ],
    { rounds: 3 },
  );
  const ratio = timed.ratio('ours', 'by hand');
  return {
    ratio,
    what,
    row: [what, records, figure(timed.best('ours')), figure(timed.best('by hand')), figure(ratio)],
  };
}

export async function table(size) {
  const lines = orderLines(size);
  const bills = invoices(size);
  const events = ticketEvents(size);
  const people = customers(2357);
  const count = size.toLocaleString('en');
  const measured = [
    await measure(
      'OTIF',
      `${count} order lines`,
      () => computeOtif(lines, { asOf: ASOF }).value,
      () => otifByHand(lines),
    ),
    await measure(
      'dispute rate',
      `${count} invoices`,
      () => computeDisputeRate(bills, { asOf: ASOF, maturityDays: 60 }).value,
      () => disputesByHand(bills),
    ),
    await measure(
      'full resolution',
      `${events.length.toLocaleString('en')} ticket events`,
      () => computeFullResolutionTime(toCases(events, { asOf: HORIZON })).value,
      () => resolutionByHand(events),
    ),
  ];
  const start = performance.now();
  const fit = fitBgNbd(people);
  const seconds = (performance.now() - start) / 1000;
  if (!fit.converged) throw new Error('the fit did not converge');
  return {
    title: 'Operational metrics against a loop by hand that checks nothing',
    goals: [
      ...measured.map(({ what, ratio }) => atMost('ops', `${what} / loop by hand`, ratio, 3)),
      atMost('ops', 'fitBgNbd of 2,357 customers', seconds, 1, ' s'),
    ],
    columns: ['metric', 'records', 'ms', 'by hand, ms', 'x of by hand'],
    rows: measured.map(({ row }) => row),
  };
}
