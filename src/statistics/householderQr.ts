/**
 * A tall matrix as `A = Q R` by reflections, the columns that depend on earlier ones left out.
 *
 * @internal
 */
export interface QrFactor {
  /** Number of rows of the matrix. */
  readonly length: number;
  /** Places of the independent columns, ascending. */
  readonly kept: readonly number[];
  /** One unit vector per reflection `I - 2 v v'`, zero before its own place. */
  readonly reflections: readonly Float64Array[];
  /** `R`, rows one after the other, of as many rows as columns were kept. */
  readonly upper: Float64Array;
}

/** A column is held to depend on earlier ones when this share of its length, or less, is its own. */
const DEPENDENT = 1e-12;

/**
 * The QR factors of a matrix given by its columns.
 *
 * @param columns - Finite numbers, as many in each column; left as they are.
 * @param length - Number of rows.
 * @returns The factors; a column whose own part is below 1e-12 of its length is left out, as R's `lm` leaves out aliased ones.
 * @remarks Householder, A. (1958), Unitary triangularization of a nonsymmetric matrix, Journal of the ACM 5, 339-342,
 * https://doi.org/10.1145/320941.320947
 * @internal
 */
export function factorQr(columns: readonly Float64Array[], length: number): QrFactor {
  const kept: number[] = [];
  const reflections: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  for (const [index, column] of columns.entries()) {
    const rank = kept.length;
    if (rank === length) break;
    const scale = largest(column);
    if (scale === 0) continue;
    const vector = column.map((value) => value / scale);
    const whole = norm(vector, 0);
    for (const [k, reflection] of reflections.entries()) reflect(reflection, k, vector);
    const own = norm(vector, rank);
    if (own <= DEPENDENT * whole) continue;
    const diagonal = (vector[rank] as number) > 0 ? -own : own;
    triangle.push(
      Float64Array.from({ length: rank + 1 }, (_, i) => scale * (i < rank ? (vector[i] as number) : diagonal)),
    );
    vector[rank] = (vector[rank] as number) - diagonal;
    const size = norm(vector, rank);
    reflections.push(vector.map((value, i) => (i < rank ? 0 : value / size)));
    kept.push(index);
  }
  const upper = new Float64Array(kept.length ** 2);
  for (const [j, entries] of triangle.entries()) {
    for (const [i, value] of entries.entries()) upper[i * kept.length + j] = value;
  }
  return { length, kept, reflections, upper };
}

/**
 * Multiplies a vector by `Q'`, in place.
 *
 * @internal
 */
export function multiplyByQTransposed(qr: QrFactor, vector: Float64Array): void {
  for (const [k, reflection] of qr.reflections.entries()) reflect(reflection, k, vector);
}

/**
 * Multiplies a vector by `Q`, in place.
 *
 * @internal
 */
export function multiplyByQ(qr: QrFactor, vector: Float64Array): void {
  for (let k = qr.kept.length - 1; k >= 0; k--) reflect(qr.reflections[k] as Float64Array, k, vector);
}

/**
 * The first columns of `Q`, an orthonormal basis of what the matrix spans.
 *
 * @internal
 */
export function orthonormalBasis(qr: QrFactor): Float64Array[] {
  return qr.kept.map((_, k) => {
    const column = new Float64Array(qr.length);
    column[k] = 1;
    multiplyByQ(qr, column);
    return column;
  });
}

/**
 * Solves `R x = b` in place, over the first places of the vector.
 *
 * @internal
 */
export function solveUpper({ upper, kept: { length: size } }: QrFactor, vector: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    let rest = vector[i] as number;
    for (let j = i + 1; j < size; j++) rest -= (upper[i * size + j] as number) * (vector[j] as number);
    vector[i] = rest / (upper[i * size + i] as number);
  }
}

/**
 * Solves `R' x = b` in place, over the first places of the vector.
 *
 * @internal
 */
export function solveUpperTransposed({ upper, kept: { length: size } }: QrFactor, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let rest = vector[i] as number;
    for (let j = 0; j < i; j++) rest -= (upper[j * size + i] as number) * (vector[j] as number);
    vector[i] = rest / (upper[i * size + i] as number);
  }
}

function reflect(reflection: Float64Array, from: number, vector: Float64Array): void {
  let dot = 0;
  for (let i = from; i < vector.length; i++) dot += (reflection[i] as number) * (vector[i] as number);
  dot *= 2;
  for (let i = from; i < vector.length; i++) vector[i] = (vector[i] as number) - dot * (reflection[i] as number);
}

function norm(vector: Float64Array, from: number): number {
  let squares = 0;
  for (let i = from; i < vector.length; i++) squares += (vector[i] as number) ** 2;
  return Math.sqrt(squares);
}

function largest(column: Float64Array): number {
  let size = 0;
  for (const value of column) size = Math.max(size, Math.abs(value));
  return size;
}
