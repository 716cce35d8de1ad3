import { TICKET_EVENT_TYPES, TICKET_STATUSES, type TicketEvent } from './ticketEvent.js';

/** Sound events as they came, side by side with their instants: an object for each of a million events would cost more than the rest. */
export interface EventLog {
  /** The events. */
  readonly events: TicketEvent[];
  /** Their instants in milliseconds since 1970-01-01T00:00:00Z. */
  readonly times: number[];
}

/** The events of tickets: places in a log, ticket by ticket and in each in order of arrival. */
export interface TicketPlaces {
  /** The places of the events in the log. */
  readonly places: Uint32Array;
  /** Where the places of a ticket, by its number, begin; those of the next ticket follow. */
  readonly starts: Uint32Array;
}

/** Gathers the places of events by the number of the ticket that each belongs to. */
export function placesByTicket(owners: readonly number[], tickets: number): TicketPlaces {
  const starts = new Uint32Array(tickets + 1);
  for (const ticket of owners) starts[ticket + 1]!++;
  for (let ticket = 0; ticket < tickets; ticket++) starts[ticket + 1]! += starts[ticket]!;
  const next = starts.slice();
  const places = new Uint32Array(owners.length);
  for (let place = 0; place < owners.length; place++) places[next[owners[place]!]!++] = place;
  return { places, starts };
}

function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

/** Order of two places of a log: that of time; at one instant the order of types, then of states, so that the order of rows does not matter. */
export function compareEvents({ events, times }: EventLog, first: number, second: number): number {
  const between = times[first]! - times[second]!;
  if (between !== 0) return between;
  const [a, b] = [events[first]!, events[second]!];
  return (
    TICKET_EVENT_TYPES.indexOf(a.type) - TICKET_EVENT_TYPES.indexOf(b.type) ||
    TICKET_STATUSES.indexOf(a.status ?? 'new') - TICKET_STATUSES.indexOf(b.status ?? 'new') ||
    compareTexts(a.priority, b.priority)
  );
}
