import { describe, expect, it } from 'vitest';
import {
  accumulate,
  addDoubleDouble,
  divideDoubleDouble,
  multiplyDoubleDouble,
  subtractDoubleDouble,
  twoProduct,
  twoSum,
} from '../../../src/statistics/doubleDouble.js';
import type { DoubleDouble } from '../../../src/statistics/doubleDouble.js';

/** The exact value of a double-double in units of 2^-200. */
function exact({ high, low }: DoubleDouble): bigint {
  return units(high) + units(low);
}

function units(value: number): bigint {
  let scaled = value;
  let shift = 200n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift--;
  }
  return BigInt(scaled) << shift;
}

const ONE = 1n << 200n;
const pairs: [number, number][] = [
  [0.1, 0.2],
  [1e16, 1],
  [1, 1e16],
  [10000000.2, -10000000.1],
  [1 / 3, -3],
  [0, 5],
];

describe('double-double arithmetic', () => {
  it.each(pairs)('adds %d and %d exactly', (a, b) => {
    expect(exact(twoSum(a, b))).toBe(units(a) + units(b));
    expect(twoSum(a, b).high).toBe(a + b);
  });

  it.each(pairs)('multiplies %d and %d exactly', (a, b) => {
    expect(exact(twoProduct(a, b))).toBe((units(a) * units(b)) / ONE);
    expect(twoProduct(a, b).high).toBe(a * b);
  });

  const third: DoubleDouble = { high: 1 / 3, low: 1.850371707708594e-17 };
  const tenth: DoubleDouble = { high: 0.1, low: -5.551115123125783e-18 };

  it('adds, subtracts and multiplies to 100 bits', () => {
    const cases: [DoubleDouble, bigint][] = [
      [addDoubleDouble(third, tenth), exact(third) + exact(tenth)],
      [subtractDoubleDouble(third, tenth), exact(third) - exact(tenth)],
      [multiplyDoubleDouble(third, tenth), (exact(third) * exact(tenth)) / ONE],
    ];
    for (const [got, expected] of cases) {
      const error = exact(got) - expected;
      expect(error < 0n ? -error : error).toBeLessThan(Number(expected >> 100n));
    }
  });

  it('keeps what cancellation leaves', () => {
    const difference = subtractDoubleDouble({ high: 1, low: 1e-20 }, { high: 1, low: -1e-20 });
    expect(difference.high + difference.low).toBe(2e-20);
  });

  it('keeps the low part of what cancellation leaves', () => {
    const sum = addDoubleDouble({ high: 1, low: 1e-20 }, { high: -1, low: 1e-37 });
    expect(exact(sum)).toBe(units(1e-20) + units(1e-37));
  });

  it('divides to the last digit', () => {
    expect(divideDoubleDouble({ high: 1, low: 0 }, { high: 3, low: 0 })).toBe(1 / 3);
    expect(divideDoubleDouble({ high: 1, low: 1e-17 }, tenth)).toBe(10);
    expect(divideDoubleDouble({ high: 1, low: 0 }, { high: 0, low: 0 })).toBeNaN();
  });

  it('accumulates in place what a plain sum loses', () => {
    const sums = [7, 0, 0, 0];
    for (const value of [1e16, 1, -1e16]) accumulate(sums, 2, value, 0);
    accumulate(sums, 2, 1, 2 ** -60);
    expect(sums).toEqual([7, 0, 2, 2 ** -60]);
  });
});
