import { describe, expect, it } from 'vitest';
import { quantileInterval, quantileIntervalRanks } from '../../../src/statistics/quantileInterval.js';

const NONE = { lower: NaN, upper: NaN, lowerRank: NaN, upperRank: NaN, coverage: NaN };

/** Probability of exactly k of n, in whole numbers: p is `parts` of `whole`. */
function massOf(k: number, n: number, parts: bigint, whole: bigint): number {
  let ways = 1n;
  for (let i = 1n; i <= BigInt(k); i++) ways = (ways * (BigInt(n) - i + 1n)) / i;
  const scaled = ways * parts ** BigInt(k) * (whole - parts) ** BigInt(n - k) * 10n ** 20n;
  return Number(scaled / whole ** BigInt(n)) / 1e20;
}

describe('quantileInterval', () => {
  // The classical table of the sign test: Conover (1999), table A3 at p = 1/2.
  it.each([
    [5, 0, 6, 1],
    [6, 1, 6, 1 - 2 / 64],
    [8, 1, 8, 1 - 2 / 256],
    [9, 2, 8, 1 - 20 / 512],
    [10, 2, 9, 1 - 22 / 1024],
    [12, 3, 10, 1 - 158 / 4096],
    [20, 6, 15, 0.9586105346679688],
    [25, 8, 18, 0.9567147493362427],
  ])('of the median of %d values has ranks %d and %d', (n, lowerRank, upperRank, coverage) => {
    const got = quantileIntervalRanks(n, 0.5, 0.95);
    expect(got).toMatchObject({ lowerRank, upperRank });
    expect(got.coverage).toBeCloseTo(coverage, 13);
  });

  it.each([
    [0.5, 1n, 2n],
    [0.9, 9n, 10n],
    [0.05, 1n, 20n],
  ])('leaves each tail of the share %d no more than its half, and no rank can move inwards', (p, parts, whole) => {
    for (let n = 1; n <= 40; n++) {
      for (const confidence of [0.5, 0.8, 0.9, 0.95, 0.99]) {
        const { lowerRank, upperRank, coverage } = quantileIntervalRanks(n, p, confidence);
        const mass = Array.from({ length: n + 1 }, (_, k) => massOf(k, n, parts, whole));
        const sum = (from: number, to: number): number => mass.slice(from, to).reduce((all, own) => all + own, 0);
        const tail = (1 - confidence) / 2 + 1e-13;
        expect(sum(0, lowerRank)).toBeLessThanOrEqual(tail);
        expect(sum(0, lowerRank + 1)).toBeGreaterThan(tail);
        expect(sum(upperRank, n + 1)).toBeLessThanOrEqual(tail);
        expect(sum(upperRank - 1, n + 1)).toBeGreaterThan(tail);
        expect(coverage).toBeCloseTo(sum(lowerRank, upperRank), 12);
      }
    }
  });

  it('opens the median below 6 values and the 0.95 quantile below 72', () => {
    const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);
    expect(quantileInterval(upTo(5), 0.5)).toEqual({
      lower: -Infinity,
      upper: Infinity,
      lowerRank: 0,
      upperRank: 6,
      coverage: 1,
    });
    expect(quantileInterval(upTo(6), 0.5)).toMatchObject({ lower: 1, upper: 6 });
    expect(quantileInterval(upTo(71), 0.95)).toMatchObject({ lower: 63, upper: Infinity, upperRank: 72 });
    expect(quantileInterval(upTo(72), 0.95)).toMatchObject({ upper: 72, upperRank: 72 });
    expect(quantileInterval(upTo(72), 0.05)).toMatchObject({ lower: 1, lowerRank: 1 });
    expect(quantileInterval(upTo(71), 0.05)).toMatchObject({ lower: -Infinity, lowerRank: 0 });
  });

  it('takes values in any order, leaves them, and has 0.95 for confidence', () => {
    const values = [12, 3, 45, 8, 30, 17, 21, 5, 9, 26];
    const got = quantileInterval(values, 0.5);
    expect(got).toMatchObject({ lower: 5, upper: 30, lowerRank: 2, upperRank: 9 });
    expect(values[0]).toBe(12);
    expect(quantileInterval(new Set(values), 0.5, 0.95)).toEqual(got);
    expect(quantileInterval(Float64Array.from(values), 0.5)).toEqual(got);
    expect(quantileInterval(values, 0.5, 0.6)).toMatchObject({ lower: 9, upper: 21, lowerRank: 4, upperRank: 7 });
  });

  it('may have no width where values are equal', () => {
    expect(quantileInterval(Array<number>(10).fill(4), 0.5)).toMatchObject({ lower: 4, upper: 4 });
  });

  it('picks its values out of many without NaN', () => {
    const many = Array.from({ length: 20001 }, (_, at) => (at * 7919) % 20001);
    // √(20001) / 2 × 1.96 = 138.6 on either side of the middle, 10000.
    expect(quantileInterval(many, 0.5)).toMatchObject({ lower: 9861, upper: 10139 });
  });

  it.each<[string, number[], number, number]>([
    ['no values', [], 0.5, 0.95],
    ['a NaN', [1, 2, NaN, 3, 4, 5, 6], 0.5, 0.95],
    ['a NaN beside open sides', [1, NaN], 0.5, 0.95],
    ['a share of 0', [1, 2, 3], 0, 0.95],
    ['a share of 1', [1, 2, 3], 1, 0.95],
    ['a share of NaN', [1, 2, 3], NaN, 0.95],
    ['no confidence', [1, 2, 3], 0.5, 0],
    ['full confidence', [1, 2, 3], 0.5, 1],
    ['a confidence of NaN', [1, 2, 3], 0.5, NaN],
  ])('is NaN for %s', (_, values, p, confidence) => {
    expect(quantileInterval(values, p, confidence)).toEqual(NONE);
  });
});
