import type { Comparison } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import type { Warning } from '../core/warning.js';
import type { MixMeasure } from './mixSide.js';
import type { MixEffect } from './mixVariance.js';

/** Options of {@link decomposeChange}. */
export interface DecomposeChangeOptions<Row, Tally, Result> {
  /** The measure that made the tallies. */
  readonly measure: MixMeasure<Row, Tally, Result>;
  /**
   * Confidence level of the intervals.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** What a segment contributes to a change. */
export interface SegmentChange<Key extends object> {
  /** Values of the dimensions. */
  readonly key: Key;
  /** On which sides it has answers. */
  readonly presence: 'both' | 'appeared' | 'vanished';
  /** Its share before and after, 0..1. */
  readonly shares: readonly [number, number];
  /** Its value before and after; `null` where it has no answer. */
  readonly values: readonly [number | null, number | null];
  /**
   * What the change of its share brought, against a segment of average value: a segment above the average that shrinks lowers the
   * total. A segment on one side only counts here alone.
   */
  readonly mix: MixEffect;
  /** What the change of its value brought. */
  readonly rate: MixEffect;
  /** Whether its value moved against the total. */
  readonly isAgainstTotal: boolean;
}

/** A change taken apart: after minus before. */
export interface ChangeDecomposition<Key extends object, Id extends string = string> {
  /** The definition both sides share. */
  readonly definition: MetricDefinition<Id>;
  /** Value before; `null` without data. */
  readonly before: number | null;
  /** Value after; `null` without data. */
  readonly after: number | null;
  /** The whole change, after minus before, with its evidence. */
  readonly total: Comparison<Id>;
  /** What the change of the mix brought: other segments answered. With `rate` it adds up to the whole change. */
  readonly mix: MixEffect;
  /** What the change of the values within segments brought: the segments answered otherwise. */
  readonly rate: MixEffect;
  /** The segments in order; their effects add up to `mix` and `rate`. */
  readonly segments: readonly SegmentChange<Key>[];
  /** Segments of which neither side has an answer that counts. */
  readonly withoutData: readonly Key[];
  /**
   * Simpson's reversal: every segment that is on both sides moved one way and the whole the other, in the values as they are, whatever
   * their errors. `null` when there is none.
   */
  readonly reversal: 'segments-rose-total-fell' | 'segments-fell-total-rose' | null;
  /** Problems of the data. */
  readonly warnings: readonly Warning[];
}
