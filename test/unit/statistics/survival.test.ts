import { describe, expect, it } from 'vitest';
import { coxRegression } from '../../../src/statistics/coxRegression.js';
import { kaplanMeier, survivalAt, survivalQuantile } from '../../../src/statistics/kaplanMeier.js';
import { logRankTest } from '../../../src/statistics/logRankTest.js';

const INVALID: [string, number[], number[]][] = [
  ['different lengths', [1, 2], [1]],
  ['more events than times', [1, 2], [1, 0, 1]],
  ['a time below zero', [-1, 2], [1, 1]],
  ['an infinite time', [1, Infinity], [1, 1]],
  ['NaN', [1, NaN], [1, 1]],
  ['an event that is neither 0 nor 1', [1, 2], [1, 2]],
  ['nothing', [], []],
];

describe('kaplanMeier', () => {
  it('multiplies the shares that pass each time, events before endings', () => {
    const curve = kaplanMeier([5, 2, 1, 2, 3], [1, 0, 1, 1, 0]);
    expect(curve.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [1, 5, 1],
      [2, 4, 1],
      [3, 2, 0],
      [5, 1, 1],
    ]);
    const [first, second, third, last] = curve.map(({ survival }) => survival);
    expect(first).toBeCloseTo(0.8, 15);
    expect(second).toBeCloseTo(0.6, 15);
    expect(third).toBeCloseTo(0.6, 15);
    expect(last).toBe(0);
    // Greenwood: .6 √(1/20 + 1/12).
    expect(curve[1]?.standardError).toBeCloseTo(0.6 * Math.sqrt(1 / 20 + 1 / 12), 15);
    expect(curve[3]?.standardError).toBe(0);
  });

  it('has limits on the log-log scale, none at 0 and certain at 1', () => {
    const curve = kaplanMeier([0, 1, 2], [0, 1, 1]);
    expect(curve[0]?.interval).toEqual({ lower: 1, upper: 1 });
    const reach = (1.959963984540054 * Math.sqrt(1 / 2)) / Math.log(0.5);
    expect(curve[1]?.interval.lower).toBeCloseTo(0.5 ** Math.exp(-reach), 14);
    expect(curve[1]?.interval.upper).toBeCloseTo(0.5 ** Math.exp(reach), 14);
    expect(curve[2]?.interval).toEqual({ lower: NaN, upper: NaN });
  });

  it('clips plain limits to 0 and 1', () => {
    const curve = kaplanMeier([0, 1, 2], [0, 1, 1], { interval: 'plain' });
    expect(curve[1]?.interval).toEqual({ lower: 0, upper: 1 });
    expect(curve[2]?.interval).toEqual({ lower: 0, upper: 0 });
    const narrow = kaplanMeier([0, 1, 2], [0, 1, 1], { interval: 'plain', confidence: 0.1 });
    expect(narrow[1]?.interval.lower).toBeCloseTo(0.5 - 0.12566134685507416 * 0.5 * Math.sqrt(0.5), 14);
    for (const interval of ['plain', 'log-log'] as const) {
      expect(kaplanMeier([0, 1, 2], [0, 1, 1], { interval, confidence: 1 })[0]?.interval.lower).toBeNaN();
    }
  });

  it.each(INVALID)('has no step for %s', (_, times, events) => {
    expect(kaplanMeier(times, events)).toEqual([]);
    expect(logRankTest(times, events, times)).toEqual({
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
      groups: [],
      observed: [],
      expected: [],
    });
    expect(coxRegression(times, events, [times])).toMatchObject({ converged: false, coefficients: [NaN] });
  });
});

describe('survivalAt', () => {
  it('is the last step at or before the time', () => {
    const curve = kaplanMeier([1, 2, 4], [1, 1, 1]);
    expect(survivalAt(curve, 0.9)).toBeNull();
    expect(survivalAt(curve, 1)?.time).toBe(1);
    expect(survivalAt(curve, 3.9)?.time).toBe(2);
    expect(survivalAt(curve, 9)?.time).toBe(4);
    expect(survivalAt(curve, NaN)).toBeNull();
  });
});

