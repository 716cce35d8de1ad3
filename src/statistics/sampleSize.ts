import { normalCriticalValue } from './criticalValue.js';

/** How many units a plan needs. */
export interface SampleSize {
  /** Solution of the equation, which is seldom a whole number; not below 0. */
  readonly continuous: number;
  /** The solution rounded up, at least 1 and at most the population. */
  readonly required: number;
}

/**
 * Which interval a net score will be reported with: `'wald'`, or `'adjusted-wald'`, whose three pseudo-observations take the
 * place of up to three answers.
 */
export type NetSampleSizeMethod = 'wald' | 'adjusted-wald';

const NO_SIZE: SampleSize = { continuous: NaN, required: NaN };

/**
 * Sample size with which the confidence interval of a share has a wanted half-width.
 *
 * Use it to plan a satisfaction share. It is not the formula for a net score, although many tables use it so: see `netSampleSize`.
 *
 * @param proportion - Expected share, from 0 to 1; 0.5 is the worst case.
 * @param margin - Wanted half-width, above 0, in the unit of the share (0.05 for five points).
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param population - Number of units there are, at least 1; infinite unless given. Give it to describe exactly these units
 * today, not to compare periods.
 * @returns The size; NaN outside the domain.
 * @remarks Cochran (1977), Sampling Techniques, 3rd edition, equations 4.1 and 4.2.
 * @example
 * ```ts
 * import { proportionSampleSize } from 'cx-scoring/statistics';
 * proportionSampleSize(0.5, 0.05, 0.95).required; // => 385
 * proportionSampleSize(0.5, 0.05, 0.95, 1000).required; // => 278
 * ```
 */
export function proportionSampleSize(
  proportion: number,
  margin: number,
  confidence: number,
  population: number = Infinity,
): SampleSize {
  // Off 0 to 1 the variance is negative, and no size belongs to it.
  return sizeFor(infiniteSize(proportion * (1 - proportion), margin, confidence), population);
}

/**
 * Sample size with which the confidence interval of a mean has a wanted half-width.
 *
 * Use it to plan the mean of a rating or an effort score. It takes the standard deviation as known, so that below about 30 units
 * the t interval will be a little wider than planned.
 *
 * @param standardDeviation - Expected standard deviation of one answer, not negative.
 * @param margin - Wanted half-width, above 0, in the same unit.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param population - Number of units there are, at least 1; infinite unless given.
 * @returns The size; NaN outside the domain.
 * @remarks Cochran (1977), Sampling Techniques, 3rd edition, section 4.6.
 * @example
 * ```ts
 * import { meanSampleSize } from 'cx-scoring/statistics';
 * meanSampleSize(1.5, 0.25, 0.95).required; // => 139
 * ```
 */
export function meanSampleSize(
  standardDeviation: number,
  margin: number,
  confidence: number,
  population: number = Infinity,
): SampleSize {
  if (!(standardDeviation >= 0)) return NO_SIZE;
  return sizeFor(infiniteSize(standardDeviation * standardDeviation, margin, confidence), population);
}

/**
 * Sample size with which the confidence interval of a net share (positive minus negative) has a wanted half-width.
 *
 * Use it to plan a net promoter score, with the variance of the last wave (`netVariance`) or, with nothing known, the worst case 1.
 *
 * @param variance - Variance `p + d - (p - d)²` of one answer, from 0 to 1.
 * @param margin - Wanted half-width on -1..1, above 0: 0.05 for five points of a net promoter score.
 * @param confidence - Confidence level, strictly between 0 and 1.
 * @param population - Number of units there are, at least 1; infinite unless given.
 * @param method - `'wald'` unless given. `'adjusted-wald'` counts pseudo-observations of weight 3 (1 - n/N) as answers: three fewer
 * are needed in an infinite population, and none is spared at a census.
 * @returns The size; NaN outside the domain.
 * @remarks Variance and pseudo-observations: Rocks (2016), The American Statistician 70, 365-372,
 * https://doi.org/10.1080/00031305.2016.1158124. For n of N: `z² v (N - n) / ((N - 1) (n + w)) = margin²`, solved for n with
 * w = 0 or w = 3 (1 - n/N).
 * @example
 * ```ts
 * import { netSampleSize } from 'cx-scoring/statistics';
 * netSampleSize(1, 0.06, 0.95).required; // => 1068
 * netSampleSize(1, 0.06, 0.95, Infinity, 'adjusted-wald').required; // => 1065
 * netSampleSize(1, 0.06, 0.95, 180).required; // => 155
 * ```
 */
export function netSampleSize(
  variance: number,
  margin: number,
  confidence: number,
  population: number = Infinity,
  method: NetSampleSizeMethod = 'wald',
): SampleSize {
  if (!(variance >= 0 && variance <= 1)) return NO_SIZE;
  const size = infiniteSize(variance, margin, confidence);
  if (method === 'wald') return sizeFor(size, population);
  if (!(population >= 1)) return NO_SIZE;
  if (population === Infinity) return roundedUp(size - 3, population);
  const others = population - 1;
  return roundedUp((size * population - 3 * others) / (others - (3 * others) / population + size), population);
}

/**
 * Sample size from a finite population that is as precise as a given one from an infinite population.
 *
 * Use it to translate a rule of thumb such as 1,100 answers to the customers there really are.
 *
 * @param size - Sample size for an infinite population, not negative; it need not be whole.
 * @param population - Number of units there are, at least 1 or infinite.
 * @returns The size, not rounded; NaN outside the domain.
 * @remarks `n0 / (1 + (n0 - 1) / N)`: Cochran (1977), Sampling Techniques, 3rd edition, equation 4.2.
 * @example
 * ```ts
 * import { finitePopulationSampleSize } from 'cx-scoring/statistics';
 * finitePopulationSampleSize(1100, 180); // ~> 154.808
 * ```
 */
export function finitePopulationSampleSize(size: number, population: number): number {
  if (!(size >= 0 && population >= 1)) return NaN;
  // Not n0 / (1 + (n0 - 1) / N), which divides by zero for n0 = 0 and N = 1.
  return size === 0 ? 0 : Math.min(size / (1 + (size - 1) / population), population);
}

function infiniteSize(variance: number, margin: number, confidence: number): number {
  const ratio = margin > 0 ? normalCriticalValue(confidence) / margin : NaN;
  return ratio * ratio * variance;
}

function sizeFor(size: number, population: number): SampleSize {
  return roundedUp(finitePopulationSampleSize(size, population), population);
}

function roundedUp(size: number, population: number): SampleSize {
  // An infinite size comes from an infinite variance or a margin too small to square: no plan can be made of it.
  if (!Number.isFinite(size)) return NO_SIZE;
  const continuous = Math.max(size, 0);
  return { continuous, required: Math.min(Math.max(Math.ceil(continuous), 1), population) };
}
