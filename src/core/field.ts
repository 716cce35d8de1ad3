/** A value that may be missing: `null` and `undefined` are skipped and counted, never read as 0. */
export type Score = number | null | undefined;

/** Names of the fields of `Row` whose type fits `Value`. */
export type FieldName<Row, Value> = { [K in keyof Row & string]: Row[K] extends Value ? K : never }[keyof Row & string];

/** How to read a value from a row: the field's name, or a function of the row and its index. */
export type Field<Row, Value> = FieldName<Row, Value> | ((row: Row, index: number) => Value);

/** Turns a field into a function once, so that loops have one kind of thing to call. A row that is missing has missing fields. */
export function fieldReader<Row, Value>(field: Field<Row, Value>): (row: Row, index: number) => Value {
  return typeof field === 'function' ? field : (row) => row?.[field as keyof Row] as Value;
}
