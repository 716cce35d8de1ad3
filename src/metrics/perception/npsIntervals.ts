import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import type { Bounds } from '../../core/interval.js';
import type { NetIntervalMethod, NetSummary } from '../../measures/netEstimate.js';
import { scoreAcceleration } from '../../statistics/bcaAdjustment.js';
import { exactBcaInterval, exactPercentileInterval } from '../../statistics/exactBootstrapInterval.js';
import { finitePopulationFactor } from '../../statistics/finitePopulation.js';
import { netBootstrapDistribution } from '../../statistics/netBootstrap.js';
import { studentTQuantile } from '../../statistics/studentT.js';

/** Draws limits towards the value as more of a finite population is known. */
function shrink({ net, sampleSize }: NetSummary, { lower, upper }: Bounds, population: number): Bounds {
  const factor = finitePopulationFactor(sampleSize, population);
  return { lower: net - (net - lower) * factor, upper: net + (upper - net) * factor };
}

/**
 * Student's t interval of a net score, handed in as `interval: npsT()`.
 *
 * Use it with weights, where it rests on the linearised error, and to reproduce tools that score answers as +1, 0, -1 and take a mean.
 *
 * @returns An interval method for {@link computeNps}, {@link computeCsatNet} and {@link computeCesNet}.
 * @remarks n - 1 degrees of freedom; the result's standard error then has divisor n - 1. Source: Student (1908), doi:10.1093/biomet/6.1.1.
 * @example
 * ```ts
 * import { computeNps, npsT } from 'cx-scoring';
 *
 * const nps = computeNps({ counts: { promoters: 15, passives: 15, detractors: 6 } }, { interval: npsT() });
 * nps.interval?.lower; // ~> 0.235219
 * nps.degreesOfFreedom; // => 35
 * ```
 */
export function npsT(): NetIntervalMethod {
  return {
    method: 't',
    degreesOfFreedom: ({ sampleSize }) => sampleSize - 1,
    limits: (summary, confidence, population) => {
      const { net, standardError, sampleSize } = summary;
      // NaN for a single answer, which has no degrees of freedom: it becomes "no interval".
      const halfWidth = studentTQuantile((1 + confidence) / 2, sampleSize - 1) * standardError;
      return shrink(summary, { lower: net - halfWidth, upper: net + halfWidth }, population);
    },
  };
}

/** Options of the bootstrap of a net score. */
export interface NpsBootstrapOptions {
  /**
   * Percentile limits, or bias-corrected and accelerated ones.
   * @defaultValue 'percentile'
   */
  readonly type?: 'percentile' | 'bca' | undefined;
}

/**
 * Bootstrap interval of a net score from its exact distribution, handed in as `interval: npsBootstrap()`.
 *
 * Use it instead of resampling: the bootstrap distribution of a count statistic is known, so there is no seed and no Monte Carlo error.
 *
 * @param options - Percentile (default) or BCa.
 * @returns An interval method for {@link computeNps}, {@link computeCsatNet} and {@link computeCesNet}. It refuses weighted answers with
 * code `CX_INVALID_OPTION`, because they are not drawn with equal chances.
 * @throws TypeError with code `CX_INVALID_OPTION` for another type.
 * @remarks Sources: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; Efron (1987), doi:10.1080/01621459.1987.10478410.
 * @example
 * ```ts
 * import { computeNps, npsBootstrap } from 'cx-scoring';
 *
 * const nps = computeNps({ counts: { promoters: 11, passives: 6, detractors: 3 } }, { interval: npsBootstrap() });
 * nps.interval; // ~> { lower: 5, upper: 70, confidence: 0.95, method: 'bootstrap-percentile' }
 * ```
 */
export function npsBootstrap(options: NpsBootstrapOptions = {}): NetIntervalMethod {
  requireOptions('npsBootstrap', options);
  const { type = 'percentile' } = options;
  if (type !== 'percentile' && type !== 'bca') {
    throw cxError('CX_INVALID_OPTION', 'npsBootstrap: option "type"', '"percentile" or "bca"', type);
  }
  return {
    method: `bootstrap-${type}`,
    limits: (summary, confidence, population) => {
      const { positive, neutral, negative } = summary.counts;
      if (summary.weighted)
        throw cxError('CX_INVALID_OPTION', 'npsBootstrap: answers', 'without weights', 'weighted answers');
      const distribution = netBootstrapDistribution(summary.counts);
      const limits =
        type === 'percentile'
          ? exactPercentileInterval(distribution, confidence)
          : exactBcaInterval(distribution, summary.net, scoreAcceleration([negative, neutral, positive]), confidence);
      return shrink(summary, limits, population);
    },
  };
}
