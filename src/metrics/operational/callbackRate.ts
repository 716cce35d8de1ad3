import { fieldReader, type Field } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { attemptAsOf, loopState, readAttempt } from '../outreach/contactAttempt.js';
import { readAsOf } from '../../core/moment.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';

/** Options of the callback rate. */
export interface CallbackRateOptions<Row> extends ShareOptions {
  /** When the intervention ended: a civil date, or an instant with its zone. */
  readonly endedAt: Field<Row, string | null | undefined>;
  /** When the customer was called back first; missing when not yet. */
  readonly calledAt: Field<Row, string | null | undefined>;
  /** Hours within which the customer is to be called, as elapsed time; part of the definition. There is no usual value. */
  readonly windowHours: number;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which an intervention is left out of the callback rate. */
export type CallbackExclusion = 'missing' | 'invalid' | 'notYet' | 'notYetDue';

/** The share of interventions after which the customer was called in time, 0..1. */
export interface CallbackRateResult extends IntervalResult<'callback-rate', CallbackExclusion> {
  /** Called within the window. */
  readonly inTime: number;
  /** Called after it. */
  readonly late: number;
  /** Not called although the window is over. */
  readonly notCalled: number;
}

function measureCallbacks<Row>(
  where: string,
  options: CallbackRateOptions<Row>,
): RatioMeasure<Row, OutcomeTally, CallbackRateResult> {
  requireOptions(where, options);
  const { windowHours } = options;
  const isWindow = typeof windowHours === 'number' && windowHours > 0 && windowHours < Infinity;
  requireOption(isWindow, where, 'windowHours', 'a finite number above 0', windowHours);
  const asOf = readAsOf(where, options.asOf);
  const readEnd = fieldReader<Row, unknown>(options.endedAt);
  const readCall = fieldReader<Row, unknown>(options.calledAt);
  return measureOutcomes<Row, 'callback-rate', 'inTime' | 'late' | 'notCalled', CallbackExclusion>({
    where,
    definition: shareDefinition('callback-rate', 'higher-is-better', { windowHours }),
    outcomes: { inTime: true, late: false, notCalled: false },
    reasons: ['missing', 'invalid', 'notYet', 'notYetDue'],
    classify: (row, index) => {
      const ended = readEnd(row, index) ?? null;
      if (ended === null) return 'missing';
      const attempt = readAttempt(ended, readCall(row, index));
      if ('code' in attempt) return 'invalid';
      const known = attemptAsOf(attempt, asOf);
      if (known === null) return 'notYet';
      const state = loopState(known, windowHours, asOf);
      return state === 'in-time'
        ? 'inTime'
        : state === 'overdue'
          ? 'notCalled'
          : state === 'late'
            ? 'late'
            : 'notYetDue';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeCallbackRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeCallbackRate}.
 * @returns A measure over interventions.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { callbackRateMeasure, computeMeasure } from 'cx-scoring';
 *
 * type Job = { ended: string; called: string | null };
 * const measure = callbackRateMeasure<Job>({ endedAt: 'ended', calledAt: 'called', windowHours: 48, asOf: '2026-03-10' });
 * computeMeasure([{ ended: '2026-03-02', called: '2026-03-04' }], measure).value; // => 1
 * ```
 */
export function callbackRateMeasure<Row>(
  options: CallbackRateOptions<Row>,
): RatioMeasure<Row, OutcomeTally, CallbackRateResult> {
  return measureCallbacks('callbackRateMeasure', options);
}

/**
 * Computes the callback rate: interventions after which the customer was called within the window, over interventions.
 *
 * Use it where technicians or advisers call back to hear whether all is well. An intervention that nobody called after is a miss once the
 * window is over.
 *
 * @param rows - One row per intervention.
 * @param options - Where `endedAt` and `calledAt` are, `windowHours` and `asOf`; interval, confidence and population.
 * @returns The share, 0..1, high is good, with Wilson's interval; `value: null` when no window is over and nobody was called.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range.
 * @remarks Elapsed time, nights and holidays included; where a time is a civil date, whole days as written are counted. Calls before the end of
 * the intervention and unreadable times are `invalid`; interventions after `asOf` are `notYet`.
 * @example
 * ```ts
 * import { computeCallbackRate } from 'cx-scoring';
 *
 * const jobs = [
 *   { ended: '2026-03-02T10:00:00Z', called: '2026-03-03T09:00:00Z' },
 *   { ended: '2026-03-02T10:00:00Z', called: '2026-03-09T09:00:00Z' },
 *   { ended: '2026-03-02T10:00:00Z', called: null },
 *   { ended: '2026-03-09T10:00:00Z', called: null },
 * ];
 * const rate = computeCallbackRate(jobs, { endedAt: 'ended', calledAt: 'called', windowHours: 48, asOf: '2026-03-10T10:00:00Z' });
 * rate.value; // ~> 0.333
 * rate.excluded.notYetDue; // => 1
 * ```
 */
export function computeCallbackRate<Row>(
  rows: Iterable<Row>,
  options: CallbackRateOptions<NoInfer<Row>>,
): CallbackRateResult {
  return computeAs('computeCallbackRate', rows, measureCallbacks<Row>('computeCallbackRate', options));
}
