import type { IntervalResult } from '../core/result.js';
import type { MixShare } from './mixShares.js';
import type { MixMeasure } from './mixSide.js';

/** Options of {@link standardizeMix}. */
export interface StandardizeMixOptions<Row, Tally, Result> {
  /** The measure that made the tallies. */
  readonly measure: MixMeasure<Row, Tally, Result>;
  /**
   * Confidence level of the interval.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * When a segment of the target has no answer: `'unknown'` gives no value; `'renormalize'` gives that of the other segments, under a
   * target of which the definition shows that the segment is missing.
   * @defaultValue 'unknown'
   */
  readonly withoutData?: 'unknown' | 'renormalize' | undefined;
}

/** A segment of a standardised result. */
export interface StandardizedSegment<Key extends object> extends MixShare<Key> {
  /** Its share of the mix that the sample has of itself. */
  readonly ownShare: number;
  /** Its value; `null` without data. */
  readonly value: number | null;
}

/** A value as it would be if the sample had the target mix. */
export interface StandardizedResult<Key extends object, Id extends string = string> extends IntervalResult<Id> {
  /** The value under the mix the sample has of itself; `null` without data. */
  readonly crude: number | null;
  /** The segments of the target with their share, in order. */
  readonly segments: readonly StandardizedSegment<Key>[];
  /** Segments of the target without an answer. */
  readonly withoutData: readonly Key[];
  /** Segments of the sample that the target leaves out: their answers do not count. */
  readonly outsideTarget: readonly Key[];
}
