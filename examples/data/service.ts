import {
  addBusinessMinutes,
  toEpochMilliseconds,
  type BusinessCalendar,
  type QuoteRequest,
  type Random,
  type SlaTarget,
  type TicketEvent,
  type Visit,
} from 'cx-scoring';
import { pick, type Account } from './company.js';
import { between, instantOf, LAST_DAY, MINUTE, NOW, QUARTER_DAY, timeAt, toWeekday } from './days.js';

/** What the ticketing tool keeps. */
export interface Service {
  readonly ticketEvents: readonly TicketEvent[];
  readonly slaTargets: readonly SlaTarget[];
}

/** Minutes of the service agreed, by priority. */
const AGREED = {
  high: { 'first-reply': 180, resolution: 1080 },
  normal: { 'first-reply': 540, resolution: 2700 },
} as const;

/** A moment of the newest quarter; most of those of a weekend wait for Monday. */
function momentOf(random: Random): number {
  const day = between(random, QUARTER_DAY, LAST_DAY);
  const own = random() < 0.7 ? toWeekday(day) : day;
  return timeAt(Math.min(own, LAST_DAY), between(random, 390, 1169));
}

/** The moment at which so much of the service's time has passed. */
function later(calendar: BusinessCalendar, time: number, minutes: number): number {
  return toEpochMilliseconds(addBusinessMinutes(calendar, instantOf(time), minutes));
}

/** Makes the tickets of the newest quarter: many quick answers and a few slow ones, as everywhere. */
export function createService(random: Random, accounts: readonly Account[], calendar: BusinessCalendar): Service {
  const ticketEvents: TicketEvent[] = [];
  const slaTargets: SlaTarget[] = [];
  let tickets = 0;
  for (const account of accounts) {
    const count = Math.floor(account.events * 1.5 * random() + 0.4);
    for (let i = 0; i < count; i++) ticket(`T${String(++tickets).padStart(4, '0')}`, account.id);
  }
  // A reply imported under the wrong ticket: it comes before the ticket was made.
  const [first] = ticketEvents;
  if (first)
    ticketEvents.push({
      ticketId: first.ticketId,
      at: instantOf(timeAt(QUARTER_DAY - 20, 600)),
      type: 'public-agent-reply',
    });
  return { ticketEvents, slaTargets };

  function ticket(ticketId: string, accountId: string): void {
    const created = momentOf(random);
    const priority = random() < 0.25 ? 'high' : 'normal';
    const [pace, length] = [random(), random()];
    const share = priority === 'high' ? 0.45 : 1;
    const replied = later(calendar, created, Math.round(10 + 1300 * share * pace * pace * pace));
    const isQuick = random() < 0.3;
    const solved = isQuick ? replied : later(calendar, replied, Math.round(30 + 4200 * share * length * length));
    const fate = random();
    const isMerged = fate < 0.02;
    const isSilent = fate > 0.98;
    const isStuck = fate > 0.94 && !isSilent;
    // Forgotten: nobody has answered, and nobody will.
    const isForgotten = isStuck && fate > 0.965;
    const log = (time: number, event: Omit<TicketEvent, 'ticketId' | 'at'>): void => {
      if (time <= NOW) ticketEvents.push({ ticketId, at: instantOf(time), ...event });
    };
    log(created, { type: 'created', priority, accountId });
    log(created + 5000, { type: 'auto-reply' });
    if (isMerged) log(replied, { type: 'merged' });
    if (!isMerged && !isSilent && !isForgotten) log(replied, { type: 'public-agent-reply' });
    if (!isMerged && !isStuck) log(solved, { type: 'status', status: 'solved' });
    const returned = later(calendar, solved, 300);
    if (fate > 0.1 && fate < 0.17) {
      log(returned, { type: 'status', status: 'open' });
      log(later(calendar, returned, between(random, 60, 900)), { type: 'status', status: 'solved' });
    }
    const done = {
      'first-reply': isSilent || isMerged || isForgotten ? NaN : replied,
      resolution: isStuck || isMerged ? NaN : solved,
    };
    for (const metric of ['first-reply', 'resolution'] as const) {
      slaTargets.push({
        ticketId,
        metric,
        policyId: 'service',
        priority,
        schedule: 'support',
        targetMinutes: AGREED[priority][metric],
        activatedAt: instantOf(created),
        fulfilledAt: done[metric] <= NOW ? instantOf(done[metric]) : undefined,
        cancelledAt: isMerged && replied <= NOW ? instantOf(replied) : undefined,
      });
    }
  }
}

const FAULTS = ['burner', 'pump', 'controller', 'leak'] as const;

/** Makes the visits of technicians from May on, so that most of them are old enough to be judged. */
export function createVisits(random: Random, accounts: readonly Account[]): Visit[] {
  const visits: Visit[] = [];
  for (const { id: accountId, events } of accounts) {
    const count = Math.floor(events * random() + 0.35);
    for (let asset = 1; asset <= count; asset++) {
      const day = toWeekday(between(random, QUARTER_DAY - 60, LAST_DAY - 2));
      const kind = random();
      const own = { assetId: `${accountId}-${asset}`, fault: pick(random, FAULTS), accountId };
      const isFixed = random() < 0.86;
      const comesBack = !isFixed || random() < 0.04;
      const outcome = isFixed ? 'fixed' : 'not-fixed';
      if (kind < 0.1) add(day, { ...own, outcome: 'fixed', purpose: 'inspection' });
      else if (kind < 0.18) add(day, { ...own, outcome: 'fixed', isRemote: true });
      else if (kind < 0.22) add(day, { ...own, outcome: 'no-access' });
      else {
        add(day, { ...own, outcome });
        if (comesBack) add(toWeekday(day + between(random, 2, 20)), { ...own, outcome: 'fixed' });
      }
    }
  }
  return visits;

  function add(day: number, visit: Omit<Visit, 'visitId' | 'begunAt' | 'endedAt'>): void {
    const begun = timeAt(day, between(random, 480, 900));
    const ended = begun + between(random, 40, 200) * MINUTE;
    if (ended > NOW) return;
    const visitId = `V${String(visits.length + 1).padStart(4, '0')}`;
    visits.push({ visitId, begunAt: instantOf(begun), endedAt: instantOf(ended), ...visit });
  }
}

/** Makes the requests for quotes of the newest quarter. */
export function createQuotes(random: Random, accounts: readonly Account[], calendar: BusinessCalendar): QuoteRequest[] {
  return Array.from({ length: 150 }, (_, index): QuoteRequest => {
    const requested = momentOf(random);
    const pace = random();
    const quoted = later(calendar, requested, Math.round(40 + 2600 * pace * pace));
    const fate = random();
    const isLost = fate < 0.05;
    const withdrawn = fate < 0.03 ? later(calendar, requested, 700) : NaN;
    return {
      requestId: `Q${String(index + 1).padStart(3, '0')}`,
      accountId: pick(random, accounts).id,
      requestedAt: instantOf(requested),
      firstCompliantQuoteAt: !isLost && quoted <= NOW ? instantOf(quoted) : undefined,
      withdrawnAt: withdrawn <= NOW ? instantOf(withdrawn) : undefined,
      requoteOf: fate > 0.93 && index > 0 ? `Q${String(index).padStart(3, '0')}` : undefined,
    };
  });
}
