import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { createRandom } from '../../src/core/random.js';
import { correlationPermutationTest } from '../../src/statistics/correlationPermutationTest.js';
import type { PermutationTest, PermutationTestOptions } from '../../src/statistics/permutationTally.js';
import { clusteredPermutationTest, permutationTest } from '../../src/statistics/permutationTest.js';
import { signFlipTest } from '../../src/statistics/signFlipTest.js';

type Test = (options?: PermutationTestOptions) => PermutationTest;
const RESAMPLES = 20_000;

interface Expected {
  pTwoSided: number;
  pGreater: number;
  pLess?: number;
  permVariance?: number;
}

/** The exact numbers, and those of random permutations within four of their own standard errors. */
function check(test: Test, expected: Expected, tolerance: { rel: number; abs: number }): void {
  const plain = test();
  const got = {
    observed: plain.observed,
    permutations: plain.permutations,
    pTwoSided: plain.pValue,
    pGreater: test({ alternative: 'greater' }).pValue,
    pLess: test({ alternative: 'less' }).pValue,
    permVariance: plain.variance,
  };
  expectGolden(got, expected, tolerance);
  expect(plain.method).toBe('exact');
  for (const [alternative, p] of [
    ['two-sided', expected.pTwoSided],
    ['greater', expected.pGreater],
  ] as const) {
    const drawn = test({ alternative, limit: 0, random: createRandom(42), resamples: RESAMPLES });
    expect(Math.abs(drawn.pValue - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / RESAMPLES) + 1 / RESAMPLES);
  }
}

describe('permutation.json', () => {
  it('is covered in full', () => {
    const prefixes = ['difference of means ', 'difference of NPS', 'pearson correlation', 'paired sign-flip'];
    expect(prefixes.map((prefix) => goldenCases('permutation', prefix).length)).toEqual([4, 1, 1, 1]);
    expect(goldenCases('permutation', '')).toHaveLength(7);
  });

  interface Samples {
    x: number[];
    y: number[];
  }
  const net = (score: number): number => (score > 8 ? 1 : score < 7 ? -1 : 0);
  const means = goldenCases<Samples, Expected>('permutation', 'difference of means ');
  const scores = goldenCases<Samples, Expected>('permutation', 'difference of NPS').map((golden) => ({
    ...golden,
    input: { x: golden.input.x.map(net), y: golden.input.y.map(net) },
  }));
  it.each([...means, ...scores])('$name', ({ input: { x, y }, expected, tolerance }) => {
    // Clusters of one answer each are the answers; halves are counted one by one, whole numbers by their sums.
    const clusters = (values: number[]): number[][] => values.map((value) => [value]);
    check((options) => clusteredPermutationTest(clusters(x), clusters(y), options), expected, tolerance);
    const counted = permutationTest(x, y);
    const byUnits = clusteredPermutationTest(clusters(x), clusters(y));
    const got = {
      observed: counted.observed,
      permutations: counted.permutations,
      pTwoSided: counted.pValue,
      pGreater: permutationTest(x, y, { alternative: 'greater' }).pValue,
      pLess: permutationTest(x, y, { alternative: 'less' }).pValue,
      permVariance: counted.variance,
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
    expect(byUnits.permutations).toBe(counted.permutations);
  });

  it.each(goldenCases<Samples, Expected>('permutation', 'pearson correlation'))(
    '$name',
    ({ input: { x, y }, expected, tolerance }) => {
      expect(Object.keys(expected)).toEqual(['observed', 'permutations', 'pTwoSided', 'pGreater']);
      check((options) => correlationPermutationTest(x, y, options), expected, tolerance);
    },
  );

  it.each(goldenCases<{ differences: number[] }, Expected>('permutation', 'paired sign-flip'))(
    '$name',
    ({ input: { differences }, expected, tolerance }) => {
      expect(Object.keys(expected)).toEqual(['observed', 'permutations', 'pTwoSided', 'pGreater']);
      check((options) => signFlipTest(differences, options), expected, tolerance);
    },
  );
});
