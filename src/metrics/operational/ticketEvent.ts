import { toEpochMilliseconds, type Instant } from '../../core/instant.js';

/** The states of a ticket, in the order of its life. */
export const TICKET_STATUSES = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;

/**
 * State of a ticket: `'pending'` waits for the customer, `'on-hold'` for a third party; `'solved'` and `'closed'` are no longer open.
 */
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/**
 * What can happen to a ticket. The order is that in which events of one instant are taken: a reply that solves the ticket comes before its
 * solution, a message that reopens it before its reopening.
 *
 * - `'created'`: the ticket came in;
 * - `'assigned'`, `'priority'`: it was given to somebody, or given another priority;
 * - `'requester-reply'`: a message of the customer after the first;
 * - `'auto-reply'`: a message sent by a machine; it answers nothing and is only counted;
 * - `'agent-note'`: a note that the customer does not see;
 * - `'public-agent-reply'`: a reply of a person that the customer sees;
 * - `'status'`: another state;
 * - `'merged'`: the ticket went into another one.
 */
export const TICKET_EVENT_TYPES = [
  'created',
  'assigned',
  'priority',
  'requester-reply',
  'auto-reply',
  'agent-note',
  'public-agent-reply',
  'status',
  'merged',
] as const;

/** Type of an event, from {@link TICKET_EVENT_TYPES}. */
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];

/** Something that happened to a ticket, as the history of a ticketing tool has it. */
export interface TicketEvent {
  /** Ticket it happened to. */
  readonly ticketId: string;
  /** When: an instant with its zone, or milliseconds. */
  readonly at: Instant;
  /** What. */
  readonly type: TicketEventType;
  /** The new state, on an event of type `'status'`; a `'created'` event may carry the first one, else it is `'new'`. */
  readonly status?: TicketStatus | undefined;
  /** The priority, on an event of type `'priority'`; a `'created'` event may carry the first one. */
  readonly priority?: string | undefined;
  /** On a `'created'` event: whether an agent opened the ticket. */
  readonly byAgent?: boolean | undefined;
  /**
   * On a `'created'` event: whether the customer saw its message.
   * @defaultValue true
   */
  readonly isPublic?: boolean | undefined;
  /** Account of the requester, on any of the events. */
  readonly accountId?: string | undefined;
}

/** What can be wrong with a ticket event on its own. */
export type TicketEventFaultCode = 'missing-id' | 'unreadable-time' | 'unknown-value';

/** What is wrong with a ticket event, and where. */
export interface TicketEventFault {
  /** Code of the finding. */
  readonly code: TicketEventFaultCode;
  /** Field at fault. */
  readonly field: keyof TicketEvent;
}

/** Tells what is wrong with an event on its own, or `null`: one rule for cases and check. Its instant may have been read already. */
export function ticketEventFault(
  event: TicketEvent,
  time: number = toEpochMilliseconds(event?.at),
): TicketEventFault | null {
  const { ticketId, type, status, priority } = Object(event) as Partial<TicketEvent>;
  if (typeof ticketId !== 'string' || ticketId === '') return { code: 'missing-id', field: 'ticketId' };
  if (Number.isNaN(time)) return { code: 'unreadable-time', field: 'at' };
  if (!TICKET_EVENT_TYPES.includes(type as TicketEventType)) return { code: 'unknown-value', field: 'type' };
  const needsStatus = type === 'status' || (type === 'created' && (status ?? null) !== null);
  if (needsStatus && !TICKET_STATUSES.includes(status as TicketStatus))
    return { code: 'unknown-value', field: 'status' };
  if (type === 'priority' && (typeof priority !== 'string' || priority === ''))
    return { code: 'unknown-value', field: 'priority' };
  return null;
}

/** Tells whether a ticket in a state is still open. */
export function isOpenStatus(status: TicketStatus): boolean {
  return status !== 'solved' && status !== 'closed';
}
