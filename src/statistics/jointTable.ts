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

/** A table of the ratings from 0 to 15, which pays from so many rows on. */
const RATING_CELLS = 256;
const FEWEST_RATINGS = 256;

/**
 * The joint table of two columns of small whole numbers in two passes; `null` when a value is not whole or the table would not pay.
 *
 * @internal
 */
export function jointTable(x: ArrayLike<number>, y: ArrayLike<number>): JointTable | null {
  const { length } = x;
  const ratings = length < FEWEST_RATINGS ? null : ratingTable(x, y);
  if (ratings !== null) return ratings;
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

// One pass for whole numbers from 0 to 15. By twos and into two tables, since counting into the same cell again has to wait.
function ratingTable(x: ArrayLike<number>, y: ArrayLike<number>): JointTable | null {
  const { length } = x;
  const both = new Int32Array(2 * RATING_CELLS);
  const paired = length - (length % 2);
  for (let i = 0; i < paired; i += 2) {
    const row = (x[i] as number) & 15;
    const column = (y[i] as number) & 15;
    const nextRow = (x[i + 1] as number) & 15;
    const nextColumn = (y[i + 1] as number) & 15;
    // Whatever is no such number differs from its four bits.
    if (row !== x[i] || column !== y[i] || nextRow !== x[i + 1] || nextColumn !== y[i + 1]) return null;
    const cell = (row << 4) | column;
    const nextCell = RATING_CELLS | (nextRow << 4) | nextColumn;
    both[cell] = (both[cell] as number) + 1;
    both[nextCell] = (both[nextCell] as number) + 1;
  }
  const counts = both.subarray(0, RATING_CELLS);
  for (let cell = 0; cell < RATING_CELLS; cell++) {
    counts[cell] = (counts[cell] as number) + (both[RATING_CELLS + cell] as number);
  }
  if (paired === length) return { counts, rows: 16, columns: 16 };
  const row = (x[paired] as number) & 15;
  const column = (y[paired] as number) & 15;
  const cell = (row << 4) | column;
  counts[cell] = (counts[cell] as number) + 1;
  return row === x[paired] && column === y[paired] ? { counts, rows: 16, columns: 16 } : null;
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
