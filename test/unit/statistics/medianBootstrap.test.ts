import { describe, expect, it } from 'vitest';
import {
  distributionMass,
  distributionMean,
  distributionStandardDeviation,
  distributionValues,
  UNDEFINED_DISTRIBUTION,
} from '../../../src/statistics/countDistribution.js';
import { medianBootstrapDistribution } from '../../../src/statistics/medianBootstrap.js';

const answersOf = (counts: readonly number[], minimum: number): number[] =>
  counts.flatMap((count, place) => new Array<number>(count).fill(minimum + place));

/** In how many of all resamples each median occurs. */
function enumeration(answers: readonly number[]): Map<number, number> {
  const size = answers.length;
  const masses = new Map<number, number>();
  for (let resample = 0; resample < size ** size; resample++) {
    const drawn: number[] = [];
    for (let rest = resample; drawn.length < size; rest = Math.floor(rest / size))
      drawn.push(answers[rest % size] ?? NaN);
    drawn.sort((a, b) => a - b);
    const median = ((drawn[Math.ceil(size / 2) - 1] ?? NaN) + (drawn[Math.floor(size / 2)] ?? NaN)) / 2;
    masses.set(median, (masses.get(median) ?? 0) + 1);
  }
  return masses;
}

describe('medianBootstrapDistribution', () => {
  it.each([
    [[1, 0, 1, 0, 1], 1],
    [[2, 1, 0, 2], 0],
    [[1, 1], 3],
    [[1, 1, 1, 1], -2],
    [[0, 2, 0, 0, 1, 3, 0], 1],
    [[3, 0, 0, 3], 0],
    [[1, 2, 1, 2, 1], 0],
  ])('of %o from %d is the enumeration of its resamples', (counts, minimum) => {
    const distribution = medianBootstrapDistribution(counts, minimum);
    const answers = answersOf(counts, minimum);
    const masses = enumeration(answers);
    let total = 0;
    for (const value of distributionValues(distribution)) {
      const mass = distributionMass(distribution, value);
      total += mass;
      expect(mass).toBeCloseTo((masses.get(value) ?? 0) / answers.length ** answers.length, 13);
    }
    expect(total).toBeCloseTo(1, 13);
  });

  it('steps by one for an odd number of answers and by a half for an even one', () => {
    expect(medianBootstrapDistribution([1, 1, 1], 1)).toMatchObject({ start: 1, step: 1, divisor: 1 });
    expect(medianBootstrapDistribution([1, 1, 2], 1)).toMatchObject({ start: 2, step: 1, divisor: 2 });
  });

  it.each([[[0, 0, 4, 0]], [[0, 0, 5, 0]]])('of %o is certain', (counts) => {
    const distribution = medianBootstrapDistribution(counts, 1);
    expect(distributionMass(distribution, 3)).toBe(1);
    expect(distributionMean(distribution)).toBe(3);
    expect(distributionStandardDeviation(distribution)).toBe(0);
  });

  it.each([10_000, 10_001])('adds up to 1 and stays at the middle for %d answers', (size) => {
    const distribution = medianBootstrapDistribution([3000, 4000, size - 7000]);
    expect(distributionMass(distribution, 1)).toBeCloseTo(1, 12);
  });

  it('splits evenly between two halves', () => {
    const distribution = medianBootstrapDistribution([500, 500]);
    // Exactly half above: the central term of Binomial(1000, 1/2), by mpmath; the rest is shared equally.
    const central = 0.0252250181783608;
    expect(distributionMass(distribution, 0.5)).toBeCloseTo(central, 15);
    expect(distributionMass(distribution, 0)).toBeCloseTo((1 - central) / 2, 15);
    expect(distributionMass(distribution, 1)).toBeCloseTo((1 - central) / 2, 15);
  });

  it.each([
    ['no counts', [], 0],
    ['no answers', [0, 0], 0],
    ['a negative count', [-1, 3], 0],
    ['half an answer', [0.5, 3], 0],
    ['NaN', [NaN, 3], 0],
    ['half a score', [1, 2], 0.5],
  ])('is undefined with %s', (_, counts, minimum) => {
    expect(medianBootstrapDistribution(counts, minimum)).toBe(UNDEFINED_DISTRIBUTION);
  });
});
