import { cxError } from '../core/errors.js';
import { toBands, type BandOptions, type Bands } from './bands.js';

/**
 * Cuts bands at edges that somebody set.
 *
 * Use it wherever the field has classes of its own, such as the sizes of companies (10, 50, 250 people), and wherever waves are to be
 * compared: bands from data move with the data.
 *
 * @param edges - Numbers at which the next band begins, rising, at least one. A value at an edge belongs to the band above it.
 * @param options - Names of the bands.
 * @returns Bands, one more than edges: below the first edge, between each two, and from the last edge on.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` for edges that are not finite or do not rise, and for a list of labels that
 * does not fit.
 * @example
 * ```ts
 * import { bandsFromEdges } from 'cx-scoring/segmentation';
 *
 * bandsFromEdges([10, 50]).labels; // => ['1: < 10', '2: ≥ 10, < 50', '3: ≥ 50']
 * bandsFromEdges([10, 50], { labels: ['small', 'middle', 'large'] }).labels; // => ['1: small', '2: middle', '3: large']
 * bandsFromEdges([50, 10]); // throws CX_INVALID_OPTION
 * ```
 */
export function bandsFromEdges(edges: readonly number[], options: BandOptions = {}): Bands {
  const where = 'bandsFromEdges';
  if (!Array.isArray(edges) || edges.length === 0)
    throw cxError('CX_INVALID_OPTION', `${where}: "edges"`, 'a list of at least one number', edges);
  const cut: number[] = edges.map((edge: unknown, i) => {
    const before: unknown = edges[i - 1];
    if (typeof edge !== 'number' || !Number.isFinite(edge) || (i > 0 && !(edge > (before as number))))
      throw cxError('CX_INVALID_OPTION', `${where}: edge ${i}`, 'a finite number above the one before', edge);
    return edge + 0;
  });
  const { labels } = Object(options) as BandOptions;
  return toBands(
    where,
    { method: 'edges', edges: cut, requested: cut.length + 1, sampleSize: null, missing: null },
    labels,
  );
}
