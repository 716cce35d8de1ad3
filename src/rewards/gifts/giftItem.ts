import type { LocalizedText } from '../../core/definition.js';
import type { Money } from '../../core/records.js';

/**
 * Whether a gift can be had: `'in-stock'`, `'low-stock'`, `'out-of-stock'` for the time being, or `'withdrawn'` for good.
 * More states may be added.
 */
export type GiftStock = 'in-stock' | 'low-stock' | 'out-of-stock' | 'withdrawn';

/** A gift of a catalogue: plain JSON. */
export interface GiftItem {
  /** Id of the item, its SKU: unique over all catalogues that are compiled together. */
  readonly id: string;
  /** Id of the catalogue, which the grants of rules name. */
  readonly catalogue: string;
  /** Names for people. */
  readonly names: LocalizedText;
  /** Category, in the catalogue's own words: `'gourmet'`, `'high-tech'`. */
  readonly category: string;
  /** What it costs the budget, delivered: whole minor units from 0 and their currency. */
  readonly price: Money;
  /** Whether it can be had. */
  readonly stock: GiftStock;
  /** Countries it is delivered to, as ISO 3166-1 codes of two letters; left out, everywhere. An empty list is nowhere. */
  readonly countries?: readonly string[] | undefined;
  /** First civil date on which it can be chosen; left out, always. */
  readonly validFrom?: string | undefined;
  /** Last civil date on which it can be chosen; left out, always. */
  readonly validThrough?: string | undefined;
  /** What it is, for choosing and for leaving out: `'alcohol'`, `'made-in-france'`. */
  readonly tags?: readonly string[] | undefined;
  /** Age from which it may be given, in years, such as 18 for wine; left out, any. */
  readonly minimumAge?: number | undefined;
}
