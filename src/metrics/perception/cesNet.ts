import type { Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { estimateNet, type NetOptions } from '../../measures/netEstimate.js';
import { cesDefinition, easeValue, resolveCesVersion, type CesVersion } from './cesVersion.js';

/** Answers in each class of the effort question. */
export interface CesNetCounts {
  /** Answers at the easy end of the scale. */
  readonly easy: number;
  /** Answers in the middle. */
  readonly neutral: number;
  /** Answers at the hard end of the scale. */
  readonly hard: number;
}

/** Options of the net effort score, besides where to find score and weight. */
export interface CesNetOptions extends ScoreOptions, NetOptions {
  /**
   * Which of the three questions was asked.
   * @defaultValue `CES_EASE`: 1 very difficult to 7 very easy
   */
  readonly version?: CesVersion | undefined;
}

/** The net effort score in points, -100..100, with the answers in each class. */
export interface CesNetResult extends IntervalResult<`${CesVersion['id']}-net`, ScoreExclusion>, CesNetCounts {}

function cesNetMetric(where: string, options: CesNetOptions | undefined): ScaleMetric<CesNetOptions, CesNetResult> {
  const version = resolveCesVersion(where, options?.version);
  const { minimum, maximum, easyPoints } = version;
  const definition = cesDefinition(`${version.id}-net`, version, 'net');
  const statistic = { definition, scale: version, valueAt: easeValue(version) };
  const [low, high] =
    version.direction === 'higher-is-better' ? (['hard', 'easy'] as const) : (['easy', 'hard'] as const);
  return {
    ...statistic,
    classes: { [low]: minimum, neutral: easyPoints + 1, [high]: maximum },
    finish: (caller, tally, settings) => {
      const { result, classes } = estimateNet(caller, statistic, tally, settings);
      const [hard, neutral, easy] = classes;
      return Object.assign(result, { easy, neutral, hard });
    },
  };
}

/**
 * Computes the net effort score: share of easy minus share of hard answers, in points from -100 to 100.
 *
 * Use it where hard cases must show beside the easy ones.
 *
 * @remarks
 * Easy is 5-7 and hard 1-3 of 7; for CES 1.0 easy is 1-2 and hard 4-5 of 5. A higher net score is always better.
 * Interval as for an NPS: adjusted Wald, Rocks (2016), doi:10.1080/00031305.2016.1158124.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; version, weight, confidence, interval method and population.
 * @returns The value with interval, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { CES_1, computeCesNet } from 'cx-scoring';
 *
 * computeCesNet([7, 6, 4, 2]).value; // => 25
 * computeCesNet([1, 2, 3, 5], { version: CES_1 }).value; // => 25
 * computeCesNet({ counts: { easy: 60, neutral: 25, hard: 15 } }).value; // => 45
 * ```
 */
export function computeCesNet<Row = never>(
  input: ScoreInput<Row, CesNetCounts>,
  ...[options]: ScoreArguments<Row, CesNetOptions>
): CesNetResult {
  return computeScale('computeCesNet', cesNetMetric('computeCesNet', options), input, options);
}

/**
 * Makes the measure behind {@link computeCesNet}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeCesNet}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { cesNetMeasure, computeMeasure } from 'cx-scoring';
 *
 * computeMeasure([7, 6, 4, 2], cesNetMeasure()).hard; // => 1
 * ```
 */
export function cesNetMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, CesNetOptions>
): ScaleMeasure<Row, CesNetResult> {
  return measureScale('cesNetMeasure', cesNetMetric('cesNetMeasure', options), options);
}
