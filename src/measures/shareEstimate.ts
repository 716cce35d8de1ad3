import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { ScoreExclusion } from './input.js';
import { estimateScale } from './scaleEstimate.js';
import { exclusionsOf, type ScaleTally } from './scaleTally.js';
import type { ScaleStatistic } from './scaleValue.js';
import { shareInterval, type ShareOptions } from './shareInterval.js';

/** Turns a tally into the share of answers that contribute 1, 0..1. */
export function estimateShare<Id extends string>(
  where: string,
  { definition, scale, valueAt }: ScaleStatistic<Id>,
  tally: ScaleTally,
  options: ShareOptions,
): AssembledResult<Id, ScoreExclusion> {
  const { sampleSize, effectiveSampleSize, mean, standardError } = estimateScale(tally, (bin) =>
    valueAt(bin + scale.minimum),
  );
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
