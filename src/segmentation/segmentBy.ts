import type { MetricResult } from '../core/result.js';
import type { Segment } from '../core/segment.js';
import type { Measure } from '../measures/measure.js';
import type { DimensionKey, Dimensions } from './dimensions.js';
import type { ProtectedSegment } from './protectedSegment.js';
import { protectTally } from './protectSegments.js';
import type { SegmentTally } from './segmentTally.js';
import { tallyInto, type TallyByOptions } from './tallyBy.js';
import { scoreSegments, type CutKey, type SegmentOptions } from './toSegments.js';

/** What is computed for each segment, how rows are cut into segments, what is known of the segments, and which of them are shown. */
export interface SegmentByOptions<
  Row,
  Tally,
  Result,
  Cut extends Dimensions<Row>,
  Cube extends boolean,
  Minimum extends number | undefined = undefined,
>
  extends TallyByOptions<Row, Tally, Result, Cut>, SegmentOptions<DimensionKey<Row, Cut>, Cube> {
  /**
   * Fewest respondents (answers used) of a segment that is shown, a whole number from 3: smaller ones are hidden, and as many others as
   * it takes that they cannot be worked out, as by {@link protectSegments} with its defaults. For measures with metric results.
   * @defaultValue all segments are shown
   */
  readonly minimum?: (Result extends MetricResult ? Minimum : never) | undefined;
}

/** The segments of {@link segmentBy}: protected ones where a `minimum` is given, plain ones where none is. */
export type SegmentsBy<Key extends object, Result, Cube extends boolean, Minimum> = Minimum extends number
  ? (ProtectedSegment<Key, Result> & Pick<Segment<CutKey<Key, Cube>>, 'key'>)[]
  : Segment<CutKey<Key, Cube>, Result>[];

/**
 * Computes any measure for each segment of the rows, or for every cell of their cube.
 *
 * Use it for "NPS by sector and country": one pass over the rows, whatever the number of segments. To compare segments, tally them with
 * {@link tallyBy} and use {@link compareSegments}.
 *
 * @param rows - Rows, or columns from {@link toColumnTable}.
 * @param options - The measure, the dimensions, and optionally cube, population of each segment, confidence and a minimum of respondents.
 * @returns One segment for each combination of values that occurs, with its key and its result, in the order of the values. With a
 * `minimum`, each says whether it is shown, and one that is not has the result `null`. Without a cube the whole is not listed, but the
 * segments are protected as if it were: it may be published beside them.
 * @throws What {@link tallyBy} and {@link toSegments} throw; with a `minimum` what {@link protectSegments} throws.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { segmentBy } from 'cx-scoring/segmentation';
 *
 * const rows = [
 *   { sector: 'retail', revenue: 2e6, score: 10 },
 *   { sector: 'energy', revenue: 3e5, score: 6 },
 *   { sector: 'retail', revenue: 1e5, score: 9 },
 * ];
 * const measure = npsMeasure<(typeof rows)[number]>({ score: 'score' });
 * const segments = segmentBy(rows, { measure, dimensions: { sector: 'sector', large: (row) => row.revenue > 1e6 } });
 * segments.map(({ key }) => key.large); // => [false, false, true]
 * segments[0]?.key; // => { large: false, sector: 'energy' }
 * segmentBy(rows, { measure, dimensions: ['sector'], minimum: 3 }).map(({ suppressed }) => suppressed); // => ['below-minimum', 'complementary']
 * ```
 */
export function segmentBy<
  Row,
  Tally,
  Result,
  const Cut extends Dimensions<NoInfer<Row>>,
  const Cube extends boolean = false,
  Minimum extends number | undefined = undefined,
>(
  rows: Iterable<Row>,
  options: SegmentByOptions<NoInfer<Row>, Tally, Result, Cut, Cube, Minimum>,
): SegmentsBy<DimensionKey<Row, Cut>, Result, Cube, Minimum> {
  const tally = tallyInto('segmentBy', rows, options);
  const { measure, cube, populationOf, confidence, minimum } = options;
  const wanted = { cube, populationOf, confidence } as SegmentOptions<object, boolean>;
  const segments: unknown =
    minimum === undefined
      ? scoreSegments('segmentBy', tally, measure, wanted)
      : showSegments(tally, measure as unknown as Measure<never, Tally, MetricResult>, { ...wanted, minimum });
  return segments as SegmentsBy<DimensionKey<Row, Cut>, Result, Cube, Minimum>;
}

/** Protects segments, and lists those that {@link segmentBy} lists without protection. */
function showSegments<Tally>(
  tally: SegmentTally<object, Tally>,
  measure: Measure<never, Tally, MetricResult>,
  options: SegmentOptions<object, boolean> & { readonly minimum: number },
): ProtectedSegment<object, MetricResult>[] {
  const { cube, populationOf } = options;
  const isListed = (key: object): boolean => cube === true || Object.keys(key).length === tally.dimensions.length;
  // The population is asked for segments of the cut alone; what is no function is left to the check.
  const own: typeof populationOf =
    typeof populationOf === 'function' ? (key) => (isListed(key) ? populationOf(key) : null) : populationOf;
  return protectTally('segmentBy', tally, measure, { ...options, populationOf: own }).filter(({ key }) =>
    isListed(key),
  );
}
