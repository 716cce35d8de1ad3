/**
 * Rows for a regression: predictors with the intercept in front, and which weights they carry.
 *
 * @internal
 */
export interface Design {
  /** The intercept's ones first, where there is one, then the predictors. */
  readonly columns: readonly Float64Array[];
  /** Number of rows. */
  readonly length: number;
  /** Weights, or `null` when every row counts once. */
  readonly weights: Float64Array | null;
  /** Number of rows with a weight above zero. */
  readonly count: number;
}

/**
 * Predictors given by columns as a design; `null` when a length differs, a number is not finite, or a weight is negative.
 *
 * @internal
 */
export function designOf(
  predictors: readonly ArrayLike<number>[],
  length: number,
  intercept: boolean,
  weights?: ArrayLike<number>,
): Design | null {
  const given = predictors.map((column) => new Float64Array(column));
  const columns = intercept ? [new Float64Array(length).fill(1), ...given] : given;
  const isWhole = columns.every((column) => column.length === length && column.every(Number.isFinite));
  if (!isWhole || length === 0 || columns.length === 0) return null;
  if (weights === undefined) return { columns, length, weights: null, count: length };
  const ownWeights = new Float64Array(weights);
  if (ownWeights.length !== length || !ownWeights.every((weight) => weight >= 0 && weight < Infinity)) return null;
  return { columns, length, weights: ownWeights, count: ownWeights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0) };
}

/**
 * A column with each value multiplied by the square root of its weight.
 *
 * @internal
 */
export function weightedColumn(column: Float64Array, weights: Float64Array | null): Float64Array {
  return weights === null ? column : column.map((value, i) => value * Math.sqrt(weights[i] as number));
}
