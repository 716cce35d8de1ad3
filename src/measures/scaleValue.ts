import type { MetricDefinition } from '../core/definition.js';
import type { Scale } from './scaleTally.js';

/** What a statistic over a scale is: what it means, its scale, and what an answer contributes. */
export interface ScaleStatistic<Id extends string = string> {
  /** What the number means. */
  readonly definition: MetricDefinition<Id>;
  /** The scale of the question. */
  readonly scale: Scale;
  /** What a score contributes: -1, 0 or 1 to a net score, 0 or 1 to a share, itself to a mean. Also defined between the points. */
  readonly valueAt: (score: number) => number;
}

/** Contribution to a net score: 1 from `positiveFrom` on, -1 up to `negativeTo`, 0 between. */
export function netValue(positiveFrom: number, negativeTo: number): (score: number) => number {
  return (score) => (score >= positiveFrom ? 1 : score <= negativeTo ? -1 : 0);
}

/** Contribution to a share: 1 from `from` on, else 0. */
export function shareValue(from: number): (score: number) => number {
  return (score) => (score >= from ? 1 : 0);
}

/** Contribution to a mean: the score itself. */
export function ownValue(score: number): number {
  return score;
}
