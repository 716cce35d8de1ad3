import { cxError } from '../core/errors.js';
import { isDictionaryColumn, strayCode, type DictionaryColumn } from './dictionaryColumn.js';

/** Columns of equal length, as typed arrays, arrays or dictionary-encoded: the shape in which large data already lies. */
export type Columns = Readonly<Record<string, ArrayLike<unknown> | DictionaryColumn<unknown>>>;

/** The row that a set of columns stands for. */
export type ColumnRow<Table extends Columns> = {
  readonly [Name in keyof Table]: Table[Name] extends DictionaryColumn<infer Value>
    ? Value
    : Table[Name] extends ArrayLike<infer Value>
      ? Value
      : never;
};

/** Columns that can also be read as rows, so that every measure takes them; measures over a scale count a named column directly. */
export interface ColumnTable<Row> extends Iterable<Row> {
  /** The columns, as given: nothing is copied. */
  readonly columns: { readonly [Name in keyof Row]: ArrayLike<Row[Name]> | DictionaryColumn<Row[Name]> };
  /** Number of rows. */
  readonly length: number;
}

/** The value of a row of a column. */
function valueAt(column: Columns[string] | undefined, name: string, row: number): unknown {
  if (!isDictionaryColumn(column)) return column?.[row];
  const { codes, values } = column;
  // Codes are the caller's, who may have changed them since.
  if ((codes[row] as number) >= values.length)
    throw strayCode(`toColumnTable: column "${name}"`, row, values.length, codes[row]);
  return values[codes[row] as number];
}

/**
 * Turns columns into a table that every measure accepts, without copying them.
 *
 * Use it for data that lies in columns (Arrow, typed arrays, a columnar database): a named score without weights is counted
 * at the speed of its array, and so is a cut by named columns, fastest of all where these come from {@link toDictionaryColumn};
 * everything else reads the columns as rows.
 *
 * @param columns - Arrays, typed arrays or dictionary-encoded columns of equal length, by name.
 * @returns A table over these columns. Changing a column changes what a later reading sees.
 * @throws TypeError with code `CX_INVALID_INPUT` when the columns differ in length, or there are none.
 * @example
 * ```ts
 * import { computeNps, toColumnTable } from 'cx-scoring';
 *
 * const table = toColumnTable({ q1: Uint8Array.of(10, 9, 8, 6), revenue: [120, 40, 60, 80] });
 * computeNps(table, { score: 'q1' }).value; // => 25
 * computeNps(table, { score: 'q1', weight: 'revenue' }).value; // ~> 26.6667
 * ```
 */
export function toColumnTable<Table extends Columns>(columns: Table): ColumnTable<ColumnRow<Table>> {
  // A caller without types may hand in nothing.
  const names = Object.keys(Object(columns) as Table);
  const length = names[0] === undefined ? undefined : columns[names[0]]?.length;
  if (length === undefined)
    throw cxError('CX_INVALID_INPUT', 'toColumnTable: columns', 'an object that holds at least one array', columns);
  for (const name of names) {
    if (columns[name]?.length !== length) {
      const rule = `as long as the first, ${length}`;
      throw cxError('CX_INVALID_INPUT', `toColumnTable: length of column "${name}"`, rule, columns[name]?.length);
    }
  }
  return {
    columns: columns as unknown as ColumnTable<ColumnRow<Table>>['columns'],
    length,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) {
        yield Object.fromEntries(names.map((name) => [name, valueAt(columns[name], name, index)])) as ColumnRow<Table>;
      }
    },
  };
}
