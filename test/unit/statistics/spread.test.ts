import { describe, expect, it } from 'vitest';
import {
  coefficientOfVariation,
  interquartileRange,
  medianAbsoluteDeviation,
  tukeyFences,
  tukeyHinges,
} from '../../../src/statistics/spread.js';

describe('medianAbsoluteDeviation', () => {
  it('is not moved by one wild value', () => {
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 100], 1)).toBe(1);
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 100])).toBe(1.4826);
  });

  it('is zero when more than half are equal, NaN without values or with NaN', () => {
    expect(medianAbsoluteDeviation([5, 5, 5, 9])).toBe(0);
    expect(medianAbsoluteDeviation([])).toBeNaN();
    expect(medianAbsoluteDeviation([1, NaN])).toBeNaN();
  });
});

describe('interquartileRange', () => {
  it('takes the quartiles of its type', () => {
    expect(interquartileRange([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(4.5);
    expect(interquartileRange([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 6)).toBe(5.5);
  });

  it('is zero for one value and NaN for none', () => {
    expect(interquartileRange([3])).toBe(0);
    expect(interquartileRange([])).toBeNaN();
  });
});

describe('tukeyHinges', () => {
  it.each([
    [[4], [4, 4, 4, 4, 4]],
    [
      [4, 2],
      [2, 2, 3, 4, 4],
    ],
    [
      [1, 2, 3],
      [1, 1.5, 2, 2.5, 3],
    ],
    [
      [1, 2, 3, 4],
      [1, 1.5, 2.5, 3.5, 4],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ],
  ])('of %j are %j', (values, [minimum, lowerHinge, median, upperHinge, maximum]) => {
    expect(tukeyHinges(values)).toEqual({ minimum, lowerHinge, median, upperHinge, maximum });
  });

  it.each([[[]], [[1, NaN, 2]]])('of %j are NaN', (values: number[]) => {
    const missing = { minimum: NaN, lowerHinge: NaN, median: NaN, upperHinge: NaN, maximum: NaN };
    expect(tukeyHinges(values)).toEqual(missing);
  });
});

describe('tukeyFences', () => {
  it('reach 1.5 ranges, or as told', () => {
    expect(tukeyFences([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ lower: -3.5, upper: 14.5 });
    expect(tukeyFences([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)).toEqual({ lower: -10.25, upper: 21.25 });
  });

  it('are NaN without values', () => {
    expect(tukeyFences([])).toEqual({ lower: NaN, upper: NaN });
  });
});

describe('coefficientOfVariation', () => {
  it('is the deviation over the mean', () => {
    expect(coefficientOfVariation([1, 3])).toBe(Math.SQRT2 / 2);
    expect(coefficientOfVariation([5, 5])).toBe(0);
  });

  it.each([[[]], [[1]], [[-1, 1]], [[-3, -1]], [[1, NaN]]])('is NaN for %j', (values: number[]) => {
    expect(coefficientOfVariation(values)).toBeNaN();
  });
});
