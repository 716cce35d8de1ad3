import { describe, expect, it } from 'vitest';
import { excessKurtosis, skewness } from '../../../src/statistics/shape.js';

describe('skewness', () => {
  // SciPy 1.17, stats.skew.
  it('agrees with SciPy', () => {
    expect(skewness([1, 2, 10], 1)).toBeCloseTo(0.6745554845457661, 13);
    expect(skewness([1, 2, 10], 2)).toBeCloseTo(1.6523167403329908, 13);
    expect(skewness([1, 2, 10])).toBe(skewness([1, 2, 10], 2));
  });

  it('needs three values for type 2, two for the others', () => {
    expect(skewness([1, 2], 2)).toBeNaN();
    // Their distances from the mean differ by a rounding error.
    expect(skewness([0.1, 0.3], 2)).toBeNaN();
    expect(skewness([1, 2], 1)).toBe(0);
    expect(skewness([1, 2], 3)).toBe(0);
  });
});

describe('excessKurtosis', () => {
  // SciPy 1.17, stats.kurtosis.
  it('agrees with SciPy', () => {
    expect(excessKurtosis([1, 2, 3, 10], 1)).toBeCloseTo(-0.7696, 13);
    expect(excessKurtosis([1, 2, 3, 10], 2)).toBeCloseTo(3.228, 12);
    expect(excessKurtosis([1, 2, 3, 10])).toBe(excessKurtosis([1, 2, 3, 10], 2));
  });

  it('needs four values for type 2, two for the others', () => {
    expect(excessKurtosis([1, 2, 4], 2)).toBeNaN();
    expect(excessKurtosis([1, 2], 1)).toBe(-2);
    expect(excessKurtosis([1, 2], 3)).toBe(-2.75);
  });
});

describe('shape', () => {
  it.each([[[]], [[1]], [[0.1, 0.1, 0.1]], [[0.1, 0.1, 0.1, 0.1, 0.1]], [[1, 2, 3, 4, NaN]], [[1, 2, 3, 4, Infinity]]])(
    'is NaN for %j',
    (values: number[]) => {
      for (const type of [1, 2, 3] as const) {
        expect(skewness(values, type)).toBeNaN();
        expect(excessKurtosis(values, type)).toBeNaN();
      }
    },
  );
});
