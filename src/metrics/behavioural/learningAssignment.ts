import type { RecordFinding } from '../../core/recordFinding.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { findRecordFaults, isMissing, optionalMoment, type RecordFault } from './recordFaults.js';
import { isWeight } from './weightedShare.js';

/** One module of training assigned to one person. Times are civil dates, or instants with their zone; left out, it did not happen. */
export interface LearningAssignment {
  /** Id of the record. */
  readonly id?: string | undefined;
  /** Account of the person. */
  readonly accountId?: string | undefined;
  /** Module. */
  readonly moduleId: string;
  /** Whether the module is optional; it is mandatory unless this is `true`. */
  readonly optional?: boolean | undefined;
  /** When it was assigned. */
  readonly assignedAt: string;
  /** When it was completed. */
  readonly completedAt?: string | null | undefined;
  /** When the test was taken last; the completion stands for it where it is left out. */
  readonly attemptedAt?: string | null | undefined;
  /** Whether that test was passed; left out while none was taken. */
  readonly passed?: boolean | null | undefined;
  /** Last day, or instant, on which the completion is valid; left out, it does not expire. */
  readonly expiresAt?: string | null | undefined;
  /** Duration of the module in minutes, above 0; needed only where modules are weighted by it. */
  readonly minutes?: number | null | undefined;
}

/**
 * What can be wrong with an assignment: a time that is missing or cannot be read, a completion or a test before the assignment, an expiry
 * before the completion, a duration that is no number above 0. Such an assignment is left out. More codes may be added.
 */
export type LearningFault =
  | 'unreadable-time'
  | 'completed-before-assigned'
  | 'attempted-before-assigned'
  | 'expired-before-completed'
  | 'invalid-minutes';

/** The times of an assignment without fault. */
export interface LearningTimes {
  /** When the module was assigned. */
  readonly assigned: Moment;
  /** When it was completed. */
  readonly completed: Moment | null;
  /** When the test was taken. */
  readonly attempted: Moment | null;
  /** Until when the completion is valid. */
  readonly expires: Moment | null;
}

/** Reads the times of an assignment, or tells what is wrong with it: one rule for metrics and check. */
export function readLearning(row: LearningAssignment): LearningTimes | RecordFault<LearningFault> {
  const { minutes } = row;
  const unreadable = (field: string): RecordFault<LearningFault> => ({ code: 'unreadable-time', field });
  const assigned = readMoment(row.assignedAt);
  if (!assigned) return unreadable('assignedAt');
  const completed = optionalMoment(row.completedAt);
  if (completed === undefined) return unreadable('completedAt');
  const tested = optionalMoment(row.attemptedAt);
  if (tested === undefined) return unreadable('attemptedAt');
  const expires = optionalMoment(row.expiresAt);
  if (expires === undefined) return unreadable('expiresAt');
  if (completed && elapsed(assigned, completed) < 0) return { code: 'completed-before-assigned', field: 'completedAt' };
  if (tested && elapsed(assigned, tested) < 0) return { code: 'attempted-before-assigned', field: 'attemptedAt' };
  if (completed && expires && elapsed(completed, expires) < 0)
    return { code: 'expired-before-completed', field: 'expiresAt' };
  if (!isMissing(minutes) && !isWeight(minutes)) return { code: 'invalid-minutes', field: 'minutes' };
  return { assigned, completed, attempted: tested ?? completed, expires };
}

/** Tells whether something has happened by then. */
export function hasHappened(event: Moment | null, asOf: Moment): boolean {
  return event !== null && elapsed(event, asOf) >= 0;
}

/**
 * Names the assignments whose times or durations cannot be.
 *
 * Use it once per export of the learning platform, before {@link computeLearningCompletion} and its kin.
 *
 * @param assignments - One row per module and person.
 * @returns The findings in the order of the rows; none when all is well.
 * @example
 * ```ts
 * import { checkLearning } from 'cx-scoring';
 *
 * const findings = checkLearning([{ id: 'l1', moduleId: 'safety', assignedAt: '2026-03-02', completedAt: '2026-03-01' }]);
 * findings; // => [{ code: 'completed-before-assigned', index: 0, id: 'l1', field: 'completedAt', value: '2026-03-01' }]
 * ```
 */
export function checkLearning(assignments: Iterable<LearningAssignment>): RecordFinding<LearningFault>[] {
  const faultOf = (row: LearningAssignment): RecordFault<LearningFault> | null => {
    const read = readLearning(row);
    return 'code' in read ? read : null;
  };
  return findRecordFaults('checkLearning', assignments, faultOf, ({ id }) => id);
}
