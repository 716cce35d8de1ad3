import { describe, expect, it } from 'vitest';
import {
  arcsinePower,
  arcsineSampleSize,
  twoProportionPower,
  twoProportionSampleSize,
} from '../../../src/statistics/power.js';

const none = { continuous: NaN, required: NaN };

describe('twoProportionPower', () => {
  // The formula of R's power.prop.test with the normal distribution of SciPy 1.17.
  it.each([
    [0.5, 0.6, 100, 0.05, 0.2941273269106981],
    [0.6, 0.5, 100, 0.05, 0.2941273269106981],
    [0.3, 0.3, 50, 0.05, 0.025],
    [0, 0.2, 30, 0.01, 0.5026063655062204],
  ])('of %d against %d with %d per group at %d', (first, second, size, alpha, power) => {
    expect(twoProportionPower(first, second, size, alpha)).toBeCloseTo(power, 13);
  });

  it('takes 0.05 by default', () => {
    expect(twoProportionPower(0.5, 0.6, 100)).toBe(twoProportionPower(0.5, 0.6, 100, 0.05));
  });

  it.each([
    [0, 0],
    [1, 1],
    [0, 1],
  ])('is NaN where neither share varies: %d and %d', (first, second) => {
    expect(twoProportionPower(first, second, 100)).toBeNaN();
  });
});

describe('arcsinePower', () => {
  // normal.sf(c - h sqrt(n/2)) + normal.sf(c + h sqrt(n/2)), SciPy 1.17.
  it.each([
    [0.5, 0.6, 100, 0.05, 0.296285448079648],
    [0.6, 0.5, 100, 0.05, 0.296285448079648],
    [0.02, 0.05, 10, 0.1, 0.1236344905969637],
    [0, 1, 3, 0.05, 0.9704659115124052],
    [0.4, 0.4, 100, 0.05, 0.05],
  ])('of %d against %d with %d per group at %d', (first, second, size, alpha, power) => {
    expect(arcsinePower(first, second, size, alpha)).toBeCloseTo(power, 13);
  });

  it('takes 0.05 by default', () => {
    expect(arcsinePower(0.5, 0.6, 100)).toBe(arcsinePower(0.5, 0.6, 100, 0.05));
  });
});

describe.each([
  ['twoProportionPower', twoProportionPower],
  ['arcsinePower', arcsinePower],
])('%s', (_, power) => {
  it.each([
    [-0.1, 0.6, 100, 0.05],
    [1.1, 0.6, 100, 0.05],
    [0.5, -0.1, 100, 0.05],
    [0.5, 1.1, 100, 0.05],
    [0.5, NaN, 100, 0.05],
    [0.5, 0.6, 0, 0.05],
    [0.5, 0.6, NaN, 0.05],
    [0.5, 0.6, 100, 0],
    [0.5, 0.6, 100, 1],
    [0.5, 0.6, 100, NaN],
  ])('of %d against %d with %d at %d is NaN', (first, second, size, alpha) => {
    expect(power(first, second, size, alpha)).toBeNaN();
  });
});

describe('sample sizes for two shares', () => {
  it('invert the power', () => {
    const { continuous, required } = twoProportionSampleSize(0.1, 0.15, 0.9, 0.01);
    expect(twoProportionPower(0.1, 0.15, continuous, 0.01)).toBeCloseTo(0.9, 13);
    expect(required).toBe(Math.ceil(continuous));
    expect(twoProportionSampleSize(0.15, 0.1, 0.9, 0.01).continuous).toBeCloseTo(continuous, 8);
  });

  it('on the arcsine scale are 2 ((z + z) / h)²', () => {
    expect(arcsineSampleSize(0.5, 0.6, 0.8).continuous).toBeCloseTo(387.16869453871436, 9);
    expect(arcsineSampleSize(0.6, 0.5, 0.9, 0.01)).toEqual({
      continuous: expect.closeTo(733.9688083947686, 9) as number,
      required: 734,
    });
  });

  it('take 0.05 by default', () => {
    // R 4.2 power.prop.test(p1 = .5, p2 = .6, power = .8).
    expect(twoProportionSampleSize(0.5, 0.6, 0.8)).toEqual({
      continuous: expect.closeTo(387.3385166990359, 4) as number,
      required: 388,
    });
    expect(arcsineSampleSize(0.5, 0.6, 0.8)).toEqual(arcsineSampleSize(0.5, 0.6, 0.8, 0.05));
  });

  it('are at least one', () => {
    expect(twoProportionSampleSize(0, 1, 0.06).required).toBeGreaterThanOrEqual(1);
    expect(arcsineSampleSize(0, 1, 0.06)).toMatchObject({ required: 1 });
  });

  it.each([
    [0.5, 0.5, 0.8, 0.05],
    [-0.1, 0.5, 0.8, 0.05],
    [0.5, 1.1, 0.8, 0.05],
    [NaN, 0.5, 0.8, 0.05],
    [0.5, 0.6, 1, 0.05],
    [0.5, 0.6, 0.05, 0.05],
    [0.5, 0.6, NaN, 0.05],
    [0.5, 0.6, 0.8, 0],
    [0.5, 0.6, 0.8, NaN],
  ])('of %d against %d for a power of %d at %d are NaN', (first, second, power, alpha) => {
    expect(twoProportionSampleSize(first, second, power, alpha)).toEqual(none);
    expect(arcsineSampleSize(first, second, power, alpha)).toEqual(none);
  });
});
