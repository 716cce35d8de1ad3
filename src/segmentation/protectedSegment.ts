import { cxError } from '../core/errors.js';
import type { Segment, SegmentKey } from '../core/segment.js';
import type { ProtectionPolicy } from './floors.js';
import type { RoundedFigure } from './protectRounding.js';
import type { SegmentTally } from './segmentTally.js';

/** Why a segment is not shown. More reasons may be added. */
export type SuppressionReason = 'below-minimum' | 'complementary';

/** A segment as it may be published. */
export interface ProtectedSegment<Key extends object, Result> {
  /** The values of the dimensions that are cut; the whole has the key `{}`. */
  readonly key: Partial<Key>;
  /**
   * `null` when the segment is shown. `'below-minimum'`: too few respondents or accounts. `'complementary'`: hidden so that nothing
   * hidden can be worked out from what is shown; it says nothing of the segment's own size.
   */
  readonly suppressed: SuppressionReason | null;
  /** The result, or `null` when the segment is not shown, or not with counts. */
  readonly result: Result | null;
  /** In the strict mode (`counts: 'hidden'`) the rounded value and interval; `null` when the segment is not shown, or shown with counts. */
  readonly rounded: RoundedFigure | null;
  /** Whether the comments of the segment may be read. */
  readonly comments: boolean;
}

/** The floors, and which segments are to be published. */
export interface ProtectOptions<Key extends object = SegmentKey> extends ProtectionPolicy {
  /**
   * The cuts that are published, each a list of dimensions: `[['sector'], ['sector', 'zone']]`. The whole always is.
   * @defaultValue one cut, by all dimensions of the tally
   */
  readonly cuts?: readonly (readonly (keyof Key & string)[])[] | undefined;
  /**
   * `true` for every cut: all combinations of all dimensions, at most six.
   * @defaultValue false
   */
  readonly cube?: boolean | undefined;
  /**
   * Confidence level of the intervals, strictly between 0 and 1.
   * @defaultValue that of the measure
   */
  readonly confidence?: number | undefined;
  /** Number of sampling units that exist in a segment; `null` or `undefined` when unknown. It is asked for segments that are shown. */
  readonly populationOf?: ((key: Partial<Key>) => number | null | undefined) | undefined;
}

/** Refuses anything but a list of segments. */
function requireSegments(where: string, segments: unknown): void {
  const isSegment = (own: unknown): boolean =>
    Object((Object(own) as { key?: unknown }).key) === (Object(own) as { key?: unknown }).key;
  if (!(Array.isArray(segments) && segments.every(isSegment)))
    throw cxError('CX_INVALID_INPUT', `${where}: segments`, 'a list of protected segments', segments);
}

/**
 * Lists the segments that are shown, with their results.
 *
 * Use it to chart, rank or compare protected segments: {@link compareSegments} and every other function that looks at segments would
 * give those away that are hidden, were it to see them.
 *
 * @param segments - Protected segments.
 * @returns Segments with a result, in the same order; none in the strict mode, which shows no results.
 * @throws TypeError with code `CX_INVALID_INPUT` for anything else.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { protectSegments, shownSegments } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const tally = {
 *   dimensions: ['zone'] as const,
 *   keys: [{ zone: 'north' }, { zone: 'south' }],
 *   tallies: [tallyRows([9, 9, 10, 7, 3], measure), tallyRows([8], measure)],
 * };
 * shownSegments(protectSegments(tally, measure)).map(({ key, result }) => [key, result.sampleSize]); // => [[{}, 6]]
 * ```
 */
export function shownSegments<Key extends object, Result>(
  segments: readonly ProtectedSegment<Key, Result>[],
): Segment<Partial<Key>, Result>[] {
  requireSegments('shownSegments', segments);
  return segments.flatMap(({ key, result }) => (result === null ? [] : [{ key, result }]));
}

/** Writes a key with its dimensions in order, so that equal keys give equal text. */
const textOf = (key: object): string => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Keeps the tallies of the segments that are shown.
 *
 * Use it before {@link compareSegments}, {@link rankSegments} and whatever else reads tallies: they then see nothing that is hidden, and
 * "the rest" is the rest of what is shown.
 *
 * @param tally - The tally that was protected, or one of the published cuts of it.
 * @param segments - What {@link protectSegments} made of it, with counts shown: a comparison tells numbers of respondents.
 * @returns A tally of those of its segments that are shown; the tallies themselves are not copied.
 * @throws TypeError with code `CX_INVALID_TALLY` or `CX_INVALID_INPUT` for anything else.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { protectSegments, shownTally } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const tally = {
 *   dimensions: ['zone'] as const,
 *   keys: [{ zone: 'east' }, { zone: 'north' }, { zone: 'south' }],
 *   tallies: [[9, 9, 10, 7, 3], [10, 2, 8, 9, 6, 4], [8]].map((answers) => tallyRows(answers, measure)),
 * };
 * shownTally(tally, protectSegments(tally, measure)).keys; // => [{ zone: 'north' }]
 * ```
 */
export function shownTally<Key extends object, Tally>(
  tally: SegmentTally<Key, Tally>,
  segments: readonly ProtectedSegment<Key, unknown>[],
): SegmentTally<Key, Tally> {
  const { dimensions, keys, tallies } = Object(tally) as SegmentTally<Key, Tally>;
  if (![dimensions, keys, tallies].every(Array.isArray))
    throw cxError('CX_INVALID_TALLY', 'shownTally: tally', '{ dimensions, keys, tallies }', tally);
  requireSegments('shownTally', segments);
  const shown = new Set(segments.flatMap(({ key, suppressed }) => (suppressed === null ? [textOf(key)] : [])));
  const kept = keys.map((key) => shown.has(textOf(key)));
  return { dimensions, keys: keys.filter((_, at) => kept[at]), tallies: tallies.filter((_, at) => kept[at]) };
}
