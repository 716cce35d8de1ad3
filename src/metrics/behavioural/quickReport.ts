import type { FieldReportHead } from './fieldReportHead.js';

/** A report of half a minute from the application in the field. */
export interface QuickReport extends FieldReportHead {
  /** Kind of the report. */
  readonly kind: 'quick';
  /** What is wrong. */
  readonly incident: string;
  /** Reference of a photo: where it is kept, not the photo. */
  readonly photo?: string | null | undefined;
  /** Id of the point of sale. */
  readonly pointOfSale?: string | null | undefined;
}
