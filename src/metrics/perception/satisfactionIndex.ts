import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import type { ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  defineComposite,
  type CompositeItem,
  type CompositeResult,
  type CompositeTally,
} from '../../measures/defineComposite.js';
import type { OffScalePolicy } from '../../measures/input.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';

/** One question of a satisfaction index; a scale of 1 to 10 and weight 1 unless declared otherwise. */
export interface SatisfactionItem<Row> {
  /** Name of the item: `'satisfaction'`, `'expectations'`, `'ideal'`. */
  readonly id: string;
  /** Where the answer is. */
  readonly score: Field<Row, Score>;
  /**
   * Weight of the item, above 0; weights need not add up to 1.
   * @defaultValue 1
   */
  readonly weight?: number | undefined;
  /**
   * Lowest point of the item's scale.
   * @defaultValue 1
   */
  readonly minimum?: number | undefined;
  /**
   * Highest point of the item's scale.
   * @defaultValue 10
   */
  readonly maximum?: number | undefined;
}

/** Options of the satisfaction index. */
export interface SatisfactionIndexOptions<Row> extends ResultOptions {
  /** The questions, at least one. */
  readonly items: readonly SatisfactionItem<Row>[];
  /**
   * How many questions a respondent must have answered to count; the weights of the others are renormalised.
   * @defaultValue all of them
   */
  readonly minimumItems?: number | undefined;
  /** Weight of a respondent, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
  /**
   * What to do with an answer off its scale: throw, or treat it as missing.
   * @defaultValue 'throw'
   */
  readonly offScale?: OffScalePolicy | undefined;
}

/** A satisfaction index, 0..100, with its items. */
export type SatisfactionIndexResult = CompositeResult<'satisfaction-index'>;

/** Fills in what an item leaves out. */
export function toCompositeItem<Row>(item: SatisfactionItem<Row>): CompositeItem<Row> {
  const { id, score, weight = 1, minimum = 1, maximum = 10 } = item;
  return { id, score, weight, minimum, maximum };
}

/**
 * Makes the measure behind {@link computeSatisfactionIndex}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where answers come in pieces, or per segment.
 *
 * @param options - Items, their scales and weights, and how many a respondent must have answered.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory items.
 * @remarks See {@link computeSatisfactionIndex}.
 * @example
 * ```ts
 * import { computeMeasure, satisfactionIndexMeasure } from 'cx-scoring';
 *
 * const measure = satisfactionIndexMeasure<{ overall: number }>({ items: [{ id: 'overall', score: 'overall' }] });
 * computeMeasure([{ overall: 10 }, { overall: 1 }], measure).value; // => 50
 * ```
 */
export function satisfactionIndexMeasure<Row>(
  options: SatisfactionIndexOptions<Row>,
): RatioMeasure<Row, CompositeTally, SatisfactionIndexResult> {
  requireOptions('satisfactionIndexMeasure', options);
  // Checked where items are checked: a caller without types gets the coded error there.
  const items = Array.isArray(options.items)
    ? options.items.map((item: SatisfactionItem<Row>) => toCompositeItem(item))
    : [];
  return defineComposite<Row, 'satisfaction-index'>({ ...options, id: 'satisfaction-index', items });
}

/**
 * Computes a satisfaction index, 0..100: a weighted mean of several questions per respondent, then averaged.
 *
 * Use it when satisfaction is asked in several questions, such as overall satisfaction, expectations met and closeness to the ideal;
 * the weights are yours to declare, and stand in the definition.
 *
 * @param rows - One row per respondent.
 * @param options - Items, their scales and weights, and how many a respondent must have answered.
 * @returns The index with interval, items, exclusions and warnings; `value: null` without respondents.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory items, `CX_OFF_SCALE` for an answer off its scale.
 * @remarks With three questions on 1 to 10 this is the form of the American index: Fornell, Johnson, Anderson, Cha and Bryant (1996),
 * Journal of Marketing 60(4), 7-18, doi:10.1177/002224299606000403; its published weights come from a model that is not part of this library.
 * Interval: Student's t over respondents, clipped to 0..100.
 * @example
 * ```ts
 * import { computeSatisfactionIndex } from 'cx-scoring';
 *
 * const rows = [{ overall: 10, expectations: 7 }, { overall: 4, expectations: 7 }];
 * const index = computeSatisfactionIndex(rows, {
 *   items: [
 *     { id: 'overall', score: 'overall', weight: 2 },
 *     { id: 'expectations', score: 'expectations' },
 *   ],
 * });
 * index.value; // ~> 66.6667
 * index.items.map((item) => item.value); // ~> [66.6667, 66.6667]
 * ```
 */
export function computeSatisfactionIndex<Row>(
  rows: Iterable<Row>,
  options: SatisfactionIndexOptions<NoInfer<Row>>,
): SatisfactionIndexResult {
  return computeAs('computeSatisfactionIndex', rows, satisfactionIndexMeasure<Row>(options));
}
