import { describe, expect, it } from 'vitest';
import { gammaQuantileStart, gammaRatioQuantile } from '../../../src/statistics/gammaRatioQuantile.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 40 digits: shape, probability, its normal quantile, logarithm of the quantile over the shape.
const QUANTILES: readonly (readonly [shape: number, p: number, z: number, w: number])[] = [
  [2, 0.9, 1.2815515655446006, 0.66519003871618058],
  [5, 0.01, -2.3263478740408411, -1.3632764534068148],
  [5, 0.3, -0.52440051270804082, -0.31921152035323857],
  [5, 0.9, 1.2815515655446006, 0.46920200628846813],
  [5, 0.999, 3.0902323061678133, 1.0847938673737705],
  [40, 0.01, -2.3263478740408411, -0.401596152968994],
  [40, 0.999, 3.0902323061678133, 0.44500006687923446],
  [1000, 0.3, -0.52440051270804082, -0.016964642494291541],
  [1000, 0.999, 3.0902323061678133, 0.095835585657506517],
];

describe('gammaRatioQuantile', () => {
  it.each(QUANTILES)('of shape %d at %d', (shape, p, _, w) => {
    expectRelative(gammaRatioQuantile('lower', p, shape), w);
    expectRelative(gammaRatioQuantile('upper', 1 - p, shape), w, 1e-10);
  });
});

describe('gammaQuantileStart', () => {
  it.each(QUANTILES)('of shape %d at %d begins next to the quantile', (shape, p, z, w) => {
    const logGamma = Array.from({ length: shape }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
    const start = gammaQuantileStart(z, (Math.log(p) + logGamma) / shape, shape);
    expect(Math.abs(start - w)).toBeLessThan(0.1 / shape);
  });

  it.each([
    // Shape 1: the bound is the logarithm of p, and the approximation lies left of it, or nowhere.
    [1, 0.01, -2.3263478740408411],
    [1, 0.001, -3.0902323061678133],
  ])('is the bound of the leading term at shape %d and probability %d', (shape, p, z) => {
    expect(gammaQuantileStart(z, Math.log(p), shape)).toBe(Math.log(p));
  });

  it('takes the shape off the bound', () => {
    expect(gammaQuantileStart(-2, -30, 0.1)).toBeCloseTo(-30 - Math.log(0.1), 14);
  });
});
