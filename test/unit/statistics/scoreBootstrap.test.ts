import { describe, expect, it } from 'vitest';
import {
  distributionMass,
  distributionMean,
  distributionQuantile,
  distributionStandardDeviation,
  distributionValues,
  UNDEFINED_DISTRIBUTION,
} from '../../../src/statistics/countDistribution.js';
import { netBootstrapDistribution } from '../../../src/statistics/netBootstrap.js';
import { scoreBootstrapDistribution } from '../../../src/statistics/scoreBootstrap.js';

/** Sums of `size` answers drawn with replacement, by convolution one answer at a time. */
function convolution(counts: readonly number[]): number[] {
  const size = counts.reduce((sum, count) => sum + count, 0);
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

function moments(
  counts: readonly number[],
  minimum: number,
): { readonly mean: number; readonly standardError: number } {
  const size = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, place) => sum + count * (minimum + place), 0) / size;
  const squares = counts.reduce((sum, count, place) => sum + count * (minimum + place - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares) / size };
}

const SAMPLES: readonly (readonly number[])[] = [
  [1, 1],
  [1, 2, 0, 4, 5],
  [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7],
  [0, 0, 2, 1, 3, 0, 9, 4, 11, 0],
  [10, 0, 0, 0, 0, 1, 0, 0, 0, 0, 20],
  [1, 0, 2, 0, 0, 3],
  [5, 0, 3, 0, 4, 0, 2],
  [90, 0, 1],
  [0, 200, 1],
];

describe('scoreBootstrapDistribution', () => {
  it.each(SAMPLES.map((counts) => [counts]))('of %o is the convolution of its answers', (counts) => {
    const size = counts.reduce((sum, count) => sum + count, 0);
    const distribution = scoreBootstrapDistribution(counts);
    const worst = convolution(counts).map((mass, sum) => Math.abs(distributionMass(distribution, sum / size) - mass));
    expect(Math.max(...worst)).toBeLessThan(1e-15);
  });

  it('has a spacing of its own when scores are even, or apart by ten', () => {
    expect(scoreBootstrapDistribution([5, 0, 3, 0, 4]).step).toBe(2);
    expect(scoreBootstrapDistribution([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], -5)).toMatchObject({
      start: -10,
      step: 10,
      divisor: 2,
    });
    expect(scoreBootstrapDistribution([0, 1, 0, 0, 1, 0, 0, 0, 0, 1]).step).toBe(1);
    expect(scoreBootstrapDistribution([0, 1, 0, 0, 1, 0, 0, 1]).step).toBe(3);
  });

  it('lists the means of two answers, 1 and 4', () => {
    const distribution = scoreBootstrapDistribution([1, 0, 0, 1], 1);
    expect(distributionValues(distribution)).toEqual([1, 2.5, 4]);
    expect(Array.from(distribution.probabilities)).toEqual(
      [0.25, 0.5, 0.25].map((mass) => expect.closeTo(mass, 15) as number),
    );
  });

  it('is a single value when all answers are equal', () => {
    expect(scoreBootstrapDistribution([0, 0, 4], 1)).toEqual({ start: 12, step: 1, divisor: 4, probabilities: [1] });
    expect(scoreBootstrapDistribution([0, 1], -3)).toEqual({ start: -2, step: 1, divisor: 1, probabilities: [1] });
  });

  it('moves with the minimum', () => {
    const counts = [3, 0, 2, 9, 6];
    const from1 = scoreBootstrapDistribution(counts, 1);
    expect(distributionQuantile(from1, 0.5)).toBe(distributionQuantile(scoreBootstrapDistribution(counts), 0.5) + 1);
    expect(from1.probabilities).toEqual(scoreBootstrapDistribution(counts).probabilities);
  });

  it.each([
    [[3, 0, 2, 9, 6], 1],
    [[120, 80, 60, 300, 440], 1],
    [[1e4, 1e9, 3], -1],
    [[2e4, 1e4, 2e4, 3e4, 4e4, 5e4, 6e4, 15e4, 2e5, 23e4, 2e5], 0],
    [[3, 1e9, 7], 0],
  ])('of %o from %d has the mean and the standard error of theory', (counts, minimum) => {
    const distribution = scoreBootstrapDistribution(counts, minimum);
    const { mean, standardError } = moments(counts, minimum);
    expect(distributionMean(distribution)).toBeCloseTo(mean, 13);
    expect(Math.abs(distributionStandardDeviation(distribution) / standardError - 1)).toBeLessThan(1e-12);
  });

  it('agrees with the recurrence of the net share', () => {
    const recurrence = netBootstrapDistribution({ negative: 1800, neutral: 3500, positive: 4700 });
    const transform = scoreBootstrapDistribution([1800, 3500, 4700], -1);
    const worst = distributionValues(transform).map((value, index) =>
      Math.abs(distributionMass(recurrence, value) - (transform.probabilities[index] ?? NaN)),
    );
    expect(worst.length).toBeGreaterThan(1000);
    expect(Math.max(...worst)).toBeLessThan(1e-15);
  });

  it('keeps odd and even sums apart when almost none is odd', () => {
    const { probabilities } = scoreBootstrapDistribution([5000, 2, 5000]);
    const middle = (probabilities.length - 1) / 2;
    const recurrence = netBootstrapDistribution({ negative: 4998, neutral: 2, positive: 4998 });
    // Two draws of a share of 2/n are near Poisson(2): the ratio of odd to even is tanh 2.
    const ratio = (probabilities[middle + 1] ?? NaN) / (probabilities[middle] ?? NaN);
    expect(ratio).toBeCloseTo(Math.tanh(2), 3);
    expect(distributionMass(recurrence, 1 / 9998) / distributionMass(recurrence, 0)).toBeCloseTo(ratio, 3);
  });

  it('leaves out what lies beyond a probability of 1e-18', () => {
    const { probabilities } = scoreBootstrapDistribution([250_000, 500_000, 250_000]);
    // 9.1 standard errors of 707 on either side, and a little more.
    expect(probabilities.length).toBeGreaterThan(2 * 6400);
    expect(probabilities.length).toBeLessThan(2 * 6600);
  });

  it.each([
    ['no counts', [], 0],
    ['no answers', [0, 0], 0],
    ['a negative count', [1, -1, 3], 0],
    ['half an answer', [1, 0.5], 0],
    ['NaN', [1, NaN], 0],
    ['an infinite count', [1, Infinity], 0],
    ['half a score', [1, 2], 0.5],
    ['a scale from NaN', [1, 2], NaN],
    ['more values than can be held', [1e12, 1e12], 0],
  ])('is undefined with %s', (_, counts, minimum) => {
    expect(scoreBootstrapDistribution(counts, minimum)).toBe(UNDEFINED_DISTRIBUTION);
  });

  it('takes a typed array, and leaves it as it is', () => {
    const counts = Float64Array.of(3, 0, 2, 9, 6);
    expect(scoreBootstrapDistribution(counts)).toEqual(scoreBootstrapDistribution([3, 0, 2, 9, 6]));
    expect(counts).toEqual(Float64Array.of(3, 0, 2, 9, 6));
  });
});
