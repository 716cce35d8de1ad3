/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @internal
 */
export interface SymmetricEigen {
  /** Eigenvalues, in no order. */
  readonly values: Float64Array;
  /** Vector of value k in `vectors[i * size + k]` over i; the vectors are orthonormal. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations, row by row until nothing is left to rotate.
 *
 * @param matrix - Rows one after the other; left as it is.
 * @param size - Number of rows.
 * @returns Values accurate to about 1e-15 of the largest; NaN when the matrix holds a NaN.
 * @remarks Golub and Van Loan (2013), Matrix Computations, 4th edition, section 8.5.
 * @internal
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  // Convergence is quadratic: a dozen sweeps are plenty for any size that fits in memory.
  for (let sweep = 0, isRotating = true; isRotating && sweep < 60; sweep++) {
    isRotating = false;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) if (rotate(a, vectors, size, p, q)) isRotating = true;
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors };
}

// Makes a[p][q] zero; tells whether it was not, to the digits of the diagonal.
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): boolean {
  const off = a[p * size + q] as number;
  const app = a[p * size + p] as number;
  const aqq = a[q * size + q] as number;
  if (!(Math.abs(off) > 1e-17 * (Math.abs(app) + Math.abs(aqq)))) return false;
  const theta = (aqq - app) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const kp = a[k * size + p] as number;
    const kq = a[k * size + q] as number;
    a[k * size + p] = a[p * size + k] = cosine * kp - sine * kq;
    a[k * size + q] = a[q * size + k] = sine * kp + cosine * kq;
    const vp = vectors[k * size + p] as number;
    const vq = vectors[k * size + q] as number;
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
  }
  a[p * size + p] = app - tangent * off;
  a[q * size + q] = aqq + tangent * off;
  a[p * size + q] = a[q * size + p] = 0;
  return true;
}
