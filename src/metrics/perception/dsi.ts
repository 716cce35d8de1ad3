import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import type { ParameterValue } from '../../core/definition.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  defineComposite,
  type CompositeItem,
  type CompositeResult,
  type CompositeTally,
} from '../../measures/defineComposite.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { toCompositeItem, type SatisfactionIndexOptions, type SatisfactionItem } from './satisfactionIndex.js';

/** One dimension of a dealer satisfaction index: delivery, margin, relationship, programme … */
export interface DsiDimension<Row> {
  /** Name of the dimension. */
  readonly id: string;
  /** Weight of the dimension, above 0; weights need not add up to 1. */
  readonly weight: number;
  /** Its questions, at least one; their weights count within the dimension. */
  readonly items: readonly SatisfactionItem<Row>[];
}

/** Options of the dealer satisfaction index. */
export interface DsiOptions<Row> extends Omit<SatisfactionIndexOptions<Row>, 'items'> {
  /** The dimensions, at least one. There is no standard set: declare yours, and it becomes part of the definition. */
  readonly dimensions: readonly DsiDimension<Row>[];
}

/** One dimension in the result. */
export interface DsiDimensionResult {
  /** Name of the dimension. */
  readonly id: string;
  /** Its share of the weights, 0..1. */
  readonly weight: number;
  /** Its value on 0..100: the weighted mean of its items, or `null` when one of them has no answer. */
  readonly value: number | null;
}

/** A dealer satisfaction index, 0..100, with its dimensions and items. */
export interface DsiResult extends CompositeResult<'dealer-satisfaction-index'> {
  /** The dimensions, in the order declared. */
  readonly dimensions: readonly DsiDimensionResult[];
}

/** Spreads the weight of each dimension over its items, which are named `dimension.item`. */
function flatten<Row>(dimensions: readonly DsiDimension<Row>[]): CompositeItem<Row>[] {
  if (!Array.isArray(dimensions) || dimensions.length === 0) {
    throw cxError('CX_INVALID_DEFINITION', 'dsiMeasure: "dimensions"', 'a list of at least one dimension', dimensions);
  }
  const ids = new Set<string>();
  return (dimensions as readonly DsiDimension<Row>[]).flatMap((dimension) => {
    if (typeof dimension.id !== 'string' || ids.has(dimension.id)) {
      const rule = 'a name that no other dimension has';
      throw cxError('CX_INVALID_DEFINITION', 'dsiMeasure: dimension "id"', rule, dimension.id);
    }
    ids.add(dimension.id);
    const items = Array.isArray(dimension.items)
      ? dimension.items.map((item: SatisfactionItem<Row>) => toCompositeItem(item))
      : [];
    if (items.length === 0 || !(Number.isFinite(dimension.weight) && dimension.weight > 0)) {
      const rule = 'declared with a weight above 0 and at least one item';
      throw cxError('CX_INVALID_DEFINITION', `dsiMeasure: dimension "${dimension.id}"`, rule, dimension.weight);
    }
    for (const { id, weight } of items) {
      // Here, because two negative weights would make positive shares.
      if (!(Number.isFinite(weight) && weight > 0)) {
        const where = `dsiMeasure: weight of item "${dimension.id}.${id}"`;
        throw cxError('CX_INVALID_DEFINITION', where, 'a finite number above 0', weight);
      }
    }
    const total = items.reduce((sum, { weight }) => sum + weight, 0);
    return items.map((item) => ({
      ...item,
      id: `${dimension.id}.${item.id}`,
      weight: (dimension.weight * item.weight) / total,
    }));
  });
}

/**
 * Makes the measure behind {@link computeDsi}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - Dimensions, items, weights, and how many items a dealer must have answered.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory dimensions or items.
 * @remarks See {@link computeDsi}.
 * @example
 * ```ts
 * import { computeMeasure, dsiMeasure } from 'cx-scoring';
 *
 * const measure = dsiMeasure<{ speed: number }>({
 *   dimensions: [{ id: 'delivery', weight: 1, items: [{ id: 'speed', score: 'speed', maximum: 5 }] }],
 * });
 * computeMeasure([{ speed: 5 }, { speed: 3 }], measure).value; // => 75
 * ```
 */
export function dsiMeasure<Row>(options: DsiOptions<Row>): RatioMeasure<Row, CompositeTally, DsiResult> {
  requireOptions('dsiMeasure', options);
  const { dimensions, ...rest } = options;
  const items = flatten(dimensions);
  const weights = dimensions.map(({ id, weight }): Record<string, ParameterValue> => ({ id, weight }));
  const declaration = { ...rest, id: 'dealer-satisfaction-index', items, parameters: { dimensions: weights } } as const;
  const measure = defineComposite<Row, 'dealer-satisfaction-index'>(declaration);
  return {
    ...measure,
    toResult: (tally, override) => {
      const result = measure.toResult(tally, override);
      const summarise = ({ id, items: own }: DsiDimension<Row>): DsiDimensionResult => {
        const found = result.items.filter((item) => own.some((one) => item.id === `${id}.${one.id}`));
        const weight = found.reduce((sum, item) => sum + item.weight, 0);
        const known = found.every((item) => item.value !== null);
        const value = known ? found.reduce((sum, item) => sum + (item.value ?? 0) * item.weight, 0) / weight : null;
        return { id, weight, value };
      };
      return { ...result, dimensions: dimensions.map(summarise) };
    },
  };
}

/**
 * Computes a dealer satisfaction index (DSI), 0..100: weighted dimensions, each of several questions, per dealer and then averaged.
 *
 * Use it for dealers, distributors and installers. No standard formula exists: published indices differ in questions, weights and
 * scale, so the index is a declared composite whose dimensions, items and weights stand in the definition and in the result.
 *
 * @param rows - One row per dealer.
 * @param options - Dimensions, items, weights, and how many items a dealer must have answered (all, unless `minimumItems` says less;
 * the weights of the missing items are then spread over the others).
 * @returns The index with interval, dimensions, items, exclusions and warnings; `value: null` without dealers.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory dimensions or items, `CX_OFF_SCALE` for an answer
 * off its scale.
 * @remarks The number of dealers is usually small and known: give it as `population`. Interval: Student's t over dealers, clipped to 0..100.
 * Rescaling as in Fornell et al. (1996), doi:10.1177/002224299606000403.
 * @example
 * ```ts
 * import { computeDsi } from 'cx-scoring';
 *
 * const dealers = [{ speed: 5, stock: 4, margin: 8 }, { speed: 3, stock: 2, margin: 6 }];
 * const dsi = computeDsi(dealers, {
 *   dimensions: [
 *     { id: 'delivery', weight: 60, items: [{ id: 'speed', score: 'speed', maximum: 5 }, { id: 'stock', score: 'stock', maximum: 5 }] },
 *     { id: 'business', weight: 40, items: [{ id: 'margin', score: 'margin' }] },
 *   ],
 * });
 * dsi.value; // ~> 64.1667
 * dsi.dimensions.map(({ id, value }) => [id, Math.round(value ?? 0)]); // => [['delivery', 63], ['business', 67]]
 * ```
 */
export function computeDsi<Row>(rows: Iterable<Row>, options: DsiOptions<NoInfer<Row>>): DsiResult {
  return computeAs('computeDsi', rows, dsiMeasure<Row>(options));
}
