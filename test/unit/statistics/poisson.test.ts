import { describe, expect, it } from 'vitest';
import { upperRegularizedGamma } from '../../../src/statistics/incompleteGamma.js';
import {
  poissonLowerTail,
  poissonMass,
  poissonQuantile,
  poissonUpperQuantile,
  poissonUpperTail,
} from '../../../src/statistics/poisson.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 50 digits or more; large shapes by quadrature of the density.
const MASSES: readonly (readonly number[])[] = [
  [0, 1e-300, 1],
  [0, 1e-5, 0.9999900000499998],
  [0, 0.5, 0.6065306597126334],
  [1, 0.5, 0.3032653298563167],
  [4, 0.5, 0.001579506926334983],
  [15, 0.5, 1.415478290768798e-17],
  [25, 0.5, 1.1653521684176518e-33],
  [5, 12, 0.012740638735861376],
  [12, 12, 0.11436791550944653],
  [15, 12, 0.07239112014663869],
  [29, 12, 1.37462276624343e-5],
  [81, 12, 2.7474791518678308e-39],
  [133, 12, 1.4034014390468996e-88],
  [127, 300, 6.715906706311888e-30],
  [265, 300, 0.002922937971500069],
  [300, 300, 0.023026546149187352],
  [317, 300, 0.013961242876877111],
  [387, 300, 1.9604831130119094e-7],
  [646, 300, 1.8696161284543344e-67],
  [906, 300, 2.621028450015203e-174],
  [965000, 1000000, 2.7822938642371668e-273],
  [990000, 1000000, 6.540663780687919e-26],
  [998000, 1000000, 5.397295001136785e-5],
  [1000000, 1000000, 0.00039894224715624404],
  [1001000, 1000000, 0.0002418901012017414],
  [1005000, 1000000, 1.5141581028614221e-9],
  [1020000, 1000000, 2.046684278578528e-90],
  [1035000, 1000000, 4.347812235937163e-267],
  [998893203, 1000000000, 9.946610379497716e-272],
  [999683772, 1000000000, 2.4206567753568257e-27],
  [999936754, 1000000000, 1.7072780288616598e-6],
  [1000000000, 1000000000, 1.2615662609049494e-5],
  [1000031623, 1000000000, 7.651651454488378e-6],
  [1000158114, 1000000000, 4.704059125211214e-11],
  [1000632456, 1000000000, 1.8199253341642963e-92],
  [1001106797, 1000000000, 1.5612426331149802e-271],
  [999965000001, 1000000000000.7, 3.912448295004399e-273],
  [999990000001, 1000000000000.7, 7.693377845159565e-29],
  [999998000001, 1000000000000.7, 5.399098091610966e-8],
  [1000000000001, 1000000000000.7, 3.98942280401182e-7],
  [1000001000001, 1000000000000.7, 2.4197057125926063e-7],
  [1000005000001, 1000000000000.7, 1.4867445409766359e-12],
  [1000020000001, 1000000000000.7, 5.528226006556697e-94],
  [1000035000001, 1000000000000.7, 3.9685429161852286e-273],
];

