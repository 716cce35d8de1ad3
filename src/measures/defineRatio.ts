import type { MetricDefinition, Unit } from '../core/definition.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions } from '../core/options.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import type { ScoreOptions } from './input.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import type { RatioMeasure } from './ratioMeasure.js';
import {
  addRatio,
  createRatioTally,
  finishRatio,
  mergeRatioTallies,
  ratioSums,
  ratioTotals,
  type RatioExclusion,
  type RatioTally,
} from './ratioTally.js';

/** Declaration of a ratio of two amounts. */
export interface RatioDeclaration<Row, Id extends string> extends MeasureIdentity<Id>, ScoreOptions, ResultOptions {
  /** The amount above the line: a finite number, negative ones allowed, or missing. */
  readonly numerator: Field<Row, Score>;
  /** The amount below the line: a finite number from 0, or missing. */
  readonly denominator: Field<Row, Score>;
  /**
   * Unit of the ratio: `'share'` for a part of a whole, `'ratio'` for so many per unit, `'money'` for an amount per unit.
   * @defaultValue 'ratio'
   */
  readonly unit?: Unit | undefined;
  /** Smallest and largest value possible; the interval is clipped to them. No bounds unless given. */
  readonly range?: MetricDefinition['range'] | undefined;
}

/** A ratio of two sums, with both. */
export interface RatioResult<Id extends string> extends IntervalResult<Id, RatioExclusion> {
  /** Sum of the amounts above the line, over the rows that count. */
  readonly numerator: number;
  /** Sum of the amounts below the line. */
  readonly denominator: number;
}

/**
 * Makes a measure of your own: the ratio of two amounts, summed over all rows before they are divided.
 *
 * Use it for amounts over amounts: disputed over invoiced, contacts per order, spend with us over total spend. A mean of single
 * ratios is another number, in which a tiny invoice weighs as much as a large one.
 *
 * @param declaration - Identity of the metric and where the two amounts are.
 * @returns A measure for {@link computeMeasure}. Where the denominators add up to 0 the value is `null`, with the warning
 * `zero-denominator`; a row with a denominator of 0 still counts with its numerator.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` when the declaration is wrong, `CX_INVALID_OPTION` for an unknown
 * policy. While reading rows: `CX_OFF_SCALE` for anything but finite numbers, or a denominator below 0.
 * @remarks Standard error by linearisation, Student's t with rows less one: Woodruff (1971), doi:10.1080/01621459.1971.10482279.
 * Rows of one account are rarely independent: {@link clusterBy} the account.
 * @example
 * ```ts
 * import { computeMeasure, defineRatio } from 'cx-scoring';
 *
 * const contacts = defineRatio<{ contacts: number; orders: number }, 'contacts-per-order'>({
 *   id: 'contacts-per-order',
 *   direction: 'lower-is-better',
 *   numerator: 'contacts',
 *   denominator: 'orders',
 * });
 * const accounts = [1, 0, 2, 1, 1].map((contacts, at) => ({ contacts, orders: [10, 20, 30, 20, 20][at] ?? 0 }));
 * const result = computeMeasure(accounts, contacts);
 * result.value; // => 0.05
 * result.standardError; // ~> 0.0136931
 * ```
 */
export function defineRatio<Row, const Id extends string = string>(
  declaration: RatioDeclaration<Row, Id>,
): RatioMeasure<Row, RatioTally, RatioResult<Id>> {
  requireOptions('defineRatio', declaration);
  const { id, unit = 'ratio', range = null, offScale = 'throw', confidence, population } = declaration;
  const definition = identify('defineRatio', declaration, 'ratio', 'ratio', unit, range);
  const known = offScale === 'throw' || offScale === 'exclude';
  requireOption(known, 'defineRatio', 'offScale', '"throw" or "exclude"', offScale);
  const readNumerator = fieldReader<Row, unknown>(declaration.numerator);
  const readDenominator = fieldReader<Row, unknown>(declaration.denominator);
  const limits = { least: -1e90, rule: 'a number from -1e+90 to 1e+90' };
  return {
    definition,
    defaults: { confidence, population },
    createTally: createRatioTally,
    addRow: (tally, row, index) =>
      addRatio(id, offScale, limits, tally, [readNumerator(row, index), readDenominator(row, index)], index),
    mergeTallies: mergeRatioTallies,
    toSums: (tally) => ratioSums(tally, 1),
    toResult: (tally, options) => ({
      ...finishRatio(id, definition, tally, { ...declaration, ...options }),
      ...ratioTotals(tally),
    }),
  };
}
