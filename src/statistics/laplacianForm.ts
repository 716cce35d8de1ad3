/**
 * The quadratic form `d' L⁺ d` of a graph's Laplacian L, the covariance of classes that exchange units.
 *
 * @internal
 */
export interface LaplacianForm {
  /** Value of the form. */
  readonly value: number;
  /** Rank of L: the number of classes less the number of groups that exchange nothing with each other. */
  readonly rank: number;
}

/**
 * The quadratic form of a Laplacian given by its weights.
 *
 * @param weights - Symmetric, zero or more: what classes i and j exchange. The diagonal is not read.
 * @param differences - The vector d, one entry for each class; it adds up to zero over every group of classes that exchange.
 * @internal
 */
export function laplacianForm(weights: readonly (readonly number[])[], differences: readonly number[]): LaplacianForm {
  const degrees = weights.map((row, i) => row.reduce((sum, weight, j) => (i === j ? sum : sum + weight), 0));
  const matrix = weights.map((row, i) => row.map((weight, j) => (i === j ? (degrees[i] as number) : -weight)));
  const rest = differences.slice();
  let value = 0;
  let rank = 0;
  // Elimination without exchanges, as for any positive semidefinite matrix; a pivot of zero ends a group.
  for (const [k, row] of matrix.entries()) {
    const pivot = row[k] as number;
    const difference = rest[k] as number;
    if (!(pivot > 1e-12 * (degrees[k] as number))) continue;
    value += (difference * difference) / pivot;
    rank++;
    for (let i = k + 1; i < rest.length; i++) {
      const other = matrix[i] as number[];
      const factor = (other[k] as number) / pivot;
      for (let j = k; j < rest.length; j++) other[j] = (other[j] as number) - factor * (row[j] as number);
      rest[i] = (rest[i] as number) - factor * difference;
    }
  }
  return { value, rank };
}
