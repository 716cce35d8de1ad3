import { choleskyFactor, choleskyLogDeterminant } from './cholesky.js';

/**
 * A logistic likelihood in coordinates of an orthonormal basis of the design, where no scale and no overlap of predictors disturbs.
 *
 * @internal
 */
export interface LogisticModel {
  /** Orthonormal columns; coordinates are the coefficients of these. */
  readonly basis: readonly Float64Array[];
  /** 1 for an event, 0 for none. */
  readonly events: ArrayLike<number>;
  /** Weights of the log-likelihood. */
  readonly weights: Float64Array | null;
  /** What is added to the linear predictor without a coefficient. */
  readonly offset: ArrayLike<number> | null;
  /** Whether half the logarithm of the information's determinant is added to the log-likelihood (Firth). */
  readonly firth: boolean;
  /** Matrix by rows of a quadratic penalty, half of which is taken from the log-likelihood. */
  readonly penalty: Float64Array | null;
}

/**
 * A logistic likelihood at some coordinates.
 *
 * @internal
 */
export interface LogisticState {
  /** The log-likelihood with its penalties. */
  readonly objective: number;
  /** Fisher information (with the quadratic penalty) by rows. */
  readonly information: Float64Array;
  /** Its Cholesky factor, `null` where it has none. */
  readonly factor: Float64Array | null;
  /** Probability of an event in each row. */
  readonly fitted: Float64Array;
  /** Weighted difference of what happened and its probability, exact to the last digit even where that is next to 0 or 1. */
  readonly errors: Float64Array;
}

/**
 * The likelihood at coordinates of the basis.
 *
 * @internal
 */
export function logisticStateAt(model: LogisticModel, coordinates: Float64Array): LogisticState {
  const { basis, events, weights, offset, firth, penalty } = model;
  const size = basis.length;
  const rows = events.length;
  const fitted = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  const errors = new Float64Array(rows);
  let objective = 0;
  for (let i = 0; i < rows; i++) {
    let eta = offset === null ? 0 : (offset[i] as number);
    for (let k = 0; k < size; k++) eta += ((basis[k] as Float64Array)[i] as number) * (coordinates[k] as number);
    const weight = weights === null ? 1 : (weights[i] as number);
    const tail = Math.exp(-Math.abs(eta));
    // log(1 + e^-|eta|) is what an observation on the probable side costs.
    const isProbable = events[i] === 1 ? eta >= 0 : eta <= 0;
    objective -= weight * (Math.log1p(tail) + (isProbable ? 0 : Math.abs(eta)));
    const [far, close] = [tail / (1 + tail), 1 / (1 + tail)];
    fitted[i] = eta >= 0 ? close : far;
    errors[i] = (events[i] === 1 ? weight : -weight) * (isProbable ? far : close);
    curvature[i] = (weight * tail) / (1 + tail) ** 2;
  }
  const information = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let j = 0; j <= k; j++) {
      const a = basis[k] as Float64Array;
      const b = basis[j] as Float64Array;
      let total = penalty === null ? 0 : (penalty[k * size + j] as number);
      for (let i = 0; i < rows; i++) total += (curvature[i] as number) * (a[i] as number) * (b[i] as number);
      information[k * size + j] = information[j * size + k] = total;
    }
  }
  const factor = choleskyFactor(information, size);
  if (penalty !== null) objective -= quadraticForm(penalty, coordinates) / 2;
  if (firth && factor !== null) objective += choleskyLogDeterminant(factor, size) / 2;
  return { objective, information, factor, fitted, errors };
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  return vector.reduce(
    (total, value, k) =>
      total + value * vector.reduce((s, other, j) => s + (matrix[k * size + j] as number) * other, 0),
    0,
  );
}
