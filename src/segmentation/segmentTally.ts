/** One tally per segment, the finest cut: plain data that survives JSON, merges, and is scored by {@link toSegments}. */
export interface SegmentTally<Key extends object, Tally> {
  /** Names of the dimensions, in code-unit order. */
  readonly dimensions: readonly (keyof Key & string)[];
  /** Key of each segment, each once, with a value for every dimension, in the order of the values. */
  readonly keys: Key[];
  /** Tally of each segment. */
  readonly tallies: Tally[];
}
