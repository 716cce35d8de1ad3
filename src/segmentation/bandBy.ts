import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { labelOf, requireBands, type Bands } from './bands.js';

/**
 * Makes a dimension of a number: the band its value lies in.
 *
 * Use it among the dimensions of a segmentation: `dimensions: { revenue: bandBy('revenue', bands) }`.
 *
 * @param field - Where the number is: a field's name, or a function of the row.
 * @param bands - Bands of {@link bandsFromEdges}, {@link bandsFromQuantiles} or {@link bandsFromNaturalBreaks}.
 * @returns A function of a row that gives the label of the band, or `null` where the number is missing. It throws `CX_INVALID_INPUT`,
 * naming the row, for NaN, an infinite number or text.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for a field that is none or a record that is none of bands.
 * @example
 * ```ts
 * import { bandBy, bandsFromEdges } from 'cx-scoring/segmentation';
 *
 * const bandOfRow = bandBy<{ revenue: number | null }>('revenue', bandsFromEdges([100, 1000]));
 * bandOfRow({ revenue: 250 }, 0); // => '2: ≥ 100, < 1000'
 * bandOfRow({ revenue: null }, 1); // => null
 * bandOfRow({ revenue: Infinity }, 2); // throws 'row 2'
 * ```
 */
export function bandBy<Row>(field: Field<Row, Score>, bands: Bands): (row: Row, index: number) => string | null {
  if (typeof field !== 'string' && typeof field !== 'function')
    throw cxError('CX_INVALID_OPTION', 'bandBy: "field"', 'the name of a field or a function', field);
  requireBands('bandBy', bands);
  const read = fieldReader<Row, Score>(field);
  return (row, index) => labelOf(`bandBy: value at row ${index}`, read(row, index), bands);
}
