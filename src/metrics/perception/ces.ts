import type { Score } from '../../core/field.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { ownValue } from '../../measures/scaleValue.js';
import { estimateMean } from '../../measures/meanEstimate.js';
import { cesDefinition, resolveCesVersion, type CesVersion } from './cesVersion.js';

/** Options of the effort score, besides where to find score and weight. */
export interface CesOptions extends ScoreOptions, ResultOptions {
  /**
   * Which of the three questions was asked.
   * @defaultValue `CES_EASE`: 1 very difficult to 7 very easy
   */
  readonly version?: CesVersion | undefined;
}

/** The mean effort answer, on the scale of its version. */
export type CesResult = IntervalResult<CesVersion['id'], ScoreExclusion>;

function cesMetric(where: string, options: CesOptions | undefined): ScaleMetric<CesOptions, CesResult> {
  const version = resolveCesVersion(where, options?.version);
  const definition = cesDefinition(version.id, version, 'mean');
  const statistic = { definition, scale: version, valueAt: ownValue };
  return {
    ...statistic,
    classes: {},
    finish: (caller, tally, settings) => estimateMean(caller, statistic, tally, settings),
  };
}

/**
 * Computes the Customer Effort Score: the mean answer, on the scale of its version.
 *
 * Use it after a problem was solved, never for a relationship. Three questions go by this name, and one of them runs the other way:
 * choose the `version`, which becomes part of the definition. {@link computeCesShare} and {@link computeCesNet} are its other statistics.
 *
 * @remarks
 * The default asks how easy the company made it, 1 very difficult to 7 very easy. The interval is Student's t with n - 1 degrees of
 * freedom, clipped to the scale; without spread there is none. Missing answers are skipped and counted, off-scale ones throw.
 * Sources: Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0); Dixon, Toman and DeLisi (2013),
 * The Effortless Experience (CES 2.0); Student (1908), doi:10.1093/biomet/6.1.1.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; version, weight, confidence and population.
 * @returns The value with interval, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { CES_1, computeCes } from 'cx-scoring';
 *
 * const effort = computeCes([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]);
 * effort.value; // => 5.5
 * effort.interval?.lower; // ~> 4.3689214186
 * computeCes([1, 2, 2], { version: CES_1 }).definition.direction; // => 'lower-is-better'
 * ```
 */
export function computeCes<Row = never>(
  input: ScoreInput<Row, never>,
  ...[options]: ScoreArguments<Row, CesOptions>
): CesResult {
  return computeScale('computeCes', cesMetric('computeCes', options), input, options);
}

/**
 * Makes the measure behind {@link computeCes}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeCes}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { cesMeasure, computeMeasure } from 'cx-scoring';
 *
 * computeMeasure([7, 6, 5], cesMeasure()).value; // => 6
 * ```
 */
export function cesMeasure<Row = Score>(...[options]: ScoreArguments<Row, CesOptions>): ScaleMeasure<Row, CesResult> {
  return measureScale('cesMeasure', cesMetric('cesMeasure', options), options);
}
