import type { Bounds, Interval } from '../core/interval.js';
import { requireOption, resolveConfidence, resolvePopulation } from '../core/options.js';
import type { ResultOptions } from '../core/result.js';
import { finitePopulationFactor } from '../statistics/finitePopulation.js';
import { waldInterval, wilsonInterval } from '../statistics/proportionInterval.js';

/** Interval methods of a share that are light enough to be known by name. */
export type ShareIntervalName = 'wilson' | 'wald';

/** An interval method that is imported and handed in, such as `clopperPearson()`. */
export interface ShareIntervalMethod {
  /** Name of the method, as it will stand in the result. */
  readonly method: string;
  /** Computes the limits for `successes` out of `trials`; both may be fractional when answers are weighted. */
  readonly limits: (successes: number, trials: number, confidence: number) => Bounds;
}

/** Options of a share that change its certainty, not its value. */
export interface ShareOptions extends ResultOptions {
  /**
   * How the interval is computed: by name, or by an imported method.
   * @defaultValue 'wilson'
   */
  readonly interval?: ShareIntervalName | ShareIntervalMethod | undefined;
}

/**
 * Computes the interval of a share, for a finite population when there is one. The correction replaces n by n(N-1)/(N-n),
 * the size of an infinite sample of equal precision; a census gives the share itself.
 */
export function shareInterval(
  where: string,
  share: number,
  sampleSize: number,
  effectiveSampleSize: number,
  options: ShareOptions,
): Interval | null {
  const { interval: chosen = 'wilson' } = options;
  const confidence = resolveConfidence(where, options.confidence);
  const population = resolvePopulation(where, options.population, sampleSize);
  // `null` and records of another shape come from callers without types.
  const isMethod = typeof (chosen as Partial<ShareIntervalMethod> | null)?.limits === 'function';
  const known = isMethod || chosen === 'wilson' || chosen === 'wald';
  requireOption(known, where, 'interval', 'a known name or method', chosen);
  const method = isMethod ? (chosen as ShareIntervalMethod).method : (chosen as ShareIntervalName);
  if (!sampleSize) return null;
  if (population === sampleSize) return { lower: share, upper: share, confidence, method };
  const trials = effectiveSampleSize / finitePopulationFactor(sampleSize, population) ** 2;
  const limits = isMethod ? (chosen as ShareIntervalMethod).limits : chosen === 'wald' ? waldInterval : wilsonInterval;
  const { lower, upper } = limits(share * trials, trials, confidence);
  // Without spread, a method that claims certainty is wrong.
  return lower < upper ? { lower: Math.max(0, lower) + 0, upper: Math.min(1, upper), confidence, method } : null;
}
