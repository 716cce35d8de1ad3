import { cxError } from '../../core/errors.js';
import type { Score } from '../../core/field.js';
import type { ScoreArguments, ScoreInput } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale } from '../../measures/scaleMetric.js';
import { NPS_SCALE, npsMetric, type NpsCounts, type NpsOptions, type NpsResult } from './npsScore.js';

const NPS = /* @__PURE__ */ npsMetric('nps');

/**
 * Computes the Net Promoter Score: share of promoters (9-10) minus share of detractors (0-6), in points from -100 to 100.
 *
 * Use it for the recommendation question put to customers, one population at one time; {@link compareResults} says whether two scores differ,
 * and {@link classifyNps} reads a single answer, which in business-to-business matters more than the average.
 *
 * @remarks
 * `null` and `undefined` are skipped and counted; any other answer off 0..10 throws, or is counted under `offScale: 'exclude'`.
 * The interval is the adjusted Wald one, clipped to what is attainable; with weights it rests on Kish's effective size.
 * Below 30 answers a `small-sample` warning, below the sample policy (1,100) a `below-sample-policy` warning stands beside the value.
 * Sources: Reichheld (2003), Harvard Business Review 81(12), 46-54; interval: Rocks (2016), doi:10.1080/00031305.2016.1158124.
 *
 * @param input - Plain answers 0..10 (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; weight, confidence, interval method, population and sample policy.
 * @returns The score in points, -100..100, with interval, classes, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE` (an answer such as 11, 8.5 or "9"), `CX_INVALID_OPTION`,
 * `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`, `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 *
 * computeNps([10, 9, 8, 6, null]).value; // => 25
 * computeNps([{ q1: 10 }, { q1: 3 }], { score: 'q1' }).value; // => 0
 * const nps = computeNps({ counts: { promoters: 15, passives: 13, detractors: 8 } });
 * nps.interval?.lower; // ~> -6.28026
 * nps.excluded; // => { missing: 0, offScale: 0, missingWeight: 0, zeroWeight: 0 }
 * ```
 */
export function computeNps<Row = never>(
  input: ScoreInput<Row, NpsCounts>,
  ...[options]: ScoreArguments<Row, NpsOptions>
): NpsResult<'nps'> {
  return computeScale('computeNps', NPS, input, options);
}

/**
 * Makes the measure behind {@link computeNps}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where rows do not arrive in one piece: streams, segments, nightly partial counts.
 *
 * @param options - The same options as {@link computeNps}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 *
 * const measure = npsMeasure();
 * const monday = measure.createTally();
 * [10, 9].forEach((score, index) => measure.addRow(monday, score, index));
 * const tuesday = measure.createTally();
 * [8, 6].forEach((score, index) => measure.addRow(tuesday, score, index));
 * measure.mergeTallies(monday, tuesday);
 * measure.toResult(monday).value; // => 25
 * ```
 */
export function npsMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, NpsOptions>
): ScaleMeasure<Row, NpsResult<'nps'>> {
  return measureScale('npsMeasure', NPS, options);
}

/** Class of a single answer to the recommendation question. */
export type NpsClass = 'promoter' | 'passive' | 'detractor';

/**
 * Classifies one answer to the recommendation question.
 *
 * Use it to act on single customers: in business-to-business the answer of one buyer matters more than the average.
 *
 * @param score - An answer, 0..10.
 * @returns The class, or `null` for a missing answer.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE` for anything that is not a whole number from 0 to 10.
 * @remarks Source: Reichheld (2003), Harvard Business Review 81(12), 46-54.
 * @example
 * ```ts
 * import { classifyNps } from 'cx-scoring';
 *
 * classifyNps(9); // => 'promoter'
 * classifyNps(7); // => 'passive'
 * classifyNps(6); // => 'detractor'
 * classifyNps(null); // => null
 * ```
 */
export function classifyNps(score: Score): NpsClass | null {
  const { minimum, maximum, negativeTo, positiveFrom } = NPS_SCALE;
  if (score === null || score === undefined) return null;
  if (!(Number.isInteger(score) && score >= minimum && score <= maximum)) {
    throw cxError('CX_OFF_SCALE', 'classifyNps: score', `a whole number from ${minimum} to ${maximum}`, score);
  }
  return score >= positiveFrom ? 'promoter' : score <= negativeTo ? 'detractor' : 'passive';
}
