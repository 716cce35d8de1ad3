import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../../src/statistics/poissonInterval.js';

describe('poissonInterval', () => {
  it.each([
    // R 4.2, poisson.test(x)$conf.int.
    [0, 0.95, 0, 3.688879454113936],
    [1, 0.95, 0.02531780798428992, 5.571643390938896],
    [10, 0.95, 4.795388736, 18.390355617],
    [137, 0.95, 115.02054, 161.9564],
  ])('meets R for %i events at %f', (events, confidence, lower, upper) => {
    const bounds = poissonInterval(events, confidence);
    expect(Math.abs(bounds.lower - lower)).toBeLessThan(1e-5 * Math.max(1, lower));
    expect(Math.abs(bounds.upper - upper)).toBeLessThan(1e-5 * upper);
  });

  it('solves its equations: each tail holds half of what is left', () => {
    // P(0 events | upper) = α/2, and P(at least 1 | lower) = α/2.
    expect(Math.exp(-poissonInterval(0, 0.9).upper)).toBeCloseTo(0.05, 13);
    expect(1 - Math.exp(-poissonInterval(1, 0.9).lower)).toBeCloseTo(0.05, 13);
  });

  it.each([
    [-1, 0.95],
    [1.5, 0.95],
    [NaN, 0.95],
    [2, 0],
    [2, 1],
    [2, NaN],
  ])('is not defined for %f events at %f', (events, confidence) => {
    expect(poissonInterval(events, confidence)).toEqual({ lower: NaN, upper: NaN });
  });
});
