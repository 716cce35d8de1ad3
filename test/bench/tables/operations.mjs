import {
  computeDisputeRate,
  computeFullResolutionTime,
  computeOtif,
  createRandom,
  fitBgNbd,
  toCases,
} from '../../../dist/index.js';
import { race, startClock } from '../race.mjs';
import { atMost, figure } from '../report.mjs';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const dayText = (day) => new Date(START + day * DAY).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 400 }, (_, day) => dayText(day));
const ASOF = DAYS[399];

/** A stream of whole numbers that looks random and is the same everywhere. */
const draw = (at, below) => ((at * 2654435761) >>> 7) % below;

/** Records as a program reads them: no text is still a part of another one. */
function asRead(records) {
  for (let at = 0; at < records.length; at++) records[at] = JSON.parse(JSON.stringify(records[at]));
  return records;
}

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
function ticketEvents(tickets) {
  const events = [];
  for (let ticket = 0; ticket < tickets; ticket++) {
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

/** Kaplan and Meier's median of hours, open tickets censored. */
function medianByHand(times) {
  times.sort((a, b) => a.time - b.time);
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

/** The least that gives the answer on these very events: each ticket was created, nothing is out of order, nothing is reopened. */
function resolutionAtLeast(events) {
  const tickets = new Map();
  for (const { ticketId, at, type, status } of events) {
    let own = tickets.get(ticketId);
    if (own === undefined) tickets.set(ticketId, (own = { created: 0, solved: 0 }));
    if (type === 'created') own.created = Date.parse(at);
    else if (status === 'solved') own.solved = Date.parse(at);
  }
  const end = Date.parse(HORIZON);
  return medianByHand(
    Array.from(tickets.values(), ({ created, solved }) => ({
      time: ((solved || end) - created) / 3_600_000,
      closed: solved > 0,
    })),
  );
}

/** What the answer takes on any events: gathered by ticket, dates read, put in order, walked through for the solution that lasted. */
function resolutionByHand(events) {
  const end = Date.parse(HORIZON);
  const tickets = new Map();
  for (const { ticketId, at, type, status } of events) {
    const time = Date.parse(at);
    if (Number.isNaN(time)) throw new Error(`no date: ${at}`);
    if (time > end) continue;
    const own = tickets.get(ticketId);
    if (own === undefined) tickets.set(ticketId, [{ time, type, status }]);
    else own.push({ time, type, status });
  }
  const times = [];
  for (const own of tickets.values()) {
    own.sort((a, b) => a.time - b.time);
    let [created, solved] = [null, null];
    for (const { time, type, status } of own) {
      if (type === 'created') created = time;
      else if (type === 'status') solved = status === 'solved' || status === 'closed' ? (solved ?? time) : null;
    }
    if (created !== null) times.push({ time: ((solved ?? end) - created) / 3_600_000, closed: solved !== null });
  }
  return medianByHand(times);
}

/** A gamma variate of shape `shape` and scale 1 (Marsaglia and Tsang 2000). */
function drawGamma(random, shape) {
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Customers of the model with the parameters that Fader, Hardie and Lee (2005) found for CDNOW, followed for 27 to 39 weeks. */
function customers(size) {
  const random = createRandom(42);
  return Array.from({ length: size }, () => {
    const age = 27 + Math.floor(random() * 85) / 7;
    const rate = drawGamma(random, 0.243) / 4.414;
    const [left, right] = [drawGamma(random, 0.793), drawGamma(random, 2.426)];
    const dropout = left / (left + right);
    let [frequency, recency] = [0, 0];
    for (let time = 0; ;) {
      time -= Math.log(1 - random()) / rate;
      if (!(time <= age)) break;
      frequency++;
      recency = time;
      if (random() < dropout) break;
    }
    return { frequency, recency, age };
  });
}

/** Times one metric against its loop by hand: a row of the table, and its goal. */
async function measure({ metric, loop, records, what, own, hand }) {
  const expected = hand(records);
  const timed = await race(
    [
      { name: 'by hand', run: () => hand(records), expected },
      { name: 'ours', run: () => own(records), expected },
    ],
    { rounds: 3 },
  );
  const ratio = timed.ratio('ours', 'by hand');
  return {
    goal: atMost('ops', `${metric}, ${what} / ${loop}`, ratio, 3),
    row: [
      metric,
      `${records.length.toLocaleString('en')} ${what}`,
      loop,
      figure(timed.best('ours')),
      figure(timed.best('by hand')),
      figure(ratio),
    ],
  };
}

/** The best of five fits, in milliseconds. */
function timeFit(people) {
  const times = Array.from({ length: 5 }, () => {
    const stop = startClock();
    const fit = fitBgNbd(people);
    const own = stop();
    if (!fit.converged) throw new Error('the fit did not converge');
    return own;
  });
  return Math.min(...times);
}

const ticketCase = (hand, what, records) => ({
  metric: 'full resolution',
  loop: hand === resolutionByHand ? 'loop by hand' : 'bare loop',
  what,
  records,
  own: (events) => computeFullResolutionTime(toCases(events, { asOf: HORIZON })).value,
  hand,
});

/** Each case makes its own records, so that those of the others are not in memory meanwhile. */
const CASES = [
  (size) => ({
    metric: 'OTIF',
    what: 'order lines',
    loop: 'loop by hand',
    records: asRead(orderLines(size)),
    own: (lines) => computeOtif(lines, { asOf: ASOF }).value,
    hand: otifByHand,
  }),
  (size) => ({
    metric: 'dispute rate',
    what: 'invoices',
    loop: 'loop by hand',
    records: asRead(invoices(size)),
    own: (bills) => computeDisputeRate(bills, { asOf: ASOF, maturityDays: 60 }).value,
    hand: disputesByHand,
  }),
  ...[resolutionByHand, resolutionAtLeast].flatMap((hand) => [
    (size) => ticketCase(hand, 'events ticket by ticket', asRead(ticketEvents(size))),
    // Texts of one length in UTC sort by time.
    (size) =>
      ticketCase(
        hand,
        'events in order of time',
        asRead(ticketEvents(size / 4)).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
      ),
  ]),
];

export async function table(size) {
  const measured = [];
  for (const make of CASES) measured.push(await measure(make(size)));
  const people = customers(2357);
  const fit = timeFit(people);
  return {
    title: 'Operational metrics against loops by hand, and the BG/NBD fit of as many customers as CDNOW has',
    goals: [...measured.map(({ goal }) => goal), atMost('ops', 'fitBgNbd of 2,357 customers', fit / 1000, 1, ' s')],
    columns: ['metric', 'records', 'against', 'ms', 'by hand, ms', 'x of by hand'],
    rows: [
      ...measured.map(({ row }) => row),
      ['fitBgNbd', `${people.length.toLocaleString('en')} customers`, '', figure(fit), '', ''],
    ],
  };
}
