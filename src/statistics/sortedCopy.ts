/**
 * The values in ascending order, in an array of their own.
 *
 * @internal
 */
export function sortedCopy(values: Iterable<number>): Float64Array {
  return new Float64Array(values).sort();
}
