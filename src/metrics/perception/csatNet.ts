import type { MetricDefinition } from '../../core/definition.js';
import { requireOption } from '../../core/options.js';
import type { Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { estimateNet, type NetOptions } from '../../measures/netEstimate.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { netValue } from '../../measures/scaleValue.js';
import { dissatisfiedTo, resolveCsatScale, scaleParameters, type CsatScale } from './csatScale.js';

/** Counts by class, as a database returns them. */
export interface CsatNetCounts {
  /** Answers that count as satisfied. */
  readonly satisfied: number;
  /** Answers between the two. */
  readonly neutral: number;
  /** Answers that count as dissatisfied: as many points at the bottom as are satisfied at the top. */
  readonly dissatisfied: number;
}

/** Options of net satisfaction, besides where to find score and weight. */
export interface CsatNetOptions extends ScoreOptions, NetOptions {
  /**
   * The scale of the question.
   * @defaultValue `CSAT_FIVE_POINT`: satisfied 4-5, dissatisfied 1-2
   */
  readonly scale?: CsatScale | undefined;
}

/** Net satisfaction in points, -100..100, with the answers in each class. */
export interface CsatNetResult extends IntervalResult<'csat-net', ScoreExclusion>, CsatNetCounts {}

function csatNetMetric(where: string, options: CsatNetOptions | undefined): ScaleMetric<CsatNetOptions, CsatNetResult> {
  const scale = resolveCsatScale(where, options?.scale);
  const { minimum, maximum, satisfiedFrom: positiveFrom } = scale;
  const negativeTo = dissatisfiedTo(scale);
  const apart = negativeTo < positiveFrom;
  requireOption(apart, where, 'scale', 'one whose satisfied points are at most half of its points', positiveFrom);
  const definition: MetricDefinition<'csat-net'> = {
    id: 'csat-net',
    family: 'scale',
    statistic: 'net',
    unit: 'points',
    direction: 'higher-is-better',
    range: { minimum: -100, maximum: 100 },
    parameters: scaleParameters(scale),
  };
  const statistic = { definition, scale, valueAt: netValue(positiveFrom, negativeTo) };
  return {
    ...statistic,
    // A scale without a middle has no score that could stand for neutral answers.
    classes: {
      satisfied: maximum,
      dissatisfied: minimum,
      ...(positiveFrom - negativeTo > 1 && { neutral: negativeTo + 1 }),
    },
    finish: (caller, tally, settings) => {
      const { result, classes } = estimateNet(caller, statistic, tally, settings);
      const [dissatisfied, neutral, satisfied] = classes;
      return Object.assign(result, { satisfied, neutral, dissatisfied });
    },
  };
}

/**
 * Computes net satisfaction: share of satisfied minus share of dissatisfied answers, in points from -100 to 100.
 *
 * Use it when dissatisfaction must show: a share of satisfied answers does not tell a neutral customer from an angry one.
 *
 * @remarks
 * On 1 to 5 satisfied is 4-5 and dissatisfied 1-2; any scale takes as many points at the bottom as at the top,
 * and one on which more than half of the points are satisfied is refused.
 * Interval as for an NPS: adjusted Wald, Rocks (2016), doi:10.1080/00031305.2016.1158124.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; scale, weight, confidence, interval method and population.
 * @returns The value with interval, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computeCsatNet } from 'cx-scoring';
 *
 * computeCsatNet([5, 4, 3, 1]).value; // => 25
 * computeCsatNet({ counts: { satisfied: 50, neutral: 30, dissatisfied: 20 } }).value; // => 30
 * ```
 */
export function computeCsatNet<Row = never>(
  input: ScoreInput<Row, CsatNetCounts>,
  ...[options]: ScoreArguments<Row, CsatNetOptions>
): CsatNetResult {
  return computeScale('computeCsatNet', csatNetMetric('computeCsatNet', options), input, options);
}

/**
 * Makes the measure behind {@link computeCsatNet}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeCsatNet}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, csatNetMeasure } from 'cx-scoring';
 *
 * computeMeasure([5, 5, 3, 1], csatNetMeasure()).dissatisfied; // => 1
 * ```
 */
export function csatNetMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, CsatNetOptions>
): ScaleMeasure<Row, CsatNetResult> {
  return measureScale('csatNetMeasure', csatNetMetric('csatNetMeasure', options), options);
}
