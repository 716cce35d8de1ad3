import type { Interval, OpenInterval } from '../../core/interval.js';
import type { MetricStatus } from '../../core/target.js';

/** The result of a metric as rules read it: for one scope and one period, with its status against the target that held. */
export interface MetricFact {
  /** Id of the metric, such as `'otif'`. */
  readonly metric: string;
  /** Whose metric it is: the id of a network, a branch, a person. */
  readonly scope: string;
  /** Key of the period it was computed over: `'2026-Q3'`, `'2026-07'`. */
  readonly period: string;
  /** The value; `null` when unknown. */
  readonly value: number | null;
  /** Its interval; `null` when there is none. */
  readonly interval: Interval | OpenInterval | null;
  /** What the value rests on. */
  readonly sampleSize: number;
  /** Status against the target, by value and by the unfavourable end of the interval. */
  readonly status: {
    /** By the value. */
    readonly point: MetricStatus;
    /** By the unfavourable end of the interval. */
    readonly bound: MetricStatus;
  };
}
