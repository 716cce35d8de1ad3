import { describe, expect, it } from 'vitest';
import { nonCentralTLowerTail, nonCentralTUpperTail } from '../../../src/statistics/nonCentralT.js';
import { expectRelative } from './relative.js';

/** Upper and lower tail by mpmath 1.3 with 40 digits: the integral over the chi density by Gauss-Legendre quadrature. */
const REFERENCE: readonly (readonly [t: number, df: number, ncp: number, upper: number, lower: number])[] = [
  [2, 10, 1, 0.1923884374696247, 0.8076115625303753],
  [-2, 10, 1, 0.9966975142333684, 0.003302485766631587],
  [0, 5, 2, 0.9772498680518208, 0.02275013194817921],
  [1.979, 126, 2.8284271247461903, 0.8014504548696197, 0.1985495451303803],
  [5, 1, 0, 0.06283295818900118, 0.9371670418109988],
  [12, 3, 2.5, 0.0171193541925588, 0.9828806458074412],
  [3, 2, -1.5, 0.002358560147132792, 0.9976414398528672],
  [30, 8, 10, 0.001407246921038034, 0.998592753078962],
  [2.5, 1000, 4, 0.9329704490850572, 0.06702955091494285],
  [-1, 4, 3, 0.9999142226404756, 8.577735952440494e-5],
  [60, 25, 40, 0.008081420109033722, 0.9919185798909663],
  [0.5, 1.5, 0.2, 0.4137756733529813, 0.5862243266470187],
  [8, 20, 0, 5.828314135744261e-8, 0.9999999417168586],
  [40, 6, 1, 8.184307571097054e-8, 0.9999999181569243],
  [1.96, 1e6, 2, 0.5159536168646515, 0.4840463831353485],
  [400, 6, 0, 8.2389350484900104e-15, 1],
  [-2, 50, -9, 3.2395685227975259e-12, 0.9999999999967604],
];

describe('the noncentral t distribution', () => {
  it.each(REFERENCE)('at %d with %d degrees of freedom and noncentrality %d', (t, df, ncp, upper, lower) => {
    expect(Math.abs(nonCentralTUpperTail(t, df, ncp) / upper - 1)).toBeLessThan(2e-12);
    expect(Math.abs(nonCentralTLowerTail(t, df, ncp) / lower - 1)).toBeLessThan(2e-12);
  });

  // mpmath 1.3 with 40 digits: the mean of the chi-square tail over Z.
  it.each([
    [1e6, 10, 1e6, 0.55950671493391025, 0.44049328506608975],
    [3e9, 4, 2e9, 0.22345456237531262, 0.77654543762468738],
    [2e7, 1, 1e8, 0.99999942669685624, 5.7330314375840641e-7],
    [1e6, 100, 1.2e6, 0.99737074908051556, 0.0026292509194844406],
    [1e5, 2, 4e4, 0.14785621109173444, 0.85214378890826556],
    [1e300, 3, 1e300, 0.60837482372891104, 0.39162517627108896],
    [1, 3, 1e300, 1, 0],
    [1e300, 3, 1e30, 0, 1],
    [-1, 3, 1e300, 1, 0],
    [1, 3, -1e300, 0, 1],
    [0, 3, 1e300, 1, 0],
  ])('at %d with %d degrees of freedom and the large noncentrality %d', (t, df, ncp, upper, lower) => {
    expectRelative(nonCentralTUpperTail(t, df, ncp), upper, 2e-12);
    expectRelative(nonCentralTLowerTail(t, df, ncp), lower, 2e-12);
    // T changes its sign with t and δ.
    expectRelative(nonCentralTLowerTail(-t, df, -ncp), upper, 2e-12);
    expectRelative(nonCentralTUpperTail(-t, df, -ncp), lower, 2e-12);
  });

  it('at zero is a tail of the normal distribution', () => {
    // pnorm(-1) and pnorm(1).
    expect(nonCentralTUpperTail(0, 4, -1)).toBeCloseTo(0.15865525393145707, 15);
    expect(nonCentralTLowerTail(0, 4, -1)).toBeCloseTo(0.8413447460685429, 15);
  });

  it('takes any number of degrees of freedom', () => {
    expect(nonCentralTUpperTail(3, Number.MAX_VALUE, 2)).toBeCloseTo(0.15865525393145707, 12);
  });

  it('is normal with endless degrees of freedom', () => {
    // pnorm(-1) in both.
    expect(nonCentralTUpperTail(3, Infinity, 2)).toBeCloseTo(0.15865525393145707, 15);
    expect(nonCentralTLowerTail(1, Infinity, 2)).toBeCloseTo(0.15865525393145707, 15);
  });

  it.each([
    [NaN, 5, 1],
    [Infinity, 5, 1],
    [1, 0.99, 1],
    [1, NaN, 1],
    [1, 5, NaN],
    [1, 5, Infinity],
  ])('is NaN for t = %d, %d degrees of freedom and noncentrality %d', (t, df, ncp) => {
    expect(nonCentralTUpperTail(t, df, ncp)).toBeNaN();
    expect(nonCentralTLowerTail(t, df, ncp)).toBeNaN();
  });
});
