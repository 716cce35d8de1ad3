import { denseRanks } from './denseRanks.js';
import { jointTable, tableMargins } from './jointTable.js';
import type { JointTable } from './jointTable.js';

/**
 * What the ties of a column add up to.
 *
 * @internal
 */
export interface TieSums {
  /** Pairs of equal values, `Σ t(t - 1)/2`. */
  readonly pairs: number;
  /** `Σ t(t - 1)(t - 2)`. */
  readonly triples: number;
  /** `Σ t(t - 1)(2t + 5)`. */
  readonly weighted: number;
}

/**
 * How the pairs of rows agree in two columns.
 *
 * @internal
 */
export interface Concordance {
  /** Pairs in which both rise less pairs in which one rises and the other falls. */
  readonly score: number;
  /** Ties of the first column. */
  readonly tiedX: TieSums;
  /** Ties of the second column. */
  readonly tiedY: TieSums;
}

/**
 * Counts concordant and discordant pairs: by a table for small whole numbers, else by sorting and merging (Knight). NaN when the
 * lengths differ or a number is NaN.
 *
 * @internal
 */
export function concordance(x: ArrayLike<number>, y: ArrayLike<number>): Concordance {
  const isMatched = x.length === y.length;
  const table = isMatched ? jointTable(x, y) : null;
  if (table !== null) {
    const [first, second] = tableMargins(table);
    return { score: tableScore(table), tiedX: tieSums(first), tiedY: tieSums(second) };
  }
  const a = new Float64Array(x);
  const b = new Float64Array(y);
  if (!isMatched || a.some(Number.isNaN) || b.some(Number.isNaN)) {
    const unknown = { pairs: NaN, triples: NaN, weighted: NaN };
    return { score: NaN, tiedX: unknown, tiedY: unknown };
  }
  return mergedConcordance(a, b);
}

// Pairs of cells: each cell against all cells below it and to the right, less those below it and to the left.
function tableScore({ counts, rows, columns }: JointTable): number {
  let score = 0;
  const below = new Float64Array(columns);
  for (let i = rows - 1; i >= 0; i--) {
    let left = 0;
    let right = below.reduce((total, count) => total + count, 0);
    for (let j = 0; j < columns; j++) {
      const here = below[j] as number;
      right -= here;
      score += (counts[i * columns + j] as number) * (right - left);
      left += here;
    }
    for (let j = 0; j < columns; j++) below[j] = (below[j] as number) + (counts[i * columns + j] as number);
  }
  return score;
}

function mergedConcordance(x: Float64Array, y: Float64Array): Concordance {
  const n = x.length;
  const first = denseRanks(x);
  const second = denseRanks(y);
  // By the second column, then stably by the first: within equal values of the first the second ascends.
  const bySecond = countingOrder(
    Int32Array.from({ length: n }, (_, i) => i),
    second.ranks,
    second.counts,
  );
  const order = countingOrder(bySecond, first.ranks, first.counts);
  const sequence = order.map((at) => second.ranks[at] as number);
  const tiedX = tieSums(first.counts);
  const tiedY = tieSums(second.counts);
  const discordant = inversions(sequence);
  const both = tiedInBoth(order, first.ranks, second.ranks);
  const untied = (n * (n - 1)) / 2 - tiedX.pairs - tiedY.pairs + both;
  return { score: untied - 2 * discordant, tiedX, tiedY };
}

function countingOrder(order: Int32Array, ranks: Int32Array, counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length);
  for (let rank = 1; rank < counts.length; rank++) {
    starts[rank] = (starts[rank - 1] as number) + (counts[rank - 1] as number);
  }
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const at = order[i] as number;
    const rank = ranks[at] as number;
    const place = starts[rank] as number;
    starts[rank] = place + 1;
    sorted[place] = at;
  }
  return sorted;
}

function tiedInBoth(order: Int32Array, first: Int32Array, second: Int32Array): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < order.length; i++) {
    const at = order[i] as number;
    const before = order[i - 1] as number;
    run = first[at] === first[before] && second[at] === second[before] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

// How many pairs stand in the wrong order, by merging runs of doubling length.
function inversions(sequence: Int32Array): number {
  let from: Int32Array = sequence;
  let into: Int32Array = new Int32Array(from.length);
  let count = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let a = start;
      let b = middle;
      for (let at = start; at < end; at++) {
        if (a < middle && (b >= end || (from[a] as number) <= (from[b] as number))) into[at] = from[a++] as number;
        else {
          into[at] = from[b++] as number;
          count += middle - a;
        }
      }
    }
    [from, into] = [into, from];
  }
  return count;
}

function tieSums(counts: Int32Array): TieSums {
  let pairs = 0;
  let triples = 0;
  let weighted = 0;
  for (const count of counts) {
    const both = count * (count - 1);
    pairs += both / 2;
    triples += both * (count - 2);
    weighted += both * (2 * count + 5);
  }
  return { pairs, triples, weighted };
}
