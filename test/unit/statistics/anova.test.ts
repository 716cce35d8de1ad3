import { describe, expect, it } from 'vitest';
import { anova } from '../../../src/statistics/anova.js';
import { bartlettTest } from '../../../src/statistics/bartlettTest.js';
import { leveneTest } from '../../../src/statistics/leveneTest.js';
import { tukeyHsd } from '../../../src/statistics/tukeyHsd.js';
import { twoSampleTTest } from '../../../src/statistics/tTest.js';
import { varianceRatioTest } from '../../../src/statistics/varianceRatioTest.js';
import { welchAnova } from '../../../src/statistics/welchAnova.js';
import { expectRelative } from './relative.js';

const groups = [
  [7, 8, 9, 6, 10],
  [5, 6, 7, 4, 5, 8],
  [9, 9, 10, 8],
];
// Twelve and fifteen values; statistics by SciPy 1.17.1.
const x = [0.346, 0.822, 0.33, -1.303, 0.905, 0.446, -0.537, 0.581, 0.365, 0.294, 0.028, 0.547];
const y = [-0.673, 0.474, -0.164, 1.998, 0.879, 0.215, -0.764, 0.286, 0.816, 0.249, 3.388, 2.813, -4.622, -2.978, 0.45];

/** The design of NIST's sets SmLs: nine treatments whose means and values differ by a tenth from each other. */
function smLs(level: number, size: number, unit: number): number[][] {
  const means = [4, 3, 5, 3, 5, 3, 5, 3, 5];
  return means.map((mean) =>
    Array.from({ length: size }, (_, i) => level + (mean + (i === 0 ? 0 : i % 2 === 1 ? -1 : 1)) * unit),
  );
}

const outside: [string, readonly number[][]][] = [
  ['no groups', []],
  ['one group', [[1, 2, 3]]],
  ['an empty group', [[1, 2], []]],
  ['an empty group first', [[], [1, 2], [3, 4]]],
  ['a NaN', [[1, NaN], [3, 4]]], // prettier-ignore
  ['an infinite value', [[1, 2], [3, Infinity]]], // prettier-ignore
];

describe('anova', () => {
  it.each([21, 201, 2001])('meets the F of NIST SmLs with %d values a treatment at any level', (size) => {
    for (const level of [0, 1e6, 1e12]) {
      const test = anova(smLs(level, size, 1));
      expectRelative(test.statistic, size, 1e-13);
      expectRelative(test.sumOfSquaresBetween, size * 8, 1e-12);
      expectRelative(test.sumOfSquaresWithin, 9 * (size - 1), 1e-14);
      expect(test).toMatchObject({ numeratorDegreesOfFreedom: 8, denominatorDegreesOfFreedom: 9 * (size - 1) });
    }
    expectRelative(anova(smLs(1, size, 0.1)).statistic, size, 1e-12);
  });

  it('agrees with SciPy', () => {
    const test = anova([x, y, [1, 2, 3]]);
    expectRelative(test.statistic, 1.9156869657377007);
    expectRelative(test.pValue, 0.16672739170005893);
  });

  it('takes summaries as well as values', () => {
    const summaries = [
      { n: 5, mean: 8, standardDeviation: Math.sqrt(2.5) },
      { n: 6, mean: 35 / 6, standardDeviation: Math.sqrt(13 / 6) },
      { n: 4, mean: 9, standardDeviation: Math.sqrt(2 / 3) },
    ];
    const test = anova(summaries);
    expectRelative(test.statistic, 7.033576642335765);
    expectRelative(anova([groups[0] ?? [], ...summaries.slice(1)]).pValue, 0.009517564785107771);
    expectRelative(welchAnova(summaries).statistic, 8.752721515070087);
    expectRelative(bartlettTest(summaries).statistic, 1.2582632573778796);
  });

  it('is the square of the pooled t test with two groups', () => {
    const t = twoSampleTTest(x, y, { variances: 'pooled' });
    expectRelative(anova([x, y]).statistic, t.statistic ** 2, 1e-11);
    expectRelative(anova([x, y]).pValue, t.pValue, 1e-11);
  });

  it('takes a group of one value', () => {
    const test = anova([[1], [3, 5]]);
    expect(test).toMatchObject({ sumOfSquaresWithin: 2, denominatorDegreesOfFreedom: 1 });
    expectRelative(test.sumOfSquaresBetween, 6);
    expectRelative(test.statistic, 3);
    expectRelative(test.etaSquared, 0.75);
    expectRelative(test.omegaSquared, 0.4);
    expectRelative(test.epsilonSquared, 0.5);
  });

  it('sees no difference of equal means, with estimates below zero', () => {
    const test = anova([
      [1, 3],
      [0, 4],
    ]);
    expect(test).toMatchObject({
      statistic: 0,
      pValue: 1,
      etaSquared: 0,
      sumOfSquaresBetween: 0,
      sumOfSquaresWithin: 10,
    });
    expectRelative(test.omegaSquared, -1 / 3);
    expectRelative(test.epsilonSquared, -0.5);
  });

  it('has no F without spread within the groups', () => {
    const groupsWithoutSpread = [
      [0.1, 0.1],
      [0.3, 0.3, 0.3],
    ];
    const test = anova(groupsWithoutSpread);
    expect(test).toMatchObject({ statistic: NaN, pValue: NaN, etaSquared: 1, sumOfSquaresWithin: 0 });
    expectRelative(test.sumOfSquaresBetween, 0.048);
    expect(anova([[2, 2], [2, 2]])).toMatchObject({ statistic: NaN, pValue: NaN, etaSquared: NaN }); // prettier-ignore
  });

  it('has no F without a group of two values', () => {
    expect(anova([[1], [2]])).toMatchObject({ statistic: NaN, pValue: NaN, denominatorDegreesOfFreedom: 0 });
  });

  it.each(outside)('is NaN throughout with %s', (_, sample) => {
    expect(new Set(Object.values(anova(sample)))).toEqual(new Set([NaN]));
    expect(new Set(Object.values(welchAnova(sample)))).toEqual(new Set([NaN]));
    expect(new Set(Object.values(bartlettTest(sample)))).toEqual(new Set([NaN]));
    expect(new Set(Object.values(leveneTest(sample)))).toEqual(new Set([NaN]));
  });
});

