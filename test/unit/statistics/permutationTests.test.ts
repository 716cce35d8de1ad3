import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { correlationPermutationTest } from '../../../src/statistics/correlationPermutationTest.js';
import { clusteredPermutationTest, permutationTest } from '../../../src/statistics/permutationTest.js';
import { shuffle } from '../../../src/statistics/shuffle.js';
import { signFlipTest } from '../../../src/statistics/signFlipTest.js';
import { twoSampleTTest } from '../../../src/statistics/tTest.js';
import { expectRelative } from './relative.js';

const first = [9, 10, 8, 7, 10];
const second = [6, 8, 7, 5, 9, 4];
const nothing = { observed: NaN, permutations: NaN, variance: NaN, pValue: NaN, method: 'exact' };

describe('permutationTest', () => {
  it('counts the splits of whole numbers and of others alike', () => {
    // 29 of 462, counted out.
    const whole = permutationTest(first, second);
    const halves = permutationTest(first.map((x) => x / 3), second.map((x) => x / 3)); // prettier-ignore
    expectRelative(whole.pValue, 29 / 462);
    expectRelative(halves.pValue, 29 / 462);
    expect(halves.method).toBe('exact');
    expectRelative(halves.variance, whole.variance / 9);
    expectRelative(halves.observed, whole.observed / 3);
  });

  it('takes a side', () => {
    const greater = permutationTest(first, second, { alternative: 'greater' }).pValue;
    expectRelative(permutationTest(second, first, { alternative: 'less' }).pValue, greater);
    const fractions = (values: number[]): number[] => values.map((value) => value + 0.25);
    expectRelative(permutationTest(fractions(first), fractions(second), { alternative: 'greater' }).pValue, greater);
    expectRelative(permutationTest(fractions(second), fractions(first), { alternative: 'less' }).pValue, greater);
  });

  it('counts large samples of whole numbers, near the t test', () => {
    const scores = (n: number, seed: number): number[] => Array.from({ length: n }, (_, i) => (i * i * seed + i) % 11);
    const a = scores(60, 3);
    const b = scores(70, 7);
    const { pValue, method, permutations } = permutationTest(a, b);
    expect(method).toBe('exact');
    // C(130, 60)
    expectRelative(permutations, Number(64880363004195701590061309133467695200n));
    expect(Math.abs(pValue - twoSampleTTest(a, b, { variances: 'pooled' }).pValue)).toBeLessThan(0.01);
  });

  it('draws at random only when asked, from the given source', () => {
    const a = Array.from({ length: 15 }, (_, i) => Math.sin(i) + 0.3);
    const b = Array.from({ length: 15 }, (_, i) => Math.cos(3 * i));
    expect(permutationTest(a, b)).toMatchObject({
      permutations: 155117520,
      variance: NaN,
      pValue: NaN,
      method: 'simulated',
    });
    const drawn = permutationTest(a, b, { random: createRandom(7) });
    expect(drawn).toEqual(permutationTest(a, b, { random: createRandom(7), resamples: 10_000 }));
    expect(Math.abs(drawn.pValue - twoSampleTTest(a, b).pValue)).toBeLessThan(0.03);
    const { variance } = permutationTest(a.slice(0, 7), b.slice(0, 7), { limit: 10 });
    expect(variance).toBeNaN();
    for (const resamples of [0, -1, 1.5, NaN]) {
      expect(permutationTest(a, b, { random: createRandom(7), resamples }).pValue).toBeNaN();
    }
  });

  it('counts out as many splits as the limit allows', () => {
    const a = [0.5, 1.25, 3];
    const b = [2.5, 4.75];
    expect(permutationTest(a, b, { limit: 10 }).method).toBe('exact');
    expect(permutationTest(a, b, { limit: 9 }).method).toBe('simulated');
    // 17 of 9 + 9 halves: 24,310 splits of 9 of 17 lie within the default limit, 184,756 of 10 of 20 too, 352,716 of 10 of 21 do not.
    const ramp = (n: number): number[] => Array.from({ length: n }, (_, i) => i + (i % 2) / 2);
    expect(permutationTest(ramp(10), ramp(10)).method).toBe('exact');
    expect(permutationTest(ramp(10), ramp(11)).method).toBe('simulated');
  });

  it('never draws a p-value of zero', () => {
    const low = Array.from({ length: 20 }, (_, i) => i / 8);
    const high = low.map((value) => value + 1000.1);
    expect(permutationTest(low, high, { random: createRandom(1), resamples: 99 }).pValue).toBe(0.01);
  });

  it('keeps its digits beside a large common level', () => {
    const raised = (values: number[]): number[] => values.map((value) => value / 4 + 2 ** 40);
    expectRelative(permutationTest(raised(first), raised(second)).pValue, 29 / 462);
    const { observed, variance } = permutationTest(raised(first), raised(second));
    expectRelative(observed, permutationTest(first, second).observed / 4, 1e-10);
    expectRelative(variance, permutationTest(first, second).variance / 16, 1e-10);
  });

  it('finds nothing when all values are equal', () => {
    expect(permutationTest([0.1, 0.1], [0.1])).toMatchObject({ observed: 0, variance: 0, pValue: 1, permutations: 3 });
  });

  it.each<[number[], number[]]>([
    [[], [1]],
    [[1], []],
    [[1, NaN], [2]],
    [[1], [Infinity]],
  ])('is NaN for %j and %j', (a, b) => {
    expect(permutationTest(a, b)).toEqual(nothing);
  });
});

