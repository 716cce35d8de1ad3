import { isNumericArray, type NumericArray } from '../core/numericArray.js';
import type { ColumnTable } from '../measures/columns.js';
import { isDictionaryColumn, type DictionaryColumn } from '../measures/dictionaryColumn.js';
import type { ChunkReader, Coding } from './codeRows.js';
import { codeOf, INVALID } from './slotCache.js';

/** The column that a field names, if the table has one. */
export function columnOf(table: ColumnTable<unknown>, field: unknown): unknown {
  const columns = table.columns as Readonly<Record<string, unknown>>;
  return typeof field === 'string' && Object.hasOwn(columns, field) ? columns[field] : undefined;
}

/** A column of texts, or of anything else. */
function codeArray(values: readonly unknown[], { dictionary, into }: Coding<string>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) signs |= into[at] = codeOf(dictionary, values[from + at]);
    return signs >= 0;
  };
}

/** A typed array whose numbers are the values: through doubles, so that all kinds share one loop. */
function codeNumbers(values: NumericArray, { dictionary, into }: Coding<string>): ChunkReader {
  return (from, count) => {
    const numbers = new Float64Array(values.subarray(from, from + count));
    let signs = 0;
    for (let at = 0; at < count; at++) signs |= into[at] = codeOf(dictionary, numbers[at]);
    return signs >= 0;
  };
}

/** A dictionary-encoded column: its codes are translated, because several may stand for one value. */
function codeCodes({ codes, values }: DictionaryColumn<unknown>, { dictionary, into }: Coding<string>): ChunkReader {
  // A value that no row has is no segment, so each is entered when its code is first met.
  const known = new Int32Array(values.length).fill(INVALID);
  return (from, count) => {
    const own = new Uint32Array(codes.subarray(from, from + count));
    for (let at = 0; at < count; at++) {
      const code = own[at] as number;
      if (code >= known.length) return false;
      if (known[code] === INVALID) known[code] = codeOf(dictionary, values[code]);
      into[at] = known[code] as number;
      if (known[code] === INVALID) return false;
    }
    return true;
  };
}

/** A reader of a named column, `undefined` when only the slow way can read it. */
export function codeColumn(table: ColumnTable<unknown>, coding: Coding<string>): ChunkReader | undefined {
  const column = columnOf(table, coding.how);
  if (Array.isArray(column)) return codeArray(column, coding);
  if (isDictionaryColumn(column)) return codeCodes(column, coding);
  return isNumericArray(column) ? codeNumbers(column, coding) : undefined;
}
