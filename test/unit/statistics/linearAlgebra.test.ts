import { describe, expect, it } from 'vitest';
import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolution,
} from '../../../src/statistics/cholesky.js';
import { deviations } from '../../../src/statistics/coMoments.js';
import { denseRanks } from '../../../src/statistics/denseRanks.js';
import {
  factorQr,
  multiplyByQ,
  multiplyByQTransposed,
  orthonormalBasis,
  solveUpper,
  solveUpperTransposed,
} from '../../../src/statistics/householderQr.js';
import { symmetricEigen } from '../../../src/statistics/symmetricEigen.js';

const close = (got: ArrayLike<number>, wanted: readonly number[], digits = 13): void => {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(got[i], String(i)).toBeCloseTo(value, digits);
};

describe('Cholesky', () => {
  const matrix = [4, 2, -2, 2, 10, 2, -2, 2, 6];

  it('factors, solves, inverts and has the determinant', () => {
    const factor = choleskyFactor(matrix, 3) as Float64Array;
    close(factor, [2, 0, 0, 1, 3, 0, -1, 1, 2]);
    close(choleskySolution(factor, 3, [4, 14, 6]), [1, 1, 1]);
    close(
      choleskyInverse(factor, 3),
      [56, -16, 24, -16, 20, -12, 24, -12, 36].map((value) => value / 144),
    );
    expect(choleskyLogDeterminant(factor, 3)).toBeCloseTo(Math.log(144), 14);
  });

  it.each([
    ['singular', [1, 1, 1, 1], 2],
    ['indefinite', [1, 2, 2, 1], 2],
    ['zero', [0], 1],
    ['NaN', [NaN], 1],
  ])('refuses a matrix that is %s', (_, singular, size) => {
    expect(choleskyFactor(singular, size)).toBeNull();
  });

  it('takes an empty matrix', () => {
    expect(choleskyFactor([], 0)).toEqual(new Float64Array(0));
  });
});

describe('symmetricEigen', () => {
  it('has the values and vectors of a matrix of two', () => {
    const { values, vectors } = symmetricEigen([2, 1, 1, 3], 2);
    const [small, large] = [...values].sort((a, b) => a - b);
    // (5 ± √5) / 2
    expect(small).toBeCloseTo(1.381966011250105, 14);
    expect(large).toBeCloseTo(3.618033988749895, 14);
    for (const [k, value] of values.entries()) {
      const [a, b] = [vectors[k] as number, vectors[2 + k] as number];
      expect(2 * a + b).toBeCloseTo(value * a, 14);
      expect(a + 3 * b).toBeCloseTo(value * b, 14);
      expect(a * a + b * b).toBeCloseTo(1, 14);
    }
  });

  it('puts a larger matrix together again and leaves it as it was', () => {
    const size = 6;
    const matrix = Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return 1 / (i + j + 1);
    });
    const before = [...matrix];
    const { values, vectors } = symmetricEigen(matrix, size);
    expect(matrix).toEqual(before);
    const again = matrix.map((_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return values.reduce(
        (s, v, k) => s + v * (vectors[i * size + k] as number) * (vectors[j * size + k] as number),
        0,
      );
    });
    close(again, matrix, 14);
  });

  it('leaves a diagonal alone and gives NaN for NaN', () => {
    expect([...symmetricEigen([3, 0, 0, 7], 2).values]).toEqual([3, 7]);
    expect(symmetricEigen([1, NaN, NaN, 1], 2).values).toHaveLength(2);
  });
});