describe('welchAnova', () => {
  it("is Welch's t test with two groups", () => {
    const t = twoSampleTTest(x, y);
    const test = welchAnova([x, y]);
    expectRelative(test.statistic, t.statistic ** 2, 1e-11);
    expectRelative(test.denominatorDegreesOfFreedom, t.degreesOfFreedom);
    expectRelative(test.pValue, t.pValue, 1e-11);
  });

  it('is NaN with a group of one value or without spread', () => {
    expect(welchAnova([[1], [2, 3]]).statistic).toBeNaN();
    expect(welchAnova([[1, 1], [2, 3]])).toMatchObject({ statistic: NaN, pValue: NaN }); // prettier-ignore
  });
});

describe('leveneTest', () => {
  it('takes the median as its centre by default', () => {
    expect(leveneTest(groups)).toEqual(leveneTest(groups, { center: 'median' }));
    const test = leveneTest([x, y]);
    expectRelative(test.statistic, 4.259734720833654);
    expectRelative(test.pValue, 0.049551340344686653);
    expect(leveneTest(groups, { center: 'mean' }).statistic).toBeCloseTo(1.268041237113402, 12);
  });

  it('is NaN when all distances are equal', () => {
    expect(leveneTest([[1, 1], [2, 2]]).pValue).toBeNaN(); // prettier-ignore
  });
});

describe('bartlettTest', () => {
  it('agrees with SciPy', () => {
    expectRelative(bartlettTest([x, y]).statistic, 12.907176345769459);
    expectRelative(bartlettTest([x, y]).pValue, 0.0003273247144449002);
    expect(bartlettTest([x, y]).degreesOfFreedom).toBe(1);
  });

  it('sees no difference of equal variances', () => {
    expect(bartlettTest([[1, 2, 4], [11, 12, 14], [5, 6, 8]])).toEqual({ statistic: 0, degreesOfFreedom: 2, pValue: 1 }); // prettier-ignore
  });

  it('is NaN with a group of one value or without spread', () => {
    expect(bartlettTest([[1], [2, 3]])).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
    expect(bartlettTest([[1, 1], [2, 3]]).pValue).toBeNaN(); // prettier-ignore
  });
});

