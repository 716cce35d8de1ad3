import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { normalQuantile } from '../../../src/statistics/normalQuantile.js';
import { shrunkenMeans } from '../../../src/statistics/shrunkenMeans.js';

describe('shrunkenMeans', () => {
  it('of equal errors is the estimator of James and Stein about the mean', () => {
    // S = 506, V = 25, k = 4: the weight of the mean is (k - 3) V / S.
    const weight = 25 / 506;
    const { groups, mean } = shrunkenMeans([28, 8, -3, 7], [5, 5, 5, 5]);
    expect(mean).toBeCloseTo(10, 12);
    [28, 8, -3, 7].forEach((raw, i) => {
      expect(groups[i]?.weightOfMean).toBeCloseTo(weight, 12);
      expect(groups[i]?.value).toBeCloseTo(10 + (1 - weight) * (raw - 10), 11);
      // Morris (1983): V (1 - (k-1)/k B) + 2/(k-3) B² (y - m)².
      const squared = 25 * (1 - (3 / 4) * weight) + 2 * weight ** 2 * (raw - 10) ** 2;
      expect(groups[i]?.standardError).toBeCloseTo(Math.sqrt(squared), 10);
    });
  });

  it('of unequal errors follows the formulas of Morris (1983), reckoned apart in SciPy', () => {
    const { groups, betweenVariance, mean } = shrunkenMeans([0, 10, 20, 30], [1, 3, 5, 7]);
    expect(betweenVariance).toBeCloseTo(143.7233546130114, 8);
    expect(mean).toBeCloseTo(13.823152271619092, 10);
    [0.03183810544050761, 10.075099560534929, 19.694922311212324, 28.62900971830436].forEach((value, i) => {
      expect(groups[i]?.value).toBeCloseTo(value, 9);
    });
    [1.000312284478203, 2.9803254892715407, 4.9236814899156816, 6.992801086732567].forEach((error, i) => {
      expect(groups[i]?.standardError).toBeCloseTo(error, 9);
    });
  });

  it('without correction takes the variance as known', () => {
    const weight = (25 * 3) / 506;
    const { groups } = shrunkenMeans([28, 8, -3, 7], [5, 5, 5, 5], { correction: 'none' });
    expect(groups[0]?.weightOfMean).toBeCloseTo(weight, 12);
    expect(groups[0]?.value).toBeCloseTo(28 - 18 * weight, 11);
    expect(groups[0]?.standardError).toBeCloseTo(5 * Math.sqrt(1 - 0.75 * weight), 11);
  });

  it('draws the uncertain groups more, and all onto the mean where they do not differ', () => {
    const unequal = shrunkenMeans([0, 10, 20, 30], [1, 3, 5, 7]);
    const weights = unequal.groups.map(({ weightOfMean }) => weightOfMean);
    expect([...weights].sort((a, b) => a - b)).toEqual(weights);
    const alike = shrunkenMeans([1, 2, 3], [9, 9, 9], { correction: 'none' });
    expect(alike.groups.map(({ value }) => value)).toEqual([2, 2, 2]);
    expect(alike.groups[0]?.standardError).toBeCloseTo(alike.standardError, 12);
  });

  it('with the correction never draws all the way', () => {
    expect(shrunkenMeans([1, 2, 3, 4], [9, 9, 9, 9]).groups[0]?.weightOfMean).toBeCloseTo(1 / 3, 12);
  });

  it('needs four groups for the correction, two without', () => {
    expect(shrunkenMeans([1, 5, 9], [1, 1, 1]).groups.map(({ value }) => value)).toEqual([NaN, NaN, NaN]);
    expect(shrunkenMeans([1, 5, 9], [1, 1, 1]).mean).toBeNaN();
    expect(shrunkenMeans([1, 5, 9, 11], [1, 1, 1, 1]).mean).toBeCloseTo(6.5, 12);
    expect(shrunkenMeans([1, 9], [1, 1], { correction: 'none' }).mean).toBeCloseTo(5, 12);
    expect(shrunkenMeans([1], [1], { correction: 'none' }).mean).toBeNaN();
  });

  it('is unknown for an error that is none, and empty without groups', () => {
    const { groups } = shrunkenMeans([1, 5, 9, 11], [1, 0, 1, 1]);
    expect(groups[3]).toEqual({ value: NaN, standardError: NaN, weightOfMean: NaN });
    expect(shrunkenMeans([], []).groups).toEqual([]);
  });

  it.each([1e-150, 1e120])('keeps its digits in units of %d', (unit) => {
    const plain = shrunkenMeans([0, 10, 4, 30], [1, 3, 5, 7]);
    const scaled = shrunkenMeans(
      [0, 10, 4, 30].map((value) => value * unit),
      [1, 3, 5, 7].map((error) => error * unit),
    );
    scaled.groups.forEach(({ value, standardError }, i) => {
      expect(value / unit).toBeCloseTo(plain.groups[i]?.value as number, 8);
      expect(standardError / unit).toBeCloseTo(plain.groups[i]?.standardError as number, 8);
    });
  });

  it.each([
    [0, 0.94],
    [0.5, 0.925],
    [1, 0.93],
    [4, 0.93],
  ])('covers true values that spread by %d at about 95 %% on average, and has the smaller error', (spread, least) => {
    const random = createRandom(7);
    const draw = (): number => normalQuantile((Math.floor(random() * 2 ** 31) + 0.5) / 2 ** 31);
    const errors = [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 1];
    let covered = 0;
    let [shrunkenSquares, rawSquares] = [0, 0];
    const rounds = 600;
    for (let round = 0; round < rounds; round++) {
      const truth = errors.map(() => 3 + spread * draw());
      const values = truth.map((value, i) => value + (errors[i] as number) * draw());
      shrunkenMeans(values, errors).groups.forEach(({ value, standardError }, i) => {
        const miss = value - (truth[i] as number);
        if (Math.abs(miss) <= 1.959964 * standardError) covered++;
        shrunkenSquares += miss * miss;
        rawSquares += ((values[i] as number) - (truth[i] as number)) ** 2;
      });
    }
    expect(covered / (rounds * errors.length)).toBeGreaterThan(least);
    expect(shrunkenSquares).toBeLessThan(rawSquares);
  });
});