describe('factorQr', () => {
  const columns = [Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 4, 9, 16)];

  it('has orthonormal columns whose product with R is the matrix', () => {
    const qr = factorQr(columns, 4);
    expect(qr.kept).toEqual([0, 1, 2]);
    const basis = orthonormalBasis(qr);
    for (const [i, a] of basis.entries()) {
      for (const [j, b] of basis.entries()) {
        expect(a.reduce((s, value, k) => s + value * (b[k] as number), 0)).toBeCloseTo(i === j ? 1 : 0, 14);
      }
    }
    for (const [j, column] of columns.entries()) {
      const product = column.map((_, row) =>
        basis.reduce((s, q, k) => s + (q[row] as number) * (qr.upper[k * 3 + j] as number), 0),
      );
      close(product, [...column]);
    }
  });

  it('multiplies there and back', () => {
    const qr = factorQr(columns, 4);
    const vector = Float64Array.of(3, -1, 2, 5);
    multiplyByQTransposed(qr, vector);
    multiplyByQ(qr, vector);
    close(vector, [3, -1, 2, 5]);
  });

  it('solves with R and with its transpose', () => {
    const qr = factorQr(columns, 4);
    const r = (i: number, j: number): number => qr.upper[i * 3 + j] as number;
    const solution = Float64Array.of(1, 2, 3);
    solveUpper(qr, solution);
    const [x, y, z] = solution as unknown as [number, number, number];
    close([r(0, 0) * x + r(0, 1) * y + r(0, 2) * z, r(1, 1) * y + r(1, 2) * z, r(2, 2) * z], [1, 2, 3]);
    const other = Float64Array.of(1, 2, 3);
    solveUpperTransposed(qr, other);
    const [u, v, w] = other as unknown as [number, number, number];
    close([r(0, 0) * u, r(0, 1) * u + r(1, 1) * v, r(0, 2) * u + r(1, 2) * v + r(2, 2) * w], [1, 2, 3]);
  });

  it('leaves out what depends on earlier columns, zeros, and more columns than rows', () => {
    const [ones, first] = columns as [Float64Array, Float64Array];
    const sum = first.map((value) => 0.1 * value + 0.3);
    expect(factorQr([ones, first, sum], 4).kept).toEqual([0, 1]);
    expect(factorQr([new Float64Array(4), first], 4).kept).toEqual([1]);
    expect(factorQr([Float64Array.of(1, 2), Float64Array.of(1, 3), Float64Array.of(4, 1)], 2).kept).toEqual([0, 1]);
  });

  it('keeps a column of which 1e-11 of its length is its own', () => {
    const nearly = Float64Array.of(1, 1, 1, 1 + 1e-11 * 2);
    expect(factorQr([Float64Array.of(1, 1, 1, 1), nearly], 4).kept).toEqual([0, 1]);
    const tooNear = Float64Array.of(1, 1, 1, 1 + 1e-13 * 2);
    expect(factorQr([Float64Array.of(1, 1, 1, 1), tooNear], 4).kept).toEqual([0]);
  });

  it('works in any unit', () => {
    const tiny = columns.map((column) => column.map((value) => value * 1e-200));
    expect(factorQr(tiny, 4).kept).toEqual([0, 1, 2]);
    const huge = columns.map((column) => column.map((value) => value * 1e200));
    expect(factorQr(huge, 4).kept).toEqual([0, 1, 2]);
  });
});

describe('denseRanks', () => {
  it.each([10, 399, 400, 3000])('orders %d values as sorting does', (length) => {
    const values = Array.from({ length }, (_, i) => (((i * 7919) % 1009) - 500) * 1.7 ** ((i % 37) - 18));
    const distinct = [...new Set(values.map((value) => value + 0))].sort((a, b) => a - b);
    const { ranks, counts } = denseRanks(values);
    expect([...ranks]).toEqual(values.map((value) => distinct.indexOf(value + 0)));
    expect([...counts]).toEqual(distinct.map((value) => values.filter((other) => other === value).length));
  });

  it.each([3, 500])('knows infinities, and -0 as 0, among %d', (length) => {
    const values = [Infinity, -0, 0, -Infinity, ...new Array<number>(length).fill(1)];
    expect([...denseRanks(values).ranks.slice(0, 4)]).toEqual([3, 1, 1, 0]);
    expect([...denseRanks(values).counts]).toEqual([1, 2, length, 1]);
  });

  it('takes nothing', () => {
    expect(denseRanks([])).toEqual({ ranks: new Int32Array(0), counts: new Int32Array(0) });
  });
});

describe('deviations', () => {
  it('are exact in units of a power of two', () => {
    expect([...deviations([1, 2, 6])]).toEqual([-0.25, -0.125, 0.375]);
    expect([...deviations([2 ** 40 + 1, 2 ** 40 + 2, 2 ** 40 + 6])]).toEqual([-0.25, -0.125, 0.375]);
  });

  it('add up to zero where the mean is no double', () => {
    const d = deviations([0.1, 0.2, 0.7, 1e6]);
    expect(Math.abs(d.reduce((a, b) => a + b, 0))).toBeLessThan(1e-22);
  });
});
