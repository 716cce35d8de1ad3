import { describe, expect, it } from 'vitest';
import { scoreAcceleration } from '../../../src/statistics/bcaAdjustment.js';
import { UNDEFINED_DISTRIBUTION, type CountDistribution } from '../../../src/statistics/countDistribution.js';
import { exactBcaInterval, exactPercentileInterval } from '../../../src/statistics/exactBootstrapInterval.js';
import { netBootstrapDistribution } from '../../../src/statistics/netBootstrap.js';

/** Tails 0.05, 0.3, 0.7, 0.95, 1 at 0, 1, 2, 3, 4. */
const steps: CountDistribution = { start: 0, step: 1, divisor: 1, probabilities: [0.05, 0.25, 0.4, 0.25, 0.05] };
const nowhere = { lower: NaN, upper: NaN };

describe('exactPercentileInterval', () => {
  it('reads both quantiles', () => {
    expect(exactPercentileInterval(steps, 0.95)).toEqual({ lower: 0, upper: 4 });
    expect(exactPercentileInterval(steps, 0.89)).toEqual({ lower: 1, upper: 3 });
    expect(exactPercentileInterval(steps, 0.3)).toEqual({ lower: 2, upper: 2 });
  });

  it('is the point when all answers are equal', () => {
    const distribution = netBootstrapDistribution({ negative: 0, neutral: 0, positive: 10 });
    expect(exactPercentileInterval(distribution, 0.95)).toEqual({ lower: 1, upper: 1 });
  });

  it.each([0, 1, -1, NaN])('is NaN at confidence %d', (confidence) => {
    expect(exactPercentileInterval(steps, confidence)).toEqual(nowhere);
  });

  it('is NaN without a distribution', () => {
    expect(exactPercentileInterval(UNDEFINED_DISTRIBUTION, 0.95)).toEqual(nowhere);
  });
});

describe('exactBcaInterval', () => {
  it('is the percentile interval of a symmetric distribution about its middle', () => {
    for (const confidence of [0.3, 0.5, 0.89, 0.95]) {
      expect(exactBcaInterval(steps, 2, 0, confidence)).toEqual(exactPercentileInterval(steps, confidence));
    }
  });

  it('shifts to the left when ties are left out', () => {
    // z0 = qnorm(0.3) = -0.5244: reads Phi(2 z0 -/+ 1.0364) = 0.0185 and 0.4951 at 70 %.
    expect(exactBcaInterval(steps, 2, 0, 0.7, 'strict')).toEqual({ lower: 0, upper: 2 });
    expect(exactBcaInterval(steps, 2, 0, 0.7)).toEqual({ lower: 1, upper: 3 });
  });

  it.each([
    // NumPy convolution, SciPy 1.17 normal distribution.
    [2, 7, 16, { lower: 0.28, upper: 0.76 }, { lower: 0.28, upper: 0.8 }],
    [1, 4, 20, { lower: 0.48, upper: 0.92 }, { lower: 0.56, upper: 0.92 }],
    [3, 6, 11, { lower: 0.05, upper: 0.7 }, { lower: 0.05, upper: 0.7 }],
  ])('of %d, %d and %d answers', (negative, neutral, positive, bca, percentile) => {
    const distribution = netBootstrapDistribution({ negative, neutral, positive });
    const estimate = (positive - negative) / (negative + neutral + positive);
    expect(exactBcaInterval(distribution, estimate, scoreAcceleration([negative, neutral, positive]), 0.95)).toEqual(
      bca,
    );
    expect(exactPercentileInterval(distribution, 0.95)).toEqual(percentile);
  });

  it('is mirrored by mirrored answers, ties counting one half', () => {
    const one = netBootstrapDistribution({ negative: 2, neutral: 7, positive: 16 });
    const other = netBootstrapDistribution({ negative: 16, neutral: 7, positive: 2 });
    const interval = exactBcaInterval(one, 14 / 25, scoreAcceleration([2, 7, 16]), 0.95);
    const mirrored = exactBcaInterval(other, -14 / 25, scoreAcceleration([16, 7, 2]), 0.95);
    expect(mirrored).toEqual({ lower: -interval.upper, upper: -interval.lower });
    expect(interval.lower).toBeLessThan(14 / 25);
  });

  it('is the point when all answers are equal, under either rule, but NaN for a single answer', () => {
    const ten = netBootstrapDistribution({ negative: 0, neutral: 0, positive: 10 });
    expect(exactBcaInterval(ten, 1, scoreAcceleration([0, 0, 10]), 0.95)).toEqual({ lower: 1, upper: 1 });
    expect(exactBcaInterval(ten, 1, scoreAcceleration([0, 0, 10]), 0.95, 'strict')).toEqual({ lower: 1, upper: 1 });
    const single = netBootstrapDistribution({ negative: 0, neutral: 0, positive: 1 });
    expect(exactBcaInterval(single, 1, scoreAcceleration([0, 0, 1]), 0.95)).toEqual(nowhere);
  });

  it('is NaN outside the domain', () => {
    expect(exactBcaInterval(steps, -1, 0, 0.95)).toEqual(nowhere);
    expect(exactBcaInterval(steps, 5, 0, 0.95)).toEqual(nowhere);
    expect(exactBcaInterval(steps, NaN, 0, 0.95)).toEqual(nowhere);
    expect(exactBcaInterval(steps, 2, 0, 1)).toEqual(nowhere);
    expect(exactBcaInterval(UNDEFINED_DISTRIBUTION, 2, 0, 0.95)).toEqual(nowhere);
  });
});
