import { describe, expect, it } from 'vitest';
import { brunnerMunzelTest } from '../../../src/statistics/brunnerMunzelTest.js';
import { dunnTest } from '../../../src/statistics/dunnTest.js';
import { friedmanTest } from '../../../src/statistics/friedmanTest.js';
import { hodgesLehmannShift, pseudoMedian } from '../../../src/statistics/hodgesLehmann.js';
import { kruskalWallisTest } from '../../../src/statistics/kruskalWallisTest.js';
import { mannWhitneyTest } from '../../../src/statistics/mannWhitneyTest.js';
import { midRanks } from '../../../src/statistics/midRanks.js';
import { normalPValue } from '../../../src/statistics/alternative.js';
import { median } from '../../../src/statistics/quantile.js';
import { wilcoxonSignedRankTest } from '../../../src/statistics/wilcoxonSignedRankTest.js';
import { expectRelative } from './relative.js';

// Statistics by SciPy 1.17.1.
const x = [0.346, 0.822, 0.33, -1.303, 0.905, 0.446, -0.537, 0.581, 0.365, 0.294, 0.028, 0.547];
const y = [-0.673, 0.474, -0.164, 1.998, 0.879, 0.215, -0.764, 0.286, 0.816, 0.249, 3.388, 2.813, -4.622, -2.978, 0.45];

describe('midRanks', () => {
  it.each<[number[], number[]]>([
    [[], []],
    [[7], [1]],
    [[3, 3, 3], [2, 2, 2]],
    [[9, 7, 9, 10], [2.5, 1, 2.5, 4]],
    [[0, -0, -1], [2.5, 2.5, 1]],
    [[Infinity, -Infinity, 0], [3, 1, 2]],
    [[1, NaN, 2], [NaN, NaN, NaN]],
  ])('of %j are %j', (values, ranks) => {
    expect(midRanks(values)).toEqual(ranks);
  }); // prettier-ignore
});

