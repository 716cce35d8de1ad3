import { isWhole } from '../../core/options.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import { findRecordFaults, isMissing, type RecordFault } from './recordFaults.js';

/** A product as one channel shows it in one language, with its required attributes counted. */
export interface CatalogueItem {
  /** Id of the product. */
  readonly productId: string;
  /** Channel that asks for the attributes. */
  readonly channel: string;
  /** Language of the attributes. */
  readonly locale: string;
  /** Attributes that the channel requires of the product. */
  readonly required?: number | null | undefined;
  /** How many of them are filled. */
  readonly filled?: number | null | undefined;
}

/**
 * What can be wrong with an item: `'missing-count'`; `'invalid-count'`, which is no whole number from 0; `'more-filled-than-required'`.
 * Such an item is left out. More codes may be added.
 */
export type CatalogueFault = 'missing-count' | 'invalid-count' | 'more-filled-than-required';

/** Tells what is wrong with an item: one rule for metric and check. */
export function catalogueFault(record: CatalogueItem): RecordFault<CatalogueFault> | null {
  const { required, filled } = Object(record) as CatalogueItem;
  if (isMissing(required)) return { code: 'missing-count', field: 'required' };
  if (!isWhole(required)) return { code: 'invalid-count', field: 'required' };
  if (isMissing(filled)) return { code: 'missing-count', field: 'filled' };
  if (!isWhole(filled)) return { code: 'invalid-count', field: 'filled' };
  return filled > required ? { code: 'more-filled-than-required', field: 'filled' } : null;
}

/**
 * Names the catalogue items whose counts cannot be.
 *
 * Use it once per export of the product data, before {@link computeCatalogueCompletion}.
 *
 * @param items - One row per product, channel and language.
 * @returns The findings in the order of the rows, with the product as id; none when all is well.
 * @example
 * ```ts
 * import { checkCatalogueItems } from 'cx-scoring';
 *
 * const items = [{ productId: 'p1', channel: 'web', locale: 'fr', required: 8, filled: 9 }];
 * const findings = checkCatalogueItems(items);
 * findings; // => [{ code: 'more-filled-than-required', index: 0, id: 'p1', field: 'filled', value: 9 }]
 * ```
 */
export function checkCatalogueItems(items: Iterable<CatalogueItem>): RecordFinding<CatalogueFault>[] {
  return findRecordFaults('checkCatalogueItems', items, catalogueFault, ({ productId }) => productId);
}
