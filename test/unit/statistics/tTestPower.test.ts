import { describe, expect, it } from 'vitest';
import { tTestPower, tTestSampleSize } from '../../../src/statistics/tTestPower.js';

describe('tTestPower', () => {
  // SciPy 1.17, nct.sf and nct.cdf at the critical value.
  it.each([
    [0.5, 64, 0.05, 'either-side', 0.8014595579222543],
    [-0.5, 64, 0.05, 'either-side', 0.8014595579222543],
    [0.5, 2, 0.1, 'either-side', 0.12112316947286222],
    [1, 2, 0.1, 'expected-side', 0.17355047172179056],
    [0.1, 10, 0.2, 'either-side', 0.21067862101176285],
    [0.1, 10, 0.2, 'expected-side', 0.1438847501860733],
    [0.8, 12.5, 0.01, 'either-side', 0.23643523188146515],
  ] as const)('of an effect %d with %d per group at %d, %s', (effect, size, alpha, counted, power) => {
    expect(tTestPower(effect, size, alpha, counted)).toBeCloseTo(power, 10);
  });

  it('takes 0.05 and either side by default', () => {
    expect(tTestPower(0.1, 10)).toBe(tTestPower(0.1, 10, 0.05, 'either-side'));
  });

  it('of no effect is the level, half of it on the expected side', () => {
    expect(tTestPower(0, 30)).toBeCloseTo(0.05, 13);
    expect(tTestPower(0, 30, 0.05, 'expected-side')).toBeCloseTo(0.025, 13);
  });

  it.each([
    [0.5, 1.99, 0.05],
    [0.5, NaN, 0.05],
    [0.5, 10, 0],
    [0.5, 10, -0.01],
    [0.5, 10, 1],
    [0.5, 10, NaN],
    [NaN, 10, 0.05],
    [Infinity, 10, 0.05],
  ])('of an effect %d with %d at %d is NaN', (effect, size, alpha) => {
    expect(tTestPower(effect, size, alpha)).toBeNaN();
  });
});

describe('tTestSampleSize', () => {
  // mpmath 1.3 with 30 digits: the root of the power by quadrature.
  it.each([
    [0.5, 'either-side', 63.76561019095224, 64],
    [0.5, 'expected-side', 63.76576372485063, 64],
    [0.2, 'either-side', 393.4056950197418, 394],
    [-0.2, 'expected-side', 393.4066562284783, 394],
  ] as const)('of an effect %d, %s', (effect, counted, continuous, required) => {
    const size = tTestSampleSize(effect, 0.8, 0.05, counted);
    expect(Math.abs(size.continuous / continuous - 1)).toBeLessThan(1e-12);
    expect(size.required).toBe(required);
  });

  it('takes 0.05 and either side by default', () => {
    expect(tTestSampleSize(0.5, 0.8)).toEqual(tTestSampleSize(0.5, 0.8, 0.05, 'either-side'));
  });

  it.each([
    [3, 0.8, 0.05],
    [0.01, 0.9, 0.05],
    [0.3, 0.11, 0.1],
    [0.5, 0.999, 0.001],
    [3, 0.9, 1e-9],
  ])('of an effect %d for a power of %d at %d gives that power back', (effect, power, alpha) => {
    const { continuous, required } = tTestSampleSize(effect, power, alpha);
    expect(tTestPower(effect, continuous, alpha)).toBeCloseTo(power, 10);
    expect(required).toBe(Math.ceil(continuous));
    expect(continuous).toBeGreaterThan(2);
  });

  it('is two per group where that is more than enough', () => {
    expect(tTestSampleSize(10, 0.5)).toEqual({ continuous: 2, required: 2 });
  });

  it.each([
    [0, 0.8, 0.05],
    [NaN, 0.8, 0.05],
    [Infinity, 0.8, 0.05],
    [0.5, 1, 0.05],
    [0.5, 0.05, 0.05],
    [0.5, 0.04, 0.05],
    [0.5, NaN, 0.05],
    [0.5, 1.1, 0.05],
    [0.5, 0.8, 0],
    [0.5, 0.8, -0.1],
    [0.5, 0.8, NaN],
  ])('of an effect %d for a power of %d at %d is NaN', (effect, power, alpha) => {
    expect(tTestSampleSize(effect, power, alpha)).toEqual({ continuous: NaN, required: NaN });
  });
});
