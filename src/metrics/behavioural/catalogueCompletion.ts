import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from '../business/amountRatio.js';
import { catalogueFault, type CatalogueItem } from './catalogueItem.js';

/**
 * What is averaged: `'attribute'` gives each required attribute one voice, `'product'` each product (on its channel, in its language)
 * the share it has filled, and `'complete'` the share of products that are filled altogether.
 */
export type CatalogueBasis = 'attribute' | 'product' | 'complete';

/** Options of the completion of the catalogue. */
export interface CatalogueCompletionOptions extends ResultOptions {
  /**
   * What is averaged; part of the definition.
   * @defaultValue 'attribute'
   */
  readonly by?: CatalogueBasis | undefined;
}

/** Reasons for which an item is left out: a count is missing or impossible, or nothing is required. */
export type CatalogueExclusion = 'missing' | 'invalid' | 'nothingRequired';

/** How far the catalogue is filled, 0..1. */
export interface CatalogueCompletionResult extends IntervalResult<'catalogue-completion', CatalogueExclusion> {
  /** Required attributes that are filled. */
  readonly filled: number;
  /** Required attributes. */
  readonly required: number;
  /** Items of which every required attribute is filled. */
  readonly complete: number;
}

const BASES: readonly unknown[] = ['attribute', 'product', 'complete'];

function measureCompletion(
  where: string,
  options: CatalogueCompletionOptions,
): RatioMeasure<CatalogueItem, AmountTally, CatalogueCompletionResult> {
  requireOptions(where, options);
  const { by = 'attribute', confidence, population } = options;
  requireOption(BASES.includes(by), where, 'by', '"attribute", "product" or "complete"', by);
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'catalogue-completion',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: by === 'attribute' ? {} : { by },
      },
      reasons: ['missing', 'invalid', 'nothingRequired'],
      parts: 3,
      read: (item) => {
        const fault = catalogueFault(item);
        if (fault) return fault.code === 'missing-count' ? 'missing' : 'invalid';
        const [filled, required] = [item.filled as number, item.required as number];
        if (required === 0) return 'nothingRequired';
        const complete = Number(filled === required);
        const parts = [filled, required, complete];
        if (by === 'attribute') return { numerator: filled, denominator: required, parts };
        return { numerator: by === 'product' ? filled / required : complete, denominator: 1, parts };
      },
      options: { confidence, population },
    },
    ({ parts: [filled = 0, required = 0, complete = 0] }) => ({ filled, required, complete }),
  );
}

/**
 * Makes the measure behind {@link computeCatalogueCompletion}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per channel, language or product family: one tally for each, merged into the whole.
 *
 * @param options - What is averaged; confidence and population.
 * @returns A measure over catalogue items.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { catalogueCompletionMeasure, computeMeasure } from 'cx-scoring';
 *
 * const item = { productId: 'p1', channel: 'web', locale: 'fr', required: 8, filled: 6 };
 * computeMeasure([item], catalogueCompletionMeasure()).value; // => 0.75
 * ```
 */
export function catalogueCompletionMeasure(
  options: CatalogueCompletionOptions = {},
): RatioMeasure<CatalogueItem, AmountTally, CatalogueCompletionResult> {
  return measureCompletion('catalogueCompletionMeasure', options);
}

/**
 * Computes how far the catalogue is filled: required attributes that are filled over required attributes.
 *
 * Use it by attribute to plan the work, by product to compare families of unequal size, and by `'complete'` where a product with a gap
 * cannot be published.
 *
 * @param items - One row per product, channel and language.
 * @param options - What is averaged; confidence and population.
 * @returns The share, 0..1, with a t interval by linearisation; `value: null` without items that require something.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Items with impossible counts are left out as `invalid`; {@link checkCatalogueItems} names them. Languages of one product
 * resemble each other: {@link clusterBy} the product. Standard error: Woodruff (1971), doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computeCatalogueCompletion } from 'cx-scoring';
 *
 * const items = [
 *   { productId: 'p1', channel: 'web', locale: 'fr', required: 8, filled: 8 },
 *   { productId: 'p2', channel: 'web', locale: 'fr', required: 2, filled: 1 },
 * ];
 * computeCatalogueCompletion(items).value; // => 0.9
 * computeCatalogueCompletion(items, { by: 'product' }).value; // => 0.75
 * computeCatalogueCompletion(items, { by: 'complete' }).value; // => 0.5
 * ```
 */
export function computeCatalogueCompletion(
  items: Iterable<CatalogueItem>,
  options: CatalogueCompletionOptions = {},
): CatalogueCompletionResult {
  return computeAs('computeCatalogueCompletion', items, measureCompletion('computeCatalogueCompletion', options));
}
