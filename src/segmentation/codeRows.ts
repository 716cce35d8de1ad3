import { codeOf, type Dictionary } from './slotCache.js';

/*
 * Dimensions of rows, read by name or by function: one body for each number of dimensions up to three, because a row that is looked at
 * once, with several look-ups on the way at the same time, costs half of a row that is looked at for each dimension.
 */

/** Reads a chunk of rows into whole numbers; `false` when one cannot be read so, and the slow way has to name it. */
export type ChunkReader = (from: number, rows: number) => boolean;

/** A dimension on its way to codes: how it is read, its dictionary, and where the codes of a chunk go. */
export interface Coding<How> {
  /** Name or function. */
  readonly how: How;
  /** The dictionary, which grows. */
  readonly dictionary: Dictionary;
  /** Codes of a chunk. */
  readonly into: Int32Array;
}

/** A function of a row. */
export type RowReader = (row: unknown, index: number) => unknown;

type Fields = Readonly<Record<string, unknown>> | null | undefined;

function nameOne(rows: readonly unknown[], a: Coding<string>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at] as Fields;
      signs |= a.into[at] = codeOf(a.dictionary, row?.[a.how]);
    }
    return signs >= 0;
  };
}

function nameTwo(rows: readonly unknown[], a: Coding<string>, b: Coding<string>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at] as Fields;
      const first = codeOf(a.dictionary, row?.[a.how]);
      const second = codeOf(b.dictionary, row?.[b.how]);
      a.into[at] = first;
      b.into[at] = second;
      signs |= first | second;
    }
    return signs >= 0;
  };
}

function nameThree(rows: readonly unknown[], a: Coding<string>, b: Coding<string>, c: Coding<string>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at] as Fields;
      const first = codeOf(a.dictionary, row?.[a.how]);
      const second = codeOf(b.dictionary, row?.[b.how]);
      const third = codeOf(c.dictionary, row?.[c.how]);
      a.into[at] = first;
      b.into[at] = second;
      c.into[at] = third;
      signs |= first | second | third;
    }
    return signs >= 0;
  };
}

function functionOne(rows: readonly unknown[], a: Coding<RowReader>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      signs |= a.into[at] = codeOf(a.dictionary, a.how(rows[from + at], from + at));
    }
    return signs >= 0;
  };
}

function functionTwo(rows: readonly unknown[], a: Coding<RowReader>, b: Coding<RowReader>): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at];
      const first = codeOf(a.dictionary, a.how(row, from + at));
      const second = codeOf(b.dictionary, b.how(row, from + at));
      a.into[at] = first;
      b.into[at] = second;
      signs |= first | second;
    }
    return signs >= 0;
  };
}

function functionThree(
  rows: readonly unknown[],
  a: Coding<RowReader>,
  b: Coding<RowReader>,
  c: Coding<RowReader>,
): ChunkReader {
  return (from, count) => {
    let signs = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at];
      const first = codeOf(a.dictionary, a.how(row, from + at));
      const second = codeOf(b.dictionary, b.how(row, from + at));
      const third = codeOf(c.dictionary, c.how(row, from + at));
      a.into[at] = first;
      b.into[at] = second;
      c.into[at] = third;
      signs |= first | second | third;
    }
    return signs >= 0;
  };
}

/** Readers of dimensions by name: three at a time, then what is left. */
export function codeNames(rows: readonly unknown[], [a, b, c, ...more]: readonly Coding<string>[]): ChunkReader[] {
  if (!a) return [];
  if (!b) return [nameOne(rows, a)];
  return c ? [nameThree(rows, a, b, c), ...codeNames(rows, more)] : [nameTwo(rows, a, b)];
}

/** Readers of dimensions by function: three at a time, then what is left. */
export function codeFunctions(
  rows: readonly unknown[],
  [a, b, c, ...more]: readonly Coding<RowReader>[],
): ChunkReader[] {
  if (!a) return [];
  if (!b) return [functionOne(rows, a)];
  return c ? [functionThree(rows, a, b, c), ...codeFunctions(rows, more)] : [functionTwo(rows, a, b)];
}
