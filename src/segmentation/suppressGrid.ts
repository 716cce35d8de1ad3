import { cxError } from '../core/errors.js';
import { codeDimension, keyOfCodes } from './codedKeys.js';
import { compareTexts } from '../core/textOrder.js';

/** A segment that may be published: the union of some of the finest segments. */
export interface GridCell {
  /** Its key, without the dimensions that are not cut. */
  readonly key: object;
  /** Code of each dimension, -1 where it is not cut. */
  readonly codes: readonly number[];
  /** The finest segments it is made of. */
  readonly leaves: readonly number[];
}

/** The finest segments, and every segment to be published as a union of them. */
export interface Grid {
  /** For each of the finest segments, in order, its place in the tally. */
  readonly places: readonly number[];
  /** For each of the finest segments the code of each dimension. */
  readonly codes: readonly (readonly number[])[];
  /** Finds one of the finest segments by its codes; `undefined` where no row is. */
  readonly leafAt: (codes: readonly number[]) => number | undefined;
  /** The segments to be published, the whole first, a part after what it is part of. */
  readonly cells: readonly GridCell[];
  /** For each of the finest segments the cells it belongs to. */
  readonly cellsOf: readonly (readonly number[])[];
}

/** Compares lists of codes of the same length. */
export function compareCodes(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((code, place) => code !== b[place]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** Makes one key of the codes of all dimensions: a number where it is exact, which is found faster than text. */
function packer(sides: readonly number[]): (codes: readonly number[]) => number | string {
  const isExact = sides.reduce((product, side) => product * side, 1) <= Number.MAX_SAFE_INTEGER;
  return isExact
    ? (codes) => codes.reduce((key, code, at) => key * (sides[at] as number) + code, 0)
    : (codes) => codes.join();
}

/** Lays out the cells of some cuts, in an order that depends on nothing but the keys. The whole is always one of them. */
export function toGrid(
  where: string,
  keys: readonly object[],
  names: readonly string[],
  cuts: readonly (readonly string[])[],
): Grid {
  const dimensions = [...names].sort(compareTexts).map((dimension) => codeDimension(keys, dimension));
  const coded = keys.map((_, at) => dimensions.map(({ codes }) => codes[at] as number));
  const places = coded.map((_, at) => at).sort((a, b) => compareCodes(coded[a] as number[], coded[b] as number[]));
  const codes = places.map((place) => coded[place] as number[]);
  const pack = packer(dimensions.map(({ values }) => values.length));
  const leaves = new Map(codes.map((own, leaf) => [pack(own), leaf]));
  if (leaves.size !== keys.length)
    throw cxError('CX_INVALID_TALLY', `${where}: tally`, 'one with each key once', `${keys.length} keys`);
  const found = new Map<string, { key: object; codes: readonly number[]; leaves: number[] }>();
  const whole = dimensions.map(() => -1);
  found.set(whole.join(), { key: {}, codes: whole, leaves: codes.map((_, leaf) => leaf) });
  for (const cut of cuts.filter(({ length }) => length > 0)) {
    const kept = dimensions.map(({ dimension }) => cut.includes(dimension));
    for (const [leaf, own] of codes.entries()) {
      const rolled = own.map((code, at) => (kept[at] ? code : -1));
      const cell = found.get(rolled.join());
      if (cell) {
        if (cell.leaves[cell.leaves.length - 1] !== leaf) cell.leaves.push(leaf);
      } else {
        const key = keyOfCodes(
          dimensions.filter((_, at) => kept[at]),
          places[leaf] as number,
        );
        found.set(rolled.join(), { key, codes: rolled, leaves: [leaf] });
      }
    }
  }
  const cells = Array.from(found.values()).sort((a, b) => compareCodes(a.codes, b.codes));
  const cellsOf: number[][] = codes.map(() => []);
  for (const [at, cell] of cells.entries()) for (const leaf of cell.leaves) cellsOf[leaf]?.push(at);
  return { places, codes, leafAt: (own) => leaves.get(pack(own)), cells, cellsOf };
}
