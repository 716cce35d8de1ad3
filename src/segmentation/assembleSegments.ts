import type { SegmentValue } from '../core/segment.js';
import { keyOfCodes, packCodes, type CodedDimension } from './codedKeys.js';
import { compareSegmentValues } from './segmentOrder.js';
import type { SegmentTally } from './segmentTally.js';

/** A segment by the codes of its values, in the order of the dimensions. */
export interface CodedSegment<Tally> {
  /** Position of each value in the list of its dimension. */
  readonly codes: readonly number[];
  /** Tally of the segment. */
  readonly tally: Tally;
}

/** Turns codes into the places of their values in order. Of equal values the first counts for all. */
function toPlaces(dimension: string, values: readonly SegmentValue[], codes: readonly number[]): CodedDimension {
  const sorted = Array.from(new Set(codes.map((code) => values[code] as SegmentValue))).sort(compareSegmentValues);
  const placeOf = new Map(sorted.map((value, place) => [value, place]));
  const places = values.map((value) => placeOf.get(value) ?? 0);
  return { dimension, values: sorted, codes: codes.map((code) => places[code] as number) };
}

/** Puts coded segments in order and writes their keys; segments of equal values are merged. */
export function assembleSegments<Tally>(
  merge: (into: Tally, from: Tally) => void,
  dimensions: readonly { readonly dimension: string; readonly values: readonly SegmentValue[] }[],
  segments: readonly CodedSegment<Tally>[],
): SegmentTally<object, Tally> {
  const coded = dimensions.map(({ dimension, values }, at) =>
    toPlaces(
      dimension,
      values,
      segments.map(({ codes }) => codes[at] as number),
    ),
  );
  const packed = packCodes(coded, segments.length);
  const order = segments.map((_, at) => at).sort((a, b) => (packed[a] as number) - (packed[b] as number));
  const keys: object[] = [];
  const tallies: Tally[] = [];
  let last = -1;
  for (const at of order) {
    const { tally } = segments[at] as CodedSegment<Tally>;
    if (packed[at] === last) merge(tallies[tallies.length - 1] as Tally, tally);
    else {
      keys.push(keyOfCodes(coded, at));
      tallies.push(tally);
    }
    last = packed[at] as number;
  }
  return { dimensions: coded.map(({ dimension }) => dimension as never), keys, tallies };
}
