import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import {
  estimateNet,
  type NetIntervalMethod,
  type NetOptions,
  type NetSummary,
} from '../../../src/measures/netEstimate.js';
import { netValue } from '../../../src/measures/scaleValue.js';
import { createScaleTally, scaleRowAdder, type ScaleTally } from '../../../src/measures/scaleTally.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

const definition: MetricDefinition<'n'> = {
  id: 'n',
  family: 'scale',
  statistic: 'net',
  unit: 'points',
  direction: 'higher-is-better',
  range: { minimum: -100, maximum: 100 },
  parameters: {},
};
const STATISTIC = { definition, scale: { minimum: 1, maximum: 5 }, valueAt: netValue(4, 2) };

/** Counts of the scores 1 to 5. */
const counted = (...points: number[]): ScaleTally => ({ counts: [...points, 0, 0, 0, 0], weights: null });
/** -1, 0 and +1, at 1, 3 and 5. */
const classes = (negative: number, neutral: number, positive: number): ScaleTally =>
  counted(negative, 0, neutral, 0, positive);
const of = (tally: ScaleTally, options: NetOptions = {}): ReturnType<typeof estimateNet<'n'>> =>
  estimateNet('f', STATISTIC, tally, options);
const resultOf = (tally: ScaleTally, options?: NetOptions): ReturnType<typeof estimateNet<'n'>>['result'] =>
  expectSound(of(tally, options).result);

function expectInterval(tally: ScaleTally, options: NetOptions, lower: number, upper: number, method: string): void {
  const { interval } = resultOf(tally, options);
  expect(interval?.lower).toBeCloseTo(lower, 8);
  expect(interval?.upper).toBeCloseTo(upper, 8);
  expect([interval?.confidence, interval?.method]).toEqual([options.confidence ?? 0.95, method]);
}

function weighted(scores: readonly number[], weights: readonly number[]): ScaleTally {
  const scale = { minimum: 1, maximum: 5 };
  const add = scaleRowAdder<number>('f', scale, { weight: (_row, index) => weights[index] });
  const tally = createScaleTally(scale, true);
  scores.forEach((score, index) => add(tally, score, index));
  return tally;
}

describe('the classes', () => {
  it('are cut where the bands say', () => {
    expect(of(counted(1, 20, 300, 4000, 50000)).classes).toEqual([21, 300, 54000]);
  });

  it('do not hold what is left out', () => {
    expect(of({ counts: [0, 0, 1, 0, 0, 7, 6, 5, 4], weights: null })).toMatchObject({
      classes: [0, 1, 0],
      result: { sampleSize: 1, excluded: { missing: 7, offScale: 6, missingWeight: 5, zeroWeight: 4 } },
    });
  });
});

describe('the value', () => {
  it.each([
    [[8, 13, 15], 700 / 36],
    [[19, 28, 48], 2900 / 95],
    [[0, 93, 7], 7],
    [[1, 0, 0], -100],
    [[0, 0, 1], 100],
    [[0, 5, 0], 0],
    [[5, 0, 5], 0],
  ] as const)('of %j is %d points', ([negative, neutral, positive], expected) => {
    expect(resultOf(classes(negative, neutral, positive)).value).toBe(expected);
  });

  it('is unknown without answers', () => {
    expect(resultOf(classes(0, 0, 0))).toMatchObject({
      value: null,
      standardError: null,
      interval: null,
      sampleSize: 0,
    });
  });

  it('weighs by weight', () => {
    // Weights 3 for, 1 against, of 5.
    expect(resultOf(weighted([5, 1, 3], [3, 1, 1])).value).toBe(40);
  });
});

describe('the standard error', () => {
  it('is the multinomial one, in points', () => {
    // sqrt((p + d - (p - d)²) / n) with p = 48/95, d = 19/95.
    expect(resultOf(classes(19, 28, 48)).standardError).toBeCloseTo(8.026781240761387, 10);
    expect(resultOf(classes(19, 28, 48)).degreesOfFreedom).toBeNull();
  });

  it('is linearised with weights, with n - 1 degrees of freedom', () => {
    const tally = weighted([5, 4, 3, 2, 5, 1, 4, 4], [1, 1, 1, 1, 2, 2, 3, 5]);
    const { value, standardError, degreesOfFreedom, effectiveSampleSize } = resultOf(tally);
    expect(value).toBe(56.25);
    expect(standardError).toBeCloseTo(30.014644862966477, 10);
    expect(degreesOfFreedom).toBe(7);
    expect(effectiveSampleSize).toBeCloseTo(5.565217391304348, 12);
  });

  it('reads both numbers of each pair of sums', () => {
    const weights = { sums: [1, 1, 0, 0, 0, 0, 0, 0, 2, 0], squares: [2, 2, 0, 0, 0, 0, 0, 0, 1, 3] };
    const { value, effectiveSampleSize, standardError } = resultOf({ counts: [1, 0, 0, 0, 1, 0, 0, 0, 0], weights });
    expect([value, effectiveSampleSize]).toEqual([0, 2]);
    // Two answers, -1 and +1: sample variance 2, over 2.
    expect(standardError).toBeCloseTo(100, 10);
  });

  it('is unknown for a single answer', () => {
    expect(resultOf(classes(0, 0, 1)).standardError).toBeNull();
    expect(resultOf(weighted([5], [2]))).toMatchObject({ standardError: null, degreesOfFreedom: null });
  });
});

