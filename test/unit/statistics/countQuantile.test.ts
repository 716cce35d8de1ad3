import { describe, expect, it } from 'vitest';
import { countQuantileStart } from '../../../src/statistics/countQuantile.js';

describe('countQuantileStart', () => {
  // SciPy 1.17: poisson(100) and binom(400, 0.1) at 0.975, 0.001 and 0.9.
  const poisson = { mean: 100, deviation: 10, skewness: 0.1, largest: Infinity };
  const binomial = { mean: 40, deviation: 6, skewness: 0.8 / 6, largest: 400 };

  it.each([
    ['Poisson', poisson, 1.959963984540054, 120],
    ['Poisson', poisson, -3.090232306167813, 71],
    ['binomial', binomial, 1.2815515655446004, 48],
    ['binomial', binomial, -3.090232306167813, 23],
  ])('begins within one of the quantile: %s %j at z = %d', (_, law, z, quantile) => {
    expect(Math.abs(countQuantileStart(z, law) - quantile)).toBeLessThan(1);
  });

  it('adds the skewness to the normal quantile', () => {
    expect(countQuantileStart(2, { mean: 7, deviation: 3, skewness: 4, largest: 100 })).toBe(7 + 3 * (2 + (4 * 3) / 6));
  });
});
