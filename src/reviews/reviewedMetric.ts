import type { Comparison, Verdict } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import type { MetricResult } from '../core/result.js';
import type { SegmentKey } from '../core/segment.js';
import type { OmnibusTest } from '../segmentation/omnibus.js';
import type { DefinitionBreak } from './measuredRows.js';
import type { ReviewPeriod } from './reviewPeriod.js';

/** A comparison of a family, with what is left of it once the others are counted. */
export interface AdjustedComparison {
  /** The comparison on its own. */
  readonly comparison: Comparison;
  /** The p-value, adjusted by Holm for all comparisons of the family; `null` when there is none. */
  readonly adjustedPValue: number | null;
  /**
   * The smallest true difference that would be shown with 80 % power whatever the others show. Read it beside every `'no-evidence'`: a
   * smaller change could not have been seen. `null` when unknown.
   */
  readonly minimumDetectableDifference: number | null;
  /** What the evidence says after adjustment: only `'higher'` and `'lower'` are real. */
  readonly verdict: Verdict;
}

/** A metric against its own past: the period of the review minus an earlier one. */
export interface PeriodChange extends AdjustedComparison {
  /** Which earlier period. */
  readonly against: 'previous' | 'year-before';
  /** The earlier period. */
  readonly period: ReviewPeriod;
  /** The metric in that period. */
  readonly result: MetricResult;
  /** The latest change of meaning in between, for which the two are not compared; `null` when there is none. */
  readonly break: DefinitionBreak | null;
}

/** A segment of the period against the rest of it. */
export interface SegmentPeriodChange extends AdjustedComparison {
  /** Dimension that is cut. */
  readonly dimension: string;
  /** The segment. */
  readonly key: SegmentKey;
  /** The values of the segment and of the rest; `null` where unknown. */
  readonly values: readonly [number | null, number | null];
}

/** One test of "all segments alike" for a dimension. */
export interface DimensionTest {
  /** Dimension that is cut. */
  readonly dimension: string;
  /** The tests, one for each group of segments that may be compared. Their p-values are not adjusted. */
  readonly tests: readonly OmnibusTest<SegmentKey>[];
}

/** A metric in a period, against its past, and by segment. */
export interface ReviewedMetric {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** First day that counts: that of the period, or of the latest change of meaning within it. */
  readonly from: string;
  /** The metric in the period. */
  readonly result: MetricResult;
  /** Whether errors know the accounts, those on both sides of a comparison among them. */
  readonly isClustered: boolean;
  /** Rows whose date could not be read, in all periods. */
  readonly undated: number;
  /** Against the period before, then against the same one a year ago. */
  readonly changes: readonly PeriodChange[];
  /** Whether segments differ at all, by dimension. */
  readonly dimensions: readonly DimensionTest[];
  /** Segments against the rest, by dimension in code-unit order. */
  readonly segments: readonly SegmentPeriodChange[];
}

/** How many comparisons were made at once. */
export interface ComparisonFamily {
  /** How p-values are adjusted for their number. */
  readonly adjustment: 'holm';
  /** Comparisons with a p-value, over all metrics: the number that is adjusted for. */
  readonly tested: number;
  /** Comparisons that show a difference after adjustment. */
  readonly shown: number;
  /** Comparisons that could not be made. */
  readonly unknown: number;
}

/** What a review looks at and how sure it is. */
export interface ReviewedPeriods {
  /** Day of the review. */
  readonly asOf: string;
  /** The last period that was over by then. */
  readonly period: ReviewPeriod;
  /** The period before. */
  readonly previous: ReviewPeriod;
  /** The same period a year ago. */
  readonly yearBefore: ReviewPeriod;
  /** Confidence level; `1 - confidence` bounds the chance that a family without any true difference shows one. */
  readonly confidence: number;
  /** The family of comparisons with the past. */
  readonly periodFamily: ComparisonFamily;
  /** The family of comparisons of segments. */
  readonly segmentFamily: ComparisonFamily;
}