describe('mannWhitneyTest', () => {
  it('agrees with SciPy, exactly and approximately', () => {
    const test = mannWhitneyTest(x, y);
    expect(test).toMatchObject({ firstWins: 94, secondWins: 86, method: 'exact' });
    expectRelative(test.pValue, 0.8666839240536912);
    expectRelative(mannWhitneyTest(x, y, { alternative: 'less' }).pValue, 0.58545213778758);
    expectRelative(mannWhitneyTest(x, y, { method: 'normal' }).pValue, 0.8643947798456604);
    expectRelative(mannWhitneyTest(x, y, { method: 'normal', continuity: 'half' }).pValue, 0.8643947798456604);
  });

  it('takes a side', () => {
    const less = mannWhitneyTest(x, y, { alternative: 'less' }).pValue;
    const greater = mannWhitneyTest(x, y, { alternative: 'greater' }).pValue;
    // What both sides count is the observed arrangement.
    expect(less + greater).toBeGreaterThan(1);
    expectRelative(mannWhitneyTest(y, x, { alternative: 'greater' }).pValue, less);
    expectRelative(mannWhitneyTest([1], [2], { alternative: 'less' }).pValue, 0.5);
    expectRelative(mannWhitneyTest([1], [2], { alternative: 'greater' }).pValue, 1);
    for (const alternative of ['less', 'greater'] as const) {
      const { statistic, pValue } = mannWhitneyTest(x, y, { alternative, method: 'normal' });
      const plain = mannWhitneyTest(x, y, { method: 'normal', continuity: 'none' }).statistic;
      expect(pValue).toBe(normalPValue(statistic, alternative));
      expect(Math.sign(statistic - plain)).toBe(alternative === 'less' ? 1 : -1);
    }
  });

  it('chooses the exact law below 50 values a sample without ties', () => {
    const sample = (n: number, shift: number): number[] => Array.from({ length: n }, (_, i) => i + shift);
    expect(mannWhitneyTest(sample(49, 0), sample(49, 0.5)).method).toBe('exact');
    expect(mannWhitneyTest(sample(50, 0), sample(2, 0.5)).method).toBe('normal');
    expect(mannWhitneyTest(sample(2, 0), sample(50, 0.5)).method).toBe('normal');
    expect(mannWhitneyTest([1, 2, 2], [3, 4]).method).toBe('normal');
    expect(mannWhitneyTest([1, 2], [2, 3], { method: 'exact' }).method).toBe('exact');
    expect(mannWhitneyTest([1, 2], [3, 4], { method: 'normal' }).method).toBe('normal');
    expect(mannWhitneyTest(sample(200, 0), sample(200, 0.5), { method: 'exact' }).method).toBe('normal');
    expect(mannWhitneyTest([1], sample(300, 0.5), { method: 'exact' }).pValue).toBeCloseTo(4 / 301, 14);
    expect(mannWhitneyTest(sample(300, 0.5), [1], { method: 'exact', alternative: 'greater' }).pValue).toBeCloseTo(
      2 / 301,
      14,
    );
  });

  it('counts the arrangements of samples that do not overlap', () => {
    expectRelative(mannWhitneyTest([1, 2, 3], [4, 5, 6, 7]).pValue, 2 / 35);
    expectRelative(mannWhitneyTest([4, 5, 6, 7], [1, 2, 3], { alternative: 'greater' }).pValue, 1 / 35);
    const apart = mannWhitneyTest(Array.from({ length: 40 }, (_, i) => i), Array.from({ length: 40 }, (_, i) => 40 + i)); // prettier-ignore
    // C(80, 40) arrangements, of which two are that extreme.
    expectRelative(apart.pValue, 2 / Number(107507208733336176461620n), 1e-12);
  });

  it('finds nothing when all values are equal', () => {
    expect(mannWhitneyTest([5, 5, 5], [5, 5])).toEqual({
      firstWins: 3,
      secondWins: 3,
      statistic: NaN,
      pValue: 1,
      method: 'exact',
    });
    expect(mannWhitneyTest([5, 5, 5], [5, 5], { method: 'normal' })).toMatchObject({ statistic: NaN, pValue: NaN });
    expect(mannWhitneyTest([1, 4], [2, 3], { method: 'normal' })).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it.each<[number[], number[]]>([
    [[], [1]],
    [[1], []],
    [[], []],
    [[NaN], [1]],
    [[1], [2, NaN]],
  ])('is NaN for %j and %j', (first, second) => {
    const expected = { firstWins: NaN, secondWins: NaN, statistic: NaN, pValue: NaN, method: 'normal' };
    expect(mannWhitneyTest(first, second)).toEqual(expected);
    expect(mannWhitneyTest(first, second, { method: 'exact' })).toEqual(expected);
  });

  it('takes infinite values for the ranks they have', () => {
    expect(mannWhitneyTest([Infinity, 5], [-Infinity, 1])).toMatchObject({ firstWins: 4, secondWins: 0 });
  });
});

describe('hodgesLehmannShift', () => {
  it('reports the coverage of its limits', () => {
    const first = [1.1, 2.2, 3.3, 4.4, 7.1, 9.3];
    const second = [0.5, 2.7, 3.9, 5.1, 6, 0.2, 1.7];
    const { interval, coverage } = hodgesLehmannShift(first, second);
    expect(interval).toEqual(hodgesLehmannShift(first, second, 0.95).interval);
    // 1716 arrangements, of which 30 put U at 6 or below.
    expectRelative(coverage, 1 - 60 / 1716);
    expectRelative(hodgesLehmannShift(first, second, 0.9).coverage, 1 - 2 * 0.03671328671328671, 1e-9);
    expectRelative(hodgesLehmannShift(first, second, 0.999).coverage, 1 - 2 / 1716);
    expect(hodgesLehmannShift(first, second, 0.9999).interval).toEqual({ lower: 1.1 - 6, upper: 9.3 - 0.2 });
  });

  it('is the median of all differences, limits included, however many', () => {
    const first = Array.from({ length: 60 }, (_, i) => Math.sin(i * 12.9898) * 10);
    const second = Array.from({ length: 71 }, (_, i) => Math.cos(i * 78.233) * 7);
    const differences = Float64Array.from(first.flatMap((a) => second.map((b) => a - b))).sort();
    const { estimate, interval, coverage } = hodgesLehmannShift(first, second, 0.9);
    expectRelative(estimate, median(differences));
    // 60 x 71 / 2 - 1.645 sqrt(60 x 71 x 132 / 12), half a step out.
    const k = Math.floor(2130.5 - 1.6448536269514722 * Math.sqrt(46860));
    expect(interval).toEqual({ lower: differences[k - 1], upper: differences[4260 - k] });
    expect(coverage).toBeGreaterThan(0.9);
    expect(coverage).toBeLessThan(0.902);
  });

  it('gives the range of the differences for samples too small for its confidence', () => {
    expect(hodgesLehmannShift([1], [2])).toEqual({ estimate: -1, interval: { lower: -1, upper: -1 }, coverage: 0 });
    expect(hodgesLehmannShift([1, 5], [2])).toMatchObject({ estimate: 1, interval: { lower: -1, upper: 3 } });
    expectRelative(hodgesLehmannShift([1, 5], [2]).coverage, 1 / 3);
    expect(hodgesLehmannShift([3, 3], [3, 3, 3]).interval).toEqual({ lower: 0, upper: 0 });
  });

  it.each<[number[], number[], number]>([
    [[], [1], 0.95],
    [[1], [], 0.95],
    [[1, NaN], [1], 0.95],
    [[1], [Infinity], 0.95],
    [[-Infinity], [1], 0.95],
    [[1], [2], 0],
    [[1], [2], 1],
    [[1], [2], NaN],
  ])('is NaN for %j and %j at %d', (first, second, confidence) => {
    expect(hodgesLehmannShift(first, second, confidence)).toEqual({
      estimate: NaN,
      interval: { lower: NaN, upper: NaN },
      coverage: NaN,
    });
  });
});

describe('wilcoxonSignedRankTest', () => {
  it('agrees with SciPy, exactly and approximately', () => {
    expect(wilcoxonSignedRankTest(x)).toMatchObject({ positiveRankSum: 59, nonZero: 12, method: 'exact' });
    expectRelative(wilcoxonSignedRankTest(x).pValue, 0.12939453125);
    expectRelative(wilcoxonSignedRankTest(x, { method: 'normal' }).pValue, 0.12608955395259033);
  });

  it('takes a side', () => {
    // All three positive: one of eight sign patterns.
    expectRelative(wilcoxonSignedRankTest([1, 2, 3], { alternative: 'greater' }).pValue, 1 / 8);
    expectRelative(wilcoxonSignedRankTest([1, 2, 3], { alternative: 'less' }).pValue, 1);
    expectRelative(wilcoxonSignedRankTest([1, 2, 3]).pValue, 1 / 4);
    expectRelative(wilcoxonSignedRankTest([-1, -2, -3], { alternative: 'less' }).pValue, 1 / 8);
  });

  it('chooses the exact law below 50 differences without ties', () => {
    const sample = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
    expect(wilcoxonSignedRankTest(sample(49)).method).toBe('exact');
    expect(wilcoxonSignedRankTest(sample(50)).method).toBe('normal');
    expect(wilcoxonSignedRankTest([...sample(49), 0]).method).toBe('exact');
    expect(wilcoxonSignedRankTest([1, -1, 2]).method).toBe('normal');
    expect(wilcoxonSignedRankTest(sample(50), { method: 'exact' }).method).toBe('exact');
    expect(wilcoxonSignedRankTest(sample(2000), { method: 'exact' }).method).toBe('normal');
  });

  it('leaves out zeros, and finds nothing when there is nothing else', () => {
    expect(wilcoxonSignedRankTest([0, 1, 0, 2, 3])).toEqual(wilcoxonSignedRankTest([1, 2, 3]));
    const nothing = { positiveRankSum: 0, nonZero: 0, statistic: NaN };
    expect(wilcoxonSignedRankTest([0, -0])).toEqual({ ...nothing, pValue: 1, method: 'exact' });
    expect(wilcoxonSignedRankTest([0, 0], { method: 'normal' })).toEqual({ ...nothing, pValue: NaN, method: 'normal' });
  });

  it('has a p-value of 1 for one difference', () => {
    expect(wilcoxonSignedRankTest([4])).toMatchObject({ positiveRankSum: 1, nonZero: 1, pValue: 1 });
  });

  it.each([[[]], [[NaN, 1]]])('is NaN for %j', (differences) => {
    expect(wilcoxonSignedRankTest(differences)).toEqual({
      positiveRankSum: NaN,
      nonZero: NaN,
      statistic: NaN,
      pValue: NaN,
      method: 'normal',
    });
  });
});

describe('pseudoMedian', () => {
  it('is the median of the means of pairs', () => {
    expect(pseudoMedian([1, 2, 4, 10])).toEqual({ estimate: 3.5, interval: { lower: 1, upper: 10 }, coverage: 0.875 });
    expect(pseudoMedian([10, 1, 2])).toMatchObject({ estimate: (2 + 5.5) / 2 });
    expect(pseudoMedian([3])).toEqual({ estimate: 3, interval: { lower: 3, upper: 3 }, coverage: 0 });
    expect(pseudoMedian([-5, 5])).toMatchObject({ estimate: 0 });
  });

  it('has the limits of the signed-rank law', () => {
    // P(V <= 3) = 5/256 for eight values, P(V <= 4) = 7/256.
    const values = [1, 2, 4, 8, 16, 32, 64, 128];
    const means = Float64Array.from(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2))).sort();
    const { interval, coverage } = pseudoMedian(values);
    expect(coverage).toBe(1 - 10 / 256);
    expect(interval).toEqual({ lower: means[3], upper: means[means.length - 4] });
    expect(pseudoMedian(values, 0.95)).toEqual(pseudoMedian(values));
  });

  it('uses the normal law for many values', () => {
    const values = Array.from({ length: 80 }, (_, i) => Math.tan(i));
    const means = Float64Array.from(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2))).sort();
    const k = Math.floor(1620.5 - 1.959963984540054 * Math.sqrt((80 * 81 * 161) / 24));
    const { estimate, interval, coverage } = pseudoMedian(values);
    expectRelative(estimate, median(means));
    expectRelative(interval.lower, means[k - 1] ?? NaN);
    expectRelative(interval.upper, means[3240 - k] ?? NaN);
    expect(Math.abs(coverage - 0.95)).toBeLessThan(0.001);
  });

  it.each<[number[], number]>([
    [[], 0.95],
    [[NaN], 0.95],
    [[1, Infinity], 0.95],
    [[1, 2], 0],
    [[1, 2], 1],
  ])('is NaN for %j at %d', (values, confidence) => {
    expect(pseudoMedian(values, confidence)).toEqual({
      estimate: NaN,
      interval: { lower: NaN, upper: NaN },
      coverage: NaN,
    });
  });
});

