import type { FieldReportHead } from './fieldReportHead.js';

/** Why partners call the hotline: `'availability'` of goods, `'returns'`, `'data-sheets'`, or something `'other'`. */
export type HotlineReason = (typeof HOTLINE_REASONS)[number];

/** The reasons of a {@link HotlineContact}. */
export const HOTLINE_REASONS = ['availability', 'returns', 'data-sheets', 'other'] as const;

/** A call or message to the hotline of the network. */
export interface HotlineContact extends FieldReportHead {
  /** Kind of the report. */
  readonly kind: 'hotline';
  /** Why the partner called. */
  readonly reason: HotlineReason;
  /** Item it was about. */
  readonly itemId?: string | undefined;
}
