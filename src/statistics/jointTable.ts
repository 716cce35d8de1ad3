/**
 * How often each pair of ratings occurs.
 *
 * @internal
 */
export interface JointTable {
  /** Counts, one row of `columns` for each level of the first column. */
  readonly counts: Int32Array;
  /** Number of levels of the first column, empty ones included. */
  readonly rows: number;
  /** Number of levels of the second. */
  readonly columns: number;
}

/**
 * The joint table of two columns of small whole numbers in two passes; `null` when a value is not whole or the table would not pay.
 *
 * @internal
 */
export function jointTable(x: ArrayLike<number>, y: ArrayLike<number>): JointTable | null {
  const { length } = x;
  const limit = Math.min(65536, 64 + 2 * length);
  const firstX = levelsOf(x, limit);
  const firstY = levelsOf(y, limit);
  if (firstX === null || firstY === null || firstX.levels * firstY.levels > limit) return null;
  const { lowest: lowestX, levels: rows } = firstX;
  const { lowest: lowestY, levels: columns } = firstY;
  const counts = new Int32Array(rows * columns);
  for (let i = 0; i < length; i++) {
    const cell = ((x[i] as number) - lowestX) * columns + ((y[i] as number) - lowestY);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return { counts, rows, columns };
}

function levelsOf(values: ArrayLike<number>, limit: number): { lowest: number; levels: number } | null {
  let lowest = 0x7fffffff;
  let highest = -0x80000000;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if ((value | 0) !== value) return null;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const levels = highest - lowest + 1;
  return levels > 0 && levels <= limit ? { lowest, levels } : null;
}

/**
 * How often each level of the first and of the second column occurs.
 *
 * @internal
 */
export function tableMargins({ counts, rows, columns }: JointTable): [Int32Array, Int32Array] {
  const first = new Int32Array(rows);
  const second = new Int32Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = counts[i * columns + j] as number;
      first[i] = (first[i] as number) + count;
      second[j] = (second[j] as number) + count;
    }
  }
  return [first, second];
}
