import { twoProduct } from './doubleDouble.js';
import { jointTable, tableMargins } from './jointTable.js';
import type { JointTable } from './jointTable.js';

/** From so many pairs on, ratings are counted into a table first. */
const FEWEST_COUNTED = 256;

/**
 * Two columns about their means.
 *
 * @internal
 */
export interface CoMoments {
  /** Number of pairs. */
  readonly count: number;
  /** Sum of products of deviations, up to the scale of the columns. */
  readonly xy: number;
  /** Sum of squared deviations of the first, zero for a constant. */
  readonly xx: number;
  /** Sum of squared deviations of the second. */
  readonly yy: number;
}

/**
 * Sums of squares and products about the means, each column in a unit near its largest deviation.
 *
 * Two passes, so that a large common offset costs no digits; the units, so that no square leaves the range of a double.
 *
 * @internal
 */
export function coMoments(x: ArrayLike<number>, y: ArrayLike<number>): CoMoments {
  const table = x.length === y.length && x.length >= FEWEST_COUNTED ? jointTable(x, y) : null;
  if (table !== null) return tableMoments(table, x.length);
  const dx = deviations(x);
  const dy = deviations(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < dx.length; i++) {
    const a = dx[i] as number;
    const b = dy[i] as number;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return { count: dx.length === dy.length ? dx.length : NaN, xy, xx, yy };
}

function tableMoments(table: JointTable, count: number): CoMoments {
  const [first, second] = tableMargins(table).map((counts) => levelDeviations(counts, count)) as [number[], number[]];
  const sums = { count, xy: 0, xx: 0, yy: 0 };
  for (const [i, a] of first.entries()) {
    for (const [j, b] of second.entries()) {
      const pairs = table.counts[i * table.columns + j] as number;
      sums.xx += pairs * a * a;
      sums.yy += pairs * b * b;
      sums.xy += pairs * a * b;
    }
  }
  return sums;
}

// Sums of whole numbers are exact, and so is the mean of a constant.
function levelDeviations(counts: Int32Array, total: number): number[] {
  const mean = counts.reduce((sum, count, level) => sum + count * level, 0) / total;
  return Array.from(counts, (_, level) => level - mean);
}

/**
 * The column's deviations from its mean in units of a power of two near the largest one: within -1 to 1, all zero for a constant, NaN
 * when a value is not finite.
 *
 * @internal
 */
export function deviations(column: ArrayLike<number>): Float64Array {
  const values = new Float64Array(column);
  const { length } = values;
  let lowest = Infinity;
  let highest = -Infinity;
  let total = 0;
  let rest = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    // Knuth's two-sum, written out for speed: the rounding of each addition is kept.
    const sum = total + value;
    const part = sum - total;
    rest += total - (sum - part) + (value - part);
    total = sum;
  }
  // The last digit of a mean must not give a constant a spread. (A NaN is neither lowest nor highest: it comes out as one.)
  if (lowest === highest) return values.map((value) => value - lowest);
  if (highest === Infinity || lowest === -Infinity) return values.fill(NaN);
  // The sum of values near the end of the range would leave it.
  if (Math.max(highest, -lowest) > 1e290) return deviations(values.map((value) => value * 2 ** -64));
  const center = (total + rest) / length;
  // What rounding the mean leaves over, from the exact product of mean and length.
  const product = twoProduct(center, length);
  const centerRest = (total - product.high + (rest - product.low)) / length;
  const scale = 2 ** Math.min(1023, -Math.ceil(Math.log2(highest - lowest)));
  for (let i = 0; i < length; i++) values[i] = ((values[i] as number) - center - centerRest) * scale;
  return values;
}
