import type { Interval, OpenInterval } from './interval.js';

/** A value with its uncertainty: the least that anything downstream may ask of a number. Every metric result is one. */
export interface Estimate {
  /** The value, or `null` when it is unknown. */
  readonly value: number | null;
  /** Its interval, or `null` when there is no honest one. */
  readonly interval: Interval | OpenInterval | null;
}
