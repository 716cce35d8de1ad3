import type { TicketStatus } from './ticketEvent.js';

/** Why a ticket is left out of the metrics over cases. */
export type CaseExclusion = 'merged' | 'notCreated' | 'invalid';

/** The reasons of {@link CaseExclusion}, in the order of tallies. */
export const CASE_EXCLUSIONS: readonly CaseExclusion[] = ['merged', 'notCreated', 'invalid'];

/** A stretch of time that a ticket spent in one state. */
export interface StatusStretch {
  /** The state. */
  readonly status: TicketStatus;
  /** First instant, in UTC. */
  readonly from: string;
  /** Instant of the next state; `null` for the state in which it still is. */
  readonly to: string | null;
}

/** A later message of the customer that waited for a reply. */
export interface ReplyWait {
  /** Instant of the oldest message that was not answered, in UTC. */
  readonly askedAt: string;
  /** Instant at which the wait ended; `null` while it goes on. */
  readonly endedAt: string | null;
  /** How it ended: with a reply, with a solution and no reply, or not yet. */
  readonly ended: 'replied' | 'solved' | null;
}

/** A priority of a ticket and when it got it. */
export interface PriorityChange {
  /** Instant in UTC. */
  readonly at: string;
  /** The priority. */
  readonly priority: string;
}

/** A ticket with all that happened to it up to a moment: the unit of the metrics of customer service. Plain data; instants are in UTC. */
export interface TicketCase {
  /** Id of the ticket; empty for what belongs to no ticket. */
  readonly ticketId: string;
  /** Account of the requester; `null` when no event names one, or when they name several. */
  readonly accountId: string | null;
  /** Why it does not count, or `null`: it counts. An excluded case has no history. */
  readonly exclusion: CaseExclusion | null;
  /** The moment up to which its history goes. */
  readonly asOf: string;
  /** When it came in; `null` when that is not known. */
  readonly createdAt: string | null;
  /** Whether an agent opened it. */
  readonly createdByAgent: boolean;
  /** First public reply; `null` without one. Where an agent opened the ticket publicly, the opening message is not it. */
  readonly firstReplyAt: string | null;
  /** Waits for the next reply, after the first one, in order of time. */
  readonly nextReplies: readonly ReplyWait[];
  /** First time it was solved or closed; `null` when never. */
  readonly firstSolvedAt: string | null;
  /** Last time it went from open to solved or closed; `null` when never. */
  readonly lastSolvedAt: string | null;
  /** Times it was reopened after a solution. */
  readonly reopens: number;
  /** Public replies of agents, the opening message of an agent not among them. */
  readonly replies: number;
  /** Messages sent by machines; they answer nothing. */
  readonly autoReplies: number;
  /** Stretches of its states in order of time, without gaps. */
  readonly statuses: readonly StatusStretch[];
  /** Its priorities in order of time. */
  readonly priorities: readonly PriorityChange[];
  /** Whether it is neither solved nor closed at `asOf`. */
  readonly isOpen: boolean;
}
