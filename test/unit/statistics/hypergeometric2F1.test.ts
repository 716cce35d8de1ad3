import { describe, expect, it } from 'vitest';
import { hypergeometric2F1 } from '../../../src/statistics/hypergeometric2F1.js';
import { hypergeometricArea } from '../../../src/statistics/hypergeometricSeries.js';

describe('hypergeometric2F1', () => {
  it.each([0.01, 0.5, 0.9, 0.95, 0.99999, 1 - 2 ** -52, 1 - 2 ** -53])('is -log(1 - z) / z for 1, 1, 2 at %d', (z) => {
    expect(hypergeometric2F1(1, 1, 2, z)).toBeCloseTo(-Math.log1p(-z) / z, 12);
  });

  it.each([0.3, 0.9, 0.999])('is (1 - z) ** -a for b = c at %d', (z) => {
    expect(hypergeometric2F1(1.5, 2, 2, z) / (1 - z) ** -1.5).toBeCloseTo(1, 12);
    expect(hypergeometric2F1(-1.5, 2, 2, z)).toBeCloseTo((1 - z) ** 1.5, 13);
  });

  it('is a polynomial for a whole number below 0', () => {
    expect(hypergeometric2F1(-2, 3, 4, 0.5)).toBeCloseTo(1 - (6 / 4) * 0.5 + (12 / 20) * 0.25, 14);
  });

  // Gauss's theorem (DLMF 15.4.20) at 1 itself, which the last double below it is near enough to.
  it('reaches the value at 1', () => {
    expect(hypergeometric2F1(1, 2, 60, 1 - 2 ** -53)).toBeCloseTo(59 / 57, 12);
    expect(hypergeometric2F1(1, 2, 50, 1 - 2 ** -53)).toBeCloseTo(49 / 47, 12);
    expect(hypergeometric2F1(1, 2, 1e6, 1 - 2 ** -53)).toBeCloseTo((1e6 - 1) / (1e6 - 3), 12);
  });

  it('does not look at the order of a and b', () => {
    expect(hypergeometric2F1(0.3, -1.7, 2.2, 0.8)).toBeCloseTo(hypergeometric2F1(-1.7, 0.3, 2.2, 0.8), 13);
  });

  it.each([
    [0, 3, 4, 0.7],
    [3, 0, 4, 0.97],
    [2, 3, 4, 0],
  ])('is 1 at %d, %d, %d, %d', (a, b, c, z) => {
    expect(hypergeometric2F1(a, b, c, z)).toBe(1);
  });

  it('leaves the range of a double upwards', () => {
    expect(hypergeometric2F1(900, 900, 2, 0.9)).toBe(Infinity);
  });

  it.each([
    ['z below 0', 1, 1, 2, -1e-9],
    ['z of 1', 1, 1, 2, 1],
    ['z NaN', 1, 1, 2, NaN],
    ['c of 0', 1, 1, 0, 0.5],
    ['c beyond a million', 1, 1, 1e6 + 1, 0.5],
    ['c NaN', 1, 1, NaN, 0.5],
    ['a beyond a million', 1e6 + 1, 1, 2, 0.5],
    ['a below minus a million', -1e6 - 1, 1, 2, 0.5],
    ['b beyond a million', 1, 1e6 + 1, 2, 0.5],
    ['b NaN', 1, NaN, 2, 0.5],
  ])('is NaN for %s', (_, a, b, c, z) => {
    expect(hypergeometric2F1(a, b, c, z)).toBeNaN();
    expect(hypergeometricArea(a, b, c, z)).toEqual({ value: NaN, area: NaN });
  });

  it.each([
    [1e6, 1e-6, 1e6],
    [1e-6, 1e6, 1e6],
  ])('has an answer at the edge of its domain: %d, %d, %d', (a, b, c) => {
    expect(hypergeometric2F1(a, b, c, 0.5)).toBeCloseTo(0.5 ** -1e-6, 12);
  });
});

describe('hypergeometricArea', () => {
  it.each([0.2, 0.9, 0.98])('integrates 1 / (1 - z) to %d', (z) => {
    expect(hypergeometricArea(1, 2, 2, z).area).toBeCloseTo(-Math.log1p(-z), 12);
  });

  it('has no area at 0', () => {
    expect(hypergeometricArea(1, 2, 3, 0)).toEqual({ value: 1, area: 0 });
  });
});
