import type { MetricDefinition } from './definition.js';
import type { Interval } from './interval.js';
import type { Warning } from './warning.js';

/** What the evidence says of the first against the second: `'no-evidence'` is not "equal", see `minimumDetectableDifference`. */
export type Verdict = 'higher' | 'lower' | 'no-evidence' | 'unknown';

/** The difference between two results of one definition, with its uncertainty. */
export interface Comparison<Id extends string = string> {
  /** The definition both sides share. */
  readonly definition: MetricDefinition<Id>;
  /** First minus second, raw and signed, in the unit of the metric; `null` when a side has no value. */
  readonly difference: number | null;
  /** Standard error of the difference; `null` when unknown. */
  readonly standardError: number | null;
  /** Degrees of freedom of the test; `null` for a normal test. */
  readonly degreesOfFreedom: number | null;
  /** Interval of the difference; `null` when unknown. */
  readonly interval: Interval | null;
  /** Two-sided p-value of "no difference"; `null` when unknown. */
  readonly pValue: number | null;
  /**
   * The smallest true difference that samples of this size and spread would show with 80 % power at the chosen confidence.
   * Read it beside every `'no-evidence'`: a smaller change could not have been seen. `null` when unknown.
   */
  readonly minimumDetectableDifference: number | null;
  /** What the evidence says of the first against the second, in terms of the number, not of good and bad. */
  readonly verdict: Verdict;
  /** Answers on each side, or pairs on both for a paired comparison. */
  readonly sampleSizes: readonly [number, number];
  /** Problems of the data. */
  readonly warnings: readonly Warning[];
}
