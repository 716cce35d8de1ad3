import { describe, expect, it } from 'vitest';
import {
  distributionLowerTail,
  distributionMass,
  distributionMean,
  distributionQuantile,
  distributionStandardDeviation,
  distributionUpperTail,
  distributionValues,
  UNDEFINED_DISTRIBUTION,
  type CountDistribution,
} from '../../../src/statistics/countDistribution.js';

/** -0.3, 0.1, 0.5, 0.9. */
const tenths: CountDistribution = { start: -3, step: 4, divisor: 10, probabilities: [0.125, 0.375, 0.25, 0.25] };
/** A first and a last value that never occur. */
const padded: CountDistribution = { start: 0, step: 1, divisor: 1, probabilities: [0, 0.5, 0.5, 0] };

describe('distributionValues', () => {
  it('divides whole numbers, so that a tenth is 0.1', () => {
    expect(distributionValues(tenths)).toEqual([-0.3, 0.1, 0.5, 0.9]);
  });
  it('is empty without a distribution', () => {
    expect(distributionValues(UNDEFINED_DISTRIBUTION)).toEqual([]);
  });
});

describe('tails and masses', () => {
  it.each([
    [-0.4, 0, 1, 0],
    [-0.3, 0.125, 0.875, 0.125],
    [0, 0.125, 0.875, 0],
    [0.1, 0.5, 0.5, 0.375],
    [0.1 - 1e-8, 0.125, 0.875, 0],
    [0.1 - 1e-11, 0.5, 0.5, 0.375],
    [0.1 + 1e-11, 0.5, 0.5, 0.375],
    [0.89, 0.75, 0.25, 0],
    [0.9, 1, 0, 0.25],
    [1.3, 1, 0, 0],
    [7, 1, 0, 0],
    [-7, 0, 1, 0],
    [Infinity, 1, 0, 0],
    [-Infinity, 0, 1, 0],
  ])('at %d are %d, %d and %d', (value, lower, upper, mass) => {
    expect(distributionLowerTail(tenths, value)).toBe(lower);
    expect(distributionUpperTail(tenths, value)).toBe(upper);
    expect(distributionMass(tenths, value)).toBe(mass);
  });

  it('find a value of a billionth, for which the decimal fraction is not exact', () => {
    const billionths: CountDistribution = { start: 123456789, step: 1, divisor: 1e9, probabilities: [0.25, 0.5, 0.25] };
    expect(distributionMass(billionths, 0.12345679)).toBe(0.5);
    expect(distributionLowerTail(billionths, 0.12345679)).toBe(0.75);
  });

  it('never exceed 1', () => {
    const rounded: CountDistribution = { start: 0, step: 1, divisor: 1, probabilities: [0.5, 0.5000000000000002] };
    expect(distributionLowerTail(rounded, 1)).toBe(1);
    expect(distributionUpperTail(rounded, -1)).toBe(1);
  });

  it('keep the digits of a small tail on either side', () => {
    const thin: CountDistribution = { start: 0, step: 1, divisor: 1, probabilities: [1e-30, 1, 1e-40] };
    expect(distributionLowerTail(thin, 0)).toBe(1e-30);
    expect(distributionUpperTail(thin, 1)).toBe(1e-40);
  });

  it('are NaN for NaN and without a distribution', () => {
    for (const question of [distributionLowerTail, distributionUpperTail, distributionMass]) {
      expect(question(tenths, NaN)).toBeNaN();
      expect(question(UNDEFINED_DISTRIBUTION, 0)).toBeNaN();
    }
  });
});

describe('distributionQuantile', () => {
  it.each([
    [0, -0.3],
    [0.1, -0.3],
    [0.125, -0.3],
    [0.126, 0.1],
    [0.5, 0.1],
    [0.50001, 0.5],
    [0.75, 0.5],
    [0.75001, 0.9],
    [1, 0.9],
  ])('of %d is %d', (probability, value) => {
    expect(distributionQuantile(tenths, probability)).toBe(value);
  });

  it('takes a tail that is short by rounding as reached, on either side of one half', () => {
    const rounded: CountDistribution = { start: 0, step: 1, divisor: 1, probabilities: [0.1, 0.2, 0.4, 0.3] };
    // 0.1 + 0.2 is 0.30000000000000004, and 1 - 0.7 is 0.30000000000000004 too, above and below 0.3.
    expect(distributionQuantile(rounded, 0.3)).toBe(1);
    expect(distributionQuantile(rounded, 0.30000000000000016)).toBe(1);
    expect(distributionQuantile(rounded, 0.7)).toBe(2);
    expect(distributionQuantile(rounded, 0.7 - 1e-14)).toBe(2);
    expect(distributionQuantile(rounded, 0.7 + 1e-14)).toBe(2);
    expect(distributionQuantile(rounded, 0.3 + 1e-9)).toBe(2);
    expect(distributionQuantile(rounded, 0.7 + 1e-9)).toBe(3);
  });

  it('never names a value that cannot occur', () => {
    expect(distributionQuantile(padded, 0)).toBe(1);
    expect(distributionQuantile(padded, 0.5)).toBe(1);
    expect(distributionQuantile(padded, 0.51)).toBe(2);
    expect(distributionQuantile(padded, 1)).toBe(2);
  });

  it.each([-0.01, 1.01, NaN])('is NaN at %d', (probability) => {
    expect(distributionQuantile(tenths, probability)).toBeNaN();
  });

  it('is NaN without a distribution', () => {
    expect(distributionQuantile(UNDEFINED_DISTRIBUTION, 0.5)).toBeNaN();
    expect(distributionQuantile(UNDEFINED_DISTRIBUTION, 0.9)).toBeNaN();
  });
});

describe('moments of a distribution', () => {
  it('are those of its values', () => {
    // -0.0375 + 0.0375 + 0.125 + 0.225, and .01125 + .00375 + .0625 + .2025 - .35².
    expect(distributionMean(tenths)).toBeCloseTo(0.35, 15);
    expect(distributionStandardDeviation(tenths)).toBeCloseTo(Math.sqrt(0.28 - 0.1225), 15);
  });

  it('are the value and 0 for a single value', () => {
    const point: CountDistribution = { start: 7, step: 1, divisor: 2, probabilities: [1] };
    expect(distributionMean(point)).toBe(3.5);
    expect(distributionStandardDeviation(point)).toBe(0);
  });

  it('are NaN without a distribution', () => {
    expect(distributionMean(UNDEFINED_DISTRIBUTION)).toBeNaN();
    expect(distributionStandardDeviation(UNDEFINED_DISTRIBUTION)).toBeNaN();
  });
});
