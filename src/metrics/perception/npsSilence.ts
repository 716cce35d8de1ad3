import { cxError } from '../../core/errors.js';
import { isWhole, requireObject, requireOption, resolvePopulation } from '../../core/options.js';
import type { NpsCounts, NpsId, NpsResult } from './npsScore.js';

/** How far the score of a known population could be from what was heard, whatever the silent would have said. */
export interface NpsSilence {
  /** The score if all who stayed silent were detractors. */
  readonly lower: number;
  /** The score if all who stayed silent were promoters. */
  readonly upper: number;
  /** How many stayed silent. */
  readonly silent: number;
  /** The share of the population that answered, 0..1. */
  readonly answered: number;
}

/**
 * Computes the worst-case bounds of a Net Promoter Score for those who did not answer.
 *
 * Use it for a census with silence, the usual case in business-to-business: sampling error is small there, and non-response is the
 * issue. The bounds assume nothing at all about the silent, so they are wide, and honest.
 *
 * @param result - A Net Promoter Score, or the counts of its classes.
 * @param population - How many were asked, or exist.
 * @returns Lower and upper bound in points; -100 and 100 when nobody answered.
 * @throws RangeError or TypeError with code `CX_POPULATION_TOO_SMALL`, `CX_INVALID_OPTION` or `CX_INVALID_COUNTS`.
 * @remarks Weights are not used: the bounds speak of answers. Source: Manski (1989), Journal of Human Resources 24(3), 343-360, doi:10.2307/145818.
 * @example
 * ```ts
 * import { computeNps, npsSilence } from 'cx-scoring';
 *
 * const nps = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
 * npsSilence(nps, 180); // ~> { lower: -31.1111, upper: 63.3333, silent: 85, answered: 0.527778 }
 * ```
 */
export function npsSilence(result: NpsResult<NpsId> | NpsCounts, population: number): NpsSilence {
  requireObject('npsSilence: result', 'a result or { promoters, passives, detractors }', result);
  const { promoters, passives, detractors } = result;
  for (const [name, count] of Object.entries({ promoters, passives, detractors })) {
    if (!isWhole(count))
      throw cxError('CX_INVALID_COUNTS', `npsSilence: count of ${name}`, 'a whole number from 0', count);
  }
  const heard = promoters + passives + detractors;
  requireOption(population !== undefined, 'npsSilence', 'population', 'given', population);
  const known = resolvePopulation('npsSilence', population, Math.max(1, heard));
  const silent = known - heard;
  return {
    lower: (100 * (promoters - detractors - silent)) / known + 0,
    upper: (100 * (promoters - detractors + silent)) / known + 0,
    silent,
    answered: heard / known,
  };
}
