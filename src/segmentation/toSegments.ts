import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { Segment } from '../core/segment.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { cubeCells, requireDimensions, rollUp, type CubeCell } from './cube.js';
import type { SegmentTally } from './segmentTally.js';

/** What is known of the segments, and which of them are wanted. */
export interface SegmentOptions<Key extends object, Cube extends boolean> {
  /**
   * `true` for all marginals: a segment for every combination of values of every subset of the dimensions, the whole first.
   * @defaultValue false
   */
  readonly cube?: Cube | undefined;
  /**
   * Number of sampling units (contacts, or accounts when clustered) that exist in a segment; `null` or `undefined` when unknown. The
   * population that the measure was made with is that of the whole and does not count here.
   */
  readonly populationOf?: ((key: Cube extends true ? Partial<Key> : Key) => number | null | undefined) | undefined;
  /**
   * Confidence level of the intervals.
   * @defaultValue that of the measure
   */
  readonly confidence?: number | undefined;
}

/** Options of {@link toSegments}. */
export interface ToSegmentsOptions<
  Key extends object,
  Dimension extends keyof Key & string,
  Cube extends boolean,
> extends SegmentOptions<Pick<Key, Dimension>, Cube> {
  /**
   * Dimensions to roll up to first; the others are added up.
   * @defaultValue all dimensions of the tally
   */
  readonly dimensions?: readonly Dimension[] | undefined;
}

/** Key of a segment: in a cube, a dimension that is not cut is absent. */
export type CutKey<Key extends object, Cube extends boolean> = Cube extends true ? Partial<Key> : Key;

/**
 * Scores a segment tally: one result for each segment, or for each cell of the cube.
 *
 * Use it on tallies that are kept or merged; {@link segmentBy} reads rows. Marginals merge tallies, so that accounts and orders that lie in
 * several segments count once where the measure knows them.
 *
 * @param tally - What {@link tallyBy} made.
 * @param measure - The measure that made it.
 * @param options - Dimensions to roll up to, cube, population of each segment, confidence.
 * @returns The segments in the order of their values; in a cube the whole comes first, and each part after what it is part of.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for an option of a wrong shape or a dimension that is not cut,
 * `CX_POPULATION_TOO_SMALL` when a segment has more answers than members.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { tallyBy, toSegments } from 'cx-scoring/segmentation';
 *
 * const rows = [
 *   { sector: 'retail', zone: 'north', score: 10 },
 *   { sector: 'retail', zone: 'south', score: 6 },
 *   { sector: 'energy', zone: 'south', score: 9 },
 * ];
 * const measure = npsMeasure<(typeof rows)[number]>({ score: 'score' });
 * const tally = tallyBy(rows, { measure, dimensions: ['sector', 'zone'] });
 * toSegments(tally, measure, { dimensions: ['zone'] }).map(({ result }) => result.value); // => [100, 0]
 * toSegments(tally, measure, { cube: true }).length; // => 8
 * ```
 */
export function toSegments<
  Key extends object,
  Row,
  Tally,
  Result,
  const Dimension extends keyof Key & string = keyof Key & string,
  const Cube extends boolean = false,
>(
  tally: SegmentTally<Key, Tally>,
  measure: Measure<Row, Tally, Result>,
  options: ToSegmentsOptions<Key, Dimension, Cube> = {},
): Segment<CutKey<Pick<Key, Dimension>, Cube>, Result>[] {
  return scoreSegments('toSegments', tally as unknown as SegmentTally<object, Tally>, measure, options) as Segment<
    CutKey<Pick<Key, Dimension>, Cube>,
    Result
  >[];
}

/** {@link toSegments} for any function of this room; `where` is the one that the user called. */
export function scoreSegments<Tally, Result>(
  where: string,
  tally: SegmentTally<object, Tally>,
  measure: Measure<never, Tally, Result>,
  options: object,
): Segment<object, Result>[] {
  requireMeasure(where, measure);
  requireOptions(where, options);
  const { cube = false, dimensions, populationOf, confidence } = options as ToSegmentsOptions<object, never, boolean>;
  requireOption(typeof cube === 'boolean', where, 'cube', 'true or false', cube);
  requireOption(
    populationOf === undefined || typeof populationOf === 'function',
    where,
    'populationOf',
    'a function',
    populationOf,
  );
  // Of the measure's own confidence nothing is known here: it applies where none is given.
  const level = confidence === undefined ? {} : { confidence: resolveConfidence(where, confidence) };
  const cut =
    dimensions === undefined
      ? tally
      : rollUp(measure, tally, requireDimensions(where, tally.dimensions, dimensions) as readonly never[]);
  const cells: readonly CubeCell<object, Tally>[] = cube
    ? cubeCells(measure, cut)
    : cut.keys.map((key, at) => ({ key, tally: cut.tallies[at] as Tally }));
  return cells.map((cell) => ({
    key: cell.key,
    result: measure.toResult(cell.tally, { ...level, population: populationOf?.(cell.key as never) ?? undefined }),
  }));
}
