/**
 * The lower Cholesky factor `L` of a symmetric positive definite matrix, `A = L L'`.
 *
 * @param matrix - Rows one after the other; only the lower triangle is read.
 * @param size - Number of rows.
 * @returns The factor, rows one after the other, zero above the diagonal; `null` when the matrix is not positive definite to the
 * digits of a double.
 * @remarks Golub and Van Loan (2013), Matrix Computations, 4th edition, section 4.2.
 * @internal
 */
export function choleskyFactor(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const own = matrix[i * size + j] as number;
      let rest = own;
      for (let k = 0; k < j; k++) rest -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i > j) factor[i * size + j] = rest / (factor[j * size + j] as number);
      else if (rest > own * 1e-14) factor[i * size + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/**
 * The solution `x` of `L L' x = b`.
 *
 * @internal
 */
export function choleskySolution(factor: Float64Array, size: number, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (factor[i * size + k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] as number) - (factor[k * size + i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (factor[i * size + i] as number);
  }
  return x;
}

/**
 * The inverse of `L L'`, rows one after the other.
 *
 * @internal
 */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    unit.fill(0);
    unit[j] = 1;
    inverse.set(choleskySolution(factor, size, unit), j * size);
  }
  return inverse;
}

/**
 * The logarithm of the determinant of `L L'`.
 *
 * @internal
 */
export function choleskyLogDeterminant(factor: Float64Array, size: number): number {
  let log = 0;
  for (let i = 0; i < size; i++) log += 2 * Math.log(factor[i * size + i] as number);
  return log;
}
