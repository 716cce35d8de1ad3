import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type FieldName } from '../core/field.js';
import { compareTexts } from '../core/textOrder.js';

/** What a dimension may hold. `undefined`, `null` and text that is empty are one segment, that of the missing value. */
export type DimensionValue = string | number | boolean | null | undefined;

/** How rows are cut: names of fields, `['sector', 'country']`, or dimensions with the field or function of each, `{ sector: 'industry' }`. */
export type Dimensions<Row> =
  readonly FieldName<Row, DimensionValue>[] | { readonly [dimension: string]: Field<Row, DimensionValue> };

/** The value of a dimension as it stands in a key: what is missing is `null`. */
export type DimensionKeyValue<Value> = Exclude<Value, undefined | ''> | null;

/** The key of a segment, as the cut makes it from rows. */
export type DimensionKey<Row, Cut> = Cut extends readonly (infer Dimension)[]
  ? { readonly [Name in Dimension & keyof Row & string]: DimensionKeyValue<Row[Name]> }
  : {
      readonly [Name in keyof Cut & string]: Cut[Name] extends (...row: never[]) => infer Value
        ? DimensionKeyValue<Value>
        : Cut[Name] extends keyof Row
          ? DimensionKeyValue<Row[Cut[Name]]>
          : never;
    };

/** A dimension, ready to be read. */
export interface Dimension<Row> {
  /** Its name, as it stands in the keys. */
  readonly dimension: string;
  /** The name of a field, which may be a column, or a function of the row. */
  readonly field: string | ((row: Row, index: number) => unknown);
  /** Reads it from a row. */
  readonly read: (row: Row, index: number) => unknown;
}

/** Checks a cut and lists its dimensions in code-unit order of their names. */
export function resolveDimensions<Row>(where: string, cut: unknown): Dimension<Row>[] {
  const rule = 'a list of field names, or a record of fields by dimension';
  if (typeof cut !== 'object' || cut === null)
    throw cxError('CX_INVALID_OPTION', `${where}: option "dimensions"`, rule, cut);
  const entries: (readonly [unknown, unknown])[] = Array.isArray(cut)
    ? cut.map((dimension: unknown) => [dimension, dimension])
    : Object.entries(cut);
  const seen = new Set<unknown>();
  const dimensions = entries.map(([dimension, field]) => {
    const known = typeof field === 'function' ? dimension !== field : typeof field === 'string' && field !== '';
    if (!known)
      throw cxError(
        'CX_INVALID_OPTION',
        `${where}: dimension ${JSON.stringify(dimension) ?? ''}`,
        'the name of a field or a function of the row',
        field,
      );
    if (seen.has(dimension))
      throw cxError('CX_INVALID_OPTION', `${where}: option "dimensions"`, 'a list without repetition', dimension);
    seen.add(dimension);
    return {
      dimension: dimension as string,
      field: field as Dimension<Row>['field'],
      read: fieldReader<Row, unknown>(field as Field<Row, unknown>),
    };
  });
  return dimensions.sort((a, b) => compareTexts(a.dimension, b.dimension));
}

/** The error of a value that cannot be a segment. */
export function invalidDimension(where: string, dimension: string, index: number, value: unknown): Error {
  const rule = 'text, a finite number, true, false or missing';
  return cxError('CX_INVALID_INPUT', `${where}: dimension "${dimension}" at row ${index}`, rule, value);
}
