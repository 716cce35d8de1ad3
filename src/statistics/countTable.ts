/** A table of counts, by rows of equal length, such as one row for each segment and one column for each answer. */
export type CountTable = readonly ArrayLike<number>[];

/**
 * A table with its totals.
 *
 * @internal
 */
export interface TableTotals {
  /** The counts, row after row. */
  readonly rows: readonly (readonly number[])[];
  /** Totals of the rows. */
  readonly rowTotals: readonly number[];
  /** Totals of the columns. */
  readonly columnTotals: readonly number[];
  /** Total of all; NaN when rows differ in length or a count is below zero or not finite. */
  readonly total: number;
  /** Number of rows with any count. */
  readonly filledRows: number;
  /** Number of columns with any count. */
  readonly filledColumns: number;
}

/**
 * The totals of a table.
 *
 * @internal
 */
export function tableTotals(table: CountTable): TableTotals {
  const rows = table.map((row) => Array.from(row));
  const width = rows[0]?.length ?? 0;
  const isTable = rows.every((row) => row.length === width && row.every((count) => count >= 0 && count < Infinity));
  const rowTotals = rows.map(addUp);
  const columnTotals = Array.from({ length: width }, (_, j) => addUp(rows.map((row) => row[j] ?? NaN)));
  return {
    rows,
    rowTotals,
    columnTotals,
    total: isTable ? addUp(rowTotals) : NaN,
    filledRows: rowTotals.filter((count) => count > 0).length,
    filledColumns: columnTotals.filter((count) => count > 0).length,
  };
}

/**
 * Whether every count of a table is a whole number.
 *
 * @internal
 */
export function isWholeTable({ rows, total }: TableTotals): boolean {
  return Number.isSafeInteger(total) && rows.every((row) => row.every((count) => Number.isSafeInteger(count)));
}

function addUp(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
