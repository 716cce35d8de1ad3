/**
 * A table of numbers, never falling along its rows or down its columns, that is not kept but computed: the differences of two
 * sorted samples, or the means of pairs of one.
 *
 * @internal
 */
export interface MonotoneTable {
  /** Number of rows. */
  readonly rows: number;
  /** Where row `i` begins: 0 for a full table, `i` for the half on and above the diagonal. */
  readonly first: (i: number) => number;
  /** Where every row ends, exclusive. */
  readonly end: number;
  /** The number in row `i` and column `j`. */
  readonly at: (i: number, j: number) => number;
}

/**
 * The differences `x - y` of two ascending samples.
 *
 * @internal
 */
export function differenceTable(x: Float64Array, y: Float64Array): MonotoneTable {
  const last = y.length - 1;
  return {
    rows: x.length,
    first: () => 0,
    end: y.length,
    at: (i, j) => (x[i] as number) - (y[last - j] as number),
  };
}

/**
 * Walsh's averages of an ascending sample: the means of all pairs, each value with itself included.
 *
 * @internal
 */
export function walshTable(x: Float64Array): MonotoneTable {
  return { rows: x.length, first: (i) => i, end: x.length, at: (i, j) => (x[i] as number) / 2 + (x[j] as number) / 2 };
}

/**
 * The `k`-th smallest number of a table, k from 1, by bisection: as many sweeps as a double has bits, each as long as the table
 * is wide and high, so that a table of a hundred million takes milliseconds and no memory.
 *
 * @internal
 */
export function kthSmallest(table: MonotoneTable, k: number): number {
  let high = table.at(table.rows - 1, table.end - 1);
  let low = table.at(0, 0);
  if (countUpTo(table, low) >= k) return low + 0;
  for (;;) {
    const middle = low / 2 + high / 2;
    // No double is left between the two: `high` is the smallest with at least k numbers up to it, so it is one of them.
    if (!(middle > low && middle < high)) return high + 0;
    if (countUpTo(table, middle) >= k) high = middle;
    else low = middle;
  }
}

/**
 * The median of a table of `size` numbers.
 *
 * @internal
 */
export function tableMedian(table: MonotoneTable, size: number): number {
  const lower = kthSmallest(table, Math.ceil(size / 2));
  return size % 2 === 1 ? lower : lower / 2 + kthSmallest(table, size / 2 + 1) / 2;
}

function countUpTo({ rows, first, end, at }: MonotoneTable, limit: number): number {
  let count = 0;
  let column = end;
  for (let i = 0; i < rows; i++) {
    const start = first(i);
    while (column > start && at(i, column - 1) > limit) column--;
    // From here on every row begins beyond what is within the limit.
    if (column <= start) break;
    count += column - start;
  }
  return count;
}
