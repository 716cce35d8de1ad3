import { utcText } from '../../core/instant.js';
import { compareEvents, type EventLog } from './eventLog.js';
import type { CaseExclusion, PriorityChange, ReplyWait, StatusStretch, TicketCase } from './ticketCase.js';
import { isOpenStatus, type TicketEvent } from './ticketEvent.js';

/** An event with its instant in milliseconds. */
export interface TimedEvent {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The event. */
  readonly event: TicketEvent;
}

/** Why a ticket of sound events does not count. */
type HistoryFault = 'created-twice' | 'not-created' | 'before-created';

/** What is known of a ticket before its events are put in order. */
interface Survey {
  readonly accountId: string | null;
  readonly exclusion: CaseExclusion | null;
  readonly isOrdered: boolean;
}

/** A ticket that does not count. */
export function excludedCase(
  ticketId: string,
  exclusion: CaseExclusion,
  asOf: string,
  accountId: string | null = null,
): TicketCase {
  return {
    ticketId,
    accountId,
    exclusion,
    asOf,
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

function faultOf(creations: number, created: number, earliest: number): HistoryFault | null {
  if (creations !== 1) return creations === 0 ? 'not-created' : 'created-twice';
  return earliest < created ? 'before-created' : null;
}

/** Tells why a ticket of sound events does not count; `null` when it does. */
export function historyFault(events: readonly TimedEvent[]): HistoryFault | null {
  const created = events.filter(({ event }) => event.type === 'created');
  const earliest = events.reduce((least, { time }) => Math.min(least, time), Infinity);
  return faultOf(created.length, created[0]?.time ?? NaN, earliest);
}

function surveyOf(log: EventLog, places: Uint32Array): Survey {
  let creations = 0;
  let created = NaN;
  let earliest = Infinity;
  let isMerged = false;
  let isOrdered = true;
  let account: string | undefined;
  let isOneAccount = true;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const time = log.times[place]!;
    const { type, accountId } = log.events[place]!;
    if (type === 'created') {
      creations++;
      created = time;
    } else if (type === 'merged') isMerged = true;
    if (time < earliest) earliest = time;
    if (at > 0 && isOrdered) isOrdered = compareEvents(log, places[at - 1]!, place) <= 0;
    account ??= accountId;
    if ((accountId ?? account) !== account) isOneAccount = false;
  }
  const fault = faultOf(creations, created, earliest);
  const merged = isMerged ? 'merged' : null;
  return {
    accountId: isOneAccount ? (account ?? null) : null,
    exclusion: fault === null ? merged : fault === 'not-created' ? 'notCreated' : 'invalid',
    isOrdered,
  };
}

/** Makes the case of a ticket of sound events, of which the places in the log are given and may be put in order; none is after `asOf`. */
export function caseOfHistory(ticketId: string, log: EventLog, places: Uint32Array, asOf: string): TicketCase {
  const { accountId, exclusion, isOrdered } = surveyOf(log, places);
  if (exclusion !== null) return excludedCase(ticketId, exclusion, asOf, accountId);
  if (!isOrdered) places.sort((a, b) => compareEvents(log, a, b));

  const { events, times } = log;
  const created = events[places[0]!]!;
  const createdTime = times[places[0]!]!;
  const createdAt = utcText(created.at, createdTime);
  const { byAgent = false, isPublic = true, priority: first } = created;
  const priorities: PriorityChange[] = first === undefined ? [] : [{ at: createdAt, priority: first }];
  const statuses: StatusStretch[] = [];
  const nextReplies: ReplyWait[] = [];
  let replies = 0;
  let autoReplies = 0;
  let reopens = 0;
  let firstReplyAt: string | null = null;
  let askedAt: string | null = null;
  let current = created.status ?? 'new';
  let since = createdAt;
  let isOpen = isOpenStatus(current);
  let firstSolvedAt = isOpen ? null : createdAt;
  let lastSolvedAt = firstSolvedAt;
  for (let at = 1; at < places.length; at++) {
    const place = places[at]!;
    const event = events[place]!;
    const { type, status = 'new', priority = '' } = event;
    if (type === 'public-agent-reply') {
      // The opening message of an agent may stand among the replies too, at the instant of the creation.
      if (byAgent && isPublic && times[place] === createdTime) continue;
      replies++;
      firstReplyAt ??= utcText(event.at, times[place]!);
      if (askedAt !== null) nextReplies.push({ askedAt, endedAt: utcText(event.at, times[place]!), ended: 'replied' });
      askedAt = null;
    } else if (type === 'requester-reply') {
      // Before the first reply the customer waits for that one.
      if (replies > 0) askedAt ??= utcText(event.at, times[place]!);
    } else if (type === 'auto-reply') autoReplies++;
    else if (type === 'priority') priorities.push({ at: utcText(event.at, times[place]!), priority });
    else if (type === 'status' && status !== current) {
      const time = utcText(event.at, times[place]!);
      const wasOpen = isOpen;
      statuses.push({ status: current, from: since, to: time });
      current = status;
      since = time;
      isOpen = isOpenStatus(status);
      if (wasOpen && !isOpen) {
        firstSolvedAt ??= time;
        lastSolvedAt = time;
        if (askedAt !== null) nextReplies.push({ askedAt, endedAt: time, ended: 'solved' });
        askedAt = null;
      } else if (!wasOpen && isOpen) reopens++;
    }
  }
  statuses.push({ status: current, from: since, to: null });
  if (askedAt !== null) nextReplies.push({ askedAt, endedAt: null, ended: null });
  return {
    ticketId,
    accountId,
    exclusion: null,
    asOf,
    createdAt,
    createdByAgent: byAgent,
    firstReplyAt,
    nextReplies,
    firstSolvedAt,
    lastSolvedAt,
    reopens,
    replies,
    autoReplies,
    // The copy is just as long as it must be, a list that grew is several times as long.
    statuses: statuses.slice(),
    priorities,
    isOpen,
  };
}
