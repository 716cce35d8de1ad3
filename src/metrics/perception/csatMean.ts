import type { MetricDefinition } from '../../core/definition.js';
import type { Score } from '../../core/field.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import { estimateMean } from '../../measures/meanEstimate.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { ownValue } from '../../measures/scaleValue.js';
import { resolveCsatScale, scaleParameters, type CsatScale } from './csatScale.js';

/** Options of mean satisfaction, besides where to find score and weight. */
export interface CsatMeanOptions extends ScoreOptions, ResultOptions {
  /**
   * The scale of the question.
   * @defaultValue `CSAT_FIVE_POINT`
   */
  readonly scale?: CsatScale | undefined;
}

/** Mean satisfaction on the scale of the question. */
export type CsatMeanResult = IntervalResult<'csat-mean', ScoreExclusion>;

function csatMeanMetric(
  where: string,
  options: CsatMeanOptions | undefined,
): ScaleMetric<CsatMeanOptions, CsatMeanResult> {
  const scale = resolveCsatScale(where, options?.scale);
  const definition: MetricDefinition<'csat-mean'> = {
    id: 'csat-mean',
    family: 'scale',
    statistic: 'mean',
    unit: 'score',
    direction: 'higher-is-better',
    range: { minimum: scale.minimum, maximum: scale.maximum },
    parameters: scaleParameters(scale),
  };
  const statistic = { definition, scale, valueAt: ownValue };
  return {
    ...statistic,
    classes: {},
    finish: (caller, tally, settings) => estimateMean(caller, statistic, tally, settings),
  };
}

/**
 * Computes the mean satisfaction answer, on the scale of the question.
 *
 * Use it beside {@link computeCsat}, which is the standard metric: the mean treats the steps of the scale as equal, a convention.
 *
 * @remarks
 * The interval is Student's t with n - 1 degrees of freedom, clipped to the scale; without spread there is none, because equal
 * answers are no proof of certainty. Source: Student (1908), Biometrika 6(1), 1-25, doi:10.1093/biomet/6.1.1.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; scale, weight, confidence and population.
 * @returns The value with interval, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computeCsatMean } from 'cx-scoring';
 *
 * const mean = computeCsatMean([5, 4, 4, 2]);
 * mean.value; // => 3.75
 * mean.degreesOfFreedom; // => 3
 * ```
 */
export function computeCsatMean<Row = never>(
  input: ScoreInput<Row, never>,
  ...[options]: ScoreArguments<Row, CsatMeanOptions>
): CsatMeanResult {
  return computeScale('computeCsatMean', csatMeanMetric('computeCsatMean', options), input, options);
}

/**
 * Makes the measure behind {@link computeCsatMean}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeCsatMean}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, csatMeanMeasure } from 'cx-scoring';
 *
 * computeMeasure([5, 4, 3], csatMeanMeasure()).value; // => 4
 * ```
 */
export function csatMeanMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, CsatMeanOptions>
): ScaleMeasure<Row, CsatMeanResult> {
  return measureScale('csatMeanMeasure', csatMeanMetric('csatMeanMeasure', options), options);
}
