import { normalPValue } from './alternative.js';
import { choleskyFactor, choleskyInverse, choleskySolution } from './cholesky.js';
import { deviations } from './coMoments.js';
import { partialLikelihoodAt } from './partialLikelihood.js';
import { riskTable } from './riskTable.js';

/** Options of `coxRegression`. */
export interface CoxOptions {
  /** What is done about events at the same time: `'efron'` (default), the more accurate, or `'breslow'`. */
  readonly ties?: 'efron' | 'breslow' | undefined;
}

/** Outcome of `coxRegression`. */
export interface CoxRegression {
  /** Logarithms of hazard ratios, one a predictor. */
  readonly coefficients: readonly number[];
  /** Their standard errors. */
  readonly standardErrors: readonly number[];
  /** Coefficients in standard errors (Wald's z). */
  readonly statistics: readonly number[];
  /** Two-sided p-values. */
  readonly pValues: readonly number[];
  /** False when the estimate does not exist or a predictor depends on others; all numbers are then NaN. */
  readonly converged: boolean;
}

/**
 * Cox regression: how predictors multiply the rate at which units have the event, whatever the curve over time.
 *
 * @param times - Time until the event or until the end of following, zero or more.
 * @param events - 1 where the event happened at that time, 0 where following ended without it.
 * @param predictors - One column of finite numbers for each predictor, at least one.
 * @param options - How ties are treated.
 * @returns Coefficients with standard errors and tests; NaN outside the domain and where there is no estimate.
 * @remarks Cox, D. (1972), Regression models and life-tables, JRSS B 34, 187-220, https://doi.org/10.1111/j.2517-6161.1972.tb00899.x;
 * Efron, B. (1977), JASA 72, 557-565, https://doi.org/10.1080/01621459.1977.10480613; Breslow, N. (1974), Biometrics 30, 89-99,
 * https://doi.org/10.2307/2529620
 * @example
 * ```ts
 * import { coxRegression } from 'cx-scoring/statistics';
 * const cox = coxRegression([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 0], [[1, 1, 0, 1, 0, 0]]);
 * cox.coefficients; // ~> [1.6878]
 * ```
 */
export function coxRegression(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  predictors: readonly ArrayLike<number>[],
  options: CoxOptions = {},
): CoxRegression {
  const { ties = 'efron' } = options;
  const size = predictors.length;
  const columns = predictors.map(deviations);
  const isWhole = columns.every((column) => column.length === times.length && column.every(Number.isFinite));
  const table = isWhole && size > 0 ? riskTable(times, events) : null;
  // From the last time to the first, so that those at risk only ever join.
  const order = Array.from(times, (_, i) => i).sort((a, b) => (times[b] as number) - (times[a] as number));
  // Deviations are in units of their own; the way back is the ratio of two differences.
  const units = columns.map((column, k) => unitOf(column, predictors[k] as ArrayLike<number>));
  let beta = new Float64Array(size);
  let state = table && partialLikelihoodAt(order, times, events, columns, beta, ties);
  const least = diagonalOf(state?.information, size);
  for (let step = 0; state !== null && step < 100; step++) {
    const factor = choleskyFactor(state.information, size);
    // A predictor that separates the events drives its information to nothing, as far as differences of its means can tell.
    if (factor === null || state.information.some((value, at) => value < 1e-12 * (least[at] as number))) break;
    const move = choleskySolution(factor, size, state.score);
    let share = 1;
    let next = beta;
    let nextState = state;
    for (; share > 1e-9; share /= 2) {
      const tried = share;
      next = beta.map((value, k) => value + tried * (move[k] as number));
      nextState = partialLikelihoodAt(order, times, events, columns, next, ties);
      if (nextState.logLikelihood >= state.logLikelihood - 1e-13 * Math.abs(state.logLikelihood)) break;
    }
    beta = next;
    state = nextState;
    if (Math.hypot(...move) > 1e-10 * (1 + Math.hypot(...beta))) continue;
    const inverse = choleskyInverse(factor, size);
    const coefficients = Array.from(beta, (value, k) => value * (units[k] as number));
    const standardErrors = units.map((unit, k) => Math.sqrt(inverse[k * size + k] as number) * unit);
    const statistics = coefficients.map((value, k) => value / (standardErrors[k] as number));
    return {
      coefficients,
      standardErrors,
      statistics,
      pValues: statistics.map((z) => normalPValue(z)),
      converged: true,
    };
  }
  const unknown = new Array<number>(size).fill(NaN);
  return { coefficients: unknown, standardErrors: unknown, statistics: unknown, pValues: unknown, converged: false };
}

function unitOf(scaled: Float64Array, raw: ArrayLike<number>): number {
  const [low, high] = [scaled.indexOf(Math.min(...scaled)), scaled.indexOf(Math.max(...scaled))];
  return ((scaled[high] as number) - (scaled[low] as number)) / ((raw[high] as number) - (raw[low] as number));
}

// The diagonal of a matrix, with what nothing is below elsewhere.
function diagonalOf(matrix: Float64Array | undefined, size: number): Float64Array {
  return Float64Array.from(matrix ?? [], (value, at) => (at % (size + 1) === 0 ? value : -Infinity));
}
