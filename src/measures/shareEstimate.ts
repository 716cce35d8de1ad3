import type { MetricDefinition } from '../core/definition.js';
import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { ScoreExclusion } from './input.js';
import { estimateScale } from './scaleEstimate.js';
import { exclusionsOf, type ScaleTally } from './scaleTally.js';
import { shareInterval, type ShareOptions } from './shareInterval.js';

/** Turns a tally into the share of answers from bin `first` on, 0..1. */
export function estimateShare<Id extends string>(
  where: string,
  definition: MetricDefinition<Id>,
  first: number,
  tally: ScaleTally,
  options: ShareOptions,
): AssembledResult<Id, ScoreExclusion> {
  const { sampleSize, effectiveSampleSize, mean, standardError } = estimateScale(tally, (bin) => (bin < first ? 0 : 1));
  return assembleResult(definition, exclusionsOf(tally.counts), {
    sampleSize,
    effectiveSampleSize,
    value: mean,
    // Without weights the binomial error, divisor n; with weights the linearised one.
    standardError: tally.weights ? standardError : Math.sqrt((mean * (1 - mean)) / sampleSize),
    degreesOfFreedom: tally.weights ? sampleSize - 1 : null,
    interval: shareInterval(where, mean, sampleSize, effectiveSampleSize, options),
  });
}