describe('the effective size', () => {
  it('is the size without weights, however many', () => {
    expect(resultOf(classes(1, 2, 323456787)).effectiveSampleSize).toBe(323456790);
  });

  it('is no more than the size under equal weights that have no exact sum', () => {
    expect(resultOf(weighted([5, 1, 3], [0.1, 0.1, 0.1]), { population: 3 }).effectiveSampleSize).toBe(3);
  });

  it('is 0 where all weights are', () => {
    expect(resultOf(weighted([5, 1], [0, 0]))).toMatchObject({ value: null, effectiveSampleSize: 0 });
  });
});

describe('the interval', () => {
  // SciPy; the score interval by root finding of Tango's statistic.
  it.each([
    [{}, 14.110730141294486, 45.07294332809327, 'adjusted-wald'],
    [{ interval: 'adjusted-wald', confidence: 0.9 }, 16.59968252664039, 42.583990942747363, 'adjusted-wald'],
    [{ interval: 'wald' }, 14.79411364579964, 46.25851793314773, 'wald'],
    [{ interval: 'score' }, 14.00283715929157, 45.21351694287805, 'score'],
    [{ population: 180 }, 19.319266418800113, 40.83630834351622, 'adjusted-wald'],
    [{ population: 180, interval: 'wald' }, 19.68523788212051, 41.36739369682686, 'wald'],
    [{ population: 180, interval: 'score' }, 19.285659137124989, 40.88542704114366, 'score'],
  ] as [NetOptions, number, number, string][])('under %j', (options, lower, upper, method) => {
    expectInterval(classes(19, 28, 48), options, lower, upper, method);
  });

  it('rests on the effective size with weights', () => {
    // 10, 9, 8, 6, 10, 3, 7, 9 as classes; Python: adjusted Wald with shares .5625 and .1875 of 5.565.
    const tally = weighted([5, 5, 3, 1, 5, 1, 3, 5], [1, 1, 1, 1, 2, 2, 3, 5]);
    expectInterval(tally, {}, -27.64158376618313, 76.3725482331882, 'adjusted-wald');
  });

  it('is clipped to -100..100', () => {
    expectInterval(classes(0, 0, 10), {}, 47.503551544790223, 100, 'adjusted-wald');
    expectInterval(classes(10, 0, 0), {}, -100, -47.503551544790223, 'adjusted-wald');
  });

  it('is clipped to what the silent can still change', () => {
    expectInterval(classes(2, 6, 20), { population: 30 }, 57.88432346762131, 200 / 3, 'adjusted-wald');
    expectInterval(classes(20, 6, 2), { population: 30 }, -200 / 3, -57.88432346762131, 'adjusted-wald');
  });

  it('has no width at a census', () => {
    expect(resultOf(classes(2, 6, 22), { population: 30 }).interval).toEqual({
      lower: 100 * (20 / 30),
      upper: 100 * (20 / 30),
      confidence: 0.95,
      method: 'adjusted-wald',
    });
    // A single weight whose square and product have no exact ratio.
    expect(resultOf(weighted([1], [0.12006182401641392]), { population: 1 }).interval).toMatchObject({
      lower: -100,
      upper: -100,
    });
    const census = resultOf(weighted([5, 1, 3], [3, 1, 1]), { population: 3 });
    expect([census.interval?.lower, census.interval?.upper]).toEqual([40, 40]);
  });

  it.each(['wald', 'score', 'adjusted-wald'] as const)(
    'is the value itself at a census without spread: %s',
    (interval) => {
      const census = resultOf(classes(0, 0, 4), { interval, population: 4 });
      expect(census.interval).toEqual({ lower: 100, upper: 100, confidence: 0.95, method: interval });
      expect(census.warnings).toEqual([]);
    },
  );

  it('is not there where a method claims certainty', () => {
    const { interval, warnings } = resultOf(classes(0, 0, 40), { interval: 'wald' });
    expect(interval).toBeNull();
    expect(warnings).toEqual([{ code: 'no-interval', reason: 'no-variation' }]);
  });

  it('is there for a single answer, and says little', () => {
    const { interval, warnings } = resultOf(classes(0, 0, 1));
    expect(interval?.lower).toBeCloseTo(-48.49864942025202, 8);
    expect(warnings).toEqual([{ code: 'small-sample', observed: 1, recommended: 30 }]);
  });

  it('reaches to the value, which the pseudo-answers alone would leave outside', () => {
    expect(resultOf(classes(1, 0, 0)).interval).toMatchObject({ lower: -100 });
    expect(resultOf(classes(1, 0, 0)).interval?.upper).toBeCloseTo(48.49864942025202, 8);
    expect(resultOf(classes(0, 0, 1)).interval).toMatchObject({ upper: 100 });
  });

  it('is not there without answers, even in a population of none', () => {
    expect(resultOf(classes(0, 0, 0), { population: 0 }).interval).toBeNull();
  });

  it('has no -0', () => {
    expectSound(of(classes(0, 0, 0), { population: 5 }).result);
    expectSound(of(classes(1, 0, 1), { population: 2 }).result);
  });
});

