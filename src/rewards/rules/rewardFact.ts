import type { ParameterValue } from '../../core/definition.js';
import type { PeriodUnit } from '../../core/period.js';

/** Something happened, such as `'insight.submitted'`. */
export interface EventTrigger {
  /** `'event'`. */
  readonly kind: 'event';
  /** Name of the event. */
  readonly event: string;
}

/** A month, quarter or year came to its end. */
export interface PeriodCloseTrigger {
  /** `'period-close'`. */
  readonly kind: 'period-close';
  /** Length of the period. */
  readonly period: PeriodUnit;
}

/** A metric was computed. */
export interface MetricResultTrigger {
  /** `'metric-result'`. */
  readonly kind: 'metric-result';
  /** Id of the metric. */
  readonly metric: string;
}

/** What makes a rule look at a fact. */
export type RewardTrigger = EventTrigger | PeriodCloseTrigger | MetricResultTrigger;

/** Something that happened and that rules may reward: plain JSON, with its civil date already in the zone of the programme. */
export interface RewardFact {
  /** Id of the fact; two facts of one id are one. */
  readonly id: string;
  /** What kind of thing happened. */
  readonly trigger: RewardTrigger;
  /** Civil date it happened on, `YYYY-MM-DD`; of a period that closed, its last day. */
  readonly on: string;
  /** What the paths of rules read. */
  readonly data: Readonly<Record<string, ParameterValue>>;
}