describe('clusteredPermutationTest', () => {
  const a = [[9, 10, 10], [8, 9]]; // prettier-ignore
  const b = [[6, 7], [5], [8, 7, 6]]; // prettier-ignore
  it('moves whole clusters', () => {
    // Ten splits of five clusters, counted out (Python).
    const test = clusteredPermutationTest(a, b);
    expectRelative(test.observed, 2.7);
    expectRelative(test.variance, 2.4745918367346937);
    expectRelative(test.pValue, 0.1);
    expect(test.permutations).toBe(10);
    expectRelative(clusteredPermutationTest(a, b, { alternative: 'less' }).pValue, 1);
    expectRelative(clusteredPermutationTest(b, a, { alternative: 'less' }).pValue, 0.1);
  });

  it('draws clusters at random above the limit', () => {
    const drawn = clusteredPermutationTest(a, b, { limit: 1, random: createRandom(11), resamples: 4000 });
    expect(drawn.method).toBe('simulated');
    expect(Math.abs(drawn.pValue - 0.1)).toBeLessThan(0.02);
    expectRelative(drawn.variance, 2.4745918367346937, 0.1);
  });

  it.each<[number[][], number[][]]>([
    [[], [[1]]],
    [[[1]], []],
    [[[1], []], [[2]]],
    [[[1]], [[NaN]]],
  ])('is NaN for %j and %j', (x, y) => {
    expect(clusteredPermutationTest(x, y)).toEqual(nothing);
  });
});

describe('signFlipTest', () => {
  it('takes a side', () => {
    expect(signFlipTest([1, 2, 3], { alternative: 'greater' }).pValue).toBe(1 / 8);
    expect(signFlipTest([-1, -2, -3], { alternative: 'less' }).pValue).toBe(1 / 8);
    expect(signFlipTest([1, 2, 3])).toEqual({
      observed: 2,
      permutations: 8,
      variance: 14 / 9,
      pValue: 0.25,
      method: 'exact',
    });
    expect(signFlipTest([4])).toMatchObject({ observed: 4, permutations: 2, pValue: 1 });
    expect(signFlipTest([0, 0])).toMatchObject({ observed: 0, variance: 0, pValue: 1 });
  });

  it('draws signs at random when there are too many patterns', () => {
    const differences = Array.from({ length: 18 }, (_, i) => Math.sin(i) + 0.2);
    expect(signFlipTest(differences.slice(1)).method).toBe('exact');
    expect(signFlipTest(differences)).toMatchObject({ permutations: 262144, pValue: NaN, method: 'simulated' });
    const exact = signFlipTest(differences, { limit: 300_000 });
    const drawn = signFlipTest(differences, { random: createRandom(5), resamples: 20_000 });
    expect(Math.abs(drawn.pValue - exact.pValue)).toBeLessThan(0.015);
    expectRelative(drawn.variance, exact.variance, 0.05);
  });

  it.each([[[]], [[NaN]], [[1, Infinity]]])('is NaN for %j', (differences) => {
    expect(signFlipTest(differences)).toEqual(nothing);
  });
});

describe('correlationPermutationTest', () => {
  it('counts pairings', () => {
    // Of the six pairings of three, one correlates by 1, one by -1.
    const test = correlationPermutationTest([1, 2, 3], [10, 20, 30]);
    expectRelative(test.observed, 1);
    expectRelative(test.variance, 0.5);
    expectRelative(test.pValue, 1 / 3);
    expect(test.permutations).toBe(6);
    expectRelative(correlationPermutationTest([1, 2, 3], [1, 2, 3], { alternative: 'greater' }).pValue, 1 / 6);
    expectRelative(correlationPermutationTest([1, 2, 3], [3, 2, 1], { alternative: 'less' }).pValue, 1 / 6);
    expectRelative(correlationPermutationTest([1, 2, 3], [3, 2, 1]).observed, -1);
  });

  it('counts eight pairs out, and draws for nine', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const y = [2, 1, 4, 3, 6, 5, 8, 9, 7];
    expect(correlationPermutationTest(x.slice(1), y.slice(1)).method).toBe('exact');
    expect(correlationPermutationTest(x, y)).toMatchObject({ permutations: 362880, pValue: NaN, method: 'simulated' });
    const { pValue, variance } = correlationPermutationTest(x, y, { random: createRandom(3) });
    expect(pValue).toBeLessThan(0.01);
    // 1 / (n - 1) for any numbers.
    expectRelative(variance, 1 / 8, 0.05);
    expectRelative(correlationPermutationTest(x.slice(2), y.slice(2)).variance, 1 / 6, 1e-10);
  });

  it.each<[number[], number[]]>([
    [[], []],
    [[1], [2]],
    [
      [1, 2],
      [1, 2, 3],
    ],
    [
      [1, 1],
      [1, 2],
    ],
    [
      [1, 2],
      [3, 3],
    ],
    [
      [1, NaN],
      [1, 2],
    ],
    [
      [1, 2],
      [1, Infinity],
    ],
  ])('is NaN for %j and %j', (x, y) => {
    expect(correlationPermutationTest(x, y)).toEqual(nothing);
  });
});

describe('shuffle', () => {
  it('keeps the items and makes every order equally likely', () => {
    const random = createRandom(42);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const list = [1, 2, 3];
      shuffle(list, random);
      const key = list.join('');
      orders.set(key, (orders.get(key) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['123', '132', '213', '231', '312', '321']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('touches only as many places as asked, by as many draws', () => {
    let draws = 0;
    const list = [1, 2, 3, 4];
    shuffle(list, () => (draws++, 0.999), 2); // prettier-ignore
    expect(draws).toBe(2);
    expect(list).toEqual([4, 1, 3, 2]);
  });
});
