import { isNumericArray, type NumericArray } from '../core/numericArray.js';
import { binOf } from '../measures/bins.js';
import type { ColumnTable } from '../measures/columns.js';
import { columnOf } from './codeColumns.js';
import type { ChunkReader, RowReader } from './codeRows.js';

/** Scores on their way to bins. A reader says `false` when one is off the scale, which the slow way has to name. */
export interface Binning {
  /** Lowest point of the scale. */
  readonly minimum: number;
  /** Points of the scale less one: the next bin is for missing scores, the one after for those off the scale. */
  readonly span: number;
  /** Bins of a chunk. */
  readonly into: Int32Array;
}

function binNames(rows: readonly unknown[], field: string, { minimum, span, into }: Binning): ChunkReader {
  return (from, count) => {
    let most = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at] as Readonly<Record<string, unknown>> | null | undefined;
      const bin = binOf(row?.[field], minimum, span);
      into[at] = bin;
      if (bin > most) most = bin;
    }
    return most < span + 2;
  };
}

function binFunctions(rows: readonly unknown[], read: RowReader, { minimum, span, into }: Binning): ChunkReader {
  return (from, count) => {
    let most = 0;
    for (let at = 0; at < count; at++) {
      const bin = binOf(read(rows[from + at], from + at), minimum, span);
      into[at] = bin;
      if (bin > most) most = bin;
    }
    return most < span + 2;
  };
}

function binArray(values: readonly unknown[], { minimum, span, into }: Binning): ChunkReader {
  return (from, count) => {
    let most = 0;
    for (let at = 0; at < count; at++) {
      const bin = binOf(values[from + at], minimum, span);
      into[at] = bin;
      if (bin > most) most = bin;
    }
    return most < span + 2;
  };
}

/** Typed arrays go through doubles, so that all kinds share one loop. */
function binNumbers(values: NumericArray, { minimum, span, into }: Binning): ChunkReader {
  return (from, count) => {
    const numbers = new Float64Array(values.subarray(from, from + count));
    let most = 0;
    for (let at = 0; at < count; at++) {
      const bin = binOf(numbers[at], minimum, span);
      into[at] = bin;
      if (bin > most) most = bin;
    }
    return most < span + 2;
  };
}

/** A reader of the scores of rows or of a named column, `undefined` when only the slow way can read them. */
export function binReader(
  source: readonly unknown[] | ColumnTable<unknown>,
  field: string | RowReader,
  binning: Binning,
): ChunkReader | undefined {
  if (Array.isArray(source))
    return typeof field === 'string' ? binNames(source, field, binning) : binFunctions(source, field, binning);
  const column = columnOf(source as ColumnTable<unknown>, field);
  if (Array.isArray(column)) return binArray(column, binning);
  return isNumericArray(column) ? binNumbers(column, binning) : undefined;
}