describe('kruskalWallisTest and dunnTest', () => {
  const answers = (counts: number[]): number[] => counts.flatMap((count, i) => new Array<number>(count).fill(i));
  it('agree with R on three segments', () => {
    const test = kruskalWallisTest([answers([19, 28, 48]), answers([30, 32, 35]), answers([10, 20, 40])]);
    expect(test.statistic).toBeCloseTo(9.84823023539, 10);
    expect(test.pValue).toBeCloseTo(0.0072691558, 9);
  });

  it('are the Mann-Whitney test for two groups', () => {
    const z = mannWhitneyTest(x, y, { method: 'normal', continuity: 'none' }).statistic;
    expectRelative(kruskalWallisTest([x, y]).statistic, z * z);
    expectRelative(dunnTest([x, y])[0]?.statistic ?? NaN, z);
    expectRelative(dunnTest([y, x])[0]?.statistic ?? NaN, -z);
  });

  it('find nothing when all values are equal', () => {
    const test = kruskalWallisTest([[2, 2], [2], [2, 2]]);
    expect(test).toEqual({
      statistic: NaN,
      degreesOfFreedom: 2,
      pValue: NaN,
      meanRanks: [3, 3, 3],
      epsilonSquared: NaN,
      etaSquared: NaN,
    });
    expect(dunnTest([[2, 2], [2]])).toEqual([
      { first: 0, second: 1, difference: 0, statistic: NaN, pValue: NaN, adjustedPValue: NaN },
    ]);
  });

  it('take groups of one value', () => {
    // Ranks 1, 2, 3: H = 2 whatever the order.
    expect(kruskalWallisTest([[5], [9], [7]])).toMatchObject({
      statistic: 2,
      meanRanks: [1, 3, 2],
      epsilonSquared: 1,
      etaSquared: NaN,
    });
    expect(dunnTest([[5], [9]])[0]).toMatchObject({ difference: -1, statistic: -1 });
  });

  it('adjust as asked', () => {
    const groups = [[5, 5, 4, 3, 2], [1, 2, 2, 3, 4, 4], [5, 5, 5, 4]]; // prettier-ignore
    expect(dunnTest(groups)).toEqual(dunnTest(groups, 'holm'));
    for (const { pValue, adjustedPValue } of dunnTest(groups, 'bonferroni')) expectRelative(adjustedPValue, 3 * pValue);
  });

  it.each<[string, number[][]]>([
    ['no groups', []],
    ['one group', [[1, 2]]],
    ['an empty group', [[1, 2], []]],
    ['a NaN', [[1, 2], [NaN, 3]]],
  ])('are NaN with %s', (_, groups) => {
    const { meanRanks, ...rest } = kruskalWallisTest(groups);
    for (const value of [...Object.values(rest), ...meanRanks]) expect(value).toBeNaN();
    for (const { statistic, difference, pValue, adjustedPValue } of dunnTest(groups)) {
      expect([statistic, difference, pValue, adjustedPValue]).toEqual([NaN, NaN, NaN, NaN]);
    }
  }); // prettier-ignore
});

