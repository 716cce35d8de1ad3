import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { isWhole, requireField, requireOptions } from '../core/options.js';
import { binOf } from '../measures/bins.js';
import { isIterable } from '../measures/input.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { resolveDimensions, type DimensionKey, type Dimensions } from './dimensions.js';
import type { SegmentTally } from './segmentTally.js';
import { tallyByRows } from './tallyByRows.js';

/** Where counted rows hold what. */
export interface TallyCountsByOptions<Row, Tally, Result, Cut extends Dimensions<Row>> {
  /** A measure over a scale, without weights. How it reads rows does not matter: the score of counted rows is `score`. */
  readonly measure: Measure<never, Tally, Result>;
  /** Names of fields, or dimensions with the field or function of each. */
  readonly dimensions: Cut;
  /** The score that was counted; `null` for missing answers. */
  readonly score: Field<Row, Score>;
  /** How many answers had it, a whole number from 0. */
  readonly count: Field<Row, number>;
}

/**
 * Tallies what a database has counted: rows of `GROUP BY sector, country, score` with the number of answers in each group.
 *
 * Use it for data that lies in a database: the engine groups once by the finest cut, and every marginal, interval and comparison follows
 * from its few rows, faster than its own `CUBE`. Counts of several partitions may come one after the other.
 *
 * @param rows - Rows of dimensions, score and count, in any order.
 * @param options - A measure over a scale, the dimensions, the score and the count.
 * @returns The tally of each segment, equal to that of {@link tallyBy} over the rows that were counted.
 * @throws TypeError or RangeError with code `CX_INVALID_COUNTS` for a count that is not a whole number (engines return big integers: cast
 * them) or that lies off the scale; what {@link tallyBy} throws; `CX_INVALID_OPTION` for a measure that cannot be counted.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { tallyCountsBy, toSegments } from 'cx-scoring/segmentation';
 *
 * const counted = [
 *   { zone: 'north', score: 10, n: 48 },
 *   { zone: 'north', score: 3, n: 19 },
 *   { zone: 'south', score: 8, n: 12 },
 * ];
 * const measure = npsMeasure();
 * const tally = tallyCountsBy(counted, { measure, dimensions: ['zone'], score: 'score', count: 'n' });
 * toSegments(tally, measure).map(({ result }) => result.sampleSize); // => [67, 12]
 * ```
 */
export function tallyCountsBy<Row, Tally, Result, const Cut extends Dimensions<NoInfer<Row>>>(
  rows: Iterable<Row>,
  options: TallyCountsByOptions<NoInfer<Row>, Tally, Result, Cut>,
): SegmentTally<DimensionKey<Row, Cut>, Tally> {
  requireOptions('tallyCountsBy', options);
  const { measure, dimensions, score, count } = options;
  requireMeasure('tallyCountsBy', measure);
  const { binned } = measure;
  if (!binned)
    throw cxError('CX_INVALID_OPTION', 'tallyCountsBy: option "measure"', 'over a scale, without weights', measure);
  requireField('tallyCountsBy', 'score', score);
  requireField('tallyCountsBy', 'count', count);
  const cut = resolveDimensions<unknown>('tallyCountsBy', dimensions);
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'tallyCountsBy: rows', 'an iterable of rows', rows);
  const readScore = fieldReader<Row, unknown>(score);
  const readCount = fieldReader<Row, unknown>(count);
  const span = binned.maximum - binned.minimum;
  const createCounts = (): number[] => new Array<number>(span + 3).fill(0);
  const counted = tallyByRows<number[]>(
    'tallyCountsBy',
    rows,
    cut,
    createCounts,
    (counts, row, index) => {
      const own = readCount(row as Row, index);
      const bin = binOf(readScore(row as Row, index), binned.minimum, span);
      if (!isWhole(own) || (own > 0 && bin > span + 1)) {
        const rule = 'a whole number from 0, and 0 off the scale';
        throw cxError('CX_INVALID_COUNTS', `tallyCountsBy: count at row ${index}`, rule, own);
      }
      (counts[bin] as number) += own;
    },
    (into, from) => from.forEach((own, bin) => ((into[bin] as number) += own)),
  );
  const tallies = counted.tallies.map((counts) => {
    const tally = measure.createTally();
    binned.addCounts(tally, counts, 0);
    return tally;
  });
  return { ...counted, tallies } as unknown as SegmentTally<DimensionKey<Row, Cut>, Tally>;
}
