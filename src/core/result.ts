import type { MetricDefinition } from './definition.js';
import type { Estimate } from './estimate.js';
import type { Interval } from './interval.js';
import type { Warning } from './warning.js';

/**
 * What every metric returns: plain JSON data, never a lone number.
 *
 * `JSON.parse(JSON.stringify(result))` equals `result`; unknown is `null`, never 0 or NaN.
 */
export interface MetricResult<Id extends string = string, Reason extends string = string> extends Estimate {
  /** What the number means and under which parameters it was computed. */
  readonly definition: MetricDefinition<Id>;
  /** Standard error in the unit of the value, without finite-population correction; `null` when unknown. */
  readonly standardError: number | null;
  /** Degrees of freedom of the standard error; `null` when the interval rests on the normal or an exact distribution. */
  readonly degreesOfFreedom: number | null;
  /** Answers used. */
  readonly sampleSize: number;
  /** What these answers are worth once weights are counted (Kish); equal to `sampleSize` without weights. */
  readonly effectiveSampleSize: number;
  /** Accounts behind the answers, or `null` when the measure does not know accounts. */
  readonly accounts: number | null;
  /** Rows left out, by reason; every reason of the metric is there, with 0 when it did not occur. */
  readonly excluded: Readonly<Record<Reason, number>>;
  /** Problems of the data, as codes with typed fields. */
  readonly warnings: readonly Warning[];
}

/** A metric result whose interval, when there is one, is closed on both sides: all but durations with open cases. */
export interface IntervalResult<Id extends string = string, Reason extends string = string> extends MetricResult<
  Id,
  Reason
> {
  /** The interval, or `null` when there is no honest one. */
  readonly interval: Interval | null;
}

/** What changes only certainty; a measure takes defaults for it and `toResult` may override them. */
export interface ResultOptions {
  /**
   * Confidence level of the interval, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * Number of sampling units (contacts, or accounts when clustered) that exist, when it is known and the result is to describe
   * just them: the interval then narrows to zero width at a census. Leave it out when comparing periods or teams.
   */
  readonly population?: number | undefined;
  /** Accounts behind the answers, where the caller knows them: rules that count accounts use it. A clustered measure gives it. */
  readonly accounts?: number | undefined;
  /** Number of accounts that exist, for the same rules. */
  readonly accountPopulation?: number | undefined;
}
