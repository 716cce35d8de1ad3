import { describe, expect, it } from 'vitest';
import { mean, sum } from '../../../src/statistics/sum.js';

describe('sum', () => {
  it.each<[string, number[], number]>([
    ['nothing', [], 0],
    ['one value', [4.2], 4.2],
    ['what a plain loop loses to a large value', [1, 1e100, 1, -1e100], 2],
    ['what a plain loop loses to a large value in front', [1e100, 1, -1e100, 1], 2],
    ['ten tenths', Array.from({ length: 10 }, () => 0.1), 1],
    ['negative zero as zero', [-0], 0],
    ['opposites', [3, -3], 0],
  ])('adds up %s', (_, values, expected) => {
    expect(sum(values)).toBe(expected);
  });

  it.each([[[1, NaN]], [[Infinity, 1]], [[1, -Infinity]], [[1e308, 1e308]]])('gives NaN for %j', (values) => {
    expect(sum(values)).toBeNaN();
  });

  it('reads any iterable once', () => {
    expect(sum(new Set([1, 2, 3]).values())).toBe(6);
    expect(sum(Float64Array.of(1, 2, 3))).toBe(6);
  });
});

describe('mean', () => {
  it('divides the sum by the count', () => {
    expect(mean([7, 6, 6, 5, 7, 4, 6, 2, 5, 7])).toBe(5.5);
    expect(mean([1e100, 3, -1e100])).toBe(1);
  });

  it('is NaN without values', () => {
    expect(mean([])).toBeNaN();
  });

  it('is NaN with NaN', () => {
    expect(mean([1, NaN])).toBeNaN();
  });

  it('reads any iterable once', () => {
    expect(mean(new Set([1, 2, 6]).values())).toBe(3);
  });
});