describe('Poisson', () => {
  it.each(MASSES)('mass at %s with mean %s', (k, mean, expected) => {
    expectRelative(poissonMass(k, mean), expected);
  });

  // Mean 2: e^-2 times 1, 2, 2, 4/3, 2/3; running sums 1, 3, 5, 19/3, 7.
  it.each([
    [0, 1, 1],
    [1, 2, 3],
    [2, 2, 5],
    [3, 4 / 3, 19 / 3],
    [4, 2 / 3, 7],
  ])('of mean 2 has mass and tail of %s from the definition', (k, term, sum) => {
    const unit = 0.1353352832366127;
    expectRelative(poissonMass(k, 2), unit * term, 4e-15);
    expectRelative(poissonLowerTail(k, 2), unit * sum, 4e-15);
    expectRelative(poissonUpperTail(k, 2), 1 - unit * sum, 1e-14);
    expect(poissonQuantile(unit * sum, 2)).toBe(k);
    expect(poissonQuantile(unit * (sum - 0.1), 2)).toBe(k);
    expect(poissonQuantile(unit * (sum + 0.1), 2)).toBe(k + 1);
    expect(poissonUpperQuantile(1 - unit * (sum - 0.1), 2)).toBe(k);
    expect(poissonUpperQuantile(1 - unit * (sum + 0.1), 2)).toBe(k + 1);
  });

  it('is the incomplete gamma function of shape k + 1, without cancellation', () => {
    expect(poissonLowerTail(7, 30)).toBe(upperRegularizedGamma(8, 30));
    // 1 - P(X <= 9) for mean 1e-30: the next term alone, mean¹⁰ / 10!.
    expectRelative(poissonUpperTail(9, 1e-30), 1e-300 / 3628800);
  });

  it('takes whole parts of k in tails and gives broken counts no mass', () => {
    expect(poissonLowerTail(3.9, 2)).toBe(poissonLowerTail(3, 2));
    expect(poissonUpperTail(3.9, 2)).toBe(poissonUpperTail(3, 2));
    expect(poissonMass(1.5, 2)).toBe(0);
  });

  it.each([0, 0.5, 12, 1e9])('has its ends for mean %s', (mean) => {
    expect(poissonMass(-1, mean)).toBe(0);
    expect(poissonMass(Infinity, mean)).toBe(0);
    expect(poissonLowerTail(-0.5, mean)).toBe(0);
    expect(poissonUpperTail(-0.5, mean)).toBe(1);
    expect(poissonLowerTail(Infinity, mean)).toBe(1);
    expect(poissonUpperTail(Infinity, mean)).toBe(0);
    expect(poissonQuantile(0, mean)).toBe(0);
    expect(poissonUpperQuantile(1, mean)).toBe(0);
    expect(poissonQuantile(1, mean)).toBe(mean === 0 ? 0 : Infinity);
    expect(poissonUpperQuantile(0, mean)).toBe(mean === 0 ? 0 : Infinity);
  });

  it('of mean 0 is always 0', () => {
    expect([0, 1].map((k) => poissonMass(k, 0))).toEqual([1, 0]);
    expect(poissonLowerTail(0, 0)).toBe(1);
    expect(poissonUpperTail(0, 0)).toBe(0);
    expect(poissonQuantile(0.9, 0)).toBe(0);
    expect(poissonUpperQuantile(0.1, 0)).toBe(0);
  });

  it.each([
    [1e-300, 12],
    [1e-300, 1e9],
    [0.025, 1e-3],
    [0.5, 1e9],
    [0.975, 3.7],
    [0.999999, 1e6],
    [0.9, 1e-300],
  ])('quantiles are the smallest counts that reach %s for mean %s', (p, mean) => {
    const k = poissonQuantile(p, mean);
    expect(poissonLowerTail(k, mean)).toBeGreaterThanOrEqual(p);
    expect(k === 0 || poissonLowerTail(k - 1, mean) < p).toBe(true);
    const upper = poissonUpperQuantile(p, mean);
    expect(poissonUpperTail(upper, mean)).toBeLessThanOrEqual(p);
    expect(upper === 0 || poissonUpperTail(upper - 1, mean) > p).toBe(true);
  });

  it.each([
    [NaN, 2],
    [1, NaN],
    [1, -1e-300],
    [1, Infinity],
    [1, 2 ** 53],
  ])('is NaN at %s with mean %s', (k, mean) => {
    expect(poissonMass(k, mean)).toBeNaN();
    expect(poissonLowerTail(k, mean)).toBeNaN();
    expect(poissonUpperTail(k, mean)).toBeNaN();
    expect(poissonQuantile(Number.isNaN(k) ? k : 0.5, mean)).toBeNaN();
    expect(poissonUpperQuantile(Number.isNaN(k) ? k : 0.5, mean)).toBeNaN();
  });

  // mpmath at 40 digits, for the double that each literal stands for.
  it.each([
    [1 - 1e-13, 41],
    [1 - 1e-14, 42],
    [1 - 1e-15, 44],
  ])('has exact quantiles near certainty: %s', (p, expected) => {
    expect(poissonQuantile(p, 10)).toBe(expected);
  });

  it.each([-1e-300, 1.0000000000000002])('has no quantile at probability %s', (p) => {
    expect(poissonQuantile(p, 2)).toBeNaN();
    expect(poissonUpperQuantile(p, 2)).toBeNaN();
    expect(poissonQuantile(p, 0)).toBeNaN();
  });
});
