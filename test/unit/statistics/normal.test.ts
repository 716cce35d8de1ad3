import { describe, expect, it } from 'vitest';
import {
  normalDensity,
  normalLowerTail,
  normalUpperQuantile,
  normalUpperTail,
} from '../../../src/statistics/normal.js';
import { normalQuantile } from '../../../src/statistics/normalQuantile.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 50 digits or more; large shapes by quadrature of the density.
const TAILS: readonly (readonly number[])[] = [
  [1e-20, 0.5],
  [0.1, 0.460172162722971],
  [0.4, 0.3445782583896758],
  [0.46875, 0.31962417151711764],
  [0.47, 0.3191775087825558],
  [0.66, 0.25462691467133614],
  [0.67, 0.2514288950953101],
  [1, 0.15865525393145705],
  [3, 0.0013498980316300946],
  [4, 3.1671241833119924e-5],
  [4.0001, 3.165786148681343e-5],
  [5.65, 8.022391850663497e-9],
  [6, 9.86587645037698e-10],
  [10, 7.619853024160525e-24],
  [20.3, 6.429244467698346e-92],
  [26.2, 1.328698078458869e-151],
  [30.1, 2.4226672179857586e-199],
];

const DENSITIES: readonly (readonly number[])[] = [
  [1e-20, 0.3989422804014327],
  [0.1, 0.39695254747701175],
  [0.4, 0.3682701403033233],
  [0.46875, 0.3574349775195373],
  [0.47, 0.3572253252258008],
  [0.66, 0.32086380377117246],
  [0.67, 0.3187371384754015],
  [1, 0.24197072451914334],
  [3, 0.0044318484119380075],
  [4, 0.00013383022576488534],
  [4.0001, 0.00013377670371068667],
  [5.65, 4.6668867975942534e-8],
  [6, 6.075882849823285e-9],
  [10, 7.694598626706419e-23],
  [20.3, 1.308288554681529e-90],
  [26.2, 3.4862456629077155e-150],
  [30.1, 7.300259384280611e-198],
  [37.5, 1.7282337322841054e-306],
];

const QUANTILES: readonly (readonly number[])[] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-11, -6.706023155495136],
  [1e-9, -5.9978070150076865],
  [0.001, -3.0902323061678136],
  [0.07499, -1.4396021182393162],
  [0.0750001, -1.4395307645017297],
  [0.3, -0.5244005127080408],
  [0.49999, -2.5066282748960008e-5],
  [0.6, 0.2533471031357997],
  [0.924, 1.4325027208258119],
  [0.926, 1.4466320671589787],
  [0.99999, 4.264890793923841],
];

describe('normal', () => {
  it.each(TAILS)('beyond %s', (x, expected) => {
    expectRelative(normalUpperTail(x), expected, 1e-15);
    expect(normalLowerTail(-x)).toBe(normalUpperTail(x));
    expectRelative(normalLowerTail(x), 1 - expected, 1e-15);
  });

  it.each(DENSITIES)('density at %s', (x, expected) => {
    expectRelative(normalDensity(x), expected, 1e-15);
    expect(normalDensity(-x)).toBe(normalDensity(x));
  });

  it.each(QUANTILES)('quantile of %s', (p, expected) => {
    expectRelative(normalQuantile(p), expected, 1e-15);
    expect(normalUpperQuantile(p)).toBe(-normalQuantile(p));
  });

  it('changes method without a step', () => {
    // Around |p - 1/2| = 0.425 and √(-log p) = 5, mpmath.
    for (const [p, expected] of [
      [0.075, -1.439531470938456],
      [0.925, 1.4395314709384561],
      [1.3887943864964021e-11, -6.657904643501103],
    ] as const) {
      expectRelative(normalQuantile(p * (1 - 1e-15)), expected, 1e-13);
      expectRelative(normalQuantile(p * (1 + 1e-15)), expected, 1e-13);
    }
  });

  it('has its limits', () => {
    expect([normalLowerTail(-Infinity), normalLowerTail(0), normalLowerTail(Infinity)]).toEqual([0, 0.5, 1]);
    expect([normalUpperTail(-Infinity), normalUpperTail(0), normalUpperTail(Infinity)]).toEqual([1, 0.5, 0]);
    expect([normalDensity(-Infinity), normalDensity(Infinity), normalDensity(64)]).toEqual([0, 0, 0]);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect([normalUpperQuantile(0), normalUpperQuantile(0.5), normalUpperQuantile(1)]).toEqual([
      Infinity,
      0,
      -Infinity,
    ]);
  });

  it('is NaN outside its domain', () => {
    expect([normalDensity(NaN), normalLowerTail(NaN), normalUpperTail(NaN)]).toEqual([NaN, NaN, NaN]);
    for (const p of [-1e-300, 1.0000000000000002, NaN, -Infinity, Infinity]) {
      expect(normalQuantile(p)).toBeNaN();
      expect(normalUpperQuantile(p)).toBeNaN();
    }
  });

  it('reaches the smallest doubles', () => {
    // mpmath: log10 of the tail beyond 38.4 is -322.3…, and the quantile of 2⁻¹⁰⁷⁴.
    expect(normalUpperTail(38.4)).toBeGreaterThan(0);
    expect(normalUpperTail(38.6)).toBe(0);
    expectRelative(normalQuantile(5e-324), -38.46740561714434, 1e-14);
  });
});
