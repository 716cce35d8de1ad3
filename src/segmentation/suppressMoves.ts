import type { Grid, GridCell } from './suppressGrid.js';

/**
 * A way to move respondents between the finest segments, one from each that gives to each that takes, so that all cells but a few
 * keep their counts. Whoever sees only cells that keep theirs cannot know that nobody was moved: that is what hides the others.
 */
export interface Move {
  /** The finest segments that gain a respondent. */
  readonly takes: readonly number[];
  /** The finest segments that lose one. */
  readonly gives: readonly number[];
  /** The cells that gain or lose a respondent. */
  readonly cells: readonly number[];
  /** For each of them 1 or -1. */
  readonly signs: readonly number[];
}

/** Every way to part some things into blocks: the block of each, numbered as they come. */
export function partitionsOf(things: number): readonly (readonly number[])[] {
  let partitions: number[][] = [[]];
  for (let thing = 0; thing < things; thing++) {
    partitions = partitions.flatMap((own) => {
      const blocks = Math.max(-1, ...own) + 1;
      return Array.from({ length: blocks + 1 }, (_, block) => [...own, block]);
    });
  }
  return partitions;
}

/** The corners of the box between two of the finest segments, a corner for every choice of side in each block; none if one is empty. */
function cornersOf(
  grid: Grid,
  from: readonly number[],
  to: readonly number[],
  apart: readonly number[],
  blocks: readonly number[],
): { takes: number[]; gives: number[] } | null {
  const sides = 2 ** (Math.max(...blocks) + 1);
  const takes: number[] = [];
  const gives: number[] = [];
  for (let side = 0; side < sides; side++) {
    const codes = [...from];
    for (const [at, dimension] of apart.entries())
      if (side & (1 << (blocks[at] as number))) codes[dimension] = to[dimension] as number;
    const leaf = grid.leafAt(codes);
    if (leaf === undefined) return null;
    let odd = false;
    for (let rest = side; rest > 0; rest &= rest - 1) odd = !odd;
    (odd ? gives : takes).push(leaf);
  }
  return { takes, gives };
}

/**
 * Lists the moves by which a cell gains a respondent; turned round, they take one from it. Between two of the finest segments there is
 * the plain transfer, which changes every total that holds one of them; and boxes, whose corners gain and lose in turn, so that the
 * totals over each of their sides stay: a rectangle in two dimensions, a cube in three. Dimensions that hang together, such as country
 * and region, change as one block.
 *
 * @remarks Boxes are those of the hypercube method: Giessing and Repsilber (2002), in: Inference Control in Statistical Databases, doi:10.1007/3-540-47804-3.
 */
export function* movesOf(grid: Grid, cell: number): Generator<Move, void> {
  const { codes, cells, cellsOf } = grid;
  const partitions: (readonly (readonly number[])[])[] = [];
  const balance = new Int32Array(cells.length);
  for (const from of (cells[cell] as GridCell).leaves) {
    const own = codes[from] as readonly number[];
    for (const to of codes) {
      const apart = own.flatMap((code, dimension) => (code === to[dimension] ? [] : [dimension]));
      if (apart.length === 0) continue;
      for (const blocks of (partitions[apart.length] ??= partitionsOf(apart.length))) {
        const corners = cornersOf(grid, own, to, apart, blocks);
        if (corners === null) continue;
        const touched: number[] = [];
        const add = (leaves: readonly number[], sign: number): void => {
          for (const leaf of leaves) {
            for (const at of cellsOf[leaf] as readonly number[]) {
              balance[at] = (balance[at] as number) + sign;
              touched.push(at);
            }
          }
        };
        add(corners.takes, 1);
        add(corners.gives, -1);
        const changed: number[] = [];
        const signs: number[] = [];
        const isSeen = balance[cell] !== 0;
        for (const at of touched) {
          const sign = balance[at] as number;
          if (sign === 0) continue;
          changed.push(at);
          signs.push(sign);
          balance[at] = 0;
        }
        if (isSeen) yield { ...corners, cells: changed, signs };
      }
    }
  }
}

/** Keeps what a generator gave, so that it can be gone through again and goes on where it was left. */
export function replay<Item>(source: Iterator<Item, void>): Iterable<Item> {
  const kept: Item[] = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at++) {
        if (at === kept.length) {
          const next = source.next();
          if (next.done === true) return;
          kept.push(next.value);
        }
        yield kept[at] as Item;
      }
    },
  };
}
