import { describe, expect, it } from 'vitest';
import { differenceSampleSize, detectableDifference } from '../../../src/statistics/detectableDifference.js';

const none = { continuous: NaN, required: NaN };

describe('detectableDifference', () => {
  it('is (z + z) standard errors', () => {
    // SciPy 1.17: (norm.isf(.005) + norm.ppf(.9)) sqrt(.25/40 + .16/60).
    expect(detectableDifference(0.25, 40, 0.16, 60, 0.9, 0.01)).toBeCloseTo(0.3642451586397081, 13);
    expect(detectableDifference(0.6, 30, 0.6, 30)).toBeCloseTo(0.5603170436, 10);
  });

  it('is 0 without variance', () => {
    expect(detectableDifference(0, 30, 0, 30)).toBe(0);
  });

  it.each([
    [-1, 30, 1, 30, 0.8, 0.05],
    [1, 0, 1, 30, 0.8, 0.05],
    [1, 30, -1, 30, 0.8, 0.05],
    [1, 30, 1, 0, 0.8, 0.05],
    [NaN, 30, 1, 30, 0.8, 0.05],
    [1, NaN, 1, 30, 0.8, 0.05],
    [1, 30, 1, 30, 1, 0.05],
    [1, 30, 1, 30, 0.05, 0.05],
    [1, 30, 1, 30, NaN, 0.05],
    [1, 30, 1, 30, 0.8, 0],
    [1, 30, 1, 30, 0.8, NaN],
  ])('of %d, %d, %d, %d, %d, %d is NaN', (v1, n1, v2, n2, power, alpha) => {
    expect(detectableDifference(v1, n1, v2, n2, power, alpha)).toBeNaN();
  });
});

describe('differenceSampleSize', () => {
  it('is the size at which the difference is the smallest detectable one', () => {
    // SciPy 1.17: .41 ((norm.isf(.005) + norm.ppf(.9)) / .2)².
    expect(differenceSampleSize(0.25, 0.16, -0.2, 0.9, 0.01)).toEqual({
      continuous: expect.closeTo(152.51371848479747, 9) as number,
      required: 153,
    });
    const { continuous } = differenceSampleSize(0.6, 0.7, 0.1);
    expect(detectableDifference(0.6, continuous, 0.7, continuous)).toBeCloseTo(0.1, 13);
  });

  it('is one where nothing varies', () => {
    expect(differenceSampleSize(0, 0, 0.1)).toEqual({ continuous: 0, required: 1 });
  });

  it.each([
    [-1, 1, 0.1, 0.8, 0.05],
    [1, -1, 0.1, 0.8, 0.05],
    [1, 1, 0, 0.8, 0.05],
    [0, 0, 0, 0.8, 0.05],
    [1, 1, NaN, 0.8, 0.05],
    [NaN, 1, 0.1, 0.8, 0.05],
    [Infinity, 1, 0.1, 0.8, 0.05],
    [1, 1, 0.1, 1, 0.05],
    [1, 1, 0.1, 0.8, 0],
  ])('of %d, %d, %d, %d, %d is NaN', (v1, v2, difference, power, alpha) => {
    expect(differenceSampleSize(v1, v2, difference, power, alpha)).toEqual(none);
  });
});
