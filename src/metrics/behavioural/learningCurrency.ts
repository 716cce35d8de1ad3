import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { elapsed, readAsOf } from '../../core/moment.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { hasHappened, readLearning, type LearningAssignment } from './learningAssignment.js';
import type { LearningOptions } from './learningPassRate.js';

/** Reasons for which an assignment is left out of the currency: a time is impossible, or the module was not completed so far. */
export type LearningCurrencyExclusion = 'invalid' | 'notCompleted';

/** The share of the modules completed that have not expired, 0..1. */
export interface LearningCurrencyResult extends IntervalResult<'learning-currency', LearningCurrencyExclusion> {
  /** Modules completed that are valid. */
  readonly current: number;
  /** Modules completed that have expired. */
  readonly expired: number;
}

function measureCurrency(
  where: string,
  options: LearningOptions,
): RatioMeasure<LearningAssignment, OutcomeTally, LearningCurrencyResult> {
  requireOptions(where, options);
  const { asOf: until, interval, confidence, population } = options;
  const asOf = readAsOf(where, until);
  return measureOutcomes({
    where,
    definition: shareDefinition('learning-currency', 'higher-is-better', {}),
    outcomes: { current: true, expired: false },
    reasons: ['invalid', 'notCompleted'],
    classify: (row) => {
      const times = readLearning(row);
      if ('code' in times) return 'invalid';
      if (!hasHappened(times.completed, asOf)) return 'notCompleted';
      return times.expires && elapsed(times.expires, asOf) > 0 ? 'expired' : 'current';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeLearningCurrency}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - `asOf`; interval, confidence and population.
 * @returns A measure over assignments.
 * @throws TypeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, learningCurrencyMeasure } from 'cx-scoring';
 *
 * const course = { moduleId: 'safety', assignedAt: '2025-03-02', completedAt: '2025-03-31', expiresAt: '2026-03-31' };
 * computeMeasure([course], learningCurrencyMeasure({ asOf: '2026-03-31' })).value; // => 1
 * computeMeasure([course], learningCurrencyMeasure({ asOf: '2026-04-01' })).value; // => 0
 * ```
 */
export function learningCurrencyMeasure(
  options: LearningOptions,
): RatioMeasure<LearningAssignment, OutcomeTally, LearningCurrencyResult> {
  return measureCurrency('learningCurrencyMeasure', options);
}

/**
 * Computes the currency of training: the share of the modules completed that have not expired.
 *
 * Use it for certificates that must be renewed: completion never falls, currency does. Optional modules count too.
 *
 * @param assignments - One row per module and person.
 * @param options - `asOf`; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing was completed.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range.
 * @remarks A completion is valid through the day on which it expires; without an expiry it stays valid. A renewal is an assignment of its
 * own: take the expired one out where the new one replaces it.
 * @example
 * ```ts
 * import { computeLearningCurrency } from 'cx-scoring';
 *
 * const courses = [
 *   { moduleId: 'safety', assignedAt: '2025-01-10', completedAt: '2025-02-01', expiresAt: '2026-01-31' },
 *   { moduleId: 'safety', assignedAt: '2025-01-10', completedAt: '2025-06-01', expiresAt: '2026-05-31' },
 *   { moduleId: 'range', assignedAt: '2025-01-10', completedAt: '2025-06-01' },
 *   { moduleId: 'range', assignedAt: '2026-01-10' },
 * ];
 * const currency = computeLearningCurrency(courses, { asOf: '2026-03-31' });
 * currency.current; // => 2
 * currency.value; // ~> 0.6667
 * ```
 */
export function computeLearningCurrency(
  assignments: Iterable<LearningAssignment>,
  options: LearningOptions,
): LearningCurrencyResult {
  return computeAs('computeLearningCurrency', assignments, measureCurrency('computeLearningCurrency', options));
}
