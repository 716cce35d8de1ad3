import type { MetricDefinition } from '../core/definition.js';
import type { Interval } from '../core/interval.js';
import type { IntervalResult } from '../core/result.js';
import type { Warning } from '../core/warning.js';

/** Below this many answers a value is a direction to look in. */
const SMALL_SAMPLE = 30;

/** A result under construction: its list of warnings may grow until it leaves the library. */
export interface AssembledResult<Id extends string, Reason extends string> extends IntervalResult<Id, Reason> {
  /** Problems of the data. */
  readonly warnings: Warning[];
}

/** The numbers a statistic computes; they may be NaN where there are too few answers. */
export interface Figures {
  /** Answers used. */
  readonly sampleSize: number;
  /** What they are worth (Kish). */
  readonly effectiveSampleSize: number;
  /** The value; of no meaning without answers. */
  readonly value: number;
  /** Its standard error; of no meaning below two answers. */
  readonly standardError: number;
  /** Degrees of freedom of the standard error. */
  readonly degreesOfFreedom: number | null;
  /** The interval, or `null` when there is no honest one. */
  readonly interval: Interval | null;
}

/** Puts together what all results share, and says what is missing. */
export function assembleResult<Id extends string, Reason extends string>(
  definition: MetricDefinition<Id>,
  excluded: Readonly<Record<Reason | 'offScale', number>>,
  { sampleSize, effectiveSampleSize, value, standardError, degreesOfFreedom, interval }: Figures,
): AssembledResult<Id, Reason | 'offScale'> {
  const warnings: Warning[] = [];
  const several = sampleSize > 1;
  // An interval without width means that everybody answered: then the score is what it is.
  const sampled = !interval || interval.lower < interval.upper;
  if (!sampleSize) warnings.push({ code: 'no-data' });
  else if (sampleSize < SMALL_SAMPLE && sampled)
    warnings.push({ code: 'small-sample', observed: sampleSize, recommended: SMALL_SAMPLE });
  if (sampleSize && !interval)
    warnings.push({ code: 'no-interval', reason: several ? 'no-variation' : 'single-answer' });
  if (effectiveSampleSize < sampleSize / 2) warnings.push({ code: 'unequal-weights', sampleSize, effectiveSampleSize });
  if (excluded.offScale) warnings.push({ code: 'off-scale-excluded', count: excluded.offScale });
  return {
    definition,
    value: sampleSize ? value : null,
    standardError: several ? standardError : null,
    degreesOfFreedom: several ? degreesOfFreedom : null,
    interval,
    sampleSize,
    effectiveSampleSize,
    accounts: null,
    excluded,
    warnings,
  };
}