describe('friedmanTest', () => {
  it('corrects for ties', () => {
    // Ranks 1.5 1.5 3 and 1 2.5 2.5: by hand, 2 Σ (R - 4)² / ΣΣ (r - 2)² = 2 x 4.5 / 3.
    const test = friedmanTest([[1, 1, 2], [0, 5, 5]]); // prettier-ignore
    expect(test.meanRanks).toEqual([1.25, 2, 2.75]);
    expectRelative(test.statistic, 3);
    expectRelative(test.kendallW, 0.75);
    expect(test.degreesOfFreedom).toBe(2);
  });

  it('has full agreement in one row, and none to judge in constant rows', () => {
    expect(friedmanTest([[1, 2, 3]])).toMatchObject({ kendallW: 1, statistic: 2, meanRanks: [1, 2, 3] });
    expect(friedmanTest([[4, 4], [5, 5]])).toEqual({ statistic: NaN, degreesOfFreedom: 1, pValue: NaN, kendallW: NaN, meanRanks: [1.5, 1.5] }); // prettier-ignore
    expect(friedmanTest([[1, 2], [2, 1]])).toMatchObject({ statistic: 0, pValue: 1, kendallW: 0 }); // prettier-ignore
  });

  it.each<[number[][]]>([[[]], [[[], []]], [[[1], [2]]], [[[1, 2], [1, 2, 3]]], [[[1, 2, 3], [1, 2]]], [[[1, NaN], [1, 2]]]])('is NaN for %j', (rows) => {
    const { statistic, degreesOfFreedom, pValue, kendallW, meanRanks } = friedmanTest(rows);
    for (const value of [statistic, degreesOfFreedom, pValue, kendallW, ...meanRanks]) expect(value).toBeNaN();
  }); // prettier-ignore
});