describe('varianceRatioTest', () => {
  it('is two-sided against a ratio of 1 at 95 % by default', () => {
    const options = { hypothesized: 1, confidence: 0.95, alternative: 'two-sided' } as const;
    expect(varianceRatioTest(x, y)).toEqual(varianceRatioTest(x, y, options));
  });

  it('takes a side', () => {
    const less = varianceRatioTest(x, y, { alternative: 'less' }).pValue;
    const greater = varianceRatioTest(x, y, { alternative: 'greater' }).pValue;
    expectRelative(less + greater, 1);
    expect(less).toBeLessThan(0.001);
    expectRelative(varianceRatioTest(x, y).pValue, 2 * less);
    expectRelative(varianceRatioTest(y, x).pValue, 2 * less);
  });

  it('has limits that test as the hypothesis at the level', () => {
    const { lower, upper } = varianceRatioTest(x, y, { confidence: 0.9 }).interval;
    expectRelative(varianceRatioTest(x, y, { hypothesized: lower }).pValue, 0.1, 1e-10);
    expectRelative(varianceRatioTest(x, y, { hypothesized: upper }).pValue, 0.1, 1e-10);
    expect(varianceRatioTest(x, y, { hypothesized: 2 }).statistic).toBe(varianceRatioTest(x, y).ratio / 2);
  });

  it('has a p-value of 1 for equal variances of equal samples', () => {
    expect(varianceRatioTest([1, 2, 3], [4, 6, 5])).toMatchObject({ ratio: 1, statistic: 1 });
    expectRelative(varianceRatioTest([1, 2, 3], [4, 6, 5]).pValue, 1, 1e-14);
  });

  it.each<[string, number[], number[], object]>([
    ['one value', [1], [2, 3], {}],
    ['one value in the second', [2, 3], [1], {}],
    ['no value', [], [2, 3], {}],
    ['no spread in the first', [2, 2], [2, 3], {}],
    ['no spread in the second', [2, 3], [2, 2], {}],
    ['a ratio of zero', x, y, { hypothesized: 0 }],
    ['a negative ratio', x, y, { hypothesized: -1 }],
  ])('has no p-value for %s', (_, first, second, options) => {
    expect(varianceRatioTest(first, second, options).pValue).toBeNaN();
  });

  it.each([0, 1, NaN])('has no interval at the confidence %d', (confidence) => {
    expect(varianceRatioTest(x, y, { confidence }).interval).toEqual({ lower: NaN, upper: NaN });
  });
});

describe('tukeyHsd', () => {
  it('agrees with SciPy to the digits it prints', () => {
    const pairs = tukeyHsd([x, y, [1, 2, 3]]);
    const got = pairs.map(({ difference, interval: { lower, upper }, adjustedPValue }) =>
      [difference, lower, upper, adjustedPValue].map((number) => number.toFixed(3)),
    );
    expect(got).toEqual([
      ['0.078', '-1.383', '1.538', '0.990'],
      ['-1.765', '-4.199', '0.670', '0.190'],
      ['-1.842', '-4.227', '0.543', '0.154'],
    ]);
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([[0, 1], [0, 2], [1, 2]]); // prettier-ignore
    expect(tukeyHsd([x, y], 0.95)).toEqual(tukeyHsd([x, y]));
  });

  it('is the pooled t test with two groups', () => {
    const t = twoSampleTTest(x, y, { variances: 'pooled', confidence: 0.9 });
    const [pair] = tukeyHsd([x, y], 0.9);
    expectRelative(pair?.adjustedPValue ?? NaN, t.pValue, 1e-10);
    expectRelative(pair?.interval.lower ?? NaN, t.interval.lower, 1e-10);
    expectRelative(pair?.interval.upper ?? NaN, t.interval.upper, 1e-10);
  });

  it('has a p-value of 1 for equal means', () => {
    expect(tukeyHsd([[1, 3], [0, 4]])[0]).toMatchObject({ difference: 0, adjustedPValue: 1 }); // prettier-ignore
  });

  it('has differences but no p-values without spread', () => {
    expect(tukeyHsd([[1, 1], [2, 2]])).toEqual([
      { first: 0, second: 1, difference: -1, interval: { lower: -1, upper: -1 }, adjustedPValue: NaN },
    ]); // prettier-ignore
  });

  it('has neither limits nor p-values without a group of two values', () => {
    expect(tukeyHsd([[1], [2]])[0]).toMatchObject({
      difference: -1,
      interval: { lower: NaN, upper: NaN },
      adjustedPValue: NaN,
    });
  });

  it('has no limits at a confidence outside its domain', () => {
    expect(tukeyHsd([x, y], 1)[0]?.interval).toEqual({ lower: NaN, upper: NaN });
    expect(tukeyHsd([x, y], 0)[0]?.interval).toEqual({ lower: NaN, upper: NaN });
  });

  it('is NaN with an empty group, and empty without pairs', () => {
    expect(tukeyHsd([[1, 2], []])[0]).toMatchObject({ difference: NaN, adjustedPValue: NaN });
    expect(tukeyHsd([[1, 2, 3], [4, 5], []])[0]).toMatchObject({ difference: NaN, adjustedPValue: NaN });
    expect(tukeyHsd([[1, 2]])).toEqual([]);
    expect(tukeyHsd([])).toEqual([]);
  });
});
