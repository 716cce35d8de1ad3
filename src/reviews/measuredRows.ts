import type { Comparison } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import type { Field } from '../core/field.js';
import type { MetricResult } from '../core/result.js';
import type { SegmentKey } from '../core/segment.js';
import type { Id } from '../measures/keyedTally.js';
import type { Measure } from '../measures/measure.js';
import type { SegmentComparisons } from '../segmentation/comparedSegments.js';
import type { Dimensions, DimensionValue } from '../segmentation/dimensions.js';

/** A text that may be missing. */
export type RowText = string | null | undefined;

/** From a day on, numbers mean something else: a new question, a new channel, another way of counting. */
export interface DefinitionBreak {
  /** First civil date of the new meaning. */
  readonly on: string;
  /** What changed, in words. */
  readonly reason: string;
}

/** What is computed from rows, and how they are placed. */
export interface MeasuredRowsOptions<Row, Tally, Result> {
  /** Any measure of this library or of your own. */
  readonly measure: Measure<Row, Tally, Result>;
  /** Civil date or instant of a row; needed for anything that is about a period. */
  readonly at?: Field<Row, RowText> | undefined;
  /** Account of a row: with it, errors know that answers of one account resemble each other, and which accounts are on both sides. */
  readonly account?: Field<Row, Id> | undefined;
  /** Dimensions by which segments are compared, each on its own. */
  readonly dimensions?: Dimensions<Row> | undefined;
  /** Fields that scorecards may be cut by, such as `{ agent: 'agent', branch: 'branch' }`. */
  readonly scopes?: { readonly [scope: string]: Field<Row, DimensionValue> } | undefined;
  /** Days on which numbers changed their meaning; periods before and after are never compared. */
  readonly breaks?: readonly DefinitionBreak[] | undefined;
}

/** Which rows are wanted. */
export interface RowSelection {
  /** First day; all unless given. */
  readonly from?: string | undefined;
  /** Last day, itself included; all unless given. */
  readonly through?: string | undefined;
  /** Values that scope fields must have. */
  readonly scope?: Readonly<Record<string, string>> | undefined;
}

/** Rows with the measure that reads them, so that metrics of different rows stand in one list. Made by {@link toMeasuredRows}. */
export interface MeasuredRows {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** Whether rows have dates. */
  readonly isDated: boolean;
  /** Whether errors know the accounts. */
  readonly isClustered: boolean;
  /** Rows whose date cannot be read; they are in no period. */
  readonly undated: number;
  /** Names of the dimensions by which segments are compared, in code-unit order. */
  readonly dimensions: readonly string[];
  /** Names of the scope fields, in code-unit order. */
  readonly scopes: readonly string[];
  /** Days on which numbers changed their meaning, in order. */
  readonly breaks: readonly DefinitionBreak[];
  /** Computes the metric over a selection. */
  readonly resultOf: (selection: RowSelection, confidence: number) => MetricResult;
  /** Compares two selections, first minus second. */
  readonly compare: (a: RowSelection, b: RowSelection, confidence: number) => Comparison;
  /** Compares the segments of a selection with the rest of it, by one dimension, without adjustment. */
  readonly compareSegments: (
    selection: RowSelection,
    dimension: string,
    confidence: number,
  ) => SegmentComparisons<SegmentKey>;
}
