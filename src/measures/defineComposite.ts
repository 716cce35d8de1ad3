import { cxError } from '../core/errors.js';
import type { ParameterValue } from '../core/definition.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions } from '../core/options.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import { addToMoments, createMoments, mergeMoments, type Moments } from '../statistics/moments.js';
import { momentsMean } from '../statistics/momentsSummary.js';
import type { OffScalePolicy } from './input.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import type { RatioMeasure } from './ratioMeasure.js';
import {
  createValueTally,
  finishMean,
  mergeValueTallies,
  addValue,
  valueSums,
  type ValueExclusion,
  type ValueReading,
  type ValueTally,
} from './valueTally.js';

/** One question of a composite. */
export interface CompositeItem<Row> {
  /** Name of the item in the definition and in the result. */
  readonly id: string;
  /** Where the answer is. */
  readonly score: Field<Row, Score>;
  /** Weight of the item, above 0; weights need not add up to 1. */
  readonly weight: number;
  /** Lowest point of the item's scale. */
  readonly minimum: number;
  /** Highest point of the item's scale. */
  readonly maximum: number;
}

/** Declaration of a composite: an index from 0 to 100 per respondent, then its mean. */
export interface CompositeDeclaration<Row, Id extends string> extends MeasureIdentity<Id>, ResultOptions {
  /** The items, at least one. */
  readonly items: readonly CompositeItem<Row>[];
  /**
   * How many items a respondent must have answered to count; the weights of the others are renormalised.
   * @defaultValue all of them
   */
  readonly minimumItems?: number | undefined;
  /** Weight of a respondent, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
  /**
   * What to do with an answer off its item's scale: throw, or treat it as missing.
   * @defaultValue 'throw'
   */
  readonly offScale?: OffScalePolicy | undefined;
}

/** Tally of the composite family: the index of the respondents, and each item's answers. */
export interface CompositeTally extends ValueTally {
  /** Sums per item, rescaled to 0..100, of all respondents who count. */
  readonly items: readonly Moments[];
  /** Respondents left out because they answered some items, but too few; and item answers off their scale. */
  readonly incomplete: number[];
}

/** Reasons for which a respondent is left out of a composite. */
export type CompositeExclusion = ValueExclusion | 'incompleteItems';

/** One item in the result. */
export interface CompositeItemResult {
  /** Name of the item. */
  readonly id: string;
  /** Its share of the weights, 0..1. */
  readonly weight: number;
  /** Its mean on 0..100, or `null` without answers. */
  readonly value: number | null;
  /** How many of the respondents who count answered it. */
  readonly answers: number;
}

/** A composite index, 0..100, with its items. */
export interface CompositeResult<Id extends string> extends IntervalResult<Id, CompositeExclusion> {
  /** The items, in the order declared. */
  readonly items: readonly CompositeItemResult[];
}

