import { toInstant } from '../../../../src/core/instant.js';
import type { TicketCase } from '../../../../src/metrics/operational/ticketCase.js';
import type { TicketEvent, TicketEventType, TicketStatus } from '../../../../src/metrics/operational/ticketEvent.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';

/** Monday 2 March 2026, 00:00 UTC, and so many hours later. */
export function hour(hours: number): string {
  return toInstant(1_772_409_600_000 + Math.round(hours * 3_600_000)) as string;
}

/** Says what a step of {@link timeline} is: a state, a type of event, or parts of an event. */
export type Step = readonly [hours: number, what: TicketStatus | TicketEventType | Partial<TicketEvent>];

const TYPES: readonly string[] = ['created', 'assigned', 'requester-reply', 'auto-reply', 'agent-note', 'merged'];

/** Events of a ticket from steps; `'public-agent-reply'` and the like are types, `'open'` and the like are states. */
export function timeline(ticketId: string, ...steps: readonly Step[]): TicketEvent[] {
  return steps.map(([hours, what]): TicketEvent => {
    const at = hour(hours);
    if (typeof what === 'object') return { ticketId, at, type: 'status', ...what };
    if (TYPES.includes(what) || what === 'public-agent-reply') return { ticketId, at, type: what as TicketEventType };
    return { ticketId, at, type: 'status', status: what as TicketStatus };
  });
}

/** The one case of one ticket. */
export function caseOf(asOf: number, ...steps: readonly Step[]): TicketCase {
  const [own] = toCases(timeline('t', ...steps), { asOf: hour(asOf) });
  if (own === undefined) throw new Error('no case');
  return own;
}
