import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../../src/statistics/cohensKappa.js';
import { cronbachAlpha } from '../../../src/statistics/cronbachAlpha.js';
import { intraclassCorrelation } from '../../../src/statistics/intraclassCorrelation.js';

const NOWHERE = { lower: NaN, upper: NaN };

describe('cronbachAlpha', () => {
  it('is 1 for items that are the same', () => {
    const alpha = cronbachAlpha([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    expect(alpha.alpha).toBe(1);
    expect(alpha.standardizedAlpha).toBeCloseTo(1, 14);
    expect(alpha.interval).toEqual({ lower: 1, upper: 1 });
    expect(alpha.alphaIfDropped).toEqual([NaN, NaN]);
  });

  it('is 0 for items that have nothing in common', () => {
    expect(
      cronbachAlpha([
        [1, 1, 2, 2],
        [1, 2, 1, 2],
      ]).alpha,
    ).toBeCloseTo(0, 14);
  });

  it.each([
    ['one item', [[1, 2, 3]]],
    ['no item', []],
    ['one unit', [[1], [2]]],
    [
      'no spread of the total',
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
    ],
    [
      'different lengths',
      [
        [1, 2, 3],
        [1, 2],
      ],
    ],
    [
      'an item of more units',
      [
        [1, 2, 3],
        [1, 2, 4, 9],
      ],
    ],
    [
      'NaN',
      [
        [1, 2, 3],
        [1, NaN, 2],
      ],
    ],
  ])('is NaN for %s', (_, items) => {
    expect(cronbachAlpha(items)).toMatchObject({ alpha: NaN, interval: NOWHERE });
  });

  it.each([0, 1, 95])('has no interval at confidence %d', (confidence) => {
    expect(
      cronbachAlpha(
        [
          [1, 2, 3],
          [1, 3, 2],
        ],
        confidence,
      ).interval,
    ).toEqual(NOWHERE);
  });

  it('keeps alpha where an item is constant', () => {
    const alpha = cronbachAlpha([
      [1, 2, 3, 4],
      [1, 3, 2, 4],
      [5, 5, 5, 5],
    ]);
    expect(alpha.alpha).toBeCloseTo(1.5 * (1 - 10 / 3 / 6), 14);
    expect(alpha.averageCorrelation).toBeNaN();
    expect(alpha.alphaIfDropped[2]).toBeCloseTo(2 * (1 - 10 / 3 / 6), 14);
    expect(alpha.itemRestCorrelations[2]).toBeNaN();
  });
});

describe('cohensKappa', () => {
  it('is 1 for complete agreement and 0 for chance', () => {
    expect(
      cohensKappa([
        [7, 0],
        [0, 3],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0, interval: { lower: 1, upper: 1 } });
    expect(
      cohensKappa([
        [4, 4],
        [4, 4],
      ]),
    ).toMatchObject({ kappa: 0, observed: 0.5, expected: 0.5 });
  });

  it('is what the agreement leaves above the product of the margins', () => {
    // Observed .7; margins .6, .3, .1 and .5, .3, .2 give .41 by chance.
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expect(cohensKappa(table).kappa).toBeCloseTo(0.29 / 0.59, 14);
  });

  it('weighs disagreements by distance or its square', () => {
    const table = [
      [2, 1, 0],
      [0, 2, 0],
      [1, 0, 2],
    ];
    // One unit off by one of eight, one off by two.
    expect(cohensKappa(table, { weighting: 'linear' }).observed).toBeCloseTo((6 + 0.5) / 8, 14);
    expect(cohensKappa(table, { weighting: 'quadratic' }).observed).toBeCloseTo((6 + 0.75) / 8, 14);
    expect(cohensKappa(table).observed).toBeCloseTo(6 / 8, 14);
    const two = [
      [5, 2],
      [1, 7],
    ];
    expect(cohensKappa(two, { weighting: 'linear' })).toEqual(cohensKappa(two));
  });

  it('keeps the interval at most 1, with the confidence asked', () => {
    const { kappa, standardError, interval } = cohensKappa(
      [
        [30, 1],
        [0, 9],
      ],
      { confidence: 0.99 },
    );
    expect(interval.lower).toBeCloseTo(kappa - 2.5758293035489004 * standardError, 12);
    expect(interval.upper).toBe(1);
  });

  it.each([
    ['no table', []],
    [
      'an empty table',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ['one category', [[5]]],
    [
      'one category used',
      [
        [5, 0],
        [0, 0],
      ],
    ],
    ['a table that is not square', [[1, 2], [3]]],
    [
      'a table of more columns than rows',
      [
        [1, 2, 3],
        [3, 4, 5],
      ],
    ],
    [
      'a count below zero',
      [
        [1, -2],
        [3, 4],
      ],
    ],
    [
      'an infinite count',
      [
        [1, Infinity],
        [3, 4],
      ],
    ],
    [
      'NaN',
      [
        [1, NaN],
        [3, 4],
      ],
    ],
  ])('is NaN for %s', (_, table) => {
    expect(cohensKappa(table)).toMatchObject({ kappa: NaN, standardError: NaN, interval: NOWHERE });
  });
});

describe('intraclassCorrelation', () => {
  // Shrout and Fleiss (1979), table 2; coefficients and limits as psych 2.2.9 prints them.
  const ratings = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  it.each([
    ['one-way', 'single', 0.1657, 1.79, 18, 0.165, -0.133, 0.72],
    ['agreement', 'single', 0.2898, 11.03, 15, 0.000135, 0.019, 0.76],
    ['consistency', 'single', 0.7148, 11.03, 15, 0.000135, 0.342, 0.95],
    ['one-way', 'average', 0.4428, 1.79, 18, 0.165, -0.884, 0.91],
    ['agreement', 'average', 0.6201, 11.03, 15, 0.000135, 0.071, 0.93],
    ['consistency', 'average', 0.9093, 11.03, 15, 0.000135, 0.676, 0.99],
  ] as const)('has the %s case of a(n) %s rating', (kind, unit, icc, f, df, p, lower, upper) => {
    const result = intraclassCorrelation(ratings, { kind, unit });
    expect(result.coefficient).toBeCloseTo(icc, 4);
    expect(result.statistic).toBeCloseTo(f, 2);
    expect(result.degreesOfFreedom).toBe(5);
    expect(result.errorDegreesOfFreedom).toBe(df);
    expect(Math.abs(result.pValue - p)).toBeLessThan(0.004 * p);
    expect(result.interval.lower).toBeCloseTo(lower, 3);
    expect(result.interval.upper).toBeCloseTo(upper, 2);
  });

  it.each(['one-way', 'agreement', 'consistency'] as const)('does not mind the unit of the ratings: %s', (kind) => {
    const fine = intraclassCorrelation(
      ratings.map((row) => row.map((value) => 1000 * value)),
      { kind },
    );
    const { coefficient, statistic, interval } = intraclassCorrelation(ratings, { kind });
    expect(fine.coefficient).toBeCloseTo(coefficient, 12);
    expect(fine.statistic).toBeCloseTo(statistic, 10);
    expect(fine.interval.lower).toBeCloseTo(interval.lower, 10);
    expect(fine.interval.upper).toBeCloseTo(interval.upper, 10);
  });

  it('is of a single rating one-way at 95 % by default', () => {
    expect(intraclassCorrelation(ratings)).toEqual(
      intraclassCorrelation(ratings, { kind: 'one-way', unit: 'single', confidence: 0.95 }),
    );
  });

  it.each([
    ['one unit', [[1, 2, 3]]],
    ['no unit', []],
    ['one rating each', [[1], [2], [3]]],
    [
      'rows of different length',
      [
        [1, 2],
        [1, 2, 3],
      ],
    ],
    [
      'NaN',
      [
        [1, 2],
        [NaN, 3],
      ],
    ],
    [
      'equal ratings',
      [
        [0.1, 0.1],
        [0.1, 0.1],
      ],
    ],
  ])('is NaN for %s', (_, rows) => {
    for (const kind of ['one-way', 'agreement', 'consistency'] as const) {
      expect(intraclassCorrelation(rows, { kind })).toMatchObject({ coefficient: NaN, pValue: NaN, interval: NOWHERE });
    }
  });

  it('has no interval off the range of confidence', () => {
    expect(intraclassCorrelation(ratings, { confidence: 1 }).interval).toEqual(NOWHERE);
  });
});