/** Checks the items and returns their weights as shares. */
function itemShares(
  where: string,
  items: readonly Omit<CompositeItem<never>, 'score'>[],
  minimumItems: number,
): number[] {
  const refuse = (what: string, rule: string, value: unknown): Error =>
    cxError('CX_INVALID_DEFINITION', `${where}: ${what}`, rule, value);
  if (!(Object(items) === items && items.length > 0)) throw refuse('"items"', 'a list of at least one item', items);
  const ids = new Set<string>();
  for (const { id, weight, minimum, maximum } of items) {
    if (typeof id !== 'string' || ids.has(id)) throw refuse('item "id"', 'a name that no other item has', id);
    if (!(Number.isFinite(weight) && weight > 0))
      throw refuse(`weight of item "${id}"`, 'a finite number above 0', weight);
    if (!(Number.isFinite(minimum) && Number.isFinite(maximum) && maximum > minimum)) {
      throw refuse(`maximum of item "${id}"`, `a finite number above its minimum ${minimum}`, maximum);
    }
    ids.add(id);
  }
  if (!(Number.isSafeInteger(minimumItems) && minimumItems >= 1 && minimumItems <= items.length)) {
    throw refuse('"minimumItems"', `a whole number from 1 to ${items.length}`, minimumItems);
  }
  const weights: number[] = Array.from(items, ({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Makes a measure of your own: a weighted index of several items, 0..100, computed per respondent and then averaged.
 *
 * Use it for declared composites; the weights and the missing-item rule become part of the definition. Averaging the means of the
 * items instead would pretend that the answers of one person are independent, and understate the error.
 *
 * @param declaration - Identity, items with scales and weights, and how many items a respondent must have answered.
 * @returns A measure for {@link computeMeasure}; its interval is Student's t, clipped to 0..100.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory items. While reading rows: `CX_OFF_SCALE` for an
 * answer outside its item's scale, `CX_INVALID_WEIGHT` for a negative weight.
 * @remarks Each answer is rescaled as (x - minimum) / (maximum - minimum), as in Fornell et al. (1996), Journal of Marketing 60(4), 7-18,
 * doi:10.1177/002224299606000403.
 * @example
 * ```ts
 * import { computeMeasure, defineComposite } from 'cx-scoring';
 *
 * type Answer = { ease: number | null; speed: number | null };
 * const index = defineComposite<Answer, 'portal-index'>({
 *   id: 'portal-index',
 *   items: [
 *     { id: 'ease', score: 'ease', weight: 2, minimum: 1, maximum: 5 },
 *     { id: 'speed', score: 'speed', weight: 1, minimum: 1, maximum: 5 },
 *   ],
 *   minimumItems: 1,
 * });
 * computeMeasure([{ ease: 5, speed: 2 }, { ease: 3, speed: null }], index).value; // => 62.5
 * ```
 */
export function defineComposite<Row, const Id extends string = string>(
  declaration: CompositeDeclaration<Row, Id>,
): RatioMeasure<Row, CompositeTally, CompositeResult<Id>> {
  requireOptions('defineComposite', declaration);
  const { id, items, weight, offScale = 'throw', minimumItems = items?.length } = declaration;
  const known = offScale === 'throw' || offScale === 'exclude';
  requireOption(known, 'defineComposite', 'offScale', '"throw" or "exclude"', offScale);
  const shares = itemShares('defineComposite', items, minimumItems);
  const declared = items.map((item, at): Record<string, ParameterValue> => {
    return { id: item.id, weight: shares[at] as number, minimum: item.minimum, maximum: item.maximum };
  });
  const parameters = { items: declared, minimumItems, ...declaration.parameters };
  const range = { minimum: 0, maximum: 100 };
  const definition = identify('defineComposite', { ...declaration, parameters }, 'composite', 'mean', 'index', range);
  const readers = items.map((item) => fieldReader(item.score));
  const readWeight = weight && fieldReader(weight);
  const rescale = (item: CompositeItem<Row>, value: unknown, index: number, tally: CompositeTally): number | null => {
    if (value === null || value === undefined) return null;
    const { minimum, maximum } = item;
    if (typeof value === 'number' && value >= minimum && value <= maximum)
      return (100 * (value - minimum)) / (maximum - minimum);
    if (offScale === 'throw') {
      throw cxError(
        'CX_OFF_SCALE',
        `${id}: item "${item.id}" at row ${index}`,
        `a number from ${minimum} to ${maximum}`,
        value,
      );
    }
    (tally.incomplete[1] as number)++;
    return null;
  };
  const addRow = (tally: CompositeTally, row: Row, index: number): void => {
    const values = items.map((item, at) => rescale(item, readers[at]?.(row, index), index, tally));
    const answered = values.filter((value) => value !== null).length;
    if (answered > 0 && answered < minimumItems) {
      (tally.incomplete[0] as number)++;
      return;
    }
    const known = values.reduce<number>((sum, value, at) => sum + (value === null ? 0 : (items[at]?.weight ?? 0)), 0);
    const total = values.reduce<number>((sum, value, at) => sum + (value ?? 0) * (items[at]?.weight ?? 0), 0);
    const before = tally.moments.count;
    const reading: ValueReading<Row> = {
      where: id,
      read: () => (answered > 0 ? Math.min(100, total / known) : null),
      readWeight,
      range,
      offScale: 'throw',
    };
    addValue(reading, tally, row, index);
    if (tally.moments.count === before) return;
    const own = readWeight?.(row, index) ?? 1;
    values.forEach((value, at) => value !== null && addToMoments(tally.items[at] as Moments, value, own));
  };
  const { confidence, population } = declaration;
  return {
    definition,
    defaults: { confidence, population },
    toSums: valueSums,
    createTally: () => ({ ...createValueTally(), items: items.map(createMoments), incomplete: [0, 0] }),
    addRow,
    mergeTallies: (into, from) => {
      mergeValueTallies(into, from);
      from.items.forEach((moments, at) => mergeMoments(into.items[at] as Moments, moments));
      from.incomplete.forEach((count, reason) => ((into.incomplete[reason] as number) += count));
    },
    toResult: (tally, options) => {
      const result = finishMean(id, definition, tally, { ...declaration, ...options });
      const [incompleteItems = 0, offScaleItems = 0] = tally.incomplete;
      if (incompleteItems > 0) result.warnings.push({ code: 'incomplete-items', count: incompleteItems });
      if (offScaleItems > 0) result.warnings.push({ code: 'off-scale-excluded', count: offScaleItems });
      return {
        ...result,
        excluded: { ...result.excluded, offScale: offScaleItems, incompleteItems },
        items: items.map((item, at) => {
          const moments = tally.items[at] as Moments;
          const value = moments.count > 0 ? momentsMean(moments) + 0 : null;
          return { id: item.id, weight: shares[at] as number, value, answers: moments.count };
        }),
      };
    },
  };
}
