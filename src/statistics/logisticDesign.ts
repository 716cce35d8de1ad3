import { choleskyFactor, choleskyInverse } from './cholesky.js';
import { designOf } from './designColumns.js';
import { factorQr, orthonormalBasis, solveUpper, solveUpperTransposed } from './householderQr.js';
import type { QrFactor } from './householderQr.js';
import type { LogisticModel } from './logisticState.js';
import { spreadOverAll } from './unscaledCovariance.js';

/**
 * A logistic problem with the way back from coordinates of the basis to coefficients.
 *
 * @internal
 */
export interface LogisticDesign {
  /** The likelihood in coordinates of an orthonormal basis. */
  readonly model: LogisticModel;
  /** Factors of the columns. */
  readonly qr: QrFactor;
  /** The intercept's ones first, where there is one, then the predictors. */
  readonly columns: readonly Float64Array[];
}

/**
 * What makes up a logistic problem.
 *
 * @internal
 */
export interface LogisticInput {
  /** One column for each predictor. */
  readonly predictors: readonly ArrayLike<number>[];
  /** 1 for an event, 0 for none. */
  readonly events: ArrayLike<number>;
  /** Whether a constant is fitted, true by default. */
  readonly intercept?: boolean | undefined;
  /** Weights of the log-likelihood. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Log-odds without a coefficient. */
  readonly offset?: ArrayLike<number> | undefined;
  /** Whether Firth's penalty is added. */
  readonly firth?: boolean | undefined;
  /** Ridge penalty on the slopes. */
  readonly ridge?: number | undefined;
}

/**
 * Sets a logistic problem up; `null` outside the domain.
 *
 * @internal
 */
export function logisticDesign(input: LogisticInput): LogisticDesign | null {
  const { predictors, intercept = true, weights, offset = null, firth = false, ridge = 0 } = input;
  const events = new Float64Array(input.events);
  const design = designOf(predictors, events.length, intercept, weights);
  const isInDomain =
    events.every((event) => event === 0 || event === 1) &&
    (offset === null || (offset.length === events.length && new Float64Array(offset).every(Number.isFinite))) &&
    ridge >= 0 &&
    ridge < Infinity;
  if (design === null || design.count === 0 || !isInDomain) return null;
  return designFrom(design.columns, { events, weights: design.weights, offset, firth, ridge, isFirstFree: intercept });
}

/**
 * The same problem with one column moved to the end, so that the last coordinate is its coefficient but for a factor.
 *
 * @internal
 */
export function withColumnLast({ model, columns }: LogisticDesign, place: number): LogisticDesign {
  const own = columns[place] as Float64Array;
  return designFrom([...columns.filter((_, k) => k !== place), own], { ...model, ridge: 0, isFirstFree: false });
}

interface Likelihood {
  readonly events: ArrayLike<number>;
  readonly weights: Float64Array | null;
  readonly offset: ArrayLike<number> | null;
  readonly firth: boolean;
  readonly ridge: number;
  readonly isFirstFree: boolean;
}

function designFrom(columns: readonly Float64Array[], likelihood: Likelihood): LogisticDesign {
  const { events, weights, offset, firth, ridge, isFirstFree } = likelihood;
  const qr = factorQr(columns, events.length);
  const size = qr.kept.length;
  let penalty: Float64Array | null = null;
  if (ridge > 0) {
    // λ Σ b² over the slopes b = R⁻¹ c, in coordinates c: row by row of R⁻¹.
    penalty = new Float64Array(size * size);
    for (const [k, place] of qr.kept.entries()) {
      if (isFirstFree && place === 0) continue;
      const row = new Float64Array(size);
      row[k] = 1;
      solveUpperTransposed(qr, row);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          penalty[i * size + j] = (penalty[i * size + j] as number) + ridge * (row[i] as number) * (row[j] as number);
        }
      }
    }
  }
  return { model: { basis: orthonormalBasis(qr), events, weights, offset, firth, penalty }, qr, columns };
}

/**
 * Coefficients of the columns from coordinates of the basis, NaN for columns left out.
 *
 * @internal
 */
export function coefficientsOf(
  { qr, columns }: Pick<LogisticDesign, 'qr' | 'columns'>,
  coordinates: Float64Array,
): number[] {
  const solution = Float64Array.from(coordinates);
  solveUpper(qr, solution);
  return spreadOverAll(
    qr.kept,
    columns.length,
    Array.from(solution, (value) => value + 0),
  );
}

/**
 * Covariance of the coefficients by rows from the information about the coordinates, NaN for columns left out.
 *
 * @internal
 */
export function covarianceOf(
  { qr, columns }: Pick<LogisticDesign, 'qr' | 'columns'>,
  information: Float64Array,
): number[][] {
  const size = qr.kept.length;
  // What was maximised has one.
  const factor = choleskyFactor(information, size) as Float64Array;
  const unknown = new Array<number>(columns.length).fill(NaN);
  const inverse = choleskyInverse(factor, size);
  // R⁻¹ I⁻¹ R⁻ᵀ: solve for the columns, then for the rows.
  const half = Array.from({ length: size }, (_, k) => {
    const column = inverse.slice(k * size, (k + 1) * size);
    solveUpper(qr, column);
    return column;
  });
  const rows = Array.from({ length: size }, (_, i) => {
    const row = Float64Array.from({ length: size }, (__, k) => (half[k] as Float64Array)[i] as number);
    solveUpper(qr, row);
    return spreadOverAll(qr.kept, columns.length, row);
  });
  return spreadOverAll(qr.kept, columns.length, rows, unknown);
}
