/**
 * The place of each value among the distinct values.
 *
 * @internal
 */
export interface DenseRanks {
  /** Place of each value, from 0; equal values share one. */
  readonly ranks: Int32Array;
  /** How often each distinct value occurs, ascending by value. */
  readonly counts: Int32Array;
}

/**
 * Dense ranks of numbers, NaN excepted, in time linear in their number.
 *
 * @internal
 */
export function denseRanks(values: ArrayLike<number>): DenseRanks {
  const { length } = values;
  const order = length < 400 ? comparedOrder(values) : radixOrder(values);
  const ranks = new Int32Array(length);
  const counts = new Int32Array(length);
  let rank = -1;
  let before = NaN;
  for (const at of order) {
    const value = values[at] as number;
    if (value !== before) rank++;
    before = value;
    ranks[at] = rank;
    counts[rank] = (counts[rank] as number) + 1;
  }
  return { ranks, counts: counts.subarray(0, rank + 1) };
}

/**
 * Twice the average rank of each distinct value, less `n + 1`: whole numbers that add up to zero over all values.
 *
 * @internal
 */
export function centeredRanks(counts: ArrayLike<number>, total: number): Float64Array {
  const centered = new Float64Array(counts.length);
  let below = 0;
  for (let rank = 0; rank < centered.length; rank++) {
    const count = counts[rank] as number;
    centered[rank] = 2 * below + count - total;
    below += count;
  }
  return centered;
}

function comparedOrder(values: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || 0,
  );
}

// Sorts by eleven bits at a time. The bits of a double, the sign's turned round, order as the numbers do.
function radixOrder(values: ArrayLike<number>): Int32Array {
  const { length } = values;
  const low = new Uint32Array(length);
  const high = new Uint32Array(length);
  const bytes = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < length; i++) {
    // Adding zero makes -0 and 0 one value.
    bytes.setFloat64(0, (values[i] as number) + 0);
    const top = bytes.getUint32(0);
    const flip = top >>> 31 === 0 ? 0 : 0xffffffff;
    high[i] = top ^ (flip | 0x80000000);
    low[i] = bytes.getUint32(4) ^ flip;
  }
  let order = Int32Array.from({ length }, (_, i) => i);
  let next = new Int32Array(length);
  const starts = new Int32Array(2048);
  for (const [keys, shift] of [
    [low, 0],
    [low, 11],
    [low, 22],
    [high, 0],
    [high, 11],
    [high, 22],
  ] as const) {
    starts.fill(0);
    for (let i = 0; i < length; i++) {
      const digit = ((keys[i] as number) >>> shift) & 2047;
      starts[digit] = (starts[digit] as number) + 1;
    }
    // A digit that all share needs no pass.
    if (starts[((keys[0] as number) >>> shift) & 2047] === length) continue;
    let start = 0;
    for (let digit = 0; digit < 2048; digit++) {
      const count = starts[digit] as number;
      starts[digit] = start;
      start += count;
    }
    for (let i = 0; i < length; i++) {
      const at = order[i] as number;
      const digit = ((keys[at] as number) >>> shift) & 2047;
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      next[place] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
