import type { Instant } from '../../core/instant.js';

/** How visits are linked to jobs. */
export interface FixOptions {
  /**
   * Days after a visit within which another one for the same asset and fault is a return; part of the definition. There is no usual value,
   * but a short window flatters: thirty days are common practice.
   */
  readonly windowDays: number;
  /** The moment the jobs speak of: visits that ended later have not been. */
  readonly asOf: Instant;
}

/**
 * Why a job or a visit does not count: `'notMature'` while a return may still come; `'remoteFix'` for what was fixed from afar;
 * `'remoteAttempt'` for what was not; inspections, visits without access or called off by the customer; copies of a visit; visits without
 * asset or fault; visits that cannot be.
 */
export type FixExclusion =
  | 'notMature'
  | 'remoteFix'
  | 'remoteAttempt'
  | 'inspection'
  | 'noAccess'
  | 'customerCancelled'
  | 'duplicate'
  | 'missing'
  | 'invalid';

/** A job: a first visit, and the returns for the same asset and fault. Plain data. */
export interface Fix {
  /** Id of the first visit. */
  readonly visitId: string;
  /** Asset; `null` when missing. */
  readonly assetId: string | null;
  /** Fault; `null` when missing. */
  readonly fault: string | null;
  /** Account of the first visit; `null` without one. */
  readonly accountId: string | null;
  /** End of the first visit, in UTC; `null` when it cannot be read. */
  readonly endedAt: string | null;
  /** The window it was linked by. */
  readonly windowDays: number;
  /** Visits and remote fixes that followed, each within the window after the one before. */
  readonly returns: number;
  /** Whether the first visit fixed it and nothing followed; `null` for what does not count. */
  readonly isFirstTime: boolean | null;
  /** Why it does not count, or `null`: it counts. */
  readonly exclusion: FixExclusion | null;
}
