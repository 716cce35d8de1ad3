import { createPairIndex, pairNumber, type PairIndex } from './pairIndex.js';

/** Above this many cells a table would be mostly empty and miss the caches: cells are then numbered as they come. */
const MOST_CELLS = 1_048_576;

/** Histograms of the finest cells in one flat table, which grows with the dictionaries. */
export interface LeafTable {
  /** Bins of a cell. */
  readonly width: number;
  /** Room for codes in each dimension, powers of 2. */
  capacities: readonly number[];
  /** Steps in cells from one code of each dimension to the next. */
  strides: readonly number[];
  /** One index for each dimension after the first, once cells are numbered as they come; `null` for a dense table. */
  pairs: readonly PairIndex[] | null;
  /** Bins of cell after cell. */
  counts: Uint32Array;
}

/** A cell that holds rows. */
export interface Leaf {
  /** Its code in each dimension. */
  readonly codes: readonly number[];
  /** Where its bins begin. */
  readonly at: number;
}

/** Makes an empty table. */
export function createLeafTable(dimensions: number, width: number): LeafTable {
  const none = new Array<number>(dimensions).fill(0);
  return { width, capacities: none, strides: none, pairs: null, counts: new Uint32Array(width) };
}

/** The codes of a cell. */
function codesOf({ capacities, strides, pairs }: LeafTable, cell: number): number[] {
  if (pairs === null) return strides.map((stride, at) => Math.floor(cell / stride) % (capacities[at] as number));
  let number = cell;
  const codes: number[] = [];
  for (let at = pairs.length - 1; at >= 0; at--) {
    const { first, second } = pairs[at] as PairIndex;
    codes.unshift(second[number] as number);
    number = first[number] as number;
  }
  return [number, ...codes];
}

/** Lists the cells that hold rows: a row without a score is in the bin of the missing. */
export function leavesOf(table: LeafTable): Leaf[] {
  const { width, counts } = table;
  const leaves: Leaf[] = [];
  for (let at = 0; at < counts.length; at += width) {
    let bin = at;
    while (bin < at + width && counts[bin] === 0) bin++;
    if (bin < at + width) leaves.push({ codes: codesOf(table, at / width), at });
  }
  return leaves;
}

/** The cell of some codes, for a table whose cells are numbered as they come. */
export function numberedCell(pairs: readonly PairIndex[], codes: readonly number[]): number {
  let cell = codes[0] as number;
  for (let at = 0; at < pairs.length; at++) cell = pairNumber(pairs[at] as PairIndex, cell, codes[at + 1] as number);
  return cell;
}

/** Makes room for cells up to a number. */
export function reserveCells(table: LeafTable, cells: number): void {
  const wanted = cells * table.width;
  if (wanted <= table.counts.length) return;
  const counts = new Uint32Array(Math.max(wanted, 2 * table.counts.length));
  counts.set(table.counts);
  table.counts = counts;
}

/** Makes room for all codes below the sizes of the dictionaries, and moves the counts to where they then belong. */
export function fitTable(table: LeafTable, sizes: readonly number[]): void {
  if (table.pairs !== null || sizes.every((size, at) => size <= (table.capacities[at] as number))) return;
  const leaves = leavesOf(table);
  const { width, counts: before } = table;
  const capacities = sizes.map((size) => 2 ** Math.ceil(Math.log2(Math.max(1, size))));
  const cells = capacities.reduce((product, capacity) => product * capacity, 1);
  table.capacities = capacities;
  table.strides = capacities.map((_, at) =>
    capacities.slice(at + 1).reduce((product, capacity) => product * capacity, 1),
  );
  // One dimension is numbered as it comes already.
  table.pairs = cells > MOST_CELLS && sizes.length > 1 ? sizes.slice(1).map(createPairIndex) : null;
  table.counts = new Uint32Array((table.pairs === null ? cells : leaves.length + 1) * width);
  for (const { codes, at } of leaves) {
    const cell = table.pairs
      ? numberedCell(table.pairs, codes)
      : codes.reduce((sum, code, dimension) => sum + code * (table.strides[dimension] as number), 0);
    reserveCells(table, cell + 1);
    table.counts.set(before.subarray(at, at + width), cell * width);
  }
}
