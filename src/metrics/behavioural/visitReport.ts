import type { FieldReportHead } from './fieldReportHead.js';

/** The report of a visit to a customer or dealer, as a short form in the CRM asks for it. */
export interface VisitReport extends FieldReportHead {
  /** Kind of the report. */
  readonly kind: 'visit';
  /** What the customer expects. */
  readonly expectations?: readonly string[] | undefined;
  /** Objections that were raised. */
  readonly objections?: readonly string[] | undefined;
  /** What in the logistics stands in the way. */
  readonly logisticsBrakes?: readonly string[] | undefined;
  /** Requests about prices. */
  readonly priceRequests?: readonly string[] | undefined;
  /** Competitors that were seen on the spot. */
  readonly competitorsSeen?: readonly string[] | undefined;
}
