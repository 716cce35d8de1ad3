import { describe, expect, it } from 'vitest';
import { median, nearestRank, quantile, quantileSorted } from '../../../src/statistics/quantile.js';
import type { QuantileType } from '../../../src/statistics/quantile.js';

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('quantile', () => {
  it('takes integer percentiles exactly, whatever the size', () => {
    for (let n = 1; n <= 300; n++) {
      const values = Array.from({ length: n }, (_, i) => i + 1);
      for (let percent = 1; percent <= 100; percent++) {
        // In whole numbers: the smallest rank with rank × 100 >= percent × n.
        expect(nearestRank(values, percent / 100)).toBe(Math.floor((percent * n + 99) / 100));
      }
    }
  });

  it.each([1, 7, 14, 28, 55, 56, 57, 58])('takes percentile %d of 1..100 as that value', (percent) => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantile(values, percent / 100, 1)).toBe(percent);
    expect(quantile(values, percent / 100, 2)).toBe(percent + 0.5);
    expect(quantile(values, percent / 100, 4)).toBe(percent);
  });

  it('lands on values for type 7 where it should', () => {
    const values = Array.from({ length: 101 }, (_, i) => i / 7);
    for (let percent = 0; percent <= 100; percent++) expect(quantile(values, percent / 100)).toBe(percent / 7);
  });

  it('rounds half to even ranks in type 3', () => {
    expect(quantile([1, 2, 3, 4], 0.375, 3)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.625, 3)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.626, 3)).toBe(3);
  });

  it('keeps the distance of a share just off a rank', () => {
    expect(quantile([1, 2, 3, 4], 0.5 + 1e-12, 1)).toBe(3);
    expect(quantile([1, 2, 3, 4], 0.5 - 1e-12, 1)).toBe(2);
  });

  it.each(types)('type %d reaches from the smallest to the largest value', (type) => {
    expect(quantile([5, 3, 8, 1], 0, type)).toBe(1);
    expect(quantile([5, 3, 8, 1], 1, type)).toBe(8);
    expect(quantile([2.5], 0.3, type)).toBe(2.5);
    expect(quantile([0.1, 0.1, 0.1], 0.3, type)).toBe(0.1);
  });

  it.each(types)('type %d is NaN outside the domain', (type) => {
    expect(quantile([], 0.5, type)).toBeNaN();
    expect(quantile([1, 2], -1e-9, type)).toBeNaN();
    expect(quantile([1, 2], 1.000001, type)).toBeNaN();
    expect(quantile([1, 2], NaN, type)).toBeNaN();
    expect(quantile([1, NaN, 2], 0.1, type)).toBeNaN();
  });

  it('uses type 7 by default', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantileSorted([1, 2, 3, 4], 0.25)).toBe(1.75);
  });

  it('takes the upper value whole, with the digits that a difference would lose', () => {
    expect(quantile([-1, 1e-17], 0.75, 1)).toBe(1e-17);
  });

  it('leaves the input in its order', () => {
    const values = Object.freeze([3, 1, 2]);
    const typed = Float64Array.of(3, 1, 2);
    expect(quantile(values, 0.5)).toBe(2);
    expect(quantile(typed, 0.5)).toBe(2);
    expect(Array.from(typed)).toEqual([3, 1, 2]);
  });

  it('allows infinite values where it need not interpolate towards them', () => {
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity);
    expect(quantile([-Infinity, 3], 0.75, 1)).toBe(3);
  });

  it('never gives negative zero', () => {
    expect(quantile([-0], 0.5)).toBe(0);
    expect(quantile([-1, -0], 1)).toBe(0);
    expect(quantile([-1, -0], 0.75, 1)).toBe(0);
  });
});

describe('median', () => {
  it.each<[number[], number]>([
    [[3], 3],
    [[3, 1], 2],
    [[3, 1, 100], 3],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('is NaN without values', () => {
    expect(median([])).toBeNaN();
  });
});

describe('nearestRank', () => {
  it.each([
    [0, 10],
    [0.25, 10],
    [0.26, 20],
    [0.5, 20],
    [0.75, 30],
    [0.76, 40],
    [1, 40],
  ])('at %d of 10, 20, 30, 40 is %d', (p, expected) => {
    expect(nearestRank([30, 10, 20, 40], p)).toBe(expected);
  });
});
