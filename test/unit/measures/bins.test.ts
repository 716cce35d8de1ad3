import { describe, expect, it } from 'vitest';
import { binOf, createCounts } from '../../../src/measures/bins.js';

describe('binOf, on a scale of 1 to 5', () => {
  it.each([
    [1, 0],
    [3, 2],
    [5, 4],
    [null, 5],
    [undefined, 5],
    [0, 6],
    [6, 6],
    [-1, 6],
    [4.5, 6],
    [NaN, 6],
    [Infinity, 6],
    [-Infinity, 6],
    ['3', 6],
    ['', 6],
    [true, 6],
    [3n, 6],
    [Symbol('3'), 6],
    [new Date(3), 6],
    [[3], 6],
    [{ valueOf: () => 3 }, 6],
    [() => 3, 6],
  ])('puts %s in bin %i', (value, bin) => {
    expect(binOf(value, 1, 4)).toBe(bin);
  });

  it('takes -0 for 0', () => {
    const counts = [0, 0, 0, 0];
    const bin = binOf(-0, 0, 1);
    counts[bin] = 1;
    expect(counts).toEqual([1, 0, 0, 0]);
  });

  it('serves a scale that begins below 0', () => {
    expect([-2, 0, 2, 3, -3].map((value) => binOf(value, -2, 4))).toEqual([0, 2, 4, 6, 6]);
  });
});

describe('createCounts', () => {
  it('has one count per scale point and four for what is left out', () => {
    expect(createCounts(2)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
