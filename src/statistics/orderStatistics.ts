import { isLittleEndian } from './littleEndian.js';

/** Below this many values sorting them costs less than counting them into buckets. */
const FEWEST_TO_COUNT = 8192;
/** Values of the digits that a double is divided into: 16 bits each, four of them. */
const BUCKETS = 0x10000;
const DIGITS = 4;

/**
 * Some order statistics: the values that would stand at given places if all were sorted, without sorting all.
 *
 * The leading 16 bits of the doubles make buckets in the order of the values. Only the buckets that hold a wanted place are
 * gathered, and sorted or, when large, divided by their next 16 bits, so that time is linear whatever the values are.
 *
 * @param values - Any numbers; left as they are.
 * @param places - Whole numbers from 0 to below the number of values, ascending.
 * @returns One value for each place; all NaN with a NaN among the values.
 * @remarks Tuned by the benchmark of quantiles in `test/bench`.
 *
 * @internal
 */
export function orderStatistics(values: Float64Array, places: readonly number[]): number[] {
  if (values.length >= FEWEST_TO_COUNT) return select(values, places, 0);
  const sorted = values.slice().sort();
  const isClean = !Number.isNaN(sorted[sorted.length - 1] ?? NaN);
  return places.map((place) => (isClean ? (sorted[place] as number) : NaN));
}

/** A bucket that holds wanted places, and where its values are gathered. */
interface WantedBucket {
  readonly bucket: number;
  readonly start: number;
  readonly end: number;
  /** The places wanted, counted from the smallest value of the bucket. */
  readonly places: readonly number[];
}

// Of values that agree in the digits before this one.
function select(values: Float64Array, places: readonly number[], digit: number): number[] {
  if (digit === DIGITS) return places.map(() => values[0] as number);
  if (digit > 0 && values.length < FEWEST_TO_COUNT) {
    values.sort();
    return places.map((place) => values[place] as number);
  }
  const digits = new Uint16Array(values.buffer, values.byteOffset, DIGITS * values.length);
  const first = isLittleEndian() ? DIGITS - 1 - digit : digit;
  const counts = new Uint32Array(BUCKETS);
  for (let at = first; at < digits.length; at += DIGITS) {
    const bucket = digits[at] as number;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  if (digit === 0 && hasNaN(values, counts)) return places.map(() => NaN);
  const isNegative = digit > 0 && isBelowZero(values[0] as number);
  const descending = digit === 0 ? BUCKETS / 2 : isNegative ? BUCKETS : 0;
  const wanted = wantedBuckets(counts, places, descending);
  // Where the next value of a bucket goes, counted from 1; 0 for a bucket in which no wanted place lies.
  const next = new Uint32Array(BUCKETS);
  for (const { bucket, start } of wanted) next[bucket] = start + 1;
  const gathered = new Float64Array(wanted[wanted.length - 1]?.end ?? 0);
  for (let at = first, i = 0; i < values.length; at += DIGITS, i++) {
    const bucket = digits[at] as number;
    const place = next[bucket] as number;
    if (place === 0) continue;
    gathered[place - 1] = values[i] as number;
    next[bucket] = place + 1;
  }
  return wanted.flatMap(({ start, end, places: own }) => select(gathered.subarray(start, end), own, digit + 1));
}

// Among negative numbers larger digits come first: so do the first `descending` buckets here, taken from the end.
function wantedBuckets(counts: Uint32Array, places: readonly number[], descending: number): WantedBucket[] {
  const wanted: WantedBucket[] = [];
  let passed = 0;
  let gathered = 0;
  let next = 0;
  for (let step = 0; next < places.length; step++) {
    const bucket = step < descending ? BUCKETS - 1 - step : step - descending;
    const count = counts[bucket] as number;
    const first = next;
    while ((places[next] ?? Infinity) < passed + count) next++;
    if (next > first) {
      const own = places.slice(first, next);
      wanted.push({ bucket, start: gathered, end: gathered + count, places: own.map((place) => place - passed) });
      gathered += count;
    }
    passed += count;
  }
  return wanted;
}

// NaN shares its leading bits with the infinities at most, so that ordinary values need not be looked at again.
function hasNaN(values: Float64Array, counts: Uint32Array): boolean {
  const isSuspect = (first: number): boolean => counts.subarray(first, first + 16).some((count) => count > 0);
  return (isSuspect(0x7ff0) || isSuspect(0xfff0)) && values.some(Number.isNaN);
}

function isBelowZero(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
