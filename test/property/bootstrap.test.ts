import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.js';
import { scoreAcceleration } from '../../src/statistics/bcaAdjustment.js';
import {
  distributionLowerTail,
  distributionMass,
  distributionMean,
  distributionQuantile,
  distributionStandardDeviation,
  distributionUpperTail,
  distributionValues,
} from '../../src/statistics/countDistribution.js';
import { exactBcaInterval, exactPercentileInterval } from '../../src/statistics/exactBootstrapInterval.js';
import { netBootstrapDistribution } from '../../src/statistics/netBootstrap.js';
import type { NetCounts } from '../../src/statistics/netInterval.js';
import { scoreBootstrapDistribution } from '../../src/statistics/scoreBootstrap.js';
import { seededNetBootstrap } from '../../src/statistics/seededBootstrap.js';

const sizeOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const asArray = ({ negative, neutral, positive }: NetCounts): number[] => [negative, neutral, positive];
const swapped = ({ negative, neutral, positive }: NetCounts): NetCounts => ({
  negative: positive,
  neutral,
  positive: negative,
});

const answered = (most: number): fc.Arbitrary<NetCounts> =>
  fc
    .record({ negative: fc.nat(most), neutral: fc.nat(most), positive: fc.nat(most) })
    .filter((counts) => sizeOf(asArray(counts)) > 0);
const scores = (most: number, longest: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(most), { minLength: 1, maxLength: longest }).filter((counts) => sizeOf(counts) > 0);
const confidences = fc.double({ min: 0.01, max: 0.999, noNaN: true });

/** The sum of all answers drawn with replacement, one draw after the other. */
function convolution(counts: readonly number[]): number[] {
  const size = sizeOf(counts);
  let masses = [1];
  for (let draw = 0; draw < size; draw++) {
    const next = new Array<number>(masses.length + counts.length - 1).fill(0);
    for (const [sum, mass] of masses.entries()) {
      for (const [score, count] of counts.entries())
        next[sum + score] = (next[sum + score] ?? 0) + (mass * count) / size;
    }
    masses = next;
  }
  return masses;
}

describe('exact bootstrap distributions', () => {
  it('of a net share are the convolution of the answers, digit by digit', () => {
    fc.assert(
      fc.property(answered(12), (counts) => {
        const size = sizeOf(asArray(counts));
        const distribution = netBootstrapDistribution(counts);
        for (const [sum, mass] of convolution(asArray(counts)).entries()) {
          const got = distributionMass(distribution, (sum - size) / size);
          expect(Math.abs(got - mass)).toBeLessThanOrEqual(1e-12 * mass);
        }
      }),
    );
  });

  it('of a mean are the convolution of the answers', () => {
    fc.assert(
      fc.property(scores(9, 8), fc.integer({ min: -5, max: 5 }), (counts, minimum) => {
        const size = sizeOf(counts);
        const distribution = scoreBootstrapDistribution(counts, minimum);
        for (const [sum, mass] of convolution(counts).entries()) {
          expect(Math.abs(distributionMass(distribution, minimum + sum / size) - mass)).toBeLessThan(2e-15);
        }
      }),
    );
  });

  it('have the mean and the variance of theory, and add up to 1', () => {
    fc.assert(
      fc.property(scores(3000, 11), (counts) => {
        const size = sizeOf(counts);
        const mean = counts.reduce((sum, count, score) => sum + count * score, 0) / size;
        const squares = counts.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0);
        const distribution = scoreBootstrapDistribution(counts);
        expect(Math.abs(distributionMean(distribution) - mean)).toBeLessThan(1e-12);
        expect(Math.abs(distributionStandardDeviation(distribution) - Math.sqrt(squares) / size)).toBeLessThan(1e-11);
        expect(distributionLowerTail(distribution, Infinity)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('are mirrored when positive and negative change places', () => {
    fc.assert(
      fc.property(answered(6000), (counts) => {
        const one = netBootstrapDistribution(counts);
        const other = netBootstrapDistribution(swapped(counts));
        const values = distributionValues(one);
        expect(distributionValues(other)).toEqual(values.map((value) => 0 - value).reverse());
        const last = values.length - 1;
        for (let k = 0; k <= last; k++) {
          const mass = one.probabilities[k] ?? NaN;
          const mirrored = other.probabilities[last - k] ?? NaN;
          // A transform over thousands of points rounds each mass by a few units of the last digit of the largest.
          expect(Math.abs(mass - mirrored) <= 1e-11 * mass + 1e-14).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('have quantiles that invert their tails', () => {
    fc.assert(
      fc.property(answered(400), fc.double({ min: 0, max: 1, noNaN: true }), (counts, probability) => {
        const distribution = netBootstrapDistribution(counts);
        const value = distributionQuantile(distribution, probability);
        const size = sizeOf(asArray(counts));
        expect(distributionLowerTail(distribution, value)).toBeGreaterThanOrEqual(probability - 2e-12);
        expect(distributionLowerTail(distribution, value - 0.5 / size)).toBeLessThanOrEqual(probability + 1e-12);
        const tails = distributionLowerTail(distribution, value) + distributionUpperTail(distribution, value);
        expect(tails).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('exact bootstrap intervals', () => {
  it('are no narrower at a higher confidence', () => {
    fc.assert(
      fc.property(answered(200), confidences, confidences, (counts, first, second) => {
        const distribution = netBootstrapDistribution(counts);
        const narrow = exactPercentileInterval(distribution, Math.min(first, second));
        const wide = exactPercentileInterval(distribution, Math.max(first, second));
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
      }),
    );
  });

  it('stay on the scale, whichever way they are corrected', () => {
    fc.assert(
      fc.property(
        answered(200).filter((counts) => sizeOf(asArray(counts)) > 1),
        confidences,
        (counts, confidence) => {
          const { negative, positive } = counts;
          const distribution = netBootstrapDistribution(counts);
          const estimate = (positive - negative) / sizeOf(asArray(counts));
          const { lower, upper } = exactBcaInterval(
            distribution,
            estimate,
            scoreAcceleration(asArray(counts)),
            confidence,
          );
          expect(lower).toBeGreaterThanOrEqual(-1);
          expect(upper).toBeGreaterThanOrEqual(lower);
          expect(upper).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('seeded replicates', () => {
  it('are the same for the same seed and are possible values', () => {
    fc.assert(
      fc.property(answered(50), fc.maxSafeInteger(), (counts, seed) => {
        const replicates = seededNetBootstrap(counts, 20, createRandom(seed));
        expect(seededNetBootstrap(counts, 20, createRandom(seed))).toEqual(replicates);
        const distribution = netBootstrapDistribution(counts);
        for (const value of replicates) expect(distributionMass(distribution, value)).toBeGreaterThan(0);
      }),
    );
  });

  it('come closer to the exact distribution the more there are', () => {
    const counts = { negative: 19, neutral: 28, positive: 48 };
    const distribution = netBootstrapDistribution(counts);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        for (const resamples of [100, 10_000]) {
          const replicates = seededNetBootstrap(counts, resamples, createRandom(seed));
          const below = replicates.filter((value) => value <= 0.25).length / resamples;
          // Five standard errors of a share.
          expect(Math.abs(below - distributionLowerTail(distribution, 0.25))).toBeLessThan(2.5 / Math.sqrt(resamples));
        }
      }),
      { numRuns: 30 },
    );
  });
});
