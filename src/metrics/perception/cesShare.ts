import type { Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import { scaleSums, type ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { estimateShare } from '../../measures/shareEstimate.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { cesDefinition, easeValue, resolveCesVersion, type CesVersion } from './cesVersion.js';

/** Options of the share of easy answers, besides where to find score and weight. */
export interface CesShareOptions extends ScoreOptions, ShareOptions {
  /**
   * Which of the three questions was asked.
   * @defaultValue `CES_EASE`: 1 very difficult to 7 very easy
   */
  readonly version?: CesVersion | undefined;
}

/** The share of easy answers, 0..1, with their number. */
export interface CesShareResult extends IntervalResult<`${CesVersion['id']}-share`, ScoreExclusion> {
  /** Answers at the easy end of the scale. */
  readonly easy: number;
}

function cesShareMetric(
  where: string,
  options: CesShareOptions | undefined,
): ScaleMetric<CesShareOptions, CesShareResult> {
  const version = resolveCesVersion(where, options?.version);
  const definition = cesDefinition(`${version.id}-share`, version, 'share');
  const ease = easeValue(version);
  const statistic = { definition, scale: version, valueAt: (score: number): number => Math.max(0, ease(score)) };
  return {
    ...statistic,
    classes: {},
    finish: (caller, tally, settings) => {
      const easy = scaleSums(statistic, { ...tally, weights: null }).total;
      return Object.assign(estimateShare(caller, statistic, tally, settings), { easy });
    },
  };
}

/**
 * Computes the share of easy answers to the effort question, 0..1.
 *
 * Use it beside {@link computeCes}: a share says how many had it easy, which a mean does not.
 *
 * @remarks
 * Easy is 5-7 of 7, and 1-2 of 5 for CES 1.0, whose scale runs the other way; a higher share is always better.
 * Interval: Wilson (1927), doi:10.1080/01621459.1927.10502953.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; version, weight, confidence, interval method and population.
 * @returns The value with interval, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { CES_1, computeCesShare } from 'cx-scoring';
 *
 * computeCesShare([7, 6, 4, 2]).value; // => 0.5
 * computeCesShare([1, 2, 2, 5], { version: CES_1 }).value; // => 0.75
 * ```
 */
export function computeCesShare<Row = never>(
  input: ScoreInput<Row, never>,
  ...[options]: ScoreArguments<Row, CesShareOptions>
): CesShareResult {
  return computeScale('computeCesShare', cesShareMetric('computeCesShare', options), input, options);
}

/**
 * Makes the measure behind {@link computeCesShare}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeCesShare}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { cesShareMeasure, computeMeasure } from 'cx-scoring';
 *
 * computeMeasure([7, 6, 4, 2], cesShareMeasure()).easy; // => 2
 * ```
 */
export function cesShareMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, CesShareOptions>
): ScaleMeasure<Row, CesShareResult> {
  return measureScale('cesShareMeasure', cesShareMetric('cesShareMeasure', options), options);
}
