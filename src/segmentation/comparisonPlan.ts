import { cxError } from '../core/errors.js';
import type { SegmentKey } from '../core/segment.js';
import { keyText } from './mergeSegmentTallies.js';

/** What segments are compared with: the rest of those they may be compared with, each other, or one of them. */
export type CompareAgainst<Key extends object> = 'rest' | 'each-other' | CompareWithSegment<Key>;

/** A segment to compare all others with. */
export interface CompareWithSegment<Key extends object> {
  /** Key of the segment. */
  readonly segment: Key;
}

/** Segments that may be compared with each other. */
export interface ComparisonGroup {
  /** Values of the dimensions within which they lie. */
  readonly within: SegmentKey;
  /** Their places in the list of segments. */
  readonly places: readonly number[];
  /** Whether they may be compared at all: segments of unknown countries may lie in different ones. */
  readonly isComparable: boolean;
}

/** One comparison: of a segment with another one, with the rest of its group, or with itself. */
export interface PlannedComparison {
  /** Place of the segment. */
  readonly first: number;
  /** Place of the other, or the rest. */
  readonly second: number | 'rest';
  /** Why there is nothing to compare, if so. */
  readonly refused: 'country' | null;
}

/** The name of the dimension across which nothing is compared unless a reason is given. */
export const COUNTRY = 'country';

/** Groups segments by the dimensions within which they are compared. */
export function groupSegments(keys: readonly object[], within: readonly string[]): ComparisonGroup[] {
  const groups = new Map<
    string,
    { readonly within: SegmentKey; readonly places: number[]; readonly isComparable: boolean }
  >();
  for (const [place, key] of keys.entries()) {
    const text = keyText(within, key);
    let group = groups.get(text);
    if (group === undefined) {
      const own = Object.fromEntries(within.map((dimension) => [dimension, (key as SegmentKey)[dimension] ?? null]));
      const isComparable = !(within.includes(COUNTRY) && own[COUNTRY] === null);
      groups.set(text, (group = { within: own, places: [], isComparable }));
    }
    group.places.push(place);
  }
  return Array.from(groups.values());
}

/** The place of the segment that the others are compared with. */
function placeOf(keys: readonly object[], dimensions: readonly string[], segment: unknown): number {
  const wanted = Object(segment) as object;
  const names = Object.keys(wanted);
  const fits = names.length === dimensions.length && names.every((dimension) => dimensions.includes(dimension));
  const text = keyText(dimensions, wanted);
  const place = fits ? keys.findIndex((key) => keyText(dimensions, key) === text) : -1;
  if (place < 0) {
    const rule = `the key of a segment, by ${dimensions.join(', ')}`;
    throw cxError('CX_INVALID_OPTION', 'compareSegments: option "against"', rule, segment);
  }
  return place;
}

/** Lists the comparisons that are asked for, in the order of the segments. Across other dimensions than the country there is none. */
export function planComparisons(
  keys: readonly object[],
  dimensions: readonly string[],
  groups: readonly ComparisonGroup[],
  against: unknown,
): PlannedComparison[] {
  const groupOf: ComparisonGroup[] = [];
  for (const group of groups) for (const place of group.places) groupOf[place] = group;
  const apart = keys.map((key, place) =>
    keyText(
      Object.keys(groupOf[place]?.within ?? {}).filter((dimension) => dimension !== COUNTRY),
      key,
    ),
  );
  const pair = (first: number, second: number): PlannedComparison[] => {
    if (apart[first] !== apart[second]) return [];
    const group = groupOf[first];
    const isRefused = first !== second && (group !== groupOf[second] || !group?.isComparable);
    return [{ first, second, refused: isRefused ? 'country' : null }];
  };
  if (against === 'rest') {
    return keys.map((_, first) => {
      const group = groupOf[first] as ComparisonGroup;
      // Alone in its country, a segment has only the rest of the world to be compared with.
      const isAlone = group.places.length === 1 && keys.length > 1 && COUNTRY in group.within;
      return { first, second: 'rest', refused: isAlone || !group.isComparable ? 'country' : null };
    });
  }
  if (against === 'each-other')
    return keys.flatMap((_, first) => keys.slice(first + 1).flatMap((_, step) => pair(first, first + 1 + step)));
  const { segment } = Object(against) as { readonly segment?: unknown };
  if (segment === undefined) {
    const rule = '"rest", "each-other" or { segment: key }';
    throw cxError('CX_INVALID_OPTION', 'compareSegments: option "against"', rule, against);
  }
  const second = placeOf(keys, dimensions, segment);
  return keys.flatMap((_, first) => pair(first, second));
}
