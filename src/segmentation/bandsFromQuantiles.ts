import type { Score } from '../core/field.js';
import { quantileSorted } from '../statistics/quantile.js';
import { toBands, type BandOptions, type Bands } from './bands.js';
import { readBandValues, requireBandCount } from './bandValues.js';

/** Options of bands that are found in the data. */
export interface CutOptions extends BandOptions {
  /**
   * How many bands are wanted, 2 to 99. Fewer come where the data has too few distinct values; `requested` of the result keeps this number.
   * @defaultValue 4
   */
  readonly bands?: number | undefined;
}

/**
 * Cuts bands that hold about as many values each: quarters by default.
 *
 * Use it for amounts and frequencies that have no classes of their own. Cut once, on one wave, and keep the record: quantiles of the next
 * wave are other numbers, and bands of the same name would not be comparable.
 *
 * @param values - Numbers in any order; `null` and `undefined` are missing and counted.
 * @param options - How many bands, and their names.
 * @returns Bands at quantiles of type 7. Equal values are never parted, so that bands may be uneven; an edge that would leave a band
 * without values is dropped, down to a single band, labelled `'1: any'`, for values that are all equal or none.
 * @throws RangeError or TypeError with code `CX_INVALID_INPUT` for a value that is not a finite number, and `CX_INVALID_OPTION` for a number
 * of bands that is none or labels that do not fit.
 * @remarks Type 7 of Hyndman and Fan (1996), doi:10.2307/2684934.
 * @example
 * ```ts
 * import { bandsFromQuantiles } from 'cx-scoring/segmentation';
 *
 * bandsFromQuantiles([1, 2, 3, 4, 5, 6, 7, 8, 9]).edges; // => [3, 5, 7]
 * const skewed = bandsFromQuantiles([0, 0, 0, 0, 0, 0, 1, 2, 3, null]);
 * skewed.labels; // => ['1: < 1', '2: ≥ 1']
 * skewed.requested; // => 4
 * ```
 */
export function bandsFromQuantiles(values: Iterable<Score>, options: CutOptions = {}): Bands {
  const where = 'bandsFromQuantiles';
  const { bands = 4, labels } = Object(options) as CutOptions;
  requireBandCount(where, bands);
  const { sorted, missing } = readBandValues(where, values);
  const edges: number[] = [];
  let below = 0;
  for (let band = 1; band < bands && sorted.length > 0; band++) {
    const edge = quantileSorted(sorted, band / bands) + 0;
    const reached = countBelow(sorted, edge);
    // Only an edge with a value between it and the one before; a quantile never lies above all values.
    if (reached > below) {
      edges.push(edge);
      below = reached;
    }
  }
  return toBands(where, { method: 'quantiles', edges, requested: bands, sampleSize: sorted.length, missing }, labels);
}

/** Counts the values below an edge. */
function countBelow(sorted: readonly number[], edge: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
