import type { ResultOptions } from '../core/result.js';
import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { ScoreExclusion } from './input.js';
import { meanInterval } from './meanInterval.js';
import { estimateScale } from './scaleEstimate.js';
import { exclusionsOf, type ScaleTally } from './scaleTally.js';
import type { ScaleStatistic } from './scaleValue.js';

/** Turns a tally into the mean answer, on the scale itself. */
export function estimateMean<Id extends string>(
  where: string,
  { definition, scale, valueAt }: ScaleStatistic<Id>,
  tally: ScaleTally,
  options: ResultOptions,
): AssembledResult<Id, ScoreExclusion> {
  const { sampleSize, effectiveSampleSize, mean, standardError } = estimateScale(tally, (bin) =>
    valueAt(bin + scale.minimum),
  );
  return assembleResult(definition, exclusionsOf(tally.counts), {
    sampleSize,
    effectiveSampleSize,
    value: mean + 0,
    standardError,
    degreesOfFreedom: sampleSize - 1,
    interval: meanInterval(where, mean, standardError, sampleSize, definition.range, options),
  });
}
