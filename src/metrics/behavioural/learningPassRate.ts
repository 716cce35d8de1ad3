import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { readAsOf } from '../../core/moment.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { hasHappened, readLearning, type LearningAssignment } from './learningAssignment.js';

/** Options of the metrics of training that take all modules alike. */
export interface LearningOptions extends ShareOptions {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which an assignment is left out of the pass rate: a time is impossible, or no test was taken so far. */
export type LearningPassExclusion = 'invalid' | 'notAttempted';

/** The share of the modules attempted that were passed, 0..1. */
export interface LearningPassRateResult extends IntervalResult<'learning-pass-rate', LearningPassExclusion> {
  /** Modules passed. */
  readonly passed: number;
  /** Modules failed. */
  readonly failed: number;
}

function measurePasses(
  where: string,
  options: LearningOptions,
): RatioMeasure<LearningAssignment, OutcomeTally, LearningPassRateResult> {
  requireOptions(where, options);
  const { asOf: until, interval, confidence, population } = options;
  const asOf = readAsOf(where, until);
  return measureOutcomes({
    where,
    definition: shareDefinition('learning-pass-rate', 'higher-is-better', {}),
    outcomes: { passed: true, failed: false },
    reasons: ['invalid', 'notAttempted'],
    classify: (row) => {
      const times = readLearning(row);
      if ('code' in times) return 'invalid';
      const isKnown = typeof row.passed === 'boolean' && hasHappened(times.attempted, asOf);
      if (!isKnown) return 'notAttempted';
      return row.passed ? 'passed' : 'failed';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeLearningPassRate}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - `asOf`; interval, confidence and population.
 * @returns A measure over assignments.
 * @throws TypeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, learningPassRateMeasure } from 'cx-scoring';
 *
 * const assignment = { moduleId: 'safety', assignedAt: '2026-03-02', attemptedAt: '2026-03-09', passed: false };
 * computeMeasure([assignment], learningPassRateMeasure({ asOf: '2026-03-31' })).value; // => 0
 * ```
 */
export function learningPassRateMeasure(
  options: LearningOptions,
): RatioMeasure<LearningAssignment, OutcomeTally, LearningPassRateResult> {
  return measurePasses('learningPassRateMeasure', options);
}

/**
 * Computes the pass rate of training: the share of the modules attempted whose last test was passed.
 *
 * Use it to judge the training rather than the trainees: a low rate in one module speaks of the module. Optional modules count too.
 *
 * @param assignments - One row per module and person.
 * @param options - `asOf`; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing was attempted.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range.
 * @remarks A test without a time of its own is taken to be as old as the completion; without either it is not attempted. Assignments with
 * impossible times are left out as `invalid`; {@link checkLearning} names them.
 * @example
 * ```ts
 * import { computeLearningPassRate } from 'cx-scoring';
 *
 * const assignments = [
 *   { moduleId: 'safety', assignedAt: '2026-03-02', completedAt: '2026-03-09', passed: true },
 *   { moduleId: 'range', assignedAt: '2026-03-02', attemptedAt: '2026-03-09', passed: false },
 *   { moduleId: 'range', assignedAt: '2026-03-02' },
 * ];
 * const passes = computeLearningPassRate(assignments, { asOf: '2026-03-31' });
 * passes.value; // => 0.5
 * passes.excluded.notAttempted; // => 1
 * ```
 */
export function computeLearningPassRate(
  assignments: Iterable<LearningAssignment>,
  options: LearningOptions,
): LearningPassRateResult {
  return computeAs('computeLearningPassRate', assignments, measurePasses('computeLearningPassRate', options));
}
