import type { LocalizedText } from '../../core/definition.js';

/** A value that a source holds out as a goal or a yardstick. It is an example: no metric takes it for a default. */
export interface MetricExampleTarget {
  /** The value, in the unit of the metric: a share is 0..1, not a percentage. */
  readonly value: number;
  /** What the source calls it. */
  readonly label: LocalizedText;
  /** Who says so. */
  readonly source: string;
  /** When or for whom it holds; `null` when the source does not say. */
  readonly note: LocalizedText | null;
}
