/** Buckets of an octave. */
const BUCKETS = 128;
const BUCKET_BITS = 7;
/** Exponents as doubles store them are larger by so much. */
const EXPONENT_BIAS = 1023;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const SIGN_BIT = 0x40000;

/** The counts of values of one sign from a power of two to below the next, in 128 buckets of equal width. */
export interface SketchOctave {
  /**
   * Which octave, ascending with the values: `e + 1023` for values from 2^e to below 2^(e + 1), the same with a minus sign for
   * negative ones, 0 for zeros.
   */
  octave: number;
  /** The first bucket that holds a value, from 0 to 127, ascending with the values. */
  first: number;
  /** How many values each bucket holds, from the first that holds one to the last. */
  counts: number[];
}

/**
 * The number of the bucket of a finite value, ascending with the values: 128 times its octave, and its place in there.
 *
 * @internal
 */
export function bucketOf(value: number): number {
  let scaled = Math.abs(value);
  if (scaled < SMALLEST_NORMAL) return 0;
  // Powers of two are taken out, exactly, until a 32-bit integer holds the eight leading bits.
  let exponent = EXPONENT_BIAS + 31;
  for (; scaled < 0x100; exponent -= 24) scaled *= 0x1000000;
  for (; scaled >= 0x100000000; exponent += 24) scaled /= 0x1000000;
  const zeros = Math.clz32(scaled);
  const bits = ((exponent - zeros) << BUCKET_BITS) | ((scaled >>> (24 - zeros)) & (BUCKETS - 1));
  return value > 0 ? bits : BUCKETS - 1 - bits;
}

/**
 * The 19 leading bits of the doubles in a bucket: sign, exponent and the seven bits after it. -1 where the bits do not tell: for
 * zeros and the numbers that count as zero.
 *
 * @internal
 */
export function leadingBitsOf(bucket: number): number {
  if (bucket < 0) return SIGN_BIT + BUCKETS - 1 - bucket;
  return bucket < BUCKETS ? -1 : bucket;
}

/**
 * The middle of a bucket, from which every value in it differs by 1/256 of itself at most; 0 for the bucket of the zeros.
 *
 * @internal
 */
export function bucketMiddle(bucket: number): number {
  const octave = bucket >> BUCKET_BITS;
  const place = bucket & (BUCKETS - 1);
  if (octave === 0) return 0;
  return octave > 0
    ? 2 ** (octave - EXPONENT_BIAS) * (1 + (place + 0.5) / BUCKETS)
    : -(2 ** (-octave - EXPONENT_BIAS)) * (2 - (place + 0.5) / BUCKETS);
}

/**
 * Adds to the count of a bucket, in place.
 *
 * @internal
 */
export function addToBucket(octaves: SketchOctave[], bucket: number, count: number): void {
  const octave = bucket >> BUCKET_BITS;
  const place = bucket & (BUCKETS - 1);
  // Octaves mostly follow each other without gaps.
  const guess = octaves[octave - (octaves[0]?.octave ?? 0)];
  const before = guess?.octave === octave ? guess.counts[place - guess.first] : undefined;
  if (guess === undefined || before === undefined) addOctave(octaves, { octave, first: place, counts: [count] });
  else guess.counts[place - guess.first] = before + count;
}

/**
 * Adds the counts of an octave, in place.
 *
 * @internal
 */
export function addOctave(octaves: SketchOctave[], { octave, first, counts }: SketchOctave): void {
  let low = 0;
  let high = octaves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((octaves[middle] as SketchOctave).octave < octave) low = middle + 1;
    else high = middle;
  }
  const own = octaves[low];
  if (own?.octave !== octave) {
    octaves.splice(low, 0, { octave, first, counts: counts.slice() });
    return;
  }
  if (first < own.first) {
    own.counts = [...new Array<number>(own.first - first).fill(0), ...own.counts];
    own.first = first;
  }
  const start = first - own.first;
  while (own.counts.length < start + counts.length) own.counts.push(0);
  for (let at = 0; at < counts.length; at++) {
    own.counts[start + at] = (own.counts[start + at] as number) + (counts[at] as number);
  }
}
