import type { MetricDefinition } from '../core/definition.js';
import type { Interval } from '../core/interval.js';
import { resolveConfidence, resolvePopulation } from '../core/options.js';
import type { ResultOptions } from '../core/result.js';
import { finitePopulationFactor } from '../statistics/finitePopulation.js';
import { studentTQuantile } from '../statistics/studentT.js';

/**
 * Computes the t interval of a mean, clipped to the range of its metric; `null` when there is no spread to learn from,
 * unless the whole population answered.
 */
export function meanInterval(
  where: string,
  mean: number,
  standardError: number,
  sampleSize: number,
  range: MetricDefinition['range'],
  options: ResultOptions,
): Interval | null {
  const confidence = resolveConfidence(where, options.confidence);
  const population = resolvePopulation(where, options.population, sampleSize);
  if (sampleSize === 0) return null;
  if (population === sampleSize) return { lower: mean, upper: mean, confidence, method: 't' };
  const factor = finitePopulationFactor(sampleSize, population);
  const halfWidth = studentTQuantile((1 + confidence) / 2, sampleSize - 1) * standardError * factor;
  // A spread of the size of rounding errors is none: 0.1 + 0.2 and 0.3 are one value.
  if (!(halfWidth > 1e-13 * Math.abs(mean) && halfWidth < Infinity)) return null;
  return {
    lower: Math.max(range?.minimum ?? -Infinity, mean - halfWidth) + 0,
    upper: Math.min(range?.maximum ?? Infinity, mean + halfWidth) + 0,
    confidence,
    method: 't',
  };
}
