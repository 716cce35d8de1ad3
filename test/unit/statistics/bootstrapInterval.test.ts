import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../../src/core/interval.js';
import {
  bootstrapBasicInterval,
  bootstrapBcaInterval,
  bootstrapBias,
  bootstrapNormalInterval,
  bootstrapPercentileInterval,
  bootstrapStandardError,
} from '../../../src/statistics/bootstrapInterval.js';

/** 199 replicates, so that rank 200 p is whole for the usual levels; in no order. */
const replicates = Array.from({ length: 199 }, (_, index) => ((index * 73) % 199) + 1);
const nowhere: Bounds = { lower: NaN, upper: NaN };
const near = (lower: number, upper: number): Bounds => ({
  lower: expect.closeTo(lower, 9) as number,
  upper: expect.closeTo(upper, 9) as number,
});

describe('bootstrapPercentileInterval', () => {
  it('reads ranks (R + 1) p', () => {
    expect(bootstrapPercentileInterval(replicates, 0.95)).toEqual(near(5, 195));
    expect(bootstrapPercentileInterval(replicates, 0.9)).toEqual(near(10, 190));
  });

  it('interpolates between ranks on the normal scale', () => {
    const { lower, upper } = bootstrapPercentileInterval([10, 20, 40], 0.4);
    // Ranks 1.2 and 2.8 of 4: (qnorm(.3) - qnorm(.25)) / (qnorm(.5) - qnorm(.25)) = 0.2225226.
    expect(lower).toBeCloseTo(10 + 10 * 0.22252263647358347, 6);
    expect(upper).toBeCloseTo(20 + 20 * (1 - 0.22252263647358347), 6);
  });

  it('takes the extremes where ranks lie beyond the replicates', () => {
    expect(bootstrapPercentileInterval([3, 1, 2], 0.95)).toEqual({ lower: 1, upper: 3 });
    expect(bootstrapPercentileInterval([3], 0.95)).toEqual({ lower: 3, upper: 3 });
  });

  it('offers the linear quantile of type 7', () => {
    // 1 + 198 p.
    expect(bootstrapPercentileInterval(replicates, 0.95, 'type-7')).toEqual(near(5.95, 194.05));
    expect(bootstrapPercentileInterval(replicates, 0.95, 'normal')).toEqual(near(5, 195));
  });

  it('leaves the replicates in their order', () => {
    const given = [3, 1, 2];
    bootstrapPercentileInterval(given, 0.95);
    expect(given).toEqual([3, 1, 2]);
  });

  it.each(['normal', 'type-7'] as const)('is NaN outside the domain (%s)', (interpolation) => {
    expect(bootstrapPercentileInterval([], 0.95, interpolation)).toEqual(nowhere);
    expect(bootstrapPercentileInterval([1, NaN, 2], 0.95, interpolation)).toEqual(nowhere);
    for (const confidence of [0, 1, -0.1, 1.1, NaN]) {
      expect(bootstrapPercentileInterval(replicates, confidence, interpolation)).toEqual(nowhere);
    }
  });
});

describe('bootstrapBasicInterval', () => {
  it('mirrors the percentile interval at the estimate', () => {
    expect(bootstrapBasicInterval(replicates, 90, 0.95)).toEqual(near(-15, 175));
  });
  it('is NaN outside the domain', () => {
    expect(bootstrapBasicInterval([], 1, 0.95)).toEqual(nowhere);
    expect(bootstrapBasicInterval(replicates, NaN, 0.95)).toEqual(nowhere);
    expect(bootstrapBasicInterval(replicates, 90, 1)).toEqual(nowhere);
  });
});

describe('bootstrapNormalInterval', () => {
  it('takes the bias off the estimate', () => {
    // Mean 4.5, sd sqrt(5/3), bias 0.5: 3.5 -/+ 1.959963984540054 sd.
    const margin = 1.959963984540054 * Math.sqrt(5 / 3);
    expect(bootstrapNormalInterval([3, 4, 5, 6], 4, 0.95)).toEqual(near(3.5 - margin, 3.5 + margin));
  });
  it('is the estimate when all replicates equal it', () => {
    expect(bootstrapNormalInterval([4, 4, 4], 4, 0.95)).toEqual({ lower: 4, upper: 4 });
  });
  it('is NaN outside the domain', () => {
    expect(bootstrapNormalInterval([3], 4, 0.95)).toEqual(nowhere);
    expect(bootstrapNormalInterval([], 4, 0.95)).toEqual(nowhere);
    expect(bootstrapNormalInterval([3, 4], NaN, 0.95)).toEqual(nowhere);
    for (const confidence of [0, 1, NaN]) expect(bootstrapNormalInterval([3, 4], 4, confidence)).toEqual(nowhere);
  });
});

describe('bootstrapBcaInterval', () => {
  it('is the percentile interval when half lies below and nothing is skewed', () => {
    expect(bootstrapBcaInterval(replicates, 100, 0, 0.95)).toEqual(near(5, 195));
    expect(bootstrapBcaInterval(replicates, 99.5, 0, 0.95).lower).toBeLessThan(5);
    expect(bootstrapBcaInterval(replicates, 100.5, 0, 0.95).lower).toBeGreaterThan(5);
  });

  it('counts half of the ties as below unless they are left out', () => {
    const tied = [1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9];
    expect(bootstrapBcaInterval(tied, 5, 0, 0.5)).toEqual(bootstrapPercentileInterval(tied, 0.5));
    const strict = bootstrapBcaInterval(tied, 5, 0, 0.5, 'strict');
    expect(strict.lower).toBeLessThan(bootstrapPercentileInterval(tied, 0.5).lower);
    expect(strict.upper).toBeLessThan(bootstrapPercentileInterval(tied, 0.5).upper);
  });

  it('is the estimate when all replicates equal it, under either rule', () => {
    expect(bootstrapBcaInterval([4, 4, 4], 4, 0, 0.95)).toEqual({ lower: 4, upper: 4 });
    expect(bootstrapBcaInterval([4, 4, 4], 4, 0, 0.95, 'strict')).toEqual({ lower: 4, upper: 4 });
  });

  it('is NaN when all replicates lie on one side, and outside the domain', () => {
    expect(bootstrapBcaInterval(replicates, 0, 0, 0.95)).toEqual(nowhere);
    expect(bootstrapBcaInterval(replicates, 200, 0, 0.95)).toEqual(nowhere);
    expect(bootstrapBcaInterval([], 1, 0, 0.95)).toEqual(nowhere);
    expect(bootstrapBcaInterval([1, NaN, 3], 2, 0, 0.95)).toEqual(nowhere);
    expect(bootstrapBcaInterval(replicates, 100, NaN, 0.95)).toEqual(nowhere);
    expect(bootstrapBcaInterval(replicates, 100, 0, 1)).toEqual(nowhere);
  });
});

describe('bias and standard error', () => {
  it('are the mean error and the standard deviation', () => {
    expect(bootstrapBias([3, 4, 5, 6], 4)).toBe(0.5);
    expect(bootstrapStandardError([3, 4, 5, 6])).toBeCloseTo(Math.sqrt(5 / 3), 14);
    expect(bootstrapBias(Float64Array.of(3, 4, 5, 6), 4)).toBe(0.5);
  });
  it('are NaN with too few replicates', () => {
    expect(bootstrapBias([], 4)).toBeNaN();
    expect(bootstrapStandardError([4])).toBeNaN();
  });
});
