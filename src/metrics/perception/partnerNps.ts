import type { Score } from '../../core/field.js';
import type { ScoreArguments, ScoreInput } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale } from '../../measures/scaleMetric.js';
import { npsMetric, type NpsCounts, type NpsOptions, type NpsResult } from './npsScore.js';

const PARTNER_NPS = /* @__PURE__ */ npsMetric('partner-nps');

/**
 * Computes the partner NPS (pNPS): the Net Promoter arithmetic on the answers of dealers, distributors and other partners.
 *
 * Use it for the question whether a partner would recommend your partner programme to another company. Never pool it with the answers of
 * end customers: it has a definition of its own, and comparing the two is an error.
 *
 * @remarks
 * The number of partners is usually small and known: give it as `population`, and the interval describes just them.
 * Missing and off-scale answers, interval and warnings are those of {@link computeNps}.
 * Sources: Reichheld (2003), Harvard Business Review 81(12), 46-54; finite population: Cochran (1977), Sampling Techniques, §2.6.
 *
 * @param input - Plain answers 0..10 (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; weight, confidence, interval method, population and sample policy.
 * @returns The score in points, -100..100, with interval, classes, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE` (an answer such as 11, 8.5 or "9"), `CX_INVALID_OPTION`,
 * `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`, `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computePartnerNps } from 'cx-scoring';
 *
 * const partners = computePartnerNps({ counts: { promoters: 48, passives: 28, detractors: 19 } }, { population: 180 });
 * partners.value; // ~> 30.5263
 * partners.interval?.lower; // ~> 19.3193
 * partners.interval?.upper; // ~> 40.8363
 * ```
 */
export function computePartnerNps<Row = never>(
  input: ScoreInput<Row, NpsCounts>,
  ...[options]: ScoreArguments<Row, NpsOptions>
): NpsResult<'partner-nps'> {
  return computeScale('computePartnerNps', PARTNER_NPS, input, options);
}

/**
 * Makes the measure behind {@link computePartnerNps}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where rows do not arrive in one piece: streams, segments, nightly partial counts.
 *
 * @param options - The same options as {@link computePartnerNps}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, partnerNpsMeasure } from 'cx-scoring';
 *
 * computeMeasure([10, 9, 8, 6], partnerNpsMeasure()).value; // => 25
 * ```
 */
export function partnerNpsMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, NpsOptions>
): ScaleMeasure<Row, NpsResult<'partner-nps'>> {
  return measureScale('partnerNpsMeasure', PARTNER_NPS, options);
}
