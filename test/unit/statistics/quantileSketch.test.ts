import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/statistics/quantile.js';
import {
  addToQuantileSketch,
  createQuantileSketch,
  mergeQuantileSketches,
  quantileSketch,
} from '../../../src/statistics/quantileSketch.js';
import type { QuantileSketch } from '../../../src/statistics/quantileSketch.js';
import { bucketMiddle, bucketOf, leadingBitsOf } from '../../../src/statistics/sketchOctaves.js';
import { sketchQuantile } from '../../../src/statistics/sketchQuantile.js';

/** From here on a table of leading bits is used. */
const TABLED = 8192;
const SMALLEST_NORMAL = 2 ** -1022;

function oneByOne(values: Iterable<number>): QuantileSketch {
  const sketch = createQuantileSketch();
  for (const value of values) addToQuantileSketch(sketch, value);
  return sketch;
}

/** The 19 leading bits of a double, read as such. */
function leadingBits(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getUint32(0) >>> 13;
}

/** The double before a positive one. */
function before(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

const magnitudes = [
  SMALLEST_NORMAL,
  1e-300,
  2 ** -32,
  0.001,
  0.5,
  before(1),
  1,
  1 + 1 / 128,
  before(1 + 1 / 128),
  1.5,
  before(2),
  2,
  127,
  128,
  255,
  before(256),
  256,
  257,
  65_537,
  2 ** 31,
  before(2 ** 32),
  2 ** 32,
  2 ** 32 + 2 ** 26,
  1e15,
  1e300,
  Number.MAX_VALUE,
];

describe('the buckets of a sketch', () => {
  it.each(magnitudes)('of %d and its opposite are told by their leading bits', (value) => {
    expect(bucketOf(value)).toBe(leadingBits(value));
    expect(leadingBitsOf(bucketOf(value))).toBe(leadingBits(value));
    expect(leadingBitsOf(bucketOf(-value))).toBe(leadingBits(-value));
    expect(bucketOf(-value)).toBe(127 - bucketOf(value));
  });

  it.each([0, -0, Number.MIN_VALUE, before(SMALLEST_NORMAL), -before(SMALLEST_NORMAL)])(
    'of %d is that of zero',
    (value) => {
      expect(bucketOf(value)).toBe(0);
      expect(bucketMiddle(0)).toBe(0);
    },
  );

  it('that hold zeros or nothing have no leading bits', () => {
    expect([0, 1, 127, 128].map(leadingBitsOf)).toEqual([-1, -1, -1, 128]);
  });

  it('have their edges at whole 128ths of the octave', () => {
    for (let place = 0; place < 128; place++) {
      const edge = 4 * (1 + place / 128);
      expect(bucketOf(edge)).toBe(128 * (1023 + 2) + place);
      expect(bucketOf(before(edge))).toBe(bucketOf(edge) - 1);
      expect(bucketMiddle(bucketOf(edge))).toBe(edge + 4 / 256);
      expect(bucketMiddle(bucketOf(-edge))).toBe(-edge - 4 / 256);
    }
  });
});

describe('quantileSketch', () => {
  it('holds counts by octave and 128th, in the order of the values', () => {
    expect(quantileSketch([1, 3, 1.5, 1.505, 0, -2, -0, -1.5, 3])).toEqual({
      count: 9,
      minimum: -2,
      maximum: 3,
      invalid: 0,
      octaves: [
        { octave: -1024, first: 127, counts: [1] },
        { octave: -1023, first: 63, counts: [1] },
        { octave: 0, first: 0, counts: [2] },
        { octave: 1023, first: 0, counts: [1, ...new Array<number>(63).fill(0), 2] },
        { octave: 1024, first: 64, counts: [2] },
      ],
    });
  });

  it('keeps no more than the buckets from the first to the last of an octave', () => {
    expect(oneByOne([1 + 5 / 128, 1 + 2 / 128, 1 + 6 / 128, 1 + 2 / 128]).octaves).toEqual([
      { octave: 1023, first: 2, counts: [2, 0, 0, 1, 1] },
    ]);
    expect(oneByOne([1 + 1 / 128, 1]).octaves).toEqual([{ octave: 1023, first: 0, counts: [1, 1] }]);
  });

  it('finds its octaves among gaps', () => {
    const powers = [40, 3, 0, -20, 7, 5, 6, 100, 3, -20];
    const sketch = oneByOne(powers.map((power) => 2 ** power));
    expect(sketch.octaves.map(({ octave }) => octave - 1023)).toEqual([-20, 0, 3, 5, 6, 7, 40, 100]);
    expect(sketch.octaves.map(({ counts }) => counts)).toEqual([[2], [1], [2], [1], [1], [1], [1], [1]]);
  });

  it('of nothing is an empty one', () => {
    expect(quantileSketch([])).toEqual(createQuantileSketch());
    expect(createQuantileSketch()).toEqual({ count: 0, minimum: 0, maximum: 0, invalid: 0, octaves: [] });
  });

  it.each<[string, (k: number) => number]>([
    ['positive', (k) => 1.01 ** (k % 3000)],
    ['negative', (k) => -(1.01 ** (k % 3000))],
    ['of both signs, with zeros', (k) => ((k % 2001) - 1000) / 7],
    ['zero', () => 0],
    ['zero, of both signs', (k) => (k % 2 === 0 ? 0 : -0)],
    ['nearly zero', (k) => ((k % 5) - 2) * Number.MIN_VALUE],
    ['not all finite', (k) => (k === 5000 ? Infinity : k === 6000 ? NaN : k)],
    ['with one -Infinity', (k) => (k === 5000 ? -Infinity : 1)],
    ['with a NaN at the end of an odd number', (k) => (k === TABLED ? NaN : k)],
    ['with a largest one at the end of an odd number', (k) => (k === TABLED ? 1e9 : k % 100)],
    ['with a NaN first', (k) => (k === 0 ? NaN : k)],
    ['of every magnitude', (k) => (k % 2 === 0 ? 1 : -1) * 2 ** ((k % 2000) - 1000)],
  ])('of values %s is the same as adding them one by one', (_, valueOf) => {
    for (const size of [TABLED - 1, TABLED, TABLED + 1, 20_000]) {
      const values = Float64Array.from({ length: size }, (_value, k) => valueOf(k));
      const expected = oneByOne(values);
      expect(quantileSketch(values)).toEqual(expected);
      expect(quantileSketch(Array.from(values))).toEqual(expected);
      expect(expected.count + expected.invalid).toBe(size);
    }
  });

  it('reads a part of a longer buffer and leaves it as it is', () => {
    const all = Float64Array.from({ length: 3 * TABLED }, (_, k) => k * k);
    const part = all.subarray(101, 101 + TABLED);
    expect(quantileSketch(part)).toEqual(oneByOne(part));
    expect(all[101]).toBe(101 * 101);
  });
});

describe('addToQuantileSketch', () => {
  it('adds a value as often as its count says', () => {
    const sketch = createQuantileSketch();
    addToQuantileSketch(sketch, 5, 3);
    addToQuantileSketch(sketch, -5, 2);
    expect(sketch).toEqual(oneByOne([5, 5, 5, -5, -5]));
  });

  it('adds nothing for a count of zero, whatever the value', () => {
    const sketch = createQuantileSketch();
    for (const value of [3, NaN, Infinity]) addToQuantileSketch(sketch, value, 0);
    expect(sketch).toEqual(createQuantileSketch());
  });

  it.each([NaN, Infinity, -Infinity])('counts %d as invalid, as often as its count says', (value) => {
    const sketch = oneByOne([1, 2]);
    addToQuantileSketch(sketch, value);
    addToQuantileSketch(sketch, value, 4);
    expect(sketch).toEqual({ ...oneByOne([1, 2]), invalid: 5 });
    expect(sketchQuantile(sketch, 0.5)).toBeNaN();
  });

  it.each([-1, 0.5, 1.5, NaN, Infinity, 2 ** 53])('counts a value with a count of %d as invalid', (count) => {
    const sketch = oneByOne([1]);
    addToQuantileSketch(sketch, 3, count);
    expect(sketch).toEqual({ ...oneByOne([1]), invalid: 1 });
    expect(sketchQuantile(sketch, 0.5)).toBeNaN();
  });

  it('takes the largest whole count', () => {
    const sketch = createQuantileSketch();
    addToQuantileSketch(sketch, 3, Number.MAX_SAFE_INTEGER);
    expect(sketch.count).toBe(Number.MAX_SAFE_INTEGER);
    expect(sketch.invalid).toBe(0);
  });

  it('knows the extremes whatever comes first', () => {
    for (const values of [[4], [-3, -4], [7, 2, 9], [-1, 0], [0, 5]]) {
      const sketch = oneByOne(values);
      expect([sketch.minimum, sketch.maximum]).toEqual([Math.min(...values), Math.max(...values)]);
    }
    expect(Object.is(oneByOne([-0]).minimum, 0)).toBe(true);
    expect(Object.is(oneByOne([-0]).maximum, 0)).toBe(true);
  });
});

describe('mergeQuantileSketches', () => {
  it('gives the sketch of all values', () => {
    const parts = [[3, 4, 5], [-2, 0, 1e6], [], [4, NaN], [1e-6]];
    const merged = createQuantileSketch();
    for (const part of parts) mergeQuantileSketches(merged, oneByOne(part));
    expect(merged).toEqual(oneByOne(parts.flat()));
  });

  it('fills the gap between buckets of one octave, on either side', () => {
    for (const [a, b] of [
      [2, 6],
      [6, 2],
      [2, 2],
      [2, 3],
    ] as const) {
      const into = oneByOne([1 + a / 128, 1 + (a + 1) / 128]);
      mergeQuantileSketches(into, oneByOne([1 + b / 128]));
      expect(into.octaves).toEqual(oneByOne([1 + a / 128, 1 + (a + 1) / 128, 1 + b / 128]).octaves);
      expect(into.octaves).toHaveLength(1);
    }
    const wide = oneByOne([1 + 2 / 128, 1 + 9 / 128]);
    mergeQuantileSketches(wide, oneByOne([1 + 4 / 128, 1 + 5 / 128]));
    expect(wide.octaves).toEqual([{ octave: 1023, first: 2, counts: [1, 0, 1, 1, 0, 0, 0, 1] }]);
  });

  it('with an empty one changes nothing, in neither direction', () => {
    const sketch = oneByOne([3, 8]);
    mergeQuantileSketches(sketch, createQuantileSketch());
    expect(sketch).toEqual(oneByOne([3, 8]));
    const empty = createQuantileSketch();
    mergeQuantileSketches(empty, sketch);
    expect(empty).toEqual(sketch);
  });

  it('leaves the other as it is, and shares nothing with it', () => {
    const [into, from] = [oneByOne([1]), oneByOne([100, 101])];
    mergeQuantileSketches(into, from);
    addToQuantileSketch(into, 100, 5);
    expect(from).toEqual(oneByOne([100, 101]));
  });

  it('takes over what was invalid, of a sketch with nothing else too', () => {
    const sketch = oneByOne([1]);
    mergeQuantileSketches(sketch, oneByOne([NaN, NaN]));
    expect(sketch).toEqual({ ...oneByOne([1]), invalid: 2 });
  });
});

describe('sketchQuantile', () => {
  const sketch = oneByOne([1, 2, 3, 4, 5, 6, 7, 8]);
  /** What a sketch knows of a value that is neither the smallest nor the largest: the middle of its bucket. */
  const known = (value: number): number => value + 2 ** Math.floor(Math.log2(value)) / 256;

  it('is the middle of the bucket in which the rank lies, by the type asked for', () => {
    expect(sketchQuantile(sketch, 0.25, 1)).toBe(known(2));
    expect(sketchQuantile(sketch, 0.25, 2)).toBe((known(2) + known(3)) / 2);
    expect(sketchQuantile(sketch, 0.75, 6)).toBe(known(6) + 0.75 * (known(7) - known(6)));
    expect(sketchQuantile(sketch, 0.5)).toBe((known(4) + known(5)) / 2);
  });

  it('is exact at both ends', () => {
    expect(sketchQuantile(sketch, 0)).toBe(1);
    expect(sketchQuantile(sketch, 1)).toBe(8);
    expect(sketchQuantile(oneByOne([7.3]), 0.5)).toBe(7.3);
    expect(sketchQuantile(oneByOne([7.3, 9.1]), 0.5)).toBe(quantile([7.3, 9.1], 0.5));
  });

  it('never leaves the range of the values', () => {
    const narrow = oneByOne([5, 5.001, 5.002]);
    expect(sketchQuantile(narrow, 0.5)).toBe(5.002);
    const high = oneByOne([5.03, 5.031, 5.0311]);
    expect(sketchQuantile(high, 0.5)).toBe(5.03);
  });

  it('knows zeros exactly', () => {
    expect(sketchQuantile(oneByOne([-3, 0, 0, 0, 8]), 0.5)).toBe(0);
    expect(Object.is(sketchQuantile(oneByOne([-3, -0, 8]), 0.5), 0)).toBe(true);
  });

  it('goes through negative values in their order', () => {
    const negative = oneByOne([-1, -2, -3, -4, -5]);
    expect(sketchQuantile(negative, 0)).toBe(-5);
    expect(sketchQuantile(negative, 0.25)).toBe(-known(4));
    expect(sketchQuantile(negative, 0.5)).toBe(-known(3));
    expect(sketchQuantile(negative, 1)).toBe(-1);
  });

  it('is NaN outside the domain', () => {
    for (const p of [-1e-9, 1 + 1e-9, NaN]) expect(sketchQuantile(sketch, p)).toBeNaN();
    expect(sketchQuantile(createQuantileSketch(), 0.5)).toBeNaN();
    expect(sketchQuantile(oneByOne([1, Infinity]), 0)).toBeNaN();
  });

  it('holds its bound where it is widest, at the beginning of an octave', () => {
    const values = [1, 1, 1 + 1 / 256, 2, 2];
    const got = sketchQuantile(oneByOne(values), 0.25, 1);
    expect(got).toBe(1 + 1 / 256);
  });

  it('survives JSON', () => {
    const stored: unknown = JSON.parse(JSON.stringify(sketch));
    expect(stored).toEqual(sketch);
  });
});