describe('an imported method', () => {
  const given: unknown[] = [];
  const method: NetIntervalMethod = {
    method: 'mine',
    limits: (summary, confidence, population) => {
      given.push(summary, confidence, population);
      return { lower: -0.5, upper: 0.5 };
    },
  };

  it('is given counts, sizes, value and error on -1..1', () => {
    given.length = 0;
    const { interval, degreesOfFreedom } = resultOf(classes(1, 2, 5), {
      interval: method,
      confidence: 0.8,
      population: 16,
    });
    const [summary, confidence, population] = given as [NetSummary, number, number];
    expect(summary.counts).toEqual({ negative: 1, neutral: 2, positive: 5 });
    expect([summary.sampleSize, summary.net]).toEqual([8, 0.5]);
    // Answers -1, 0, 0, 1 × 5: sample variance 4/7.
    expect(summary.standardError).toBeCloseTo(Math.sqrt(4 / 7 / 8), 14);
    expect([confidence, population]).toEqual([0.8, 16]);
    expect(degreesOfFreedom).toBeNull();
    // Eight of sixteen are silent: 4 of 16 are certain, give or take 8.
    expect(interval).toEqual({ lower: -25, upper: 50, confidence: 0.8, method: 'mine' });
  });

  it('is given an infinite population unless it is known, and counts worth the effective size', () => {
    given.length = 0;
    resultOf(weighted([5, 1, 3], [2, 1, 1]), { interval: method });
    const [summary, , population] = given as [NetSummary, number, number];
    expect(population).toBe(Infinity);
    const { negative, neutral, positive } = summary.counts;
    // Kish: 16 / 6.
    expect(negative + neutral + positive).toBeCloseTo(16 / 6, 14);
    expect(positive / negative).toBeCloseTo(2, 14);
    expect(neutral).toBeCloseTo(negative, 14);
  });

  it('is not asked at a census', () => {
    given.length = 0;
    expect(resultOf(classes(1, 0, 3), { interval: method, population: 4 }).interval).toMatchObject({
      lower: 50,
      upper: 50,
      method: 'mine',
    });
    expect(given).toEqual([]);
  });

  it('is not asked without answers', () => {
    given.length = 0;
    expect(resultOf(classes(0, 0, 0), { interval: method }).interval).toBeNull();
    expect(given).toEqual([]);
  });

  it('may use its own record', () => {
    const own: NetIntervalMethod & { reach: number } = {
      method: 'own',
      reach: 0.25,
      limits({ net }) {
        return { lower: net - this.reach, upper: net + this.reach };
      },
    };
    expect(resultOf(classes(1, 1, 1), { interval: own }).interval).toMatchObject({ lower: -25, upper: 25 });
  });

  it('may have degrees of freedom, and then an error with divisor n - 1', () => {
    const withFreedom = { ...method, degreesOfFreedom: ({ sampleSize }: NetSummary) => sampleSize - 3 };
    const { degreesOfFreedom, standardError } = resultOf(classes(1, 2, 5), { interval: withFreedom });
    expect(degreesOfFreedom).toBe(5);
    expect(standardError).toBeCloseTo(100 * Math.sqrt(4 / 7 / 8), 12);
  });

  it('that gives no limits gives no interval', () => {
    const none = { method: 'none', limits: () => ({ lower: NaN, upper: NaN }) };
    expect(resultOf(classes(1, 2, 5), { interval: none }).interval).toBeNull();
  });
});

describe('options', () => {
  it.each([
    ['normal', '"normal"'],
    [null, 'null'],
    [true, 'true'],
    [{}, 'an object'],
    [{ method: 'x', limits: 'y' }, 'an object'],
    [() => 'npsT', 'a function'],
    [Symbol('wald'), 'Symbol(wald)'],
  ])('refuse the interval %s', (interval, shown) => {
    expect(thrownBy(() => of(classes(1, 1, 1), { interval: interval as 'wald' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: `f: option "interval" must be a known name or method, received ${shown}`,
    });
  });

  it('are checked even when there are no answers', () => {
    expect(() => of(classes(0, 0, 0), { interval: 'normal' as 'wald' })).toThrow('option "interval"');
    expect(() => of(classes(0, 0, 0), { confidence: 95 })).toThrow('option "confidence"');
    expect(() => of(classes(0, 0, 0), { population: -1 })).toThrow('option "population"');
  });

  it('name a population smaller than the sample', () => {
    expect(thrownBy(() => of(classes(1, 1, 1), { population: 2 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_POPULATION_TOO_SMALL',
      message: 'f: option "population" must be a whole number, at least the sample size 3, received 2',
    });
  });
});
