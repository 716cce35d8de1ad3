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
import type { NetCounts } from '../../../src/statistics/netInterval.js';

const net = (negative: number, neutral: number, positive: number): NetCounts => ({ negative, neutral, positive });
const standardError = ({ negative, neutral, positive }: NetCounts): number => {
  const n = negative + neutral + positive;
  const mean = (positive - negative) / n;
  return Math.sqrt(((positive + negative) / n - mean * mean) / n);
};

describe('netBootstrapDistribution', () => {
  it('lists the 27 resamples of one answer of each sign', () => {
    const distribution = netBootstrapDistribution(net(1, 1, 1));
    expect(distributionValues(distribution)).toEqual([-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1]);
    expect(Array.from(distribution.probabilities, (mass) => mass * 27)).toEqual(
      [1, 3, 6, 7, 6, 3, 1].map((number) => expect.closeTo(number, 13) as number),
    );
  });

  it.each([
    // (d + m x + p x²)^n / n^n with unequal counts: (1 + 2x + x²)^4 = (1 + x)^8.
    [net(1, 2, 1), [1, 8, 28, 56, 70, 56, 28, 8, 1], 256],
    // (2 + 0x + x²)^3, (0 + 2x + x²)^3 and (2 + x)^3 have steps and starts of their own.
    [net(2, 0, 1), [8, 12, 6, 1], 27],
    [net(0, 2, 1), [8, 12, 6, 1], 27],
    [net(2, 1, 0), [8, 12, 6, 1], 27],
    [net(1, 1, 2), [1, 4, 14, 28, 49, 56, 56, 32, 16], 256],
  ])('of %o has the coefficients %o', (counts, coefficients, total) => {
    const { probabilities } = netBootstrapDistribution(counts);
    expect(Array.from(probabilities, (mass) => mass * total)).toEqual(
      coefficients.map((number) => expect.closeTo(number, 12) as number),
    );
  });

  it.each([
    [net(2, 0, 1), [-1, -1 / 3, 1 / 3, 1]],
    [net(0, 2, 1), [0, 1 / 3, 2 / 3, 1]],
    [net(2, 1, 0), [-1, -2 / 3, -1 / 3, 0]],
    [net(5, 0, 0), [-1]],
    [net(0, 5, 0), [0]],
    [net(0, 0, 5), [1]],
    [net(0, 0, 1), [1]],
  ])('of %o lies on %o', (counts, values) => {
    expect(distributionValues(netBootstrapDistribution(counts))).toEqual(values);
  });

  it.each([
    // Coefficients of (d + m x + p x²)^n / n^n by exact rational arithmetic (Python integers).
    [net(19, 28, 48), 29, 0.052199241445284345],
    [net(1, 200, 1), 0, 0.3077283158540389],
  ])('of %o has the exact mass at %d', (counts, numerator, mass) => {
    const n = counts.negative + counts.neutral + counts.positive;
    const got = distributionMass(netBootstrapDistribution(counts), numerator / n);
    expect(Math.abs(got / mass - 1)).toBeLessThan(1e-13);
  });

  it('keeps relative digits in the far tail', () => {
    const { probabilities } = netBootstrapDistribution(net(8, 13, 15));
    // All 36 answers negative: (8/36)^36.
    expect(Math.abs((probabilities[0] ?? NaN) / (8 / 36) ** 36 - 1)).toBeLessThan(1e-13);
    expect(Math.abs((probabilities[72] ?? NaN) / (15 / 36) ** 36 - 1)).toBeLessThan(1e-13);
  });

  it.each([
    net(8, 13, 15),
    net(4999, 2, 4999),
    net(1800, 3500, 4700),
    net(1800, 3500, 4701),
    net(1, 99_998, 1),
    net(0, 30_000, 20_000),
    net(180_000, 350_000, 470_000),
  ])('of %o has the mean and the standard error of theory', (counts) => {
    const distribution = netBootstrapDistribution(counts);
    const n = counts.negative + counts.neutral + counts.positive;
    expect(distributionMean(distribution)).toBeCloseTo((counts.positive - counts.negative) / n, 14);
    expect(Math.abs(distributionStandardDeviation(distribution) / standardError(counts) - 1)).toBeLessThan(1e-11);
  });

  it('lists every value up to 10,000 answers, and the window beyond', () => {
    expect(netBootstrapDistribution(net(1800, 3500, 4700)).probabilities).toHaveLength(20_001);
    expect(netBootstrapDistribution(net(1800, 3500, 4701)).probabilities.length).toBeLessThan(2000);
  });

  it('has normal limits for a billion answers', () => {
    const counts = net(2e8, 3e8, 5e8);
    const distribution = netBootstrapDistribution(counts);
    const limit = 0.3 - 1.959963984540054 * standardError(counts);
    expect(distributionQuantile(distribution, 0.025)).toBeCloseTo(limit, 8);
  });

  it.each([
    net(0, 0, 0),
    net(-1, 2, 3),
    net(1, -1, 3),
    net(1, 2, -3),
    net(1.5, 2, 3),
    net(1, NaN, 3),
    net(1, 2, Infinity),
  ])('of %o is undefined', (counts) => {
    expect(netBootstrapDistribution(counts)).toBe(UNDEFINED_DISTRIBUTION);
  });
});
