import { toEpochMilliseconds, type Instant } from '../../core/instant.js';
import type { Pause, Stretch } from './pause.js';

/** A service level that was applied to a ticket: what had to be done within which time. One record for each activation. */
export interface SlaTarget {
  /** Ticket it was applied to. */
  readonly ticketId: string;
  /** What had to be done, such as `'first-reply'` or `'resolution'`. */
  readonly metric: string;
  /** Policy it belongs to. */
  readonly policyId?: string | undefined;
  /** Priority in force when it was applied: today's priority rewrites history. */
  readonly priority?: string | undefined;
  /** Id of the schedule in force when it was applied; without one all hours count. */
  readonly schedule?: string | undefined;
  /** Minutes agreed, by that schedule. */
  readonly targetMinutes: number;
  /** When it began to count. */
  readonly activatedAt: Instant;
  /** When it was done; `null` or left out while it is not. */
  readonly fulfilledAt?: Instant | null | undefined;
  /** When the ticketing tool noted a breach. */
  readonly breachedAt?: Instant | null | undefined;
  /** When it was withdrawn without being done, such as by another policy. */
  readonly cancelledAt?: Instant | null | undefined;
  /** Stretches during which it did not count. */
  readonly pauses?: readonly Pause[] | undefined;
}

/** What can be wrong with a target. More codes may be added. */
export type SlaFaultCode =
  'missing-id' | 'unreadable-time' | 'invalid-target' | 'fulfilled-before-activated' | 'ended-before-begun';

/** What is wrong with a target, and where. */
export interface SlaFault {
  /** Code of the finding. */
  readonly code: SlaFaultCode;
  /** Field at fault. */
  readonly field: keyof SlaTarget;
}

/** A target with its instants in milliseconds; what has not happened is infinite. */
export interface TimedTarget {
  /** When it began to count. */
  readonly activated: number;
  /** When it was done. */
  readonly fulfilled: number;
  /** When a breach was noted. */
  readonly breached: number;
  /** When it was withdrawn. */
  readonly cancelled: number;
  /** Pauses in order of their start. */
  readonly pauses: readonly Stretch[];
}

function timeOf(instant: Instant | null | undefined): number {
  return instant === null || instant === undefined ? Infinity : toEpochMilliseconds(instant);
}

/** Reads a target, or tells what is wrong with it: one rule for metric and check. */
export function readSlaTarget(target: SlaTarget): TimedTarget | SlaFault {
  const {
    ticketId,
    targetMinutes,
    activatedAt,
    fulfilledAt,
    breachedAt,
    cancelledAt,
    pauses = [],
  } = Object(target) as Partial<SlaTarget>;
  if (typeof ticketId !== 'string' || ticketId === '') return { code: 'missing-id', field: 'ticketId' };
  if (!(typeof targetMinutes === 'number' && targetMinutes > 0 && targetMinutes < Infinity))
    return { code: 'invalid-target', field: 'targetMinutes' };
  const activated = toEpochMilliseconds(activatedAt);
  if (Number.isNaN(activated)) return { code: 'unreadable-time', field: 'activatedAt' };
  const fulfilled = timeOf(fulfilledAt);
  if (Number.isNaN(fulfilled)) return { code: 'unreadable-time', field: 'fulfilledAt' };
  if (fulfilled < activated) return { code: 'fulfilled-before-activated', field: 'fulfilledAt' };
  const breached = timeOf(breachedAt);
  if (Number.isNaN(breached)) return { code: 'unreadable-time', field: 'breachedAt' };
  const cancelled = timeOf(cancelledAt);
  if (Number.isNaN(cancelled)) return { code: 'unreadable-time', field: 'cancelledAt' };
  if (!Array.isArray(pauses)) return { code: 'unreadable-time', field: 'pauses' };
  const stretches = (pauses as readonly Pause[]).map((pause): Stretch => [
    toEpochMilliseconds(pause?.start),
    timeOf(pause?.end),
  ]);
  if (stretches.some((ends) => ends.some(Number.isNaN))) return { code: 'unreadable-time', field: 'pauses' };
  if (stretches.some(([start, end]) => end < start)) return { code: 'ended-before-begun', field: 'pauses' };
  return { activated, fulfilled, breached, cancelled, pauses: stretches.sort((a, b) => a[0] - b[0]) };
}
