import { describe, expect, it } from 'vitest';
import { isLittleEndian } from '../../../src/statistics/littleEndian.js';
import { orderStatistics } from '../../../src/statistics/orderStatistics.js';
import { median, nearestRank, quantile, quantiles, quantileSorted } from '../../../src/statistics/quantile.js';
import type { QuantileType } from '../../../src/statistics/quantile.js';

/** From here on values are counted into buckets, as are buckets of that many values. */
const COUNTED = 8192;

/** Whole numbers from 0 to below `size` in an order that is far from theirs, each once. */
function scattered(size: number): number[] {
  // A step that shares no factor with the size visits every number.
  const step = 7919;
  expect(size % step).not.toBe(0);
  return Array.from({ length: size }, (_, i) => (i * step) % size);
}

const columns: readonly (readonly [string, (k: number) => number])[] = [
  ['evenly spread', (k) => k + 0.25],
  ['spread over magnitudes', (k) => 1.001 ** k],
  ['of both signs', (k) => (k - 7000) ** 3],
  ['below zero', (k) => -(1.001 ** k)],
  ['tied', (k) => Math.floor(k / 1000)],
  ['tied, of both signs', (k) => Math.floor(k / 1000) - 12],
  ['all equal', () => -7],
  ['all zero, of both signs', (k) => (k % 2 === 0 ? 0 : -0)],
  ['equal in 16 bits', (k) => 1e12 + 64 * k],
  ['equal in 16 bits, below zero', (k) => -1e12 - 64 * k],
  ['equal in 32 bits', (k) => 1 + k * 2 ** -40],
  ['equal in 32 bits, below zero', (k) => -1 - k * 2 ** -40],
  ['equal in 48 bits, each four times', (k) => 1 + Math.floor(k / 4) * 2 ** -52],
  ['equal in 48 bits, below zero', (k) => -1 - Math.floor(k / 4) * 2 ** -52],
  ['infinite at both ends', (k) => (k < 9000 ? -Infinity : k > 15_000 ? Infinity : k)],
  ['smaller than any normal number', (k) => (k - 5000) * Number.MIN_VALUE],
];

describe('orderStatistics', () => {
  it.each(columns)('finds values %s where sorting puts them', (_, valueOf) => {
    for (const size of [COUNTED - 1, COUNTED, COUNTED + 1, 20_000, 70_000]) {
      const values = Float64Array.from(scattered(size), valueOf);
      const places = [0, 1, 4095, 5000, 5001, 7777, COUNTED - 2, Math.floor(size / 2), size - 2, size - 1];
      const ascending = Array.from(new Set(places)).sort((a, b) => a - b);
      const sorted = values.slice().sort();
      expect(orderStatistics(values, ascending)).toEqual(ascending.map((place) => sorted[place]));
    }
  });

  it('finds every place at once', () => {
    const values = Float64Array.from(scattered(12_345), (k) => k - 6000);
    const places = Array.from(values.keys());
    expect(orderStatistics(values, places)).toEqual(places.map((k) => k - 6000));
  });

  it('finds none when none is asked for', () => {
    expect(orderStatistics(new Float64Array(COUNTED), [])).toEqual([]);
    expect(orderStatistics(new Float64Array(0), [])).toEqual([]);
  });

  it.each([COUNTED - 1, COUNTED, 3 * COUNTED])('leaves %d values in their order', (size) => {
    const values = Float64Array.from(scattered(size));
    orderStatistics(values, [5]);
    expect(Array.from(values)).toEqual(scattered(size));
  });

  it('reads a part of a longer buffer', () => {
    const all = Float64Array.from(scattered(30_000), (k) => k);
    const part = all.subarray(11, 20_011);
    const sorted = part.slice().sort();
    expect(orderStatistics(part, [0, 10_000, 19_999])).toEqual([sorted[0], sorted[10_000], sorted[19_999]]);
  });

  it.each([
    ['', [0, 0x7ff80000]],
    ['with a sign', [0, 0xfff80000]],
    ['with one bit only', [1, 0x7ff00000]],
    ['with a sign and one bit only', [1, 0xfff00000]],
    ['with all bits', [0xffffffff, 0x7fffffff]],
    ['with all bits and a sign', [0xffffffff, 0xffffffff]],
  ])('is NaN with a NaN %s among the values', (_, words) => {
    for (const size of [COUNTED - 1, COUNTED]) {
      const values = Float64Array.from(scattered(size));
      new Uint32Array(values.buffer).set(isLittleEndian() ? words : Array.from(words).reverse(), 2 * 100);
      expect(values[100]).toBeNaN();
      expect(orderStatistics(values, [0, 4, size - 1])).toEqual([NaN, NaN, NaN]);
    }
  });

  it('tells infinities from NaN', () => {
    const values = Float64Array.from(scattered(COUNTED), (k) => (k === 0 ? -Infinity : k === 1 ? Infinity : k));
    expect(orderStatistics(values, [0, 1, COUNTED - 2, COUNTED - 1])).toEqual([-Infinity, 2, COUNTED - 1, Infinity]);
  });
});

