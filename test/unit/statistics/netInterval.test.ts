import { describe, expect, it } from 'vitest';
import { adjustedWaldNetInterval, netVariance, waldNetInterval } from '../../../src/statistics/netInterval.js';
import type { NetCounts } from '../../../src/statistics/netInterval.js';

type Row = readonly [negative: number, neutral: number, positive: number];
type Limits = readonly [lower: number, upper: number];

const countsOf = ([negative, neutral, positive]: Row): NetCounts => ({ negative, neutral, positive });

describe('netVariance', () => {
  // p + d - (p - d)² in whole numbers.
  it.each<[Row, number]>([
    [[8, 13, 15], 779 / 1296],
    [[12, 7, 12], 24 / 31],
    [[54, 108, 162], 5 / 9],
    [[75, 675, 250], 0.294375],
    [[1, 3, 6], 0.45],
    [[5, 0, 5], 1],
    [[0.75, 1.5, 0.75], 0.5],
  ])('of %j is %d', (row, expected) => {
    expect(netVariance(countsOf(row))).toBeCloseTo(expected, 15);
  });

  it.each<[Row]>([[[0, 0, 7]], [[7, 0, 0]], [[0, 7, 0]], [[0, 0, 0.1]]])('of %j, all alike, is exactly 0', (row) => {
    expect(netVariance(countsOf(row))).toBe(0);
  });

  it('is never below 0, however uneven the counts', () => {
    for (const share of [0.1, 0.3, 0.7, 1e-9, 1e-16, 1e-17, 1e-300]) {
      expect(netVariance(countsOf([share, 0, 1]))).toBeGreaterThanOrEqual(0);
      expect(netVariance(countsOf([0, share, 1]))).toBeGreaterThanOrEqual(0);
      expect(netVariance(countsOf([1, share, share]))).toBeGreaterThanOrEqual(0);
    }
  });

  it('of nothing is NaN', () => {
    expect(netVariance(countsOf([0, 0, 0]))).toBeNaN();
  });
});