describe('survivalQuantile', () => {
  const five = kaplanMeier([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]);

  it('is where the curve first falls so far', () => {
    expect(survivalQuantile(five)).toBe(3);
    expect(survivalQuantile(five, 0.25)).toBe(2);
    expect(survivalQuantile(five, 0.99)).toBe(5);
  });

  it('is the middle of the stretch that is exactly there', () => {
    expect(survivalQuantile(kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1]))).toBe(2.5);
    expect(survivalQuantile(five, 0.4)).toBe(2.5);
    // Nothing falls after it: up to the last time, as in R's quantile.survfit.
    expect(survivalQuantile(kaplanMeier([1, 2, 3, 4], [1, 1, 0, 0]))).toBe(3);
  });

  it('is NaN where the curve never gets, and off the range', () => {
    expect(survivalQuantile(kaplanMeier([1, 2, 3], [1, 0, 0]))).toBeNaN();
    expect(survivalQuantile([])).toBeNaN();
    for (const share of [0, 1, NaN]) expect(survivalQuantile(five, share)).toBeNaN();
  });
});

describe('logRankTest', () => {
  it('adds up what each group should have lost', () => {
    // Times 1 to 6, the first three of group a. Of the events at 1 to 5, a expects 3/6 + 2/5 + 1/4.
    const test = logRankTest([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 0], ['a', 'a', 'a', 'b', 'b', 'b']);
    expect(test.groups).toEqual(['a', 'b']);
    expect(test.observed).toEqual([3, 2]);
    expect(test.expected[0]).toBeCloseTo(1.15, 14);
    expect(test.expected[1]).toBeCloseTo(3.85, 14);
    const variance = 0.25 + 0.24 + 0.1875;
    expect(test.statistic).toBeCloseTo(1.85 ** 2 / variance, 13);
    expect(test.degreesOfFreedom).toBe(1);
  });

  it('allows for ties by the hypergeometric variance', () => {
    const test = logRankTest([1, 1, 2, 2], [1, 1, 1, 1], [1, 2, 1, 2]);
    expect(test.expected).toEqual([2, 2]);
    expect(test.statistic).toBe(0);
    // Two of two a side go at once, then nobody is left: variance 2 × 2 / 3 × 1/4.
    const apart = logRankTest([1, 1, 2, 2], [1, 1, 0, 0], [1, 1, 2, 2]);
    expect(apart.statistic).toBeCloseTo(1 / ((4 / 3) * 0.25), 13);
  });

  it('takes three groups or more, in ascending order, numbers before words', () => {
    const test = logRankTest([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], ['b', 10, 9, 'a', 10, 9]);
    expect(test.groups).toEqual([9, 10, 'a', 'b']);
    expect(test.degreesOfFreedom).toBe(3);
    expect(test.observed).toEqual([2, 2, 1, 1]);
    expect(test.expected.reduce((a, b) => a + b, 0)).toBeCloseTo(6, 13);
    expect(test.pValue).toBeGreaterThan(0);
  });

  it('is the test of R for three groups with ties', () => {
    // R: survdiff(Surv(times, events) ~ groups)
    const test = logRankTest([1, 1, 1, 4, 5, 6, 2, 3, 3], [1, 1, 1, 1, 1, 0, 1, 1, 0], [1, 2, 3, 1, 2, 3, 1, 2, 3]);
    expect(test.statistic).toBeCloseTo(2.0262872197212, 12);
    expect(test.pValue).toBeCloseTo(0.363075814969105, 12);
    expect(test.expected[1]).toBeCloseTo(2.56666666666667, 12);
  });

  it('does not depend on the order of the rows', () => {
    const times = [4, 1, 3, 2, 5, 2, 6];
    const events = [1, 1, 0, 1, 1, 1, 0];
    const groups = ['x', 'y', 'x', 'y', 'x', 'x', 'y'];
    const turned = logRankTest([...times].reverse(), [...events].reverse(), [...groups].reverse());
    expect(turned.statistic).toBeCloseTo(logRankTest(times, events, groups).statistic, 13);
  });

  it('is NaN with one group, without events and with groups of another length', () => {
    expect(logRankTest([1, 2], [1, 1], ['a', 'a'])).toMatchObject({
      statistic: NaN,
      degreesOfFreedom: NaN,
      observed: [2],
    });
    expect(logRankTest([1, 2], [0, 0], ['a', 'b'])).toMatchObject({ statistic: NaN, pValue: NaN, observed: [0, 0] });
    expect(logRankTest([1, 2], [1, 1], ['a']).groups).toEqual([]);
  });
});

