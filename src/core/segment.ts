/** A value of a dimension. `null` is a segment of its own: the rows where the value is missing. */
export type SegmentValue = string | number | boolean | null;

/** Which part of the business a segment is: a value for each dimension that is cut, such as `{ sector: 'retail', zone: 'north' }`. */
export type SegmentKey = Readonly<Record<string, SegmentValue>>;

/** A part of the business and what was computed for it. */
export interface Segment<Key extends object = SegmentKey, Result = unknown> {
  /** The values of the dimensions that are cut; in a cube, a dimension that is not cut is absent, and the whole has the key `{}`. */
  readonly key: Key;
  /** The result of the measure over the rows of the segment. */
  readonly result: Result;
}
