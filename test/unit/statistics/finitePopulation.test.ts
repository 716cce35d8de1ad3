import { describe, expect, it } from 'vitest';
import { finitePopulationFactor } from '../../../src/statistics/finitePopulation.js';

describe('finitePopulationFactor', () => {
  it('of 95 units out of 180 is √(85/179)', () => {
    expect(finitePopulationFactor(95, 180)).toBeCloseTo(0.6891011067, 10);
    expect(finitePopulationFactor(95, 180)).toBe(Math.sqrt(85 / 179));
  });

  it.each([
    [1, 2, 1],
    [1, 10, 1],
    [2, 5, Math.sqrt(0.75)],
    [4, 5, 0.5],
    [22.5, 45, Math.sqrt(22.5 / 44)],
  ])('of %d units out of %d is %d', (sampleSize, population, expected) => {
    expect(finitePopulationFactor(sampleSize, population)).toBe(expected);
  });

  it.each([1, 2, 180, 22.5])('of a census of %d is 0', (size) => {
    expect(finitePopulationFactor(size, size)).toBe(0);
  });

  it('is 1 without bounds to the population', () => {
    expect(finitePopulationFactor(95, Infinity)).toBe(1);
    expect(finitePopulationFactor(1, Infinity)).toBe(1);
  });

  it('is nearly 1 for a large population', () => {
    expect(finitePopulationFactor(95, 1e9)).toBeCloseTo(1 - 94 / 2e9, 14);
  });

  it.each([
    [181, 180],
    [3, 2.9],
    [NaN, 180],
    [95, NaN],
  ])('of %d units out of %d is NaN', (sampleSize, population) => {
    expect(finitePopulationFactor(sampleSize, population)).toBeNaN();
  });
});
