import { describe, expect, it } from 'vitest';
import type { NetCounts } from '../../../src/statistics/netInterval.js';
import { scoreNetInterval } from '../../../src/statistics/netScoreInterval.js';

type Row = readonly [negative: number, neutral: number, positive: number];
type Limits = readonly [lower: number, upper: number];

const countsOf = ([negative, neutral, positive]: Row): NetCounts => ({ negative, neutral, positive });

describe('scoreNetInterval', () => {
  // mpmath at 40 digits, the likelihood maximised by bisection of its slope, not by the closed form;
  // to 6 digits also the code of the R package NPS.
  it.each<[Row, Limits]>([
    [
      [8, 13, 15],
      [-0.06769746403755129, 0.4286696850302679],
    ],
    [
      [12, 7, 12],
      [-0.2968231392949084, 0.2968231392949084],
    ],
    [
      [16, 30, 61],
      [0.27052197250412, 0.5485291019445055],
    ],
    [
      [54, 108, 162],
      [0.2495402248610081, 0.4116111831788727],
    ],
    [
      [19, 28, 48],
      [0.1400283715929156, 0.4521351694287805],
    ],
    [
      [75, 675, 250],
      [0.1413984377776626, 0.2087810768177916],
    ],
    [
      [1, 3, 6],
      [-0.02002702747744563, 0.7931800148389329],
    ],
    [
      [0, 0, 10],
      [0.4449344002742215, 1],
    ],
    [
      [10, 0, 0],
      [-1, -0.4449344002742215],
    ],
    [
      [0, 4, 6],
      [0.1559475202193772, 0.8318196702937639],
    ],
    [
      [5, 5, 0],
      [-0.763406909487436, -0.08370080020566612],
    ],
    [
      [0, 10, 0],
      [-0.2775327998628893, 0.2775327998628893],
    ],
    [
      [3, 0, 7],
      [-0.2064437050777094, 0.784417465187398],
    ],
  ])('of %j at 95 %% is %j', (row, [lower, upper]) => {
    const got = scoreNetInterval(countsOf(row), 0.95);
    expect(got.lower).toBeCloseTo(lower, 13);
    expect(got.upper).toBeCloseTo(upper, 13);
  });

  it.each([
    [0.8, 0.02411102192085808, 0.352551468755327],
    [0.9, -0.02509800157803241, 0.3940700848258814],
    [0.99, -0.149869203251839, 0.4921780544106943],
  ])('of 8, 13 and 15 takes the confidence %d', (confidence, lower, upper) => {
    const got = scoreNetInterval(countsOf([8, 13, 15]), confidence);
    expect(got.lower).toBeCloseTo(lower, 13);
    expect(got.upper).toBeCloseTo(upper, 13);
  });

  // The counts times (N - 1)/(N - n).
  it.each<[Row, number, Limits]>([
    [[19, 28, 48], 180, [0.1928565913712499, 0.4088542704114366]],
    [[2, 6, 20], 30, [0.5790508128551988, 0.6980042825803159]],
    [[2, 6, 21], 30, [0.6122211136616946, 0.6938414156239196]],
    [[0, 0, 10], 40, [0.5438092552916032, 1]],
    [[0, 3, 4], 9, [0.3818462353679568, 0.734914528758763]],
  ])('of %j out of %d is %j', (row, population, [lower, upper]) => {
    const got = scoreNetInterval(countsOf(row), 0.95, population);
    expect(got.lower).toBeCloseTo(lower, 13);
    expect(got.upper).toBeCloseTo(upper, 13);
  });

  it.each<[Row]>([[[2, 6, 22]], [[0, 0, 30]], [[30, 0, 0]], [[0, 30, 0]]])('of a census, %j, is the value', (row) => {
    const value = (row[2] - row[0]) / 30;
    expect(scoreNetInterval(countsOf(row), 0.95, 30)).toEqual({ lower: value, upper: value });
  });

  it('reaches 1 and -1 exactly where all agree', () => {
    for (let n = 1; n <= 40; n++) {
      expect(scoreNetInterval(countsOf([0, 0, n]), 0.95).upper).toBe(1);
      expect(scoreNetInterval(countsOf([n, 0, 0]), 0.95).lower).toBe(-1);
    }
  });

  it('mirrors when positive and negative change places', () => {
    for (const row of [
      [0, 3, 9],
      [2, 0, 5],
      [1, 1, 0],
      [7, 2, 4],
    ] as const) {
      const [negative, neutral, positive] = row;
      const one = scoreNetInterval({ negative, neutral, positive }, 0.9);
      const other = scoreNetInterval({ negative: positive, neutral, positive: negative }, 0.9);
      expect(other.lower).toBeCloseTo(-one.upper, 14);
      expect(other.upper).toBeCloseTo(-one.lower, 14);
    }
  });

  it.each<[string, Row, number, number]>([
    ['no units', [0, 0, 0], 0.95, Infinity],
    ['a NaN count', [NaN, 3, 3], 0.95, Infinity],
    ['a negative number of units', [0, -7, 1], 0.95, Infinity],
    ['more units than the population', [10, 10, 11], 0.95, 30],
    ['confidence 0', [8, 13, 15], 0, Infinity],
    ['confidence 1', [8, 13, 15], 1, Infinity],
    ['confidence 0 in a census', [8, 13, 15], 0, 36],
  ])('is NaN with %s', (_, row, confidence, population) => {
    expect(scoreNetInterval(countsOf(row), confidence, population)).toEqual({ lower: NaN, upper: NaN });
  });
});
