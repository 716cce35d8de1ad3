import { numberedCell, reserveCells, type LeafTable } from './leafTable.js';

/** Codes of the rows of a chunk, one array for each dimension. */
export type ChunkCodes = readonly Int32Array[];

function countWhole(table: LeafTable, bins: Int32Array, rows: number): void {
  const { counts } = table;
  for (let row = 0; row < rows; row++) (counts[bins[row] as number] as number)++;
}

function countOne({ counts, width }: LeafTable, [first]: ChunkCodes, bins: Int32Array, rows: number): void {
  const a = first as Int32Array;
  for (let row = 0; row < rows; row++) (counts[(a[row] as number) * width + (bins[row] as number)] as number)++;
}

function countTwo({ counts, width, strides }: LeafTable, codes: ChunkCodes, bins: Int32Array, rows: number): void {
  const [a, b] = codes as readonly [Int32Array, Int32Array];
  const step = (strides[0] as number) * width;
  for (let row = 0; row < rows; row++) {
    (counts[(a[row] as number) * step + (b[row] as number) * width + (bins[row] as number)] as number)++;
  }
}

function countThree({ counts, width, strides }: LeafTable, codes: ChunkCodes, bins: Int32Array, rows: number): void {
  const [a, b, c] = codes as readonly [Int32Array, Int32Array, Int32Array];
  const step = (strides[0] as number) * width;
  const next = (strides[1] as number) * width;
  for (let row = 0; row < rows; row++) {
    const cell = (a[row] as number) * step + (b[row] as number) * next + (c[row] as number) * width;
    (counts[cell + (bins[row] as number)] as number)++;
  }
}

function countMany({ counts, width, strides }: LeafTable, codes: ChunkCodes, bins: Int32Array, rows: number): void {
  const places = bins.slice(0, rows);
  for (const [dimension, own] of codes.entries()) {
    const step = (strides[dimension] as number) * width;
    for (let row = 0; row < rows; row++) (places[row] as number) += (own[row] as number) * step;
  }
  for (let row = 0; row < rows; row++) (counts[places[row] as number] as number)++;
}

/** For cells that are numbered as they come. */
function countNumbered(table: LeafTable, codes: ChunkCodes, bins: Int32Array, rows: number): void {
  const pairs = table.pairs ?? [];
  const own = new Array<number>(codes.length).fill(0);
  for (let row = 0; row < rows; row++) {
    for (let dimension = 0; dimension < own.length; dimension++)
      own[dimension] = (codes[dimension] as Int32Array)[row] as number;
    const cell = numberedCell(pairs, own);
    reserveCells(table, cell + 1);
    (table.counts[cell * table.width + (bins[row] as number)] as number)++;
  }
}

/** Counts a chunk of rows into a table that has room for its codes: one loop for each number of dimensions. */
export function countChunk(table: LeafTable, codes: ChunkCodes, bins: Int32Array, rows: number): void {
  if (table.pairs !== null) countNumbered(table, codes, bins, rows);
  else if (codes.length === 0) countWhole(table, bins, rows);
  else if (codes.length === 1) countOne(table, codes, bins, rows);
  else if (codes.length === 2) countTwo(table, codes, bins, rows);
  else if (codes.length === 3) countThree(table, codes, bins, rows);
  else countMany(table, codes, bins, rows);
}