describe('brunnerMunzelTest', () => {
  it('agrees with SciPy and is signed', () => {
    const test = brunnerMunzelTest(x, y);
    expectRelative(test.statistic, 0.18939721715732413, 1e-11);
    expectRelative(test.pValue, 0.8515850457838204);
    expectRelative(test.superiority, 94 / 180);
    const swapped = brunnerMunzelTest(y, x);
    expectRelative(swapped.statistic, -test.statistic, 1e-11);
    expectRelative(swapped.interval.lower, 1 - test.interval.upper);
  });

  it('takes a side, and a confidence', () => {
    const greater = brunnerMunzelTest(x, y, { alternative: 'greater' }).pValue;
    expectRelative(greater, 0.8515850457838204 / 2);
    expectRelative(brunnerMunzelTest(x, y, { alternative: 'less' }).pValue, 1 - greater);
    expect(brunnerMunzelTest(x, y)).toEqual(brunnerMunzelTest(x, y, { confidence: 0.95, alternative: 'two-sided' }));
    // The limit at confidence 1 - p is one half.
    expect(brunnerMunzelTest(x, y, { confidence: 1 - 0.8515850457838204 }).interval.lower).toBeCloseTo(0.5, 11);
  });

  it('has no statistic for samples that do not overlap', () => {
    expect(brunnerMunzelTest([1, 2], [3, 4])).toMatchObject({ superiority: 0, statistic: NaN, pValue: NaN });
    expect(brunnerMunzelTest([3, 3], [3, 3])).toMatchObject({ superiority: 0.5, statistic: NaN, pValue: NaN });
  });

  it.each<[number[], number[]]>([
    [[], [1, 2]],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [
      [1, NaN],
      [1, 2],
    ],
    [
      [1, 2],
      [1, NaN],
    ],
  ])('is NaN for %j and %j', (first, second) => {
    const { superiority, statistic, degreesOfFreedom, pValue, interval } = brunnerMunzelTest(first, second);
    for (const value of [superiority, statistic, degreesOfFreedom, pValue, interval.lower]) expect(value).toBeNaN();
  });
});
