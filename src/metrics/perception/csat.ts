import type { Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import type { ScoreArguments, ScoreExclusion, ScoreInput, ScoreOptions } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { shareValue } from '../../measures/scaleValue.js';
import { estimateShare } from '../../measures/shareEstimate.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { csatDefinition, resolveCsatScale, type CsatId, type CsatScale } from './csatScale.js';

/** Counts by class, as a database returns them. */
export interface CsatCounts {
  /** Answers that count as satisfied. */
  readonly satisfied: number;
  /** All other answers. */
  readonly unsatisfied: number;
}

/** Options of the satisfied share, besides where to find score and weight. */
export interface CsatOptions extends ScoreOptions, ShareOptions {
  /**
   * The scale of the question; scales are different metrics and are never compared.
   * @defaultValue `CSAT_FIVE_POINT`: 4 and 5 of 5
   */
  readonly scale?: CsatScale | undefined;
}

/** The share of satisfied answers, 0..1, with the answers in each class. */
export interface CsatResult extends IntervalResult<CsatId, ScoreExclusion>, CsatCounts {}

function csatMetric(where: string, options: CsatOptions | undefined): ScaleMetric<CsatOptions, CsatResult> {
  const scale = resolveCsatScale(where, options?.scale);
  const first = scale.satisfiedFrom - scale.minimum;
  const definition = csatDefinition(scale);
  const statistic = { definition, scale, valueAt: shareValue(scale.satisfiedFrom) };
  return {
    ...statistic,
    classes: { satisfied: scale.satisfiedFrom, unsatisfied: scale.minimum },
    finish: (caller, tally, settings) => {
      const satisfied = tally.counts.slice(first, -4).reduce((sum, count) => sum + count, 0);
      const result = estimateShare(caller, statistic, tally, settings);
      return Object.assign(result, { satisfied, unsatisfied: result.sampleSize - satisfied });
    },
  };
}

/**
 * Computes customer satisfaction (CSAT): the share of satisfied answers, 0..1.
 *
 * Use it after an interaction, a delivery or a ticket: in business-to-business it links to operations where an NPS is too thin.
 * {@link computeCsatMean} and {@link computeCsatNet} are other statistics of the same answers, under names of their own.
 *
 * @remarks
 * Satisfied means 4-5 of 5 by default, 8-10 of 10 with `CSAT_TEN_POINT`: two definitions, never compared. Missing answers are
 * skipped and counted; answers off the scale throw, or are counted under `offScale: 'exclude'`. The interval is Wilson's
 * (1927, doi:10.1080/01621459.1927.10502953), on Kish's effective size with weights; contractual floors want `clopperPearson()`.
 *
 * @param input - Plain answers (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; scale, weight, confidence, interval method and population.
 * @returns The share with interval, classes, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`,
 * `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computeCsat, CSAT_TEN_POINT } from 'cx-scoring';
 *
 * computeCsat([5, 4, 4, 2]).value; // => 0.75
 * computeCsat([10, 8, 7, 3], { scale: CSAT_TEN_POINT }).value; // => 0.5
 * computeCsat({ counts: { satisfied: 72, unsatisfied: 23 } }).interval?.lower; // ~> 0.662832
 * ```
 */
export function computeCsat<Row = never>(
  input: ScoreInput<Row, CsatCounts>,
  ...[options]: ScoreArguments<Row, CsatOptions>
): CsatResult {
  return computeScale('computeCsat', csatMetric('computeCsat', options), input, options);
}

/**
 * Makes the measure behind {@link computeCsat}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - The same options as {@link computeCsat}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, csatMeasure } from 'cx-scoring';
 *
 * computeMeasure([{ q: 5 }, { q: 2 }], csatMeasure<{ q: number }>({ score: 'q' })).value; // => 0.5
 * ```
 */
export function csatMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, CsatOptions>
): ScaleMeasure<Row, CsatResult> {
  return measureScale('csatMeasure', csatMetric('csatMeasure', options), options);
}
