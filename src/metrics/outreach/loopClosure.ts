import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { loopState, resolveDeadline } from './contactAttempt.js';
import { ATTEMPT_EXCLUSIONS, attemptReader, type AttemptExclusion, type ContactFields } from './detractorAttempt.js';
import { detractorParameters, resolveDetractorScale, type DetractorOptions } from './detractorScale.js';
import { readAsOf } from '../../core/moment.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';

/** Options of the loop closure. */
export interface LoopClosureOptions<Row> extends ShareOptions, DetractorOptions<Row>, ContactFields<Row> {
  /** Hours within which a detractor is to be contacted, as elapsed time: 48 for two days. There is no usual value. */
  readonly deadlineHours: number;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which an answer is left out of the loop closure. */
export type LoopExclusion = AttemptExclusion | 'notYetDue';

/** The share of detractors contacted in time, 0..1. */
export interface LoopClosureResult extends IntervalResult<'loop-closure', LoopExclusion> {
  /** Detractors contacted within the deadline. */
  readonly inTime: number;
  /** Detractors contacted after it. */
  readonly late: number;
  /** Detractors not contacted although the deadline has passed. */
  readonly overdue: number;
}

function measureLoop<Row>(
  where: string,
  options: LoopClosureOptions<Row>,
): RatioMeasure<Row, OutcomeTally, LoopClosureResult> {
  requireOptions(where, options);
  const deadlineHours = resolveDeadline(where, options.deadlineHours);
  const asOf = readAsOf(where, options.asOf);
  const read = attemptReader(where, options, asOf);
  const scale = resolveDetractorScale(where, options.scale);
  return measureOutcomes({
    where,
    definition: shareDefinition('loop-closure', 'higher-is-better', { deadlineHours, ...detractorParameters(scale) }),
    outcomes: { inTime: true, late: false, overdue: false },
    reasons: [...ATTEMPT_EXCLUSIONS, 'notYetDue'],
    classify: (row, index) => {
      const attempt = read(row, index);
      if (typeof attempt === 'string') return attempt;
      const state = loopState(attempt, deadlineHours, asOf);
      return state === 'in-time' ? 'inTime' : state === 'not-yet-due' ? 'notYetDue' : state;
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeLoopClosure}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeLoopClosure}.
 * @returns A measure over answers.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, loopClosureMeasure } from 'cx-scoring';
 *
 * type Answer = { score: number; at: string; called: string | null };
 * const measure = loopClosureMeasure<Answer>({ score: 'score', at: 'at', contactedAt: 'called', deadlineHours: 24, asOf: '2026-03-10' });
 * computeMeasure([{ score: 3, at: '2026-03-02', called: '2026-03-03' }], measure).value; // => 1
 * ```
 */
export function loopClosureMeasure<Row>(
  options: LoopClosureOptions<Row>,
): RatioMeasure<Row, OutcomeTally, LoopClosureResult> {
  return measureLoop('loopClosureMeasure', options);
}

/**
 * Computes the loop closure: the share of detractors who were contacted within the deadline.
 *
 * Use it for the inner loop, the personal call after a bad answer. An answer that nobody followed up is a miss once its deadline has
 * passed, so that the figure does not improve by waiting.
 *
 * @param rows - One row per answer.
 * @param options - Where `score`, `at` and `contactedAt` are, `deadlineHours` and `asOf`; the `scale` of another question than the
 * recommendation; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no deadline has passed and nobody was contacted.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range, `CX_OFF_SCALE`
 * for a score off the scale unless `offScale` is `'exclude'`.
 * @remarks Elapsed time, nights and holidays included. Where a time is a civil date, whole days as written are counted: the next day is
 * 24 hours. Open answers within the deadline are left out, those already contacted count: to compare periods, choose an `asOf` at
 * least one deadline after the last answer. Contacts before the answer and unreadable times are `invalid`; {@link checkContacts} names them.
 * @example
 * ```ts
 * import { computeLoopClosure } from 'cx-scoring';
 *
 * const answers = [
 *   { score: 3, at: '2026-03-02T09:00:00Z', called: '2026-03-03T08:00:00Z' },
 *   { score: 6, at: '2026-03-02T09:00:00Z', called: null },
 *   { score: 0, at: '2026-03-09T09:00:00Z', called: null },
 *   { score: 9, at: '2026-03-02T09:00:00Z', called: null },
 * ];
 * const closure = computeLoopClosure(answers, {
 *   score: 'score',
 *   at: 'at',
 *   contactedAt: 'called',
 *   deadlineHours: 48,
 *   asOf: '2026-03-10T09:00:00Z',
 * });
 * closure.value; // => 0.5
 * closure.overdue; // => 1
 * closure.excluded.notYetDue; // => 1
 * ```
 */
export function computeLoopClosure<Row>(
  rows: Iterable<Row>,
  options: LoopClosureOptions<NoInfer<Row>>,
): LoopClosureResult {
  return computeAs('computeLoopClosure', rows, measureLoop<Row>('computeLoopClosure', options));
}
