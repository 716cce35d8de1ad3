import { choleskyFactor, choleskySolution } from './cholesky.js';
import { logisticStateAt } from './logisticState.js';
import type { LogisticModel, LogisticState } from './logisticState.js';
import { largestDiagonal, smallestPivot, VANISHED } from './vanishedInformation.js';

/**
 * Where a likelihood is largest.
 *
 * @internal
 */
export interface LogisticMaximum {
  /** Coefficients of the basis. */
  readonly coordinates: Float64Array;
  /** The log-likelihood with its penalties. */
  readonly objective: number;
  /** Fisher information (with the quadratic penalty) by rows. */
  readonly information: Float64Array;
  /** Probability of an event in each row. */
  readonly fitted: Float64Array;
  /** Whether the maximum was reached; without it there is none (separation). */
  readonly converged: boolean;
}

/**
 * Maximises a logistic likelihood by Newton's (with Firth's penalty: Fisher's) steps, halved while they do not climb.
 *
 * @param model - The likelihood.
 * @param start - Where to start.
 * @param free - How many of the first coordinates may move; the rest stay where they start.
 * @internal
 */
export function maximizeLogistic(
  model: LogisticModel,
  start: Float64Array,
  free: number = start.length,
): LogisticMaximum {
  let coordinates = start;
  let state = logisticStateAt(model, coordinates);
  let converged = free === 0;
  const least = VANISHED * largestDiagonal(state.information);
  let before = Infinity;
  for (let step = 0; step < 500 && !converged; step++) {
    // Where there is no maximum the estimate runs away until the data say nothing about it any more.
    if (state.factor === null || !(smallestPivot(state.factor) > least)) break;
    const move = stepFrom(model, coordinates, state, state.factor, free);
    if (move === null) break;
    let share = 1;
    let next = coordinates;
    let nextState = state;
    // The last steps do not climb by more than rounding: that is no reason to halve them.
    const slack = 1e-13 * (1 + Math.abs(state.objective)) + 1e-14 * length(coordinates);
    for (; share > 1e-6; share /= 2) {
      const tried = share;
      next = coordinates.map((value, k) => value + tried * (move[k] ?? 0));
      nextState = logisticStateAt(model, next);
      if (nextState.factor !== null && nextState.objective >= state.objective - slack) break;
    }
    if (share <= 1e-6) break;
    // Coordinates are of orthonormal columns: the largest change of a linear predictor is at most the length of the step.
    const change = length(move) / (1 + length(next));
    // A small step that no longer shrinks is rounding.
    converged = share === 1 && (change <= 1e-12 || (change < 1e-6 && change >= before));
    before = change;
    coordinates = next;
    state = nextState;
  }
  const { objective, information, fitted } = state;
  return { coordinates, objective, information, fitted, converged };
}

function stepFrom(
  model: LogisticModel,
  coordinates: Float64Array,
  { fitted, information, errors: plainErrors }: LogisticState,
  factor: Float64Array,
  free: number,
): Float64Array | null {
  const { basis, weights, firth, penalty } = model;
  const size = basis.length;
  const errors = Float64Array.from(plainErrors);
  if (firth) {
    for (const [i, p] of fitted.entries()) {
      const row = basis.map((column) => column[i] as number);
      const weight = weights === null ? 1 : (weights[i] as number);
      const half = choleskySolution(factor, size, row).reduce(
        (total, value, k) => total + value * (row[k] as number),
        0,
      );
      // The hat value times how far the probability is from a half: Firth's correction of the score.
      errors[i] = (errors[i] as number) + weight * p * (1 - p) * half * (0.5 - p);
    }
  }
  const score = basis.slice(0, free).map((column, k) => {
    let total = 0;
    for (let i = 0; i < errors.length; i++) total += (errors[i] as number) * (column[i] as number);
    if (penalty !== null)
      for (let j = 0; j < size; j++) total -= (penalty[k * size + j] as number) * (coordinates[j] as number);
    return total;
  });
  if (free === size) return choleskySolution(factor, size, score);
  const part = Float64Array.from({ length: free * free }, (_, at) => {
    return information[Math.floor(at / free) * size + (at % free)] as number;
  });
  const partFactor = choleskyFactor(part, free);
  return partFactor === null ? null : choleskySolution(partFactor, free, score);
}

function length(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
}
