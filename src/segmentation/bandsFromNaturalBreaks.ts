import type { Score } from '../core/field.js';
import { naturalBreaks } from '../statistics/naturalBreaks.js';
import { toBands, type Bands } from './bands.js';
import type { CutOptions } from './bandsFromQuantiles.js';
import { readBandValues, requireBandCount } from './bandValues.js';

/**
 * Cuts bands where the values leave gaps: as much alike within a band as can be.
 *
 * Use it for amounts in clumps, such as revenues with a few very large accounts, where quarters would part equals. Cut once and keep the
 * record. Time grows with the square of the number of distinct values: some thousands take a moment.
 *
 * @param values - Numbers in any order; `null` and `undefined` are missing and counted.
 * @param options - How many bands (4 unless given), and their names.
 * @returns Bands that begin at one of the values each. Equal values are never parted; with fewer distinct values than bands, each is a
 * band of its own, and `requested` keeps the number asked for.
 * @throws RangeError or TypeError with code `CX_INVALID_INPUT` for a value that is not a finite number, and `CX_INVALID_OPTION` for a number
 * of bands that is none or labels that do not fit.
 * @remarks The exact least sum of squares within, Fisher (1958), doi:10.1080/01621459.1958.10501479, which Jenks (1977) calls natural breaks.
 * @example
 * ```ts
 * import { bandsFromNaturalBreaks } from 'cx-scoring/segmentation';
 *
 * const revenues = [12, 14, 15, 80, 90, 95, 1200, 1300];
 * bandsFromNaturalBreaks(revenues, { bands: 3 }).labels; // => ['1: < 80', '2: ≥ 80, < 1200', '3: ≥ 1200']
 * ```
 */
export function bandsFromNaturalBreaks(values: Iterable<Score>, options: CutOptions = {}): Bands {
  const where = 'bandsFromNaturalBreaks';
  const { bands = 4, labels } = Object(options) as CutOptions;
  requireBandCount(where, bands);
  const { sorted, missing } = readBandValues(where, values);
  const edges = naturalBreaks(sorted, bands).breaks;
  return toBands(
    where,
    { method: 'natural-breaks', edges, requested: bands, sampleSize: sorted.length, missing },
    labels,
  );
}
