import { multiplyByQ, multiplyByQTransposed, solveUpper, solveUpperTransposed } from './householderQr.js';
import type { QrFactor } from './householderQr.js';

/**
 * The solution of a least-squares problem and what it leaves over.
 *
 * @internal
 */
export interface LeastSquaresSolution {
  /** One coefficient for each kept column. */
  readonly solution: Float64Array;
  /** `b - A x`; exactly zero throughout when nothing but rounding is left. */
  readonly residuals: Float64Array;
}

/**
 * The least-squares solution from a QR factorisation, refined with residuals of about 32 digits until it stands still.
 *
 * Coefficient and residual are refined together, so that the accuracy is that of the data even where the columns are nearly
 * dependent and the residuals large.
 *
 * @param columns - All columns of the matrix.
 * @param qr - Their factors.
 * @param right - What is fitted.
 * @remarks Björck, Å. (1967), Iterative refinement of linear least squares solutions I, BIT 7, 257-278,
 * https://doi.org/10.1007/BF01939321
 * @internal
 */
export function refinedLeastSquares(
  columns: readonly Float64Array[],
  qr: QrFactor,
  right: Float64Array,
): LeastSquaresSolution {
  const matrix = qr.kept.map((index) => columns[index] as Float64Array);
  const size = matrix.length;
  const solution = new Float64Array(size);
  const residuals = new Float64Array(qr.length);
  // The first step is the plain solution, for which there is nothing to subtract yet.
  let defect = Float64Array.from(right);
  let slope = new Float64Array(size);
  let before = Infinity;
  for (let step = 0; step < 12; step++) {
    multiplyByQTransposed(qr, defect);
    solveUpperTransposed(qr, slope);
    const correction = new Float64Array(size);
    for (let k = 0; k < size; k++) {
      correction[k] = (defect[k] as number) - (slope[k] as number);
      defect[k] = slope[k] as number;
    }
    solveUpper(qr, correction);
    multiplyByQ(qr, defect);
    let change = 0;
    for (let k = 0; k < size; k++) {
      const next = (solution[k] as number) + (correction[k] as number);
      change = Math.max(change, Math.abs(correction[k] as number) / (Math.abs(next) + Number.MIN_VALUE));
    }
    // What no longer shrinks is rounding (or a system past refining), and is left out.
    if (step > 1 && !(change < before / 2)) break;
    before = change;
    for (let k = 0; k < size; k++) solution[k] = (solution[k] as number) + (correction[k] as number);
    for (let i = 0; i < qr.length; i++) residuals[i] = (residuals[i] as number) + (defect[i] as number);
    if (step > 0 && change < 1e-15) break;
    defect = defectOf(matrix, solution, right, residuals);
    slope = slopeOf(matrix, residuals);
  }
  return { solution, residuals: withoutRounding(matrix, solution, right, residuals) };
}

// b - r - A x, each entry summed in double-double. The arithmetic of `twoProduct` and `twoSum` is written out: pairs would cost
// ten times as much.
function defectOf(
  matrix: readonly Float64Array[],
  solution: Float64Array,
  right: Float64Array,
  residuals: Float64Array,
): Float64Array<ArrayBuffer> {
  const high = Float64Array.from(right);
  const low = new Float64Array(high.length);
  for (let i = 0; i < high.length; i++) {
    const a = high[i] as number;
    const b = -(residuals[i] as number);
    const sum = a + b;
    const part = sum - a;
    high[i] = sum;
    low[i] = a - (sum - part) + (b - part);
  }
  for (const [k, column] of matrix.entries()) {
    const b = -(solution[k] as number);
    const scaledB = 134_217_729 * b;
    const highB = scaledB - (scaledB - b);
    const lowB = b - highB;
    for (let i = 0; i < high.length; i++) {
      const a = column[i] as number;
      const product = a * b;
      const scaledA = 134_217_729 * a;
      const highA = scaledA - (scaledA - a);
      const lowA = a - highA;
      const before = high[i] as number;
      const sum = before + product;
      const part = sum - before;
      high[i] = sum;
      low[i] =
        (low[i] as number) +
        (before - (sum - part) + (product - part)) +
        (lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB));
    }
  }
  for (let i = 0; i < high.length; i++) high[i] = (high[i] as number) + (low[i] as number);
  return high;
}

// -A' r, each entry summed in double-double.
function slopeOf(matrix: readonly Float64Array[], residuals: Float64Array): Float64Array<ArrayBuffer> {
  const slope = new Float64Array(matrix.length);
  for (const [k, column] of matrix.entries()) {
    let high = 0;
    let low = 0;
    for (let i = 0; i < column.length; i++) {
      const a = column[i] as number;
      const b = residuals[i] as number;
      const product = a * b;
      const scaledA = 134_217_729 * a;
      const highA = scaledA - (scaledA - a);
      const lowA = a - highA;
      const scaledB = 134_217_729 * b;
      const highB = scaledB - (scaledB - b);
      const lowB = b - highB;
      const sum = high + product;
      const part = sum - high;
      low +=
        high -
        (sum - part) +
        (product - part) +
        (lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB));
      high = sum;
    }
    slope[k] = -(high + low);
  }
  return slope;
}

// A residual within the rounding of the terms it is the difference of says nothing; when all are, the fit is perfect.
function withoutRounding(
  matrix: readonly Float64Array[],
  solution: Float64Array,
  right: Float64Array,
  residuals: Float64Array,
): Float64Array {
  for (let i = 0; i < residuals.length; i++) {
    let terms = Math.abs(right[i] as number);
    for (const [k, column] of matrix.entries()) terms += Math.abs((column[i] as number) * (solution[k] as number));
    if (!(Math.abs(residuals[i] as number) <= 4 * Number.EPSILON * terms)) return residuals;
  }
  return new Float64Array(residuals.length);
}
