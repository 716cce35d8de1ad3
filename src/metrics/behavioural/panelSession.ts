import type { FieldReportHead } from './fieldReportHead.js';

/** What a panel thought of an offer. */
export interface OfferTest {
  /** The offer. */
  readonly offer: string;
  /** Members who would take it. */
  readonly inFavour: number;
  /** Members who would not. */
  readonly against: number;
}

/** Votes of a panel for one item of the roadmap. */
export interface RoadmapVote {
  /** The item. */
  readonly item: string;
  /** Votes it got. */
  readonly votes: number;
}

/** A session of a panel of dealers, or of a committee of customers. */
export interface PanelSession extends FieldReportHead {
  /** Kind of the report. */
  readonly kind: 'panel';
  /** Ids of the members who were invited. */
  readonly invited: readonly string[];
  /** Ids of the members who took part. */
  readonly attended: readonly string[];
  /** Offers that were tested. */
  readonly offerTests?: readonly OfferTest[] | undefined;
  /** Votes on the roadmap. */
  readonly roadmapVotes?: readonly RoadmapVote[] | undefined;
  /** Remarks on the display of the goods. */
  readonly merchandisingFeedback?: readonly string[] | undefined;
  /** Training that is missing. */
  readonly missingTraining?: readonly string[] | undefined;
}
