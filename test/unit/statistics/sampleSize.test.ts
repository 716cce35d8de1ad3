import { describe, expect, it } from 'vitest';
import {
  finitePopulationSampleSize,
  meanSampleSize,
  netSampleSize,
  proportionSampleSize,
  type SampleSize,
} from '../../../src/statistics/sampleSize.js';

const none: SampleSize = { continuous: NaN, required: NaN };
const near = (continuous: number, required: number): SampleSize => ({
  continuous: expect.closeTo(continuous, 9) as number,
  required,
});

describe('proportionSampleSize', () => {
  it('is z² p (1 - p) / margin²', () => {
    // R 4.2: qnorm(.975)² · .25 / .05².
    expect(proportionSampleSize(0.5, 0.05, 0.95)).toEqual(near(384.14588206941227, 385));
    expect(proportionSampleSize(0.5, 0.05, 0.95, 1000)).toEqual(near(277.7334531731875, 278));
  });

  it('keeps its digits near certainty', () => {
    // mpmath: the critical value of 1 - 1e-12.
    expect(proportionSampleSize(0.5, 0.05, 1 - 1e-12).continuous).toBeCloseTo(100 * 7.1305098928792725 ** 2, 8);
  });

  it('is one where nothing varies', () => {
    expect(proportionSampleSize(0, 0.05, 0.95)).toEqual({ continuous: 0, required: 1 });
    expect(proportionSampleSize(1, 0.05, 0.95, 1)).toEqual({ continuous: 0, required: 1 });
  });

  it.each([-0.01, 1.01, NaN])('is NaN for a share of %d', (proportion) => {
    expect(proportionSampleSize(proportion, 0.05, 0.95)).toEqual(none);
  });
});

describe('meanSampleSize', () => {
  it('is z² s² / margin²', () => {
    // SciPy 1.17: (norm.ppf(.975) · 1.5 / .25)², alone and in a population of 200.
    expect(meanSampleSize(1.5, 0.25, 0.95)).toEqual(near(138.2925175449885, 139));
    expect(meanSampleSize(1.5, 0.25, 0.95, 200)).toEqual(near(82.00153300260678, 83));
  });

  it.each([-0.1, NaN, Infinity])('is NaN for a standard deviation of %d', (deviation) => {
    expect(meanSampleSize(deviation, 0.25, 0.95)).toEqual(none);
  });

  it('is one for a standard deviation of 0', () => {
    expect(meanSampleSize(0, 0.25, 0.95)).toEqual({ continuous: 0, required: 1 });
  });
});

describe('netSampleSize', () => {
  it('is z² v / margin², less three with pseudo-observations', () => {
    expect(netSampleSize(1, 0.06, 0.95).continuous).toBeCloseTo(1067.0719, 4);
    expect(netSampleSize(1, 0.06, 0.95, Infinity, 'wald').required).toBe(1068);
    expect(netSampleSize(1, 0.06, 0.95, Infinity, 'adjusted-wald').continuous).toBeCloseTo(1064.0719, 4);
  });

  it('solves the finite population with pseudo-observations of weight 3 (1 - n/N)', () => {
    // SciPy 1.17, brentq on z² v (N - n) / ((N - 1) (n + 3 (1 - n/N))) = margin².
    expect(netSampleSize(1, 0.06, 0.95, 180, 'adjusted-wald')).toEqual(near(154.08068821242858, 155));
    expect(netSampleSize(0.6, 0.1, 0.95, 180, 'adjusted-wald')).toEqual(near(100.73882551690282, 101));
  });

  it('is never below nothing, one or above the population', () => {
    expect(netSampleSize(0.01, 0.2, 0.9, Infinity, 'adjusted-wald')).toEqual({ continuous: 0, required: 1 });
    expect(netSampleSize(1, 0.0001, 0.95, 30)).toEqual({ continuous: expect.closeTo(30, 3) as number, required: 30 });
    expect(netSampleSize(1, 0.0001, 0.95, 30, 'adjusted-wald').required).toBe(30);
    expect(netSampleSize(1, 0.1, 0.95, 1, 'adjusted-wald').required).toBe(1);
  });

  it.each([-0.01, 1.01, NaN])('is NaN for a variance of %d', (variance) => {
    expect(netSampleSize(variance, 0.06, 0.95)).toEqual(none);
    expect(netSampleSize(variance, 0.06, 0.95, 180, 'adjusted-wald')).toEqual(none);
  });

  it('knows the variances 0 and 1', () => {
    expect(netSampleSize(0, 0.06, 0.95)).toEqual({ continuous: 0, required: 1 });
    expect(netSampleSize(1, 0.5, 0.95).required).toBe(16);
  });
});

describe.each<[string, (margin: number, confidence: number, population?: number) => SampleSize]>([
  [
    'proportionSampleSize',
    (margin, confidence, population) => proportionSampleSize(0.5, margin, confidence, population),
  ],
  ['meanSampleSize', (margin, confidence, population) => meanSampleSize(1, margin, confidence, population)],
  ['netSampleSize', (margin, confidence, population) => netSampleSize(0.6, margin, confidence, population)],
  [
    'netSampleSize, adjusted',
    (margin, confidence, population) => netSampleSize(0.6, margin, confidence, population, 'adjusted-wald'),
  ],
])('%s', (_, sampleSize) => {
  it.each([
    [0, 0.95, 100],
    [-0.1, 0.95, 100],
    [NaN, 0.95, 100],
    [1e-200, 0.95, Infinity],
    [0.1, 0, 100],
    [0.1, 1, 100],
    [0.1, NaN, 100],
    [0.1, 0.95, 0],
    [0.1, 0.95, 0.99],
    [0.1, 0.95, NaN],
  ])('is NaN for a margin of %d at %d in a population of %d', (margin, confidence, population) => {
    expect(sampleSize(margin, confidence, population)).toEqual(none);
  });
});

describe('finitePopulationSampleSize', () => {
  it('is n / (1 + (n - 1) / N)', () => {
    expect(finitePopulationSampleSize(1067.0719, 180)).toBeCloseTo(154.1427, 4);
    expect(finitePopulationSampleSize(1100, 180)).toBeCloseTo((1100 * 180) / (180 + 1099), 12);
    expect(finitePopulationSampleSize(1100, Infinity)).toBe(1100);
  });

  it('is the population for a sample without end', () => {
    expect(finitePopulationSampleSize(1e300, 180)).toBeCloseTo(180, 10);
    expect(finitePopulationSampleSize(1e300, 7)).toBeLessThanOrEqual(7);
  });

  it('is nothing for nothing', () => {
    expect(finitePopulationSampleSize(0, 1)).toBe(0);
    expect(finitePopulationSampleSize(0, 10)).toBe(0);
  });

  it.each([
    [-1, 10],
    [NaN, 10],
    [10, 0.5],
    [10, NaN],
  ])('of %d in a population of %d is NaN', (size, population) => {
    expect(finitePopulationSampleSize(size, population)).toBeNaN();
  });
});
