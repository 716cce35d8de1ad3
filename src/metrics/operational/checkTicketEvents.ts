import { cxError } from '../../core/errors.js';
import { isIterable } from '../../measures/input.js';
import { toEpochMilliseconds } from '../../core/instant.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { historyFault, type TimedEvent } from './caseHistory.js';
import { isOpenStatus, ticketEventFault, type TicketEvent, type TicketEventFaultCode } from './ticketEvent.js';

/**
 * What can be wrong with ticket events. More codes may be added.
 *
 * - `'missing-id'`, `'unreadable-time'`, `'unknown-value'`: the event cannot be read, and its ticket counts nowhere;
 * - `'before-created'`, `'solved-before-created'`: it happened before the ticket came in;
 * - `'created-twice'`: another creation of the ticket;
 * - `'not-created'`: the first event of a ticket that has no creation among its events.
 */
export type TicketEventFindingCode =
  TicketEventFaultCode | 'before-created' | 'solved-before-created' | 'created-twice' | 'not-created';

/** A sound event and where it stands. */
interface PlacedEvent extends TimedEvent {
  readonly index: number;
}

/**
 * Checks ticket events for what cannot be: solutions before the creation, tickets that were created twice or never, times without a zone.
 *
 * Use it once per import, before {@link toCases}, which leaves out whole tickets for one event that cannot be.
 *
 * @param events - The events of whole tickets, in any order.
 * @returns The findings in the order of the events; none when all is well. `id` is that of the ticket.
 * @example
 * ```ts
 * import { checkTicketEvents } from 'cx-scoring';
 *
 * const findings = checkTicketEvents([
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-01T09:00:00Z', type: 'status', status: 'solved' },
 * ]);
 * findings; // => [{ code: 'solved-before-created', index: 1, id: 't1', field: 'at', value: '2026-03-01T09:00:00Z' }]
 * ```
 */
export function checkTicketEvents(events: Iterable<TicketEvent>): RecordFinding<TicketEventFindingCode>[] {
  if (!isIterable(events))
    throw cxError('CX_INVALID_INPUT', 'checkTicketEvents: events', 'an iterable of events', events);
  const found: RecordFinding<TicketEventFindingCode>[] = [];
  const tickets = new Map<string, PlacedEvent[]>();
  let index = 0;
  for (const event of events) {
    const fault = ticketEventFault(event);
    if (fault !== null)
      found.push(recordFinding(fault.code, index, event?.ticketId, fault.field, event?.[fault.field]));
    else {
      const own = tickets.get(event.ticketId) ?? [];
      own.push({ index, event, time: toEpochMilliseconds(event.at) });
      tickets.set(event.ticketId, own);
    }
    index++;
  }
  for (const [id, own] of tickets) {
    if (historyFault(own) === null) continue;
    const add = (code: TicketEventFindingCode, place: PlacedEvent, field: 'type' | 'at'): void => {
      found.push(recordFinding(code, place.index, id, field, place.event[field]));
    };
    const created = own.filter(({ event }) => event.type === 'created');
    const [first] = created;
    if (first === undefined) add('not-created', own[0] as PlacedEvent, 'type');
    else if (created.length > 1) created.slice(1).forEach((again) => add('created-twice', again, 'type'));
    else
      for (const place of own) {
        if (place.time >= first.time) continue;
        const { type, status = 'new' } = place.event;
        add(type === 'status' && !isOpenStatus(status) ? 'solved-before-created' : 'before-created', place, 'at');
      }
  }
  return found.sort((a, b) => a.index - b.index);
}
