import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readFlag } from './rowValue.js';

/** Options of the item availability. */
export interface ItemAvailabilityOptions<Row> extends ShareOptions {
  /** Whether the item was in stock, in the quantity asked for, when it was asked for. */
  readonly inStock: Field<Row, boolean | null | undefined>;
  /** Class of the item, in the company's own words. */
  readonly itemClass: Field<Row, string | null | undefined>;
  /**
   * Classes that count.
   * @defaultValue ['A']
   */
  readonly classes?: readonly string[] | undefined;
}

/** Reasons for which a request is left out of the item availability. */
export type ItemAvailabilityExclusion = 'missing' | 'otherClass' | 'invalid';

/** The share of requests found in stock, 0..1. */
export interface ItemAvailabilityResult extends IntervalResult<'item-availability', ItemAvailabilityExclusion> {
  /** Requests found in stock. */
  readonly inStock: number;
  /** Requests that were not. */
  readonly outOfStock: number;
}

const REASONS: readonly ItemAvailabilityExclusion[] = ['missing', 'otherClass', 'invalid'];

function measureItemAvailability<Row>(
  where: string,
  options: ItemAvailabilityOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ItemAvailabilityResult> {
  requireOptions(where, options);
  const { classes = ['A'] } = options;
  const areClasses =
    Array.isArray(classes) && classes.length > 0 && classes.every((own) => typeof own === 'string' && own !== '');
  requireOption(areClasses, where, 'classes', 'a list of classes', classes);
  const counted = [...new Set(classes)].sort();
  const readStock = fieldReader<Row, unknown>(options.inStock);
  const readClass = fieldReader<Row, unknown>(options.itemClass);
  return measureOutcomes({
    where,
    definition: shareDefinition(
      'item-availability',
      'higher-is-better',
      counted.join() === 'A' ? {} : { classes: counted },
    ),
    outcomes: { inStock: true, outOfStock: false },
    reasons: REASONS,
    classify: (row, index) => {
      const itemClass = readClass(row, index) ?? null;
      if (itemClass === null) return 'missing';
      if (typeof itemClass !== 'string') return 'invalid';
      if (!counted.includes(itemClass)) return 'otherClass';
      const flag = readFlag(readStock(row, index));
      return typeof flag === 'string' ? flag : flag ? 'inStock' : 'outOfStock';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeItemAvailability}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per branch, warehouse or month: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeItemAvailability}.
 * @returns A measure over rows.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, itemAvailabilityMeasure } from 'cx-scoring';
 *
 * const measure = itemAvailabilityMeasure<{ class: string; found: boolean }>({ inStock: 'found', itemClass: 'class' });
 * computeMeasure([{ class: 'A', found: true }], measure).value; // => 1
 * ```
 */
export function itemAvailabilityMeasure<Row>(
  options: ItemAvailabilityOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ItemAvailabilityResult> {
  return measureItemAvailability('itemAvailabilityMeasure', options);
}

/**
 * Computes the item availability: the share of requests for top items that were found in stock.
 *
 * Use it for the promise that A items are always there. Take requests, not only orders: what was not there was often not ordered.
 *
 * @param rows - One row for each request for an item: an order line, a quote line, a look-up at the counter.
 * @param options - Where `inStock` and `itemClass` are, the `classes` that count; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no top item was asked for.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks Requests without class or without answer are `missing`, anything but text and `true` or `false` is `invalid`.
 * @example
 * ```ts
 * import { computeItemAvailability } from 'cx-scoring';
 *
 * const requests = [
 *   { class: 'A', asked: 4, stock: 12 },
 *   { class: 'A', asked: 4, stock: 3 },
 *   { class: 'C', asked: 1, stock: 0 },
 * ];
 * const availability = computeItemAvailability(requests, { inStock: ({ asked, stock }) => stock >= asked, itemClass: 'class' });
 * availability.value; // => 0.5
 * availability.excluded.otherClass; // => 1
 * ```
 */
export function computeItemAvailability<Row>(
  rows: Iterable<Row>,
  options: ItemAvailabilityOptions<NoInfer<Row>>,
): ItemAvailabilityResult {
  return computeAs('computeItemAvailability', rows, measureItemAvailability<Row>('computeItemAvailability', options));
}
