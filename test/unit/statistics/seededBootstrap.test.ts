import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { bootstrapStandardError } from '../../../src/statistics/bootstrapInterval.js';
import {
  distributionLowerTail,
  distributionMean,
  distributionStandardDeviation,
  type CountDistribution,
} from '../../../src/statistics/countDistribution.js';
import { netBootstrapDistribution } from '../../../src/statistics/netBootstrap.js';
import { scoreBootstrapDistribution } from '../../../src/statistics/scoreBootstrap.js';
import {
  seededCountBootstrap,
  seededNetBootstrap,
  seededScoreBootstrap,
} from '../../../src/statistics/seededBootstrap.js';
import { mean } from '../../../src/statistics/sum.js';

/** Largest distance between the share of replicates up to a value and its exact probability, times the root of their number. */
function distance(replicates: Float64Array, distribution: CountDistribution): number {
  const sorted = [...replicates].sort((a, b) => a - b);
  let largest = 0;
  for (const [index, value] of sorted.entries()) {
    if (sorted[index + 1] === value) continue;
    largest = Math.max(largest, Math.abs((index + 1) / sorted.length - distributionLowerTail(distribution, value)));
  }
  return largest * Math.sqrt(sorted.length);
}

const RESAMPLES = 20_000;
// Kolmogorov's statistic exceeds 1.95 once in a thousand times, less often on a lattice.
const SELDOM = 1.95;

describe('seededNetBootstrap', () => {
  it.each([
    { negative: 8, neutral: 13, positive: 15 },
    { negative: 300, neutral: 700, positive: 1000 },
    { negative: 0, neutral: 30, positive: 9 },
    { negative: 7, neutral: 0, positive: 9 },
    { negative: 40, neutral: 9, positive: 0 },
    { negative: 1, neutral: 99_998, positive: 1 },
  ])('of %o follows the exact distribution', (counts) => {
    const replicates = seededNetBootstrap(counts, RESAMPLES, createRandom(42));
    const distribution = netBootstrapDistribution(counts);
    expect(replicates).toHaveLength(RESAMPLES);
    expect(distance(replicates, distribution)).toBeLessThan(SELDOM);
    const error = distributionStandardDeviation(distribution) / Math.sqrt(RESAMPLES);
    expect(Math.abs(mean(replicates) - distributionMean(distribution))).toBeLessThan(4 * error);
  });

  it('gives the same replicates for the same seed, others for another', () => {
    const counts = { negative: 8, neutral: 13, positive: 15 };
    const first = seededNetBootstrap(counts, 50, createRandom(1));
    expect(seededNetBootstrap(counts, 50, createRandom(1))).toEqual(first);
    expect(seededNetBootstrap(counts, 50, createRandom(2))).not.toEqual(first);
  });

  it('is the point when all answers are equal', () => {
    const replicates = seededNetBootstrap({ negative: 0, neutral: 0, positive: 5 }, 3, createRandom(1));
    expect(Array.from(replicates)).toEqual([1, 1, 1]);
  });
});

describe('seededScoreBootstrap', () => {
  it.each([
    [[3, 0, 2, 9, 6], 1],
    [[5, 5, 20, 12, 18, 30, 25, 60, 90, 120, 80], 0],
    [[4, 0, 0, 7, 0], -2],
  ])('of %o from %d follows the exact distribution', (counts, minimum) => {
    const replicates = seededScoreBootstrap(counts, minimum, RESAMPLES, createRandom(7));
    const distribution = scoreBootstrapDistribution(counts, minimum);
    expect(distance(replicates, distribution)).toBeLessThan(SELDOM);
    expect(bootstrapStandardError(replicates) / distributionStandardDeviation(distribution)).toBeCloseTo(1, 1);
  });
});

describe('seededCountBootstrap', () => {
  it('hands over counts of the given shape and number', () => {
    const seen: number[][] = [];
    seededCountBootstrap(
      [2, 0, 5, 0, 4, 0],
      (drawn) => {
        seen.push([...drawn]);
        return 0;
      },
      100,
      createRandom(3),
    );
    expect(seen).toHaveLength(100);
    for (const drawn of seen) {
      expect(drawn).toHaveLength(6);
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(11);
      expect([drawn[1], drawn[3], drawn[5]]).toEqual([0, 0, 0]);
    }
    expect(new Set(seen.map((drawn) => drawn.join())).size).toBeGreaterThan(10);
  });

  it('returns what the statistic gives, in the order drawn', () => {
    let call = 0;
    expect(Array.from(seededCountBootstrap([2, 3], () => call++, 4, createRandom(3)))).toEqual([0, 1, 2, 3]);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[2, -1]], [[1.5, 2]], [[NaN, 2]], [[Infinity, 2]]])(
    'of %o is NaN throughout',
    (counts) => {
      expect(Array.from(seededCountBootstrap(counts, () => 1, 2, createRandom(3)))).toEqual([NaN, NaN]);
    },
  );

  it.each([0, -1, 1.5, NaN, Infinity])('is empty for %d resamples', (resamples) => {
    expect(seededCountBootstrap([1, 2], () => 1, resamples, createRandom(3))).toHaveLength(0);
  });
});
