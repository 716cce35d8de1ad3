import type { MetricDefinition } from '../core/definition.js';
import type { MetricResult } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import type { DurationQuantile } from './durationQuantiles.js';
import { durationCount, type DurationExclusion, type DurationTally } from './durationTally.js';

/** Below this many cases a quantile is a direction to look in. */
const SMALL_SAMPLE = 30;

/** A quantile of durations, with others beside it. */
export interface DurationResult<Id extends string> extends MetricResult<Id, DurationExclusion> {
  /** Cases that were closed. */
  readonly closed: number;
  /** Cases that were still open. */
  readonly open: number;
  /** The quantiles asked for and that of the value, ascending. */
  readonly quantiles: readonly DurationQuantile[];
}

/** The last step: the quantiles with what the tally knows beside them. */
export function finishDuration<Id extends string>(
  definition: MetricDefinition<Id>,
  headline: number,
  tally: DurationTally,
  quantiles: readonly DurationQuantile[],
): DurationResult<Id> {
  const [closed, open] = [durationCount(tally.closed), durationCount(tally.open)];
  const [missing = 0, offScale = 0, missingOpen = 0] = tally.excluded;
  const sampleSize = closed + open;
  const own = quantiles.find(({ quantile }) => quantile === headline);
  const { value = null, interval = null } = own ?? {};
  const warnings: Warning[] = [];
  if (sampleSize === 0) warnings.push({ code: 'no-data' });
  else {
    if (sampleSize < SMALL_SAMPLE)
      warnings.push({ code: 'small-sample', observed: sampleSize, recommended: SMALL_SAMPLE });
    for (const { quantile, value: reached } of quantiles)
      if (reached === null) warnings.push({ code: 'quantile-not-reached', quantile, open });
    if (value !== null && interval === null)
      warnings.push({ code: 'no-interval', reason: sampleSize > 1 ? 'unbounded' : 'single-answer' });
  }
  if (offScale) warnings.push({ code: 'off-scale-excluded', count: offScale });
  return {
    definition,
    value,
    standardError: null,
    degreesOfFreedom: null,
    interval,
    sampleSize,
    effectiveSampleSize: sampleSize,
    accounts: null,
    excluded: { missing, offScale, missingOpen },
    warnings,
    closed,
    open,
    quantiles,
  };
}