describe('isLittleEndian', () => {
  it('tells where a number in a typed array has its sign', () => {
    const bytes = new Uint8Array(new Float64Array([-2]).buffer);
    expect(isLittleEndian()).toBe(bytes[7] === 0xc0 && bytes[0] === 0);
  });
});

describe('quantiles', () => {
  const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const shares = [0.5, 0, 1, 0.07, 0.9, 0.95, 0.5, 1 / 3];

  it.each(types)('of type %d are those of the sorted values, whatever their number', (type) => {
    for (const size of [1, 2, 3, 10, 101, COUNTED - 1, COUNTED, 20_001]) {
      const values = scattered(size).map((k) => 1.0003 ** k - 3);
      const sorted = values.slice().sort((a, b) => a - b);
      const expected = shares.map((p) => quantileSorted(sorted, p, type));
      expect(quantiles(values, shares, type)).toEqual(expected);
      expect(quantiles(Float64Array.from(values), shares, type)).toEqual(expected);
      expect(shares.map((p) => quantile(values, p, type))).toEqual(expected);
    }
  });

  it('are of type 7 unless another is asked for', () => {
    expect(quantiles([1, 2, 3, 4], [0.25, 0.75])).toEqual([1.75, 3.25]);
    expect(quantiles([1, 2, 3, 4], [0.25, 0.75], 1)).toEqual([1, 3]);
  });

  it('are NaN one by one where a share is off its range', () => {
    expect(quantiles([1, 2, 3], [-1e-9, 0.5, 1 + 1e-9, NaN, 1])).toEqual([NaN, 2, NaN, NaN, 3]);
  });

  it('are NaN without values and with a NaN among them', () => {
    expect(quantiles([], [0, 0.5])).toEqual([NaN, NaN]);
    expect(quantiles([3, NaN, 1], [0, 1])).toEqual([NaN, NaN]);
    expect(quantiles([3, 1], [])).toEqual([]);
  });

  it('of many values know the closed form for whole numbers', () => {
    const values = scattered(100_001);
    expect(quantiles(values, [0.25, 0.5, 0.9, 0.95])).toEqual([25_000, 50_000, 90_000, 95_000]);
    expect(median(values)).toBe(50_000);
    expect(nearestRank(values, 0.9)).toBe(90_000);
  });

  it('never give negative zero', () => {
    expect(Object.is(quantile(new Float64Array(COUNTED).fill(-0), 0.5), 0)).toBe(true);
    expect(Object.is(quantiles([-0], [0.5])[0], 0)).toBe(true);
  });

  it('read any iterable once', () => {
    const iterable = new Set(scattered(10_001));
    expect(quantiles(iterable, [0.5])).toEqual([5000]);
  });
});
