/**
 * An information that has shrunk to this share of what it was at the start says that the estimate runs away. It is the square of what
 * counts as dependent: a predictor of which all but a far row lies so close together may have no more.
 *
 * @internal
 */
export const VANISHED = 1e-26;

/**
 * The largest diagonal entry of a square matrix.
 *
 * @internal
 */
export function largestDiagonal(matrix: Float64Array): number {
  const size = Math.sqrt(matrix.length);
  let largest = 0;
  for (let k = 0; k < size; k++) largest = Math.max(largest, matrix[k * size + k] as number);
  return largest;
}

/**
 * The smallest squared diagonal entry of a Cholesky factor: what the data say of the direction they say least of.
 *
 * @internal
 */
export function smallestPivot(factor: Float64Array): number {
  const size = Math.sqrt(factor.length);
  let smallest = Infinity;
  for (let k = 0; k < size; k++) smallest = Math.min(smallest, (factor[k * size + k] as number) ** 2);
  return smallest;
}
