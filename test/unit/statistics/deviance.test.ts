import { describe, expect, it } from 'vitest';
import { betaDifference, deviance, productMinus } from '../../../src/statistics/deviance.js';
import { logGammaIncrease, stirlingCorrection } from '../../../src/statistics/stirling.js';
import { expectRelative } from './relative.js';

const DEVIANCES: readonly (readonly number[])[] = [
  [3, 3.0001, 1.666629630562565e-9],
  [10, 14.9, 0.9122388004263224],
  [10, 15.1, 0.9789034917316702],
  [10, 6.6, 0.7551544396166584],
  [10, 6.7, 0.704775665971253],
  [1000000000, 1000010000, 0.049999666669166644],
  [1000000000, 1000000001, 4.999999996666667e-10],
  [0.5, 40, 37.30898668266306],
  [1e-200, 1e200, 1e200],
  [1e-320, 5, 5],
  [1, 1e-320, 735.8272408909739],
  [2.5, 1e-5, 28.57305049211096],
  [1000000000000, 900000000000, 5360515657.826302],
  [40, 1e-300, 27738.576294093105],
  [1000000000000, 600000000000, 110825623765.99068],
  [1000000000, 3000000000, 901387711.3318903],
  [1000000000000000, 200000000000000, 809437912434100.4],
  [1e100, 1e-300, 9.200340371976183e102],
];

const STIRLINGS: readonly (readonly number[])[] = [
  [1e-300, 344.4688254159022],
  [1e-5, 4.837643556460688],
  [0.3, 0.2360649007482156],
  [0.9999, 0.08106918908655511],
  [1, 0.08106146679532726],
  [1.5, 0.05481412105191765],
  [2, 0.0413406959554093],
  [5.5, 0.015134973221917378],
  [9.999, 0.008331396020466343],
  [10, 0.00833056343336287],
  [10.5, 0.00793411456431402],
  [15, 0.005554733551962801],
  [100, 0.0008333305556349147],
  [100000, 8.333333333305556e-7],
  [1000000000000000, 8.333333333333333e-17],
];

const INCREASES: readonly (readonly number[])[] = [
  [0.3, 1e-12, -3.5025242221940102e-12],
  [0.3, 0.4, -0.834930748286409],
  [1, 1e-300, -5.772156649015329e-301],
  [1.4, 1e-9, -6.138454407243795e-11],
  [5, 0.01, 0.01507223470939938],
  [9.9, 3, 7.157835946493126],
  [10, 1e-15, 2.2517525890667214e-15],
  [10, 9, 23.593617727951585],
  [50, 0.999, 3.90810102565545],
  [1000000, 1e-6, 1.381551005796469e-5],
  [1000000, 5, 69.07756278980636],
  [1000000000000000, 0.5, 17.269388197455342],
  [3, 8, 14.41126539251557],
];

describe('deviance', () => {
  // mpmath at 50 digits: k log(k / m) + m - k.
  it.each(DEVIANCES)('of count %s and mean %s', (count, mean, expected) => {
    expectRelative(deviance(count, mean, mean - count), expected, 1e-14);
  });

  it('is 0 when they are equal', () => {
    expect(deviance(7, 7, 0)).toBe(0);
  });
});

describe('exact differences', () => {
  it('keeps what the product rounds away', () => {
    // (1 + 2⁻³⁰)² - (1 + 2⁻²⁹) = 2⁻⁶⁰.
    expect(productMinus(1 + 2 ** -30, 1 + 2 ** -30, 1 + 2 ** -29)).toBe(2 ** -60);
  });

  it('falls back to the plain difference near the largest doubles', () => {
    expect(productMinus(1e305, 2, 1e305)).toBe(1e305);
  });

  it('keeps what the sum of the shapes rounds away', () => {
    // (2⁵³ + 1) / 2 - 2⁵² = 1 / 2, while 2⁵³ + 1 is no double.
    expect(betaDifference(0.5, 2 ** 53, 1)).toBe(0.5 - 2 ** 52);
    expect(betaDifference(0.5, 1, 2 ** 53)).toBe(2 ** 52 - 0.5);
    expect(betaDifference(0.25, 1, 3)).toBe(0);
  });
});

describe('Stirling', () => {
  // mpmath at 50 digits: log Γ(x) - (x - ½) log x + x - ½ log 2π.
  it.each(STIRLINGS)('correction at %s', (x, expected) => {
    expectRelative(stirlingCorrection(x), expected, x < 10 ? 1e-13 : 1e-15);
  });

  // mpmath at 50 digits: log Γ(x + h) - log Γ(x).
  it.each(INCREASES)('log Γ from %s rises over %s', (x, step, expected) => {
    expectRelative(logGammaIncrease(x, step), expected, 1e-13);
  });
});
