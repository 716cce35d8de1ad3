import { describe, expect, it } from 'vitest';
import { jointTable } from '../../../src/statistics/jointTable.js';
import { coMoments } from '../../../src/statistics/coMoments.js';
import type { JointTable } from '../../../src/statistics/jointTable.js';

/** From so many rows on, ratings from 0 to 15 are counted in one pass. */
const ONE_PASS = 256;

/** The counts above zero, in order of rows and columns. */
function countsOf(table: JointTable | null): number[] | null {
  return table === null ? null : Array.from(table.counts).filter((count) => count > 0);
}

/** How often each pair occurs, in order of first and second number. */
function tally(x: readonly number[], y: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const [i, a] of x.entries()) {
    const key = a * 1000 + (y[i] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts)
    .sort(([a], [b]) => a - b)
    .map(([, count]) => count);
}

const ratings = (size: number, levels: number, step: number): number[] =>
  Array.from({ length: size }, (_, i) => (i * i + step * i) % levels);

describe('jointTable', () => {
  it.each([1, 2, 3, 50, ONE_PASS - 1, ONE_PASS, ONE_PASS + 1, 5001])('counts each pair of %d rows', (size) => {
    for (const [levels, others] of [
      [11, 5],
      [16, 16],
      [2, 13],
    ] as const) {
      // Below, such a table would be larger than it pays.
      if (levels * others > 64 + 2 * size) continue;
      const x = ratings(size, levels, 3);
      const y = ratings(size, others, 1);
      expect(countsOf(jointTable(x, y))).toEqual(tally(x, y));
      expect(countsOf(jointTable(Uint8Array.from(x), Float64Array.from(y)))).toEqual(tally(x, y));
    }
  });

  it.each([16, 17, 40, -1, -16])('counts ratings of which one is %d', (far) => {
    for (const size of [ONE_PASS, ONE_PASS + 1]) {
      for (const at of [0, 1, 100, 101, size - 1]) {
        const plain = ratings(size, 11, 1);
        const x = plain.slice();
        x[at] = far;
        expect(countsOf(jointTable(x, plain))).toEqual(tally(x, plain));
        expect(countsOf(jointTable(plain, x))).toEqual(tally(plain, x));
      }
    }
  });

  it.each([0.5, 2.000001, NaN, Infinity, -Infinity, 2 ** 32, 2 ** 32 + 3, -0.25])(
    'is null with a %d among them',
    (value) => {
      for (const size of [10, ONE_PASS, ONE_PASS + 1]) {
        for (const at of [0, 1, size - 2, size - 1]) {
          const plain = ratings(size, 11, 1);
          const x = plain.slice();
          x[at] = value;
          expect(jointTable(x, plain)).toBeNull();
          expect(jointTable(plain, x)).toBeNull();
        }
      }
    },
  );

  it('takes negative zero as zero', () => {
    const x = ratings(ONE_PASS, 3, 1);
    expect(
      countsOf(
        jointTable(
          x.map((value) => (value === 0 ? -0 : value)),
          x,
        ),
      ),
    ).toEqual(tally(x, x));
  });

  it('is null where the table would be larger than it pays', () => {
    const x = Array.from({ length: 1000 }, (_, i) => i * 1000);
    expect(jointTable(x, x)).toBeNull();
    expect(jointTable([], [])).toBeNull();
  });
});

describe('coMoments', () => {
  /** About the means, in whole numbers: n times each sum. */
  function exactly(x: readonly number[], y: readonly number[]): { xy: bigint; xx: bigint; yy: bigint } {
    const product = (a: readonly number[], b: readonly number[]): bigint => {
      let [both, first, second] = [0n, 0n, 0n];
      for (const [i, value] of a.entries()) {
        const other = BigInt(b[i] as number);
        both += BigInt(value) * other;
        first += BigInt(value);
        second += other;
      }
      return BigInt(a.length) * both - first * second;
    };
    return { xy: product(x, y), xx: product(x, x), yy: product(y, y) };
  }

  it.each([ONE_PASS - 1, ONE_PASS, 5000])('of %d ratings give the correlation of whole numbers', (size) => {
    const x = ratings(size, 11, 3).map((value) => value - 4);
    const y = ratings(size, 5, 1).map((value, i) => value + (x[i] as number));
    const { xy, xx, yy } = exactly(x, y);
    const { count, ...sums } = coMoments(x, y);
    expect(count).toBe(size);
    expect(sums.xy / Math.sqrt(sums.xx * sums.yy)).toBeCloseTo(Number(xy) / Math.sqrt(Number(xx) * Number(yy)), 14);
    // Deviations may be in any unit, each column in its own.
    expect(sums.xy ** 2 / (sums.xx * sums.yy)).toBeCloseTo(Number(xy) ** 2 / (Number(xx) * Number(yy)), 14);
  });

  it('of many ratings are sums about the means', () => {
    const x = ratings(ONE_PASS, 4, 1);
    const y = ratings(ONE_PASS, 7, 2);
    const { xy, xx, yy } = exactly(x, y);
    const sums = coMoments(x, y);
    expect(sums.xy * ONE_PASS).toBeCloseTo(Number(xy), 8);
    expect(sums.xx * ONE_PASS).toBeCloseTo(Number(xx), 8);
    expect(sums.yy * ONE_PASS).toBeCloseTo(Number(yy), 8);
  });

  it('have no spread where a column is constant, and no number of pairs where columns differ in length', () => {
    const x = ratings(300, 11, 1);
    const constant = new Array<number>(300).fill(7);
    expect(coMoments(constant, x)).toMatchObject({ count: 300, xx: 0, xy: 0 });
    expect(coMoments(x, constant)).toMatchObject({ count: 300, yy: 0, xy: 0 });
    expect(coMoments(x, x.slice(1)).count).toBeNaN();
  });
});
