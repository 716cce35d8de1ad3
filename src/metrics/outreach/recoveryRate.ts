import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { tallyAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { detractorParameters, resolveDetractorScale, type DetractorScale } from './detractorScale.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { linkRecoveries, resolveWithin, type Recovery, type RecoveryFields } from './recoveries.js';

/** Options of the measure behind the recovery rate. */
export interface RecoveryMeasureOptions extends ShareOptions {
  /** Days within which the next answer must have come; any time when left out. */
  readonly withinDays?: number | undefined;
  /**
   * The scale of the question, and up to which answer it is a detractor's.
   * @defaultValue 0 to 10, up to 6: the recommendation question
   */
  readonly scale?: DetractorScale | undefined;
}

/** Options of the recovery rate. */
export interface RecoveryRateOptions<Row> extends ShareOptions, RecoveryFields<Row> {}

/** Reasons for which an answer is left out of the recovery rate: without a score, off the scale, or a detractor's without a sequel. */
export type RecoveryExclusion = 'missing' | 'offScale' | 'notResurveyed' | 'missingContact' | 'invalid';

/** The share of detractors who, asked again, were detractors no more, 0..1. */
export interface RecoveryRateResult extends IntervalResult<'recovery-rate', RecoveryExclusion> {
  /** Detractors whose next answer was no detractor's. */
  readonly recovered: number;
  /** Detractors whose next answer was one again. */
  readonly unrecovered: number;
}

const REASONS: readonly RecoveryExclusion[] = ['missing', 'offScale', 'notResurveyed', 'missingContact', 'invalid'];

function measureRecoveries(
  where: string,
  options: RecoveryMeasureOptions,
): RatioMeasure<Recovery, OutcomeTally, RecoveryRateResult> {
  requireOptions(where, options);
  const { withinDays } = options;
  const within = resolveWithin(where, withinDays);
  const scale = resolveDetractorScale(where, options.scale);
  return measureOutcomes({
    where,
    definition: shareDefinition('recovery-rate', 'higher-is-better', {
      ...(withinDays !== undefined && { withinDays }),
      ...detractorParameters(scale),
    }),
    outcomes: { recovered: true, unrecovered: false },
    reasons: REASONS,
    classify: ({ contact, at, nextScore, days }) => {
      if (contact === null) return 'missingContact';
      if (at === null) return 'invalid';
      if (nextScore === null || days === null || days > within) return 'notResurveyed';
      return nextScore > scale.detractorUpTo ? 'recovered' : 'unrecovered';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeRecoveryRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch, over the records of {@link toRecoveries}.
 *
 * @param options - `withinDays` and `scale` as given to {@link toRecoveries}, so that they stand in the definition; interval, confidence.
 * @returns A measure over recoveries.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, recoveryRateMeasure, toRecoveries } from 'cx-scoring';
 *
 * const answers = [{ who: 'anna', at: '2026-03-02', score: 3 }, { who: 'anna', at: '2026-06-02', score: 8 }];
 * const recoveries = toRecoveries(answers, { contact: 'who', at: 'at', score: 'score' });
 * computeMeasure(recoveries, recoveryRateMeasure({ withinDays: 90 })).excluded.notResurveyed; // => 1
 * computeMeasure(recoveries, recoveryRateMeasure({ withinDays: 92 })).value; // => 1
 * ```
 */
export function recoveryRateMeasure(
  options: RecoveryMeasureOptions = {},
): RatioMeasure<Recovery, OutcomeTally, RecoveryRateResult> {
  return measureRecoveries('recoveryRateMeasure', options);
}

/**
 * Computes the recovery rate: the share of detractors who, asked again, were detractors no more.
 *
 * Use it for what the closed loop brought, with its number of re-surveyed answers, which is small as a rule.
 *
 * @param answers - One row per answer, of as many waves as there are; all answers of a contact in one piece.
 * @param options - Where `contact`, `at` and `score` are; `withinDays`, the `scale` of another question than the recommendation;
 * interval and confidence.
 * @returns The share, 0..1, with Wilson's interval over the detractor answers that were followed by another; `value: null` when none was.
 * @throws TypeError or RangeError with code `CX_OFF_SCALE` for a score off the scale unless `offScale` is `'exclude'`, `CX_INVALID_OPTION`,
 * `CX_INVALID_INPUT` for a contact id that is neither text nor a whole number.
 * @remarks Those who answer again are not like those who do not, and low scores rise by themselves (regression towards the mean): it shows
 * what happened, not what the calls caused. A contact with several detractor answers counts once for each: `clusterBy` over
 * {@link recoveryRateMeasure}, by `contact`, widens the interval accordingly.
 * @example
 * ```ts
 * import { computeRecoveryRate } from 'cx-scoring';
 *
 * const answers = [
 *   { contact: 'anna', at: '2026-03-02', score: 3 },
 *   { contact: 'anna', at: '2026-06-02', score: 8 },
 *   { contact: 'ben', at: '2026-03-02', score: 6 },
 *   { contact: 'ben', at: '2026-06-02', score: 4 },
 *   { contact: 'cleo', at: '2026-03-02', score: 0 },
 * ];
 * const recovery = computeRecoveryRate(answers, { contact: 'contact', at: 'at', score: 'score', withinDays: 100 });
 * recovery.value; // => 0.5
 * recovery.sampleSize; // => 2
 * recovery.excluded.notResurveyed; // => 2
 * ```
 */
export function computeRecoveryRate<Row>(
  answers: Iterable<Row>,
  options: RecoveryRateOptions<NoInfer<Row>>,
): RecoveryRateResult {
  const where = 'computeRecoveryRate';
  const { recoveries, missing, offScale } = linkRecoveries(where, answers, options);
  const measure = measureRecoveries(where, options);
  const tally = tallyAs('computeRecoveryRate', recoveries, measure);
  // The first two counts are the outcomes.
  tally.counts[2 + REASONS.indexOf('missing')] = missing;
  tally.counts[2 + REASONS.indexOf('offScale')] = offScale;
  return measure.toResult(tally);
}
