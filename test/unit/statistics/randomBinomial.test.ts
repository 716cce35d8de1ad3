import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { binomialMass } from '../../../src/statistics/binomial.js';
import { randomBinomial } from '../../../src/statistics/randomBinomial.js';

const DRAWS = 200_000;

/** Pearson's statistic of draws against the binomial masses, cells below five expected draws put together, in units of its spread. */
function surprise(trials: number, probability: number, seed: number): number {
  const random = createRandom(seed);
  const observed = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const number = randomBinomial(trials, probability, random);
    observed.set(number, (observed.get(number) ?? 0) + 1);
  }
  let statistic = 0;
  let cells = 0;
  let restObserved = DRAWS;
  let restExpected = DRAWS;
  for (let k = 0; k <= trials; k++) {
    const expected = DRAWS * binomialMass(k, trials, probability);
    if (expected < 5) continue;
    const count = observed.get(k) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    cells++;
    restObserved -= count;
    restExpected -= expected;
  }
  if (restExpected > 1e-6) {
    statistic += (restObserved - restExpected) ** 2 / restExpected;
    cells++;
  } else expect(restObserved).toBe(0);
  return (statistic - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

describe('randomBinomial', () => {
  it.each([
    [1, 0.3],
    [9, 0.5],
    [10, 0.999],
    [200, 0.01],
    [33, 0.3],
    [34, 0.3],
    [40, 0.75],
    [2000, 0.18],
    [2000, 0.995],
    [2000, 0.9949],
    [100_000, 0.5],
  ])('draws from the distribution of %d trials at %d', (trials, probability) => {
    expect(surprise(trials, probability, 42)).toBeLessThan(4);
  });

  it.each([
    [1e9, 0.3],
    [1e9, 5e-9],
    [1e9, 1 - 5e-9],
    [1e9, 2e-8],
  ])('has the mean and the variance of %d trials at %d', (trials, probability) => {
    const random = createRandom(42);
    const mean = trials * probability;
    const variance = mean * (1 - probability);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < DRAWS; i++) {
      const deviation = randomBinomial(trials, probability, random) - mean;
      sum += deviation;
      squares += deviation * deviation;
    }
    expect(Math.abs(sum / DRAWS) / Math.sqrt(variance / DRAWS)).toBeLessThan(4);
    // Kurtosis adds 1/variance to the variance of a squared deviation.
    expect(Math.abs(squares / DRAWS / variance - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / variance) / DRAWS));
  });

  it('is certain at 0, at 1 and without trials', () => {
    const random = createRandom(1);
    expect(randomBinomial(50, 0, random)).toBe(0);
    expect(randomBinomial(50, 1, random)).toBe(50);
    expect(randomBinomial(0, 0.5, random)).toBe(0);
  });

  it('gives the same numbers for the same seed', () => {
    const draw = (): number[] => {
      const random = createRandom(5);
      return [1, 2, 3].map(() => randomBinomial(1000, 0.4, random));
    };
    expect(draw()).toEqual(draw());
  });

  it('inverts the distribution below ten expected successes', () => {
    // Tails of Binomial(2, 1/4): 9/16, 15/16, 1.
    expect(randomBinomial(2, 0.25, () => 0)).toBe(0);
    expect(randomBinomial(2, 0.25, () => 0.5624)).toBe(0);
    expect(randomBinomial(2, 0.25, () => 0.5626)).toBe(1);
    expect(randomBinomial(2, 0.25, () => 0.9374)).toBe(1);
    expect(randomBinomial(2, 0.25, () => 0.9376)).toBe(2);
    expect(randomBinomial(2, 0.75, () => 0.9376)).toBe(0);
  });

  it('stays within the trials at the last number below 1', () => {
    const last = 1 - 2 ** -53;
    expect(randomBinomial(2, 0.25, () => last)).toBe(2);
    expect(randomBinomial(1e9, 1e-9, () => last)).toBeLessThanOrEqual(110);
  });

  it.each([
    [-1, 0.5],
    [1.5, 0.5],
    [NaN, 0.5],
    [Infinity, 0.5],
    [10, -0.1],
    [10, 1.1],
    [10, NaN],
  ])('of %d trials at %d is NaN', (trials, probability) => {
    expect(randomBinomial(trials, probability, createRandom(1))).toBeNaN();
  });

  it.each([() => NaN, () => 1, () => -0.5])('is NaN and comes back when the source is broken (%#)', (random) => {
    expect(randomBinomial(10, 0.5, random)).toBeNaN();
  });

  it('comes back from a source that is stuck', () => {
    expect(randomBinomial(1000, 0.5, () => 0)).toBeNaN();
    expect(randomBinomial(1000, 0.5, () => NaN)).toBeNaN();
  });
});
