import type { Comparison } from '../core/comparison.js';
import type { CompareOptions } from '../measures/compareResults.js';
import type { CompareAgainst } from './comparisonPlan.js';
import type { OmnibusTest } from './omnibus.js';
import type { SegmentComparison } from './segmentComparison.js';

/** How p-values are adjusted for their number: against any false alarm, against too large a share of them, or not at all. */
export type SegmentAdjustment = 'holm' | 'benjamini-hochberg' | 'none';

/** Options of {@link compareSegments}. */
export interface CompareSegmentsOptions<
  Key extends object,
  Dimension extends keyof Key & string,
> extends CompareOptions {
  /**
   * What each segment is compared with: the rest without it, each other segment, or one segment, by its key.
   * @defaultValue 'rest'
   */
  readonly against?: CompareAgainst<Pick<Key, Dimension>> | undefined;
  /**
   * Dimensions to roll up to first; the others are added up.
   * @defaultValue all dimensions of the tally
   */
  readonly dimensions?: readonly Dimension[] | undefined;
  /**
   * Dimensions within which segments are compared: the rest is the rest of the same. `country`, where it is cut, is always among them
   * unless `acrossCountries` says why not.
   * @defaultValue ['country'] where it is cut, else none
   */
  readonly within?: readonly Dimension[] | undefined;
  /** Why countries are compared with each other, which answer differently on the same scale: the reason stands in the result. */
  readonly acrossCountries?: string | undefined;
  /**
   * How p-values are adjusted for their number: `'holm'` for a stated family, `'benjamini-hochberg'` to scan many segments.
   * @defaultValue 'holm'
   */
  readonly adjustment?: SegmentAdjustment | undefined;
  /** The largest difference that does not matter, above 0, in the unit of the metric: equivalence is then tested, too. */
  readonly margin?: number | undefined;
}

/** Segments compared. */
export interface SegmentComparisons<Key extends object, Id extends string = string> {
  /** The definition that all segments share. */
  readonly definition: Comparison<Id>['definition'];
  /** Confidence level of the intervals; `1 - confidence` is the level of the verdicts. */
  readonly confidence: number;
  /** Dimensions within which segments are compared. */
  readonly within: readonly (keyof Key & string)[];
  /** Why countries are compared with each other; `null` when they are not, or none is cut. */
  readonly acrossCountries: string | null;
  /** How p-values are adjusted. */
  readonly adjustment: SegmentAdjustment;
  /** Comparisons with a p-value: the number that it is adjusted for. */
  readonly tested: number;
  /** For each group of segments that may be compared, one test of "all alike". Read it first. */
  readonly omnibus: readonly OmnibusTest<Key>[];
  /** The comparisons, in the order of the segments. */
  readonly comparisons: readonly SegmentComparison<Key, Id>[];
}
