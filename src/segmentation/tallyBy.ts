import { cxError } from '../core/errors.js';
import { requireOptions } from '../core/options.js';
import type { ColumnTable } from '../measures/columns.js';
import { isIterable } from '../measures/input.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { resolveDimensions, type DimensionKey, type Dimensions } from './dimensions.js';
import type { SegmentTally } from './segmentTally.js';
import { tallyByChunks } from './tallyByChunks.js';
import { tallyByRows } from './tallyByRows.js';
import { tallyByWords } from './tallyByWords.js';

/** What is computed for each segment, and how rows are cut into segments. */
export interface TallyByOptions<Row, Tally, Result, Cut extends Dimensions<Row>> {
  /** Any measure of this library or of your own. */
  readonly measure: Measure<Row, Tally, Result>;
  /** Names of fields, or dimensions with the field or function of each. */
  readonly dimensions: Cut;
}

/**
 * Tallies rows segment by segment: one tally for each combination of values that occurs.
 *
 * Use it where tallies are kept, merged or cut in several ways; {@link segmentBy} gives results at once. One pass reads the rows;
 * cubes, roll-ups and comparisons then cost as much as there are segments, whatever the number of rows.
 *
 * @param rows - Rows, or columns from {@link toColumnTable}. Measures over a scale without weights are counted without calling the
 * measure row by row, and columns from {@link toDictionaryColumn} are the fastest.
 * @param options - The measure and the dimensions. `undefined`, `null` and empty text are the segment `null`; `1` and `'1'` are two.
 * @returns The segments in the order of their values: `false`, `true`, numbers, texts in code units, `null` last. Without dimensions,
 * the whole as one segment with the key `{}`.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for a value that cannot be a segment (NaN, an object), which names the
 * dimension and the row; `CX_INVALID_OPTION` for a measure or dimensions of a wrong shape; what the measure throws on its rows.
 * @remarks Dictionary codes and histograms of the finest cells: Gray, J. et al. (1997), Data Cube: A Relational Aggregation Operator
 * Generalizing Group-By, Cross-Tab, and Sub-Totals, https://doi.org/10.1023/A:1009726021843.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { tallyBy } from 'cx-scoring/segmentation';
 *
 * const rows = [
 *   { sector: 'retail', score: 10 },
 *   { sector: 'energy', score: 6 },
 *   { sector: null, score: 9 },
 *   { sector: 'retail', score: 8 },
 * ];
 * const tally = tallyBy(rows, { measure: npsMeasure<(typeof rows)[number]>({ score: 'score' }), dimensions: ['sector'] });
 * tally.keys; // => [{ sector: 'energy' }, { sector: 'retail' }, { sector: null }]
 * ```
 */
export function tallyBy<Row, Tally, Result, const Cut extends Dimensions<NoInfer<Row>>>(
  rows: Iterable<Row>,
  options: TallyByOptions<NoInfer<Row>, Tally, Result, Cut>,
): SegmentTally<DimensionKey<Row, Cut>, Tally> {
  return tallyInto('tallyBy', rows, options) as unknown as SegmentTally<DimensionKey<Row, Cut>, Tally>;
}

/** {@link tallyBy} for any function of this room; `where` is the one that the user called. */
export function tallyInto<Row, Tally>(
  where: string,
  rows: Iterable<Row>,
  options: { readonly measure: Measure<Row, Tally, unknown>; readonly dimensions: unknown },
): SegmentTally<object, Tally> {
  requireOptions(where, options);
  const { measure: given, dimensions: cut } = options;
  requireMeasure(where, given);
  const measure = given as Measure<unknown, Tally, unknown>;
  const dimensions = resolveDimensions<unknown>(where, cut);
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', `${where}: rows`, 'an iterable of rows', rows);
  const { binned } = measure;
  let counted: SegmentTally<object, Tally> | undefined;
  if (binned && Array.isArray(rows)) counted = tallyByChunks(rows, dimensions, measure, binned);
  else if (binned && isColumnTable(rows))
    counted = tallyByWords(rows, dimensions, measure, binned) ?? tallyByChunks(rows, dimensions, measure, binned);
  // An answer off the scale, or a value that cannot be a segment, takes the slow way, whose error names the row.
  return counted ?? tallyByRows(where, rows, dimensions, measure.createTally, measure.addRow, measure.mergeTallies);
}

function isColumnTable(rows: object): rows is ColumnTable<unknown> {
  const { columns, length } = rows as Partial<ColumnTable<unknown>>;
  return typeof columns === 'object' && typeof length === 'number';
}
