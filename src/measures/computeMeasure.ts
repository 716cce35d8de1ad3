import { requireMeasure } from './requireMeasure.js';
import { requireOptions } from '../core/options.js';
import { cxError } from '../core/errors.js';
import type { ResultOptions } from '../core/result.js';
import { isNumericArray } from '../core/numericArray.js';
import { addCounts } from './addCounts.js';
import { createCounts } from './bins.js';
import type { ColumnTable } from './columns.js';
import { countArray } from './countValues.js';
import { isIterable, type CountedInput } from './input.js';
import { wholeRow, type Binned, type Measure } from './measure.js';

/** What {@link computeMeasure} and {@link tallyRows} read: rows, a column table, or counts by score for a measure over a scale. */
export type MeasureInput<Row> = readonly Row[] | ColumnTable<Row> | Iterable<Row> | CountedInput<never>;

/**
 * Tallies rows for a measure, to be merged, stored or scored later.
 *
 * Use it for partial data: one tally a day, a shard or a file, added up with `measure.mergeTallies`.
 *
 * @param input - Rows, a column table, or `{ counts }` indexed by score for a measure over a scale.
 * @param measure - Any measure of this library or of your own.
 * @returns A tally: plain data.
 * @throws TypeError with code `CX_INVALID_INPUT` when the input cannot be iterated, `CX_INVALID_COUNTS` when counts do not fit the measure.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 *
 * const tally = tallyRows([10, 9, 8, 6, null], npsMeasure());
 * tally.counts.slice(6, 12); // => [1, 0, 1, 1, 1, 1]
 * ```
 */
export function tallyRows<Row, Tally, Result>(
  input: MeasureInput<NoInfer<Row>>,
  measure: Measure<Row, Tally, Result>,
): Tally {
  return tallyAs('tallyRows', input, measure);
}

/** Tallies rows. `where` is the function the user called. */
export function tallyAs<Row, Tally, Result>(
  where: string,
  input: MeasureInput<NoInfer<Row>>,
  measure: Measure<Row, Tally, Result>,
): Tally {
  requireMeasure(where, measure);
  const tally = measure.createTally();
  const { binned } = measure;
  if (isIterable(input)) {
    const counts = binned && countColumn(input, binned);
    // An answer off the scale takes the slow way, whose error names the row.
    if (counts && counts[counts.length - 3] === 0) binned.addCounts(tally, counts, 0);
    else {
      let index = 0;
      for (const row of input) measure.addRow(tally, row, index++);
    }
    return tally;
  }
  if (!binned) throw cxError('CX_INVALID_INPUT', `${where}: input`, 'an iterable of rows', input);
  const counts = createCounts(binned.maximum - binned.minimum);
  addCounts(where, binned, {}, input, counts);
  binned.addCounts(tally, counts, 0);
  return tally;
}

/** Counts the named column of a table for a binned measure, or plain answers; `undefined` for anything else. */
function countColumn<Row, Tally>(input: object, { field, minimum, maximum }: Binned<Row, Tally>): number[] | undefined {
  const columns = (input as { readonly columns?: Readonly<Record<string, unknown>> }).columns;
  const values = field === wholeRow ? input : typeof field === 'string' ? columns?.[field] : undefined;
  return Array.isArray(values) || isNumericArray(values) ? countArray(values, minimum, maximum - minimum) : undefined;
}

/**
 * Computes any measure from rows: the general form of `computeNps` and its kin.
 *
 * Use it with measures of your own ({@link defineProportion}, {@link defineMean} …) and wherever the measure is a parameter.
 *
 * @param input - Rows, a column table, or `{ counts }` indexed by score for a measure over a scale.
 * @param measure - Any measure of this library or of your own.
 * @param options - Confidence and population, which override the measure's defaults.
 * @returns The result of the measure.
 * @throws What {@link tallyRows} throws, and what the measure itself throws on its rows.
 * @example
 * ```ts
 * import { computeMeasure, npsMeasure } from 'cx-scoring';
 *
 * computeMeasure([10, 9, 8, 6], npsMeasure(), { confidence: 0.9 }).interval?.confidence; // => 0.9
 * ```
 */
export function computeMeasure<Row, Tally, Result>(
  input: MeasureInput<NoInfer<Row>>,
  measure: Measure<Row, Tally, Result>,
  options?: ResultOptions,
): Result {
  if (options !== undefined) requireOptions('computeMeasure', options);
  return computeAs('computeMeasure', input, measure, options);
}

/** Computes a measure from rows. `where` is the function the user called. */
export function computeAs<Row, Tally, Result>(
  where: string,
  input: MeasureInput<NoInfer<Row>>,
  measure: Measure<Row, Tally, Result>,
  options?: ResultOptions,
): Result {
  const tally = tallyAs(where, input, measure);
  return measure.toResult(tally, options);
}
