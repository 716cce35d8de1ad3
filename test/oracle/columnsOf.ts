/** The columns of a table given by rows. */
export function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, k) => rows.map((row) => row[k] as number));
}
