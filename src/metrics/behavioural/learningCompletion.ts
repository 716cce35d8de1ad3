import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { readAsOf } from '../../core/moment.js';
import { shareDefinition } from '../outcomeShare.js';
import { hasHappened, readLearning, type LearningAssignment } from './learningAssignment.js';
import { measureWeightedShare, type WeightedShareTally } from './weightedShare.js';

/** Options of the completion of training. */
export interface LearningCompletionOptions extends ShareOptions {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
  /**
   * `'mandatory'` leaves optional modules out; part of the definition.
   * @defaultValue 'mandatory'
   */
  readonly modules?: 'mandatory' | 'all' | undefined;
  /** `'minutes'` weights each module by its duration; left out, all modules count alike. Part of the definition. */
  readonly weightBy?: 'minutes' | undefined;
}

/**
 * Reasons for which an assignment is left out: its duration is missing where it is the weight, a time is impossible, the module is
 * optional, or it was assigned after `asOf`.
 */
export type LearningCompletionExclusion = 'missing' | 'invalid' | 'optional' | 'notYetAssigned';

/** The share of the modules assigned that are completed, 0..1. */
export interface LearningCompletionResult extends IntervalResult<'learning-completion', LearningCompletionExclusion> {
  /** Modules completed, or their minutes. */
  readonly completed: number;
  /** Modules assigned, or their minutes. */
  readonly assigned: number;
}

function measureCompletion(
  where: string,
  options: LearningCompletionOptions,
): RatioMeasure<LearningAssignment, WeightedShareTally, LearningCompletionResult> {
  requireOptions(where, options);
  const { modules = 'mandatory', weightBy, interval, confidence, population } = options;
  requireOption(modules === 'mandatory' || modules === 'all', where, 'modules', '"mandatory" or "all"', modules);
  requireOption(weightBy === undefined || weightBy === 'minutes', where, 'weightBy', '"minutes"', weightBy);
  const asOf = readAsOf(where, options.asOf);
  const parameters = { ...(modules === 'all' && { modules }), ...(weightBy !== undefined && { weightBy }) };
  return measureWeightedShare(
    {
      where,
      definition: shareDefinition('learning-completion', 'higher-is-better', parameters),
      isWeighted: weightBy !== undefined,
      reasons: ['missing', 'invalid', 'optional', 'notYetAssigned'],
      read: (row) => {
        const times = readLearning(row);
        if ('code' in times) return 'invalid';
        if (modules === 'mandatory' && row.optional === true) return 'optional';
        if (!hasHappened(times.assigned, asOf)) return 'notYetAssigned';
        const weight = weightBy === undefined ? 1 : (row.minutes ?? null);
        return weight === null ? 'missing' : { success: hasHappened(times.completed, asOf), weight };
      },
      options: { interval, confidence, population },
    },
    (completed, assigned) => ({ completed, assigned }),
  );
}

/**
 * Makes the measure behind {@link computeLearningCompletion}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per dealer or module: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeLearningCompletion}.
 * @returns A measure over assignments.
 * @throws TypeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, learningCompletionMeasure } from 'cx-scoring';
 *
 * const assignment = { moduleId: 'safety', assignedAt: '2026-03-02', completedAt: '2026-03-09' };
 * computeMeasure([assignment], learningCompletionMeasure({ asOf: '2026-03-08' })).value; // => 0
 * computeMeasure([assignment], learningCompletionMeasure({ asOf: '2026-03-09' })).value; // => 1
 * ```
 */
export function learningCompletionMeasure(
  options: LearningCompletionOptions,
): RatioMeasure<LearningAssignment, WeightedShareTally, LearningCompletionResult> {
  return measureCompletion('learningCompletionMeasure', options);
}

/**
 * Computes the completion of training: the share of the mandatory modules assigned that are completed.
 *
 * Use it beside {@link computeLearningPassRate} and {@link computeLearningCurrency}: who has sat through a module has neither passed its
 * test nor kept it up to date.
 *
 * @param assignments - One row per module and person.
 * @param options - `asOf`; optional modules, weight; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing was assigned.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range.
 * @remarks Assignments with impossible times are left out as `invalid`; {@link checkLearning} names them. People of one dealer resemble
 * each other: {@link clusterBy} the account.
 * @example
 * ```ts
 * import { computeLearningCompletion } from 'cx-scoring';
 *
 * const assignments = [
 *   { moduleId: 'safety', assignedAt: '2026-03-02', completedAt: '2026-03-09', minutes: 20 },
 *   { moduleId: 'range', assignedAt: '2026-03-02', minutes: 60 },
 *   { moduleId: 'extra', assignedAt: '2026-03-02', optional: true },
 * ];
 * computeLearningCompletion(assignments, { asOf: '2026-03-31' }).value; // => 0.5
 * computeLearningCompletion(assignments, { asOf: '2026-03-31', weightBy: 'minutes' }).value; // => 0.25
 * ```
 */
export function computeLearningCompletion(
  assignments: Iterable<LearningAssignment>,
  options: LearningCompletionOptions,
): LearningCompletionResult {
  return computeAs('computeLearningCompletion', assignments, measureCompletion('computeLearningCompletion', options));
}
