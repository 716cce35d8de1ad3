import { describe, expect, it } from 'vitest';
import {
  bcaBiasCorrection,
  bcaProbabilities,
  jackknifeAcceleration,
  scoreAcceleration,
} from '../../../src/statistics/bcaAdjustment.js';

describe('bcaBiasCorrection', () => {
  it('is the normal quantile of the share below, with half of the ties unless they are left out', () => {
    expect(bcaBiasCorrection(0.43584, 0)).toBeCloseTo(-0.1615249019, 10);
    expect(bcaBiasCorrection(0.4, 0.2)).toBe(0);
    expect(bcaBiasCorrection(0.4, 0.2, 'mid-rank')).toBe(0);
    // qnorm(0.4)
    expect(bcaBiasCorrection(0.4, 0.2, 'strict')).toBeCloseTo(-0.2533471031357997, 14);
    // qnorm(0.975)
    expect(bcaBiasCorrection(0.965, 0.02)).toBeCloseTo(1.959963984540054, 12);
  });

  it('changes sign when below and above change places', () => {
    expect(bcaBiasCorrection(0.25, 0.125)).toBe(-bcaBiasCorrection(0.625, 0.125));
  });

  it.each([
    [0, 0],
    [1, 0],
    [-0.1, 0.4],
    [0.4, -0.1],
    [NaN, 0],
    [0.4, NaN],
    [0.9, 0.4],
  ])('of %d and %d is NaN', (below, equal) => {
    expect(bcaBiasCorrection(below, equal)).toBeNaN();
  });

  it('is NaN when ties are left out and nothing else lies below', () => {
    expect(bcaBiasCorrection(0, 0.5, 'strict')).toBeNaN();
    expect(bcaBiasCorrection(0, 0.5)).toBeCloseTo(-0.6744897501960817, 14);
  });
});

describe('jackknifeAcceleration', () => {
  const means = [19 / 4, 20 / 4, 22 / 4, 24 / 4, 19 / 4];

  it('of the mean of 7, 6, 4, 2, 7 is that of R', () => {
    expect(jackknifeAcceleration(means)).toBeCloseTo(-0.0456358523, 10);
  });

  it('counts a value as often as its count says', () => {
    expect(jackknifeAcceleration([19 / 4, 20 / 4, 22 / 4, 24 / 4, 99], [2, 1, 1, 1, 0])).toBeCloseTo(-0.0456358523, 10);
  });

  it('does not depend on unit and origin, but on the sign', () => {
    expect(jackknifeAcceleration(means.map((value) => 100 - 8 * value))).toBeCloseTo(0.0456358523, 10);
  });

  it('is 0 for equal values and for symmetric ones', () => {
    expect(jackknifeAcceleration([0.1, 0.1, 0.1])).toBe(0);
    expect(jackknifeAcceleration([0.1, 0.7], [3, 0])).toBe(0);
    expect(jackknifeAcceleration([1, 2, 3])).toBe(0);
  });

  it.each([
    ['nothing', [], undefined],
    ['one value', [1], undefined],
    ['one answer', [1, 2], [1, 0]],
    ['NaN', [1, NaN, 2], undefined],
    ['an infinite value', [1, Infinity], undefined],
    ['a negative count', [1, 2, 3], [3, -1, 2]],
    ['a count that is NaN', [1, 2], [NaN, 2]],
    ['lists of different length', [1, 2], [1, 2, 3]],
  ])('of %s is NaN', (_, values, counts) => {
    expect(jackknifeAcceleration(values, counts)).toBeNaN();
  });

  it('of two answers is a number', () => {
    expect(jackknifeAcceleration([1, 2])).toBe(0);
    expect(jackknifeAcceleration([1], [2])).toBe(0);
  });
});

describe('scoreAcceleration', () => {
  it('of a mean is that of the jackknife', () => {
    expect(scoreAcceleration([1, 0, 1, 0, 1, 2])).toBeCloseTo(-0.0456358523, 10);
    // R: 4 5 3 5 4 4 2 5 1 3 4 5 (given resamples, mean).
    expect(scoreAcceleration([1, 1, 2, 4, 4])).toBeCloseTo(-0.040884236349333164, 14);
  });

  it('of a net share is that of the jackknife', () => {
    // R: 10 9 8 7 6 10 9 3 8 10 (given resamples, nps).
    expect(scoreAcceleration([2, 3, 5])).toBeCloseTo(-0.030532550154286988, 14);
    expect(scoreAcceleration([5, 3, 2])).toBeCloseTo(0.030532550154286988, 14);
  });

  it('is 0 for equal answers and NaN for fewer than two', () => {
    expect(scoreAcceleration([0, 4, 0])).toBe(0);
    expect(scoreAcceleration([0, 1, 0])).toBeNaN();
    expect(scoreAcceleration([])).toBeNaN();
  });
});

describe('bcaProbabilities', () => {
  it('are those of R', () => {
    const { lower, upper } = bcaProbabilities(-0.11995018056018968, -0.040884236349333164, 0.95);
    expect(lower).toBeCloseTo(0.008351770021446832, 13);
    expect(upper).toBeCloseTo(0.9442321465630819, 13);
  });

  it('are the plain ones without corrections', () => {
    const { lower, upper } = bcaProbabilities(0, 0, 0.9);
    expect(lower).toBeCloseTo(0.05, 15);
    expect(upper).toBeCloseTo(0.95, 15);
  });

  it('are NaN where the correction turns over', () => {
    // 1 - a (z0 + z) with z = 1.95996: positive for a = 0.51, not above 0 for 0.5103 and more.
    expect(bcaProbabilities(0, 0.51, 0.95).upper).toBeCloseTo(1, 12);
    expect(bcaProbabilities(0, 0.511, 0.95).upper).toBeNaN();
    expect(bcaProbabilities(0, 0.511, 0.95).lower).toBeGreaterThan(0);
    expect(bcaProbabilities(0, -0.511, 0.95).lower).toBeNaN();
  });

  it.each([
    [NaN, 0, 0.95],
    [0, NaN, 0.95],
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, NaN],
  ])('of %d, %d and %d are NaN', (biasCorrection, acceleration, confidence) => {
    expect(bcaProbabilities(biasCorrection, acceleration, confidence)).toEqual({ lower: NaN, upper: NaN });
  });
});
