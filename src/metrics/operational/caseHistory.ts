import { toInstant } from '../../core/instant.js';
import type { CaseExclusion, PriorityChange, ReplyWait, StatusStretch, TicketCase } from './ticketCase.js';
import { isOpenStatus, TICKET_EVENT_TYPES, TICKET_STATUSES, type TicketEvent } from './ticketEvent.js';

/** An event with its instant in milliseconds. */
export interface TimedEvent {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The event. */
  readonly event: TicketEvent;
}

function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

/** Order of time; at one instant the order of types, then of states, so that the order of rows does not matter. */
function compareEvents(a: TimedEvent, b: TimedEvent): number {
  return (
    a.time - b.time ||
    TICKET_EVENT_TYPES.indexOf(a.event.type) - TICKET_EVENT_TYPES.indexOf(b.event.type) ||
    TICKET_STATUSES.indexOf(a.event.status ?? 'new') - TICKET_STATUSES.indexOf(b.event.status ?? 'new') ||
    compareTexts(a.event.priority, b.event.priority)
  );
}

/** Instants of a history are in range, because they were read. */
function textOf(time: number): string {
  return toInstant(time) as string;
}

function accountOf(events: readonly TimedEvent[]): string | null {
  const named = new Set(events.flatMap(({ event: { accountId } }) => accountId ?? []));
  return named.size === 1 ? ([...named][0] as string) : null;
}

/** A ticket that does not count. */
export function excludedCase(
  ticketId: string,
  exclusion: CaseExclusion,
  asOf: number,
  accountId: string | null = null,
): TicketCase {
  return {
    ticketId,
    accountId,
    exclusion,
    asOf: textOf(asOf),
    createdAt: null,
    createdByAgent: false,
    firstReplyAt: null,
    nextReplies: [],
    firstSolvedAt: null,
    lastSolvedAt: null,
    reopens: 0,
    replies: 0,
    autoReplies: 0,
    statuses: [],
    priorities: [],
    isOpen: false,
  };
}

/** Tells why a ticket of sound events does not count; `null` when it does. */
export function historyFault(events: readonly TimedEvent[]): 'created-twice' | 'not-created' | 'before-created' | null {
  const created = events.filter(({ event }) => event.type === 'created');
  const [first] = created;
  if (first === undefined) return 'not-created';
  if (created.length > 1) return 'created-twice';
  return events.some(({ time }) => time < first.time) ? 'before-created' : null;
}

/** Makes the case of a ticket of sound events, none of which is after `asOf`. */
export function caseOfHistory(ticketId: string, history: readonly TimedEvent[], asOf: number): TicketCase {
  const accountId = accountOf(history);
  const fault = historyFault(history);
  if (fault !== null)
    return excludedCase(ticketId, fault === 'not-created' ? 'notCreated' : 'invalid', asOf, accountId);
  if (history.some(({ event }) => event.type === 'merged')) return excludedCase(ticketId, 'merged', asOf, accountId);

  const [created, ...later] = [...history].sort(compareEvents) as [TimedEvent, ...TimedEvent[]];
  const { byAgent = false, isPublic = true } = created.event;
  const statuses: StatusStretch[] = [];
  const priorities: PriorityChange[] = [];
  const nextReplies: ReplyWait[] = [];
  const replies: number[] = [];
  const solutions: number[] = [];
  let reopens = 0;
  let autoReplies = 0;
  let asked: number | null = null;
  let current = { status: created.event.status ?? ('new' as const), since: created.time };
  if (!isOpenStatus(current.status)) solutions.push(created.time);
  if (created.event.priority !== undefined)
    priorities.push({ at: textOf(created.time), priority: created.event.priority });

  const endWait = (time: number, ended: 'replied' | 'solved'): void => {
    if (asked !== null) nextReplies.push({ askedAt: textOf(asked), endedAt: textOf(time), ended });
    asked = null;
  };
  for (const { time, event } of later) {
    const { type, status = 'new', priority = '' } = event;
    if (type === 'public-agent-reply') {
      // The opening message of an agent may stand among the replies too, at the instant of the creation.
      if (byAgent && isPublic && time === created.time) continue;
      replies.push(time);
      endWait(time, 'replied');
    } else if (type === 'requester-reply') {
      // Before the first reply the customer waits for that one.
      if (replies.length > 0) asked ??= time;
    } else if (type === 'auto-reply') autoReplies++;
    else if (type === 'priority') priorities.push({ at: textOf(time), priority });
    else if (type === 'status' && status !== current.status) {
      const wasOpen = isOpenStatus(current.status);
      statuses.push({ status: current.status, from: textOf(current.since), to: textOf(time) });
      current = { status, since: time };
      if (wasOpen && !isOpenStatus(status)) {
        solutions.push(time);
        endWait(time, 'solved');
      } else if (!wasOpen && isOpenStatus(status)) reopens++;
    }
  }
  if (asked !== null) nextReplies.push({ askedAt: textOf(asked), endedAt: null, ended: null });
  const instantOf = (time: number | undefined): string | null => (time === undefined ? null : textOf(time));
  return {
    ticketId,
    accountId,
    exclusion: null,
    asOf: textOf(asOf),
    createdAt: textOf(created.time),
    createdByAgent: byAgent,
    firstReplyAt: instantOf(replies[0]),
    nextReplies,
    firstSolvedAt: instantOf(solutions[0]),
    lastSolvedAt: instantOf(solutions[solutions.length - 1]),
    reopens,
    replies: replies.length,
    autoReplies,
    statuses: [...statuses, { status: current.status, from: textOf(current.since), to: null }],
    priorities,
    isOpen: isOpenStatus(current.status),
  };
}