describe('coxRegression', () => {
  const times = [1, 2, 3, 4, 5, 6];
  const events = [1, 1, 1, 1, 1, 0];
  const column = [1, 1, 0, 1, 0, 0];

  it('solves the score of the partial likelihood', () => {
    const { coefficients, standardErrors, statistics } = coxRegression(times, events, [column]);
    const beta = coefficients[0] as number;
    let score = 0;
    let information = 0;
    for (let i = 0; i < 5; i++) {
      const risk = column.slice(i).map((value) => ({ value, weight: Math.exp(beta * value) }));
      const total = risk.reduce((s, { weight }) => s + weight, 0);
      const mean = risk.reduce((s, { value, weight }) => s + value * weight, 0) / total;
      score += (column[i] as number) - mean;
      information += mean * (1 - mean);
    }
    expect(score).toBeCloseTo(0, 11);
    expect(standardErrors[0]).toBeCloseTo(1 / Math.sqrt(information), 11);
    expect(statistics[0]).toBeCloseTo(beta * Math.sqrt(information), 11);
  });

  it.each([
    ['efron', [0.951948080517727, 0.651240414008132, 1.461746015820572, 0.143810822381762]],
    ['breslow', [0.996000856319696, 0.663107630319827, 1.502019899604095, 0.133091969658956]],
  ] as const)('is the regression of R with ties by %s', (ties, expected) => {
    // R: coxph(Surv(times, events) ~ column, ties = ties)
    const cox = coxRegression(
      [1, 1, 1, 4, 5, 6, 2, 3, 3],
      [1, 1, 1, 1, 1, 0, 1, 1, 0],
      [[1, 1, 0, 1, 0, 0, 2, 1, 0.5]],
      { ties },
    );
    const got = [cox.coefficients, cox.standardErrors, cox.statistics, cox.pValues].flat();
    for (const [at, value] of expected.entries()) expect(got[at]).toBeCloseTo(value, 11);
  });

  it('does not mind unit, origin or order', () => {
    const plain = coxRegression(times, events, [column]);
    const moved = coxRegression(times, events, [column.map((value) => 1e6 + value / 100)]);
    expect(moved.coefficients[0] as number).toBeCloseTo(100 * (plain.coefficients[0] as number), 6);
    expect(moved.standardErrors[0] as number).toBeCloseTo(100 * (plain.standardErrors[0] as number), 6);
    const turned = coxRegression([...times].reverse(), [...events].reverse(), [[...column].reverse()]);
    expect(turned.coefficients[0]).toBeCloseTo(plain.coefficients[0] as number, 12);
  });

  it("treats ties by Efron's way unless told", () => {
    const tied = [1, 1, 1, 4, 5, 6];
    const efron = coxRegression(tied, events, [column], { ties: 'efron' });
    expect(coxRegression(tied, events, [column])).toEqual(efron);
    expect(coxRegression(tied, events, [column], { ties: 'breslow' }).coefficients[0]).not.toBeCloseTo(
      efron.coefficients[0] as number,
      3,
    );
    const untied = coxRegression(times, events, [column], { ties: 'breslow' });
    expect(untied.coefficients[0]).toBeCloseTo(coxRegression(times, events, [column]).coefficients[0] as number, 13);
  });

  it('finds an estimate beside a unit that lies far off', () => {
    const far = coxRegression([...times, 0.5], [...events, 1], [[...column, 1e4]]);
    expect(far.coefficients[0]).toBeCloseTo(coxRegression(times, events, [column]).coefficients[0] as number, 6);
  });

  it('takes two predictors', () => {
    // R: coxph(Surv(times, events) ~ first + second)
    const cox = coxRegression(times, events, [column, [3, 1, 4, 1, 5, 9]]);
    expect(cox.converged).toBe(true);
    expect(cox.coefficients).toHaveLength(2);
    expect(cox.coefficients[0]).toBeCloseTo(-0.00351626549270264, 11);
    expect(cox.coefficients[1]).toBeCloseTo(-0.38047541303958798, 11);
    expect(cox.standardErrors[0]).toBeCloseTo(2.11676259202585548, 11);
    expect(cox.standardErrors[1]).toBeCloseTo(0.45079208503633517, 11);
  });

  it.each([
    ['a predictor that separates', [[1, 1, 1, 0, 0, 0]]],
    ['a constant', [[2, 2, 2, 2, 2, 2]]],
    ['predictors that depend', [column, column.map((value) => 2 * value)]],
    ['a column of another length', [[1, 2]]],
    ['a column of more rows', [[...column, 1]]],
    ['a column of more rows beside another', [column, [3, 1, 4, 1, 5, 9, 2]]],
    ['NaN', [[1, NaN, 2, 3, 1, 2]]],
    ['no predictor', []],
  ])('has no estimate for %s', (_, predictors) => {
    const unknown = predictors.map(() => NaN);
    expect(coxRegression(times, events, predictors)).toEqual({
      coefficients: unknown,
      standardErrors: unknown,
      statistics: unknown,
      pValues: unknown,
      converged: false,
    });
  });

  it('has no estimate without events', () => {
    expect(coxRegression(times, [0, 0, 0, 0, 0, 0], [column]).converged).toBe(false);
  });
});
