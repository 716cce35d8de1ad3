import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import { isIterable } from '../../measures/input.js';
import { requireInstant, toEpochMilliseconds, utcText, type Instant } from '../../core/instant.js';
import { caseOfHistory, excludedCase } from './caseHistory.js';
import { placesByTicket, type EventLog } from './eventLog.js';
import type { TicketCase } from './ticketCase.js';
import { ticketEventFault, type TicketEvent } from './ticketEvent.js';

/** How cases are made. */
export interface CaseOptions {
  /** The moment the cases speak of: what happened later has not happened. */
  readonly asOf: Instant;
}

/**
 * Links ticket events to cases, one for each ticket: when it came in, was answered, solved and reopened, and how long it was in each state.
 *
 * Use it once, and hand the cases to the metrics of customer service: response and resolution times, reopen rate, backlog.
 *
 * @param events - The events in any order. All events of a ticket must be among them: to work in shards, put whole tickets into a shard.
 * @param options - The moment the cases speak of.
 * @returns One case for each ticket that had come in by then, in the order in which they first occur. Tickets that do not count are there
 * too, with an `exclusion`: `'merged'` into another one, `'notCreated'` without the event of its creation, `'invalid'` for what cannot be,
 * such as an event before the creation ({@link checkTicketEvents} names it). Events without a ticket are one invalid case.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no instant.
 * @remarks Zendesk's rules: where an agent opened the ticket publicly, the first reply is the second public comment, so that a
 * `'public-agent-reply'` at the very instant of such a creation is the opening message and no reply. A wait for the next reply runs from
 * the oldest message that was not answered. A machine's reply answers nothing. Of two states at one instant the later in life holds.
 * @example
 * ```ts
 * import { toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created', accountId: 'A' },
 *   { ticketId: 't1', at: '2026-03-02T09:00:05Z', type: 'auto-reply' },
 *   { ticketId: 't1', at: '2026-03-02T11:30:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't1', at: '2026-03-02T11:30:00Z', type: 'status', status: 'solved' },
 *   { ticketId: 't1', at: '2026-03-03T08:00:00Z', type: 'status', status: 'open' },
 * ];
 * const [ticket] = toCases(events, { asOf: '2026-03-04T00:00:00Z' });
 * ticket?.firstReplyAt; // => '2026-03-02T11:30:00Z'
 * ticket?.statuses.map(({ status }) => status); // => ['new', 'solved', 'open']
 * ticket?.reopens; // => 1
 * ticket?.isOpen; // => true
 * ```
 */
export function toCases(events: Iterable<TicketEvent>, options: CaseOptions): TicketCase[] {
  if (!isIterable(events)) throw cxError('CX_INVALID_INPUT', 'toCases: events', 'an iterable of events', events);
  requireOptions('toCases', options);
  const asOf = requireInstant('toCases', 'asOf', options.asOf);
  const asOfText = utcText(options.asOf, asOf);
  const numbers = new Map<string, number>();
  const invalid: boolean[] = [];
  const owners: number[] = [];
  const log: EventLog = { events: [], times: [] };
  for (const event of events) {
    const time = toEpochMilliseconds(event?.at);
    // What cannot be read may have been before.
    if (time > asOf) continue;
    const fault = ticketEventFault(event, time);
    const id = fault?.code === 'missing-id' ? '' : event.ticketId;
    let ticket = numbers.get(id);
    if (ticket === undefined) {
      ticket = invalid.push(false) - 1;
      numbers.set(id, ticket);
    }
    if (fault !== null) invalid[ticket] = true;
    else {
      owners.push(ticket);
      log.events.push(event);
      log.times.push(time);
    }
  }
  const { places, starts } = placesByTicket(owners, invalid.length);
  return Array.from(numbers, ([ticketId, ticket]) =>
    invalid[ticket] === true
      ? excludedCase(ticketId, 'invalid', asOfText)
      : caseOfHistory(ticketId, log, places.subarray(starts[ticket], starts[ticket + 1]), asOfText),
  );
}
