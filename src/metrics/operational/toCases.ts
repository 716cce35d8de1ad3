import { cxError } from '../../core/errors.js';
import { isIterable } from '../../measures/input.js';
import { requireInstant, toEpochMilliseconds, type Instant } from '../../core/instant.js';
import { caseOfHistory, excludedCase, type TimedEvent } from './caseHistory.js';
import type { TicketCase } from './ticketCase.js';
import { ticketEventFault, type TicketEvent } from './ticketEvent.js';

/** How cases are made. */
export interface CaseOptions {
  /** The moment the cases speak of: what happened later has not happened. */
  readonly asOf: Instant;
}

/** What is gathered of one ticket. */
interface History {
  readonly events: TimedEvent[];
  invalid: boolean;
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
  const asOf = requireInstant('toCases', 'asOf', options.asOf);
  const histories = new Map<string, History>();
  for (const event of events) {
    const fault = ticketEventFault(event);
    const time = toEpochMilliseconds(event?.at);
    // What cannot be read may have been before.
    if (time > asOf) continue;
    const id = fault?.code === 'missing-id' ? '' : event.ticketId;
    let history = histories.get(id);
    if (history === undefined) {
      history = { events: [], invalid: false };
      histories.set(id, history);
    }
    if (fault === null) history.events.push({ time, event });
    else history.invalid = true;
  }
  return Array.from(histories, ([ticketId, { events: own, invalid }]) =>
    invalid ? excludedCase(ticketId, 'invalid', asOf) : caseOfHistory(ticketId, own, asOf),
  );
}
