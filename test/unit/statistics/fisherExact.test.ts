import { describe, expect, it } from 'vitest';
import { fisherExactTest } from '../../../src/statistics/fisherExact.js';
import type { TwoByTwoTable } from '../../../src/statistics/fisherExact.js';

describe('fisherExactTest', () => {
  const table: TwoByTwoTable = [
    [8, 2],
    [1, 5],
  ];

  // SciPy 1.17, fisher_exact and contingency.odds_ratio.
  it.each([
    ['two-sided', 0.034965034965034975],
    ['less', 0.9991258741258742],
    ['greater', 0.024475524475524483],
  ] as const)('has the p-value of alternative %s', (alternative, expected) => {
    expect(fisherExactTest(table, { alternative }).pValue).toBeCloseTo(expected, 14);
  });

  it('has the conditional odds ratio and its limits', () => {
    const { oddsRatio, interval } = fisherExactTest(table, { confidence: 0.9 });
    expect(oddsRatio / 15.465819716921013).toBeCloseTo(1, 10);
    expect(interval.lower / 1.371586246341251).toBeCloseTo(1, 10);
    expect(interval.upper / 519.611448338436).toBeCloseTo(1, 9);
  });

  it('is two-sided at 95 % by default', () => {
    expect(fisherExactTest(table)).toEqual(fisherExactTest(table, { confidence: 0.95, alternative: 'two-sided' }));
  });

  it('inverts with the rows', () => {
    const there = fisherExactTest(table);
    const back = fisherExactTest([table[1], table[0]]);
    expect(back.pValue).toBeCloseTo(there.pValue, 14);
    expect(back.oddsRatio * there.oddsRatio).toBeCloseTo(1, 11);
    expect(back.interval.lower * there.interval.upper).toBeCloseTo(1, 11);
  });

  it('does not change when the table is transposed', () => {
    const [[a, b], [c, d]] = table;
    const transposed = fisherExactTest([
      [a, c],
      [b, d],
    ]);
    expect(transposed.pValue).toBeCloseTo(fisherExactTest(table).pValue, 14);
    expect(transposed.oddsRatio).toBeCloseTo(fisherExactTest(table).oddsRatio, 10);
  });

  it('has an end open where the margins allow no more', () => {
    const most = fisherExactTest([
      [3, 0],
      [1, 4],
    ]);
    expect(most.oddsRatio).toBe(Infinity);
    expect(most.interval.upper).toBe(Infinity);
    expect(most.interval.lower).toBeGreaterThan(0);
    const least = fisherExactTest([
      [0, 3],
      [4, 1],
    ]);
    expect(least.oddsRatio).toBe(0);
    expect(least.interval.lower).toBe(0);
    expect(least.interval.upper).toBeCloseTo(1 / most.interval.lower, 9);
  });

  // mpmath at 40 digits, the tails of the conditional distribution solved for the odds.
  it.each<[TwoByTwoTable, number, number, number]>([
    [
      [
        [199, 1],
        [1, 199],
      ],
      23776.837423680125,
      2087.1994988963018,
      1569865.3750844968,
    ],
    [
      [
        [1, 199],
        [199, 1],
      ],
      4.2057738049050522e-5,
      6.3699729662881171e-7,
      0.00047911088543706236,
    ],
    [
      [
        [30, 12],
        [14, 33],
      ],
      5.7609998124585939,
      2.1592691747096496,
      16.359132210954636,
    ],
    [
      [
        [5, 5],
        [5, 5],
      ],
      1,
      0.12591482400347177,
      7.941876644901061,
    ],
    [
      [
        [1, 400],
        [2, 3],
      ],
      0.0044868794048638228,
      6.3538313287771289e-5,
      0.10514937832931113,
    ],
  ])('solves %j near even odds and far from them', (far, oddsRatio, lower, upper) => {
    const test = fisherExactTest(far);
    expect(test.oddsRatio / oddsRatio).toBeCloseTo(1, 11);
    expect(test.interval.lower / lower).toBeCloseTo(1, 11);
    expect(test.interval.upper / upper).toBeCloseTo(1, 11);
  });

  it.each<[TwoByTwoTable]>([
    [
      [
        [0, 10],
        [0, 20],
      ],
    ],
    [
      [
        [10, 0],
        [20, 0],
      ],
    ],
    [
      [
        [0, 0],
        [3, 5],
      ],
    ],
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])('says nothing of %j', (single) => {
    expect(fisherExactTest(single)).toEqual({ oddsRatio: NaN, interval: { lower: 0, upper: Infinity }, pValue: 1 });
  });

  it.each<[TwoByTwoTable]>([
    [
      [
        [-1, 2],
        [3, 4],
      ],
    ],
    [
      [
        [1.5, 2],
        [3, 4],
      ],
    ],
    [
      [
        [1, NaN],
        [3, 4],
      ],
    ],
    [
      [
        [1, 2],
        [Infinity, 4],
      ],
    ],
    [
      [
        [1, 2],
        [3, -4],
      ],
    ],
  ])('is NaN for %j', (broken) => {
    expect(fisherExactTest(broken)).toEqual({ oddsRatio: NaN, interval: { lower: NaN, upper: NaN }, pValue: NaN });
  });

  it.each([0, 1, NaN])('is NaN at confidence %d', (confidence) => {
    expect(fisherExactTest(table, { confidence }).pValue).toBeNaN();
  });

  it('takes large tables', () => {
    const { oddsRatio, interval, pValue } = fisherExactTest([
      [500000, 500000],
      [499000, 501000],
    ]);
    // The normal approximation of a table this large, with its continuity correction.
    const standardError = Math.sqrt(2 / 500000 + 1 / 499000 + 1 / 501000);
    const reach = 1.959963984540054 * standardError + standardError ** 2 / 2;
    expect(oddsRatio).toBeCloseTo(501 / 499, 6);
    expect(Math.log(interval.upper / interval.lower) / 2 / reach).toBeCloseTo(1, 4);
    expect(pValue).toBeCloseTo(0.15771452203235625, 5);
  });
});
