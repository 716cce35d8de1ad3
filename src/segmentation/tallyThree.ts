import { binOf } from '../measures/bins.js';
import { createLeafTable, fitTable, type LeafTable } from './leafTable.js';
import { codeOf, createDictionary, type Dictionary } from './slotCache.js';

/** Rows counted by three dimensions. */
export interface CountedRows {
  /** The histograms. */
  readonly table: LeafTable;
  /** The dictionary of each dimension. */
  readonly dictionaries: readonly Dictionary[];
}

type Fields = Readonly<Record<string, unknown>> | null | undefined;

/**
 * Counts rows by three named dimensions and a named score in one go: nothing is written down between reading a row and counting it, which
 * takes a third off the way by chunks. `undefined` for anything that another way has to read or to name: a value that cannot be a
 * segment, a score off the scale, or more cells than a dense table holds.
 */
export function countThreeNames(
  rows: readonly unknown[],
  names: readonly [string, string, string],
  field: string,
  minimum: number,
  span: number,
): CountedRows | undefined {
  const width = span + 3;
  const [firstName, secondName, thirdName] = names;
  const dictionaries = [createDictionary(), createDictionary(), createDictionary()] as const;
  const [firsts, seconds, thirds] = dictionaries;
  const table = createLeafTable(3, width);
  let { counts } = table;
  let [firstRoom, secondRoom, thirdRoom] = [0, 0, 0];
  let [step, next] = [0, 0];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Fields;
    const first = codeOf(firsts, row?.[firstName]);
    const second = codeOf(seconds, row?.[secondName]);
    const third = codeOf(thirds, row?.[thirdName]);
    const bin = binOf(row?.[field], minimum, span);
    if ((first | second | third) < 0 || bin > span + 1) return undefined;
    if (first >= firstRoom || second >= secondRoom || third >= thirdRoom) {
      fitTable(table, [firsts.values.length, seconds.values.length, thirds.values.length]);
      if (table.pairs !== null) return undefined;
      counts = table.counts;
      [firstRoom, secondRoom, thirdRoom] = table.capacities as [number, number, number];
      step = (table.strides[0] as number) * width;
      next = (table.strides[1] as number) * width;
    }
    (counts[first * step + second * next + third * width + bin] as number)++;
  }
  return { table, dictionaries };
}
