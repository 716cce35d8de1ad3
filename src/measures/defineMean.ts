import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions } from '../core/options.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import type { ScoreOptions } from './input.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import type { RatioMeasure } from './ratioMeasure.js';
import {
  addValue,
  createValueTally,
  finishMean,
  mergeValueTallies,
  valueSums,
  type ValueExclusion,
  type ValueReading,
  type ValueTally,
} from './valueTally.js';

/** Declaration of a mean. */
export interface MeanDeclaration<Row, Id extends string> extends MeasureIdentity<Id>, ScoreOptions, ResultOptions {
  /** Where the value of a row is: a finite number, or missing. */
  readonly value: Field<Row, Score>;
  /** Weight of a row, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
  /** Smallest value possible; give both bounds or neither. Values outside are off scale, and the interval is clipped to them. */
  readonly minimum?: number | undefined;
  /** Largest value possible. */
  readonly maximum?: number | undefined;
}

/**
 * Makes a measure of your own: the mean of a number per row.
 *
 * Use it for amounts, durations without open cases, ratings with decimals; everything downstream (segments, comparison, targets) works with it.
 *
 * @param declaration - Identity of the metric, where the value is, and its bounds if it has some.
 * @returns A measure for {@link computeMeasure}; its interval is Student's t, clipped to the bounds.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` when the declaration contradicts itself. While reading rows:
 * `CX_OFF_SCALE` for a value that is not a finite number within the bounds, `CX_INVALID_WEIGHT` for a negative weight.
 * @remarks Values are summed in double-double arithmetic: 10000000.2 loses no digits, whatever the order of rows.
 * @example
 * ```ts
 * import { computeMeasure, defineMean } from 'cx-scoring';
 *
 * const daysToQuote = defineMean({
 *   id: 'days-to-quote',
 *   direction: 'lower-is-better',
 *   value: (quote: { days: number | null }) => quote.days,
 * });
 * computeMeasure([{ days: 2 }, { days: 4 }, { days: null }], daysToQuote).value; // => 3
 * ```
 */
export function defineMean<Row, const Id extends string = string>(
  declaration: MeanDeclaration<Row, Id>,
): RatioMeasure<Row, ValueTally, IntervalResult<Id, ValueExclusion>> {
  requireOptions('defineMean', declaration);
  const { value, weight, minimum, maximum, offScale = 'throw' } = declaration;
  const range =
    minimum === undefined && maximum === undefined ? null : { minimum: minimum ?? NaN, maximum: maximum ?? NaN };
  const definition = identify('defineMean', declaration, 'mean', 'mean', 'score', range);
  requireOption(
    offScale === 'throw' || offScale === 'exclude',
    'defineMean',
    'offScale',
    '"throw" or "exclude"',
    offScale,
  );
  const reading: ValueReading<Row> = {
    where: declaration.id,
    read: fieldReader(value),
    readWeight: weight && fieldReader(weight),
    range,
    offScale,
  };
  const { confidence, population } = declaration;
  return {
    definition,
    defaults: { confidence, population },
    toSums: valueSums,
    createTally: createValueTally,
    addRow: (tally, row, index) => addValue(reading, tally, row, index),
    mergeTallies: mergeValueTallies,
    toResult: (tally, options) => finishMean(declaration.id, definition, tally, { ...declaration, ...options }),
  };
}
