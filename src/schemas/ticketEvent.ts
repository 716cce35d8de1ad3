import * as z from 'zod/mini';
import type { TicketEvent, TicketEventType, TicketStatus } from '../metrics/operational/ticketEvent.js';
import { flag, instant, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';

/** An event that is a change says what to. */
function changeFindings(event: TicketEvent): Finding[] {
  const { type } = event;
  if ((type !== 'status' && type !== 'priority') || event[type] !== undefined) return [];
  return [{ code: 'missing', rule: `given when the type is "${type}"`, input: undefined, path: [type] }];
}

function createTicketEventSchema(): z.ZodMiniType<TicketEvent> {
  const types: Readonly<Record<TicketEventType, true>> = {
    created: true,
    assigned: true,
    priority: true,
    'requester-reply': true,
    'auto-reply': true,
    'agent-note': true,
    'public-agent-reply': true,
    status: true,
    merged: true,
  };
  const statuses: Readonly<Record<TicketStatus, true>> = {
    new: true,
    open: true,
    pending: true,
    'on-hold': true,
    solved: true,
    closed: true,
  };
  return z
    .strictObject(
      {
        ticketId: text('Ticket it happened to.'),
        at: instant('When.'),
        type: wordOf(types, 'What.'),
        status: z.optional(wordOf(statuses, 'The new state. Rule: given on an event of type status.')),
        priority: z.optional(text('The priority. Rule: given on an event of type priority.')),
        byAgent: z.optional(flag('On a created event: whether an agent opened the ticket.')),
        isPublic: z.optional(flag('On a created event: whether the customer saw its message; true when left out.')),
        accountId: z.optional(text('Account of the requester.')),
      } satisfies { [Name in keyof TicketEvent]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(changeFindings),
      z.meta({ title: 'Ticket event', description: 'Something that happened to a ticket.' }),
    );
}

/**
 * The schema of a {@link TicketEvent}, strict.
 *
 * Use it with {@link readRecords} for the history of a ticketing tool. What contradicts itself between the events of a ticket,
 * `checkTicketEvents` names.
 *
 * @example
 * ```ts
 * import { readRecord, ticketEventSchema } from 'cx-scoring/schemas';
 *
 * const event = { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'status', status: 'solved' };
 * readRecord(ticketEventSchema, event).success; // => true
 * readRecord(ticketEventSchema, { ...event, at: '2026-03-02' }).success; // => false
 * ```
 */
export const ticketEventSchema: z.ZodMiniType<TicketEvent> = /* @__PURE__ */ createTicketEventSchema();
