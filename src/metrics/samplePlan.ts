import { cxError } from '../core/errors.js';
import { requireOptions, resolveConfidence, resolvePopulation } from '../core/options.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { finitePopulationFactor } from '../statistics/finitePopulation.js';
import { normalQuantile } from '../statistics/normalQuantile.js';
import { finitePopulationSampleSize } from '../statistics/sampleSize.js';

/** What a plan is for, and how much the answers spread. */
export interface SpreadOptions {
  /** What is planned: a net score such as the NPS (in points), a share such as CSAT (0..1), or a mean (in its own unit). */
  readonly statistic: 'net' | 'share' | 'mean';
  /**
   * Variance of one answer: for a net score on -1..1 (the last wave's `(standardError / 100)² × sampleSize`), for a share `p (1 - p)`,
   * for a mean the square of the standard deviation.
   * @defaultValue the largest possible: 1 for a net score, 0.25 for a share; a mean has none and must be given
   */
  readonly variance?: number | undefined;
  /**
   * Confidence level.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /** How many contacts or accounts exist, when the result is to describe just them. */
  readonly population?: number | undefined;
}

/** Options of {@link requiredSampleSize}. */
export interface RequiredSampleSizeOptions extends SpreadOptions {
  /** Wanted half-width of the interval, in the unit of the metric: 5 for ±5 points, 0.05 for ±5 % of answers. */
  readonly margin: number;
}

/** Options of {@link marginOfError}. */
export interface MarginOfErrorOptions extends SpreadOptions {
  /** Answers, at least 1. */
  readonly sampleSize: number;
}

/** Options of {@link minimumDetectableDifference}. */
export interface MinimumDetectableDifferenceOptions extends SpreadOptions {
  /** Answers on each side, at least 1. */
  readonly sampleSizes: readonly [number, number];
  /**
   * Chance of seeing the difference when it is there.
   * @defaultValue 0.8
   */
  readonly power?: number | undefined;
}

const LARGEST_VARIANCE = { net: 1, share: 0.25, mean: Infinity };

/** Resolves the variance of one answer in the unit of the metric. */
function resolveSpread(where: string, { statistic, variance }: SpreadOptions): number {
  if (!Object.hasOwn(LARGEST_VARIANCE, statistic)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "statistic"`, '"net", "share" or "mean"', statistic);
  }
  const largest = LARGEST_VARIANCE[statistic];
  const spread = variance ?? largest;
  if (!(typeof spread === 'number' && spread > 0 && spread <= largest && spread < Infinity)) {
    const rule = statistic === 'mean' ? 'given, a finite number above 0' : `above 0 and at most ${largest}`;
    throw cxError('CX_INVALID_OPTION', `${where}: option "variance"`, rule, variance);
  }
  return statistic === 'net' ? 10_000 * spread : spread;
}

function requireSize(where: string, size: unknown): number {
  if (!(typeof size === 'number' && size >= 1 && size < Infinity)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "sampleSize"`, 'a finite number from 1', size);
  }
  return size;
}

/**
 * Computes how many answers an interval of a wanted half-width needs.
 *
 * Use it before a wave. Take the variance from the last one; the largest possible is the cautious choice.
 *
 * @param options - Statistic, margin, variance, confidence and population.
 * @returns The number of answers, a whole number, at most the population.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION`.
 * @remarks `z² v / margin²`, then `n₀ / (1 + (n₀ - 1) / N)` for a known population: Cochran (1977), Sampling Techniques, §4.4. Tables that give ±14
 * points for 50 answers use the formula of a share for a net score, which halves the truth.
 * @example
 * ```ts
 * import { requiredSampleSize } from 'cx-scoring';
 *
 * requiredSampleSize({ statistic: 'net', margin: 6 }); // => 1068
 * requiredSampleSize({ statistic: 'net', margin: 6, population: 180 }); // => 155
 * requiredSampleSize({ statistic: 'share', margin: 0.05 }); // => 385
 * ```
 */
export function requiredSampleSize(options: RequiredSampleSizeOptions): number {
  requireOptions('requiredSampleSize', options);
  const where = 'requiredSampleSize';
  const { margin } = options;
  if (!(typeof margin === 'number' && margin > 0 && margin < Infinity)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "margin"`, 'a finite number above 0', margin);
  }
  const ratio = normalCriticalValue(resolveConfidence(where, options.confidence)) / margin;
  const population = resolvePopulation(where, options.population, 1);
  return Math.ceil(finitePopulationSampleSize(Math.max(1, ratio * ratio * resolveSpread(where, options)), population));
}

/**
 * Computes the half-width of the interval that a number of answers will give.
 *
 * Use it to read somebody else's score, or to see what a wave of the usual size can tell.
 *
 * @param options - Statistic, sample size, variance, confidence and population.
 * @returns The margin in the unit of the metric: points, share or score.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL`.
 * @remarks `z √(v / n)` with the finite-population correction: Cochran (1977), Sampling Techniques, §2.6.
 * @example
 * ```ts
 * import { marginOfError } from 'cx-scoring';
 *
 * marginOfError({ statistic: 'net', sampleSize: 1100 }); // ~> 5.9095
 * marginOfError({ statistic: 'net', sampleSize: 95, population: 180 }); // ~> 13.857
 * ```
 */
export function marginOfError(options: MarginOfErrorOptions): number {
  requireOptions('marginOfError', options);
  const where = 'marginOfError';
  const size = requireSize(where, options.sampleSize);
  const factor = finitePopulationFactor(size, resolvePopulation(where, options.population, size));
  return (
    normalCriticalValue(resolveConfidence(where, options.confidence)) *
    Math.sqrt(resolveSpread(where, options) / size) *
    factor
  );
}

/**
 * Computes the smallest true difference between two samples that would be seen.
 *
 * Use it before promising to measure an improvement: small business-to-business waves cannot see moves of ten points.
 *
 * @param options - Statistic, the two sample sizes, variance, confidence, power, and the population of each side if it is finite.
 * @returns The difference in the unit of the metric.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL`.
 * @remarks `(z₁₋α/₂ + z_power) √(v / n₁ + v / n₂)`: Cohen (1988), Statistical Power Analysis, 2nd edition, §2.
 * @example
 * ```ts
 * import { minimumDetectableDifference } from 'cx-scoring';
 *
 * minimumDetectableDifference({ statistic: 'net', sampleSizes: [30, 30], variance: 0.6 }); // ~> 56.0317
 * ```
 */
export function minimumDetectableDifference(options: MinimumDetectableDifferenceOptions): number {
  requireOptions('minimumDetectableDifference', options);
  const where = 'minimumDetectableDifference';
  const { power = 0.8, population } = options;
  if (!(typeof power === 'number' && power > 0 && power < 1)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "power"`, 'between 0 and 1', power);
  }
  if (!Array.isArray(options.sampleSizes) || options.sampleSizes.length !== 2) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "sampleSizes"`, 'a pair of numbers', options.sampleSizes);
  }
  const spread = resolveSpread(where, options);
  const variance = options.sampleSizes.reduce((sum, given) => {
    const size = requireSize(where, given);
    return sum + (spread / size) * finitePopulationFactor(size, resolvePopulation(where, population, size)) ** 2;
  }, 0);
  const critical = normalCriticalValue(resolveConfidence(where, options.confidence));
  return (critical + normalQuantile(power)) * Math.sqrt(variance);
}