describe('adjustedWaldNetInterval', () => {
  // The formula in mpmath at 40 digits; to 6 and more digits also the code of the R package NPS.
  it.each<[Row, Limits]>([
    [
      [8, 13, 15],
      [-0.06280259443326956, 0.4217769534076285],
    ],
    [
      [12, 7, 12],
      [-0.2910980285422661, 0.2910980285422661],
    ],
    [
      [16, 30, 61],
      [0.270969883955835, 0.5472119342259832],
    ],
    [
      [54, 108, 162],
      [0.2494525141303357, 0.4110979445852606],
    ],
    [
      [19, 28, 48],
      [0.1411073014129449, 0.4507294332809327],
    ],
    [
      [75, 675, 250],
      [0.140858830610971, 0.2080943099672942],
    ],
    [
      [1, 3, 6],
      [-0.002032928645098851, 0.7712636978758681],
    ],
    [
      [0, 0, 10],
      [0.4750355154479021, 1.063426023013636],
    ],
    [
      [10, 0, 0],
      [-1.063426023013636, -0.4750355154479021],
    ],
    [
      [0, 10, 0],
      [-0.1846504490905889, 0.1846504490905889],
    ],
    [
      [7.5, 12.25, 15.75],
      [-0.02976642643867369, 0.4583378550101023],
    ],
  ])('of %j at 95 %% is %j, not clipped', (row, [lower, upper]) => {
    const got = adjustedWaldNetInterval(countsOf(row), 0.95);
    expect(got.lower).toBeCloseTo(lower, 14);
    expect(got.upper).toBeCloseTo(upper, 14);
  });

  it.each([
    [0.8, 0.0210624117197934, 0.3379119472545656],
    [0.9, -0.02384880859722733, 0.3828231675715863],
    [0.99, -0.1389355591638004, 0.4979099181381594],
  ])('of 8, 13 and 15 takes the confidence %d', (confidence, lower, upper) => {
    const got = adjustedWaldNetInterval(countsOf([8, 13, 15]), confidence);
    expect(got.lower).toBeCloseTo(lower, 14);
    expect(got.upper).toBeCloseTo(upper, 14);
  });

  // The same formula with pseudo-units of weight 3 (1 - n/N) and the factor √((N - n)/(N - 1)).
  it.each<[Row, number, Limits]>([
    [[19, 28, 48], 180, [0.1931926641880011, 0.4083630834351622]],
    [[2, 6, 20], 30, [0.578843234676213, 0.697752510004638]],
    [[0, 3, 4], 9, [0.33015796194527, 0.7133202989242952]],
    [[0, 0, 10], 40, [0.5748286061852969, 1.057824455039193]],
  ])('of %j out of %d is %j', (row, population, [lower, upper]) => {
    const got = adjustedWaldNetInterval(countsOf(row), 0.95, population);
    expect(got.lower).toBeCloseTo(lower, 14);
    expect(got.upper).toBeCloseTo(upper, 14);
  });

  it('contains the value for 2, 6 and 20 out of 30, which full pseudo-units would exclude', () => {
    const { lower, upper } = adjustedWaldNetInterval(countsOf([2, 6, 20]), 0.95, 30);
    expect(lower).toBeLessThan(18 / 28);
    expect(upper).toBeGreaterThan(18 / 28);
  });

  it.each<[Row]>([[[2, 6, 22]], [[0, 0, 30]], [[30, 0, 0]], [[0, 30, 0]]])('of a census, %j, is the value', (row) => {
    const value = (row[2] - row[0]) / 30;
    expect(adjustedWaldNetInterval(countsOf(row), 0.95, 30)).toEqual({ lower: value, upper: value });
  });

  it('takes any weight of the pseudo-units', () => {
    // Three pseudo-units by hand are three pseudo-units by name.
    expect(adjustedWaldNetInterval(countsOf([8.75, 14.5, 15.75]), 0.95, Infinity, 0)).toEqual(
      adjustedWaldNetInterval(countsOf([8, 13, 15]), 0.95),
    );
    expect(adjustedWaldNetInterval(countsOf([8, 13, 15]), 0.95, Infinity, 7).upper).toBeLessThan(0.42);
  });

  it.each<[string, Row, number, number]>([
    ['no units', [0, 0, 0], 0.95, Infinity],
    ['no units of a population', [0, 0, 0], 0.95, 30],
    ['a NaN count', [NaN, 3, 3], 0.95, Infinity],
    ['more units than the population', [10, 10, 11], 0.95, 30],
    ['confidence 0', [8, 13, 15], 0, Infinity],
    ['confidence 1', [8, 13, 15], 1, Infinity],
  ])('is NaN with %s', (_, row, confidence, population) => {
    const nowhere = { lower: NaN, upper: NaN };
    expect(adjustedWaldNetInterval(countsOf(row), confidence, population)).toEqual(nowhere);
    expect(waldNetInterval(countsOf(row), confidence, population)).toEqual(nowhere);
  });
});

describe('waldNetInterval', () => {
  it.each<[Row, Limits]>([
    [
      [8, 13, 15],
      [-0.05881349479993629, 0.4477023836888252],
    ],
    [
      [12, 7, 12],
      [-0.3097362371842136, 0.3097362371842136],
    ],
    [
      [54, 108, 162],
      [0.2521738388355017, 0.414492827831165],
    ],
    [
      [75, 675, 250],
      [0.1413721924541335, 0.2086278075458665],
    ],
    [
      [1, 3, 6],
      [0.08422885269509662, 0.9157711473049034],
    ],
  ])('of %j at 95 %% is %j', (row, [lower, upper]) => {
    const got = waldNetInterval(countsOf(row), 0.95);
    expect(got.lower).toBeCloseTo(lower, 14);
    expect(got.upper).toBeCloseTo(upper, 14);
  });

  it('takes the confidence', () => {
    const { lower, upper } = waldNetInterval(countsOf([8, 13, 15]), 0.8);
    expect(lower).toBeCloseTo(0.02884797885357246, 14);
    expect(upper).toBeCloseTo(0.3600409100353164, 14);
  });

  it('takes the population', () => {
    const { lower, upper } = waldNetInterval(countsOf([19, 28, 48]), 0.95, 180);
    expect(lower).toBeCloseTo(0.1968523788212051, 14);
    expect(upper).toBeCloseTo(0.4136739369682686, 14);
  });

  it.each<[Row]>([[[0, 0, 10]], [[10, 0, 0]], [[0, 10, 0]]])('of %j, all alike, claims certainty', (row) => {
    const value = (row[2] - row[0]) / 10;
    expect(waldNetInterval(countsOf(row), 0.95)).toEqual({ lower: value, upper: value });
  });
});
