import { requireDefinition } from '../../core/requireDefinition.js';
import { cxError } from '../../core/errors.js';
import type { Bounds } from '../../core/interval.js';
import { requireOption, requireOptions, resolvePopulation } from '../../core/options.js';
import type { MetricResult } from '../../core/result.js';

/** What the silent are counted against. */
export interface SilenceBoundsOptions {
  /** How many were asked, or exist, in the unit of the result's `sampleSize`. */
  readonly population: number;
}

/** How far the value of a known population could be from what was heard, whatever the silent would have said. */
export interface SilenceBounds extends Bounds {
  /** How many stayed silent. */
  readonly silent: number;
  /** The share of the population that answered, 0..1. */
  readonly answered: number;
}

/**
 * Computes the worst-case bounds of a share, a net score or a mean for those who did not answer.
 *
 * Use it for a census with silence, the usual case in business-to-business: sampling error is small there, and non-response is the
 * issue. The bounds assume nothing at all about the silent, so they are wide, and honest.
 *
 * @param result - A result whose value is a share, a net score or a mean, within the range of its definition.
 * @param options - The `population`, at least the sample size.
 * @returns Lower and upper bound in the unit of the value: as if all the silent had given the lowest, or the highest, answer. The whole
 * range when nobody answered.
 * @throws RangeError or TypeError with code `CX_POPULATION_TOO_SMALL` or `CX_INVALID_OPTION` for the population, and
 * `CX_INVALID_DEFINITION` for a metric without a range, or one that is not a mean over answers: a ratio, a rate, a quantile, a total.
 * @remarks With weights, the silent are taken to weigh as much on average as those who answered. For the counts of a Net Promoter Score
 * without a result there is {@link npsSilence}. Source: Manski (1989), Journal of Human Resources 24(3), 343-360, doi:10.2307/145818.
 * @example
 * ```ts
 * import { computeCsat, silenceBounds } from 'cx-scoring';
 *
 * const csat = computeCsat({ counts: { satisfied: 72, unsatisfied: 23 } });
 * silenceBounds(csat, { population: 180 }); // ~> { lower: 0.4, upper: 0.872222, silent: 85, answered: 0.527778 }
 * ```
 */
export function silenceBounds(result: MetricResult, options: SilenceBoundsOptions): SilenceBounds {
  requireOptions('silenceBounds', options);
  requireDefinition('silenceBounds: result', 'a result', result);
  const { definition, value, sampleSize } = result;
  const { statistic, range } = definition;
  const isMean = statistic === 'share' || statistic === 'net' || statistic === 'mean';
  if (!isMean)
    throw cxError('CX_INVALID_DEFINITION', 'silenceBounds: statistic', '"share", "net" or "mean"', statistic);
  if (!range) throw cxError('CX_INVALID_DEFINITION', 'silenceBounds: range', 'known', range);
  const { population } = options;
  requireOption(population !== undefined, 'silenceBounds', 'population', 'given', population);
  const known = resolvePopulation('silenceBounds', population, Math.max(1, sampleSize));
  const silent = known - sampleSize;
  const heard = (value ?? 0) * sampleSize;
  // Rounding must not carry a bound past the range.
  const bound = (answer: number): number =>
    Math.min(range.maximum, Math.max(range.minimum, (heard + answer * silent) / known)) + 0;
  return { lower: bound(range.minimum), upper: bound(range.maximum), silent, answered: sampleSize / known };
}
