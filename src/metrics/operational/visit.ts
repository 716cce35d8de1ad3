import { toEpochMilliseconds, type Instant } from '../../core/instant.js';

/** What a visit was for: `'inspection'` for visits at which nothing was broken, such as planned maintenance. */
export type VisitPurpose = 'repair' | 'inspection';

/**
 * How a visit ended: `'fixed'`, `'not-fixed'`; `'no-access'` when nobody was let in; `'customer-cancelled'` when the customer called it off.
 */
export type VisitOutcome = 'fixed' | 'not-fixed' | 'no-access' | 'customer-cancelled';

/** A visit of a technician, or an attempt to fix something from afar. */
export interface Visit {
  /** Id of the visit. */
  readonly visitId: string;
  /** The machine, installation or site. */
  readonly assetId?: string | undefined;
  /** What was wrong with it, in the company's own words: visits of one asset and one fault belong together. */
  readonly fault?: string | undefined;
  /** When it began. */
  readonly begunAt: Instant;
  /** When it ended. */
  readonly endedAt: Instant;
  /** How it ended. */
  readonly outcome: VisitOutcome;
  /**
   * What it was for.
   * @defaultValue 'repair'
   */
  readonly purpose?: VisitPurpose | undefined;
  /** Whether nobody went there. */
  readonly isRemote?: boolean | undefined;
  /** Account of the customer. */
  readonly accountId?: string | undefined;
}

/** What can be wrong with a visit. More codes may be added. */
export type VisitFaultCode = 'missing-id' | 'unreadable-time' | 'ended-before-begun' | 'unknown-value';

/** What is wrong with a visit, and where. */
export interface VisitFault {
  /** Code of the finding. */
  readonly code: VisitFaultCode;
  /** Field at fault. */
  readonly field: keyof Visit;
}

/** A visit with its instants in milliseconds. */
export interface TimedVisit {
  /** When it began. */
  readonly begun: number;
  /** When it ended. */
  readonly ended: number;
  /** The visit. */
  readonly visit: Visit;
}

const OUTCOMES: readonly unknown[] = ['fixed', 'not-fixed', 'no-access', 'customer-cancelled'];
const PURPOSES: readonly unknown[] = ['repair', 'inspection', undefined, null];

/** Tells whether an id names something. */
export function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '';
}

/** Reads a visit, or tells what is wrong with it: one rule for metric and check. */
export function readVisit(visit: Visit): TimedVisit | VisitFault {
  const { visitId, begunAt, endedAt, outcome, purpose } = Object(visit) as Partial<Visit>;
  if (!isId(visitId)) return { code: 'missing-id', field: 'visitId' };
  const begun = toEpochMilliseconds(begunAt);
  if (Number.isNaN(begun)) return { code: 'unreadable-time', field: 'begunAt' };
  const ended = toEpochMilliseconds(endedAt);
  if (Number.isNaN(ended)) return { code: 'unreadable-time', field: 'endedAt' };
  if (ended < begun) return { code: 'ended-before-begun', field: 'endedAt' };
  if (!OUTCOMES.includes(outcome)) return { code: 'unknown-value', field: 'outcome' };
  if (!PURPOSES.includes(purpose)) return { code: 'unknown-value', field: 'purpose' };
  return { begun, ended, visit };
}
