import type { LocalizedText } from '../core/definition.js';
import type { BandMethod } from './bands.js';

/** Ids of the ready dimensions; they never change, and more may be added. */
export type SegmentDimensionId =
  | 'sector'
  | 'size'
  | 'company-age'
  | 'distributor'
  | 'zone'
  | 'country'
  | 'purchase-frequency'
  | 'average-amount'
  | 'seniority'
  | 'channel'
  | 'device'
  | 'product-category'
  | 'range-level'
  | 'journey-stage'
  | 'touchpoint'
  | 'team'
  | 'agent'
  | 'branch';

/** What a dimension speaks of. */
export type SegmentDimensionGroup = 'demographic' | 'behavioural' | 'channel' | 'product' | 'journey';

/** How a number may be cut into the bands of a dimension. */
export interface SuggestedBands {
  /** How the edges are found. */
  readonly method: BandMethod;
  /** Edges to begin with, where they are fixed: a band begins at each. */
  readonly edges: readonly number[] | null;
  /** Number of bands. */
  readonly bands: number;
  /** What the number counts. */
  readonly unit: LocalizedText;
  /** Who cuts like that; `null` for a convention of this library, to be replaced by one's own. */
  readonly source: string | null;
}

/** A dimension that business customers are usually cut by. */
export interface SegmentDimension {
  /** Id. */
  readonly id: SegmentDimensionId;
  /** Names for people. */
  readonly names: LocalizedText;
  /** What it speaks of. */
  readonly group: SegmentDimensionGroup;
  /**
   * The field of a record it is taken from, such as `'Account.sector'` or `'SurveyAnswer.branch'`; `segments` where it stands among the
   * record's further properties, under the id of the dimension.
   */
  readonly takenFrom: string;
  /** The function that makes it, where it must be computed; `null` where it is read as it stands. */
  readonly computedBy: 'bandBy' | 'channelOf' | 'deviceOf' | 'seniorityBy' | 'toOrderHistories' | null;
  /** How its numbers may be cut; `null` where its values are words. */
  readonly banding: SuggestedBands | null;
  /** What to mind. */
  readonly note: LocalizedText;
  /** Where it is asked for. */
  readonly source: string;
}
